#pragma once

#include <QProxyStyle>

namespace cf::ui {

/// Fusion, with boxes, frames and ticks that are seen on dark ground too: there, Fusion draws them
/// darker than a ground that is nearly black. Rows of lists and words on buttons have some air.
class StudioStyle : public QProxyStyle
{
    Q_OBJECT
public:
    StudioStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
};

} // namespace cf::ui
