#pragma once

#include "core/metrics/agreement.h"
#include "core/review/ledger.h"
#include "core/workflow/review.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cf::ui {

/// Which pictures wait for which kind of decision.
enum class ReviewQueue {
    All,           ///< first decisions
    LabelSuspects, ///< the same, of pictures whose label and score disagree
    SecondOpinion, ///< blind: a share that others have decided on
    Disagreements, ///< reviewers differ; whoever decides settles it
};

/// The kind of the decisions that are made in a queue.
store::DecisionKind decisionKindOf(ReviewQueue queue);
/// Nothing that was said of a picture before may be seen, its label neither.
inline bool isBlind(ReviewQueue queue)
{
    return queue == ReviewQueue::SecondOpinion;
}

/// What a reviewer wants to see of a queue.
struct QueueWish
{
    enum class Show { Everything, Undecided, Ok, Ng, Unsure };

    ReviewQueue queue = ReviewQueue::All;
    review::QueueOrder order = review::QueueOrder::Uncertainty; ///< of ReviewQueue::All
    std::string category;                                       ///< empty: all
    Show show = Show::Everything;
    QString text; ///< see ImageFilter
    std::string reviewer;
    double secondShare = 0.1;

    bool operator==(const QueueWish &) const = default;
};

struct Arrangement
{
    std::vector<std::uint32_t> members; ///< the queue's pictures, whatever is shown of it
    std::vector<std::uint32_t> rows;    ///< those that are shown, in order
    std::optional<std::size_t> resume;  ///< the row to go on with; none: all are decided
    QString filterProblem;              ///< why the text cannot be understood
    bool lacksCosts = false;            ///< wanted by cost at stake; by uncertainty instead
    metrics::Agreement agreement;       ///< of first and second decisions, all reviewers together
};

/// Takes long for many pictures: not for the GUI thread.
Arrangement arrange(const workflow::ReviewSet &set, const QueueWish &wish,
                    std::span<const store::Decision> trail);

/// Whether a queue still waits for this picture.
bool isDecided(const review::Ledger &ledger, std::size_t picture, ReviewQueue queue);
/// The decision that a reviewer may see in the queue; null: there is none.
std::optional<review::Ledger::Entry> shownDecision(const review::Ledger &ledger,
                                                   std::size_t picture, ReviewQueue queue,
                                                   const std::string &reviewer);

} // namespace cf::ui
