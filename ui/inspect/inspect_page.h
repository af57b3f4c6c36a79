#pragma once

#include "core/dataset/dataset.h"
#include "ui/image/view_state.h"
#include "ui/inspect/picture_inspector.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QListWidget;
class QStackedWidget;

namespace cf::ui {

class ImageCanvas;
class InspectControls;
class InspectTile;
class NoisePanel;

/// The centrepiece: one picture in linked views, each with a stage of its way from matching cost to
/// fused map, and how normal and defect pixels come apart along it.
class InspectPage : public QWidget
{
    Q_OBJECT
public:
    explicit InspectPage(QWidget *parent = nullptr);
    ~InspectPage() override;

    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset);
    /// The model that looks; an empty run takes it away.
    void setRun(const std::filesystem::path &project, const std::string &run);
    /// A picture of the dataset; others are passed over.
    void showPicture(const std::filesystem::path &image);

    const std::shared_ptr<const workflow::Inspection> &inspection() const { return m_inspection; }
    const std::vector<InspectTile *> &tiles() const { return m_tiles; }
    NoisePanel &noise() { return *m_noise; }
    InspectControls &controls() { return *m_controls; }

public Q_SLOTS:
    void showNext();
    void showPrevious();
    void nextStage();
    void previousStage();
    void fit();
    void zoomTo100();
    void toggleOverlay();
    void toggleMask();
    void setFlicker(bool hidden); ///< takes the maps away while true

Q_SIGNALS:
    void inspected();

protected:
    void changeEvent(QEvent *event) override;
    /// H held anywhere on the page hides the maps.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setTiles(int count);
    void take(const std::shared_ptr<const workflow::Inspection> &inspection);
    void showNothing();
    void fuse();
    void fillPictures();
    void chosen();
    void move(int step);
    void stepStage(int step);
    void showScores();
    void eachCanvas(const std::function<void(ImageCanvas &)> &what);
    void retranslate();

    std::shared_ptr<const dataset::Dataset> m_dataset;
    std::vector<const dataset::Sample *> m_samples; ///< in the list's order
    std::shared_ptr<const workflow::Inspection> m_inspection;
    PictureInspector m_inspector;
    ViewState m_view;
    bool m_lambdaChosen = false; ///< by the user: no longer the model's
    bool m_overlayShown = true;
    bool m_maskShown = true;

    QComboBox *m_category;
    QListWidget *m_pictures;
    QLabel *m_scores, *m_sentence;
    QStackedWidget *m_stack;
    QGridLayout *m_grid;
    std::vector<InspectTile *> m_tiles;
    NoisePanel *m_noise;
    InspectControls *m_controls;
};

} // namespace cf::ui
