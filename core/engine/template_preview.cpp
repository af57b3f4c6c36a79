#include "core/engine/template_preview.h"

#include "core/engine/detail/coverage.h"
#include "core/engine/detail/normal_bank.h"
#include "core/engine/detail/sourced_templates.h"
#include "core/engine/detail/tensor_bridge.h"
#include "core/engine/device.h"
#include "core/imaging/image_file.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/nn/functional/normalization.h>

#include <algorithm>

namespace cf::engine {

using namespace detail;
namespace F = torch::nn::functional;

namespace {

constexpr std::size_t kMostNormals = 1000; // about 2 MB of features each
constexpr int kMostMapSidePx = 1024;       // the grid is far coarser

torch::Tensor unit(const torch::Tensor &x)
{
    return F::normalize(x, F::NormalizeFuncOptions().dim(0));
}

std::vector<std::size_t> narrow(const std::vector<std::int64_t> &indices)
{
    return {indices.begin(), indices.end()};
}

cv::Size mapSize(cv::Size picture)
{
    const int side = std::max(picture.width, picture.height);
    if (side <= kMostMapSidePx)
        return picture;
    const double factor = static_cast<double>(kMostMapSidePx) / side;
    return {std::max(1, static_cast<int>(picture.width * factor)),
            std::max(1, static_cast<int>(picture.height * factor))};
}

cv::Mat wholeNumbers(const torch::Tensor &map)
{
    const auto numbers = map.to(torch::kInt32).contiguous();
    return cv::Mat(static_cast<int>(map.size(0)), static_cast<int>(map.size(1)), CV_32SC1,
                   numbers.data_ptr<int>())
        .clone();
}

/// The largest similarity of each query place so far, and where it was.
class Best
{
public:
    /// similarity [P, P] of the query's places to those of template number `number`
    void take(const torch::Tensor &similarity, std::int64_t number)
    {
        auto [most, place] = similarity.max(1);
        if (!m_most.defined()) {
            m_most = most;
            m_place = place;
            m_number = torch::full_like(place, number);
            return;
        }
        const auto better = most.gt(m_most);
        m_most = torch::where(better, most, m_most);
        m_place = torch::where(better, place, m_place);
        m_number = m_number.masked_fill(better, number);
    }

    torch::Tensor cost(std::int64_t grid) const
    {
        return (1.0 - m_most).clamp_min(0.0).view({grid, grid});
    }

    /// costMap [g, g] is what is shown over the picture.
    MatchMap map(const torch::Tensor &costMap, cv::Size size) const
    {
        const auto grid = costMap.size(0);
        MatchMap map;
        cv::resize(toMat(costMap), map.cost, size, 0, 0, cv::INTER_LINEAR);
        map.cellCost = toMat(cost(grid));
        map.winner = wholeNumbers(m_number.view({grid, grid}));
        map.place = wholeNumbers(m_place.view({grid, grid}));
        return map;
    }

private:
    torch::Tensor m_most, m_place, m_number; // [P]
};

} // namespace

struct TemplatePreview::Impl
{
    std::vector<NormalImage> normals;
    std::unique_ptr<FeatureExtractor> extractor;
    NormalBank bank;
    torch::Tensor distances;
    Coverage coverage;
    std::vector<std::size_t> centres; ///< k-centre order over all normals

    int category() const { return normals.front().category; }

    Result<void> load(const TemplatePreviewOptions &options, RunContext &run);
    void compare(RunContext &run);
    double distance(std::size_t a, std::size_t b) const
    {
        return distances.data_ptr<double>()[a * normals.size() + b];
    }

    std::vector<torch::Tensor> featuresOf(const cv::Mat &imageBgr) const
    {
        auto layers = extractor->extract({imageBgr});
        for (auto &layer : layers)
            layer = layer.to(torch::kCPU);
        return layers;
    }
    bool isSame(std::size_t normal, const PreviewQuery &query) const
    {
        return !query.contentKey.empty() && normals[normal].contentKey == query.contentKey;
    }
    /// Of the bank, most alike first, without the query itself.
    std::vector<std::int64_t> ranked(const std::vector<torch::Tensor> &features,
                                     const PreviewQuery &query) const;
    /// templateLayer(n, l) [C_l, g, g]
    template <class TemplateLayer>
    MatchPreview match(const std::vector<torch::Tensor> &features, std::size_t templateCount,
                       const TemplateLayer &templateLayer, cv::Size size, RunContext &run) const;
    MatchPreview matchNormals(const std::vector<torch::Tensor> &features,
                              std::vector<std::size_t> templates, cv::Size size,
                              RunContext &run) const;
    /// With the first `count` of an order of the bank. Fails with BadUsage when there is none.
    Result<MatchPreview> matchFirst(const std::vector<torch::Tensor> &features,
                                    std::vector<std::int64_t> order, std::size_t count,
                                    cv::Size size, RunContext &run) const;
};

Result<void> TemplatePreview::Impl::load(const TemplatePreviewOptions &options, RunContext &run)
{
    const std::size_t all = options.normals.size();
    const std::size_t wanted = std::min(all, kMostNormals);
    if (wanted < all)
        run.log(LogLevel::Info, "Comparing " + std::to_string(wanted) + " of the " +
                                    std::to_string(all) +
                                    " normal pictures, evenly spread, to stay within memory.");
    std::vector<BankImage> images;
    for (std::size_t k = 0; k < wanted; ++k) {
        run.step({"load", k, wanted});
        const auto &normal = options.normals[k * all / wanted];
        const auto loaded = imaging::loadBgr(normal.path);
        if (!loaded.ok()) {
            run.log(LogLevel::Warning, loaded.error().detail + " It is left out.");
            continue;
        }
        BankImage image;
        image.category = normal.category;
        image.contentKey = normal.contentKey;
        cv::imencode(".png", fitImage(*loaded, extractor->spec().imagePx), image.png);
        images.push_back(std::move(image));
        normals.push_back(normal);
    }
    if (normals.size() < 2)
        return Error::make(ErrorCode::BadData,
                           "There are " + std::to_string(normals.size()) + " readable of " +
                               std::to_string(all) +
                               " normal pictures, and two are needed to compare them; put good "
                               "pictures into the category's train/good folder.");
    bank = NormalBank(std::move(images));
    FeatureCache cache(options.featureCache);
    bank.prepareFeatures(*extractor, options.featureCache.empty() ? nullptr : &cache, run);
    return {};
}

void TemplatePreview::Impl::compare(RunContext &run)
{
    run.step({"coverage", 0, 3});
    distances = descriptorDistances(bank.descriptors());
    run.step({"coverage", 1, 3});
    coverage.points.resize(normals.size());
    flagPoints(distances, coverage.points);
    std::vector<bool> counts;
    for (const auto &point : coverage.points)
        counts.push_back(!point.outlier);
    const auto projection = principalComponents(distances, counts);
    coverage.shownVariance = projection.shownVariance;
    const auto coordinates = projection.coordinates.accessor<double, 2>();
    for (std::size_t i = 0; i < normals.size(); ++i) {
        coverage.points[i].x = coordinates[static_cast<std::int64_t>(i)][0];
        coverage.points[i].y = coordinates[static_cast<std::int64_t>(i)][1];
    }
    putOutside(coverage.points);
    run.step({"coverage", 2, 3});
    centres = narrow(
        bank.fixedTemplates(category(), TemplateStrategy::KCentre, kMostTemplates, /*seed=*/0));
    std::vector<std::int64_t> usual;
    for (std::size_t i = 0; i < normals.size(); ++i)
        if (!coverage.points[i].outlier && !coverage.points[i].redundant)
            usual.push_back(static_cast<std::int64_t>(i));
    for (const auto row : kCentre(bank.descriptors().index_select(0, torch::tensor(usual)),
                                  static_cast<std::int64_t>(kMostTemplates)))
        coverage.golden.push_back(static_cast<std::size_t>(usual[static_cast<std::size_t>(row)]));
    run.step({"coverage", 3, 3});
}

std::vector<std::int64_t> TemplatePreview::Impl::ranked(const std::vector<torch::Tensor> &features,
                                                        const PreviewQuery &query) const
{
    std::vector<std::int64_t> same;
    for (std::size_t i = 0; i < normals.size(); ++i)
        if (isSame(i, query))
            same.push_back(static_cast<std::int64_t>(i));
    return bank.ranked(poseDescriptor(features)[0], category(), same);
}

template <class TemplateLayer>
MatchPreview TemplatePreview::Impl::match(const std::vector<torch::Tensor> &features,
                                          std::size_t templateCount,
                                          const TemplateLayer &templateLayer, cv::Size size,
                                          RunContext &run) const
{
    MatchPreview preview;
    preview.templateCount = templateCount;
    preview.grid = extractor->spec().gridPx;
    preview.patchCells = extractor->spec().poolingPx;
    std::vector<torch::Tensor> rows; // [P, C_l]
    for (const auto &layer : features)
        rows.push_back(unit(layer[0]).flatten(1).t().contiguous());
    std::vector<Best> best(rows.size());
    Best together;
    for (std::size_t n = 0; n < templateCount; ++n) {
        run.step({"match", n, templateCount});
        torch::Tensor sum;
        for (std::size_t l = 0; l < rows.size(); ++l) {
            const auto similarity = torch::mm(rows[l], unit(templateLayer(n, l)).flatten(1));
            best[l].take(similarity, static_cast<std::int64_t>(n));
            sum = sum.defined() ? sum + similarity : similarity;
        }
        together.take(sum / static_cast<double>(rows.size()), static_cast<std::int64_t>(n));
    }
    std::vector<torch::Tensor> costs;
    for (const auto &layer : best) {
        costs.push_back(layer.cost(preview.grid));
        preview.layers.push_back(layer.map(costs.back(), size));
    }
    preview.mean = together.map(torch::stack(costs).mean(0), size);
    return preview;
}

MatchPreview TemplatePreview::Impl::matchNormals(const std::vector<torch::Tensor> &features,
                                                 std::vector<std::size_t> templates, cv::Size size,
                                                 RunContext &run) const
{
    auto preview = match(
        features, templates.size(),
        [&](std::size_t n, std::size_t l) {
            return bank.layer(l)[static_cast<std::int64_t>(templates[n])];
        },
        size, run);
    preview.templates = std::move(templates);
    return preview;
}

Result<MatchPreview> TemplatePreview::Impl::matchFirst(const std::vector<torch::Tensor> &features,
                                                       std::vector<std::int64_t> order,
                                                       std::size_t count, cv::Size size,
                                                       RunContext &run) const
{
    order.resize(std::min(order.size(), count));
    if (order.empty())
        return Error::make(ErrorCode::BadUsage,
                           "No other normal picture is left to match with; add normal pictures.");
    return matchNormals(features, narrow(order), size, run);
}

Result<TemplatePreview> TemplatePreview::open(const TemplatePreviewOptions &options,
                                              RunContext &run)
{
    torch::NoGradGuard noGrad;
    CF_RETURN_IF_ERROR(useDevice(options.device));
    auto impl = std::make_unique<Impl>();
    auto spec = FeatureSpec::of(options.backboneName);
    spec.weightsSha256 = options.backboneSha256;
    CF_ASSIGN_OR_RETURN(auto extractor, FeatureExtractor::open(spec, options.backboneWeights,
                                                               torch::Device(options.device)));
    impl->extractor = std::make_unique<FeatureExtractor>(std::move(extractor));
    CF_RETURN_IF_ERROR(impl->load(options, run));
    impl->compare(run);
    return TemplatePreview(std::move(impl));
}

TemplatePreview::TemplatePreview(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TemplatePreview::~TemplatePreview() = default;
TemplatePreview::TemplatePreview(TemplatePreview &&) noexcept = default;
TemplatePreview &TemplatePreview::operator=(TemplatePreview &&) noexcept = default;

const std::vector<NormalImage> &TemplatePreview::normals() const
{
    return m_impl->normals;
}

const Coverage &TemplatePreview::coverage() const
{
    return m_impl->coverage;
}

std::vector<std::size_t> TemplatePreview::choose(TemplateStrategy strategy, std::size_t count,
                                                 std::uint64_t seed) const
{
    if (strategy == TemplateStrategy::KCentre) {
        auto chosen = m_impl->centres;
        chosen.resize(std::min(chosen.size(), count));
        return chosen;
    }
    if (strategy == TemplateStrategy::Random)
        return narrow(m_impl->bank.fixedTemplates(m_impl->category(), strategy,
                                                  static_cast<std::int64_t>(count), seed));
    return {};
}

CoveringRadius TemplatePreview::coveringRadius(const std::vector<std::size_t> &templates) const
{
    CoveringRadius radius;
    std::size_t counted = 0;
    for (std::size_t i = 0; i < m_impl->normals.size(); ++i) {
        double nearest = m_impl->coverage.points[i].nearest;
        if (!templates.empty()) {
            if (std::find(templates.begin(), templates.end(), i) != templates.end())
                continue;
            nearest = m_impl->distance(i, templates.front());
            for (const auto chosen : templates)
                nearest = std::min(nearest, m_impl->distance(i, chosen));
        }
        radius.mean += nearest;
        radius.largest = std::max(radius.largest, nearest);
        ++counted;
    }
    radius.mean /= static_cast<double>(std::max<std::size_t>(counted, 1));
    return radius;
}

double TemplatePreview::distance(std::size_t a, std::size_t b) const
{
    return m_impl->distance(a, b);
}

Result<MatchPreview> TemplatePreview::match(const PreviewQuery &query,
                                            const std::vector<std::size_t> &templates,
                                            RunContext &run) const
{
    torch::NoGradGuard noGrad;
    auto others = templates;
    std::erase_if(others, [&](std::size_t i) { return m_impl->isSame(i, query); });
    if (others.empty())
        return Error::make(ErrorCode::BadUsage,
                           templates.empty()
                               ? "There is no template to match with; choose at least one."
                               : "The picture is the only template, and nothing is matched with "
                                 "itself; choose one more.");
    return m_impl->matchNormals(m_impl->featuresOf(query.imageBgr), std::move(others),
                                mapSize(query.imageBgr.size()), run);
}

Result<MatchPreview> TemplatePreview::matchNearest(const PreviewQuery &query, std::size_t count,
                                                   RunContext &run) const
{
    torch::NoGradGuard noGrad;
    const auto features = m_impl->featuresOf(query.imageBgr);
    return m_impl->matchFirst(features, m_impl->ranked(features, query), count,
                              mapSize(query.imageBgr.size()), run);
}

Result<MatchPreview> TemplatePreview::matchSource(const PreviewQuery &query,
                                                  const std::shared_ptr<TemplateSource> &source,
                                                  std::size_t count, RunContext &run) const
{
    torch::NoGradGuard noGrad;
    const auto features = m_impl->featuresOf(query.imageBgr);
    const auto order = m_impl->ranked(features, query);
    TemplateQuery asked;
    asked.file = query.file;
    asked.category = query.category;
    asked.imageBgr = query.imageBgr;
    asked.seed = scoringSeed(query.file);
    asked.normalCount = order.size();
    asked.normal = [&](std::size_t index) {
        return m_impl->bank.image(static_cast<std::size_t>(order.at(index)));
    };
    run.step({"templates", 0, 1});
    SourcedTemplates sourced(source, *m_impl->extractor);
    CF_ASSIGN_OR_RETURN(auto given, sourced.of(asked));
    if (!given) {
        CF_ASSIGN_OR_RETURN(auto preview, m_impl->matchFirst(features, order, count,
                                                             mapSize(query.imageBgr.size()), run));
        preview.note = sourced.takeNote();
        return preview;
    }
    const auto &layers = given->features.layers;
    auto preview = m_impl->match(
        features, static_cast<std::size_t>(layers.front().size(0)),
        [&](std::size_t n, std::size_t l) {
            return layers[l][static_cast<std::int64_t>(n)].to(torch::kCPU);
        },
        mapSize(query.imageBgr.size()), run);
    preview.pictures = std::move(given->pictures);
    return preview;
}

} // namespace cf::engine
