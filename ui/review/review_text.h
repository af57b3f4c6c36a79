#pragma once

#include "core/review/ledger.h"
#include "core/review/queue.h"
#include "ui/review/queue_arrangement.h"

#include <QString>

namespace cf::ui {

/// "OK", "NG", "Unsure" in the user's language.
QString verdictText(store::Verdict verdict);
/// "NG (scratch)"
QString decisionText(const review::Ledger::Entry &decision);
QString queueText(ReviewQueue queue);
QString orderText(review::QueueOrder order);
/// Why the order by cost is not that.
QString noCostsText();
QString showText(QueueWish::Show show);
/// A score as this page shows it, with its sign if `isDifference`.
QString reviewScoreText(double score, bool isDifference = false);
/// "defective (scratch)", "good", "not known"
QString labelText(const workflow::ReviewPicture &picture);

} // namespace cf::ui
