#pragma once

#include "core/base/run_context.h"
#include "core/engine/scorer.h"
#include "core/report/report_data.h"
#include "core/store/records.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <map>
#include <optional>

namespace cf::workflow {

/// A picture as a report shows it.
struct ReportedPicture
{
    report::SampleRow row; ///< tiles: the picture with its defect outlined, the three maps
    std::optional<report::HeatmapStrip> strip; ///< where it was asked for
    std::optional<bool> defective;
};

/// The ground truth of a picture of the dataset, CV_8UC1 of that size; none where there is none, or
/// it cannot be read.
std::optional<cv::Mat> storedMask(const std::filesystem::path &root, const store::Image &image,
                                  cv::Size size);

/// Looks at pictures for a report. Refers to the scorer, which must live as long.
class PictureReporter
{
public:
    /// What is known of the pictures comes from `dataset`; none = nothing.
    PictureReporter(const std::optional<store::Dataset> &dataset, const engine::Scorer &scorer);

    /// Relative paths are in the dataset. A picture that cannot be read is logged and left out.
    std::optional<ReportedPicture> look(const std::filesystem::path &picture, bool withStrip,
                                        RunContext &run) const;

private:
    struct Known
    {
        std::string category;
        store::Image image;
    };

    std::filesystem::path m_root;
    std::map<std::filesystem::path, Known> m_known; ///< by path in the dataset
    const engine::Scorer &m_scorer;
};

} // namespace cf::workflow
