#include "core/engine/detector_export.h"

#include "core/base/atomic_file.h"
#include "core/engine/detail/added_normals.h"
#include "core/engine/detail/exported_detector.h"
#include "core/engine/detail/model_file.h"
#include "core/engine/detail/tensor_bridge.h"
#include "core/engine/device.h"

#include <torch/csrc/jit/frontend/tracer.h>
#include <torch/script.h>

namespace cf::engine {

using namespace detail;

namespace {

constexpr double kLargestDifference = 1e-3; // of maps in standard deviations of normals

torch::jit::Module recorded(const ExportedDetector &detector, const torch::Tensor &picture)
{
    torch::jit::Module module("CostFilterDetector");
    const auto function = [&](torch::jit::Stack inputs) -> torch::jit::Stack {
        const auto answer = detector(inputs.at(0).toTensor());
        return {c10::ivalue::Tuple::create({answer.map, answer.category})};
    };
    const auto noNames = [](const torch::autograd::Variable &) { return std::string(); };
    const auto [state, outputs] =
        torch::jit::tracer::trace({picture}, function, noNames, /*strict=*/true,
                                  /*force_outplace=*/false, &module, {"picture"});
    const c10::QualifiedName name(*module.type()->name(), "forward");
    module.type()->addMethod(
        module._ivalue()->compilation_unit()->create_function(name, state->graph));
    return module;
}

/// As the exported function takes it.
torch::Tensor asInput(const cv::Mat &fittedBgr)
{
    return torch::from_blob(fittedBgr.data, {1, fittedBgr.rows, fittedBgr.cols, 3}, torch::kUInt8)
        .flip(3)
        .permute({0, 3, 1, 2})
        .to(torch::kFloat32)
        .contiguous();
}

} // namespace

Result<void> exportDetector(const ScorerOptions &options, const std::filesystem::path &out,
                            RunContext &run)
{
    setThreadCount(options.threads);
    CF_ASSIGN_OR_RETURN(auto model, loadModel(options.model));
    CF_ASSIGN_OR_RETURN(const auto extractor,
                        FeatureExtractor::open(model.features, options.backboneWeights,
                                               torch::kCPU));
    NormalBank bank(std::move(model.normals));
    FeatureCache cache(options.featureCache);
    auto *usedCache = options.featureCache.empty() ? nullptr : &cache;
    CF_ASSIGN_OR_RETURN(auto added, bankImagesOf(options.added, model.config.categories));
    if (!added.empty() && model.config.hasMatching() &&
        model.config.templates != TemplateStrategy::Nearest)
        return Error::make(ErrorCode::Unsupported,
                           options.model.string() +
                               " cannot be exported as TorchScript: its templates are fixed, and "
                               "each picture takes another one of the added normals beside them; "
                               "remove these first.");
    bank.prepare(extractor, usedCache, run);
    bank.append(std::move(added), extractor, usedCache, run);
    std::unique_ptr<PatchBaseline> patches;
    if (model.config.hasMemory()) {
        patches = std::make_unique<PatchBaseline>(bank, model.config);
        patches->prepareTurns(extractor, usedCache, run);
        patches->remember({}, model.memory, run);
    }
    if (model.network) {
        model.network->module().eval();
        for (auto &parameter : model.network->module().parameters())
            parameter.set_requires_grad(false); // recorded as constants
    }
    const ExportedDetector detector(model.config, extractor, bank, model.network.get(),
                                    patches.get());
    if (const auto why = detector.objection(); !why.empty())
        return Error::make(ErrorCode::Unsupported,
                           options.model.string() + " cannot be exported as TorchScript: " + why +
                               (model.network ? "; export its weights as .pth." : "."));
    const auto picture = fitImage(bank.image(0), model.features.imagePx);
    PendingFile pending(out);
    try {
        run.step({"record", 0, 2});
        auto module = recorded(detector, asInput(picture));
        module.register_attribute("image_px", c10::IntType::get(),
                                  std::int64_t{model.features.imagePx});
        c10::List<std::string> categories;
        for (const auto &category : model.config.categories)
            categories.push_back(category);
        module.register_attribute("categories", c10::ListType::ofStrings(), categories);
        module.save(pending.temporaryPath().string());

        run.step({"compare", 1, 2});
        CF_ASSIGN_OR_RETURN(const auto scorer, Scorer::open(options, run));
        auto written = torch::jit::load(pending.temporaryPath().string());
        torch::NoGradGuard noGrad;
        const auto map = written.forward({asInput(picture)}).toTupleRef().elements().at(0).toTensor();
        const double difference =
            (map - toTensor(scorer.score(picture).fused)).abs().max().item<double>();
        if (!(difference < kLargestDifference))
            return Error::make(ErrorCode::Failed,
                               "The exported detector differs from the model by " +
                                   std::to_string(difference) + "; nothing was written to " +
                                   out.string() + ".");
    } catch (const c10::Error &error) {
        return Error::make(ErrorCode::Failed,
                           options.model.string() + " cannot be exported as TorchScript: " +
                               std::string(error.what_without_backtrace()));
    }
    return pending.commit();
}

} // namespace cf::engine
