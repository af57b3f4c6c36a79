#pragma once

#include "core/workflow/defect_locations.h"
#include "ui/jobs/job_runner.h"

#include <QPointer>
#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace cf::ui {

class LocationMapView;
class MessagePane;
class PictureTable;
class SizePlot;
class SizeTable;

/// Where the defects of a category sit, how large and how long they are, and in which pictures.
/// Reads them in a job once it is seen.
class DefectsView : public QWidget
{
    Q_OBJECT
public:
    using SharedLocations = std::shared_ptr<const std::vector<workflow::DefectLocations>>;

    explicit DefectsView(JobRunner *runner, QWidget *parent = nullptr);

    /// An empty run empties the view.
    void setRun(const std::filesystem::path &project, const std::string &run);
    void setSource(workflow::DefectSource source);

    /// What is shown; null: nothing yet.
    const SharedLocations &locations() const { return m_locations; }
    LocationMapView &map() { return *m_map; }
    SizePlot &sizes() { return *m_sizes; }
    SizeTable &table() { return *m_table; }
    PictureTable &pictures() { return *m_pictures; }
    /// By the ending: .csv all regions of all categories, .png or .tiff the map that is shown.
    void save(const std::filesystem::path &file);

Q_SIGNALS:
    void pictureWanted(const QString &path);
    void said(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeControls();
    QWidget *makeContent();
    void reload();
    void loadIfSeen();
    void load();
    void take(const SharedLocations &locations);
    const workflow::DefectLocations *shown() const;
    std::string kind() const;
    workflow::SizeMeasure measure() const;
    void fillKinds();
    void showCategory();
    void showMap();
    void showSizes();
    void showPictures();
    void showFacts();
    void showState();
    void askAndSave();
    void retranslate();

    JobRunner *m_runner;
    std::filesystem::path m_project;
    std::string m_run;
    bool m_isAsked = false;
    QPointer<Job> m_loading;
    std::optional<Error> m_error;
    bool m_wasStopped = false;
    SharedLocations m_locations;

    QLabel *m_sourceLabel, *m_categoryLabel, *m_kindLabel, *m_coloursLabel, *m_measureLabel;
    QComboBox *m_source, *m_category, *m_kind, *m_colours, *m_measure;
    QLabel *m_facts, *m_mapTitle, *m_sizesTitle, *m_why;
    QPushButton *m_save, *m_again;
    QStackedWidget *m_stack;
    MessagePane *m_message;
    LocationMapView *m_map;
    SizePlot *m_sizes;
    std::optional<metrics::Histogram> m_histogram;
    QTabWidget *m_tabs;
    PictureTable *m_pictures;
    SizeTable *m_table;
};

} // namespace cf::ui
