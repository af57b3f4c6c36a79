#pragma once

#include "core/base/result.h"
#include "ui/dataset/thumbnail_disk_cache.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace cf::ui {

/// What there is to show for a picture: pixels, or the sentence why there are none.
struct Thumbnail
{
    QImage image;
    QString error;  ///< empty if there is an image
    int sidePx = 0; ///< what it was made for
};

struct ThumbnailOptions
{
    QString cacheFolder = {};             ///< empty: nothing is kept on disk
    qint64 mostMemoryBytes = 128LL << 20; ///< of pixels
    qint64 mostDiskBytes = 512LL << 20;
    int threads = 0; ///< 0 = one less than the cores, 1 to 4
    /// How a picture is read, from the store's threads; decodeThumbnail() unless told.
    std::function<Result<QImage>(const std::string &path, int longestSidePx)> decode = {};
};

/// Makes thumbnails in threads of its own and keeps those used last. Belongs to the GUI thread,
/// which it never makes wait; only the destructor does, for the pictures being decoded.
class ThumbnailStore : public QObject
{
    Q_OBJECT
public:
    explicit ThumbnailStore(ThumbnailOptions options = {}, QObject *parent = nullptr);
    ~ThumbnailStore() override;

    /// What is in memory, perhaps of another side; nullptr if nothing. Good until control returns
    /// to the event loop.
    const Thumbnail *find(const std::string &path);

    /// The pictures on screen, the most important first. They replace what was asked for before:
    /// what is not among them and not begun is dropped.
    void request(const std::vector<std::string> &paths, int sidePx);

    /// Pictures that could not be read are tried again when they are requested.
    void forgetBroken();

    int waitingCount() const;
    int decodedCount() const { return m_decoded; }  ///< originals read so far
    int diskHitCount() const { return m_diskHits; } ///< small pictures found in the folder
    qint64 memoryBytes() const { return m_memoryBytes; }

Q_SIGNALS:
    void arrived(const std::string &path);

private:
    struct Entry
    {
        std::string path;
        Thumbnail thumbnail;
    };

    bool isEnough(const std::string &path, int sidePx) const;
    void startWorkers(); // with m_mutex held
    void work();
    Thumbnail make(const std::string &path, int sidePx);
    void take(const std::string &path, const Thumbnail &thumbnail);

    const ThumbnailOptions m_options;
    ThumbnailDiskCache m_disk;
    std::list<Entry> m_entries; ///< the one used last in front
    std::unordered_map<std::string, std::list<Entry>::iterator> m_entryOf;
    std::unordered_set<std::string> m_wanted; ///< of the last request
    qint64 m_memoryBytes = 0;
    std::atomic<int> m_decoded = 0;
    std::atomic<int> m_diskHits = 0;

    mutable std::mutex m_mutex;
    std::vector<std::string> m_waiting;         // guarded by m_mutex; the next one at the back
    std::unordered_set<std::string> m_underWay; // guarded by m_mutex
    int m_sidePx = 0;                           // guarded by m_mutex
    int m_workers = 0;                          // guarded by m_mutex
    QThreadPool m_pool;
};

} // namespace cf::ui
