#include "core/review/queue.h"

#include "core/review/image_key.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace cf::review {

namespace {

constexpr std::array<std::pair<QueueOrder, const char *>, 6> kOrders{
    {{QueueOrder::Uncertainty, "uncertainty"},
     {QueueOrder::Score, "score"},
     {QueueOrder::Category, "category"},
     {QueueOrder::Random, "random"},
     {QueueOrder::LabelSuspects, "label_suspects"},
     {QueueOrder::CostAtStake, "cost_at_stake"}}};

/// None where score or threshold is missing.
std::optional<metrics::ZoneThresholds> thresholdsOf(const QueueItem &item)
{
    if (!item.score)
        return std::nullopt;
    if (item.zones || !item.threshold)
        return item.zones;
    return metrics::ZoneThresholds{*item.threshold, *item.threshold};
}

/// The smallest comes first.
double rankOf(const QueueItem &item, QueueOrder order)
{
    const auto rank = [](std::optional<double> value, double sign) {
        return value && !std::isnan(*value) ? sign * *value
                                            : std::numeric_limits<double>::infinity();
    };
    switch (order) {
    case QueueOrder::Uncertainty:
        return rank(uncertaintyDistance(item), 1);
    case QueueOrder::Score:
        return rank(item.score, -1);
    case QueueOrder::LabelSuspects:
        return rank(labelContradiction(item), -1);
    case QueueOrder::CostAtStake:
        return rank(item.costAtStake, -1);
    case QueueOrder::Category:
    case QueueOrder::Random:
        break;
    }
    return 0;
}

/// FNV-1a.
void mix(std::uint64_t &hash, std::string_view text)
{
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3;
    }
}

} // namespace

const char *toString(QueueOrder order)
{
    for (const auto &[value, word] : kOrders)
        if (value == order)
            return word;
    return "";
}

std::optional<QueueOrder> queueOrderFrom(std::string_view word)
{
    for (const auto &[value, known] : kOrders)
        if (word == known)
            return value;
    return std::nullopt;
}

std::optional<metrics::Zone> zoneOf(const QueueItem &item)
{
    const auto thresholds = thresholdsOf(item);
    return thresholds ? std::optional(metrics::zoneOf(*item.score, *thresholds)) : std::nullopt;
}

std::optional<double> uncertaintyDistance(const QueueItem &item)
{
    const auto thresholds = thresholdsOf(item);
    if (!thresholds)
        return std::nullopt;
    return std::max(thresholds->low - *item.score, *item.score - thresholds->high);
}

std::optional<double> labelContradiction(const QueueItem &item)
{
    const auto thresholds = thresholdsOf(item);
    if (!thresholds || !item.defective)
        return std::nullopt;
    return *item.defective ? thresholds->low - *item.score : *item.score - thresholds->high;
}

bool isLabelSuspect(const QueueItem &item)
{
    const auto zone = zoneOf(item);
    return zone && item.defective &&
           *zone == (*item.defective ? metrics::Zone::Pass : metrics::Zone::Fail);
}

void sortQueue(std::vector<QueueItem> &queue, QueueOrder order, std::uint64_t seed)
{
    struct Entry
    {
        double rank;
        std::uint64_t lot;
        ImageKey key;
        QueueItem item;
    };
    std::vector<Entry> entries;
    entries.reserve(queue.size());
    for (QueueItem &item : queue)
        entries.push_back({rankOf(item, order), order == QueueOrder::Random ? lotOf(item, seed) : 0,
                           keyOf(item), std::move(item)});
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.rank, a.lot, a.key) < std::tie(b.rank, b.lot, b.key);
    });
    std::transform(entries.begin(), entries.end(), queue.begin(),
                   [](Entry &entry) { return std::move(entry.item); });
}

std::uint64_t lotOf(const QueueItem &item, std::uint64_t seed)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    mix(hash, item.category);
    mix(hash, std::string_view("\0", 1)); // so that no letter can move from one to the other
    mix(hash, item.path.generic_string());
    // SplitMix64's last steps: FNV alone keeps neighbours together.
    hash += (seed + 1) * 0x9e3779b97f4a7c15;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
    return hash ^ (hash >> 31);
}

} // namespace cf::review
