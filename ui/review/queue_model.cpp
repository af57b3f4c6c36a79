#include "ui/review/queue_model.h"

#include "ui/review/review_text.h"

namespace cf::ui {

QueueModel::QueueModel(const review::Ledger *ledger, QObject *parent)
    : QAbstractTableModel(parent), m_ledger(ledger)
{
}

void QueueModel::setRows(const SharedSet &set, const QueueWish &wish,
                         std::vector<std::uint32_t> rows)
{
    beginResetModel();
    m_set = set;
    m_wish = wish;
    m_rows = std::move(rows);
    m_rowOf.assign(set ? set->pictures.size() : 0, -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rowOf[m_rows[row]] = static_cast<std::int32_t>(row);
    endResetModel();
}

int QueueModel::rowOf(std::size_t picture) const
{
    return picture < m_rowOf.size() ? m_rowOf[picture] : -1;
}

void QueueModel::updatePicture(std::size_t picture)
{
    if (const int row = rowOf(picture); row >= 0)
        Q_EMIT dataChanged(index(row, Verdict), index(row, Verdict));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QueueModel::text(std::size_t picture, int column) const
{
    const auto &entry = m_set->pictures[picture];
    switch (column) {
    case Picture:
        return QString::fromStdString(entry.item.path.filename().string());
    case Category:
        return QString::fromStdString(entry.item.category);
    case Label:
        return isBlind(m_wish.queue) ? QString() : labelText(entry);
    case Score:
        return entry.item.score ? reviewScoreText(*entry.item.score) : QString();
    case Verdict:
        if (const auto decision = shownDecision(*m_ledger, picture, m_wish.queue, m_wish.reviewer))
            return decisionText(*decision);
        return isDecided(*m_ledger, picture, m_wish.queue) ? tr("decided by others") : QString();
    default:
        return {};
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto picture = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(picture, index.column());
    case Qt::ToolTipRole:
        return index.column() == Picture && !isBlind(m_wish.queue)
                   ? QString::fromStdString(m_set->pictures[picture].item.path.string())
                   : text(picture, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Score ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Score ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Picture:
        return tr("Picture");
    case Category:
        return tr("Category");
    case Label:
        return tr("Label");
    case Score:
        return tr("Score");
    case Verdict:
        return tr("Decision");
    default:
        return {};
    }
}

} // namespace cf::ui
