#include "core/synthesis/nuisance.h"

#include "core/synthesis/perlin.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cf::synthesis {

namespace {

/// Relative light over the picture, 1 on average: a slope in a random direction and a bend along
/// another.
cv::Mat illuminationField(cv::Size size, double strength, Random &random)
{
    const double slopeAngle = random.uniform(0.0, 2.0 * std::numbers::pi);
    const double bendAngle = random.uniform(0.0, 2.0 * std::numbers::pi);
    const double slopeShare = random.uniform(0.4, 1.0);
    const double bend = random.sign() * (1.0 - slopeShare);
    cv::Mat field(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y) {
        const double v = (2.0 * y + 1.0) / size.height - 1.0;
        auto *row = field.ptr<float>(y);
        for (int x = 0; x < size.width; ++x) {
            const double u = (2.0 * x + 1.0) / size.width - 1.0;
            const double along = u * std::cos(slopeAngle) + v * std::sin(slopeAngle);
            const double across = u * std::cos(bendAngle) + v * std::sin(bendAngle);
            const double change = slopeShare * along + bend * (across * across - 1.0 / 3.0);
            row[x] = static_cast<float>(1.0 + strength * change);
        }
    }
    return field;
}

bool moveImage(const cv::Mat &image, const NuisanceRanges &ranges, Random &random,
               JitteredImage &result)
{
    const double degrees = random.uniform(ranges.rotationDegrees);
    const double scale = random.logUniform(ranges.scale);
    const double shiftX = random.uniform(ranges.shift) * image.cols;
    const double shiftY = random.uniform(ranges.shift) * image.rows;
    const cv::Point2f centre(static_cast<float>(image.cols - 1) / 2.0F,
                             static_cast<float>(image.rows - 1) / 2.0F);
    cv::Mat matrix = cv::getRotationMatrix2D(centre, degrees, scale);
    matrix.at<double>(0, 2) += shiftX;
    matrix.at<double>(1, 2) += shiftY;
    result.inputToOutput = cv::Matx23d(matrix);
    if (cv::norm(result.inputToOutput, cv::Matx23d::eye()) < 1e-9)
        return false;
    cv::Mat moved; // not result.imageBgr itself: that shares the caller's pixels
    cv::warpAffine(image, moved, matrix, image.size(), cv::INTER_LINEAR, cv::BORDER_REFLECT);
    result.imageBgr = moved;
    return true;
}

} // namespace

bool isGrey(const cv::Mat &imageBgr)
{
    double apart = 0.0;
    int looked = 0;
    for (int y = 0; y < imageBgr.rows; y += 4) {
        const auto *row = imageBgr.ptr<cv::Vec3b>(y);
        for (int x = 0; x < imageBgr.cols; x += 4, ++looked)
            apart += std::abs(row[x][0] - row[x][2]) + std::abs(row[x][0] - row[x][1]);
    }
    return looked > 0 && apart / looked < 1.0;
}

JitteredImage applyNuisance(const cv::Mat &imageBgr, const NuisanceRanges &ranges, Random &random)
{
    const auto &chances = ranges.chances;
    JitteredImage result;
    result.imageBgr = imageBgr;
    if (!random.chance(chances.any)) {
        result.imageBgr = imageBgr.clone();
        return result;
    }
    const bool grey = isGrey(imageBgr);
    if (random.chance(chances.geometry))
        result.moved = moveImage(imageBgr, ranges, random, result);

    // Light, contrast, colour and gamma are one curve for each channel; the grain of 8 bits is lost
    // only at the end.
    double gain = 1.0;
    double offset = 0.0;
    double contrast = 1.0;
    if (random.chance(chances.light)) {
        gain = random.logUniform(ranges.gain);
        offset = random.uniform(ranges.offset);
        contrast = random.logUniform(ranges.contrast);
    }
    const double gamma = random.chance(chances.gamma) ? random.logUniform(ranges.gamma) : 1.0;
    cv::Vec3d balance(1.0, 1.0, 1.0);
    if (random.chance(chances.whiteBalance) && !grey)
        for (int c = 0; c < 3; ++c)
            balance[c] = random.logUniform(ranges.whiteBalance);
    const cv::Scalar mean = cv::mean(result.imageBgr);
    const double level = (mean[0] + mean[1] + mean[2]) / 3.0;
    cv::Mat curve(1, 256, CV_32FC3);
    for (int i = 0; i < 256; ++i)
        for (int c = 0; c < 3; ++c) {
            double value = (i - level) * contrast + level;
            value = std::clamp(value * gain * balance[c] + offset, 0.0, 255.0);
            curve.at<cv::Vec3f>(0, i)[c] =
                static_cast<float>(255.0 * std::pow(value / 255.0, gamma));
        }
    cv::Mat image;
    cv::LUT(result.imageBgr, curve, image);

    if (random.chance(chances.illumination)) {
        const cv::Mat field =
            illuminationField(image.size(), random.uniform(ranges.illumination), random);
        cv::Mat field3;
        cv::merge(std::vector<cv::Mat>{field, field, field}, field3);
        image = image.mul(field3);
    }
    if (random.chance(chances.blur)) {
        const double sigma = random.uniform(ranges.blurSigma);
        if (sigma > 0.2)
            cv::GaussianBlur(image, image, {}, sigma);
    }
    if (random.chance(chances.noise)) {
        const double sigma = random.uniform(ranges.noiseSigma);
        const cv::Mat shared = whiteNoise(image.size(), random);
        std::vector<cv::Mat> noise(3, shared);
        if (!grey) {
            noise[1] = whiteNoise(image.size(), random);
            noise[2] = whiteNoise(image.size(), random);
        }
        cv::Mat noise3;
        cv::merge(noise, noise3);
        cv::scaleAdd(noise3, sigma, image, image);
    }
    cv::Mat rounded;
    image.convertTo(rounded, CV_8UC3);
    result.imageBgr = rounded;
    return result;
}

cv::Mat changeBackground(const cv::Mat &imageBgr, const cv::Mat &foreground,
                         const NuisanceRanges &ranges, Random &random)
{
    if (!random.chance(ranges.chances.background))
        return imageBgr;
    const double level = random.uniform(ranges.backgroundTone);
    const double unevenness = random.uniform(0.0, ranges.backgroundTone.high);
    const double cellPx = std::min(imageBgr.cols, imageBgr.rows) / random.uniform(2.0, 6.0);
    const cv::Mat tone = smoothNoise(imageBgr.size(), cellPx, random) * unevenness + level;
    cv::Mat product, share;
    foreground.convertTo(product, CV_32FC1, 1.0 / 255.0);
    cv::GaussianBlur(product, share, {}, 1.5); // a hard seam would be a defect of its own
    cv::Mat added = tone.mul(1.0 - share);
    cv::Mat added3, changed;
    cv::merge(std::vector<cv::Mat>{added, added, added}, added3);
    cv::add(imageBgr, added3, changed, cv::noArray(), CV_8UC3);
    return changed;
}

cv::Mat moveMask(const cv::Mat &mask, const JitteredImage &jittered)
{
    if (!jittered.moved)
        return mask;
    cv::Mat moved;
    cv::warpAffine(mask, moved, jittered.inputToOutput, mask.size(), cv::INTER_NEAREST,
                   cv::BORDER_CONSTANT, 0);
    return moved;
}

} // namespace cf::synthesis
