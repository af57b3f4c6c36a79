#include "core/workflow/shift_pictures.h"

#include "core/annotation/region.h"
#include "core/imaging/colour_map.h"
#include "core/report/markup.h"
#include "core/workflow/review_evidence.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace cf::workflow {

namespace {

using review::JudgedPicture;
using store::Decision;

constexpr std::size_t kMostEscapes = 12;  // with their pictures
constexpr std::size_t kMostRejected = 60; // likewise; all are in the table of decisions
constexpr int kTileSidePx = 480;
constexpr int kOutlinePx = 2;
constexpr int kRejectedPerRow = 5;
const cv::Scalar kTruthColour(30, 120, 230); // orange, as in other reports
const cv::Scalar kMapColour(230, 160, 20);   // blue

void outline(cv::Mat &picture, const cv::Mat &mask, const cv::Scalar &colour)
{
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_LIST, cv::CHAIN_APPROX_NONE);
    cv::drawContours(picture, contours, -1, colour, kOutlinePx);
}

/// At the size of a tile, 8 bits, colour.
cv::Mat smallPicture(const cv::Mat &deep)
{
    cv::Mat picture = deep;
    if (picture.depth() == CV_16U)
        picture.convertTo(picture, CV_8U, 1.0 / 257);
    if (picture.channels() == 1)
        cv::cvtColor(picture, picture, cv::COLOR_GRAY2BGR);
    const double factor = 1.0 * kTileSidePx / std::max(picture.cols, picture.rows);
    cv::Mat small;
    if (factor < 1)
        cv::resize(picture, small, {}, factor, factor, cv::INTER_AREA);
    else
        small = picture.clone();
    return small;
}

/// The picture with what is known of its defect outlined, and its map.
std::vector<report::Tile> tilesOf(const ReviewSet &set, const Decision &decision, bool withMap)
{
    const auto place = set.find(review::keyOf(decision));
    const auto evidence = place ? readEvidence(set, *place)
                                : Result<Evidence>(Error::make(ErrorCode::NotFound, "gone"));
    std::vector<report::Tile> tiles;
    if (!evidence.ok()) {
        tiles.push_back({"Picture", {}});
        return tiles;
    }
    auto picture = smallPicture(evidence->picture);
    bool hasTruth = false, hasMap = false;
    const auto &category = set.categories[set.pictures[*place].category];
    if (evidence->mask) {
        cv::Mat mask;
        cv::resize(*evidence->mask, mask, picture.size(), 0, 0, cv::INTER_NEAREST);
        outline(picture, mask, kTruthColour);
        hasTruth = true;
    }
    if (!evidence->map.empty() && category.threshold) {
        const auto region = annotation::regionAtLevel(
            evidence->map, static_cast<float>(*category.threshold), picture.size());
        if (!region.place.empty()) {
            cv::Mat mask = cv::Mat::zeros(picture.size(), CV_8UC1);
            region.mask.copyTo(mask(region.place));
            outline(picture, mask, kMapColour);
            hasMap = true;
        }
    }
    tiles.push_back({hasTruth && hasMap ? "Ground truth and map outlined"
                     : hasTruth         ? "Picture, ground truth outlined"
                     : hasMap           ? "Picture, map outlined"
                                        : "Picture",
                     picture});
    if (!withMap)
        return tiles;
    cv::Mat map;
    if (!evidence->map.empty() && category.high > category.low) {
        cv::resize(evidence->map, map, picture.size(), 0, 0, cv::INTER_LINEAR);
        map = imaging::colourise(map, static_cast<float>(category.low),
                                 static_cast<float>(category.high), imaging::ColourMap::Inferno);
    }
    tiles.push_back({"Map", map});
    return tiles;
}

std::string captionOf(const JudgedPicture &picture)
{
    const auto &decision = picture.decision;
    std::string text = decision.path.generic_string();
    if (decision.score)
        text += " · score " + report::fixedNumber(*decision.score, 3);
    if (decision.threshold)
        text += " · threshold " + report::fixedNumber(*decision.threshold, 3);
    return text + " · " + decision.reviewer + ", " + decision.timeUtc.substr(0, 10) + ' ' +
           decision.timeUtc.substr(11, 5);
}

report::Gallery acceptedGallery(const char *title, const std::string &empty,
                                const std::vector<JudgedPicture> &pictures, const ReviewSet &set,
                                RunContext &run)
{
    report::Gallery gallery{title,
                            pictures.empty() ? empty
                                             : "Orange: the ground truth. Blue: where the map "
                                               "reaches the threshold. Times are UTC.",
                            {},
                            4};
    if (pictures.size() > kMostEscapes)
        gallery.note += " The " + std::to_string(kMostEscapes) + " with the highest scores of " +
                        std::to_string(pictures.size()) + ".";
    const auto shown = std::min(pictures.size(), kMostEscapes);
    for (std::size_t i = 0; i < shown; ++i) {
        run.step({"report", i, shown});
        gallery.strips.push_back(
            {captionOf(pictures[i]), tilesOf(set, pictures[i].decision, /*withMap=*/true)});
    }
    return gallery;
}

report::Gallery rejectedGallery(const std::vector<JudgedPicture> &pictures, const ReviewSet &set,
                                RunContext &run)
{
    report::Gallery gallery{"Rejected pictures",
                            pictures.empty() ? "Nothing was rejected."
                                             : "Blue: where the map reaches the threshold. Orange: "
                                               "the ground truth.",
                            {},
                            kRejectedPerRow};
    const auto shown = std::min(pictures.size(), kMostRejected);
    if (shown < pictures.size())
        gallery.note += " The " + std::to_string(shown) + " with the highest scores of " +
                        std::to_string(pictures.size()) + ".";
    report::HeatmapStrip strip;
    for (std::size_t i = 0; i < shown; ++i) {
        run.step({"report", i, shown});
        auto tile = tilesOf(set, pictures[i].decision, /*withMap=*/false).front();
        const auto &decision = pictures[i].decision;
        tile.caption = decision.path.filename().string();
        if (!decision.reason.empty())
            tile.caption += " · " + decision.reason;
        if (decision.score)
            tile.caption += " · " + report::fixedNumber(*decision.score, 2);
        strip.tiles.push_back(std::move(tile));
    }
    if (!strip.tiles.empty())
        gallery.strips.push_back(std::move(strip));
    return gallery;
}

} // namespace

std::vector<report::Gallery> shiftGalleries(const ShiftReport &shift, const ReviewSet &set,
                                            RunContext &run)
{
    std::vector<report::Gallery> galleries;
    galleries.push_back(acceptedGallery("Worst escapes",
                                        "No picture that is known to be defective was accepted.",
                                        shift.escapes, set, run));
    if (!shift.againstModel.empty())
        galleries.push_back(acceptedGallery("Accepted though the model called them defective", "",
                                            shift.againstModel, set, run));
    galleries.push_back(rejectedGallery(shift.rejected, set, run));
    return galleries;
}

} // namespace cf::workflow
