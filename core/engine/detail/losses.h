#pragma once

#include <torch/types.h>

#include <vector>

namespace cf::engine::detail {

/// How the focal exponent is chosen from the class-aware adaptor.
enum class GammaRule {
    Paper,    ///< 3 - sigmoid(largest logit) where the class is right, 3 where wrong; not
              ///< differentiated (section 3.3)
    Published ///< 3 - largest logit, at least 1.5; 3.5 where wrong or the predicted class is a
              ///< difficult one
};

/// Weights of the terms of Eq. 5 and of the published code; 0 switches a term off.
struct LossOptions
{
    double focal = 1.0;
    double ssim = 0.1;         ///< alpha of the paper
    double mse = 0.0;          ///< 1 in the published code
    double softIou = 0.1;      ///< alpha of the paper
    double crossEntropy = 1.0; ///< 0.5 in the published code
    GammaRule gamma = GammaRule::Paper;
    bool classAware = true; ///< else gamma is 3 for every image
    std::vector<std::int64_t> difficultClasses; ///< class indices of GammaRule::Published

    /// The weights of the GLAD and AnomalDF scripts.
    static LossOptions published(std::vector<std::int64_t> difficultClasses);
};

/// Every term unweighted, and their weighted sum.
struct LossTerms
{
    torch::Tensor total, focal, ssim, mse, softIou, crossEntropy; ///< scalars
    torch::Tensor gamma;                                          ///< [B]
};

/// gamma [B] of the class-aware focal loss. classLogits [B, classes], labels [B] int64.
torch::Tensor focalGamma(const torch::Tensor &classLogits, const torch::Tensor &labels,
                         const LossOptions &options);

/// Focal loss per image [B]. probability [B, 2, H, W] after the softmax, mask [B, 1, H, W]
/// (truncated to integers: a soft edge counts as normal), gamma [B].
torch::Tensor focalPerImage(const torch::Tensor &probability, const torch::Tensor &mask,
                            const torch::Tensor &gamma);

/// 1 - mean structural similarity per image [B]; 11x11 Gaussian window, sigma 1.5, zero padding. a,
/// b [B, 1, H, W] in 0..1.
torch::Tensor ssimPerImage(const torch::Tensor &a, const torch::Tensor &b);

/// 1 - soft intersection over union of the whole batch at once, with 1 added to both parts; a
/// scalar.
torch::Tensor softIou(const torch::Tensor &probability, const torch::Tensor &mask);

/// All terms for one batch. logits [B, 2, h, w] are turned into probabilities and then enlarged to
/// the mask's size (align_corners), as the published code does. mask [B, 1, H, W] in 0..1. Paper
/// Eq. 5.
LossTerms filterLoss(const torch::Tensor &logits, const torch::Tensor &classLogits,
                     const torch::Tensor &mask, const torch::Tensor &labels,
                     const LossOptions &options);

} // namespace cf::engine::detail
