#include "core/engine/training_trial.h"

#include "core/engine/detail/feature_extractor.h"
#include "core/engine/detail/model_file.h"
#include "core/engine/detail/train_profile.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>

namespace cf::engine {

using namespace detail;

namespace {

constexpr std::size_t kCategories = 3;
constexpr std::size_t kNormalsEach = 8;
constexpr std::int64_t kSteps = 6;
// Other programs, a warm processor, samples that take longer to draw than those of the trial.
constexpr double kSlower = 1.3;

using Clock = std::chrono::steady_clock;

/// Seconds per unit of each stage, told from its progress.
class StageClock
{
public:
    void note(const Progress &progress)
    {
        const auto now = Clock::now();
        auto [at, isNew] = m_stages.try_emplace(progress.stage, Stage{now, now, progress.done, 0});
        at->second.last = now;
        at->second.done = progress.done - at->second.first;
    }

    double secondsPerUnit(const std::string &name) const
    {
        const auto at = m_stages.find(name);
        if (at == m_stages.end() || at->second.done == 0)
            return 0.0;
        return std::chrono::duration<double>(at->second.last - at->second.start).count() /
               static_cast<double>(at->second.done);
    }

private:
    struct Stage
    {
        Clock::time_point start, last;
        std::size_t first = 0, done = 0;
    };
    std::map<std::string, Stage> m_stages;
};

TrainingData fewOf(const TrainingData &data)
{
    TrainingData few;
    few.textures = data.textures;
    for (std::size_t c = 0; c < std::min(data.categories.size(), kCategories); ++c) {
        few.categories.push_back(data.categories[c]);
        std::size_t taken = 0;
        for (const auto &normal : data.normals)
            if (normal.category == static_cast<int>(c) && taken++ < kNormalsEach)
                few.normals.push_back(normal);
    }
    return few;
}

std::uint64_t peakMemory()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

/// Of a matched sample, in half precision, with its mask.
double sampleBytes(const ModelConfig &config, const FeatureSpec &spec)
{
    const auto channels = std::accumulate(config.filter.featureChannels.begin(),
                                          config.filter.featureChannels.end(), std::int64_t{0});
    const auto cells = static_cast<double>(spec.gridPx) * spec.gridPx;
    const auto values = (config.filter.matches + 1) * config.filter.layers + channels;
    return 2.0 * cells * static_cast<double>(values) +
           static_cast<double>(spec.imagePx) * spec.imagePx;
}

} // namespace

Result<TrainingEstimate> tryTraining(const TrainingData &data, const TrainOptions &options,
                                     const std::filesystem::path &backboneWeights,
                                     const std::string &backboneName,
                                     std::shared_ptr<TemplateSource> source,
                                     const std::filesystem::path &folder, RunContext &run)
{
    StageClock stages;
    RunContext inner({}, [&](const Progress &progress) {
        stages.note(progress);
        run.step({"trial", 0, 0});
    });
    std::vector<double> work;
    double validation = 0.0;
    Clock::time_point stepEnded;
    TrainObserver observer;
    observer.onStep = [&](const StepReport &report) {
        work.push_back(report.seconds - report.waitingSeconds);
        stepEnded = Clock::now();
    };
    observer.onValidation = [&](std::int64_t, double) {
        validation = std::chrono::duration<double>(Clock::now() - stepEnded).count();
    };
    TrainOptions trial = options;
    trial.steps = kSteps;
    trial.epochs = 0;
    TrainingFiles files;
    files.backboneWeights = backboneWeights;
    files.backboneName = backboneName;
    files.source = std::move(source);
    files.checkpoint = folder / "checkpoint.safetensors";
    files.model = folder / "model.safetensors";
    const auto few = fewOf(data);
    CF_RETURN_IF_ERROR(trainDetector(few, trial, files, observer, nullptr, inner));
    CF_ASSIGN_OR_RETURN(const auto model, loadModel(files.model));

    const auto profile = TrainProfile::of(options);
    TrainingEstimate estimate;
    estimate.steps =
        options.filter ? profile.plannedSteps(options, data.normals.size()) : std::int64_t{0};
    const auto steps = static_cast<double>(estimate.steps);
    const auto normals = static_cast<double>(data.normals.size());
    // The first step also sets the network up.
    std::sort(work.begin(), work.end());
    const double step = work.empty() ? 0.0 : work[work.size() / 2];
    const double chunk = stages.secondsPerUnit("training samples");
    const double features =
        normals * (stages.secondsPerUnit("load") + stages.secondsPerUnit("features"));
    const auto perCategory = static_cast<double>(
        TrainProfile::validationSamples(data.categories.size(), estimate.steps));
    const double samples = perCategory * static_cast<double>(data.categories.size());
    const double trialSamples =
        static_cast<double>(TrainProfile::validationSamples(few.categories.size(), kSteps)) *
        static_cast<double>(few.categories.size());
    const double validations = steps / static_cast<double>(profile.validateEvery) + 3.0;
    const double chunks =
        static_cast<double>(profile.firstChunks) + steps / static_cast<double>(profile.chunkEvery);
    const double rest = 1.5 * samples * stages.secondsPerUnit("validation samples") +
                        chunks * chunk + steps * step +
                        validations * validation * samples / trialSamples;
    estimate.secondsLow = rest;
    estimate.seconds = rest + features;
    estimate.secondsHigh = kSlower * estimate.seconds;

    const auto &spec = model.features;
    std::int64_t channels = 0;
    CF_ASSIGN_OR_RETURN(const auto extractor,
                        FeatureExtractor::open(spec, backboneWeights, options.device));
    for (const auto count : extractor.channels())
        channels += count;
    const double pictureBytes =
        static_cast<double>(channels) * spec.gridPx * spec.gridPx * sizeof(float) +
        3.0 * spec.imagePx * spec.imagePx;
    const double pool = options.filter ? std::min(static_cast<double>(profile.poolSamples),
                                                  chunks * static_cast<double>(profile.chunk))
                                       : 0.0;
    estimate.memoryBytes =
        peakMemory() + static_cast<std::uint64_t>(
                           (normals - static_cast<double>(few.normals.size())) * pictureBytes +
                           (pool + 1.5 * samples) * sampleBytes(model.config, spec));
    return estimate;
}

} // namespace cf::engine
