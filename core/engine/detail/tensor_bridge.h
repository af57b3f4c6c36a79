#pragma once

#include "core/base/result.h"
#include "core/weights/tensor_reader.h"
#include "core/weights/tensor_writer.h"

#include <opencv2/core/mat.hpp>
#include <torch/types.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace torch::nn {
class Module;
}

namespace cf::engine::detail {

using NamedTensors = std::unordered_map<std::string, torch::Tensor>;

/// A copy of a stored tensor, in its own type and shape.
torch::Tensor toTorch(const weights::Tensor &stored);
/// A copy of a tensor for storing; brought to the CPU and made contiguous.
weights::Tensor toStored(const std::string &name, const torch::Tensor &tensor);
NamedTensors toTorch(const weights::TensorFile &file);

/// Copies the tensors over a module's parameters and buffers of the same names.
/// Fails with BadFormat, naming what is missing, extra or of another shape; the module is then
/// unchanged.
Result<void> loadInto(torch::nn::Module &module, const NamedTensors &tensors,
                      const std::string &source);
/// All parameters and buffers by name, in registration order.
std::vector<std::pair<std::string, torch::Tensor>> stateOf(const torch::nn::Module &module);

/// BGR CV_8UC3 images of one size -> [B, 3, H, W] float32 RGB, scaled to 0..1 and normalised with
/// the ImageNet mean and deviation, on `device`. Bytes travel there, a quarter of the floats.
torch::Tensor toNetworkInput(const std::vector<cv::Mat> &imagesBgr,
                             torch::Device device = torch::kCPU);
/// Pictures [B, 3, H, W] float32 RGB, 0..255, scaled and normalised likewise.
torch::Tensor normalised(const torch::Tensor &rgb);
/// [H, W] float tensor -> CV_32FC1 that owns its pixels.
cv::Mat toMat(const torch::Tensor &map);
/// CV_32FC1 or CV_8UC1 -> [H, W] float32; 8 bit is scaled to 0..1.
torch::Tensor toTensor(const cv::Mat &map);

} // namespace cf::engine::detail
