#include "tests/ui/shell/state_shots.h"

#include "ui/analyse/analyse_page.h"
#include "ui/inspect/inspect_controls.h"
#include "ui/inspect/inspect_page.h"
#include "ui/review/evidence_view.h"
#include "ui/review/normal_dialog.h"
#include "ui/review/normals_bar.h"
#include "ui/review/review_page.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/annotate_window.h"
#include "ui/shell/main_window.h"
#include "ui/train/train_page.h"

#include <QDialog>
#include <QDir>
#include <QTabWidget>
#include <QTest>

namespace cf::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostMs = 30 * 60 * 1000;
constexpr int kRestMs = 500;
constexpr int kSettleMs = 700; // thumbnails, queued replots
const auto kLongName =
    u"line-3_camera-left_2024-05-01T12-00-00_part-0000123456_second-side_relit"_s;

class States
{
public:
    States(MainWindow &window, const QDir &folder) : m_window(window), m_folder(folder) {}

    void shootPages(const QString &suffix)
    {
        for (const auto *page : {"start", "dataset", "templates", "inspect", "review", "analyse"})
            shootPage(page, suffix);
        m_window.analysePage().showZones();
        save(u"analyse-zones-"_s + suffix);
        m_window.analysePage().showDefects();
        wait();
        save(u"analyse-defects-"_s + suffix);
        m_window.analysePage().findChild<QTabWidget *>()->setCurrentIndex(0);
        shootAnnotation(suffix);
        shootViews(suffix);
        run(u"go.train"_s);
        for (int step = 0; step < 5; ++step) {
            m_window.trainPage().showStep(step);
            wait();
            save(u"train-%1-%2"_s.arg(step + 1).arg(suffix));
        }
        auto *learning = m_window.trainPage().findChild<QTabWidget *>();
        for (int tab = 0; tab < learning->count(); ++tab) {
            learning->setCurrentIndex(tab);
            save(u"train-5-tab%1-%2"_s.arg(tab + 1).arg(suffix));
        }
        run(u"go.runs"_s);
        m_window.runsPage().selectRuns({2});
        wait();
        save(u"runs-details-"_s + suffix);
        m_window.runsPage().selectRuns({1, 2});
        wait();
        auto *compared = m_window.runsPage().findChild<QTabWidget *>();
        for (int tab = 0; tab < compared->count(); ++tab) {
            compared->setCurrentIndex(tab);
            save(u"runs-compare%1-%2"_s.arg(tab + 1).arg(suffix));
        }
    }

    /// Of a picture, as many as are still of use.
    void shootViews(const QString &suffix)
    {
        run(u"go.inspect"_s);
        auto &controls = m_window.inspectPage().controls();
        const int before = controls.tiles();
        for (const int count : {6, 12}) {
            controls.setTiles(count);
            save(u"inspect-%1views-%2"_s.arg(count).arg(suffix));
        }
        controls.setTiles(before);
    }

    void shootAnnotation(const QString &suffix)
    {
        run(u"go.inspect"_s);
        run(u"inspect.annotate"_s);
        auto *window = m_window.findChild<AnnotateWindow *>();
        window->resize(m_window.size());
        QTest::qWait(kSettleMs);
        window->grab().save(m_folder.filePath(u"annotate-%1.png"_s.arg(suffix)));
        window->close();
    }

    void shootDialogs(const QString &suffix)
    {
        for (const auto *dialog : {"help.palette", "help.shortcuts", "help.editShortcuts"}) {
            run(QLatin1String(dialog));
            saveDialog(QLatin1String(dialog), suffix);
        }
        shootReviewDialogs(suffix);
        run(u"go.dataset"_s);
        run(u"view.jobs"_s);
        save(u"jobs-"_s + suffix);
        run(u"view.jobs"_s);
    }

    /// The model gets a normal for them, and loses it again.
    void shootReviewDialogs(const QString &suffix)
    {
        run(u"go.review"_s);
        wait();
        auto &page = m_window.reviewPage();
        run(u"review.normals"_s);
        saveDialog(u"review.normals-none"_s, suffix);
        waitFor([&] { return page.evidence().isPainted(); });
        run(u"review.takeNormal"_s);
        save(u"review-busy-"_s + suffix);
        waitFor([&] { return m_window.findChild<NormalDialog *>() != nullptr; });
        saveDialog(u"review.takeNormal"_s, suffix, true);
        waitFor([&] { return !page.set()->normals.empty(); });
        wait();
        for (const auto *dialog :
             {"review.normals", "review.report", "review.reasons", "review.reviewer"}) {
            run(QLatin1String(dialog));
            saveDialog(QLatin1String(dialog), suffix);
        }
        page.normals().takeAway(page.set()->normals.front().file);
        waitFor([&] { return m_window.findChild<NormalDialog *>() != nullptr; });
        saveDialog(u"review.takeAway"_s, suffix, true);
        waitFor([&] { return page.set()->normals.empty(); });
        wait();
    }

    /// The one that is open; then it is left.
    void saveDialog(const QString &name, const QString &suffix, bool accepts = false)
    {
        QTest::qWait(kSettleMs);
        auto *shown = m_window.findChild<QDialog *>();
        shown->grab().save(m_folder.filePath(u"%1-%2.png"_s.arg(name, suffix)));
        shown->done(accepts ? QDialog::Accepted : QDialog::Rejected);
        QTest::qWait(0); // deleted on close
    }

    void shootPage(const char *page, const QString &suffix)
    {
        run(u"go."_s + QLatin1String(page));
        wait();
        save(u"%1-%2"_s.arg(QLatin1String(page), suffix));
    }

    /// Nothing is open, or something that is not there.
    void shootEmpty(const QString &suffix)
    {
        m_window.session().close();
        m_window.openPath(m_folder.filePath(u"no-such-folder/"_s + kLongName));
        for (const auto *page :
             {"start", "dataset", "templates", "train", "inspect", "review", "analyse", "runs"})
            shootPage(page, u"empty-"_s + suffix);
    }

    /// A few pictures, some of them damaged, with names that have no room anywhere.
    void writeLongNames(const QDir &demo)
    {
        const QDir pictures(longNames());
        const auto category = kLongName.left(40);
        for (const auto *folder : {"train/good", "test/good", "test/scratch"}) {
            const auto to = category + u'/' + QLatin1String(folder);
            pictures.mkpath(to);
            const QDir from(demo.filePath(u"cloth/train/good"_s));
            for (const auto &name : from.entryList(QDir::Files).mid(0, 6))
                QFile::copy(from.filePath(name),
                            pictures.filePath(to + u'/' + kLongName + u'-' + name));
        }
        QFile damaged(pictures.filePath(category + u"/train/good/"_s + kLongName + u".png"_s));
        if (damaged.open(QIODevice::WriteOnly))
            damaged.write("no picture");
        damaged.close();
    }

    /// Of the project that is open, before the other pictures take the place of its own.
    void shootQuestion(const QString &suffix)
    {
        m_window.openPath(longNames());
        saveDialog(u"question"_s, suffix);
    }

    void openLongNames()
    {
        m_window.openPath(longNames());
        waitFor([&] { return m_window.session().dataset() != nullptr; });
        wait();
    }

    void run(const QString &action) { m_window.actions().action(action)->trigger(); }

    void wait() { (void)waitForJobs(m_window); }

    /// Or not at all: then that is what the picture shows.
    template <class Condition>
    static void waitFor(Condition condition)
    {
        (void)QTest::qWaitFor(condition, kMostMs);
    }

    void save(const QString &name)
    {
        QTest::qWait(kSettleMs);
        m_window.grab().save(m_folder.filePath(name + u".png"_s));
    }

private:
    QString longNames() const { return m_folder.filePath(u"long/"_s + kLongName); }

    MainWindow &m_window;
    QDir m_folder;
};

} // namespace

bool waitForJobs(MainWindow &window)
{
    do {
        if (!QTest::qWaitFor([&] { return !window.jobs().isBusy(); }, kMostMs))
            return false;
        QTest::qWait(kRestMs);
    } while (window.jobs().isBusy());
    return true;
}

void shootStates(MainWindow &window, const QDir &folder)
{
    States states(window, folder);
    states.writeLongNames(QString::fromStdString(window.session().dataset()->root.string()));
    for (const auto *look : {"en-light", "de-dark", "zh-light"}) {
        const auto words = QString::fromLatin1(look).split(u'-');
        states.run(u"language."_s + words[0]);
        states.run(u"theme."_s + words[1]);
        states.shootPages(QLatin1String(look));
        states.shootDialogs(QLatin1String(look));
        states.shootQuestion(QLatin1String(look));
    }
    states.run(u"theme.dark"_s);
    states.run(u"language.en"_s);
    states.shootDialogs(u"en-dark"_s);
    window.resize(QSize(3840, 2160) / window.devicePixelRatio()); // QT_SCALE_FACTOR, if it is set
    states.shootPages(u"4k"_s);
    window.resize(1280, 800);
    window.session().close(); // or they would be asked about
    states.openLongNames();
    for (const auto *page : {"start", "dataset", "templates", "train", "inspect"})
        states.shootPage(page, u"long"_s);
    states.shootEmpty(u"en-dark"_s);
    states.run(u"language.de"_s);
    states.run(u"theme.light"_s);
    states.shootEmpty(u"de-light"_s);
    states.run(u"language.en"_s);
}

} // namespace cf::ui
