#include "core/demo/marks.h"
#include "core/demo/noise.h"

#include <cmath>

namespace cf::demo {

namespace {

Stroke evenStroke(const Polygon &curve, float radiusPx)
{
    Stroke stroke;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(curve.size());
        stroke.push_back({curve[i], radiusPx * (0.75F + 0.25F * std::sin(3.14F * t)), 1.0F});
    }
    return stroke;
}

} // namespace

void stain(Scene &scene, cv::Point2f middle, double radiusPx, const StainLook &look,
           double strength, Random &random)
{
    const int reach = cvCeil(radiusPx * (1.9 + look.wicking));
    const cv::Rect area =
        cv::Rect(cvRound(middle.x) - reach, cvRound(middle.y) - reach, 2 * reach, 2 * reach) &
        cv::Rect({0, 0}, scene.height.size());
    if (area.empty())
        return;
    const cv::Mat1f shape = fractalNoise(area.size(), 0.9 * radiusPx, 3, random);
    const cv::Mat1f uneven = fractalNoise(area.size(), 0.5 * radiusPx, 3, random);
    // Liquid creeps along each yarn as far as it likes.
    const cv::Mat1f alongX = smoothNoise(area.size(), {60, 13}, random);
    const cv::Mat1f alongY = smoothNoise(area.size(), {13, 60}, random);
    const double flat = random.uniform(0.75, 1.0);
    const double angle = random.uniform(0.0, CV_PI);
    Cover body{area, cv::Mat1f::zeros(area.size())};
    for (int y = 0; y < area.height; ++y) {
        for (int x = 0; x < area.width; ++x) {
            const double dx = x + area.x - middle.x;
            const double dy = y + area.y - middle.y;
            const double across = (-dx * std::sin(angle) + dy * std::cos(angle)) / flat;
            const double along = dx * std::cos(angle) + dy * std::sin(angle);
            double r = std::hypot(along, across) / radiusPx + 0.16 * shape(y, x);
            r += look.wicking * 0.5 * (std::abs(dx) > std::abs(dy) ? alongX(y, x) : alongY(y, x));
            const float inside = smoothStep(1.03F, 0.92F, static_cast<float>(r));
            const double edge = (r - 0.93) / 0.07;
            const double rim = look.rim * std::exp(-edge * edge);
            const double second =
                0.25 * look.rim * std::exp(-std::pow((r - 0.62) / 0.05, 2.0)); // it dried twice
            const double amount =
                inside * ((1.0 - look.rim) * (0.75 + 0.12 * uneven(y, x)) + rim + second);
            body.amount(y, x) =
                static_cast<float>(std::clamp(amount * (0.45 + 0.55 * strength), 0.0, 1.0));
        }
    }
    tint(scene, body, look.tint, look.glossFactor);
    if (look.veilOpacity > 0.0F)
        cover(scene, body, {look.veil, 0.05F}, look.veilOpacity);
}

void fibre(Scene &scene, cv::Point2f start, double lengthPx, float radiusPx,
           const Material &material, Random &random)
{
    const cv::Size canvas = scene.height.size();
    const Polygon curve = wanderingCurve(start, random.uniform(0.0, 6.28), lengthPx, 0.035, random);
    const Cover thread = strokeCover(evenStroke(curve, radiusPx), canvas);
    castShadow(scene, thread, {1.6F, 2.4F}, 1.1, 0.5F);
    cover(scene, thread, material);
    raise(scene, softened(thread, 0.6, canvas), 1.6F);
}

void dust(Scene &scene, cv::Point2f middle, double spreadPx, int grains, const Material &material,
          Random &random)
{
    const cv::Size canvas = scene.height.size();
    for (int i = 0; i < grains; ++i) {
        const cv::Point2f at = middle + cv::Point2f(static_cast<float>(spreadPx * random.normal()),
                                                    static_cast<float>(spreadPx * random.normal()));
        const auto radius = static_cast<float>(random.uniform(0.9, 2.6));
        const Cover grain = polygonCover(blobPolygon(at, radius, 0.3, random), canvas);
        castShadow(scene, grain, {1.0F, 1.4F}, 0.8, 0.5F);
        cover(scene, grain, material, static_cast<float>(random.uniform(0.7, 1.0)));
        if (!grain.amount.empty())
            raise(scene, grain, radius * 0.6F);
    }
}

void tear(Scene &scene, cv::Point2f middle, double headingRad, double lengthPx, float gapPx,
          const std::vector<cv::Vec3f> &fray, Random &random)
{
    const cv::Size canvas = scene.height.size();
    const cv::Point2f half = polar(0.5 * lengthPx, headingRad);
    const cv::Point2f aside = polar(1.0, headingRad + CV_PI / 2);
    const auto bow = [&] { return aside * static_cast<float>(0.08 * lengthPx * random.normal()); };
    const Polygon line = bezierCurve(middle - half, middle - half * 0.3F + bow(),
                                     middle + half * 0.3F + bow(), middle + half);
    Polygon outline;
    std::vector<float> widths;
    double ragged = 0.0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const double t = static_cast<double>(i) / static_cast<double>(line.size() - 1);
        ragged = 0.93 * ragged + 0.12 * random.normal();
        widths.push_back(static_cast<float>(gapPx * std::pow(std::sin(CV_PI * t), 0.7) *
                                            std::max(0.3, 1.0 + ragged)));
    }
    for (std::size_t i = 0; i < line.size(); ++i)
        outline.push_back(line[i] + aside * widths[i]);
    for (std::size_t i = line.size(); i-- > 0;)
        outline.push_back(line[i] - aside * widths[i]);
    const Cover gap = polygonCover(outline, canvas);
    raise(scene, softened(gap, 5.0, canvas), 6.0F); // the lips of the tear curl up
    cover(scene, gap, {linearColour(26, 25, 28), 0.0F});
    raise(scene, gap, -6.0F);
    for (std::size_t i = 6; i + 6 < line.size(); i += 5) {
        const double side = random.sign();
        const cv::Point2f from = line[i] + aside * static_cast<float>(side * (widths[i] + 1.5));
        const double inwards = headingRad - side * CV_PI / 2 + 0.5 * random.normal();
        const Polygon end =
            wanderingCurve(from, inwards, random.uniform(0.4, 1.5) * widths[i] + 3.0, 0.12, random);
        const Cover thread =
            strokeCover(evenStroke(end, static_cast<float>(random.uniform(0.5, 1.0))), canvas);
        const cv::Vec3f colour =
            fray[static_cast<std::size_t>(random.integer(static_cast<int>(fray.size())))];
        cover(scene, thread, {colour * static_cast<float>(random.uniform(0.7, 1.15)), 0.01F});
        raise(scene, thread, 3.0F);
    }
}

void crease(Scene &scene, cv::Point2f middle, double headingRad, double lengthPx, double strength,
            Random &random)
{
    const cv::Size canvas = scene.height.size();
    const cv::Point2f half = polar(0.5 * lengthPx, headingRad);
    const cv::Point2f aside = polar(1.0, headingRad + CV_PI / 2);
    const auto bow = [&] { return aside * static_cast<float>(0.05 * lengthPx * random.normal()); };
    const Polygon line = bezierCurve(middle - half, middle - half * 0.3F + bow(),
                                     middle + half * 0.3F + bow(), middle + half);
    Stroke stroke;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const double t = static_cast<double>(i) / static_cast<double>(line.size());
        stroke.push_back(
            {line[i], 1.0F, static_cast<float>(std::min(1.0, 3.0 * std::sin(CV_PI * t)))});
    }
    const Cover ridge = strokeCover(stroke, canvas);
    const auto height = static_cast<float>(0.6 + 0.4 * strength);
    raise(scene, softened(ridge, 9.0, canvas), 85.0F * height);
    raise(scene, softened(ridge, 3.0, canvas), 20.0F * height);
    tint(scene, softened(ridge, 1.6, canvas), cv::Vec3f::all(1.0F + 0.8F * height), 1.0F);
}

void scuff(Scene &scene, cv::Point2f middle, double headingRad, double lengthPx, double widthPx,
           const Material &fuzz, double strength, Random &random)
{
    const cv::Size canvas = scene.height.size();
    const cv::Point2f along = polar(1.0, headingRad);
    const cv::Point2f aside = polar(1.0, headingRad + CV_PI / 2);
    const int strokes = cvRound(lengthPx * widthPx * (0.02 + 0.03 * strength));
    for (int i = 0; i < strokes; ++i) {
        const double u = random.normal() * 0.24;
        const double v = random.normal() * 0.24;
        const cv::Point2f at = middle + along * static_cast<float>(u * lengthPx) +
                               aside * static_cast<float>(v * widthPx);
        const Polygon hair = wanderingCurve(at, headingRad + 0.35 * random.normal(),
                                            random.uniform(5.0, 20.0), 0.06, random);
        const auto opacity =
            static_cast<float>((0.25 + 0.45 * strength) * random.uniform(0.5, 1.0));
        cover(scene, strokeCover(evenStroke(hair, 0.6F), canvas), fuzz, opacity);
    }
    // Rubbing also flattens the weave a little.
    const Cover place = softened(
        polygonCover(
            boxPolygon(middle,
                       {static_cast<float>(0.8 * lengthPx), static_cast<float>(0.8 * widthPx)},
                       headingRad * 180 / CV_PI, static_cast<float>(0.3 * widthPx)),
            canvas),
        0.12 * widthPx, canvas);
    cover(scene, place, fuzz, static_cast<float>(0.08 + 0.10 * strength));
}

} // namespace cf::demo
