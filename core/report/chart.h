#pragma once

#include "core/report/report_data.h"

namespace cf::report {

struct ChartSpec
{
    std::string id; ///< unique on the page, letters and digits
    std::string title;
    std::string description; ///< for those who do not see the picture
    std::string xLabel;
    std::string yLabel;
    bool unitSquare = false;
    bool filled = false;        ///< curves are filled down to zero
    bool referenceLine = false; ///< the diagonal of a detector that guesses
    std::vector<Curve> curves;
};

/// The charts of a report; ids must be unique on the page.
ChartSpec chartOf(const CurveFigure &figure, std::string id);
ChartSpec chartOf(const KdeFigure &figure, std::string id);
/// "overlap 12.3 %"; empty where it is not known.
std::string overlapNote(const KdeFigure &figure);

/// Round numbers that cover low..high, about `count` of them.
std::vector<double> roundTicks(double low, double high, int count);

/// The chart as an inline SVG element; colours are CSS variables of the page, lines also differ by
/// their dashes.
std::string lineChart(const ChartSpec &spec);

} // namespace cf::report
