#include "ui/annotate/select_tool.h"

#include "ui/annotate/annotation_canvas.h"

#include <QLineF>
#include <QPainter>

namespace cf::ui {

using annotation::Shape;

namespace {

constexpr std::size_t kMostDrawn = 300; // of moved shapes; of more the box alone

} // namespace

std::optional<ShapeNumber> SelectTool::topmostAt(QPointF inImage) const
{
    const auto &document = m_canvas.editor()->document();
    const double reach = m_canvas.reachInImage();
    const auto near =
        document.shapesIn(QRectF(inImage.x() - reach, inImage.y() - reach, 2 * reach, 2 * reach));
    for (auto number = near.rbegin(); number != near.rend(); ++number)
        if (isAt(document.shape(*number), inImage, reach / 2))
            return *number;
    return std::nullopt;
}

bool SelectTool::pressCorner(const ToolInput &input)
{
    ShapeEditor &editor = *m_canvas.editor();
    m_number = editor.onlySelected();
    if (!m_number)
        return false;
    const Shape &shape = editor.document().shape(*m_number);
    const double reach = m_canvas.reachInImage();
    m_corner = cornerAt(shape, input.inImage, reach);
    const bool alt = input.modifiers & Qt::AltModifier;
    const bool shift = input.modifiers & Qt::ShiftModifier;
    if (m_corner && alt && shift)
        return removeLast();
    if (m_corner && !alt) {
        m_new = shape;
    } else if (const auto edge = alt ? edgeAt(shape, input.inImage, reach) : std::nullopt) {
        m_new = shape;
        auto &points = ringOf(*m_new, edge->ring);
        m_corner = CornerRef{edge->ring, edge->index + 1};
        points.insert(points.begin() + m_corner->index, {input.inImage.x(), input.inImage.y()});
    } else {
        return false;
    }
    m_doing = Doing::Corner;
    m_canvas.setHidden({*m_number});
    return true;
}

void SelectTool::press(const ToolInput &input)
{
    ShapeEditor &editor = *m_canvas.editor();
    m_from = m_to = input.inImage;
    if (pressCorner(input))
        return;
    m_corner.reset();
    const auto number = topmostAt(input.inImage);
    const bool adds = input.modifiers & Qt::ControlModifier;
    auto selection = adds || (number && editor.selection().count(*number))
                         ? editor.selection()
                         : std::set<ShapeNumber>();
    if (number && adds && selection.erase(*number) != 0) {
        editor.select(std::move(selection));
        return;
    }
    m_doing = number ? Doing::Pressed : Doing::Band;
    if (number)
        selection.insert(*number);
    editor.select(std::move(selection));
}

void SelectTool::beginMove()
{
    ShapeEditor &editor = *m_canvas.editor();
    m_doing = Doing::Moving;
    m_moved.clear();
    for (const ShapeNumber number : editor.selection())
        m_moved.push_back(editor.document().shape(number));
    m_canvas.setHidden(editor.selection());
}

void SelectTool::drag(const ToolInput &input)
{
    m_to = input.inImage;
    if (m_doing == Doing::Pressed && QLineF(m_from, m_to).length() > m_canvas.reachInImage() / 2)
        beginMove();
    if (m_doing == Doing::Corner)
        m_new = withCornerAt(*m_new, *m_corner, input.inImage);
    // The box's corner may have become another one of its corners.
    if (m_doing == Doing::Corner && m_new->kind != annotation::ShapeKind::Polygon &&
        m_new->kind != annotation::ShapeKind::Marker)
        m_corner = cornerAt(*m_new, input.inImage, m_canvas.reachInImage());
    if (m_doing != Doing::Nothing && m_doing != Doing::Pressed)
        m_canvas.update();
}

void SelectTool::hover(const ToolInput &input)
{
    m_canvas.setCursor(cursor(input));
}

QPointF SelectTool::dragged() const
{
    return m_to - m_from;
}

void SelectTool::release(const ToolInput &input)
{
    ShapeEditor &editor = *m_canvas.editor();
    m_to = input.inImage;
    const Doing doing = std::exchange(m_doing, Doing::Nothing);
    if (doing == Doing::Corner) {
        editor.replace(tr("corner"), *m_number, *m_new);
    } else if (doing == Doing::Moving) {
        editor.moveSelected(dragged().x(), dragged().y());
    } else if (doing == Doing::Band) {
        auto selection = editor.selection();
        const QRectF band = QRectF(m_from, m_to).normalized();
        if (band.width() > 0 || band.height() > 0)
            for (const ShapeNumber number : editor.document().shapesIn(band))
                if (band.contains(boundsOf(editor.document().shape(number))))
                    selection.insert(number);
        editor.select(std::move(selection));
    }
    end();
}

void SelectTool::end()
{
    m_new.reset();
    m_moved.clear();
    m_canvas.setHidden({});
    m_canvas.update();
}

bool SelectTool::cancel()
{
    if (m_doing == Doing::Nothing)
        return false;
    m_doing = Doing::Nothing;
    end();
    return true;
}

bool SelectTool::removeLast()
{
    const auto number = m_canvas.editor()->onlySelected();
    if (!m_corner || !number)
        return false;
    auto smaller = withoutCorner(m_canvas.editor()->document().shape(*number), *m_corner);
    m_corner.reset();
    if (smaller)
        m_canvas.editor()->replace(tr("corner"), *number, *std::move(smaller));
    return true;
}

void SelectTool::paint(QPainter &painter, const DeviceFrame &frame, const QRect &clip) const
{
    if (m_new)
        paintShape(painter, frame, *m_new, m_canvas.lookOf(m_new->label), clip);
    if (m_doing == Doing::Moving && m_moved.size() <= kMostDrawn)
        for (const Shape &shape : m_moved)
            paintShape(painter, frame, moved(shape, dragged().x(), dragged().y()),
                       m_canvas.lookOf(shape.label), clip);
    QRectF box;
    if (m_doing == Doing::Band)
        box = QRectF(m_from, m_to).normalized();
    else if (m_doing == Doing::Moving && m_moved.size() > kMostDrawn) {
        for (const Shape &shape : m_moved)
            box |= boundsOf(shape);
        box.translate(dragged());
    }
    if (box.isNull())
        return;
    const QRectF inDevice(frame.toDevice(box.topLeft()), frame.toDevice(box.bottomRight()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, frame.ratio));
    painter.drawRect(inDevice);
    painter.setPen(QPen(Qt::white, frame.ratio, Qt::DashLine));
    painter.drawRect(inDevice);
}

QCursor SelectTool::cursor(const ToolInput &input) const
{
    const auto *editor = m_canvas.editor();
    if (!editor)
        return Qt::ArrowCursor;
    if (const auto number = editor->onlySelected())
        if (cornerAt(editor->document().shape(*number), input.inImage, m_canvas.reachInImage()))
            return Qt::PointingHandCursor;
    const auto below = topmostAt(input.inImage);
    return below && editor->selection().count(*below) ? Qt::SizeAllCursor : Qt::ArrowCursor;
}

QString SelectTool::hint() const
{
    return tr("Click or drag a band to select, Ctrl adds; drag shapes and corners to move them, or "
              "use the arrow keys; a digit gives them its class. Alt+click on an edge makes a "
              "corner, Alt+Shift+click takes one away.");
}

} // namespace cf::ui
