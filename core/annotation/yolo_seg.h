#pragma once

#include "core/annotation/annotation.h"

#include <filesystem>

/// YOLO's text files: a line for each shape, number of the class and then x y x y ... as shares of
/// the picture's width and height. The names of the classes are in a file of their own.
namespace cf::annotation {

/// classes.txt: a name in each line. fails  as reading a file does
Result<std::vector<std::string>> readClassNames(const std::filesystem::path &path);
/// fails  BadUsage for a name with a line break; as writeFileAtomically()
Result<void> writeClassNames(const std::filesystem::path &path,
                             std::span<const std::string> labels);

/// Lines of four numbers are boxes (centre and size) and become rectangles.
/// labels     of the classes by number; without any, the numbers themselves are the labels
/// imageSize  the file does not know it
/// fails      as reading a file does; BadData naming the line that is damaged
Result<Annotation> readYoloSeg(const std::filesystem::path &path,
                               std::span<const std::string> labels, cv::Size imageSize);

/// Losses: Holes, Curve, Drawing (masks and rectangles become outlines), Objects (shapes of a
/// group), Outside (points are moved to the edge), Markers, Extras.
/// fails  BadUsage for a label that is not among `labels`; BadData for damaged shapes; as
///        writeFileAtomically()
Result<Warnings> writeYoloSeg(const std::filesystem::path &path, const Annotation &annotation,
                              std::span<const std::string> labels);

} // namespace cf::annotation
