#include "core/engine/detail/checkpoint.h"

#include <nlohmann/json.hpp>
#include <torch/version.h>

namespace cf::engine::detail {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(TrainState, identity, step, totalSteps, learningRate, sinceGain,
                                   bestScore, lossSum, lossCount)

using nlohmann::json;

namespace {

/// The optimiser's own key of a parameter's state; its type changed between LibTorch 1.13 and 2.
auto stateKey(const torch::Tensor &parameter)
{
#if TORCH_VERSION_MAJOR >= 2
    return static_cast<void *>(parameter.unsafeGetTensorImpl());
#else
    return c10::guts::to_string(parameter.unsafeGetTensorImpl());
#endif
}

std::vector<torch::Tensor> optimised(torch::optim::AdamW &optimiser)
{
    std::vector<torch::Tensor> all;
    for (const auto &group : optimiser.param_groups())
        all.insert(all.end(), group.params().begin(), group.params().end());
    return all;
}

} // namespace

Result<void> saveCheckpoint(const std::filesystem::path &file, const TrainState &state,
                            const TrainTensors &tensors)
{
    std::vector<weights::Tensor> stored;
    const auto network = stateOf(*tensors.network);
    for (std::size_t i = 0; i < network.size(); ++i) {
        const auto &[name, tensor] = network[i];
        stored.push_back(toStored("network." + name, tensor));
        if (!tensors.average->empty())
            stored.push_back(toStored("average." + name, (*tensors.average)[i]));
        if (!tensors.best->empty())
            stored.push_back(toStored("best." + name, (*tensors.best)[i]));
    }
    const auto parameters = optimised(*tensors.optimiser);
    json steps = json::array();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto found = tensors.optimiser->state().find(stateKey(parameters[i]));
        if (found == tensors.optimiser->state().end()) {
            steps.push_back(0); // never had a gradient
            continue;
        }
        const auto &moments = static_cast<const torch::optim::AdamWParamState &>(*found->second);
        steps.push_back(moments.step());
        stored.push_back(toStored("first." + std::to_string(i), moments.exp_avg()));
        stored.push_back(toStored("second." + std::to_string(i), moments.exp_avg_sq()));
    }
    json text = state;
    text["optimiser_steps"] = steps;
    return weights::writeSafetensors(file, stored, {{"training", text.dump()}});
}

Result<std::optional<TrainState>> loadCheckpoint(const std::filesystem::path &file,
                                                 const std::string &identity,
                                                 const TrainTensors &tensors)
{
    if (!std::filesystem::exists(file))
        return std::optional<TrainState>();
    const auto damaged = [&] {
        return Error::make(ErrorCode::BadFormat,
                           "The checkpoint " + file.string() +
                               " is damaged; delete it to train this run from the start.");
    };
    CF_ASSIGN_OR_RETURN(const auto stored, weights::readTensorFile(file));
    TrainState state;
    json steps;
    try {
        const auto text = json::parse(stored.metadata.at("training"));
        state = text.get<TrainState>();
        steps = text.at("optimiser_steps");
    } catch (const std::exception &) {
        return damaged();
    }
    if (state.identity != identity)
        return std::optional<TrainState>();

    auto all = toTorch(stored);
    const auto network = stateOf(*tensors.network);
    std::vector<torch::Tensor> average;
    std::vector<torch::Tensor> best;
    NamedTensors own;
    for (const auto &[name, tensor] : network) {
        const auto take = [&](const std::string &prefix, std::vector<torch::Tensor> &into) {
            if (const auto found = all.find(prefix + name);
                found != all.end() && found->second.sizes() == tensor.sizes())
                into.push_back(found->second.to(tensor.device()));
        };
        take("average.", average);
        take("best.", best);
        if (const auto found = all.find("network." + name); found != all.end())
            own.emplace(name, found->second);
    }
    const auto parameters = optimised(*tensors.optimiser);
    if ((!average.empty() && average.size() != network.size()) ||
        (!best.empty() && best.size() != network.size()) || !steps.is_array() ||
        steps.size() != parameters.size())
        return damaged();
    CF_RETURN_IF_ERROR(loadInto(*tensors.network, own, file.string()));
    *tensors.average = std::move(average);
    *tensors.best = std::move(best);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto first = all.find("first." + std::to_string(i));
        const auto second = all.find("second." + std::to_string(i));
        if (first == all.end() || second == all.end())
            continue;
        auto moments = std::make_unique<torch::optim::AdamWParamState>();
        moments->step(steps[i].get<std::int64_t>());
        moments->exp_avg(first->second.to(parameters[i].device()));
        moments->exp_avg_sq(second->second.to(parameters[i].device()));
        tensors.optimiser->state()[stateKey(parameters[i])] = std::move(moments);
    }
    return std::optional(state);
}

} // namespace cf::engine::detail
