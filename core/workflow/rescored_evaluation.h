#pragma once

#include "core/base/result.h"
#include "core/store/records.h"

#include <string>
#include <vector>

namespace cf::workflow {

/// An evaluation with other scores of some of its pictures: figures and curves of the categories
/// that changed are made anew at image level, and say at pixel level that they are to be measured
/// again, since that takes the maps of all pictures. Other categories stay as they are; so do the
/// thresholds of the review. Without id and times.
Result<store::Evaluation> rescoredEvaluation(const store::Evaluation &before,
                                             std::vector<store::ImageScore> rows,
                                             const std::string &normalsKey);

} // namespace cf::workflow
