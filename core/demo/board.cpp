#include "core/demo/board.h"

namespace cf::demo {

const std::vector<Part> &boardParts()
{
    using K = PartKind;
    static const std::vector<Part> parts = {
        {K::Chip, {160, 124}, {58, 58}, 0, "CF32", "U1", {-34, -49}},
        {K::SmallOutline, {62, 92}, {24, 40}, 0, "EE24", "U2", {0, -27}},
        {K::SmallOutline, {252, 160}, {22, 34}, 90, "DRV8", "U3", {-28, 0}},
        {K::Can, {232, 52}, {30, 30}, 0, "47", "C1", {0, 22}},
        {K::Can, {272, 52}, {30, 30}, 0, "47", "C2", {0, 22}},
        {K::Crystal, {160, 190}, {46, 17}, 0, "16.000", "Y1", {-32, 0}},
        {K::Header, {64, 206}, {74, 22}, 0, "", "J1", {0, -18}},
        {K::Inductor, {268, 108}, {28, 28}, 0, "4R7", "L1", {0, -21}},
        {K::Led, {42, 42}, {12, 7}, 0, "", "D1", {0, -9}},
        {K::Led, {62, 42}, {12, 7}, 0, "", "D2", {0, -9}},
        {K::Resistor, {92, 40}, {15, 8}, 90, "103", "R1", {0, -14}},
        {K::Resistor, {106, 40}, {15, 8}, 90, "472", "R2", {0, -14}},
        {K::Resistor, {120, 40}, {15, 8}, 90, "103", "R3", {0, -14}},
        {K::Resistor, {134, 40}, {15, 8}, 90, "221", "R4", {0, -14}},
        {K::Capacitor, {152, 62}, {14, 8}, 0, "", "C3", {0, -9}},
        {K::Capacitor, {178, 62}, {14, 8}, 0, "", "C4", {0, -9}},
        {K::Capacitor, {98, 104}, {14, 8}, 90, "", "C5", {0, -16}},
        {K::Capacitor, {98, 138}, {14, 8}, 90, "", "C6", {0, 16}},
        {K::Resistor, {220, 98}, {15, 8}, 0, "330", "R5", {0, -9}},
        {K::Resistor, {220, 122}, {15, 8}, 0, "330", "R6", {0, -9}},
        {K::Capacitor, {220, 196}, {14, 8}, 0, "", "C7", {0, -9}},
        {K::Capacitor, {252, 196}, {14, 8}, 0, "", "C8", {0, -9}},
        {K::Resistor, {220, 216}, {15, 8}, 0, "000", "R7", {-17, 0}},
        {K::Resistor, {252, 216}, {15, 8}, 0, "102", "R8", {17, 0}},
        {K::Resistor, {48, 144}, {15, 8}, 0, "103", "R9", {0, -9}},
        {K::Resistor, {48, 164}, {15, 8}, 0, "103", "R10", {0, -9}},
    };
    return parts;
}

Lamp boardLamp(Random &random)
{
    Lamp lamp;
    lamp.towards = {static_cast<float>(-0.5 + 0.03 * random.normal()),
                    static_cast<float>(-0.65 + 0.03 * random.normal())};
    lamp.ambient = 0.45F;
    lamp.mirrorSlope = {0.34F, 0.42F};
    lamp.mirrorWidth = {0.32F, 0.32F};
    return lamp;
}

Scene assembleBoard(cv::Size imageSize, Random random, const BoardFault &fault)
{
    Scene scene = etchBoard(imageSize, random);
    const std::vector<Part> &parts = boardParts();
    std::vector<std::uint64_t> seeds;
    std::vector<Part> asPlaced = parts;
    for (Part &part : asPlaced) {
        // The placing machine is good, not perfect. Through-hole parts sit in their holes.
        const double slack = part.kind == PartKind::Header ? 0.1 : 0.3;
        part.at += cv::Point2f(static_cast<float>(slack * random.normal()),
                               static_cast<float>(slack * random.normal()));
        part.angleDeg += 1.5 * slack * random.normal();
        seeds.push_back(random.bits());
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
        solderPads(scene, parts[i], static_cast<int>(i) != fault.missingPart, Random(seeds[i]));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (static_cast<int>(i) == fault.missingPart)
            continue;
        Part part = asPlaced[i];
        if (static_cast<int>(i) == fault.movedPart) {
            part.at += fault.movedByPx;
            part.angleDeg += fault.turnedByDeg;
        }
        placePart(scene, part, Random(seeds[i] + 1));
    }
    return scene;
}

} // namespace cf::demo
