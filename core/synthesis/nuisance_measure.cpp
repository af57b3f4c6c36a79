#include "core/synthesis/nuisance.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace cf::synthesis {

namespace {

constexpr int kSide = 256; // pictures are compared at one size, so that their pixels mean the same

double quantile(std::vector<double> values, double share)
{
    const auto place =
        static_cast<std::ptrdiff_t>(std::lround(share * static_cast<double>(values.size() - 1)));
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return values[static_cast<std::size_t>(place)];
}

/// The factors that lead from the typical value to the values seen, widened by half, between
/// `least` and `most`.
Range factorRange(const std::vector<double> &values, double least, double most)
{
    const double typical = quantile(values, 0.5);
    if (typical <= 1e-6)
        return {1.0 / least, least};
    const auto bounded = [&](double share, double sign) {
        const double seen =
            1.5 * sign * std::log(std::max(quantile(values, share), 1e-6) / typical);
        return std::exp(sign * std::clamp(seen, std::log(least), std::log(most)));
    };
    return {bounded(0.05, -1.0), bounded(0.95, 1.0)};
}

Range narrowest(const std::vector<Range> &ranges)
{
    return *std::min_element(ranges.begin(), ranges.end(), [](const Range &a, const Range &b) {
        return a.high / a.low < b.high / b.low;
    });
}

/// Deviation of the noise in grey levels, from a mask that sees neither flat areas nor slopes
/// (Immerkaer 1996); the quietest third of the tiles, where there is least structure to be mistaken
/// for noise.
double noiseOf(const cv::Mat &grey)
{
    const cv::Mat kernel = (cv::Mat_<float>(3, 3) << 1, -2, 1, -2, 4, -2, 1, -2, 1);
    cv::Mat response;
    cv::filter2D(grey, response, CV_32F, kernel);
    response = cv::abs(response);
    cv::Mat tiles;
    cv::resize(response, tiles, {16, 16}, 0.0, 0.0, cv::INTER_AREA);
    const std::vector<double> means(tiles.begin<float>(), tiles.end<float>());
    return quantile(means, 0.33) * 1.2533 / 6.0;
}

/// The steepest detail for the range of levels that there is: how many edges there are does not
/// matter.
double sharpnessOf(const cv::Mat &grey)
{
    cv::Mat calm, detail;
    cv::GaussianBlur(grey, calm, {}, 0.7);
    cv::Laplacian(calm, detail, CV_32F);
    detail = cv::abs(detail);
    const std::vector<double> steps(detail.begin<float>(), detail.end<float>());
    const std::vector<double> levels(grey.begin<uchar>(), grey.end<uchar>());
    return quantile(steps, 0.995) / (quantile(levels, 0.99) - quantile(levels, 0.01) + 4.0);
}

/// The blur that makes the sharp picture as soft as `target`.
double blurBetween(const cv::Mat &sharpGrey, double target)
{
    double sigma = 0.3;
    for (; sigma < 1.5; sigma += 0.1) {
        cv::Mat blurred;
        cv::GaussianBlur(sharpGrey, blurred, {}, sigma);
        if (sharpnessOf(blurred) <= target)
            break;
    }
    return sigma;
}

/// The exponent that a picture's tone curve seems bent by: where its median lies between its dark
/// and bright ends.
double bendOf(const cv::Mat &grey)
{
    const std::vector<double> levels(grey.begin<uchar>(), grey.end<uchar>());
    const double low = quantile(levels, 0.05);
    const double high = quantile(levels, 0.95);
    if (high - low < 8.0)
        return 1.0;
    return -std::log(std::clamp((quantile(levels, 0.5) - low) / (high - low), 0.02, 0.98));
}

/// Largest relative slope of light from the centre to a border, against the mean of all pictures.
double slopeOf(const cv::Mat &small, const cv::Mat &meanSmall)
{
    cv::Mat ratio;
    cv::divide(small + 4.0, meanSmall + 4.0, ratio);
    const double level = cv::mean(ratio)[0];
    double slopeX = 0.0;
    double slopeY = 0.0;
    double weight = 0.0;
    for (int y = 0; y < ratio.rows; ++y)
        for (int x = 0; x < ratio.cols; ++x) {
            const double u = (2.0 * x + 1.0) / ratio.cols - 1.0;
            const double v = (2.0 * y + 1.0) / ratio.rows - 1.0;
            slopeX += u * ratio.at<float>(y, x);
            slopeY += v * ratio.at<float>(y, x);
            weight += u * u;
        }
    return std::hypot(slopeX, slopeY) / (weight * std::max(level, 1e-3));
}

/// How far the pictures lie from the first, in fractions of the side; nothing where they do not fit
/// each other.
std::vector<double> shiftsOf(const std::vector<cv::Mat> &greys)
{
    std::vector<double> shifts;
    cv::Mat window;
    cv::createHanningWindow(window, {kSide, kSide}, CV_32F);
    cv::Mat first;
    greys.front().convertTo(first, CV_32F);
    for (std::size_t i = 1; i < greys.size() && i < 24; ++i) {
        cv::Mat other;
        greys[i].convertTo(other, CV_32F);
        double response = 0.0;
        const cv::Point2d shift = cv::phaseCorrelate(first, other, window, &response);
        if (response < 0.15)
            continue;
        shifts.push_back(std::abs(shift.x) / kSide);
        shifts.push_back(std::abs(shift.y) / kSide);
    }
    return shifts;
}

} // namespace

NuisanceRanges measureNuisance(const std::vector<cv::Mat> &normalsBgr)
{
    NuisanceRanges ranges;
    if (normalsBgr.size() < 3)
        return ranges;
    const std::size_t stride = (normalsBgr.size() + 63) / 64;
    std::vector<cv::Mat> greys;
    std::vector<cv::Mat> smalls;
    std::vector<double> dark, level, bright, contrast, span, bend;
    std::vector<double> noise, sharpness, blueRatio, redRatio;
    bool allGrey = true;
    for (std::size_t i = 0; i < normalsBgr.size(); i += stride) {
        cv::Mat image, grey, small;
        cv::resize(normalsBgr[i], image, {kSide, kSide}, 0.0, 0.0, cv::INTER_AREA);
        cv::cvtColor(image, grey, cv::COLOR_BGR2GRAY);
        cv::resize(grey, small, {16, 16}, 0.0, 0.0, cv::INTER_AREA);
        small.convertTo(small, CV_32F);
        cv::Scalar mean, deviation;
        cv::meanStdDev(grey, mean, deviation);
        const cv::Scalar colour = cv::mean(image);
        const std::vector<double> levels(grey.begin<uchar>(), grey.end<uchar>());
        dark.push_back(quantile(levels, 0.25) + 1.0);
        level.push_back(mean[0] + 1.0);
        bright.push_back(quantile(levels, 0.9) + 1.0);
        span.push_back((quantile(levels, 0.95) - quantile(levels, 0.05) + 1.0) / bright.back());
        contrast.push_back((deviation[0] + 1.0) / (mean[0] + 1.0));
        bend.push_back(bendOf(grey));
        noise.push_back(noiseOf(grey));
        sharpness.push_back(sharpnessOf(grey));
        blueRatio.push_back((colour[0] + 1.0) / (colour[1] + 1.0));
        redRatio.push_back((colour[2] + 1.0) / (colour[1] + 1.0));
        allGrey = allGrey && isGrey(image);
        greys.push_back(grey);
        smalls.push_back(small);
    }

    // Light moves all levels alike, content moves some more than others: the calmest of three tells
    // the light.
    ranges.gain = narrowest({factorRange(dark, 1.06, 1.4), factorRange(level, 1.06, 1.4),
                             factorRange(bright, 1.06, 1.4)});
    ranges.contrast = narrowest({factorRange(contrast, 1.06, 1.3), factorRange(span, 1.06, 1.3)});
    ranges.gamma = factorRange(bend, 1.08, 1.2);
    const double offset =
        std::clamp((ranges.gain.high - 1.0) * quantile(level, 0.5) * 0.4, 3.0, 15.0);
    ranges.offset = {-offset, offset};
    if (!allGrey) {
        const Range blue = factorRange(blueRatio, 1.02, 1.2);
        const Range red = factorRange(redRatio, 1.02, 1.2);
        ranges.whiteBalance = {std::min(blue.low, red.low), std::max(blue.high, red.high)};
    }

    cv::Mat meanSmall = cv::Mat::zeros(16, 16, CV_32F);
    for (const auto &small : smalls)
        meanSmall += small / static_cast<double>(smalls.size());
    std::vector<double> slopes;
    for (const auto &small : smalls)
        slopes.push_back(slopeOf(small, meanSmall));
    ranges.illumination = {0.0, std::clamp(1.5 * quantile(slopes, 0.5), 0.03, 0.12)};

    const double sharp = quantile(sharpness, 0.95);
    const auto sharpest = static_cast<std::size_t>(
        std::min_element(
            sharpness.begin(), sharpness.end(),
            [&](double a, double b) { return std::abs(a - sharp) < std::abs(b - sharp); }) -
        sharpness.begin());
    ranges.blurSigma.high =
        std::clamp(blurBetween(greys[sharpest], quantile(sharpness, 0.05)), 0.5, 1.3);
    const double quiet = quantile(noise, 0.05);
    const double loud = 1.2 * quantile(noise, 0.95);
    ranges.noiseSigma = {0.5, std::clamp(std::sqrt(loud * loud - quiet * quiet), 1.5, 6.0)};

    const auto shifts = shiftsOf(greys);
    if (shifts.size() >= greys.size() / 2 && shifts.size() >= 4) {
        const double far = std::clamp(1.5 * quantile(shifts, 0.9), 0.004, 0.06);
        ranges.shift = {-far, far};
    }
    return ranges;
}

} // namespace cf::synthesis
