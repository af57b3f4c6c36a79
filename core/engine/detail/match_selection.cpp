#include "core/engine/detail/match_selection.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace cf::engine::detail {

namespace {

/// Keeps the largest values seen, in descending order.
class LargestFew
{
public:
    explicit LargestFew(std::int64_t k) : m_values(static_cast<std::size_t>(k)) { clear(); }

    void clear()
    {
        std::fill(m_values.begin(), m_values.end(), -std::numeric_limits<float>::infinity());
    }
    float least() const { return m_values.back(); }
    float most() const { return m_values.front(); }

    void insert(float value)
    {
        std::size_t at = m_values.size() - 1;
        for (; at > 0 && m_values[at - 1] < value; --at)
            m_values[at] = m_values[at - 1];
        m_values[at] = value;
    }
    const std::vector<float> &values() const { return m_values; }

private:
    std::vector<float> m_values;
};

constexpr std::int64_t kBlock = 32;

/// Written so that the compiler takes eight values at a time.
float largestOf(const float *values, std::int64_t count)
{
    std::array<float, 8> most{};
    most.fill(-std::numeric_limits<float>::infinity());
    std::int64_t i = 0;
    for (; i + 8 <= count; i += 8)
        for (std::size_t lane = 0; lane < 8; ++lane)
            most[lane] = values[i + static_cast<std::int64_t>(lane)] > most[lane]
                             ? values[i + static_cast<std::int64_t>(lane)]
                             : most[lane];
    float best = -std::numeric_limits<float>::infinity();
    for (const float value : most)
        best = std::max(best, value);
    for (; i < count; ++i)
        best = std::max(best, values[i]);
    return best;
}

} // namespace

MatchSelection selectMatches(const torch::Tensor &similarity, std::int64_t grid,
                             std::int64_t templates, std::int64_t k, std::int64_t reach)
{
    const std::int64_t places = grid * grid;
    if (!similarity.is_cpu() || similarity.scalar_type() != torch::kFloat32 ||
        !similarity.is_contiguous())
        return selectMatchesGeneric(similarity, grid, templates, k, reach);
    MatchSelection out;
    out.smallest = torch::empty({places, k});
    out.winner = torch::empty({places}, torch::kInt64);
    out.perTemplate = torch::empty({places, templates});
    out.window = torch::empty({places});
    const float *all = similarity.data_ptr<float>();
    float *smallest = out.smallest.data_ptr<float>();
    auto *winner = out.winner.data_ptr<std::int64_t>();
    float *perTemplate = out.perTemplate.data_ptr<float>();
    float *window = out.window.data_ptr<float>();

    at::parallel_for(0, places, 16, [&](std::int64_t from, std::int64_t to) {
        LargestFew few(k);
        for (std::int64_t p = from; p < to; ++p) {
            const float *row = all + p * templates * places;
            const std::int64_t y = p / grid;
            const std::int64_t x = p % grid;
            few.clear();
            float near = -std::numeric_limits<float>::infinity();
            for (std::int64_t n = 0; n < templates; ++n) {
                const float *part = row + n * places;
                float best = -std::numeric_limits<float>::infinity();
                for (std::int64_t blockStart = 0; blockStart < places; blockStart += kBlock) {
                    const std::int64_t blockEnd = std::min(blockStart + kBlock, places);
                    const float most = largestOf(part + blockStart, blockEnd - blockStart);
                    best = std::max(best, most);
                    if (most <= few.least())
                        continue; // nearly every block: none of its values is among the k best so
                                  // far
                    for (std::int64_t j = blockStart; j < blockEnd; ++j) {
                        if (part[j] <= few.least())
                            continue;
                        if (part[j] > few.most())
                            winner[p] = n * places + j;
                        few.insert(part[j]);
                    }
                }
                perTemplate[p * templates + n] = 1.0F - best;
                for (auto v = std::max<std::int64_t>(y - reach, 0);
                     v <= std::min(y + reach, grid - 1); ++v)
                    for (auto u = std::max<std::int64_t>(x - reach, 0);
                         u <= std::min(x + reach, grid - 1); ++u)
                        near = std::max(near, part[v * grid + u]);
            }
            std::sort(perTemplate + p * templates, perTemplate + (p + 1) * templates);
            for (std::int64_t i = 0; i < k; ++i)
                smallest[p * k + i] = 1.0F - few.values()[static_cast<std::size_t>(i)];
            window[p] = 1.0F - near;
        }
    });
    return out;
}

MatchSelection selectMatchesGeneric(const torch::Tensor &similarity, std::int64_t grid,
                                    std::int64_t templates, std::int64_t k, std::int64_t reach)
{
    const std::int64_t places = grid * grid;
    const auto cost = 1.0 - similarity;
    MatchSelection out;
    torch::Tensor index;
    std::tie(out.smallest, index) = cost.topk(k, 1, /*largest=*/false, /*sorted=*/true);
    out.winner = index.select(1, 0).contiguous();
    out.perTemplate = std::get<0>(cost.view({places, templates, places}).amin(2).sort(1));
    const auto position = torch::arange(places, cost.options().dtype(torch::kInt64));
    const auto row = position.div(grid, "floor");
    const auto column = position.remainder(grid);
    const auto far = (row.unsqueeze(0) - row.unsqueeze(1))
                         .abs()
                         .gt(reach)
                         .logical_or((column.unsqueeze(0) - column.unsqueeze(1)).abs().gt(reach));
    out.window = cost.view({places, templates, places})
                     .masked_fill(far.unsqueeze(1), std::numeric_limits<float>::infinity())
                     .amin({1, 2});
    return out;
}

} // namespace cf::engine::detail
