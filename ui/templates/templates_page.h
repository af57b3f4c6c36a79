#pragma once

#include "core/dataset/dataset.h"
#include "ui/dataset/image_row.h"
#include "ui/jobs/job_runner.h"
#include "ui/templates/template_choice.h"
#include "ui/templates/template_matcher.h"

#include <QPointer>
#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QUndoStack;

namespace cf::ui {

class CoveragePanel;
class ImageGrid;
class MatchView;
class QueryList;
class PreviewStatus;
class TemplateControls;
class TemplateTray;
class ThumbnailStore;

/// Which normal pictures the matching compares with, how well they cover the normals, and why a
/// place of a picture stands out. Compares the normals of a category in a job, once the page is
/// seen.
class TemplatesPage : public QWidget
{
    Q_OBJECT
public:
    explicit TemplatesPage(JobRunner *runner, QWidget *parent = nullptr);
    ~TemplatesPage() override; ///< stops its job

    /// Another folder takes the choice back to what it is at the start. nullptr: none is open.
    /// `rows` as DatasetPage::setDataset() takes them.
    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset,
                    std::shared_ptr<const ImageRows> rows = nullptr);
    /// Where features are kept; none: in the user's cache.
    void setProject(const std::optional<std::filesystem::path> &project);
    /// Draws the templates of TemplateStrategy::Random, as in training.
    void setSeed(std::uint64_t seed);

    engine::TemplateStrategy strategy() const { return m_choice.strategy; }
    int templateCount() const { return m_choice.count; }
    const ChosenSource &source() const { return m_choice.source; }
    /// Picked by hand, of all categories; for TrainRequest::templates when strategy() is Chosen.
    std::vector<std::filesystem::path> chosenFiles() const;
    /// Rule, number and source from elsewhere, such as the training form; can be undone.
    void setRule(engine::TemplateStrategy strategy, int count, const ChosenSource &source = {});

    QUndoStack *undoStack() const { return m_undo; }
    const std::shared_ptr<const engine::TemplatePreview> &preview() const { return m_preview; }
    /// Into preview()->normals(): the rule's, or those picked by hand; empty for Nearest and with a
    /// source.
    const std::vector<std::size_t> &templates() const { return m_templates; }

public Q_SLOTS:
    void showCategory(const QString &name);
    /// A picture of the category, or any other file: matches it.
    void showPicture(const std::filesystem::path &image);
    void addSelected();
    void removeSelected();
    void suggestGolden();
    void showOutliers();

Q_SIGNALS:
    void choiceChanged();
    void compared(); ///< the normals of the category
    void matched();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeSide();
    QWidget *makeMiddle();
    void connectParts();

    void fillCategories();
    void fillPictures();
    void openCategory();
    void openIfSeen();
    void take(std::shared_ptr<const engine::TemplatePreview> preview);
    void showStatus();

    void change(const QString &text, TemplateChoice choice);
    void apply(const TemplateChoice &choice);
    /// The picked ones of the category; the rule's where it is another one, to begin with.
    std::vector<std::filesystem::path> picksToChange() const;
    void pick(const QString &text, std::vector<std::filesystem::path> files);
    void add(const std::vector<std::filesystem::path> &files);
    void remove(const std::vector<std::filesystem::path> &files);
    void toggle(const std::vector<std::filesystem::path> &files);
    void updateTemplates();
    void updateTray();
    void updateButtons();

    void matchCurrent();
    /// The templates differ from picture to picture.
    bool dependsOnPicture() const;
    void showMatch(const TemplateMatcher::Shared &match);
    QStringList namesOf(const workflow::TemplateMatch &match) const; ///< of its templates
    void showGiven(); ///< in the tray: what a source gave
    void followPlot();
    void followPictures();
    std::vector<std::filesystem::path> selectedNormals() const;
    std::optional<std::size_t> normalOf(const std::filesystem::path &file) const;
    void requestThumbnails();
    void showThumbnail(const std::string &path);
    void retranslate();

    JobRunner *m_runner;
    std::shared_ptr<const dataset::Dataset> m_dataset;
    std::optional<std::filesystem::path> m_project;
    std::uint64_t m_seed = 0;
    TemplateChoice m_choice;
    QUndoStack *m_undo;

    QPointer<Job> m_job;
    bool m_isOpen = false; ///< the category was asked for, whatever came of it
    int m_generation = 0;  ///< of what was asked for; older results are dropped
    QString m_failure;
    std::shared_ptr<const engine::TemplatePreview> m_preview;
    std::vector<std::size_t> m_templates;
    std::filesystem::path m_image; ///< matched, or to be
    bool m_matchWhenSeen = false;
    bool m_following = false; ///< plot and list are being brought together

    TemplateMatcher m_matcher;
    ThumbnailStore *m_pictureThumbnails; ///< of the list
    ThumbnailStore *m_sideThumbnails;    ///< of the tray and of the plot's card

    TemplateControls *m_controls;
    QLabel *m_trayLabel;
    TemplateTray *m_tray;
    QPushButton *m_add, *m_remove, *m_showAll;
    QStackedWidget *m_stack; ///< the status, or the rest
    PreviewStatus *m_status;
    CoveragePanel *m_coverage;
    QueryList *m_pictures;
    QLabel *m_picturesLabel;
    ImageGrid *m_grid;
    MatchView *m_match;
};

} // namespace cf::ui
