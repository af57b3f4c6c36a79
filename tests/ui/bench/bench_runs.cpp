#include "tests/ui/bench/stages.h"
#include "tests/workflow/compared_runs.h"
#include "ui/runs/runs_page.h"
#include "ui/runs/runs_table.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int kRuns = 200;
constexpr int kCompared = 10;
constexpr int kScored = 1000; // pictures of each run
constexpr int kSteps = 1200;

/// Runs as a training of the default length leaves them. The newest are returned.
std::vector<store::Id> makeRuns(store::Project &project)
{
    std::vector<std::string> paths;
    for (int i = 0; i < kScored; ++i)
        paths.push_back("a/" + std::to_string(i) + ".png");
    std::vector<store::LossStep> losses;
    for (int step = 1; step <= kSteps; ++step) {
        losses.push_back({step, 1e-3, {{"total", std::exp(-0.002 * step)}}});
        if (step % 100 == 0)
            losses.back().terms.push_back({"validation_score", 0.9});
    }
    std::vector<store::Id> ids;
    for (int number = 0; number < kRuns; ++number) {
        std::vector<compared::Score> scores;
        for (int i = 0; i < kScored; ++i) {
            const bool defective = i % 2 == 1;
            const double noise = (i * 37 + number * 11) % 100 / 50.0;
            scores.push_back({i < kScored / 2 ? "a" : "b",
                              paths[static_cast<std::size_t>(i)].c_str(), defective,
                              (defective ? 3.0 : 2.0) + noise});
        }
        const auto id = compared::trained(project, "run " + std::to_string(number), kSteps);
        project.appendLosses(id, losses).orThrow();
        project
            .saveEvaluation(
                compared::evaluation(id, store::Variant::Fused, scores, {{"a", 0.7}, {"b", 0.8}}))
            .orThrow();
        ids.push_back(id);
    }
    return {ids.end() - kCompared, ids.end()};
}

} // namespace

void measureRuns(std::vector<Timing> &timings)
{
    const QTemporaryDir dir;
    const auto folder = std::filesystem::path(dir.path().toStdString()) / "project";
    std::vector<store::Id> newest;
    {
        auto project = store::Project::create(folder).orThrow();
        newest = makeRuns(project);
    }

    JobRunner runner;
    RunsPage page(&runner);
    page.resize(1280, 800);
    page.show();
    if (!QTest::qWaitForWindowExposed(&page))
        qFatal("the page was not shown");
    auto &table = *page.findChild<RunsTable *>();
    const auto open = [&](int) {
        page.setProject(folder);
        waitUntil([&] { return table.isVisible() && table.shownCount() == kRuns; });
        drawAll();
    };
    timings.push_back(measure(u"200 runs: open the project"_s, 300.0, open,
                              {10, [&] {
                                   waitUntil([&] { return !runner.isBusy(); });
                                   page.setProject(std::nullopt);
                                   drawAll();
                               }}));
    open(0);
    const auto *figures = page.findChild<QTableView *>(u"deltas"_s);
    timings.push_back(measure(u"200 runs: compare 10 of 1,000 pictures"_s, std::nullopt,
                              [&](int) {
                                  page.selectRuns(newest);
                                  waitUntil(
                                      [&] { return figures->isVisible() && !runner.isBusy(); });
                                  drawAll();
                              },
                              {10, [&] {
                                   page.selectRuns({newest.front()});
                                   waitUntil([&] { return !figures->isVisible(); });
                               }}));
}

} // namespace bench
