#pragma once

#include "core/demo/camera.h"
#include "core/demo/paint.h"

#include <string>
#include <vector>

namespace cf::demo {

enum class PartKind {
    Resistor,
    Capacitor,
    Chip,
    SmallOutline,
    Can,
    Crystal,
    Header,
    Led,
    Inductor
};

/// A component as the board's designer placed it; image pixels and degrees on an unmoved board.
struct Part
{
    PartKind kind;
    cv::Point2f at;
    cv::Size2f bodyPx; ///< before it is turned
    double angleDeg;
    std::string marking; ///< on the body
    std::string name;    ///< on the silkscreen, beside it
    cv::Point2f nameAt;  ///< relative to `at`
};

/// The parts of every board; the order never changes.
const std::vector<Part> &boardParts();

/// What is wrong with how a board is populated; -1: nothing.
struct BoardFault
{
    int missingPart = -1;
    int movedPart = -1;
    cv::Point2f movedByPx; ///< image pixels
    double turnedByDeg = 0.0;
};

/// The bare board: mask, tracks, pads, vias, silkscreen. In board_bare.cpp.
Scene etchBoard(cv::Size imageSize, Random &random);
/// Pads and solder of a part, which stay when the part is missing. In board_parts.cpp.
void solderPads(Scene &scene, const Part &part, bool wetted, Random random);
/// The part itself. In board_parts.cpp.
void placePart(Scene &scene, const Part &part, Random random);

/// A populated board on a dark support. Two calls with equal random state differ only by the fault.
Scene assembleBoard(cv::Size imageSize, Random random, const BoardFault &fault);
Lamp boardLamp(Random &random);

constexpr float kBoardLeft = 9.0F; ///< image pixels on an unmoved board
constexpr float kBoardTop = 9.0F;
constexpr float kBoardWidth = 302.0F;
constexpr float kBoardHeight = 238.0F;

} // namespace cf::demo
