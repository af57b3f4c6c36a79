#include "core/review/cost_at_stake.h"

#include <algorithm>

namespace cf::review {

double costAtStake(double probability, metrics::Zone zone, const metrics::InspectionCosts &costs)
{
    const double passed = probability * costs.escape;
    const double rejected = (1 - probability) * costs.falseReject;
    const double unseen = zone == metrics::Zone::Pass   ? passed
                          : zone == metrics::Zone::Fail ? rejected
                                                        : std::min(passed, rejected);
    const double seen =
        probability * costs.reviewedDefect() + (1 - probability) * costs.reviewedNormal();
    return unseen - seen;
}

} // namespace cf::review
