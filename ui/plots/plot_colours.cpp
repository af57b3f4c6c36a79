#include "ui/plots/plot_colours.h"

#include <QPalette>

#include <array>
#include <qcustomplot.h>

namespace cf::ui {

namespace {

constexpr int kLighterPercent = 145;

} // namespace

QColor curveColour(std::size_t n, const QColor &ground)
{
    static constexpr std::array<QRgb, 6> kColours = {0xff0072b2, 0xffd55e00, 0xff009e73,
                                                     0xffcc79a7, 0xff56b4e9, 0xffe69f00};
    const QColor colour(kColours[n % kColours.size()]);
    return ground.lightness() < 128 ? colour.lighter(kLighterPercent) : colour;
}

QColor populationColour(bool defective, const QColor &ground)
{
    return curveColour(defective ? 1 : 0, ground);
}

void applyPalette(QCustomPlot &plot, const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor faint = palette.color(QPalette::PlaceholderText);
    QColor grid = faint;
    grid.setAlphaF(0.25F);
    plot.setBackground(palette.color(QPalette::Base));
    for (auto *rect : plot.axisRects()) {
        for (auto *axis : rect->axes()) {
            axis->setBasePen(QPen(faint));
            axis->setTickPen(QPen(faint));
            axis->setSubTickPen(QPen(faint));
            axis->setTickLabelColor(text);
            axis->setLabelColor(text);
            axis->grid()->setPen(QPen(grid, 0));
            axis->grid()->setZeroLinePen(QPen(grid, 0));
        }
    }
    plot.legend->setTextColor(text);
    plot.legend->setBrush(palette.color(QPalette::Base));
}

} // namespace cf::ui
