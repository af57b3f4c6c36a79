#pragma once

#include "ui/dataset/image_list_model.h"

#include <filesystem>
#include <vector>

class QMimeData;

namespace cf::ui {

/// The pictures of a list as files that can be dragged elsewhere.
class QueryList : public ImageListModel
{
    Q_OBJECT
public:
    using ImageListModel::ImageListModel;

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }
};

/// "good/000.png": the name with its folder, since numbers repeat in each kind.
QString shortName(const std::filesystem::path &file);

/// Files as a drag carries them, and back; what is no local file is left out.
QMimeData *mimeOf(const std::vector<std::filesystem::path> &files);
std::vector<std::filesystem::path> filesOf(const QMimeData &mime);

} // namespace cf::ui
