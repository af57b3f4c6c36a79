#include "core/workflow/variation.h"

#include "core/imaging/image_file.h"

#include <algorithm>

namespace cf::workflow {

namespace {

constexpr std::size_t kMostPictures = 24; // of a category
constexpr std::size_t kExamples = 4;

std::vector<cv::Mat> readSome(const std::vector<std::filesystem::path> &files, RunContext &run)
{
    const auto count = std::min(files.size(), kMostPictures);
    std::vector<cv::Mat> pictures;
    for (std::size_t k = 0; k < count; ++k) {
        run.step({"read", k, count});
        auto picture = imaging::loadBgr(files[k * files.size() / count]);
        if (picture.ok())
            pictures.push_back(std::move(*picture));
        else
            run.log(LogLevel::Warning, picture.error().detail);
    }
    return pictures;
}

/// The first of each category, then the second of each, and so on.
std::vector<cv::Mat> inTurn(const std::vector<engine::VariationExamples> &all,
                            std::vector<cv::Mat> engine::VariationExamples::*aspect)
{
    std::vector<cv::Mat> chosen;
    for (std::size_t k = 0; k < kExamples; ++k)
        for (const auto &examples : all)
            if (k < (examples.*aspect).size() && chosen.size() < kExamples)
                chosen.push_back((examples.*aspect)[k]);
    return chosen;
}

double largest(const std::vector<engine::VariationExamples> &all,
               double engine::MeasuredVariation::*what)
{
    double most = 0.0;
    for (const auto &examples : all)
        most = std::max(most, examples.measured.*what);
    return most;
}

} // namespace

Result<engine::VariationExamples>
showVariation(const std::vector<std::vector<std::filesystem::path>> &normalsOfCategories,
              const engine::AllowedVariation &allowed, RunContext &run)
{
    std::vector<engine::VariationExamples> all;
    for (const auto &normals : normalsOfCategories) {
        const auto pictures = readSome(normals, run);
        if (!pictures.empty())
            all.push_back(engine::showVariation(pictures, allowed));
    }
    if (all.empty())
        return Error::make(ErrorCode::BadData,
                           "None of the normal pictures can be read, so there is nothing to show.");
    using Measured = engine::MeasuredVariation;
    using Examples = engine::VariationExamples;
    Examples merged;
    merged.measured = {
        largest(all, &Measured::brightnessPercent), largest(all, &Measured::shiftPercent),
        largest(all, &Measured::rotationDegrees), largest(all, &Measured::blurSigmaPx)};
    merged.light = inTurn(all, &Examples::light);
    merged.pose = inTurn(all, &Examples::pose);
    merged.background = inTurn(all, &Examples::background);
    merged.focus = inTurn(all, &Examples::focus);
    return merged;
}

} // namespace cf::workflow
