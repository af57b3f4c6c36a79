#pragma once

#include "core/dataset/dataset.h"
#include "core/workflow/evaluate.h"
#include "ui/jobs/job_runner.h"
#include "ui/train/training_feed.h"
#include "ui/train/training_run.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace cf::ui {

class PreviewTimeline;
class ResultPanel;
class StepBar;
class TrainForm;
class TrainingControls;
class TrainingCurves;

/// From the pictures to the trained filter, step by step; the last step trains, shows what is being
/// learned, and what came of it. Starts the same jobs as the command line.
class TrainPage : public QWidget
{
    Q_OBJECT
public:
    explicit TrainPage(JobRunner *runner, QWidget *parent = nullptr);

    void setProject(const std::optional<std::filesystem::path> &project);
    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset);
    /// A training of before, unless one is under way.
    void showRun(const QString &run);
    /// Begins with the form's choices, as the button does.
    void start();
    void stop();
    /// 0: data, ... the last one trains.
    void showStep(int step);

    bool isTraining() const { return m_run.isTraining(); }
    TrainForm &form() const { return *m_form; }

Q_SIGNALS:
    /// The button of a page without a project.
    void projectWanted();
    /// A training has ended well, and so has its evaluation.
    void evaluated(const QString &run);
    void templatesPageWanted();
    void inspectWanted();
    void analyseWanted();
    void reportWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeLive();
    QLayout *makeFooter();
    void followRun();
    void onStepChosen(int step);
    void go(int by); ///< to the next or the previous step, with the focus
    void showSteps();
    void showState();
    QString sentence() const;
    QString sentenceOfBefore() const;
    QString doneSentence() const;
    QStringList obstacles() const;
    void retranslate();

    TrainingRun m_run;
    TrainingFeed m_feed;
    std::optional<std::filesystem::path> m_project;

    StepBar *m_steps;
    QStackedWidget *m_stack;
    TrainForm *m_form;
    QLabel *m_frozen, *m_notes, *m_hint;
    QWidget *m_live;
    TrainingControls *m_controls;
    QTabWidget *m_tabs;
    TrainingCurves *m_curves;
    PreviewTimeline *m_timeline;
    ResultPanel *m_result;
    QPushButton *m_back, *m_next;
};

} // namespace cf::ui
