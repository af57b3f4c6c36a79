#include "ui/inspect/test_picture_model.h"

#include <algorithm>
#include <string_view>

namespace cf::ui {

namespace {

/// Of the file, without taking its path apart: typing a name looks at all rows.
QString nameOf(const dataset::Sample &sample)
{
    const std::string_view path = sample.image.native();
    const auto name = path.substr(path.find_last_of('/') + 1);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

void TestPictureModel::setPictures(std::shared_ptr<const dataset::Dataset> dataset, int category)
{
    beginResetModel();
    m_samples.clear();
    m_dataset = std::move(dataset);
    for (std::size_t c = 0; m_dataset && c < m_dataset->categories.size(); ++c) {
        if (category >= 0 && category != static_cast<int>(c))
            continue;
        for (const auto &sample : m_dataset->categories[c].samples)
            if (sample.split == dataset::Split::Test)
                m_samples.push_back(&sample);
    }
    endResetModel();
}

int TestPictureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_samples.size());
}

QVariant TestPictureModel::data(const QModelIndex &index, int role) const
{
    const auto *sample = index.isValid() ? at(index.row()) : nullptr;
    if (!sample)
        return {};
    if (role == Qt::DisplayRole)
        return QStringLiteral("%1 / %2").arg(QString::fromStdString(sample->kind), nameOf(*sample));
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(sample->image.native());
    return {};
}

const dataset::Sample *TestPictureModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? m_samples[static_cast<std::size_t>(row)] : nullptr;
}

int TestPictureModel::find(const std::filesystem::path &image) const
{
    // As texts: comparing paths part by part takes as long for one picture as this for fifty.
    const auto found =
        std::ranges::find(m_samples, image.native(), [](const auto *sample) -> const std::string & {
            return sample->image.native();
        });
    return found == m_samples.end() ? -1 : static_cast<int>(found - m_samples.begin());
}

} // namespace cf::ui
