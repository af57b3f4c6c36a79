#pragma once

#include "core/annotation/annotation.h"

#include <cstdint>
#include <string_view>

/// Run lengths as COCO has them: pixels column by column from top to bottom, the runs outside and
/// inside in turn, the first one outside (0 when the first pixel is inside).
/// source  comments of cocodataset/cocoapi, common/maskApi.h
namespace cf::annotation {

using Runs = std::vector<std::uint32_t>;

/// mask  CV_8UC1, not 0 = inside
Runs encodeRuns(const cv::Mat &mask);
/// Of a whole picture of which a part is marked. `patch` lies inside of it.
Runs encodeRuns(const Patch &patch, cv::Size imageSize);

/// CV_8UC1, 255 inside. fails  BadData when the runs do not cover the picture exactly, or for a
/// picture that is too large
Result<cv::Mat> decodeRuns(std::span<const std::uint32_t> runs, cv::Size imageSize);
/// The same as the part that is marked, without the memory of a whole picture. fails  likewise
Result<Patch> decodePatch(std::span<const std::uint32_t> runs, cv::Size imageSize);

/// COCO's text for runs: from the fourth on the difference to the run two before; five bits a
/// character, lowest first, with 32 added when more follow, from '0' on.
std::string compressRuns(std::span<const std::uint32_t> runs);

/// fails  BadData for a character, a number or an end that cannot be
Result<Runs> decompressRuns(std::string_view text);

} // namespace cf::annotation
