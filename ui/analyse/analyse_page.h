#pragma once

#include "core/workflow/analysis.h"
#include "core/workflow/decision_rule.h"
#include "ui/jobs/job_runner.h"

#include <QPointer>
#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace cf::ui {

class AnalysisView;
class DefectsView;
class MessagePane;
class ZonesView;

/// The latest evaluation of a run, to be understood by looking. Reads it in a job.
class AnalysePage : public QWidget
{
    Q_OBJECT
public:
    explicit AnalysePage(JobRunner *runner, QWidget *parent = nullptr);

    /// Reads the run's latest evaluation once the page is seen, anew if it is the same run. An
    /// empty run empties the page.
    void setRun(const std::filesystem::path &project, const std::string &run);

    const std::shared_ptr<const workflow::Analysis> &analysis() const { return m_analysis; }
    AnalysisView &view() { return *m_view; }
    ZonesView &zones() { return *m_zones; }
    DefectsView &defects() { return *m_defects; }
    void showZones(); ///< brings them to the front
    void showDefects();

Q_SIGNALS:
    /// One picture is to be looked at: an absolute path.
    void pictureWanted(const QString &path);
    /// The button of a page without an evaluation; of one without a run, too.
    void evaluationWanted();
    void said(const QString &sentence);
    /// Thresholds lie with the model now.
    void thresholdsKept();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void loadIfSeen();
    void take(const std::shared_ptr<const workflow::Analysis> &analysis);
    void readRule();
    void keep(const workflow::ChosenZones &zones);
    void watchRule(Job *job);
    void showTitle();
    void showState();
    void retranslate();

    JobRunner *m_runner;
    std::filesystem::path m_project;
    std::string m_run;
    bool m_isAsked = false;       ///< for a run that is not read yet
    QPointer<Job> m_loading;      ///< none when nothing is being read
    std::optional<Error> m_error; ///< of the last reading
    bool m_wasStopped = false;
    std::shared_ptr<const workflow::Analysis> m_analysis;

    QStackedWidget *m_stack;
    MessagePane *m_message;
    QLabel *m_title;
    QTabWidget *m_tabs;
    AnalysisView *m_view;
    ZonesView *m_zones;
    DefectsView *m_defects;
};

} // namespace cf::ui
