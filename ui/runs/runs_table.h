#pragma once

#include "ui/runs/runs_model.h"

#include <QTableView>

#include <vector>

class QMenu;
class QSortFilterProxyModel;

namespace cf::ui {

/// The runs as a table that can be sorted and filtered; columns can be hidden and moved, which is
/// remembered between programs. Return and a double click choose a run, F2 edits its notes.
class RunsTable : public QTableView
{
    Q_OBJECT
public:
    explicit RunsTable(RunsModel *model, QWidget *parent = nullptr);

    /// Runs that hold all these words, in any of number, name, kind, state, profile and notes.
    void setFilter(const QString &words);
    int shownCount() const;
    std::vector<store::Id> selectedRuns() const; ///< by number, those shown
    void select(const std::vector<store::Id> &runs);
    store::Id runAt(const QModelIndex &index) const; ///< 0: none
    /// The first shown row; false when there is none.
    bool selectFirst();
    /// Opens the editor in the run's row; shows the column where it is hidden.
    void editNotes(store::Id run);
    /// One check mark a column; belongs to the table.
    QMenu *columnsMenu() const { return m_columnsMenu; }

Q_SIGNALS:
    void runActivated(cf::store::Id run);
    void selectedRunsChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showDefaultColumns();
    /// Widens what is narrower than its heading, in the language of now.
    void fitHeadings();
    void restoreColumns();
    void saveColumns() const;
    void fillColumnsMenu();

    RunsModel *m_model;
    QSortFilterProxyModel *m_shown;
    QMenu *m_columnsMenu;
};

} // namespace cf::ui
