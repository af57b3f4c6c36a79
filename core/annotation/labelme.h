#pragma once

#include "core/annotation/annotation.h"

#include <filesystem>

namespace cf::annotation {

/// A labelme file. Polygons, rectangles, circles and masks become shapes, points and lines markers;
/// rotated boxes become polygons that are written as such again while they have four right-angled
/// corners. All other keys are kept, those of the picture and those of each shape.
/// imageSize  used when the file, as very old ones, does not say it
/// fails      as reading a file does; BadData when it is not one or is damaged
Result<Annotation> readLabelme(const std::filesystem::path &path, cv::Size imageSize = {});

/// Losses: Holes, Curve (of ellipses that are no circles), Extras of other formats.
/// fails  BadData for damaged shapes, see check(); as writeFileAtomically()
Result<Warnings> writeLabelme(const std::filesystem::path &path, const Annotation &annotation);

} // namespace cf::annotation
