#include "core/engine/detail/filter_network.h"
#include "tests/parity/cases.h"
#include "tests/parity/compare.h"
#include "tests/parity/filter_walk.h"
#include "tests/parity/published_loss.h"

#include <torch/optim/adam.h>

namespace cf::parity {

using namespace cf::engine::detail;
using cf::engine::FilterConfig;

namespace {

/// The two runs differ in size and number type only.
struct TrainSetup
{
    std::string file;         ///< without the extension
    std::int64_t matches = 0; ///< D
    std::int64_t batch = 0;
    torch::ScalarType type = torch::kFloat32;
};

/// A network in train mode with everything it is trained on.
struct Training
{
    FilterNetwork network{nullptr};
    FilterInputs inputs;
    torch::Tensor mask, labels;
};

/// A disc in the first image, nothing in the others.
torch::Tensor discMask(std::int64_t batch)
{
    constexpr std::int64_t kSide = 256;
    const auto y = torch::arange(kSide).view({-1, 1});
    const auto x = torch::arange(kSide).view({1, -1});
    auto mask = torch::zeros({batch, 1, kSide, kSide});
    mask[0][0] = ((y - 100).square() + (x - 140).square() < 1600).to(torch::kFloat32);
    return mask;
}

Training prepare(const TrainSetup &setup, const Fill &fill)
{
    const auto input = [&](const std::string &name, const Shape &shape, bool absolute) {
        const std::string full = "in.train." + name;
        return (absolute ? fill.absolute(full, shape) : fill.uniform(full, shape)).to(setup.type);
    };
    FilterConfig config;
    config.matches = setup.matches;
    Training training;
    training.network = FilterNetwork(config);
    training.network->to(setup.type);
    fill.overwrite(*training.network, 2.0);
    training.network->train();
    training.inputs.volume =
        input("volume", {setup.batch, config.matches, config.layers, 64, 64}, true);
    for (std::size_t i = 0; i < config.featureChannels.size(); ++i) {
        const auto tokens = input("feature" + std::to_string(i),
                                  {setup.batch, 1024, config.featureChannels[i]}, false);
        training.inputs.features.push_back(
            tokens.transpose(1, 2).unflatten(2, {32, 32}).contiguous());
    }
    training.inputs.initialMap = input("initial_map", {setup.batch, config.layers, 64, 64}, true);
    training.mask = discMask(setup.batch).to(setup.type);
    training.labels = torch::tensor({9, 4}, torch::kInt64).slice(0, 0, setup.batch);
    return training;
}

FilterOutput forward(Training &training)
{
    const auto &in = training.inputs;
    return training.network->forward(in.volume, in.features, in.initialMap);
}

LossTerms lossOf(const Training &training, const FilterOutput &output)
{
    return filterLoss(output.logits, output.classLogits, training.mask, training.labels,
                      publishedLoss());
}

/// In the order of the golden file: total, focal, ssim, mse, siou, ce.
torch::Tensor stackOf(const LossTerms &terms)
{
    return torch::stack(
        {terms.total, terms.focal, terms.ssim, terms.mse, terms.softIou, terms.crossEntropy});
}

/// Compares one tensor after the other with the keys of one step.
class StepChecker
{
public:
    StepChecker(const GoldenFile &golden, Report &report, const std::string &file,
                const std::string &step)
        : m_golden(golden), m_report(report), m_file(file), m_step(step)
    {
    }

    void add(const std::string &key, const torch::Tensor &actual, const Tolerance &tolerance)
    {
        const auto full = m_step + "." + key;
        m_report.add(m_file + "/" + full, compareKey(m_golden, full, actual, tolerance));
    }

    /// Several tensors as one case, "<step>.<prefix>.*": the worst of them.
    template <class Names, class Function>
    void addAll(const std::string &prefix, const Names &names, const Function &tensorOf,
                const Tolerance &tolerance)
    {
        Deviation worst{0.0, tolerance.absolute};
        for (const auto &item : names) {
            const auto name = item.template get<std::string>();
            worst = worseOf(worst, compareKey(m_golden, m_step + "." + prefix + "." + name,
                                              tensorOf(name), tolerance));
        }
        m_report.add(m_file + "/" + m_step + "." + prefix + ".*", worst);
    }

    const torch::Tensor &golden(const std::string &key) const
    {
        return m_golden.at(m_step + "." + key);
    }
    void add(const std::string &key, const Deviation &deviation)
    {
        m_report.add(m_file + "/" + m_step + "." + key, deviation);
    }

private:
    const GoldenFile &m_golden;
    Report &m_report;
    std::string m_file, m_step;
};

void checkForward(StepChecker &check, const FilterOutput &output, const LossTerms &terms,
                  const Tolerance &losses, const Tolerance &logits)
{
    check.add("losses", stackOf(terms), losses);
    check.add("gamma", terms.gamma, losses);
    check.add("class_logits", output.classLogits, logits);
    check.add("logits", output.logits, logits);
}

void checkRunningStatistics(StepChecker &check, const FilterNetwork &network,
                            const nlohmann::json &names, const Tolerance &tolerance)
{
    const auto buffers = network->named_buffers();
    for (const std::string statistic : {"running_mean", "running_var"}) {
        Deviation worst{0.0, tolerance.absolute};
        for (const auto &item : names.at("bn")) {
            const auto key = item.get<std::string>() + "." + statistic;
            worst = worseOf(worst, compare(check.golden("bn." + key), buffers[key], tolerance));
        }
        check.add("bn.*." + statistic, worst);
    }
    const auto first = names.at("bn").at(0).get<std::string>();
    check.add("num_batches_tracked", buffers[first + ".num_batches_tracked"], kExact);
}

/// Sums of each parameter's gradient. Single gradients may be rounding noise around zero (biases
/// before a batch norm), so the allowed difference of a sum follows the sum of absolute values, and
/// never falls below what noise may be.
void checkGradients(StepChecker &check, const FilterNetwork &network, const nlohmann::json &names,
                    double relative)
{
    constexpr double kNoise = 1e-9;
    const auto parameters = network->named_parameters();
    std::vector<double> sums;
    std::vector<double> absoluteSums;
    std::vector<std::int64_t> missing;
    for (const auto &item : names.at("parameters_in_order")) {
        const auto gradient = parameters[item.get<std::string>()].grad();
        missing.push_back(gradient.defined() ? 0 : 1);
        sums.push_back(gradient.defined() ? gradient.sum().item<double>() : 0.0);
        absoluteSums.push_back(gradient.defined() ? gradient.abs().sum().item<double>() : 0.0);
    }
    check.add("grad_none", torch::tensor(missing), kExact);
    const auto allowed = check.golden("grad_abs_sum").to(torch::kFloat64) * relative + kNoise;
    check.add("grad_sum",
              compareEach(check.golden("grad_sum"), torch::tensor(sums, torch::kFloat64), allowed));
    check.add("grad_abs_sum", compareEach(check.golden("grad_abs_sum"),
                                          torch::tensor(absoluteSums, torch::kFloat64), allowed));
}

} // namespace

/// Two whole Adam steps and a look at the trained network, in double, where nothing is left to
/// chance.
void checkTrainStepFloat64(const GoldenFolder &folder, Report &report)
{
    constexpr double kRelative = 1e-6; // what storing as float32 leaves
    constexpr Tolerance kTolerance{1e-12, kRelative, kRelative};
    const TrainSetup setup{"trainstep_f64", 64, 1, torch::kFloat64};
    const auto golden = folder.tensors(setup.file + ".pt");
    const auto names = folder.json("trainstep_names.json");
    auto training = prepare(setup, folder.fillOf(setup.file + ".pt"));
    torch::optim::Adam optimiser(training.network->parameters(),
                                 torch::optim::AdamOptions(1e-3).betas({0.9, 0.98}).eps(1e-8));
    const auto parameters = training.network->named_parameters();

    for (const std::string step : {"step1", "step2"}) {
        StepChecker check(golden, report, setup.file, step);
        optimiser.zero_grad();
        const auto output = forward(training);
        const auto terms = lossOf(training, output);
        terms.total.backward();
        checkForward(check, output, terms, kTolerance, kTolerance);
        checkRunningStatistics(check, training.network, names, kTolerance);
        checkGradients(check, training.network, names, kRelative);
        if (step == "step1")
            check.addAll(
                "grad", names.at("selected"),
                [&](const std::string &name) { return parameters[name].grad(); }, kTolerance);
        optimiser.step();
        check.addAll(
            "after", names.at("selected"),
            [&](const std::string &name) { return parameters[name]; }, kTolerance);
    }

    torch::NoGradGuard noGrad;
    training.network->eval();
    const auto output = forward(training);
    StepChecker check(golden, report, setup.file, "after");
    check.add("logits", output.logits, kTolerance);
    check.add("class_logits", output.classLogits, kTolerance);
}

/// The published size in float32. Only the first forward pass is sharp there: minima over channels
/// and maximum pooling switch winners under rounding noise, and every switch moves a gradient.
void checkTrainStepFloat32(const GoldenFolder &folder, Report &report)
{
    torch::NoGradGuard noGrad;
    const TrainSetup setup{"trainstep", 1024, 2, torch::kFloat32};
    const auto golden = folder.tensors(setup.file + ".pt");
    auto training = prepare(setup, folder.fillOf(setup.file + ".pt"));
    const auto output = forward(training);
    StepChecker check(golden, report, setup.file, "step1");
    checkForward(check, output, lossOf(training, output), {1e-5}, {5e-4});
    checkRunningStatistics(check, training.network, folder.json("trainstep_names.json"), {1e-5});
}

} // namespace cf::parity
