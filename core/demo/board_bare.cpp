#include "core/demo/board.h"
#include "core/demo/noise.h"

#include <cmath>

namespace cf::demo {

namespace {

/// A copper track as its corner points, image pixels.
using Track = std::vector<cv::Point2f>;

struct Layout
{
    std::vector<Track> signals;
    std::vector<Track> power;
    std::vector<cv::Point2f> vias;
};

/// Tracks from the pins of the big chip outwards, and between the other parts; the corners are of
/// 45 degrees.
Layout route()
{
    Layout layout;
    const auto pin = [](int i) { return static_cast<float>(i - 4) * 5.6F; };
    for (int i = 0; i < 9; ++i) {
        const float x = 160 + pin(i);
        const float y = 124 + pin(i);
        const auto step = static_cast<float>(i);
        // Left side: a bus that turns down to the header.
        if (i != 4) {
            const float lane = 121 - step * 4.5F;
            layout.signals.push_back({{124, y},
                                      {lane + 4, y},
                                      {lane, y + 4},
                                      {lane, 176 - step * 1.5F},
                                      {lane - 10, 186 - step * 1.5F},
                                      {36 + step * 7.0F, 186 - step * 1.5F + 2},
                                      {36 + step * 7.0F, 200}});
        }
        // Upper side: short ones to the resistors and vias.
        if (i < 4)
            layout.signals.push_back({{x, 88},
                                      {x, 80 - step * 3},
                                      {x - 14 + step * 4, 66 - step * 3 + step * 4 - 4},
                                      {92 + step * 14, 56 - step},
                                      {92 + step * 14, 48}});
        else if (i % 2 == 0)
            layout.signals.push_back({{x, 88},
                                      {x, 76},
                                      {x + 6, 70},
                                      {x + 6, 40 + step},
                                      {x + 12, 34 + step},
                                      {x + 12, 26}});
        // Right side: to the driver and the resistors.
        layout.signals.push_back({{196, y},
                                  {203 + step * 0.5F, y},
                                  {207 + step * 0.5F, y + (i < 4 ? -4 : 4)},
                                  {207 + step * 0.5F, y + (i < 4 ? -8 : 8) + 3}});
        // Lower side: to the crystal and away.
        if (i == 3 || i == 5)
            layout.signals.push_back(
                {{x, 160},
                 {x, 168},
                 {i == 3 ? 146.0F : 174.0F, 168 + std::abs(x - (i == 3 ? 146.0F : 174.0F))},
                 {i == 3 ? 146.0F : 174.0F, 186}});
        else
            layout.signals.push_back({{x, 160}, {x, 166 + (i % 3) * 3.0F}});
        if (i != 3 && i != 5)
            layout.vias.push_back({x, 168 + (i % 3) * 3.0F});
        if (i % 2 == 0 && i >= 4)
            layout.vias.push_back({x + 12, 25});
        layout.vias.push_back({207 + step * 0.5F, y + (i < 4 ? -5.0F : 11.0F)});
    }
    for (int i = 0; i < 4; ++i) {
        const auto step = static_cast<float>(i);
        layout.signals.push_back({{78, 77 + step * 10},
                                  {85 + step, 77 + step * 10},
                                  {88 + step, 80 + step * 10},
                                  {88 + step, 96 + step * 12}});
        layout.signals.push_back({{46, 77 + step * 10},
                                  {36 - step * 4, 77 + step * 10},
                                  {32 - step * 4, 81 + step * 10},
                                  {32 - step * 4, 150 + step * 4},
                                  {40, 164 - step * 2}});
        layout.signals.push_back({{92 + step * 14, 32},
                                  {92 + step * 14, 24 - step},
                                  {96 + step * 14, 20 - step},
                                  {188 + step * 3, 20 - step}});
        layout.vias.push_back({190 + step * 3, 20 - step});
        layout.signals.push_back({{238 + step * 9, 178},
                                  {238 + step * 9, 184 + step * 2},
                                  {232 + step * 9, 190 + step * 2}});
        layout.signals.push_back(
            {{238 + step * 9, 142}, {238 + step * 9, 134 - step * 2}, {228, 126 - step * 2}});
    }
    layout.power = {
        {{208, 26}, {220, 38}, {220, 50}},
        {{284, 52}, {296, 64}, {296, 92}, {284, 104}},
        {{246, 52}, {258, 52}},
        {{232, 66}, {232, 84}, {250, 102}, {258, 108}},
        {{278, 122}, {290, 134}, {290, 206}, {276, 220}, {258, 220}},
        {{200, 230}, {24, 230}, {18, 224}, {18, 60}, {30, 46}},
        {{226, 216}, {246, 216}},
        {{214, 196}, {200, 196}, {196, 200}, {196, 228}},
        {{226, 196}, {246, 196}},
    };
    layout.vias.insert(layout.vias.end(), {{206, 76},
                                           {300, 140},
                                           {20, 118},
                                           {188, 204},
                                           {196, 230},
                                           {30, 56},
                                           {76, 56},
                                           {208, 230},
                                           {280, 180},
                                           {284, 76}});
    return layout;
}

void layTracks(Scene &scene, const std::vector<Track> &tracks, float widthPx)
{
    const cv::Size canvas = scene.height.size();
    for (const Track &track : tracks) {
        Stroke stroke;
        for (std::size_t i = 0; i + 1 < track.size(); ++i) {
            const cv::Point2f from = onCanvas(track[i].x, track[i].y);
            const cv::Point2f to = onCanvas(track[i + 1].x, track[i + 1].y);
            const int steps = std::max(1, cvCeil(cv::norm(to - from)));
            for (int k = 0; k <= steps; ++k)
                stroke.push_back(
                    {from + (to - from) * (static_cast<float>(k) / static_cast<float>(steps)),
                     0.5F * widthPx * kCanvasScaleF, 1.0F});
        }
        const Cover copper = strokeCover(stroke, canvas);
        // Copper below the mask: lighter green, and the mask bulges over it.
        cover(scene, copper, {linearColour(42, 128, 72), 0.055F}, 0.85F);
        raise(scene, softened(copper, 1.0, canvas), 1.3F);
    }
}

void drillVias(Scene &scene, const std::vector<cv::Point2f> &vias)
{
    const cv::Size canvas = scene.height.size();
    for (const cv::Point2f &via : vias) {
        const cv::Point2f at = onCanvas(via.x, via.y);
        const Cover ring = polygonCover(discPolygon(at, 3.0F * kCanvasScaleF), canvas);
        cover(scene, ring, {linearColour(198, 166, 84), 0.18F});
        raiseBlock(scene, ring, 1.0F, 2.0F);
        cover(scene, polygonCover(discPolygon(at, 1.4F * kCanvasScaleF), canvas),
              {linearColour(30, 26, 18), 0.0F});
    }
}

void drillMountingHoles(Scene &scene)
{
    const cv::Size canvas = scene.height.size();
    for (const cv::Point2f &hole :
         {cv::Point2f(21, 21), cv::Point2f(299, 235), cv::Point2f(21, 235), cv::Point2f(299, 21)}) {
        const cv::Point2f at = onCanvas(hole.x, hole.y);
        const Cover ring = polygonCover(discPolygon(at, 8.0F * kCanvasScaleF), canvas);
        cover(scene, ring, {linearColour(206, 172, 92), 0.16F});
        raiseBlock(scene, ring, 1.2F, 2.5F);
        const Cover bore = polygonCover(discPolygon(at, 5.0F * kCanvasScaleF), canvas);
        cover(scene, bore, {linearColour(150, 130, 90), 0.0F});
        // The far wall of the bore shows as a crescent, the rest is the support below.
        cover(scene,
              polygonCover(discPolygon(at + cv::Point2f(1.2F, 1.6F), 4.7F * kCanvasScaleF), canvas),
              {linearColour(24, 24, 28), 0.0F});
    }
}

void printSilkscreen(Scene &scene, const cv::Mat1f &patchy)
{
    const cv::Size canvas = scene.height.size();
    const Material white{linearColour(226, 228, 220), 0.02F};
    const auto print = [&](Cover ink) {
        // Screen printing is never quite even.
        for (int y = 0; y < ink.amount.rows; ++y)
            for (int x = 0; x < ink.amount.cols; ++x)
                ink.amount(y, x) *=
                    std::min(1.0F, 0.88F + 0.09F * patchy(y + ink.area.y, x + ink.area.x));
        cover(scene, ink, white);
    };
    const auto outline = [&](cv::Point2f centre, cv::Size2f size, double angle) {
        Polygon corners =
            boxPolygon(onCanvas(centre.x, centre.y), size * kCanvasScaleF, angle, 2.0F);
        corners.push_back(corners.front());
        Stroke stroke;
        for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
            const int steps = std::max(1, cvCeil(cv::norm(corners[i + 1] - corners[i])));
            for (int k = 0; k < steps; ++k)
                stroke.push_back(
                    {corners[i] + (corners[i + 1] - corners[i]) *
                                      (static_cast<float>(k) / static_cast<float>(steps)),
                     0.55F * kCanvasScaleF, 1.0F});
        }
        print(strokeCover(stroke, canvas));
    };
    for (const Part &part : boardParts()) {
        print(textCover(part.name, onCanvas(part.at.x + part.nameAt.x, part.at.y + part.nameAt.y),
                        5.2 * kCanvasScaleF, 0.8 * kCanvasScaleF, 0, canvas));
        if (part.kind == PartKind::Header || part.kind == PartKind::Inductor)
            outline(part.at, {part.bodyPx.width + 6, part.bodyPx.height + 6}, part.angleDeg);
        if (part.kind == PartKind::Can)
            outline(part.at, {part.bodyPx.width + 5, part.bodyPx.height + 5}, part.angleDeg);
        if (part.kind == PartKind::Chip)
            outline(part.at, {part.bodyPx.width - 2, part.bodyPx.height - 2}, part.angleDeg);
    }
    print(textCover("COSTFILTER", onCanvas(152, 218), 7.5 * kCanvasScaleF, 1.1 * kCanvasScaleF, 0,
                    canvas));
    print(textCover("REV A2", onCanvas(152, 231), 5.2 * kCanvasScaleF, 0.8 * kCanvasScaleF, 0,
                    canvas));
    print(polygonCover(discPolygon(onCanvas(124, 86), 1.8F * kCanvasScaleF), canvas)); // pin 1
}

} // namespace

Scene etchBoard(cv::Size imageSize, Random &random)
{
    static const Layout layout = route();
    Scene scene = emptyScene(imageSize);
    const cv::Size canvas = scene.height.size();
    const cv::Mat1f fibres = smoothNoise(canvas, {5, 5}, random);
    const cv::Mat1f cloudy = fractalNoise(canvas, 150, 3, random);
    const cv::Mat1f fine = whiteNoise(canvas, random);
    const cv::Mat1f patchy = smoothNoise(canvas, {7, 7}, random);
    const double batch = 1.0 + 0.03 * random.normal(); // mask colour differs from lot to lot
    const auto batchTone = static_cast<float>(batch);

    const cv::Vec3f support = linearColour(52, 54, 60);
    for (int y = 0; y < canvas.height; ++y)
        for (int x = 0; x < canvas.width; ++x)
            scene.albedo(y, x) = support * (1.0F + 0.07F * cloudy(y, x) + 0.10F * fine(y, x));

    const cv::Point2f centre = onCanvas(kBoardLeft + kBoardWidth / 2, kBoardTop + kBoardHeight / 2);
    const Cover board =
        polygonCover(boxPolygon(centre, {kBoardWidth * kCanvasScaleF, kBoardHeight * kCanvasScaleF},
                                0, 8 * kCanvasScaleF),
                     canvas);
    castShadow(scene, board, {7, 9}, 5.0, 0.8F);
    const Cover rim = polygonCover(
        boxPolygon(centre, {(kBoardWidth - 3) * kCanvasScaleF, (kBoardHeight - 3) * kCanvasScaleF},
                   0, 7 * kCanvasScaleF),
        canvas);
    cover(scene, board, {linearColour(124, 128, 70), 0.02F}); // the cut edge of the glass fibre
    for (int y = 0; y < board.amount.rows; ++y)
        for (int x = 0; x < board.amount.cols; ++x) {
            float &light = scene.light(y + board.area.y, x + board.area.x);
            light += board.amount(y, x) * (1.0F - light);
        }
    cover(scene, rim, {linearColour(20, 92, 52) * batchTone, 0.05F});
    for (int y = 0; y < canvas.height; ++y) {
        for (int x = 0; x < canvas.width; ++x) {
            scene.albedo(y, x) *= 1.0F + 0.02F * cloudy(y, x) + 0.025F * fibres(y, x);
            scene.height(y, x) += 0.10F * fibres(y, x);
        }
    }
    layTracks(scene, layout.power, 5.0F);
    layTracks(scene, layout.signals, 1.7F);
    drillVias(scene, layout.vias);
    drillMountingHoles(scene);
    printSilkscreen(scene, patchy);
    return scene;
}

} // namespace cf::demo
