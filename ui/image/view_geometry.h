#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <optional>

namespace cf::ui {

/// Which part of a picture a view shows, and how large. Three frames:
/// image   pixels of the picture; pixel (x, y) covers [x, x+1) x [y, y+1)
/// view    logical pixels of the widget
/// device  physical pixels of the widget, view * devicePixelRatio
///
/// The zoom is device pixels per image pixel, so 1 is pixel for pixel on every screen. The
/// picture's corner always lies on a whole device pixel. A picture smaller than the view is
/// centred, a larger one leaves no gap at the view's edges.
class ViewGeometry
{
public:
    static constexpr double kMaxZoom = 64.0;

    ViewGeometry() = default;
    ViewGeometry(QSize imageSizePx, QSize viewSize, double devicePixelRatio);

    void setImageSize(QSize imageSizePx);
    void setViewSize(QSize viewSize, double devicePixelRatio);

    void fit();
    /// Keeps the view's centre. The zoom is clamped to minZoom() .. kMaxZoom.
    void setZoom(double zoom);
    void setCentre(QPointF centreInImage);
    /// Keeps the image point at `inView`, as far as the picture's edges allow, to half a device
    /// pixel.
    void zoomAt(QPointF inView, double zoom);
    /// Moves the picture with the hand: a positive x moves it to the right.
    void panBy(QPointF deltaInView);

    /// The next zoom up or down, by a quarter; never jumps over 1 or the fitting zoom.
    double nextZoom(bool larger) const;
    double fitZoom() const; ///< enlarges small pictures, too
    double minZoom() const; ///< the smaller of fitZoom() and 1
    /// Whether the picture is larger than the view in this direction.
    bool canPan(Qt::Orientation orientation) const;

    double zoom() const { return m_zoom; }
    QPointF centreInImage() const { return m_centreInImage; }
    QSize imageSizePx() const { return m_imageSizePx; }
    QSize viewSize() const { return m_viewSize; }
    double devicePixelRatio() const { return m_devicePixelRatio; }

    /// The same part of the picture on a screen with other pixels, whatever the zoom is then.
    ViewGeometry scaledTo(double devicePixelRatio) const;

    QPointF toImage(QPointF inView) const;
    QPointF toView(QPointF inImage) const;
    /// None beside the picture.
    std::optional<QPoint> pixelAt(QPointF inView) const;

    QSize deviceSize() const;
    QPoint imageOriginInDevice() const;
    /// The device pixels whose centres lie on the picture, within the view.
    QRect imageInDevice() const;
    /// The image column (row) under the centre of a device column (row), clamped to the picture.
    int imageColumn(int deviceX) const;
    int imageRow(int deviceY) const;

    bool operator==(const ViewGeometry &) const = default;

private:
    void clampCentre();

    QSize m_imageSizePx;
    QSize m_viewSize;
    double m_devicePixelRatio = 1.0;
    double m_zoom = 1.0;
    QPointF m_centreInImage;
};

} // namespace cf::ui
