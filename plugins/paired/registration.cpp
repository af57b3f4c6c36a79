#include "plugins/paired/registration.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

namespace cf::plugins {

namespace {

constexpr std::array<int, 3> kSidesPx = {64, 192, 512}; // of the longer side, coarse to fine
constexpr int kSteps = 60;
constexpr double kPrecision = 1e-5;
constexpr int kBlurTaps = 5;
constexpr double kLeastCorrelation = 0.7; // of two pictures of the same part
constexpr double kSmallestGain = 0.98; // of the difference: less is chance
constexpr double kLargestStretch = 0.25;

cv::Mat grey(const cv::Mat &imageBgr)
{
    cv::Mat one;
    cv::cvtColor(imageBgr, one, cv::COLOR_BGR2GRAY);
    return one;
}

cv::Mat shrunk(const cv::Mat &image, double scale)
{
    cv::Mat out;
    cv::resize(image, out, {}, scale, scale, cv::INTER_AREA);
    return out;
}

/// Where each place of the query lies in the golden picture.
cv::Mat moved(const cv::Mat &golden, const cv::Mat &matrix)
{
    cv::Mat out;
    cv::warpAffine(golden, out, matrix, golden.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REPLICATE);
    return out;
}

double difference(const cv::Mat &a, const cv::Mat &b)
{
    return cv::norm(a, b, cv::NORM_L1);
}

/// A golden picture is of the same part, so it is never far from its place.
bool isPlausible(const cv::Mat &matrix)
{
    const auto at = [&](int row, int column) { return matrix.at<float>(row, column); };
    const double area = at(0, 0) * at(1, 1) - at(0, 1) * at(1, 0);
    return std::abs(area - 1.0) < kLargestStretch;
}

} // namespace

cv::Mat registered(const cv::Mat &golden, const cv::Mat &query)
{
    const auto goldenGrey = grey(golden);
    const auto queryGrey = grey(query);
    const auto longer = static_cast<double>(std::max(golden.rows, golden.cols));
    cv::Mat matrix = cv::Mat::eye(2, 3, CV_32F);
    double scaleBefore = 1.0;
    double correlation = 0.0;
    try {
        for (const int side : kSidesPx) {
            const double scale = std::min(1.0, side / longer);
            matrix.col(2) *= scale / scaleBefore;
            scaleBefore = scale;
            correlation = cv::findTransformECC(
                shrunk(queryGrey, scale), shrunk(goldenGrey, scale), matrix,
                side == kSidesPx.front() ? cv::MOTION_EUCLIDEAN : cv::MOTION_AFFINE,
                {cv::TermCriteria::COUNT | cv::TermCriteria::EPS, kSteps, kPrecision}, {},
                kBlurTaps);
        }
    } catch (const cv::Exception &) { // the two have nothing in common
        return golden;
    }
    matrix.col(2) /= scaleBefore;
    if (correlation < kLeastCorrelation || !isPlausible(matrix))
        return golden;
    const auto onQuery = moved(golden, matrix);
    return difference(grey(onQuery), queryGrey) < kSmallestGain * difference(goldenGrey, queryGrey)
               ? onQuery
               : golden;
}

} // namespace cf::plugins
