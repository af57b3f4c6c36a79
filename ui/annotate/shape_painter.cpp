#include "ui/annotate/shape_painter.h"

#include "ui/annotate/annotation_document.h"
#include "ui/annotate/shape_geometry.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace cf::ui {

using annotation::Patch;
using annotation::Shape;
using annotation::ShapeKind;

namespace {

constexpr double kLine = 1.8; // logical pixels, as all here
constexpr double kDarkLine = 3.6;
constexpr double kMargin = 4.0;
constexpr double kTiny = 4.0; // smaller shapes are dots
constexpr double kMarkerRadius = 4.0;
const QColor kDark(16, 16, 16, 190);

/// For each device pixel of a row (or column) the pixels of the mask below it: first <= i < last.
struct Below
{
    std::vector<int> first, last;
};

/// Zoomed in the pixel below the centre, zoomed out all that it covers: no speck is lost.
Below pixelsBelow(int from, int count, int origin, double zoom, int maskAt, int maskSize)
{
    Below below;
    for (int i = 0; i < count; ++i) {
        const double device = from + i - origin;
        int first = static_cast<int>(std::floor((device + 0.5) / zoom));
        int last = first + 1;
        if (zoom < 1.0) {
            first = static_cast<int>(std::floor(device / zoom));
            last = std::max(first + 1, static_cast<int>(std::floor((device + 1.0) / zoom)));
        }
        below.first.push_back(std::clamp(first - maskAt, 0, maskSize));
        below.last.push_back(std::clamp(last - maskAt, 0, maskSize));
    }
    return below;
}

/// 255 in the device pixels of `area` that show a marked pixel.
cv::Mat sampled(const DeviceFrame &frame, const Patch &patch, const QRect &area)
{
    const Below columns = pixelsBelow(area.x(), area.width(), frame.origin.x(), frame.zoom,
                                      patch.place.x, patch.place.width);
    const Below rows = pixelsBelow(area.y(), area.height(), frame.origin.y(), frame.zoom,
                                   patch.place.y, patch.place.height);
    cv::Mat seen = cv::Mat::zeros(area.height(), area.width(), CV_8UC1);
    const int firstColumn = columns.first.front();
    const int lastColumn = columns.last.back();
    if (firstColumn >= lastColumn)
        return seen;
    cv::Mat together(1, lastColumn - firstColumn, CV_8UC1);
    for (int y = 0; y < area.height(); ++y) {
        const auto row = static_cast<std::size_t>(y);
        const int first = rows.first[row];
        const int last = rows.last[row];
        if (first >= last)
            continue;
        if (y > 0 && first == rows.first[row - 1] && last == rows.last[row - 1]) {
            seen.row(y - 1).copyTo(seen.row(y));
            continue;
        }
        const cv::Range wanted(firstColumn, lastColumn);
        patch.mask(cv::Range(first, first + 1), wanted).copyTo(together);
        for (int below = first + 1; below < last; ++below)
            cv::bitwise_or(together, patch.mask(cv::Range(below, below + 1), wanted), together);
        const auto *from = together.ptr<std::uint8_t>();
        auto *to = seen.ptr<std::uint8_t>(y);
        for (int x = 0; x < area.width(); ++x) {
            const auto column = static_cast<std::size_t>(x);
            std::uint8_t any = 0;
            for (int below = columns.first[column]; below < columns.last[column]; ++below)
                any |= from[below - firstColumn];
            to[x] = any;
        }
    }
    return seen;
}

/// The region's colours: hatch inside, the class's line along its edge and a dark one around it.
QImage coloured(const cv::Mat &seen, const DeviceFrame &frame, const QRect &area,
                const ClassLook &look)
{
    const int line = std::max(1, static_cast<int>(std::lround(frame.ratio)));
    const cv::Mat disc = cv::getStructuringElement(cv::MORPH_RECT, {2 * line + 1, 2 * line + 1});
    cv::Mat inner, outer;
    cv::erode(seen, inner, disc);
    cv::dilate(seen, outer, disc);
    QImage image(area.size(), QImage::Format_ARGB32_Premultiplied);
    const QRgb edge = look.colour.rgb();
    const QRgb dark = qPremultiply(kDark.rgba());
    const int anchorX = area.x() - frame.origin.x();
    const int anchorY = area.y() - frame.origin.y();
    for (int y = 0; y < area.height(); ++y) {
        auto *pixel = reinterpret_cast<QRgb *>(image.scanLine(y));
        const auto *hatch =
            reinterpret_cast<const QRgb *>(look.hatch.constScanLine((y + anchorY) & 15));
        const auto *isSeen = seen.ptr<std::uint8_t>(y);
        const auto *isInner = inner.ptr<std::uint8_t>(y);
        const auto *isOuter = outer.ptr<std::uint8_t>(y);
        for (int x = 0; x < area.width(); ++x)
            pixel[x] = isInner[x]   ? hatch[(x + anchorX) & 15]
                       : isSeen[x]  ? edge
                       : isOuter[x] ? dark
                                    : 0;
    }
    return image;
}

void paintOutline(QPainter &painter, const DeviceFrame &frame, const Shape &shape,
                  const ClassLook &look)
{
    const QTransform toDevice(frame.zoom, 0, 0, frame.zoom, frame.origin.x(), frame.origin.y());
    const QPainterPath path = toDevice.map(pathOf(shape));
    if (shape.kind != ShapeKind::Marker) {
        QBrush hatch(look.hatch);
        hatch.setTransform(QTransform::fromTranslate(frame.origin.x(), frame.origin.y()));
        painter.fillPath(path, hatch);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kDark, kDarkLine * frame.ratio));
    painter.drawPath(path);
    QPen line(look.colour, kLine * frame.ratio);
    line.setStyle(look.line);
    painter.setPen(line);
    painter.drawPath(path);
    if (shape.kind != ShapeKind::Marker)
        return;
    painter.setBrush(look.colour);
    painter.setPen(QPen(kDark, frame.ratio));
    const double radius = kMarkerRadius * frame.ratio;
    for (const auto &point : shape.points)
        painter.drawEllipse(frame.toDevice({point.x, point.y}), radius, radius);
}

} // namespace

DeviceFrame DeviceFrame::of(const ViewGeometry &geometry)
{
    return {geometry.zoom(), geometry.imageOriginInDevice(), geometry.devicePixelRatio()};
}

QRect DeviceFrame::coveredBy(const QRectF &inImage) const
{
    const double margin = kMargin * ratio + 1.0;
    return QRectF(toDevice(inImage.topLeft()), toDevice(inImage.bottomRight()))
        .adjusted(-margin, -margin, margin, margin)
        .toAlignedRect();
}

QRectF DeviceFrame::seenIn(const QRect &inDevice) const
{
    const double margin = kMargin * ratio + 1.0;
    const QRectF wide = QRectF(inDevice).adjusted(-margin, -margin, margin, margin);
    return {toImage(wide.topLeft()), toImage(wide.bottomRight())};
}

void paintPixels(QPainter &painter, const DeviceFrame &frame, const Patch &patch,
                 const ClassLook &look, const QRect &clip)
{
    const auto &place = patch.place;
    const QRect area = frame.coveredBy(QRectF(place.x, place.y, place.width, place.height)) & clip;
    if (place.empty() || area.isEmpty())
        return;
    // Edges need to know what lies beside the clip.
    const int line = std::max(1, static_cast<int>(std::lround(frame.ratio)));
    const QRect wide = area.adjusted(-line, -line, line, line);
    painter.drawImage(area.topLeft(), coloured(sampled(frame, patch, wide), frame, wide, look),
                      QRect(QPoint(line, line), area.size()));
}

void paintShape(QPainter &painter, const DeviceFrame &frame, const Shape &shape,
                const ClassLook &look, const QRect &clip)
{
    if (shape.kind == ShapeKind::Mask) {
        paintPixels(painter, frame, patchOf(shape), look, clip);
        return;
    }
    const QRectF box = boundsOf(shape);
    const double longest = std::max(box.width(), box.height()) * frame.zoom;
    if (longest < kTiny * frame.ratio && shape.kind != ShapeKind::Marker) {
        const QPointF at = frame.toDevice(box.topLeft());
        const double edge = std::max(longest, 2.0 * frame.ratio);
        painter.fillRect(QRectF(at, QSizeF(edge, edge)), look.colour);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, longest > 4 * kTiny * frame.ratio);
    paintOutline(painter, frame, shape, look);
}

} // namespace cf::ui
