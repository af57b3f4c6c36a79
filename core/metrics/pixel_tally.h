#pragma once

#include "core/base/result.h"
#include "core/metrics/metric.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace cf::metrics {

struct PixelTallyOptions
{
    /// AU-PRO is integrated up to this false positive rate, 0 < limit <= 1.
    double falsePositiveRateLimit = 0.3;
    /// Bytes for scores kept in memory; beyond it they go to a temporary file. The labels of one
    /// mask (4 bytes a pixel) come on top.
    std::size_t memoryBudgetBytes = std::size_t{256} << 20;
    /// Where that file goes; empty = the system's folder for temporary files.
    std::filesystem::path spillFolder;
    /// Each curve is thinned to at most this many points, 2 or more.
    std::size_t curvePointLimit = 1000;
};

/// How well the scores of single pixels part defects from the rest, over all images of a category.
struct PixelMetrics
{
    Metric auroc;                      ///< 0..1, ties count half
    Metric averagePrecision;           ///< 0..1, step sum as scikit-learn's average_precision_score
    Metric f1Max;                      ///< 0..1, over all thresholds
    std::optional<double> f1Threshold; ///< the highest threshold that reaches f1Max
    Metric auPro; ///< 0..1, area under `pro` up to the limit, divided by the limit
    Curve roc;    ///< x false positive rate, y true positive rate; empty when auroc is undefined
    Curve precisionRecall; ///< x recall, y precision; starts at (0, 1); empty when undefined
    Curve pro; ///< x false positive rate up to 1, y mean overlap per region; empty when undefined
    std::uint64_t normalPixels = 0;
    std::uint64_t anomalousPixels = 0;
    std::uint64_t regionCount = 0; ///< 8-connected regions over all masks
};

/// Gathers the pixels of one category image by image and computes their metrics exactly, ties
/// included, in bounded memory. The result does not depend on the order of the images nor on the
/// memory budget, not even in the last bit. AU-PRO is that of the MVTec evaluation and anomalib:
/// every score is a threshold, a region's overlap counts the same whatever the region's size, the
/// curve starts at (0, 0) and is interpolated at the limit. Move-only; one thread at a time.
class PixelTally
{
public:
    /// Fails with BadUsage when an option is out of its range.
    static Result<PixelTally> create(PixelTallyOptions options = {});
    ~PixelTally();
    PixelTally(PixelTally &&) noexcept;
    PixelTally &operator=(PixelTally &&) noexcept;

    /// One image with its mask.
    /// scores  [height, width] row-major, larger = more anomalous, any finite range
    /// mask    same shape; any non-zero value is anomalous
    /// fails   BadData naming the first score that is not finite, or both sizes where they differ:
    /// the image is then
    ///         left out and the tally goes on. DiskFull, NotFound or ReadOnly when the temporary
    ///         file cannot be written: every later call then repeats that error.
    Result<void> add(std::span<const float> scores, std::span<const std::uint8_t> mask,
                     int heightPx, int widthPx);
    /// One image without any defect; fails likewise.
    Result<void> addNormal(std::span<const float> scores, int heightPx, int widthPx);

    /// The metrics of all images so far; more may be added afterwards.
    /// undefined  without anomalous pixels everything, without normal ones AUROC and AU-PRO (AP and
    /// F1 are then 1) fails      as add() when an earlier spill did, Failed when the temporary file
    /// cannot be read back
    Result<PixelMetrics> finish();

    /// Sorted runs that went to the temporary file so far.
    std::size_t spilledRuns() const;

private:
    struct Impl;
    explicit PixelTally(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace cf::metrics
