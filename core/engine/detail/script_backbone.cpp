#include "core/engine/detail/script_backbone.h"

#include <torch/script.h>

namespace cf::engine::detail {

namespace {

/// The first sentence of what the script library says; the rest is a trace of its own calls.
std::string firstLine(const c10::Error &error)
{
    const std::string text = error.what_without_backtrace();
    return text.substr(0, text.find('\n'));
}

bool isMap(const torch::Tensor &tensor)
{
    return tensor.dim() == 4 && tensor.is_floating_point();
}

} // namespace

struct ScriptBackbone::Impl
{
    torch::jit::Module module;

    /// Every tensor that it answers with. Throws c10::Error.
    std::vector<torch::Tensor> run(const torch::Tensor &images)
    {
        torch::NoGradGuard noGrad;
        const auto answer = module.forward({images});
        if (answer.isTensor())
            return {answer.toTensor()};
        if (answer.isTensorList())
            return answer.toTensorVector();
        std::vector<torch::Tensor> all;
        if (answer.isTuple())
            for (const auto &element : answer.toTupleRef().elements())
                if (element.isTensor())
                    all.push_back(element.toTensor());
        return all;
    }
};

ScriptBackbone::ScriptBackbone(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
ScriptBackbone::~ScriptBackbone() = default;

Result<std::unique_ptr<ScriptBackbone>>
ScriptBackbone::open(const std::filesystem::path &file, std::vector<int> layers, int imagePx)
{
    const auto refuse = [&](const std::string &why) {
        return Error::make(ErrorCode::BadFormat,
                           file.string() + " cannot serve as a backbone: " + why +
                               ". Export a TorchScript module that takes pictures [B, 3, H, W] and "
                               "returns feature maps [B, C, h, w].");
    };
    auto impl = std::make_unique<Impl>();
    std::vector<torch::Tensor> answer;
    try {
        impl->module = torch::jit::load(file.string(), torch::kCPU);
        impl->module.eval();
        answer = impl->run(torch::zeros({1, 3, imagePx, imagePx}));
    } catch (const c10::Error &error) {
        return refuse(firstLine(error));
    } catch (const std::exception &error) { // an error inside the script
        return refuse(error.what());
    }
    if (answer.empty())
        return refuse("it returns no feature map");
    if (layers.empty())
        for (std::size_t l = 0; l < answer.size(); ++l)
            layers.push_back(static_cast<int>(l));
    std::unique_ptr<ScriptBackbone> network(new ScriptBackbone(std::move(impl)));
    for (const int layer : layers) {
        if (layer < 0 || static_cast<std::size_t>(layer) >= answer.size())
            return refuse("it has no layer " + std::to_string(layer) + ", only 0 to " +
                          std::to_string(answer.size() - 1));
        const auto &map = answer[static_cast<std::size_t>(layer)];
        if (!isMap(map))
            return refuse("its layer " + std::to_string(layer) + " is no feature map");
        network->m_channels.push_back(map.size(1));
    }
    network->m_layers = std::move(layers);
    return network;
}

std::vector<torch::Tensor> ScriptBackbone::layers(const torch::Tensor &images)
{
    const auto answer = m_impl->run(images);
    std::vector<torch::Tensor> out;
    for (const int layer : m_layers)
        out.push_back(answer.at(static_cast<std::size_t>(layer)).to(torch::kFloat32));
    return out;
}

void ScriptBackbone::to(torch::Device device)
{
    m_impl->module.to(device);
}

} // namespace cf::engine::detail
