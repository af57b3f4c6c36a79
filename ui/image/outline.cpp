#include "ui/image/outline.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace cf::ui {

namespace {

constexpr double kDashPx = 6.0; // logical
const cv::Scalar kLight(255, 255, 255, 255);
const cv::Scalar kDark(16, 16, 16, 255);

cv::Mat disc(int radiusPx)
{
    return cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * radiusPx + 1, 2 * radiusPx + 1});
}

/// 255 on the light squares: an edge in any direction crosses both kinds.
cv::Mat chessBoard(cv::Size size, int dashPx, QPoint anchor)
{
    cv::Mat board(size, CV_8UC1);
    const auto cell = [dashPx](int at) {
        return static_cast<int>(std::floor(static_cast<double>(at) / dashPx));
    };
    for (int y = 0; y < size.height; ++y) {
        auto *row = board.ptr<uchar>(y);
        const int down = cell(y - anchor.y());
        for (int x = 0; x < size.width; ++x)
            row[x] = ((cell(x - anchor.x()) + down) & 1) != 0 ? 255 : 0;
    }
    return board;
}

} // namespace

void drawOutline(const cv::Mat &inside, OutlineStyle style, double devicePixelRatio, QPoint anchor,
                 cv::Mat &target)
{
    const cv::Rect box = cv::boundingRect(inside);
    if (box.empty())
        return;
    const int linePx = std::max(1, static_cast<int>(std::lround(1.5 * devicePixelRatio)));
    const cv::Rect grown(box.x - linePx, box.y - linePx, box.width + 2 * linePx,
                         box.height + 2 * linePx);
    const cv::Rect around = grown & cv::Rect(0, 0, inside.cols, inside.rows);
    const cv::Mat region = inside(around);
    cv::Mat part = target(around);

    cv::Mat outer;
    cv::dilate(region, outer, disc(linePx));
    outer -= region;
    part.setTo(kDark, outer);
    if (style == OutlineStyle::Dashed) {
        const int dashPx = std::max(2, static_cast<int>(std::lround(kDashPx * devicePixelRatio)));
        const QPoint anchorInPart = anchor - QPoint(around.x, around.y);
        part.setTo(kLight, outer & chessBoard(around.size(), dashPx, anchorInPart));
    } else {
        cv::Mat core;
        cv::erode(region, core, disc(linePx));
        part.setTo(kLight, region - core);
    }
}

QPainterPath outlineOf(const cv::Mat &inside, QPoint origin, double devicePixelRatio)
{
    QPainterPath path;
    if (inside.empty())
        return path;
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(inside, contours, cv::RETR_CCOMP, cv::CHAIN_APPROX_SIMPLE);
    const auto toView = [&](const cv::Point &point) {
        return QPointF(origin.x() + point.x + 0.5, origin.y() + point.y + 0.5) / devicePixelRatio;
    };
    for (const auto &contour : contours) {
        QPolygonF polygon;
        for (const auto &point : contour)
            polygon << toView(point);
        path.addPolygon(polygon);
        path.closeSubpath();
    }
    return path;
}

} // namespace cf::ui
