#include "app/cli/commands.h"
#include "app/cli/metric_output.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/external_metrics.h"
#include "core/workflow/infer.h"
#include "core/workflow/train.h"

#include <charconv>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

namespace cf::cli {

using nlohmann::json;

namespace {

const std::map<std::string, engine::Profile> kProfiles = {{"compact", engine::Profile::Compact},
                                                          {"paper", engine::Profile::Paper}};
const std::map<std::string, imaging::MapFormat> kMapFormats = {{"tiff", imaging::MapFormat::Tiff},
                                                               {"npy", imaging::MapFormat::Npy},
                                                               {"png", imaging::MapFormat::Png}};

/// What CLI11 needs to read the engine's words.
template <class Choice>
std::map<std::string, Choice> byWord(std::initializer_list<Choice> choices)
{
    std::map<std::string, Choice> words;
    for (const auto choice : choices)
        words[toString(choice)] = choice;
    return words;
}

const std::map<std::string, engine::TemplateStrategy> &templateWords()
{
    static const auto words =
        byWord({engine::TemplateStrategy::Nearest, engine::TemplateStrategy::Random,
                engine::TemplateStrategy::KCentre, engine::TemplateStrategy::Chosen});
    return words;
}

/// "folder=golden"
std::pair<std::string, std::string> sourceOption(const std::string &text)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw CLI::ValidationError("--source-option", "'" + text + "' is not NAME=VALUE");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

/// "ssim=0.1"
std::pair<std::string, double> lossWeight(const std::string &text)
{
    const auto equals = text.find('=');
    double weight = 0.0;
    const char *end = text.data() + text.size();
    if (equals != std::string::npos) {
        const auto parsed = std::from_chars(text.data() + equals + 1, end, weight);
        if (parsed.ec == std::errc() && parsed.ptr == end)
            return {text.substr(0, equals), weight};
    }
    throw CLI::ValidationError("--loss", "'" + text + "' is not NAME=WEIGHT");
}

/// What the baseline is, and whether it stands alone.
void addBaselineOptions(CLI::App &command, engine::TrainOptions &options)
{
    using engine::BaselineMethod;
    using engine::Masking;
    static const auto words = byWord(
        {BaselineMethod::CostVolume, BaselineMethod::PatchCore, BaselineMethod::AnomalyDino});
    auto &baseline = options.baseline;
    auto *alone = command
                      .add_option_function<BaselineMethod>(
                          "--method",
                          [&options](const BaselineMethod &method) {
                              options.baseline.method = method;
                              options.filter = false;
                          },
                          "A baseline alone, without a filter: patchcore, anomalydino or "
                          "cost-volume; when not given, a filter is trained")
                      ->transform(CLI::CheckedTransformer(words));
    command
        .add_option("--baseline", baseline.method,
                    "Map that the filter starts from and is mixed with: cost-volume, patchcore "
                    "(Roth et al., 2022) or anomalydino (Damm et al., 2025; AnomalDF)")
        ->transform(CLI::CheckedTransformer(words))
        ->default_str("cost-volume")
        ->excludes(alone);
    command
        .add_option("--coreset-ratio", baseline.coresetRatio,
                    "Share of the normals' patches that PatchCore and AnomalyDINO remember; when "
                    "not given 0.1 and 1")
        ->check(CLI::Range(0.0, 1.0));
    command
        .add_option("--coreset-size", baseline.coresetSize,
                    "The same as a number of patches of each category; goes before the ratio")
        ->check(CLI::Range(1, 100000000));
    command
        .add_option("--neighbours", baseline.neighbours,
                    "Neighbourhood that PatchCore weighs its score by (b of equation 7); 1 = not")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command
        .add_option("--rotations", baseline.rotations,
                    "Turns of each reference of PatchCore and AnomalyDINO; 8 in the published code")
        ->check(CLI::Range(1, 36))
        ->capture_default_str();
    command
        .add_option("--masking", baseline.masking,
                    "Whether AnomalyDINO leaves the background out: auto (where the masking test "
                    "is passed), on or off")
        ->transform(CLI::CheckedTransformer(byWord({Masking::Auto, Masking::On, Masking::Off})))
        ->default_str("auto");
}

void addTrain(CommandSet &commands)
{
    const auto request = std::make_shared<workflow::TrainRequest>();
    const auto resume = std::make_shared<std::string>();
    auto *command = commands.add(
        "train", "Train one filter, or learn a baseline alone, over one or several categories",
        [&commands, request, resume](Console &console) {
            if (!resume->empty())
                request->resumeRun = *resume;
            else if (request->data.empty())
                throw Failure(
                    Error::make(ErrorCode::BadUsage, "train needs --data PATH (or --resume RUN)."));
            if (!request->templates.empty() &&
                request->options.templates != engine::TemplateStrategy::Chosen)
                throw Failure(
                    Error::make(ErrorCode::BadUsage, "--template FILE needs --templates chosen."));
            auto run = console.runContext();
            const auto summary = workflow::train(*request, run).orThrow();
            if (commands.json()) {
                json output = {{"run", summary.run},
                               {"model", summary.model.string()},
                               {"steps", summary.steps},
                               {"seconds", summary.seconds},
                               {"loss", summary.loss}};
                if (request->reviewed || summary.reviewedNormals + summary.reviewedDefects > 0)
                    output["reviewed"] = {{"normals", summary.reviewedNormals},
                                          {"defects", summary.reviewedDefects}};
                Console::print(output);
            } else if (!request->options.filter) {
                std::cout << "Run " << summary.run << ": a baseline without a filter, in "
                          << summary.seconds << " s\nModel: " << summary.model.string() << '\n';
            } else {
                std::cout << "Run " << summary.run << ": " << summary.steps << " steps in "
                          << summary.seconds << " s, loss " << summary.loss
                          << "\nModel: " << summary.model.string() << '\n';
            }
            return ExitCode::Done;
        });
    auto &options = request->options;
    command->add_option("--project", request->project, "Project folder; created if needed")
        ->required();
    command->add_option("--data", request->data, "Folder of categories, or one category");
    command->add_option("--category", request->categories, "Only these, separated by commas")
        ->delimiter(',');
    command
        ->add_option("--profile", options.profile,
                     "compact (minutes on a CPU) or paper (the published network)")
        ->transform(CLI::CheckedTransformer(kProfiles))
        ->default_str("compact");
    addBaselineOptions(*command, options);
    command->add_option(
        "--filter-weights", options.filterWeights,
        "Weights to begin with: an official checkpoint, an export or a model; without "
        "--steps and --epochs they are used as they are");
    command->add_option("--backbone", request->backbone, "Feature network")->capture_default_str();
    command
        ->add_option_function<std::string>(
            "--templates",
            [&options](const std::string &word) {
                const auto strategy = templateWords().find(word);
                options.source = strategy == templateWords().end() ? word : std::string();
                if (options.source.empty())
                    options.templates = strategy->second;
            },
            "nearest, random, k-centre, chosen (by --template), patchcore (from its memory), or a "
            "source of 'costfilter plugins'")
        ->default_str("nearest");
    command
        ->add_option_function<std::vector<std::string>>(
            "--source-option",
            [&options](const std::vector<std::string> &given) {
                for (const auto &text : given)
                    options.sourceOptions.insert(sourceOption(text));
            },
            "NAME=VALUE, of a template source; once for each")
        ->delimiter(',');
    command->add_option("--template", request->templates,
                        "A hand-picked template, a file of train/good; once for each");
    command->add_option("--template-count", options.templateCount, "Templates per query (N)")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command->add_option("--epochs", options.epochs, "Passes over the training normals")
        ->check(CLI::Range(1, 100000));
    command->add_option("--steps", options.steps, "Optimiser steps; goes before --epochs")
        ->check(CLI::Range(1, 10000000));
    command->add_option("--batch", options.batch, "Queries per step")->check(CLI::Range(1, 1024));
    command->add_option("--seed", options.seed, "The same seed gives the same result")
        ->capture_default_str();
    command->add_option("--device", options.device, "cpu or cuda")
        ->check(CLI::IsMember({"cpu", "cuda"}))
        ->capture_default_str();
    command->add_option("--threads", options.threads, "0 = one per core")
        ->check(CLI::Range(0, 256));
    const auto vary = [&](const char *option, engine::Variation &value, const char *what) {
        command->add_option(option, value, what)
            ->transform(CLI::CheckedTransformer(byWord(
                {engine::Variation::None, engine::Variation::Measured, engine::Variation::Wide})))
            ->default_str("measured");
    };
    auto &variation = options.variation;
    vary("--vary-light", variation.light, "Light that is no defect: none, measured or wide");
    vary("--vary-pose", variation.pose, "Likewise position, angle and size");
    vary("--vary-background", variation.background, "Likewise the ground around the product");
    vary("--vary-focus", variation.focus, "Likewise sharpness and noise");
    command
        ->add_option("--layers", options.layers,
                     "Layers of the backbone, rising, separated by commas (L)")
        ->delimiter(',');
    command
        ->add_option("--image-size", options.imagePx, "Side that pictures are brought to, pixels")
        ->check(CLI::Range(32, 2048));
    command->add_option("--grid", options.gridPx, "Side of the feature grid (H', W')")
        ->check(CLI::Range(4, 128));
    command->add_option("--matches", options.matches, "Matches kept, paper's profile (D)")
        ->check(CLI::Range(1, 65536));
    auto &ablation = options.ablation;
    command
        ->add_option("--guidance", ablation.guidance,
                     "Paper Table 4: both, spatial (SG), matching (MG) or none")
        ->transform(
            CLI::CheckedTransformer(byWord({engine::Guidance::Both, engine::Guidance::Spatial,
                                            engine::Guidance::Matching, engine::Guidance::None})))
        ->default_str("both");
    command
        ->add_option("--class-adaptor", ablation.classAdaptor, "Class-aware adaptor: true or false")
        ->default_str("true");
    command
        ->add_option_function<std::vector<std::string>>(
            "--loss",
            [&ablation](const std::vector<std::string> &given) {
                for (const auto &term : given)
                    ablation.lossWeights.insert(lossWeight(term));
            },
            "Weights of loss terms, as in focal=1,ssim=0; those not named keep the profile's")
        ->delimiter(',');
    command->add_option("--textures", request->textures,
                        "Folder of texture images (for example DTD)");
    command->add_flag("--reviewed", request->reviewed,
                      "Learn from what was reviewed in the project, too: accepted test pictures as "
                      "normals, drawn defects for the filter; evaluate then leaves them out");
    command->add_option("--resume", *resume, "Take up this run again; a finished one is extended");
}

void addEvaluate(CommandSet &commands)
{
    const auto request = std::make_shared<workflow::EvaluateRequest>();
    auto *command =
        commands.add("evaluate", "Score the test images and store the metrics",
                     [&commands, request](Console &console) {
                         if (!request->run && !request->model)
                             throw Failure(Error::make(ErrorCode::BadUsage,
                                                       "evaluate needs --run R or --model FILE."));
                         auto run = console.runContext();
                         const auto evaluation = workflow::evaluate(*request, run).orThrow();
                         if (commands.json())
                             Console::print(evaluationJson(evaluation));
                         else
                             printTable(evaluation);
                         return ExitCode::Done;
                     });
    command->add_option("--project", request->project, "Project folder")->required();
    auto *byRun = command->add_option("--run", request->run, "A trained run");
    command->add_option("--model", request->model, "A model file")->excludes(byRun);
    command->add_option("--data", request->data, "Other data than the run was trained on");
    command->add_option("--category", request->categories, "Only these, separated by commas")
        ->delimiter(',');
    command->add_option("--maps", request->maps, "Write the anomaly maps here (32-bit float TIFF)");
    command
        ->add_option(
            "--apart-from", request->apartFrom,
            "Runs, separated by commas: leave out the reviewed pictures that these learned "
            "from, too, so that all figures are of the same pictures")
        ->delimiter(',');
    command->add_option("--device", request->device, "cpu or cuda")
        ->check(CLI::IsMember({"cpu", "cuda"}));
}

void addInfer(CommandSet &commands)
{
    const auto request = std::make_shared<workflow::InferRequest>();
    auto *command =
        commands.add("infer", "Score any images", [&commands, request](Console &console) {
            auto run = console.runContext();
            const auto summary = workflow::infer(*request, run).orThrow();
            for (const auto &[file, reason] : summary.failed)
                console.log(LogLevel::Warning, reason);
            if (commands.json()) {
                json failed = json::array();
                for (const auto &[file, reason] : summary.failed)
                    failed.push_back({{"file", file.string()}, {"reason", reason}});
                json output = {{"images", summary.images},
                               {"failed", failed},
                               {"seconds_per_image", summary.secondsPerImage}};
                if (summary.decisions)
                    for (const auto &[zone, count] : *summary.decisions)
                        output["decisions"][metrics::toString(zone)] = count;
                Console::print(output);
            } else {
                std::cout << summary.images << " images scored, " << summary.failed.size()
                          << " failed; see " << (request->out / "scores.csv").string() << '\n';
                if (summary.decisions)
                    for (const auto &[zone, count] : *summary.decisions)
                        std::cout << metrics::toString(zone) << ": " << count << '\n';
            }
            return ExitCode::Done;
        });
    command->add_option("--model", request->model, "A model file")->required();
    command->add_option("--images", request->images, "An image, or a folder (with its sub-folders)")
        ->required();
    command->add_option("--out", request->out, "Folder for scores.csv and the maps")->required();
    command->add_option("--maps", request->maps, "Also write the maps: tiff, npy or png")
        ->transform(CLI::CheckedTransformer(kMapFormats));
    command->add_option("--device", request->device, "cpu or cuda")
        ->check(CLI::IsMember({"cpu", "cuda"}));
}

void addMetrics(CommandSet &commands)
{
    const auto request = std::make_shared<workflow::ExternalMetricsRequest>();
    auto *command = commands.add("metrics", "The metrics of any method's score maps",
                                 [&commands, request](Console &console) {
                                     auto run = console.runContext();
                                     const auto evaluation =
                                         workflow::externalMetrics(*request, run).orThrow();
                                     if (commands.json())
                                         Console::print(evaluationJson(evaluation));
                                     else
                                         printTable(evaluation);
                                     return ExitCode::Done;
                                 });
    command->add_option("--data", request->data, "The data set")->required();
    command->add_option("--maps", request->maps, "<category>/test/<kind>/<stem>.tiff, .npy or .png")
        ->required();
    command->add_option("--project", request->project,
                        "Keep them as a run of this project, to compare with others");
    command->add_option("--name", request->name, "Of that run; else the folder of the maps");
    command->add_option("--category", request->categories, "Only these, separated by commas")
        ->delimiter(',');
}

} // namespace

void addRunCommands(CommandSet &commands)
{
    addTrain(commands);
    addEvaluate(commands);
    addInfer(commands);
    addMetrics(commands);
}

} // namespace cf::cli
