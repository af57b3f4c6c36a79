#include "core/engine/detail/postprocess.h"
#include "core/metrics/image_metrics.h"
#include "core/metrics/pixel_tally.h"
#include "tests/parity/cases.h"
#include "tests/parity/compare.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cf::parity {

using cf::engine::detail::imageScore;
using cf::metrics::ImageMetrics;
using cf::metrics::Metric;
using cf::metrics::PixelMetrics;

namespace {

constexpr double kDouble = 1e-9; ///< against libraries that compute in double
constexpr double kFloat = 1e-6;  ///< against libraries that compute in float32
constexpr Tolerance kScore{2e-6};

/// A test set: maps [N, H, W], masks [N, H, W] int64, image scores and labels [N].
struct TestSet
{
    torch::Tensor maps, masks, scores, labels;
};

ImageMetrics imageMetricsOf(const TestSet &set)
{
    const auto scores = set.scores.to(torch::kFloat64).contiguous();
    std::vector<metrics::ScoredLabel> samples;
    for (std::int64_t i = 0; i < scores.numel(); ++i)
        samples.push_back({scores[i].item<double>(), set.labels[i].item<std::int64_t>() != 0});
    return metrics::imageMetrics(samples).orThrow();
}

PixelMetrics pixelMetricsOf(const TestSet &set, double falsePositiveRateLimit)
{
    metrics::PixelTallyOptions options;
    options.falsePositiveRateLimit = falsePositiveRateLimit;
    options.curvePointLimit = 1000000; // the curve itself is compared too
    auto tally = metrics::PixelTally::create(options).orThrow();
    const auto maps = set.maps.to(torch::kFloat32).contiguous();
    const auto masks = set.masks.ne(0).to(torch::kUInt8).contiguous();
    const auto pixels = static_cast<std::size_t>(maps[0].numel());
    for (std::int64_t i = 0; i < maps.size(0); ++i) {
        const auto map = maps[i].contiguous();
        const auto mask = masks[i].contiguous();
        tally
            .add({map.data_ptr<float>(), pixels}, {mask.data_ptr<std::uint8_t>(), pixels},
                 static_cast<int>(map.size(0)), static_cast<int>(map.size(1)))
            .orThrow();
    }
    return tally.finish().orThrow();
}

/// A golden NaN means that the quantity does not exist: ours then has to be undefined.
Deviation compareMetric(const nlohmann::json &golden, const Metric &actual, double tolerance)
{
    constexpr double kWrong = std::numeric_limits<double>::infinity();
    if (golden.is_null() || !actual.defined())
        return {golden.is_null() && !actual.defined() ? 0.0 : kWrong, tolerance};
    return compareNumber(golden.get<double>(), *actual.value, tolerance);
}

/// Adds cases "metrics/<set>.<kind>.<key>" for one test set.
class MetricsChecker
{
public:
    MetricsChecker(std::string name, const nlohmann::json &golden, Report &report)
        : m_name(std::move(name)), m_golden(golden), m_report(report)
    {
    }

    void add(const std::string &kind, const std::string &key, const Metric &actual,
             double tolerance)
    {
        m_report.add("metrics/" + m_name + "." + kind + "." + key,
                     compareMetric(m_golden.at(kind).at(key), actual, tolerance));
    }

private:
    std::string m_name;
    const nlohmann::json &m_golden;
    Report &m_report;
};

void checkSet(const std::string &name, const nlohmann::json &golden, const TestSet &set,
              Report &report)
{
    MetricsChecker check(name, golden, report);
    const auto image = imageMetricsOf(set);
    const auto pixel = pixelMetricsOf(set, 0.3);
    const bool anyDefect = pixel.anomalousPixels > 0;
    check.add("image", "auroc.sklearn", image.auroc, kDouble);
    check.add("pixel", "auroc.sklearn", pixel.auroc, kDouble);
    // Without anything anomalous the libraries answer 0 where we answer that there is no value.
    if (anyDefect) {
        check.add("image", "ap.sklearn", image.averagePrecision, kDouble);
        check.add("image", "f1max.reference", image.f1Max, kDouble);
        check.add("pixel", "ap.sklearn", pixel.averagePrecision, kDouble);
        check.add("pixel", "f1max.reference", pixel.f1Max, kDouble);
    }
    check.add("pro", "aupro.exact_float64", pixel.auPro, kDouble);
    check.add("pro", "aupro_1.0.exact_float64", pixelMetricsOf(set, 1.0).auPro, kDouble);
    if (pixel.auPro.defined())
        check.add("pro", "aupro_0.05.anomalib", pixelMetricsOf(set, 0.05).auPro, kFloat);
    check.add("pro", "regions", Metric::of(static_cast<double>(pixel.regionCount)), 0.0);
}

double distanceToSegment(double x, double y, const metrics::CurvePoint &from,
                         const metrics::CurvePoint &to)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length2 = dx * dx + dy * dy;
    const double along =
        length2 == 0.0 ? 0.0
                       : std::clamp(((x - from.x) * dx + (y - from.y) * dy) / length2, 0.0, 1.0);
    return std::hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/// The reference walks 200 even thresholds: each of its points must lie on our exact curve, up to
/// the points that are left out of a curve for drawing.
void checkCurve(const GoldenFile &golden, const PixelMetrics &ours, Report &report)
{
    constexpr double kThinning = 5e-4;
    const auto x = golden.at("pro_curve.fpr");
    const auto y = golden.at("pro_curve.pro");
    double worst = 0.0;
    for (std::int64_t i = 0; i < x.numel(); ++i) {
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t k = 1; k < ours.pro.size(); ++k)
            nearest = std::min(nearest, distanceToSegment(x[i].item<double>(), y[i].item<double>(),
                                                          ours.pro[k - 1], ours.pro[k]));
        worst = std::max(worst, nearest);
    }
    report.add("metrics/pro_curve", {worst, kThinning});
}

torch::Tensor minMax(const torch::Tensor &x)
{
    return (x - x.min()) / (x.max() - x.min());
}

void checkImageScores(const GoldenFile &golden, Report &report)
{
    const auto maps = golden.at("in.map");
    const auto add = [&](const std::string &key, const torch::Tensor &actual) {
        report.add("metrics/image_score." + key,
                   compareKey(golden, "image_score." + key, actual, kScore));
    };
    add("top250", imageScore(maps));
    add("top250_minmax", minMax(imageScore(maps)));
    add("top10", imageScore(maps, 10));
    add("max", imageScore(maps, 1));
    add("dinomaly", imageScore(maps, std::max<std::int64_t>(maps[0].numel() / 100, 250)));
}

} // namespace

void checkMetrics(const GoldenFolder &folder, Report &report)
{
    const auto golden = folder.tensors("metrics.pt");
    checkImageScores(golden, report);
    const auto values = folder.json("metrics.json");
    const auto &edge = values.at("edge");

    const TestSet set{golden.at("in.map"), golden.at("in.mask"),
                      golden.at("image_score.top250_minmax"), golden.at("in.label")};
    checkSet("main", values.at("main"), set, report);
    checkCurve(golden, pixelMetricsOf(set, 1.0), report);

    auto other = set;
    other.maps = golden.at("in.map_ties");
    other.scores = golden.at("in.score_ties");
    checkSet("ties", edge.at("ties"), other, report);

    other = set;
    other.maps = torch::full_like(set.maps, 0.5);
    other.scores = torch::full_like(set.scores, 0.5);
    checkSet("constant_map", edge.at("constant_map"), other, report);

    other = set;
    other.maps = set.masks.to(torch::kFloat32);
    other.scores = set.labels.to(torch::kFloat32);
    checkSet("perfect", edge.at("perfect"), other, report);

    other = set;
    other.maps = -set.maps;
    other.scores = -set.scores;
    checkSet("inverted", edge.at("inverted"), other, report);

    other = set;
    other.maps = set.maps * 100.0 - 20.0;
    other.scores = set.scores * 100.0 - 20.0;
    checkSet("scores_times_100_minus_20", edge.at("scores_times_100_minus_20"), other, report);

    other = set;
    other.masks = torch::zeros_like(set.masks);
    other.labels = torch::zeros_like(set.labels);
    checkSet("all_normal", edge.at("all_normal"), other, report);

    other.masks = torch::ones_like(set.masks);
    other.labels = torch::ones_like(set.labels);
    checkSet("all_anomalous_pixels", edge.at("all_anomalous_pixels"), other, report);
}

} // namespace cf::parity
