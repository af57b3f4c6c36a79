#include "ui/dataset/path_label.h"

#include <QPainter>

namespace cf::ui {

PathLabel::PathLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PathLabel::setPath(const QString &path)
{
    m_path = path;
    setToolTip(path);
    setAccessibleName(path);
    updateGeometry();
    update();
}

QSize PathLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_path) + 1, fontMetrics().height()};
}

QSize PathLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height()};
}

void PathLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_path, Qt::ElideMiddle, width()));
}

} // namespace cf::ui
