#include "ui/runs/runs_table.h"

#include "ui/jobs/time_text.h"
#include "ui/runs/run_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QStringList>

#include <algorithm>
#include <array>

namespace cf::ui {

namespace {

constexpr int kHeadingMarginsPx = 12;
const auto kColumnsKey = QStringLiteral("runs/columns");

/// What a first look needs; the others are in the menu.
constexpr std::array<int, 5> kHiddenAtFirst = {RunsModel::Kind, RunsModel::FirstFigure + 2,
                                               RunsModel::FirstFigure + 3,
                                               RunsModel::FirstFigure + 5, RunsModel::Time};

class WordFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &words)
    {
        m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const auto text =
            sourceModel()->index(row, 0, parent).data(RunsModel::FilterRole).toString();
        return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
            return text.contains(word, Qt::CaseInsensitive);
        });
    }

private:
    QStringList m_words;
};

} // namespace

RunsTable::RunsTable(RunsModel *model, QWidget *parent)
    : QTableView(parent), m_model(model), m_shown(new WordFilter(this)),
      m_columnsMenu(new QMenu(this))
{
    m_shown->setSortRole(RunsModel::SortRole);
    m_shown->setSortLocaleAware(true);
    m_shown->setSourceModel(model);
    setModel(m_shown);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::SelectedClicked);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setSortingEnabled(true);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    auto *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setStretchLastSection(true);
    sortByColumn(RunsModel::Number, Qt::DescendingOrder);
    restoreColumns();

    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        m_columnsMenu->popup(header->viewport()->mapToGlobal(at));
    });
    connect(m_columnsMenu, &QMenu::aboutToShow, this, &RunsTable::fillColumnsMenu);
    connect(header, &QHeaderView::sectionMoved, this, &RunsTable::saveColumns);
    connect(header, &QHeaderView::sectionResized, this, &RunsTable::saveColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RunsTable::saveColumns);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != RunsModel::Notes)
            Q_EMIT runActivated(runAt(index));
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunsTable::selectedRunsChanged);
    setAccessibleName(tr("Runs of the project"));
}

store::Id RunsTable::runAt(const QModelIndex &index) const
{
    return index.data(RunsModel::RunRole).toLongLong();
}

void RunsTable::setFilter(const QString &words)
{
    static_cast<WordFilter *>(m_shown)->setWords(words);
    Q_EMIT selectedRunsChanged(); // Qt tells nothing of rows that the filter took away
}

int RunsTable::shownCount() const
{
    return m_shown->rowCount();
}

std::vector<store::Id> RunsTable::selectedRuns() const
{
    std::vector<store::Id> runs;
    for (const auto &index : selectionModel()->selectedRows())
        runs.push_back(runAt(index));
    std::sort(runs.begin(), runs.end());
    return runs;
}

void RunsTable::select(const std::vector<store::Id> &runs)
{
    QItemSelection selection;
    QModelIndex first;
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const auto index = m_shown->index(row, 0);
        if (std::find(runs.begin(), runs.end(), runAt(index)) == runs.end())
            continue;
        selection.select(index, m_shown->index(row, m_shown->columnCount() - 1));
        if (!first.isValid())
            first = index;
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first.isValid())
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
}

bool RunsTable::selectFirst()
{
    if (m_shown->rowCount() == 0)
        return false;
    select({runAt(m_shown->index(0, 0))});
    return true;
}

void RunsTable::showDefaultColumns()
{
    auto *header = horizontalHeader();
    for (int column = 0; column < RunsModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        const bool hidden =
            std::find(kHiddenAtFirst.begin(), kHiddenAtFirst.end(), column) != kHiddenAtFirst.end();
        setColumnHidden(column, hidden);
        const bool figure = column >= RunsModel::FirstFigure && column < RunsModel::Notes;
        const int letters = column == RunsModel::Name     ? 17
                            : figure                      ? 14
                            : column == RunsModel::Number ? 7
                            : column == RunsModel::Notes  ? 7 // at least; they take what is left
                                                          : 12;
        setColumnWidth(column, letters * fontMetrics().averageCharWidth() + 12);
    }
    QFont bold = font();
    bold.setBold(true);
    setColumnWidth(RunsModel::Created,
                   QFontMetrics(bold).horizontalAdvance(timeText("2026-12-28T22:28:58.000Z")) + 16);
    fitHeadings();
}

void RunsTable::fitHeadings()
{
    // Without the room that Qt keeps in each for the arrow of the sorted one. The notes take what
    // is left.
    for (int column = 0; column < RunsModel::Notes; ++column) {
        const auto heading =
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int least =
            horizontalHeader()->fontMetrics().horizontalAdvance(heading) + kHeadingMarginsPx;
        if (!isColumnHidden(column) && columnWidth(column) < least)
            setColumnWidth(column, least);
    }
}

void RunsTable::restoreColumns()
{
    const auto saved = QSettings().value(kColumnsKey).toByteArray();
    const bool restored = !saved.isEmpty() && horizontalHeader()->restoreState(saved) &&
                          horizontalHeader()->count() == RunsModel::ColumnCount;
    if (!restored)
        showDefaultColumns();
    // The header remembers what it looked like, the order of the rows is the model's.
    sortByColumn(horizontalHeader()->sortIndicatorSection(),
                 horizontalHeader()->sortIndicatorOrder());
}

void RunsTable::saveColumns() const
{
    QSettings().setValue(kColumnsKey, horizontalHeader()->saveState());
}

void RunsTable::fillColumnsMenu()
{
    m_columnsMenu->clear();
    const int shown = horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount();
    for (int place = 0; place < RunsModel::ColumnCount; ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        auto *action = m_columnsMenu->addAction(
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || shown > 1); // one must stay to be clicked
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            saveColumns();
        });
    }
    m_columnsMenu->addSeparator();
    m_columnsMenu->addAction(tr("Columns as at first"), this, [this] {
        showDefaultColumns();
        saveColumns();
    });
}

void RunsTable::editNotes(store::Id run)
{
    setColumnHidden(RunsModel::Notes, false);
    select({run});
    const auto notes = currentIndex().siblingAtColumn(RunsModel::Notes);
    selectionModel()->setCurrentIndex(notes, QItemSelectionModel::NoUpdate);
    edit(notes);
}

void RunsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2 && currentIndex().isValid()) {
        editNotes(runAt(currentIndex()));
        return;
    }
    const bool chooses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (chooses && state() != QAbstractItemView::EditingState && currentIndex().isValid()) {
        Q_EMIT runActivated(runAt(currentIndex()));
        return;
    }
    QTableView::keyPressEvent(event);
}

void RunsTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    setAccessibleName(tr("Runs of the project"));
    fitHeadings();
}

} // namespace cf::ui
