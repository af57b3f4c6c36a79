#include "core/metrics/distribution.h"
#include "core/metrics/image_metrics.h"
#include "core/metrics/kde.h"
#include "tests/parity/cases.h"
#include "tests/parity/compare.h"

namespace cf::parity {

using cf::metrics::BandwidthRule;

namespace {

constexpr double kDensity = 1e-6;

std::vector<double> toDoubles(const torch::Tensor &x)
{
    const auto values = x.to(torch::kFloat64).contiguous();
    return {values.data_ptr<double>(), values.data_ptr<double>() + values.numel()};
}

torch::Tensor toTensor(const std::vector<double> &values)
{
    return torch::tensor(values, torch::kFloat64);
}

/// A value that has to exist.
template <class T>
T defined(Result<metrics::OrUndefined<T>> result)
{
    auto value = std::move(result).orThrow();
    if (!value.defined())
        throw std::runtime_error("undefined: " + value.reasonWhenUndefined);
    return *value.value;
}

/// One curve of the figure. low, high: the range of all scores.
void checkSample(const std::string &name, const std::vector<double> &sample, double low,
                 double high, const GoldenFile &golden, const nlohmann::json &numbers,
                 Report &report)
{
    const auto add = [&](const std::string &key, const std::vector<double> &actual) {
        report.add("kde/" + key, compareKey(golden, key, toTensor(actual), {kDensity}));
    };
    const auto addNumber = [&](const std::string &key, double actual) {
        report.add("kde/" + name + "." + key,
                   compareNumber(numbers.at(name).at(key).get<double>(), actual, kDensity));
    };
    const auto grid = toDoubles(golden.at("grid"));
    add("scott." + name + ".density",
        defined(metrics::kernelDensity(sample, grid, BandwidthRule::Scott)).density);
    add("silverman." + name + ".density",
        defined(metrics::kernelDensity(sample, grid, BandwidthRule::Silverman)).density);
    addNumber("bandwidth_scott", defined(metrics::kernelBandwidth(sample, BandwidthRule::Scott)));
    addNumber("figure_bandwidth",
              defined(metrics::kernelBandwidth(sample, BandwidthRule::HalfScott)));
    addNumber("density_at_0.5", defined(metrics::kernelDensity(sample, std::vector<double>{0.5},
                                                               BandwidthRule::Scott))
                                    .density.at(0));
    const auto figure = defined(metrics::figureDensity(sample, low, high));
    add("figure." + name + ".support", figure.position);
    add("figure." + name + ".density", figure.density);
    add("figure." + name + ".histogram50",
        metrics::histogram(sample, 50, low, high).orThrow().density);
}

} // namespace

void checkKde(const GoldenFolder &folder, Report &report)
{
    const auto golden = folder.tensors("kde.pt");
    const auto numbers = folder.json("kde.json");
    const auto scores = golden.at("in.scores").to(torch::kFloat64);
    const auto anomalous = golden.at("in.labels").ne(0);
    const double low = scores.min().item<double>();
    const double high = scores.max().item<double>();
    checkSample("normal", toDoubles(scores.masked_select(anomalous.logical_not())), low, high,
                golden, numbers, report);
    checkSample("abnormal", toDoubles(scores.masked_select(anomalous)), low, high, golden, numbers,
                report);

    std::vector<metrics::ScoredLabel> samples;
    for (std::int64_t i = 0; i < scores.numel(); ++i)
        samples.push_back({scores[i].item<double>(), anomalous[i].item<bool>()});
    const auto youden = defined(metrics::youdenPoint(samples));
    const auto &expected = numbers.at("youden");
    report.add("kde/youden.best_threshold",
               compareNumber(expected.at("best_threshold").get<double>(), youden.threshold, 1e-9));
    report.add("kde/youden.tpr_minus_fpr",
               compareNumber(expected.at("tpr_minus_fpr").get<double>(), youden.index, 1e-9));
}

} // namespace cf::parity
