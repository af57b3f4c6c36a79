#pragma once

#include "core/annotation/annotation.h"

#include <filesystem>

/// Pictures of what is marked, as large as the picture itself.
namespace cf::annotation {

/// MVTec's masks: what is not 0 is marked, and becomes one mask shape with that label.
/// fails  as imaging::loadMask()
Result<Annotation> readMaskPng(const std::filesystem::path &path, const std::string &label);

/// 0 and 255. Losses: Drawing, Classes, Objects, Outside, Markers, Extras.
/// fails  BadData for damaged shapes; as writeFileAtomically()
Result<Warnings> writeMaskPng(const std::filesystem::path &path, const Annotation &annotation);

/// A PNG with a palette, whose indices are classes: 0 is the background, i the label i - 1. One
/// mask shape for each class that occurs; a class without a name is called "class 7". fails  as
/// reading a file does; BadData when it has no palette (or more than 8 bits)
Result<Annotation> readIndexedPng(const std::filesystem::path &path,
                                  std::span<const std::string> labels);

/// Later shapes lie on top. Colours: those of the Pascal VOC masks, which other programs know.
/// Losses: Drawing, Objects (several shapes of a class), Overlap, Outside, Markers, Extras.
/// fails  BadUsage for a label that is not among `labels` or for more than 255; BadData for damaged
///        shapes; as writeFileAtomically()
Result<Warnings> writeIndexedPng(const std::filesystem::path &path, const Annotation &annotation,
                                 std::span<const std::string> labels);

} // namespace cf::annotation
