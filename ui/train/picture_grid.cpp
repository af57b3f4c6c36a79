#include "ui/train/picture_grid.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kGapPx = 6;
constexpr int kGroupGapPx = 12;
constexpr int kCaptionGapPx = 4;
constexpr int kLeastCellPx = 48;
constexpr int kHintCellPx = 104;
constexpr int kMostCellPx = 640; // larger, and one sees the pixels that were scaled up
constexpr double kStaleOpacity = 0.4;

} // namespace

PictureGrid::PictureGrid(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureGrid::setPictures(const std::vector<std::vector<QImage>> &rows)
{
    m_rows = rows;
    m_stale = false;
    updateGeometry();
    update();
}

void PictureGrid::setCaptions(const std::vector<QStringList> &captions)
{
    m_captions = captions;
    update();
}

void PictureGrid::setGroup(int columns)
{
    m_group = columns;
    update();
}

void PictureGrid::setStale(bool stale)
{
    m_stale = stale;
    update();
}

void PictureGrid::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

int PictureGrid::captionPx() const
{
    return m_captions.empty() ? 0 : fontMetrics().height() + kCaptionGapPx;
}

int PictureGrid::gapsPx() const
{
    const int last = static_cast<int>(columns()) - 1;
    return last * kGapPx + (m_group > 0 ? last / m_group * kGroupGapPx : 0);
}

QRect PictureGrid::place(int row, int column, int side) const
{
    const int groups = m_group > 0 ? column / m_group : 0;
    return {column * (side + kGapPx) + groups * kGroupGapPx,
            row * (side + captionPx() + kGapPx) + captionPx(), side, side};
}

QSize PictureGrid::sizeHint() const
{
    const int across = std::max<int>(1, static_cast<int>(columns()));
    const int down = std::max<int>(1, static_cast<int>(m_rows.size()));
    return {across * kHintCellPx + std::max(0, gapsPx()),
            down * (kHintCellPx + captionPx() + kGapPx) - kGapPx};
}

QSize PictureGrid::minimumSizeHint() const
{
    const int down = std::max<int>(1, static_cast<int>(m_rows.size()));
    return {kLeastCellPx, down * (kLeastCellPx + captionPx() + kGapPx) - kGapPx};
}

void PictureGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (columns() > 0) {
        paintPictures(painter);
        return;
    }
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

int PictureGrid::sidePx() const
{
    const int across = static_cast<int>(columns());
    const int down = static_cast<int>(m_rows.size());
    return std::min({(width() - gapsPx()) / across,
                     (height() - (down - 1) * kGapPx) / down - captionPx(), kMostCellPx});
}

QString PictureGrid::captionAt(const QPoint &at) const
{
    const int side = columns() > 0 ? sidePx() : 0;
    for (int row = 0; side > 0 && row < static_cast<int>(m_captions.size()); ++row) {
        const auto &captions = m_captions[static_cast<std::size_t>(row)];
        for (int column = 0; column < captions.size(); ++column)
            if (place(row, column, side).adjusted(0, -captionPx(), 0, 0).contains(at))
                return captions.at(column);
    }
    return {};
}

bool PictureGrid::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), captionAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void PictureGrid::paintPictures(QPainter &painter) const
{
    const int down = static_cast<int>(m_rows.size());
    const int side = sidePx();
    if (side <= 0)
        return;
    painter.setPen(palette().color(QPalette::WindowText));
    for (int row = 0; row < static_cast<int>(m_captions.size()); ++row)
        for (int column = 0; column < m_captions[static_cast<std::size_t>(row)].size(); ++column) {
            const auto below = place(row, column, side);
            const QRect line(below.left(), below.top() - captionPx(), side, captionPx());
            painter.drawText(
                line, Qt::AlignCenter,
                fontMetrics().elidedText(m_captions[static_cast<std::size_t>(row)].at(column),
                                         Qt::ElideMiddle, side));
        }
    painter.setOpacity(m_stale ? kStaleOpacity : 1.0);
    for (int row = 0; row < down; ++row)
        for (int column = 0;
             column < static_cast<int>(m_rows[static_cast<std::size_t>(row)].size()); ++column)
            paintPicture(painter,
                         m_rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)],
                         place(row, column, side));
}

void PictureGrid::paintPicture(QPainter &painter, const QImage &picture, const QRect &room) const
{
    // Scaled here: a painter's own scaling leaves out pixels of a large picture.
    const auto size = picture.size().scaled(room.size(), Qt::KeepAspectRatio);
    auto shown =
        picture.scaled(size * devicePixelRatioF(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(devicePixelRatioF());
    painter.drawImage(room.center() - QRect({0, 0}, size).center(), shown);
}

void PictureGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace cf::ui
