#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/metrics/image_metrics.h"
#include "core/metrics/pixel_tally.h"
#include "core/metrics/streaming_distribution.h"
#include "core/store/records.h"
#include "core/workflow/category_metrics.h"

#include <opencv2/core/mat.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

/// Metrics and curves of one method on one category, gathered picture by picture in bounded memory.
class CategoryTally
{
public:
    static Result<CategoryTally> create(store::Variant variant);

    /// One test picture. map CV_32FC1 at image size. Pictures of unknown label count for nothing.
    /// Without a mask (the category has none, or this picture's is unusable) a defect counts at
    /// image level only.
    Result<void> add(const dataset::Sample &sample, double imageScore, const cv::Mat &map,
                     const std::optional<cv::Mat> &mask);

    struct Finished
    {
        MetricSet metrics;
        std::vector<store::Curve> curves; ///< without the category's name
    };
    Result<Finished> finish();

    /// What the scores of labelled pictures say by themselves; no pixel figure has a value or a
    /// reason.
    static Result<Finished> finishImages(store::Variant variant,
                                         const std::vector<metrics::ScoredLabel> &images);

private:
    CategoryTally(store::Variant variant, metrics::PixelTally pixels)
        : m_variant(variant), m_pixels(std::move(pixels))
    {
    }

    store::Variant m_variant;
    metrics::PixelTally m_pixels;
    std::vector<metrics::ScoredLabel> m_images;
    metrics::StreamingDistribution m_normalPixels, m_anomalousPixels;
    std::size_t m_maskedDefects = 0;
};

} // namespace cf::workflow
