#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <opencv2/core/mat.hpp>

namespace cf::dataset {

/// The ground truth of a sample: CV_8UC1 of `imageSize`, 255 = defect, 0 elsewhere. The masks of a
/// folder (MVTec LOCO) are united; a normal sample is all zeros, whether it has a mask or not.
/// Fails with BadData (a mask that is missing, unreadable or of another size; an empty folder of
/// masks) or NotFound (the file is gone); the sentence names the file.
Result<cv::Mat> loadSampleMask(const Sample &sample, cv::Size imageSize);

/// The files that make up the mask of a sample, in natural order: none, one, or those of a folder.
std::vector<std::filesystem::path> maskFiles(const Sample &sample);

} // namespace cf::dataset
