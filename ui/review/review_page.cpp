// The page's parts and what it reads. The queue: review_page_queue.cpp. Deciding:
// review_page_decide.cpp. Normals: review_page_normals.cpp. Reviewers and the trail:
// review_page_trail.cpp. Reports: review_page_report.cpp.
#include "ui/review/review_page.h"

#include "core/review/reviewer_profile.h"
#include "ui/dataset/column_scroll.h"
#include "ui/dataset/message_pane.h"
#include "ui/jobs/error_text.h"
#include "ui/review/evidence_facts.h"
#include "ui/review/evidence_view.h"
#include "ui/review/normals_bar.h"
#include "ui/review/queue_panel.h"
#include "ui/review/save_problem.h"
#include "ui/review/second_opinion_panel.h"
#include "ui/review/verdict_bar.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kQueueWidthPx = 330;
constexpr int kSideWidthPx = 240;

} // namespace

ReviewPage::ReviewPage(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_queue(new QueuePanel(&m_book.ledger())),
      m_stack(new QStackedWidget), m_message(new MessagePane)
{
    m_clock.start();
    auto *splitter = new QSplitter;
    splitter->addWidget(m_queue);
    splitter->addWidget(newCentre());
    splitter->addWidget(newSide());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kQueueWidthPx, 640, kSideWidthPx});
    splitter->setChildrenCollapsible(false);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(newHead());
    column->addWidget(m_problem = new SaveProblem);
    column->addWidget(splitter, 1);
    m_problem->hide();
    m_stack->addWidget(m_message);
    m_stack->addWidget(content);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_stack);
    connectParts();
    connectNormals();
    retranslate();
}

ReviewPage::~ReviewPage()
{
    m_queue->setRows(nullptr, {}, {}); // it looks into the book, which goes first
}

QWidget *ReviewPage::newHead()
{
    m_reviewerButton = new QToolButton;
    m_reviewerButton->setObjectName(QStringLiteral("reviewer"));
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(240);
    m_progressText = new QLabel;
    m_progressText->setObjectName(QStringLiteral("reviewProgress"));
    m_progressText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_readOnly = new QLabel;
    m_readOnly->setObjectName(QStringLiteral("readOnlyNotice"));
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(8, 8, 8, 0);
    row->addWidget(m_reviewerButton);
    row->addWidget(m_progress);
    row->addWidget(m_progressText, 1);
    row->addWidget(m_normals = new NormalsBar(m_runner), 2); // seen for a while: nothing moves
    row->addWidget(m_readOnly);
    return head;
}

QWidget *ReviewPage::newCentre()
{
    m_evidence = new EvidenceView;
    m_verdicts = new VerdictBar;
    auto *looking = new QWidget;
    auto *column = new QVBoxLayout(looking);
    column->setContentsMargins(0, 0, 0, 8);
    column->addWidget(m_evidence, 1);
    column->addWidget(m_verdicts);
    m_centre = new QStackedWidget;
    m_centre->addWidget(looking);
    return m_centre;
}

QWidget *ReviewPage::newSide()
{
    m_facts = new EvidenceFacts;
    m_second = new SecondOpinionPanel;
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 8, 8);
    column->addWidget(m_facts);
    column->addStretch(1);
    column->addWidget(m_second);
    return new ColumnScroll(side);
}

void ReviewPage::connectParts()
{
    connect(m_reviewerButton, &QToolButton::clicked, this, &ReviewPage::chooseReviewer);
    connect(m_message, &MessagePane::actionWanted, this, [this] {
        if (m_error || m_wasStopped)
            load();
        else if (m_project.empty())
            Q_EMIT projectWanted();
        else
            chooseReviewer();
    });
    connect(m_queue, &QueuePanel::wishChanged, this, [this] {
        saveProfile();
        arrangeAnew(m_queue->wish().queue != m_wish.queue);
    });
    connect(m_queue, &QueuePanel::rowChosen, this, &ReviewPage::showRow);
    connect(m_second, &SecondOpinionPanel::shareChanged, this, [this] {
        saveProfile();
        if (m_wish.queue == ReviewQueue::SecondOpinion)
            arrangeAnew(true);
    });
    connect(m_verdicts, &VerdictBar::decided, this, &ReviewPage::decide);
    connect(m_verdicts, &VerdictBar::normalWanted, this, &ReviewPage::takeAsNormal);
    connect(m_verdicts, &VerdictBar::reasonsWanted, this, &ReviewPage::editReasons);
    connect(m_evidence, &EvidenceView::painted, this, &ReviewPage::decideHeld);
    connect(&m_cache, &EvidenceCache::arrived, this, [this](std::size_t picture) {
        if (picture == m_current)
            presentCurrent();
    });
    connect(&m_book, &DecisionBook::changed, this, &ReviewPage::onChanged);
    connect(&m_book, &DecisionBook::decided, this, &ReviewPage::onDecided);
    connect(&m_book, &DecisionBook::takenBack, this, &ReviewPage::onTakenBack);
    connect(&m_book, &DecisionBook::failed, this, [this](const QString &sentence) {
        m_held.reset();
        m_problem->showProblem(sentence, m_book.waiting());
    });
    connect(&m_book, &DecisionBook::idle, this, [this] {
        m_problem->hide();
        decideAccepted();
        decideHeld();
        Q_EMIT allSaved();
        if (m_isAsked)
            loadIfSeen();
        else if (m_arrangeWanted)
            arrangeAnew(*m_arrangeWanted);
    });
    connect(m_problem, &SaveProblem::retryWanted, &m_book, &DecisionBook::retry);
    connect(m_problem, &SaveProblem::discardWanted, this, [this] {
        m_book.discard();
        m_problem->hide();
        Q_EMIT allSaved();
        reload();
    });
}

void ReviewPage::setRun(const std::filesystem::path &project, const std::string &run)
{
    if (project != m_project)
        m_reviewer.reset(); // each project is signed for anew
    if (project != m_project || run != m_run)
        m_accepted.reset();
    m_project = project;
    m_run = run;
    reload();
}

void ReviewPage::reload()
{
    if (m_loading)
        m_loading->stop();
    m_loading = nullptr;
    m_error.reset();
    m_isAsked = true;
    loadIfSeen();
}

void ReviewPage::setKeys(const QString &ok, const QString &ng, const QString &unsure,
                         const QString &normal)
{
    m_verdicts->setKeys(ok, ng, unsure, normal);
}

void ReviewPage::loadIfSeen()
{
    // What is on its way to the disk belongs to the trail that is read.
    if (!m_isAsked || !isVisible() || m_book.waiting() > 0)
        return;
    if (m_project.empty())
        take(nullptr);
    else
        load();
}

void ReviewPage::load()
{
    m_isAsked = false;
    m_error.reset();
    m_wasStopped = false;
    m_hasChangedMeanwhile = false;
    m_loading = m_runner->start<DecisionBook::SharedSet>(
        Lane::Files, [] { return tr("Read the pictures to review"); },
        [project = m_project, run = m_run](RunContext &context) -> Result<DecisionBook::SharedSet> {
            CF_ASSIGN_OR_RETURN(auto set, workflow::openReview(project, run, context));
            return std::make_shared<const workflow::ReviewSet>(std::move(set));
        },
        this,
        [this, project = m_project, run = m_run](const DecisionBook::SharedSet &set) {
            if (project != m_project || run != m_run)
                return; // another one was asked for meanwhile
            if (m_hasChangedMeanwhile)
                reload();
            else
                take(set);
        },
        Afterwards::Forgotten);
    connect(m_loading, &Job::ended, this, [this, job = m_loading.data()] {
        if (job != m_loading)
            return; // another one was asked for meanwhile
        m_error = job->error();
        m_wasStopped = job->state() == JobState::Cancelled;
        m_loading = nullptr;
        showState();
    });
    showState();
}

void ReviewPage::take(const DecisionBook::SharedSet &set)
{
    m_isAsked = false;
    m_loading = nullptr;
    m_set = set;
    m_reviewers = set ? set->reviewers : std::vector<store::Reviewer>();
    m_held.reset();
    m_current.reset();
    m_pace.clear();
    m_normals->setSet(m_project, set);
    m_verdicts->setCanTakeNormals(m_normals->canTake());
    m_cache.setSet(m_project, set);
    m_queue->setRows(nullptr, {}, {});
    m_evidence->clear();
    m_facts->clear();
    m_book.setSet(m_project, set);
    QStringList categories;
    if (set)
        for (const auto &category : set->categories)
            categories += QString::fromStdString(category.name);
    m_queue->setCategories(categories);
    if (m_reviewer && set) {
        m_book.setReviewer(m_reviewer->name);
        arrangeAnew(true);
    }
    showState();
}

void ReviewPage::takeReviewer(const store::Reviewer &reviewer)
{
    m_reviewer = reviewer;
    const auto profile = review::profileFrom(reviewer.profileJson);
    QStringList reasons;
    for (const auto &reason : profile.reasons)
        reasons += QString::fromStdString(reason);
    m_verdicts->setReasons(reasons);
    m_second->setShare(profile.secondShare);
    m_queue->setOrder(profile.order);
    m_pace.clear();
    m_book.setReviewer(reviewer.name);
    arrangeAnew(true);
    showState();
}

void ReviewPage::showState()
{
    const bool hasPictures = m_set && !m_set->pictures.empty();
    m_readOnly->setVisible(m_set && m_set->isReadOnly);
    m_stack->setCurrentIndex(hasPictures && m_reviewer ? 1 : 0);
    if (m_stack->currentIndex() == 1)
        return; // what is shown stays while it is read again
    if (m_project.empty())
        m_message->showMessage(tr("Decisions are kept in a project. Open one, or make one for "
                                  "your pictures."),
                               tr("Make a project…"));
    else if (m_wasStopped)
        m_message->showMessage(tr("Stopped before the pictures were read."), tr("Try again"));
    else if (m_loading || (!m_set && !m_error))
        m_message->showBusy(tr("Reading the pictures to review"));
    else if (m_error)
        m_message->showMessage(errorText(*m_error), tr("Try again"));
    else if (!hasPictures)
        m_message->showMessage(tr("This project has no test pictures to review."));
    else
        m_message->showMessage(
            tr("Who reviews? Each decision is kept with the name of who made it."),
            tr("Choose a reviewer…"));
}

void ReviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    qApp->installEventFilter(this);
    loadIfSeen();
}

void ReviewPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    qApp->removeEventFilter(this);
    setFlicker(false);
}

void ReviewPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReviewPage::retranslate()
{
    m_reviewerButton->setText(m_reviewer ? tr("Reviewer: %1").arg(reviewer())
                                         : tr("Choose a reviewer…"));
    m_reviewerButton->setToolTip(tr("Who decides; another person may go on here"));
    m_progress->setAccessibleName(tr("Share of the queue that is decided"));
    m_readOnly->setText(tr("This project cannot be written: nothing can be decided."));
    showProgress();
    showFacts();
    showState();
}

} // namespace cf::ui
