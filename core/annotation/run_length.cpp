#include "core/annotation/run_length.h"

#include "core/imaging/image_header.h"

#include <algorithm>
#include <opencv2/core.hpp>

namespace cf::annotation {

namespace {

Error damaged(const std::string &reason)
{
    return Error::make(ErrorCode::BadData, "Its run lengths are damaged: " + reason);
}

} // namespace

Runs encodeRuns(const cv::Mat &mask)
{
    return encodeRuns({cv::Rect({0, 0}, mask.size()), mask}, mask.size());
}

Runs encodeRuns(const Patch &patch, cv::Size imageSize)
{
    Runs runs;
    bool inside = false;
    std::uint32_t length = 0;
    const auto add = [&](bool nextInside, int count) {
        if (nextInside != inside && count > 0) {
            runs.push_back(length);
            length = 0;
            inside = nextInside;
        }
        length += static_cast<std::uint32_t>(count);
    };
    const cv::Rect &place = patch.place;
    add(false, place.x * imageSize.height);
    for (int column = 0; column < place.width; ++column) {
        add(false, place.y);
        for (int row = 0; row < place.height; ++row)
            add(patch.mask.at<std::uint8_t>(row, column) != 0, 1);
        add(false, imageSize.height - place.y - place.height);
    }
    add(false, (imageSize.width - place.x - place.width) * imageSize.height);
    runs.push_back(length);
    return runs;
}

Result<cv::Mat> decodeRuns(std::span<const std::uint32_t> runs, cv::Size imageSize)
{
    CF_ASSIGN_OR_RETURN(const Patch patch, decodePatch(runs, imageSize));
    cv::Mat mask = cv::Mat::zeros(imageSize, CV_8UC1);
    if (!patch.place.empty())
        patch.mask.copyTo(mask(patch.place));
    return mask;
}

Result<Patch> decodePatch(std::span<const std::uint32_t> runs, cv::Size imageSize)
{
    const int height = imageSize.height;
    const long long pixels = static_cast<long long>(imageSize.width) * height;
    if (imageSize.width <= 0 || height <= 0 || imageSize.width > kLongestSidePx ||
        height > kLongestSidePx || pixels > imaging::kMostPixels)
        return damaged("a picture of " + std::to_string(imageSize.width) + " x " +
                       std::to_string(height) + " pixels cannot be");
    long long covered = 0;
    for (const auto run : runs)
        covered += run;
    if (covered != pixels)
        return damaged("they cover " + std::to_string(covered) + " pixels of a picture of " +
                       std::to_string(pixels));

    // Calls part(column, first row, row behind the last) for all that is inside.
    const auto forEachPart = [&](auto part) {
        int at = 0;
        for (std::size_t i = 0; i < runs.size(); at += static_cast<int>(runs[i]), ++i) {
            const int end = at + static_cast<int>(runs[i]);
            for (int from = at; i % 2 == 1 && from < end;) {
                const int to = std::min(end, (from / height + 1) * height);
                part(from / height, from % height, from % height + to - from);
                from = to;
            }
        }
    };
    Patch patch;
    forEachPart([&](int column, int first, int last) {
        const cv::Rect place(column, first, 1, last - first);
        patch.place = patch.place.empty() ? place : patch.place | place;
    });
    if (patch.place.empty())
        return patch;
    patch.mask = cv::Mat::zeros(patch.place.size(), CV_8UC1);
    forEachPart([&](int column, int first, int last) {
        patch.mask.col(column - patch.place.x)
            .rowRange(first - patch.place.y, last - patch.place.y)
            .setTo(255);
    });
    return patch;
}

std::string compressRuns(std::span<const std::uint32_t> runs)
{
    std::string text;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        std::int64_t number = runs[i];
        if (i > 2)
            number -= runs[i - 2];
        for (bool more = true; more;) {
            std::int64_t bits = number & 31;
            number >>= 5;
            // The top bit of the last five is the sign of what is left.
            more = (bits & 16) != 0 ? number != -1 : number != 0;
            text.push_back(static_cast<char>('0' + bits + (more ? 32 : 0)));
        }
    }
    return text;
}

Result<Runs> decompressRuns(std::string_view text)
{
    Runs runs;
    for (std::size_t i = 0; i < text.size();) {
        std::int64_t number = 0;
        for (int shift = 0;; shift += 5) {
            if (i == text.size())
                return damaged("the last number is cut off");
            const int bits = static_cast<unsigned char>(text[i++]) - '0';
            if (bits < 0 || bits > 63 || shift > 30)
                return damaged("character " + std::to_string(i) + " makes no number");
            number |= static_cast<std::int64_t>(bits & 31) << shift;
            if ((bits & 32) == 0) {
                if ((bits & 16) != 0)
                    number -= std::int64_t{1} << (shift + 5);
                break;
            }
        }
        if (runs.size() > 2)
            number += runs[runs.size() - 2];
        if (number < 0 || number > imaging::kMostPixels)
            return damaged("a run of " + std::to_string(number) + " pixels cannot be");
        runs.push_back(static_cast<std::uint32_t>(number));
    }
    return runs;
}

} // namespace cf::annotation
