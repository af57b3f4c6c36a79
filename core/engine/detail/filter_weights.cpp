#include "core/engine/detail/filter_weights.h"

#include "core/weights/tensor_reader.h"

#include <algorithm>
#include <string_view>

namespace cf::engine::detail {

namespace {

constexpr std::string_view kModelPrefix = "network."; // one of our models holds pictures as well
constexpr std::string_view kParallelPrefix = "module.";
constexpr const char *kFirstReduction = "encoder_segment.down_channel1.conv.weight";

bool allBeginWith(const NamedTensors &tensors, std::string_view prefix)
{
    return std::all_of(tensors.begin(), tensors.end(), [&](const auto &named) {
        return std::string_view(named.first).starts_with(prefix);
    });
}

bool differsInRowsOnly(const torch::Tensor &a, const torch::Tensor &b)
{
    return a.dim() == b.dim() && a.size(0) != b.size(0) && a.sizes().slice(1) == b.sizes().slice(1);
}

} // namespace

Result<FilterWeights> FilterWeights::open(const std::filesystem::path &file)
{
    CF_ASSIGN_OR_RETURN(const auto stored, weights::readTensorFile(file));
    auto tensors = toTorch(stored);
    const bool isModel = std::any_of(tensors.begin(), tensors.end(), [](const auto &named) {
        return std::string_view(named.first).starts_with(kModelPrefix);
    });
    if (isModel)
        std::erase_if(tensors, [](const auto &named) {
            return !std::string_view(named.first).starts_with(kModelPrefix);
        });
    for (const auto prefix : {kModelPrefix, kParallelPrefix}) {
        if (!allBeginWith(tensors, prefix))
            continue;
        NamedTensors official;
        for (auto &[name, tensor] : tensors)
            official.emplace(name.substr(prefix.size()), std::move(tensor));
        tensors = std::move(official);
    }
    return FilterWeights(file, std::move(tensors));
}

void FilterWeights::adapt(FilterConfig &config) const
{
    const auto found = m_tensors.find(kFirstReduction);
    if (found != m_tensors.end() && found->second.dim() > 0)
        config.firstReduction = found->second.size(0);
}

Result<std::string> FilterWeights::copyTo(DetectorNetwork &network) const
{
    auto tensors = m_tensors;
    std::string note;
    for (const auto &[name, own] : stateOf(network.module())) {
        const auto found = tensors.find(name);
        if (found == tensors.end() || name.find("classifier.") == std::string::npos ||
            !differsInRowsOnly(found->second, own))
            continue;
        note = "The class-aware adaptor starts anew: " + m_file.string() + " knows " +
               std::to_string(found->second.size(0)) + " categories, and here are " +
               std::to_string(own.size(0)) + ".";
        found->second = own.detach().cpu().clone();
    }
    CF_RETURN_IF_ERROR(loadInto(network.module(), tensors, m_file.string()));
    return note;
}

} // namespace cf::engine::detail
