#pragma once

#include "ui/image/view_renderer.h"
#include "ui/image/view_state.h"

#include <QWidget>

namespace cf::ui {

/// Shows a picture with its anomaly map, ground truth and decision outline. GUI thread; holds the
/// matrices that it is given (shared: nobody may write into them any more).
///
/// Mouse: the wheel zooms at the cursor, the middle button or Space with the left one pans,
/// Shift+wheel changes the opacity, the handle between two sides is dragged and goes to the middle
/// with a double click. Shift and the left button (or the left one alone with the profile tool)
/// draw the profile line, whose ends can be dragged.
/// Keys, while focused: plus and minus zoom; arrows pan where the picture is larger than the view,
/// else they are left to the window's shortcuts; Alt+Left and Alt+Right move the handle; Escape
/// takes the profile line away.
class ImageCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit ImageCanvas(QWidget *parent = nullptr);
    ~ImageCanvas() override;

    /// CV_8UC1, CV_8UC3, CV_16UC1 or CV_16UC3 (BGR). Removes the maps and the mask of the picture
    /// before; zoom and place stay. Throws std::invalid_argument for others and changes nothing.
    void setPicture(const cv::Mat &picture);
    /// CV_32FC1, stretched over the whole picture: in either direction as many pixels or fewer, not
    /// more. Empty removes it. Throws std::invalid_argument if it does not fit, and changes
    /// nothing.
    void setMap(const cv::Mat &map32f);
    /// Another map, shown right of a handle, with the same colours and range. Rules as for
    /// setMap().
    void setCompareMap(const cv::Mat &map32f);
    /// Ground truth: CV_8UC1, not zero = defect. Sizes as for setMap().
    void setMask(const cv::Mat &mask);

    /// The brightness window in the picture's own values; kept for the next picture if it has as
    /// many bits.
    void setLevels(double low, double high);
    void resetLevels();

    void setColourMap(imaging::ColourMap colours);
    void setFading(bool fades); ///< see OverlayStyle::fades
    void setRange(float low, float high); ///< absolute scores, finite
    void setThreshold(std::optional<float> threshold);
    void setCompareScale(const std::optional<MapScale> &scale); ///< none: as the other map's
    /// A handle even where a side has no map: the bare picture is seen there.
    void setSplit(bool split);
    bool isSplit() const { return m_renderer.isSplit(m_style); }
    /// The left button draws the profile line without Shift.
    void setProfileTool(bool on);
    const OverlayStyle &style() const { return m_style; }
    double splitPosition() const { return m_splitPosition; } ///< 0..1 of the view's width

    /// Linked canvases are given the same one, which they do not own. Null: one of its own again.
    void setViewState(ViewState *state);
    ViewState *viewState() const { return m_state; }
    const ViewGeometry &geometryOfView() const { return m_geometry; }
    double zoom() const { return m_geometry.zoom(); } ///< device pixels per image pixel

    /// false: the plain wheel scrolls and only Ctrl+wheel zooms.
    void setWheelZooms(bool zooms) { m_wheelZooms = zooms; }
    bool wheelZooms() const { return m_wheelZooms; }

    bool hasPicture() const { return m_renderer.picture() != nullptr; }
    /// False while a large picture is still drawn from its full size and less smoothly.
    bool isComplete() const { return !hasPicture() || m_renderer.picture()->isComplete(); }
    /// The stored float at a pixel of the picture; none outside of it or without a map.
    std::optional<float> valueAt(QPoint pixelInImage) const;
    std::optional<float> compareValueAt(QPoint pixelInImage) const;

    /// Exactly what is seen, at a resolution of its own; without the focus ring.
    QImage renderView(qreal devicePixelRatio);

    /// The same in parts, for drawings whose lines stay lines.
    struct Parts
    {
        QImage colours;                  ///< without outlines and handle
        ViewRenderer::Outlines outlines; ///< in logical pixels, as all here
        std::optional<double> handleX;
        std::optional<QLineF> profile;
    };
    Parts renderParts(qreal devicePixelRatio);

    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {64, 64}; }

public Q_SLOTS:
    void fit();
    void zoomTo100();
    void zoomIn();
    void zoomOut();
    void setOpacity(double opacity);
    void setOverlayShown(bool shown); ///< the map's colours and outline, e.g. to flicker
    void setMaskShown(bool shown);
    void setSplitPosition(double position);

    void clear();    ///< "No picture"
    void showBusy(); ///< "Loading…", in place of the picture
    void showError(const QString &sentence);

Q_SIGNALS:
    /// The mouse is on this pixel: it moved, or the picture did below it.
    void probed(QPoint pixelInImage);
    void probeLeft();
    void zoomChanged(double zoom);
    void opacityChanged(double opacity);
    void splitPositionChanged(double position);
    void refined(); ///< more detail has come; at the end isComplete()

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Content { Nothing, Busy, Error, Picture };
    enum class Drag { None, Pan, Split, Profile };

    void showText(Content content, const QString &sentence);
    void describe();
    template <class Value>
    void setStyle(Value OverlayStyle::*field, Value value);

    void followScreen(); ///< size and device pixel ratio
    void followState();
    void moveTo(const ViewGeometry &geometry);
    void panBy(QPointF deltaInView);
    void zoomAt(QPointF inView, int angleDelta);

    void startProfile(const QMouseEvent &event);
    void dragProfile(QPointF inView);
    void endProfile();
    /// The profile line's end below the mouse: 1 or 2, 0 for none.
    int profileEndAt(QPointF inView) const;
    bool isOnHandle(QPointF inView) const;
    void probe(QPointF inView);
    void leaveProbe();
    void showCursor();
    bool usesKey(const QKeyEvent &event) const;

    void paintContent(QPainter &painter, const ViewGeometry &geometry, ViewRenderer::Frame &frame);
    void paintHandle(QPainter &painter) const;
    void paintLinkedCursor(QPainter &painter, const ViewGeometry &geometry) const;
    void paintProfile(QPainter &painter, const ViewGeometry &geometry) const;
    void paintText(QPainter &painter) const;

    ViewRenderer m_renderer;
    ViewRenderer::Frame m_frame;
    ViewGeometry m_geometry;
    double m_toldZoom = 0.0; ///< of the last zoomChanged()
    OverlayStyle m_style;
    std::optional<std::pair<double, double>> m_levels; ///< none = full scale
    double m_levelsScale = 0.0;                        ///< fullScale() that they were set for
    double m_splitPosition = 0.5;

    ViewState m_ownState;
    ViewState *m_state = nullptr;

    Content m_content = Content::Nothing;
    QString m_sentence; ///< of Content::Error

    bool m_wheelZooms = true;
    bool m_spaceHeld = false;
    bool m_profileTool = false;
    QPointF m_profileStart; ///< in the image; the end that stays
    bool m_dragsFirstEnd = false;
    bool m_isProbing = false; ///< the shared cursor is this canvas's own
    Drag m_drag = Drag::None;
    QPointF m_mouseInView; ///< of its last event
};

} // namespace cf::ui
