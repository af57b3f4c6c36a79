#include "core/workflow/shift_summary.h"

#include "core/report/markup.h"

#include <map>
#include <tuple>

namespace cf::workflow {

namespace {

using review::ShiftFigures;
using store::Decision;
using store::Verdict;

constexpr std::size_t kMostDisagreements = 200;
constexpr double kToPercent = 100.0;
constexpr double kMsPerMinute = 6e4;
constexpr double kMsPerHour = 3.6e6;

std::string percentText(double share)
{
    return report::fixedNumber(kToPercent * share, 1) + " %";
}

std::string rateText(const review::CountedRate &rate)
{
    if (rate.trials == 0)
        return "–";
    return percentText(static_cast<double>(rate.successes) / static_cast<double>(rate.trials));
}

std::string rateNote(const review::CountedRate &rate, const char *ofWhat)
{
    if (!rate.interval.defined())
        return std::string("no ") + ofWhat + " picture was decided";
    return std::to_string(rate.successes) + " of " + std::to_string(rate.trials) + " " + ofWhat +
           "; 95 %: " + percentText(rate.interval.value->low) + " to " +
           percentText(rate.interval.value->high);
}

std::string optionalNumber(const std::optional<double> &value, int decimals)
{
    return value ? report::fixedNumber(*value, decimals) : std::string("–");
}

std::string costsNote(const ShiftFigures &figures)
{
    if (!figures.costs)
        return "no costs are kept with the model";
    const auto &costs = *figures.costs;
    auto note = "escapes " + report::fixedNumber(costs.escapes, 1) + ", false rejects " +
                report::fixedNumber(costs.falseRejects, 1) + ", looks " +
                report::fixedNumber(costs.looks, 1);
    if (costs.withoutCosts > 0)
        note += "; without " + std::to_string(costs.withoutCosts) +
                " decisions, whose categories have no costs";
    return note;
}

std::string kappaNote(const metrics::Agreement &agreement)
{
    if (!agreement.kappa.defined())
        return agreement.count == 0 ? "no second opinion was given"
                                    : agreement.kappa.reasonWhenUndefined;
    auto note = std::to_string(agreement.count) + " pictures";
    if (agreement.interval.defined())
        note += "; 95 %: " + report::fixedNumber(agreement.interval.value->low, 2) + " to " +
                report::fixedNumber(agreement.interval.value->high, 2);
    return note;
}

void addCards(report::ReportData &data, const ShiftReport &shift)
{
    const auto &figures = shift.figures;
    const auto count = [](std::size_t number) { return std::to_string(number); };
    data.cards = {
        {"Pictures decided", count(figures.pictures.size()),
         count(figures.rows.size()) + " entries, " + count(figures.takenBack) + " taken back"},
        {"Accepted", count(figures.ok), "OK"},
        {"Rejected", count(figures.ng), "NG"},
        {"Left unsure", count(figures.unsure), ""},
        {"Decisions an hour", optionalNumber(figures.tempo.perHour, 0),
         figures.tempo.medianSeconds
             ? "median " + optionalNumber(figures.tempo.medianSeconds, 1) + " s; without breaks"
             : "too few decisions"},
        {"Escapes", rateText(figures.escapes), rateNote(figures.escapes, "defective")},
        {"False rejects", rateText(figures.falseRejects), rateNote(figures.falseRejects, "good")},
        {"Cohen's κ",
         figures.agreement.kappa.defined() ? report::fixedNumber(*figures.agreement.kappa.value, 2)
                                           : std::string("–"),
         kappaNote(figures.agreement)},
        {"Costs", figures.costs ? report::fixedNumber(figures.costs->total(), 1) : std::string("–"),
         costsNote(figures)},
    };
}

void addTables(report::ReportData &data, const ShiftReport &shift)
{
    const auto &figures = shift.figures;
    report::TextTable reviewers{"Reviewers",
                                "Times are from one decision to the next; longer than " +
                                    report::fixedNumber(review::Tempo::kBreakSeconds, 0) +
                                    " s is a break and no part of the work.",
                                {"Reviewer", "Decisions", "An hour", "Median, s"},
                                {},
                                1};
    for (const auto &[name, tempo] : figures.byReviewer)
        reviewers.rows.push_back({name, std::to_string(tempo.decisions),
                                  optionalNumber(tempo.perHour, 0),
                                  optionalNumber(tempo.medianSeconds, 1)});
    data.tables.push_back(std::move(reviewers));
    report::TextTable reasons{"Reasons of the rejections",
                              figures.ng == 0 ? "Nothing was rejected." : "",
                              {"Reason", "Pictures", "Share"},
                              {},
                              1};
    for (const auto &[reason, count] : figures.reasons)
        reasons.rows.push_back(
            {reason.empty() ? "none given" : reason, std::to_string(count),
             percentText(static_cast<double>(count) / static_cast<double>(figures.ng))});
    data.tables.push_back(std::move(reasons));

    using Judge = std::tuple<std::string, std::string, std::string, std::string>;
    std::map<Judge, std::size_t> models;
    for (const auto &row : figures.rows)
        if (row.kind != store::DecisionKind::Undo)
            ++models[{row.runId ? std::to_string(*row.runId) : "none", row.category,
                      row.threshold ? report::exactNumber(*row.threshold) : "none",
                      row.modelSha256.value_or("none")}];
    report::TextTable judged{"Models and thresholds",
                             "As they are stored with the decisions.",
                             {"Run", "Category", "Threshold", "SHA-256 of the model", "Decisions"},
                             {},
                             4};
    for (const auto &[judge, count] : models)
        judged.rows.push_back({std::get<0>(judge), std::get<1>(judge), std::get<2>(judge),
                               std::get<3>(judge), std::to_string(count)});
    data.tables.push_back(std::move(judged));

    report::TextTable differing{"To be settled",
                                figures.disagreements.empty()
                                    ? "No picture of this shift waits for an arbitration."
                                    : "Reviewers differ on these pictures, and nobody has settled "
                                      "them by the end of the shift.",
                                {"Picture", "Verdicts"},
                                {},
                                2};
    for (const auto &entry : figures.disagreements) {
        if (differing.rows.size() == kMostDisagreements) {
            differing.note += " The first " + std::to_string(kMostDisagreements) + " of " +
                              std::to_string(figures.disagreements.size()) + ".";
            break;
        }
        std::string verdicts;
        for (const auto &decision : entry.decisions)
            verdicts += (verdicts.empty() ? "" : "; ") + decision.reviewer + ": " +
                        store::toString(decision.verdict) +
                        (decision.reason.empty() ? "" : " (" + decision.reason + ")");
        differing.rows.push_back({entry.path.generic_string(), verdicts});
    }
    data.tables.push_back(std::move(differing));
}

/// Accepted and rejected pictures against the time of the shift.
void addPace(report::ReportData &data, const ShiftReport &shift)
{
    std::vector<const Decision *> rows;
    for (const auto &row : shift.figures.rows)
        if (row.kind != store::DecisionKind::Undo)
            rows.push_back(&row);
    if (rows.size() < 2)
        return;
    const auto begin = review::millisecondsOf(rows.front()->timeUtc);
    const auto end = review::millisecondsOf(rows.back()->timeUtc);
    if (!begin || !end)
        return;
    const bool isLong = static_cast<double>(*end - *begin) > 2 * kMsPerHour;
    report::Curve accepted{"accepted", {}, {}}, rejected{"rejected", {}, {}},
        unsure{"unsure", {}, {}};
    double counts[3] = {};
    for (const auto *row : rows) {
        const auto time = review::millisecondsOf(row->timeUtc);
        if (!time)
            continue;
        const double since =
            static_cast<double>(*time - *begin) / (isLong ? kMsPerHour : kMsPerMinute);
        ++counts[row->verdict == Verdict::Ok ? 0 : row->verdict == Verdict::Ng ? 1 : 2];
        std::size_t at = 0;
        for (auto *curve : {&accepted, &rejected, &unsure}) {
            curve->x.push_back(since);
            curve->y.push_back(counts[at++]);
        }
    }
    data.curves.push_back({"Decisions made",
                           isLong ? "Hours since the first" : "Minutes since the first",
                           "Decisions",
                           {accepted, rejected, unsure},
                           false});
}

/// name, value, low, high, reason
void addFigure(std::string &csv, const std::string &name, const std::string &value,
               const std::optional<metrics::Interval> &interval = {},
               const std::string &reason = {})
{
    csv += report::csvField(name) + ',' + report::csvField(value) + ',';
    if (interval)
        csv += report::exactNumber(interval->low) + ',' + report::exactNumber(interval->high);
    else
        csv += ',';
    csv += ',' + report::csvField(reason) + '\n';
}

void addFigure(std::string &csv, const std::string &name, const review::CountedRate &rate)
{
    addFigure(csv, name + "_count", std::to_string(rate.successes));
    addFigure(csv, name + "_of", std::to_string(rate.trials));
    addFigure(csv, name,
              rate.trials == 0 ? ""
                               : report::exactNumber(static_cast<double>(rate.successes) /
                                                     static_cast<double>(rate.trials)),
              rate.interval.value, rate.interval.reasonWhenUndefined);
}

void addFigure(std::string &csv, const std::string &name, const std::optional<double> &value,
               const char *reason)
{
    addFigure(csv, name, value ? report::exactNumber(*value) : "", {}, value ? "" : reason);
}

} // namespace

void addShiftFigures(report::ReportData &data, const ShiftReport &shift)
{
    addCards(data, shift);
    addTables(data, shift);
    addPace(data, shift);
}

std::string shiftSummary(const ShiftReport &shift)
{
    const auto &figures = shift.figures;
    std::string csv = "name,value,low,high,reason\n";
    const auto count = [&](const char *name, std::size_t value) {
        addFigure(csv, name, std::to_string(value));
    };
    addFigure(csv, "from_utc", shift.filter.fromUtc);
    addFigure(csv, "to_utc", shift.filter.toUtc);
    addFigure(csv, "reviewer", shift.filter.reviewer);
    addFigure(csv, "category", shift.filter.category);
    addFigure(csv, "folder", shift.filter.folder);
    count("pictures", figures.pictures.size());
    count("entries", figures.rows.size());
    count("taken_back", figures.takenBack);
    count("ok", figures.ok);
    count("ng", figures.ng);
    count("unsure", figures.unsure);
    for (const auto &[reason, number] : figures.reasons)
        addFigure(csv, "ng: " + reason, std::to_string(number));
    addFigure(csv, "decisions_per_hour", figures.tempo.perHour, "too few decisions");
    addFigure(csv, "median_seconds", figures.tempo.medianSeconds, "too few decisions");
    addFigure(csv, "escape_rate", figures.escapes);
    addFigure(csv, "false_reject_rate", figures.falseRejects);
    count("unlabelled", figures.unlabelled);
    const auto &agreement = figures.agreement;
    count("second_opinions", agreement.count);
    addFigure(csv, "kappa",
              agreement.kappa.defined() ? report::exactNumber(*agreement.kappa.value) : "",
              agreement.interval.value, agreement.kappa.defined() ? "" : kappaNote(agreement));
    count("to_be_settled", figures.disagreements.size());
    const char *const noCosts = "no costs are kept with the model";
    const auto &costs = figures.costs;
    const auto cost = [&](const char *name, auto value) {
        addFigure(csv, name, costs ? std::optional<double>(value(*costs)) : std::nullopt, noCosts);
    };
    cost("cost", [](const review::ShiftCosts &one) { return one.total(); });
    cost("cost_of_escapes", [](const review::ShiftCosts &one) { return one.escapes; });
    cost("cost_of_false_rejects", [](const review::ShiftCosts &one) { return one.falseRejects; });
    cost("cost_of_looks", [](const review::ShiftCosts &one) { return one.looks; });
    addFigure(csv, "chain_length", std::to_string(shift.chainLength));
    addFigure(csv, "chain_head_sha256", shift.chainHead);
    addFigure(csv, "verified", shift.problems.empty() ? "yes" : "no", {},
              shift.problems.empty() ? "" : shift.problems.front());
    return csv;
}

} // namespace cf::workflow
