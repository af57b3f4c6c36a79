#include "core/engine/detail/cost_volume.h"
#include "core/engine/detail/postprocess.h"
#include "core/synthesis/foreground.h"
#include "tests/parity/cases.h"
#include "tests/parity/compare.h"

#include <opencv2/core.hpp>

#include <cstring>

namespace cf::parity {

using namespace cf::engine::detail;
using torch::indexing::Slice;

namespace {

constexpr Tolerance kMap{1e-5};
constexpr Tolerance kScore{2e-6};
constexpr std::int64_t kSide = 256; ///< pixels of a GLAD or AnomalyDINO image
constexpr double kBlurSigma = 6.0;

torch::Tensor everyNth(const torch::Tensor &maps, std::int64_t step)
{
    return maps.index({Slice(), Slice(0, {}, step), Slice(0, {}, step)});
}

torch::Tensor blurred(const torch::Tensor &maps)
{
    return gaussianBlur(maps.unsqueeze(1), kBlurSigma).squeeze(1);
}

/// Plain mean of the layers [B, L, h, w], at image size.
torch::Tensor layerMean(const torch::Tensor &costs)
{
    const auto layers = costs.size(1);
    return baselineMap(costs, torch::full({layers}, 1.0 / static_cast<double>(layers)), kSide,
                       kSide);
}

/// The soft object masks of rectangles (y, x, height, width): [B, H, W].
torch::Tensor objectMasks(const torch::Tensor &boxes)
{
    std::vector<torch::Tensor> masks;
    for (std::int64_t b = 0; b < boxes.size(0); ++b) {
        const auto at = [&](std::int64_t i) { return boxes[b][i].item<int>(); };
        cv::Mat foreground =
            cv::Mat::zeros(static_cast<int>(kSide), static_cast<int>(kSide), CV_8UC1);
        foreground(cv::Rect(at(1), at(0), at(3), at(2))).setTo(255);
        const cv::Mat soft = synthesis::softObjectMask(foreground);
        auto mask = torch::empty({kSide, kSide});
        std::memcpy(mask.data_ptr(), soft.ptr(), mask.nbytes());
        masks.push_back(mask);
    }
    return torch::stack(masks);
}

/// Adds a run's map as samples and grid, and its image scores where the golden file has them.
class RunChecker
{
public:
    RunChecker(const GoldenFile &golden, Report &report) : m_golden(golden), m_report(report) {}

    void add(const std::string &key, const torch::Tensor &actual, const Tolerance &tolerance)
    {
        m_report.add("postproc/" + key, compareKey(m_golden, key, actual, tolerance));
    }

    void addRun(const std::string &run, const torch::Tensor &maps)
    {
        add("map." + run, maps, kMap);
        if (m_golden.has("map." + run + ".grid"))
            add("map." + run + ".grid", everyNth(maps, 8), kMap);
        if (m_golden.has("score250." + run))
            add("score250." + run, imageScore(maps), kScore);
        if (m_golden.has("score10." + run))
            add("score10." + run, imageScore(maps, 10), kScore);
    }

private:
    const GoldenFile &m_golden;
    Report &m_report;
};

/// The runs on ViT features at 256 pixels: GLAD and AnomalyDINO.
void checkTokenRuns(const GoldenFile &golden, const Fill &fill, const torch::Tensor &logits,
                    RunChecker &check)
{
    const auto costMin = 0.5 * fill.absolute("in.cost_min", {2, 3, 4, 32, 32});
    const auto costMinOverQuery = 0.5 * fill.absolute("in.cost_min_over_query", {2, 4, 32, 32});
    const auto objects = objectMasks(golden.at("in.foreground_box"));
    check.add("object_mask", everyNth(objects, 2), kMap);

    const auto unblurred = layerMean(costMin.select(1, 2));
    const auto baseline = blurred(unblurred);
    check.add("baseline_unblurred", everyNth(unblurred, 4), kMap);
    check.add("baseline_blurred", everyNth(baseline, 4), kMap);
    check.add("blur_of_last_min_map", blurred(layerMean(costMin.select(1, 2).narrow(1, 3, 1))),
              kMap);
    const auto baselineBothWays = blurred((unblurred + layerMean(costMinOverQuery)) / 2.0);

    std::vector<torch::Tensor> filtered;
    for (std::int64_t n = 0; n < logits.size(0); ++n)
        filtered.push_back(anomalyMap(logits[n], kSide, kSide));
    const auto meanFiltered = torch::stack(filtered).mean(0);
    check.addRun("glad_mvtec", fuseMaps(meanFiltered, baseline, 0.4) * objects);
    check.addRun("glad_visa", fuseMaps(meanFiltered, baseline, 0.3) * objects);
    check.addRun("glad_mvtec_transistor", fuseMaps(meanFiltered, baselineBothWays, 0.4) * objects);
    check.addRun("anomalydino_mvtec", blurred(fuseMaps(filtered[0], baseline, 0.5)) * objects);
    check.addRun("anomalydino_visa", fuseMaps(filtered[0], baseline, 0.9) * objects);
}

/// The runs on reconstructed features, without object mask: HVQ-Trans and Dinomaly.
void checkReconstructionRuns(const Fill &fill, const torch::Tensor &logits, RunChecker &check,
                             const GoldenFile &golden)
{
    constexpr std::int64_t kHvqSide = 224;
    const auto residual = enlarge(8.0 * fill.absolute("in.residual", {2, 1, 14, 14}), kHvqSide,
                                  kHvqSide, Enlarge::AlignCorners)
                              .squeeze(1);
    const auto filtered = anomalyMap(logits[0], kHvqSide, kHvqSide);
    check.addRun("hvq_0.02", filtered + 0.02 * residual);
    check.addRun("hvq_0.01", filtered + 0.01 * residual);

    constexpr std::int64_t kDinomalySide = 392;
    const auto baseline = enlarge(0.5 * fill.absolute("in.dinomaly_base", {2, 1, 28, 28}),
                                  kDinomalySide, kDinomalySide, Enlarge::AlignCorners)
                              .squeeze(1);
    const auto map = fuseMaps(anomalyMap(logits[0], kDinomalySide, kDinomalySide), baseline, 0.05);
    check.addRun("dinomaly", map);
    const auto scored = std::max<std::int64_t>(map[0].numel() / 100, kScoredPixels);
    check.add("score.dinomaly.k", torch::tensor({scored}), kExact);
    check.add("score.dinomaly", imageScore(map, golden.at("score.dinomaly.k").item<std::int64_t>()),
              kScore);
}

} // namespace

void checkPostprocessing(const GoldenFolder &folder, Report &report)
{
    torch::NoGradGuard noGrad;
    const auto golden = folder.tensors("postproc.pt");
    const auto fill = folder.fillOf("postproc.pt");
    RunChecker check(golden, report);
    const auto logits = 2.0 * fill.uniform("in.logits", {3, 2, 2, 64, 64});
    checkTokenRuns(golden, fill, logits, check);
    checkReconstructionRuns(fill, logits, check, golden);
}

} // namespace cf::parity
