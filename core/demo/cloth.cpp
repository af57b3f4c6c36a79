#include "core/demo/cloth.h"

#include "core/demo/noise.h"

#include <cmath>
#include <vector>

namespace cf::demo {

namespace {

constexpr float kYarnPx = 15.0F; // canvas pixels from yarn to yarn
constexpr int kTableSize = 1024;

struct Yarn
{
    float thickness; // relative
    cv::Vec3f tone;  // factor on the colour
    float twistPhase;
};

std::vector<Yarn> spinYarns(int count, double toneChange, Random &random)
{
    std::vector<Yarn> yarns;
    for (int i = 0; i < count; ++i) {
        const double tone = 1.0 + toneChange * random.normal();
        const double hue = 0.015 * random.normal();
        // Now and then a slub: a thicker yarn, as natural fibres have it.
        const double slub = random.chance(0.04) ? 0.10 : 0.0;
        yarns.push_back({static_cast<float>(1.0 + 0.035 * random.normal() + slub),
                         cv::Vec3f(static_cast<float>(tone * (1 + hue)), static_cast<float>(tone),
                                   static_cast<float>(tone * (1 - hue))),
                         static_cast<float>(random.uniform())});
    }
    return yarns;
}

/// How high a yarn lies along the twill's period of four crossings, -1 (under) .. 1 (over).
std::vector<float> undulation()
{
    std::vector<float> table(kTableSize);
    for (int i = 0; i < kTableSize; ++i)
        table[static_cast<std::size_t>(i)] = static_cast<float>(
            std::tanh(1.25 * std::sin(2 * CV_PI * (4.0 * i / kTableSize + 0.5) / 4.0)));
    return table;
}

float looked(const std::vector<float> &table, float crossings)
{
    const float turns = crossings * 0.25F;
    const float part = turns - std::floor(turns);
    return table[static_cast<std::size_t>(part * kTableSize) % kTableSize];
}

/// Height and colour factor of a yarn at `across` (-0.5 .. 0.5 between its neighbours) and `along`
/// in crossings.
struct YarnPoint
{
    float height;
    float strand;
    bool hit;
};

YarnPoint yarnAt(const Yarn &yarn, float across, float along, float wave)
{
    // A float swells in its middle and narrows where the yarn dives under the next one.
    const float t = across / (yarn.thickness * (0.46F + 0.07F * wave));
    if (std::abs(t) >= 1.0F)
        return {0.0F, 0.0F, false};
    const float round = std::sqrt(1.0F - t * t);
    // Fibres wind around the yarn: fine slanting lines, steeper towards the yarn's edge.
    const float turn = 2.2F * along + 0.55F * t + yarn.twistPhase;
    const float phase = turn - std::floor(turn);
    const float strand = std::abs(2.0F * phase - 1.0F);
    return {4.4F * wave + 4.2F * round, strand, true};
}

} // namespace

Lamp clothLamp(Random &random)
{
    Lamp lamp;
    lamp.towards = {static_cast<float>(-0.55 + 0.04 * random.normal()),
                    static_cast<float>(-0.65 + 0.04 * random.normal())};
    lamp.ambient = 0.42F;
    lamp.mirrorSlope = {0.25F, 0.3F};
    lamp.mirrorWidth = {0.5F, 0.5F};
    return lamp;
}

Scene weaveCloth(cv::Size imageSize, Random random, const std::optional<YarnGap> &gap)
{
    Scene scene = emptyScene(imageSize);
    const cv::Size canvas = scene.height.size();
    const int yarnCount =
        static_cast<int>(static_cast<float>(std::max(canvas.width, canvas.height)) / kYarnPx) + 12;
    const std::vector<Yarn> warps = spinYarns(yarnCount, 0.05, random);
    const std::vector<Yarn> wefts = spinYarns(yarnCount, 0.06, random);
    const cv::Vec3f warpColour = linearColour(66, 86, 122);
    const cv::Vec3f weftColour = linearColour(196, 186, 164);

    const cv::Mat1f bendX = smoothNoise(canvas, {260, 260}, random) * 3.5F +
                            smoothNoise(canvas, {40, 90}, random) * 0.8F;
    const cv::Mat1f bendY = smoothNoise(canvas, {260, 260}, random) * 3.5F +
                            smoothNoise(canvas, {90, 40}, random) * 0.8F;
    const cv::Mat1f fuzz = whiteNoise(canvas, random);
    const cv::Mat1f wear = fractalNoise(canvas, 120, 3, random);
    const cv::Mat1f folds = smoothNoise(canvas, {300, 190}, random) * 8.0F +
                            smoothNoise(canvas, {90, 140}, random) * 1.2F;
    const auto startX = static_cast<float>(random.uniform(2.0, 6.0));
    const auto startY = static_cast<float>(random.uniform(2.0, 6.0));
    const std::vector<float> waves = undulation();

    const auto crossingX = [&](int y, int x) {
        return startX + (static_cast<float>(x) + bendX(y, x)) / kYarnPx;
    };
    const auto crossingY = [&](int y, int x) {
        return startY + (static_cast<float>(y) + bendY(y, x)) / kYarnPx;
    };
    int gapYarn = -1;
    if (gap) {
        const cv::Point at(cvRound(gap->at.x), cvRound(gap->at.y));
        gapYarn = cvFloor(gap->alongX ? crossingY(at.y, at.x) : crossingX(at.y, at.x));
    }

    for (int y = 0; y < canvas.height; ++y) {
        for (int x = 0; x < canvas.width; ++x) {
            const float u = crossingX(y, x);
            const float v = crossingY(y, x);
            const int warp = cvFloor(u);
            const int weft = cvFloor(v);
            const float acrossWarp = u - static_cast<float>(warp) - 0.5F;
            const float acrossWeft = v - static_cast<float>(weft) - 0.5F;
            // 2/2 twill: a warp yarn lies over where (warp - weft) mod 4 is 0 or 1, and the weft
            // under it.
            const float warpWave = looked(waves, static_cast<float>(warp) - v + 0.5F);
            const float weftWave = -looked(waves, u - 0.5F - static_cast<float>(weft));
            const Yarn &warpYarn = warps[static_cast<std::size_t>(warp) % warps.size()];
            const Yarn &weftYarn = wefts[static_cast<std::size_t>(weft) % wefts.size()];
            YarnPoint onWarp = yarnAt(warpYarn, acrossWarp, v, warpWave);
            YarnPoint onWeft = yarnAt(weftYarn, acrossWeft, u, weftWave);
            if (gap) {
                const float along =
                    static_cast<float>(gap->alongX ? x : y) - (gap->alongX ? gap->at.x : gap->at.y);
                if (std::abs(along) < 0.5F * gap->lengthPx) {
                    if (gap->alongX && weft == gapYarn)
                        onWeft.hit = false;
                    if (!gap->alongX && warp == gapYarn)
                        onWarp.hit = false;
                }
            }
            float height = -6.0F; // what shows between the yarns: more yarn, in the dark
            cv::Vec3f colour = warpColour * 0.10F;
            float strand = 0.5F;
            if (onWarp.hit && (!onWeft.hit || onWarp.height >= onWeft.height)) {
                height = onWarp.height;
                colour = warpColour.mul(warpYarn.tone);
                strand = onWarp.strand;
            } else if (onWeft.hit) {
                height = onWeft.height;
                colour = weftColour.mul(weftYarn.tone);
                strand = onWeft.strand;
            }
            // Deep places get less light from all sides.
            const float open = smoothStep(-7.0F, 7.5F, height);
            const float tone = (0.80F + 0.26F * strand) * (1.0F + 0.05F * fuzz(y, x)) *
                               (1.0F + 0.035F * wear(y, x)) * (0.22F + 0.78F * open);
            scene.albedo(y, x) = colour * tone;
            scene.gloss(y, x) = 0.02F * open;
            scene.height(y, x) = 0.42F * height + folds(y, x) + 0.10F * fuzz(y, x);
        }
    }
    return scene;
}

} // namespace cf::demo
