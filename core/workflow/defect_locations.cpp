#include "core/workflow/defect_locations.h"

#include "core/annotation/rasterise.h"
#include "core/annotation/region.h"
#include "core/dataset/dataset.h"
#include "core/imaging/image_file.h"
#include "core/imaging/image_header.h"
#include "core/workflow/project_annotations.h"
#include "core/workflow/report_pictures.h"
#include "core/workflow/review_evidence.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostAreas = 20000; // of a picture: more is noise
constexpr std::size_t kBackgroundPictures = 16;

constexpr std::array<std::pair<DefectSource, const char *>, 3> kSources{
    {{DefectSource::Masks, "masks"}, {DefectSource::Drawn, "drawn"}, {DefectSource::Maps, "maps"}}};

/// The marked pixels of a picture by kind, at the picture's size.
using MarkedByKind = std::map<std::string, annotation::Patch>;

/// What a kind without a name is called.
std::string kindOr(const std::string &kind)
{
    return kind.empty() ? std::string(dataset::kUnlabelledKind) : kind;
}

/// The places in ReviewSet::pictures of a category.
std::vector<std::size_t> placesOf(const ReviewSet &set, std::size_t category)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < set.pictures.size(); ++i)
        if (set.pictures[i].category == category)
            places.push_back(i);
    return places;
}

/// Gathers one category's defects, picture by picture.
class LocationGatherer
{
public:
    LocationGatherer(DefectLocations &into, cv::Size grid) : m_into(into) { m_into.grid = grid; }

    /// Nothing marked: the picture has a defect and does not tell where.
    void add(DefectPicture picture, const MarkedByKind &marked)
    {
        const auto place = m_into.pictures.size();
        const auto before = m_into.regions.size();
        for (const auto &[kind, patch] : marked) {
            const auto areas = annotation::areasOf(patch, kMostAreas);
            if (!areas || areas->empty())
                continue;
            for (const auto &area : *areas)
                m_into.regions.push_back({place, kind, annotation::shapeOf(area), picture.size});
            addCells(place, kind, patch, picture.size);
        }
        if (m_into.regions.size() == before) {
            ++m_into.leftOut;
            return;
        }
        if (marked.size() == 1)
            addCells(place, {}, marked.begin()->second, picture.size);
        else
            addCells(place, {}, united(marked, picture.size), picture.size);
        m_into.pictures.push_back(std::move(picture));
    }

    void finish()
    {
        std::set<std::string> kinds;
        for (const auto &region : m_into.regions)
            kinds.insert(region.kind);
        m_into.kinds.assign(kinds.begin(), kinds.end());
    }

private:
    static annotation::Patch united(const MarkedByKind &marked, cv::Size size)
    {
        cv::Mat all = cv::Mat::zeros(size, CV_8UC1);
        for (const auto &[unused, patch] : marked)
            if (!patch.place.empty()) {
                cv::Mat part = all(patch.place);
                cv::bitwise_or(part, patch.mask, part);
            }
        return {cv::Rect({0, 0}, size), all};
    }

    void addCells(std::size_t picture, const std::string &kind, const annotation::Patch &patch,
                  cv::Size size)
    {
        m_into.cells.push_back({picture, kind, annotation::shareOfCells(patch, size, m_into.grid)});
    }

    DefectLocations &m_into;
};

annotation::Patch wholePatch(const cv::Mat &mask)
{
    return {cv::Rect({0, 0}, mask.size()), mask};
}

/// Width over height in the middle of all; square without any.
double medianAspect(std::vector<double> aspects)
{
    if (aspects.empty())
        return 1;
    const auto middle = aspects.begin() + static_cast<std::ptrdiff_t>(aspects.size() / 2);
    std::nth_element(aspects.begin(), middle, aspects.end());
    return *middle;
}

DefectPicture pictureAt(const ReviewSet &set, std::size_t place, cv::Size size)
{
    const auto &entry = set.pictures[place];
    return {set.fileOf(place), entry.kind, entry.item.defective, entry.item.score, size};
}

/// Sizes of pictures that can be read, by place.
std::map<std::size_t, cv::Size> sizesOf(const ReviewSet &set, std::span<const std::size_t> places)
{
    std::map<std::size_t, cv::Size> sizes;
    for (const auto place : places)
        if (const auto header = imaging::readImageHeader(set.fileOf(place)); header.ok())
            sizes[place] = {header->widthPx, header->heightPx};
    return sizes;
}

cv::Size gridOf(const std::map<std::size_t, cv::Size> &sizes)
{
    std::vector<double> aspects;
    for (const auto &[unused, size] : sizes)
        aspects.push_back(size.aspectRatio());
    return annotation::gridFor(medianAspect(std::move(aspects)), DefectLocations::kGridCells);
}

/// Masks: what the ground truth marks.
void gatherMasks(DefectLocations &into, const ReviewSet &set, std::span<const std::size_t> places,
                 RunContext &run)
{
    const auto sizes = sizesOf(set, places);
    LocationGatherer gatherer(into, gridOf(sizes));
    std::size_t done = 0;
    for (const auto place : places) {
        run.step({"defects", done++, places.size()});
        const auto &entry = set.pictures[place];
        if (entry.item.defective == false || (!entry.item.defective && !entry.mask))
            continue;
        const auto size = sizes.find(place);
        if (size == sizes.end()) {
            ++into.leftOut;
            continue;
        }
        store::Image image;
        image.path = entry.item.path;
        image.mask = entry.mask;
        const auto mask = storedMask(set.root, image, size->second);
        MarkedByKind marked;
        if (mask)
            marked[kindOr(entry.kind)] = wholePatch(*mask);
        gatherer.add(pictureAt(set, place, size->second), marked);
    }
    gatherer.finish();
}

/// The last decision that stands says so, else the score.
bool isRejected(const ReviewSet &set, std::size_t place)
{
    const auto standing = set.ledger.standing(place);
    if (!standing.empty() && standing.back().verdict != store::Verdict::Unsure)
        return standing.back().verdict == store::Verdict::Ng;
    return review::zoneOf(set.pictures[place].item) == metrics::Zone::Fail;
}

std::string rejectedKind(const ReviewSet &set, std::size_t place)
{
    const auto standing = set.ledger.standing(place);
    if (!standing.empty() && !standing.back().reason.empty())
        return standing.back().reason;
    return kindOr(set.pictures[place].kind);
}

/// Maps: where they reach the category's threshold, in pictures that are rejected.
void gatherMaps(DefectLocations &into, const ReviewSet &set, std::span<const std::size_t> places,
                RunContext &run)
{
    std::vector<std::size_t> rejected;
    for (const auto place : places)
        if (isRejected(set, place))
            rejected.push_back(place);
    LocationGatherer gatherer(into, gridOf(sizesOf(set, rejected.empty() ? places : rejected)));
    std::size_t done = 0;
    for (const auto place : rejected) {
        run.step({"defects", done++, rejected.size()});
        const auto evidence = readEvidence(set, place);
        if (!evidence.ok()) {
            run.log(LogLevel::Warning, evidence.error().detail + " It is left out.");
            ++into.leftOut;
            continue;
        }
        const auto &level = set.categories[set.pictures[place].category].threshold;
        const auto size = evidence->picture.size();
        MarkedByKind marked;
        if (!evidence->map.empty() && level)
            marked[rejectedKind(set, place)] =
                annotation::regionAtLevel(evidence->map, static_cast<float>(*level), size);
        gatherer.add(pictureAt(set, place, size), marked);
    }
    gatherer.finish();
}

/// Drawn: the shapes' pixels by class.
Result<void> gatherDrawn(DefectLocations &into, const ReviewSet &set,
                         std::span<const store::StoredAnnotation> drawn, RunContext &run)
{
    std::vector<double> aspects;
    for (const auto &stored : drawn)
        aspects.push_back(cv::Size(stored.widthPx, stored.heightPx).aspectRatio());
    LocationGatherer gatherer(
        into, annotation::gridFor(medianAspect(std::move(aspects)), DefectLocations::kGridCells));
    std::size_t done = 0;
    for (const auto &stored : drawn) {
        run.step({"defects", done++, drawn.size()});
        if (stored.shapes.empty())
            continue; // all that was drawn was taken back
        CF_ASSIGN_OR_RETURN(const auto all, annotationOf(stored));
        std::map<std::string, annotation::Annotation> byClass;
        for (const auto &shape : all.shapes) {
            auto &same = byClass[kindOr(shape.label)];
            same.imageSize = all.imageSize;
            same.shapes.push_back(shape);
        }
        MarkedByKind marked;
        for (const auto &[name, same] : byClass) {
            CF_ASSIGN_OR_RETURN(const auto mask, annotation::rasterise(same));
            if (cv::countNonZero(mask) > 0)
                marked[name] = wholePatch(mask);
        }
        DefectPicture picture{set.root / stored.picture.path, {}, {}, {}, all.imageSize};
        if (const auto place = set.find(review::keyOf(stored.picture)))
            picture = pictureAt(set, *place, all.imageSize);
        gatherer.add(std::move(picture), marked);
    }
    gatherer.finish();
    return {};
}

/// The mean of a few of the pictures, spread over all, each stretched to the grid's shape.
cv::Mat meanPicture(const std::vector<fs::path> &files, cv::Size grid, RunContext &run)
{
    const double factor =
        1.0 * DefectLocations::kBackgroundSidePx / std::max(grid.width, grid.height);
    const cv::Size size(static_cast<int>(grid.width * factor),
                        static_cast<int>(grid.height * factor));
    const auto wanted = std::min(files.size(), kBackgroundPictures);
    cv::Mat sum = cv::Mat::zeros(size, CV_32FC3);
    int count = 0;
    for (std::size_t i = 0; i < wanted; ++i) {
        run.step({"defects", i, wanted});
        const auto picture = imaging::loadBgr(files[i * files.size() / wanted]);
        if (!picture.ok())
            continue;
        cv::Mat fitted;
        cv::resize(*picture, fitted, size, 0, 0, cv::INTER_AREA);
        cv::accumulate(fitted, sum);
        ++count;
    }
    cv::Mat mean;
    if (count > 0)
        sum.convertTo(mean, CV_8UC3, 1.0 / count);
    return mean;
}

Result<void> checkCategories(const ReviewSet &set, const std::vector<std::string> &wanted)
{
    for (const auto &name : wanted) {
        const auto isSo = [&](const ReviewCategory &category) { return category.name == name; };
        if (std::ranges::any_of(set.categories, isSo))
            continue;
        std::string known;
        for (const auto &category : set.categories)
            known += (known.empty() ? "" : ", ") + category.name;
        return Error::make(ErrorCode::BadUsage,
                           "There is no category '" + name + "'; there are: " + known + ".");
    }
    return {};
}

} // namespace

const char *toString(DefectSource source)
{
    for (const auto &[value, word] : kSources)
        if (value == source)
            return word;
    return "";
}

std::optional<DefectSource> defectSourceFrom(std::string_view word)
{
    for (const auto &[value, known] : kSources)
        if (word == known)
            return value;
    return std::nullopt;
}

Result<std::vector<DefectLocations>> locateDefects(const DefectRequest &request, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto set, openReview(request.project, request.run, run));
    if (set.pictures.empty())
        return Error::make(ErrorCode::BadData,
                           "The project has no test pictures; evaluate a run, or open a dataset.");
    CF_RETURN_IF_ERROR(checkCategories(set, request.categories));
    if (request.source == DefectSource::Maps && !set.isScored)
        return Error::make(ErrorCode::BadData, "Without an evaluated run there are no maps; choose "
                                               "another source of the defects.");
    std::vector<store::StoredAnnotation> drawn;
    if (request.source == DefectSource::Drawn) {
        CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(request.project));
        CF_ASSIGN_OR_RETURN(drawn, project.annotations(set.datasetId));
    }
    std::vector<DefectLocations> all;
    for (std::size_t c = 0; c < set.categories.size(); ++c) {
        const auto &name = set.categories[c].name;
        if (!request.categories.empty() &&
            std::ranges::find(request.categories, name) == request.categories.end())
            continue;
        DefectLocations locations;
        locations.category = name;
        locations.source = request.source;
        locations.run = request.run;
        std::vector<fs::path> files;
        if (request.source == DefectSource::Drawn) {
            std::vector<store::StoredAnnotation> own;
            for (const auto &stored : drawn)
                if (stored.picture.category == name) {
                    own.push_back(stored);
                    files.push_back(set.root / stored.picture.path);
                }
            CF_RETURN_IF_ERROR(gatherDrawn(locations, set, own, run));
        } else {
            const auto places = placesOf(set, c);
            for (const auto place : places)
                files.push_back(set.fileOf(place));
            if (request.source == DefectSource::Masks)
                gatherMasks(locations, set, places, run);
            else
                gatherMaps(locations, set, places, run);
        }
        if (files.empty())
            continue;
        locations.lookedAt = files.size();
        locations.background = meanPicture(files, locations.grid, run);
        all.push_back(std::move(locations));
    }
    return all;
}

cv::Mat locationMap(const DefectLocations &locations, const std::string &kind)
{
    cv::Mat sum = cv::Mat::zeros(locations.grid, CV_64FC1);
    int pictures = 0;
    for (const auto &entry : locations.cells) {
        if (entry.kind != kind)
            continue;
        ++pictures;
        for (const auto &[cell, share] : entry.cells)
            sum.at<double>(static_cast<int>(cell) / locations.grid.width,
                           static_cast<int>(cell) % locations.grid.width) += share;
    }
    cv::Mat map;
    sum.convertTo(map, CV_32FC1, pictures > 0 ? 1.0 / pictures : 1.0);
    return map;
}

std::vector<std::size_t> picturesAt(const DefectLocations &locations, std::uint32_t cell,
                                    const std::string &kind)
{
    std::vector<std::pair<float, std::size_t>> marked;
    for (const auto &entry : locations.cells) {
        if (entry.kind != kind)
            continue;
        const auto found =
            std::ranges::lower_bound(entry.cells, cell, {}, &annotation::CellShare::cell);
        if (found != entry.cells.end() && found->cell == cell)
            marked.emplace_back(-found->share, entry.picture);
    }
    std::ranges::sort(marked);
    std::vector<std::size_t> pictures;
    for (const auto &[unused, picture] : marked)
        pictures.push_back(picture);
    return pictures;
}

} // namespace cf::workflow
