#pragma once

#include "core/base/result.h"
#include "core/metrics/agreement.h"
#include "core/review/queue.h"
#include "core/store/decisions.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// A second reviewer sees some of the images again, without the first verdict; how well both agree;
/// and who settles the rest. Only verdicts on the same bytes (image hash) are compared.
namespace cf::review {

/// The images that a second reviewer sees: round(share * images), drawn by the seed, in an order
/// that the seed gives too. Drawn from all images before anyone decides, so the draw depends on no
/// verdict; a larger share holds the smaller one. Fails with BadUsage unless share is in 0..1.
Result<std::vector<QueueItem>> drawSecondOpinions(std::vector<QueueItem> images, double share,
                                                  std::uint64_t seed);

/// Those of `drawn` that `reviewer` may judge blind: somebody else's first decision stands, and
/// none of their own. Includes what they have judged already, so that the queue keeps its places.
std::vector<QueueItem> secondOpinionQueue(std::span<const QueueItem> drawn,
                                          std::span<const store::Decision> trail,
                                          const std::string &reviewer);

/// Rows and columns of ratingTable(), in this order.
inline constexpr std::array kRatedVerdicts{store::Verdict::Ok, store::Verdict::Ng,
                                           store::Verdict::Unsure};

/// First decisions against second ones by somebody else, one count an image, for
/// metrics::cohensKappa(). A name restricts it to that reviewer.
metrics::RatingTable ratingTable(std::span<const store::Decision> trail,
                                 const std::optional<std::string> &firstReviewer = std::nullopt,
                                 const std::optional<std::string> &secondReviewer = std::nullopt);

/// An image on which reviewers differ.
struct Disagreement
{
    store::Id imageId = 0;
    std::string category;
    std::filesystem::path path;
    std::vector<store::Decision> decisions; ///< the last of each reviewer, in order
};

/// The images on which two reviewers' standing verdicts differ, first or second alike, and which no
/// arbitration has settled since; in order of category and path.
std::vector<Disagreement> arbitrationList(std::span<const store::Decision> trail);

} // namespace cf::review
