// Makes the pictures of docs/images from the demo data: every page, in both themes.
#include "core/demo/demo_data.h"
#include "ui/inspect/inspect_page.h"
#include "ui/shell/main_window.h"
#include "ui/train/train_page.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <cstdio>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMs = 30 * 60 * 1000;
constexpr int kSettleMs = 1500; // thumbnails, queued replots

bool waitForJobs(MainWindow &window)
{
    return QTest::qWaitFor([&] { return !window.jobs().isBusy(); }, kMostMs);
}

int fail(const char *what)
{
    std::fprintf(stderr, "screenshots: %s\n", what);
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const auto arguments = QApplication::arguments();
    if (arguments.size() != 4)
        return fail("usage: studio-screenshots WORK-FOLDER OUTPUT-FOLDER STEPS");
    const QDir work(arguments[1]);
    const QDir out(arguments[2]);
    const int steps = arguments[3].toInt();
    QDir().mkpath(out.path());
    QCoreApplication::setOrganizationName(u"costfilter-screenshots"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, work.filePath(u"settings"_s));
    QSettings().clear();

    MainWindow window;
    window.resize(1280, 800);
    window.show();
    const auto shoot = [&](const QString &name) {
        for (const auto *theme : {"light", "dark"}) {
            window.actions().action(u"theme."_s + QLatin1String(theme))->trigger();
            QTest::qWait(kSettleMs);
            window.grab().save(out.filePath(u"%1-%2.png"_s.arg(name, QLatin1String(theme))));
        }
    };
    shoot(u"start"_s);
    window.session().openDemo(work.filePath(u"demo"_s).toStdString());
    if (!QTest::qWaitFor([&] { return window.session().dataset() != nullptr; }, kMostMs) ||
        !waitForJobs(window))
        return fail("the demo data could not be opened");
    shoot(u"dataset"_s);

    window.actions().action(u"go.train"_s)->trigger();
    for (auto *box : window.trainPage().findChildren<QSpinBox *>())
        if (box->toolTip() == u"--steps"_s)
            box->setValue(steps);
    shoot(u"train-form"_s);
    if (window.session().trainedRun().empty()) {
        QSignalSpy evaluated(&window.trainPage(), &TrainPage::evaluated);
        window.trainPage().start();
        const auto *job = window.jobs().jobs().back();
        const auto hasCurves = [job] {
            return job->isOver() || (job->progress().stage == "train" && job->progress().done > 30);
        };
        if (!QTest::qWaitFor(hasCurves, kMostMs) || job->error())
            return fail("the training did not begin");
        shoot(u"train-live"_s);
        if (evaluated.isEmpty() && !evaluated.wait(kMostMs))
            return fail("the training did not end");
        shoot(u"train-result"_s);
    }

    const auto &dataset = *window.session().dataset();
    for (const auto &category : dataset.categories) {
        for (const auto &sample : category.test()) {
            if (sample.label != dataset::Label::Defect)
                continue;
            window.actions().action(u"go.inspect"_s)->trigger();
            QSignalSpy inspected(&window.inspectPage(), &InspectPage::inspected);
            window.inspectPage().showPicture(sample.image);
            if (!inspected.wait(kMostMs))
                return fail("a picture could not be looked into");
            shoot(u"inspect-"_s + QString::fromStdString(category.name));
            break;
        }
    }
    window.actions().action(u"view.jobs"_s)->trigger();
    shoot(u"jobs"_s);
    return 0;
}
