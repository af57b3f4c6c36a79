#pragma once

#include "ui/review/queue_arrangement.h"

#include <QAbstractTableModel>

#include <memory>

namespace cf::ui {

/// The rows of a queue. Reads no file and makes no copy of a row: 100,000 are common.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Picture, Category, Label, Score, Verdict, ColumnCount };
    using SharedSet = std::shared_ptr<const workflow::ReviewSet>;

    /// The ledger must live as long.
    explicit QueueModel(const review::Ledger *ledger, QObject *parent = nullptr);

    void setRows(const SharedSet &set, const QueueWish &wish, std::vector<std::uint32_t> rows);
    const std::vector<std::uint32_t> &rows() const { return m_rows; }
    /// -1: the picture is not among the rows.
    int rowOf(std::size_t picture) const;
    /// Its decision is another one now.
    void updatePicture(std::size_t picture);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(std::size_t picture, int column) const;

    const review::Ledger *m_ledger;
    SharedSet m_set;
    QueueWish m_wish;
    std::vector<std::uint32_t> m_rows;
    std::vector<std::int32_t> m_rowOf; ///< by picture
};

} // namespace cf::ui
