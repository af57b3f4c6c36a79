#pragma once

#include "core/engine/baseline_options.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cf::engine {

enum class Profile {
    Compact, ///< trains in minutes on two CPU cores; our improvements on
    Paper,   ///< the published network and loss
};

/// How the N templates of a query are chosen.
enum class TemplateStrategy {
    Nearest, ///< most alike by the pose-aware descriptor, anew for each query
    Random,  ///< the same N for all queries of a category, drawn by the seed (the paper's way)
    KCentre, ///< N that cover the normals best, greedily
    Chosen,  ///< TrainOptions::chosenTemplates, by hand
};

/// As the command line calls it.
const char *toString(TemplateStrategy strategy);

/// How far something may change from picture to picture without being a defect.
enum class Variation {
    None,
    Measured, ///< as far as the normals do, and half as much again
    Wide,     ///< clearly further than the normals show
};

/// As the command line calls it.
const char *toString(Variation variation);

/// What the filter learns to overlook.
struct AllowedVariation
{
    Variation light = Variation::Measured;      ///< brightness, contrast, colour, evenness
    Variation pose = Variation::Measured;       ///< position, angle, size
    Variation background = Variation::Measured; ///< the ground around the product; None: a mark on
                                                ///< it is a defect as well
    Variation focus = Variation::Measured;      ///< sharpness and noise
    bool operator==(const AllowedVariation &) const = default;
};

/// What guides the filter.
enum class Guidance {
    Both,
    Spatial,  ///< the query's features: SG of paper Table 4
    Matching, ///< the initial map: MG
    None,
};

/// As the command line calls it.
const char *toString(Guidance guidance);

/// The switches of paper Table 4, for finding out what each part does.
struct Ablation
{
    Guidance guidance = Guidance::Both;
    /// The class-aware adaptor; off, its loss is 0 and the focal exponent the same for all classes.
    bool classAdaptor = true;
    /// Weights of loss terms by the names of StepReport::terms, in place of the profile's; 0 = off.
    std::map<std::string, double> lossWeights;
    bool operator==(const Ablation &) const = default;
};

/// Everything that a training run depends on. -1 or 0 where said = the profile's own value.
struct TrainOptions
{
    Profile profile = Profile::Compact;
    TemplateStrategy templates = TemplateStrategy::Nearest;
    std::int64_t templateCount = 3; ///< N; not looked at by Chosen
    /// A template source by its name, in place of normal pictures; empty = those, by `templates`.
    std::string source = {};
    std::map<std::string, std::string> sourceOptions = {};
    /// Content keys of the templates of TemplateStrategy::Chosen, at least one of each category.
    std::vector<std::string> chosenTemplates = {};
    std::vector<int> layers = {}; ///< of the backbone, rising; empty = its usual ones
    int imagePx = 0;              ///< side that pictures are brought to; 0 = the backbone's usual one
    int gridPx = 0;               ///< side of the feature grid; 0 = the backbone's usual one
    std::int64_t matches = 0;     ///< D of the paper's profile; 0 = the profile's
    std::int64_t steps = 0;  ///< optimiser steps; 0 = the profile's, or from `epochs`
    std::int64_t epochs = 0; ///< passes over the training normals; 0 = the profile's steps
    std::int64_t batch = 0;  ///< queries a step; 0 = the profile's
    std::uint64_t seed = 0;
    double learningRate = 0.0;          ///< 0 = the profile's
    std::string device = "cpu";         ///< "cpu" or "cuda"
    int threads = 0;                    ///< 0 = one per core
    std::int64_t checkpointEvery = 100; ///< steps between checkpoints
    AllowedVariation variation;
    Ablation ablation;
    BaselineOptions baseline;
    bool filter = true; ///< false: the baseline stands alone, nothing is trained
    /// A filter's weights to begin with: an official checkpoint, an export, or a model. Without
    /// steps and epochs they are used as they are, and only the maps' scales and lambda are chosen.
    std::filesystem::path filterWeights = {};
    bool operator==(const TrainOptions &) const = default;
};

/// Templates made of what PatchCore remembers; its name in TrainOptions::source. No plugin.
inline constexpr const char *kPatchCoreSource = "patchcore";

/// Empty when a training with these options can be had, else what to change. The backbone's own
/// limits are not looked at.
std::string objection(const TrainOptions &options);
/// Names of the loss terms of a profile.
std::vector<std::string> lossTerms(Profile profile);

} // namespace cf::engine
