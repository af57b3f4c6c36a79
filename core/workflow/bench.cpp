#include "core/workflow/bench.h"

#include "core/demo/demo_data.h"
#include "core/engine/bench.h"
#include "core/metrics/pixel_tally.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/normals_change.h"
#include "core/workflow/train.h"
#include "core/workflow/weight_registry.h"

#include <chrono>
#include <filesystem>
#include <random>
#include <unistd.h>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Result<BenchStage> timeMetrics()
{
    constexpr int kImages = 100;
    constexpr int kSide = 256;
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<float> scores(std::size_t{kSide} * kSide);
    std::vector<std::uint8_t> mask(scores.size());
    CF_ASSIGN_OR_RETURN(auto tally, metrics::PixelTally::create());
    double seconds = 0.0;
    for (int i = 0; i < kImages; ++i) {
        for (std::size_t p = 0; p < scores.size(); ++p) {
            mask[p] = p / kSide / 32 == 3 && p % kSide / 32 == 3 ? 255 : 0;
            scores[p] = normal(random) + (mask[p] ? 1.0F : 0.0F);
        }
        const auto start = Clock::now();
        CF_RETURN_IF_ERROR(tally.add(scores, mask, kSide, kSide));
        seconds += secondsSince(start);
    }
    const auto start = Clock::now();
    CF_ASSIGN_OR_RETURN(const auto finished, tally.finish());
    seconds += secondsSince(start);
    return BenchStage{"metrics", seconds,
                      "all pixel metrics of 100 maps of 256 x 256, exact, " +
                          std::to_string(finished.regionCount) + " regions",
                      std::nullopt};
}

/// A folder for one benchmark, gone with it.
struct BenchFolder
{
    fs::path path = fs::temp_directory_path() / ("costfilter-bench-" + std::to_string(::getpid()));

    ~BenchFolder()
    {
        std::error_code ignored; // a folder that stays is only untidy
        fs::remove_all(path, ignored);
    }
};

/// Demo pictures, 40 steps of training, evaluation: everything that a user waits for. `wanted` says
/// what is to be trained on them, and with which templates.
Result<std::vector<BenchStage>> timeEndToEnd(const BenchRequest &request,
                                             const demo::DemoOptions &demoOptions,
                                             const fs::path &folder, const TrainRequest &wanted,
                                             RunContext &run)
{
    std::vector<BenchStage> stages;
    auto start = Clock::now();
    CF_ASSIGN_OR_RETURN(const auto made, demo::writeDemoData(folder / "data", demoOptions, run));
    stages.push_back({"demo-data", secondsSince(start),
                      std::to_string(made.images) + " pictures made", std::nullopt});
    TrainRequest train = wanted;
    train.project = folder / "project";
    train.data = folder / "data";
    train.options.profile = request.profile;
    train.options.steps = 40;
    train.options.threads = request.threads;
    train.options.device = request.device;
    start = Clock::now();
    CF_ASSIGN_OR_RETURN(const auto trained, workflow::train(train, run));
    stages.push_back({"train", secondsSince(start),
                      "40 steps with features, samples and validation", std::nullopt});
    EvaluateRequest evaluate;
    evaluate.project = train.project;
    evaluate.run = trained.run;
    evaluate.device = request.device;
    start = Clock::now();
    CF_ASSIGN_OR_RETURN(const auto evaluation, workflow::evaluate(evaluate, run));
    stages.push_back(
        {"evaluate", secondsSince(start),
         "test pictures of " + std::to_string(evaluation.categories.size()) + " categories",
         std::nullopt});
    return stages;
}

/// A good test picture becomes a normal of a model whose evaluation cached the features of about
/// 500: what the one who took it waits for. With templates that are the `same` for all queries the
/// new one has a part in every score, else in those of pictures that it is most alike to.
Result<BenchStage> timeRescoring(const BenchRequest &request, bool same, RunContext &run)
{
    const BenchFolder folder;
    demo::DemoOptions options;
    options.trainPerCategory = 20;
    options.goodPerCategory = same ? 435 : 101;
    options.defectsPerKind = 11;
    TrainRequest wanted;
    if (same) {
        wanted.categories = {"cloth"};
        wanted.options.templates = engine::TemplateStrategy::Random;
    }
    const auto evaluated = timeEndToEnd(request, options, folder.path, wanted, run);
    if (!evaluated.ok())
        return evaluated.error();
    const NormalsSubject subject{folder.path / "project", "1", request.device};
    const auto start = Clock::now();
    CF_ASSIGN_OR_RETURN(const auto change,
                        lookAtAddition(subject, "cloth/test/good/000.png", {}, run));
    CF_RETURN_IF_ERROR(applyNormals(change, run));
    return BenchStage{same ? "rescore, same templates for all" : "rescore", secondsSince(start),
                      std::to_string(change.pictures) + " cached pictures after one more normal, " +
                          std::to_string(change.rescored) + " of them with other templates",
                      std::nullopt};
}

} // namespace

std::vector<std::string> benchStages()
{
    return {"all",        "features", "matching",   "filter",
            "train-step", "metrics",  "end-to-end", "rescore"};
}

Result<std::vector<BenchStage>> bench(const BenchRequest &request, RunContext &run)
{
    const auto wanted = [&](const std::string &stage) {
        return request.what == "all" || request.what == stage;
    };
    engine::StageBench options{request.profile, request.batch, request.threads, request.device, {}};
    std::vector<BenchStage> stages;
    double limit = 0.0;
    for (const std::string stage : {"features", "matching", "filter", "train-step"}) {
        if (!wanted(stage))
            continue;
        run.step({"bench " + stage, 0, 1});
        if (limit == 0.0) {
            CF_ASSIGN_OR_RETURN(limit, engine::matrixProductSpeed(request.device, request.threads));
        }
        if (stage == "features") {
            CF_ASSIGN_OR_RETURN(options.backboneWeights, findWeights("efficientnet-lite0"));
        }
        CF_ASSIGN_OR_RETURN(const auto timing, engine::timeStage(stage, options));
        stages.push_back({timing.name, timing.seconds, timing.work,
                          timing.multiplyAdds / timing.seconds / limit});
    }
    if (limit > 0.0)
        stages.push_back(
            {"limit", 1.0,
             "matrix product: " + std::to_string(static_cast<int>(2e-9 * limit)) + " GFLOP/s",
             1.0});
    if (wanted("metrics")) {
        run.step({"bench metrics", 0, 1});
        CF_ASSIGN_OR_RETURN(auto stage, timeMetrics());
        stages.push_back(std::move(stage));
    }
    if (wanted("end-to-end")) {
        const BenchFolder folder;
        demo::DemoOptions demoOptions;
        demoOptions.trainPerCategory = 20;
        demoOptions.goodPerCategory = 6;
        demoOptions.defectsPerKind = 2;
        CF_ASSIGN_OR_RETURN(const auto parts,
                            timeEndToEnd(request, demoOptions, folder.path, TrainRequest(), run));
        double total = 0.0;
        for (const auto &part : parts)
            total += part.seconds;
        stages.insert(stages.end(), parts.begin(), parts.end());
        stages.push_back({"end-to-end", total, "the three above", std::nullopt});
    }
    if (request.what == "rescore") { // minutes until there is something to score again
        for (const bool same : {false, true}) {
            CF_ASSIGN_OR_RETURN(auto stage, timeRescoring(request, same, run));
            stages.push_back(std::move(stage));
        }
    }
    return stages;
}

} // namespace cf::workflow
