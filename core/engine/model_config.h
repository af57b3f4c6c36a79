#pragma once

#include "core/engine/baseline_options.h"
#include "core/engine/filter_config.h"
#include "core/engine/train_options.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace cf::engine {

/// How the maps of one category are made from costs and network output. Everything in it was chosen
/// on synthetic validation images; nothing was ever chosen on test images.
struct Calibration
{
    std::vector<double> layerWeight; ///< [L] of the baseline map, sum 1; {1} of a patch memory
    double baselineSigma =
        0.0; ///< Gaussian smoothing of the baseline map, pixels of the network's image
    double baselineMean = 0.0; ///< of the baseline map over validation normals
    double baselineDeviation = 1.0;
    double filteredSigma = 0.0;
    double filteredMean = 0.0; ///< of the filtered map over validation normals
    double filteredDeviation = 1.0;
    double lambda = 0.5; ///< share of the filtered map in the fused one, 0..1
};

/// What a trained model needs besides its tensors and its normals.
struct ModelConfig
{
    Profile profile = Profile::Compact;
    TemplateStrategy templates = TemplateStrategy::Nearest;
    std::int64_t templateCount = 3;           ///< N
    std::vector<std::string> chosenTemplates; ///< content keys, of TemplateStrategy::Chosen
    std::string source; ///< name of the template source; empty = normal pictures
    std::map<std::string, std::string> sourceOptions;
    std::uint64_t seed = 0;               ///< draws the templates of TemplateStrategy::Random
    FilterConfig filter;                  ///< sizes of the network
    std::vector<int> guidanceLayers;      ///< feature layers that guide the filter
    std::vector<std::string> categories;  ///< index = class label
    std::vector<Calibration> calibration; ///< one per category
    bool hasFilter = true;                ///< false: the baseline is the answer
    BaselineOptions baseline;
    /// Of PatchCore and AnomalyDINO: which of the feature layers (0..L-1) make a patch, and the
    /// categories whose background is left out.
    std::vector<int> patchLayers;
    std::vector<int> maskedCategories;
    /// Content keys of the reviewed pictures that it learned from: test pictures once, which must
    /// not judge it any more.
    std::vector<std::string> reviewed;

    bool hasMemory() const { return baseline.method != BaselineMethod::CostVolume; }
    /// Whether queries are matched with templates at all.
    bool hasMatching() const { return hasFilter || !hasMemory(); }
};

} // namespace cf::engine
