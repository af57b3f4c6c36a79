#include "core/workflow/review.h"
#include "tests/ui/bench/stages.h"
#include "tests/ui/review/reviewed_project.h"
#include "ui/review/evidence_view.h"
#include "ui/review/queue_arrangement.h"
#include "ui/review/queue_panel.h"
#include "ui/review/review_page.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace bench {

namespace {

constexpr double kNextPictureMs = 50.0; // the next picture is there as soon as a key was pressed
constexpr int kMany = 100000;

/// Larger pictures and maps in place of the small ones.
void enlarge(const fs::path &folder, int count, int sidePx)
{
    cv::RNG random(1);
    for (int i = 0; i < count; ++i) {
        cv::Mat picture(sidePx, sidePx, CV_8UC3);
        random.fill(picture, cv::RNG::NORMAL, 128, 60);
        cv::GaussianBlur(picture, picture, {}, 3);
        cv::imwrite((folder / "pictures" / reviewed::pathOf(i)).string(), picture);
        cv::Mat map(256, 256, CV_32FC1);
        random.fill(map, cv::RNG::UNIFORM, 0, 7);
        cv::GaussianBlur(map, map, {}, 5);
        const auto file = reviewed::pathOf(i).replace_extension(".tiff");
        imaging::saveMap(folder / "maps" / file, map, imaging::MapFormat::Tiff).orThrow();
    }
}

void open(ReviewPage &page, const fs::path &project, const std::string &run)
{
    page.resize(1180, 760);
    page.show();
    if (!QTest::qWaitForWindowExposed(&page))
        qFatal("the page was not shown");
    page.setRun(project, run);
    waitUntil([&] { return page.set() != nullptr; });
    page.setReviewer(u"Ada"_s);
    waitUntil([&] { return page.current().has_value(); });
}

/// Its evidence is seen, and all before is on the disk: the next key counts.
bool isReady(ReviewPage &page)
{
    return page.evidence().isPainted() && page.unsaved() == 0;
}

/// From the key to the next picture, painted. The one before is on the disk by then.
/// `lookMs` is how long the reviewer looks at each, while the next ones are read.
void measureNext(std::vector<Timing> &timings, int sidePx, int roundCount, int lookMs,
                 const QString &size)
{
    const QTemporaryDir dir;
    const fs::path folder = dir.path().toStdString();
    const int pictures = 2 * roundCount;
    const auto run = reviewed::makeProject(folder, pictures);
    enlarge(folder, pictures, sidePx);
    reviewed::addReviewer(folder, "Ada");
    JobRunner runner;
    ReviewPage page(&runner);
    open(page, folder / "project", run);
    Rounds rounds;
    rounds.count = roundCount;
    waitUntil([&] { return isReady(page); });
    rounds.between = [&] {
        waitUntil([&] { return isReady(page); });
        QTest::qWait(lookMs);
    };
    timings.push_back(measure(
        u"decide: the next picture is painted, %1"_s.arg(size), kNextPictureMs,
        [&](int) {
            const auto before = page.current();
            page.accept();
            while (page.current() == before || !page.evidence().isPainted())
                QCoreApplication::processEvents();
        },
        rounds));
    rounds.count = roundCount / 2;
    timings.push_back(measure(
        u"undo: the picture before is painted, %1"_s.arg(size), kNextPictureMs,
        [&](int) {
            const auto before = page.current();
            page.undoStack()->undo();
            while (page.current() == before || !page.evidence().isPainted())
                QCoreApplication::processEvents();
        },
        rounds));
}

/// A project that knows this many pictures, which are not there: the queue asks for no file.
std::string makeManyPictures(const fs::path &folder)
{
    auto project = store::Project::create(folder / "project").orThrow();
    store::Dataset dataset;
    dataset.name = "many";
    dataset.root = folder / "pictures";
    dataset.format = "mvtec-ad";
    store::Evaluation evaluation;
    for (int c = 0; c < 10; ++c) {
        auto &category = dataset.categories.emplace_back();
        category.name = "part_" + std::to_string(c);
        for (int i = 0; i < kMany / 10; ++i) {
            store::Image image;
            image.path = fs::path(category.name) / "test" / (i % 2 == 1 ? "bent" : "good") /
                         (std::to_string(i) + ".jpg");
            image.defective = i % 2 == 1;
            image.kind = i % 2 == 1 ? "bent" : "good";
            store::ImageScore score;
            score.category = category.name;
            score.path = image.path;
            score.defective = image.defective;
            score.external = reviewed::scoreOf(i);
            category.images.push_back(std::move(image));
            evaluation.scores.push_back(std::move(score));
        }
    }
    evaluation.datasetId = project.saveDataset(dataset).orThrow();
    store::NewRun run;
    run.kind = store::RunKind::External;
    run.datasetId = evaluation.datasetId;
    evaluation.runId = project.createRun(run).orThrow();
    evaluation.startedUtc = evaluation.endedUtc = "2024-05-01T12:00:00.000Z";
    project.saveEvaluation(evaluation).orThrow();
    project.saveReviewer({"Ada", "{}", true, ""}).orThrow();
    return std::to_string(evaluation.runId);
}

void measureManyPictures(std::vector<Timing> &timings)
{
    const QTemporaryDir dir;
    const fs::path folder = dir.path().toStdString();
    const auto run = makeManyPictures(folder);
    JobRunner runner;
    ReviewPage page(&runner);
    {
        const LongestTurn turn;
        const Stopwatch stopwatch;
        open(page, folder / "project", run);
        timings.push_back(once(u"100,000 pictures: the queue is open"_s, stopwatch));
        timings.push_back(turn.timing(u"100,000 pictures: longest turn while it opens"_s, kTurnMs));
    }
    timings.push_back(measure(u"100,000 pictures: next row"_s, kFrameMs, [&](int) {
        page.showNext();
        drawAll();
    }));
    timings.push_back(measure(u"100,000 pictures: next undecided"_s, kFrameMs, [&](int) {
        page.nextUndecided();
        drawAll();
    }));
}

} // namespace

void measureReview(std::vector<Timing> &timings)
{
    measureNext(timings, 1024, 40, 150, u"1024 x 1024, 0.15 s each"_s);
    measureNext(timings, 4096, 12, 1500, u"4096 x 4096, 1.5 s each"_s);
    measureManyPictures(timings);
}

} // namespace bench
