#include "core/demo/defects.h"
#include "core/demo/marks.h"

#include <cmath>

namespace cf::demo {

namespace {

cv::Point2f placeOnCloth(cv::Size imageSize, double border, Random &random)
{
    const double x = random.uniform(border, imageSize.width - border);
    return onCanvas(x, random.uniform(border, imageSize.height - border));
}

} // namespace

std::optional<YarnGap> clothFault(const std::string &kind, cv::Size imageSize, double strength,
                                  Random &random)
{
    if (kind != "missing_yarn")
        return std::nullopt;
    YarnGap gap;
    gap.alongX = random.chance(0.5);
    gap.at = placeOnCloth(imageSize, 60, random);
    gap.lengthPx = static_cast<float>((80 + 360 * strength) * random.uniform(0.8, 1.2));
    return gap;
}

void damageCloth(Scene &scene, const std::string &kind, cv::Size imageSize, double strength,
                 Random &random)
{
    const cv::Point2f at = placeOnCloth(imageSize, 55, random);
    const double heading = random.uniform(0.0, CV_PI);
    if (kind == "contamination") {
        const int what = random.integer(3);
        if (what == 0) {
            const bool dark = random.chance(0.5);
            fibre(scene, at, 70 + 170 * strength, static_cast<float>(1.0 + 0.7 * strength),
                  {dark ? linearColour(28, 24, 24) : linearColour(196, 52, 48), 0.02F}, random);
        } else if (what == 1) {
            flake(scene, at, static_cast<float>(5 + 8 * strength),
                  {linearColour(92, 74, 46), 0.02F}, random); // a husk
            dust(scene, at, 16, 4, {linearColour(92, 74, 46), 0.01F}, random);
        } else {
            dust(scene, at, 14 + 14 * strength, static_cast<int>(10 + 25 * strength),
                 {linearColour(40, 36, 34), 0.01F}, random);
        }
    } else if (kind == "crease") {
        crease(scene, at, heading, 150 + 300 * strength, strength, random);
    } else if (kind == "cut") {
        tear(scene, at, heading, 60 + 120 * strength, static_cast<float>(2.2 + 4.8 * strength),
             {linearColour(66, 86, 122), linearColour(196, 186, 164)}, random);
    } else if (kind == "scuff") {
        scuff(scene, at, heading, 70 + 90 * strength, 28 + 26 * strength,
              {linearColour(196, 192, 186), 0.01F}, strength, random);
    } else if (kind == "stain") {
        StainLook look;
        if (random.chance(0.6))
            look.tint = {0.14F, 0.27F, 0.44F}; // coffee
        else
            look.tint = {0.32F, 0.33F, 0.34F}; // oil
        look.rim = 0.45F;
        look.glossFactor = 0.6F;
        look.wicking = 0.12;
        stain(scene, at, 34 + 50 * strength * random.uniform(0.7, 1.1), look, strength, random);
    }
}

} // namespace cf::demo
