#include "core/dataset/sample_mask.h"

#include "core/dataset/detail/folder_scan.h"
#include "core/imaging/image_file.h"

#include <opencv2/core.hpp>

namespace cf::dataset {

namespace {

std::string sizeText(cv::Size sizePx)
{
    return std::to_string(sizePx.height) + " x " + std::to_string(sizePx.width);
}

} // namespace

std::vector<std::filesystem::path> maskFiles(const Sample &sample)
{
    if (!sample.mask)
        return {};
    std::error_code ignored;
    if (!std::filesystem::is_directory(*sample.mask, ignored))
        return {*sample.mask};
    return detail::listFolder(*sample.mask).images;
}

Result<cv::Mat> loadSampleMask(const Sample &sample, cv::Size imageSize)
{
    cv::Mat united = cv::Mat::zeros(imageSize, CV_8UC1);
    if (sample.label == Label::Normal)
        return united;
    if (!sample.mask)
        return Error::make(ErrorCode::BadData,
                           "The image " + sample.image.string() +
                               " has no mask; add one, or leave pixel metrics out");
    const auto files = maskFiles(sample);
    if (files.empty())
        return Error::make(ErrorCode::BadData,
                           "The folder " + sample.mask->string() +
                               " holds no masks; add them, or remove the folder");
    for (const auto &file : files) {
        CF_ASSIGN_OR_RETURN(const cv::Mat mask, imaging::loadMask(file));
        if (mask.size() != imageSize)
            return Error::make(ErrorCode::BadData,
                               "The mask " + file.string() + " has " + sizeText(mask.size()) +
                                   " pixels, its image has " + sizeText(imageSize) +
                                   " (height x width); replace the mask");
        united |= mask;
    }
    return united;
}

} // namespace cf::dataset
