#pragma once

#include <cstdint>
#include <filesystem>
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

/// Everything that a training run depends on. -1 or 0 where said = the profile's own value.
struct TrainOptions
{
    Profile profile = Profile::Compact;
    TemplateStrategy templates = TemplateStrategy::Nearest;
    std::int64_t templateCount = 3; ///< N; not looked at by Chosen
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
};

} // namespace cf::engine
