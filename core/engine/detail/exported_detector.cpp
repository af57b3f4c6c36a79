#include "core/engine/detail/exported_detector.h"

#include "core/engine/detail/cost_volume.h"
#include "core/engine/detail/patch_search.h"
#include "core/engine/detail/tensor_bridge.h"

#include <torch/nn/functional/conv.h>
#include <torch/nn/functional/padding.h>

#include <algorithm>
#include <cmath>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

using Blurs = std::vector<double>; // sigma of each category

/// Gaussian windows [C, taps] as gaussianBlur() has them, all as wide as the widest.
torch::Tensor blurTable(const Blurs &sigmas, std::int64_t side)
{
    std::int64_t widest = 0;
    std::vector<std::int64_t> radius;
    for (const double sigma : sigmas) {
        radius.push_back(std::min<std::int64_t>(std::lround(4.0 * sigma), side - 1));
        widest = std::max(widest, radius.back());
    }
    auto table = torch::zeros({static_cast<std::int64_t>(sigmas.size()), 2 * widest + 1});
    for (std::size_t c = 0; c < sigmas.size(); ++c) {
        auto line = torch::ones({1}, torch::kFloat64);
        if (sigmas[c] > 0.0) {
            const auto position = torch::arange(-radius[c], radius[c] + 1, torch::kFloat64);
            line = torch::exp(-position.square() / (2.0 * sigmas[c] * sigmas[c]));
            line = line / line.sum();
        }
        const auto reach = line.size(0) / 2;
        table[static_cast<std::int64_t>(c)].slice(0, widest - reach, widest + reach + 1).copy_(line);
    }
    return table;
}

/// map [1, 1, h, w] by the window in row `category` [1] of a table.
torch::Tensor blurred(const torch::Tensor &map, const torch::Tensor &table,
                      const torch::Tensor &category)
{
    const auto line = table.index_select(0, category).view({-1});
    const auto reach = line.size(0) / 2;
    const auto reflected = [&](std::vector<std::int64_t> padding, const torch::Tensor &x) {
        return F::pad(x, F::PadFuncOptions(std::move(padding)).mode(torch::kReflect));
    };
    const auto rows =
        F::conv2d(reflected({0, 0, reach, reach}, map), line.view({1, 1, -1, 1}));
    return F::conv2d(reflected({reach, reach, 0, 0}, rows), line.view({1, 1, 1, -1}));
}

template <typename Field> torch::Tensor column(const ModelConfig &config, const Field &field)
{
    std::vector<double> values;
    for (const auto &calibration : config.calibration)
        values.push_back(field(calibration));
    return torch::tensor(values, torch::kFloat64).to(torch::kFloat32);
}

template <typename Field>
torch::Tensor blurColumn(const ModelConfig &config, std::int64_t side, double scale,
                         const Field &field)
{
    Blurs sigmas;
    for (const auto &calibration : config.calibration)
        sigmas.push_back(scale * field(calibration));
    return blurTable(sigmas, side);
}

double baselineSigma(const Calibration &calibration)
{
    return calibration.baselineSigma;
}

} // namespace

ExportedDetector::ExportedDetector(const ModelConfig &config, const FeatureExtractor &extractor,
                                   const NormalBank &bank, DetectorNetwork *network,
                                   const PatchBaseline *patches)
    : m_config(config), m_extractor(extractor), m_bank(bank), m_network(network), m_patches(patches)
{
    const std::int64_t side = extractor.spec().imagePx;
    const std::int64_t guideSide = 2 * extractor.spec().gridPx;
    std::vector<torch::Tensor> weights;
    for (const auto &calibration : config.calibration)
        weights.push_back(torch::tensor(calibration.layerWeight, torch::kFloat32));
    m_tables.layerWeight = torch::stack(weights);
    m_tables.baselineMean = column(config, [](const auto &c) { return c.baselineMean; });
    m_tables.baselineDeviation = column(config, [](const auto &c) { return c.baselineDeviation; });
    m_tables.filteredMean = column(config, [](const auto &c) { return c.filteredMean; });
    m_tables.filteredDeviation = column(config, [](const auto &c) { return c.filteredDeviation; });
    m_tables.lambda = column(config, [](const auto &c) { return c.lambda; });
    m_tables.guideBlur =
        blurColumn(config, guideSide, static_cast<double>(guideSide) / static_cast<double>(side),
                   baselineSigma);
    m_tables.baselineBlur = blurColumn(config, side, 1.0, baselineSigma);
    m_tables.filteredBlur =
        blurColumn(config, side, 1.0, [](const auto &c) { return c.filteredSigma; });

    std::vector<std::int64_t> categories;
    std::vector<cv::Mat> pictures;
    for (std::size_t i = 0; i < bank.size(); ++i) {
        categories.push_back(bank.images()[i].category);
        pictures.push_back(fitImage(bank.image(i), extractor.spec().imagePx));
    }
    m_categoryOf = torch::tensor(categories);
    m_pictures = torch::empty({static_cast<std::int64_t>(pictures.size()), 3, side, side},
                              torch::kUInt8);
    for (std::size_t i = 0; i < pictures.size(); ++i)
        m_pictures[static_cast<std::int64_t>(i)].copy_(
            torch::from_blob(pictures[i].data, {side, side, 3}, torch::kUInt8)
                .flip(2)
                .permute({2, 0, 1}));
    if (patches) {
        std::vector<torch::Tensor> rows;
        std::vector<torch::Tensor> labels;
        for (std::size_t c = 0; c < config.categories.size(); ++c) {
            rows.push_back(patches->remembered(static_cast<int>(c)));
            labels.push_back(torch::full({rows.back().size(0)}, static_cast<std::int64_t>(c)));
        }
        m_memory = torch::cat(rows);
        m_memoryCategory = torch::cat(labels);
    }
    if (config.templates != TemplateStrategy::Nearest && objection().empty()) {
        std::vector<torch::Tensor> rows;
        for (std::size_t c = 0; c < config.categories.size(); ++c)
            rows.push_back(torch::tensor(bank.fixedTemplates(static_cast<int>(c), config)));
        m_tables.templates = torch::stack(rows);
    }
}

std::string ExportedDetector::objection() const
{
    if (!m_config.maskedCategories.empty())
        return "it leaves the background out, which is no tensor operation";
    if (m_config.source == kPatchCoreSource)
        return "its templates are made of what PatchCore remembers";
    if (!m_config.source.empty())
        return "its templates come from the source '" + m_config.source +
               "', which is no part of the model";
    std::size_t count = 0;
    for (std::size_t c = 0; c < m_config.categories.size(); ++c) {
        const auto category = static_cast<int>(c);
        std::size_t have = 0;
        if (m_config.templates == TemplateStrategy::Nearest)
            have = static_cast<std::size_t>(
                std::min(m_categoryOf.eq(category).sum().item<std::int64_t>(),
                         m_config.templateCount));
        else
            have = m_bank.fixedTemplates(category, m_config).size();
        if (c > 0 && have != count)
            return "its categories have different numbers of templates";
        count = have;
    }
    return {};
}

torch::Tensor ExportedDetector::chooseTemplates(const torch::Tensor &similarity,
                                                const torch::Tensor &category) const
{
    if (m_config.templates != TemplateStrategy::Nearest)
        return m_tables.templates.index_select(0, category).view({-1});
    const auto fewest = torch::bincount(m_categoryOf).min().item<std::int64_t>();
    const auto others = m_categoryOf.ne(category);
    return std::get<1>(similarity.masked_fill(others, -2.0) // a cosine is never so low
                           .topk(std::min(m_config.templateCount, fewest)));
}

torch::Tensor ExportedDetector::baseline(const torch::Tensor &costs, const torch::Tensor &category,
                                         const torch::Tensor &blur, std::int64_t side) const
{
    const auto weight = m_tables.layerWeight.index_select(0, category).view({1, -1, 1, 1});
    const auto map = enlarge((costs * weight).sum(1, true), side, side, Enlarge::AlignCorners);
    return (blurred(map, blur, category) - m_tables.baselineMean.index_select(0, category))
               .div(m_tables.baselineDeviation.index_select(0, category))
               .squeeze(1);
}

torch::Tensor ExportedDetector::patchDistance(const std::vector<torch::Tensor> &features,
                                              const torch::Tensor &category) const
{
    const std::int64_t grid = m_extractor.spec().gridPx;
    const auto found =
        nearestPatches(m_patches->patchesOf(features), m_memory, 1, m_memoryCategory.ne(category));
    return m_patches->distanceOf(found.squared).view({1, grid, grid});
}

MatchedQuery ExportedDetector::match(const std::vector<torch::Tensor> &features,
                                     const torch::Tensor &similarity,
                                     const torch::Tensor &category) const
{
    const auto index = chooseTemplates(similarity, category);
    TemplateFeatures templates;
    templates.layers = m_extractor.extract(
        normalised(m_pictures.index_select(0, index).to(torch::kFloat32)));
    templates.noise = m_bank.noise().index_select(0, index);
    return Matcher(m_config, Matcher::Kernel::TensorOperations).match(features, templates);
}

torch::Tensor ExportedDetector::filtered(const MatchedQuery &matched,
                                         const torch::Tensor &category) const
{
    const std::int64_t side = m_extractor.spec().imagePx;
    MatchedBatch batch;
    batch.volume = matched.volume.unsqueeze(0);
    batch.initialMap = matched.initialMap.unsqueeze(0);
    for (const auto &layer : matched.guidance)
        batch.guidance.push_back(layer.unsqueeze(0));
    if (m_config.profile == Profile::Compact)
        batch.baseline = baseline(matched.baseline().unsqueeze(0), category, m_tables.guideBlur,
                                  2 * m_extractor.spec().gridPx);
    const auto evidence = m_network->evidence(m_network->forward(batch)).unsqueeze(1);
    return (blurred(enlarge(evidence, side, side, Enlarge::AlignCorners), m_tables.filteredBlur,
                    category) -
            m_tables.filteredMean.index_select(0, category)) /
           m_tables.filteredDeviation.index_select(0, category);
}

ExportedDetector::Answer ExportedDetector::operator()(const torch::Tensor &picture) const
{
    torch::NoGradGuard noGrad;
    const auto query = m_extractor.extract(normalised(picture));
    const auto similarity = torch::mv(m_bank.descriptors(), poseDescriptor(query)[0]);
    const auto category = m_categoryOf.index_select(0, similarity.argmax(0, true));
    std::vector<torch::Tensor> own;
    for (const auto &layer : query)
        own.push_back(layer[0]);
    MatchedQuery matched;
    if (m_config.hasMatching())
        matched = match(own, similarity, category);
    if (m_patches)
        matched.patchDistance = patchDistance(own, category);
    const auto alone = baseline(matched.baseline().unsqueeze(0), category, m_tables.baselineBlur,
                                m_extractor.spec().imagePx)[0];
    if (!m_network)
        return {alone, category};
    const auto lambda = m_tables.lambda.index_select(0, category);
    return {lambda * filtered(matched, category)[0][0] + (1.0 - lambda) * alone, category};
}

} // namespace cf::engine::detail
