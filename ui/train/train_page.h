#pragma once

#include "core/workflow/evaluate.h"
#include "core/workflow/train.h"
#include "ui/jobs/job_runner.h"
#include "ui/train/training_feed.h"

#include "core/dataset/dataset.h"

#include <QPointer>
#include <QWidget>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace cf::ui {

class CurvePlot;
class MetricTable;
class TrainForm;

/// From the choices to the trained filter: form, live curves while it learns, and the
/// baseline-against-filter table at the end. Starts the same jobs as the command line.
class TrainPage : public QWidget
{
    Q_OBJECT
public:
    explicit TrainPage(JobRunner *runner, QWidget *parent = nullptr);

    void setProject(const std::optional<std::filesystem::path> &project);
    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset);
    /// Begins with the form's choices, as the button does.
    void start();
    void stop();

    bool isTraining() const { return m_training && !m_training->isOver(); }
    const TrainForm &form() const { return *m_form; }

Q_SIGNALS:
    /// The button of a page without a project.
    void projectWanted();
    /// A training has ended well, and so has its evaluation.
    void evaluated(const QString &run);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addLive();
    void train(const workflow::TrainRequest &request);
    void evaluate(const std::filesystem::path &project, const std::string &run);
    void onEnded(const Job &job, const QString &failure);
    void begin(const std::filesystem::path &project, const std::string &run);
    void take(const std::vector<store::LossStep> &steps);
    void forgetCurves();
    void showCurves();
    void showState();
    void retranslate();

    JobRunner *m_runner;
    TrainingFeed m_feed;
    std::optional<std::filesystem::path> m_project;
    QPointer<Job> m_training, m_evaluation;
    std::optional<std::string> m_run; ///< of the training, once it has a number

    struct Series
    {
        std::vector<double> step, value;
        /// Replaces the value of the same step.
        void set(std::int64_t at, double to);
    };
    std::map<std::string, Series> m_terms;
    Series m_rate;

    TrainForm *m_form;
    QLabel *m_notes, *m_stateText, *m_curvesTitle, *m_scoreTitle, *m_resultTitle, *m_next;
    QPushButton *m_start, *m_stop, *m_resume;
    QProgressBar *m_bar;
    CurvePlot *m_losses, *m_scores;
    MetricTable *m_table;
    QWidget *m_live;
};

} // namespace cf::ui
