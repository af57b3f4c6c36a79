#include "core/engine/detail/patch_baseline.h"

#include "core/engine/detail/coreset.h"
#include "core/engine/detail/patch_search.h"
#include "core/engine/detail/product_mask.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/nn/functional/normalization.h>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace cf::engine::detail {

namespace F = torch::nn::functional;

namespace {

cv::Mat turned(const cv::Mat &image, double degrees)
{
    const cv::Point2f middle(static_cast<float>(image.cols) / 2.0F,
                             static_cast<float>(image.rows) / 2.0F);
    cv::Mat out;
    cv::warpAffine(image, out, cv::getRotationMatrix2D(middle, degrees, 1.0), image.size(),
                   cv::INTER_LINEAR, cv::BORDER_REFLECT_101);
    return out;
}

std::vector<std::int64_t> membersOf(std::span<const BankImage> images, int category,
                                    std::span<const std::int64_t> hidden)
{
    std::vector<std::int64_t> members;
    for (std::size_t i = 0; i < images.size(); ++i) {
        const auto index = static_cast<std::int64_t>(i);
        if (images[i].category == category &&
            std::find(hidden.begin(), hidden.end(), index) == hidden.end())
            members.push_back(index);
    }
    return members;
}

} // namespace

std::vector<int> patchLayers(BaselineMethod method, const FeatureSpec &spec, bool areChosen)
{
    const int count = static_cast<int>(spec.layers.size());
    const auto *info = findBackbone(spec.backbone);
    const bool isConvolutional = info && info->patchPx == 1;
    if (method == BaselineMethod::AnomalyDino && !isConvolutional)
        return {count - 1};
    const int first = areChosen || count < 2 ? 0 : 1;
    const int last = areChosen || count < 4 ? count : count - 1;
    std::vector<int> layers(static_cast<std::size_t>(last - first));
    std::iota(layers.begin(), layers.end(), first);
    return layers;
}

PatchBaseline::PatchBaseline(const NormalBank &bank, const ModelConfig &config)
    : m_bank(bank), m_config(config), m_grid(bank.layer(0).size(2))
{
}

void PatchBaseline::prepareTurns(const FeatureExtractor &extractor, FeatureCache *cache,
                                 RunContext &run)
{
    m_turned.clear();
    const int rotations = m_config.baseline.rotations;
    for (int number = 1; number < rotations; ++number) {
        const double degrees = 360.0 * number / rotations;
        auto images = m_bank.images();
        for (std::size_t i = 0; i < images.size(); ++i) {
            cv::imencode(".png", turned(m_bank.image(i), degrees), images[i].png);
            if (!images[i].contentKey.empty())
                images[i].contentKey += " turned " + std::to_string(degrees);
        }
        const auto own = images.begin() + static_cast<std::ptrdiff_t>(m_bank.ownCount());
        std::vector<BankImage> appended(std::make_move_iterator(own),
                                        std::make_move_iterator(images.end()));
        images.erase(own, images.end());
        NormalBank bank(std::move(images));
        bank.prepareFeatures(extractor, cache, run);
        bank.append(std::move(appended), extractor, cache, run);
        m_turned.push_back(std::move(bank));
    }
}

std::vector<int> PatchBaseline::chooseMasked() const
{
    std::vector<int> masked;
    const auto &baseline = m_config.baseline;
    if (baseline.method != BaselineMethod::AnomalyDino || baseline.masking == Masking::Off)
        return masked;
    for (int c = 0; c < static_cast<int>(m_config.categories.size()); ++c)
        if (baseline.masking == Masking::On ||
            passesMaskingTest(m_bank, m_bank.layer(maskLayer()), membersOf(m_bank.images(), c, {})))
            masked.push_back(c);
    return masked;
}

bool PatchBaseline::isMasked(int category) const
{
    const auto &masked = m_config.maskedCategories;
    return std::find(masked.begin(), masked.end(), category) != masked.end();
}

torch::Tensor PatchBaseline::patchesOf(const std::vector<torch::Tensor> &features) const
{
    std::vector<torch::Tensor> chosen;
    for (const int layer : m_config.patchLayers)
        chosen.push_back(features.at(static_cast<std::size_t>(layer)).flatten(1).t());
    auto rows = torch::cat(chosen, 1);
    if (m_config.baseline.method == BaselineMethod::AnomalyDino)
        rows = F::normalize(rows, F::NormalizeFuncOptions().dim(1));
    return rows;
}

torch::Tensor PatchBaseline::layerAt(std::size_t layer, const torch::Tensor &origin) const
{
    using torch::indexing::Slice;
    const auto pictures = static_cast<std::int64_t>(m_bank.size());
    const auto place = origin.remainder(places());
    const auto image = origin.div(places(), "floor");
    auto rows =
        torch::empty({origin.size(0), m_bank.layer(layer).size(1)}, m_bank.layer(layer).options());
    for (std::size_t t = 0; t <= m_turned.size(); ++t) {
        const auto first = static_cast<std::int64_t>(t) * pictures;
        const auto own = image.ge(first).logical_and(image.lt(first + pictures)).nonzero().view(-1);
        if (own.size(0) == 0)
            continue;
        rows.index_copy_(
            0, own,
            turn(t).layer(layer).flatten(2).index(
                {image.index_select(0, own) - first, Slice(), place.index_select(0, own)}));
    }
    return rows;
}

torch::Tensor PatchBaseline::rowsAt(const torch::Tensor &origin) const
{
    std::vector<torch::Tensor> chosen;
    for (const int layer : m_config.patchLayers)
        chosen.push_back(layerAt(static_cast<std::size_t>(layer), origin));
    auto rows = torch::cat(chosen, 1);
    if (m_config.baseline.method == BaselineMethod::AnomalyDino)
        rows = F::normalize(rows, F::NormalizeFuncOptions().dim(1));
    return rows;
}

torch::Tensor PatchBaseline::originsOf(int category, std::span<const std::int64_t> members) const
{
    const auto pictures = static_cast<std::int64_t>(m_bank.size());
    const auto device = m_bank.layer(0).device();
    const auto all = torch::arange(places(), torch::TensorOptions(torch::kInt64).device(device));
    std::vector<torch::Tensor> origins;
    for (std::size_t t = 0; t <= m_turned.size(); ++t)
        for (const auto picture : members) {
            auto kept = all;
            if (isMasked(category))
                kept = productMask(turn(t).layer(maskLayer())[picture].flatten(1).t(), m_grid)
                           .nonzero()
                           .view(-1);
            origins.push_back(kept +
                              (static_cast<std::int64_t>(t) * pictures + picture) * places());
        }
    return torch::cat(origins);
}

torch::Tensor PatchBaseline::renumbered(const torch::Tensor &known) const
{
    const auto own = static_cast<std::int64_t>(m_bank.ownCount());
    const auto pictures = static_cast<std::int64_t>(m_bank.size());
    const auto image = known.div(places(), "floor");
    return (image.div(own, "floor") * pictures + image.remainder(own)) * places() +
           known.remainder(places());
}

void PatchBaseline::remember(std::span<const std::int64_t> hidden,
                             std::span<const torch::Tensor> known, RunContext &run)
{
    torch::NoGradGuard noGrad;
    const auto device = m_bank.layer(0).device();
    m_memories.clear();
    for (std::size_t c = 0; c < m_config.categories.size(); ++c) {
        Memory memory;
        const auto members = membersOf(m_bank.images(), static_cast<int>(c), hidden);
        if (c < known.size() && known[c].defined()) {
            memory.origin = renumbered(known[c].to(device));
            auto appended = members;
            std::erase_if(appended, [&](std::int64_t picture) {
                return picture < static_cast<std::int64_t>(m_bank.ownCount());
            });
            if (!appended.empty())
                memory.origin =
                    torch::cat({memory.origin, originsOf(static_cast<int>(c), appended)});
            memory.isCoreset = true;
        } else {
            memory.origin = originsOf(static_cast<int>(c), members);
        }
        memory.rows = rowsAt(memory.origin);
        const auto available = memory.origin.size(0);
        const auto wanted = m_config.baseline.remembered(available);
        if (!memory.isCoreset && wanted < available) {
            const auto chosen =
                torch::tensor(greedyCoreset(memory.rows, wanted, m_config.seed + c, run))
                    .to(device);
            memory.origin = memory.origin.index_select(0, chosen);
            memory.rows = memory.rows.index_select(0, chosen);
            memory.isCoreset = true;
        }
        memory.picture = memory.origin.div(places(), "floor")
                             .remainder(static_cast<std::int64_t>(m_bank.size()));
        m_memories.push_back(std::move(memory));
    }
}

std::vector<torch::Tensor> PatchBaseline::origins() const
{
    std::vector<torch::Tensor> all;
    for (const auto &memory : m_memories)
        all.push_back(memory.isCoreset ? memory.origin : torch::Tensor());
    return all;
}

bool PatchBaseline::areOrigins(const torch::Tensor &numbers, std::span<const BankImage> images,
                               int category, int rotations, std::int64_t grid)
{
    if (numbers.dim() != 1 || numbers.size(0) == 0 || numbers.scalar_type() != torch::kInt64)
        return false;
    const auto places = grid * grid;
    const auto pictures = static_cast<std::int64_t>(images.size());
    const auto values = numbers.contiguous();
    const auto *value = values.data_ptr<std::int64_t>();
    return std::all_of(value, value + values.size(0), [&](std::int64_t origin) {
        return origin >= 0 && origin < rotations * pictures * places &&
               images[static_cast<std::size_t>(origin / places % pictures)].category == category;
    });
}

torch::Tensor PatchBaseline::barred(const Memory &memory,
                                    std::span<const std::int64_t> excluded) const
{
    if (excluded.empty())
        return {};
    const auto rows = torch::isin(
        memory.picture, torch::tensor(std::vector<std::int64_t>(excluded.begin(), excluded.end()))
                            .to(memory.picture.device()));
    return rows.all().item<bool>() ? torch::Tensor() : rows;
}

torch::Tensor PatchBaseline::distanceOf(const torch::Tensor &squared) const
{
    if (m_config.baseline.method == BaselineMethod::AnomalyDino)
        return squared / 2.0; // 1 - cosine, of unit vectors
    return squared.sqrt();
}

PatchBaseline::Answer PatchBaseline::compare(const std::vector<torch::Tensor> &features,
                                             int category,
                                             std::span<const std::int64_t> excluded) const
{
    torch::NoGradGuard noGrad;
    const auto &memory = m_memories.at(static_cast<std::size_t>(category));
    const auto query = patchesOf(features);
    const auto hidden = barred(memory, excluded);
    const auto found = nearestPatches(query, memory.rows, 1, hidden);
    auto distance = distanceOf(found.squared.view(-1));
    Answer answer;
    if (m_config.baseline.method == BaselineMethod::AnomalyDino) {
        if (isMasked(category))
            distance = distance * productMask(features.at(maskLayer()).flatten(1).t(), m_grid);
        answer.score = topShareMean(distance);
        answer.distance = distance.view({1, m_grid, m_grid});
        return answer;
    }
    const auto farthest = distance.argmax().item<std::int64_t>();
    const auto match = found.index.view(-1)[farthest].item<std::int64_t>();
    const auto around = nearestPatches(memory.rows.slice(0, match, match + 1), memory.rows,
                                       m_config.baseline.neighbours, hidden)
                            .index.view(-1);
    answer.score =
        reweightedScore((memory.rows.index_select(0, around) - query[farthest]).norm(2, {1}));
    answer.distance = distance.view({1, m_grid, m_grid});
    return answer;
}

TemplateFeatures PatchBaseline::reconstruct(const std::vector<torch::Tensor> &features,
                                            int category, std::int64_t count,
                                            std::span<const std::int64_t> excluded) const
{
    torch::NoGradGuard noGrad;
    const auto &memory = m_memories.at(static_cast<std::size_t>(category));
    const auto found =
        nearestPatches(patchesOf(features), memory.rows, count, barred(memory, excluded));
    const auto templates = found.index.size(1);
    const auto origin = memory.origin.index_select(0, found.index.t().reshape(-1)); // [N * P]
    TemplateFeatures made;
    for (std::size_t l = 0; l < m_bank.layerCount(); ++l)
        made.layers.push_back(layerAt(l, origin)
                                  .view({templates, places(), -1})
                                  .transpose(1, 2)
                                  .contiguous()
                                  .view({templates, -1, m_grid, m_grid}));
    made.noise =
        torch::zeros({templates, static_cast<std::int64_t>(m_bank.layerCount()), m_grid, m_grid},
                     made.layers.front().options());
    return made;
}

} // namespace cf::engine::detail
