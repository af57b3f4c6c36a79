#include "tests/parity/report.h"

#include <cmath>
#include <cstdio>
#include <iostream>
#include <limits>

namespace cf::parity {

namespace {

/// JSON has no infinity.
nlohmann::json finiteOrNull(double value)
{
    return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(nullptr);
}

} // namespace

double Deviation::shareOfTolerance() const
{
    constexpr double kOff = std::numeric_limits<double>::infinity();
    if (maxAbsDiff == 0.0)
        return 0.0;
    const double share = maxAbsDiff / tolerance;
    return std::isnan(share) ? kOff : share;
}

Deviation worseOf(const Deviation &a, const Deviation &b)
{
    const double shareA = a.shareOfTolerance();
    const double shareB = b.shareOfTolerance();
    if (shareA == shareB) // both nothing or both infinite, as with tolerance 0
        return b.maxAbsDiff > a.maxAbsDiff || std::isnan(b.maxAbsDiff) ? b : a;
    return shareB > shareA ? b : a;
}

void Report::add(const std::string &name, const Deviation &deviation)
{
    m_allOk = m_allOk && deviation.ok();
    m_cases.push_back({{"name", name},
                       {"max_abs_diff", finiteOrNull(deviation.maxAbsDiff)},
                       {"tolerance", finiteOrNull(deviation.tolerance)},
                       {"ok", deviation.ok()}});
    char line[64];
    std::snprintf(line, sizeof line, "%-4s %10.3g of %8.2g  ", deviation.ok() ? "ok" : "OFF",
                  deviation.maxAbsDiff, deviation.tolerance);
    std::cerr << line << name << std::endl;
}

void Report::addBroken(const std::string &name, const std::string &why)
{
    m_allOk = false;
    m_cases.push_back({{"name", name},
                       {"max_abs_diff", nullptr},
                       {"tolerance", 0.0},
                       {"ok", false},
                       {"error", why}});
    std::cerr << "OFF  " << name << ": " << why << std::endl;
}

void Report::addSkipped(const std::string &name, const std::string &why)
{
    m_skipped.push_back({{"name", name}, {"reason", why}});
    std::cerr << "skipped  " << name << ": " << why << std::endl;
}

nlohmann::json Report::toJson() const
{
    return {{"cases", m_cases}, {"skipped", m_skipped}};
}

} // namespace cf::parity
