#include "app/cli/commands.h"
#include "core/store/project.h"
#include "core/workflow/model_location.h"
#include "core/workflow/normals_change.h"

#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace cf::cli {

using nlohmann::json;

namespace {

struct NormalsArguments
{
    workflow::NormalsSubject subject;
    std::string picture, by;
    bool onlyLooks = false;
};

json jsonOf(const workflow::AddedNormal &normal)
{
    return {{"category", normal.picture.category},
            {"file", normal.file.string()},
            {"sha256", normal.picture.contentKey},
            {"added", normal.addedUtc},
            {"by", normal.addedBy}};
}

json jsonOf(const std::vector<workflow::ChangedPicture> &pictures)
{
    json rows = json::array();
    for (const auto &picture : pictures)
        rows.push_back({{"category", picture.category},
                        {"path", picture.path.generic_string()},
                        {"kind", picture.kind},
                        {"rejected_by_reviewer", picture.isRejected},
                        {"score_before", picture.before},
                        {"score_after", picture.after},
                        {"decision_before", metrics::toString(picture.zoneBefore)},
                        {"decision_after", metrics::toString(picture.zoneAfter)}});
    return rows;
}

void printList(const char *title, const std::vector<workflow::ChangedPicture> &pictures)
{
    std::cout << title << ": " << pictures.size() << '\n';
    for (const auto &picture : pictures)
        std::cout << "  " << std::fixed << std::setprecision(3) << std::setw(9) << picture.before
                  << " -> " << std::setw(9) << picture.after << "  "
                  << picture.path.generic_string() << (picture.isRejected ? "  (NG)" : "") << '\n';
}

ExitCode finish(const CommandSet &commands, const NormalsArguments &arguments,
                const workflow::NormalsChange &change, RunContext &run)
{
    if (!arguments.onlyLooks)
        workflow::applyNormals(change, run).orThrow();
    if (commands.json()) {
        Console::print({{"normal", jsonOf(change.normal)},
                        {"applied", !arguments.onlyLooks},
                        {"pictures", change.pictures},
                        {"rescored", change.rescored},
                        {"known_defect", change.isKnownDefect},
                        {"missed", jsonOf(change.missed)},
                        {"solved", jsonOf(change.solved)},
                        {"others", jsonOf(change.others)},
                        {"seconds", change.seconds}});
        return ExitCode::Done;
    }
    std::cout << change.rescored << " of " << change.pictures << " pictures have another score, in "
              << std::fixed << std::setprecision(1) << change.seconds << " s\n";
    if (change.isKnownDefect)
        std::cout << "warning: so far this picture is known as defective; once it is a normal, "
                     "defects like its own may pass\n";
    if (!change.hasThresholds)
        std::cout << "The category has no threshold yet, so that none of them changes sides.\n";
    printList("defects that would now be missed", change.missed);
    printList("false alarms solved", change.solved);
    printList("others that change sides", change.others);
    if (arguments.onlyLooks)
        std::cout << "nothing was changed (--dry-run)\n";
    return ExitCode::Done;
}

ExitCode listNormals(const CommandSet &commands, const NormalsArguments &arguments)
{
    const auto &subject = arguments.subject;
    const auto project = store::Project::open(subject.project).orThrow();
    const auto id = workflow::runIdFrom(subject.run).orThrow();
    const auto model = workflow::modelOfRun(project, project.run(id).orThrow()).orThrow();
    const auto normals = workflow::loadAddedNormals(model).orThrow();
    if (commands.json()) {
        json rows = json::array();
        for (const auto &normal : normals)
            rows.push_back(jsonOf(normal));
        Console::print({{"model", model.string()}, {"normals", rows}});
        return ExitCode::Done;
    }
    if (normals.empty())
        std::cout << "No picture was taken as normal after the training.\n";
    for (const auto &normal : normals)
        std::cout << normal.picture.contentKey.substr(0, 12) << "  " << normal.addedUtc << "  "
                  << normal.picture.category << "  " << normal.file.string()
                  << (normal.addedBy.empty() ? "" : "  by " + normal.addedBy) << '\n';
    return ExitCode::Done;
}

} // namespace

void addNormalsCommands(CommandSet &commands)
{
    const auto arguments = std::make_shared<NormalsArguments>();
    auto *group = commands.addGroup("normals", "Take false alarms as normal, without training");
    auto *list = commands.add(
        "list", "The pictures that a run's model was given after its training",
        [&commands, arguments](Console &) { return listNormals(commands, *arguments); }, group);
    auto *add = commands.add(
        "add", "Make a test picture a normal of the model and score anew what it changes",
        [&commands, arguments](Console &console) {
            auto run = console.runContext();
            const auto change =
                workflow::lookAtAddition(arguments->subject, arguments->picture, arguments->by, run)
                    .orThrow();
            return finish(commands, *arguments, change, run);
        },
        group);
    auto *remove = commands.add(
        "remove", "Take such a picture away again; the scores of before come back",
        [&commands, arguments](Console &console) {
            auto run = console.runContext();
            const auto change =
                workflow::lookAtRemoval(arguments->subject, arguments->picture, run).orThrow();
            return finish(commands, *arguments, change, run);
        },
        group);
    for (auto *command : {list, add, remove}) {
        command->add_option("--project", arguments->subject.project, "Project folder")->required();
        command->add_option("--run", arguments->subject.run, "An evaluated run")->required();
    }
    for (auto *command : {add, remove}) {
        command
            ->add_option("picture", arguments->picture,
                         command == add ? "A test picture"
                                        : "The picture, or the beginning of its SHA-256")
            ->required();
        command->add_flag("--dry-run", arguments->onlyLooks,
                          "Only say what would change, first of all which defects would be missed");
        command->add_option("--device", arguments->subject.device, "cpu or cuda")
            ->check(CLI::IsMember({"cpu", "cuda"}));
        command->footer("With --json: {\"normal\", \"applied\", \"pictures\", \"rescored\",\n"
                        "\"known_defect\", \"missed\", \"solved\", \"others\": [{\"category\", "
                        "\"path\", \"kind\",\n"
                        "\"rejected_by_reviewer\", \"score_before\", \"score_after\",\n"
                        "\"decision_before\", \"decision_after\"}], \"seconds\"}.");
    }
    add->add_option("--by", arguments->by, "Who says that it is normal");
}

} // namespace cf::cli
