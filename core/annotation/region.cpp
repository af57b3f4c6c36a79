#include "core/annotation/region.h"

#include "core/annotation/packed_mask.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace cf::annotation {

namespace {

constexpr std::uint8_t kFlooded = 128;

int pixelInMap(int imagePixel, int imageSize, int mapSize)
{
    return static_cast<int>((2LL * imagePixel + 1) * mapSize / (2LL * imageSize));
}

/// 255 where the map reaches the level, at the map's own size.
cv::Mat reaching(const cv::Mat &map, float level)
{
    cv::Mat reached;
    cv::compare(map, level, reached, cv::CMP_GE);
    return reached;
}

/// A mask of the map's size stretched over the picture.
Patch stretched(const cv::Mat &mask, cv::Size imageSize)
{
    if (mask.size() == imageSize)
        return trimmed({cv::Rect({0, 0}, imageSize), mask});
    std::vector<int> columnOf(static_cast<std::size_t>(imageSize.width));
    for (int x = 0; x < imageSize.width; ++x)
        columnOf[static_cast<std::size_t>(x)] = pixelInMap(x, imageSize.width, mask.cols);
    cv::Mat large(imageSize, CV_8UC1);
    int rowBefore = -1;
    for (int y = 0; y < imageSize.height; ++y) {
        const int row = pixelInMap(y, imageSize.height, mask.rows);
        auto *pixel = large.ptr<std::uint8_t>(y);
        if (row == rowBefore) {
            large.row(y - 1).copyTo(large.row(y));
            continue;
        }
        rowBefore = row;
        const auto *from = mask.ptr<std::uint8_t>(row);
        for (int x = 0; x < imageSize.width; ++x)
            pixel[x] = from[columnOf[static_cast<std::size_t>(x)]];
    }
    return trimmed({cv::Rect({0, 0}, imageSize), large});
}

} // namespace

Patch regionAtLevel(const cv::Mat &map, float level, cv::Size imageSize)
{
    return stretched(reaching(map, level), imageSize);
}

Patch floodOfMap(const cv::Mat &map, float level, cv::Point seed, cv::Size imageSize)
{
    if (!cv::Rect({0, 0}, imageSize).contains(seed))
        return {};
    const cv::Point inMap(pixelInMap(seed.x, imageSize.width, map.cols),
                          pixelInMap(seed.y, imageSize.height, map.rows));
    const float atSeed = map.at<float>(inMap);
    cv::Mat reached = reaching(map, atSeed < level ? atSeed : level);
    if (reached.at<std::uint8_t>(inMap) == 0)
        return {}; // the seed is no number
    cv::floodFill(reached, inMap, cv::Scalar(kFlooded), nullptr, {}, {}, 4);
    return stretched(reached == kFlooded, imageSize);
}

Patch floodOfPicture(const cv::Mat &picture, double tolerance, cv::Point seed)
{
    const cv::Rect all({0, 0}, picture.size());
    if (!all.contains(seed))
        return {};
    cv::Mat values = picture;
    double scale = 255.0;
    if (picture.depth() == CV_16U) {
        picture.convertTo(values, CV_32F); // floodFill() knows no 16 bits
        scale = 65535.0;
    }
    cv::Mat mask = cv::Mat::zeros(picture.rows + 2, picture.cols + 2, CV_8UC1);
    const cv::Scalar reach = cv::Scalar::all(tolerance * scale);
    cv::floodFill(values, mask, seed, {}, nullptr, reach, reach,
                  4 | cv::FLOODFILL_FIXED_RANGE | cv::FLOODFILL_MASK_ONLY | (255 << 8));
    return trimmed({all, mask(all + cv::Point(1, 1))});
}

std::optional<std::vector<Patch>> areasOf(const Patch &patch, std::size_t most)
{
    std::vector<Patch> areas;
    if (patch.place.empty())
        return areas;
    cv::Mat labels, boxes, centres;
    const int count = cv::connectedComponentsWithStats(patch.mask, labels, boxes, centres, 8);
    if (static_cast<std::size_t>(count - 1) > most)
        return std::nullopt;
    for (int label = 1; label < count; ++label) {
        const auto *box = boxes.ptr<int>(label);
        const cv::Rect inPatch(box[cv::CC_STAT_LEFT], box[cv::CC_STAT_TOP], box[cv::CC_STAT_WIDTH],
                               box[cv::CC_STAT_HEIGHT]);
        areas.push_back({inPatch + patch.place.tl(), cv::Mat(labels(inPatch) == label)});
    }
    return areas;
}

} // namespace cf::annotation
