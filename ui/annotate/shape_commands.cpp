#include "ui/annotate/shape_commands.h"

#include <algorithm>

namespace cf::ui {

using annotation::Shape;

PackedShape::PackedShape(const Shape &shape) : m_shape(shape)
{
    if (shape.kind != annotation::ShapeKind::Mask)
        return;
    m_mask = annotation::pack(patchOf(shape));
    m_shape.mask.release();
}

Shape PackedShape::unpacked() const
{
    Shape shape = m_shape;
    if (m_mask)
        shape.mask = annotation::unpack(*m_mask).mask;
    return shape;
}

std::size_t PackedShape::bytes() const
{
    std::size_t points = m_shape.points.size();
    for (const auto &hole : m_shape.holes)
        points += hole.size();
    return sizeof(*this) + points * sizeof(cv::Point2d) + (m_mask ? m_mask->bytes() : 0);
}

void ShapeCommand::forget()
{
    forgetContent();
    setObsolete(true);
}

ChangeShapes::ChangeShapes(AnnotationDocument &document, const QString &text,
                           std::vector<Change> changes, Role role, int mergeKey)
    : ShapeCommand(document, text, role), m_changes(std::move(changes)), m_mergeKey(mergeKey)
{
}

void ChangeShapes::undo()
{
    for (auto change = m_changes.rbegin(); change != m_changes.rend(); ++change) {
        if (change->before)
            m_document.put(change->number, change->before->unpacked());
        else
            m_document.take(change->number);
    }
}

void ChangeShapes::redo()
{
    for (const Change &change : m_changes) {
        if (change.after)
            m_document.put(change.number, change.after->unpacked());
        else
            m_document.take(change.number);
    }
}

bool ChangeShapes::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const ChangeShapes *>(other);
    const auto sameShape = [](const Change &one, const Change &two) {
        return one.number == two.number && one.after && two.after;
    };
    if (!next || !std::equal(m_changes.begin(), m_changes.end(), next->m_changes.begin(),
                             next->m_changes.end(), sameShape))
        return false;
    for (std::size_t i = 0; i < m_changes.size(); ++i)
        m_changes[i].after = next->m_changes[i].after;
    return true;
}

const ChangeShapes::Change *ChangeShapes::find(ShapeNumber number) const
{
    const auto found = std::find_if(m_changes.begin(), m_changes.end(),
                                    [&](const Change &change) { return change.number == number; });
    return found == m_changes.end() ? nullptr : &*found;
}

bool ChangeShapes::changes(ShapeNumber number) const
{
    return find(number) != nullptr;
}

std::unique_ptr<ShapeCommand> ChangeShapes::inverseFor(ShapeNumber number, Role role) const
{
    const Change *change = find(number);
    if (!change || !change->before || !change->after)
        return nullptr;
    std::vector<Change> inverse = {{number, change->after, change->before}};
    return std::make_unique<ChangeShapes>(m_document, text(), std::move(inverse), role);
}

std::size_t ChangeShapes::bytes() const
{
    std::size_t sum = sizeof(*this);
    for (const Change &change : m_changes)
        sum += (change.before ? change.before->bytes() : 0) +
               (change.after ? change.after->bytes() : 0);
    return sum;
}

TogglePixels::TogglePixels(AnnotationDocument &document, const QString &text, ShapeNumber number,
                           annotation::PackedMask pixels, Role role)
    : ShapeCommand(document, text, role), m_number(number), m_pixels(std::move(pixels))
{
}

void TogglePixels::redo()
{
    if (!m_pixels.place.empty())
        m_document.toggle(m_number, m_pixels);
}

std::unique_ptr<ShapeCommand> TogglePixels::inverseFor(ShapeNumber, Role role) const
{
    return std::make_unique<TogglePixels>(m_document, text(), m_number, m_pixels, role);
}

} // namespace cf::ui
