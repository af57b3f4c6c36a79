#include "core/workflow/category_tally.h"

#include "core/metrics/kde.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace cf::workflow {

namespace {

const char *const kNoMasks = "the test set has no ground-truth mask";

Figure figureOf(const metrics::Metric &metric)
{
    return {metric.value, metric.reasonWhenUndefined};
}

store::Curve stored(store::Variant variant, std::string kind, const metrics::Curve &curve)
{
    store::Curve out;
    out.variant = variant;
    out.kind = std::move(kind);
    for (const auto &point : curve) {
        out.x.push_back(static_cast<float>(point.x));
        out.y.push_back(static_cast<float>(point.y));
    }
    return out;
}

store::Curve stored(store::Variant variant, std::string kind, std::string population,
                    const metrics::DensityCurve &density)
{
    store::Curve out;
    out.variant = variant;
    out.kind = std::move(kind);
    out.population = std::move(population);
    out.bandwidth = density.bandwidth;
    out.x.assign(density.position.begin(), density.position.end());
    out.y.assign(density.density.begin(), density.density.end());
    return out;
}

} // namespace

Result<CategoryTally> CategoryTally::create(store::Variant variant)
{
    metrics::PixelTallyOptions options;
    options.memoryBudgetBytes = std::size_t{128} << 20; // three methods are tallied at once
    CF_ASSIGN_OR_RETURN(auto pixels, metrics::PixelTally::create(options));
    return CategoryTally(variant, std::move(pixels));
}

Result<void> CategoryTally::add(const dataset::Sample &sample, double imageScore,
                                const cv::Mat &map, const std::optional<cv::Mat> &mask)
{
    if (sample.label == dataset::Label::Unknown)
        return {};
    const bool defect = sample.label == dataset::Label::Defect;
    m_images.push_back({imageScore, defect});
    const cv::Mat scores = map.isContinuous() ? map : map.clone();
    const std::span values(scores.ptr<float>(), scores.total());
    const auto addTo = [&](metrics::StreamingDistribution &distribution,
                           bool anomalous) -> Result<void> {
        std::vector<float> chosen;
        for (std::size_t i = 0; i < values.size(); ++i)
            if ((mask && mask->data[i] != 0) == anomalous)
                chosen.push_back(values[i]);
        return distribution.add(chosen);
    };
    if (!defect) {
        CF_RETURN_IF_ERROR(addTo(m_normalPixels, false));
        return m_pixels.addNormal(values, scores.rows, scores.cols);
    }
    if (!mask)
        return {};
    ++m_maskedDefects;
    CF_RETURN_IF_ERROR(addTo(m_normalPixels, false));
    CF_RETURN_IF_ERROR(addTo(m_anomalousPixels, true));
    return m_pixels.add(values, std::span(mask->data, mask->total()), scores.rows, scores.cols);
}

Result<CategoryTally::Finished>
CategoryTally::finishImages(store::Variant variant,
                            const std::vector<metrics::ScoredLabel> &labelled)
{
    Finished finished;
    CF_ASSIGN_OR_RETURN(const auto images, metrics::imageMetrics(labelled));
    finished.metrics.imageAuroc = figureOf(images.auroc);
    finished.metrics.imageAp = figureOf(images.averagePrecision);
    finished.metrics.imageF1max = figureOf(images.f1Max);
    finished.curves.push_back(stored(variant, "image_roc", images.roc));
    finished.curves.push_back(stored(variant, "image_pr", images.precisionRecall));

    std::vector<double> normal;
    std::vector<double> anomalous;
    for (const auto &image : labelled)
        (image.anomalous ? anomalous : normal).push_back(image.score);
    if (!normal.empty() && !anomalous.empty()) {
        const auto [low, high] =
            std::minmax_element(labelled.begin(), labelled.end(),
                                [](const auto &a, const auto &b) { return a.score < b.score; });
        const auto add = [&](const std::vector<double> &scores,
                             const char *population) -> Result<void> {
            CF_ASSIGN_OR_RETURN(const auto density,
                                metrics::figureDensity(scores, low->score, high->score));
            if (density.defined())
                finished.curves.push_back(stored(variant, "image_kde", population, *density.value));
            return {};
        };
        CF_RETURN_IF_ERROR(add(normal, "good"));
        CF_RETURN_IF_ERROR(add(anomalous, "defective"));
    }
    return finished;
}

Result<CategoryTally::Finished> CategoryTally::finish()
{
    CF_ASSIGN_OR_RETURN(auto finished, finishImages(m_variant, m_images));
    if (m_maskedDefects == 0) {
        for (auto *figure : {&finished.metrics.pixelAuroc, &finished.metrics.pixelAp,
                             &finished.metrics.pixelF1max, &finished.metrics.auPro})
            figure->reason = kNoMasks;
        return finished;
    }
    CF_ASSIGN_OR_RETURN(const auto pixels, m_pixels.finish());
    finished.metrics.pixelAuroc = figureOf(pixels.auroc);
    finished.metrics.pixelAp = figureOf(pixels.averagePrecision);
    finished.metrics.pixelF1max = figureOf(pixels.f1Max);
    finished.metrics.auPro = figureOf(pixels.auPro);
    finished.curves.push_back(stored(m_variant, "pixel_roc", pixels.roc));
    finished.curves.push_back(stored(m_variant, "pixel_pr", pixels.precisionRecall));
    finished.curves.push_back(stored(m_variant, "pro", pixels.pro));
    if (m_normalPixels.count() > 0 && m_anomalousPixels.count() > 0) {
        const double low = std::min(m_normalPixels.minimum(), m_anomalousPixels.minimum());
        const double high = std::max(m_normalPixels.maximum(), m_anomalousPixels.maximum());
        CF_ASSIGN_OR_RETURN(const auto good, m_normalPixels.figureDensity(low, high));
        if (good.defined())
            finished.curves.push_back(stored(m_variant, "pixel_kde", "good", *good.value));
        CF_ASSIGN_OR_RETURN(const auto defective, m_anomalousPixels.figureDensity(low, high));
        if (defective.defined())
            finished.curves.push_back(
                stored(m_variant, "pixel_kde", "defective", *defective.value));
    }
    return finished;
}

} // namespace cf::workflow
