#pragma once

#include "core/synthesis/region.h"
#include "core/synthesis/synthetic_anomaly.h"

/// The drawing of each kind of defect. Only for core/synthesis.
namespace cf::synthesis::detail {

/// What a defect is drawn on.
struct Canvas
{
    const cv::Mat &imageBgr;   ///< CV_8UC3
    const cv::Mat &foreground; ///< CV_8UC1, not empty of pixels
    const Donors &donors;
    const SynthesisOptions &options;
    bool grey;      ///< the picture has no colour, and shall get none
    double unit;    ///< shorter side / 256
    double texture; ///< grey levels by which two places a little apart differ, grain aside (median)
    cv::Size frame() const { return imageBgr.size(); }
};

/// A proposal: `source` (CV_32FC3, size of region.box) is to be mixed in by region.alpha times the
/// opacity.
struct Defect
{
    Region region;
    cv::Mat source;
    double leastOpacity = 0.0; ///< below this the kind would look like a double exposure
};

/// May come back with an empty region; the caller draws again.
Defect drawDefect(Kind kind, const Canvas &canvas, Random &random);

Defect drawTexture(const Canvas &canvas, Random &random);
Defect drawTone(const Canvas &canvas, Random &random);
Defect drawShade(const Canvas &canvas, Random &random);
Defect drawStain(const Canvas &canvas, Random &random);
Defect drawSmear(const Canvas &canvas, Random &random);

Defect drawLine(const Canvas &canvas, Random &random);
Defect drawScar(const Canvas &canvas, Random &random);
Defect drawBlob(const Canvas &canvas, Random &random);
Defect drawDots(const Canvas &canvas, Random &random);

Defect drawCutPaste(const Canvas &canvas, Random &random);
Defect drawOtherPart(const Canvas &canvas, Random &random);
Defect drawDuplicate(const Canvas &canvas, Random &random);
Defect drawShuffle(const Canvas &canvas, Random &random);
Defect drawWarp(const Canvas &canvas, Random &random);
Defect drawMorph(const Canvas &canvas, Random &random);

Defect drawMissing(const Canvas &canvas, Random &random);
Defect drawFill(const Canvas &canvas, Random &random);
Defect drawFrayEdge(const Canvas &canvas, Random &random);

// What they share.
/// A pixel of the foreground.
cv::Point2d pickPlace(const Canvas &canvas, Random &random);
/// Pixels, by the options' size classes; at most `largestShare` of the picture (and the options'
/// share).
double pickArea(const Canvas &canvas, Random &random, double largestShare = 1.0, bool soft = false);
/// The picture in the box, CV_32FC3.
cv::Mat cutOut(const Canvas &canvas, cv::Rect box);
/// A tone to paint with: of a pixel of the picture, off the local one, black, white, or any.
cv::Vec3f pickColour(const Canvas &canvas, cv::Rect box, Random &random);
/// The same noise in all channels of a grey picture.
void addGrain(const Canvas &canvas, cv::Mat &source, double sigmaLevels, double blurPx,
              Random &random);
/// A foreign texture of the picture's size: from the donors' folder or made.
cv::Mat pickTexture(const Canvas &canvas, Random &random);
/// Another normal picture at this one's size, or this one where there is none.
cv::Mat pickOther(const Canvas &canvas, Random &random);

} // namespace cf::synthesis::detail
