#include "ui/dataset/image_list_model.h"

#include "core/dataset/detail/natural_order.h"

#include <algorithm>
#include <numeric>

namespace cf::ui {

namespace {

int labelRank(dataset::Label label)
{
    switch (label) {
    case dataset::Label::Defect:
        return 0;
    case dataset::Label::Unknown:
        return 1;
    case dataset::Label::Normal:
        break;
    }
    return 2;
}

bool comesBefore(ImageOrder order, const ImageRow &a, const ImageRow &b)
{
    switch (order) {
    case ImageOrder::Dataset:
        return false; // the rows stand in it
    case ImageOrder::Name:
        return dataset::detail::naturalLess(a.name(), b.name());
    case ImageOrder::Kind:
        return a.kind < b.kind;
    case ImageOrder::Label:
        return labelRank(a.label) < labelRank(b.label);
    case ImageOrder::HighestScore:
    case ImageOrder::LowestScore:
        if (!a.score || !b.score)
            return a.score.has_value() && !b.score.has_value();
        return order == ImageOrder::HighestScore ? *a.score > *b.score : *a.score < *b.score;
    }
    return false;
}

} // namespace

bool ImageQuery::showsAll() const
{
    return filter.isEmpty() && category.isEmpty() && kind.isEmpty() && !onlyPaths;
}

ImageListModel::ImageListModel(QObject *parent) : QAbstractListModel(parent) {}

void ImageListModel::setRows(std::shared_ptr<const ImageRows> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_sorted = sorted();
    m_shown = chosen();
    endResetModel();
}

void ImageListModel::updateRows()
{
    m_sorted = sorted();
    choose();
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ImageListModel::setQuery(ImageQuery query)
{
    const bool sameOrder = query.order == m_query.order;
    m_query = std::move(query);
    if (!sameOrder)
        m_sorted = sorted();
    choose();
}

int ImageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

const ImageRow &ImageListModel::at(int row) const
{
    return (*m_rows)[m_shown[static_cast<std::size_t>(row)]];
}

QVariant ImageListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ImageRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.shownName();
    case Qt::AccessibleTextRole:
        return describe(row);
    case PathRole:
        return row.shownPath();
    case CategoryRole:
        return row.category;
    case KindRole:
        return row.kind;
    case LabelRole:
        return static_cast<int>(row.label);
    case ScoreRole:
        return row.score ? QVariant(*row.score) : QVariant();
    case ProblemRole:
        return row.hasProblem;
    default:
        return {};
    }
}

int ImageListModel::find(const std::string &path) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&](std::uint32_t number) {
        return (*m_rows)[number].path == path;
    });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

std::vector<std::uint32_t> ImageListModel::sorted() const
{
    std::vector<std::uint32_t> numbers(static_cast<std::size_t>(totalCount()));
    std::iota(numbers.begin(), numbers.end(), 0U);
    if (m_query.order != ImageOrder::Dataset)
        std::stable_sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) {
            return comesBefore(m_query.order, (*m_rows)[a], (*m_rows)[b]);
        });
    return numbers;
}

std::vector<std::uint32_t> ImageListModel::chosen() const
{
    if (m_query.showsAll())
        return m_sorted;
    std::vector<std::uint32_t> shown;
    for (const std::uint32_t number : m_sorted) {
        const ImageRow &row = (*m_rows)[number];
        if ((m_query.category.isEmpty() || row.category == m_query.category) &&
            (m_query.kind.isEmpty() || row.kind == m_query.kind) &&
            (!m_query.onlyPaths || m_query.onlyPaths->contains(row.path)) &&
            m_query.filter.matches(row))
            shown.push_back(number);
    }
    return shown;
}

void ImageListModel::choose()
{
    Q_EMIT layoutAboutToBeChanged();
    const auto before = persistentIndexList();
    std::vector<std::uint32_t> numbers; // of the rows that views hold on to
    for (const QModelIndex &index : before)
        numbers.push_back(m_shown[static_cast<std::size_t>(index.row())]);
    m_shown = chosen();
    if (!before.isEmpty()) {
        std::vector<int> placeOf(static_cast<std::size_t>(totalCount()), -1);
        for (std::size_t place = 0; place < m_shown.size(); ++place)
            placeOf[m_shown[place]] = static_cast<int>(place);
        QModelIndexList after;
        after.reserve(before.size());
        for (const std::uint32_t number : numbers)
            after += placeOf[number] < 0 ? QModelIndex() : index(placeOf[number]);
        changePersistentIndexList(before, after);
    }
    Q_EMIT layoutChanged();
}

} // namespace cf::ui
