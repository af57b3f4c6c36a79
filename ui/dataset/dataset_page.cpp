#include "ui/dataset/dataset_page.h"

#include "ui/dataset/category_tree.h"
#include "ui/dataset/dataset_head.h"
#include "ui/dataset/filter_bar.h"
#include "ui/dataset/health_panel.h"
#include "ui/dataset/image_grid.h"
#include "ui/dataset/message_pane.h"
#include "ui/dataset/thumbnail_store.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include <unordered_set>

namespace cf::ui {

DatasetPage::DatasetPage(const QString &cacheFolder, QWidget *parent)
    : QWidget(parent), m_model(new ImageListModel(this)),
      m_thumbnails(new ThumbnailStore({.cacheFolder = cacheFolder}, this)),
      m_stack(new QStackedWidget), m_message(new MessagePane), m_content(new QWidget),
      m_head(new DatasetHead), m_filterBar(new FilterBar), m_splitter(new QSplitter),
      m_categories(new CategoryTree), m_grid(new ImageGrid(m_model, m_thumbnails)),
      m_gridStack(new QStackedWidget), m_nothing(new MessagePane), m_health(new HealthPanel)
{
    m_splitter->addWidget(m_categories);
    m_splitter->addWidget(makeMiddle());
    m_splitter->addWidget(m_health);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    m_splitter->setHandleWidth(9);
    m_splitter->setSizes({350, 600, 285});
    m_categories->setMinimumWidth(180);
    m_health->setMinimumWidth(200);
    m_gridStack->setMinimumWidth(220);

    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(12, 10, 12, 10);
    content->setSpacing(8);
    content->addWidget(m_head);
    content->addWidget(m_filterBar);
    content->addWidget(m_splitter, 1);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    for (auto *action :
         {undoStack()->createUndoAction(this), undoStack()->createRedoAction(this)}) {
        action->setShortcuts(m_undoActions.empty() ? QKeySequence::Undo : QKeySequence::Redo);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        m_undoActions.push_back(action);
    }
    connectParts();
    retranslate();
    setDataset(nullptr);
}

QWidget *DatasetPage::makeMiddle()
{
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("count"));
    m_showAll = new QPushButton;
    m_showAll->setObjectName(QStringLiteral("showAll"));
    m_showAll->setAutoDefault(false);
    QSizePolicy policy = m_showAll->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the pictures shall not jump
    m_showAll->setSizePolicy(policy);
    m_gridStack->addWidget(m_grid);
    m_gridStack->addWidget(m_nothing);
    auto *line = new QHBoxLayout;
    line->addWidget(m_count, 1);
    line->addWidget(m_showAll);
    auto *middle = new QWidget;
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(line);
    layout->addWidget(m_gridStack, 1);
    return middle;
}

void DatasetPage::connectParts()
{
    connect(m_message, &MessagePane::actionWanted, this, [this] {
        if (m_isNothingOpen)
            Q_EMIT openWanted();
        else
            Q_EMIT relocateWanted();
    });
    connect(m_nothing, &MessagePane::actionWanted, this, &DatasetPage::clearFilter);
    connect(m_showAll, &QPushButton::clicked, this, &DatasetPage::clearFilter);
    connect(m_filterBar, &FilterBar::filterChanged, this, [this](const ImageFilter &filter) {
        changeQuery([&](ImageQuery &query) { query.filter = filter; });
    });
    connect(m_filterBar, &FilterBar::orderChanged, this, [this](ImageOrder order) {
        changeQuery([&](ImageQuery &query) { query.order = order; });
    });
    connect(m_filterBar, &FilterBar::thumbnailSideChanged, m_grid, &ImageGrid::setThumbnailSide);
    connect(m_grid, &ImageGrid::thumbnailSideChanged, m_filterBar, &FilterBar::setThumbnailSide);
    m_filterBar->setThumbnailSide(m_grid->thumbnailSide());
    connect(m_categories, &CategoryTree::chosen, this,
            [this](const QString &category, const QString &kind) {
                changeQuery([&](ImageQuery &query) {
                    query.category = category;
                    query.kind = kind;
                });
            });
    connect(m_health, &HealthPanel::showWanted, this,
            [this](const std::vector<std::string> &pictures) {
                clearFilter();
                changeQuery([&](ImageQuery &query) {
                    query.onlyPaths.emplace(pictures.begin(), pictures.end());
                });
            });
    connect(m_health, &HealthPanel::ignoredChanged, this, [this] {
        markProblems();
        Q_EMIT ignoredChanged();
    });
    connect(m_grid, &ImageGrid::activated, this, [this](const QModelIndex &index) {
        Q_EMIT imageActivated(m_model->at(index.row()).shownPath());
    });
    connect(m_model, &ImageListModel::layoutChanged, this, &DatasetPage::showCount);
    connect(m_model, &ImageListModel::modelReset, this, &DatasetPage::showCount);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showCount();
        Q_EMIT selectionChanged();
    });
}

void DatasetPage::setUndoStack(QUndoStack *stack)
{
    for (auto *action : m_undoActions)
        delete action;
    m_undoActions.clear();
    m_health->setUndoStack(stack);
}

QUndoStack *DatasetPage::undoStack() const
{
    return m_health->undoStack();
}

QStringList DatasetPage::ignored() const
{
    QStringList keys(m_health->ignored().begin(), m_health->ignored().end());
    keys.sort();
    return keys;
}

void DatasetPage::setIgnored(const QStringList &keys)
{
    m_health->setIgnored({keys.begin(), keys.end()});
}

QStringList DatasetPage::selectedPaths() const
{
    QStringList paths;
    for (const QItemSelectionRange &range : m_grid->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            paths += m_model->at(row).shownPath();
    return paths;
}

void DatasetPage::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset,
                             std::shared_ptr<ImageRows> rows)
{
    const bool sameFolder = dataset && m_dataset && dataset->root == m_dataset->root;
    if (!sameFolder) {
        m_findings.clear();
        m_examined = false;
        clearFilter();
    }
    m_dataset = dataset;
    m_thumbnails->forgetBroken();
    m_categories->setDataset(dataset.get());
    showRows(std::move(rows));
    updateHealth();
    if (dataset)
        m_head->setDataset(*dataset);
    m_stack->setCurrentWidget(dataset ? m_content : m_message);
    if (!dataset)
        showNothingOpen();
}

void DatasetPage::showNothingOpen()
{
    m_message->showMessage(tr("No pictures are open."), tr("Open pictures..."));
    m_isNothingOpen = true;
}

void DatasetPage::showRows(std::shared_ptr<ImageRows> rows)
{
    // A reset forgets what is selected; the same pictures are selected anew.
    std::unordered_set<std::string> selected;
    for (const QItemSelectionRange &range : m_grid->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            selected.insert(m_model->at(row).path);
    const QModelIndex before = m_grid->currentIndex();
    const std::string current = before.isValid() ? m_model->at(before.row()).path : std::string();

    if (!rows)
        rows = std::make_shared<ImageRows>(m_dataset ? rowsOf(*m_dataset) : ImageRows());
    m_rows = std::move(rows);
    applyRecords(*m_rows, m_records);
    m_model->setRows(m_rows);
    if (!current.empty())
        if (const int row = m_model->find(current); row >= 0)
            m_grid->selectionModel()->setCurrentIndex(m_model->index(row),
                                                      QItemSelectionModel::NoUpdate);
    if (!selected.empty())
        m_grid->selectWhere([&](const ImageRow &row) { return selected.contains(row.path); });
}

void DatasetPage::setFindings(const std::vector<dataset::HealthFinding> &findings)
{
    m_findings = findings;
    m_examined = true;
    updateHealth();
}

void DatasetPage::updateHealth()
{
    m_health->setEntries(
        m_dataset ? healthEntries(*m_dataset, m_findings) : std::vector<HealthEntry>(), m_examined);
    markProblems();
}

void DatasetPage::markProblems()
{
    if (cf::ui::markProblems(*m_rows, m_health->troubledPictures()))
        m_model->updateRows();
}

void DatasetPage::setScores(const std::vector<ImageRecord> &records)
{
    m_records = records;
    applyRecords(*m_rows, m_records);
    m_model->updateRows();
}

void DatasetPage::setBusy(const QString &text)
{
    m_isNothingOpen = false;
    m_message->showBusy(text);
    m_stack->setCurrentWidget(m_message);
}

void DatasetPage::setError(const QString &sentence)
{
    m_isNothingOpen = false;
    m_message->showMessage(sentence, tr("Say where the pictures are..."));
    m_stack->setCurrentWidget(m_message);
}

void DatasetPage::setQuery(const QString &query)
{
    m_filterBar->setText(query);
}

void DatasetPage::focusQuery()
{
    m_filterBar->focusText();
}

void DatasetPage::clearFilter()
{
    m_filterBar->setText({});
    changeQuery([](ImageQuery &query) {
        query.filter = {};
        query.category.clear();
        query.kind.clear();
        query.onlyPaths.reset();
    });
    m_categories->choose({}, {});
}

void DatasetPage::changeQuery(const std::function<void(ImageQuery &)> &change)
{
    auto query = m_model->query();
    change(query);
    // Qt forgets the selection of all rows when their number changes.
    const bool allSelected =
        m_model->rowCount() > 0 && m_grid->selectedCount() == m_model->rowCount();
    std::vector<bool> wasSelected;
    const auto number = [&](const ImageRow &row) {
        return static_cast<std::size_t>(&row - m_rows->data());
    };
    if (allSelected) {
        wasSelected.resize(m_rows->size());
        for (int row = 0; row < m_model->rowCount(); ++row)
            wasSelected[number(m_model->at(row))] = true;
    }
    m_model->setQuery(std::move(query));
    if (allSelected)
        m_grid->selectWhere([&](const ImageRow &row) { return wasSelected[number(row)]; });
    if (m_grid->currentIndex().isValid())
        m_grid->scrollTo(m_grid->currentIndex());
}

void DatasetPage::showCount()
{
    const int shown = m_model->rowCount();
    const int total = m_model->totalCount();
    const int selected = m_grid->selectedCount();
    QString text = shown == total ? tr("%n pictures", nullptr, total)
                                  : tr("%L1 of %n pictures", nullptr, total).arg(shown);
    if (selected > 0)
        text = tr("%1, %L2 selected").arg(text).arg(selected);
    m_count->setText(text);
    const bool isChosen = !m_model->query().showsAll();
    m_showAll->setVisible(isChosen);
    const bool nothing = shown == 0 && total > 0;
    const QString query = m_model->query().filter.text();
    if (nothing)
        m_nothing->showMessage(query.isEmpty() ? tr("No picture is left by this choice.")
                                               : tr("No picture matches %1").arg(query),
                               tr("Show all pictures"));
    else if (total == 0)
        m_nothing->showMessage(tr("There are no pictures in it."));
    m_gridStack->setCurrentWidget(shown == 0 ? static_cast<QWidget *>(m_nothing) : m_grid);
}

void DatasetPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DatasetPage::retranslate()
{
    m_showAll->setText(tr("Show all"));
    m_showAll->setToolTip(tr("Take off the filter, the category and the choice of a finding"));
    if (m_dataset)
        m_head->setDataset(*m_dataset);
    else if (m_isNothingOpen)
        showNothingOpen();
    updateHealth();
    showCount();
}

} // namespace cf::ui
