#include "core/engine/trainer.h"

#include "core/engine/detail/allowed_variation.h"
#include "core/engine/detail/batch_source.h"
#include "core/engine/detail/calibration.h"
#include "core/engine/detail/checkpoint.h"
#include "core/engine/detail/filter_weights.h"
#include "core/engine/detail/model_file.h"
#include "core/engine/detail/training_progress.h"
#include "core/engine/detail/training_set.h"
#include "core/engine/device.h"

#include <torch/nn/utils/clip_grad.h>

#include <chrono>
#include <limits>
#include <optional>
#include <thread>

namespace cf::engine {

using namespace detail;

namespace {

constexpr std::int64_t kLossWindow = 50;
constexpr std::int64_t kPreviews = 40; // of a whole training, so that it can be looked through
constexpr std::int64_t kBaselineSteps = 100; // a baseline's scale is worth this many
constexpr auto kPausePoll = std::chrono::milliseconds(100);

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Everything between the training set and the trained network.
class Training
{
public:
    Training(const TrainingData &data, const TrainOptions &options, const TrainingFiles &files,
             const TrainObserver &observer, const TrainingControl *control, RunContext &run)
        : m_data(data), m_options(options), m_files(files), m_observer(observer),
          m_control(control), m_run(run), m_profile(TrainProfile::of(options)),
          m_device(options.device)
    {
    }

    Result<TrainingOutcome> train()
    {
        CF_ASSIGN_OR_RETURN(m_set,
                            TrainingSet::prepare(m_data, m_options, m_files, m_profile, m_run));
        CF_RETURN_IF_ERROR(openFilterWeights());
        tellTemplates();
        makeValidation();
        if (!m_options.filter)
            return finish();
        CF_RETURN_IF_ERROR(prepareNetwork());
        CF_RETURN_IF_ERROR(optimise());
        return finish();
    }

private:
    Result<void> openFilterWeights();
    void tellTemplates();
    void makeValidation();
    void tellTemplateNote();
    Result<void> prepareNetwork();
    Result<void> optimise();
    Result<TrainingOutcome> finish();

    /// Steps of the whole training; `before` = those planned when it was broken off.
    std::int64_t plannedSteps(std::int64_t before) const
    {
        return m_profile.plannedSteps(m_options, m_set->images.size(), before);
    }
    StepReport oneStep(std::int64_t step);
    /// With the weights that would be kept now.
    void look(bool validate);
    void judge(double score);
    Result<void> pauseIfAsked();
    void setLearningRate(double rate);
    std::vector<torch::Tensor> snapshot();
    void useWeights(const std::vector<torch::Tensor> &weights);
    Result<void> save();
    std::string identity() const;
    TrainTensors tensors()
    {
        return {&m_network->module(), &m_average, &m_best, m_optimiser.get()};
    }

    const TrainingData &m_data;
    const TrainOptions &m_options;
    const TrainingFiles &m_files;
    const TrainObserver &m_observer;
    const TrainingControl *m_control;
    RunContext &m_run;
    TrainProfile m_profile;
    torch::Device m_device;

    std::unique_ptr<TrainingSet> m_set;
    std::optional<FilterWeights> m_given; ///< to begin with
    ValidationSet m_validation;
    std::unique_ptr<ProgressSamples> m_progress;
    std::unique_ptr<DetectorNetwork> m_network;
    std::unique_ptr<torch::optim::AdamW> m_optimiser;
    std::vector<torch::Tensor> m_average, m_best;
    TrainState m_state;
    std::unique_ptr<BatchSource> m_batches;
};

Result<void> Training::openFilterWeights()
{
    if (!m_options.filter || m_options.filterWeights.empty())
        return {};
    CF_ASSIGN_OR_RETURN(m_given, FilterWeights::open(m_options.filterWeights));
    m_given->adapt(m_set->config.filter);
    return {};
}

void Training::tellTemplates()
{
    if (!m_observer.onTemplates || m_options.templates == TemplateStrategy::Nearest)
        return;
    std::vector<FixedTemplates> told;
    for (std::size_t c = 0; c < m_data.categories.size(); ++c) {
        told.push_back({m_data.categories[c], {}});
        for (const auto index : m_set->fixedTemplates(static_cast<int>(c)))
            told.back().contentKeys.push_back(
                m_set->images[static_cast<std::size_t>(index)].contentKey);
    }
    m_observer.onTemplates(told);
}

void Training::makeValidation()
{
    // Also of weights that are used as they are.
    const auto steps = m_options.filter && plannedSteps(0) > 0 ? plannedSteps(0) : kBaselineSteps;
    m_validation = m_set->makeValidation(
        TrainProfile::validationSamples(m_data.categories.size(), steps), m_run);
    m_progress = std::make_unique<ProgressSamples>(*m_set, m_validation);
    tellTemplateNote();
}

void Training::tellTemplateNote()
{
    if (const auto note = m_set->takeTemplateNote(); !note.empty())
        m_run.log(LogLevel::Warning, "Template source '" + m_options.source + "': " + note +
                                         "; such pictures are matched with normal ones.");
}

std::string Training::identity() const
{
    auto config = m_set->config;
    config.calibration
        .clear(); // chosen anew at each start, on as many samples as the steps are worth
    std::string text = describe(config, m_set->spec) + " batch " + std::to_string(m_profile.batch) +
                       " rate " + std::to_string(m_profile.learningRate) + " textures " +
                       m_data.textures.string() + describe(m_options.variation);
    if (!m_options.ablation.classAdaptor)
        text += " no class adaptor";
    for (const auto &[term, weight] : m_options.ablation.lossWeights)
        text += " " + term + " " + std::to_string(weight);
    for (const auto &image : m_set->images)
        text += " " + image.contentKey;
    text += m_set->defectIdentity;
    return std::to_string(std::hash<std::string>()(text));
}

Result<void> Training::prepareNetwork()
{
    torch::manual_seed(m_options.seed);
    m_network = std::make_unique<DetectorNetwork>(m_set->config);
    m_network->initialise(m_options.seed);
    m_network->module().to(m_device);

    std::vector<torch::Tensor> decayed;
    std::vector<torch::Tensor> free;
    for (const auto &parameter : m_network->module().parameters())
        (parameter.dim() > 1 ? decayed : free).push_back(parameter);
    const auto group = [&](std::vector<torch::Tensor> parameters, double decay) {
        return torch::optim::OptimizerParamGroup(
            std::move(parameters), std::make_unique<torch::optim::AdamWOptions>(
                                       torch::optim::AdamWOptions(m_profile.learningRate)
                                           .betas({0.9, m_profile.beta2})
                                           .weight_decay(decay)));
    };
    m_optimiser = std::make_unique<torch::optim::AdamW>(
        std::vector<torch::optim::OptimizerParamGroup>{
            group(std::move(decayed), m_profile.weightDecay), group(std::move(free), 0.0)},
        torch::optim::AdamWOptions(m_profile.learningRate));

    m_state.identity = identity();
    m_state.learningRate = m_profile.learningRate;
    CF_ASSIGN_OR_RETURN(const auto resumed,
                        loadCheckpoint(m_files.checkpoint, m_state.identity, tensors()));
    if (resumed) {
        m_state = *resumed;
        if (m_observer.onResumed)
            m_observer.onResumed(m_state.step);
    }
    if (!resumed && m_given) {
        CF_ASSIGN_OR_RETURN(const auto note, m_given->copyTo(*m_network));
        if (!note.empty())
            m_run.log(LogLevel::Warning, note);
    }
    const auto total = plannedSteps(resumed ? std::max(m_state.totalSteps, m_state.step) : 0);
    m_state.totalSteps = total;
    if (m_state.step <= total - kLossWindow) { // a finished run that is extended
        m_state.lossSum = 0.0;
        m_state.lossCount = 0;
    }
    return {};
}

void Training::setLearningRate(double rate)
{
    for (auto &group : m_optimiser->param_groups())
        static_cast<torch::optim::AdamWOptions &>(group.options()).lr(rate);
}

StepReport Training::oneStep(std::int64_t step)
{
    const auto start = Clock::now();
    torch::manual_seed(m_options.seed * 1000003 + static_cast<std::uint64_t>(step));
    m_batches->fill(step, m_run);
    tellTemplateNote();
    StepReport report;
    report.waitingSeconds = secondsSince(start);
    const auto [queries, mask, labels, anomalous] = m_batches->draw(step);
    const double rate = m_profile.oneCycle
                            ? oneCycleRate(m_profile.learningRate, step, m_state.totalSteps)
                            : m_state.learningRate;
    setLearningRate(rate);
    m_network->module().train();
    m_optimiser->zero_grad();
    const auto output = m_network->forward(queries);
    report.step = step + 1;
    report.learningRate = rate;
    torch::Tensor total;
    const auto note = [&](const char *name, const torch::Tensor &value) {
        report.terms.emplace_back(name, value.item<double>());
    };
    if (m_options.profile == Profile::Compact) {
        const auto logit = m_network->evidence(output);
        const auto factor = mask.size(2) / logit.size(1);
        const auto target =
            mask.view({mask.size(0), logit.size(1), factor, logit.size(2), factor}).mean({2, 4});
        const auto terms = compactLoss(logit, target, anomalous, output.classLogits, labels,
                                       m_profile.compactLoss);
        total = terms.total;
        note("pixel", terms.pixel);
        note("dice", terms.dice);
        note("image", terms.image);
        note("cross_entropy", terms.crossEntropy);
    } else {
        const auto terms =
            filterLoss(output.logits, output.classLogits, mask, labels, m_profile.paperLoss);
        total = terms.total;
        note("focal", terms.focal);
        note("ssim", terms.ssim);
        if (m_profile.paperLoss.mse > 0.0)
            note("mse", terms.mse);
        note("soft_iou", terms.softIou);
        note("cross_entropy", terms.crossEntropy);
    }
    total.backward();
    torch::nn::utils::clip_grad_norm_(m_network->module().parameters(), m_profile.gradientNorm);
    m_optimiser->step();
    note("total", total);

    if (m_profile.averaging > 0.0) {
        torch::NoGradGuard noGrad;
        const double decay = std::min(m_profile.averaging, (step + 1.0) / (step + 10.0));
        const auto state = stateOf(m_network->module());
        if (m_average.empty())
            m_average = snapshot();
        for (std::size_t i = 0; i < state.size(); ++i) {
            if (state[i].second.is_floating_point())
                m_average[i].lerp_(state[i].second, 1.0 - decay);
            else
                m_average[i].copy_(state[i].second);
        }
    }
    report.seconds = secondsSince(start);
    return report;
}

std::vector<torch::Tensor> Training::snapshot()
{
    std::vector<torch::Tensor> weights;
    for (const auto &[name, tensor] : stateOf(m_network->module()))
        weights.push_back(tensor.detach().clone());
    return weights;
}

void Training::useWeights(const std::vector<torch::Tensor> &weights)
{
    torch::NoGradGuard noGrad;
    auto state = stateOf(m_network->module());
    for (std::size_t i = 0; i < weights.size(); ++i)
        state[i].second.copy_(weights[i]);
}

void Training::look(bool validate)
{
    const auto trained = snapshot();
    if (!m_average.empty())
        useWeights(m_average);
    m_network->module().eval();
    double score = std::numeric_limits<double>::quiet_NaN();
    if (validate) {
        score = filterScore(m_validation, *m_network, m_set->config, m_set->spec.imagePx, m_device);
        if (m_observer.onValidation)
            m_observer.onValidation(m_state.step, score);
        judge(score);
    }
    if (m_observer.onPreview)
        m_observer.onPreview(m_progress->preview(m_state.step, score, *m_network, m_set->config,
                                                 m_set->spec.imagePx, m_device));
    useWeights(trained);
}

void Training::judge(double score)
{
    if (score > m_state.bestScore) {
        m_state.bestScore = score;
        m_state.sinceGain = 0;
        m_best = snapshot();
        return;
    }
    ++m_state.sinceGain;
    constexpr std::int64_t kPlateau = 5;
    if (!m_profile.oneCycle && m_state.sinceGain % kPlateau == 0)
        m_state.learningRate *= 0.5;
}

Result<void> Training::pauseIfAsked()
{
    if (!m_control || !m_control->isPaused())
        return {};
    CF_RETURN_IF_ERROR(save());
    m_run.log(LogLevel::Info, "Paused after step " + std::to_string(m_state.step) + ".");
    while (m_control->isPaused() && !m_control->finishRequested()) {
        m_run.step({"paused", static_cast<std::size_t>(m_state.step),
                    static_cast<std::size_t>(m_state.totalSteps)});
        std::this_thread::sleep_for(kPausePoll);
    }
    return {};
}

Result<void> Training::save()
{
    CF_RETURN_IF_ERROR(saveCheckpoint(m_files.checkpoint, m_state, tensors()));
    if (m_observer.onCheckpoint)
        m_observer.onCheckpoint(m_state.step);
    return {};
}

Result<void> Training::optimise()
{
    if (m_state.step >= m_state.totalSteps) // a finished run, or weights that are used as they are
        return m_state.step == 0 ? save() : Result<void>();
    m_batches = std::make_unique<BatchSource>(*m_set, m_profile, m_options, m_state.totalSteps);
    m_batches->fill(m_state.step, m_run);
    if (m_state.step == 0 && m_options.profile == Profile::Compact && !m_given) {
        std::vector<torch::Tensor> volumes;
        for (const auto &sample : m_batches->pool())
            volumes.push_back(sample.query.volume.to(torch::kFloat32));
        m_network->compact()->setInputScale(
            torch::stack(volumes).square().mean({0, 3, 4}, true).sqrt().add(1e-4).to(m_device));
    }
    const auto previewEvery = std::max<std::int64_t>(m_state.totalSteps / kPreviews, 1);
    try {
        while (m_state.step < m_state.totalSteps) {
            CF_RETURN_IF_ERROR(pauseIfAsked());
            m_run.step({"train", static_cast<std::size_t>(m_state.step),
                        static_cast<std::size_t>(m_state.totalSteps)});
            const auto report = oneStep(m_state.step);
            m_state.step = report.step;
            if (m_state.step > m_state.totalSteps - kLossWindow) {
                m_state.lossSum += report.terms.back().second;
                ++m_state.lossCount;
            }
            if (m_observer.onStep)
                m_observer.onStep(report);
            const bool enough = m_control && m_control->finishRequested();
            const bool validates = m_state.step % m_profile.validateEvery == 0 ||
                                   m_state.step == m_state.totalSteps || enough;
            if (validates || (m_observer.onPreview && m_state.step % previewEvery == 0))
                look(validates);
            if (enough) {
                m_run.log(LogLevel::Info, "Ended after step " + std::to_string(m_state.step) +
                                              " as asked; the best weights so far are kept.");
                break;
            }
            if (m_state.sinceGain >= m_profile.patience) {
                m_run.log(LogLevel::Info, "Stopped after step " + std::to_string(m_state.step) +
                                              ": the validation score no longer rises.");
                break;
            }
            if (m_state.step % m_options.checkpointEvery == 0)
                CF_RETURN_IF_ERROR(save());
        }
    } catch (const Cancelled &) {
        save().orThrow();
        throw;
    }
    m_run.step(
        {"train", static_cast<std::size_t>(m_state.step), static_cast<std::size_t>(m_state.step)});
    return save();
}

Result<TrainingOutcome> Training::finish()
{
    if (m_network) {
        if (!m_best.empty())
            useWeights(m_best);
        m_network->module().eval();
        m_run.step({"lambda", 0, 1});
        chooseFusion(m_validation, *m_network, m_device, m_set->spec.imagePx, m_set->config);
        m_run.step({"lambda", 1, 1});
    } else {
        for (auto &calibration : m_set->config.calibration)
            calibration.lambda = 0.0;
    }
    const auto memory = m_set->rememberAll(m_run);
    CF_RETURN_IF_ERROR(saveModel(m_files.model, m_set->config, m_set->spec, m_network.get(),
                                 m_set->images, memory));
    TrainingOutcome outcome;
    outcome.steps = m_state.step;
    outcome.loss =
        m_state.lossCount > 0 ? m_state.lossSum / static_cast<double>(m_state.lossCount) : 0.0;
    outcome.validationScore = m_state.bestScore;
    return outcome;
}

} // namespace

Result<TrainingOutcome> trainDetector(const TrainingData &data, const TrainOptions &options,
                                      const TrainingFiles &files, const TrainObserver &observer,
                                      const TrainingControl *control, RunContext &run)
{
    if (data.categories.empty() || data.normals.empty())
        return Error::make(ErrorCode::BadData, "There are no normal pictures to train on.");
    if (const auto why = objection(options); !why.empty())
        return Error::make(ErrorCode::BadUsage, why);
    CF_RETURN_IF_ERROR(useDevice(options.device));
    setThreadCount(options.threads);
    return Training(data, options, files, observer, control, run).train();
}

} // namespace cf::engine
