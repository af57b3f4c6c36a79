#include "core/demo/metal.h"

#include "core/demo/noise.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace cf::demo {

namespace {

const cv::Rect2f kPlate(17, 17, 350, 254); // image pixels on an unmoved plate
const cv::Size kPlateImage(kPlateImageWidth, kPlateImageHeight);
constexpr int kMatrixCells = 14;

/// Signed distance to a rounded box, negative inside.
float boxDistance(cv::Point2f p, cv::Point2f centre, float halfWidth, float halfHeight,
                  float corner)
{
    const float dx = std::abs(p.x - centre.x) - halfWidth + corner;
    const float dy = std::abs(p.y - centre.y) - halfHeight + corner;
    const float outsideX = std::max(dx, 0.0F);
    const float outsideY = std::max(dy, 0.0F);
    return std::sqrt(outsideX * outsideX + outsideY * outsideY) + std::min(std::max(dx, dy), 0.0F) -
           corner;
}

/// Image pixels on an unmoved plate, of a canvas pixel.
cv::Point2f inImage(int x, int y)
{
    return {static_cast<float>(x) / kCanvasScaleF - kCanvasMarginPx,
            static_cast<float>(y) / kCanvasScaleF - kCanvasMarginPx};
}

/// Signed distance to the plate's outline in canvas pixels, negative inside.
float plateEdge(cv::Point2f p)
{
    const cv::Point2f centre(kPlate.x + kPlate.width / 2, kPlate.y + kPlate.height / 2);
    return kCanvasScaleF * boxDistance(p, centre, kPlate.width / 2, kPlate.height / 2, 13);
}

/// The milled opening: a slot and a round bore count as boxes with the largest possible corners.
struct Opening
{
    cv::Point2f centre;
    float halfWidth;
    float halfHeight;
    float corner;
    float chamfer;
};

std::vector<Opening> openings(int missingHole)
{
    std::vector<Opening> all;
    const std::vector<Hole> &holes = plateHoles();
    for (std::size_t i = 0; i < holes.size(); ++i)
        if (static_cast<int>(i) != missingHole)
            all.push_back({holes[i].at, holes[i].radiusPx, holes[i].radiusPx, holes[i].radiusPx,
                           holes[i].chamferPx});
    all.push_back({{286, 211}, 40, 10, 10, 2.0F});
    return all;
}

cv::Mat1f solidMetal(cv::Size canvas)
{
    const std::vector<Opening> holes = openings(-1);
    cv::Mat1f metal(canvas);
    for (int y = 0; y < canvas.height; ++y) {
        for (int x = 0; x < canvas.width; ++x) {
            const cv::Point2f p = inImage(x, y);
            float edge = plateEdge(p);
            for (const Opening &hole : holes)
                edge = std::max(edge, -kCanvasScaleF * boxDistance(p, hole.centre, hole.halfWidth,
                                                                   hole.halfHeight, hole.corner));
            metal(y, x) = smoothStep(0.8F, -0.8F, edge);
        }
    }
    return metal;
}

void cutOpening(Scene &scene, const Opening &opening, const cv::Mat1f &grain,
                const cv::Vec3f &below)
{
    const float reach = std::max(opening.halfWidth, opening.halfHeight) + opening.chamfer + 3.0F;
    const cv::Rect area =
        cv::Rect(cv::Point(onCanvas(opening.centre.x - reach, opening.centre.y - reach)),
                 cv::Point(onCanvas(opening.centre.x + reach, opening.centre.y + reach))) &
        cv::Rect({0, 0}, scene.height.size());
    for (int y = area.y; y < area.br().y; ++y) {
        for (int x = area.x; x < area.br().x; ++x) {
            const cv::Point2f p = inImage(x, y);
            const float edge = kCanvasScaleF * boxDistance(p, opening.centre, opening.halfWidth,
                                                           opening.halfHeight, opening.corner);
            const float chamfer = kCanvasScaleF * opening.chamfer;
            if (edge >= chamfer + 1.0F)
                continue;
            // The chamfer is turned, not brushed: no grain, a slope towards the hole.
            const float onChamfer = smoothStep(chamfer + 0.8F, chamfer - 0.8F, edge);
            scene.height(y, x) -=
                onChamfer *
                (0.9F * grain(y, x) + 0.8F * std::max(0.0F, chamfer - std::max(edge, 0.0F)));
            scene.gloss(y, x) *= 1.0F + 0.5F * onChamfer;
            const float inside = smoothStep(0.7F, -0.7F, edge);
            if (inside <= 0.0F)
                continue;
            // Looking slightly along the wall: one side of it shows as a bright crescent.
            const float wall =
                kCanvasScaleF * boxDistance(p - cv::Point2f(1.1F, 1.5F), opening.centre,
                                            opening.halfWidth, opening.halfHeight, opening.corner);
            const float onWall = smoothStep(-1.5F, 0.5F, wall);
            const cv::Vec3f seen = below * (1.0F - onWall) + cv::Vec3f::all(0.16F) * onWall;
            scene.albedo(y, x) = scene.albedo(y, x) * (1.0F - inside) + seen * inside;
            scene.gloss(y, x) *= 1.0F - inside;
            scene.light(y, x) =
                scene.light(y, x) * (1.0F - inside) + inside * (0.35F + 0.65F * onWall);
            scene.height(y, x) *= 1.0F - 0.999F * inside;
        }
    }
}

/// Data matrix: solid left and lower side, broken right and upper side, fixed content (a part
/// number).
Cover dataMatrix(cv::Point2f topLeft, float cellPx, cv::Size canvas)
{
    Random content(20571);
    Cover matrix{cv::Rect({0, 0}, canvas), cv::Mat1f::zeros(canvas)};
    for (int row = 0; row < kMatrixCells; ++row) {
        for (int column = 0; column < kMatrixCells; ++column) {
            bool dark = content.chance(0.5);
            if (column == 0 || row == kMatrixCells - 1)
                dark = true;
            else if (row == 0)
                dark = column % 2 == 0;
            else if (column == kMatrixCells - 1)
                dark = row % 2 == 1;
            if (!dark)
                continue;
            const cv::Point2f centre =
                topLeft + cv::Point2f((static_cast<float>(column) + 0.5F) * cellPx,
                                      (static_cast<float>(row) + 0.5F) * cellPx);
            // A laser burns slightly round cells that touch each other.
            const Cover cell = polygonCover(
                boxPolygon(centre, {cellPx * 1.02F, cellPx * 1.02F}, 0.0, cellPx * 0.2F), canvas);
            if (!cell.amount.empty())
                matrix.amount(cell.area) = cv::max(matrix.amount(cell.area), cell.amount);
        }
    }
    return matrix;
}

void burnPrint(Scene &scene, int missing, const cv::Mat1f &patchy)
{
    const cv::Size canvas = scene.height.size();
    cv::Mat1f ink = cv::Mat1f::zeros(canvas);
    const auto add = [&](const Cover &part) {
        if (!part.amount.empty())
            ink(part.area) = cv::max(ink(part.area), part.amount);
    };
    if (missing != 0)
        add(dataMatrix(onCanvas(214, 62), 4.4F * kCanvasScaleF, canvas));
    if (missing != 1)
        add(textCover("CF-2071", onCanvas(244, 146), 12 * kCanvasScaleF, 2.1 * kCanvasScaleF, 0,
                      canvas));
    if (missing != 2) {
        Cover line = textCover("LOT 48", onCanvas(240, 168), 10 * kCanvasScaleF,
                               1.6 * kCanvasScaleF, 0, canvas);
        if (missing == 3) // the laser stopped before the number
            line.amount.colRange(cvRound(0.56 * line.amount.cols), line.amount.cols) = 0.0F;
        add(line);
    }
    // A maker's sign: a ring with a bar.
    add(polygonCover(discPolygon(onCanvas(318, 84), 15 * kCanvasScaleF), canvas));
    const Cover core = polygonCover(discPolygon(onCanvas(318, 84), 12.4F * kCanvasScaleF), canvas);
    ink(core.area) = cv::min(ink(core.area), 1.0F - core.amount);
    add(polygonCover(
        boxPolygon(onCanvas(318, 84), {17 * kCanvasScaleF, 3.4F * kCanvasScaleF}, -35, 2.0F),
        canvas));
    add(polygonCover(
        boxPolygon(onCanvas(318, 84), {10 * kCanvasScaleF, 3.0F * kCanvasScaleF}, 55, 2.0F),
        canvas));

    for (int y = 0; y < canvas.height; ++y) {
        for (int x = 0; x < canvas.width; ++x) {
            const float amount = ink(y, x) * std::min(1.0F, 0.93F + 0.05F * patchy(y, x));
            if (amount <= 0.0F)
                continue;
            scene.albedo(y, x) = scene.albedo(y, x) * (1.0F - 0.72F * amount);
            scene.gloss(y, x) *= 1.0F - 0.88F * amount;
        }
    }
}

} // namespace

const std::vector<Hole> &plateHoles()
{
    static const std::vector<Hole> holes = {
        {{40, 40}, 7.5F, 2.5F},   {{344, 40}, 7.5F, 2.5F},   {{40, 248}, 7.5F, 2.5F},
        {{344, 248}, 7.5F, 2.5F}, {{86, 226}, 5.0F, 1.5F},   {{116, 226}, 5.0F, 1.5F},
        {{146, 226}, 5.0F, 1.5F}, {{112, 124}, 44.0F, 4.0F},
    };
    return holes;
}

const cv::Mat1f &plateCover()
{
    static const cv::Mat1f metal = solidMetal(emptyScene(kPlateImage).height.size());
    return metal;
}

Lamp plateLamp(Random &random)
{
    Lamp lamp;
    lamp.towards = {static_cast<float>(-0.5 + 0.03 * random.normal()),
                    static_cast<float>(-0.7 + 0.03 * random.normal())};
    lamp.ambient = 0.5F;
    // A long lamp above the line: a bright band across the brushing that wanders a little.
    lamp.mirrorSlope = {static_cast<float>(0.03 + 0.03 * random.normal()),
                        static_cast<float>(0.05 + 0.02 * random.normal())};
    lamp.mirrorPerPx = {0.00055F, 0.0F};
    lamp.mirrorWidth = {0.30F, 0.42F};
    return lamp;
}

Scene machinePlate(Random random, const PlateFault &fault)
{
    Scene scene = emptyScene(kPlateImage);
    const cv::Size canvas = scene.height.size();
    const cv::Mat1f speckle = whiteNoise(canvas, random);
    const cv::Mat1f cloudy = fractalNoise(canvas, 160, 3, random);
    // Brushing: long and short streaks together, as a belt of mixed grit leaves them.
    cv::Mat1f grain = streakNoise(canvas, 260, random) * 0.55F +
                      streakNoise(canvas, 60, random) * 0.55F +
                      streakNoise(canvas, 14, random) * 0.35F;
    cv::GaussianBlur(grain, grain, {}, 0.01, 0.75);
    const cv::Mat1f coarse = streakNoise(canvas, 400, random);
    cv::Mat1f bands;
    cv::GaussianBlur(coarse, bands, {}, 0.01, 5.0);
    const cv::Mat1f patchy = smoothNoise(canvas, {9, 9}, random);
    const cv::Vec3f support = linearColour(44, 46, 50);

    for (int y = 0; y < canvas.height; ++y) {
        for (int x = 0; x < canvas.width; ++x) {
            const cv::Point2f p = inImage(x, y);
            const float edge = plateEdge(p);
            const float onPlate = smoothStep(0.8F, -0.8F, edge);
            const float chamfer = 4.0F;
            const float relief = 0.16F * grain(y, x);
            const float streaked =
                1.0F + 0.045F * grain(y, x) + 0.10F * bands(y, x) + 0.02F * cloudy(y, x);
            const cv::Vec3f steel = cv::Vec3f(0.285F, 0.28F, 0.275F) * streaked;
            // Rubber-like support with a fine grain, darker in the shadow of the plate.
            const float shadow =
                1.0F - 0.75F * smoothStep(9.0F, 0.0F, plateEdge(p - cv::Point2f(2.2F, 3.0F)));
            const cv::Vec3f ground =
                support * (1.0F + 0.10F * speckle(y, x) + 0.08F * cloudy(y, x));
            scene.albedo(y, x) = ground * (1.0F - onPlate) + steel * onPlate;
            scene.gloss(y, x) = 0.004F * (1.0F - onPlate) + 0.34F * streaked * onPlate;
            scene.light(y, x) = shadow * (1.0F - onPlate) + onPlate;
            const float slopeDown = 0.55F * std::max(0.0F, chamfer + std::min(edge, 0.0F));
            scene.height(y, x) = onPlate * (relief * smoothStep(0.0F, -chamfer, edge) - slopeDown);
        }
    }
    const cv::Mat1f relief = grain * 0.16F;
    for (const Opening &opening : openings(fault.missingHole))
        cutOpening(scene, opening, relief, support * 0.45F);
    burnPrint(scene, fault.missingPrint, patchy);
    return scene;
}

} // namespace cf::demo
