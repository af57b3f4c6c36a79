#include "tests/parity/cost_volume_variants.h"

#include "core/engine/detail/cost_volume.h"
#include "core/engine/detail/initial_map.h"

namespace cf::parity {

using namespace cf::engine::detail;
using torch::indexing::Slice;

namespace {

constexpr double kEpsilon = 1e-8;
constexpr Tolerance kResidualMap{1e-4}; // values near 30

torch::Tensor enlargeTo(const torch::Tensor &map, std::int64_t side)
{
    return enlarge(map, side, side, Enlarge::AlignCorners);
}

/// Every 8th pixel of a map [1, 1, H, W].
torch::Tensor everyEighth(const torch::Tensor &map)
{
    return map.squeeze().index({Slice(0, {}, 8), Slice(0, {}, 8)});
}

MatchingOptions keeping(std::int64_t count)
{
    MatchingOptions options;
    options.keep = count;
    options.epsilon = kEpsilon;
    return options;
}

/// Each map as the only template of its layer.
std::vector<torch::Tensor> asTemplates(const std::vector<torch::Tensor> &maps)
{
    std::vector<torch::Tensor> templates;
    for (const auto &map : maps)
        templates.push_back(map.unsqueeze(1));
    return templates;
}

} // namespace

/// HVQ-Trans: original features against reconstructed ones, and the residual in the initial map.
void checkReconstructedFeatures(const Fill &fill, const AddCase &add)
{
    constexpr std::int64_t kPlaces = 196;
    constexpr std::int64_t kImageSide = 224;
    const Shape channels = {24, 32, 56, 160};
    const Shape shape = {1, 272, 14, 14};
    const auto original = fill.uniform("in.d.original", shape);
    const auto reconstruction = original + 0.5 * fill.uniform("in.d.noise", shape);
    const auto transportScore = 0.5 * fill.absolute("in.d.ot_score", {1, 1, 14, 14});

    const auto matched = buildCostVolume(original.split_with_sizes(channels, 1),
                                         asTemplates(reconstruction.split_with_sizes(channels, 1)),
                                         keeping(kPlaces));
    add("d.volume", enlargeVolume(matched.volume, kVolumeSide, Enlarge::AlignCorners).squeeze(0),
        kCost);
    add("d.min_map", matched.initialMap, kCost);

    const auto residual = reconstructionResidual(original, reconstruction);
    const auto residualOt = residual + 80.0 * transportScore;
    add("d.residual", residual, kCost);
    add("d.residual_ot", residualOt, kResidualMap);
    add("d.pred224_plain", everyEighth(enlargeTo(residual, kImageSide)), kCost);
    add("d.pred224_ot", everyEighth(enlargeTo(residualOt, kImageSide)), kResidualMap);
    const auto minima = enlargeTo(matched.initialMap, kVolumeSide);
    add("d.initial_map_plain", mixResidual(minima, residual, ResidualMix::Plain).squeeze(0), kCost);
    add("d.initial_map_ot_train",
        mixResidual(minima, residualOt, ResidualMix::TransportTraining).squeeze(0), kCost);
    add("d.initial_map_ot_test",
        mixResidual(minima, residualOt, ResidualMix::TransportTest).squeeze(0), kCost);
}

/// Dinomaly: decoder features look for encoder features, and the initial map is position-wise.
void checkDecoderAgainstEncoder(const GoldenFile &golden, const Fill &fill, const AddCase &add)
{
    constexpr std::int64_t kKept = 768;
    constexpr std::int64_t kImageSide = 392;
    const Shape shape = {2, 1, 64, 28, 28};
    const auto encoder = fill.uniform("in.e.encoder", shape);
    const auto decoder = encoder + 0.75 * fill.uniform("in.e.decoder_noise", shape);

    const auto matched = buildCostVolume({decoder[0], decoder[1]},
                                         asTemplates({encoder[0], encoder[1]}), keeping(kKept));
    add("e.min_map", matched.initialMap, kCost);
    const auto volume =
        enlargeVolume(matched.volume, kVolumeSide, Enlarge::AlignCorners).squeeze(0);
    add("e.volume.val", valuesAt(volume, golden.at("e.volume.at")), kCost);
    const auto safe = golden.at("e.row_safe");
    std::vector<torch::Tensor> sums;
    for (std::int64_t l = 0; l < 2; ++l)
        sums.push_back(
            keepBest(decoder[l].flatten(2), encoder[l].unsqueeze(1).flatten(3), keeping(kKept))
                .index.sum(2)[0]);
    add("e.index_sum", torch::where(safe == 1, torch::stack(sums), torch::full_like(safe, -1)),
        kExact);

    const auto position = positionCost(encoder.flatten(0, 1), decoder.flatten(0, 1), kEpsilon);
    add("e.position_map", position, kCost);
    const auto mean = position.mean(0, /*keepdim=*/true).unsqueeze(0);
    const auto atImageSize = enlargeTo(mean, kImageSide);
    add("e.initial_train", enlargeTo(mean, kVolumeSide).squeeze(), kCost);
    add("e.baseline_392", everyEighth(atImageSize), kCost);
    add("e.initial_test", enlargeTo(atImageSize, kVolumeSide).squeeze(), kCost);
}

} // namespace cf::parity
