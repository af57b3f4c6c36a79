#include "core/workflow/external_metrics.h"

#include "core/dataset/open_dataset.h"
#include "core/dataset/sample_mask.h"
#include "core/imaging/image_header.h"
#include "core/imaging/map_file.h"
#include "core/workflow/category_selection.h"
#include "core/workflow/category_tally.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kScoredPixels = 250;

Result<fs::path> mapOf(const fs::path &maps, const std::string &category,
                       const dataset::Sample &sample)
{
    const auto stem = maps / category / "test" / sample.kind / sample.image.stem();
    for (const char *ending : {".tiff", ".tif", ".npy", ".png"}) {
        auto file = stem;
        file += ending;
        std::error_code failed;
        if (fs::is_regular_file(file, failed))
            return file;
    }
    return Error::make(ErrorCode::BadData,
                       "There is no map " + stem.string() + ".tiff (or .npy, .png) for " +
                           sample.image.string() + "; write one map for each test image.");
}

double topMean(const cv::Mat &map)
{
    std::vector<float> values(map.begin<float>(), map.end<float>());
    const std::size_t count = std::min(kScoredPixels, values.size());
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count - 1),
                     values.end(), std::greater<>());
    double sum = 0.0;
    for (std::size_t i = 0; i < count; ++i)
        sum += values[i];
    return sum / static_cast<double>(count);
}

} // namespace

Result<Evaluation> externalMetrics(const ExternalMetricsRequest &request, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto found, dataset::openDataset(request.data, run));
    CF_ASSIGN_OR_RETURN(const auto categories, selectCategories(found, request.categories));
    std::size_t total = 0;
    for (const auto *category : categories)
        total += category->test().size();
    Evaluation evaluation;
    std::size_t done = 0;
    for (const auto *category : categories) {
        CF_ASSIGN_OR_RETURN(auto tally, CategoryTally::create(store::Variant::External));
        for (const auto &sample : category->test()) {
            run.step({"metrics", done++, total});
            CF_ASSIGN_OR_RETURN(const auto file, mapOf(request.maps, category->name, sample));
            CF_ASSIGN_OR_RETURN(cv::Mat map, imaging::loadMap(file));
            CF_ASSIGN_OR_RETURN(const auto header, imaging::readImageHeader(sample.image));
            const cv::Size size(header.widthPx, header.heightPx);
            if (map.size() != size)
                cv::resize(map, map, size, 0, 0, cv::INTER_LINEAR);
            std::optional<cv::Mat> mask;
            if (sample.label == dataset::Label::Defect && sample.mask) {
                CF_ASSIGN_OR_RETURN(mask, dataset::loadSampleMask(sample, size));
            }
            CF_RETURN_IF_ERROR(tally.add(sample, topMean(map), map, mask));
        }
        CF_ASSIGN_OR_RETURN(const auto finished, tally.finish());
        CategoryMetrics metrics;
        metrics.name = category->name;
        metrics.methods["external"] = finished.metrics;
        evaluation.categories.push_back(std::move(metrics));
    }
    run.step({"metrics", total, total});
    evaluation.mean = meanOver(evaluation.categories);
    return evaluation;
}

} // namespace cf::workflow
