#pragma once

#include "core/annotation/annotation.h"

#include <filesystem>

namespace cf::annotation {

inline constexpr const char *kCocoFormat = "coco"; ///< whose keys Shape::extraJson keeps

/// The pictures of a COCO file (instances) and their shapes.
struct CocoSet
{
    std::vector<Annotation> pictures;
    std::string extraJson; ///< info, licences, categories and unknown keys, see Shape::extraJson
};

/// Polygons, and run lengths, compressed or not, as masks; an object of several polygons becomes as
/// many shapes with a common group; an annotation with a box alone becomes a rectangle. Keys beyond
/// are kept.
/// fails  as reading a file does; BadData when it is not one, is damaged, or names pictures or
///        categories that are not in it
Result<CocoSet> readCoco(const std::filesystem::path &path);

/// Polygons without holes as such, all else as compressed run lengths with the same pixels; shapes
/// of a common group and class are one annotation. Numbers of pictures, categories and annotations
/// stay as they were read. Losses: Drawing (what became run lengths), Outside, Markers, Extras.
/// fails  BadData for damaged shapes, see check(); as writeFileAtomically()
Result<Warnings> writeCoco(const std::filesystem::path &path, const CocoSet &set);

} // namespace cf::annotation
