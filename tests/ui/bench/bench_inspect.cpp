#include "core/dataset/dataset.h"
#include "tests/ui/bench/stages.h"
#include "tests/ui/inspect/made_inspection.h"
#include "ui/image/image_canvas.h"
#include "ui/inspect/inspect_controls.h"
#include "ui/inspect/inspect_page.h"
#include "ui/inspect/inspect_tile.h"
#include "ui/inspect/noise_panel.h"
#include "ui/jobs/job_runner.h"

#include <QDoubleSpinBox>
#include <QTest>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int kMostMs = 120000;

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
    timings.push_back(measure(u"filter's share, 2 maps, 1024 x 1024"_s, kFrameMs, [&](int i) {
        lambda->setValue(i % 2 == 0 ? 0.3 : 0.7);
        repaintAll(page);
    }));
    auto *threshold = field(page, u"Threshold"_s);
    timings.push_back(measure(u"threshold, 2 maps, 1024 x 1024"_s, kFrameMs, [&](int i) {
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
    const Stopwatch stopwatch;
    canvas.setPicture(picture);
    canvas.repaint();
    timings.push_back(once(u"8192 x 8192, 16 bit: first sight"_s, stopwatch));
    if (!QTest::qWaitFor([&] { return canvas.isComplete(); }, kMostMs))
        qWarning("the large picture is still being made smaller");
    timings.push_back(once(u"8192 x 8192, 16 bit: all sizes made"_s, stopwatch));
    const auto window = [&](int i) {
        canvas.setLevels(500.0 * (i % 16), 60000.0 - 500.0 * (i % 16));
        canvas.repaint();
    };
    timings.push_back(
        measure(u"8192 x 8192, 16 bit: window and level, all of it"_s, kFrameMs, window));
    timings.push_back(measure(u"8192 x 8192, 16 bit: zoom step"_s, std::nullopt, [&](int i) {
        if (i % 16 < 8)
            canvas.zoomIn();
        else
            canvas.zoomOut();
        canvas.repaint();
    }));
    canvas.zoomTo100();
    timings.push_back(
        measure(u"8192 x 8192, 16 bit: window and level at 100 %"_s, kFrameMs, window));
    timings.push_back(measure(u"8192 x 8192, 16 bit: pan at 100 %"_s, std::nullopt, [&](int i) {
        canvas.viewState()->setView(1.0, QPointF(3000.0 + 23.0 * i, 3000.0 + 17.0 * i));
        canvas.repaint();
    }));
}

/// As many test pictures in ten categories; no files.
std::shared_ptr<const dataset::Dataset> manyTestPictures(int count)
{
    constexpr int kCategories = 10;
    auto many = std::make_shared<dataset::Dataset>();
    many->root = "/pictures/of/a/production/line";
    for (int c = 0; c < kCategories; ++c) {
        auto &category = many->categories.emplace_back();
        category.name = "part_" + std::to_string(c);
        for (int i = 0; i < count / kCategories; ++i) {
            dataset::Sample sample;
            sample.split = dataset::Split::Test;
            sample.label = dataset::Label::Defect;
            sample.kind = "scratch";
            sample.image =
                many->root / category.name / "test/scratch" / (std::to_string(i) + ".jpg");
            category.samples.push_back(std::move(sample));
        }
    }
    return many;
}

void measurePictureList(std::vector<Timing> &timings)
{
    JobRunner runner;
    InspectPage page(&runner);
    page.resize(1280, 800);
    page.show();
    if (!QTest::qWaitForWindowExposed(&page))
        qFatal("the page was not shown");
    const auto first = manyTestPictures(100000);
    const auto checked = std::make_shared<const dataset::Dataset>(*first);
    timings.push_back(
        measure(u"100,000 test pictures: Inspect's list is filled"_s, kTurnMs, [&](int i) {
            page.setDataset(i % 2 == 0 ? first : checked);
            drawAll();
        }));
    const auto &last = first->categories.back().samples.back().image;
    const auto &middle = first->categories[5].samples.front().image;
    timings.push_back(
        measure(u"100,000 test pictures: one is chosen from elsewhere"_s, kTurnMs, [&](int i) {
            page.showPicture(i % 2 == 0 ? last : middle);
            drawAll();
        }));
}

} // namespace

void measureInspect(std::vector<Timing> &timings)
{
    measurePictureList(timings);
    measureControls(timings);
    measureStages(timings);
    measureLargePicture(timings);
}

} // namespace bench
