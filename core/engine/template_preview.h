#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/template_source.h"
#include "core/engine/trainer.h"

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cf::engine {

struct TemplatePreviewOptions
{
    /// The normals of one category, all with the label that it has in training, so that a random
    /// choice is the one that training draws.
    std::vector<NormalImage> normals;
    std::filesystem::path backboneWeights;
    std::string backboneName;
    std::string backboneSha256;
    std::filesystem::path featureCache; ///< folder; empty = features are computed at each start
    std::string device = "cpu";
};

/// One normal among the others. Distances are 1 - cosine similarity of pose-aware descriptors: 0 =
/// alike.
struct CoveragePoint
{
    /// First two principal components, each of variance 1 (or all 0). Outliers have no part in
    /// them and lie outside of all others.
    double x = 0.0, y = 0.0;
    double nearest = 0.0;   ///< distance to the nearest other normal
    bool outlier = false;   ///< far from every other one
    bool redundant = false; ///< nearly the same as one before it
};

struct Coverage
{
    std::vector<CoveragePoint> points; ///< in the order of TemplatePreview::normals()
    double shownVariance = 0.0;        ///< share of the variance in the two components, 0..1
    /// Greedy k-centre order over the normals that are neither outliers nor redundant: its first N
    /// are the golden set of N.
    std::vector<std::size_t> golden;
};

/// How far normals are from their nearest template. Templates themselves are not counted.
struct CoveringRadius
{
    double mean = 0.0;
    double largest = 0.0;
};

/// The best place among the templates for each cell of the query's grid.
struct MatchMap
{
    /// CV_32FC1, smallest cost, 0 = the same, up to 2; at the query's size, but at most 1024 a
    /// side.
    cv::Mat cost;
    cv::Mat cellCost; ///< CV_32FC1 [g, g], cost of the winning pair
    cv::Mat winner;   ///< CV_32SC1 [g, g], which template, 0 to MatchPreview::templateCount - 1
    cv::Mat place;    ///< CV_32SC1 [g, g], the winner's cell there, row * g + column
};

struct MatchPreview
{
    std::size_t templateCount = 0;
    /// The templates, into TemplatePreview::normals(); none where a source gave them.
    std::vector<std::size_t> templates;
    /// CV_8UC3, what a source gave; none where it gave features.
    std::vector<cv::Mat> pictures;
    std::string note;             ///< why a source had none for this picture; mostly empty
    std::vector<MatchMap> layers; ///< from the finest to the coarsest
    /// All layers together: the mean of their smallest costs, as a baseline map is made; the winner
    /// is the place whose mean cost over the layers is smallest.
    MatchMap mean;
    int grid = 0;       ///< g, cells a side
    int patchCells = 1; ///< cells a side that one feature averages over
};

struct PreviewQuery
{
    cv::Mat imageBgr;           ///< CV_8UC3, any size
    std::string contentKey;     ///< of the file; a normal with the same one is no template of it
    std::filesystem::path file; ///< for a template source, as the next one
    std::string category;
};

/// The normals of one category, compared with each other and with any picture, before anything is
/// trained. Move-only; match() in one thread at a time, the others are cheap and may be called
/// meanwhile.
class TemplatePreview
{
public:
    /// The longest prefix of a greedy order that is kept.
    static constexpr std::size_t kMostTemplates = 64;

    /// Fails with BadData (fewer than two readable normals), NotFound, BadFormat or Unsupported.
    /// Unreadable normals are logged and left out; of more than fit into 2 GiB an even choice is
    /// taken. Throws Cancelled. Stages "load", "features", "coverage".
    static Result<TemplatePreview> open(const TemplatePreviewOptions &options, RunContext &run);
    ~TemplatePreview();
    TemplatePreview(TemplatePreview &&) noexcept;
    TemplatePreview &operator=(TemplatePreview &&) noexcept;

    const std::vector<NormalImage> &normals() const; ///< those that could be read
    const Coverage &coverage() const;

    /// The templates that training and scoring would use. Nearest and Chosen have none that hold
    /// for every query: empty.
    std::vector<std::size_t> choose(TemplateStrategy strategy, std::size_t count,
                                    std::uint64_t seed) const;
    /// Of the given templates; without any, of a normal to its nearest other one, which is what
    /// TemplateStrategy::Nearest does.
    CoveringRadius coveringRadius(const std::vector<std::size_t> &templates) const;
    /// 1 - cosine similarity of the two normals' descriptors.
    double distance(std::size_t a, std::size_t b) const;

    /// Against these templates. Fails with BadUsage when none is left besides the picture itself.
    /// Throws Cancelled; a step of "match" a template.
    Result<MatchPreview> match(const PreviewQuery &query, const std::vector<std::size_t> &templates,
                               RunContext &run) const;
    /// Against the `count` most alike normals.
    Result<MatchPreview> matchNearest(const PreviewQuery &query, std::size_t count,
                                      RunContext &run) const;
    /// Against what the source gives for the picture; where it has nothing, as matchNearest(), with
    /// MatchPreview::note. Fails and throws as matchNearest() and the source do.
    Result<MatchPreview> matchSource(const PreviewQuery &query,
                                     const std::shared_ptr<TemplateSource> &source,
                                     std::size_t count, RunContext &run) const;

private:
    struct Impl;
    explicit TemplatePreview(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace cf::engine
