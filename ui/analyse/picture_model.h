#pragma once

#include "core/workflow/analysis.h"

#include <QAbstractTableModel>

#include <vector>

namespace cf::ui {

class ThumbnailStore;

/// Pictures of an evaluation with their scores. Reads no file: a picture that the store does not
/// have yet has no decoration.
class PictureModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Picture, Category, Kind, Truth, Score, Margin, ColumnCount };
    /// What a column is sorted by.
    static constexpr int kSortRole = Qt::UserRole;
    /// The absolute path, of every column.
    static constexpr int kPathRole = Qt::UserRole + 1;

    /// The store must live as long.
    explicit PictureModel(ThumbnailStore *store, QObject *parent = nullptr);

    void setPictures(std::vector<workflow::AnalysedPicture> pictures);
    const std::vector<workflow::AnalysedPicture> &pictures() const { return m_pictures; }
    /// Changes the margins alone.
    void setThreshold(double threshold);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const workflow::AnalysedPicture &picture, int column) const;
    QVariant sortKey(const workflow::AnalysedPicture &picture, int column) const;

    ThumbnailStore *m_store;
    std::vector<workflow::AnalysedPicture> m_pictures;
    double m_threshold = 0;
};

} // namespace cf::ui
