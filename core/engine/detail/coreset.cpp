#include "core/engine/detail/coreset.h"

#include "core/synthesis/random.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cf::engine::detail {

namespace {

constexpr std::int64_t kProjected = 128;
constexpr std::size_t kStartingPoints = 10;
constexpr std::size_t kReportEvery = 64;
constexpr float kRoundingShare = 1e-4F;

torch::Tensor projected(const torch::Tensor &rows, std::uint64_t seed)
{
    if (rows.size(1) <= kProjected)
        return rows;
    auto generator = torch::make_generator<at::CPUGeneratorImpl>(seed);
    const auto directions = torch::randn({rows.size(1), kProjected}, generator) /
                            std::sqrt(static_cast<double>(kProjected));
    return torch::mm(rows, directions.to(rows.device()));
}

/// Coordinate [n] of each row along the direction in which they differ most.
torch::Tensor widestCoordinate(const torch::Tensor &rows)
{
    const auto centred = rows - rows.mean(0, true);
    const auto directions = std::get<1>(at::linalg_eigh(torch::mm(centred.t(), centred)));
    return torch::mv(centred, directions.select(1, directions.size(1) - 1)); // by rising variance
}

/// Rows in the order of their widest coordinate. Two rows are at least as far apart as their
/// coordinates, so those that a new choice can be nearer to than an earlier one lie side by side.
class SortedRows
{
public:
    explicit SortedRows(const torch::Tensor &rows)
    {
        const auto [coordinate, order] = widestCoordinate(rows).sort();
        m_order = order;
        m_rows = rows.index_select(0, order);
        m_lengths = m_rows.square().sum(1);
        const auto values = coordinate.to(torch::kCPU);
        m_coordinates.assign(values.data_ptr<float>(), values.data_ptr<float>() + values.size(0));
    }

    /// Squared distances to row `to` of the rows from..to-1.
    torch::Tensor squaredDistances(std::int64_t to, std::int64_t first, std::int64_t last) const
    {
        return torch::addmv(m_lengths.slice(0, first, last), m_rows.slice(0, first, last),
                            m_rows[to], 1.0, -2.0)
            .add_(m_lengths[to])
            .clamp_min_(0.0);
    }
    torch::Tensor squaredDistances(std::int64_t to) const
    {
        return squaredDistances(to, 0, m_rows.size(0));
    }
    /// The rows that may lie within `radius` of a row: first and one behind the last.
    std::pair<std::int64_t, std::int64_t> within(std::int64_t row, float radius) const
    {
        const float middle = m_coordinates[static_cast<std::size_t>(row)];
        const float reach = radius + kRoundingShare * (radius + std::abs(middle));
        const auto begin = m_coordinates.begin();
        return {std::lower_bound(begin, m_coordinates.end(), middle - reach) - begin,
                std::upper_bound(begin, m_coordinates.end(), middle + reach) - begin};
    }
    const torch::Tensor &order() const { return m_order; }
    const torch::Tensor &lengths() const { return m_lengths; }

private:
    torch::Tensor m_rows, m_lengths, m_order;
    std::vector<float> m_coordinates;
};

/// The row that is farthest from some drawn by chance, on average.
std::int64_t firstChoice(const SortedRows &rows, std::uint64_t seed)
{
    synthesis::Random random(seed);
    auto sum = torch::zeros_like(rows.lengths());
    const auto count = static_cast<std::size_t>(rows.lengths().size(0));
    for (std::size_t i = 0; i < kStartingPoints; ++i)
        sum += rows.squaredDistances(static_cast<std::int64_t>(random.index(count))).sqrt();
    return sum.argmax().item<std::int64_t>();
}

} // namespace

std::vector<std::int64_t> greedyCoreset(const torch::Tensor &rows, std::int64_t count,
                                        std::uint64_t seed, RunContext &run)
{
    torch::NoGradGuard noGrad;
    const auto available = rows.size(0);
    const auto wanted = static_cast<std::size_t>(std::clamp<std::int64_t>(count, 0, available));
    if (wanted == 0)
        return {};
    const SortedRows sorted(projected(rows, seed));
    std::vector<std::int64_t> chosen = {firstChoice(sorted, seed)};
    auto nearest = sorted.squaredDistances(chosen.front());
    nearest[chosen.front()] = 0.0; // rounding must not bring it up again
    while (chosen.size() < wanted) {
        if (chosen.size() % kReportEvery == 0)
            run.step({"coreset", chosen.size(), wanted});
        const auto [farthest, row] = nearest.max(0);
        const float radius = std::sqrt(farthest.item<float>());
        if (radius <= 0.0F)
            break;
        chosen.push_back(row.item<std::int64_t>());
        const auto [first, last] = sorted.within(chosen.back(), radius);
        auto near = nearest.slice(0, first, last);
        near.copy_(torch::minimum(near, sorted.squaredDistances(chosen.back(), first, last)));
        nearest[chosen.back()] = 0.0;
    }
    run.step({"coreset", wanted, wanted});
    const auto order = sorted.order().to(torch::kCPU);
    const auto *number = order.data_ptr<std::int64_t>();
    for (auto &row : chosen)
        row = number[row];
    return chosen;
}

} // namespace cf::engine::detail
