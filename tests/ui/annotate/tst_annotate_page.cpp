#include "core/annotation/labelme.h"
#include "core/dataset/open_dataset.h"
#include "core/store/project.h"
#include "core/workflow/import_dataset.h"
#include "core/workflow/project_annotations.h"
#include "tests/result_check.h"
#include "tests/ui/annotate/drawing.h"
#include "tests/ui/annotate/sealed_shapes.h"
#include "ui/annotate/annotate_page.h"
#include "ui/annotate/shape_exchange.h"
#include "ui/jobs/job_runner.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>

#include <opencv2/imgcodecs.hpp>

using namespace cf;
using namespace cf::ui;
using namespace drawing;
using namespace Qt::StringLiterals;

/// The pictures of a project, drawn on one after the other.
class TstAnnotatePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void opensAPictureAndSavesAtOnce();
    void keepsTheHistoryOfEachPicture();
    void copiesToTheNextPicture();
    void offersTheKindsOfDefectsAsClasses();
    void choosesClassesByNumberAndAddsThem();
    void showsTheSelectionInTheList();
    void takesScoresOfTheShownPictureAlone();
    void drawsNothingWithoutAProject();
    void asksBeforeAnExportLosesSomething();
    void importsAndShowsWhatCame();
    void takesAnImportBackAndDoesItAgain();
    void takesAnImportBackOnlyBeforeOtherEdits();
    void renamesAClassOnAllPictures();
    void refusesANameThatAShapeHas();
    void savesElsewhereWhatTheProjectCannotHold();
    void givesUpWhatTheProjectCannotHold();
    void keepsWhatAProjectBeforeCouldNotHold();

private:
    std::filesystem::path folder() const { return m_dir->path().toStdString(); }
    std::filesystem::path picture(int index) const
    {
        return folder() / "pictures/bolt/test/bent" / ("00" + std::to_string(index) + ".png");
    }
    void show(int index);
    /// Two shapes on each of two pictures, exported to all.csv; the second picture is shown.
    void prepareImport(const char *label);
    void import(bool replaces);
    store::StoredAnnotation stored(int index) const;
    ShapeEditor &editor() { return *m_page->editor().editor(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JobRunner> m_runner;
    std::unique_ptr<AnnotatePage> m_page;
    std::shared_ptr<dataset::Dataset> m_dataset;
};

void TstAnnotatePage::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const auto write = [this](const std::string &path) {
        const auto file = folder() / "pictures/bolt" / path;
        std::filesystem::create_directories(file.parent_path());
        cv::imwrite(file.string(), cv::Mat(48, 64, CV_8UC3, cv::Scalar(80, 90, 100)));
    };
    for (const char *path : {"train/good/000.png", "test/good/000.png", "test/bent/000.png",
                             "test/bent/001.png", "test/scratch/000.png"})
        write(path);
    RunContext run;
    m_dataset = std::make_shared<dataset::Dataset>(
        dataset::openDataset(folder() / "pictures", run).orThrow());
    CF_VERIFY(store::Project::create(folder() / "project"));
    CF_VERIFY(workflow::importDataset(folder() / "project", *m_dataset, run));
    m_runner = std::make_unique<JobRunner>();
    m_page = std::make_unique<AnnotatePage>(m_runner.get());
    m_page->resize(1100, 700);
    m_page->setProject(folder() / "project");
    m_page->setDataset(m_dataset);
    m_page->show();
}

void TstAnnotatePage::cleanup()
{
    m_page.reset();
    m_runner.reset();
}

void TstAnnotatePage::show(int index)
{
    m_page->showPicture(picture(index));
    QTRY_COMPARE(m_page->picture(), picture(index));
    QVERIFY(m_page->editor().editor());
}

store::StoredAnnotation TstAnnotatePage::stored(int index) const
{
    const auto project = store::Project::open(folder() / "project").orThrow();
    const auto id = project.datasets().orThrow().front().id;
    const auto path = std::filesystem::relative(picture(index), folder() / "pictures");
    return project.annotation({id, "bolt", path}).orThrow().value_or(store::StoredAnnotation());
}

void TstAnnotatePage::opensAPictureAndSavesAtOnce()
{
    show(0);
    m_page->editor().canvas().setTool(ToolKind::Rectangle);
    auto &canvas = m_page->editor().canvas();
    drag(canvas, canvas.rect().center() - QPoint(30, 30), canvas.rect().center());
    QCOMPARE(editor().document().shapes().size(), 1U);
    QTRY_VERIFY(m_page->isSaved());
    QCOMPARE(stored(0).shapes.size(), 1U);
    QCOMPARE(stored(0).widthPx, 64);
    editor().undoStack()->undo();
    QTRY_VERIFY(m_page->isSaved());
    QVERIFY(stored(0).shapes.empty()); // an undo is an edit
    auto *saved = m_page->findChild<QLabel *>(u"annotateSaved"_s);
    QTRY_COMPARE(saved->text(), u"Everything is saved in the project."_s);
}

void TstAnnotatePage::keepsTheHistoryOfEachPicture()
{
    show(0);
    annotation::Shape shape;
    shape.label = "bent";
    shape.points = {{1, 1}, {30, 2}, {20, 30}};
    editor().add({}, {shape});
    editor().moveSelected(3, 4);
    const auto first = allOf(editor().document());
    show(1);
    QVERIFY(editor().document().shapes().empty());
    QCOMPARE(editor().undoStack()->count(), 0);
    editor().add({}, {shape});
    show(0);
    QVERIFY(allOf(editor().document()) == first);
    QCOMPARE(editor().undoStack()->count(), 2);
    editor().undoStack()->undo();
    QTRY_VERIFY(m_page->isSaved());
    const auto shapes = workflow::shapesOf(stored(0)).orThrow();
    QCOMPARE(shapes.at(1).points.front().x, 1.0);
    QCOMPARE(stored(1).shapes.size(), 1U);
}

void TstAnnotatePage::copiesToTheNextPicture()
{
    show(0);
    annotation::Shape shape;
    shape.label = "bent";
    shape.points = {{1, 1}, {30, 2}, {20, 30}};
    annotation::Shape other = shape;
    other.label = "scratch";
    editor().add({}, {shape, other});
    editor().select({2});
    m_page->copyToNext();
    QTRY_COMPARE(m_page->picture(), picture(1));
    QCOMPARE(editor().document().shapes().size(), 1U);
    QCOMPARE(topmost(editor()).label, std::string("scratch"));
    QCOMPARE(editor().undoStack()->count(), 1);
    QTRY_VERIFY(m_page->isSaved());
    QCOMPARE(stored(0).shapes.size(), 2U);
    QCOMPARE(stored(1).shapes.size(), 1U);
}

void TstAnnotatePage::offersTheKindsOfDefectsAsClasses()
{
    show(0);
    const auto &classes = m_page->editor().classes().classes();
    QCOMPARE(classes.size(), 2U);
    QCOMPARE(classes[0].name, std::string("bent"));
    QCOMPARE(classes[1].name, std::string("scratch"));
    QCOMPARE(editor().label(), std::string("bent"));
}

void TstAnnotatePage::choosesClassesByNumberAndAddsThem()
{
    show(0);
    m_page->editor().chooseClass(1);
    QCOMPARE(editor().label(), std::string("scratch"));
    auto *list = m_page->findChild<QListWidget *>(u"classes"_s);
    QCOMPARE(list->currentRow(), 1);
    QCOMPARE(list->item(1)->text(), u"2 scratch"_s);
    annotation::Shape shape;
    shape.label = "scratch";
    shape.points = {{1, 1}, {30, 2}, {20, 30}};
    editor().add({}, {shape});
    m_page->editor().canvas().setTool(ToolKind::Polygon);
    m_page->editor().chooseClass(0); // for what comes next
    QCOMPARE(topmost(editor()).label, std::string("scratch"));
    QVERIFY(editor().selection().empty());
    m_page->editor().canvas().setTool(ToolKind::Select);
    editor().select({1});
    m_page->editor().chooseClass(0); // for what is selected
    QCOMPARE(topmost(editor()).label, std::string("bent"));
    m_page->editor().chooseClass(1);
    editor().select({});
    m_page->editor().chooseClass(7); // there is none
    QCOMPARE(editor().label(), std::string("scratch"));
    auto *name = m_page->findChild<QLineEdit *>(u"className"_s);
    auto *add = m_page->findChild<QPushButton *>(u"addClass"_s);
    QTest::keyClicks(name, u"scratch"_s);
    QVERIFY(!add->isEnabled()); // is there already
    name->clear();
    QTest::keyClicks(name, u"dent"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(editor().label(), std::string("dent"));
    QTRY_VERIFY(m_page->isSaved());
    const auto project = store::Project::open(folder() / "project").orThrow();
    QCOMPARE(project.annotationClasses().orThrow().size(), 3U);
    show(1); // goes on with the same class
    QCOMPARE(editor().label(), std::string("dent"));
    list->setCurrentRow(0);
    QCOMPARE(editor().label(), std::string("bent"));
}

void TstAnnotatePage::showsTheSelectionInTheList()
{
    show(0);
    annotation::Shape shape;
    shape.label = "bent";
    shape.points = {{1, 1}, {30, 2}, {20, 30}};
    editor().add({}, {shape, shape, shape});
    auto *list = m_page->findChild<QListView *>(u"shapes"_s);
    QCOMPARE(list->model()->rowCount(), 3);
    QCOMPARE(list->selectionModel()->selectedIndexes().size(), 3);
    editor().select({1});
    QCOMPARE(list->selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(list->selectionModel()->selectedIndexes().front().row(), 2); // the topmost is first
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(editor().selection() == std::set<ShapeNumber>{3});
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"1 bent, polygon"_s);
    m_page->editor().removeSelected();
    QCOMPARE(list->model()->rowCount(), 2);
    m_page->editor().undo();
    QCOMPARE(list->model()->rowCount(), 3);
}

void TstAnnotatePage::takesScoresOfTheShownPictureAlone()
{
    show(0);
    const cv::Mat map(48, 64, CV_32FC1, cv::Scalar(2));
    m_page->setScores(picture(1), map, 1.0F, 0.0F, 3.0F);
    QVERIFY(m_page->editor().canvas().scores().empty());
    m_page->setScores(picture(0), cv::Mat(500, 500, CV_32FC1), 1.0F, 0.0F, 3.0F); // does not fit
    QVERIFY(m_page->editor().canvas().scores().empty());
    m_page->setScores(picture(0), map, 1.0F, 0.0F, 3.0F);
    QVERIFY(!m_page->editor().canvas().scores().empty());
    show(1);
    QVERIFY(m_page->editor().canvas().scores().empty());
}

void TstAnnotatePage::drawsNothingWithoutAProject()
{
    m_page->setProject(std::nullopt);
    m_page->showPicture(picture(0));
    QVERIFY(!m_page->editor().editor());
    QVERIFY(m_page->findChild<QLabel *>(u"annotateSaved"_s)->text().contains(u"project"_s));
}

void TstAnnotatePage::asksBeforeAnExportLosesSomething()
{
    show(0);
    annotation::Shape shape;
    shape.label = "bent";
    shape.points = {{1, 1}, {60, 2}, {50, 40}};
    shape.holes = {{{20, 5}, {40, 6}, {40, 20}}};
    editor().add({}, {shape});
    QTRY_VERIFY(m_page->isSaved());
    const auto out = folder() / "out";
    const workflow::AnnotationExport yolo{folder() / "project", workflow::AnnotationFormat::YoloSeg,
                                          out};
    const auto question = [this] { return m_page->findChild<QMessageBox *>(u"lossQuestion"_s); };
    m_page->exchange().exportShapes(yolo);
    QTRY_VERIFY(question());
    QVERIFY(question()->informativeText().contains(u"holes"_s));
    question()->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!question());
    QVERIFY(!std::filesystem::exists(out));
    QSignalSpy told(m_page.get(), &AnnotatePage::told);
    m_page->exchange().exportShapes(yolo);
    QTRY_VERIFY(question());
    question()->findChild<QPushButton *>(u"writeWithLosses"_s)->click();
    QTRY_COMPARE(told.count(), 1);
    QVERIFY(std::filesystem::exists(out / "classes.txt"));
    QVERIFY(std::filesystem::exists(out / "bolt/test/bent/000.txt"));
    // A format that holds everything asks nothing.
    m_page->exchange().exportShapes(
        {folder() / "project", workflow::AnnotationFormat::Csv, folder() / "all.csv"});
    QTRY_COMPARE(told.count(), 2);
    QVERIFY(!question());
    QVERIFY(std::filesystem::exists(folder() / "all.csv"));
}

void TstAnnotatePage::importsAndShowsWhatCame()
{
    show(0);
    annotation::Shape shape;
    shape.label = "bent";
    shape.points = {{1, 1}, {60, 2}, {50, 40}};
    editor().add({}, {shape, shape});
    QTRY_VERIFY(m_page->isSaved());
    const auto csv = workflow::AnnotationFormat::Csv;
    QSignalSpy told(m_page.get(), &AnnotatePage::told);
    m_page->exchange().exportShapes({folder() / "project", csv, folder() / "all.csv"});
    QTRY_COMPARE(told.count(), 1);
    m_page->editor().selectAll();
    m_page->editor().removeSelected();
    QTRY_VERIFY(m_page->isSaved());
    m_page->exchange().importShapes({folder() / "project", csv, folder() / "all.csv", {}, false});
    QVERIFY(!m_page->editor().isEnabled()); // nothing is drawn meanwhile
    QTRY_COMPARE(told.count(), 2);
    QTRY_VERIFY(m_page->editor().editor() && m_page->editor().isEnabled());
    QCOMPARE(editor().document().shapes().size(), 2U);
    m_page->exchange().importShapes(
        {folder() / "project", csv, folder() / "nothing.csv", {}, false});
    QTRY_COMPARE(told.count(), 3); // says why, and one can go on
    QTRY_VERIFY(m_page->editor().editor() && m_page->editor().isEnabled());
    QCOMPARE(editor().document().shapes().size(), 2U);
}

void TstAnnotatePage::prepareImport(const char *label)
{
    for (const int index : {0, 1}) {
        show(index);
        annotation::Shape shape;
        shape.label = label;
        shape.points = {{1, 1}, {60, 2}, {50, 40}};
        editor().add({}, {shape, shape});
    }
    QTRY_VERIFY(m_page->isSaved());
    QSignalSpy told(m_page.get(), &AnnotatePage::told);
    m_page->exchange().exportShapes(
        {folder() / "project", workflow::AnnotationFormat::Csv, folder() / "all.csv"});
    QTRY_COMPARE(told.count(), 1);
}

void TstAnnotatePage::import(bool replaces)
{
    QSignalSpy told(m_page.get(), &AnnotatePage::told);
    m_page->exchange().importShapes({folder() / "project",
                                     workflow::AnnotationFormat::Csv,
                                     folder() / "all.csv",
                                     {},
                                     replaces});
    QTRY_COMPARE(told.count(), 1);
    QTRY_VERIFY(m_page->editor().editor() && m_page->editor().isEnabled());
}

void TstAnnotatePage::takesAnImportBackAndDoesItAgain()
{
    prepareImport("bent");
    show(0);
    editor().select({1});
    m_page->editor().removeSelected();
    QTRY_VERIFY(m_page->isSaved());
    const auto first = stored(0).shapes;
    const auto second = stored(1).shapes;
    for (const bool replaces : {false, true}) {
        import(replaces);
        QVERIFY(m_page->canUndo());
        const auto after = stored(0).shapes;
        const auto afterSecond = stored(1).shapes;
        QCOMPARE(after.size(), replaces ? 2U : 3U);
        m_page->undo();
        QTRY_VERIFY(!m_page->canUndo() && m_page->canRedo());
        QVERIFY(stored(0).shapes == first && stored(1).shapes == second);
        QTRY_VERIFY(m_page->editor().isEnabled());
        QCOMPARE(editor().document().shapes().size(), 1U); // it is seen at once
        m_page->redo();
        QTRY_VERIFY(m_page->canUndo() && !m_page->canRedo());
        QVERIFY(stored(0).shapes == after && stored(1).shapes == afterSecond);
        QTRY_VERIFY(m_page->editor().isEnabled());
        m_page->undo();
        QTRY_VERIFY(m_page->canRedo());
        QTRY_VERIFY(m_page->editor().isEnabled());
    }
}

void TstAnnotatePage::takesAnImportBackOnlyBeforeOtherEdits()
{
    prepareImport("bent");
    import(true);
    QSignalSpy told(m_page.get(), &AnnotatePage::told);
    editor().selectAll();
    editor().moveSelected(1, 0); // on the second picture
    show(0);
    m_page->undo();
    QCOMPARE(told.count(), 1); // says that something was drawn since
    QVERIFY(m_page->canUndo());
    show(1);
    m_page->undo(); // the move
    QTRY_VERIFY(m_page->isSaved());
    QVERIFY(m_page->canUndo());
    m_page->undo(); // the import
    QTRY_VERIFY(!m_page->canUndo());
}

void TstAnnotatePage::renamesAClassOnAllPictures()
{
    prepareImport("bent");
    show(0);
    auto *name = m_page->findChild<QLineEdit *>(u"className"_s);
    auto *rename = m_page->findChild<QPushButton *>(u"renameClass"_s);
    QVERIFY(!rename->isEnabled());
    QTest::keyClicks(name, u"scratch"_s);
    QVERIFY(!rename->isEnabled()); // is there already
    name->clear();
    QTest::keyClicks(name, u"dent"_s);
    QVERIFY(rename->isEnabled());
    QSignalSpy told(m_page.get(), &AnnotatePage::told);
    rename->click();
    QTRY_COMPARE(told.count(), 1);
    QTRY_VERIFY(m_page->editor().isEnabled());
    QVERIFY(m_page->canUndo());
    for (const int index : {0, 1})
        for (const auto &shape : stored(index).shapes)
            QCOMPARE(shape.label, std::string("dent"));
    QTRY_COMPARE(m_page->editor().classes().classes().front().name, std::string("dent"));
    QCOMPARE(editor().document().shapes().begin()->second.label, std::string("dent"));
    QCOMPARE(editor().label(), std::string("dent")); // the chosen class stays it
    m_page->undo();
    QTRY_VERIFY(m_page->canRedo());
    QTRY_VERIFY(m_page->editor().isEnabled());
    QCOMPARE(stored(1).shapes.front().label, std::string("bent"));
    QTRY_COMPARE(m_page->editor().classes().classes().front().name, std::string("bent"));
    m_page->redo();
    QTRY_VERIFY(m_page->canUndo());
    QCOMPARE(stored(1).shapes.front().label, std::string("dent"));
}

void TstAnnotatePage::refusesANameThatAShapeHas()
{
    prepareImport("hole"); // a label that is none of the classes
    show(0);
    QSignalSpy told(m_page.get(), &AnnotatePage::told);
    m_page->renameClass("bent", "hole");
    QTRY_COMPARE(told.count(), 1);
    QVERIFY(!m_page->canUndo());
    QTRY_VERIFY(m_page->editor().isEnabled());
    QCOMPARE(m_page->editor().classes().classes().front().name, std::string("bent"));
}

void TstAnnotatePage::savesElsewhereWhatTheProjectCannotHold()
{
    prepareImport("bent");
    show(0);
    SealedShapes sealed(QString::fromStdString((folder() / "project/project.costfilter").string()));
    editor().select({2});
    m_page->editor().removeSelected();
    annotation::Shape added;
    added.label = "new";
    added.points = {{2, 3}, {30, 4}, {20, 30}};
    editor().add({}, {added});
    QTRY_VERIFY(!m_page->saveFailure().isEmpty());
    QVERIFY(!m_page->isSaved());
    QCOMPARE(m_page->unsavedPictures(), 1U);
    std::optional<QString> problem;
    m_page->saveElsewhere(folder() / "all.csv", [&](const QString &said) { problem = said; });
    QTRY_VERIFY(problem.has_value()); // a file is in the way
    QVERIFY(!problem->isEmpty());
    QVERIFY(!m_page->isSaved()); // nothing is lost by that
    problem.reset();
    m_page->saveElsewhere(folder() / "elsewhere", [&](const QString &said) { problem = said; });
    QTRY_VERIFY(problem.has_value());
    QVERIFY2(problem->isEmpty(), qPrintable(*problem));
    QTRY_VERIFY(m_page->isSaved());
    const auto file =
        annotation::readLabelme(folder() / "elsewhere/bolt/test/bent/000.json", {64, 48}).orThrow();
    QCOMPARE(file.shapes.size(), 2U); // as it was drawn: one of two, and the new one
    QCOMPARE(file.shapes[1].label, std::string("new"));
    QCOMPARE(file.shapes[1].points, added.points);
    QCOMPARE(stored(0).shapes.size(), 2U);
}

void TstAnnotatePage::givesUpWhatTheProjectCannotHold()
{
    prepareImport("bent");
    show(0);
    SealedShapes sealed(QString::fromStdString((folder() / "project/project.costfilter").string()));
    m_page->editor().selectAll();
    m_page->editor().removeSelected();
    QTRY_VERIFY(!m_page->saveFailure().isEmpty());
    m_page->discardUnsaved();
    QTRY_VERIFY(m_page->isSaved());
    QVERIFY(m_page->saveFailure().isEmpty());
    QTRY_VERIFY(m_page->editor().editor());
    QCOMPARE(editor().document().shapes().size(), 2U); // as in the project
    sealed.open();
    m_page->editor().selectAll();
    m_page->editor().removeSelected();
    QTRY_VERIFY(m_page->isSaved());
    QVERIFY(stored(0).shapes.empty());
}

void TstAnnotatePage::keepsWhatAProjectBeforeCouldNotHold()
{
    prepareImport("bent");
    show(0);
    SealedShapes sealed(QString::fromStdString((folder() / "project/project.costfilter").string()));
    m_page->editor().selectAll();
    m_page->editor().removeSelected();
    QTRY_VERIFY(!m_page->saveFailure().isEmpty());
    m_page->setProject(std::nullopt);
    QVERIFY(!m_page->isSaved());
    QCOMPARE(m_page->unsavedPictures(), 1U);
    sealed.open();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isSaved(), 20000); // it went on trying
    QVERIFY(stored(0).shapes.empty());
}

QTEST_MAIN(TstAnnotatePage)
#include "tst_annotate_page.moc"
