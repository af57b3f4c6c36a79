#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace cf::demo {

enum class Category { Cloth, BrushedMetal, CircuitBoard };

constexpr Category kCategories[] = {Category::Cloth, Category::BrushedMetal,
                                    Category::CircuitBoard};

/// The folder's name: "cloth", "brushed_metal", "circuit_board".
std::string folderName(Category category);
/// The kinds of defect in the test set, as folder names, in alphabetical order.
const std::vector<std::string> &defectKinds(Category category);
cv::Size imageSize(Category category);

/// One picture of the data set.
struct SampleId
{
    Category category = Category::Cloth;
    bool train = true;
    std::string kind = "good"; ///< "good" or one of defectKinds()
    int index = 0;             ///< within its folder
};

struct Sample
{
    cv::Mat image;  ///< CV_8UC3 (blue-green-red), CV_8UC1 for brushed metal
    cv::Mat mask;   ///< CV_8UC1 of the image's size, 255 where the defect visibly changed the
                    ///< picture; empty for "good"
    cv::Mat intact; ///< the same piece, light and noise without the defect; empty for "good"
};

/// Renders one picture; depends on nothing but the arguments. Unknown kinds throw
/// std::invalid_argument.
Sample renderSample(std::uint64_t seed, const SampleId &id);

/// A change of a pixel by more than this many of 255 grey levels, before noise, counts as visible.
constexpr double kVisibleChange = 7.0;

} // namespace cf::demo
