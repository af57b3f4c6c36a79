#include "ui/annotate/annotation_canvas.h"

#include "core/annotation/region.h"
#include "ui/annotate/brush_tool.h"
#include "ui/annotate/outline_tool.h"
#include "ui/annotate/region_tool.h"
#include "ui/annotate/select_tool.h"

#include <algorithm>
#include <cmath>

namespace cf::ui {

using annotation::Patch;

namespace {

constexpr double kReach = 7.0; // logical pixels
constexpr double kBrushStep = 1.25;
constexpr std::size_t kMostAreas = 200; // a shape each; more become one

std::unique_ptr<AnnotationTool> newTool(ToolKind kind, AnnotationCanvas &canvas)
{
    switch (kind) {
    case ToolKind::Polygon:
        return std::make_unique<PolygonTool>(canvas);
    case ToolKind::Rectangle:
    case ToolKind::Ellipse:
        return std::make_unique<BoxTool>(canvas, kind);
    case ToolKind::Brush:
    case ToolKind::Eraser:
        return std::make_unique<BrushTool>(canvas, kind);
    case ToolKind::Wand:
        return std::make_unique<WandTool>(canvas);
    case ToolKind::GrabCut:
        return std::make_unique<GrabCutTool>(canvas);
    case ToolKind::Select:
        break;
    }
    return std::make_unique<SelectTool>(canvas);
}

} // namespace

ShapeEditor::Combine combineOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::AltModifier)
        return ShapeEditor::Combine::Subtract;
    return modifiers & Qt::ShiftModifier ? ShapeEditor::Combine::Separate
                                         : ShapeEditor::Combine::Join;
}

AnnotationCanvas::AnnotationCanvas(QWidget *parent)
    : ImageCanvas(parent), m_tool(newTool(ToolKind::Select, *this))
{
    setFading(true); // what is drawn on must be seen
    connect(&m_worker, &RegionWorker::busyChanged, this, &AnnotationCanvas::findingChanged);
    connect(&m_worker, &RegionWorker::failed, this, &AnnotationCanvas::failed);
}

AnnotationCanvas::~AnnotationCanvas() = default;

void AnnotationCanvas::setImage(const cv::Mat &picture)
{
    cancelTool();
    m_worker.stop();
    setPicture(picture);
    m_picture = picture;
    m_scores.release();
    m_crosshair.reset();
    setThreshold(std::nullopt);
}

void AnnotationCanvas::setScores(const cv::Mat &map32f, std::optional<float> level)
{
    setMap(map32f);
    m_scores = map32f;
    setThreshold(level);
}

void AnnotationCanvas::setEditor(ShapeEditor *editor)
{
    if (editor == m_editor)
        return;
    cancelTool();
    m_worker.stop();
    if (m_editor) {
        m_editor->disconnect(this);
        m_editor->document().disconnect(this);
    }
    m_editor = editor;
    m_hidden.clear();
    m_tiles.clear();
    if (editor) {
        connect(&editor->document(), &AnnotationDocument::changed, this,
                [this](ShapeNumber, const QRectF &part) {
                    m_tiles.invalidate(part);
                    updatePart(part);
                });
        connect(&editor->document(), &AnnotationDocument::wasReset, this, [this] {
            cancelTool();
            m_tiles.clear();
            update();
        });
        connect(editor, &ShapeEditor::selectionChanged, this, qOverload<>(&QWidget::update));
        connect(editor, &QObject::destroyed, this, [this] {
            m_editor = nullptr; // its document has gone already
            m_hidden.clear();
            m_worker.stop();
            cancelTool();
            update();
        });
    }
    update();
}

void AnnotationCanvas::setClasses(const ClassTable &classes)
{
    m_classes = classes;
    m_tiles.clear();
    update();
}

void AnnotationCanvas::setTool(ToolKind kind)
{
    if (kind == m_tool->kind())
        return;
    cancelTool();
    m_tool = newTool(kind, *this);
    if (kind == ToolKind::Select)
        m_crosshair.reset();
    setCursor(m_tool->cursor({}));
    update();
    Q_EMIT toolChanged(kind);
}

void AnnotationCanvas::cancelTool()
{
    m_pressed = false;
    if (m_tool->cancel())
        update();
}

void AnnotationCanvas::setBrushDiameter(double diameterPx)
{
    const double clamped = std::clamp(diameterPx, kSmallestBrushPx, kLargestBrushPx);
    if (clamped == m_brushPx)
        return;
    m_brushPx = clamped;
    update();
    Q_EMIT brushChanged(clamped);
}

void AnnotationCanvas::growBrush()
{
    setBrushDiameter(std::max(std::round(m_brushPx * kBrushStep), m_brushPx + 1.0));
}

void AnnotationCanvas::shrinkBrush()
{
    setBrushDiameter(std::min(std::round(m_brushPx / kBrushStep), m_brushPx - 1.0));
}

void AnnotationCanvas::setShapesShown(bool shown)
{
    cancelTool();
    m_shapesShown = shown;
    update();
}

double AnnotationCanvas::reachInImage() const
{
    return kReach * geometryOfView().devicePixelRatio() / geometryOfView().zoom();
}

QRectF AnnotationCanvas::seenPart() const
{
    const auto &geometry = geometryOfView();
    return QRectF(geometry.toImage({0, 0}), geometry.toImage(QPointF(width(), height()))) &
           QRectF(QPointF(0, 0), QSizeF(geometry.imageSizePx()));
}

void AnnotationCanvas::setHidden(std::set<ShapeNumber> numbers)
{
    if (!m_editor || numbers == m_hidden)
        return;
    std::swap(m_hidden, numbers);
    for (const auto *changed : {&m_hidden, &numbers})
        for (const ShapeNumber number : *changed)
            if (m_editor->document().has(number))
                m_tiles.invalidate(boundsOf(m_editor->document().shape(number)));
    update();
}

void AnnotationCanvas::find(const QString &text, RegionWorker::Search search,
                            ShapeEditor::Combine combine)
{
    if (!m_editor)
        return;
    m_worker.start(std::move(search), [this, text, combine](const Patch &found) {
        m_editor->addPixels(text, found, combine); // another editor would have stopped the search
    });
}

void AnnotationCanvas::thresholdToMask()
{
    if (!canDraw() || m_scores.empty() || !level())
        return;
    cancelTool();
    m_worker.start([map = m_scores, at = *level(), size = m_editor->document().imageSize()](
                       RunContext &) { return annotation::regionAtLevel(map, at, size); },
                   [this](const Patch &found) { takeAreas(found); });
}

void AnnotationCanvas::takeAreas(const Patch &found)
{
    if (found.place.empty())
        return;
    const auto areas = annotation::areasOf(found, kMostAreas);
    std::vector<annotation::Shape> shapes;
    for (const Patch &area : areas ? *areas : std::vector<Patch>{found}) {
        annotation::Shape shape;
        shape.kind = annotation::ShapeKind::Mask;
        shape.label = m_editor->label();
        shape.mask = area.mask;
        shape.maskAt = area.place.tl();
        shapes.push_back(std::move(shape));
    }
    m_editor->add(tr("threshold"), std::move(shapes));
}

} // namespace cf::ui
