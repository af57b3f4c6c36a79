#include "ui/analyse/picture_model.h"

#include "ui/analyse/analysis_text.h"
#include "ui/dataset/thumbnail_store.h"

#include <QDir>

namespace cf::ui {

PictureModel::PictureModel(ThumbnailStore *store, QObject *parent)
    : QAbstractTableModel(parent), m_store(store)
{
}

void PictureModel::setPictures(std::vector<workflow::AnalysedPicture> pictures)
{
    beginResetModel();
    m_pictures = std::move(pictures);
    endResetModel();
}

void PictureModel::setThreshold(double threshold)
{
    m_threshold = threshold;
    if (!m_pictures.empty())
        Q_EMIT dataChanged(index(0, Margin), index(rowCount() - 1, Margin),
                           {Qt::DisplayRole, kSortRole});
}

int PictureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pictures.size());
}

int PictureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PictureModel::text(const workflow::AnalysedPicture &picture, int column) const
{
    switch (column) {
    case Picture:
        return QString::fromStdString(picture.path.filename().string());
    case Category:
        return QString::fromStdString(picture.category);
    case Kind:
        return QString::fromStdString(picture.kind);
    case Truth:
        return picture.defective ? tr("defective") : tr("good");
    case Score:
        return scoreText(picture.score);
    case Margin: {
        const double margin = picture.score - m_threshold;
        return margin >= 0.0 ? QLatin1Char('+') + scoreText(margin) : scoreText(margin);
    }
    default:
        return {};
    }
}

QVariant PictureModel::sortKey(const workflow::AnalysedPicture &picture, int column) const
{
    // The margin is sorted by closeness: what is nearly on the other side is what one looks for.
    if (column == Score)
        return picture.score;
    if (column == Margin)
        return std::abs(picture.score - m_threshold);
    return text(picture, column);
}

QVariant PictureModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &picture = m_pictures[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(picture, index.column());
    case kSortRole:
        return sortKey(picture, index.column());
    case kPathRole:
        return QString::fromStdString(picture.path.string());
    case Qt::ToolTipRole:
        return QDir::toNativeSeparators(QString::fromStdString(picture.path.string()));
    case Qt::TextAlignmentRole:
        return index.column() == Score || index.column() == Margin
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case Qt::DecorationRole:
        if (index.column() == Picture)
            if (const auto *thumbnail = m_store->find(picture.path.string()))
                return thumbnail->image;
        return {};
    default:
        return {};
    }
}

QVariant PictureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Score || section == Margin ? Qt::AlignRight : Qt::AlignLeft) |
                        Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Picture:
        return tr("Picture");
    case Category:
        return tr("Category");
    case Kind:
        return tr("Kind");
    case Truth:
        return tr("In truth");
    case Score:
        return tr("Score");
    case Margin:
        return tr("To threshold");
    default:
        return {};
    }
}

} // namespace cf::ui
