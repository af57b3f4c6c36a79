#pragma once

#include <QColor>

class QCustomPlot;
class QPalette;

namespace cf::ui {

/// Colour of the n-th curve on a ground, told apart with any colour sight: the set of Okabe and Ito
/// (Color Universal Design, 2008) without its black and yellow, lighter on dark ground.
QColor curveColour(std::size_t n, const QColor &ground);

/// The good are blue and the defective vermilion, wherever both are drawn.
QColor populationColour(bool defective, const QColor &ground);

/// Axes, grid, legend and ground in the colours of the theme.
void applyPalette(QCustomPlot &plot, const QPalette &palette);

} // namespace cf::ui
