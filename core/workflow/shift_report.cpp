#include "core/workflow/shift_report.h"

#include "core/base/atomic_file.h"
#include "core/report/html_report.h"
#include "core/report/pdf_report.h"
#include "core/review/decision_export.h"
#include "core/store/project.h"
#include "core/workflow/shift_pictures.h"
#include "core/workflow/shift_summary.h"

#include <algorithm>
#include <limits>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

using review::JudgedPicture;
using store::Decision;
using store::Verdict;

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
    addShiftFigures(data, shift);
    data.galleries = shiftGalleries(shift, set, run);
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
        return writeFileAtomically(summaryFileOf(out), shiftSummary(gathered.report));
    }
    const auto data = reportData(gathered, run);
    return out.extension() == ".pdf" ? report::writePdfReport(out, data)
                                     : report::writeHtmlReport(out, data);
}

} // namespace cf::workflow
