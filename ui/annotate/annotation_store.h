#pragma once

#include "core/store/annotations.h"
#include "ui/annotate/annotation_document.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace cf::ui {

/// Which picture of a folder that the project knows.
struct PicturePlace
{
    std::filesystem::path root;
    std::string category;
    std::filesystem::path path; ///< relative to root
    auto operator<=>(const PicturePlace &) const = default;
};

/// Reads and stores shapes in a project, in order, in a thread of its own. What could not be stored
/// is kept and tried again. GUI thread.
class AnnotationStore : public QObject
{
    Q_OBJECT
public:
    struct Loaded
    {
        QSize imageSizePx; ///< empty: nobody drew on the picture yet
        NumberedShapes shapes;
        std::string extraJson;
    };

    explicit AnnotationStore(std::filesystem::path project, QObject *parent = nullptr);
    ~AnnotationStore() override; ///< waits until everything is stored that can be

    /// After all that was given to save() before. `onLoaded` is called in the GUI thread.
    void load(const PicturePlace &picture, std::function<void(const Result<Loaded> &)> onLoaded);
    void
    loadClasses(std::function<void(const Result<std::vector<store::AnnotationClass>> &)> onLoaded);
    /// These shapes as they are now; those that are gone, are removed.
    void save(const PicturePlace &picture, const AnnotationDocument &document,
              const std::set<ShapeNumber> &changed);
    void saveClasses(const std::vector<store::AnnotationClass> &classes);
    /// Everything is in the project.
    bool isIdle() const;
    /// Tries again what could not be stored.
    void retry();
    /// Pictures whose shapes are not in the project as they are.
    std::size_t unsavedPictures() const;
    /// Writes those pictures, with all of their shapes, as labelme files under `folder`, which
    /// should be new; what was written then waits no more. `onSaved` is called in the GUI thread.
    void saveElsewhere(const std::filesystem::path &folder,
                       std::function<void(const Result<void> &)> onSaved);
    /// Forgets what is not stored.
    void discard();

Q_SIGNALS:
    void savedChanged(bool isIdle);
    void failed(const QString &sentence); ///< nothing is lost; it is tried again

private:
    struct Worker;
    std::shared_ptr<Worker> m_worker;
};

} // namespace cf::ui
