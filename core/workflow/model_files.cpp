#include "core/workflow/model_files.h"

#include "core/engine/detector_export.h"
#include "core/weights/tensor_reader.h"
#include "core/weights/tensor_writer.h"
#include "core/workflow/model_location.h"

#include <algorithm>
#include <numeric>

namespace cf::workflow {

namespace {

bool endsWith(const std::string &text, const std::string &ending)
{
    return text.size() >= ending.size() &&
           text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

bool isParameter(const weights::Tensor &tensor)
{
    using weights::DType;
    const bool floating = tensor.dtype == DType::Float32 || tensor.dtype == DType::Float64 ||
                          tensor.dtype == DType::Float16 || tensor.dtype == DType::BFloat16;
    return floating && !endsWith(tensor.name, "running_mean") &&
           !endsWith(tensor.name, "running_var") && !endsWith(tensor.name, "input_scale");
}

std::int64_t elements(const weights::Tensor &tensor)
{
    return std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1},
                           std::multiplies<>());
}

std::string kindOf(const weights::TensorFile &file)
{
    if (file.metadata.count("costfilter"))
        return "costfilter model";
    if (file.metadata.count("training"))
        return "costfilter checkpoint";
    if (const auto *first = file.find("encoder_segment.down_channel1.conv.weight");
        first && first->shape.size() == 5) {
        const auto *depth = file.find("decoder_segment.conv1.weight");
        const bool twoLayers = depth && depth->shape.size() == 5 && depth->shape[2] == 2;
        const char *variant = first->shape[0] >= 384 ? "GLAD or AnomalDF"
                              : twoLayers            ? "Dinomaly"
                                                     : "HVQ-Trans";
        return std::string("CostFilter-AD checkpoint (") + variant + ")";
    }
    if (file.find("_conv_stem.weight") && file.find("_conv_head.weight"))
        return "backbone weights (EfficientNet)";
    if (file.find("cls_token") && file.find("patch_embed.proj.weight"))
        return "backbone weights (vision transformer)";
    if (file.find("layer1.0.conv1.weight") && file.find("fc.weight"))
        return "backbone weights (ResNet)";
    return "tensors";
}

/// The network's tensors have their official names behind this; the stored pictures are no weights.
const std::string kNetworkPrefix = "network.";

void keepNetwork(weights::TensorFile &file)
{
    std::erase_if(file.tensors, [](const auto &tensor) {
        return tensor.name.rfind(kNetworkPrefix, 0) != 0;
    });
}

} // namespace

Result<ModelInfo> modelInfo(const std::filesystem::path &path)
{
    CF_ASSIGN_OR_RETURN(const auto file, weights::readTensorHeaders(path));
    ModelInfo info;
    info.kind = kindOf(file);
    info.facts.emplace_back("format", weights::toString(file.kind));
    for (const auto &tensor : file.tensors) {
        info.tensors.push_back({tensor.name, weights::toString(tensor.dtype), tensor.shape});
        if (isParameter(tensor))
            info.parameters += elements(tensor);
    }
    if (info.kind == "costfilter model") {
        CF_ASSIGN_OR_RETURN(const auto summary, engine::summariseModel(path));
        info.parameters = summary.parameters;
        if (summary.hasFilter)
            info.facts.emplace_back("profile", summary.profile);
        info.facts.emplace_back("filter", summary.hasFilter ? "yes" : "no, the baseline alone");
        info.facts.emplace_back("baseline", summary.baseline);
        info.facts.emplace_back("backbone", summary.backbone);
        std::string names;
        for (const auto &category : summary.categories)
            names += (names.empty() ? "" : ", ") + category;
        info.facts.emplace_back("categories", names);
        info.facts.emplace_back("normal pictures", std::to_string(summary.normals));
    }
    return info;
}

Result<std::size_t> exportModel(const std::filesystem::path &path, const std::filesystem::path &out,
                                RunContext &run)
{
    const auto ending = out.extension().string();
    if (ending == ".pt") {
        CF_ASSIGN_OR_RETURN(const auto options, scorerOptions({path, "cpu", {}, {}}));
        CF_RETURN_IF_ERROR(engine::exportDetector(options, out, run));
        CF_ASSIGN_OR_RETURN(auto headers, weights::readTensorHeaders(path));
        keepNetwork(headers);
        return headers.tensors.size();
    }
    if (ending != ".pth" && ending != ".safetensors")
        return Error::make(ErrorCode::BadUsage, "Cannot tell the format of " + out.string() +
                                                    "; use the ending .pth, .safetensors or .pt.");
    CF_ASSIGN_OR_RETURN(auto file, weights::readTensorFile(path));
    if (file.metadata.count("costfilter")) {
        keepNetwork(file);
        if (file.tensors.empty())
            return Error::make(ErrorCode::Unsupported,
                               path.string() + " is a baseline without a filter, so there are no "
                                               "weights to export; export the detector as .pt.");
        for (auto &tensor : file.tensors)
            tensor.name.erase(0, kNetworkPrefix.size());
    }
    CF_RETURN_IF_ERROR(ending == ".pth"
                           ? weights::writeTorchZip(out, file.tensors, file.metadata)
                           : weights::writeSafetensors(out, file.tensors, file.metadata));
    return file.tensors.size();
}

} // namespace cf::workflow
