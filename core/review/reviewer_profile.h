#pragma once

#include "core/review/queue.h"

#include <string>
#include <vector>

namespace cf::review {

/// Settings that go with a reviewer, as store::Reviewer::profileJson keeps them.
struct ReviewerProfile
{
    static constexpr std::size_t kMostReasons = 9; ///< one for each digit

    QueueOrder order = QueueOrder::Uncertainty;
    std::vector<std::string> reasons; ///< of a rejection, by digit from 1
    double secondShare = 0.1;         ///< 0..1 of the pictures, that this person judges blind
    bool operator==(const ReviewerProfile &) const = default;
};

/// What is missing, out of range or of another kind keeps its default: a profile never stands in
/// the way.
ReviewerProfile profileFrom(const std::string &json);

/// The profile as JSON; keys of `before` that are not of the profile stay as they are.
std::string profileJson(const ReviewerProfile &profile, const std::string &before = "{}");

} // namespace cf::review
