#pragma once

#include "core/engine/detail/detector_network.h"
#include "core/engine/detail/sample_source.h"
#include "core/engine/model_config.h"

#include <torch/types.h>

#include <map>
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
/// layers (plain, and each layer divided by its mean cost) and three smoothings. `imagePx` scales
/// sigma, which is in pixels of that image.
void chooseBaseline(const std::vector<const TrainingSample *> &samples, int imagePx,
                    Calibration &calibration);

/// Baseline maps [n, S, S] of samples under a calibration.
torch::Tensor baselineMaps(const std::vector<const TrainingSample *> &samples,
                           const Calibration &calibration, int imagePx);

/// Network evidence [n, S, S] of samples, in batches.
torch::Tensor filteredMaps(const std::vector<const TrainingSample *> &samples,
                           DetectorNetwork &network, torch::Device device);

/// Smoothing of the filtered map, scale of both maps over validation normals, and lambda. One
/// smoothing and one lambda for all categories: the largest mean gain over the baseline on held-out
/// kinds, where a kind that loses weighs more than one that gains.
void chooseFusion(const ValidationSet &validation, DetectorNetwork &network, torch::Device device,
                  int imagePx, ModelConfig &config);

/// Mean over categories of validationScore() of the filter's own maps on held-out kinds; for early
/// stopping.
double filterScore(const ValidationSet &validation, DetectorNetwork &network, torch::Device device,
                   std::size_t categories);

} // namespace cf::engine::detail
