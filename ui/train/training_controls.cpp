#include "ui/train/training_controls.h"

#include "ui/train/roomy_button.h"
#include "ui/train/step_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace cf::ui {

namespace {

constexpr double kScale = 1.15; // of the sentence, which is what one looks for first
constexpr int kBarPx = 10;

} // namespace

TrainingControls::TrainingControls(QWidget *parent)
    : QWidget(parent), m_text(wrappingLabel()), m_details(hintLabel()), m_bar(new QProgressBar),
      m_start(new RoomyButton("startTraining")), m_pause(new RoomyButton("pauseTraining")),
      m_finish(new RoomyButton("finishTraining")), m_stop(new RoomyButton("stopTraining")),
      m_goOn(new RoomyButton("resumeTraining")), m_retry(new RoomyButton("retryTraining"))
{
    auto font = m_text->font();
    font.setPointSizeF(font.pointSizeF() * kScale);
    m_text->setFont(font);
    m_text->setObjectName(QStringLiteral("trainingState"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(kBarPx);
    auto policy = m_bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // nothing jumps when it begins
    m_bar->setSizePolicy(policy);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_text);
    texts->addWidget(m_details);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addLayout(texts, 1);
    for (auto *each : {m_goOn, m_retry, m_start, m_pause, m_finish, m_stop})
        row->addWidget(each, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_bar);
    connect(m_start, &QPushButton::clicked, this, &TrainingControls::startWanted);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_phase == TrainingPhase::Paused)
            Q_EMIT resumeWanted();
        else
            Q_EMIT pauseWanted();
    });
    connect(m_finish, &QPushButton::clicked, this, &TrainingControls::finishWanted);
    connect(m_stop, &QPushButton::clicked, this, &TrainingControls::stopWanted);
    connect(m_goOn, &QPushButton::clicked, this, &TrainingControls::goOnWanted);
    connect(m_retry, &QPushButton::clicked, this, &TrainingControls::goOnWanted);
    show(TrainingPhase::Idle, false, nullptr, {});
    retranslate();
}

void TrainingControls::show(TrainingPhase phase, bool canStart, const Job *job,
                            const std::optional<workflow::TrainingPace> &pace)
{
    m_phase = phase;
    const auto buttons = buttonsIn(phase);
    const bool active = isActive(phase);
    m_start->setEnabled(buttons.start && (canStart || !m_hasProject));
    m_pause->setEnabled(buttons.pause || buttons.resume);
    m_finish->setEnabled(buttons.finish);
    m_stop->setEnabled(buttons.stop);
    m_goOn->setEnabled(buttons.goOn);
    m_retry->setEnabled(buttons.retry);
    m_start->setVisible(!active);
    for (auto *each : {m_pause, m_finish})
        each->setVisible(active && phase != TrainingPhase::Evaluating);
    m_stop->setVisible(active);
    m_goOn->setVisible(buttons.goOn);
    m_retry->setVisible(buttons.retry);
    m_bar->setVisible(active && job);
    m_details->setVisible(active);
    if (active && job)
        showText(*job, pace);
    retranslate();
}

void TrainingControls::showText(const Job &job, const std::optional<workflow::TrainingPace> &pace)
{
    const auto &progress = job.progress();
    const auto stage =
        progress.stage.empty() ? jobStateText(job.state()) : stageText(progress.stage);
    QStringList details;
    if (progress.total > 0)
        details += tr("%L1 of %L2").arg(progress.done).arg(progress.total);
    if (m_phase == TrainingPhase::Paused)
        m_text->setText(tr("Paused. Everything so far is kept."));
    else if (m_phase == TrainingPhase::Finishing)
        m_text->setText(job.state() == JobState::Stopping
                            ? tr("Stopping at the next step...")
                            : tr("Ending, and keeping the best result so far..."));
    else if (m_phase == TrainingPhase::Training)
        m_text->setText(tr("Training...")); // also where the last report still is of the pause
    else
        m_text->setText(stage + QStringLiteral("..."));
    if (m_phase != TrainingPhase::Paused && m_phase != TrainingPhase::Finishing) {
        if (const auto left = job.remainingMs())
            details += tr("%1 left").arg(durationText(*left));
        if (pace && m_phase == TrainingPhase::Training)
            details += tr("waiting for data %L1 % of the time")
                           .arg(std::lround(100.0 * pace->waitingShare));
    }
    m_details->setText(details.join(QStringLiteral("  ·  ")));
    showFraction(*m_bar, job);
}

void TrainingControls::setSentence(const QString &sentence)
{
    m_text->setText(sentence);
}

void TrainingControls::setHasProject(bool hasProject)
{
    m_hasProject = hasProject;
}

QWidget *TrainingControls::firstControl() const
{
    for (auto *each : {m_goOn, m_retry, m_start, m_pause, m_stop})
        if (!each->isHidden() && each->isEnabled())
            return each;
    return m_stop;
}

void TrainingControls::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainingControls::retranslate()
{
    const bool again = m_phase == TrainingPhase::Stopped || m_phase == TrainingPhase::Failed ||
                       m_phase == TrainingPhase::Done;
    m_start->setText(!m_hasProject ? tr("Create a &project to train...")
                     : again       ? tr("&Start a new training")
                                   : tr("&Start training"));
    m_pause->setText(m_phase == TrainingPhase::Paused ? tr("Res&ume") : tr("&Pause"));
    m_pause->setToolTip(tr("Leaves the computer to other work for a while"));
    m_finish->setText(tr("Stop and &keep the best"));
    m_finish->setToolTip(tr("Ends now; the best weights so far become the model and are tested"));
    m_stop->setText(tr("S&top"));
    m_stop->setToolTip(tr("Ends here; what is learned so far is kept, and it can go on later"));
    m_goOn->setText(tr("&Go on"));
    m_goOn->setToolTip(tr("Takes up what was stopped, from its last step"));
    m_retry->setText(tr("&Try again"));
    m_bar->setAccessibleName(tr("Progress of the training"));
}

} // namespace cf::ui
