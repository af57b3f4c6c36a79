#include "ui/annotate/annotation_document.h"

#include "core/annotation/rasterise.h"

#include <utility>

namespace cf::ui {

using annotation::Patch;
using annotation::Shape;
using annotation::ShapeKind;

namespace {

bool touch(const QRectF &one, const QRectF &other)
{
    return one.left() <= other.right() && other.left() <= one.right() &&
           one.top() <= other.bottom() && other.top() <= one.bottom();
}

void setPatch(Shape &mask, const Patch &patch)
{
    mask.mask = patch.mask;
    mask.maskAt = patch.place.tl();
}

void trim(Shape &shape)
{
    if (shape.kind != ShapeKind::Mask)
        return;
    const Patch tight = annotation::trimmed(patchOf(shape));
    if (!tight.place.empty())
        setPatch(shape, tight);
}

} // namespace

QRectF boundsOf(const Shape &shape)
{
    if (shape.kind == ShapeKind::Mask)
        return QRectF(shape.maskAt.x, shape.maskAt.y, shape.mask.cols, shape.mask.rows);
    const cv::Rect2d box = annotation::boxOf(shape);
    return {box.x, box.y, box.width, box.height};
}

Patch patchOf(const Shape &mask)
{
    return {cv::Rect(mask.maskAt, mask.mask.size()), mask.mask};
}

void AnnotationDocument::reset(QSize imageSizePx, NumberedShapes shapes, std::string extraJson)
{
    m_imageSizePx = imageSizePx;
    m_extraJson = std::move(extraJson);
    m_shapes = std::move(shapes);
    m_boxes.clear();
    m_index.reset(imageSizePx);
    for (auto &[number, shape] : m_shapes) {
        trim(shape);
        m_index.insert(number, m_boxes[number] = boundsOf(shape));
    }
    Q_EMIT wasReset();
}

ShapeNumber AnnotationDocument::nextNumber() const
{
    return m_shapes.empty() ? 1 : m_shapes.rbegin()->first + 1;
}

std::vector<ShapeNumber> AnnotationDocument::shapesIn(const QRectF &part) const
{
    std::vector<ShapeNumber> found = m_index.near(part);
    std::erase_if(found, [&](ShapeNumber number) { return !touch(m_boxes.at(number), part); });
    return found;
}

annotation::Annotation AnnotationDocument::annotation() const
{
    annotation::Annotation all;
    all.imageSize = imageSize();
    all.extraJson = m_extraJson;
    for (const auto &[number, shape] : m_shapes)
        all.shapes.push_back(shape);
    return all;
}

void AnnotationDocument::put(ShapeNumber number, Shape shape)
{
    trim(shape);
    QRectF part;
    if (const auto box = m_boxes.find(number); box != m_boxes.end()) {
        part = box->second;
        m_index.remove(number, part);
    }
    const QRectF box = boundsOf(shape);
    m_shapes[number] = std::move(shape);
    m_boxes[number] = box;
    m_index.insert(number, box);
    Q_EMIT changed(number, part | box);
}

Shape AnnotationDocument::take(ShapeNumber number)
{
    Shape shape = std::move(m_shapes.at(number));
    const QRectF box = m_boxes.at(number);
    m_index.remove(number, box);
    m_shapes.erase(number);
    m_boxes.erase(number);
    Q_EMIT changed(number, box);
    return shape;
}

void AnnotationDocument::toggle(ShapeNumber number, const annotation::PackedMask &pixels)
{
    Shape &shape = m_shapes.at(number);
    Patch patch = annotation::grown(patchOf(shape), pixels.place);
    shape.mask.release(); // so that only others who hold these pixels make toggle() copy them
    annotation::toggle(pixels, patch.mask, patch.place.tl());
    setPatch(shape, annotation::trimmed(patch));
    const QRectF box = boundsOf(shape);
    m_index.remove(number, m_boxes.at(number));
    m_index.insert(number, m_boxes[number] = box);
    const auto &place = pixels.place;
    Q_EMIT changed(number, QRectF(place.x, place.y, place.width, place.height));
}

} // namespace cf::ui
