#include "core/engine/detail/losses.h"

#include "core/engine/detail/cost_volume.h"

#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/loss.h>

#include <cmath>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

/// Mean over the 11x11 Gaussian window of SSIM, sigma 1.5, zero padding. x [B, 1, H, W].
torch::Tensor ssimWindowMean(const torch::Tensor &x)
{
    constexpr int kWindow = 11;
    constexpr int kPadding = kWindow / 2;
    constexpr double kSigma = 1.5;
    const auto position = torch::arange(kWindow, torch::kFloat64) - kPadding;
    auto line = torch::exp(-position.square() / (2.0 * kSigma * kSigma)).to(torch::kFloat32);
    line = line / line.sum();
    if (x.scalar_type() == torch::kFloat64) {
        // The published window is computed in float32 whatever it is used on. Variances are small
        // differences, so in double this shows: gradients move by 5e-5 of their rms.
        const auto window = torch::outer(line, line).to(x.options());
        return F::conv2d(x, window.view({1, 1, kWindow, kWindow}),
                         F::Conv2dFuncOptions().padding(kPadding));
    }
    // In float32 it does not, and the window is separable: two 11-tap passes instead of 121 taps.
    line = line.to(x.options());
    const auto rows =
        F::conv2d(x, line.view({1, 1, 1, kWindow}), F::Conv2dFuncOptions().padding({0, kPadding}));
    return F::conv2d(rows, line.view({1, 1, kWindow, 1}),
                     F::Conv2dFuncOptions().padding({kPadding, 0}));
}

} // namespace

LossOptions LossOptions::published(std::vector<std::int64_t> difficultClasses)
{
    LossOptions options;
    options.ssim = 0.2;
    options.mse = 1.0;
    options.crossEntropy = 0.5;
    options.gamma = GammaRule::Published;
    options.difficultClasses = std::move(difficultClasses);
    return options;
}

torch::Tensor focalGamma(const torch::Tensor &classLogits, const torch::Tensor &labels,
                         const LossOptions &options)
{
    const auto [largest, predicted] = classLogits.max(1);
    if (!options.classAware)
        return torch::full_like(largest, 3.0);
    const auto right = predicted == labels;
    if (options.gamma == GammaRule::Paper) {
        const auto gamma = 3.0 - torch::sigmoid(largest.detach());
        return torch::where(right, gamma, torch::full_like(gamma, 3.0));
    }
    auto hard = right.logical_not();
    for (const auto difficult : options.difficultClasses)
        hard = hard.logical_or(predicted == difficult);
    const auto gamma = (3.0 - largest).clamp_min(1.5);
    return torch::where(hard, torch::full_like(gamma, 3.5), gamma);
}

torch::Tensor focalPerImage(const torch::Tensor &probability, const torch::Tensor &mask,
                            const torch::Tensor &gamma)
{
    constexpr double kSmooth = 1e-5;
    const auto target = mask.trunc();
    const auto anomalous = probability.narrow(1, 1, 1);
    const auto normal = probability.narrow(1, 0, 1);
    const auto truth = target * anomalous + (1.0 - target) * normal;
    const auto other = target * normal + (1.0 - target) * anomalous;
    const auto pt = (1.0 - kSmooth) * truth + kSmooth * other + kSmooth;
    // pt can exceed 1 by the smoothing; the published code then takes a power of a tiny negative
    // number's absolute 0.
    const auto weight = torch::pow((1.0 - pt).clamp_min(0.0), gamma.view({-1, 1, 1, 1}));
    return (-weight * torch::log(pt)).flatten(1).mean(1);
}

torch::Tensor ssimPerImage(const torch::Tensor &a, const torch::Tensor &b)
{
    constexpr double kC1 = 0.01 * 0.01;
    constexpr double kC2 = 0.03 * 0.03;
    const auto batch = a.size(0);
    const auto blurred = ssimWindowMean(torch::cat({a, b, a * a, b * b, a * b}, 0)).split(batch, 0);
    const auto &muA = blurred[0];
    const auto &muB = blurred[1];
    const auto varianceA = blurred[2] - muA * muA;
    const auto varianceB = blurred[3] - muB * muB;
    const auto covariance = blurred[4] - muA * muB;
    const auto ssim = ((2.0 * muA * muB + kC1) * (2.0 * covariance + kC2)) /
                      ((muA * muA + muB * muB + kC1) * (varianceA + varianceB + kC2));
    return 1.0 - ssim.flatten(1).mean(1);
}

torch::Tensor softIou(const torch::Tensor &probability, const torch::Tensor &mask)
{
    const auto intersection = (probability * mask).sum();
    return 1.0 - (intersection + 1.0) / (probability.sum() + mask.sum() - intersection + 1.0);
}

LossTerms filterLoss(const torch::Tensor &logits, const torch::Tensor &classLogits,
                     const torch::Tensor &mask, const torch::Tensor &labels,
                     const LossOptions &options)
{
    const auto probability =
        enlarge(torch::softmax(logits, 1), mask.size(2), mask.size(3), Enlarge::AlignCorners);
    const auto anomalous = probability.narrow(1, 1, 1);
    LossTerms terms;
    terms.gamma = focalGamma(classLogits, labels, options);
    terms.focal = focalPerImage(probability, mask, terms.gamma).mean();
    const auto zero = torch::zeros({}, probability.options());
    terms.ssim = options.ssim != 0.0 ? ssimPerImage(anomalous, mask).mean() : zero;
    terms.mse = options.mse != 0.0 ? F::mse_loss(anomalous, mask) : zero;
    terms.softIou = options.softIou != 0.0 ? softIou(anomalous, mask) : zero;
    terms.crossEntropy = options.crossEntropy != 0.0 ? F::cross_entropy(classLogits, labels) : zero;
    terms.total = options.focal * terms.focal + options.ssim * terms.ssim +
                  options.mse * terms.mse + options.softIou * terms.softIou +
                  options.crossEntropy * terms.crossEntropy;
    return terms;
}

} // namespace cf::engine::detail
