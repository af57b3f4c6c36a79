#include "core/engine/detail/match_selection.h"

#include <ATen/Parallel.h>
#include <opencv2/core/hal/intrin.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <utility>
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
constexpr std::int64_t kCachedValues = 1 << 20; ///< 4 MiB of similarities
constexpr std::int64_t kLeastRows = 64;         ///< fewer make a slow product

float largestOf(const float *values, std::int64_t count)
{
    constexpr std::int64_t kStep = 4 * cv::v_float32x4::nlanes;
    float best = -std::numeric_limits<float>::infinity();
    std::int64_t i = 0;
    if (count >= kStep) {
        std::array<cv::v_float32x4, 4> most;
        most.fill(cv::v_setall_f32(best));
        for (; i + kStep <= count; i += kStep)
            for (std::size_t lane = 0; lane < most.size(); ++lane)
                most[lane] =
                    cv::v_max(most[lane], cv::v_load(values + i + lane * cv::v_float32x4::nlanes));
        best =
            cv::v_reduce_max(cv::v_max(cv::v_max(most[0], most[1]), cv::v_max(most[2], most[3])));
    }
    for (; i < count; ++i)
        best = std::max(best, values[i]);
    return best;
}

/// The largest value of each block of a row, in which no block lies in two templates.
class BlockMaxima
{
public:
    BlockMaxima(std::int64_t templates, std::int64_t places)
        : m_places(places), m_perTemplate((places + kBlock - 1) / kBlock),
          m_most(static_cast<std::size_t>(templates * m_perTemplate))
    {
    }

    void measure(const float *row)
    {
        for (std::size_t block = 0; block < m_most.size(); ++block) {
            const auto [from, to] = columns(block);
            m_most[block] = largestOf(row + from, to - from);
        }
    }
    /// Of which at least k values of the row are not below: the k-th largest maximum.
    float boundOf(std::int64_t k)
    {
        if (k > static_cast<std::int64_t>(m_most.size()))
            return -std::numeric_limits<float>::infinity();
        m_sorted = m_most;
        const auto kth = m_sorted.begin() + (k - 1);
        std::nth_element(m_sorted.begin(), kth, m_sorted.end(), std::greater<>());
        return *kth;
    }
    float largestIn(std::int64_t number) const
    {
        const auto first = m_most.begin() + number * m_perTemplate;
        return *std::max_element(first, first + m_perTemplate);
    }
    std::pair<std::int64_t, std::int64_t> columns(std::size_t block) const
    {
        const auto number = static_cast<std::int64_t>(block) / m_perTemplate;
        const auto from = static_cast<std::int64_t>(block) % m_perTemplate * kBlock;
        return {number * m_places + from, number * m_places + std::min(from + kBlock, m_places)};
    }
    const std::vector<float> &most() const { return m_most; }

private:
    std::int64_t m_places, m_perTemplate;
    std::vector<float> m_most, m_sorted;
};

} // namespace

MatchSelection selectMatches(const torch::Tensor &similarity, std::int64_t grid,
                             std::int64_t templates, std::int64_t k, std::int64_t reach,
                             std::int64_t firstPlace)
{
    const std::int64_t places = grid * grid;
    const std::int64_t rows = similarity.size(0);
    if (!similarity.is_cpu() || similarity.scalar_type() != torch::kFloat32 ||
        !similarity.is_contiguous())
        return selectMatchesGeneric(similarity, grid, templates, k, reach, firstPlace);
    MatchSelection out;
    out.smallest = torch::empty({rows, k});
    out.winner = torch::empty({rows}, torch::kInt64);
    out.perTemplate = torch::empty({rows, templates});
    out.window = torch::empty({rows});
    const float *all = similarity.data_ptr<float>();
    float *smallest = out.smallest.data_ptr<float>();
    auto *winner = out.winner.data_ptr<std::int64_t>();
    float *perTemplate = out.perTemplate.data_ptr<float>();
    float *window = out.window.data_ptr<float>();

    at::parallel_for(0, rows, 16, [&](std::int64_t from, std::int64_t to) {
        LargestFew few(k);
        BlockMaxima blocks(templates, places);
        for (std::int64_t p = from; p < to; ++p) {
            const float *row = all + p * templates * places;
            blocks.measure(row);
            const float bound = blocks.boundOf(k); // most blocks lie below it, and are passed over
            few.clear();
            for (std::size_t block = 0; block < blocks.most().size(); ++block) {
                if (blocks.most()[block] < bound)
                    continue;
                const auto [first, last] = blocks.columns(block);
                for (std::int64_t j = first; j < last; ++j) {
                    if (row[j] < bound || row[j] <= few.least())
                        continue;
                    if (row[j] > few.most())
                        winner[p] = j;
                    few.insert(row[j]);
                }
            }
            const std::int64_t y = (firstPlace + p) / grid;
            const std::int64_t x = (firstPlace + p) % grid;
            float near = -std::numeric_limits<float>::infinity();
            for (std::int64_t n = 0; n < templates; ++n) {
                perTemplate[p * templates + n] = 1.0F - blocks.largestIn(n);
                for (auto v = std::max<std::int64_t>(y - reach, 0);
                     v <= std::min(y + reach, grid - 1); ++v)
                    for (auto u = std::max<std::int64_t>(x - reach, 0);
                         u <= std::min(x + reach, grid - 1); ++u)
                        near = std::max(near, row[n * places + v * grid + u]);
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
                                    std::int64_t templates, std::int64_t k, std::int64_t reach,
                                    std::int64_t firstPlace)
{
    const std::int64_t places = grid * grid;
    const std::int64_t rows = similarity.size(0);
    const auto cost = 1.0 - similarity;
    MatchSelection out;
    torch::Tensor index;
    std::tie(out.smallest, index) = cost.topk(k, 1, /*largest=*/false, /*sorted=*/true);
    out.winner = index.select(1, 0).contiguous();
    out.perTemplate = std::get<0>(cost.view({rows, templates, places}).amin(2).sort(1));
    const auto position = torch::arange(places, cost.options().dtype(torch::kInt64));
    const auto row = position.div(grid, "floor");
    const auto column = position.remainder(grid);
    const auto isFar = [&](const torch::Tensor &at) {
        return (at.unsqueeze(0) - at.slice(0, firstPlace, firstPlace + rows).unsqueeze(1))
            .abs()
            .gt(reach);
    };
    const auto far = isFar(row).logical_or(isFar(column));
    out.window = cost.view({rows, templates, places})
                     .masked_fill(far.unsqueeze(1), std::numeric_limits<float>::infinity())
                     .amin({1, 2});
    return out;
}

MatchSelection multiplyAndSelect(const torch::Tensor &query, const torch::Tensor &templates,
                                 std::int64_t grid, std::int64_t k, std::int64_t reach)
{
    const std::int64_t places = query.size(0);
    const std::int64_t columns = templates.size(1);
    const std::int64_t count = columns / places;
    if (!query.is_cpu())
        return selectMatches(torch::mm(query, templates), grid, count, k, reach);
    const std::int64_t atATime = std::min(places, std::max(kLeastRows, kCachedValues / columns));
    const auto similarity = torch::empty({atATime, columns}, query.options());
    std::vector<MatchSelection> parts;
    for (std::int64_t first = 0; first < places; first += atATime) {
        const auto rows = query.slice(0, first, std::min(first + atATime, places));
        auto product = similarity.slice(0, 0, rows.size(0));
        torch::mm_out(product, rows, templates);
        parts.push_back(selectMatches(product, grid, count, k, reach, first));
    }
    const auto joined = [&](torch::Tensor MatchSelection::*part) {
        std::vector<torch::Tensor> tensors;
        for (const auto &one : parts)
            tensors.push_back(one.*part);
        return torch::cat(tensors);
    };
    return {joined(&MatchSelection::smallest), joined(&MatchSelection::winner),
            joined(&MatchSelection::perTemplate), joined(&MatchSelection::window)};
}

} // namespace cf::engine::detail
