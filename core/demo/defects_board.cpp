#include "core/demo/defects.h"
#include "core/demo/marks.h"

#include <cmath>

namespace cf::demo {

namespace {

cv::Point2f placeOnBoard(double border, Random &random)
{
    const double x = random.uniform(kBoardLeft + border, kBoardLeft + kBoardWidth - border);
    return onCanvas(x, random.uniform(kBoardTop + border, kBoardTop + kBoardHeight - border));
}

const Part &randomPart(std::initializer_list<PartKind> kinds, Random &random)
{
    std::vector<const Part *> fitting;
    for (const Part &part : boardParts())
        for (const PartKind kind : kinds)
            if (part.kind == kind)
                fitting.push_back(&part);
    return *fitting[static_cast<std::size_t>(random.integer(static_cast<int>(fitting.size())))];
}

void contaminate(Scene &scene, double strength, Random &random)
{
    const Material tin{linearColour(186, 190, 192), 0.36F};
    const int what = random.integer(3);
    if (what == 0) { // solder splashes
        const cv::Point2f at = placeOnBoard(25, random);
        const int count = 2 + static_cast<int>(5 * strength);
        for (int i = 0; i < count; ++i)
            bead(scene,
                 at + cv::Point2f(static_cast<float>(15 * random.normal()),
                                  static_cast<float>(15 * random.normal())),
                 static_cast<float>(random.uniform(2.2, 3.5 + 3.5 * strength)), tin);
    } else if (what == 1) {
        const bool light = random.chance(0.5);
        fibre(scene, placeOnBoard(40, random), 80 + 150 * strength,
              static_cast<float>(1.0 + 0.6 * strength),
              {light ? linearColour(222, 220, 214) : linearColour(30, 26, 24), 0.02F}, random);
    } else { // solder between two pins of a chip
        const Part &chip = randomPart({PartKind::Chip}, random);
        const auto along = static_cast<float>((random.integer(8) - 3.5) * 5.6);
        const float away = 0.5F * chip.bodyPx.width + 4.0F;
        const float side = random.chance(0.5) ? 1.0F : -1.0F;
        const bool vertical = random.chance(0.5);
        const cv::Point2f at = chip.at + (vertical ? cv::Point2f(along, side * away)
                                                   : cv::Point2f(side * away, along));
        const auto width = static_cast<float>(7.0 + 4.0 * strength);
        const cv::Size2f extent =
            vertical ? cv::Size2f(width * kCanvasScale,
                                  (3.0F + 3.0F * static_cast<float>(strength)) * kCanvasScale)
                     : cv::Size2f((3.0F + 3.0F * static_cast<float>(strength)) * kCanvasScale,
                                  width * kCanvasScale);
        const Cover bridge =
            polygonCover(boxPolygon(onCanvas(at.x, at.y), extent, random.uniform(-6, 6), 5.0F),
                         scene.height.size());
        cover(scene, bridge, tin);
        raiseDome(scene, bridge, 4.0F);
    }
}

void crackBoard(Scene &scene, double strength, Random &random)
{
    CrackLook look;
    look.radiusPx = static_cast<float>(0.8 + 0.7 * strength);
    if (random.chance(0.5)) { // from the edge into the laminate; fibres show pale
        const bool left = random.chance(0.5);
        const double y = random.uniform(kBoardTop + 50, kBoardTop + kBoardHeight - 50);
        const cv::Point2f start = onCanvas(left ? kBoardLeft + 1 : kBoardLeft + kBoardWidth - 1, y);
        look.inside = random.chance(0.5) ? Material{linearColour(190, 196, 150), 0.02F}
                                         : Material{linearColour(12, 20, 14), 0.0F};
        crack(scene, start, (left ? 0.0 : CV_PI) + random.uniform(-0.6, 0.6), 60 + 110 * strength,
              look, random);
        return;
    }
    const Part &part =
        randomPart({PartKind::Chip, PartKind::SmallOutline, PartKind::Inductor}, random);
    look.inside = {linearColour(146, 142, 134), 0.02F}; // broken moulding compound is pale
    look.branching = 0.12;
    const double angle = random.uniform(0.0, 2 * CV_PI);
    const double reach = 0.42 * std::min(part.bodyPx.width, part.bodyPx.height);
    const cv::Point2f start =
        onCanvas(part.at.x + reach * std::cos(angle), part.at.y + reach * std::sin(angle));
    crack(scene, start, angle + CV_PI + random.uniform(-0.4, 0.4),
          kCanvasScale * reach * (1.2 + 0.6 * strength), look, random);
}

} // namespace

BoardFault boardFault(const std::string &kind, double strength, Random &random)
{
    BoardFault fault;
    const int part = random.integer(static_cast<int>(boardParts().size()));
    if (kind == "missing_part")
        fault.missingPart = part;
    if (kind == "misplaced_part") {
        fault.movedPart = part;
        const double angle = random.uniform(0.0, 2 * CV_PI);
        const double by = 1.5 + 3.0 * strength;
        fault.movedByPx = {static_cast<float>(by * std::cos(angle)),
                           static_cast<float>(by * std::sin(angle))};
        fault.turnedByDeg = random.sign() * (4 + 22 * strength);
        if (boardParts()[static_cast<std::size_t>(part)].kind == PartKind::Chip)
            fault.turnedByDeg *= 0.3;
    }
    return fault;
}

void damageBoard(Scene &scene, const std::string &kind, double strength, Random &random)
{
    if (kind == "contamination") {
        contaminate(scene, strength, random);
    } else if (kind == "crack") {
        crackBoard(scene, strength, random);
    } else if (kind == "scratch") {
        ScratchLook look;
        // Light scratches whiten the lacquer, deep ones reach the copper.
        look.exposed = random.chance(0.5) ? Material{linearColour(206, 148, 96), 0.25F}
                                          : Material{linearColour(150, 184, 156), 0.06F};
        look.radiusPx = static_cast<float>(0.8 + 0.8 * strength);
        look.depthPx = 1.0F;
        look.companions = 2;
        scratch(scene, placeOnBoard(60, random), random.uniform(0.0, CV_PI), 70 + 150 * strength,
                look, strength, random);
    } else if (kind == "stain") {
        StainLook look;
        const bool flux = random.chance(0.6);
        look.veil = flux ? linearColour(168, 128, 62)
                         : linearColour(208, 214, 208); // flux, or dried cleaner
        look.veilOpacity = flux ? 0.55F : 0.42F;
        look.rim = flux ? 0.35F : 0.6F;
        look.tint = {0.9F, 0.9F, 0.9F};
        stain(scene, placeOnBoard(45, random), 22 + 36 * strength * random.uniform(0.7, 1.1), look,
              strength, random);
    }
}

} // namespace cf::demo
