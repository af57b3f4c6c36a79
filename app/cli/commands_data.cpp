#include "app/cli/commands.h"
#include "core/dataset/check_dataset.h"
#include "core/dataset/dataset_json.h"
#include "core/dataset/open_dataset.h"
#include "core/demo/demo_data.h"
#include "core/workflow/doctor.h"

#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace cf::cli {

using nlohmann::json;

namespace {

ExitCode doctor(const CommandSet &commands)
{
    const auto report = workflow::examine();
    json devices = json::array();
    for (const auto &device : report.devices)
        devices.push_back(
            {{"name", device.name}, {"model", device.model}, {"memory_gib", device.memoryGiB}});
    json weights = json::array();
    for (const auto &entry : report.weights) {
        json item = {{"name", entry.name}, {"present", entry.path.has_value()}, {"path", nullptr}};
        if (entry.path)
            item["path"] = entry.path->string();
        else
            item["advice"] = entry.advice;
        weights.push_back(item);
    }
    if (commands.json()) {
        Console::print({{"version", report.version},
                        {"torch", report.torch},
                        {"cuda", report.cuda ? json(*report.cuda) : json(nullptr)},
                        {"threads", report.threads},
                        {"devices", devices},
                        {"weights", weights}});
        return ExitCode::Done;
    }
    std::cout << "CostFilter Studio " << report.version << ", LibTorch " << report.torch << ", "
              << (report.cuda ? "CUDA " + *report.cuda : std::string("CPU only")) << ", "
              << report.threads << " threads\n";
    for (const auto &device : report.devices)
        std::cout << "  device   " << device.name << "  " << device.model << '\n';
    for (const auto &entry : report.weights)
        std::cout << "  weights  " << entry.name << "  "
                  << (entry.path ? entry.path->string() : "missing. " + entry.advice) << '\n';
    return ExitCode::Done;
}

ExitCode demoData(const CommandSet &commands, const std::string &folder, std::uint64_t seed,
                  Console &console)
{
    demo::DemoOptions options;
    options.seed = seed;
    auto run = console.runContext();
    const auto summary = demo::writeDemoData(folder, options, run).orThrow();
    if (commands.json())
        Console::print({{"categories", summary.categories}, {"images", summary.images}});
    else
        std::cout << summary.images << " images in " << summary.categories.size()
                  << " categories under " << folder << '\n';
    return ExitCode::Done;
}

ExitCode inspectDataset(const CommandSet &commands, const std::string &path, Console &console)
{
    auto run = console.runContext();
    auto dataset = dataset::openDataset(path, run).orThrow();
    dataset::checkDataset(dataset, run);
    if (commands.json()) {
        Console::print(json::parse(dataset::datasetJson(dataset)));
        return ExitCode::Done;
    }
    const auto object = json::parse(dataset::datasetJson(dataset));
    std::cout << "Format: " << dataset.format << '\n';
    for (const auto &category : object["categories"])
        std::cout << "  " << category["name"].get<std::string>() << ": " << category["train_good"]
                  << " normal for training; test: " << category["test_good"] << " normal, "
                  << category["test_defect"] << " with defects, " << category["masks"]
                  << " masks\n";
    if (dataset.problems.empty())
        std::cout << "No problems found.\n";
    for (const auto &problem : dataset.problems)
        std::cout << "  ! " << problem.file.string() << ": " << problem.problem << '\n';
    return ExitCode::Done;
}

} // namespace

void addDataCommands(CommandSet &commands)
{
    commands.add("doctor", "Versions, devices and weights found, and what is missing",
                 [&commands](Console &) { return doctor(commands); });

    const auto folder = std::make_shared<std::string>();
    const auto seed = std::make_shared<std::uint64_t>(7);
    auto *demo = commands.add("demo-data", "Write the built-in sample data in MVTec AD layout",
                              [&commands, folder, seed](Console &console) {
                                  return demoData(commands, *folder, *seed, console);
                              });
    demo->add_option("DIR", *folder, "Folder to write into")->required();
    demo->add_option("--seed", *seed, "Another seed gives other pictures")->capture_default_str();

    auto *group = commands.addGroup("dataset", "Look at data before training on it");
    const auto path = std::make_shared<std::string>();
    auto *inspect = commands.add(
        "inspect", "Detect the format, count, and list every problem found",
        [&commands, path](Console &console) { return inspectDataset(commands, *path, console); },
        group);
    inspect->add_option("PATH", *path, "Folder with the images")->required();
}

} // namespace cf::cli
