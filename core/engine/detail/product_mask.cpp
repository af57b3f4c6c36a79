#include "core/engine/detail/product_mask.h"

#include "core/synthesis/foreground.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace cf::engine::detail {

namespace {

constexpr double kDeviations = 0.5;
constexpr double kBorder = 0.2; // of each side, that is not the middle
constexpr double kLeastOfMiddle = 0.35;
constexpr std::size_t kTested = 8;     // normals of a category
constexpr double kWholeProduct = 0.95; // of its patches must be kept, mean over the normals
constexpr double kMostOfPicture = 0.9; // a mask that keeps more leaves nothing out

/// Score [P] of the first principal component.
torch::Tensor firstComponent(const torch::Tensor &patches)
{
    const auto centred = (patches - patches.mean(0, true)).to(torch::kCPU, torch::kFloat64);
    const auto [variance, directions] = at::linalg_eigh(torch::mm(centred.t(), centred));
    return torch::mv(centred, directions.select(1, directions.size(1) - 1)); // by rising variance
}

cv::Mat above(const torch::Tensor &component, double threshold, int grid)
{
    const auto bytes = component.gt(threshold).to(torch::kUInt8).contiguous();
    return cv::Mat(grid, grid, CV_8UC1, bytes.data_ptr<std::uint8_t>()).clone();
}

} // namespace

torch::Tensor productMask(const torch::Tensor &patches, std::int64_t grid)
{
    torch::NoGradGuard noGrad;
    const auto component = firstComponent(patches);
    const double threshold = kDeviations * component.std().item<double>();
    const int side = static_cast<int>(grid);
    const int low = static_cast<int>(side * kBorder);
    const int high = static_cast<int>(side * (1.0 - kBorder));
    cv::Mat mask = above(component, threshold, side);
    const cv::Mat middle = mask(cv::Range(low, high), cv::Range(low, high));
    if (cv::countNonZero(middle) <= kLeastOfMiddle * static_cast<double>(middle.total()))
        mask = above(-component, threshold, side);
    const cv::Mat square = cv::Mat::ones(3, 3, CV_8UC1);
    cv::dilate(mask, mask, square);
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE, square);
    if (cv::countNonZero(mask) == 0) // nothing stands out
        mask = 1;
    return torch::from_blob(mask.data, {grid * grid}, torch::kUInt8)
        .to(patches.device(), torch::kBool, /*non_blocking=*/false, /*copy=*/true);
}

bool passesMaskingTest(const NormalBank &bank, const torch::Tensor &features,
                       const std::vector<std::int64_t> &normals)
{
    std::vector<cv::Mat> pictures;
    for (std::size_t i = 0; i < std::min(normals.size(), kTested); ++i)
        pictures.push_back(bank.image(static_cast<std::size_t>(normals[i])));
    const auto mode = synthesis::chooseForegroundMode(pictures);
    if (mode == synthesis::ForegroundMode::Everything)
        return false;
    const auto grid = features.size(2);
    double whole = 0.0;
    double kept = 0.0;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        cv::Mat product;
        cv::resize(synthesis::foregroundMask(pictures[i], mode), product,
                   cv::Size(static_cast<int>(grid), static_cast<int>(grid)), 0, 0, cv::INTER_AREA);
        product = product > 127;
        const auto mask =
            productMask(features[normals[i]].flatten(1).t(), grid).to(torch::kCPU, torch::kUInt8);
        const cv::Mat found(product.rows, product.cols, CV_8UC1, mask.data_ptr<std::uint8_t>());
        cv::Mat both;
        cv::bitwise_and(product, found > 0, both);
        whole +=
            static_cast<double>(cv::countNonZero(both)) / std::max(cv::countNonZero(product), 1);
        kept += static_cast<double>(cv::countNonZero(found)) / static_cast<double>(found.total());
    }
    const auto count = static_cast<double>(pictures.size());
    return whole / count >= kWholeProduct && kept / count <= kMostOfPicture;
}

} // namespace cf::engine::detail
