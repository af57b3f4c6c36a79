#include "ui/image/view_geometry.h"

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

constexpr double kZoomStep = 1.25;

/// The nearest centre that shows no gap, or the middle of a picture that is smaller than the view.
double clampedCentre(double centre, double imagePx, double viewInImage)
{
    if (viewInImage >= imagePx)
        return imagePx / 2;
    return std::clamp(centre, viewInImage / 2, imagePx - viewInImage / 2);
}

/// The device pixels with first <= index < last, whose centres lie in [from, to).
std::pair<int, int> coveredPixels(double from, double to, int limit)
{
    const auto first = static_cast<int>(std::clamp(std::ceil(from - 0.5), 0.0, double(limit)));
    const auto last = static_cast<int>(std::clamp(std::ceil(to - 0.5), 0.0, double(limit)));
    return {first, last};
}

} // namespace

ViewGeometry::ViewGeometry(QSize imageSizePx, QSize viewSize, double devicePixelRatio)
    : m_imageSizePx(imageSizePx), m_viewSize(viewSize), m_devicePixelRatio(devicePixelRatio)
{
    fit();
}

void ViewGeometry::setImageSize(QSize imageSizePx)
{
    m_imageSizePx = imageSizePx;
    setZoom(m_zoom);
}

void ViewGeometry::setViewSize(QSize viewSize, double devicePixelRatio)
{
    m_viewSize = viewSize;
    m_devicePixelRatio = devicePixelRatio;
    setZoom(m_zoom);
}

void ViewGeometry::fit()
{
    setZoom(fitZoom());
}

void ViewGeometry::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, minZoom(), kMaxZoom);
    clampCentre();
}

void ViewGeometry::setCentre(QPointF centreInImage)
{
    m_centreInImage = centreInImage;
    clampCentre();
}

void ViewGeometry::zoomAt(QPointF inView, double zoom)
{
    const QPointF kept = toImage(inView);
    m_zoom = std::clamp(zoom, minZoom(), kMaxZoom);
    const QPointF fromCentre =
        inView * m_devicePixelRatio - QPointF(deviceSize().width(), deviceSize().height()) / 2;
    setCentre(kept - fromCentre / m_zoom);
}

void ViewGeometry::panBy(QPointF deltaInView)
{
    setCentre(m_centreInImage - deltaInView * (m_devicePixelRatio / m_zoom));
}

double ViewGeometry::nextZoom(bool larger) const
{
    const double next =
        std::clamp(larger ? m_zoom * kZoomStep : m_zoom / kZoomStep, minZoom(), kMaxZoom);
    double nearest = next;
    for (const double stop : {1.0, fitZoom()}) {
        if (larger && stop > m_zoom && stop < nearest)
            nearest = stop;
        if (!larger && stop < m_zoom && stop > nearest)
            nearest = stop;
    }
    return nearest;
}

double ViewGeometry::fitZoom() const
{
    if (m_imageSizePx.isEmpty() || m_viewSize.isEmpty())
        return 1.0;
    const QSize view = deviceSize();
    return std::min({double(view.width()) / m_imageSizePx.width(),
                     double(view.height()) / m_imageSizePx.height(), kMaxZoom});
}

double ViewGeometry::minZoom() const
{
    return std::min(fitZoom(), 1.0);
}

bool ViewGeometry::canPan(Qt::Orientation orientation) const
{
    if (orientation == Qt::Horizontal)
        return m_imageSizePx.width() * m_zoom > deviceSize().width() + 0.5;
    return m_imageSizePx.height() * m_zoom > deviceSize().height() + 0.5;
}

ViewGeometry ViewGeometry::scaledTo(double devicePixelRatio) const
{
    ViewGeometry scaled = *this;
    scaled.m_devicePixelRatio = devicePixelRatio;
    scaled.m_zoom = m_zoom * devicePixelRatio / m_devicePixelRatio;
    return scaled;
}

QPointF ViewGeometry::toImage(QPointF inView) const
{
    return (inView * m_devicePixelRatio - imageOriginInDevice()) / m_zoom;
}

QPointF ViewGeometry::toView(QPointF inImage) const
{
    return (inImage * m_zoom + imageOriginInDevice()) / m_devicePixelRatio;
}

std::optional<QPoint> ViewGeometry::pixelAt(QPointF inView) const
{
    const QPointF at = toImage(inView);
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    if (!QRect(QPoint(0, 0), m_imageSizePx).contains(pixel))
        return std::nullopt;
    return pixel;
}

QSize ViewGeometry::deviceSize() const
{
    return {static_cast<int>(std::ceil(m_viewSize.width() * m_devicePixelRatio - 1e-6)),
            static_cast<int>(std::ceil(m_viewSize.height() * m_devicePixelRatio - 1e-6))};
}

QPoint ViewGeometry::imageOriginInDevice() const
{
    return {
        static_cast<int>(std::lround(deviceSize().width() / 2.0 - m_centreInImage.x() * m_zoom)),
        static_cast<int>(std::lround(deviceSize().height() / 2.0 - m_centreInImage.y() * m_zoom))};
}

QRect ViewGeometry::imageInDevice() const
{
    if (m_imageSizePx.isEmpty())
        return {};
    const QPoint origin = imageOriginInDevice();
    const auto [left, right] = coveredPixels(
        origin.x(), origin.x() + m_imageSizePx.width() * m_zoom, deviceSize().width());
    const auto [top, bottom] = coveredPixels(
        origin.y(), origin.y() + m_imageSizePx.height() * m_zoom, deviceSize().height());
    return {left, top, right - left, bottom - top};
}

int ViewGeometry::imageColumn(int deviceX) const
{
    const double x = std::floor((deviceX + 0.5 - imageOriginInDevice().x()) / m_zoom);
    return static_cast<int>(std::clamp(x, 0.0, m_imageSizePx.width() - 1.0));
}

int ViewGeometry::imageRow(int deviceY) const
{
    const double y = std::floor((deviceY + 0.5 - imageOriginInDevice().y()) / m_zoom);
    return static_cast<int>(std::clamp(y, 0.0, m_imageSizePx.height() - 1.0));
}

void ViewGeometry::clampCentre()
{
    const QSize view = deviceSize();
    m_centreInImage = {
        clampedCentre(m_centreInImage.x(), m_imageSizePx.width(), view.width() / m_zoom),
        clampedCentre(m_centreInImage.y(), m_imageSizePx.height(), view.height() / m_zoom)};
}

} // namespace cf::ui
