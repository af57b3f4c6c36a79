#pragma once

#include "core/metrics/decision_zones.h"
#include "core/store/records.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cf::review {

/// An image that waits for a verdict. It carries nobody's earlier one, so a queue of these is blind
/// by itself.
struct QueueItem
{
    store::Id imageId = 0;
    std::string category;
    std::filesystem::path path;      ///< relative to the dataset's root
    std::optional<double> score;     ///< larger is more anomalous
    std::optional<double> threshold; ///< anomalous from here on; of the category, if it has its own
    std::optional<bool> defective;   ///< its label; none: not known
    /// The two thresholds that are kept with the model. None: the one above stands for both.
    std::optional<metrics::ZoneThresholds> zones = std::nullopt;
    /// See costAtStake(); none: no costs are kept with the model, or no labels speak for them.
    std::optional<double> costAtStake = std::nullopt;
    bool operator==(const QueueItem &) const = default;
};

enum class QueueOrder {
    Uncertainty,   ///< nearest to the threshold first
    Score,         ///< most anomalous first
    Category,      ///< by category, then by path
    Random,        ///< by the seed
    LabelSuspects, ///< label and score disagree: furthest on the wrong side first, then the others
    CostAtStake,   ///< what a decision can save: the most first
};

/// Lower-case words, as in a reviewer's profile: "uncertainty", ..., "label_suspects".
const char *toString(QueueOrder order);
std::optional<QueueOrder> queueOrderFrom(std::string_view word);

/// What becomes of the picture by its thresholds; none where score or threshold is missing.
std::optional<metrics::Zone> zoneOf(const QueueItem &item);

/// Distance of the score to the nearer threshold; between the two it is negative, so that the
/// middle comes first. None where score or threshold is missing.
std::optional<double> uncertaintyDistance(const QueueItem &item);

/// How far the score lies on the side of the threshold that the label denies: a defective picture
/// below the lower one, or a good one above the upper one. Negative where they agree or the picture
/// is left to a person, none where label, score or threshold is missing.
std::optional<double> labelContradiction(const QueueItem &item);
/// The label says one thing and the score another.
bool isLabelSuspect(const QueueItem &item);

/// Items that lack what the order goes by come last; ties in order of category and path. The result
/// depends on the items and the seed alone, not on the order given, so a queue that is built again
/// is the same queue.
void sortQueue(std::vector<QueueItem> &queue, QueueOrder order, std::uint64_t seed = 0);

/// A number for this seed and image that stays whatever other images come and go, and is the same
/// on every machine.
std::uint64_t lotOf(const QueueItem &item, std::uint64_t seed);

} // namespace cf::review
