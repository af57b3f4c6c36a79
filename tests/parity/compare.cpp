#include "tests/parity/compare.h"

#include <cmath>
#include <limits>

namespace cf::parity {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

torch::Tensor flatDouble(const torch::Tensor &x)
{
    return x.detach().to(torch::kCPU, torch::kFloat64).flatten();
}

Shape withoutOnes(c10::IntArrayRef shape)
{
    Shape kept;
    for (const auto axis : shape) {
        if (axis != 1)
            kept.push_back(axis);
    }
    return kept;
}

double rms(const torch::Tensor &x)
{
    return std::sqrt(flatDouble(x).square().mean().item<double>());
}

/// Mean, deviation, minimum, maximum, mean absolute value, root mean square.
torch::Tensor statistics(const torch::Tensor &x)
{
    const auto flat = flatDouble(x);
    return torch::stack({flat.mean(), flat.std(/*unbiased=*/false), flat.min(), flat.max(),
                         flat.abs().mean(), flat.square().mean().sqrt()});
}

} // namespace

Deviation compareEach(const torch::Tensor &golden, const torch::Tensor &actual,
                      const torch::Tensor &tolerance)
{
    if (!actual.defined() || withoutOnes(golden.sizes()) != withoutOnes(actual.sizes()))
        return {kInfinity, 0.0};
    const auto expected = flatDouble(golden);
    const auto allowed = flatDouble(tolerance);
    const auto found = flatDouble(actual);
    // Equal infinities have no difference, although subtracting them gives NaN.
    const auto difference =
        torch::where(expected == found, torch::zeros_like(expected), (found - expected).abs());
    Deviation worst{0.0, allowed.numel() == 0 ? 0.0 : allowed[0].item<double>()};
    const auto *difference_ = difference.data_ptr<double>();
    const auto contiguous = allowed.contiguous();
    const auto *allowed_ = contiguous.data_ptr<double>();
    for (std::int64_t i = 0; i < expected.numel(); ++i)
        worst = worseOf(worst, {difference_[i], allowed_[i]});
    return worst;
}

Deviation compare(const torch::Tensor &golden, const torch::Tensor &actual,
                  const Tolerance &tolerance)
{
    const double floor =
        tolerance.absolute + (tolerance.ofRms == 0.0 ? 0.0 : tolerance.ofRms * rms(golden));
    return compareEach(golden, actual, tolerance.ofValue * flatDouble(golden).abs() + floor);
}

Deviation compareKey(const GoldenFile &golden, const std::string &key, const torch::Tensor &actual,
                     const Tolerance &tolerance)
{
    if (golden.has(key))
        return compare(golden.at(key), actual, tolerance);
    const auto shape = golden.at(key + ".shape");
    const auto stats = golden.at(key + ".stats");
    const c10::IntArrayRef sizes(shape.data_ptr<std::int64_t>(),
                                 static_cast<std::size_t>(shape.numel()));
    if (withoutOnes(sizes) != withoutOnes(actual.sizes()))
        return {kInfinity, 0.0};
    const Tolerance known{tolerance.absolute + tolerance.ofRms * stats[5].item<double>(), 0.0,
                          tolerance.ofValue};
    return worseOf(compare(golden.at(key + ".val"),
                           actual.detach().flatten().index_select(0, golden.at(key + ".idx")),
                           known),
                   compare(stats, statistics(actual), known));
}

Deviation compareNumber(double golden, double actual, double tolerance)
{
    return {std::abs(golden - actual), tolerance};
}

} // namespace cf::parity
