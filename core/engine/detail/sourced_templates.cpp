#include "core/engine/detail/sourced_templates.h"

#include <functional>

namespace cf::engine::detail {

namespace {

constexpr std::size_t kMostKept = 256; // pictures; about 1.5 MB each for EfficientNet-Lite0

/// Two independent 64-bit sums over the pixels (FNV-1a with different primes) and the size.
std::string keyOf(const cv::Mat &picture)
{
    std::uint64_t a = 14695981039346656037ULL;
    std::uint64_t b = 0x9E3779B97F4A7C15ULL;
    const std::size_t bytes = static_cast<std::size_t>(picture.cols) * picture.elemSize();
    for (int y = 0; y < picture.rows; ++y) {
        const auto *row = picture.ptr<std::uint8_t>(y);
        for (std::size_t i = 0; i < bytes; ++i) {
            a = (a ^ row[i]) * 1099511628211ULL;
            b = (b + row[i]) * 0xBF58476D1CE4E5B9ULL;
        }
    }
    return std::to_string(picture.rows) + "x" + std::to_string(picture.cols) + " " +
           std::to_string(a) + " " + std::to_string(b);
}

torch::Tensor asTensor(const cv::Mat &layer)
{
    return torch::from_blob(const_cast<float *>(layer.ptr<float>()),
                            {layer.size[0], layer.size[1], layer.size[2]}, torch::kFloat32)
        .clone();
}

} // namespace

std::uint64_t scoringSeed(const std::filesystem::path &file)
{
    return std::hash<std::string>()(file.filename().string());
}

const std::vector<torch::Tensor> &SourcedTemplates::featuresOf(const cv::Mat &picture)
{
    const auto key = keyOf(picture);
    if (const auto known = m_byKey.find(key); known != m_byKey.end()) {
        m_kept.splice(m_kept.begin(), m_kept, known->second);
        return m_kept.front().layers;
    }
    Kept kept{key, {}};
    for (const auto &layer : m_extractor.extract({picture}))
        kept.layers.push_back(layer[0]);
    m_kept.push_front(std::move(kept));
    m_byKey[key] = m_kept.begin();
    if (m_kept.size() > kMostKept) {
        m_byKey.erase(m_kept.back().key);
        m_kept.pop_back();
    }
    return m_kept.front().layers;
}

TemplateFeatures SourcedTemplates::featuresOf(const std::vector<cv::Mat> &pictures)
{
    std::vector<std::vector<torch::Tensor>> layers(m_extractor.spec().layers.size());
    for (const auto &picture : pictures) {
        const auto &features = featuresOf(picture);
        for (std::size_t l = 0; l < layers.size(); ++l)
            layers[l].push_back(features.at(l));
    }
    TemplateFeatures all;
    for (const auto &layer : layers)
        all.layers.push_back(torch::stack(layer));
    return all;
}

Result<TemplateFeatures>
SourcedTemplates::featuresOf(const std::vector<std::vector<cv::Mat>> &given) const
{
    const auto channels = m_extractor.channels();
    std::vector<std::vector<torch::Tensor>> layers(channels.size());
    for (const auto &one : given) {
        bool fits = one.size() == channels.size();
        for (std::size_t l = 0; fits && l < channels.size(); ++l)
            fits = one[l].size[0] == channels[l];
        if (!fits) {
            std::string wanted;
            for (const auto count : channels)
                wanted += (wanted.empty() ? "" : ", ") + std::to_string(count);
            return Error::make(ErrorCode::BadData,
                               "The template source gives features that are not those of " +
                                   m_extractor.spec().backbone + ": wanted are " +
                                   std::to_string(channels.size()) + " layers with " + wanted +
                                   " channels.");
        }
        for (std::size_t l = 0; l < channels.size(); ++l)
            layers[l].push_back(
                m_extractor.toGrid(asTensor(one[l]).unsqueeze(0).to(m_extractor.device()))[0]);
    }
    TemplateFeatures all;
    for (const auto &layer : layers)
        all.layers.push_back(torch::stack(layer));
    return all;
}

Result<std::optional<SourcedTemplates::Given>> SourcedTemplates::of(const TemplateQuery &query)
{
    torch::NoGradGuard noGrad;
    CF_ASSIGN_OR_RETURN(auto templates, m_source->templatesFor(query));
    if (!templates.declined.empty()) {
        m_note = templates.declined;
        return std::optional<Given>();
    }
    Given given;
    if (templates.features.empty()) {
        given.features = featuresOf(templates.pictures);
        given.pictures = std::move(templates.pictures);
    } else {
        CF_ASSIGN_OR_RETURN(given.features, featuresOf(templates.features));
    }
    const auto &first = given.features.layers.front();
    given.features.noise =
        torch::zeros({first.size(0), static_cast<std::int64_t>(given.features.layers.size()),
                      first.size(2), first.size(3)},
                     first.options());
    return std::optional<Given>(std::move(given));
}

std::string SourcedTemplates::takeNote()
{
    if (m_noteTaken || m_note.empty())
        return {};
    m_noteTaken = true;
    return m_note;
}

} // namespace cf::engine::detail
