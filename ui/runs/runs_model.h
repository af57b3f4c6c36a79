#pragma once

#include "core/workflow/run_comparison.h"

#include <QAbstractTableModel>

#include <vector>

namespace cf::ui {

/// The runs of a project, a row each. Notes can be edited: the model then only tells what was
/// written, and shows it once setNotes() was called.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Number,
        Name,
        Kind,
        State,
        Created,
        Steps,
        Time,
        Profile,
        FirstFigure, ///< figure and gain of each metric of workflow::runTable() in turn
        Notes = FirstFigure + 8,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< a number or text that sorts as the column means it
        FilterRole,              ///< of column 0: all words that a filter looks into
        RunRole                  ///< of any column: the run's number
    };

    explicit RunsModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setRows(std::vector<workflow::RunRow> rows);
    const workflow::RunRow *row(store::Id run) const; ///< nullptr: no such run
    const workflow::RunRow &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void setNotes(store::Id run, const std::string &notes);
    /// The run that the other pages show is in bold; 0: none.
    void setChosenRun(store::Id run);
    store::Id chosenRun() const { return m_chosen; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void notesEdited(cf::store::Id run, const QString &before, const QString &after);

private:
    QString text(const workflow::RunRow &row, int column) const;
    QVariant sortValue(const workflow::RunRow &row, int column) const;
    QString toolTip(const workflow::RunRow &row, int column) const;

    std::vector<workflow::RunRow> m_rows;
    store::Id m_chosen = 0;
};

} // namespace cf::ui
