#pragma once

#include "core/dataset/dataset.h"
#include "ui/annotate/annotation_editor.h"
#include "ui/annotate/annotation_store.h"
#include "ui/jobs/job_runner.h"

#include <QWidget>

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

class QLabel;

namespace cf::ui {

class PictureList;
class ProjectSteps;
class ShapeExchange;

/// The pictures of a project to draw on, one after the other. Every edit is in the project at once;
/// each picture keeps its history while it is among the last that were looked at.
class AnnotatePage : public QWidget
{
    Q_OBJECT
public:
    explicit AnnotatePage(JobRunner *runner, QWidget *parent = nullptr);
    ~AnnotatePage() override; ///< waits until everything is stored

    /// None: nothing can be drawn, as there is no place for it.
    void setProject(const std::optional<std::filesystem::path> &project);
    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset);
    /// A picture of the dataset; others are passed over.
    void showPicture(const std::filesystem::path &image);
    /// What a model found in a picture; kept out where another one is shown.
    void setScores(const std::filesystem::path &image, const cv::Mat &map32f,
                   std::optional<float> level, float low, float high);

    AnnotationEditor &editor() { return *m_editor; }
    /// The picture that is shown; empty without one.
    const std::filesystem::path &picture() const { return m_shown.image; }
    bool isSaved() const;
    /// Why that cannot be; empty: it can, or nobody knows yet. It is tried again all the time.
    const QString &saveFailure() const { return m_failure; }
    std::size_t unsavedPictures() const;
    /// Writes what could not be saved as labelme files under `folder`, which should be new, and
    /// forgets it where that went well. `onSaved` gets an empty sentence, or why it did not.
    void saveElsewhere(const std::filesystem::path &folder,
                       std::function<void(const QString &)> onSaved);
    void discardUnsaved();
    /// Of the picture that is shown or, once there is nothing left there, of an import or a class's
    /// name.
    bool canUndo() const;
    bool canRedo() const;
    const std::optional<std::filesystem::path> &project() const { return m_project; }
    const std::shared_ptr<const dataset::Dataset> &dataset() const { return m_dataset; }
    ShapeExchange &exchange() { return *m_exchange; }

public Q_SLOTS:
    void showNext();
    void showPrevious();
    /// The selected shapes, or all, on the next picture, too.
    void copyToNext();
    void importShapes(); ///< asks for files, once everything is saved
    void exportShapes(); ///< asks for a place, once everything is saved
    void undo();
    void redo();
    /// Of the class and of all its shapes in the project.
    void renameClass(const std::string &from, const std::string &to);

Q_SIGNALS:
    void pictureShown(const QString &image);
    /// Something went wrong, or an import or export has ended.
    void told(const QString &sentence);
    void saveStateChanged(); ///< isSaved() or saveFailure()
    void undoChanged();      ///< canUndo() or canRedo() of steps of many pictures

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Picture
    {
        std::filesystem::path image;
        PicturePlace place;
        cv::Mat pixels;
    };
    /// A picture with its shapes and their history.
    struct Opened
    {
        PicturePlace place;
        std::shared_ptr<ShapeEditor> editor;
        std::shared_ptr<std::set<ShapeNumber>> changed; ///< since the last save
    };

    void open();
    void reload();
    void whenSaved(std::function<void()> what);
    void follow(AnnotationStore &store);
    void leaveStore();
    /// Nothing was drawn after the last step of many pictures, which may thus be taken back.
    bool isUntouched() const;
    std::optional<PicturePlace> placeOf(const dataset::Sample &sample) const;
    void takePixels(const std::filesystem::path &image, const cv::Mat &pixels);
    void takeShapes(const PicturePlace &place, const Result<AnnotationStore::Loaded> &loaded);
    void showIfReady();
    void keepLabel(ShapeEditor &editor);
    std::shared_ptr<ShapeEditor> editorFor(const PicturePlace &place, QSize imageSizePx,
                                           AnnotationStore::Loaded loaded);
    const Opened *opened(const PicturePlace &place) const;
    void showNothing(const QString &sentence);
    void takeClasses(std::vector<store::AnnotationClass> classes);
    std::vector<store::AnnotationClass> suggestedClasses() const;
    void showSaved();
    void retranslate();

    JobRunner *m_runner;
    std::optional<std::filesystem::path> m_project;
    std::shared_ptr<const dataset::Dataset> m_dataset;
    std::unique_ptr<AnnotationStore> m_store;
    std::vector<std::unique_ptr<AnnotationStore>> m_left; ///< of projects before, not saved yet
    std::vector<store::AnnotationClass> m_classes;
    bool m_classesStored = false;

    Picture m_shown;
    std::optional<Picture> m_wanted;                       ///< its pixels may be missing
    std::optional<AnnotationStore::Loaded> m_wantedShapes; ///< of m_wanted
    std::deque<Opened> m_opened;                           ///< newest first
    std::vector<annotation::Shape> m_copied;               ///< for the picture that comes

    ShapeExchange *m_exchange;
    ProjectSteps *m_steps;
    std::string m_label; ///< that was chosen before everything was read again
    std::pair<std::string, std::string> m_renamed; ///< the last two names of a class
    bool m_forgotEdits = false; ///< of a history that was dropped after the last step
    std::function<void()> m_whenSaved;
    PictureList *m_pictures;
    AnnotationEditor *m_editor;
    QLabel *m_saved;
    QString m_failure;
};

} // namespace cf::ui
