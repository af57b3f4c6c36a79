#include "core/demo/paint.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace cf::demo {

namespace {

constexpr int kShiftBits = 4; // cv's drawing takes coordinates in sixteenths of a pixel

cv::Rect boundsOf(const Polygon &points, float marginPx, cv::Size canvas)
{
    if (points.empty())
        return {};
    cv::Point2f low = points.front();
    cv::Point2f high = low;
    for (const cv::Point2f &point : points) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    const cv::Point topLeft(cvFloor(low.x - marginPx), cvFloor(low.y - marginPx));
    const cv::Point bottomRight(cvCeil(high.x + marginPx) + 1, cvCeil(high.y + marginPx) + 1);
    return cv::Rect(topLeft, bottomRight) & cv::Rect({0, 0}, canvas);
}

/// Calls visit(y, x, amount) for every pixel that is covered at all, in canvas coordinates.
template <class Visit>
void forCovered(const Cover &where, Visit visit)
{
    for (int y = 0; y < where.amount.rows; ++y)
        for (int x = 0; x < where.amount.cols; ++x)
            if (const float amount = where.amount(y, x); amount > 0.0F)
                visit(y + where.area.y, x + where.area.x, amount);
}

} // namespace

Polygon boxPolygon(cv::Point2f centre, cv::Size2f size, double angleDeg, float cornerPx)
{
    const float halfWidth = 0.5F * size.width;
    const float halfHeight = 0.5F * size.height;
    const float radius = std::min({cornerPx, halfWidth, halfHeight});
    const int steps = radius > 0.0F ? 8 : 0;
    Polygon local;
    for (int corner = 0; corner < 4; ++corner) {
        const float signX = corner == 0 || corner == 3 ? 1.0F : -1.0F;
        const float signY = corner < 2 ? 1.0F : -1.0F;
        const cv::Point2f middle(signX * (halfWidth - radius), signY * (halfHeight - radius));
        for (int i = 0; i <= steps; ++i) {
            const double angle = CV_PI / 2 * (corner + (steps > 0 ? double(i) / steps : 0.0));
            local.push_back(middle + cv::Point2f(static_cast<float>(radius * std::cos(angle)),
                                                 static_cast<float>(radius * std::sin(angle))));
        }
    }
    return placed(local, centre, angleDeg);
}

Polygon discPolygon(cv::Point2f centre, float radiusPx)
{
    return boxPolygon(centre, {2 * radiusPx, 2 * radiusPx}, 0.0, radiusPx);
}

Polygon blobPolygon(cv::Point2f centre, float radiusPx, double roughness, Random &random)
{
    double amplitude[5];
    double phase[5];
    for (int k = 0; k < 5; ++k) {
        amplitude[k] = roughness * random.normal() / (k + 1.5);
        phase[k] = random.uniform(0.0, 2 * CV_PI);
    }
    Polygon blob;
    for (int i = 0; i < 72; ++i) {
        const double angle = 2 * CV_PI * i / 72;
        double radius = 1.0;
        for (int k = 0; k < 5; ++k)
            radius += amplitude[k] * std::cos((k + 2) * angle + phase[k]);
        radius = std::max(0.25, radius) * radiusPx;
        blob.push_back(centre + cv::Point2f(static_cast<float>(radius * std::cos(angle)),
                                            static_cast<float>(radius * std::sin(angle))));
    }
    return blob;
}

Polygon placed(const Polygon &local, cv::Point2f centre, double angleDeg)
{
    const auto c = static_cast<float>(std::cos(angleDeg * CV_PI / 180));
    const auto s = static_cast<float>(std::sin(angleDeg * CV_PI / 180));
    Polygon points;
    points.reserve(local.size());
    for (const cv::Point2f &point : local)
        points.emplace_back(centre.x + c * point.x - s * point.y,
                            centre.y + s * point.x + c * point.y);
    return points;
}

Polygon bezierCurve(cv::Point2f from, cv::Point2f control1, cv::Point2f control2, cv::Point2f to)
{
    const double hull =
        cv::norm(control1 - from) + cv::norm(control2 - control1) + cv::norm(to - control2);
    const int steps = std::max(2, cvCeil(hull * 2));
    Polygon curve;
    for (int i = 0; i <= steps; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(steps);
        const float s = 1.0F - t;
        curve.push_back(s * s * s * from + 3 * s * s * t * control1 + 3 * s * t * t * control2 +
                        t * t * t * to);
    }
    return curve;
}

Polygon wanderingCurve(cv::Point2f from, double headingRad, double lengthPx, double turnPerPx,
                       Random &random)
{
    Polygon curve{from};
    double turn = turnPerPx * random.normal();
    for (double gone = 0.0; gone < lengthPx; gone += 0.5) {
        // The turning rate itself wanders, so the line bends like something elastic.
        turn = 0.985 * turn + 0.17 * turnPerPx * random.normal();
        headingRad += 0.5 * turn;
        from += cv::Point2f(static_cast<float>(0.5 * std::cos(headingRad)),
                            static_cast<float>(0.5 * std::sin(headingRad)));
        curve.push_back(from);
    }
    return curve;
}

Cover polygonCover(const Polygon &polygon, cv::Size canvas)
{
    Cover result{boundsOf(polygon, 2.0F, canvas), {}};
    if (result.area.empty())
        return result;
    cv::Mat1b drawn = cv::Mat1b::zeros(result.area.size());
    std::vector<cv::Point> corners;
    for (const cv::Point2f &point : polygon)
        corners.emplace_back(
            cvRound((point.x - static_cast<float>(result.area.x)) * (1 << kShiftBits)),
            cvRound((point.y - static_cast<float>(result.area.y)) * (1 << kShiftBits)));
    cv::fillPoly(drawn, std::vector<std::vector<cv::Point>>{corners}, cv::Scalar(255), cv::LINE_AA,
                 kShiftBits);
    drawn.convertTo(result.amount, CV_32F, 1.0 / 255.0);
    return result;
}

Cover strokeCover(const Stroke &stroke, cv::Size canvas)
{
    Polygon points;
    float widest = 0.0F;
    for (const StrokePoint &point : stroke) {
        points.push_back(point.at);
        widest = std::max(widest, point.radiusPx);
    }
    Cover result{boundsOf(points, widest + 2.0F, canvas), {}};
    if (result.area.empty())
        return result;
    result.amount = cv::Mat1f::zeros(result.area.size());
    const cv::Rect inside({0, 0}, result.area.size());
    for (const StrokePoint &point : stroke) {
        const cv::Point2f at = point.at - cv::Point2f(result.area.tl());
        const float reach = point.radiusPx + 1.0F;
        const cv::Rect brush =
            cv::Rect(cv::Point(cvFloor(at.x - reach), cvFloor(at.y - reach)),
                     cv::Point(cvCeil(at.x + reach) + 1, cvCeil(at.y + reach) + 1)) &
            inside;
        for (int y = brush.y; y < brush.br().y; ++y) {
            for (int x = brush.x; x < brush.br().x; ++x) {
                const float distance =
                    std::hypot(static_cast<float>(x) - at.x, static_cast<float>(y) - at.y);
                // A line thinner than a pixel is a fainter line of one pixel.
                const float thin = std::min(1.0F, 2.0F * point.radiusPx);
                const float amount = std::min(
                    1.0F, std::max(0.0F, std::max(point.radiusPx, 0.5F) + 0.5F - distance));
                float &pixel = result.amount(y, x);
                pixel = std::max(pixel, amount * thin * point.strength);
            }
        }
    }
    return result;
}

Cover textCover(const std::string &text, cv::Point2f centre, double letterPx, double linePx,
                double angleDeg, cv::Size canvas)
{
    // Drawn four times as large, because cv's letters stand on whole pixels.
    constexpr int kFiner = 4;
    const int face = cv::FONT_HERSHEY_SIMPLEX;
    const int thickness = std::max(1, cvRound(linePx * kFiner));
    const double scale = letterPx * kFiner / 21.0; // capitals of this font are 21 units high
    int baseline = 0;
    const cv::Size extent = cv::getTextSize(text, face, scale, thickness, &baseline);
    const int border = thickness + 8;
    cv::Mat1b drawn =
        cv::Mat1b::zeros(extent.height + baseline + 2 * border, extent.width + 2 * border);
    cv::putText(drawn, text, {border, border + extent.height}, face, scale, cv::Scalar(255),
                thickness, cv::LINE_AA);
    cv::GaussianBlur(drawn, drawn, {}, 0.4 * kFiner);

    const auto width = static_cast<float>(extent.width) / kFiner;
    const auto height = static_cast<float>(extent.height) / kFiner;
    const Polygon corners = boxPolygon(centre, {width + 8, height + 16}, angleDeg);
    Cover result{boundsOf(corners, 2.0F, canvas), {}};
    if (result.area.empty())
        return result;
    const double c = std::cos(angleDeg * CV_PI / 180) * kFiner;
    const double s = std::sin(angleDeg * CV_PI / 180) * kFiner;
    const cv::Point2f middle = centre - cv::Point2f(result.area.tl());
    const double midX = border + 0.5 * extent.width;
    const double midY = border + 0.5 * extent.height;
    const cv::Matx23d drawnFromCover(c, s, midX - c * middle.x - s * middle.y, //
                                     -s, c, midY + s * middle.x - c * middle.y);
    cv::Mat1b turned;
    cv::warpAffine(drawn, turned, drawnFromCover, result.area.size(),
                   cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
    turned.convertTo(result.amount, CV_32F, 1.0 / 255.0);
    return result;
}

Cover softened(const Cover &cover, double deviationPx, cv::Size canvas)
{
    const int margin = cvCeil(3 * deviationPx);
    Cover result{cv::Rect(cover.area.x - margin, cover.area.y - margin,
                          cover.area.width + 2 * margin, cover.area.height + 2 * margin) &
                     cv::Rect({0, 0}, canvas),
                 {}};
    if (cover.amount.empty() || result.area.empty())
        return cover;
    result.amount = cv::Mat1f::zeros(result.area.size());
    cover.amount.copyTo(result.amount(cover.area - result.area.tl()));
    cv::GaussianBlur(result.amount, result.amount, {}, deviationPx);
    return result;
}

void cover(Scene &scene, const Cover &where, const Material &material, float opacity)
{
    forCovered(where, [&](int y, int x, float amount) {
        const float share = amount * opacity;
        scene.albedo(y, x) = scene.albedo(y, x) * (1.0F - share) + material.albedo * share;
        scene.gloss(y, x) = scene.gloss(y, x) * (1.0F - share) + material.gloss * share;
    });
}

void tint(Scene &scene, const Cover &where, const cv::Vec3f &albedoFactor, float glossFactor)
{
    forCovered(where, [&](int y, int x, float amount) {
        for (int c = 0; c < 3; ++c)
            scene.albedo(y, x)[c] *= 1.0F + amount * (albedoFactor[c] - 1.0F);
        scene.gloss(y, x) *= 1.0F + amount * (glossFactor - 1.0F);
    });
}

void raise(Scene &scene, const Cover &where, float heightPx)
{
    forCovered(where, [&](int y, int x, float amount) { scene.height(y, x) += amount * heightPx; });
}

namespace {

/// Distance to the edge of the covered part, inside it.
cv::Mat1f depthInside(const Cover &where)
{
    cv::Mat1b inside;
    cv::Mat(where.amount > 0.5F).copyTo(inside);
    cv::copyMakeBorder(inside, inside, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::Mat1f depth;
    cv::distanceTransform(inside, depth, cv::DIST_L2, cv::DIST_MASK_5);
    return depth(cv::Rect({1, 1}, where.amount.size())).clone();
}

} // namespace

void raiseBlock(Scene &scene, const Cover &where, float heightPx, float bevelPx)
{
    if (where.amount.empty())
        return;
    cv::Mat1f profile;
    cv::Mat(cv::min(depthInside(where) / bevelPx, 1.0)).copyTo(profile);
    cv::GaussianBlur(profile, profile, {}, 0.8);
    raise(scene, {where.area, profile}, heightPx);
}

void raiseDome(Scene &scene, const Cover &where, float heightPx)
{
    if (where.amount.empty())
        return;
    cv::Mat1f profile = depthInside(where);
    double deepest = 0.0;
    cv::minMaxLoc(profile, nullptr, &deepest);
    if (deepest <= 0.0)
        return;
    for (float &value : profile) {
        const float fromMiddle = 1.0F - value / static_cast<float>(deepest);
        value = std::sqrt(std::max(0.0F, 1.0F - fromMiddle * fromMiddle));
    }
    cv::GaussianBlur(profile, profile, {}, 0.8);
    raise(scene, {where.area, profile}, heightPx);
}

void castShadow(Scene &scene, const Cover &where, cv::Point2f offset, double softnessPx,
                float strength)
{
    const Cover soft = softened(where, softnessPx, scene.height.size());
    const cv::Point by(cvRound(offset.x), cvRound(offset.y));
    const cv::Rect canvas({0, 0}, scene.height.size());
    forCovered(soft, [&](int y, int x, float amount) {
        if (const cv::Point at(x + by.x, y + by.y); canvas.contains(at))
            scene.light(at) *= 1.0F - amount * strength;
    });
}

} // namespace cf::demo
