#include "ui/train/forecast_panel.h"

#include "ui/jobs/error_text.h"
#include "ui/train/forecast_text.h"
#include "ui/train/roomy_button.h"
#include "ui/train/step_page.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace cf::ui {

namespace {

using Severity = workflow::PreflightFinding::Severity;

constexpr int kCheckMs = 300; // after the last change of a setting

bool isSameTraining(const workflow::TrainRequest &a, const workflow::TrainRequest &b)
{
    const auto key = [](const workflow::TrainRequest &r) {
        return std::tie(r.data, r.categories, r.backbone, r.textures, r.templates, r.options);
    };
    return key(a) == key(b);
}

QString sign(Severity severity)
{
    switch (severity) {
    case Severity::Ok:
        return QStringLiteral("✓");
    case Severity::Warning:
        return QStringLiteral("⚠");
    case Severity::Obstacle:
        return QStringLiteral("✕");
    }
    return {};
}

} // namespace

ForecastPanel::ForecastPanel(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_timeTitle(boldLabel()), m_time(wrappingLabel()),
      m_checkTitle(boldLabel()), m_bar(new QProgressBar), m_estimate(new RoomyButton("estimate")),
      m_list(new QGridLayout)
{
    m_time->setObjectName(QStringLiteral("estimateText"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(140, 8);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_estimate);
    line->addWidget(m_bar);
    line->addWidget(m_time, 1);
    m_list->setColumnStretch(1, 1);
    m_list->setHorizontalSpacing(8);
    m_list->setVerticalSpacing(4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_timeTitle);
    column->addLayout(line);
    column->addSpacing(10);
    column->addWidget(m_checkTitle);
    column->addLayout(m_list);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kCheckMs);
    connect(&m_soon, &QTimer::timeout, this, [this] { check(false); });
    connect(m_runner, &JobRunner::busyChanged, this, &ForecastPanel::showEstimate);
    connect(m_estimate, &QPushButton::clicked, this, [this] {
        if (m_job)
            stopEstimate();
        else
            estimate();
    });
    retranslate();
}

void ForecastPanel::setRequest(const std::optional<workflow::TrainRequest> &request,
                               const std::shared_ptr<const dataset::Dataset> &dataset)
{
    if (request && m_request && isSameTraining(*request, *m_request) &&
        request->project == m_request->project && dataset == m_dataset)
        return;
    m_request = request;
    m_dataset = dataset;
    m_error.reset();
    stopEstimate();
    ++m_check;
    m_findings.clear();
    if (isVisible())
        m_soon.start();
    showEstimate();
    showFindings();
}

void ForecastPanel::refresh()
{
    check(true);
}

std::optional<engine::TrainingEstimate>
ForecastPanel::estimateFor(const workflow::TrainRequest &request) const
{
    const auto found =
        std::find_if(m_estimates.begin(), m_estimates.end(), [&](const auto &estimated) {
            return isSameTraining(estimated.first, request);
        });
    return found == m_estimates.end() ? std::nullopt : std::optional(found->second);
}

QStringList ForecastPanel::obstacles() const
{
    QStringList sentences;
    for (const auto &finding : m_findings)
        if (finding.severity == Severity::Obstacle)
            sentences += QString::fromStdString(finding.sentence);
    return sentences;
}

void ForecastPanel::check(bool thenEstimate)
{
    const auto number = ++m_check;
    if (!m_request)
        return;
    // Reads a few sizes and headers only; a thread of the pool, for the case of a sleeping disk.
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), request = *m_request, dataset = m_dataset, number, thenEstimate] {
            auto findings = workflow::checkTraining(request, *dataset);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(), // waits for the pool's threads before it goes
                [self, number, thenEstimate, findings = std::move(findings)] {
                    if (!self || self->m_check != number)
                        return;
                    self->m_findings = findings;
                    self->showFindings();
                    Q_EMIT self->changed();
                    if (thenEstimate)
                        self->estimateIfFree();
                },
                Qt::QueuedConnection);
        });
}

void ForecastPanel::estimateIfFree()
{
    // Not when the step was left in the meantime: the computer may be wanted for the training.
    if (isVisible() && obstacles().isEmpty() && !m_runner->isBusy() && m_request &&
        !estimateFor(*m_request))
        estimate();
}

void ForecastPanel::estimate()
{
    if (!m_request || m_job)
        return;
    m_error.reset();
    m_job = m_runner->start<engine::TrainingEstimate>(
        Lane::Engine, [] { return tr("Estimate the training's time"); },
        [request = *m_request](RunContext &run) {
            return workflow::estimateTraining(request, run);
        },
        this,
        [this, request = *m_request](const engine::TrainingEstimate &estimate) {
            m_estimates.emplace_back(request, estimate);
            Q_EMIT changed();
        });
    connect(m_job, &Job::changed, this, &ForecastPanel::showEstimate);
    connect(m_job, &Job::ended, this, [this, job = m_job.data()] { onEstimated(*job); });
    showEstimate();
}

void ForecastPanel::stopEstimate()
{
    if (m_job)
        m_job->stop();
    m_job = nullptr;
}

void ForecastPanel::onEstimated(const Job &job)
{
    if (m_job != &job)
        return;
    m_job = nullptr;
    m_error = job.error();
    showEstimate();
}

void ForecastPanel::showEstimate()
{
    m_bar->setVisible(m_job);
    m_estimate->setEnabled(m_request && (m_job || !m_runner->isBusy()));
    m_estimate->setText(m_job ? tr("&Do not estimate") : tr("Estimate on this &computer"));
    const auto known = m_request ? estimateFor(*m_request) : std::nullopt;
    m_estimate->setVisible(!known);
    if (m_job) {
        showFraction(*m_bar, *m_job);
        m_time->setText(tr("A few steps are being trained to measure it..."));
    } else if (known) {
        auto text = estimateText(*known);
        text.replace(0, 1, text.left(1).toUpper());
        m_time->setText(tr("%1 on this computer, for %L2 steps.").arg(text).arg(known->steps));
    } else if (m_error) {
        m_time->setText(QStringLiteral("⚠ ") + tr("It could not be measured.") + QLatin1Char(' ') +
                        errorText(*m_error));
    } else if (m_request && m_runner->isBusy()) {
        m_time->setText(tr("Not measured yet; it can be once the running job is done."));
    } else {
        m_time->setText(m_request ? tr("Not measured for these settings yet; it takes some ten "
                                       "seconds.")
                                  : tr("Needs a ticked category with normal pictures first."));
    }
}

void ForecastPanel::showFindings()
{
    while (auto *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](const QString &mark, const QString &sentence) {
        const int row = m_list->rowCount();
        auto *text = wrappingLabel();
        text->setText(sentence);
        text->setMinimumHeight(text->fontMetrics().height()); // a low window takes none of it
        m_list->addWidget(new QLabel(mark), row, 0, Qt::AlignTop);
        m_list->addWidget(text, row, 1);
    };
    for (const auto &finding : m_findings)
        add(sign(finding.severity), QString::fromStdString(finding.sentence));
    if (m_findings.empty())
        add({}, m_request ? tr("Being checked...") : tr("Nothing to check yet."));
}

void ForecastPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ForecastPanel::retranslate()
{
    m_timeTitle->setText(tr("Time"));
    m_checkTitle->setText(tr("Before it begins"));
    m_bar->setAccessibleName(tr("Progress of the estimate"));
    showEstimate();
    showFindings();
}

} // namespace cf::ui
