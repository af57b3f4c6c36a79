#include "core/engine/detail/weight_picker.h"

#include <torch/utils.h>

namespace cf::engine::detail {

namespace {

bool endsWith(const std::string &text, const std::string &ending)
{
    return text.size() >= ending.size() &&
           text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

} // namespace

WeightPicker::WeightPicker(const NamedTensors &tensors, const std::string &landmark)
    : m_tensors(tensors)
{
    if (tensors.count(landmark) > 0)
        return;
    for (const auto &[name, tensor] : tensors)
        if (endsWith(name, "." + landmark) &&
            (m_prefix.empty() || name.size() < m_prefix.size() + landmark.size()))
            m_prefix = name.substr(0, name.size() - landmark.size());
}

std::vector<std::int64_t> WeightPicker::shapeOf(const std::string &name) const
{
    const auto found = m_tensors.find(m_prefix + name);
    return found == m_tensors.end() ? std::vector<std::int64_t>() : found->second.sizes().vec();
}

torch::Tensor WeightPicker::take(const std::string &name, const std::vector<std::int64_t> &shape)
{
    m_known.insert(name);
    const auto found = m_tensors.find(m_prefix + name);
    if (found != m_tensors.end() && found->second.sizes() == c10::IntArrayRef(shape))
        return found->second.to(torch::kFloat32);
    if (found == m_tensors.end())
        m_mismatch.missing.push_back(name);
    else
        m_mismatch.misshapen.push_back(name + " is " + shapeText(found->second.sizes()) +
                                       " and should be " + shapeText(shape));
    return torch::zeros({1}).expand(shape);
}

FoldedConv WeightPicker::conv(const std::string &name, const std::string &norm, std::int64_t out,
                              std::int64_t in, std::int64_t kernel, std::int64_t stride,
                              std::int64_t groups, double normEps)
{
    const auto weight = take(name + ".weight", {out, in, kernel, kernel}).to(torch::kFloat64);
    const auto gamma = take(norm + ".weight", {out}).to(torch::kFloat64);
    const auto beta = take(norm + ".bias", {out}).to(torch::kFloat64);
    const auto mean = take(norm + ".running_mean", {out}).to(torch::kFloat64);
    const auto variance = take(norm + ".running_var", {out}).to(torch::kFloat64);
    m_known.insert(norm + ".num_batches_tracked");
    const auto scale = gamma / torch::sqrt(variance + normEps);
    FoldedConv conv;
    // Channels last: depthwise convolutions are twice as fast there on a CPU.
    conv.weight = (weight * scale.view({-1, 1, 1, 1}))
                      .to(torch::kFloat32)
                      .contiguous(at::MemoryFormat::ChannelsLast);
    conv.bias = (beta - mean * scale).to(torch::kFloat32);
    conv.stride = stride;
    conv.groups = groups;
    return conv;
}

void WeightPicker::overlook(const std::string &beginning)
{
    for (const auto &[name, tensor] : m_tensors)
        if (name.rfind(m_prefix + beginning, 0) == 0)
            m_known.insert(name.substr(m_prefix.size()));
}

Result<void> WeightPicker::finish(const std::string &source, const std::string &network) const
{
    auto mismatch = m_mismatch;
    // Beside a prefix, a checkpoint holds other networks too.
    for (const auto &[name, tensor] : m_tensors)
        if (name.rfind(m_prefix, 0) == 0 && m_known.count(name.substr(m_prefix.size())) == 0)
            mismatch.extra.push_back(name);
    if (mismatch.any())
        return mismatch.error(source, network);
    return {};
}

} // namespace cf::engine::detail
