#pragma once

#include "core/review/queue.h"
#include "core/store/decisions.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

/// Where a reviewer goes on. It all follows from the trail of the queue's dataset, so nothing else
/// needs to be stored, and a crash loses no place.
namespace cf::review {

/// The image to show: after an undo the one that was taken back, else the first without a standing
/// decision of `kind` (anybody's) after the reviewer's last one, and past the end from the start.
/// None: every image has one.
std::optional<std::size_t> resumePosition(std::span<const QueueItem> queue,
                                          std::span<const store::Decision> trail,
                                          const std::string &reviewer, store::DecisionKind kind);

/// The decision that an undo takes back: the reviewer's last one that still stands. Undone again
/// and again, they go one by one to the first.
std::optional<std::int64_t> undoableDecision(std::span<const store::Decision> trail,
                                             const std::string &reviewer);

} // namespace cf::review
