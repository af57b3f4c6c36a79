#pragma once

#include "core/review/image_key.h"
#include "core/store/decisions.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cf::review {

/// What people say of an image, as it was when they saw it.
struct SettledVerdict
{
    ImageKey image;
    std::string imageSha256;
    std::optional<store::Verdict> verdict; ///< Ok, Ng or Unsure; none: reviewers differ
    bool operator==(const SettledVerdict &) const = default;
};

/// Of each image with a decision that stands, by key and hash: an arbitration that nobody decided
/// after, else what all reviewers said last, if that is the same. Images with the same bytes under
/// several names are one image here: where their verdicts differ, none of them is settled.
std::vector<SettledVerdict> settledVerdicts(std::span<const store::Decision> trail);

} // namespace cf::review
