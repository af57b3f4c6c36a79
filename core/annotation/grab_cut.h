#pragma once

#include "core/annotation/annotation.h"
#include "core/base/run_context.h"

namespace cf::annotation {

/// What stands out from its surroundings within a box, by colour and edges (GrabCut of Rother et
/// al. 2004, as OpenCV has it). What lies outside of the box is taken for background. Large boxes
/// are worked on at a smaller size, so that it takes a second or two. The same picture and box give
/// the same area.
/// picture  CV_8UC1, CV_8UC3, CV_16UC1 or CV_16UC3
/// returns  empty when nothing stands out, or the box leaves no background around it
/// throws   Cancelled when `run` asks to stop; one step of "cut" an iteration
Patch grabCut(const cv::Mat &picture, cv::Rect box, RunContext &run);

} // namespace cf::annotation
