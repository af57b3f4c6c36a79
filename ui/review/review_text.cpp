#include "ui/review/review_text.h"

#include "core/workflow/normals_change.h"

#include <QCoreApplication>

namespace cf::ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("cf::ui::ReviewText", text);
}

} // namespace

QString verdictText(store::Verdict verdict)
{
    switch (verdict) {
    case store::Verdict::Ok:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "OK"));
    case store::Verdict::Ng:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "NG"));
    case store::Verdict::Unsure:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Unsure"));
    case store::Verdict::Withdrawn:
        break;
    }
    return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Taken back"));
}

QString decisionText(const review::Ledger::Entry &decision)
{
    const auto verdict = verdictText(decision.verdict);
    if (decision.reason == workflow::kTakenAsNormal)
        return QStringLiteral("%1 (%2)").arg(
            verdict, say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "taken as normal")));
    return decision.reason.empty()
               ? verdict
               : QStringLiteral("%1 (%2)").arg(verdict, QString::fromStdString(decision.reason));
}

QString queueText(ReviewQueue queue)
{
    switch (queue) {
    case ReviewQueue::All:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "All pictures"));
    case ReviewQueue::LabelSuspects:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Label and score disagree"));
    case ReviewQueue::SecondOpinion:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Second opinion (blind)"));
    case ReviewQueue::Disagreements:
        break;
    }
    return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Reviewers disagree"));
}

QString orderText(review::QueueOrder order)
{
    switch (order) {
    case review::QueueOrder::Uncertainty:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Nearest to the threshold first"));
    case review::QueueOrder::Score:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Highest score first"));
    case review::QueueOrder::Category:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "By category and name"));
    case review::QueueOrder::Random:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Random, always the same"));
    case review::QueueOrder::CostAtStake:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Highest cost at stake first"));
    case review::QueueOrder::LabelSuspects:
        break;
    }
    return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Furthest on the wrong side first"));
}

QString noCostsText()
{
    return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText",
                                 "What is at stake is not known: no costs are kept with the model "
                                 "(Analyse > Pass, review, fail). Those nearest to the threshold "
                                 "come first."));
}

QString showText(QueueWish::Show show)
{
    switch (show) {
    case QueueWish::Show::Everything:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Decided or not"));
    case QueueWish::Show::Undecided:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Undecided only"));
    case QueueWish::Show::Ok:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Decided OK"));
    case QueueWish::Show::Ng:
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Decided NG"));
    case QueueWish::Show::Unsure:
        break;
    }
    return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "Decided unsure"));
}

QString reviewScoreText(double score, bool isDifference)
{
    const auto text = QStringLiteral("%L1").arg(score, 0, 'f', 3);
    return isDifference && score >= 0 ? QLatin1Char('+') + text : text;
}

QString labelText(const workflow::ReviewPicture &picture)
{
    if (!picture.item.defective)
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "not known"));
    if (!*picture.item.defective)
        return say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "good"));
    const auto defective = say(QT_TRANSLATE_NOOP("cf::ui::ReviewText", "defective"));
    return picture.kind.empty()
               ? defective
               : QStringLiteral("%1 (%2)").arg(defective, QString::fromStdString(picture.kind));
}

} // namespace cf::ui
