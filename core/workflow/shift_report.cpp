#include "core/workflow/shift_report.h"

#include "core/annotation/region.h"
#include "core/base/atomic_file.h"
#include "core/imaging/colour_map.h"
#include "core/report/html_report.h"
#include "core/report/markup.h"
#include "core/report/pdf_report.h"
#include "core/review/decision_export.h"
#include "core/store/project.h"
#include "core/workflow/review_evidence.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

using review::JudgedPicture;
using review::ShiftFigures;
using store::Decision;
using store::Verdict;

constexpr std::size_t kMostEscapes = 12;  // with their pictures
constexpr std::size_t kMostRejected = 60; // likewise; all are in the table of decisions
constexpr std::size_t kMostDisagreements = 200;
constexpr int kTileSidePx = 480;
constexpr int kOutlinePx = 2;
constexpr int kRejectedPerRow = 5;
constexpr double kToPercent = 100.0;
constexpr double kMsPerMinute = 6e4;
constexpr double kMsPerHour = 3.6e6;
const cv::Scalar kTruthColour(30, 120, 230); // orange, as in other reports
const cv::Scalar kMapColour(230, 160, 20);   // blue

/// "2024-05-01T12:00:00.000Z" as it is read: "2024-05-01 12:00:00 UTC".
std::string shownTime(const std::string &utc)
{
    const auto t = utc.find('T');
    return t == std::string::npos ? utc : utc.substr(0, t) + ' ' + utc.substr(t + 1, 8) + " UTC";
}

double scoreOf(const JudgedPicture &picture)
{
    return picture.decision.score.value_or(-std::numeric_limits<double>::infinity());
}

void sortByScore(std::vector<JudgedPicture> &pictures)
{
    std::ranges::stable_sort(pictures, std::ranges::greater(), scoreOf);
}

/// The run of the shift's last decision that has one.
std::string lastRunOf(const std::vector<Decision> &trail, const review::ShiftFilter &filter)
{
    for (auto at = trail.rbegin(); at != trail.rend(); ++at)
        if (at->runId && filter.holds(*at))
            return std::to_string(*at->runId);
    return {};
}

/// With times as the trail writes them: they are compared as text.
review::ShiftFilter withExactTimes(review::ShiftFilter filter)
{
    for (auto *time : {&filter.fromUtc, &filter.toUtc})
        if (const auto exact = review::millisecondsOf(*time))
            *time = review::utcOf(*exact);
    return filter;
}

/// What the report is made of: figures, and the pictures that they are about.
struct Gathered
{
    ShiftReport report;
    ReviewSet set;
};

Result<Gathered> gather(const ShiftRequest &request, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(request.project));
    CF_ASSIGN_OR_RETURN(const auto chain, project.decisions());
    Gathered gathered;
    auto &report = gathered.report;
    report.filter = withExactTimes(request.filter);
    const auto runId = request.run.empty() ? lastRunOf(chain, report.filter) : request.run;
    CF_ASSIGN_OR_RETURN(gathered.set, openReview(request.project, runId, run));
    const auto &set = gathered.set;
    review::ShiftKnowledge knowledge;
    knowledge.isDefective = [&set](const Decision &decision) -> std::optional<bool> {
        const auto place = set.find(review::keyOf(decision));
        return place ? set.pictures[*place].item.defective : std::nullopt;
    };
    knowledge.costsOf = [&set](const std::string &name) -> std::optional<metrics::InspectionCosts> {
        for (const auto &category : set.categories)
            if (category.name == name)
                return category.costs;
        return std::nullopt;
    };
    CF_ASSIGN_OR_RETURN(report.figures, review::shiftFigures(set.trail, report.filter, knowledge));
    if (report.figures.rows.empty())
        return Error::make(ErrorCode::BadData,
                           "Nothing was decided there; choose another time, reviewer or lot.");
    for (const auto &picture : report.figures.pictures) {
        const auto &decision = picture.decision;
        if (decision.verdict == Verdict::Ng)
            report.rejected.push_back(picture);
        if (decision.verdict != Verdict::Ok)
            continue;
        if (picture.defective == true)
            report.escapes.push_back(picture);
        else if (!picture.defective && decision.score && decision.threshold &&
                 *decision.score >= *decision.threshold)
            report.againstModel.push_back(picture);
    }
    for (auto *list : {&report.rejected, &report.escapes, &report.againstModel})
        sortByScore(*list);
    for (const auto &decision : chain)
        if (report.filter.toUtc.empty() || decision.timeUtc < report.filter.toUtc) {
            report.chainHead = decision.sha256;
            report.chainLength = decision.sequence;
        }
    CF_ASSIGN_OR_RETURN(report.problems, project.verify(run));
    return gathered;
}

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

void outline(cv::Mat &picture, const cv::Mat &mask, const cv::Scalar &colour)
{
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask, contours, cv::RETR_LIST, cv::CHAIN_APPROX_NONE);
    cv::drawContours(picture, contours, -1, colour, kOutlinePx);
}

/// At the size of a tile, 8 bits, colour.
cv::Mat smallPicture(const cv::Mat &deep)
{
    cv::Mat picture = deep;
    if (picture.depth() == CV_16U)
        picture.convertTo(picture, CV_8U, 1.0 / 257);
    if (picture.channels() == 1)
        cv::cvtColor(picture, picture, cv::COLOR_GRAY2BGR);
    const double factor = 1.0 * kTileSidePx / std::max(picture.cols, picture.rows);
    cv::Mat small;
    if (factor < 1)
        cv::resize(picture, small, {}, factor, factor, cv::INTER_AREA);
    else
        small = picture.clone();
    return small;
}

/// The picture with what is known of its defect outlined, and its map.
std::vector<report::Tile> tilesOf(const ReviewSet &set, const Decision &decision, bool withMap)
{
    const auto place = set.find(review::keyOf(decision));
    const auto evidence = place ? readEvidence(set, *place)
                                : Result<Evidence>(Error::make(ErrorCode::NotFound, "gone"));
    std::vector<report::Tile> tiles;
    if (!evidence.ok()) {
        tiles.push_back({"Picture", {}});
        return tiles;
    }
    auto picture = smallPicture(evidence->picture);
    bool hasTruth = false, hasMap = false;
    const auto &category = set.categories[set.pictures[*place].category];
    if (evidence->mask) {
        cv::Mat mask;
        cv::resize(*evidence->mask, mask, picture.size(), 0, 0, cv::INTER_NEAREST);
        outline(picture, mask, kTruthColour);
        hasTruth = true;
    }
    if (!evidence->map.empty() && category.threshold) {
        const auto region = annotation::regionAtLevel(
            evidence->map, static_cast<float>(*category.threshold), picture.size());
        if (!region.place.empty()) {
            cv::Mat mask = cv::Mat::zeros(picture.size(), CV_8UC1);
            region.mask.copyTo(mask(region.place));
            outline(picture, mask, kMapColour);
            hasMap = true;
        }
    }
    tiles.push_back({hasTruth && hasMap ? "Ground truth and map outlined"
                     : hasTruth         ? "Picture, ground truth outlined"
                     : hasMap           ? "Picture, map outlined"
                                        : "Picture",
                     picture});
    if (!withMap)
        return tiles;
    cv::Mat map;
    if (!evidence->map.empty() && category.high > category.low) {
        cv::resize(evidence->map, map, picture.size(), 0, 0, cv::INTER_LINEAR);
        map = imaging::colourise(map, static_cast<float>(category.low),
                                 static_cast<float>(category.high), imaging::ColourMap::Inferno);
    }
    tiles.push_back({"Map", map});
    return tiles;
}

std::string captionOf(const JudgedPicture &picture)
{
    const auto &decision = picture.decision;
    std::string text = decision.path.generic_string();
    if (decision.score)
        text += " · score " + report::fixedNumber(*decision.score, 3);
    if (decision.threshold)
        text += " · threshold " + report::fixedNumber(*decision.threshold, 3);
    return text + " · " + decision.reviewer + ", " + decision.timeUtc.substr(0, 10) + ' ' +
           decision.timeUtc.substr(11, 5);
}

report::Gallery acceptedGallery(const char *title, const std::string &empty,
                                const std::vector<JudgedPicture> &pictures, const ReviewSet &set,
                                RunContext &run)
{
    report::Gallery gallery{title,
                            pictures.empty() ? empty
                                             : "Orange: the ground truth. Blue: where the map "
                                               "reaches the threshold. Times are UTC.",
                            {},
                            4};
    if (pictures.size() > kMostEscapes)
        gallery.note += " The " + std::to_string(kMostEscapes) + " with the highest scores of " +
                        std::to_string(pictures.size()) + ".";
    const auto shown = std::min(pictures.size(), kMostEscapes);
    for (std::size_t i = 0; i < shown; ++i) {
        run.step({"report", i, shown});
        gallery.strips.push_back(
            {captionOf(pictures[i]), tilesOf(set, pictures[i].decision, /*withMap=*/true)});
    }
    return gallery;
}

report::Gallery rejectedGallery(const std::vector<JudgedPicture> &pictures, const ReviewSet &set,
                                RunContext &run)
{
    report::Gallery gallery{"Rejected pictures",
                            pictures.empty() ? "Nothing was rejected."
                                             : "Blue: where the map reaches the threshold. Orange: "
                                               "the ground truth.",
                            {},
                            kRejectedPerRow};
    const auto shown = std::min(pictures.size(), kMostRejected);
    if (shown < pictures.size())
        gallery.note += " The " + std::to_string(shown) + " with the highest scores of " +
                        std::to_string(pictures.size()) + ".";
    report::HeatmapStrip strip;
    for (std::size_t i = 0; i < shown; ++i) {
        run.step({"report", i, shown});
        auto tile = tilesOf(set, pictures[i].decision, /*withMap=*/false).front();
        const auto &decision = pictures[i].decision;
        tile.caption = decision.path.filename().string();
        if (!decision.reason.empty())
            tile.caption += " · " + decision.reason;
        if (decision.score)
            tile.caption += " · " + report::fixedNumber(*decision.score, 2);
        strip.tiles.push_back(std::move(tile));
    }
    if (!strip.tiles.empty())
        gallery.strips.push_back(std::move(strip));
    return gallery;
}

std::string lotText(const review::ShiftFilter &filter)
{
    std::string text = filter.category.empty() ? "" : "category " + filter.category;
    if (!filter.folder.empty())
        text += (text.empty() ? "" : ", ") + ("pictures in " + filter.folder);
    return text.empty() ? "all pictures" : text;
}

report::ReportData reportData(const Gathered &gathered, RunContext &run)
{
    const auto &[shift, set] = gathered;
    const auto &filter = shift.filter;
    const auto &rows = shift.figures.rows;
    report::ReportData data;
    data.title = "Inspection report";
    data.dataset = set.root.string();
    data.created = shownTime(store::utcNow());
    if (set.run)
        data.runId = std::to_string(set.run->id);
    data.facts = {
        {"From", shownTime(filter.fromUtc.empty() ? rows.front().timeUtc : filter.fromUtc)},
        {"Until", shownTime(filter.toUtc.empty() ? rows.back().timeUtc : filter.toUtc)},
        {"Reviewer", filter.reviewer.empty() ? "everybody" : filter.reviewer},
        {"Lot", lotText(filter)},
    };
    addCards(data, shift);
    addTables(data, shift);
    addPace(data, shift);
    data.galleries.push_back(
        acceptedGallery("Worst escapes", "No picture that is known to be defective was accepted.",
                        shift.escapes, set, run));
    if (!shift.againstModel.empty())
        data.galleries.push_back(acceptedGallery("Accepted though the model called them defective",
                                                 "", shift.againstModel, set, run));
    data.galleries.push_back(rejectedGallery(shift.rejected, set, run));
    if (shift.figures.unlabelled > 0)
        data.settings.emplace_back("Pictures without a label",
                                   std::to_string(shift.figures.unlabelled) +
                                       "; in no rate, and in the costs by the looks alone");
    data.settings.emplace_back("Decisions in the chain", std::to_string(shift.chainLength));
    data.settings.emplace_back("SHA-256 of the last one",
                               shift.chainHead.empty() ? "none" : shift.chainHead);
    data.settings.emplace_back("Verification of the project",
                               shift.problems.empty()
                                   ? "all is well"
                                   : std::to_string(shift.problems.size()) +
                                         " problem(s): " + shift.problems.front());
    if (!set.ruleProblem.empty())
        data.settings.emplace_back("Thresholds with the model", set.ruleProblem);
    return data;
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

std::string summaryOf(const ShiftReport &shift)
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

Result<void> checkShiftEnding(const fs::path &out)
{
    const auto ending = out.extension().string();
    if (ending == ".html" || ending == ".pdf" || ending == ".csv")
        return {};
    return Error::make(ErrorCode::BadUsage, "Cannot tell the format of " + out.string() +
                                                "; use the ending .html, .pdf or .csv.");
}

} // namespace

Result<ShiftReport> reportedShift(const ShiftRequest &request, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(auto gathered, gather(request, run));
    return std::move(gathered.report);
}

fs::path summaryFileOf(const fs::path &csv)
{
    auto file = csv;
    return file.replace_extension(".summary.csv");
}

Result<void> writeShiftReport(const ShiftRequest &request, const fs::path &out, RunContext &run)
{
    CF_RETURN_IF_ERROR(checkShiftEnding(out));
    CF_ASSIGN_OR_RETURN(const auto gathered, gather(request, run));
    if (out.extension() == ".csv") {
        CF_RETURN_IF_ERROR(review::writeDecisions(out, gathered.report.figures.rows));
        return writeFileAtomically(summaryFileOf(out), summaryOf(gathered.report));
    }
    const auto data = reportData(gathered, run);
    return out.extension() == ".pdf" ? report::writePdfReport(out, data)
                                     : report::writeHtmlReport(out, data);
}

} // namespace cf::workflow
