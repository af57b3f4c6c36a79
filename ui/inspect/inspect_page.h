#pragma once

#include "core/dataset/dataset.h"
#include "ui/image/view_state.h"
#include "ui/inspect/inspect_tile.h"
#include "ui/inspect/picture_inspector.h"
#include "ui/jobs/job.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace cf::ui {

class ImageCanvas;
class InspectControls;
class JobRunner;
class LevelControls;
class NoisePanel;
class PictureList;
class ProfilePanel;
class ValuesPanel;
struct ExportMap;
struct ViewSheet;

/// The centrepiece: one picture in linked views, each with a map on its way from matching cost to
/// fused map, how normal and defect pixels come apart along it, and the values along a line.
class InspectPage : public QWidget
{
    Q_OBJECT
public:
    /// Exports run in `runner`.
    explicit InspectPage(JobRunner *runner, QWidget *parent = nullptr);
    ~InspectPage() override;

    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset);
    /// The model that looks; an empty run takes it away.
    void setRun(const std::filesystem::path &project, const std::string &run);
    /// A picture of the dataset; others are passed over.
    void showPicture(const std::filesystem::path &image);
    /// Shows what was found in a picture, as the page does with its own findings.
    void showInspection(const std::shared_ptr<const workflow::Inspection> &inspection);

    const std::shared_ptr<const workflow::Inspection> &inspection() const { return m_inspection; }
    const std::vector<InspectTile *> &tiles() const { return m_tiles; }
    NoisePanel &noise() { return *m_noise; }
    ProfilePanel &profile() { return *m_profile; }
    ValuesPanel &values() { return *m_values; }
    InspectControls &controls() { return *m_controls; }
    LevelControls &levels() { return *m_levels; }
    ViewState &view() { return m_view; }

    /// What exportView() writes, in a job. A .png, .svg or .pdf file.
    void saveView(const std::filesystem::path &path);
    /// What exportMaps() writes, in a job: maps of `image`.
    void saveMaps(const std::vector<ExportMap> &maps, const std::filesystem::path &image,
                  const std::filesystem::path &folder);
    /// Every stage, and what else the views show.
    std::vector<ExportMap> exportableMaps() const;

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
    void toggleSplit();           ///< in the view used last
    void toggleProfile();         ///< the profile tool and its panel
    void clearProfile();
    void exportView(); ///< asks for a file
    void exportMaps(); ///< asks for maps and a folder

Q_SIGNALS:
    void inspected();
    void exported(const QString &sentence);
    void exportFailed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    /// H held anywhere on the page hides the maps.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *newSide();
    QWidget *newViews();
    void connectControls();
    void setTiles(int count);
    InspectTile *newTile();
    InspectTile *activeTile() const;
    void take(const std::shared_ptr<const workflow::Inspection> &inspection);
    void showNothing();
    void fuse();
    void setScaleWish();
    void makeMap(InspectTile *tile, InspectTile::Side side, const workflow::MapChoice &choice);
    void chosen();
    void stepStage(int step);
    void showScores();
    void showProfile();
    void showCursor();
    /// The panels look at what the views show.
    void updatePanels();
    void eachCanvas(const std::function<void(ImageCanvas &)> &what);
    ViewSheet sheet();
    void startExport(const JobTitle &title, Job::Work work, const QString &done);
    void tell(const QString &sentence);
    void retranslate();

    std::shared_ptr<const workflow::Inspection> m_inspection;
    PictureInspector m_inspector;
    ViewState m_view;
    cv::Mat m_fused; ///< with the share of the controls
    JobRunner *m_runner;
    QString m_exportFolder;
    bool m_lambdaChosen = false; ///< by the user: no longer the model's
    bool m_overlayShown = true;
    bool m_maskShown = true;

    PictureList *m_pictures;
    QLabel *m_scores, *m_sentence, *m_notice;
    QStackedWidget *m_stack;
    QGridLayout *m_grid;
    QTabWidget *m_panels;
    QToolButton *m_profileButton, *m_viewButton, *m_mapsButton;
    std::vector<InspectTile *> m_tiles;
    InspectTile *m_active = nullptr;
    NoisePanel *m_noise;
    ProfilePanel *m_profile;
    ValuesPanel *m_values;
    InspectControls *m_controls;
    LevelControls *m_levels;
};

} // namespace cf::ui
