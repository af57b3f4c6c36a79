#include "core/annotation/grab_cut.h"

#include "core/annotation/packed_mask.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace cf::annotation {

namespace {

constexpr int kIterations = 4;
constexpr double kMostPixels = 400.0 * 400.0; // OpenCV needs about 10 us for each and iteration
constexpr double kSurroundings = 0.5;         // of the box's sides, around it
constexpr std::uint64_t kSeed = 7;            // of the random starts of its colour clusters

cv::Rect scaled(const cv::Rect &rect, double by)
{
    const cv::Point from(cvRound(rect.x * by), cvRound(rect.y * by));
    const cv::Point to(cvRound((rect.x + rect.width) * by), cvRound((rect.y + rect.height) * by));
    return {from, to};
}

/// CV_8UC3 of that part.
cv::Mat colours(const cv::Mat &picture, const cv::Rect &part, double scale)
{
    cv::Mat small;
    cv::resize(picture(part), small, scaled(part - part.tl(), scale).size(), 0, 0, cv::INTER_AREA);
    if (small.depth() == CV_16U)
        small.convertTo(small, CV_8U, 1.0 / 257.0);
    if (small.channels() == 1)
        cv::cvtColor(small, small, cv::COLOR_GRAY2BGR);
    return small;
}

} // namespace

Patch grabCut(const cv::Mat &picture, cv::Rect box, RunContext &run)
{
    const cv::Rect all({0, 0}, picture.size());
    box &= all;
    const int sideways = std::max(8, cvRound(box.width * kSurroundings));
    const int upwards = std::max(8, cvRound(box.height * kSurroundings));
    const cv::Rect part = cv::Rect(box.x - sideways, box.y - upwards, box.width + 2 * sideways,
                                   box.height + 2 * upwards) &
                          all;
    if (box.empty() || part == box)
        return {};
    const double scale = std::min(1.0, std::sqrt(kMostPixels / double(part.area())));
    const cv::Mat small = colours(picture, part, scale);
    const cv::Rect smallBox = scaled(box - part.tl(), scale) & cv::Rect({0, 0}, small.size());
    if (smallBox.width < 2 || smallBox.height < 2 || smallBox.size() == small.size())
        return {};
    cv::theRNG().state = kSeed;
    cv::Mat marks, background, foreground;
    for (int i = 0; i < kIterations; ++i) {
        run.step({"cut", static_cast<std::size_t>(i), kIterations});
        cv::grabCut(small, marks, smallBox, background, foreground, 1,
                    i == 0 ? cv::GC_INIT_WITH_RECT : cv::GC_EVAL);
    }
    cv::Mat found = (marks & 1) * 255; // both kinds of foreground are odd
    cv::resize(found, found, part.size(), 0, 0, cv::INTER_NEAREST);
    return trimmed({box, found(box - part.tl()).clone()});
}

} // namespace cf::annotation
