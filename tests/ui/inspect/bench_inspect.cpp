#include "tests/ui/inspect/made_inspection.h"
#include "ui/image/image_canvas.h"
#include "ui/inspect/inspect_controls.h"
#include "ui/inspect/inspect_page.h"
#include "ui/inspect/inspect_tile.h"
#include "ui/inspect/noise_panel.h"
#include "ui/jobs/job_runner.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 40;
constexpr int kMostMs = 120000;

/// One row of the table.
struct Timing
{
    QString what;
    double medianMs = 0.0, slowestTenthMs = 0.0;
    double targetMs = 0.0; ///< 0 = none
};

Timing measure(const QString &what, double targetMs, const std::function<void(int)> &action)
{
    for (int i = 0; i < 3; ++i)
        action(i); // tables and memory of the first times
    std::vector<double> ms;
    for (int i = 0; i < kRounds; ++i) {
        QElapsedTimer clock;
        clock.start();
        action(i);
        ms.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(ms.begin(), ms.end());
    return {what, ms[ms.size() / 2], ms[ms.size() * 9 / 10], targetMs};
}

QDoubleSpinBox *field(InspectPage &page, const QString &name)
{
    for (auto *box : page.controls().findChildren<QDoubleSpinBox *>())
        if (box->accessibleName().contains(name))
            return box;
    qFatal("there is no such field");
}

void repaintAll(InspectPage &page)
{
    for (auto *tile : page.tiles())
        tile->repaint(); // with the canvas and the legend in it
}

/// Shown, laid out and with all sizes of its picture.
void settle(InspectPage &page)
{
    if (!QTest::qWaitForWindowExposed(&page) ||
        !QTest::qWaitFor([&] { return page.tiles()[0]->canvas().width() > 200; }, kMostMs))
        qFatal("the page was not shown");
    for (auto *tile : page.tiles())
        if (!QTest::qWaitFor([&] { return tile->canvas().isComplete(); }, kMostMs))
            qWarning("a picture is still being made smaller");
}

void measureControls(std::vector<Timing> &timings)
{
    JobRunner runner;
    InspectPage page(&runner);
    page.resize(1280, 800);
    page.show();
    page.showInspection(madeInspection({1024, 1024}));
    settle(page);
    page.tiles().front()->setStage(4); // the baseline: both views have a map and an outline
    auto *lambda = field(page, u"λ"_s);
    timings.push_back(measure(u"filter's share, 2 maps, 1024 x 1024"_s, 16.0, [&](int i) {
        lambda->setValue(i % 2 == 0 ? 0.3 : 0.7);
        repaintAll(page);
    }));
    auto *threshold = field(page, u"Threshold"_s);
    timings.push_back(measure(u"threshold, 2 maps, 1024 x 1024"_s, 16.0, [&](int i) {
        threshold->setValue(i % 2 == 0 ? 3.0 : 5.0);
        repaintAll(page);
    }));
}

void measureStages(std::vector<Timing> &timings)
{
    JobRunner runner;
    InspectPage page(&runner);
    page.resize(1280, 800);
    page.show();
    page.showInspection(madeInspection({512, 512}));
    settle(page);
    const int stages = static_cast<int>(page.inspection()->stages.size());
    int at = 0;
    timings.push_back(measure(u"next stage with plots, 512 x 512"_s, 1000.0 / 30.0, [&](int) {
        at = (at + 1) % stages;
        if (at == 0)
            while (page.noise().stage() > 0)
                page.previousStage();
        else
            page.nextStage();
        repaintAll(page);
        QCoreApplication::processEvents(); // the plots draw themselves later
    }));
}

void measureLargePicture(std::vector<Timing> &timings)
{
    constexpr int kSide = 8192;
    cv::Mat picture(kSide, kSide, CV_16UC1);
    cv::RNG(3).fill(picture, cv::RNG::UNIFORM, 0, 65536);
    ImageCanvas canvas;
    canvas.resize(1280, 800);
    canvas.show();
    if (!QTest::qWaitForWindowExposed(&canvas))
        qFatal("the canvas was not shown");
    QElapsedTimer clock;
    clock.start();
    canvas.setPicture(picture);
    canvas.repaint();
    timings.push_back({u"8192 x 8192, 16 bit: first sight"_s,
                       static_cast<double>(clock.nsecsElapsed()) / 1e6, 0.0, 0.0});
    if (!QTest::qWaitFor([&] { return canvas.isComplete(); }, kMostMs))
        qWarning("the large picture is still being made smaller");
    timings.push_back({u"8192 x 8192, 16 bit: all sizes made"_s,
                       static_cast<double>(clock.nsecsElapsed()) / 1e6, 0.0, 0.0});
    timings.push_back(measure(u"8192 x 8192, 16 bit: zoom step"_s, 0.0, [&](int i) {
        if (i % 16 < 8)
            canvas.zoomIn();
        else
            canvas.zoomOut();
        canvas.repaint();
    }));
    canvas.zoomTo100();
    timings.push_back(measure(u"8192 x 8192, 16 bit: pan at 100 %"_s, 0.0, [&](int i) {
        canvas.viewState()->setView(1.0, QPointF(3000.0 + 23.0 * i, 3000.0 + 17.0 * i));
        canvas.repaint();
    }));
}

bool writeJson(const QString &path, const std::vector<Timing> &timings)
{
    QJsonArray rows;
    for (const auto &timing : timings)
        rows.append(QJsonObject{{u"what"_s, timing.what},
                                {u"median_ms"_s, timing.medianMs},
                                {u"slowest_tenth_ms"_s, timing.slowestTenthMs},
                                {u"target_ms"_s, timing.targetMs}});
    QFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           file.write(QJsonDocument(QJsonObject{{u"studio"_s, rows}}).toJson()) > 0;
}

} // namespace

/// studio-bench [--json FILE]: how fast the views of the Inspect page answer, drawn in memory.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const auto arguments = app.arguments();
    std::vector<Timing> timings;
    measureControls(timings);
    measureStages(timings);
    measureLargePicture(timings);
    std::printf("%-40s %10s %10s %10s\n", "studio", "median ms", "90 % ms", "target ms");
    const auto number = [](double ms) { // a single measurement has no slowest tenth
        return ms > 0.0 ? QString::number(ms, 'f', 1) : u"-"_s;
    };
    for (const auto &timing : timings)
        std::printf("%-40s %10s %10s %10s\n", qPrintable(timing.what),
                    qPrintable(number(timing.medianMs)), qPrintable(number(timing.slowestTenthMs)),
                    qPrintable(number(timing.targetMs)));
    const auto json = arguments.indexOf(u"--json"_s);
    if (json < 0)
        return 0;
    if (json + 1 >= arguments.size() || !writeJson(arguments[json + 1], timings)) {
        std::fprintf(stderr, "Cannot write the JSON file; give one after --json.\n");
        return 1;
    }
    return 0;
}
