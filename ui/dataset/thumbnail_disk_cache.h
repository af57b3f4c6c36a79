#pragma once

#include <QImage>
#include <QString>

#include <mutex>
#include <optional>
#include <string>

namespace cf::ui {

/// Small pictures in a folder, one JPEG each, named by a hash of the original's path, size, time of
/// change and the side they were made for: a changed original finds nothing. Files are written
/// whole or not at all, and those that cannot be read count as not there. Any thread.
class ThumbnailDiskCache
{
public:
    /// An empty folder name keeps nothing. Past `mostBytes` the files written longest ago go. Files
    /// of other names in the folder are not touched.
    ThumbnailDiskCache(QString folder, qint64 mostBytes);

    /// Empty if the original is not there.
    static QString keyOf(const std::string &path, int sidePx);

    std::optional<QImage> load(const QString &key, int sidePx) const;
    /// A folder that cannot be written is no error: the next time costs a decoding again.
    void save(const QString &key, const QImage &image);

private:
    QString fileOf(const QString &key) const;
    void prune(); // with m_mutex held

    const QString m_folder;
    const qint64 m_mostBytes;
    std::mutex m_mutex;
    qint64 m_bytes = -1; // guarded by m_mutex; -1: not counted yet
};

} // namespace cf::ui
