#include "core/demo/defects.h"
#include "core/demo/marks.h"

#include <cmath>

namespace cf::demo {

namespace {

/// A place on the plate at least `clear` image pixels from its edge and its holes.
cv::Point2f placeOnPlate(double clear, Random &random)
{
    for (int attempt = 0;; ++attempt) {
        const double x = random.uniform(22 + clear, 362 - clear);
        const double y = random.uniform(22 + clear, 266 - clear);
        bool free = std::abs(x - 286) > 46 + 0.5 * clear || std::abs(y - 211) > 14 + 0.5 * clear;
        for (const Hole &hole : plateHoles())
            free = free && std::hypot(x - hole.at.x, y - hole.at.y) >
                               hole.radiusPx + hole.chamferPx + 0.5 * clear;
        if (free || attempt > 200)
            return onCanvas(x, y);
    }
}

/// Undoes what was drawn where there is no metal: in the holes and beside the plate.
void keepToMetal(Scene &scene, const Scene &before)
{
    const cv::Mat1f &metal = plateCover();
    for (int y = 0; y < metal.rows; ++y) {
        for (int x = 0; x < metal.cols; ++x) {
            const float here = metal(y, x);
            scene.albedo(y, x) = scene.albedo(y, x) * here + before.albedo(y, x) * (1.0F - here);
            scene.gloss(y, x) = scene.gloss(y, x) * here + before.gloss(y, x) * (1.0F - here);
            scene.height(y, x) = scene.height(y, x) * here + before.height(y, x) * (1.0F - here);
        }
    }
}

} // namespace

PlateFault plateFault(const std::string &kind, Random &random)
{
    PlateFault fault;
    if (kind != "missing_part")
        return fault;
    if (random.chance(0.5))
        fault.missingHole = random.integer(kSmallHoles);
    else
        fault.missingPrint = random.integer(4);
    return fault;
}

void damagePlate(Scene &scene, const std::string &kind, double strength, Random &random)
{
    const Scene before = scene.clone();
    if (kind == "contamination") {
        const cv::Point2f at = placeOnPlate(14, random);
        const int what = random.integer(3);
        if (what == 0)
            swarf(scene, at, random.uniform(0.0, 6.28), 2 + random.integer(3),
                  static_cast<float>(5 + 5 * strength), random);
        else if (what == 1)
            fibre(scene, at, 60 + 150 * strength, static_cast<float>(0.9 + 0.6 * strength),
                  {linearColour(40, 38, 36), 0.01F}, random);
        else
            for (int i = 0; i < 1 + static_cast<int>(5 * strength); ++i)
                flake(scene,
                      at + cv::Point2f(static_cast<float>(16 * random.normal()),
                                       static_cast<float>(16 * random.normal())),
                      static_cast<float>(random.uniform(2.5, 4.0 + 5 * strength)),
                      {linearColour(96, 96, 98), 0.1F}, random);
    } else if (kind == "crack") {
        // Cracks start at the edge of a hole, where the metal is weakest, or at the rim of the
        // plate.
        const Hole &hole = plateHoles()[static_cast<std::size_t>(
            random.integer(static_cast<int>(plateHoles().size())))];
        const double heading =
            std::atan2(144 - hole.at.y, 192 - hole.at.x) + random.uniform(-1.0, 1.0);
        const double reach = hole.radiusPx + 0.6 * hole.chamferPx;
        const cv::Point2f start =
            onCanvas(hole.at.x + reach * std::cos(heading), hole.at.y + reach * std::sin(heading));
        CrackLook look;
        look.inside = {linearColour(34, 34, 36), 0.0F};
        look.radiusPx = static_cast<float>(0.7 + 0.7 * strength);
        crack(scene, start, heading, 40 + 90 * strength, look, random);
    } else if (kind == "dent") {
        const double radius = 11 + 16 * strength * random.uniform(0.7, 1.1);
        const cv::Point2f at = placeOnPlate(0.5 * radius, random);
        dent(scene, at, radius, 0.10 + 0.22 * strength, random);
    } else if (kind == "scratch") {
        const cv::Point2f at = placeOnPlate(24, random);
        ScratchLook look;
        const bool deep = random.chance(0.5);
        look.exposed = deep ? Material{linearColour(70, 70, 72), 0.04F}
                            : Material{linearColour(206, 206, 206), 0.30F};
        look.radiusPx = static_cast<float>(0.6 + 0.7 * strength);
        look.depthPx = static_cast<float>(0.4 + 0.6 * strength);
        // Along the brushing nobody would see it.
        const double heading = random.sign() * random.uniform(0.25, 1.5);
        scratch(scene, at, heading, 70 + 180 * strength, look, strength, random);
    } else if (kind == "stain") {
        StainLook look;
        const bool oil = random.chance(0.5);
        look.tint = cv::Vec3f::all(oil ? 0.62F : 0.8F);
        look.glossFactor = oil ? 0.45F : 0.62F;
        look.rim = oil ? 0.25F : 0.75F; // water leaves little but its edge
        const double radius = 18 + 38 * strength * random.uniform(0.6, 1.1);
        const cv::Point2f at = placeOnPlate(0.4 * radius, random);
        stain(scene, at, radius, look, strength, random);
        if (!oil)
            for (int i = 0; i < 3; ++i)
                stain(scene,
                      at + cv::Point2f(static_cast<float>(radius * random.normal()),
                                       static_cast<float>(radius * random.normal())),
                      6 + 8 * random.uniform(), look, strength, random);
    }
    if (kind != "contamination") // which may lie across a hole
        keepToMetal(scene, before);
}

} // namespace cf::demo
