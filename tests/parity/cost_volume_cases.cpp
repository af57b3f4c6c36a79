#include "core/engine/detail/cost_volume.h"
#include "tests/parity/cases.h"
#include "tests/parity/compare.h"
#include "tests/parity/cost_volume_variants.h"

namespace cf::parity {

using namespace cf::engine::detail;

namespace {

using torch::indexing::Slice;

constexpr std::int64_t kLayers = 4;
constexpr std::int64_t kTemplates = 3;
constexpr std::int64_t kChannels = 96;

/// Query tokens [L, P, C] and template tokens [N, L, P, C] of one case.
struct Tokens
{
    torch::Tensor query, templates;
};

Tokens tokensOf(const std::string &letter, const Fill &fill, std::int64_t places)
{
    const std::string prefix = "in." + letter + ".";
    return {fill.uniform(prefix + "query", {kLayers, places, kChannels}),
            fill.uniform(prefix + "template", {kTemplates, kLayers, places, kChannels})};
}

std::vector<torch::Tensor> queryMaps(const Tokens &tokens)
{
    std::vector<torch::Tensor> maps;
    for (std::int64_t l = 0; l < kLayers; ++l)
        maps.push_back(tokensToMaps(tokens.query[l].unsqueeze(0)));
    return maps;
}

/// Templates [from, to) as [1, N, C, h, w] per layer.
std::vector<torch::Tensor> templateMaps(const Tokens &tokens, std::int64_t from, std::int64_t to)
{
    std::vector<torch::Tensor> maps;
    for (std::int64_t l = 0; l < kLayers; ++l)
        maps.push_back(tokensToMaps(tokens.templates.slice(0, from, to).select(1, l)).unsqueeze(0));
    return maps;
}

MatchingOptions keeping(std::int64_t count)
{
    MatchingOptions options;
    options.keep = count;
    return options;
}

/// Smallest distance from the last kept cost to the next one, per row, in double: [L, P].
torch::Tensor gapBehindKept(const Tokens &tokens, std::int64_t kept)
{
    std::vector<torch::Tensor> gaps;
    for (std::int64_t l = 0; l < kLayers; ++l) {
        const auto query = tokens.query[l].unsqueeze(0).transpose(1, 2).to(torch::kFloat64);
        const auto templates =
            tokens.templates.select(1, l).transpose(1, 2).unsqueeze(0).to(torch::kFloat64);
        const auto cost = matchingCost(query, templates)[0];
        const auto sorted = std::get<0>(cost.topk(kept + 1, 1, /*largest=*/false));
        gaps.push_back(sorted.select(1, kept) - sorted.select(1, kept - 1));
    }
    return torch::stack(gaps);
}

/// GLAD: every template its own volume, everything kept.
void checkPerTemplate(const Fill &fill, const AddCase &add)
{
    constexpr std::int64_t kPlaces = 1024;
    const auto tokens = tokensOf("a", fill, kPlaces);
    const auto query = queryMaps(tokens);
    std::vector<torch::Tensor> minima;
    std::vector<torch::Tensor> initialMaps;
    for (std::int64_t n = 0; n < kTemplates; ++n) {
        const auto matched =
            buildCostVolume(query, templateMaps(tokens, n, n + 1), keeping(kPlaces));
        const auto volume =
            enlargeVolume(matched.volume, kVolumeSide, Enlarge::AlignCorners).squeeze(0);
        const std::string key = "a.volume" + std::to_string(n);
        add(key, volume, kCost);
        add(key + ".slice",
            volume.index({Slice(0, {}, 128), Slice(), Slice(0, {}, 16), Slice(0, {}, 16)}), kCost);
        minima.push_back(matched.initialMap.squeeze(0));
        initialMaps.push_back(
            enlarge(matched.initialMap, kVolumeSide, kVolumeSide, Enlarge::AlignCorners)
                .squeeze(0));
    }
    add("a.min_map", torch::stack(minima), kCost);
    add("a.initial_map", torch::stack(initialMaps), kCost);
    std::vector<torch::Tensor> costs;
    for (std::int64_t l = 0; l < kLayers; ++l)
        costs.push_back(
            matchingCost(query[static_cast<std::size_t>(l)].flatten(2),
                         templateMaps(tokens, 0, 1)[static_cast<std::size_t>(l)].flatten(3))[0]);
    add("a.cost0", torch::stack(costs), kCost);
}

/// Matches of all layers against all templates at once.
struct MergedMatches
{
    torch::Tensor index, cost; ///< [L, P, D]
};

MergedMatches mergeMatches(const Tokens &tokens, std::int64_t kept)
{
    std::vector<torch::Tensor> index;
    std::vector<torch::Tensor> cost;
    const auto query = queryMaps(tokens);
    const auto templates = templateMaps(tokens, 0, kTemplates);
    for (std::size_t l = 0; l < query.size(); ++l) {
        const auto matches = keepBest(query[l].flatten(2), templates[l].flatten(3), keeping(kept));
        index.push_back(matches.index[0]);
        cost.push_back(matches.cost[0]);
    }
    return {torch::stack(index), torch::stack(cost)};
}

/// AnomalyDINO: templates merged, the smaller part of the matches kept.
void checkMerged(const GoldenFile &golden, const Fill &fill, const AddCase &add)
{
    constexpr std::int64_t kPlaces = 1024;
    const auto tokens = tokensOf("b", fill, kPlaces);
    const auto matches = mergeMatches(tokens, kPlaces);
    const auto safe = golden.at("b.row_safe");
    add("b.row_gap", gapBehindKept(tokens, kPlaces), kCost);
    add("b.index_sum", torch::where(safe == 1, matches.index.sum(2), torch::full_like(safe, -1)),
        kExact);
    add("b.value_sum", matches.cost.sum(2), kCostSum);
    // The listed rows; close calls among them count as equal to what is stored.
    const auto rows = golden.at("b.rows");
    const auto rowSafe = safe.index_select(1, rows).unsqueeze(2) == 1;
    add("b.rows.index",
        torch::where(rowSafe, matches.index.index_select(1, rows), golden.at("b.rows.index")),
        kExact);
    add("b.rows.value",
        torch::where(rowSafe, matches.cost.index_select(1, rows), golden.at("b.rows.value")),
        kCost);

    const auto built =
        buildCostVolume(queryMaps(tokens), templateMaps(tokens, 0, kTemplates), keeping(kPlaces));
    add("b.min_map", built.initialMap, kCost);
    add("b.initial_map", enlarge(built.initialMap, kVolumeSide, kVolumeSide, Enlarge::HalfPixel),
        kCost);
    const auto volume = enlargeVolume(built.volume, kVolumeSide, Enlarge::HalfPixel).squeeze(0);
    add("b.volume.val", valuesAt(volume, golden.at("b.volume.at")), kCost);
}

/// A made-up case without close calls: query and candidates of the same group share eight raised
/// channels.
void checkSelection(const Fill &fill, const AddCase &add)
{
    constexpr std::int64_t kPlaces = 196;
    constexpr std::int64_t kGroupChannels = 8;
    constexpr float kBump = 4.0F;
    const auto tokens = tokensOf("c", fill, kPlaces);
    const auto raise = [&](const torch::Tensor &token, std::int64_t group) {
        token.slice(0, kGroupChannels * group, kGroupChannels * (group + 1)).add_(kBump);
    };
    for (std::int64_t l = 0; l < kLayers; ++l) {
        for (std::int64_t i = 0; i < kPlaces; ++i)
            raise(tokens.query[l][i], (5 * i + 2 * l) % 3);
        for (std::int64_t j = 0; j < kTemplates * kPlaces; ++j)
            raise(tokens.templates[j / kPlaces][l][j % kPlaces], (7 * j + l) % 3);
    }
    const auto matches = mergeMatches(tokens, kPlaces);
    add("c.min_gap", gapBehindKept(tokens, kPlaces).min(), kCost);
    add("c.index", matches.index, kExact);
    add("c.value", matches.cost, kCost);
    const auto built =
        buildCostVolume(queryMaps(tokens), templateMaps(tokens, 0, kTemplates), keeping(kPlaces));
    add("c.min_map", built.initialMap, kCost);
    add("c.initial_map", enlarge(built.initialMap, kVolumeSide, kVolumeSide, Enlarge::HalfPixel),
        kCost);
    add("c.volume", enlargeVolume(built.volume, kVolumeSide, Enlarge::HalfPixel).squeeze(0), kCost);
    add("c.volume_align_corners",
        enlargeVolume(built.volume, kVolumeSide, Enlarge::AlignCorners).squeeze(0), kCost);
}

} // namespace

torch::Tensor tokensToMaps(const torch::Tensor &tokens)
{
    const auto side = static_cast<std::int64_t>(std::lround(std::sqrt(tokens.size(1))));
    return tokens.transpose(1, 2).unflatten(2, {side, side}).contiguous();
}

torch::Tensor valuesAt(const torch::Tensor &volume, const torch::Tensor &places)
{
    return volume.index(
        {places.select(1, 0), places.select(1, 1), places.select(1, 2), places.select(1, 3)});
}

void checkCostVolume(const GoldenFolder &folder, Report &report)
{
    torch::NoGradGuard noGrad;
    const auto golden = folder.tensors("costvolume.pt");
    const auto fill = folder.fillOf("costvolume.pt");
    const AddCase add = [&](const std::string &key, const torch::Tensor &actual,
                            const Tolerance &tolerance) {
        report.add("costvolume/" + key, compareKey(golden, key, actual, tolerance));
    };
    checkPerTemplate(fill, add);
    checkMerged(golden, fill, add);
    checkSelection(fill, add);
    checkReconstructedFeatures(fill, add);
    checkDecoderAgainstEncoder(golden, fill, add);
}

} // namespace cf::parity
