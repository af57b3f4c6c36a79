#include "core/engine/detail/tensor_bridge.h"

#include "core/engine/detail/tensor_mismatch.h"

#include <torch/nn/module.h>

#include <cstring>
#include <set>
#include <stdexcept>

namespace cf::engine::detail {

namespace {

torch::ScalarType scalarType(weights::DType type)
{
    switch (type) {
    case weights::DType::Float32:
        return torch::kFloat32;
    case weights::DType::Float64:
        return torch::kFloat64;
    case weights::DType::Float16:
        return torch::kFloat16;
    case weights::DType::BFloat16:
        return torch::kBFloat16;
    case weights::DType::Int64:
        return torch::kInt64;
    case weights::DType::Int32:
        return torch::kInt32;
    case weights::DType::Int16:
        return torch::kInt16;
    case weights::DType::Int8:
        return torch::kInt8;
    case weights::DType::UInt8:
        return torch::kUInt8;
    case weights::DType::Bool:
        return torch::kBool;
    }
    throw std::invalid_argument("unknown tensor type");
}

weights::DType storedType(torch::ScalarType type)
{
    switch (type) {
    case torch::kFloat32:
        return weights::DType::Float32;
    case torch::kFloat64:
        return weights::DType::Float64;
    case torch::kFloat16:
        return weights::DType::Float16;
    case torch::kBFloat16:
        return weights::DType::BFloat16;
    case torch::kInt64:
        return weights::DType::Int64;
    case torch::kInt32:
        return weights::DType::Int32;
    case torch::kInt16:
        return weights::DType::Int16;
    case torch::kInt8:
        return weights::DType::Int8;
    case torch::kUInt8:
        return weights::DType::UInt8;
    case torch::kBool:
        return weights::DType::Bool;
    default:
        throw std::invalid_argument("tensor type that no weight file holds");
    }
}

} // namespace

torch::Tensor toTorch(const weights::Tensor &stored)
{
    auto tensor = torch::empty(stored.shape, scalarType(stored.dtype));
    if (tensor.nbytes() != stored.bytes.size())
        throw std::invalid_argument("tensor " + stored.name +
                                    " has fewer bytes than its shape needs");
    if (!stored.bytes.empty())
        std::memcpy(tensor.data_ptr(), stored.bytes.data(), stored.bytes.size());
    return tensor;
}

weights::Tensor toStored(const std::string &name, const torch::Tensor &tensor)
{
    const auto source = tensor.detach().to(torch::kCPU).contiguous();
    weights::Tensor stored;
    stored.name = name;
    stored.dtype = storedType(source.scalar_type());
    stored.shape = source.sizes().vec();
    stored.bytes.resize(source.nbytes());
    if (!stored.bytes.empty())
        std::memcpy(stored.bytes.data(), source.data_ptr(), stored.bytes.size());
    return stored;
}

NamedTensors toTorch(const weights::TensorFile &file)
{
    NamedTensors tensors;
    for (const auto &tensor : file.tensors)
        tensors.emplace(tensor.name, toTorch(tensor));
    return tensors;
}

std::vector<std::pair<std::string, torch::Tensor>> stateOf(const torch::nn::Module &module)
{
    std::vector<std::pair<std::string, torch::Tensor>> state;
    for (const auto &item : module.named_parameters())
        state.emplace_back(item.key(), item.value());
    for (const auto &item : module.named_buffers())
        state.emplace_back(item.key(), item.value());
    return state;
}

Result<void> loadInto(torch::nn::Module &module, const NamedTensors &tensors,
                      const std::string &source)
{
    const auto state = stateOf(module);
    TensorMismatch mismatch;
    std::set<std::string> known;
    for (const auto &[name, target] : state) {
        known.insert(name);
        const auto found = tensors.find(name);
        if (found == tensors.end())
            mismatch.missing.push_back(name);
        else if (found->second.sizes() != target.sizes())
            mismatch.misshapen.push_back(name + " is " + shapeText(found->second.sizes()) +
                                         " and should be " + shapeText(target.sizes()));
    }
    for (const auto &[name, tensor] : tensors)
        if (known.count(name) == 0)
            mismatch.extra.push_back(name);
    if (mismatch.any())
        return mismatch.error(source, "this network");
    torch::NoGradGuard noGrad;
    for (auto &[name, target] : stateOf(module))
        target.copy_(tensors.at(name));
    return {};
}

torch::Tensor toNetworkInput(const std::vector<cv::Mat> &imagesBgr, torch::Device device)
{
    const auto batch = static_cast<std::int64_t>(imagesBgr.size());
    const cv::Size size = imagesBgr.at(0).size();
    auto bytes = torch::empty({batch, size.height, size.width, 3}, torch::kUInt8);
    for (std::int64_t b = 0; b < batch; ++b) {
        const cv::Mat &image = imagesBgr[static_cast<std::size_t>(b)];
        if (image.type() != CV_8UC3 || image.size() != size)
            throw std::invalid_argument("images of a batch must be CV_8UC3 of one size");
        cv::Mat view(size, CV_8UC3, bytes[b].data_ptr());
        image.copyTo(view);
    }
    return normalised(bytes.to(device).flip(3).permute({0, 3, 1, 2}).to(torch::kFloat32));
}

torch::Tensor normalised(const torch::Tensor &rgb)
{
    const auto perChannel = [&](float red, float green, float blue) {
        return torch::tensor({red, green, blue}).view({1, 3, 1, 1}).to(rgb.device());
    };
    const auto mean = perChannel(0.485F, 0.456F, 0.406F);
    const auto deviation = perChannel(0.229F, 0.224F, 0.225F);
    return rgb.div(255.0F).sub(mean).div(deviation).contiguous();
}

cv::Mat toMat(const torch::Tensor &map)
{
    const auto source = map.detach().to(torch::kCPU, torch::kFloat32).contiguous();
    const cv::Mat view(static_cast<int>(source.size(0)), static_cast<int>(source.size(1)), CV_32FC1,
                       source.data_ptr());
    return view.clone();
}

torch::Tensor toTensor(const cv::Mat &map)
{
    cv::Mat floats;
    map.convertTo(floats, CV_32F, map.depth() == CV_8U ? 1.0 / 255.0 : 1.0);
    return torch::from_blob(floats.ptr(), {floats.rows, floats.cols}, torch::kFloat32).clone();
}

} // namespace cf::engine::detail
