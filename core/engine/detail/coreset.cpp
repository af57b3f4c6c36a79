#include "core/engine/detail/coreset.h"

#include "core/synthesis/random.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>

namespace cf::engine::detail {

namespace {

constexpr std::int64_t kProjected = 128;
constexpr std::size_t kStartingPoints = 10;
constexpr std::size_t kReportEvery = 64;

torch::Tensor projected(const torch::Tensor &rows, std::uint64_t seed)
{
    if (rows.size(1) <= kProjected)
        return rows;
    auto generator = torch::make_generator<at::CPUGeneratorImpl>(seed);
    const auto directions = torch::randn({rows.size(1), kProjected}, generator) /
                            std::sqrt(static_cast<double>(kProjected));
    return torch::mm(rows, directions.to(rows.device()));
}

/// Squared distances [n] of all rows to one of them.
torch::Tensor squaredDistances(const torch::Tensor &rows, const torch::Tensor &lengths,
                               std::int64_t to)
{
    return torch::addmv(lengths, rows, rows[to], 1.0, -2.0).add_(lengths[to]).clamp_min_(0.0);
}

} // namespace

std::vector<std::int64_t> greedyCoreset(const torch::Tensor &rows, std::int64_t count,
                                        std::uint64_t seed, RunContext &run)
{
    torch::NoGradGuard noGrad;
    const auto available = rows.size(0);
    const auto wanted = static_cast<std::size_t>(std::clamp<std::int64_t>(count, 0, available));
    std::vector<std::int64_t> chosen;
    if (wanted == 0)
        return chosen;
    chosen.reserve(wanted);
    const auto reduced = projected(rows, seed);
    const auto lengths = reduced.square().sum(1);

    synthesis::Random random(seed);
    auto mean = torch::zeros_like(lengths);
    for (std::size_t i = 0; i < kStartingPoints; ++i)
        mean += squaredDistances(
                    reduced, lengths,
                    static_cast<std::int64_t>(random.index(static_cast<std::size_t>(available))))
                    .sqrt();
    auto nearest = (mean / static_cast<double>(kStartingPoints)).square();
    while (chosen.size() < wanted) {
        if (chosen.size() % kReportEvery == 0)
            run.step({"coreset", chosen.size(), wanted});
        const auto [distance, row] = nearest.max(0);
        if (!chosen.empty() && distance.item<float>() <= 0.0F)
            break;
        chosen.push_back(row.item<std::int64_t>());
        nearest = torch::minimum(nearest, squaredDistances(reduced, lengths, chosen.back()));
        nearest[chosen.back()] = 0.0; // rounding must not bring it up again
    }
    run.step({"coreset", wanted, wanted});
    return chosen;
}

} // namespace cf::engine::detail
