#include "ui/templates/coverage_view.h"

#include "ui/plots/plot_colours.h"
#include "ui/templates/query_list.h"

#include <QApplication>
#include <QDrag>
#include <QEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

constexpr qreal kMarginPx = 18.0;
constexpr qreal kReachPx = 11.0; // of the mouse around a mark
constexpr qreal kNormalPx = 4.5;
constexpr qreal kRedundantPx = 2.8;
constexpr qreal kOutlierPx = 6.5;
constexpr qreal kTemplatePx = 5.5;
constexpr qreal kRingPx = 9.0;
constexpr qreal kSelectedPx = 12.0;
constexpr int kCardPx = 112;
constexpr qreal kCardGapPx = 14.0;
constexpr qreal kLegendGapPx = 18.0;

QPolygonF triangle(QPointF middle, qreal radius)
{
    return QPolygonF({middle + QPointF(0.0, -radius), middle + QPointF(0.87 * radius, 0.6 * radius),
                      middle + QPointF(-0.87 * radius, 0.6 * radius)});
}

} // namespace

CoverageView::CoverageView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("coverage"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    describe();
}

void CoverageView::setMarks(std::vector<CoverageMark> marks)
{
    m_marks = std::move(marks);
    m_isTemplate.assign(m_marks.size(), false);
    m_selected.clear();
    m_current.reset();
    m_pressed.reset();
    hover(std::nullopt);
    m_extent = QRectF();
    if (!m_marks.empty()) {
        const auto [left, right] = std::minmax_element(
            m_marks.begin(), m_marks.end(), [](const auto &a, const auto &b) { return a.x < b.x; });
        const auto [low, high] = std::minmax_element(
            m_marks.begin(), m_marks.end(), [](const auto &a, const auto &b) { return a.y < b.y; });
        m_extent = QRectF(QPointF(left->x, low->y), QPointF(right->x, high->y));
    }
    describe();
    update();
}

void CoverageView::setTemplates(const std::vector<std::size_t> &templates)
{
    m_isTemplate.assign(m_marks.size(), false);
    for (const auto mark : templates)
        if (mark < m_isTemplate.size())
            m_isTemplate[mark] = true;
    update();
}

std::vector<std::size_t> CoverageView::templates() const
{
    std::vector<std::size_t> templates;
    for (std::size_t mark = 0; mark < m_isTemplate.size(); ++mark)
        if (m_isTemplate[mark])
            templates.push_back(mark);
    return templates;
}

void CoverageView::setSelected(const std::vector<std::size_t> &selected)
{
    m_selected = selected;
    m_current = selected.empty() ? std::nullopt : std::optional(selected.back());
    describe();
    update();
}

void CoverageView::setCard(const QImage &image)
{
    m_card = image;
    update();
}

QRectF CoverageView::plotArea() const
{
    const qreal legend = fontMetrics().height() + 12.0;
    return QRectF(rect()).adjusted(kMarginPx, legend + kMarginPx, -kMarginPx, -kMarginPx);
}

QPointF CoverageView::placeOf(std::size_t mark) const
{
    const auto area = plotArea();
    const auto share = [](double value, double from, double length) {
        return length > 0.0 ? (value - from) / length : 0.5;
    };
    const auto &one = m_marks[mark];
    return {area.left() + area.width() * share(one.x, m_extent.left(), m_extent.width()),
            area.bottom() - area.height() * share(one.y, m_extent.top(), m_extent.height())};
}

std::optional<std::size_t> CoverageView::markAt(QPointF place) const
{
    std::optional<std::size_t> nearest;
    qreal least = kReachPx;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const QPointF away = placeOf(i) - place;
        const qreal distance = std::hypot(away.x(), away.y());
        if (distance <= least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

std::optional<std::size_t> CoverageView::nextTowards(int key) const
{
    if (m_marks.empty())
        return std::nullopt;
    if (!m_current)
        return 0;
    const QPointF from = placeOf(*m_current);
    std::optional<std::size_t> best;
    qreal least = 0.0;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const QPointF away = placeOf(i) - from;
        const qreal ahead = key == Qt::Key_Left    ? -away.x()
                            : key == Qt::Key_Right ? away.x()
                            : key == Qt::Key_Up    ? -away.y()
                                                   : away.y();
        const bool horizontal = key == Qt::Key_Left || key == Qt::Key_Right;
        const qreal aside = std::abs(horizontal ? away.y() : away.x());
        if (i == *m_current || ahead <= 0.0)
            continue;
        // What lies straight ahead goes before what is near but aside.
        const qreal effort = ahead + 2.5 * aside;
        if (!best || effort < least) {
            least = effort;
            best = i;
        }
    }
    return best;
}

void CoverageView::select(std::size_t mark, bool add)
{
    const auto place = std::find(m_selected.begin(), m_selected.end(), mark);
    if (add && place != m_selected.end()) {
        m_selected.erase(place);
        m_current = m_selected.empty() ? std::nullopt : std::optional(m_selected.back());
    } else {
        if (!add)
            m_selected.clear();
        m_selected.push_back(mark);
        m_current = mark;
    }
    describe();
    update();
    Q_EMIT selectionChanged();
}

void CoverageView::hover(std::optional<std::size_t> mark)
{
    if (mark == m_hovered)
        return;
    m_hovered = mark;
    m_card = QImage();
    setCursor(mark ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    Q_EMIT hoveredChanged();
}

void CoverageView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (const auto next = nextTowards(event->key()))
            select(*next, false);
        break;
    case Qt::Key_Space:
        if (!m_selected.empty())
            Q_EMIT toggleWanted();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CoverageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const auto mark = markAt(event->position());
    if (!mark)
        return;
    m_pressed = event->position();
    const bool add = event->modifiers() & Qt::ControlModifier;
    const bool isSelected =
        std::find(m_selected.begin(), m_selected.end(), *mark) != m_selected.end();
    if (add || !isSelected || m_selected.size() == 1) // else: several are about to be dragged
        select(*mark, add);
}

void CoverageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && markAt(event->position()))
        Q_EMIT toggleWanted();
}

void CoverageView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed && event->buttons() & Qt::LeftButton) {
        const QPointF way = event->position() - *m_pressed;
        if (way.manhattanLength() >= QApplication::startDragDistance())
            startDrag();
        return;
    }
    hover(markAt(event->position()));
}

void CoverageView::mouseReleaseEvent(QMouseEvent *)
{
    m_pressed.reset();
}

void CoverageView::leaveEvent(QEvent *)
{
    hover(std::nullopt);
}

void CoverageView::startDrag()
{
    m_pressed.reset();
    std::vector<std::filesystem::path> files;
    for (const auto mark : m_selected)
        files.push_back(m_marks[mark].file);
    if (files.empty())
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(mimeOf(files));
    drag->exec(Qt::CopyAction);
}

void CoverageView::describe()
{
    setAccessibleName(tr("Plot of the normal pictures"));
    setAccessibleDescription(
        m_current ? m_marks[*m_current].name + QStringLiteral(": ") + m_marks[*m_current].facts
                  : tr("Pictures that look alike are near to each other; arrow keys go through "
                       "them, Space takes one as a template"));
}

void CoverageView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void CoverageView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void CoverageView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange)
        update();
}

void CoverageView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto ground = palette().color(QPalette::Base);
    const bool focused = hasFocus();
    painter.setPen(
        QPen(palette().color(focused ? QPalette::Highlight : QPalette::Mid), focused ? 2.0 : 1.0));
    painter.setBrush(ground);
    painter.drawRect(QRectF(rect()).adjusted(1.0, 1.0, -1.0, -1.0));
    paintLegend(painter);
    paintMarks(painter);
    paintCard(painter);
}

void CoverageView::paintMark(QPainter &painter, QPointF place, Shape shape, bool isTemplate) const
{
    const auto ground = palette().color(QPalette::Base);
    const QColor colour = curveColour(isTemplate ? 1 : 0, ground);
    QColor soft = colour;
    soft.setAlphaF(isTemplate ? 1.0F : 0.35F);
    painter.setPen(QPen(colour, 1.4));
    switch (shape) {
    case Shape::Outlier:
        painter.setBrush(soft);
        painter.drawPolygon(triangle(place, kOutlierPx));
        break;
    case Shape::Redundant:
        painter.setBrush(isTemplate ? QBrush(colour) : QBrush(ground));
        painter.drawEllipse(place, kRedundantPx, kRedundantPx);
        break;
    case Shape::Normal:
        painter.setBrush(soft);
        painter.drawEllipse(place, isTemplate ? kTemplatePx : kNormalPx,
                            isTemplate ? kTemplatePx : kNormalPx);
        break;
    }
    if (isTemplate) {
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place, kRingPx, kRingPx);
    }
}

void CoverageView::paintMarks(QPainter &painter) const
{
    const auto shapeOf = [](const CoverageMark &mark) {
        return mark.outlier ? Shape::Outlier : mark.redundant ? Shape::Redundant : Shape::Normal;
    };
    for (const bool templates : {false, true}) // templates on top
        for (std::size_t i = 0; i < m_marks.size(); ++i)
            if (m_isTemplate[i] == templates)
                paintMark(painter, placeOf(i), shapeOf(m_marks[i]), templates);
    painter.setBrush(Qt::NoBrush);
    for (const auto mark : m_selected) {
        const QPointF place = placeOf(mark);
        painter.setPen(QPen(palette().color(QPalette::Text), mark == m_current ? 2.0 : 1.2,
                            mark == m_current ? Qt::SolidLine : Qt::DotLine));
        painter.drawRect(QRectF(place - QPointF(kSelectedPx, kSelectedPx),
                                QSizeF(2.0 * kSelectedPx, 2.0 * kSelectedPx)));
    }
}

void CoverageView::paintLegend(QPainter &painter) const
{
    struct Entry
    {
        Shape shape;
        bool isTemplate;
        QString text;
    };
    const Entry entries[] = {{Shape::Normal, false, tr("normal")},
                             {Shape::Normal, true, tr("template")},
                             {Shape::Outlier, false, tr("outlier")},
                             {Shape::Redundant, false, tr("near-twin")}};
    qreal x = kMarginPx;
    const qreal y = 8.0 + fontMetrics().height() / 2.0;
    for (const auto &entry : entries) {
        paintMark(painter, {x + kRingPx, y}, entry.shape, entry.isTemplate);
        x += 2.0 * kRingPx + 5.0;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QPointF(x, y + fontMetrics().ascent() / 2.0 - 1.0), entry.text);
        x += fontMetrics().horizontalAdvance(entry.text) + kLegendGapPx;
    }
}

void CoverageView::paintCard(QPainter &painter) const
{
    if (!m_hovered)
        return;
    const auto &mark = m_marks[*m_hovered];
    const auto metrics = fontMetrics();
    const int width =
        std::min(std::max(kCardPx, metrics.horizontalAdvance(mark.facts)) + 20, this->width());
    const int height = kCardPx + 2 * metrics.height() + 20;
    QRectF card(placeOf(*m_hovered) + QPointF(kCardGapPx, kCardGapPx), QSizeF(width, height));
    if (card.right() > this->width())
        card.moveRight(std::max<qreal>(placeOf(*m_hovered).x() - kCardGapPx, card.width()));
    if (card.bottom() > this->height())
        card.moveBottom(this->height() - 4.0);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(card, 4.0, 4.0);
    const QRectF place(card.left() + 8.0, card.top() + 8.0, width - 16.0, kCardPx);
    if (!m_card.isNull()) {
        const QSizeF fitted = QSizeF(m_card.size()).scaled(place.size(), Qt::KeepAspectRatio);
        QRectF shown(QPointF(), fitted);
        shown.moveCenter(place.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(shown, m_card);
    }
    painter.setPen(palette().color(QPalette::ToolTipText));
    const auto line = [&](int number, const QString &text) {
        const QRectF where(place.left(), place.bottom() + 4.0 + number * metrics.height(),
                           place.width(), metrics.height());
        painter.drawText(
            where, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(text, Qt::ElideMiddle, static_cast<int>(place.width())));
    };
    line(0, mark.name);
    line(1, mark.facts);
}

} // namespace cf::ui
