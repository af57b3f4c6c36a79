#include "core/annotation/trace_mask.h"

#include <map>
#include <opencv2/imgproc.hpp>

namespace cf::annotation {

namespace {

/// Walks around areas with their pixels at the right hand.
class BorderWalk
{
public:
    explicit BorderWalk(const cv::Mat &mask) : m_mask(mask) {}

    bool inside(int column, int row) const
    {
        return column >= 0 && row >= 0 && column < m_mask.cols && row < m_mask.rows &&
               m_mask.at<std::uint8_t>(row, column) != 0;
    }

    /// From the upper edge of that pixel back to it; marks the upper edges on the way.
    Ring walk(int column, int row, cv::Mat &seenAbove) const
    {
        static constexpr int kStepX[] = {1, 0, -1, 0};
        static constexpr int kStepY[] = {0, 1, 0, -1};
        // The two pixels ahead of a corner, seen from each direction: at the right, at the left.
        static constexpr int kRightX[] = {0, -1, -1, 0};
        static constexpr int kRightY[] = {0, 0, -1, -1};
        static constexpr int kLeftX[] = {0, 0, -1, -1};
        static constexpr int kLeftY[] = {-1, 0, 0, -1};
        Ring corners;
        int x = column;
        int y = row;
        int direction = 0;
        do {
            if (direction == 0)
                seenAbove.at<std::uint8_t>(y, x) = 1;
            x += kStepX[direction];
            y += kStepY[direction];
            const int before = direction;
            // To the right first: where two pixels touch at a corner, the walk stays with its own.
            if (!inside(x + kRightX[before], y + kRightY[before]))
                direction = (before + 1) % 4;
            else if (inside(x + kLeftX[before], y + kLeftY[before]))
                direction = (before + 3) % 4;
            if (direction != before)
                corners.emplace_back(x, y);
        } while (x != column || y != row || direction != 0);
        return corners;
    }

private:
    const cv::Mat &m_mask;
};

double signedArea(const Ring &ring)
{
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &a = ring[i];
        const auto &b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

} // namespace

std::vector<Shape> traceMask(const cv::Mat &mask, const std::string &label)
{
    std::vector<Shape> shapes;
    if (mask.empty())
        return shapes;
    cv::Mat areaOf;
    cv::connectedComponents(mask, areaOf, 4, CV_32S);
    std::map<int, std::size_t> shapeOfArea;
    const BorderWalk border(mask);
    cv::Mat seenAbove = cv::Mat::zeros(mask.size(), CV_8UC1);
    for (int row = 0; row < mask.rows; ++row) {
        for (int column = 0; column < mask.cols; ++column) {
            if (!border.inside(column, row) || border.inside(column, row - 1) ||
                seenAbove.at<std::uint8_t>(row, column) != 0)
                continue;
            Ring ring = border.walk(column, row, seenAbove);
            const auto [place, isNew] =
                shapeOfArea.try_emplace(areaOf.at<int>(row, column), shapes.size());
            if (isNew) {
                shapes.emplace_back();
                shapes.back().label = label;
            }
            // Clockwise on the screen around an area, the other way around a hole.
            Shape &shape = shapes[place->second];
            if (signedArea(ring) > 0)
                shape.points = std::move(ring);
            else
                shape.holes.push_back(std::move(ring));
        }
    }
    return shapes;
}

std::optional<Shape> maskShape(const cv::Mat &mask, const std::string &label)
{
    const cv::Rect box = cv::boundingRect(mask);
    if (box.empty())
        return std::nullopt;
    Shape shape;
    shape.label = label;
    shape.kind = ShapeKind::Mask;
    cv::compare(mask(box), 0, shape.mask, cv::CMP_NE);
    shape.maskAt = box.tl();
    return shape;
}

Ring withSlits(const Shape &polygon)
{
    Ring ring = polygon.points;
    if (polygon.holes.empty())
        return ring;
    const cv::Point2d start = ring.front();
    ring.push_back(start);
    for (const Ring &hole : polygon.holes) {
        ring.insert(ring.end(), hole.begin(), hole.end());
        ring.push_back(hole.front());
        ring.push_back(start);
    }
    ring.pop_back(); // closed by itself
    return ring;
}

} // namespace cf::annotation
