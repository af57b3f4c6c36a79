#include "ui/review/queue_arrangement.h"

#include "core/review/resume.h"
#include "core/review/second_opinion.h"
#include "ui/dataset/image_filter.h"

#include <algorithm>
#include <unordered_map>

namespace cf::ui {

namespace {

// One draw for everybody in the project: a larger share holds the smaller one.
constexpr std::uint64_t kDrawSeed = 1;

using Items = std::vector<review::QueueItem>;

Items itemsOf(const workflow::ReviewSet &set)
{
    Items items;
    items.reserve(set.pictures.size());
    for (const auto &picture : set.pictures)
        items.push_back(picture.item);
    return items;
}

/// No picture says what is at stake.
bool lacksCosts(const workflow::ReviewSet &set, const QueueWish &wish)
{
    return wish.queue == ReviewQueue::All && wish.order == review::QueueOrder::CostAtStake &&
           std::ranges::none_of(set.pictures, [](const workflow::ReviewPicture &picture) {
               return picture.item.costAtStake.has_value();
           });
}

/// The queue's pictures in its order.
Items queueOf(const workflow::ReviewSet &set, const QueueWish &wish,
              std::span<const store::Decision> trail)
{
    Items items = itemsOf(set);
    switch (wish.queue) {
    case ReviewQueue::All:
        review::sortQueue(
            items, lacksCosts(set, wish) ? review::QueueOrder::Uncertainty : wish.order, kDrawSeed);
        return items;
    case ReviewQueue::LabelSuspects:
        std::erase_if(items,
                      [](const review::QueueItem &item) { return !review::isLabelSuspect(item); });
        review::sortQueue(items, review::QueueOrder::LabelSuspects);
        return items;
    case ReviewQueue::SecondOpinion: {
        const double share = std::clamp(wish.secondShare, 0.0, 1.0);
        const auto drawn = review::drawSecondOpinions(std::move(items), share, kDrawSeed).orThrow();
        return review::secondOpinionQueue(drawn, trail, wish.reviewer);
    }
    case ReviewQueue::Disagreements: {
        Items differing;
        for (const auto &entry : review::arbitrationList(trail))
            if (const auto picture = set.find(review::keyOf(entry)))
                differing.push_back(set.pictures[*picture].item);
        return differing;
    }
    }
    return items;
}

ImageRow filterRow(const workflow::ReviewSet &set, std::size_t index, bool blind)
{
    const auto &picture = set.pictures[index];
    ImageRow row;
    row.path = set.fileOf(index).native();
    row.category = QString::fromStdString(picture.item.category);
    row.split = dataset::Split::Test;
    if (picture.item.score)
        row.score = static_cast<float>(*picture.item.score);
    if (blind)
        return row;
    row.hasMask = picture.mask.has_value();
    row.kind = QString::fromStdString(picture.kind);
    if (picture.item.defective)
        row.label = *picture.item.defective ? dataset::Label::Defect : dataset::Label::Normal;
    return row;
}

bool isShown(const review::Ledger &ledger, std::size_t picture, const QueueWish &wish)
{
    if (wish.show == QueueWish::Show::Everything)
        return true;
    if (wish.show == QueueWish::Show::Undecided)
        return !isDecided(ledger, picture, wish.queue);
    const auto decision = shownDecision(ledger, picture, wish.queue, wish.reviewer);
    if (!decision)
        return false;
    switch (wish.show) {
    case QueueWish::Show::Ok:
        return decision->verdict == store::Verdict::Ok;
    case QueueWish::Show::Ng:
        return decision->verdict == store::Verdict::Ng;
    default:
        return decision->verdict == store::Verdict::Unsure;
    }
}

} // namespace

store::DecisionKind decisionKindOf(ReviewQueue queue)
{
    switch (queue) {
    case ReviewQueue::SecondOpinion:
        return store::DecisionKind::Second;
    case ReviewQueue::Disagreements:
        return store::DecisionKind::Arbitration;
    case ReviewQueue::All:
    case ReviewQueue::LabelSuspects:
        break;
    }
    return store::DecisionKind::First;
}

bool isDecided(const review::Ledger &ledger, std::size_t picture, ReviewQueue queue)
{
    if (queue != ReviewQueue::Disagreements)
        return ledger.last(picture, decisionKindOf(queue)) != nullptr;
    // Settled unless somebody has said something else since.
    const auto standing = ledger.standing(picture);
    return !standing.empty() && standing.back().kind == store::DecisionKind::Arbitration;
}

std::optional<review::Ledger::Entry> shownDecision(const review::Ledger &ledger,
                                                   std::size_t picture, ReviewQueue queue,
                                                   const std::string &reviewer)
{
    const auto kind = decisionKindOf(queue);
    const auto *last =
        isBlind(queue) ? ledger.last(picture, kind, reviewer) : ledger.last(picture, kind);
    return last ? std::optional(*last) : std::nullopt;
}

Arrangement arrange(const workflow::ReviewSet &set, const QueueWish &wish,
                    std::span<const store::Decision> trail)
{
    const auto queue = queueOf(set, wish, trail);
    const auto ledger = workflow::ledgerOf(set, trail);
    Arrangement arrangement;
    arrangement.agreement = metrics::cohensKappa(review::ratingTable(trail)).orThrow();
    const auto filter = ImageFilter::compile(wish.text);
    std::unordered_map<store::Id, std::uint32_t> placeOf;
    for (std::size_t i = 0; i < set.pictures.size(); ++i)
        placeOf[set.pictures[i].item.imageId] = static_cast<std::uint32_t>(i);

    arrangement.filterProblem = filter.error();
    arrangement.lacksCosts = lacksCosts(set, wish);
    const auto fits = [&](std::uint32_t place) {
        if (!filter.isValid() || filter.isEmpty())
            return true;
        auto row = filterRow(set, place, isBlind(wish.queue));
        row.reviewed = isDecided(ledger, place, wish.queue);
        return filter.matches(row);
    };
    Items shown;
    for (const auto &item : queue) {
        const auto place = placeOf.at(item.imageId);
        arrangement.members.push_back(place);
        if ((!wish.category.empty() && item.category != wish.category) ||
            !isShown(ledger, place, wish) || !fits(place))
            continue;
        arrangement.rows.push_back(place);
        shown.push_back(item);
    }
    if (wish.queue == ReviewQueue::Disagreements) {
        if (!shown.empty())
            arrangement.resume = 0; // only what is not settled is listed
    } else {
        arrangement.resume =
            review::resumePosition(shown, trail, wish.reviewer, decisionKindOf(wish.queue));
    }
    return arrangement;
}

} // namespace cf::ui
