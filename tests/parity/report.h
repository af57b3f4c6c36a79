#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace cf::parity {

/// How far a computed quantity is from the golden one. For a quantity with a tolerance per element
/// both numbers are those of the element that uses up most of its tolerance.
struct Deviation
{
    double maxAbsDiff = 0.0; ///< infinite where shapes or keys differ
    double tolerance = 0.0;

    bool ok() const { return maxAbsDiff <= tolerance; } // false for NaN
    /// Above 1 = off; infinite for NaN.
    double shareOfTolerance() const;
};

Deviation worseOf(const Deviation &a, const Deviation &b);

/// All cases checked so far. Each one is also a line on stderr as soon as it is known.
class Report
{
public:
    void add(const std::string &name, const Deviation &deviation);
    /// A case that could not even be computed, such as an unreadable file.
    void addBroken(const std::string &name, const std::string &why);
    /// Something that this machine cannot check, such as weights that are not installed.
    void addSkipped(const std::string &name, const std::string &why);

    bool allOk() const { return m_allOk; }
    nlohmann::json toJson() const;

private:
    nlohmann::json m_cases = nlohmann::json::array();
    nlohmann::json m_skipped = nlohmann::json::array();
    bool m_allOk = true;
};

} // namespace cf::parity
