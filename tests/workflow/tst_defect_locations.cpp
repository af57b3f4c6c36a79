#include "core/workflow/defect_locations.h"

#include "core/imaging/map_file.h"
#include "core/store/file_hash.h"
#include "core/workflow/decision_rule.h"
#include "core/workflow/kept_maps.h"
#include "core/workflow/project_annotations.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <fstream>
#include <numbers>
#include <sstream>

using namespace cf;
using namespace cf::workflow;
namespace fs = std::filesystem;

namespace {

struct Ellipse
{
    cv::Point2d centre;  ///< share of width and height
    double a = 0, b = 0; ///< px
};

struct Made
{
    const char *name;
    const char *kind; ///< "good": without a mask
    cv::Size size;
    std::vector<Ellipse> defects;
    double score = 0;
};

/// Sizes, shapes and resolutions of all sorts.
const std::vector<Made> kPictures = {
    {"g0.png", "good", {320, 160}, {}, 1},
    {"s0.png", "scratch", {320, 160}, {{{0.25, 0.5}, 40, 6}}, 8},
    {"s1.png", "scratch", {200, 100}, {{{0.25, 0.5}, 20, 4}, {{0.75, 0.25}, 10, 4}}, 7},
    {"h0.png", "hole", {300, 300}, {{{0.5, 0.5}, 12, 12}}, 3},
    {"h1.png", "hole", {50, 25}, {{{0.5, 0.5}, 4, 4}}, 9},
    {"x0.png", "hole", {64, 64}, {}, 6}, // no mask: nobody knows where
};

cv::Mat maskOf(const Made &made)
{
    cv::Mat mask = cv::Mat::zeros(made.size, CV_8UC1);
    for (const auto &defect : made.defects)
        for (int y = 0; y < mask.rows; ++y)
            for (int x = 0; x < mask.cols; ++x) {
                const double dx = (x + 0.5 - defect.centre.x * mask.cols) / defect.a;
                const double dy = (y + 0.5 - defect.centre.y * mask.rows) / defect.b;
                if (dx * dx + dy * dy <= 1)
                    mask.at<std::uint8_t>(y, x) = 255;
            }
    return mask;
}

double markedShare(const Made &made)
{
    return 1.0 * cv::countNonZero(maskOf(made)) / made.size.area();
}

double sumOf(const cv::Mat &map)
{
    return cv::sum(map)[0] / double(map.total());
}

} // namespace

class TstDefectLocations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsTheAreasOfTheMasks();
    void keepsTheMass();
    void putsTheDefectsWhereTheyAre();
    void listsThePicturesOfACell();
    void summarisesByKind();
    void countsSizesInBins();
    void takesWhatWasDrawnByClass();
    void takesMapsOfRejectedPictures();
    void aDecisionCountsMoreThanTheScore();
    void saysWhatIsMissing();
    void writesATable();
    void writesTheMap();
    void stops();

private:
    DefectLocations located(DefectSource source) const
    {
        RunContext context;
        auto all = locateDefects({project(), m_run, {}, source}, context).orThrow();
        return std::move(all.at(0));
    }
    fs::path folder() const { return m_dir->path().toStdString(); }
    fs::path project() const { return folder() / "project"; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_run;
    store::Id m_datasetId = 0;
};

void TstDefectLocations::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const auto root = folder() / "pictures";
    auto opened = store::Project::create(project()).orThrow();
    store::Dataset dataset{0, "parts", root, "mvtec-ad", "", {}};
    auto &category = dataset.categories.emplace_back();
    category.name = "bolt";
    store::Evaluation evaluation;
    for (const auto &made : kPictures) {
        store::Image image;
        image.path = fs::path("bolt/test") / made.kind / made.name;
        image.kind = made.kind;
        image.defective = image.kind != "good";
        fs::create_directories((root / image.path).parent_path());
        cv::imwrite((root / image.path).string(),
                    cv::Mat(made.size, CV_8UC3, cv::Scalar(90, 120, 150)));
        if (!made.defects.empty()) {
            image.mask = fs::path("bolt/ground_truth") / made.name;
            fs::create_directories((root / *image.mask).parent_path());
            cv::imwrite((root / *image.mask).string(), maskOf(made));
        }
        category.images.push_back(image);
        store::ImageScore score;
        score.category = "bolt";
        score.path = image.path;
        score.defective = image.defective;
        score.fused = made.score;
        evaluation.scores.push_back(score);
    }
    m_datasetId = opened.saveDataset(dataset).orThrow();
    evaluation.datasetId = m_datasetId;
    evaluation.runId = opened.createRun({}).orThrow();
    evaluation.startedUtc = evaluation.endedUtc = "2024-05-01T12:00:00.000Z";
    opened.saveEvaluation(evaluation).orThrow();
    m_run = std::to_string(evaluation.runId);
}

void TstDefectLocations::findsTheAreasOfTheMasks()
{
    const auto found = located(DefectSource::Masks);
    QCOMPARE(found.category, std::string("bolt"));
    QCOMPARE(found.lookedAt, kPictures.size());
    QCOMPARE(found.leftOut, std::size_t(1));
    QCOMPARE(found.pictures.size(), std::size_t(4));
    QCOMPARE(found.regions.size(), std::size_t(5));
    QVERIFY(found.kinds == std::vector<std::string>({"hole", "scratch"}));
    for (const auto &region : found.regions) {
        const auto &picture = found.pictures[region.picture];
        const auto made = std::ranges::find_if(
            kPictures, [&](const Made &one) { return picture.path.filename() == one.name; });
        QVERIFY(made != kPictures.end());
        QCOMPARE(region.kind, std::string(made->kind));
        // The ellipse that was painted around there.
        const auto painted = std::ranges::min_element(made->defects, {}, [&](const Ellipse &one) {
            return std::hypot(one.centre.x - region.x(), one.centre.y - region.y());
        });
        QVERIFY(std::abs(painted->centre.x - region.x()) < 0.005);
        QVERIFY(std::abs(painted->centre.y - region.y()) < 0.005);
        const double area = std::numbers::pi * painted->a * painted->b;
        QVERIFY(std::abs(region.shape.areaPx / area - 1) < 0.1);
        QVERIFY(std::abs(region.areaShare() * made->size.area() - region.shape.areaPx) < 1e-9);
        QVERIFY(std::abs(region.shape.lengthPx - 2 * painted->a) <= 1.5);
        QVERIFY(std::abs(region.shape.widthPx - 2 * painted->b) <= 1.5);
    }
}

void TstDefectLocations::keepsTheMass()
{
    const auto found = located(DefectSource::Masks);
    double all = 0, holes = 0;
    for (const auto &made : kPictures) {
        all += markedShare(made) / 4;
        if (made.kind == std::string("hole"))
            holes += markedShare(made) / 2;
    }
    QVERIFY(std::abs(sumOf(locationMap(found)) - all) < 1e-6);
    QVERIFY(std::abs(sumOf(locationMap(found, "hole")) - holes) < 1e-6);
    QCOMPARE(sumOf(locationMap(found, "no such kind")), 0.0);
}

void TstDefectLocations::putsTheDefectsWhereTheyAre()
{
    const auto found = located(DefectSource::Masks);
    // Of the aspects 2 (four times) and 1 (twice) the middle is 2.
    QVERIFY(found.grid == cv::Size(64, 32));
    const auto map = locationMap(found, "scratch");
    QCOMPARE(map.at<float>(16, 16), 1.0F); // both pictures, at a quarter and half way down
    QCOMPARE(map.at<float>(8, 48), 0.5F);  // one of two
    QCOMPARE(map.at<float>(0, 0), 0.0F);
    // A square picture's hole is a disc there; on the grid it is as wide as the picture's share.
    const auto holes = locationMap(found, "hole");
    QCOMPARE(holes.at<float>(16, 32), 1.0F);
    QVERIFY(!found.background.empty());
    QVERIFY(found.background.at<cv::Vec3b>(5, 5) == cv::Vec3b(90, 120, 150));
}

void TstDefectLocations::listsThePicturesOfACell()
{
    const auto found = located(DefectSource::Masks);
    const auto names = [&](const std::vector<std::size_t> &places) {
        std::string text;
        for (const auto place : places)
            text += found.pictures[place].path.stem().string() + ' ';
        return text;
    };
    const auto cell = [](int row, int column) { return std::uint32_t(row * 64 + column); };
    QCOMPARE(names(picturesAt(found, cell(8, 48))), std::string("s1 "));
    QCOMPARE(picturesAt(found, cell(16, 16)).size(), std::size_t(2));
    QCOMPARE(names(picturesAt(found, cell(16, 32), "scratch")), std::string());
    QCOMPARE(picturesAt(found, cell(16, 32), "hole").size(), std::size_t(2));
    QVERIFY(picturesAt(found, cell(0, 0)).empty());
    // The most marked first: at the scratch's tip one is marked in part only.
    const auto map = locationMap(found, "scratch");
    for (std::uint32_t at = 0; at < map.total(); ++at) {
        double sum = 0;
        float before = 2;
        for (const auto place : picturesAt(found, at, "scratch")) {
            const auto entry = std::ranges::find_if(found.cells, [&](const DefectCells &one) {
                return one.picture == place && one.kind == "scratch";
            });
            const auto share =
                std::ranges::find(entry->cells, at, &annotation::CellShare::cell)->share;
            QVERIFY(share <= before);
            before = share;
            sum += share;
        }
        QVERIFY(std::abs(sum / 2 - map.at<float>(int(at))) < 1e-6);
    }
}

void TstDefectLocations::summarisesByKind()
{
    const auto found = located(DefectSource::Masks);
    const auto summaries = summarise(found);
    QCOMPARE(summaries.size(), std::size_t(3));
    QVERIFY(summaries[0].kind.empty());
    QCOMPARE(summaries[0].regions, std::size_t(5));
    QCOMPARE(summaries[0].pictures, std::size_t(4));
    QCOMPARE(summaries[1].kind, std::string("hole"));
    QCOMPARE(summaries[1].regions, std::size_t(2));
    QCOMPARE(summaries[2].regions, std::size_t(3));
    QCOMPARE(summaries[2].pictures, std::size_t(2));
    std::vector<double> areas;
    for (const auto &region : found.regions)
        if (region.kind == "scratch")
            areas.push_back(region.shape.areaPx);
    std::ranges::sort(areas);
    QCOMPARE(summaries[2].areaPx.median, areas[1]);
    QCOMPARE(summaries[2].areaPx.lowerQuartile, (areas[0] + areas[1]) / 2);
    QVERIFY(std::abs(summaries[1].elongation.median - 1) < 0.1);
    QVERIFY(summaries[2].elongation.median > 4);
}

void TstDefectLocations::countsSizesInBins()
{
    const auto found = located(DefectSource::Masks);
    for (const auto measure : {SizeMeasure::LogArea, SizeMeasure::Elongation}) {
        const auto histogram = sizeHistogram(found, measure, 6).value();
        std::uint64_t counted = 0;
        std::size_t listed = 0;
        for (std::size_t bin = 0; bin < 6; ++bin) {
            counted += histogram.counts[bin];
            const auto pictures = picturesInSizeBin(found, measure, histogram, bin);
            QVERIFY(pictures.size() <= histogram.counts[bin]);
            QVERIFY(pictures.empty() == (histogram.counts[bin] == 0));
            listed += pictures.size();
        }
        QCOMPARE(counted, std::uint64_t(5));
        QVERIFY(listed >= 4);
    }
    const auto holes = sizeHistogram(found, SizeMeasure::LogArea, 4, "hole").value();
    QVERIFY(std::abs(holes.high - std::log10(std::numbers::pi * 144)) < 0.02);
    QVERIFY(!sizeHistogram(found, SizeMeasure::LogArea, 4, "no such kind"));
}

void TstDefectLocations::takesWhatWasDrawnByClass()
{
    {
        auto opened = store::Project::open(project()).orThrow();
        annotation::Annotation drawn;
        drawn.imageSize = {320, 160};
        annotation::Shape shape;
        shape.kind = annotation::ShapeKind::Rectangle;
        shape.label = "dent";
        shape.points = {{40, 40}, {80, 60}};
        drawn.shapes.push_back(shape);
        shape.points = {{60, 40}, {120, 60}}; // overlaps: one area
        drawn.shapes.push_back(shape);
        shape.label = "";
        shape.points = {{100, 50}, {140, 70}}; // another class; overlaps the dent in part
        drawn.shapes.push_back(shape);
        opened.saveAnnotation(replacement({m_datasetId, "bolt", "bolt/test/scratch/s0.png"}, drawn))
            .orThrow();
    }
    const auto found = located(DefectSource::Drawn);
    QCOMPARE(found.lookedAt, std::size_t(1));
    QCOMPARE(found.regions.size(), std::size_t(2));
    QVERIFY(found.kinds == std::vector<std::string>({"dent", "unlabelled"}));
    QCOMPARE(found.regions[0].shape.areaPx, 80.0 * 20);
    QCOMPARE(found.regions[0].shape.lengthPx, 80.0);
    QCOMPARE(found.regions[1].shape.areaPx, 40.0 * 20);
    QCOMPARE(found.pictures[0].kind, std::string("scratch"));
    QCOMPARE(found.pictures[0].score, std::optional(8.0));
    const double picture = 320.0 * 160;
    // Both at once: what they share counts once.
    QVERIFY(std::abs(sumOf(locationMap(found)) - (1600 + 800 - 20 * 10) / picture) < 1e-6);
    QVERIFY(std::abs(sumOf(locationMap(found, "dent")) - 1600 / picture) < 1e-6);
}

void TstDefectLocations::takesMapsOfRejectedPictures()
{
    auto opened = store::Project::open(project()).orThrow();
    const auto run = std::stoll(m_run);
    const auto model = opened.runFolder(run) / "model.safetensors";
    std::ofstream(model) << "a model";
    store::RunOutcome outcome;
    outcome.modelPath = model;
    outcome.modelSha256 = store::sha256File(model).orThrow();
    opened.finishRun(run, outcome).orThrow();
    CF_VERIFY(chooseZonesFor(model, {"", {5, 7}, std::nullopt}));
    // Rejected are 8, 7 and 9; a map is kept of two of them, at half of the picture's size.
    const auto file = [&](const char *name) { return folder() / "pictures/bolt/test" / name; };
    const KeptMaps maps(opened.cacheFolder(), *outcome.modelSha256);
    cv::Mat map(80, 160, CV_32FC1, cv::Scalar(1));
    map(cv::Rect(20, 30, 10, 5)) = cv::Scalar(7.5);
    map(cv::Rect(100, 30, 10, 5)) = cv::Scalar(6.5); // below the threshold
    CF_VERIFY(maps.keep(store::sha256File(file("scratch/s0.png")).orThrow(), {map, ""}));
    CF_VERIFY(maps.keep(store::sha256File(file("scratch/s1.png")).orThrow(),
                        {cv::Mat(50, 100, CV_32FC1, cv::Scalar(1)), ""}));
    const auto found = located(DefectSource::Maps);
    QCOMPARE(found.pictures.size(), std::size_t(1));
    QCOMPARE(found.leftOut, std::size_t(2)); // nothing reaches the threshold; no map
    QCOMPARE(found.regions.size(), std::size_t(1));
    const auto &shape = found.regions[0].shape;
    QVERIFY(std::abs(shape.lengthPx - 20) <= 2 && std::abs(shape.widthPx - 10) <= 2);
    QVERIFY(std::abs(found.regions[0].x() - 25.0 / 160) < 0.01);
    QVERIFY(std::abs(found.regions[0].y() - 32.5 / 80) < 0.01);
}

void TstDefectLocations::aDecisionCountsMoreThanTheScore()
{
    takesMapsOfRejectedPictures();
    {
        auto opened = store::Project::open(project()).orThrow();
        opened.saveReviewer({"Ada", "{}", true, ""}).orThrow();
        const auto dataset = opened.dataset(m_datasetId).orThrow();
        for (const auto &image : dataset.categories[0].images) {
            store::NewDecision decision;
            decision.reviewer = "Ada";
            decision.imageId = image.id;
            const auto name = image.path.stem().string();
            if (name == "s0") { // rejected, for a reason of its own
                decision.verdict = store::Verdict::Ng;
                decision.reason = "smear";
            } else if (name == "s1" || name == "h1") {
                decision.verdict = store::Verdict::Ok;
            } else {
                continue;
            }
            opened.appendDecision(decision).orThrow();
        }
    }
    const auto found = located(DefectSource::Maps);
    QCOMPARE(found.leftOut, std::size_t(0));
    QCOMPARE(found.regions.size(), std::size_t(1));
    QCOMPARE(found.regions[0].kind, std::string("smear"));
}

void TstDefectLocations::saysWhatIsMissing()
{
    RunContext context;
    const auto refused = [&](DefectRequest request) {
        const auto found = locateDefects(request, context);
        return found.ok() ? std::string() : found.error().detail;
    };
    QVERIFY(refused({project(), m_run, {"nut"}, DefectSource::Masks}).find("bolt") !=
            std::string::npos);
    QVERIFY(refused({project(), "", {}, DefectSource::Maps}).find("maps") != std::string::npos);
    QVERIFY(locateDefects({project(), "", {}, DefectSource::Drawn}, context).orThrow().empty());
    QVERIFY(refused({folder() / "nothing", "", {}, DefectSource::Masks}) != "");
    // Masks need no run.
    QCOMPARE(locateDefects({project(), "", {"bolt"}, DefectSource::Masks}, context)
                 .orThrow()
                 .at(0)
                 .regions.size(),
             std::size_t(5));
}

void TstDefectLocations::writesATable()
{
    const auto found = located(DefectSource::Masks);
    const auto file = folder() / "regions.csv";
    CF_VERIFY(writeDefectRegions(file, {&found, 1}));
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    QVERIFY(line.starts_with("category,picture,kind,area_px,area_share,x,y,"));
    const auto columns = std::ranges::count(line, ',');
    for (const auto &region : found.regions) {
        QVERIFY(bool(std::getline(in, line)));
        QCOMPARE(std::ranges::count(line, ','), columns);
        std::istringstream fields(line);
        std::vector<std::string> values;
        for (std::string value; std::getline(fields, value, ',');)
            values.push_back(value);
        QCOMPARE(values[0], std::string("bolt"));
        QCOMPARE(fs::path(values[1]), found.pictures[region.picture].path);
        QCOMPARE(values[2], region.kind);
        QCOMPARE(std::stod(values[3]), region.shape.areaPx);
        QCOMPARE(std::stod(values[4]), region.areaShare()); // to the last digit
        QCOMPARE(std::stod(values[11]), region.shape.lengthPx);
        QCOMPARE(std::stod(values[17]), double(region.imageSize.width));
    }
    QVERIFY(!std::getline(in, line));
}

void TstDefectLocations::writesTheMap()
{
    const auto found = located(DefectSource::Masks);
    CF_VERIFY(writeLocationMap(folder() / "map.tiff", found));
    const auto numbers = imaging::loadMap(folder() / "map.tiff").orThrow();
    QCOMPARE(cv::norm(numbers, locationMap(found), cv::NORM_INF), 0.0);
    CF_VERIFY(writeLocationMap(folder() / "map.png", found, "hole"));
    const auto drawn = cv::imread((folder() / "map.png").string());
    QVERIFY(drawn.size() == cv::Size(512, 256));
    // Bright where the holes are; elsewhere the faint grey picture.
    const auto there = drawn.at<cv::Vec3b>(132, 260), elsewhere = drawn.at<cv::Vec3b>(10, 10);
    QVERIFY(int(there[1]) > 120);
    QVERIFY(elsewhere[0] == elsewhere[1] && elsewhere[1] == elsewhere[2]);
    const auto refused = writeLocationMap(folder() / "map.jpg", found);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::BadUsage);
}

void TstDefectLocations::stops()
{
    std::stop_source stop;
    stop.request_stop();
    RunContext context(stop.get_token());
    QVERIFY_THROWS_EXCEPTION(
        Cancelled, (void)locateDefects({project(), m_run, {}, DefectSource::Masks}, context));
}

QTEST_GUILESS_MAIN(TstDefectLocations)
#include "tst_defect_locations.moc"
