#include "core/synthesis/synthetic_anomaly.h"

#include "core/synthesis/augment.h"
#include "core/synthesis/defect.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace cf::synthesis {

namespace {

using detail::Canvas;
using detail::Defect;

void checkInputs(const cv::Mat &normalBgr, const Donors &donors)
{
    if (normalBgr.type() != CV_8UC3 || normalBgr.cols < 8 || normalBgr.rows < 8)
        throw std::invalid_argument("synthesise: the picture must be CV_8UC3 and at least 8 x 8");
    if (!donors.foreground.empty() &&
        (donors.foreground.type() != CV_8UC1 || donors.foreground.size() != normalBgr.size()))
        throw std::invalid_argument(
            "synthesise: the foreground must be CV_8UC1 and as large as the picture");
    for (const auto &image : donors.images)
        if (image.type() != CV_8UC3 || image.empty())
            throw std::invalid_argument("synthesise: the donors' pictures must be CV_8UC3");
}

cv::Mat foregroundOf(const cv::Mat &normalBgr, const Donors &donors,
                     const SynthesisOptions &options)
{
    if (!donors.foreground.empty())
        return donors.foreground;
    return foregroundMask(normalBgr, options.foreground);
}

/// Image and mask after one more defect.
struct Draft
{
    cv::Mat imageBgr;
    cv::Mat mask;
};

constexpr double kGrainPx = 1.5; // what is finer than this blur is grain

/// The median difference between places eight units apart: near 0 on even surfaces (also with sharp
/// structure on them), large on asphalt or cloth, where a difference that small is no defect.
double textureLevel(const cv::Mat &imageBgr, double unit)
{
    cv::Mat grey, calm;
    cv::cvtColor(imageBgr, grey, cv::COLOR_BGR2GRAY);
    cv::GaussianBlur(grey, calm, {}, kGrainPx);
    const int apart =
        std::clamp(static_cast<int>(8.0 * unit), 2, std::min(calm.cols, calm.rows) / 2);
    std::vector<int> differences;
    for (int y = 0; y + apart < calm.rows; y += 3)
        for (int x = 0; x + apart < calm.cols; x += 3) {
            const int here = calm.at<uchar>(y, x);
            differences.push_back(std::abs(here - calm.at<uchar>(y, x + apart)));
            differences.push_back(std::abs(here - calm.at<uchar>(y + apart, x)));
        }
    const auto middle = differences.begin() + static_cast<std::ptrdiff_t>(differences.size() / 2);
    std::nth_element(differences.begin(), middle, differences.end());
    return *middle;
}

/// Largest change over the channels, CV_32FC1.
cv::Mat changeBetween(const cv::Mat &before, const cv::Mat &after)
{
    cv::Mat difference;
    cv::absdiff(before, after, difference);
    cv::Mat change(difference.size(), CV_32FC1);
    for (int y = 0; y < difference.rows; ++y) {
        const auto *from = difference.ptr<cv::Vec3b>(y);
        auto *to = change.ptr<float>(y);
        for (int x = 0; x < difference.cols; ++x)
            to[x] = std::max({from[x][0], from[x][1], from[x][2]});
    }
    return change;
}

/// The changed pixels of a defect's box that a viewer would count to it: CV_8UC1, 0 or 255.
cv::Mat visiblePart(const cv::Mat &change, const cv::Mat &alpha, const SynthesisOptions &options)
{
    // A little blur: single pixels of a noisy change that happen to fit are no holes.
    cv::Mat smooth;
    cv::GaussianBlur(change, smooth, {5, 5}, 0.8);
    std::vector<float> levels;
    const int stride = 1 + std::min(change.cols, change.rows) / 64;
    for (int y = 0; y < change.rows; y += stride)
        for (int x = 0; x < change.cols; x += stride)
            if (alpha.at<float>(y, x) > 0.3F)
                levels.push_back(smooth.at<float>(y, x));
    double threshold = options.visibleChange;
    if (!levels.empty()) {
        const auto high = levels.begin() +
                          static_cast<std::ptrdiff_t>(0.9 * static_cast<double>(levels.size() - 1));
        std::nth_element(levels.begin(), high, levels.end());
        threshold = std::max(threshold, std::min(options.visibleShare * static_cast<double>(*high),
                                                 options.visibleAnyway));
    }
    // Gaps are closed in proportion to the shape, so that a pasted patch is one piece and a crack
    // stays thin.
    const cv::Mat body = alpha > 0.5;
    cv::Mat depth;
    cv::distanceTransform(body, depth, cv::DIST_L2, cv::DIST_MASK_3);
    double deepest = 0.0;
    cv::minMaxLoc(depth, nullptr, &deepest);
    const int reach = 2 * std::clamp(static_cast<int>(deepest * 0.5), 2, 8) + 1;
    cv::Mat visible = smooth > threshold;
    cv::copyMakeBorder(visible, visible, reach, reach, reach, reach, cv::BORDER_CONSTANT,
                       cv::Scalar(0));
    cv::morphologyEx(visible, visible, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, {reach, reach}));
    return visible(cv::Rect({reach, reach}, change.size())) &
           ((alpha > 0.18) | (smooth > options.visibleAnyway));
}

/// Whether the masked change stands out: from the surface's own variation, or by rougher or
/// smoother grain.
bool standsOut(const cv::Mat &before, const cv::Mat &after, const cv::Mat &mask,
               const Canvas &canvas)
{
    cv::Mat calmBefore, calmAfter;
    cv::GaussianBlur(before, calmBefore, {}, kGrainPx);
    cv::GaussianBlur(after, calmAfter, {}, kGrainPx);
    const double change = cv::mean(changeBetween(calmBefore, calmAfter), mask)[0];
    if (change >= canvas.options.visibleAgainstTexture * canvas.texture)
        return true;
    const double grainBefore = cv::mean(changeBetween(before, calmBefore), mask)[0];
    const double grainAfter = cv::mean(changeBetween(after, calmAfter), mask)[0];
    return std::abs(grainAfter - grainBefore) > 0.5 * grainBefore + 2.0;
}

/// Mixes one defect in; false where it cannot be seen, or covers too much.
bool addDefect(Kind kind, const Canvas &canvas, Random &random, Draft &draft)
{
    const auto &options = canvas.options;
    Defect defect = detail::drawDefect(kind, canvas, random);
    const double full = options.fullOpacityChance;
    const double strong = options.strongOpacityChance;
    const std::array chances{full, strong, std::max(0.0, 1.0 - full - strong)};
    const std::array ranges{Range{1.0, 1.0}, options.strongOpacity, options.opacity};
    const double opacity =
        std::max(defect.leastOpacity, random.uniform(ranges[random.weighted(chances)]));
    if (defect.region.empty() || defect.source.empty())
        return false;
    const cv::Rect box = defect.region.box;

    if (options.foreground != ForegroundMode::Everything || !canvas.donors.foreground.empty()) {
        // The ground is nobody's product; a rim of it stays, for what sticks out.
        const int rim = 2 * static_cast<int>(4.0 * canvas.unit) + 1;
        cv::Mat allowed;
        cv::dilate(canvas.foreground, allowed,
                   cv::getStructuringElement(cv::MORPH_ELLIPSE, {rim, rim}));
        cv::Mat outside = allowed(box) == 0;
        defect.region.alpha.setTo(0.0, outside);
    }

    cv::Mat source;
    cv::max(cv::min(defect.source, cv::Scalar::all(255.0)), cv::Scalar::all(0.0), source);
    if (canvas.grey) {
        // Donors may have colour; the line's camera has not.
        cv::Mat single;
        cv::transform(source, single, cv::Matx13f(1.0F / 3, 1.0F / 3, 1.0F / 3));
        cv::merge(std::vector<cv::Mat>{single, single, single}, source);
    }
    const cv::Mat before = canvas.imageBgr(box);
    cv::Mat after(before.size(), CV_8UC3);
    for (int y = 0; y < before.rows; ++y) {
        const auto *from = before.ptr<cv::Vec3b>(y);
        const auto *towards = source.ptr<cv::Vec3f>(y);
        const auto *alpha = defect.region.alpha.ptr<float>(y);
        auto *to = after.ptr<cv::Vec3b>(y);
        for (int x = 0; x < before.cols; ++x) {
            const float share = alpha[x] * static_cast<float>(opacity);
            for (int c = 0; c < 3; ++c)
                to[x][c] = cv::saturate_cast<uchar>(
                    static_cast<float>(from[x][c]) +
                    share * (towards[x][c] - static_cast<float>(from[x][c])));
        }
    }

    const cv::Mat change = changeBetween(before, after);
    const cv::Mat visible = visiblePart(change, defect.region.alpha, options);
    if (cv::countNonZero(visible) < options.smallestMaskPx ||
        cv::mean(change, visible)[0] < options.visibleMeanChange ||
        !standsOut(before, after, visible, canvas))
        return false;
    cv::Mat mask = draft.mask.clone();
    cv::Mat(mask(box) | visible).copyTo(mask(box));
    if (cv::countNonZero(mask) > options.largestMaskShare * static_cast<double>(mask.total()))
        return false;
    cv::Mat image = draft.imageBgr.clone();
    after.copyTo(image(box));
    draft = {image, mask};
    return true;
}

/// The first kind that came to be seen; None after too many attempts. `only` other than None fixes
/// the kind.
Kind addDefects(const cv::Mat &normalBgr, const cv::Mat &foreground, Kind only,
                const Donors &donors, const SynthesisOptions &options, Random &random, Draft &draft)
{
    const bool grey = isGrey(normalBgr);
    const double unit = std::min(normalBgr.cols, normalBgr.rows) / 256.0;
    const double texture = textureLevel(normalBgr, unit);
    std::vector<double> weights;
    for (const Kind kind : options.kinds)
        weights.push_back(kind == Kind::None ? 0.0
                                             : options.weights[static_cast<std::size_t>(kind)]);
    const bool any = std::any_of(weights.begin(), weights.end(), [](double w) { return w > 0.0; });
    if (only == Kind::None && !any)
        return Kind::None;

    const auto wanted = 1 + (only == Kind::None ? random.weighted(options.countWeights) : 0);
    Kind first = Kind::None;
    std::size_t done = 0;
    for (int attempt = 0; attempt < options.attempts && done < wanted; ++attempt) {
        const Kind kind = only != Kind::None ? only : options.kinds[random.weighted(weights)];
        const cv::Mat current = draft.imageBgr;
        const Canvas canvas{current, foreground, donors, options, grey, unit, texture};
        if (!addDefect(kind, canvas, random, draft))
            continue;
        if (done++ == 0)
            first = kind;
    }
    return first;
}

SyntheticSample finished(Draft draft, Kind kind, const SynthesisOptions &options, Random &random)
{
    SyntheticSample sample;
    if (options.jitter) {
        if (options.nuisance.chances.background > 0.0 &&
            options.foreground != ForegroundMode::Everything) {
            // A defect that reaches over the product's edge keeps its looks.
            const cv::Mat kept = foregroundMask(draft.imageBgr, options.foreground) | draft.mask;
            draft.imageBgr = changeBackground(draft.imageBgr, kept, options.nuisance, random);
        }
        const JitteredImage jittered = applyNuisance(draft.imageBgr, options.nuisance, random);
        sample.imageBgr = jittered.imageBgr;
        sample.mask = moveMask(draft.mask, jittered);
    } else {
        sample.imageBgr = draft.imageBgr;
        sample.mask = draft.mask;
    }
    // A defect at the border may have been moved out of the picture.
    sample.anomalous = cv::countNonZero(sample.mask) > 0;
    sample.kind = sample.anomalous ? kind : Kind::None;
    return sample;
}

/// GLAD's protocol. There everything is drawn first and thrown away in half the cases; here the
/// coin comes first.
Kind addPaperDefect(const cv::Mat &normalBgr, const cv::Mat &foreground, const Donors &donors,
                    const SynthesisOptions &options, Random &random, Draft &draft)
{
    const cv::Mat mask = perlinMask(normalBgr.size(), options.perlin, random) & foreground;
    if (cv::countNonZero(mask) == 0)
        return Kind::None;
    cv::Mat source;
    Kind kind = Kind::PerlinTexture;
    if (random.chance(options.textureChance)) {
        cv::Mat texture = normalBgr;
        if (!options.textureIsInput) {
            const auto &folder = donors.textures;
            texture = folder
                          ? folder->load(random.index(folder->count()), normalBgr.size()).orThrow()
                          : proceduralTexture(normalBgr.size(), false, random);
        }
        source = augmentByThree(texture, random);
    } else {
        kind = Kind::Shuffle;
        const int tiles = options.shuffledTilesPerSide;
        source = shuffledTiles(augmentByThree(normalBgr, random), tiles, tiles, random);
    }
    const double beta = random.uniform(options.keptShare);
    cv::Mat image = normalBgr.clone();
    for (int y = 0; y < image.rows; ++y)
        for (int x = 0; x < image.cols; ++x) {
            if (mask.at<uchar>(y, x) == 0)
                continue;
            auto &pixel = image.at<cv::Vec3b>(y, x);
            const auto &other = source.at<cv::Vec3b>(y, x);
            for (int c = 0; c < 3; ++c) // cut off, not rounded
                pixel[c] = static_cast<uchar>((1.0 - beta) * other[c] + beta * pixel[c]);
        }
    draft = {image, mask};
    return kind;
}

} // namespace

SyntheticSample synthesise(const cv::Mat &normalBgr, const Donors &donors,
                           const SynthesisOptions &options, Random &random)
{
    checkInputs(normalBgr, donors);
    Draft draft{normalBgr.clone(), cv::Mat::zeros(normalBgr.size(), CV_8UC1)};
    Kind kind = Kind::None;
    if (random.chance(options.anomalyProbability)) {
        const cv::Mat foreground = foregroundOf(normalBgr, donors, options);
        if (options.profile == SynthesisProfile::Paper)
            kind = addPaperDefect(normalBgr, foreground, donors, options, random, draft);
        else if (cv::countNonZero(foreground) > 0)
            kind = addDefects(normalBgr, foreground, Kind::None, donors, options, random, draft);
    }
    return finished(draft, kind, options, random);
}

SyntheticSample synthesiseKind(const cv::Mat &normalBgr, Kind kind, const Donors &donors,
                               const SynthesisOptions &options, Random &random)
{
    checkInputs(normalBgr, donors);
    Draft draft{normalBgr.clone(), cv::Mat::zeros(normalBgr.size(), CV_8UC1)};
    const cv::Mat foreground = foregroundOf(normalBgr, donors, options);
    Kind seen = Kind::None;
    if (kind != Kind::None && cv::countNonZero(foreground) > 0)
        seen = addDefects(normalBgr, foreground, kind, donors, options, random, draft);
    return finished(draft, seen, options, random);
}

SyntheticSample varyRealDefect(const cv::Mat &imageBgr, const cv::Mat &mask,
                               const SynthesisOptions &options, Random &random)
{
    return finished({imageBgr.clone(), mask.clone()}, Kind::None, options, random);
}

} // namespace cf::synthesis
