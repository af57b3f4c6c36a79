#include "ui/templates/templates_page.h"

#include "core/workflow/templates.h"
#include "ui/dataset/image_grid.h"
#include "ui/dataset/thumbnail_store.h"
#include "ui/jobs/error_text.h"
#include "ui/templates/coverage_panel.h"
#include "ui/templates/coverage_view.h"
#include "ui/templates/match_view.h"
#include "ui/templates/preview_status.h"
#include "ui/templates/query_list.h"
#include "ui/templates/template_controls.h"
#include "ui/templates/template_tray.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kSideWidthPx = 270;
constexpr int kTileSidePx = 72;
constexpr int kLeastListPx = 170;
constexpr std::size_t kFewestNormals = 2;

} // namespace

TemplatesPage::TemplatesPage(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_undo(new QUndoStack(this)),
      m_pictureThumbnails(new ThumbnailStore({}, this)),
      m_sideThumbnails(new ThumbnailStore({}, this)), m_stack(new QStackedWidget),
      m_status(new PreviewStatus), m_coverage(new CoveragePanel), m_pictures(new QueryList(this)),
      m_grid(new ImageGrid(m_pictures, m_pictureThumbnails)), m_match(new MatchView)
{
    m_stack->addWidget(m_status);
    m_stack->addWidget(makeMiddle());
    auto *splitter = new QSplitter;
    splitter->addWidget(makeSide());
    splitter->addWidget(m_stack);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kSideWidthPx, 1000});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addWidget(splitter);

    m_controls->setStrategy(m_choice.strategy);
    m_controls->setCount(m_choice.count);
    connectParts();
    retranslate();
    showStatus();
}

TemplatesPage::~TemplatesPage()
{
    if (m_job)
        m_job->stop();
}

QWidget *TemplatesPage::makeSide()
{
    m_controls = new TemplateControls(m_runner);
    m_trayLabel = new QLabel;
    m_trayLabel->setObjectName(QStringLiteral("trayLabel"));
    m_trayLabel->setWordWrap(true);
    m_tray = new TemplateTray;
    m_add = new QPushButton;
    m_add->setObjectName(QStringLiteral("add"));
    m_remove = new QPushButton;
    m_remove->setObjectName(QStringLiteral("remove"));
    m_trayLabel->setBuddy(m_tray);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(8);
    column->addWidget(m_controls);
    column->addWidget(m_trayLabel);
    column->addWidget(m_tray, 1);
    column->addLayout(buttons);
    return side;
}

QWidget *TemplatesPage::makeMiddle()
{
    m_picturesLabel = new QLabel;
    m_picturesLabel->setObjectName(QStringLiteral("picturesLabel"));
    m_showAll = new QPushButton;
    m_showAll->setObjectName(QStringLiteral("showAll"));
    m_grid->setObjectName(QStringLiteral("pictures"));
    m_grid->setThumbnailSide(kTileSidePx);
    m_grid->setDragEnabled(true);
    m_grid->setDragDropMode(QAbstractItemView::DragOnly);
    auto *line = new QHBoxLayout;
    line->addWidget(m_picturesLabel, 1);
    line->addWidget(m_showAll);
    auto *list = new QWidget;
    list->setMinimumWidth(kLeastListPx);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(line);
    column->addWidget(m_grid, 1);

    auto *bottom = new QSplitter;
    bottom->addWidget(list);
    bottom->addWidget(m_match);
    bottom->setStretchFactor(1, 1);
    bottom->setSizes({250, 700});
    bottom->setChildrenCollapsible(false);
    auto *middle = new QSplitter(Qt::Vertical);
    middle->addWidget(m_coverage);
    middle->addWidget(bottom);
    middle->setStretchFactor(1, 1);
    middle->setSizes({330, 380});
    middle->setChildrenCollapsible(false);
    middle->setHandleWidth(11);
    return middle;
}

void TemplatesPage::connectParts()
{
    connect(m_controls, &TemplateControls::categoryChanged, this, [this] {
        fillPictures();
        openCategory();
    });
    connect(m_controls, &TemplateControls::strategyChanged, this, [this] {
        auto choice = m_choice;
        choice.strategy = m_controls->strategy();
        change(tr("Other rule for templates"), choice);
    });
    connect(m_controls, &TemplateControls::countChanged, this, [this] {
        auto choice = m_choice;
        choice.count = m_controls->count();
        change(tr("Other number of templates"), choice);
    });
    connect(m_controls, &TemplateControls::sourceChanged, this, [this] {
        auto choice = m_choice;
        choice.source = m_controls->source();
        change(tr("Other source of templates"), choice);
    });
    connect(m_status, &PreviewStatus::actionWanted, this, &TemplatesPage::openCategory);
    connect(m_add, &QPushButton::clicked, this, &TemplatesPage::addSelected);
    connect(m_remove, &QPushButton::clicked, this, &TemplatesPage::removeSelected);
    connect(m_tray, &TemplateTray::removeWanted, this, &TemplatesPage::removeSelected);
    connect(m_tray, &TemplateTray::dropped, this, &TemplatesPage::add);
    connect(m_tray, &TemplateTray::itemSelectionChanged, this, &TemplatesPage::updateButtons);
    connect(m_tray, &TemplateTray::itemActivated, this, [this] {
        if (const auto files = m_tray->selectedFiles(); !files.empty())
            showPicture(files.front());
    });

    auto &plot = m_coverage->view();
    connect(&plot, &CoverageView::selectionChanged, this, &TemplatesPage::followPlot);
    connect(&plot, &CoverageView::toggleWanted, this, [this] { toggle(selectedNormals()); });
    connect(&plot, &CoverageView::hoveredChanged, this, &TemplatesPage::requestThumbnails);
    connect(m_coverage, &CoveragePanel::goldenWanted, this, &TemplatesPage::suggestGolden);
    connect(m_coverage, &CoveragePanel::outliersWanted, this, &TemplatesPage::showOutliers);
    connect(m_sideThumbnails, &ThumbnailStore::arrived, this, &TemplatesPage::showThumbnail);

    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TemplatesPage::followPictures);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && !m_following)
                    showPicture(m_pictures->at(current.row()).path);
            });
    auto *space = new QAction(m_grid);
    space->setShortcut(Qt::Key_Space);
    space->setShortcutContext(Qt::WidgetShortcut);
    m_grid->addAction(space);
    connect(space, &QAction::triggered, this, [this] { toggle(selectedNormals()); });
    connect(m_showAll, &QPushButton::clicked, this, &TemplatesPage::fillPictures);

    connect(
        m_match, &MatchView::dropped, this,
        [this](const std::vector<std::filesystem::path> &files) { showPicture(files.front()); });
    connect(&m_matcher, &TemplateMatcher::matched, this, &TemplatesPage::showMatch);
    connect(&m_matcher, &TemplateMatcher::failed, m_match, &MatchView::showError);
}

void TemplatesPage::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset,
                               std::shared_ptr<const ImageRows> rows)
{
    if (dataset == m_dataset)
        return;
    const bool same = m_dataset && dataset && m_dataset->root == dataset->root;
    const auto category = m_controls->category();
    m_dataset = dataset;
    QStringList names;
    if (dataset)
        for (const auto &one : dataset->categories)
            names += QString::fromStdString(one.name);
    m_controls->setCategories(names);
    if (!rows)
        rows = std::make_shared<const ImageRows>(dataset ? rowsOf(*dataset) : ImageRows());
    m_pictures->setRows(std::move(rows));
    fillPictures();
    if (same) {
        m_controls->setCategory(category);
    } else {
        m_undo->clear();
        apply({});
    }
    openCategory();
}

void TemplatesPage::setProject(const std::optional<std::filesystem::path> &project)
{
    m_project = project; // where the features are kept changes nothing of what is shown
}

void TemplatesPage::setSeed(std::uint64_t seed)
{
    if (seed == m_seed)
        return;
    m_seed = seed;
    if (m_choice.strategy == engine::TemplateStrategy::Random)
        updateTemplates();
}

void TemplatesPage::showCategory(const QString &name)
{
    m_controls->setCategory(name);
}

void TemplatesPage::fillPictures()
{
    ImageQuery query;
    query.category = m_controls->category();
    m_pictures->setQuery(query);
    retranslate();
}

void TemplatesPage::openCategory()
{
    if (m_job)
        m_job->stop();
    m_job.clear();
    ++m_generation;
    m_preview.reset();
    m_matcher.cancel();
    m_image.clear();
    m_failure.clear();
    m_coverage->setPreview(nullptr);
    m_match->showSentence({});
    m_isOpen = false;
    openIfSeen();
    updateTemplates();
    showStatus();
}

void TemplatesPage::openIfSeen()
{
    const auto *category =
        m_dataset ? m_dataset->find(m_controls->category().toStdString()) : nullptr;
    if (m_isOpen || !isVisible() || !category || category->trainNormalCount() < kFewestNormals)
        return;
    m_isOpen = true;
    using Shared = std::shared_ptr<const engine::TemplatePreview>;
    workflow::TemplatesRequest request;
    request.category = category->name;
    request.project = m_project;
    m_job = m_runner->start<Shared>(
        Lane::Engine,
        [category = m_controls->category()] {
            return tr("Compare the normals of %1").arg(category);
        },
        [dataset = m_dataset, request](RunContext &run) -> Result<Shared> {
            CF_ASSIGN_OR_RETURN(auto preview, workflow::openTemplates(*dataset, request, run));
            return std::make_shared<const engine::TemplatePreview>(std::move(preview));
        },
        this,
        [this, generation = m_generation](const Shared &preview) {
            if (generation == m_generation)
                take(preview);
        });
    connect(m_job, &Job::ended, this, [this, job = m_job.data()] {
        if (job != m_job || job->state() == JobState::Done)
            return;
        m_failure = job->error() ? errorText(*job->error())
                                 : tr("The normal pictures have not been compared: cancelled.");
        showStatus();
    });
}

void TemplatesPage::take(std::shared_ptr<const engine::TemplatePreview> preview)
{
    m_preview = std::move(preview);
    m_coverage->setPreview(m_preview);
    updateTemplates();
    showStatus();
    // To begin with, one that has something to show.
    int row = 0;
    for (int i = m_pictures->rowCount() - 1; i >= 0; --i)
        if (m_pictures->at(i).label == dataset::Label::Defect)
            row = i;
    if (!m_grid->currentIndex().isValid() && m_image.empty())
        m_grid->setCurrentIndex(m_pictures->index(row));
    else if (m_image.empty())
        showPicture(m_pictures->at(m_grid->currentIndex().row()).path);
    Q_EMIT compared();
}

void TemplatesPage::showStatus()
{
    const auto *category =
        m_dataset ? m_dataset->find(m_controls->category().toStdString()) : nullptr;
    m_stack->setCurrentIndex(m_preview ? 1 : 0);
    if (m_preview)
        return;
    if (!m_dataset)
        m_status->showSentence(tr("Open a dataset first; then its normal pictures can be compared "
                                  "here."));
    else if (!category)
        m_status->showSentence(tr("This dataset has no category."));
    else if (category->trainNormalCount() < kFewestNormals)
        m_status->showSentence(
            tr("%1 has %n normal training pictures, and two are needed to compare them. Put good "
               "pictures into its train/good folder.",
               nullptr, static_cast<int>(category->trainNormalCount()))
                .arg(m_controls->category()));
    else if (!m_failure.isEmpty())
        m_status->showSentence(m_failure, tr("Try again"));
    else if (m_job)
        m_status->showJob(m_job, tr("Comparing the normal pictures of %1; the next time it is "
                                    "quick.")
                                     .arg(m_controls->category()));
    else
        m_status->showSentence({});
}

void TemplatesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    openIfSeen();
    if (m_matchWhenSeen)
        matchCurrent();
    showStatus();
}

void TemplatesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateTray();
        showStatus();
    }
}

void TemplatesPage::retranslate()
{
    m_tray->setAccessibleName(tr("Templates"));
    m_add->setText(tr("&Add"));
    m_add->setToolTip(tr("Takes the selected normal pictures as templates (Space)"));
    m_remove->setText(tr("Re&move"));
    m_remove->setToolTip(tr("Takes the selected templates out (Delete)"));
    m_showAll->setText(tr("Show all"));
    const bool some = m_pictures->query().onlyPaths.has_value();
    m_picturesLabel->setText(some ? tr("%n outliers", nullptr, m_pictures->rowCount())
                                  : tr("%n pictures", nullptr, m_pictures->rowCount()));
    m_showAll->setVisible(some);
}

} // namespace cf::ui
