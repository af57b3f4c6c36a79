#include "ui/train/train_page.h"

#include "ui/jobs/error_text.h"
#include "ui/train/preview_timeline.h"
#include "ui/train/result_panel.h"
#include "ui/train/roomy_button.h"
#include "ui/train/step_bar.h"
#include "ui/train/step_page.h"
#include "ui/train/train_form.h"
#include "ui/train/training_controls.h"
#include "ui/train/training_curves.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kTrainStep = TrainForm::kSteps;
constexpr int kMarginPx = 20;
constexpr int kFooterButtonPx = 110;

} // namespace

TrainPage::TrainPage(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_run(runner), m_steps(new StepBar(kTrainStep + 1)),
      m_stack(new QStackedWidget), m_form(new TrainForm(runner)), m_frozen(wrappingLabel())
{
    auto *settings = new QWidget;
    auto *inside = new QVBoxLayout(settings);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_frozen);
    inside->addWidget(m_form, 1);
    m_stack->addWidget(settings);
    m_stack->addWidget(makeLive());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMarginPx, 14, kMarginPx, 14);
    column->setSpacing(14);
    column->addWidget(m_steps);
    column->addWidget(m_stack, 1);
    column->addLayout(makeFooter());
    setFocusProxy(m_steps);

    connect(m_steps, &StepBar::currentChanged, this, &TrainPage::onStepChosen);
    connect(m_form, &TrainForm::changed, this, &TrainPage::showState);
    connect(m_form, &TrainForm::coverageWanted, this, &TrainPage::templatesPageWanted);
    for (const auto &[key, by] : {std::pair(Qt::Key_Left, -1), {Qt::Key_Right, 1}}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = by] { go(by); });
    }
    followRun();
    retranslate();
    onStepChosen(0);
}

QWidget *TrainPage::makeLive()
{
    m_live = new QWidget;
    m_controls = new TrainingControls;
    m_notes = wrappingLabel();
    m_notes->setObjectName(QStringLiteral("trainingNotes"));
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_curves = new TrainingCurves;
    m_timeline = new PreviewTimeline;
    m_result = new ResultPanel;
    auto *learning = new QWidget;
    auto *column = new QVBoxLayout(learning);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_curves, 4);
    column->addWidget(m_timeline, 5);
    auto *result = new QWidget;
    auto *resultColumn = new QVBoxLayout(result);
    resultColumn->setContentsMargins(0, 10, 0, 0);
    resultColumn->addWidget(m_result);
    m_tabs->addTab(learning, {});
    m_tabs->addTab(result, {});
    auto *whole = new QVBoxLayout(m_live);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_controls);
    whole->addWidget(m_notes);
    whole->addWidget(m_tabs, 1);
    connect(m_controls, &TrainingControls::startWanted, this, [this] {
        if (m_project)
            start();
        else
            Q_EMIT projectWanted();
    });
    connect(m_controls, &TrainingControls::pauseWanted, &m_run, &TrainingRun::pause);
    connect(m_controls, &TrainingControls::resumeWanted, &m_run, &TrainingRun::resume);
    connect(m_controls, &TrainingControls::finishWanted, &m_run, &TrainingRun::finish);
    connect(m_controls, &TrainingControls::stopWanted, &m_run, &TrainingRun::stop);
    connect(m_controls, &TrainingControls::goOnWanted, &m_run, &TrainingRun::goOn);
    connect(m_result, &ResultPanel::inspectWanted, this, &TrainPage::inspectWanted);
    connect(m_result, &ResultPanel::analyseWanted, this, &TrainPage::analyseWanted);
    connect(m_result, &ResultPanel::reportWanted, this, &TrainPage::reportWanted);
    return m_live;
}

QLayout *TrainPage::makeFooter()
{
    m_back = new RoomyButton("stepBack");
    m_next = new RoomyButton("stepNext");
    m_hint = wrappingLabel();
    m_hint->setObjectName(QStringLiteral("stepHint"));
    m_hint->setAlignment(Qt::AlignCenter);
    auto *footer = new QHBoxLayout;
    for (auto *button : {m_back, m_next})
        button->setMinimumWidth(kFooterButtonPx);
    footer->addWidget(m_back);
    footer->addSpacing(kMarginPx);
    footer->addWidget(m_hint, 1);
    footer->addSpacing(kMarginPx);
    footer->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(1); });
    return footer;
}

void TrainPage::followRun()
{
    connect(&m_feed, &TrainingFeed::arrived, this, [this](const auto &steps) {
        m_curves->add(steps);
        showState();
    });
    connect(&m_run, &TrainingRun::changed, this, &TrainPage::showState);
    connect(&m_run, &TrainingRun::reset, this, [this] {
        m_feed.forget();
        m_curves->clear();
        m_timeline->clear();
        m_result->clear();
        m_tabs->setCurrentIndex(0);
    });
    connect(&m_run, &TrainingRun::began, this, [this](const QString &run) {
        m_result->clear();
        m_tabs->setCurrentIndex(0);
        m_feed.follow(*m_project, run.toLongLong());
    });
    connect(&m_run, &TrainingRun::shown, this,
            [this](const QString &run, const std::optional<workflow::Evaluation> &evaluation) {
                m_feed.follow(*m_project, run.toLongLong());
                m_feed.finish(); // nothing comes any more
                if (evaluation)
                    m_result->setEvaluation(*evaluation);
            });
    connect(m_timeline, &PreviewTimeline::stepShown, m_curves, &TrainingCurves::markStep);
    connect(&m_run, &TrainingRun::previewed, m_timeline, &PreviewTimeline::add);
    connect(&m_run, &TrainingRun::historyRead, m_timeline, &PreviewTimeline::setHistory);
    connect(&m_run, &TrainingRun::trainingEnded, &m_feed, &TrainingFeed::finish);
    connect(&m_run, &TrainingRun::evaluated, this, [this](const workflow::Evaluation &evaluation) {
        m_result->setEvaluation(evaluation);
        m_tabs->setCurrentIndex(1);
        showState();
        Q_EMIT evaluated(QString::fromStdString(evaluation.run));
    });
}

void TrainPage::setProject(const std::optional<std::filesystem::path> &project)
{
    const bool isOther = project != m_project;
    if (isOther)
        m_run.forget();
    m_project = project;
    m_form->setProject(project);
    if (isOther && project)
        m_run.show(*project, std::nullopt);
    showState();
}

void TrainPage::showRun(const QString &run)
{
    if (m_project && !run.isEmpty())
        m_run.show(*m_project, run.toStdString());
}

void TrainPage::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset)
{
    m_form->setDataset(dataset);
    showState();
}

void TrainPage::start()
{
    if (!m_project || isActive(m_run.phase()) || !obstacles().isEmpty())
        return;
    m_form->stopForecast();
    auto request = m_form->request();
    request.project = *m_project;
    showStep(kTrainStep);
    m_run.start(request);
}

void TrainPage::stop()
{
    m_run.stop();
}

void TrainPage::showStep(int step)
{
    m_steps->setCurrent(step);
}

void TrainPage::go(int by)
{
    const int step = m_steps->current() + by;
    if (step < 0 || step > kTrainStep)
        return;
    showStep(step);
    auto *first = step == kTrainStep ? m_controls->firstControl()
                                     : m_form->firstControl(static_cast<TrainForm::Step>(step));
    first->setFocus(Qt::TabFocusReason);
}

void TrainPage::onStepChosen(int step)
{
    m_stack->setCurrentIndex(step == kTrainStep ? 1 : 0);
    if (step < kTrainStep)
        m_form->showStep(static_cast<TrainForm::Step>(step));
    m_back->setEnabled(step > 0);
    m_next->setEnabled(step < kTrainStep);
    showSteps();
}

QStringList TrainPage::obstacles() const
{
    return m_form->obstacles();
}

void TrainPage::showSteps()
{
    const bool hasData = m_form->obstacles(TrainForm::Step::Data).isEmpty();
    for (int i = 0; i < kTrainStep; ++i) {
        const auto inTheWay = m_form->obstacles(static_cast<TrainForm::Step>(i));
        const auto state = !inTheWay.isEmpty() ? StepState::Obstacle
                           : hasData           ? StepState::InOrder
                                               : StepState::Open;
        m_steps->setState(i, state, inTheWay.join(QLatin1Char('\n')));
    }
    const auto phase = m_run.phase();
    m_steps->setState(kTrainStep,
                      phase == TrainingPhase::Done     ? StepState::InOrder
                      : phase == TrainingPhase::Failed ? StepState::Obstacle
                                                       : StepState::Open,
                      phase == TrainingPhase::Failed ? sentence() : QString());
    const int step = m_steps->current();
    QStringList notes;
    if (step < kTrainStep && step != static_cast<int>(TrainForm::Step::Profile)) // lists its own
        notes = m_form->obstacles(static_cast<TrainForm::Step>(step));
    if (step == 0)
        notes += m_form->warnings();
    m_hint->setText(notes.isEmpty() ? QString() : QStringLiteral("⚠ ") + notes.first());
}

void TrainPage::showState()
{
    const auto phase = m_run.phase();
    const bool active = isActive(phase);
    QStringList notes;
    if (!active)
        for (const auto &inTheWay : obstacles() + m_form->warnings())
            notes += QStringLiteral("⚠ ") + inTheWay;
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
    m_frozen->setVisible(active);
    m_form->setEnabled(!active);
    m_controls->setHasProject(m_project.has_value());
    if (!active)
        m_controls->setSentence(sentence());
    m_controls->show(phase, obstacles().isEmpty(), m_run.activeJob(), m_run.pace());
    showSteps();
}

QString TrainPage::sentenceOfBefore() const
{
    const auto run = QString::fromStdString(*m_run.run());
    switch (m_run.phase()) {
    case TrainingPhase::Failed:
        return QStringLiteral("⚠ ") + tr("Run %1 failed.").arg(run) +
               (m_run.error() ? QLatin1Char(' ') + errorText(*m_run.error()) : QString());
    case TrainingPhase::Stopped:
        return m_run.isTrained()
                   ? tr("Run %1 is trained, but not tested.").arg(run)
                   : tr("Run %1 was stopped. Everything up to its last step is kept.").arg(run);
    default:
        break;
    }
    return tr("Run %1 is trained and tested. A new training becomes a run of its own.").arg(run);
}

QString TrainPage::sentence() const
{
    if (m_run.isOfBefore())
        return sentenceOfBefore();
    switch (m_run.phase()) {
    case TrainingPhase::Failed: {
        const auto what = m_run.failedInTest()
                              ? tr("The model is trained, but could not be tested.")
                              : tr("The training failed.");
        return QStringLiteral("⚠ ") + what +
               (m_run.error() ? QLatin1Char(' ') + errorText(*m_run.error()) : QString());
    }
    case TrainingPhase::Stopped:
        return m_run.isTrained() ? tr("The model is trained; its test was stopped.")
                                 : tr("Stopped. Everything up to the last step is kept.");
    case TrainingPhase::Done:
        return doneSentence();
    default:
        break;
    }
    if (!obstacles().isEmpty())
        return tr("The training cannot begin yet.");
    return m_project ? tr("All set. The training can begin.")
                     : tr("A project keeps the model, the results and your decisions.");
}

QString TrainPage::doneSentence() const
{
    const auto best = m_curves->best();
    const auto &summary = m_run.summary();
    if (!m_run.endedEarly() || !summary)
        return tr("The filter is trained and tested.");
    if (!best)
        return tr("Ended at step %L1 as you asked. The filter is tested.").arg(summary->steps);
    return tr("Ended at step %L1 as you asked. The best weights, of step %L2 (score %L3), became "
              "the model, which is tested.")
        .arg(summary->steps)
        .arg(best->first)
        .arg(best->second, 0, 'f', 3);
}

void TrainPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainPage::retranslate()
{
    m_steps->setNames(
        {tr("Data"), tr("Templates"), tr("What may vary"), tr("Profile"), tr("Train")});
    m_frozen->setText(tr("A training is running; these settings can be changed when it is over."));
    m_back->setText(tr("◂ Back"));
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("The step before (Alt+Left)"));
    m_next->setText(tr("Next ▸"));
    m_next->setAccessibleName(tr("Next"));
    m_next->setToolTip(tr("The step after (Alt+Right)"));
    m_tabs->setTabText(0, tr("Learning"));
    m_tabs->setTabText(1, tr("Result"));
    showState();
}

} // namespace cf::ui
