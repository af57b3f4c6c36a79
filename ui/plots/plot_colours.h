#pragma once

#include <QColor>

class QCustomPlot;
class QPalette;

namespace cf::ui {

/// Colour of the n-th curve, told apart with any colour sight on light and dark ground: the set of
/// Okabe and Ito (Color Universal Design, 2008) without its black and yellow.
QColor curveColour(std::size_t n);

/// Axes, grid, legend and ground in the colours of the theme.
void applyPalette(QCustomPlot &plot, const QPalette &palette);

} // namespace cf::ui
