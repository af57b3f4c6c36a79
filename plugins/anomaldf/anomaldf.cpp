// Normal pictures drawn by chance, turned: the templates of AnomalDF (paper section 4, after
// AnomalyDINO's augmentation of its references).
#include "plugins/counterpart/counterpart.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <opencv2/imgproc.hpp>
#include <random>

namespace {

using namespace cf::plugins;

const cf_option kOptions[] = {
    {"rotations", "Turns of each normal picture, evenly spread over the circle; 1 when not given, 8 "
                  "in the published code"},
    {nullptr, nullptr}};

struct AnomalDf
{
    std::int32_t count; ///< N
    int rotations = 1;
};

cv::Mat turned(const cv::Mat &image, double degrees)
{
    const cv::Point2f middle(static_cast<float>(image.cols - 1) / 2.0F,
                             static_cast<float>(image.rows - 1) / 2.0F);
    cv::Mat out;
    cv::warpAffine(image, out, cv::getRotationMatrix2D(middle, degrees, 1.0), image.size(),
                   cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return out;
}

void *open(const cf_opening *opening)
{
    auto *self = new AnomalDf{opening->template_count(opening->host)};
    const auto given = optionOr(*opening, "rotations", "1");
    const auto parsed =
        std::from_chars(given.data(), given.data() + given.size(), self->rotations);
    if (parsed.ec != std::errc() || parsed.ptr != given.data() + given.size() ||
        self->rotations < 1 || self->rotations > 36) {
        opening->fail(opening->host, "its option rotations is a number from 1 to 36");
        delete self;
        return nullptr;
    }
    return self;
}

void templates(void *self, const cf_query *query, const cf_answer *answer)
{
    const auto &source = *static_cast<AnomalDf *>(self);
    const auto count = answer->normal_count(answer->host);
    if (count == 0) {
        answer->decline(answer->host, "there is no other normal picture");
        return;
    }
    std::vector<std::int32_t> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    std::mt19937_64 random(query->seed);
    std::shuffle(order.begin(), order.end(), random);
    for (std::int32_t n = 0; n < source.count; ++n) {
        const auto normal =
            answer->normal(answer->host, order[static_cast<std::size_t>(n) % order.size()]);
        if (!normal.bgr)
            return; // the host has said why
        const cv::Mat image(normal.height, normal.width, CV_8UC3,
                            const_cast<std::uint8_t *>(normal.bgr));
        for (int turn = 0; turn < source.rotations; ++turn)
            answer->add_picture(answer->host,
                                asPicture(turn == 0 ? image
                                                    : turned(image, 360.0 * turn /
                                                                        source.rotations)));
    }
}

void close(void *self)
{
    delete static_cast<AnomalDf *>(self);
}

} // namespace

const cf_template_source *costfilter_template_source(void)
{
    static const cf_template_source source = {
        COSTFILTER_TEMPLATE_SOURCE_VERSION,
        "anomaldf",
        "Normal pictures, turned",
        "N normal pictures drawn by chance for each picture, each in several turns.",
        kOptions,
        open,
        templates,
        close};
    return &source;
}
