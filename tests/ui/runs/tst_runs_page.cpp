#include "core/imaging/map_file.h"
#include "core/workflow/external_metrics.h"
#include "tests/result_check.h"
#include "tests/workflow/compared_runs.h"
#include "ui/image/image_canvas.h"
#include "ui/runs/compare_view.h"
#include "ui/runs/maps_strip.h"
#include "ui/runs/model_text.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_page.h"
#include "ui/runs/runs_table.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>

#include <opencv2/imgcodecs.hpp>

#include <fstream>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

class TstRunsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void saysWhatToDoWithoutAProject();
    void saysThatThereAreNoRuns();
    void saysWhyItCannotBeRead();
    void listsTheNewestFirst();
    void sortsByAFigure();
    void filtersByWords();
    void hidesAndRemembersColumns();
    void showsAllHeadingsInWhole();
    void remembersTheSplitter();
    void editsNotesAndUndoes();
    void mayGoWhileNotesAreEdited();
    void showsTheDetailsOfOneRun();
    void choosesTheRunOfTheOtherPages();
    void comparesTwoRuns();
    void comparesWithAnotherReference();
    void copiesTheDifferences();
    void listsThePicturesThatChangeSide();
    void opensThePictureOfAColumn();
    void showsTheMapsSideBySide();
    void takesAGivenThreshold();
    void refusesTooManyRuns();
    void keepsTheSelectionWhenReloaded();
    void showsTwoHundredRuns();

private:
    template <class T>
    T *part(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    RunsTable *table() const { return m_page->findChild<RunsTable *>(); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    QString message() const
    {
        for (const auto *label : m_page->findChildren<QLabel *>(u"message"_s))
            if (label->isVisible())
                return label->text();
        return {};
    }
    QPushButton *action() const
    {
        for (auto *button : m_page->findChildren<QPushButton *>(u"action"_s))
            if (button->isVisible())
                return button;
        return nullptr;
    }
    void open()
    {
        m_page->setProject(folder() / "p");
        QTRY_VERIFY(table()->isVisible());
    }
    void compare(std::vector<store::Id> runs)
    {
        m_page->selectRuns(runs);
        QTRY_VERIFY(part<QTableView>("deltas")->isVisible() ||
                    part<QTableView>("pictures")->isVisible());
        QTRY_VERIFY(!m_runner->isBusy());
    }
    void showTab(int index) { m_page->findChild<QTabWidget *>()->setCurrentIndex(index); }
    std::string storedNotes(store::Id run) const
    {
        return store::Project::open(folder() / "p").orThrow().run(run).orThrow().notes;
    }
    fs::path folder() const { return fs::path(m_dir->path().toStdString()); }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JobRunner> m_runner;
    std::unique_ptr<RunsPage> m_page;
    std::vector<store::Id> m_runs;
};

void TstRunsPage::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void TstRunsPage::init()
{
    QSettings().clear();
    m_dir = std::make_unique<QTemporaryDir>();
    auto project = store::Project::create(folder() / "p").orThrow();
    m_runs = compared::threeRuns(project);
    m_runner = std::make_unique<JobRunner>();
    m_page = std::make_unique<RunsPage>(m_runner.get());
    m_page->resize(1280, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TstRunsPage::cleanup()
{
    m_page.reset();
    m_runner.reset();
}

void TstRunsPage::saysWhatToDoWithoutAProject()
{
    QVERIFY(message().startsWith(u"No project is open."_s));
    open();
    m_page->setProject(std::nullopt);
    QVERIFY(message().startsWith(u"No project is open."_s));
}

void TstRunsPage::saysThatThereAreNoRuns()
{
    (void)store::Project::create(folder() / "empty").orThrow();
    m_page->setProject(folder() / "empty");
    QTRY_VERIFY(message().startsWith(u"There are no runs yet."_s));
}

void TstRunsPage::saysWhyItCannotBeRead()
{
    m_page->setProject(folder() / "nothing");
    QTRY_VERIFY(message().contains(u"nothing"_s));
    QCOMPARE(table()->isVisible(), false);
    QVERIFY(action());
    (void)store::Project::create(folder() / "nothing").orThrow();
    QTest::mouseClick(action(), Qt::LeftButton);
    QTRY_VERIFY(message().startsWith(u"There are no runs yet."_s));
}

void TstRunsPage::listsTheNewestFirst()
{
    open();
    QCOMPARE(table()->model()->rowCount(), 3);
    QCOMPARE(cell(0, RunsModel::Name), u"other"_s);
    QCOMPARE(cell(2, RunsModel::Name), u"first"_s);
    QCOMPARE(cell(2, RunsModel::Number), QString::number(m_runs[0]));
    QCOMPARE(cell(2, RunsModel::Steps), u"100"_s);
    QCOMPARE(cell(2, RunsModel::Profile), u"compact"_s);
    QCOMPARE(cell(2, RunsModel::FirstFigure), u"60.0 → 70.0"_s);
    QCOMPARE(cell(2, RunsModel::FirstFigure + 1), u"+10.0"_s);
    QCOMPARE(cell(0, RunsModel::FirstFigure), u"70.0"_s);
    QCOMPARE(cell(0, RunsModel::FirstFigure + 1), u"–"_s);
    QCOMPARE(cell(0, RunsModel::Kind), u"Other method"_s);
    QCOMPARE(part<QLabel>("count")->text(), u"3 runs"_s);
}

void TstRunsPage::sortsByAFigure()
{
    open();
    table()->sortByColumn(RunsModel::FirstFigure, Qt::AscendingOrder); // 0.7 0.633 0.7
    QCOMPARE(cell(0, RunsModel::Name), u"second"_s);
    table()->sortByColumn(RunsModel::Steps, Qt::DescendingOrder);
    QCOMPARE(cell(0, RunsModel::Name), u"second"_s);
    QCOMPARE(cell(1, RunsModel::Name), u"first"_s);
}

void TstRunsPage::filtersByWords()
{
    open();
    QTest::keyClicks(part<QLineEdit>("filter"), u"compact SEC"_s);
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(cell(0, RunsModel::Name), u"second"_s);
    QTest::keyClicks(part<QLineEdit>("filter"), u"zzz"_s);
    QTRY_VERIFY(message().startsWith(u"No run matches"_s));
    QTest::mouseClick(action(), Qt::LeftButton);
    QCOMPARE(table()->model()->rowCount(), 3);
}

void TstRunsPage::hidesAndRemembersColumns()
{
    open();
    QVERIFY(!table()->isColumnHidden(RunsModel::Created));
    auto *menu = table()->columnsMenu();
    Q_EMIT menu->aboutToShow();
    for (auto *action : menu->actions())
        if (action->text() == u"Created"_s)
            action->trigger();
    QVERIFY(table()->isColumnHidden(RunsModel::Created));
    table()->horizontalHeader()->moveSection(
        table()->horizontalHeader()->visualIndex(RunsModel::Name), 0);
    RunsPage other(m_runner.get());
    auto *header = other.findChild<RunsTable *>()->horizontalHeader();
    QVERIFY(header->isSectionHidden(RunsModel::Created));
    QCOMPARE(header->visualIndex(RunsModel::Name), 0);
    Q_EMIT menu->aboutToShow();
    menu->actions().last()->trigger(); // as at first
    QVERIFY(!table()->isColumnHidden(RunsModel::Created));
    QCOMPARE(table()->horizontalHeader()->visualIndex(RunsModel::Name), int(RunsModel::Name));
}

void TstRunsPage::showsAllHeadingsInWhole()
{
    open();
    const auto *header = table()->horizontalHeader();
    table()->setColumnWidth(RunsModel::FirstFigure + 1, 20);
    QEvent language(QEvent::LanguageChange);
    QApplication::sendEvent(table(), &language);
    const auto heading = table()->model()->headerData(RunsModel::FirstFigure + 1, Qt::Horizontal);
    QVERIFY(header->sectionSize(RunsModel::FirstFigure + 1) >=
            header->fontMetrics().horizontalAdvance(heading.toString()));
    table()->setColumnWidth(RunsModel::FirstFigure + 1, // as in German
                            table()->columnWidth(RunsModel::FirstFigure + 1) + 25);
    m_page->resize(1176, 740);                                  // as in a window of 1280 pixels
    QTRY_COMPARE(table()->horizontalScrollBar()->maximum(), 0); // nothing to scroll to
}

void TstRunsPage::remembersTheSplitter()
{
    open();
    const auto before = m_page->findChild<QSplitter *>()->sizes();
    auto *handle = m_page->findChild<QSplitter *>()->handle(1);
    const auto middle = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, middle);
    QTest::mouseMove(handle, middle + QPoint(0, 90));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, middle + QPoint(0, 90));
    const auto sizes = m_page->findChild<QSplitter *>()->sizes();
    QVERIFY(sizes.front() > before.front());

    RunsPage again(m_runner.get());
    again.resize(m_page->size());
    again.show();
    again.setProject(folder() / "p");
    QTRY_VERIFY(again.findChild<RunsTable *>()->isVisible());
    QCOMPARE(again.findChild<QSplitter *>()->sizes(), sizes);
}

void TstRunsPage::editsNotesAndUndoes()
{
    open();
    table()->setCurrentIndex(table()->model()->index(2, RunsModel::Name));
    QTest::keyClick(table(), Qt::Key_F2);
    auto *editor = table()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"new lamp"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(cell(2, RunsModel::Notes), u"new lamp"_s);
    QCOMPARE(m_page->undoStack()->count(), 1);
    QTRY_COMPARE(storedNotes(m_runs[0]), std::string("new lamp"));
    table()->setFocus();
    m_page->undoStack()->undo();
    QCOMPARE(cell(2, RunsModel::Notes), QString());
    m_page->undoStack()->redo();
    m_page->undoStack()->undo();
    QTRY_VERIFY(!m_runner->isBusy());
    QCOMPARE(storedNotes(m_runs[0]), std::string());
    m_page->undoStack()->redo();
    m_page->reload(); // while it is being saved
    QTRY_VERIFY(!m_runner->isBusy());
    QCOMPARE(storedNotes(m_runs[0]), std::string("new lamp"));
    QCOMPARE(cell(2, RunsModel::Notes), u"new lamp"_s);
}

void TstRunsPage::mayGoWhileNotesAreEdited()
{
    open();
    const auto index = table()->model()->index(0, RunsModel::Notes);
    table()->setCurrentIndex(index);
    table()->edit(index);
    QTest::keyClicks(table()->findChild<QLineEdit *>(), u"half"_s);
    m_page.reset();
}

void TstRunsPage::showsTheDetailsOfOneRun()
{
    {
        auto project = store::Project::open(folder() / "p").orThrow();
        store::NewRun row;
        row.name = "broken";
        row.settingsJson = R"({"profile":"paper","seed":3})";
        const auto id = project.createRun(row).orThrow();
        store::RunOutcome outcome;
        outcome.state = store::RunState::Failed;
        outcome.error = "The disk is full.";
        project.finishRun(id, outcome).orThrow();
    }
    open();
    QTRY_VERIFY(part<QLabel>("outcome")->isVisible()); // the newest is selected
    QVERIFY(part<QLabel>("outcome")->text().endsWith(u"The disk is full."_s));
    const auto resume = part<QLineEdit>("resume");
    QVERIFY(resume->isVisible() && resume->text().startsWith(u"costfilter train --project "_s));
    QVERIFY(!part<QPushButton>("chooseRun")->isEnabled());
    QVERIFY(!part<QPushButton>("report")->isEnabled());
    auto *settings = part<QTableWidget>("settings");
    QCOMPARE(settings->item(0, 0)->text(), u"--profile"_s);
    QCOMPARE(settings->item(0, 1)->text(), u"paper"_s);
    m_page->selectRuns({m_runs[0]});
    QTRY_VERIFY(part<QLabel>("outcome")->text().startsWith(u"It was trained for 100 steps"_s));
    QSignalSpy report(m_page.get(), &RunsPage::reportWanted);
    QTest::mouseClick(part<QPushButton>("report"), Qt::LeftButton);
    QCOMPARE(report.size(), 1);
    QCOMPARE(report[0][0].toString(), QString::number(m_runs[0]));
}

void TstRunsPage::choosesTheRunOfTheOtherPages()
{
    open();
    QSignalSpy chosen(m_page.get(), &RunsPage::runChosen);
    m_page->selectRuns({m_runs[1]});
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QString::number(m_runs[1]));
    const auto font = table()->model()->index(1, RunsModel::Name).data(Qt::FontRole);
    QVERIFY(font.value<QFont>().bold());
    m_page->setChosenRun(QString());
    QVERIFY(!table()->model()->index(1, RunsModel::Name).data(Qt::FontRole).isValid());
}

void TstRunsPage::comparesTwoRuns()
{
    open();
    compare({m_runs[0], m_runs[1]});
    const auto *model = part<QTableView>("deltas")->model();
    const auto text = [&](int row, int column) {
        return model->index(row, column).data().toString();
    };
    QCOMPARE(model->columnCount(), 5); // category, metric, first, second, second - first
    QCOMPARE(text(0, 0), u"Mean"_s);
    QCOMPARE(text(0, 1), u"I-AUROC"_s);
    QCOMPARE(text(0, 2), u"70.0"_s);
    QCOMPARE(text(0, 3), u"85.0"_s);
    QCOMPARE(text(0, 4), u"+15.0"_s);
    QVERIFY(part<QLabel>("metricsNote")->text().contains(u"2 categories"_s));
    showTab(2);
    const auto *settings = part<QTableView>("settingsThatDiffer")->model();
    QCOMPARE(settings->rowCount(), 1);
    QCOMPARE(settings->index(0, 0).data().toString(), u"--steps"_s);
    QCOMPARE(settings->index(0, 2).data().toString(), u"200"_s);
}

void TstRunsPage::comparesWithAnotherReference()
{
    open();
    compare({m_runs[0], m_runs[1]});
    auto *reference = part<QComboBox>("reference");
    reference->setCurrentIndex(1);
    Q_EMIT reference->activated(1);
    const auto *model = part<QTableView>("deltas")->model();
    QTRY_COMPARE(model->index(0, 3).data().toString(), u"-15.0"_s);
    compare({m_runs[0], m_runs[1], m_runs[2]}); // it stays the reference
    QCOMPARE(reference->currentData().toLongLong(), m_runs[1]);
}

void TstRunsPage::copiesTheDifferences()
{
    open();
    compare({m_runs[0], m_runs[1]});
    const auto actions = part<QToolButton>("copyDeltas")->menu()->actions();
    actions[0]->trigger();
    auto lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines[0], u"\"Category\",\"Metric\",\"1 first (reference)\",\"2 second\",\"2 − 1\""_s);
    QCOMPARE(lines[1], u"\"Mean\",\"I-AUROC\",\"70.0\",\"85.0\",\"+15.0\""_s);
    actions[1]->trigger();
    lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines[1], u"|---|---|--:|--:|--:|"_s);
    actions[2]->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(u"Mean & I-AUROC & 70.0 & 85.0"_s));
}

void TstRunsPage::listsThePicturesThatChangeSide()
{
    open();
    compare({m_runs[0], m_runs[1]});
    showTab(1);
    const auto *model = part<QTableView>("pictures")->model();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, 1).data().toString(), u"a/g1.png"_s);
    QCOMPARE(model->index(0, 4).data().toString(), u"clear  2.00"_s);
    QCOMPARE(model->index(0, 5).data().toString(), u"false alarm  5.00"_s);
    QVERIFY(part<QLabel>("picturesNote")->text().startsWith(u"1 pictures change side, of 4"_s));
    part<QCheckBox>("onlyChanged")->click();
    QCOMPARE(model->rowCount(), 5);
    QCOMPARE(model->index(0, 1).data().toString(), u"a/g1.png"_s);
}

void TstRunsPage::opensThePictureOfAColumn()
{
    open();
    compare({m_runs[0], m_runs[1]});
    showTab(1);
    QSignalSpy wanted(m_page.get(), &RunsPage::pictureWanted);
    auto *pictures = part<QTableView>("pictures");
    const auto index = pictures->model()->index(0, 4);
    pictures->scrollTo(index);
    const auto at = pictures->visualRect(index).center();
    QTest::mouseClick(pictures->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(pictures->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), u"/data/a/g1.png"_s);
    QCOMPARE(wanted[0][1].toString(), QString::number(m_runs[0]));
    pictures->setCurrentIndex(pictures->model()->index(0, 1));
    pictures->setFocus();
    QTest::keyClick(pictures, Qt::Key_Return);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[1][1].toString(), QString::number(m_runs[1])); // the one compared
}

void TstRunsPage::showsTheMapsSideBySide()
{
    const cv::Mat picture(24, 32, CV_8UC3, cv::Scalar(90, 120, 150));
    for (const char *name : {"part/train/good/0", "part/train/good/1", "part/test/good/0",
                             "part/test/bent/0", "part/test/bent/1"}) {
        const auto file = folder() / "data" / (std::string(name) + ".png");
        fs::create_directories(file.parent_path());
        QVERIFY(cv::imwrite(file.string(), picture));
        for (const auto &[method, level] : {std::pair("one", 1.0F), {"two", 40.0F}}) {
            const auto map = folder() / method / (std::string(name) + ".tiff");
            fs::create_directories(map.parent_path());
            CF_VERIFY(imaging::saveMap(map, cv::Mat(24, 32, CV_32F, cv::Scalar(level)),
                                       imaging::MapFormat::Tiff));
        }
    }
    std::vector<store::Id> runs;
    for (const char *method : {"one", "two"}) {
        RunContext run;
        const auto kept = workflow::externalMetrics(
            {folder() / "data", folder() / method, {}, folder() / "p", {}}, run);
        CF_VERIFY(kept);
        runs.push_back(std::stoll(kept->run));
    }
    open();
    compare(runs);
    showTab(1);
    part<QCheckBox>("onlyChanged")->click();
    auto *pictures = part<QTableView>("pictures");
    pictures->setCurrentIndex(pictures->model()->index(0, 1));
    auto *strip = m_page->findChild<MapsStrip *>();
    QTRY_COMPARE(strip->canvases().size(), std::size_t{3});
    QVERIFY(!strip->canvases()[0]->valueAt({3, 4}));
    QCOMPARE(strip->canvases()[1]->valueAt({3, 4}), std::optional(1.0F));
    QCOMPARE(strip->canvases()[2]->valueAt({3, 4}), std::optional(40.0F));

    // A run whose map has gone says so; the other is shown all the same.
    fs::remove_all(folder() / "two");
    pictures->setCurrentIndex(pictures->model()->index(1, 1));
    QTRY_VERIFY(!strip->canvases()[2]->hasPicture());
    QCOMPARE(strip->canvases()[1]->valueAt({3, 4}), std::optional(1.0F));
    fs::remove_all(folder() / "data");
    pictures->setCurrentIndex(pictures->model()->index(2, 1));
    QTRY_VERIFY(!strip->canvases()[0]->isVisible());
}

void TstRunsPage::takesAGivenThreshold()
{
    open();
    compare({m_runs[0], m_runs[1]});
    showTab(1);
    auto *threshold = part<QDoubleSpinBox>("threshold");
    QVERIFY(!threshold->isEnabled());
    part<QCheckBox>("ownThreshold")->click();
    QVERIFY(threshold->isEnabled());
    threshold->setValue(6.5);
    const auto *model = part<QTableView>("pictures")->model();
    QTRY_COMPARE(model->index(0, 1).data().toString(), u"a/d1.png"_s);
    QCOMPARE(model->rowCount(), 1);
}

void TstRunsPage::refusesTooManyRuns()
{
    {
        auto project = store::Project::open(folder() / "p").orThrow();
        for (int i = 0; i < 8; ++i)
            compared::trained(project, "more", 5);
    }
    open();
    table()->selectAll();
    QTRY_VERIFY(message().contains(u"at most ten"_s));
    table()->clearSelection();
    QTRY_VERIFY(message().startsWith(u"Select a run"_s));
}

void TstRunsPage::keepsTheSelectionWhenReloaded()
{
    open();
    m_page->selectRuns({m_runs[0], m_runs[2]});
    {
        auto project = store::Project::open(folder() / "p").orThrow();
        compared::trained(project, "newer", 5);
    }
    m_page->reload();
    QTRY_COMPARE(table()->model()->rowCount(), 4);
    QCOMPARE(m_page->selectedRuns(), (std::vector<store::Id>{m_runs[0], m_runs[2]}));
}

void TstRunsPage::showsTwoHundredRuns()
{
    {
        auto project = store::Project::open(folder() / "p").orThrow();
        for (int i = 0; i < 197; ++i) {
            const auto id = compared::trained(project, "run", 10);
            CF_VERIFY(project.saveEvaluation(
                compared::evaluation(id, store::Variant::Fused, {}, {{"a", 0.5}, {"b", 0.6}})));
        }
    }
    m_page->setProject(folder() / "p");
    QTRY_COMPARE(table()->model()->rowCount(), 200);
}

QTEST_MAIN(TstRunsPage)
#include "tst_runs_page.moc"
