#include "ui/train/training_run.h"

#include "core/workflow/training_previews.h"

#include <QCoreApplication>

namespace cf::ui {

namespace {

const std::string kStepsStage = "train"; // as the engine names them
const std::string kPausedStage = "paused";
const std::string kLastStage = "lambda";

/// Runs `call` in the GUI thread with the object, if that still is there.
template <class Object, class Call>
void inGuiThread(const QPointer<Object> &object, Call call)
{
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [object, call = std::move(call)] {
            if (object)
                call(*object);
        },
        Qt::QueuedConnection);
}

std::optional<JobState> stateOf(const QPointer<Job> &job)
{
    return job ? std::optional(job->state()) : std::nullopt;
}

} // namespace

TrainingRun::TrainingRun(JobRunner *runner, QObject *parent) : QObject(parent), m_runner(runner) {}

void TrainingRun::start(const workflow::TrainRequest &request)
{
    if (isActive(phase()))
        return;
    m_run.reset();
    Q_EMIT reset();
    train(request);
}

void TrainingRun::show(const std::filesystem::path &project, const std::optional<std::string> &run)
{
    if (isActive(phase()) || (m_isShown && run && run == m_run))
        return;
    const int number = ++m_showing;
    using Record = std::optional<workflow::TrainingRecord>;
    m_runner->start<Record>(
        Lane::Files, [] { return tr("Read the latest training"); },
        [project, run](RunContext &) { return workflow::trainingRecord(project, run); }, this,
        [this, number, project](const Record &record) {
            if (!record || number != m_showing || isActive(phase()))
                return;
            m_request = workflow::requestToGoOn(project, std::nullopt);
            take(*record);
        },
        Afterwards::Forgotten);
}

void TrainingRun::take(const workflow::TrainingRecord &record)
{
    m_training = nullptr;
    m_evaluation = nullptr;
    m_control = nullptr;
    m_pace.reset();
    m_summary.reset();
    m_error.reset();
    m_isShown = true;
    m_run = std::to_string(record.run.id);
    TrainingSituation past;
    past.training = record.run.state == store::RunState::Failed ? JobState::Failed
                    : record.run.state == store::RunState::Done ? JobState::Done
                                                                : JobState::Cancelled;
    if (past.training == JobState::Done)
        past.evaluation = record.evaluation ? JobState::Done : JobState::Cancelled;
    if (past.training == JobState::Failed && record.run.error)
        m_error = Error::make(ErrorCode::Failed, *record.run.error);
    m_past = past;
    Q_EMIT reset();
    Q_EMIT shown(QString::fromStdString(*m_run), record.evaluation);
    readHistory();
    Q_EMIT changed();
}

void TrainingRun::train(const workflow::TrainRequest &request)
{
    ++m_showing;
    m_past.reset();
    m_request = request;
    m_control = std::make_shared<engine::TrainingControl>();
    m_isShown = true;
    m_evaluation = nullptr;
    m_error.reset();
    m_pace.reset();
    m_summary.reset();
    const auto title = [resumed = request.resumeRun,
                        folder = QString::fromStdString(request.data.filename().string())] {
        return resumed ? tr("Go on with run %1").arg(QString::fromStdString(*resumed))
                       : tr("Train on %1").arg(folder);
    };
    follow(m_runner->start<workflow::TrainSummary>(
        Lane::Engine, title,
        [request, hooks = hooks()](RunContext &context) {
            return workflow::train(request, context, hooks);
        },
        this,
        [this, project = request.project](const workflow::TrainSummary &summary) {
            m_summary = summary;
            evaluate(project, summary.run);
        }));
}

workflow::TrainHooks TrainingRun::hooks()
{
    workflow::TrainHooks hooks;
    hooks.control = m_control;
    const auto tell = [self = QPointer(this), control = m_control](auto call) {
        inGuiThread(self, [control, call = std::move(call)](TrainingRun &run) {
            if (run.m_isShown && run.m_control == control)
                call(run);
        });
    };
    hooks.onRun = [tell](const std::string &number) {
        tell([number](TrainingRun &run) {
            run.m_run = number;
            Q_EMIT run.began(QString::fromStdString(number));
            if (run.m_request.resumeRun)
                run.readHistory();
        });
    };
    hooks.onPreview = [tell](const engine::TrainingPreview &preview) {
        tell([preview](TrainingRun &run) { Q_EMIT run.previewed(preview); });
    };
    hooks.onPace = [tell](const workflow::TrainingPace &pace) {
        tell([pace](TrainingRun &run) {
            run.m_pace = pace;
            Q_EMIT run.changed();
        });
    };
    return hooks;
}

void TrainingRun::follow(Job *job)
{
    m_training = job;
    connect(job, &Job::changed, this, [this, job] {
        if (job->state() == JobState::Stopping)
            m_control->resume(); // a paused one, stopped among the jobs, has to see it
        Q_EMIT changed();
    });
    connect(job, &Job::ended, this, [this, job] {
        onEnded(*job);
        readHistory();
        Q_EMIT trainingEnded();
    });
    connect(job, &Job::retried, this, [this](Job *again) {
        if (isActive(phase()))
            return;
        m_control->resume();
        m_evaluation = nullptr;
        m_error.reset();
        follow(again);
    });
    Q_EMIT changed();
}

void TrainingRun::evaluate(const std::filesystem::path &project, const std::string &run)
{
    workflow::EvaluateRequest request;
    request.project = project;
    request.run = run;
    m_error.reset();
    m_evaluation = m_runner->start<workflow::Evaluation>(
        Lane::Engine,
        [run = QString::fromStdString(run)] { return tr("Evaluate run %1").arg(run); },
        [request](RunContext &context) { return workflow::evaluate(request, context); }, this,
        [this, control = m_control](const workflow::Evaluation &evaluation) {
            if (m_isShown && m_control == control) // else its file has the figures
                Q_EMIT evaluated(evaluation);
        });
    connect(m_evaluation, &Job::changed, this, &TrainingRun::changed);
    connect(m_evaluation, &Job::ended, this, [this, job = m_evaluation.data()] { onEnded(*job); });
    Q_EMIT changed();
}

void TrainingRun::onEnded(const Job &job)
{
    if (m_isShown)
        m_error = job.error();
    Q_EMIT changed();
}

void TrainingRun::readHistory()
{
    if (!m_isShown || !m_run)
        return;
    m_runner->start<std::vector<engine::TrainingPreview>>(
        Lane::Files,
        [run = QString::fromStdString(*m_run)] {
            return tr("Read the pictures of run %1").arg(run);
        },
        [project = m_request.project, run = *m_run](RunContext &) {
            return workflow::trainingHistory(project, run);
        },
        this,
        [this, control = m_control](const std::vector<engine::TrainingPreview> &previews) {
            if (m_isShown && m_control == control && !previews.empty())
                Q_EMIT historyRead(previews);
        },
        Afterwards::Forgotten);
}

void TrainingRun::pause()
{
    if (!buttonsIn(phase()).pause)
        return;
    m_control->pause();
    Q_EMIT changed();
}

void TrainingRun::resume()
{
    if (!buttonsIn(phase()).resume)
        return;
    m_control->resume();
    Q_EMIT changed();
}

void TrainingRun::finish()
{
    if (!buttonsIn(phase()).finish)
        return;
    m_control->finishNow();
    m_control->resume(); // a paused one has to see it
    Q_EMIT changed();
}

void TrainingRun::stop()
{
    if (isTraining())
        m_training->stop();
    else if (m_evaluation)
        m_evaluation->stop();
}

void TrainingRun::goOn()
{
    const auto buttons = buttonsIn(phase());
    if (!buttons.goOn && !buttons.retry)
        return;
    if (isTrained() && m_run) {
        m_past.reset();
        evaluate(m_request.project, *m_run);
        return;
    }
    train(m_run ? workflow::requestToGoOn(m_request.project, m_run) : m_request);
}

bool TrainingRun::isTrained() const
{
    return m_summary || (m_past && m_past->training == JobState::Done);
}

void TrainingRun::forget()
{
    ++m_showing;
    m_isShown = false;
    m_past.reset();
    m_run.reset();
    m_error.reset();
    m_summary.reset();
    Q_EMIT reset();
    Q_EMIT changed();
}

TrainingPhase TrainingRun::phase() const
{
    if (m_past)
        return phaseOf(*m_past);
    TrainingSituation situation;
    situation.training = stateOf(m_training);
    situation.evaluation = stateOf(m_evaluation);
    const auto stage = m_training ? m_training->progress().stage : std::string();
    situation.atSteps = stage == kStepsStage || stage == kPausedStage;
    situation.paused = m_control && m_control->isPaused();
    situation.finishing = stage == kLastStage || (m_control && m_control->finishRequested());
    const auto phase = phaseOf(situation);
    return m_isShown || isActive(phase) ? phase : TrainingPhase::Idle;
}

const Job *TrainingRun::activeJob() const
{
    if (isTraining())
        return m_training;
    return m_evaluation && !m_evaluation->isOver() ? m_evaluation.data() : nullptr;
}

} // namespace cf::ui
