#pragma once

#include "ui/annotate/annotation_document.h"

#include <QUndoCommand>

#include <memory>
#include <optional>
#include <vector>

namespace cf::ui {

/// A shape as history keeps it: its mask as runs, so that large ones cost little.
class PackedShape
{
public:
    explicit PackedShape(const annotation::Shape &shape);
    annotation::Shape unpacked() const;
    std::size_t bytes() const;

private:
    annotation::Shape m_shape; ///< without its mask
    std::optional<annotation::PackedMask> m_mask;
};

/// One step of a picture's history. Knows which shapes it changed, so that one shape's steps can be
/// taken back alone.
class ShapeCommand : public QUndoCommand
{
public:
    /// An edit, or a step back or forward of one shape alone.
    enum class Role { Edit, ObjectUndo, ObjectRedo };

    ShapeCommand(AnnotationDocument &document, const QString &text, Role role)
        : QUndoCommand(text), m_document(document), m_role(role)
    {
    }
    Role role() const { return m_role; }
    virtual bool changes(ShapeNumber number) const = 0;
    /// Takes back what it did to that shape; null where it made the shape.
    virtual std::unique_ptr<ShapeCommand> inverseFor(ShapeNumber number, Role role) const = 0;
    virtual std::size_t bytes() const = 0; ///< of memory, about
    /// Gives its memory back; taking it back then does nothing.
    void forget();

protected:
    virtual void forgetContent() = 0;
    AnnotationDocument &m_document;

private:
    Role m_role;
};

/// Shapes that come, go or take another form.
class ChangeShapes : public ShapeCommand
{
public:
    struct Change
    {
        ShapeNumber number = 0;
        std::optional<PackedShape> before, after; ///< none: it is not there
    };

    /// mergeKey  not 0: a step of the same key on the same shapes that follows becomes one with it
    ChangeShapes(AnnotationDocument &document, const QString &text, std::vector<Change> changes,
                 Role role = Role::Edit, int mergeKey = 0);

    void undo() override;
    void redo() override;
    int id() const override { return m_mergeKey == 0 ? -1 : m_mergeKey; }
    bool mergeWith(const QUndoCommand *other) override;
    bool changes(ShapeNumber number) const override;
    std::unique_ptr<ShapeCommand> inverseFor(ShapeNumber number, Role role) const override;
    std::size_t bytes() const override;

private:
    void forgetContent() override { m_changes = {}; }
    const Change *find(ShapeNumber number) const;

    std::vector<Change> m_changes;
    int m_mergeKey;
};

/// Pixels of one mask that come or go: holds the difference alone, and is its own inverse.
class TogglePixels : public ShapeCommand
{
public:
    TogglePixels(AnnotationDocument &document, const QString &text, ShapeNumber number,
                 annotation::PackedMask pixels, Role role = Role::Edit);

    void undo() override { redo(); }
    void redo() override;
    bool changes(ShapeNumber number) const override { return number == m_number; }
    std::unique_ptr<ShapeCommand> inverseFor(ShapeNumber number, Role role) const override;
    std::size_t bytes() const override { return sizeof(*this) + m_pixels.bytes(); }

private:
    void forgetContent() override { m_pixels = {}; }

    ShapeNumber m_number;
    annotation::PackedMask m_pixels;
};

} // namespace cf::ui
