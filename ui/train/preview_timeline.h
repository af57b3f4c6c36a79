#pragma once

#include "core/engine/trainer.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QSlider;
class QToolButton;

namespace cf::ui {

class PictureGrid;

/// Held-out synthetic samples with what the filter made of them, step by step: picture, truth, and
/// the map of the step that the slider stands at. While it learns, the slider stays at the latest
/// unless the user moved it away.
class PreviewTimeline : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewTimeline(QWidget *parent = nullptr);

    void clear();
    /// After the latest; one of the same step takes its place.
    void add(const engine::TrainingPreview &preview);
    void setHistory(const std::vector<engine::TrainingPreview> &previews);
    std::size_t count() const { return m_previews.size(); }
    /// The step on show; -1: none.
    std::int64_t step() const;

Q_SIGNALS:
    /// What step() says now.
    void stepShown(std::int64_t step);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Pictures are made once, when they come.
    struct Shown
    {
        std::int64_t step;
        double score;
        QStringList categories;
        std::vector<QImage> pictures, truths, maps;
    };
    static Shown shown(const engine::TrainingPreview &preview);
    void showSlider(bool atLatest);
    void showStep();
    void showSamples(const Shown &preview);
    void play(bool playing);
    void playOn();
    void retranslate();

    std::vector<Shown> m_previews; ///< by rising step
    QTimer m_play;
    QLabel *m_title, *m_place;
    QToolButton *m_playButton;
    QSlider *m_slider;
    PictureGrid *m_grid;
};

} // namespace cf::ui
