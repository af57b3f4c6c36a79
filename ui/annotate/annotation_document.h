#pragma once

#include "core/annotation/packed_mask.h"
#include "ui/annotate/shape_index.h"

#include <QObject>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace cf::ui {

/// A shape's number is its place and its name: it lies above those with smaller ones, keeps its
/// number while it changes, and has it again when its removal is undone.
using ShapeNumber = std::int64_t;
using NumberedShapes = std::map<ShapeNumber, annotation::Shape>;

/// The shapes of one picture, found by place; what is changed, is told. GUI thread. Masks in here
/// have no empty rows and columns at their edges.
class AnnotationDocument : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void reset(QSize imageSizePx, NumberedShapes shapes = {}, std::string extraJson = {});

    QSize imageSizePx() const { return m_imageSizePx; }
    cv::Size imageSize() const { return {m_imageSizePx.width(), m_imageSizePx.height()}; }
    const std::string &extraJson() const { return m_extraJson; }
    const NumberedShapes &shapes() const { return m_shapes; }
    bool has(ShapeNumber number) const { return m_shapes.count(number) != 0; }
    const annotation::Shape &shape(ShapeNumber number) const { return m_shapes.at(number); }
    ShapeNumber nextNumber() const; ///< above all that are there
    /// Whose boxes touch that part of the picture, from the lowest to the topmost.
    std::vector<ShapeNumber> shapesIn(const QRectF &part) const;
    /// Whether more than about so many shapes are near that part of the picture.
    bool isCrowded(const QRectF &part, std::size_t most) const
    {
        return m_shapes.size() > most && m_index.isCrowded(part, most);
    }
    annotation::Annotation annotation() const;

    /// A new shape, or another form of one.
    void put(ShapeNumber number, annotation::Shape shape);
    annotation::Shape take(ShapeNumber number);
    /// Turns these pixels of a mask over, which keeps at least one.
    void toggle(ShapeNumber number, const annotation::PackedMask &pixels);

Q_SIGNALS:
    void wasReset();
    /// Put, taken or changed (see has()); `part` of the picture looks different.
    void changed(cf::ui::ShapeNumber number, const QRectF &part);

private:
    QSize m_imageSizePx;
    std::string m_extraJson;
    NumberedShapes m_shapes;
    std::map<ShapeNumber, QRectF> m_boxes;
    ShapeIndex m_index;
};

/// Its box in the picture; of a mask that of its pixels.
QRectF boundsOf(const annotation::Shape &shape);
annotation::Patch patchOf(const annotation::Shape &mask);

} // namespace cf::ui
