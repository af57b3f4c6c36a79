#include "ui/analyse/analyse_page.h"

#include "core/workflow/model_location.h"
#include "ui/analyse/analysis_view.h"
#include "ui/analyse/defects_view.h"
#include "ui/analyse/zones_view.h"
#include "ui/dataset/message_pane.h"
#include "ui/jobs/error_text.h"
#include "ui/jobs/time_text.h"

#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

using SharedAnalysis = std::shared_ptr<const workflow::Analysis>;

using Rule = std::optional<workflow::DecisionRule>;

Result<std::filesystem::path> modelOf(const std::filesystem::path &project, const std::string &run)
{
    CF_ASSIGN_OR_RETURN(const auto id, workflow::runIdFrom(run));
    CF_ASSIGN_OR_RETURN(const auto opened, store::Project::open(project));
    CF_ASSIGN_OR_RETURN(const auto row, opened.run(id));
    return workflow::modelOfRun(opened, row);
}

} // namespace

AnalysePage::AnalysePage(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_stack(new QStackedWidget), m_message(new MessagePane),
      m_title(new QLabel), m_tabs(new QTabWidget), m_view(new AnalysisView), m_zones(new ZonesView),
      m_defects(new DefectsView(runner))
{
    m_message->setObjectName(QStringLiteral("pageMessage"));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setContentsMargins(9, 6, 9, 0);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    m_tabs->setObjectName(QStringLiteral("views"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_view, QString());
    m_tabs->addTab(m_zones, QString());
    m_tabs->addTab(m_defects, QString());
    column->addWidget(m_tabs, 1);
    m_stack->addWidget(m_message);
    m_stack->addWidget(content);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_stack);
    connect(m_view, &AnalysisView::pictureWanted, this, &AnalysePage::pictureWanted);
    connect(m_zones, &ZonesView::pictureWanted, this, &AnalysePage::pictureWanted);
    connect(m_defects, &DefectsView::pictureWanted, this, &AnalysePage::pictureWanted);
    connect(m_defects, &DefectsView::said, this, &AnalysePage::said);
    connect(m_zones, &ZonesView::keepWanted, this, &AnalysePage::keep);
    connect(m_message, &MessagePane::actionWanted, this, [this] {
        if (m_error || m_wasStopped)
            load();
        else
            Q_EMIT evaluationWanted();
    });
    retranslate();
}

void AnalysePage::setRun(const std::filesystem::path &project, const std::string &run)
{
    if (project != m_project || run != m_run)
        take(nullptr);
    m_project = project;
    m_run = run;
    if (m_loading)
        m_loading->stop();
    m_loading = nullptr;
    m_error.reset();
    m_wasStopped = false;
    m_isAsked = !m_project.empty() && !m_run.empty();
    m_defects->setRun(m_project, m_run);
    if (m_isAsked)
        loadIfSeen();
    else
        showState();
}

void AnalysePage::loadIfSeen()
{
    if (m_isAsked && isVisible())
        load();
}

void AnalysePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    loadIfSeen();
}

void AnalysePage::load()
{
    m_isAsked = false;
    m_error.reset();
    m_wasStopped = false;
    m_loading = m_runner->start<SharedAnalysis>(
        Lane::Files,
        [run = QString::fromStdString(m_run)] { return tr("Analyse run %1").arg(run); },
        [project = m_project, run = m_run](RunContext &context) -> Result<SharedAnalysis> {
            CF_ASSIGN_OR_RETURN(const auto id, workflow::runIdFrom(run));
            CF_ASSIGN_OR_RETURN(auto analysis, workflow::analyseRun(project, id, context));
            return analysis ? std::make_shared<const workflow::Analysis>(std::move(*analysis))
                            : SharedAnalysis();
        },
        this,
        [this, project = m_project, run = m_run](const SharedAnalysis &analysis) {
            if (project == m_project && run == m_run) // or another one was asked for meanwhile
                take(analysis);
        },
        Afterwards::Forgotten);
    connect(m_loading, &Job::ended, this, [this, job = m_loading.data()] {
        if (job != m_loading)
            return; // another run was chosen meanwhile
        m_error = job->error();
        m_wasStopped = job->state() == JobState::Cancelled;
        m_loading = nullptr;
        showState();
    });
    showState();
}

void AnalysePage::take(const SharedAnalysis &analysis)
{
    m_view->setAnalysis(analysis);
    m_zones->setAnalysis(analysis);
    m_analysis = analysis; // the old one only now: the views looked into it
    m_zones->setKept({});
    if (m_analysis)
        readRule();
    showTitle();
}

void AnalysePage::readRule()
{
    watchRule(m_runner->start<Rule>(
        Lane::Files, [] { return tr("Read the thresholds"); },
        [project = m_project, run = m_run](RunContext &) -> Result<Rule> {
            CF_ASSIGN_OR_RETURN(const auto model, modelOf(project, run));
            return workflow::loadDecisionRule(model);
        },
        this, [this](const Rule &rule) { m_zones->setKept(rule); }, Afterwards::Forgotten));
}

void AnalysePage::keep(const workflow::ChosenZones &zones)
{
    watchRule(m_runner->start<Rule>(
        Lane::Files, [] { return tr("Keep the thresholds"); },
        [project = m_project, run = m_run, zones](RunContext &) -> Result<Rule> {
            CF_ASSIGN_OR_RETURN(const auto model, modelOf(project, run));
            CF_ASSIGN_OR_RETURN(auto rule, workflow::chooseZonesFor(model, zones));
            return std::optional(std::move(rule));
        },
        this,
        [this](const Rule &rule) {
            m_zones->setKept(rule);
            Q_EMIT thresholdsKept();
        },
        Afterwards::Forgotten));
}

void AnalysePage::watchRule(Job *job)
{
    connect(job, &Job::ended, this, [this, job] {
        if (job->error())
            m_zones->setKept({}, errorText(*job->error()));
    });
}

void AnalysePage::showZones()
{
    m_tabs->setCurrentWidget(m_zones);
}

void AnalysePage::showDefects()
{
    m_tabs->setCurrentWidget(m_defects);
}

void AnalysePage::showTitle()
{
    if (!m_analysis)
        return;
    const auto name = QString::fromStdString(m_analysis->runName);
    auto text = name.isEmpty() ? tr("Run %1").arg(QString::fromStdString(m_run))
                               : tr("Run %1, %2").arg(QString::fromStdString(m_run), name);
    text += QStringLiteral(" · ") + tr("evaluated %1").arg(timeText(m_analysis->endedUtc));
    if (m_analysis->unlabelledCount > 0)
        text += QStringLiteral(" · ") +
                tr("left out because they have no label: %L1").arg(m_analysis->unlabelledCount);
    if (m_analysis->learnedCount > 0)
        text += QStringLiteral(" · ") + tr("%Ln picture(s) were trained with and are left out", "",
                                           static_cast<int>(m_analysis->learnedCount));
    m_title->setText(text);
    m_title->setToolTip(text);
}

void AnalysePage::showState()
{
    m_stack->setCurrentIndex(m_analysis && !m_analysis->categories.empty() ? 1 : 0);
    if (m_stack->currentIndex() == 1)
        return; // what is shown stays while it is read again
    if (m_loading)
        m_message->showBusy(tr("Reading the evaluation"));
    else if (m_error)
        m_message->showMessage(errorText(*m_error), tr("Try again"));
    else if (m_wasStopped)
        m_message->showMessage(tr("Stopped before the evaluation was read."), tr("Try again"));
    else if (m_analysis)
        m_message->showMessage(tr("The test pictures of this evaluation have no labels: sort them "
                                  "into good and defective ones and evaluate again."));
    else if (!m_run.empty())
        m_message->showMessage(tr("Run %1 has no evaluation yet: its model was not tested.")
                                   .arg(QString::fromStdString(m_run)),
                               tr("Test it now"));
    else
        m_message->showMessage(tr("No evaluation yet. Train a filter first: it is tested at the "
                                  "end, and the result appears here."),
                               tr("Go to training"));
}

void AnalysePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AnalysePage::retranslate()
{
    m_tabs->setTabText(0, tr("Good and defective"));
    m_tabs->setTabText(1, tr("Pass, review, fail"));
    m_tabs->setTabText(2, tr("Where defects sit"));
    showTitle();
    showState();
}

} // namespace cf::ui
