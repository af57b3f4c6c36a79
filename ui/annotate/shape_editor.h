#pragma once

#include "ui/annotate/annotation_document.h"
#include "ui/annotate/shape_commands.h"

#include <QObject>
#include <QString>

#include <memory>
#include <set>

class QUndoStack;

namespace cf::ui {

/// What a person does to the shapes of one picture: every edit is a step of its history. GUI
/// thread.
class ShapeEditor : public QObject
{
    Q_OBJECT
public:
    /// How an area that was drawn goes together with what is there.
    enum class Combine {
        Join,     ///< with the selected mask; a shape of its own where none is selected
        Subtract, ///< from the selected shape
        Separate, ///< a shape of its own
    };

    static constexpr std::size_t kMostHistoryBytes = std::size_t{256} << 20;

    explicit ShapeEditor(QObject *parent = nullptr);
    ~ShapeEditor() override;

    AnnotationDocument &document() { return m_document; }
    const AnnotationDocument &document() const { return m_document; }
    QUndoStack *undoStack() const { return m_undo; }
    std::size_t historyBytes() const;
    /// Another picture, or other shapes: forgets history and selection.
    void reset(QSize imageSizePx, NumberedShapes shapes = {}, std::string extraJson = {});

    const std::set<ShapeNumber> &selection() const { return m_selection; }
    void select(std::set<ShapeNumber> numbers);
    void selectAll();
    std::optional<ShapeNumber> onlySelected() const; ///< when it is exactly one

    /// Of the shapes that are drawn from now on.
    const std::string &label() const { return m_label; }
    void setLabel(const std::string &label);
    /// Also gives it to the selected shapes.
    void chooseLabel(const std::string &label);

    /// Adds them on top and selects them.
    void add(const QString &text, std::vector<annotation::Shape> shapes);
    /// A new form of a shape.
    void replace(const QString &text, ShapeNumber number, annotation::Shape shape);
    void removeSelected();
    void duplicateSelected(double offsetPx);
    /// nudge  follow each other closely, and become one step
    void moveSelected(double dx, double dy, bool nudge = false);

    /// An outline that was drawn: a shape, or cut out of the selected one.
    void addOutline(const QString &text, annotation::Shape shape, Combine combine);
    /// Pixels that were found.
    void addPixels(const QString &text, const annotation::Patch &patch, Combine combine);
    /// The pixels of a shape after they were painted on; one without pixels goes.
    /// number   none: a new shape
    /// touched  all that can have changed; none: anything
    void setPixels(const QString &text, std::optional<ShapeNumber> number,
                   const annotation::Patch &after,
                   const std::optional<cv::Rect> &touched = std::nullopt);

    /// One step back, or forward again, of the selected shape alone. False where there is none.
    bool undoObject();
    bool redoObject();

Q_SIGNALS:
    void selectionChanged();
    void labelChanged();

private:
    void push(std::unique_ptr<ShapeCommand> command);
    void dropGone(ShapeNumber number);
    void cut(const QString &text, ShapeNumber number, const annotation::Shape &hole);
    const ShapeCommand *command(int index) const;

    AnnotationDocument m_document;
    QUndoStack *m_undo;
    std::set<ShapeNumber> m_selection;
    std::string m_label;
};

} // namespace cf::ui
