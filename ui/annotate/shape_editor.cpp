#include "ui/annotate/shape_editor.h"

#include "core/annotation/rasterise.h"
#include "ui/annotate/shape_geometry.h"

#include <QUndoStack>

#include <opencv2/core.hpp>

namespace cf::ui {

using annotation::Patch;
using annotation::Shape;
using annotation::ShapeKind;
using Change = ChangeShapes::Change;
using Role = ShapeCommand::Role;

namespace {

constexpr int kMostSteps = 500;
constexpr int kNudge = 1; // merge key

Shape maskOf(const Patch &patch, const Shape &like)
{
    Shape mask;
    mask.kind = ShapeKind::Mask;
    mask.label = like.label;
    mask.group = like.group;
    mask.extraJson = like.extraJson;
    mask.mask = patch.mask;
    mask.maskAt = patch.place.tl();
    return mask;
}

/// Empty where the shape is damaged; what is in a document was checked.
Patch pixelsOf(const Shape &shape, cv::Size imageSize)
{
    const auto patch = annotation::rasterisePatch(shape, imageSize);
    return patch.ok() ? *patch : Patch();
}

} // namespace

ShapeEditor::ShapeEditor(QObject *parent) : QObject(parent), m_undo(new QUndoStack(this))
{
    m_undo->setUndoLimit(kMostSteps);
    connect(&m_document, &AnnotationDocument::changed, this, &ShapeEditor::dropGone);
}

ShapeEditor::~ShapeEditor()
{
    m_undo->disconnect(); // it goes after the document, and tells of its emptying
}

void ShapeEditor::reset(QSize imageSizePx, NumberedShapes shapes, std::string extraJson)
{
    m_undo->clear();
    m_document.reset(imageSizePx, std::move(shapes), std::move(extraJson));
    select({});
}

const ShapeCommand *ShapeEditor::command(int index) const
{
    return static_cast<const ShapeCommand *>(m_undo->command(index)); // nobody else pushes any
}

std::size_t ShapeEditor::historyBytes() const
{
    std::size_t sum = 0;
    for (int i = 0; i < m_undo->count(); ++i)
        sum += command(i)->bytes();
    return sum;
}

void ShapeEditor::push(std::unique_ptr<ShapeCommand> next)
{
    m_undo->push(next.release());
    std::size_t sum = historyBytes();
    for (int i = 0; sum > kMostHistoryBytes && i + 1 < m_undo->count(); ++i) {
        // The stack shows its commands as const, and cannot drop the oldest; they are ours.
        auto *oldest = const_cast<ShapeCommand *>(command(i));
        sum -= oldest->bytes();
        oldest->forget();
        sum += oldest->bytes();
    }
}

void ShapeEditor::select(std::set<ShapeNumber> numbers)
{
    std::erase_if(numbers, [this](ShapeNumber number) { return !m_document.has(number); });
    if (numbers == m_selection)
        return;
    m_selection = std::move(numbers);
    Q_EMIT selectionChanged();
}

void ShapeEditor::selectAll()
{
    std::set<ShapeNumber> all;
    for (const auto &[number, shape] : m_document.shapes())
        all.insert(all.end(), number);
    select(std::move(all));
}

std::optional<ShapeNumber> ShapeEditor::onlySelected() const
{
    return m_selection.size() == 1 ? std::optional(*m_selection.begin()) : std::nullopt;
}

void ShapeEditor::dropGone(ShapeNumber number)
{
    if (!m_document.has(number) && m_selection.erase(number) != 0)
        Q_EMIT selectionChanged();
}

void ShapeEditor::chooseLabel(const std::string &label)
{
    std::vector<Change> changes;
    for (const ShapeNumber number : m_selection) {
        const Shape &shape = m_document.shape(number);
        if (shape.label == label)
            continue;
        Shape renamed = shape;
        renamed.label = label;
        changes.push_back({number, PackedShape(shape), PackedShape(renamed)});
    }
    if (!changes.empty())
        push(std::make_unique<ChangeShapes>(m_document, tr("class"), std::move(changes)));
    setLabel(label);
}

void ShapeEditor::setLabel(const std::string &label)
{
    if (m_label == label)
        return;
    m_label = label;
    Q_EMIT labelChanged();
}

void ShapeEditor::add(const QString &text, std::vector<Shape> shapes)
{
    if (shapes.empty())
        return;
    std::vector<Change> changes;
    std::set<ShapeNumber> numbers;
    ShapeNumber next = m_document.nextNumber();
    for (const Shape &shape : shapes) {
        numbers.insert(next);
        changes.push_back({next++, std::nullopt, PackedShape(shape)});
    }
    push(std::make_unique<ChangeShapes>(m_document, text, std::move(changes)));
    select(std::move(numbers));
}

void ShapeEditor::replace(const QString &text, ShapeNumber number, Shape shape)
{
    std::vector<Change> changes = {
        {number, PackedShape(m_document.shape(number)), PackedShape(shape)}};
    push(std::make_unique<ChangeShapes>(m_document, text, std::move(changes)));
}

void ShapeEditor::removeSelected()
{
    std::vector<Change> changes;
    for (const ShapeNumber number : m_selection)
        changes.push_back({number, PackedShape(m_document.shape(number)), std::nullopt});
    if (!changes.empty())
        push(std::make_unique<ChangeShapes>(m_document, tr("delete"), std::move(changes)));
}

void ShapeEditor::duplicateSelected(double offsetPx)
{
    std::vector<Shape> copies;
    for (const ShapeNumber number : m_selection) {
        copies.push_back(moved(m_document.shape(number), offsetPx, offsetPx));
        copies.back().group.reset(); // another object
    }
    add(tr("duplicate"), std::move(copies));
}

void ShapeEditor::moveSelected(double dx, double dy, bool nudge)
{
    std::vector<Change> changes;
    for (const ShapeNumber number : m_selection) {
        const Shape &shape = m_document.shape(number);
        changes.push_back({number, PackedShape(shape), PackedShape(moved(shape, dx, dy))});
    }
    if (!changes.empty())
        push(std::make_unique<ChangeShapes>(m_document, tr("move"), std::move(changes), Role::Edit,
                                            nudge ? kNudge : 0));
}

void ShapeEditor::addOutline(const QString &text, Shape shape, Combine combine)
{
    if (combine != Combine::Subtract) {
        add(text, {std::move(shape)});
        return;
    }
    if (const auto number = onlySelected())
        cut(text, *number, shape);
}

void ShapeEditor::cut(const QString &text, ShapeNumber number, const Shape &hole)
{
    const Shape &whole = m_document.shape(number);
    if (auto holed = withHole(whole, hole)) {
        replace(text, number, std::move(*holed));
        return;
    }
    const Patch before = pixelsOf(whole, m_document.imageSize());
    const Patch away = pixelsOf(hole, m_document.imageSize());
    const cv::Rect common = before.place & away.place;
    if (common.empty())
        return;
    Patch after{before.place, before.mask.clone()};
    after.mask(common - before.place.tl()).setTo(0, away.mask(common - away.place.tl()));
    setPixels(text, number, after);
}

void ShapeEditor::addPixels(const QString &text, const Patch &patch, Combine combine)
{
    if (patch.place.empty())
        return;
    Shape found;
    found.label = m_label;
    found = maskOf(patch, found);
    const auto number = onlySelected();
    if (combine == Combine::Subtract) {
        if (number)
            cut(text, *number, found);
        return;
    }
    if (combine == Combine::Separate || !number ||
        m_document.shape(*number).kind != ShapeKind::Mask) {
        add(text, {std::move(found)});
        return;
    }
    Patch after = annotation::grown(patchOf(m_document.shape(*number)), patch.place);
    after.mask = after.mask.clone();
    after.mask(patch.place - after.place.tl()).setTo(255, patch.mask);
    setPixels(text, number, after);
}

void ShapeEditor::setPixels(const QString &text, std::optional<ShapeNumber> number,
                            const Patch &untrimmed, const std::optional<cv::Rect> &touched)
{
    const Patch after = annotation::trimmed(untrimmed);
    if (!number) {
        Shape shape;
        shape.label = m_label;
        if (!after.place.empty())
            add(text, {maskOf(after, shape)});
        return;
    }
    const Shape &shape = m_document.shape(*number);
    if (shape.kind == ShapeKind::Mask && !after.place.empty()) {
        const cv::Rect place = touched.value_or(patchOf(shape).place | after.place);
        auto pixels = annotation::difference(annotation::cropped(patchOf(shape), place),
                                             annotation::cropped(after, place));
        if (!pixels.place.empty())
            push(std::make_unique<TogglePixels>(m_document, text, *number, std::move(pixels)));
        return;
    }
    std::vector<Change> changes = {{*number, PackedShape(shape), std::nullopt}};
    if (!after.place.empty())
        changes.front().after = PackedShape(maskOf(after, shape));
    push(std::make_unique<ChangeShapes>(m_document, text, std::move(changes)));
}

bool ShapeEditor::undoObject()
{
    const auto number = onlySelected();
    if (!number)
        return false;
    int taken = 0; // steps back whose edits are still to come
    for (int i = m_undo->index() - 1; i >= 0; --i) {
        const ShapeCommand *step = command(i);
        if (!step->changes(*number))
            continue;
        if (step->role() == Role::ObjectUndo) {
            ++taken;
        } else if (taken > 0) {
            --taken;
        } else if (auto back = step->inverseFor(*number, Role::ObjectUndo)) {
            push(std::move(back));
            return true;
        } else {
            return false; // here it was made
        }
    }
    return false;
}

bool ShapeEditor::redoObject()
{
    const auto number = onlySelected();
    if (!number)
        return false;
    int redone = 0; // steps forward whose steps back are still to come
    for (int i = m_undo->index() - 1; i >= 0; --i) {
        const ShapeCommand *step = command(i);
        if (!step->changes(*number))
            continue;
        if (step->role() == Role::Edit)
            return false;
        if (step->role() == Role::ObjectRedo) {
            ++redone;
        } else if (redone > 0) {
            --redone;
        } else if (auto forward = step->inverseFor(*number, Role::ObjectRedo)) {
            push(std::move(forward));
            return true;
        }
    }
    return false;
}

} // namespace cf::ui
