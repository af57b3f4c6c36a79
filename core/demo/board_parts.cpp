#include "core/demo/board.h"
#include "core/demo/noise.h"

#include <cmath>

namespace cf::demo {

namespace {

/// Draws in the coordinates of one part (image pixels from its middle, before it is turned).
class PartPainter
{
public:
    PartPainter(Scene &scene, const Part &part)
        : m_scene(scene), m_part(part), m_canvas(scene.height.size()),
          m_middle(onCanvas(part.at.x, part.at.y))
    {
    }

    Cover box(float x, float y, float width, float height, float corner = 0.0F) const
    {
        return polygonCover(boxPolygon(at(x, y), {width * kCanvasScaleF, height * kCanvasScaleF},
                                       m_part.angleDeg, corner * kCanvasScaleF),
                            m_canvas);
    }
    Cover disc(float x, float y, float radius) const
    {
        return polygonCover(discPolygon(at(x, y), radius * kCanvasScaleF), m_canvas);
    }
    Cover text(const std::string &text, float x, float y, double letters, double line,
               double turned = 0) const
    {
        return textCover(text, at(x, y), letters * kCanvasScaleF, line * kCanvasScaleF,
                         m_part.angleDeg + turned, m_canvas);
    }
    /// A solid body: shadow, material, height with bevelled sides.
    void body(const Cover &where, const Material &material, float heightPx, float bevelPx)
    {
        castShadow(m_scene, where, cv::Point2f(0.40F, 0.52F) * heightPx, 1.0 + 0.15 * heightPx,
                   0.75F);
        relight(where);
        cover(m_scene, where, material);
        raiseBlock(m_scene, where, heightPx, bevelPx);
    }
    /// The top of a body is out of the shadows that fall on the board below it.
    void relight(const Cover &where)
    {
        for (int y = 0; y < where.amount.rows; ++y)
            for (int x = 0; x < where.amount.cols; ++x) {
                float &light = m_scene.light(y + where.area.y, x + where.area.x);
                light += where.amount(y, x) * (1.0F - light);
            }
    }
    cv::Point2f at(float x, float y) const
    {
        return placed({{x * kCanvasScaleF, y * kCanvasScaleF}}, m_middle, m_part.angleDeg).front();
    }
    Scene &scene() { return m_scene; }

private:
    Scene &m_scene;
    const Part &m_part;
    cv::Size m_canvas;
    cv::Point2f m_middle;
};

const Material kTin{linearColour(176, 180, 182), 0.30F};
const Material kDullTin{linearColour(150, 152, 150), 0.10F};
const Material kGold{linearColour(212, 176, 92), 0.30F};
const Material kPlastic{linearColour(44, 45, 48), 0.035F};

/// Pad positions and sizes of a part, in its own coordinates: x, y, width, height.
std::vector<cv::Rect2f> padsOf(const Part &part)
{
    const float w = part.bodyPx.width;
    const float h = part.bodyPx.height;
    std::vector<cv::Rect2f> pads;
    switch (part.kind) {
    case PartKind::Resistor:
    case PartKind::Capacitor:
    case PartKind::Led:
        for (const float side : {-1.0F, 1.0F})
            pads.emplace_back(side * (0.5F * w - 0.5F), 0.0F, 7.0F, h + 2.0F);
        break;
    case PartKind::Chip:
        for (int i = 0; i < 9; ++i)
            for (const float side : {-1.0F, 1.0F}) {
                const float along = static_cast<float>(i - 4) * 5.6F;
                pads.emplace_back(along, side * (0.5F * h + 5.0F), 3.2F, 9.0F);
                pads.emplace_back(side * (0.5F * w + 5.0F), along, 9.0F, 3.2F);
            }
        break;
    case PartKind::SmallOutline:
        for (int i = 0; i < 4; ++i)
            for (const float side : {-1.0F, 1.0F})
                pads.emplace_back(side * (0.5F * w + 4.5F),
                                  (static_cast<float>(i) - 1.5F) * 0.25F * h, 8.0F, 4.4F);
        break;
    case PartKind::Can:
        for (const float side : {-1.0F, 1.0F})
            pads.emplace_back(side * 0.5F * w, 0.0F, 9.0F, 7.0F);
        break;
    case PartKind::Crystal:
        for (const float side : {-1.0F, 1.0F})
            pads.emplace_back(side * 0.48F * w, 0.0F, 10.0F, 7.0F);
        break;
    case PartKind::Inductor:
        for (const float side : {-1.0F, 1.0F})
            pads.emplace_back(side * 0.5F * w, 0.0F, 8.0F, 16.0F);
        break;
    case PartKind::Header:
        for (int i = 0; i < 7; ++i)
            for (const float side : {-1.0F, 1.0F})
                pads.emplace_back(static_cast<float>(i - 3) * 10.0F, side * 5.0F, 7.0F, 7.0F);
        break;
    }
    return pads;
}

void chipPins(PartPainter &paint, const Part &part)
{
    for (const cv::Rect2f &pad : padsOf(part)) {
        const bool alongX = std::abs(pad.x) > 0.5F * part.bodyPx.width;
        const cv::Point2f inwards = alongX ? cv::Point2f(pad.x > 0 ? -2.0F : 2.0F, 0)
                                           : cv::Point2f(0, pad.y > 0 ? -2.0F : 2.0F);
        const float narrow = std::min(pad.width, pad.height) * 0.72F;
        const Cover pin = alongX ? paint.box(pad.x + inwards.x, pad.y, 7.5F, narrow)
                                 : paint.box(pad.x, pad.y + inwards.y, narrow, 7.5F);
        castShadow(paint.scene(), pin, {1.2F, 1.6F}, 1.0, 0.45F);
        cover(paint.scene(), pin, kTin);
        raiseBlock(paint.scene(), pin, 2.2F, 1.8F);
    }
}

void placeTwoPole(PartPainter &paint, const Part &part, const Material &middle, float heightPx,
                  Random &random)
{
    const float w = part.bodyPx.width;
    const float h = part.bodyPx.height;
    paint.body(paint.box(0, 0, w, h, 0.6F), kTin, heightPx, 2.0F);
    const auto tone = static_cast<float>(1.0 + 0.05 * random.normal());
    const Cover body =
        paint.box(0, 0, w - 6.0F, h - (part.kind == PartKind::Resistor ? 0.4F : 0.0F));
    cover(paint.scene(), body, {middle.albedo * tone, middle.gloss});
    if (part.kind == PartKind::Resistor)
        cover(paint.scene(), paint.text(part.marking, 0, 0, 3.6, 0.6),
              {linearColour(222, 222, 216), 0.02F}, 0.9F);
}

void placeCan(PartPainter &paint, const Part &part)
{
    const float radius = 0.5F * part.bodyPx.width;
    paint.body(paint.box(0, 0, 2 * radius + 1, 2 * radius + 1, 3.0F), kPlastic, 3.0F, 2.0F);
    const Cover can = paint.disc(0, 0, radius - 1.0F);
    paint.body(can, {linearColour(158, 160, 164), 0.34F}, 16.0F, 6.0F);
    const Cover rim = paint.disc(0, 0, radius - 3.6F);
    raiseBlock(paint.scene(), rim, -1.2F, 2.0F);
    // The dark sector marks the negative pole.
    Polygon sector;
    for (int i = -8; i <= 8; ++i) {
        const double angle = CV_PI + i * 0.085;
        sector.push_back(paint.at(static_cast<float>((radius - 4.0) * std::cos(angle)),
                                  static_cast<float>((radius - 4.0) * std::sin(angle))));
    }
    cover(paint.scene(), polygonCover(sector, paint.scene().height.size()),
          {linearColour(40, 40, 46), 0.05F});
    const Material ink{linearColour(52, 52, 60), 0.05F};
    cover(paint.scene(), paint.text(part.marking, 2, -3, 6.5, 1.0), ink);
    cover(paint.scene(), paint.text("16V", 2, 5, 4.2, 0.7), ink);
}

void placeChip(PartPainter &paint, const Part &part, bool big)
{
    chipPins(paint, part);
    const float w = part.bodyPx.width;
    const float h = part.bodyPx.height;
    paint.body(paint.box(0, 0, w, h, 1.0F), kPlastic, big ? 9.0F : 8.0F, 3.5F);
    const Cover dimple = big ? paint.disc(-0.5F * w + 8, -0.5F * h + 8, 2.6F)
                             : paint.disc(-0.5F * w + 5, -0.5F * h + 5, 1.8F);
    raiseBlock(paint.scene(), dimple, -1.4F, 2.0F);
    const Material laser{linearColour(150, 150, 146), 0.02F};
    if (big) {
        cover(paint.scene(), paint.text(part.marking, 0, -7, 9.5, 1.3), laser);
        cover(paint.scene(), paint.text("F4 064", 0, 6, 6.0, 0.9), laser, 0.9F);
        cover(paint.scene(), paint.text("2316 A", 0, 16, 6.0, 0.9), laser, 0.9F);
    } else {
        cover(paint.scene(), paint.text(part.marking, 0, 0, 5.6, 0.9, 90), laser);
    }
}

void placeHeader(PartPainter &paint, const Part &part)
{
    paint.body(paint.box(0, 0, part.bodyPx.width, part.bodyPx.height, 0.8F),
               {linearColour(34, 34, 37), 0.03F}, 9.0F, 2.5F);
    for (const cv::Rect2f &pad : padsOf(part)) {
        raiseBlock(paint.scene(), paint.box(pad.x, pad.y, 7.4F, 7.4F), -2.0F, 3.0F);
        const Cover pin = paint.box(pad.x, pad.y, 3.6F, 3.6F);
        castShadow(paint.scene(), pin, {2.5F, 3.2F}, 1.2, 0.6F);
        paint.relight(pin);
        cover(paint.scene(), pin, kGold);
        raiseBlock(paint.scene(), pin, 4.0F, 3.0F);
    }
}

void placeInductor(PartPainter &paint, const Part &part)
{
    paint.body(paint.box(0, 0, part.bodyPx.width, part.bodyPx.height, 4.0F),
               {linearColour(70, 70, 74), 0.03F}, 11.0F, 3.5F);
    cover(paint.scene(), paint.disc(0, 0, 11.5F), {linearColour(58, 58, 62), 0.03F});
    raiseBlock(paint.scene(), paint.disc(0, 0, 11.5F), -1.5F, 2.5F);
    cover(paint.scene(), paint.text(part.marking, 0, 0, 7.5, 1.1),
          {linearColour(216, 216, 210), 0.02F});
}

} // namespace

void solderPads(Scene &scene, const Part &part, bool wetted, Random random)
{
    PartPainter paint(scene, part);
    for (const cv::Rect2f &pad : padsOf(part)) {
        const Cover copper = part.kind == PartKind::Header
                                 ? paint.disc(pad.x, pad.y, 3.5F)
                                 : paint.box(pad.x, pad.y, pad.width, pad.height, 0.8F);
        cover(scene, copper, wetted ? kTin : kDullTin);
        const double amount =
            random.uniform(0.8, 1.2); // drawn in any case: faults must not shift the stream
        if (wetted)
            raiseDome(scene, copper, static_cast<float>(2.0 * amount));
        else
            raiseBlock(scene, copper, 0.8F, 1.5F);
    }
}

void placePart(Scene &scene, const Part &part, Random random)
{
    PartPainter paint(scene, part);
    switch (part.kind) {
    case PartKind::Resistor:
        placeTwoPole(paint, part, {linearColour(36, 37, 41), 0.03F}, 5.0F, random);
        break;
    case PartKind::Capacitor:
        placeTwoPole(paint, part, {linearColour(172, 138, 98), 0.04F}, 7.0F, random);
        break;
    case PartKind::Led:
        placeTwoPole(paint, part, {linearColour(232, 222, 170), 0.10F}, 5.0F, random);
        cover(scene, paint.disc(0, 0, 2.0F), {linearColour(236, 200, 70), 0.2F});
        break;
    case PartKind::Chip:
        placeChip(paint, part, true);
        break;
    case PartKind::SmallOutline:
        placeChip(paint, part, false);
        break;
    case PartKind::Can:
        placeCan(paint, part);
        break;
    case PartKind::Crystal:
        paint.body(paint.box(0, 0, part.bodyPx.width + 4, part.bodyPx.height + 3, 9.0F),
                   {linearColour(140, 142, 146), 0.2F}, 2.0F, 1.5F);
        paint.body(paint.box(0, 0, part.bodyPx.width, part.bodyPx.height, 8.5F),
                   {linearColour(164, 166, 170), 0.34F}, 9.0F, 5.0F);
        cover(scene, paint.text(part.marking, 0, 0, 6.0, 0.9), {linearColour(70, 72, 78), 0.1F});
        break;
    case PartKind::Header:
        placeHeader(paint, part);
        break;
    case PartKind::Inductor:
        placeInductor(paint, part);
        break;
    }
}

} // namespace cf::demo
