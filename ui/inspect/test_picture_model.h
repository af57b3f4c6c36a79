#pragma once

#include "core/dataset/dataset.h"

#include <QAbstractListModel>

#include <filesystem>
#include <memory>
#include <vector>

namespace cf::ui {

/// The test pictures of a dataset, a pointer each: their texts are made when a view asks for them,
/// since 100,000 of them are common.
class TestPictureModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Those of one category, by its place in the dataset; of all with -1. Resets the model.
    void setPictures(std::shared_ptr<const dataset::Dataset> dataset, int category);

    int rowCount(const QModelIndex &parent = {}) const override;
    /// "scratch / 003.png", and the whole path as tip.
    QVariant data(const QModelIndex &index, int role) const override;

    /// Null outside of the rows.
    const dataset::Sample *at(int row) const;
    /// The row of that picture, or -1. Looks at each.
    int find(const std::filesystem::path &image) const;

private:
    std::shared_ptr<const dataset::Dataset> m_dataset; ///< owns what the rows point at
    std::vector<const dataset::Sample *> m_samples;
};

} // namespace cf::ui
