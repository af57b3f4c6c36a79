#pragma once

#include "ui/annotate/annotation_tool.h"
#include "ui/annotate/region_worker.h"
#include "ui/annotate/shape_tiles.h"
#include "ui/image/image_canvas.h"

#include <memory>
#include <optional>
#include <set>

namespace cf::ui {

/// A picture on which shapes are drawn and changed. The editor belongs to somebody else, and there
/// may be none; then it is a picture as any other.
///
/// Mouse: the left button is the tool's, all else as in ImageCanvas; Alt and the wheel change the
/// brush. Keys, while focused: Enter closes an outline, Escape cancels, Backspace takes the last
/// point back; arrows move the selected shapes, or with a drawing tool a crosshair that a full stop
/// presses and lets go; Shift makes their steps ten times as long.
class AnnotationCanvas : public ImageCanvas
{
    Q_OBJECT
public:
    static constexpr double kSmallestBrushPx = 1.0;
    static constexpr double kLargestBrushPx = 4000.0;

    explicit AnnotationCanvas(QWidget *parent = nullptr);
    ~AnnotationCanvas() override;

    /// As ImageCanvas::setPicture(). The map of the picture before goes.
    void setImage(const cv::Mat &picture);
    const cv::Mat &image() const { return m_picture; }
    /// Scores as for ImageCanvas::setMap(), and the level from which on they count as a defect.
    void setScores(const cv::Mat &map32f, std::optional<float> level);
    const cv::Mat &scores() const { return m_scores; }
    std::optional<float> level() const { return style().scale.threshold; }

    void setEditor(ShapeEditor *editor);
    ShapeEditor *editor() const { return m_editor; }
    void setClasses(const ClassTable &classes);
    const ClassTable &classes() const { return m_classes; }

    void setTool(ToolKind tool);
    ToolKind tool() const { return m_tool->kind(); }
    QString hint() const { return m_tool->hint(); }
    void setBrushDiameter(double diameterPx);
    double brushDiameter() const { return m_brushPx; }
    bool isFinding() const { return m_worker.isBusy(); }

    // For tools.
    double reachInImage() const; ///< how near to something the pointer takes hold of it
    QRectF seenPart() const;     ///< of the picture
    DeviceFrame frame() const { return DeviceFrame::of(geometryOfView()); }
    /// Shapes that a tool draws itself meanwhile.
    void setHidden(std::set<ShapeNumber> numbers);
    void updatePart(const QRectF &inImage);
    /// Looks for an area and adds it to the editor's shapes, unless these are another picture's by
    /// then.
    void find(const QString &text, RegionWorker::Search search, ShapeEditor::Combine combine);
    const ClassLook &lookOf(const std::string &label) const { return m_classes.lookOf(label); }

public Q_SLOTS:
    void setShapesShown(bool shown);
    bool shapesShown() const { return m_shapesShown; }
    /// The scores from the level on become shapes, one for each area.
    void thresholdToMask();
    void growBrush();
    void shrinkBrush();
    void cancelTool();

Q_SIGNALS:
    void toolChanged(cf::ui::ToolKind tool);
    void brushChanged(double diameterPx);
    void findingChanged(bool isFinding);
    void failed(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool canDraw() const { return m_editor && hasPicture() && m_shapesShown; }
    ToolInput inputOf(const QMouseEvent &event) const;
    void pointerMoved(QPointF inView);
    bool useKey(const QKeyEvent &event);
    bool ownsKey(const QKeyEvent &event) const;
    void moveByKey(QPointF step);
    void pressByKey(Qt::KeyboardModifiers modifiers);
    void takeAreas(const annotation::Patch &found);

    void paintShapes(QPainter &painter, const DeviceFrame &frame, const QRect &clip) const;
    void paintNames(QPainter &painter) const;
    void paintSelection(QPainter &painter) const;
    void paintBrush(QPainter &painter) const;
    void paintCrosshair(QPainter &painter) const;
    QRect brushInView() const;

    ShapeEditor *m_editor = nullptr;
    ClassTable m_classes;
    cv::Mat m_picture, m_scores;
    std::unique_ptr<AnnotationTool> m_tool;
    RegionWorker m_worker;
    ShapeTiles m_tiles;
    std::set<ShapeNumber> m_hidden;
    bool m_shapesShown = true;
    double m_brushPx = 24.0;

    bool m_pressed = false;                 ///< the tool's press has not ended yet
    bool m_spaceDown = false;               ///< the left button pans
    std::optional<QPointF> m_pointerInView; ///< the mouse, while it is here
    std::optional<QPointF> m_crosshair;     ///< of the keys, in the image
};

} // namespace cf::ui
