#include "app/cli/commands.h"
#include "core/store/project.h"
#include "core/workflow/evaluation_in_force.h"
#include "core/workflow/report_run.h"
#include "core/workflow/shift_report.h"

#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace cf::cli {

using nlohmann::json;

namespace {

constexpr double kMsPerHour = 3.6e6;

json optionalText(const std::optional<std::string> &text)
{
    return text ? json(*text) : json(nullptr);
}

ExitCode listRuns(const CommandSet &commands, const std::string &path)
{
    const auto project = store::Project::open(path).orThrow();
    const auto runs = workflow::runSummariesInForce(project).orThrow();
    json rows = json::array();
    for (const auto &entry : runs) {
        json metrics = json::object();
        for (const auto &metric : entry.means)
            metrics[store::toString(metric.variant)][metric.name] =
                metric.value ? json(*metric.value) : json(nullptr);
        rows.push_back({{"run", std::to_string(entry.run.id)},
                        {"name", entry.run.name},
                        {"kind", store::toString(entry.run.kind)},
                        {"state", store::toString(entry.run.state)},
                        {"created", entry.run.createdUtc},
                        {"steps", entry.run.stepsDone},
                        {"seconds", entry.run.seconds},
                        {"loss", entry.run.finalLoss ? json(*entry.run.finalLoss) : json(nullptr)},
                        {"error", optionalText(entry.run.error)},
                        {"metrics", metrics}});
    }
    if (commands.json()) {
        Console::print({{"runs", rows}});
        return ExitCode::Done;
    }
    if (rows.empty())
        std::cout << "No runs yet; make one with: costfilter train --project " << path
                  << " --data PATH\n";
    for (const auto &row : rows) {
        std::cout << std::setw(4) << row["run"].get<std::string>() << "  " << std::left
                  << std::setw(12) << row["state"].get<std::string>() << std::setw(10)
                  << row["kind"].get<std::string>() << std::right << std::setw(8)
                  << row["steps"].get<std::int64_t>() << " steps  "
                  << row["name"].get<std::string>();
        if (row["metrics"].contains("fused") && row["metrics"]["fused"]["image_auroc"].is_number())
            std::cout << "  I-AUROC " << std::fixed << std::setprecision(1)
                      << 100.0 * row["metrics"]["fused"]["image_auroc"].get<double>() << " %";
        std::cout << '\n';
    }
    return ExitCode::Done;
}

ExitCode verify(const CommandSet &commands, const std::string &path, Console &console)
{
    auto run = console.runContext();
    const auto project = store::Project::open(path).orThrow();
    const auto problems = project.verify(run).orThrow();
    if (commands.json())
        Console::print({{"ok", problems.empty()}, {"problems", problems}});
    else if (problems.empty())
        std::cout << "The project is sound.\n";
    for (const auto &problem : problems)
        console.error(problem);
    return problems.empty() ? ExitCode::Done : ExitCode::Failed;
}

struct ReportArguments
{
    std::string project, run, out;
    std::vector<std::filesystem::path> images;
    bool ofDecisions = false;
    review::ShiftFilter filter;
    std::optional<double> lastHours;
};

Result<void> reportOf(const ReportArguments &arguments, RunContext &run)
{
    const auto &[project, id, out, images, ofDecisions, filter, lastHours] = arguments;
    if (ofDecisions) {
        workflow::ShiftRequest request{project, id, filter};
        if (lastHours)
            request.filter.fromUtc =
                review::utcOf(review::millisecondsOf(store::utcNow()).value() -
                              static_cast<std::int64_t>(*lastHours * kMsPerHour));
        return workflow::writeShiftReport(request, out, run);
    }
    if (id.empty())
        return Error::make(ErrorCode::BadUsage, "Say which run with --run, or report --decisions.");
    return images.empty() ? workflow::reportRun(project, id, out, run)
                          : workflow::reportPictures(project, id, images, out, run);
}

ExitCode writeReport(const CommandSet &commands, const ReportArguments &arguments, Console &console)
{
    auto run = console.runContext();
    reportOf(arguments, run).orThrow();
    if (commands.json())
        Console::print({{"file", arguments.out}});
    else
        std::cout << arguments.out << '\n';
    return ExitCode::Done;
}

} // namespace

void addStoreCommands(CommandSet &commands)
{
    const auto path = std::make_shared<std::string>();
    auto *runs = commands.add("runs", "The runs of a project, oldest first",
                              [&commands, path](Console &) { return listRuns(commands, *path); });
    runs->add_option("--project", *path, "Project folder")->required();

    const auto arguments = std::make_shared<ReportArguments>();
    auto *report = commands.add(
        "report", "Write the report of an evaluated run, of pictures by its model, or of decisions",
        [&commands, arguments](Console &console) {
            return writeReport(commands, *arguments, console);
        });
    report->add_option("--project", arguments->project, "Project folder")->required();
    report->add_option("--run", arguments->run,
                       "The run; with --decisions that of their last one if it is left out");
    report->add_option("--out", arguments->out, "FILE.html, FILE.pdf or FILE.csv")->required();
    report->add_option("--images", arguments->images,
                       "Of these pictures alone: files, absolute or in the run's dataset");
    auto *decisions = report->add_flag(
        "--decisions", arguments->ofDecisions,
        "Of a shift or a lot: what reviewers decided, how fast, how well they agree, what it cost");
    const auto shiftOption = [&](const char *name, std::string &value, const char *help) {
        return report->add_option(name, value, help)->needs(decisions);
    };
    auto &filter = arguments->filter;
    auto *from =
        shiftOption("--from", filter.fromUtc, "From this time on, UTC: 2024-05-01T06:00:00Z");
    shiftOption("--to", filter.toUtc, "Until before this time");
    report->add_option("--last-hours", arguments->lastHours, "Of the last so many hours")
        ->needs(decisions)
        ->excludes(from)
        ->check(CLI::PositiveNumber);
    shiftOption("--reviewer", filter.reviewer, "Of this person alone");
    shiftOption("--category", filter.category, "Of this category alone");
    shiftOption("--folder", filter.folder,
                "Of a lot: pictures below this folder of the dataset, such as bolt/test/lot17");
    report->footer("--decisions --out FILE.csv writes a row for each decision, as \"costfilter "
                   "decisions\" does,\nand the figures with their intervals to "
                   "FILE.summary.csv. docs/audit-trail.md says how they are\ncounted.");
    commands.setDrawsText([arguments] {
        return std::filesystem::path(arguments->out).extension() ==
               ".pdf"; // fonts are for it alone
    });

    const auto place = std::make_shared<std::string>();
    auto *check = commands.add(
        "verify", "Check a project file, its chain of decisions and the files that it names",
        [&commands, place](Console &console) { return verify(commands, *place, console); });
    check->add_option("PROJECT", *place, "Project folder")->required();
    check->footer(
        "Names the first decision that was changed, is missing or out of order. Ends with "
        "1 when anything\nis wrong; --json prints {\"ok\", \"problems\": [sentence]}.");
}

} // namespace cf::cli
