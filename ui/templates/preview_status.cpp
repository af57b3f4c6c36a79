#include "ui/templates/preview_status.h"

#include "ui/jobs/job.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kWidthPx = 460;

} // namespace

PreviewStatus::PreviewStatus(QWidget *parent)
    : QWidget(parent), m_sentence(new QLabel), m_bar(new QProgressBar), m_action(new QPushButton)
{
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setMinimumWidth(kWidthPx);
    m_sentence->setMaximumWidth(kWidthPx);
    m_bar->setMaximumWidth(kWidthPx);
    m_bar->setTextVisible(false);
    m_action->setObjectName(QStringLiteral("action"));
    auto *column = new QVBoxLayout(this);
    column->addStretch(1);
    auto *line = new QHBoxLayout; // an aligned label would not get the height for its width
    line->addStretch(1);
    line->addWidget(m_sentence);
    line->addStretch(1);
    column->addLayout(line);
    column->addWidget(m_bar);
    column->setAlignment(m_bar, Qt::AlignHCenter);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->stop();
        else
            Q_EMIT actionWanted();
    });
}

void PreviewStatus::showSentence(const QString &sentence, const QString &action)
{
    if (m_job)
        m_job->disconnect(this);
    m_job.clear();
    m_sentence->setText(sentence);
    m_bar->hide();
    m_action->setText(action);
    m_action->setEnabled(true);
    m_action->setVisible(!action.isEmpty());
}

void PreviewStatus::showJob(Job *job, const QString &sentence)
{
    if (m_job)
        m_job->disconnect(this);
    m_job = job;
    m_jobSentence = sentence;
    connect(job, &Job::changed, this, &PreviewStatus::follow);
    m_bar->setFixedWidth(kWidthPx);
    m_bar->show();
    m_action->show();
    follow();
}

QString PreviewStatus::sentence() const
{
    return m_sentence->text();
}

void PreviewStatus::follow()
{
    if (!m_job)
        return;
    const auto state = m_job->state();
    const QString doing = state == JobState::Running && !m_job->progress().stage.empty()
                              ? stageText(m_job->progress().stage)
                          : state == JobState::Queued
                              ? tr("Waiting until the work before it is done")
                              : jobStateText(state);
    m_sentence->setText(m_jobSentence + QLatin1Char('\n') + doing);
    showFraction(*m_bar, *m_job);
    m_action->setText(tr("Cancel"));
    m_action->setEnabled(m_job->canStop());
}

void PreviewStatus::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        follow();
}

} // namespace cf::ui
