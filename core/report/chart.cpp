#include "core/report/chart.h"

#include "core/report/markup.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace cf::report {

namespace {

constexpr double kWidth = 460;
constexpr double kHeight = 300;
constexpr double kLeft = 56;
constexpr double kRight = 14;
constexpr double kTop = 34; // the legend stands there
constexpr double kBottom = 46;
constexpr std::size_t kMostPoints = 400; // more than a chart of this width can show
constexpr int kSlots = 5;

struct Point
{
    double x;
    double y;
};

/// A coordinate: one digit after the point, and a minus sign that SVG understands.
std::string at(double value)
{
    std::string text(value < 0 ? "-" : "");
    text += fixedNumber(std::abs(value), 1);
    return text;
}

/// Finite points only; long curves keep the first, last, lowest and highest point of each of many
/// pieces.
std::vector<Point> drawablePoints(const Curve &curve)
{
    std::vector<Point> all;
    for (std::size_t i = 0; i < std::min(curve.x.size(), curve.y.size()); ++i)
        if (std::isfinite(curve.x[i]) && std::isfinite(curve.y[i]))
            all.push_back({curve.x[i], curve.y[i]});
    if (all.size() <= kMostPoints)
        return all;
    std::vector<Point> kept;
    const std::size_t pieces = kMostPoints / 4;
    for (std::size_t piece = 0; piece < pieces; ++piece) {
        const std::size_t first = piece * all.size() / pieces;
        const std::size_t last = (piece + 1) * all.size() / pieces - 1;
        const auto [low, high] =
            std::minmax_element(all.begin() + static_cast<std::ptrdiff_t>(first),
                                all.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                                [](const Point &a, const Point &b) { return a.y < b.y; });
        std::vector<std::size_t> chosen = {first, static_cast<std::size_t>(low - all.begin()),
                                           static_cast<std::size_t>(high - all.begin()), last};
        std::sort(chosen.begin(), chosen.end());
        chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
        for (const std::size_t i : chosen)
            kept.push_back(all[i]);
    }
    return kept;
}

/// Colour and dash of each curve. Known names keep theirs on the whole page.
std::vector<int> slotsOf(const std::vector<Curve> &curves)
{
    static const std::map<std::string, int> known = {
        {"filtered", 0}, {"baseline", 1}, {"fused", 2}, {"normal", 0}, {"anomalous", 1}};
    std::vector<int> slots;
    for (const Curve &curve : curves) {
        const auto found = known.find(curve.name);
        if (found == known.end() ||
            std::find(slots.begin(), slots.end(), found->second) != slots.end()) {
            slots.clear();
            for (std::size_t i = 0; i < curves.size(); ++i)
                slots.push_back(static_cast<int>(i) % kSlots);
            return slots;
        }
        slots.push_back(found->second);
    }
    return slots;
}

std::string tickText(double value, double step)
{
    const double size = std::max(std::abs(value), step);
    if (size >= 1e5 || step < 1e-4)
        return exactNumber(std::round(value / step) * step == 0.0 ? 0.0 : value);
    const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
    return fixedNumber(value, decimals);
}

class Plot
{
public:
    explicit Plot(const ChartSpec &spec) : m_spec(spec), m_slots(slotsOf(spec.curves))
    {
        for (const Curve &curve : spec.curves)
            m_points.push_back(drawablePoints(curve));
        setRange();
    }

    std::string svg() const
    {
        const std::string id = escaped(m_spec.id);
        std::string out = "<svg class=\"chart\" viewBox=\"0 0 " + at(kWidth) + " " + at(kHeight) +
                          "\" role=\"img\" aria-labelledby=\"" + id + "-t " + id +
                          "-d\">\n<title id=\"" + id + "-t\">" + escaped(m_spec.title) +
                          "</title>\n<desc id=\"" + id + "-d\">" + escaped(m_spec.description) +
                          "</desc>\n";
        out += axes();
        if (m_spec.referenceLine)
            out += "<line class=\"reference\" x1=\"" + at(px(0)) + "\" y1=\"" + at(py(0)) +
                   "\" x2=\"" + at(px(1)) + "\" y2=\"" + at(py(1)) + "\"/>\n";
        for (std::size_t i = 0; i < m_points.size(); ++i)
            out += curve(i);
        return out + legend() + "</svg>\n";
    }

private:
    void setRange()
    {
        if (m_spec.unitSquare) {
            m_lowX = m_lowY = 0.0;
            m_highX = m_highY = 1.0;
            return;
        }
        for (const std::vector<Point> &points : m_points) {
            for (const Point &point : points) {
                m_lowX = std::min(m_lowX, point.x);
                m_highX = std::max(m_highX, point.x);
                m_lowY = std::min(m_lowY, point.y);
                m_highY = std::max(m_highY, point.y);
            }
        }
        if (m_lowX > m_highX) { // no point at all
            m_lowX = m_lowY = 0.0;
            m_highX = m_highY = 1.0;
        }
        if (m_spec.filled || (m_lowY > 0.0 && m_lowY < 0.5 * m_highY))
            m_lowY = std::min(m_lowY, 0.0);
        widen(m_lowX, m_highX, 0.0);
        widen(m_lowY, m_highY, 0.05);
    }

    static void widen(double &low, double &high, double share)
    {
        if (high - low < 1e-12 * std::max(1.0, std::abs(high))) {
            low -= 0.5;
            high += 0.5;
        }
        high += share * (high - low);
    }

    double px(double x) const
    {
        return kLeft + (x - m_lowX) / (m_highX - m_lowX) * (kWidth - kLeft - kRight);
    }
    double py(double y) const
    {
        return kHeight - kBottom - (y - m_lowY) / (m_highY - m_lowY) * (kHeight - kTop - kBottom);
    }

    std::string axes() const
    {
        std::string out;
        const std::vector<double> ticksX = roundTicks(m_lowX, m_highX, 6);
        const std::vector<double> ticksY = roundTicks(m_lowY, m_highY, 5);
        const double stepX = ticksX.size() > 1 ? ticksX[1] - ticksX[0] : 1.0;
        const double stepY = ticksY.size() > 1 ? ticksY[1] - ticksY[0] : 1.0;
        for (const double tick : ticksY)
            out += "<line class=\"grid\" x1=\"" + at(kLeft) + "\" y1=\"" + at(py(tick)) +
                   "\" x2=\"" + at(kWidth - kRight) + "\" y2=\"" + at(py(tick)) +
                   "\"/><text class=\"tick\" text-anchor=\"end\" x=\"" + at(kLeft - 7) + "\" y=\"" +
                   at(py(tick) + 4) + "\">" + tickText(tick, stepY) + "</text>\n";
        for (const double tick : ticksX)
            out +=
                "<line class=\"axis\" x1=\"" + at(px(tick)) + "\" y1=\"" + at(kHeight - kBottom) +
                "\" x2=\"" + at(px(tick)) + "\" y2=\"" + at(kHeight - kBottom + 5) +
                "\"/><text class=\"tick\" text-anchor=\"middle\" x=\"" + at(px(tick)) + "\" y=\"" +
                at(kHeight - kBottom + 18) + "\">" + tickText(tick, stepX) + "</text>\n";
        out += "<line class=\"axis\" x1=\"" + at(kLeft) + "\" y1=\"" + at(kHeight - kBottom) +
               "\" x2=\"" + at(kWidth - kRight) + "\" y2=\"" + at(kHeight - kBottom) + "\"/>\n";
        const double middleX = 0.5 * (kLeft + kWidth - kRight);
        const double middleY = 0.5 * (kTop + kHeight - kBottom);
        out += "<text class=\"label\" text-anchor=\"middle\" x=\"" + at(middleX) + "\" y=\"" +
               at(kHeight - 8) + "\">" + escaped(m_spec.xLabel) + "</text>\n";
        out += "<text class=\"label\" text-anchor=\"middle\" transform=\"translate(14 " +
               at(middleY) + ") rotate(-90)\">" + escaped(m_spec.yLabel) + "</text>\n";
        return out;
    }

    std::string curve(std::size_t i) const
    {
        if (m_points[i].empty())
            return {};
        std::string path;
        for (const Point &point : m_points[i]) {
            path += path.empty() ? 'M' : 'L';
            path += at(std::clamp(px(point.x), kLeft, kWidth - kRight));
            path += ' ';
            path += at(std::clamp(py(point.y), kTop, kHeight - kBottom));
        }
        const std::string slot = std::to_string(m_slots[i]);
        std::string out;
        if (m_spec.filled)
            out += "<path class=\"area a" + slot + "\" d=\"" + path + "L" +
                   at(px(m_points[i].back().x)) + " " + at(py(0)) + "L" +
                   at(px(m_points[i].front().x)) + " " + at(py(0)) + "Z\"/>\n";
        return out + "<path class=\"line s" + slot + "\" d=\"" + path + "\"/>\n";
    }

    std::string legend() const
    {
        std::string out;
        double x = kLeft;
        for (std::size_t i = 0; i < m_spec.curves.size(); ++i) {
            const std::string &name = m_spec.curves[i].name;
            if (name.empty())
                continue;
            out += "<line class=\"line s" + std::to_string(m_slots[i]) + "\" x1=\"" + at(x) +
                   "\" y1=\"16\" x2=\"" + at(x + 24) + "\" y2=\"16\"/><text class=\"key\" x=\"" +
                   at(x + 30) + "\" y=\"20\">" + escaped(name) + "</text>\n";
            x += 48 + 6.8 * static_cast<double>(name.size()); // about the width of a letter
        }
        return out;
    }

    const ChartSpec &m_spec;
    std::vector<int> m_slots;
    std::vector<std::vector<Point>> m_points;
    double m_lowX = std::numeric_limits<double>::infinity();
    double m_highX = -std::numeric_limits<double>::infinity();
    double m_lowY = std::numeric_limits<double>::infinity();
    double m_highY = -std::numeric_limits<double>::infinity();
};

std::string namesOf(const std::vector<Curve> &curves)
{
    std::string names;
    for (const Curve &curve : curves)
        names += (names.empty() ? "" : ", ") + curve.name;
    return names;
}

} // namespace

ChartSpec chartOf(const CurveFigure &figure, std::string id)
{
    ChartSpec spec;
    spec.id = std::move(id);
    spec.title = figure.title;
    spec.description = figure.yLabel + " over " + figure.xLabel + " for " + namesOf(figure.curves);
    spec.xLabel = figure.xLabel;
    spec.yLabel = figure.yLabel;
    spec.unitSquare = figure.unitSquare;
    spec.curves = figure.curves;
    return spec;
}

ChartSpec chartOf(const KdeFigure &figure, std::string id)
{
    const std::string overlap = overlapNote(figure);
    ChartSpec spec;
    spec.id = std::move(id);
    spec.title = figure.title;
    spec.description = "Density of the scores for " + namesOf(figure.curves) +
                       (overlap.empty() ? "" : "; " + overlap);
    spec.xLabel = "score";
    spec.yLabel = "density";
    spec.filled = true;
    spec.curves = figure.curves;
    return spec;
}

std::string overlapNote(const KdeFigure &figure)
{
    return figure.overlap ? "overlap " + fixedNumber(*figure.overlap * 100.0, 1) + " %" : "";
}

std::vector<double> roundTicks(double low, double high, int count)
{
    const double span = high - low;
    if (!(span > 0.0) || !std::isfinite(span) || count < 1)
        return {};
    const double rough = span / count;
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    const double part = rough / magnitude;
    const double step = (part < 1.5 ? 1.0 : part < 3.5 ? 2.0 : part < 7.5 ? 5.0 : 10.0) * magnitude;
    std::vector<double> ticks;
    const double first = std::ceil(low / step - 1e-9);
    for (double i = first; i * step <= high + 1e-9 * span && ticks.size() < 50; ++i)
        ticks.push_back(i * step);
    return ticks;
}

std::string lineChart(const ChartSpec &spec)
{
    return Plot(spec).svg();
}

} // namespace cf::report
