#include "ui/dataset/thumbnail_store.h"

#include "ui/dataset/thumbnail_decoder.h"

#include <QThread>

#include <algorithm>
#include <exception>

namespace cf::ui {

namespace {

/// The disk keeps few sizes, so that a change of the zoom finds them.
int keptSide(int sidePx)
{
    for (const int kept : {128, 320, 640})
        if (sidePx <= kept)
            return kept;
    return sidePx;
}

QImage shrunk(const QImage &image, int longestSidePx)
{
    if (std::max(image.width(), image.height()) <= longestSidePx)
        return image;
    const QSize size = image.size().scaled(longestSidePx, longestSidePx, Qt::KeepAspectRatio);
    return image.scaled(size.expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// What an entry takes in memory, about.
qint64 costOf(const Thumbnail &thumbnail)
{
    return thumbnail.image.sizeInBytes() + thumbnail.error.size() * 2 + 256;
}

ThumbnailOptions completed(ThumbnailOptions options)
{
    if (options.threads <= 0)
        options.threads = std::clamp(QThread::idealThreadCount() - 1, 1, 4);
    if (!options.decode)
        options.decode = decodeThumbnail;
    return options;
}

} // namespace

ThumbnailStore::ThumbnailStore(ThumbnailOptions options, QObject *parent)
    : QObject(parent), m_options(completed(std::move(options))),
      m_disk(m_options.cacheFolder, m_options.mostDiskBytes)
{
    m_pool.setMaxThreadCount(m_options.threads);
}

ThumbnailStore::~ThumbnailStore()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.clear();
    }
    m_pool.waitForDone();
}

const Thumbnail *ThumbnailStore::find(const std::string &path)
{
    const auto entry = m_entryOf.find(path);
    if (entry == m_entryOf.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, entry->second);
    return &entry->second->thumbnail;
}

bool ThumbnailStore::isEnough(const std::string &path, int sidePx) const
{
    const auto entry = m_entryOf.find(path);
    if (entry == m_entryOf.end())
        return false;
    const Thumbnail &thumbnail = entry->second->thumbnail;
    return thumbnail.sidePx == sidePx || !thumbnail.error.isEmpty();
}

void ThumbnailStore::request(const std::vector<std::string> &paths, int sidePx)
{
    m_wanted = {paths.begin(), paths.end()};
    const std::scoped_lock lock(m_mutex);
    m_sidePx = sidePx;
    m_waiting.clear();
    for (auto path = paths.rbegin(); path != paths.rend(); ++path)
        if (!isEnough(*path, sidePx) && !m_underWay.contains(*path))
            m_waiting.push_back(*path);
    startWorkers();
}

void ThumbnailStore::forgetBroken()
{
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        if (entry->thumbnail.error.isEmpty()) {
            ++entry;
            continue;
        }
        m_memoryBytes -= costOf(entry->thumbnail);
        m_entryOf.erase(entry->path);
        entry = m_entries.erase(entry);
    }
}

int ThumbnailStore::waitingCount() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(m_waiting.size());
}

void ThumbnailStore::startWorkers()
{
    const int useful = std::min(m_options.threads, static_cast<int>(m_waiting.size()));
    for (; m_workers < useful; ++m_workers)
        m_pool.start([this] { work(); });
}

void ThumbnailStore::work()
{
    while (true) {
        std::string path;
        int sidePx = 0;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_waiting.empty()) {
                --m_workers;
                return;
            }
            path = std::move(m_waiting.back());
            m_waiting.pop_back();
            m_underWay.insert(path);
            sidePx = m_sidePx;
        }
        // Queued: what is still on its way when the store goes is dropped with it.
        QMetaObject::invokeMethod(
            this, [this, path, made = make(path, sidePx)] { take(path, made); },
            Qt::QueuedConnection);
    }
}

Thumbnail ThumbnailStore::make(const std::string &path, int sidePx)
{
    const int kept = keptSide(sidePx);
    const QString key =
        m_options.cacheFolder.isEmpty() ? QString() : ThumbnailDiskCache::keyOf(path, kept);
    if (const auto found = m_disk.load(key, kept)) {
        ++m_diskHits;
        return {shrunk(*found, sidePx), {}, sidePx};
    }
    ++m_decoded;
    const auto broken = [&](const std::string &sentence) {
        return Thumbnail{{}, QString::fromStdString(sentence), sidePx};
    };
    try {
        const auto decoded = m_options.decode(path, kept);
        if (!decoded.ok())
            return broken(decoded.error().detail);
        m_disk.save(key, *decoded);
        return {shrunk(*decoded, sidePx), {}, sidePx};
    } catch (const std::exception &exception) { // the end of the thread: nothing above catches
        return broken("Cannot read " + path + ": " + exception.what());
    }
}

void ThumbnailStore::take(const std::string &path, const Thumbnail &thumbnail)
{
    if (const auto old = m_entryOf.find(path); old != m_entryOf.end()) {
        m_memoryBytes -= costOf(old->second->thumbnail);
        m_entries.erase(old->second);
        m_entryOf.erase(old);
    }
    m_entries.push_front({path, thumbnail});
    m_entryOf[path] = m_entries.begin();
    m_memoryBytes += costOf(thumbnail);
    while (m_memoryBytes > m_options.mostMemoryBytes && m_entries.size() > 1) {
        m_memoryBytes -= costOf(m_entries.back().thumbnail);
        m_entryOf.erase(m_entries.back().path);
        m_entries.pop_back();
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_underWay.erase(path);
        if (m_wanted.contains(path) && !isEnough(path, m_sidePx)) { // zoomed meanwhile
            m_waiting.push_back(path);
            startWorkers();
        }
    }
    Q_EMIT arrived(path);
}

} // namespace cf::ui
