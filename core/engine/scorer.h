#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/template_source.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cf::engine {

/// A normal picture that joins those of a trained model: it is a template like them, and PatchCore
/// and AnomalyDINO remember all its patches. The model's file stays as it is.
struct AddedNormal
{
    std::string category;
    std::string contentKey;         ///< of its file: equal for equal files
    std::vector<unsigned char> png; ///< as normalPng() makes it
};

/// What a model keeps of a normal picture: at the network's size, lossless. imageBgr CV_8UC3.
std::vector<unsigned char> normalPng(const cv::Mat &imageBgr, int imagePx);

struct ScorerOptions
{
    std::filesystem::path model;
    std::filesystem::path backboneWeights;
    std::filesystem::path
        featureCache; ///< folder; empty = features of the normals are computed at each start
    std::string device = "cpu";
    int threads = 0; ///< 0 = one per core
    /// The one that the model was trained with, see ModelSummary; null = normal pictures.
    std::shared_ptr<TemplateSource> source;
    std::vector<AddedNormal> added;
};

struct ExplainedFeatures; ///< known to the scorer alone
struct QueryFeatures;     ///< likewise

/// A picture whose features may be in the cache: its pixels are read where they are needed.
struct PictureOnDisk
{
    std::filesystem::path file;
    std::string contentKey;        ///< of its bytes; empty = features are not cached
    cv::Size sizePx;               ///< as readImageHeader() gives it
    std::function<cv::Mat()> read; ///< CV_8UC3; may throw Failure
};

/// RCSA heatmap of one attention block: its channel of highest attention weight, mean over the
/// layers, scaled to 0..1.
struct Heatmap
{
    std::string block;
    cv::Mat map; ///< CV_32FC1 at image size
};

/// Where a channel of an attention block comes from (paper section 3.3, dual-stream guidance).
enum class AttentionStream {
    Joined,           ///< volume and guidance, already mixed by the block's convolutions
    Volume,           ///< the cost volume's own features
    SpatialGuidance,  ///< the query's features (SG)
    MatchingGuidance, ///< the initial anomaly map (MG)
};

/// One channel of an attention block, in the block's own grid.
struct AttentionChannel
{
    AttentionStream stream = AttentionStream::Joined;
    int number = 0; ///< in the network, from 0 within its stream
    /// Channel attention, 0..1. None for guidance that enters before the attention: `map` is then
    /// what enters.
    std::optional<double> weight;
    cv::Mat map; ///< CV_32FC1, after both attentions and their residuals, mean over the layers
};

/// What RCSA did in one block.
struct AttentionBlock
{
    std::string block;                      ///< as Heatmap::block
    std::vector<AttentionChannel> channels; ///< by falling weight, those without one last
    cv::Mat spatialWeight;                  ///< CV_32FC1, spatial attention 0..1, mean over layers
};

/// Maps and scores of one picture. Maps CV_32FC1 at image size, larger = more anomalous, any range.
/// Without a filter all three maps and scores are the baseline's.
struct ScoredImage
{
    std::string category; ///< recognised
    cv::Mat baseline, filtered, fused;
    /// Mean of the 250 largest pixels of each map; that of PatchCore's and AnomalyDINO's baseline
    /// is their own.
    double baselineScore = 0.0, filteredScore = 0.0, fusedScore = 0.0;
    /// Why the template source had no template and normal pictures were taken; usually empty.
    std::string templateNote;
    // Only from explain():
    double lambda = 0.0;             ///< of the fused map
    std::vector<cv::Mat> layerCosts; ///< smallest matching cost of each layer, 0..2 (section 3.2)
    cv::Mat networkOutput;           ///< before smoothing and standardising
    bool outputIsLogit = true;       ///< networkOutput: else a probability (paper profile)
    std::vector<Heatmap> heatmaps;   ///< in the order of the network's blocks
    std::vector<AttentionBlock> attention; ///< in the same order
    std::size_t templateCount = 0;         ///< as matched
    /// Features of the picture and its templates, for templateCost(): 10 MB and more.
    std::shared_ptr<const ExplainedFeatures> features;
};

/// What a model file says of itself.
struct ModelSummary
{
    std::vector<std::string> categories;
    std::vector<double> lambda; ///< per category
    std::string profile, backbone, backboneSha256;
    std::string baseline; ///< as BaselineMethod is called on the command line
    bool hasFilter = true;
    std::string source; ///< of templates; empty = normal pictures
    std::map<std::string, std::string> sourceOptions;
    std::int64_t templateCount = 0; ///< N
    int imagePx = 0;                ///< side that pictures are brought to
    std::int64_t parameters = 0, normals = 0;
};

Result<ModelSummary> summariseModel(const std::filesystem::path &model);

/// Scores pictures with a trained model. Move-only; one instance per thread. The same picture gets
/// the same score whatever was scored before: pictures go through one at a time.
class Scorer
{
public:
    /// Fails with NotFound, BadFormat, NewerVersion or Unsupported, and with BadData for an added
    /// normal of a category that the model does not know; never half-open.
    static Result<Scorer> open(const ScorerOptions &options, RunContext &run);
    ~Scorer();
    Scorer(Scorer &&) noexcept;
    Scorer &operator=(Scorer &&) noexcept;

    /// imageBgr CV_8UC3, any size; `file`, for template sources that look at its name, may be empty.
    /// Throws Failure when the template source fails.
    ScoredImage score(const cv::Mat &imageBgr, const std::filesystem::path &file = {}) const;
    /// What the backbone makes of a picture, put into the cache or taken from it: the bits are the
    /// same either way.
    std::shared_ptr<const QueryFeatures> featuresOf(const PictureOnDisk &picture,
                                                    RunContext &run) const;
    /// As of its picture, bit for bit.
    ScoredImage score(const QueryFeatures &features) const;
    /// Whether the added normal of this key has a part in the picture's maps. If not, they are, bit
    /// for bit, those of a scorer that was opened without it.
    bool dependsOn(const QueryFeatures &features, const std::string &contentKey) const;
    /// The same with what the maps are made of, in one forward pass.
    ScoredImage explain(const cv::Mat &imageBgr, const std::filesystem::path &file = {}) const;
    /// Smallest cost (1 - cosine, 0..2) of each place in one layer against one template alone,
    /// CV_32FC1 in the features' grid. The minimum over all templates is what layerCosts shows.
    /// `scored` comes from explain() of this scorer; `number` < its templateCount.
    cv::Mat templateCost(const ScoredImage &scored, std::size_t layer, std::size_t number) const;
    /// That template as the network sees it, CV_8UC3; empty when its source gave features alone.
    cv::Mat templateImage(const ScoredImage &scored, std::size_t number) const;
    /// Of the file that it was: its content key, empty = not known or no normal picture.
    std::string templateKey(const ScoredImage &scored, std::size_t number) const;

    const std::vector<std::string> &categories() const;
    std::size_t featureBytes() const; ///< of one picture in the cache, about
    bool hasFilter() const; ///< else its baseline stands alone

private:
    struct Impl;
    explicit Scorer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace cf::engine
