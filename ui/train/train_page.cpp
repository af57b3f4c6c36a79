#include "ui/train/train_page.h"

#include "ui/jobs/error_text.h"
#include "ui/plots/curve_plot.h"
#include "ui/train/metric_table.h"
#include "ui/train/train_form.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

constexpr int kFormWidthPx = 380;
constexpr std::size_t kSmoothing = 20; // steps; single steps jump with the samples drawn
const std::string kScore = "validation_score";

/// Mean over the last kSmoothing values at each place.
std::vector<double> smoothed(const std::vector<double> &values)
{
    std::vector<double> means;
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        if (i >= kSmoothing)
            sum -= values[i - kSmoothing];
        means.push_back(sum / static_cast<double>(std::min(i + 1, kSmoothing)));
    }
    return means;
}

QLabel *heading()
{
    auto *label = new QLabel;
    auto font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

TrainPage::TrainPage(JobRunner *runner, QWidget *parent) : QWidget(parent), m_runner(runner)
{
    m_form = new TrainForm;
    m_notes = new QLabel;
    m_notes->setWordWrap(true);
    m_start = new QPushButton;
    m_start->setMinimumHeight(36);
    m_start->setObjectName(QStringLiteral("startTraining"));
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows the focus of the form
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *left = new QWidget;
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->addWidget(scroll, 1);
    leftColumn->addWidget(m_notes);
    leftColumn->addWidget(m_start);
    addLive();
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(m_live);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kFormWidthPx, 900});
    splitter->setChildrenCollapsible(false);
    auto *page = new QHBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(splitter);

    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_project)
            start();
        else
            Q_EMIT projectWanted();
    });
    connect(m_stop, &QPushButton::clicked, this, &TrainPage::stop);
    connect(m_resume, &QPushButton::clicked, this, [this] {
        workflow::TrainRequest request;
        request.resumeRun = m_run;
        train(request);
    });
    connect(m_form, &TrainForm::changed, this, &TrainPage::showState);
    connect(&m_feed, &TrainingFeed::arrived, this, &TrainPage::take);
    retranslate();
}

void TrainPage::addLive()
{
    m_live = new QWidget;
    m_stateText = new QLabel;
    m_stateText->setWordWrap(true);
    m_stateText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_bar = new QProgressBar;
    m_stop = new QPushButton;
    m_stop->setObjectName(QStringLiteral("stopTraining"));
    m_resume = new QPushButton;
    m_resume->setObjectName(QStringLiteral("resumeTraining"));
    m_curvesTitle = heading();
    m_scoreTitle = heading();
    m_resultTitle = heading();
    m_losses = new CurvePlot;
    m_scores = new CurvePlot;
    m_table = new MetricTable;
    m_next = new QLabel;
    m_next->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_bar, 1);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_resume);
    auto *plots = new QHBoxLayout;
    for (const auto &[title, plot] :
         {std::pair(m_curvesTitle, m_losses), {m_scoreTitle, m_scores}}) {
        auto *column = new QVBoxLayout;
        column->addWidget(title);
        column->addWidget(plot, 1);
        plots->addLayout(column, 1);
    }
    auto *column = new QVBoxLayout(m_live);
    column->addWidget(m_stateText);
    column->addLayout(buttons);
    column->addLayout(plots, 3);
    column->addWidget(m_resultTitle);
    column->addWidget(m_table, 2);
    column->addWidget(m_next);
}

void TrainPage::setProject(const std::optional<std::filesystem::path> &project)
{
    if (project != m_project) {
        m_run.reset();
        m_feed.forget();
        forgetCurves();
        m_table->setRowCount(0);
    }
    m_project = project;
    showState();
}

void TrainPage::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset)
{
    m_form->setDataset(dataset);
    showState();
}

void TrainPage::start()
{
    if (!m_project || isTraining() || !m_form->obstacles().isEmpty())
        return;
    train(m_form->request());
}

void TrainPage::stop()
{
    if (m_training)
        m_training->stop();
    if (m_evaluation)
        m_evaluation->stop();
}

void TrainPage::train(const workflow::TrainRequest &wanted)
{
    auto request = wanted;
    request.project = *m_project;
    m_table->setRowCount(0);
    const auto title =
        request.resumeRun
            ? tr("Go on with run %1").arg(QString::fromStdString(*request.resumeRun))
            : tr("Train on %1").arg(QString::fromStdString(request.data.filename().string()));
    m_run.reset();
    forgetCurves();
    m_training = m_runner->start<workflow::TrainSummary>(
        Lane::Engine, title,
        [request, page = QPointer(this)](RunContext &context) {
            return workflow::train(request, context, [&](const std::string &run) {
                QMetaObject::invokeMethod(
                    QCoreApplication::instance(),
                    [page, run, request] {
                        if (page)
                            page->begin(request.project, run);
                    },
                    Qt::QueuedConnection);
            });
        },
        this,
        [this, project = request.project](const workflow::TrainSummary &summary) {
            evaluate(project, summary.run);
        });
    connect(m_training, &Job::changed, this, &TrainPage::showState);
    connect(m_training, &Job::ended, this, [this, job = m_training.data()] {
        m_feed.finish();
        onEnded(*job, tr("The training failed."));
    });
    showState();
}

void TrainPage::evaluate(const std::filesystem::path &project, const std::string &run)
{
    workflow::EvaluateRequest request;
    request.project = project;
    request.run = run;
    m_evaluation = m_runner->start<workflow::Evaluation>(
        Lane::Engine, tr("Evaluate run %1").arg(QString::fromStdString(run)),
        [request](RunContext &context) { return workflow::evaluate(request, context); }, this,
        [this, project](const workflow::Evaluation &evaluation) {
            if (m_project != project)
                return; // closed meanwhile; its file has the figures
            m_table->setEvaluation(evaluation);
            Q_EMIT evaluated(QString::fromStdString(evaluation.run));
        });
    connect(m_evaluation, &Job::changed, this, &TrainPage::showState);
    connect(m_evaluation, &Job::ended, this, [this, job = m_evaluation.data()] {
        onEnded(*job, tr("The model is trained, but could not be tested."));
    });
}

void TrainPage::onEnded(const Job &job, const QString &failure)
{
    showState();
    if (job.error())
        m_stateText->setText(QStringLiteral("⚠ ") + failure + QLatin1Char(' ') +
                             errorText(*job.error()));
}

void TrainPage::begin(const std::filesystem::path &project, const std::string &run)
{
    if (m_project != project)
        return;
    m_run = run;
    m_feed.follow(project, std::stoll(run));
}

void TrainPage::forgetCurves()
{
    m_terms.clear();
    m_rate = {};
    showCurves();
}

void TrainPage::Series::set(std::int64_t at, double to)
{
    const auto place = static_cast<double>(at);
    if (!step.empty() && step.back() == place) {
        value.back() = to;
        return;
    }
    step.push_back(place);
    value.push_back(to);
}

void TrainPage::take(const std::vector<store::LossStep> &steps)
{
    for (const auto &step : steps) {
        for (const auto &term : step.terms)
            m_terms[term.name].set(step.step, term.value);
        m_rate.set(step.step, step.learningRate);
    }
    showCurves();
}

void TrainPage::showCurves()
{
    std::vector<PlotCurve> losses;
    for (const auto &[name, series] : m_terms)
        if (name != kScore)
            losses.push_back({QString::fromStdString(name), series.step, smoothed(series.value),
                              name != "total"});
    // The sum first: it keeps its colour whatever terms a profile has.
    std::stable_partition(losses.begin(), losses.end(),
                          [](const PlotCurve &curve) { return !curve.dashed; });
    m_losses->setCurves(losses);

    std::vector<PlotCurve> scores;
    if (const auto found = m_terms.find(kScore); found != m_terms.end())
        scores.push_back({tr("score on held-out synthetic defects"), found->second.step,
                          found->second.value, false});
    if (!m_rate.step.empty()) {
        const double peak = *std::max_element(m_rate.value.begin(), m_rate.value.end());
        auto relative = m_rate.value;
        for (auto &value : relative)
            value /= std::max(peak, 1e-12);
        scores.push_back({tr("learning rate (peak %1)").arg(peak, 0, 'g', 3), m_rate.step,
                          std::move(relative), true});
    }
    m_scores->setCurves(scores);
}

void TrainPage::showState()
{
    const auto obstacles = m_form->obstacles();
    const auto warnings = m_form->warnings();
    QStringList notes;
    for (const auto &sentence : obstacles + warnings)
        notes += QStringLiteral("⚠ ") + sentence;
    m_notes->setText(notes.join(QStringLiteral("\n")));
    m_notes->setVisible(!notes.isEmpty());

    const bool evaluating = m_evaluation && !m_evaluation->isOver();
    const Job *active = isTraining() ? m_training.data()
                        : evaluating ? m_evaluation.data()
                                     : nullptr;
    m_form->setEnabled(!active);
    m_start->setEnabled(!active && obstacles.isEmpty());
    m_start->setText(m_project ? tr("&Start training") : tr("Create a &project to train..."));
    m_stop->setEnabled(active && active->canStop());
    const bool unfinished = m_run && m_training && m_training->canRetry();
    m_resume->setVisible(unfinished);
    m_resume->setEnabled(!active);
    m_bar->setVisible(active);
    m_stop->setVisible(active);
    if (active) {
        showFraction(*m_bar, *active);
        QString text = jobStateText(active->state());
        if (!active->progress().stage.empty())
            text = stageText(active->progress().stage);
        if (active->progress().total > 0)
            text += tr(", %L1 of %L2").arg(active->progress().done).arg(active->progress().total);
        if (const auto left = active->remainingMs())
            text += QStringLiteral(", ") + tr("%1 left").arg(durationText(*left));
        m_stateText->setText(text);
    } else if (unfinished && !m_training->error()) {
        m_stateText->setText(tr("Stopped. Everything up to the last step is kept."));
    } else if (m_table->rowCount() > 0) {
        m_stateText->setText(tr("The filter is trained and tested."));
    } else if (!m_training) {
        m_stateText->setText(
            tr("Training needs normal pictures only; defects are invented on them. "
               "The test pictures are looked at once, at the end."));
    }
    const bool hasResult = m_table->rowCount() > 0;
    m_resultTitle->setVisible(hasResult);
    m_table->setVisible(hasResult);
    m_next->setVisible(hasResult);
}

void TrainPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainPage::retranslate()
{
    m_stop->setText(tr("S&top and keep"));
    m_stop->setToolTip(
        tr("End here; what is learned so far is kept, and training can go on later"));
    m_resume->setText(tr("&Go on"));
    m_curvesTitle->setText(tr("Losses (mean of %1 steps)").arg(kSmoothing));
    m_scoreTitle->setText(tr("Validation"));
    m_resultTitle->setText(tr("Test pictures, in per cent"));
    m_next->setText(tr("What next: look at single pictures under Inspect; add more normal pictures "
                       "where clean surfaces light up."));
    m_losses->setLabels(tr("step"), tr("loss"));
    m_losses->setEmptyText(tr("The losses appear here while it learns."));
    m_losses->setAccessibleName(m_curvesTitle->text());
    m_scores->setLabels(tr("step"), tr("score, 0 to 1"));
    m_scores->setEmptyText(tr("The score on held-out synthetic defects appears here."));
    m_scores->setAccessibleName(m_scoreTitle->text());
    m_bar->setAccessibleName(tr("Progress of the training"));
    m_bar->setTextVisible(false);
    showState();
    showCurves();
}

} // namespace cf::ui
