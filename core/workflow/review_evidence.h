#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/scorer.h"
#include "core/workflow/kept_maps.h"
#include "core/workflow/review.h"

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace cf::workflow {

/// What a reviewer sees of one picture.
struct Evidence
{
    cv::Mat picture;             ///< as imaging::loadDeep() gives it
    std::string sha256;          ///< of the file that was read
    std::optional<cv::Mat> mask; ///< CV_8UC1; none where there is no ground truth
    cv::Mat map;                 ///< CV_32FC1, no larger than the picture; empty: none yet
    std::string mapProblem;      ///< why there is none, a sentence; empty: it can be made
    std::string templateNote;    ///< see engine::ScoredImage
    std::size_t bytes() const;   ///< of the pixels, about
    bool mapCanBeMade() const { return map.empty() && mapProblem.empty(); }
};

/// The picture with the map that was kept or that another method left. Reads files only, so it may
/// be called from any thread. Fails with NotFound, BadData or Failed for an unreadable picture.
Result<Evidence> readEvidence(const ReviewSet &set, std::size_t picture);

/// Makes the maps that nobody kept, with the model of the set's run. One thread at a time.
class MapMaker
{
public:
    MapMaker(std::filesystem::path project, std::shared_ptr<const ReviewSet> set)
        : m_project(std::move(project)), m_set(std::move(set))
    {
    }

    /// Of a picture whose evidence is `evidence`; kept for the next time where the project can be
    /// written. The first call reads the model. Fails as openScorer().
    Result<KeptMap> make(std::size_t picture, const Evidence &evidence, RunContext &run);

private:
    Result<void> openModel(RunContext &run);

    std::filesystem::path m_project;
    std::shared_ptr<const ReviewSet> m_set;
    std::optional<engine::Scorer> m_scorer;
};

/// A map that was kept, stretched to be drawn over a picture of that size: not larger than it, and
/// smooth.
cv::Mat mapOverPicture(const cv::Mat &map, cv::Size pictureSize);

} // namespace cf::workflow
