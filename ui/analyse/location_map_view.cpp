#include "ui/analyse/location_map_view.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kMarginPx = 6;
constexpr int kScaleWidthPx = 12;
constexpr int kScaleGapPx = 8;
constexpr double kPercent = 100.0;

QString percent(double share, int decimals)
{
    return QLocale().toString(kPercent * share, 'f', decimals);
}

/// Seen on dark and on light cells.
void outline(QPainter &painter, const QRectF &place, Qt::PenStyle style)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(place);
    painter.setPen(QPen(Qt::white, 1, style));
    painter.drawRect(place);
}

} // namespace

LocationMapView::LocationMapView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    retranslate();
}

void LocationMapView::setMap(const QImage &drawn, const QImage &scale, QSize grid,
                             std::vector<float> shares, std::size_t pictures)
{
    m_drawn = drawn;
    m_scale = scale;
    m_grid = grid;
    m_shares = std::move(shares);
    m_pictures = pictures;
    m_chosen.reset();
    // The keys begin where most is.
    m_cursor =
        m_shares.empty()
            ? 0
            : static_cast<std::uint32_t>(std::ranges::max_element(m_shares) - m_shares.begin());
    update();
}

void LocationMapView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void LocationMapView::setChosenCell(std::optional<std::uint32_t> cell)
{
    m_chosen = cell;
    if (cell)
        m_cursor = *cell;
    update();
}

QRectF LocationMapView::mapPlace() const
{
    const int labels = fontMetrics().horizontalAdvance(QStringLiteral("100 %"));
    const QRectF room = QRectF(rect()).adjusted(
        kMarginPx, kMarginPx, -kMarginPx - 2 * kScaleGapPx - kScaleWidthPx - labels, -kMarginPx);
    const auto size = QSizeF(m_drawn.size()).scaled(room.size(), Qt::KeepAspectRatio);
    QRectF place({}, size);
    place.moveCenter(room.center());
    return place;
}

QRectF LocationMapView::cellPlace(std::uint32_t cell) const
{
    const auto place = mapPlace();
    const double width = place.width() / m_grid.width(), height = place.height() / m_grid.height();
    const int column = int(cell) % m_grid.width(), row = int(cell) / m_grid.width();
    return {place.left() + column * width, place.top() + row * height, width, height};
}

std::optional<std::uint32_t> LocationMapView::cellAt(QPointF point) const
{
    const auto place = mapPlace();
    if (m_drawn.isNull() || !place.contains(point))
        return std::nullopt;
    const auto at = [](double part, double whole, int cells) {
        return std::clamp(int(part / whole * cells), 0, cells - 1);
    };
    const int column = at(point.x() - place.left(), place.width(), m_grid.width());
    const int row = at(point.y() - place.top(), place.height(), m_grid.height());
    return static_cast<std::uint32_t>(row * m_grid.width() + column);
}

QPoint LocationMapView::middleOf(std::uint32_t cell) const
{
    return cellPlace(cell).center().toPoint();
}

QString LocationMapView::placeText(std::uint32_t cell) const
{
    const auto range = [](int at, int cells) {
        return QStringLiteral("%1–%2").arg(percent(double(at) / cells, 0),
                                           percent(double(at + 1) / cells, 0));
    };
    return tr("%1 % from the left, %2 % from the top")
        .arg(range(int(cell) % m_grid.width(), m_grid.width()),
             range(int(cell) / m_grid.width(), m_grid.height()));
}

QString LocationMapView::cellText(std::uint32_t cell) const
{
    return tr("%1: defective in %2 % of %Ln picture(s) with a defect", nullptr, int(m_pictures))
        .arg(placeText(cell), percent(m_shares.at(cell), 1));
}

void LocationMapView::choose(std::optional<std::uint32_t> cell)
{
    setChosenCell(cell);
    Q_EMIT cellChosen(cell);
}

void LocationMapView::moveTo(std::uint32_t cell)
{
    m_cursor = cell;
    setAccessibleDescription(cellText(cell));
    update();
}

void LocationMapView::mousePressEvent(QMouseEvent *event)
{
    const auto cell = cellAt(event->position());
    if (event->button() == Qt::LeftButton && cell)
        choose(cell == m_chosen ? std::nullopt : cell);
    else
        QWidget::mousePressEvent(event);
}

void LocationMapView::keyPressEvent(QKeyEvent *event)
{
    if (m_drawn.isNull()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto columns = static_cast<std::uint32_t>(m_grid.width());
    const auto column = m_cursor % columns;
    switch (event->key()) {
    case Qt::Key_Left:
        moveTo(column > 0 ? m_cursor - 1 : m_cursor);
        break;
    case Qt::Key_Right:
        moveTo(column + 1 < columns ? m_cursor + 1 : m_cursor);
        break;
    case Qt::Key_Up:
        moveTo(m_cursor >= columns ? m_cursor - columns : m_cursor);
        break;
    case Qt::Key_Down:
        moveTo(m_cursor + columns < m_shares.size() ? m_cursor + columns : m_cursor);
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_cursor == m_chosen ? std::nullopt : std::optional(m_cursor));
        break;
    case Qt::Key_Escape:
        if (m_chosen) {
            choose({});
            break;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

bool LocationMapView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto cell = cellAt(help->pos()))
        QToolTip::showText(help->globalPos(), cellText(*cell), this, cellPlace(*cell).toRect());
    else
        QToolTip::hideText();
    return true;
}

void LocationMapView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void LocationMapView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void LocationMapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_drawn.isNull()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    const auto place = mapPlace();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_drawn);
    if (hasFocus())
        outline(painter, cellPlace(m_cursor), Qt::DotLine);
    if (m_chosen)
        outline(painter, cellPlace(*m_chosen), Qt::SolidLine);

    const QRectF bar(place.right() + kScaleGapPx, place.top(), kScaleWidthPx, place.height());
    painter.drawImage(bar, m_scale);
    painter.setPen(palette().color(QPalette::Text));
    const double high = *std::ranges::max_element(m_shares);
    const double x = bar.right() + kScaleGapPx;
    const auto label = [&](double y, Qt::Alignment alignment, double share) {
        const int height = fontMetrics().height();
        painter.drawText(QRectF(x, alignment == Qt::AlignTop ? y : y - height, width() - x, height),
                         alignment,
                         tr("%1 %").arg(percent(share, share > 0 && share < 0.1 ? 1 : 0)));
    };
    label(bar.top(), Qt::AlignTop, high);
    label(bar.bottom(), Qt::AlignBottom, 0);
}

void LocationMapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LocationMapView::retranslate()
{
    setAccessibleName(tr("Map of how often each place of the picture was defective"));
    update();
}

} // namespace cf::ui
