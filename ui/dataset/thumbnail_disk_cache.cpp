#include "ui/dataset/thumbnail_disk_cache.h"

#include "ui/dataset/thumbnail_decoder.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>

#include <algorithm>
#include <filesystem>

namespace cf::ui {

namespace {

constexpr int kJpegQuality = 90;
constexpr double kKeptShare = 0.9; // pruning goes a little further, so that it is rare

} // namespace

ThumbnailDiskCache::ThumbnailDiskCache(QString folder, qint64 mostBytes)
    : m_folder(std::move(folder)), m_mostBytes(mostBytes)
{
}

QString ThumbnailDiskCache::keyOf(const std::string &path, int sidePx)
{
    std::error_code failed;
    const auto sizeBytes = std::filesystem::file_size(path, failed);
    if (failed)
        return {};
    const auto changed = std::filesystem::last_write_time(path, failed);
    if (failed)
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const std::string &part :
         {path, std::to_string(sizeBytes), std::to_string(changed.time_since_epoch().count()),
          std::to_string(sidePx)}) {
        hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString ThumbnailDiskCache::fileOf(const QString &key) const
{
    return m_folder + QLatin1Char('/') + key + QStringLiteral(".jpg");
}

std::optional<QImage> ThumbnailDiskCache::load(const QString &key, int sidePx) const
{
    if (m_folder.isEmpty() || key.isEmpty())
        return std::nullopt;
    // Qt's own reader would fill a file that is cut off with grey.
    const auto image = decodeThumbnail(fileOf(key).toStdString(), sidePx);
    if (!image.ok())
        return std::nullopt;
    return *image;
}

void ThumbnailDiskCache::save(const QString &key, const QImage &image)
{
    if (m_folder.isEmpty() || key.isEmpty() || !QDir().mkpath(m_folder))
        return;
    QSaveFile file(fileOf(key));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!image.save(&buffer, "JPG", kJpegQuality) || !file.open(QIODevice::WriteOnly) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return;
    const std::scoped_lock lock(m_mutex);
    if (m_bytes >= 0)
        m_bytes += bytes.size();
    if (m_bytes < 0 || m_bytes > m_mostBytes)
        prune();
}

void ThumbnailDiskCache::prune()
{
    // A hash of 40 digits; what follows ".jpg" is left of a writing that was broken off.
    QFileInfoList files = QDir(m_folder).entryInfoList(
        {QString(40, QLatin1Char('?')) + QStringLiteral(".jpg*")}, QDir::Files);
    m_bytes = 0;
    for (const QFileInfo &file : files)
        m_bytes += file.size();
    if (m_bytes <= m_mostBytes)
        return;
    std::sort(files.begin(), files.end(), [](const QFileInfo &a, const QFileInfo &b) {
        return a.lastModified() < b.lastModified();
    });
    for (const QFileInfo &file : files) {
        if (static_cast<double>(m_bytes) <= kKeptShare * static_cast<double>(m_mostBytes))
            return;
        if (QFile::remove(file.filePath()))
            m_bytes -= file.size();
    }
}

} // namespace cf::ui
