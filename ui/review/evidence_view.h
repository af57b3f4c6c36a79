#pragma once

#include "core/workflow/review_evidence.h"

#include <QWidget>

#include <cstddef>
#include <optional>
#include <string>

class QLabel;

namespace cf::ui {

class ImageCanvas;
class MapLegend;

/// A picture with its map over it: the same colours for the same score in all pictures of its
/// category, outlined where the map reaches the threshold.
class EvidenceView : public QWidget
{
    Q_OBJECT
public:
    explicit EvidenceView(QWidget *parent = nullptr);

    /// Blind: without ground truth. The same picture again keeps place and zoom.
    void show(const workflow::ReviewSet &set, std::size_t picture,
              const workflow::Evidence &evidence, bool blind);
    void showBusy();
    void showError(const QString &sentence);
    void clear();

    /// The picture that is seen; none while there is no evidence.
    std::optional<std::size_t> picture() const { return m_picture; }
    /// It was drawn at least once: before that nobody can have judged it.
    bool isPainted() const { return m_picture && m_isPainted; }
    /// What is on the screen at this moment, for the record: {"map", "colours", "low", "high",
    /// "threshold", "opacity", "overlay", "ground_truth", "zoom", "centre"}; null where there is
    /// none.
    std::string shownJson() const;
    ImageCanvas &canvas() { return *m_canvas; }

public Q_SLOTS:
    void toggleOverlay();
    void toggleMask();
    void setFlicker(bool hidden); ///< takes the map away while true

Q_SIGNALS:
    void painted(); ///< another picture than before, for the first time

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMap(const workflow::ReviewSet &set, const workflow::Evidence &evidence);
    void showOverlay();
    void describeMap();

    enum class Map { None, Fused, External };
    std::optional<std::size_t> m_picture;
    cv::Mat m_map; ///< that is drawn
    Map m_kind = Map::None;
    bool m_isOwnScale = false; ///< the category's scores give none
    bool m_hasMask = false;
    bool m_isPainted = false;
    bool m_overlayShown = true;
    bool m_maskShown = false;
    bool m_isFlickering = false;
    QString m_note;
    bool m_isMapAwaited = false;
    ImageCanvas *m_canvas;
    MapLegend *m_legend;
    QLabel *m_sentence;
};

} // namespace cf::ui
