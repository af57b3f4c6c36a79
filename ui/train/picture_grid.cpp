#include "ui/train/picture_grid.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kGapPx = 6;
constexpr int kLeastCellPx = 48;
constexpr int kHintCellPx = 104;
constexpr int kMostCellPx = 320;
constexpr double kStaleOpacity = 0.4;

} // namespace

QImage imageOf(const cv::Mat &picture)
{
    const auto wrap = [&](QImage::Format format) {
        return QImage(picture.data, picture.cols, picture.rows,
                      static_cast<qsizetype>(picture.step), format)
            .copy();
    };
    if (picture.type() == CV_8UC1)
        return wrap(QImage::Format_Grayscale8);
    if (picture.type() == CV_8UC3)
        return wrap(QImage::Format_BGR888);
    return {};
}

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

void PictureGrid::setNames(const QStringList &ofRows, const QStringList &ofColumns)
{
    m_rowNames = ofRows;
    m_columnNames = ofColumns;
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

int PictureGrid::leftPx() const
{
    int widest = 0;
    for (const auto &name : m_rowNames)
        widest = std::max(widest, fontMetrics().horizontalAdvance(name));
    return widest > 0 ? widest + 2 * kGapPx : 0;
}

int PictureGrid::topPx() const
{
    return m_columnNames.isEmpty() ? 0 : fontMetrics().height() + kGapPx;
}

QSize PictureGrid::sizeHint() const
{
    const int across = std::max<int>(1, static_cast<int>(columns()));
    const int down = std::max<int>(1, static_cast<int>(m_rows.size()));
    return {leftPx() + across * (kHintCellPx + kGapPx) - kGapPx,
            topPx() + down * (kHintCellPx + kGapPx) - kGapPx};
}

QSize PictureGrid::minimumSizeHint() const
{
    const int down = std::max<int>(1, static_cast<int>(m_rows.size()));
    return {leftPx() + kLeastCellPx, topPx() + down * (kLeastCellPx + kGapPx) - kGapPx};
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

void PictureGrid::paintPictures(QPainter &painter) const
{
    const int across = static_cast<int>(columns());
    const int down = static_cast<int>(m_rows.size());
    const int left = leftPx();
    const int top = topPx();
    const int side = std::min({(width() - left - (across - 1) * kGapPx) / across,
                               (height() - top - (down - 1) * kGapPx) / down, kMostCellPx});
    if (side <= 0)
        return;
    const auto cell = [&](int row, int column) {
        return QRect(left + column * (side + kGapPx), top + row * (side + kGapPx), side, side);
    };
    painter.setPen(palette().color(QPalette::WindowText));
    for (int row = 0; row < down; ++row)
        painter.drawText(QRect(0, cell(row, 0).top(), left, side), Qt::AlignVCenter,
                         m_rowNames.value(row));
    for (int column = 0; column < across; ++column)
        painter.drawText(
            QRect(cell(0, column).left(), 0, side, top), Qt::AlignHCenter,
            fontMetrics().elidedText(m_columnNames.value(column), Qt::ElideMiddle, side));
    painter.setOpacity(m_stale ? kStaleOpacity : 1.0);
    for (int row = 0; row < down; ++row)
        for (int column = 0; column < across; ++column) {
            const auto &picture =
                m_rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
            const auto room = cell(row, column);
            const auto place =
                QRect({0, 0}, picture.size().scaled(room.size(), Qt::KeepAspectRatio));
            // Scaled here: a painter's own scaling leaves out pixels of a large picture.
            auto shown = picture.scaled(place.size() * devicePixelRatioF(), Qt::IgnoreAspectRatio,
                                        Qt::SmoothTransformation);
            shown.setDevicePixelRatio(devicePixelRatioF());
            painter.drawImage(room.center() - place.center(), shown);
        }
}

void PictureGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace cf::ui
