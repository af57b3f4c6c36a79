#include "core/demo/demo_data.h"
#include "core/store/project.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"
#include "ui/analyse/analyse_page.h"
#include "ui/dataset/dataset_page.h"
#include "ui/image/image_canvas.h"
#include "ui/inspect/inspect_controls.h"
#include "ui/inspect/inspect_page.h"
#include "ui/inspect/inspect_tile.h"
#include "ui/inspect/noise_panel.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/main_window.h"
#include "ui/templates/templates_page.h"
#include "ui/train/metric_table.h"
#include "ui/train/train_form.h"
#include "ui/train/train_page.h"

#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

#include <fstream>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

/// The real window over the real engine, driven as a user would.
class TstMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void startsOnTheStartPage();
    void opensADroppedFolder();
    void saysThatAFolderIsGone();
    void saysThatAFolderHoldsNoPictures();
    void everyActionIsReachable();
    void themeAndArrangementSurvive();
    void pagesByKeyboard();
    void templatesAreOneChoice();
    void trainsEvaluatesAndInspects();
    void analysesAndReports();
    void goesOnWithAStoppedTraining();
    void closesAProjectWhileTraining();
    void asksBeforeClosingWhileTraining();
    void asksBeforeAProjectGetsOtherPictures();
    void looksAtOtherPicturesWithoutTheProject();
    void opensAProjectAgain();
    void saysThatAProjectIsDamaged();

private:
    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;

    QString at(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QWidget *page() const { return m_window->findChild<QStackedWidget *>()->currentWidget(); }
    QString startError() const { return m_window->findChild<QLabel *>(u"startError"_s)->text(); }
    void waitForJobs() { QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy(), 240000); }
    void createProject(const char *name);
    void train(int steps);
    void drop(const char *folder);
    void writeOthers(const char *folder);
    QMessageBox *replaceQuestion() const
    {
        return m_window->findChild<QMessageBox *>(u"replaceQuestion"_s);
    }
};

void TstMainWindow::initTestCase()
{
    QCoreApplication::setOrganizationName(u"costfilter-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, at("settings"));
    demo::DemoOptions options;
    options.trainPerCategory = 8;
    options.goodPerCategory = 2;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(at("pictures").toStdString(), options, run));
}

void TstMainWindow::init()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    m_window->activateWindow(); // on X11 without a window manager nobody else does
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TstMainWindow::createProject(const char *name)
{
    m_window->session().createProject(at(name).toStdString(), at("pictures").toStdString());
    waitForJobs();
    QVERIFY2(m_window->session().dataset(), qPrintable(startError()));
}

void TstMainWindow::train(int steps)
{
    m_window->actions().action(u"go.train"_s)->trigger();
    m_window->trainPage().showStep(4);
    for (auto *box : m_window->trainPage().findChildren<QSpinBox *>()) {
        if (box->toolTip() == u"--steps"_s)
            box->setValue(steps);
        if (box->toolTip() == u"--batch"_s)
            box->setValue(4);
    }
    auto *start = m_window->trainPage().findChild<QPushButton *>(u"startTraining"_s);
    QVERIFY(start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY(m_window->trainPage().isTraining());
}

void TstMainWindow::startsOnTheStartPage()
{
    QVERIFY(m_window->findChild<QPushButton *>(u"start.demo.open"_s)->isVisible());
    QVERIFY(m_window->actions().action(u"go.start"_s)->isChecked());
    QVERIFY(!m_window->actions().action(u"project.close"_s)->isEnabled());
}

void TstMainWindow::drop(const char *folder)
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(at(folder))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &dropped);
}

void TstMainWindow::opensADroppedFolder()
{
    drop("pictures");
    waitForJobs();
    QVERIFY(m_window->session().dataset());
    QCOMPARE(m_window->session().dataset()->categories.size(), std::size_t{3});
    QVERIFY(!m_window->session().takeRows()); // Dataset and Templates have taken them
    QVERIFY(!m_window->session().project());
    QVERIFY(m_window->actions().action(u"go.dataset"_s)->isChecked());
    QVERIFY(Session::recent().contains(at("pictures")));
}

void TstMainWindow::saysThatAFolderIsGone()
{
    m_window->openPath(at("nowhere"));
    QVERIFY(startError().contains(u"nowhere"_s));
    QVERIFY(m_window->actions().action(u"go.start"_s)->isChecked());
}

void TstMainWindow::saysThatAFolderHoldsNoPictures()
{
    QDir().mkpath(at("empty"));
    m_window->openPath(at("empty"));
    waitForJobs();
    QVERIFY2(startError().contains(u"empty"_s), qPrintable(startError()));
    QVERIFY(!m_window->session().dataset());
}

void TstMainWindow::everyActionIsReachable()
{
    QSet<QAction *> inMenus;
    for (auto *menu : m_window->findChildren<QMenu *>())
        for (auto *action : menu->actions())
            inMenus += action;
    for (const auto &entry : m_window->actions().entries()) {
        QVERIFY2(inMenus.contains(entry.action), qPrintable(entry.id));
        QVERIFY2(!entry.action->text().isEmpty() && !entry.action->toolTip().isEmpty(),
                 qPrintable(entry.id));
        for (const auto &shortcut : entry.action->shortcuts())
            QVERIFY2(m_window->actions().conflicts(entry.id, shortcut).isEmpty(),
                     qPrintable(entry.id + u": "_s + shortcut.toString()));
    }
}

void TstMainWindow::themeAndArrangementSurvive()
{
    m_window->actions().action(u"theme.dark"_s)->trigger();
    QVERIFY(qApp->palette().color(QPalette::Window).lightness() < 80);
    const auto navigation = [](const MainWindow &window) {
        const auto picture = window.findChild<QToolBar *>(u"navigation"_s)->grab().toImage();
        return picture.pixelColor(2, picture.height() - 2).lightness();
    };
    QTRY_VERIFY(navigation(*m_window) < 80);
    m_window->resize(1111, 777);
    m_window->actions().action(u"view.jobs"_s)->trigger();
    QTest::qWait(1200); // saved a second after the last change, so that a crash loses nothing
    m_window->hide();
    auto other = std::make_unique<MainWindow>();
    other->show();
    QCOMPARE(other->size(), QSize(1111, 777));
    QVERIFY(other->findChild<QWidget *>(u"jobsDock"_s)->isVisible());
    QVERIFY(other->actions().action(u"theme.dark"_s)->isChecked());
    other->actions().action(u"theme.light"_s)->trigger();
    QTRY_VERIFY(navigation(*other) > 180);
    QVERIFY(qApp->palette().color(QPalette::Window).lightness() > 180);
}

void TstMainWindow::pagesByKeyboard()
{
    const std::pair<Qt::Key, QWidget *> pages[] = {{Qt::Key_2, &m_window->templatesPage()},
                                                   {Qt::Key_3, &m_window->trainPage()},
                                                   {Qt::Key_4, &m_window->inspectPage()},
                                                   {Qt::Key_6, &m_window->analysePage()},
                                                   {Qt::Key_7, &m_window->runsPage()}};
    for (const auto &[key, expected] : pages) {
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
        QCOMPARE(page(), expected);
        // Single letters act on the page that is seen only.
        QCOMPARE(m_window->actions().action(u"inspect.next"_s)->isEnabled(),
                 expected == &m_window->inspectPage());
    }
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_window->findChild<QDialog *>(u"commandPalette"_s));
    QTest::keyClick(m_window->findChild<QDialog *>(u"commandPalette"_s), Qt::Key_Escape);
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QTRY_VERIFY(m_window->findChild<QDialog *>(u"shortcutSheet"_s));
}

void TstMainWindow::trainsEvaluatesAndInspects()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    createProject("project");
    QSignalSpy evaluated(&m_window->trainPage(), &TrainPage::evaluated);
    train(6);
    QVERIFY(evaluated.wait(300000));
    auto *table = m_window->trainPage().findChild<MetricTable *>();
    QCOMPARE(table->rowCount(), 3 * (3 + 1)); // three rows for each category and the mean
    QVERIFY(
        table->text(MetricTable::CopyAs::Markdown).startsWith(u"| Category | Map | I-AUROC |"_s));
    QVERIFY(table->text(MetricTable::CopyAs::Latex).contains(u"circuit\\_board"_s));

    // One truth: what the window shows is what the store holds.
    const auto project = store::Project::open(at("project").toStdString());
    CF_VERIFY(project);
    const auto stored = project->latestEvaluation(1);
    CF_VERIFY(stored);
    QVERIFY(*stored);
    auto &inspect = m_window->inspectPage();
    m_window->actions().action(u"go.inspect"_s)->trigger();
    QSignalSpy inspected(&inspect, &InspectPage::inspected);
    const auto &score = (*stored)->scores.front();
    inspect.showPicture(at("pictures").toStdString() / score.path);
    QVERIFY(inspected.wait(60000));
    const auto &seen = *inspect.inspection();
    QVERIFY(std::abs(seen.scored.fusedScore - *score.fused) < 1e-6);
    QVERIFY(std::abs(seen.scored.baselineScore - *score.baseline) < 1e-6);

    // The pictures' list knows the scores too.
    auto *datasetPage = m_window->findChild<DatasetPage *>();
    waitForJobs();
    datasetPage->setQuery(u"score>-1000"_s);
    QCOMPARE(datasetPage->model()->rowCount(), static_cast<int>((*stored)->scores.size()));

    // The probe gives the engine's own float.
    auto &last = *inspect.tiles().back();
    QCOMPARE(last.canvas().valueAt({10, 12}), std::optional(seen.scored.fused.at<float>(12, 10)));
    // Lambda moves the fused map at once: 1 is the filtered one.
    for (auto *box : inspect.controls().findChildren<QDoubleSpinBox *>())
        if (box->accessibleName().contains(u"λ"_s))
            box->setValue(1.0);
    QVERIFY(std::abs(*last.canvas().valueAt({10, 12}) - seen.scored.filtered.at<float>(12, 10)) <
            1e-5F);
    // Stages by keyboard, pictures by keyboard.
    const int stage = last.stage();
    QTest::keyClick(&inspect, Qt::Key_Comma);
    QCOMPARE(last.stage(), stage - 1);
    QCOMPARE(inspect.noise().stage(), stage - 1);
    const auto first = seen.image;
    QTest::keyClick(&inspect, Qt::Key_D);
    QTRY_VERIFY_WITH_TIMEOUT(inspect.inspection()->image != first, 60000);
    QTest::keyClick(&inspect, Qt::Key_A);
    QTRY_VERIFY_WITH_TIMEOUT(inspect.inspection()->image == first, 60000);
}

void TstMainWindow::templatesAreOneChoice()
{
    createProject("templates");
    auto &form = m_window->trainPage().form();
    m_window->templatesPage().setRule(engine::TemplateStrategy::KCentre, 5);
    QCOMPARE(form.request().options.templates, engine::TemplateStrategy::KCentre);
    QCOMPARE(form.request().options.templateCount, std::int64_t{5});
    m_window->actions().action(u"go.templates"_s)->trigger();
    m_window->actions().action(u"edit.undo"_s)->trigger();
    QCOMPARE(form.request().options.templates, engine::TemplateStrategy::Nearest);
    QVERIFY(m_window->actions().action(u"edit.redo"_s)->isEnabled());

    for (auto *box : m_window->trainPage().findChildren<QSpinBox *>())
        if (box->toolTip() == u"--template-count"_s)
            box->setValue(7);
    QCOMPARE(m_window->templatesPage().templateCount(), 7);
    waitForJobs();
}

void TstMainWindow::analysesAndReports()
{
    if (!fs::exists(at("project").toStdString()))
        QSKIP("no project was trained");
    m_window->openPath(at("project"));
    waitForJobs();
    m_window->actions().action(u"go.analyse"_s)->trigger();
    auto &page = m_window->analysePage();
    QTRY_VERIFY(page.analysis());
    const auto project = store::Project::open(at("project").toStdString());
    CF_VERIFY(project);
    const auto stored = project->latestEvaluation(1);
    CF_VERIFY(stored);
    QVERIFY(*stored);
    // The same scores as in the store, to the last digit.
    std::vector<double> expected;
    for (const auto &score : (*stored)->scores)
        if (score.category == "cloth" && score.fused && score.defective)
            expected.push_back(*score.fused);
    std::sort(expected.begin(), expected.end(), std::greater<>());
    std::vector<double> shown;
    for (const auto &category : page.analysis()->categories)
        if (category.name == "cloth")
            for (const auto &picture : category.scores.at(store::Variant::Fused).pictures)
                shown.push_back(picture.score);
    QCOMPARE(shown, expected);

    QSignalSpy written(m_window.get(), &MainWindow::reportWritten);
    for (const char *name : {"report.html", "report.pdf"}) {
        m_window->writeReport(at(name));
        QVERIFY(written.wait(120000));
        QVERIFY(QFileInfo(at(name)).size() > 10000);
    }
    m_window->writeReport(at("two.csv"), {(*stored)->scores[0].path, (*stored)->scores[1].path});
    QVERIFY(written.wait(120000));
    QFile two(at("two.csv"));
    QVERIFY(two.open(QIODevice::ReadOnly));
    QCOMPARE(two.readAll().count('\n'), 3);

    m_window->actions().action(u"go.runs"_s)->trigger();
    auto &runs = m_window->runsPage();
    runs.selectRuns({1});
    QTRY_COMPARE(runs.selectedRuns(), std::vector<store::Id>{1});
}

void TstMainWindow::goesOnWithAStoppedTraining()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    createProject("stopped");
    train(60);
    auto &trainPage = m_window->trainPage();
    auto *job = m_window->jobs().jobs().back();
    QTRY_VERIFY_WITH_TIMEOUT(job->progress().stage == "train" && job->progress().done > 1, 240000);
    QTest::mouseClick(trainPage.findChild<QPushButton *>(u"stopTraining"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(job->state(), JobState::Cancelled, 120000);
    auto *resume = trainPage.findChild<QPushButton *>(u"resumeTraining"_s);
    QTRY_VERIFY(resume->isVisible());
    QTest::mouseClick(resume, Qt::LeftButton);
    auto *again = m_window->jobs().jobs().back();
    QVERIFY(again != job);
    QTRY_VERIFY_WITH_TIMEOUT(again->progress().stage == "train" && again->progress().done > 1,
                             240000);
    trainPage.stop();
    waitForJobs();
    const auto project = store::Project::open(at("stopped").toStdString());
    CF_VERIFY(project);
    QCOMPARE(project->runs()->size(), std::size_t{1}); // the same run went on
}

void TstMainWindow::closesAProjectWhileTraining()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    createProject("closed");
    train(2);
    m_window->actions().action(u"project.close"_s)->trigger();
    waitForJobs();
    QVERIFY(m_window->session().trainedRun().empty());
    QCOMPARE(m_window->trainPage().findChild<MetricTable *>()->rowCount(), 0);
    const auto project = store::Project::open(at("closed").toStdString());
    CF_VERIFY(project);
    QVERIFY(project->latestEvaluation(1)->has_value()); // it was trained and tested all the same
}

void TstMainWindow::asksBeforeClosingWhileTraining()
{
    bool stopped = false;
    m_window->jobs().start(Lane::Engine, u"long"_s, [&](RunContext &run) -> Result<void> {
        try {
            while (true)
                run.step({"train", 0, 0});
        } catch (const Cancelled &) {
            stopped = true;
            throw;
        }
    });
    m_window->close();
    QVERIFY(m_window->isVisible());
    auto *question = m_window->findChild<QMessageBox *>(u"closeQuestion"_s);
    QVERIFY(question);
    QTest::mouseClick(question->findChild<QPushButton *>(u"stopAndQuit"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_window->isVisible());
    QVERIFY(stopped);
}

void TstMainWindow::writeOthers(const char *folder)
{
    demo::DemoOptions options;
    options.trainPerCategory = 2;
    options.goodPerCategory = 1;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(at(folder).toStdString(), options, run));
}

void TstMainWindow::asksBeforeAProjectGetsOtherPictures()
{
    writeOthers("others");
    createProject("asking");
    const auto root = [this] { return m_window->session().dataset()->root; };
    const auto rootsOnRecord = [this] {
        const auto project = store::Project::open(at("asking").toStdString()).orThrow();
        const auto datasets = project.datasets().orThrow();
        std::vector<fs::path> roots;
        for (const auto &dataset : datasets)
            roots.push_back(dataset.root);
        return roots;
    };
    drop("pictures"); // its own: nothing to ask
    QVERIFY(!replaceQuestion());
    waitForJobs();

    for (const auto key : {Qt::Key_Escape, Qt::Key_Return}) { // both keep
        drop("others");
        QPointer<QMessageBox> question = replaceQuestion();
        QVERIFY(question);
        QVERIFY2(question->text().contains(at("others")), qPrintable(question->text()));
        QVERIFY(QTest::qWaitForWindowActive(question));
        QTest::keyClick(question->focusWidget(), key);
        QTRY_VERIFY(!question);
        waitForJobs();
        QCOMPARE(root(), fs::path(at("pictures").toStdString()));
        QCOMPARE(rootsOnRecord(), std::vector{root()});
    }

    drop("others");
    QVERIFY(QTest::qWaitForWindowActive(replaceQuestion()));
    auto *replace = replaceQuestion()->findChild<QPushButton *>(u"replacePictures"_s);
    for (int i = 0; i < 3 && !replace->hasFocus(); ++i)
        QTest::keyClick(replaceQuestion()->focusWidget(), Qt::Key_Tab);
    QVERIFY(replace->hasFocus());
    QTest::keyClick(replace, Qt::Key_Space);
    waitForJobs();
    QCOMPARE(root(), fs::path(at("others").toStdString()));
    QCOMPARE(rootsOnRecord().size(), std::size_t{2});
    QVERIFY(m_window->session().project());
}

void TstMainWindow::looksAtOtherPicturesWithoutTheProject()
{
    writeOthers("others");
    createProject("looking");
    m_window->openPath(at("others"));
    QVERIFY(replaceQuestion());
    QTest::mouseClick(replaceQuestion()->findChild<QPushButton *>(u"lookOnly"_s), Qt::LeftButton);
    waitForJobs();
    QVERIFY(!m_window->session().project());
    QCOMPARE(m_window->session().dataset()->root, fs::path(at("others").toStdString()));
    const auto project = store::Project::open(at("looking").toStdString());
    CF_VERIFY(project);
    QCOMPARE(project->datasets()->size(), std::size_t{1});
}

void TstMainWindow::opensAProjectAgain()
{
    if (!fs::exists(at("project").toStdString()))
        QSKIP("no project was trained");
    m_window->openPath(at("project"));
    waitForJobs();
    QVERIFY(m_window->session().dataset());
    QCOMPARE(m_window->session().trainedRun(), std::string("1"));
    m_window->actions().action(u"project.close"_s)->trigger();
    QVERIFY(!m_window->session().project());
    // Moved pictures: the project opens and says where they were.
    QVERIFY(QDir().rename(at("pictures"), at("moved")));
    m_window->openPath(at("project"));
    waitForJobs();
    QVERIFY(m_window->session().project());
    QVERIFY(!m_window->session().dataset());
    m_window->session().relocatePictures(at("empty").toStdString()); // other pictures: refused
    waitForJobs();
    QVERIFY(!m_window->session().dataset());
    QVERIFY(startError().contains(u"none of the project's pictures"_s));
    m_window->session().relocatePictures(at("moved").toStdString());
    waitForJobs();
    QVERIFY(m_window->session().dataset());
    {
        const auto project = store::Project::open(at("project").toStdString());
        CF_VERIFY(project);
        QCOMPARE(project->datasets()->size(), std::size_t{1}); // the same one, elsewhere
        QCOMPARE(project->datasets()->front().root, fs::path(at("moved").toStdString()));
    }
    QVERIFY(QDir().rename(at("moved"), at("pictures")));
}

void TstMainWindow::saysThatAProjectIsDamaged()
{
    QDir().mkpath(at("damaged"));
    std::ofstream(at("damaged/project.costfilter").toStdString()) << "not a database, not at all";
    m_window->openPath(at("damaged"));
    waitForJobs();
    QVERIFY2(startError().contains(u"damaged"_s), qPrintable(startError()));
}

QTEST_MAIN(TstMainWindow)
#include "tst_main_window.moc"
