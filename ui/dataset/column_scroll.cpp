#include "ui/dataset/column_scroll.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace cf::ui {

ColumnScroll::ColumnScroll(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

int ColumnScroll::contentWidth() const
{
    return std::max(widget()->minimumSizeHint().width(), widget()->minimumWidth()) +
           verticalScrollBar()->sizeHint().width();
}

QSize ColumnScroll::sizeHint() const
{
    return {contentWidth(), widget()->sizeHint().height()};
}

QSize ColumnScroll::minimumSizeHint() const
{
    return {contentWidth(), QScrollArea::minimumSizeHint().height()};
}

bool ColumnScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry(); // words or rows came or went
    return QScrollArea::eventFilter(watched, event);
}

} // namespace cf::ui
