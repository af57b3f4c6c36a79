#include "ui/templates/query_list.h"

#include <QFile>
#include <QMimeData>
#include <QUrl>

namespace cf::ui {

Qt::ItemFlags QueryList::flags(const QModelIndex &index) const
{
    auto flags = ImageListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList QueryList::mimeTypes() const
{
    return {QStringLiteral("text/uri-list")};
}

QMimeData *QueryList::mimeData(const QModelIndexList &indexes) const
{
    std::vector<std::filesystem::path> files;
    for (const auto &index : indexes)
        files.emplace_back(at(index.row()).path);
    return mimeOf(files);
}

QString shortName(const std::filesystem::path &file)
{
    const auto name = file.parent_path().filename() / file.filename();
    return QFile::decodeName(name.string().c_str());
}

QMimeData *mimeOf(const std::vector<std::filesystem::path> &files)
{
    QList<QUrl> urls;
    for (const auto &file : files)
        urls += QUrl::fromLocalFile(QFile::decodeName(file.string().c_str()));
    auto *mime = new QMimeData;
    mime->setUrls(urls);
    return mime;
}

std::vector<std::filesystem::path> filesOf(const QMimeData &mime)
{
    std::vector<std::filesystem::path> files;
    for (const auto &url : mime.urls())
        if (url.isLocalFile())
            files.emplace_back(QFile::encodeName(url.toLocalFile()).toStdString());
    return files;
}

} // namespace cf::ui
