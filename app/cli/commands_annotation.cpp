#include "app/cli/commands.h"
#include "core/workflow/annotation_exchange.h"

#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

namespace cf::cli {

using nlohmann::json;

namespace {

std::map<std::string, workflow::AnnotationFormat> formats()
{
    std::map<std::string, workflow::AnnotationFormat> names;
    for (const auto format : workflow::kAnnotationFormats)
        names[workflow::toString(format)] = format;
    return names;
}

ExitCode importShapes(const CommandSet &commands, const workflow::AnnotationImport &wanted,
                      Console &console)
{
    auto run = console.runContext();
    const auto found = workflow::importAnnotations(wanted, run).orThrow();
    for (const auto &sentence : found.skipped)
        console.error("Left out: " + sentence);
    if (commands.json())
        Console::print(
            {{"pictures", found.pictures}, {"shapes", found.shapes}, {"skipped", found.skipped}});
    else
        std::cout << found.shapes << " shapes on " << found.pictures << " pictures\n";
    return ExitCode::Done;
}

struct ExportArguments
{
    workflow::AnnotationExport wanted;
    bool allowsLoss = false;
};

ExitCode exportShapes(const CommandSet &commands, const ExportArguments &arguments,
                      Console &console)
{
    auto run = console.runContext();
    auto prepared = workflow::prepareExport(arguments.wanted, run).orThrow();
    json losses = json::array();
    for (const auto &warning : prepared.losses()) {
        losses.push_back({{"loss", annotation::toString(warning.loss)},
                          {"shapes", warning.shapeCount},
                          {"sentence", warning.detail}});
        console.error(std::to_string(warning.shapeCount) + " shapes: " + warning.detail);
    }
    const bool isWritten = losses.empty() || arguments.allowsLoss;
    if (isWritten)
        prepared.commit().orThrow();
    if (commands.json())
        Console::print({{"file", arguments.wanted.to.string()},
                        {"pictures", prepared.pictures()},
                        {"shapes", prepared.shapes()},
                        {"losses", losses},
                        {"written", isWritten}});
    else if (isWritten)
        std::cout << arguments.wanted.to.string() << ": " << prepared.shapes() << " shapes on "
                  << prepared.pictures() << " pictures\n";
    else
        console.error("Nothing was written; add --allow-loss to write it without these.");
    return isWritten ? ExitCode::Done : ExitCode::BadData;
}

void addImport(CommandSet &commands, CLI::App *group)
{
    const auto wanted = std::make_shared<workflow::AnnotationImport>();
    auto *command = commands.add(
        "import", "Take shapes from other programs' files into a project",
        [&commands, wanted](Console &console) { return importShapes(commands, *wanted, console); },
        group);
    command->add_option("--project", wanted->project, "Project folder")->required();
    command->add_option("--format", wanted->format, "Format of the files")
        ->required()
        ->transform(CLI::CheckedTransformer(formats()));
    command->add_option("FROM", wanted->from, "File (coco, csv) or folder")->required();
    command->add_option("--label", wanted->label,
                        "Class of MVTec masks; else the name of their folder");
    command->add_flag("--replace", wanted->replaces,
                      "In place of the shapes that a picture has, not on top of them");
    command->footer(
        "mvtec    a folder of masks, defect/000_mask.png for the picture defect/000.png\n"
        "coco     one JSON file: polygons and run lengths\n"
        "yolo     a folder of text files, with classes.txt\n"
        "labelme  a folder of JSON files\n"
        "indexed  a folder of PNG files whose indices are classes, with classes.txt\n"
        "csv      one table, as export writes it\n"
        "Pictures are found by the end of their path. With --json, stdout says\n"
        "{\"pictures\", \"shapes\", \"skipped\": [sentence]}.");
}

void addExport(CommandSet &commands, CLI::App *group)
{
    const auto arguments = std::make_shared<ExportArguments>();
    auto *command = commands.add(
        "export", "Write a project's shapes into files of other programs",
        [&commands, arguments](Console &console) {
            return exportShapes(commands, *arguments, console);
        },
        group);
    command->add_option("--project", arguments->wanted.project, "Project folder")->required();
    command->add_option("--format", arguments->wanted.format, "Format of the files")
        ->required()
        ->transform(CLI::CheckedTransformer(formats()));
    command->add_option("TO", arguments->wanted.to, "File (coco, csv) or folder")->required();
    command->add_flag("--allow-loss", arguments->allowsLoss,
                      "Write although the format cannot hold everything");
    command->footer(
        "What the format cannot hold (holes, curves, classes, overlap, ...) is said first, and\n"
        "without --allow-loss nothing is written and the exit code is 3. csv holds everything.\n"
        "With --json, stdout says {\"file\", \"pictures\", \"shapes\", \"losses\": [{\"loss\",\n"
        "\"shapes\", \"sentence\"}], \"written\"}.");
}

} // namespace

void addAnnotationCommands(CommandSet &commands)
{
    auto *group = commands.addGroup("annotations", "Shapes that were drawn on pictures");
    addImport(commands, group);
    addExport(commands, group);
}

} // namespace cf::cli
