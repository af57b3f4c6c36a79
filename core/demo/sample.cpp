#include "core/demo/sample.h"

#include "core/demo/defects.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

namespace cf::demo {

namespace {

constexpr int kAttempts = 8;
constexpr int kSmallestDefectPx = 45;
constexpr double kClearestChange = 28.0; // somewhere a defect must be seen without searching
constexpr int kSmallestSpeckPx = 6;
constexpr double kLargestShare = 0.2; // of the picture

cv::Mat3f photograph(const SampleId &id, const Scene &scene, const Lamp &lamp,
                     const Exposure &exposure)
{
    return expose(shade(scene, lamp), imageSize(id.category), exposure);
}

Lamp lampFor(Category category, Random &random)
{
    switch (category) {
    case Category::Cloth:
        return clothLamp(random);
    case Category::BrushedMetal:
        return plateLamp(random);
    case Category::CircuitBoard:
        return boardLamp(random);
    }
    throw std::invalid_argument("no such category");
}

ExposureRange rangeFor(Category category)
{
    ExposureRange range;
    if (category == Category::Cloth)
        range.maxAngleDeg = 1.0; // cloth has its own irregularity
    return range;
}

/// The piece with its defect; `random` is the defect's own stream.
Scene damagedScene(const SampleId &id, const Scene &intact, const Random &object, double strength,
                   Random &random)
{
    const cv::Size size = imageSize(id.category);
    switch (id.category) {
    case Category::Cloth:
        if (const auto gap = clothFault(id.kind, size, strength, random))
            return weaveCloth(size, object, gap);
        break;
    case Category::BrushedMetal:
        if (const PlateFault fault = plateFault(id.kind, random);
            fault.missingHole >= 0 || fault.missingPrint >= 0)
            return machinePlate(object, fault);
        break;
    case Category::CircuitBoard:
        if (const BoardFault fault = boardFault(id.kind, strength, random);
            fault.missingPart >= 0 || fault.movedPart >= 0)
            return assembleBoard(size, object, fault);
        break;
    }
    Scene scene = intact.clone();
    switch (id.category) {
    case Category::Cloth:
        damageCloth(scene, id.kind, size, strength, random);
        break;
    case Category::BrushedMetal:
        damagePlate(scene, id.kind, strength, random);
        break;
    case Category::CircuitBoard:
        damageBoard(scene, id.kind, strength, random);
        break;
    }
    return scene;
}

Scene intactScene(const SampleId &id, const Random &object)
{
    const cv::Size size = imageSize(id.category);
    switch (id.category) {
    case Category::Cloth:
        return weaveCloth(size, object, {});
    case Category::BrushedMetal:
        return machinePlate(object, {});
    case Category::CircuitBoard:
        return assembleBoard(size, object, {});
    }
    throw std::invalid_argument("no such category");
}

/// Largest change over the channels, in grey levels.
cv::Mat1f change(const cv::Mat3f &before, const cv::Mat3f &after, bool grey)
{
    cv::Mat first = before;
    cv::Mat second = after;
    if (grey) {
        cv::cvtColor(before, first, cv::COLOR_BGR2GRAY);
        cv::cvtColor(after, second, cv::COLOR_BGR2GRAY);
    }
    cv::Mat difference;
    cv::absdiff(first, second, difference);
    if (grey)
        return difference;
    cv::Mat channels[3];
    cv::split(difference, channels);
    return cv::Mat(cv::max(cv::max(channels[0], channels[1]), channels[2]));
}

cv::Mat1b maskOf(const cv::Mat1f &changed)
{
    cv::Mat1b mask;
    cv::Mat(changed > kVisibleChange).copyTo(mask);
    // Pixels of a changed area that happen to look the same as before belong to it.
    cv::morphologyEx(mask, mask, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
    cv::Mat1i labels;
    cv::Mat1i stats;
    cv::Mat centroids;
    cv::connectedComponentsWithStats(mask, labels, stats, centroids, 8);
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            if (mask(y, x) != 0 && stats(labels(y, x), cv::CC_STAT_AREA) < kSmallestSpeckPx)
                mask(y, x) = 0;
    return mask;
}

} // namespace

std::string folderName(Category category)
{
    switch (category) {
    case Category::Cloth:
        return "cloth";
    case Category::BrushedMetal:
        return "brushed_metal";
    case Category::CircuitBoard:
        return "circuit_board";
    }
    return {};
}

const std::vector<std::string> &defectKinds(Category category)
{
    static const std::vector<std::string> cloth = {"contamination", "crease", "cut",
                                                   "missing_yarn",  "scuff",  "stain"};
    static const std::vector<std::string> metal = {"contamination", "crack",   "dent",
                                                   "missing_part",  "scratch", "stain"};
    static const std::vector<std::string> board = {"contamination", "crack",   "misplaced_part",
                                                   "missing_part",  "scratch", "stain"};
    switch (category) {
    case Category::Cloth:
        return cloth;
    case Category::BrushedMetal:
        return metal;
    case Category::CircuitBoard:
        break;
    }
    return board;
}

cv::Size imageSize(Category category)
{
    switch (category) {
    case Category::Cloth:
        return {320, 320};
    case Category::BrushedMetal:
        return {kPlateImageWidth, kPlateImageHeight};
    case Category::CircuitBoard:
        break;
    }
    return {320, 256};
}

Sample renderSample(std::uint64_t seed, const SampleId &id)
{
    const std::vector<std::string> &kinds = defectKinds(id.category);
    const bool good = id.kind == "good";
    if (!good && std::find(kinds.begin(), kinds.end(), id.kind) == kinds.end())
        throw std::invalid_argument("no defect kind " + id.kind + " in " + folderName(id.category));

    const std::string category = folderName(id.category);
    const std::string split = id.train ? "train" : "test";
    const auto stream = [&](std::string_view what) {
        return streamSeed(seed, {category, split, id.kind, what},
                          static_cast<std::uint64_t>(id.index));
    };
    const bool grey = id.category == Category::BrushedMetal;
    const Random object(stream("object"));
    Random light(stream("light"));
    Random camera(stream("camera"));
    const Lamp lamp = lampFor(id.category, light);
    const Exposure exposure = randomExposure(rangeFor(id.category), camera);
    const Scene intact = intactScene(id, object);
    const cv::Mat3f intactSeen = photograph(id, intact, lamp, exposure);

    Sample sample;
    if (good) {
        sample.image = develop(intactSeen, exposure, grey, stream("noise"));
        return sample;
    }
    // From subtle to strong, evenly spread however many there are.
    const double spread = 0.5 + 0.6180339887498949 * id.index;
    double strength = 0.3 + 0.7 * (spread - std::floor(spread));
    const std::uint64_t defectSeed = stream("defect");
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        Random random(mixedBits(defectSeed + static_cast<std::uint64_t>(attempt)));
        const Scene damaged = damagedScene(id, intact, object, strength, random);
        const cv::Mat3f seen = photograph(id, damaged, lamp, exposure);
        const cv::Mat1f changed = change(intactSeen, seen, grey);
        sample.mask = maskOf(changed);
        sample.image = develop(seen, exposure, grey, stream("noise"));
        double strongest = 0.0;
        cv::minMaxLoc(changed, nullptr, &strongest);
        const int areaPx = cv::countNonZero(sample.mask);
        if (areaPx >= kSmallestDefectPx && strongest >= kClearestChange &&
            areaPx <= kLargestShare * static_cast<double>(sample.mask.total()))
            break;
        strength =
            std::min(1.0, strength * 1.2); // it fell on something that hides it: again, elsewhere
    }
    sample.intact = develop(intactSeen, exposure, grey, stream("noise"));
    return sample;
}

} // namespace cf::demo
