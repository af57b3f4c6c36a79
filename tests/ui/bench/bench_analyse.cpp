#include "tests/ui/analyse/made_project.h"
#include "tests/ui/bench/stages.h"
#include "ui/analyse/analyse_page.h"
#include "ui/analyse/analysis_view.h"

#include <QTest>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace bench {

void measureAnalyse(std::vector<Timing> &timings)
{
    const QTemporaryDir dir;
    const auto folder = std::filesystem::path(dir.path().toStdString());
    store::Evaluation evaluation;
    made::addCategory(evaluation, "board", 5000, 100);
    made::addCurves(evaluation, "board");
    made::addMetrics(evaluation, "board", 0.8);
    made::addMetrics(evaluation, {}, 0.8);
    made::paintPictures(folder / "pictures", evaluation);
    std::string run;
    {
        auto project = store::Project::create(folder / "project").orThrow();
        run = made::addRun(project, folder / "pictures", evaluation);
    }

    JobRunner runner;
    AnalysePage page(&runner);
    page.resize(1280, 800);
    page.show();
    if (!QTest::qWaitForWindowExposed(&page))
        qFatal("the page was not shown");
    const auto open = [&](int) {
        page.setRun(folder / "project", run);
        waitUntil([&] { return page.analysis() && page.view().isVisible(); });
        drawAll();
    };
    timings.push_back(measure(u"10,000 scored pictures: open the evaluation"_s, std::nullopt, open,
                              {10, [&] {
                                   waitUntil([&] { return !runner.isBusy(); });
                                   page.setRun(folder / "project", {});
                                   drawAll();
                               }}));
    open(0);
    timings.push_back(measure(u"10,000 scored pictures: threshold"_s, kFrameMs, [&](int i) {
        page.view().setThreshold(2.0 + 0.045 * i); // among the scores of the good ones
        drawAll();
    }));
}

} // namespace bench
