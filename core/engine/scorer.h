#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace cf::engine {

struct ScorerOptions
{
    std::filesystem::path model;
    std::filesystem::path backboneWeights;
    std::filesystem::path
        featureCache; ///< folder; empty = features of the normals are computed at each start
    std::string device = "cpu";
    int threads = 0; ///< 0 = one per core
};

/// RCSA heatmap of one attention block: its channel of highest attention weight, mean over the
/// layers, scaled to 0..1.
struct Heatmap
{
    std::string block;
    cv::Mat map; ///< CV_32FC1 at image size
};

/// Maps and scores of one picture. Maps CV_32FC1 at image size, larger = more anomalous, any range.
struct ScoredImage
{
    std::string category; ///< recognised
    cv::Mat baseline, filtered, fused;
    double baselineScore = 0.0, filteredScore = 0.0,
           fusedScore = 0.0; ///< mean of the 250 largest pixels of each map
    // Only from explain():
    double lambda = 0.0;             ///< of the fused map
    std::vector<cv::Mat> layerCosts; ///< smallest matching cost of each layer, 0..2 (section 3.2)
    cv::Mat networkOutput;           ///< before smoothing and standardising
    std::vector<Heatmap> heatmaps;   ///< in the order of the network's blocks
};

/// What a model file says of itself.
struct ModelSummary
{
    std::vector<std::string> categories;
    std::vector<double> lambda; ///< per category
    std::string profile, backbone, backboneSha256;
    std::int64_t parameters = 0, normals = 0;
};

Result<ModelSummary> summariseModel(const std::filesystem::path &model);

/// Scores pictures with a trained model. Move-only; one instance per thread. The same picture gets
/// the same score whatever was scored before: pictures go through one at a time.
class Scorer
{
public:
    /// Fails with NotFound, BadFormat, NewerVersion or Unsupported; never half-open.
    static Result<Scorer> open(const ScorerOptions &options, RunContext &run);
    ~Scorer();
    Scorer(Scorer &&) noexcept;
    Scorer &operator=(Scorer &&) noexcept;

    /// imageBgr CV_8UC3, any size.
    ScoredImage score(const cv::Mat &imageBgr) const;
    /// The same with the attention blocks' heatmaps, in one forward pass.
    ScoredImage explain(const cv::Mat &imageBgr) const;

    const std::vector<std::string> &categories() const;

private:
    struct Impl;
    explicit Scorer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace cf::engine
