#pragma once

#include "core/engine/detail/detector_network.h"
#include "core/engine/detail/sample_source.h"
#include "core/engine/model_config.h"

#include <torch/types.h>

#include <map>
#include <span>
#include <vector>

namespace cf::engine::detail {

/// Synthetic validation samples: normals that training never saw, with kinds of defects that it
/// never saw (and, for the baseline, some that it did).
struct ValidationSet
{
    std::vector<TrainingSample> heldOut;  ///< kinds that training does not draw
    std::vector<TrainingSample> familiar; ///< kinds that it draws

    std::vector<const TrainingSample *> all() const;
};

/// Maps of some samples at validation resolution.
struct ValidationMaps
{
    torch::Tensor maps;  ///< [n, S, S] float32
    torch::Tensor masks; ///< [n, S, S] bool
    std::vector<const TrainingSample *> samples;
};

/// How good maps are on each kind of defect against all normals: (image AUROC + pixel AP) / 2.
std::map<synthesis::Kind, double> scoresByKind(const ValidationMaps &maps);

/// Mean of scoresByKind(), so that frequent and easy kinds do not hide the others. 0 when there is
/// nothing to tell apart.
double validationScore(const ValidationMaps &maps);

/// Side of the maps that choices are made on.
inline constexpr std::int64_t kValidationSide = 64;

/// Layer weights and smoothing of the baseline map of one category, the best of all subsets of
/// layers (plain, and each layer divided by its mean cost) and three smoothings, and the scale of
/// that map over the normals. `imagePx` scales sigma, which is in pixels of that image.
void chooseBaseline(const std::vector<const TrainingSample *> &samples, int imagePx,
                    Calibration &calibration);

/// Baseline map of one category from a PatchBaseline's distances, smoothed as said, and the scale
/// of that map over the normals. `calibration` must be as made.
void usePatchMap(const std::vector<const TrainingSample *> &samples, double sigma, int imagePx,
                 Calibration &calibration);

/// Baseline maps [n, S, S] of samples under a calibration, standardised.
torch::Tensor baselineMaps(const std::vector<const TrainingSample *> &samples,
                           const Calibration &calibration, int imagePx);

/// Network evidence [n, S, S] of samples, in batches.
torch::Tensor filteredMaps(const std::vector<const TrainingSample *> &samples,
                           DetectorNetwork &network, const ModelConfig &config, int imagePx,
                           torch::Device device);

/// Mean change over kinds of defects, less its standard error: the part of a gain that other kinds
/// than these may be hoped to show. 0 for fewer than two.
double sureGain(const std::vector<double> &changes);
/// Index of the first of `gains` (by rising lambda, the first for lambda 0) that has most of the
/// largest; 0 where nothing gains.
std::size_t smallestEnough(std::span<const double> gains);

/// Smoothing of the filtered map (one for all categories), its scale over validation normals, and
/// lambda of each category: the smallest with most of the sureGain() over the baseline on held-out
/// kinds, in this category and in all of them alike.
void chooseFusion(const ValidationSet &validation, DetectorNetwork &network, torch::Device device,
                  int imagePx, ModelConfig &config);

/// Mean over categories of validationScore() of the filter's own maps on held-out kinds; for early
/// stopping.
double filterScore(const ValidationSet &validation, DetectorNetwork &network,
                   const ModelConfig &config, int imagePx, torch::Device device);

} // namespace cf::engine::detail
