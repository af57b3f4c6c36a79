#include "ui/dataset/thumbnail_delegate.h"

#include "ui/dataset/image_list_model.h"
#include "ui/dataset/thumbnail_store.h"
#include "ui/dataset/tile_marks.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kGap = 3;     // between tiles, on each side
constexpr int kPadding = 6; // inside a tile
constexpr int kMarkPx = 10;

const ImageRow *rowOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const ImageListModel *>(index.model());
    return model ? &model->at(index.row()) : nullptr;
}

QColor inkOf(const QStyleOptionViewItem &option, QPalette::ColorRole role = QPalette::Text)
{
    const bool selected = option.state & QStyle::State_Selected;
    return option.palette.color(selected ? QPalette::HighlightedText : role);
}

} // namespace

ThumbnailDelegate::ThumbnailDelegate(ThumbnailStore *store, QObject *parent)
    : QStyledItemDelegate(parent), m_store(store)
{
}

QSize ThumbnailDelegate::leastTileSize(const QFontMetrics &metrics) const
{
    const int around = 2 * (kGap + kPadding);
    return {m_sidePx + around, m_sidePx + around + 2 * metrics.height() + 6};
}

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return m_tileSize.isEmpty() ? leastTileSize(option.fontMetrics) : m_tileSize;
}

void ThumbnailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const ImageRow *row = rowOf(index);
    if (!row)
        return;
    const QRect tile = option.rect.adjusted(kGap, kGap, -kGap, -kGap);
    const QRect inside = tile.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (selected || option.state & QStyle::State_MouseOver) {
        QColor ground = option.palette.color(QPalette::Highlight);
        if (!selected)
            ground.setAlpha(40);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(tile, 4, 4);
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    const QRect place(inside.left() + (inside.width() - m_sidePx) / 2, inside.top(), m_sidePx,
                      m_sidePx);
    const QRect picture = paintPicture(*painter, option, place, m_store->find(row->path));
    if (row->hasProblem) {
        const int sidePx = std::clamp(m_sidePx / 6, 12, 18);
        QRect mark(0, 0, sidePx, sidePx);
        mark.moveTopRight(picture.topRight() + QPoint(-3, 3));
        drawSeverityMark(*painter, mark, dataset::Severity::Warning, option.palette);
    }

    const int lineHeight = option.fontMetrics.height();
    const QRect nameLine(inside.left(), place.bottom() + 5, inside.width(), lineHeight);
    painter->setFont(option.font);
    painter->setPen(inkOf(option));
    painter->drawText(
        nameLine, Qt::AlignCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(row->shownName(), Qt::ElideMiddle, nameLine.width()));
    paintFacts(*painter, option, nameLine.translated(0, lineHeight + 2), *row);
    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(inkOf(option), 1.5));
        painter->drawRoundedRect(QRectF(tile).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
    }
    painter->restore();
}

QRect ThumbnailDelegate::paintPicture(QPainter &painter, const QStyleOptionViewItem &option,
                                      const QRect &place, const Thumbnail *thumbnail) const
{
    if (thumbnail && !thumbnail->image.isNull()) {
        const QImage &image = thumbnail->image;
        const double ratio = painter.device()->devicePixelRatioF();
        QSizeF shown = QSizeF(image.size()) / ratio;
        if (thumbnail->sidePx !=
            qRound(m_sidePx * ratio)) // of another zoom, until the new one is there
            shown *= m_sidePx * ratio / thumbnail->sidePx;
        QRectF target(QPointF(0, 0), shown);
        target.moveCenter(QRectF(place).center());
        target.moveTopLeft(target.topLeft().toPoint());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, image);
        return target.toAlignedRect();
    }
    const QRect frame = place.adjusted(0, m_sidePx / 8, 0, -m_sidePx / 8);
    if (!thumbnail) {
        painter.fillRect(frame, option.palette.color(QPalette::AlternateBase));
        return frame;
    }
    painter.setPen(QPen(inkOf(option, QPalette::PlaceholderText), 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame.adjusted(0, 0, -1, -1));
    const bool roomForText = m_sidePx >= 96;
    const QRect markPlace = roomForText ? frame.adjusted(0, 0, 0, -frame.height() / 3) : frame;
    QRectF mark(0, 0, m_sidePx / 4.0, m_sidePx / 4.0);
    mark.moveCenter(QRectF(markPlace).center());
    drawSeverityMark(painter, mark, dataset::Severity::Serious, option.palette);
    if (roomForText) {
        painter.setPen(inkOf(option));
        painter.setFont(option.font);
        painter.drawText(frame.adjusted(4, frame.height() / 2, -4, -2),
                         Qt::AlignCenter | Qt::TextWordWrap, tr("Cannot be read"));
    }
    return frame;
}

void ThumbnailDelegate::paintFacts(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QRect &line, const ImageRow &row) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    const QString score =
        row.score ? option.locale.toString(static_cast<double>(*row.score), 'f', 3) : QString();
    const int scoreWidth = score.isEmpty() ? 0 : metrics.horizontalAdvance(score);
    // A defect's kind says more than the word; shape and colour say that it is one.
    QString label = labelText(row.label);
    if (row.label == dataset::Label::Defect && !row.kind.isEmpty()) {
        const QString both = tr("%1: %2").arg(label, row.kind);
        const int room = line.width() - kMarkPx - 5 - (scoreWidth ? scoreWidth + 8 : 0);
        if (metrics.horizontalAdvance(both) <= room)
            label = both;
    }
    const int labelWidth = metrics.horizontalAdvance(label);
    const int roomForLabel = line.width() - kMarkPx - 5 - (scoreWidth ? scoreWidth + 8 : 0);
    const bool showLabel = labelWidth <= roomForLabel;
    int width = kMarkPx + (showLabel ? 5 + labelWidth : 0) + (scoreWidth ? 8 + scoreWidth : 0);
    width = std::min(width, line.width());
    // In the middle as long as there is one fact; two go to the sides.
    const int left = scoreWidth ? line.left() : line.left() + (line.width() - width) / 2;
    const QRectF mark(left, line.center().y() - kMarkPx / 2 + 1, kMarkPx, kMarkPx);
    const bool selected = option.state & QStyle::State_Selected;
    drawLabelMark(painter, mark, row.label,
                  selected ? inkOf(option) : labelColour(row.label, option.palette));
    painter.setPen(inkOf(option));
    if (showLabel)
        painter.drawText(QRect(left + kMarkPx + 5, line.top(), roomForLabel, line.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, label);
    if (scoreWidth)
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, score);
}

QString ThumbnailDelegate::tipOf(const ImageRow &row) const
{
    QString tip =
        describe(row).toHtmlEscaped() + QStringLiteral("<br>") + row.shownPath().toHtmlEscaped();
    if (const Thumbnail *thumbnail = m_store->find(row.path);
        thumbnail && !thumbnail->error.isEmpty())
        tip += QStringLiteral("<br><b>%1</b>").arg(thumbnail->error.toHtmlEscaped());
    return QStringLiteral("<p>%1</p>").arg(tip);
}

bool ThumbnailDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                  const QStyleOptionViewItem &, const QModelIndex &index)
{
    const ImageRow *row = index.isValid() ? rowOf(index) : nullptr;
    if (event->type() != QEvent::ToolTip || !row)
        return false;
    QToolTip::showText(event->globalPos(), tipOf(*row), view);
    return true;
}

} // namespace cf::ui
