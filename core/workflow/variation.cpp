#include "core/workflow/variation.h"

#include "core/imaging/image_file.h"

namespace cf::workflow {

namespace {

constexpr std::size_t kMostPictures = 48;

} // namespace

Result<engine::VariationExamples> showVariation(const std::vector<std::filesystem::path> &normals,
                                                const engine::AllowedVariation &allowed,
                                                RunContext &run)
{
    const auto count = std::min(normals.size(), kMostPictures);
    std::vector<cv::Mat> pictures;
    for (std::size_t k = 0; k < count; ++k) {
        run.step({"read", k, count});
        auto picture = imaging::loadBgr(normals[k * normals.size() / count]);
        if (picture.ok())
            pictures.push_back(std::move(*picture));
        else
            run.log(LogLevel::Warning, picture.error().detail);
    }
    if (pictures.empty())
        return Error::make(ErrorCode::BadData,
                           "None of the normal pictures can be read, so there is nothing to show.");
    return engine::showVariation(pictures, allowed);
}

} // namespace cf::workflow
