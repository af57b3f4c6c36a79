#include "core/demo/marks.h"
#include "core/demo/noise.h"

#include <cmath>

namespace cf::demo {

namespace {

/// Pressure of whatever scratched, along the way: swelling, ebbing, now and then losing contact.
Stroke pressedStroke(const Polygon &curve, float radiusPx, double strength, Random &random)
{
    const double waves = random.uniform(1.0, 3.0);
    const double phase = random.uniform(0.0, 6.28);
    const double skipAt = random.uniform(0.2, 0.8);
    const double skipWidth = random.chance(0.5) ? random.uniform(0.01, 0.05) : 0.0;
    Stroke stroke;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double t = static_cast<double>(i) / static_cast<double>(curve.size());
        double pressure =
            std::pow(std::sin(CV_PI * t), 0.4) * (0.8 + 0.2 * std::sin(6.28 * waves * t + phase));
        if (std::abs(t - skipAt) < skipWidth)
            pressure *= 0.15;
        stroke.push_back({curve[i], static_cast<float>(radiusPx * (0.45 + 0.55 * pressure)),
                          static_cast<float>(pressure * (0.45 + 0.55 * strength))});
    }
    return stroke;
}

} // namespace

void scratch(Scene &scene, cv::Point2f middle, double headingRad, double lengthPx,
             const ScratchLook &look, double strength, Random &random)
{
    const cv::Size canvas = scene.height.size();
    const cv::Point2f half = polar(0.5 * lengthPx, headingRad);
    const cv::Point2f aside = polar(1.0, headingRad + CV_PI / 2);
    const auto bow = [&] { return aside * static_cast<float>(0.10 * lengthPx * random.normal()); };
    const cv::Point2f control1 = middle - half * 0.35F + bow();
    const cv::Point2f control2 = middle + half * 0.35F + bow();
    const int lines = 1 + random.integer(look.companions + 1);
    for (int line = 0; line < lines; ++line) {
        const cv::Point2f offset =
            line == 0 ? cv::Point2f()
                      : aside * static_cast<float>(random.sign() * random.uniform(3.0, 8.0));
        const float shorter = line == 0 ? 1.0F : static_cast<float>(random.uniform(0.4, 0.85));
        const float finer = line == 0 ? 1.0F : 0.6F;
        const Polygon curve = bezierCurve(middle - half * shorter + offset, control1 + offset,
                                          control2 + offset, middle + half * shorter + offset);
        const Cover groove =
            strokeCover(pressedStroke(curve, look.radiusPx * finer, strength, random), canvas);
        // The metal or lacquer pushed aside stands up along both edges.
        raise(scene, softened(groove, 1.8, canvas), look.depthPx * 0.9F);
        raise(scene, softened(groove, 0.8, canvas), -look.depthPx * 1.7F);
        cover(scene, groove, look.exposed, 0.9F);
    }
}

void dent(Scene &scene, cv::Point2f middle, double radiusPx, double steepness, Random &random)
{
    const double angle = random.uniform(0.0, CV_PI);
    const double stretch = random.uniform(1.0, 1.5);
    const double depth = steepness * radiusPx;
    const int reach = cvCeil(2.4 * radiusPx * stretch);
    const cv::Rect area =
        cv::Rect(cvRound(middle.x) - reach, cvRound(middle.y) - reach, 2 * reach, 2 * reach) &
        cv::Rect({0, 0}, scene.height.size());
    if (area.empty())
        return;
    const cv::Mat1f uneven = smoothNoise(area.size(), {1.5 * radiusPx, 1.5 * radiusPx}, random);
    for (int y = 0; y < area.height; ++y) {
        for (int x = 0; x < area.width; ++x) {
            const double dx = x + area.x - middle.x;
            const double dy = y + area.y - middle.y;
            const double along = (dx * std::cos(angle) + dy * std::sin(angle)) / stretch;
            const double across = -dx * std::sin(angle) + dy * std::cos(angle);
            const double r = std::hypot(along, across) / radiusPx * (1.0 + 0.035 * uneven(y, x));
            const double pit = -std::exp(-1.6 * r * r);
            const double rim = 0.13 * std::exp(-16.0 * (r - 1.35) * (r - 1.35));
            scene.height(y + area.y, x + area.x) += static_cast<float>(depth * (pit + rim));
            // What struck has flattened the fine grain in the middle.
            scene.gloss(y + area.y, x + area.x) *=
                static_cast<float>(1.0 - 0.12 * std::exp(-3.0 * r * r));
        }
    }
}

void crack(Scene &scene, cv::Point2f start, double headingRad, double lengthPx,
           const CrackLook &look, Random &random)
{
    struct Arm
    {
        cv::Point2f at;
        double heading;
        double length;
        float radius;
    };
    const cv::Size canvas = scene.height.size();
    std::vector<Arm> arms{{start, headingRad, lengthPx, look.radiusPx}};
    for (std::size_t next = 0; next < arms.size() && next < 12; ++next) {
        const Arm arm = arms[next];
        Stroke stroke;
        cv::Point2f at = arm.at;
        double heading = arm.heading;
        double gone = 0.0;
        while (gone < arm.length) {
            // Fracture runs in short straight pieces that keep coming back to the main direction.
            heading = arm.heading + 0.45 * (heading - arm.heading) + 0.38 * random.normal();
            const double piece = random.uniform(3.0, 8.0);
            for (double s = 0.0; s < piece; s += 0.5) {
                const auto left = static_cast<float>(1.0 - (gone + s) / (arm.length + piece));
                stroke.push_back({at + polar(s, heading), arm.radius * (0.3F + 0.7F * left),
                                  0.55F + 0.45F * left});
            }
            at += polar(piece, heading);
            gone += piece;
            if (random.chance(look.branching) && arm.length - gone > 12)
                arms.push_back({at, arm.heading + random.sign() * random.uniform(0.4, 1.0),
                                (arm.length - gone) * random.uniform(0.3, 0.7), arm.radius * 0.7F});
        }
        const Cover gap = strokeCover(stroke, canvas);
        raise(scene, softened(gap, 2.0, canvas), 1.6F);
        raise(scene, gap, -2.5F);
        cover(scene, gap, look.inside);
    }
}

void flake(Scene &scene, cv::Point2f middle, float radiusPx, const Material &material,
           Random &random)
{
    const cv::Size canvas = scene.height.size();
    Polygon outline;
    const int corners = 5 + random.integer(4);
    const double turned = random.uniform(0.0, 6.28);
    for (int i = 0; i < corners; ++i)
        outline.push_back(middle +
                          polar(radiusPx * random.uniform(0.55, 1.15),
                                turned + 2 * CV_PI * (i + random.uniform(-0.25, 0.25)) / corners));
    const Cover piece = polygonCover(outline, canvas);
    castShadow(scene, piece, {2.2F, 3.0F}, 1.5, 0.6F);
    cover(scene, piece, material);
    raiseBlock(scene, piece, 0.35F * radiusPx + 1.5F, 0.5F * radiusPx + 1.0F);
    // One facet catches the lamp: the piece is tilted.
    const auto tilt = static_cast<float>(random.uniform(-0.25, 0.25));
    for (int y = 0; y < piece.amount.rows; ++y)
        for (int x = 0; x < piece.amount.cols; ++x)
            scene.height(y + piece.area.y, x + piece.area.x) +=
                piece.amount(y, x) * tilt * static_cast<float>(x - y);
}

void swarf(Scene &scene, cv::Point2f start, double headingRad, int turns, float curlPx,
           Random &random)
{
    const cv::Size canvas = scene.height.size();
    const cv::Point2f forward = polar(1.0, headingRad);
    const cv::Point2f aside = polar(1.0, headingRad + CV_PI / 2);
    const double pitch = curlPx * random.uniform(0.9, 1.3);
    Stroke ribbon;
    Stroke bright;
    const int steps = turns * 90;
    for (int i = 0; i <= steps; ++i) {
        const double angle = 2 * CV_PI * i / 90;
        const double tighter = 1.0 - 0.4 * i / steps; // a curl winds tighter towards its end
        const cv::Point2f at =
            start +
            forward *
                static_cast<float>(pitch * i / 90 + 0.5 * curlPx * tighter * std::cos(angle)) +
            aside * static_cast<float>(curlPx * tighter * std::sin(angle));
        ribbon.push_back({at, static_cast<float>(1.4 + 0.7 * std::abs(std::cos(angle))), 1.0F});
        bright.push_back({at, 1.0F, static_cast<float>(std::max(0.0, std::sin(angle + 0.6)))});
    }
    const Cover body = strokeCover(ribbon, canvas);
    castShadow(scene, body, {3.0F, 4.0F}, 1.8, 0.6F);
    cover(scene, body, {linearColour(88, 88, 92), 0.08F});
    raise(scene, softened(body, 0.7, canvas), 3.0F);
    cover(scene, strokeCover(bright, canvas), {linearColour(214, 214, 216), 0.3F});
}

void bead(Scene &scene, cv::Point2f middle, float radiusPx, const Material &material)
{
    const Cover drop = polygonCover(discPolygon(middle, radiusPx), scene.height.size());
    castShadow(scene, drop, {0.3F * radiusPx + 0.8F, 0.4F * radiusPx + 1.0F}, 1.0, 0.6F);
    cover(scene, drop, material);
    raiseDome(scene, drop, 0.8F * radiusPx);
}

} // namespace cf::demo
