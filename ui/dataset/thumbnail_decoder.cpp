#include "ui/dataset/thumbnail_decoder.h"

#include "core/imaging/file_bytes.h"
#include "core/imaging/image_file.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace cf::ui {

namespace {

/// A complete JPEG at the smallest part of its size that is still large enough; empty when that is
/// all of it, or when OpenCV cannot decode it that way.
cv::Mat reducedJpeg(const std::vector<std::uint8_t> &bytes, const imaging::ImageHeader &header,
                    int longestSidePx)
{
    const int longest = std::max(header.widthPx, header.heightPx);
    const auto enough = [&](int part) { return longest / part >= longestSidePx; };
    const int flag = enough(8)   ? cv::IMREAD_REDUCED_COLOR_8
                     : enough(4) ? cv::IMREAD_REDUCED_COLOR_4
                                 : cv::IMREAD_REDUCED_COLOR_2;
    if (!enough(2))
        return {};
    try {
        return cv::imdecode(bytes, flag | cv::IMREAD_IGNORE_ORIENTATION);
    } catch (const cv::Exception &) { // the whole decoding will say what is wrong
        return {};
    }
}

QImage toQImage(const cv::Mat &bgr)
{
    QImage image(bgr.cols, bgr.rows, QImage::Format_RGB32);
    cv::Mat target(image.height(), image.width(), CV_8UC4, image.bits(),
                   static_cast<std::size_t>(image.bytesPerLine()));
    cv::cvtColor(bgr, target, cv::COLOR_BGR2BGRA);
    return image;
}

Result<cv::Mat> pixelsOf(const std::vector<std::uint8_t> &bytes, int longestSidePx)
{
    CF_ASSIGN_OR_RETURN(const auto header, imaging::inspectImage(bytes));
    if (header.format == imaging::ImageFormat::Jpeg) {
        const cv::Mat reduced = reducedJpeg(bytes, header, longestSidePx);
        if (!reduced.empty())
            return reduced;
    }
    return imaging::decodeBgr(bytes);
}

} // namespace

Result<QImage> decodeThumbnail(const std::string &path, int longestSidePx)
{
    CF_RETURN_IF_ERROR([&]() -> Result<void> {
        const auto header = imaging::readImageHeader(path);
        return header.ok() ? Result<void>() : Result<void>(header.error());
    }());
    CF_ASSIGN_OR_RETURN(const auto bytes, imaging::readFileBytes(path));
    auto pixels = pixelsOf(bytes, longestSidePx);
    if (!pixels.ok())
        return imaging::aboutFile(path, pixels.error());
    cv::Mat image = *pixels;
    const double scale = static_cast<double>(longestSidePx) / std::max(image.cols, image.rows);
    if (scale < 1.0) {
        const auto scaled = [&](int sidePx) {
            return std::max(1, static_cast<int>(std::lround(sidePx * scale)));
        };
        cv::resize(*pixels, image, {scaled(image.cols), scaled(image.rows)}, 0, 0, cv::INTER_AREA);
    }
    return toQImage(image);
}

} // namespace cf::ui
