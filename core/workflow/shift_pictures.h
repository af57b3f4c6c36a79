#pragma once

#include "core/report/report_data.h"
#include "core/workflow/shift_report.h"

#include <vector>

namespace cf::workflow {

/// The pictures of a shift that a report shows: the worst escapes, those that were accepted against
/// the model if there are any, and the rejected ones. Maps are those that were kept; a picture that
/// cannot be read leaves its place empty. A step of "report" a picture.
std::vector<report::Gallery> shiftGalleries(const ShiftReport &shift, const ReviewSet &set,
                                            RunContext &run);

} // namespace cf::workflow
