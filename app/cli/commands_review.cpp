#include "app/cli/commands.h"
#include "core/review/decision_export.h"
#include "core/store/project.h"

#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace cf::cli {

namespace {

struct ExportArguments
{
    std::string project, out;
};

ExitCode exportDecisions(const CommandSet &commands, const ExportArguments &arguments)
{
    const auto project = store::Project::open(arguments.project).orThrow();
    const auto trail = project.decisions().orThrow();
    review::writeDecisions(arguments.out, trail).orThrow();
    const std::string head = trail.empty() ? "" : trail.back().sha256;
    if (commands.json())
        Console::print({{"file", arguments.out},
                        {"decisions", trail.size()},
                        {"head", trail.empty() ? nlohmann::json(nullptr) : nlohmann::json(head)}});
    else
        std::cout << arguments.out << ": " << trail.size() << " decisions"
                  << (trail.empty() ? "" : ", the last with SHA-256 ") << head << '\n';
    return ExitCode::Done;
}

} // namespace

void addReviewCommands(CommandSet &commands)
{
    const auto arguments = std::make_shared<ExportArguments>();
    auto *decisions = commands.add(
        "decisions", "Write the reviewers' decisions, taken back ones included",
        [&commands, arguments](Console &) { return exportDecisions(commands, *arguments); });
    decisions->add_option("--project", arguments->project, "Project folder")->required();
    decisions->add_option("--out", arguments->out, "FILE.csv or FILE.json")->required();
    decisions->footer(
        "FILE.json holds {\"head\": {\"count\", \"sha256\"}, \"decisions\": [{...}]}, FILE.csv a\n"
        "column for each key of a decision:\n"
        "  sequence         1, 2, 3, ... without a gap\n"
        "  time_utc         ISO 8601, with milliseconds\n"
        "  reviewer\n"
        "  dataset_id, image_id, category, path, image_sha256    what was judged\n"
        "  verdict          ok, ng, unsure, withdrawn\n"
        "  reason           class of defect or free text\n"
        "  kind             first, second (blind), arbitration, undo\n"
        "  withdraws        of an undo: the sequence number that it takes back\n"
        "  run_id, model_sha256, score, threshold                what it was judged with\n"
        "  shown            JSON text: what was on screen\n"
        "  previous_sha256, sha256                               the chain\n"
        "What is not there is null in JSON and empty in CSV. Keep the SHA-256 of the last one\n"
        "where nobody can change it: it vouches for all before it.\n"
        "With --json, stdout says {\"file\", \"decisions\", \"head\"}.");
}

} // namespace cf::cli
