#pragma once

#include "core/annotation/annotation.h"
#include "core/annotation/rasterise.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

/// Shapes and masks to write and read again.
namespace cf::test {

inline std::filesystem::path fixture(const std::string &name)
{
    return std::filesystem::path(CF_SOURCE_DIR) / "tests/data/annotation" / name;
}

inline std::filesystem::path inside(const QTemporaryDir &folder, const std::string &name)
{
    return std::filesystem::path(folder.path().toStdString()) / name;
}

inline void writeText(const std::filesystem::path &path, const std::string &text)
{
    std::ofstream(path, std::ios::binary) << text;
}

inline std::string readText(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Specks and areas with holes; `share` of the pixels before they are joined.
inline cv::Mat speckled(cv::Size size, std::uint64_t seed, double share)
{
    cv::Mat noise(size, CV_8UC1);
    cv::RNG random(seed);
    random.fill(noise, cv::RNG::UNIFORM, 0, 256);
    return noise < 256 * share;
}

inline annotation::Shape polygon(const std::string &label, annotation::Ring points,
                                 std::vector<annotation::Ring> holes = {})
{
    annotation::Shape shape;
    shape.label = label;
    shape.points = std::move(points);
    shape.holes = std::move(holes);
    return shape;
}

inline annotation::Shape box(annotation::ShapeKind kind, const std::string &label, double left,
                             double top, double right, double bottom)
{
    annotation::Shape shape;
    shape.label = label;
    shape.kind = kind;
    shape.points = {{left, top}, {right, bottom}};
    return shape;
}

inline annotation::Shape mask(const std::string &label, cv::Mat pixels, cv::Point at)
{
    annotation::Shape shape;
    shape.label = label;
    shape.kind = annotation::ShapeKind::Mask;
    shape.mask = std::move(pixels);
    shape.maskAt = at;
    return shape;
}

/// One of each kind, two of a group, with odd labels.
inline annotation::Annotation everyKind()
{
    using annotation::ShapeKind;
    annotation::Annotation sample;
    sample.imagePath = "line 1/part,\"7\".png";
    sample.imageSize = {80, 60};
    sample.shapes = {
        polygon("scratch", {{3.25, 4.5}, {30.125, 5}, {28, 25.0 / 3}, {5, 22}}),
        polygon("ring", {{40, 5}, {60, 5}, {60, 25}, {40, 25}},
                {{{44, 9}, {50, 9}, {50, 21}, {44, 21}}, {{52, 9}, {58, 9}, {58, 12}}}),
        box(ShapeKind::Rectangle, "dent, \"deep\"", 5.25, 30, 20, 44.25),
        box(ShapeKind::Ellipse, "pore", 30, 30, 50, 40),
        mask("dust", speckled({17, 13}, 4, 0.5), {58, 40}),
        polygon("scratch", {{62, 30}, {70, 30}, {66, 38}}),
        box(ShapeKind::Marker, "edge", 1, 1, 9, 40),
    };
    sample.shapes[0].group = 7;
    sample.shapes[5].group = 7;
    return sample;
}

/// The losses in order, for one comparison.
inline std::string lossesOf(const annotation::Warnings &warnings)
{
    std::string text;
    for (const auto &warning : warnings)
        text += std::string(text.empty() ? "" : " ") + annotation::toString(warning.loss) + ":" +
                std::to_string(warning.shapeCount);
    return text;
}

inline bool same(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::countNonZero(a != b) == 0;
}

/// The pixels of each shape; an empty matrix for one that is damaged.
inline cv::Mat pixels(const annotation::Shape &shape, cv::Size size)
{
    auto marks = annotation::rasterise(shape, size);
    return marks.ok() ? *marks : cv::Mat();
}

} // namespace cf::test
