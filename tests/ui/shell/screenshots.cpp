// Makes the pictures of docs/images from the demo data: every page, in both themes. What else is to
// be looked at goes into the work folder.
#include "core/demo/demo_data.h"
#include "tests/ui/shell/state_shots.h"
#include "ui/analyse/analyse_page.h"
#include "ui/annotate/annotate_page.h"
#include "ui/dataset/path_label.h"
#include "ui/inspect/inspect_page.h"
#include "ui/review/evidence_view.h"
#include "ui/review/review_page.h"
#include "ui/runs/maps_strip.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/annotate_window.h"
#include "ui/shell/main_window.h"
#include "ui/templates/templates_page.h"
#include "ui/train/train_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QEventLoop>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <cstdio>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMs = 30 * 60 * 1000;
constexpr int kDecisions = 12;
constexpr int kSettleMs = 1500; // thumbnails, queued replots

int fail(const char *what)
{
    std::fprintf(stderr, "screenshots: %s\n", what);
    return 1;
}

/// The pages, one after the other, over the demo data.
class Tour
{
public:
    Tour(const QDir &work, const QDir &out, int steps) : m_work(work), m_out(out), m_steps(steps)
    {
        m_window.resize(1280, 800);
        m_window.show();
    }

    int run()
    {
        shoot(u"start"_s);
        m_window.session().openDemo(m_work.filePath(u"demo"_s).toStdString());
        if (!QTest::qWaitFor([&] { return m_window.session().dataset() != nullptr; }, kMostMs) ||
            !waitForJobs(m_window))
            return fail("the demo data could not be opened");
        shoot(u"dataset"_s);
        if (const int code = showTraining())
            return code;
        if (const int code = showTemplates())
            return code;
        if (const int code = showInspect())
            return code;
        if (const int code = showReview())
            return code;
        if (const int code = showAnnotation())
            return code;
        go("analyse");
        if (!QTest::qWaitFor([&] { return m_window.analysePage().analysis() != nullptr; }, kMostMs))
            return fail("the evaluation could not be read");
        shoot(u"analyse"_s);
        m_window.analysePage().showZones();
        shoot(u"analyse-zones"_s);
        m_window.analysePage().showDefects();
        waitForJobs(m_window);
        shoot(u"analyse-defects"_s);
        go("runs");
        waitForJobs(m_window);
        m_window.runsPage().selectRuns({1, 2});
        shoot(u"runs"_s);
        if (const int code = showMaps())
            return code;
        shootStates(m_window, m_work);
        return 0;
    }

private:
    void go(const char *page)
    {
        m_window.actions().action(u"go."_s + QLatin1String(page))->trigger();
    }
    void save(const QDir &folder, const QString &name) { save(m_window, folder, name); }
    void save(QWidget &seen, const QDir &folder, const QString &name)
    {
        QTest::qWait(kSettleMs);
        for (auto *label : m_window.statusBar()->findChildren<QLabel *>())
            if (label->text().startsWith(m_work.path())) // is of no interest elsewhere
                label->setText(m_work.relativeFilePath(label->text()));
        for (auto *label : m_window.findChildren<PathLabel *>())
            if (label->accessibleName().startsWith(m_work.path()))
                label->setPath(m_work.relativeFilePath(label->accessibleName()));
        seen.grab().save(folder.filePath(name + u".png"_s));
    }
    void shoot(const QString &name) { shoot(m_window, name); }
    void shoot(QWidget &seen, const QString &name)
    {
        for (const auto *theme : {"light", "dark"}) {
            m_window.actions().action(u"theme."_s + QLatin1String(theme))->trigger();
            save(seen, m_out, u"%1-%2"_s.arg(name, QLatin1String(theme)));
        }
    }
    std::filesystem::path firstDefect(const dataset::Category &category) const
    {
        for (const auto &sample : category.test())
            if (sample.label == dataset::Label::Defect)
                return sample.image;
        return {};
    }

    int train(int steps, bool shown)
    {
        auto &page = m_window.trainPage();
        for (auto *box : page.findChildren<QSpinBox *>())
            if (box->toolTip() == u"--steps"_s)
                box->setValue(steps);
        QSignalSpy evaluated(&page, &TrainPage::evaluated);
        page.start();
        const auto *job = m_window.jobs().jobs().back();
        const auto hasCurves = [&] {
            return job->isOver() || (job->progress().stage == "train" &&
                                     job->progress().done > static_cast<std::size_t>(steps) / 3);
        };
        if (!QTest::qWaitFor(hasCurves, kMostMs) || job->error())
            return fail("the training did not begin");
        if (shown)
            shoot(u"train-live"_s);
        if (evaluated.isEmpty() && !evaluated.wait(kMostMs))
            return fail("the training did not end");
        return 0;
    }

    int showTraining()
    {
        go("train");
        const char *const names[] = {"data", "templates", "vary", "profile"};
        for (int step = 0; step < 4; ++step) {
            m_window.trainPage().showStep(step);
            waitForJobs(m_window); // examples, estimate
            shoot(u"train-"_s + QLatin1String(names[step]));
        }
        m_window.trainPage().showStep(4);
        if (!m_window.session().trainedRun().empty())
            return 0;
        // A short one first, to be compared with.
        if (const int code = train(m_steps / 4, false))
            return code;
        if (const int code = train(m_steps, true))
            return code;
        shoot(u"train-result"_s);
        return 0;
    }

    int showTemplates()
    {
        go("templates");
        auto &page = m_window.templatesPage();
        if (!QTest::qWaitFor([&] { return page.preview() != nullptr; }, kMostMs))
            return fail("the templates could not be compared");
        QSignalSpy matched(&page, &TemplatesPage::matched);
        page.showPicture(firstDefect(m_window.session().dataset()->categories.front()));
        if (!matched.wait(kMostMs))
            return fail("a picture could not be matched");
        shoot(u"templates"_s);
        const int count = page.templateCount();
        page.setRule(engine::TemplateStrategy::Nearest, count, {"anomaldf", {}});
        if (!matched.wait(kMostMs))
            return fail("the template source gave nothing");
        shoot(u"templates-source"_s);
        page.setRule(engine::TemplateStrategy::Nearest, count);
        return 0;
    }

    int showInspect()
    {
        go("inspect");
        for (const auto &category : m_window.session().dataset()->categories) {
            QSignalSpy inspected(&m_window.inspectPage(), &InspectPage::inspected);
            m_window.inspectPage().showPicture(firstDefect(category));
            if (!inspected.wait(kMostMs))
                return fail("a picture could not be looked into");
            shoot(u"inspect-"_s + QString::fromStdString(category.name));
        }
        return 0;
    }

    /// A few decisions by somebody who is new.
    int showReview()
    {
        go("review");
        auto &page = m_window.reviewPage();
        if (!QTest::qWaitFor([&] { return page.set() && !m_window.jobs().isBusy(); }, kMostMs))
            return fail("the pictures to review could not be read");
        save(m_work, u"review-question"_s);
        page.setReviewer(u"Ada"_s);
        const auto isReady = [&] {
            return page.current() && page.evidence().isPainted() && page.unsaved() == 0;
        };
        for (int i = 0; i < kDecisions; ++i) {
            if (!QTest::qWaitFor(isReady, kMostMs))
                return fail("a picture to review was not seen");
            if (page.set()->pictures[*page.current()].item.defective == true)
                page.rejectFor(1);
            else
                page.accept();
        }
        if (!QTest::qWaitFor(isReady, kMostMs))
            return fail("a decision was not saved");
        shoot(u"review"_s);
        return 0;
    }

    /// The areas of the map in a picture whose defect is seen well.
    int showAnnotation()
    {
        go("inspect");
        QSignalSpy inspected(&m_window.inspectPage(), &InspectPage::inspected);
        m_window.inspectPage().showPicture(
            firstDefect(m_window.session().dataset()->categories.front()));
        if (inspected.isEmpty() && !inspected.wait(kMostMs))
            return fail("a picture to draw on could not be looked into");
        m_window.actions().action(u"inspect.annotate"_s)->trigger();
        auto *window = m_window.findChild<AnnotateWindow *>();
        if (!window || !QTest::qWaitFor([&] { return !window->page().picture().empty(); }, kMostMs))
            return fail("the picture could not be drawn on");
        window->resize(1280, 800);
        QTest::qWait(kSettleMs);
        auto &editor = window->page().editor();
        if (editor.editor()->document().shapes().empty()) // else they were kept
            QTest::keyClick(&editor.canvas(), Qt::Key_M);
        shoot(*window, u"annotate"_s);
        window->close();
        return 0;
    }

    /// Of both runs, for the picture that changed most.
    int showMaps()
    {
        auto &page = m_window.runsPage();
        page.findChild<QTabWidget *>()->setCurrentIndex(1);
        auto *pictures = page.findChild<QTableView *>(u"pictures"_s);
        if (pictures->model()->rowCount() == 0)
            page.findChild<QCheckBox *>(u"onlyChanged"_s)->click();
        pictures->setCurrentIndex(pictures->model()->index(0, 0));
        if (!QTest::qWaitFor([&] { return page.findChild<MapsStrip *>()->canvases().size() == 3; },
                             kMostMs))
            return fail("the maps of two runs could not be made");
        shoot(u"runs-maps"_s);
        page.findChild<QTabWidget *>()->setCurrentIndex(0);
        return 0;
    }

    QDir m_work, m_out;
    int m_steps;
    MainWindow m_window;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const auto arguments = QApplication::arguments();
    if (arguments.size() != 4)
        return fail("usage: studio-screenshots WORK-FOLDER OUTPUT-FOLDER STEPS");
    const QDir work(QDir(arguments[1]).absolutePath());
    const QDir out(arguments[2]);
    QDir().mkpath(out.path());
    QCoreApplication::setOrganizationName(u"costfilter-screenshots"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, work.filePath(u"settings"_s));
    QSettings().clear();
    return Tour(work, out, arguments[3].toInt()).run();
}
