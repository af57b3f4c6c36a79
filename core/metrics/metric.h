#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cf::metrics {

/// A quantity that the data may not determine (one class only, a single sample). Then there is no
/// value, and a phrase for the user says why. Not an Error: a category without defects is a fact
/// about the data, shown as an empty cell.
template <class T>
struct OrUndefined
{
    std::optional<T> value;
    std::string reasonWhenUndefined; ///< empty when there is a value; a phrase such as "there is no
                                     ///< anomalous image"

    static OrUndefined of(T defined) { return {std::move(defined), {}}; }
    static OrUndefined undefined(std::string reason) { return {std::nullopt, std::move(reason)}; }
    bool defined() const { return value.has_value(); }
};

using Metric = OrUndefined<double>;

/// One point of a curve and the threshold that gives it: a score counts as anomalous when score >=
/// threshold. The first point of a curve has the threshold +infinity (nothing is called anomalous).
struct CurvePoint
{
    double x = 0;
    double y = 0;
    double threshold = 0;
};

using Curve = std::vector<CurvePoint>; ///< thresholds fall from point to point

} // namespace cf::metrics
