#include "ui/annotate/annotation_store.h"

#include "core/annotation/labelme.h"
#include "core/store/project.h"
#include "core/workflow/import_dataset.h"
#include "core/workflow/project_annotations.h"
#include "ui/jobs/error_text.h"

#include <QTimer>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace cf::ui {

namespace {

constexpr int kRetryMs = 3000;

/// Edits of one picture that wait to be stored; the newest state of each shape.
struct PendingEdit
{
    QSize imageSizePx;
    std::string extraJson;
    std::map<ShapeNumber, std::optional<annotation::Shape>> shapes; ///< none: it is gone
};

} // namespace

struct AnnotationStore::Worker
{
    using Task = std::function<void(Result<store::Project> &)>;

    std::filesystem::path projectPath;
    AnnotationStore *owner = nullptr; ///< lives as long as the thread
    std::mutex mutex;
    std::condition_variable_any wake;
    std::map<PicturePlace, PendingEdit> edits;                  // guarded by mutex
    std::optional<std::vector<store::AnnotationClass>> classes; // guarded by mutex
    std::deque<Task> reads;                                     // guarded by mutex
    bool isStoring = false;                                     // guarded by mutex
    bool isHeldBack = false; ///< guarded by mutex; it failed: waits for more, or for retry()
    int discards = 0;        ///< guarded by mutex; what was taken before one is not put back
    std::map<std::filesystem::path, store::Id> datasetIds; ///< of the thread
    std::jthread thread;                                   // last: joined before what it uses goes

    void run(const std::stop_token &stop);
    bool hasEdits() const { return !edits.empty() || classes; }
    Result<store::PictureKey> keyOf(store::Project &project, const PicturePlace &picture);
    Result<void> storeEdit(store::Project &project, const PicturePlace &picture,
                           const PendingEdit &edit);
    void storeNext(Result<store::Project> &project, std::unique_lock<std::mutex> &lock);
    void putBack(const PicturePlace &picture, PendingEdit older);
    annotation::Annotation wholeOf(Result<store::Project> &project, const PicturePlace &picture,
                                   const PendingEdit &edit);
    Result<void> writeAll(Result<store::Project> &project, const std::filesystem::path &folder);
    void tell(const Error &error);
    void tellSaved(bool isIdle);
};

Result<store::PictureKey> AnnotationStore::Worker::keyOf(store::Project &project,
                                                         const PicturePlace &picture)
{
    auto known = datasetIds.find(picture.root);
    if (known == datasetIds.end()) {
        CF_ASSIGN_OR_RETURN(const auto id, workflow::datasetAt(project, picture.root));
        if (!id)
            return Error::make(ErrorCode::NotFound,
                               "The pictures in " + picture.root.string() +
                                   " are not in the project yet; open them in it first");
        known = datasetIds.emplace(picture.root, *id).first;
    }
    return store::PictureKey{known->second, picture.category, picture.path};
}

Result<void> AnnotationStore::Worker::storeEdit(store::Project &project,
                                                const PicturePlace &picture,
                                                const PendingEdit &edit)
{
    store::AnnotationChange change;
    CF_ASSIGN_OR_RETURN(change.picture, keyOf(project, picture));
    change.widthPx = edit.imageSizePx.width();
    change.heightPx = edit.imageSizePx.height();
    change.extraJson = edit.extraJson;
    for (const auto &[number, shape] : edit.shapes) {
        if (shape)
            change.written.push_back(workflow::shapeRow(number, *shape));
        else
            change.removed.push_back(number);
    }
    return project.saveAnnotation(change);
}

void AnnotationStore::Worker::putBack(const PicturePlace &picture, PendingEdit older)
{
    PendingEdit &newer = edits[picture];
    if (newer.imageSizePx.isEmpty()) {
        newer = std::move(older);
        return;
    }
    newer.shapes.merge(older.shapes); // keeps what is there already: the newer state
}

/// As the picture is drawn now; of a project that cannot be read, what was edited alone.
annotation::Annotation AnnotationStore::Worker::wholeOf(Result<store::Project> &project,
                                                        const PicturePlace &picture,
                                                        const PendingEdit &edit)
{
    NumberedShapes shapes;
    if (project.ok())
        if (const auto key = keyOf(*project, picture); key.ok())
            if (const auto stored = project->annotation(*key); stored.ok() && *stored)
                if (auto read = workflow::shapesOf(**stored); read.ok())
                    shapes = std::move(*read);
    for (const auto &[number, shape] : edit.shapes) {
        if (shape)
            shapes[number] = *shape;
        else
            shapes.erase(number);
    }
    annotation::Annotation whole;
    whole.imagePath = (picture.root / picture.path).string();
    whole.imageSize = {edit.imageSizePx.width(), edit.imageSizePx.height()};
    whole.extraJson = edit.extraJson;
    for (auto &[number, shape] : shapes)
        whole.shapes.push_back(std::move(shape));
    return whole;
}

Result<void> AnnotationStore::Worker::writeAll(Result<store::Project> &project,
                                               const std::filesystem::path &folder)
{
    std::unique_lock lock(mutex);
    const auto waiting = edits;
    lock.unlock();
    for (const auto &[picture, edit] : waiting) {
        auto file = folder / picture.path;
        file.replace_extension(".json");
        std::error_code failed;
        std::filesystem::create_directories(file.parent_path(), failed); // writing says why not
        CF_ASSIGN_OR_RETURN([[maybe_unused]] const auto losses,
                            annotation::writeLabelme(file, wholeOf(project, picture, edit)));
    }
    return {};
}

void AnnotationStore::Worker::tell(const Error &error)
{
    QMetaObject::invokeMethod(
        owner,
        [store = owner, sentence = errorText(error)] {
            Q_EMIT store->failed(sentence);
            QTimer::singleShot(kRetryMs, store, [store] { store->retry(); });
        },
        Qt::QueuedConnection);
}

void AnnotationStore::Worker::tellSaved(bool isIdle)
{
    QMetaObject::invokeMethod(
        owner, [store = owner, isIdle] { Q_EMIT store->savedChanged(isIdle); },
        Qt::QueuedConnection);
}

void AnnotationStore::Worker::storeNext(Result<store::Project> &project,
                                        std::unique_lock<std::mutex> &lock)
{
    isStoring = true;
    const int discardsBefore = discards;
    Result<void> stored;
    if (!edits.empty()) {
        auto taken = edits.extract(edits.begin());
        lock.unlock();
        stored = project.ok() ? storeEdit(*project, taken.key(), taken.mapped())
                              : Result<void>(project.error());
        lock.lock();
        if (!stored.ok() && discards == discardsBefore)
            putBack(taken.key(), std::move(taken.mapped()));
    } else {
        const auto list = *std::exchange(classes, std::nullopt);
        lock.unlock();
        stored =
            project.ok() ? project->saveAnnotationClasses(list) : Result<void>(project.error());
        lock.lock();
        if (!stored.ok() && !classes && discards == discardsBefore)
            classes = list;
    }
    isStoring = false;
    isHeldBack = !stored.ok() && hasEdits();
    if (isHeldBack)
        tell(stored.error());
    else if (!hasEdits())
        tellSaved(true);
}

void AnnotationStore::Worker::run(const std::stop_token &stop)
{
    Result<store::Project> project = store::Project::open(projectPath);
    std::unique_lock lock(mutex);
    while (true) {
        wake.wait(lock, stop, [this] { return !reads.empty() || (hasEdits() && !isHeldBack); });
        if (stop.stop_requested() && (!hasEdits() || isHeldBack))
            return;
        if (!project.ok()) { // perhaps by now
            lock.unlock();
            project = store::Project::open(projectPath);
            lock.lock();
        }
        if (hasEdits() && !isHeldBack) {
            storeNext(project, lock);
        } else if (!reads.empty()) {
            const Task task = std::move(reads.front());
            reads.pop_front();
            lock.unlock();
            task(project);
            lock.lock();
        }
    }
}

AnnotationStore::AnnotationStore(std::filesystem::path project, QObject *parent)
    : QObject(parent), m_worker(std::make_shared<Worker>())
{
    m_worker->projectPath = std::move(project);
    m_worker->owner = this;
    m_worker->thread =
        std::jthread([worker = m_worker.get()](const std::stop_token &stop) { worker->run(stop); });
}

AnnotationStore::~AnnotationStore()
{
    retry();
    m_worker->thread.request_stop();
    m_worker->thread.join();
}

void AnnotationStore::retry()
{
    {
        const std::lock_guard lock(m_worker->mutex);
        m_worker->isHeldBack = false;
    }
    m_worker->wake.notify_one();
}

bool AnnotationStore::isIdle() const
{
    const std::lock_guard lock(m_worker->mutex);
    return !m_worker->hasEdits() && !m_worker->isStoring;
}

std::size_t AnnotationStore::unsavedPictures() const
{
    const std::lock_guard lock(m_worker->mutex);
    return m_worker->edits.size();
}

void AnnotationStore::discard()
{
    {
        const std::lock_guard lock(m_worker->mutex);
        m_worker->edits.clear();
        m_worker->classes.reset();
        m_worker->isHeldBack = false;
        ++m_worker->discards;
        if (m_worker->isStoring)
            return; // it tells when it ends
    }
    Q_EMIT savedChanged(true);
}

void AnnotationStore::saveElsewhere(const std::filesystem::path &folder,
                                    std::function<void(const Result<void> &)> onSaved)
{
    {
        const std::lock_guard lock(m_worker->mutex);
        m_worker->reads.push_back([this, folder, onSaved](Result<store::Project> &project) {
            const auto written =
                std::make_shared<Result<void>>(m_worker->writeAll(project, folder));
            QMetaObject::invokeMethod(
                this,
                [this, written, onSaved] {
                    if (written->ok())
                        discard();
                    onSaved(*written);
                },
                Qt::QueuedConnection);
        });
    }
    m_worker->wake.notify_one();
}

void AnnotationStore::load(const PicturePlace &picture,
                           std::function<void(const Result<Loaded> &)> onLoaded)
{
    const auto read = [worker = m_worker.get(),
                       picture](Result<store::Project> &project) -> Result<Loaded> {
        if (!project.ok())
            return project.error();
        CF_ASSIGN_OR_RETURN(const auto key, worker->keyOf(*project, picture));
        CF_ASSIGN_OR_RETURN(const auto stored, project->annotation(key));
        Loaded loaded;
        if (!stored)
            return loaded;
        CF_ASSIGN_OR_RETURN(loaded.shapes, workflow::shapesOf(*stored));
        loaded.imageSizePx = {stored->widthPx, stored->heightPx};
        loaded.extraJson = stored->extraJson;
        return loaded;
    };
    {
        const std::lock_guard lock(m_worker->mutex);
        m_worker->reads.push_back([this, read, onLoaded](Result<store::Project> &project) {
            auto loaded = std::make_shared<Result<Loaded>>(read(project));
            QMetaObject::invokeMethod(
                this, [loaded, onLoaded] { onLoaded(*loaded); }, Qt::QueuedConnection);
        });
    }
    m_worker->wake.notify_one();
}

void AnnotationStore::loadClasses(
    std::function<void(const Result<std::vector<store::AnnotationClass>> &)> onLoaded)
{
    using Classes = Result<std::vector<store::AnnotationClass>>;
    {
        const std::lock_guard lock(m_worker->mutex);
        m_worker->reads.push_back([this, onLoaded](Result<store::Project> &project) {
            auto loaded = std::make_shared<Classes>(project.ok() ? project->annotationClasses()
                                                                 : Classes(project.error()));
            QMetaObject::invokeMethod(
                this, [loaded, onLoaded] { onLoaded(*loaded); }, Qt::QueuedConnection);
        });
    }
    m_worker->wake.notify_one();
}

void AnnotationStore::save(const PicturePlace &picture, const AnnotationDocument &document,
                           const std::set<ShapeNumber> &changed)
{
    if (changed.empty())
        return;
    {
        const std::lock_guard lock(m_worker->mutex);
        PendingEdit &edit = m_worker->edits[picture];
        edit.imageSizePx = document.imageSizePx();
        edit.extraJson = document.extraJson();
        for (const ShapeNumber number : changed)
            edit.shapes[number] = document.has(number)
                                      ? std::optional(document.shape(number)) // shares its pixels
                                      : std::nullopt;
        m_worker->isHeldBack = false;
    }
    m_worker->wake.notify_one();
    Q_EMIT savedChanged(false);
}

void AnnotationStore::saveClasses(const std::vector<store::AnnotationClass> &classes)
{
    {
        const std::lock_guard lock(m_worker->mutex);
        m_worker->classes = classes;
        m_worker->isHeldBack = false;
    }
    m_worker->wake.notify_one();
    Q_EMIT savedChanged(false);
}

} // namespace cf::ui
