#include "core/engine/detail/cost_volume.h"
#include "core/engine/detail/losses.h"
#include "tests/parity/cases.h"
#include "tests/parity/compare.h"
#include "tests/parity/published_loss.h"

#include <functional>

namespace cf::parity {

using namespace cf::engine::detail;

namespace {

constexpr double kValue = 2e-6;
constexpr Tolerance kMap{1e-5};
constexpr Tolerance kSsimPerImage{5e-6};
constexpr Tolerance kClassGradient{1e-6};

/// What a loss term is computed from; the logits collect gradients.
struct LossInputs
{
    torch::Tensor logits, classLogits, labels, mask;
};

/// One of the golden losses: how to compute it, and the tolerance of its gradient on the logits.
struct LossCase
{
    std::string name;
    Tolerance gradient;
    std::function<torch::Tensor(const LossInputs &)> value;
};

torch::Tensor zerosIfMissing(const torch::Tensor &gradient, const torch::Tensor &of)
{
    return gradient.defined() ? gradient : torch::zeros_like(of);
}

LossOptions publishedWithSsim(double ssim)
{
    auto options = publishedLoss();
    options.ssim = ssim;
    return options;
}

/// Builds a case from one of the terms that filterLoss() returns.
LossCase termOf(const std::string &name, const Tolerance &gradient, const LossOptions &options,
                torch::Tensor LossTerms::*term)
{
    return {name, gradient, [options, term](const LossInputs &in) {
                return filterLoss(in.logits, in.classLogits, in.mask, in.labels, options).*term;
            }};
}

std::vector<LossCase> lossCases()
{
    constexpr Tolerance kTerm{0.0, 1e-4};
    constexpr Tolerance kSsim{0.0, 3e-3};
    constexpr Tolerance kTotal{0.0, 5e-4};
    const auto published = publishedLoss();
    const LossOptions paper;
    return {termOf("focal", kTerm, published, &LossTerms::focal),
            termOf("ssim", kSsim, published, &LossTerms::ssim),
            termOf("l2", kTerm, published, &LossTerms::mse),
            termOf("siou", kTerm, published, &LossTerms::softIou),
            termOf("ce", kTerm, published, &LossTerms::crossEntropy),
            termOf("total_glad", kTotal, published, &LossTerms::total),
            termOf("total_hvq_dinomaly", kTotal, publishedWithSsim(0.1), &LossTerms::total),
            termOf("focal_paper", kTerm, paper, &LossTerms::focal),
            termOf("total_paper", kTotal, paper, &LossTerms::total)};
}

/// Terms that are a mean over images, image by image.
void checkPerImage(const GoldenFile &golden, const LossInputs &in, Report &report)
{
    torch::NoGradGuard noGrad;
    const auto add = [&](const std::string &key, const torch::Tensor &actual,
                         const Tolerance &tolerance) {
        report.add("losses/" + key, compareKey(golden, key, actual, tolerance));
    };
    const auto probability = enlarge(torch::softmax(in.logits, 1), in.mask.size(2), in.mask.size(3),
                                     Enlarge::AlignCorners);
    const auto anomalous = probability.narrow(1, 1, 1);
    const auto gamma = focalGamma(in.classLogits, in.labels, publishedLoss());
    const auto gammaPaper = focalGamma(in.classLogits, in.labels, LossOptions());
    add("prob", probability, kMap);
    add("gamma_reference", gamma, {kValue});
    add("gamma_paper", gammaPaper, {kValue});
    add("focal_per_image", focalPerImage(probability, in.mask, gamma), {kValue});
    add("focal_paper_per_image", focalPerImage(probability, in.mask, gammaPaper), {kValue});
    add("ssim_per_image", ssimPerImage(anomalous, in.mask), kSsimPerImage);
    std::vector<torch::Tensor> overlaps;
    for (std::int64_t b = 0; b < in.mask.size(0); ++b)
        overlaps.push_back(softIou(anomalous[b], in.mask[b]));
    add("siou_per_image", torch::stack(overlaps), {kValue});
}

/// The focal loss where the logarithm or the power could break down: rows gamma, columns p.
void checkSaturated(const GoldenFile &golden, Report &report)
{
    const auto p = golden.at("saturated.p");
    const auto gamma = golden.at("saturated.gamma");
    const auto count = p.numel();
    const auto probability = torch::stack({1.0 - p, p}, 1).view({count, 2, 1, 1});
    const auto mask = torch::ones({count, 1, 1, 1});
    std::vector<torch::Tensor> rows;
    for (std::int64_t g = 0; g < gamma.numel(); ++g)
        rows.push_back(focalPerImage(probability, mask, gamma[g].expand({count})));
    // Values reach 10.8, where float32 itself is only good to 1e-6.
    report.add("losses/saturated.focal",
               compareEach(golden.at("saturated.focal"), torch::stack(rows),
                           kValue * golden.at("saturated.focal").abs().clamp_min(1.0)));
}

} // namespace

LossOptions publishedLoss()
{
    return LossOptions::published({0, 1, 6, 8, 10, 11, 13, 14});
}

void checkLosses(const GoldenFolder &folder, Report &report)
{
    const auto golden = folder.tensors("losses.pt");
    LossInputs in{golden.at("in.logits"), golden.at("in.class_logits"), golden.at("in.labels"),
                  golden.at("in.mask")};
    checkPerImage(golden, in, report);
    checkSaturated(golden, report);
    for (const auto &lossCase : lossCases()) {
        in.logits = golden.at("in.logits").clone().requires_grad_();
        in.classLogits = golden.at("in.class_logits").clone().requires_grad_();
        const auto value = lossCase.value(in);
        value.backward();
        const auto add = [&](const std::string &prefix, const torch::Tensor &actual,
                             const Tolerance &tolerance) {
            const auto key = prefix + "." + lossCase.name;
            report.add("losses/" + key, compareKey(golden, key, actual, tolerance));
        };
        add("value", value, {kValue});
        add("grad_logits", zerosIfMissing(in.logits.grad(), in.logits), lossCase.gradient);
        add("grad_class_logits", zerosIfMissing(in.classLogits.grad(), in.classLogits),
            kClassGradient);
    }
}

} // namespace cf::parity
