#pragma once

#include "core/workflow/evaluate.h"
#include "core/workflow/train.h"
#include "core/workflow/training_record.h"
#include "ui/jobs/job_runner.h"
#include "ui/train/training_phase.h"

#include <QPointer>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cf::ui {

/// One training from its start to its evaluation, in the jobs of the runner: what the page's
/// buttons do, and what they go by. GUI thread.
class TrainingRun : public QObject
{
    Q_OBJECT
public:
    explicit TrainingRun(JobRunner *runner, QObject *parent = nullptr);

    /// A training of before: this run, or the newest of the project. Not while one is active.
    void show(const std::filesystem::path &project, const std::optional<std::string> &run);
    /// With the project's folder in the request. Not while one is active.
    void start(const workflow::TrainRequest &request);
    void pause();
    void resume();
    /// Ends after the present step; the best weights so far become the model and are tested.
    void finish();
    /// Ends at the next step; the run can go on later. A stopped test leaves the model untested.
    void stop();
    /// Takes up what was stopped or has failed, from where it was.
    void goOn();
    /// For another project: what was told so far is void. A job that runs goes on to its end, and
    /// can be stopped here until then.
    void forget();

    TrainingPhase phase() const;
    bool isTraining() const { return m_training && !m_training->isOver(); }
    /// The job that runs now; null: none.
    const Job *activeJob() const;
    /// The run's number, once it has one.
    const std::optional<std::string> &run() const { return m_run; }
    const std::optional<Error> &error() const { return m_error; }
    bool failedInTest() const { return m_evaluation && m_error; }
    bool isTrained() const;
    /// It was there before, and none has begun since.
    bool isOfBefore() const { return m_past.has_value(); }
    const std::optional<workflow::TrainingPace> &pace() const { return m_pace; }
    const std::optional<workflow::TrainSummary> &summary() const { return m_summary; }
    bool endedEarly() const { return m_control && m_control->finishRequested(); }

Q_SIGNALS:
    void changed();
    /// Everything shown of an earlier run is of no use any more.
    void reset();
    void began(const QString &run);
    /// A training of before, and its figures where it was tested.
    void shown(const QString &run, const std::optional<cf::workflow::Evaluation> &evaluation);
    void previewed(const cf::engine::TrainingPreview &preview);
    /// What the run has kept of its previews, in place of those that were told before.
    void historyRead(const std::vector<cf::engine::TrainingPreview> &previews);
    void trainingEnded();
    void evaluated(const cf::workflow::Evaluation &evaluation);

private:
    void train(const workflow::TrainRequest &request);
    void take(const workflow::TrainingRecord &record);
    void follow(Job *job);
    void evaluate(const std::filesystem::path &project, const std::string &run);
    void onEnded(const Job &job);
    void readHistory();
    workflow::TrainHooks hooks();

    JobRunner *m_runner;
    workflow::TrainRequest m_request;
    QPointer<Job> m_training, m_evaluation;
    std::shared_ptr<engine::TrainingControl> m_control; ///< of the latest training
    std::optional<TrainingSituation> m_past;            ///< how the one of before ended
    int m_showing = 0;                                  ///< only what was asked for last is shown
    bool m_isShown = false; ///< the latest training is of the project that is open
    std::optional<std::string> m_run;
    std::optional<Error> m_error;
    std::optional<workflow::TrainingPace> m_pace;
    std::optional<workflow::TrainSummary> m_summary;
};

} // namespace cf::ui
