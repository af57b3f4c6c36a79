#include "core/engine/detail/compact_loss.h"

#include "core/engine/detail/postprocess.h"

#include <torch/nn/functional/loss.h>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

CompactLossTerms compactLoss(const torch::Tensor &logit, const torch::Tensor &target,
                             const torch::Tensor &anomalous, const torch::Tensor &classLogits,
                             const torch::Tensor &labels, const CompactLossOptions &options)
{
    CompactLossTerms terms;
    terms.pixel = F::binary_cross_entropy_with_logits(logit, target);
    const auto probability = torch::sigmoid(logit);
    terms.dice = 1.0 - (2.0 * (probability * target).sum() + 1.0) /
                           (probability.square().sum() + target.square().sum() + 1.0);
    // A 256th of the map: the share that the 250 scored pixels have of a 256 x 256 image.
    const auto score = imageScore(logit, logit[0].numel() / 256);
    terms.image = F::binary_cross_entropy_with_logits(score, anomalous);
    terms.crossEntropy = F::cross_entropy(classLogits, labels);
    terms.total = options.pixel * terms.pixel + options.dice * terms.dice +
                  options.image * terms.image + options.crossEntropy * terms.crossEntropy;
    return terms;
}

} // namespace cf::engine::detail
