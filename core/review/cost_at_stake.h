#pragma once

#include "core/metrics/decision_zones.h"

namespace cf::review {

/// What a person's decision on a picture can be expected to save, in the unit of the costs: what
/// the picture costs if nobody looks, less what it costs if somebody does. Negative where the look
/// costs more than it saves.
///
/// If nobody looks, a picture that passes costs an escape when it is defective, and one that fails
/// a false reject when it is not; of one between the thresholds the cheaper of the two is taken.
/// A look costs what InspectionCosts says, the reviewer's slips included.
/// probability  of being defective, 0..1, see metrics::DefectProbability
double costAtStake(double probability, metrics::Zone zone, const metrics::InspectionCosts &costs);

} // namespace cf::review
