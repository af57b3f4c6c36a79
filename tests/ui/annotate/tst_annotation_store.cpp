#include "core/store/project.h"
#include "tests/result_check.h"
#include "tests/ui/annotate/drawing.h"
#include "ui/annotate/annotation_store.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>

#include <cstring>
#include <unistd.h>

using namespace cf;
using namespace cf::ui;
using namespace drawing;
using annotation::Shape;

namespace {

constexpr char kDrawer[] = "--draw-until-killed";
const std::filesystem::path kRoot = "/data/screws";
const PicturePlace kPicture{kRoot, "bolt", "bolt/test/bent/0.png"};

Shape box(double left)
{
    Shape shape;
    shape.label = "dent";
    shape.kind = annotation::ShapeKind::Rectangle;
    shape.points = {{left, 1}, {left + 5, 8}};
    return shape;
}

store::Id makeProject(const std::filesystem::path &path)
{
    auto project = store::Project::create(path).orThrow();
    store::Dataset dataset;
    dataset.name = "screws";
    dataset.root = path / "pictures";
    std::filesystem::create_directories(dataset.root);
    return project.saveDataset(dataset).orThrow();
}

PicturePlace placeIn(const std::filesystem::path &project)
{
    return {project / "pictures", "bolt", "bolt/test/bent/0.png"};
}

/// What the page does: every step of the history is stored at once.
void saveEveryStep(ShapeEditor &editor, AnnotationStore &store, const PicturePlace &picture,
                   std::set<ShapeNumber> &changed)
{
    QObject::connect(&editor.document(), &AnnotationDocument::changed, &store,
                     [&changed](ShapeNumber number) { changed.insert(number); });
    QObject::connect(editor.undoStack(), &QUndoStack::indexChanged, &store,
                     [&editor, &store, &changed, picture] {
                         store.save(picture, editor.document(), std::exchange(changed, {}));
                     });
}

/// The child: draws, moves and undoes; says how many steps are on the disk, a byte each, until it
/// is killed.
int drawUntilKilled(const char *path)
{
    AnnotationStore store(path);
    const auto picture = placeIn(path);
    ShapeEditor editor;
    editor.reset({5000, 100});
    std::set<ShapeNumber> changed;
    saveEveryStep(editor, store, picture, changed);
    for (int i = 0;; ++i) {
        QSignalSpy saved(&store, &AnnotationStore::savedChanged);
        editor.add({}, {box(i), box(i + 2)}); // one step: both or none
        while (!store.isIdle())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (::write(STDOUT_FILENO, "s", 1) != 1)
            return 1;
    }
}

} // namespace

/// Edits on their way into the project.
class TstAnnotationStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void givesBackWhatWasSaved();
    void readsAfterWhatWasSavedBefore();
    void storesTheNewestOfManyEdits();
    void keepsAndRetriesWhatCouldNotBeStored();
    void saysWhenAPictureIsNotInTheProject();
    void keepsClasses();
    void losesNoStoredStepWhenKilled();

private:
    AnnotationStore::Loaded load(AnnotationStore &store, const PicturePlace &picture);
    std::filesystem::path project() const
    {
        return std::filesystem::path(m_dir->path().toStdString()) / "project";
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TstAnnotationStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    makeProject(project());
}

AnnotationStore::Loaded TstAnnotationStore::load(AnnotationStore &store,
                                                 const PicturePlace &picture)
{
    std::optional<AnnotationStore::Loaded> loaded;
    store.load(picture, [&](const Result<AnnotationStore::Loaded> &result) {
        loaded = result.ok() ? *result : AnnotationStore::Loaded();
    });
    if (!QTest::qWaitFor([&] { return loaded.has_value(); }, 20000))
        qFatal("nothing came");
    return *loaded;
}

void TstAnnotationStore::givesBackWhatWasSaved()
{
    std::map<ShapeNumber, std::string> wanted;
    {
        AnnotationStore store(project());
        QVERIFY(load(store, placeIn(project())).shapes.empty());
        ShapeEditor editor;
        editor.reset({50, 40}, {}, R"({"labelme":{"flags":{}}})");
        std::set<ShapeNumber> changed;
        saveEveryStep(editor, store, placeIn(project()), changed);
        editor.add({}, {box(1), box(10), box(20)});
        editor.select({2});
        editor.removeSelected();
        editor.select({1});
        editor.setPixels({}, 1, {cv::Rect(3, 4, 5, 6), cv::Mat(6, 5, CV_8UC1, cv::Scalar(255))});
        wanted = allOf(editor.document());
    } // waits for the disk
    AnnotationStore again(project());
    const auto loaded = load(again, placeIn(project()));
    QCOMPARE(loaded.imageSizePx, QSize(50, 40));
    QCOMPARE(loaded.extraJson, std::string(R"({"labelme":{"flags":{}}})"));
    AnnotationDocument document;
    document.reset(loaded.imageSizePx, loaded.shapes);
    QVERIFY(allOf(document) == wanted);
    QVERIFY(document.has(3) && !document.has(2)); // with the numbers that they had
}

void TstAnnotationStore::readsAfterWhatWasSavedBefore()
{
    AnnotationStore store(project());
    ShapeEditor editor;
    editor.reset({50, 40});
    std::set<ShapeNumber> changed;
    saveEveryStep(editor, store, placeIn(project()), changed);
    for (int i = 0; i < 20; ++i)
        editor.add({}, {box(i)});
    QCOMPARE(load(store, placeIn(project())).shapes.size(), 20U);
}

void TstAnnotationStore::storesTheNewestOfManyEdits()
{
    AnnotationStore store(project());
    ShapeEditor editor;
    editor.reset({5000, 40});
    std::set<ShapeNumber> changed;
    saveEveryStep(editor, store, placeIn(project()), changed);
    editor.add({}, {box(0)});
    for (int i = 0; i < 300; ++i)
        editor.moveSelected(1, 0);
    for (int i = 0; i < 100; ++i)
        editor.undoStack()->undo();
    const auto loaded = load(store, placeIn(project()));
    QCOMPARE(boundsOf(loaded.shapes.at(1)).x(), 200.0);
    QVERIFY(store.isIdle());
}

void TstAnnotationStore::keepsAndRetriesWhatCouldNotBeStored()
{
    const auto away = project().parent_path() / "away";
    std::filesystem::rename(project(), away);
    AnnotationStore store(project());
    QSignalSpy failed(&store, &AnnotationStore::failed);
    AnnotationDocument document;
    document.reset({50, 40}, {{1, box(3)}});
    store.save(placeIn(project()), document, {1});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!failed.first().first().toString().isEmpty());
    QVERIFY(!store.isIdle());
    std::filesystem::rename(away, project());
    store.retry();
    QTRY_VERIFY(store.isIdle());
    QCOMPARE(load(store, placeIn(project())).shapes.size(), 1U);
}

void TstAnnotationStore::saysWhenAPictureIsNotInTheProject()
{
    AnnotationStore store(project());
    bool failed = false;
    store.load(kPicture,
               [&](const Result<AnnotationStore::Loaded> &result) { failed = !result.ok(); });
    QTRY_VERIFY(failed);
}

void TstAnnotationStore::keepsClasses()
{
    const std::vector<store::AnnotationClass> classes = {{"dent", "#112233"}, {"a", "#445566"}};
    {
        AnnotationStore store(project());
        store.saveClasses({{"other", "#000000"}});
        store.saveClasses(classes);
    }
    AnnotationStore again(project());
    std::optional<std::vector<store::AnnotationClass>> loaded;
    again.loadClasses([&](const Result<std::vector<store::AnnotationClass>> &result) {
        loaded = result.ok() ? *result : std::vector<store::AnnotationClass>();
    });
    QTRY_VERIFY(loaded.has_value());
    QVERIFY(*loaded == classes);
}

void TstAnnotationStore::losesNoStoredStepWhenKilled()
{
    QProcess drawer;
    drawer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    drawer.start(QCoreApplication::applicationFilePath(),
                 {QString::fromLatin1(kDrawer), QString::fromStdString(project().string())});
    QByteArray said;
    while (said.size() < 15) {
        QVERIFY(drawer.waitForReadyRead());
        said += drawer.readAllStandardOutput();
    }
    drawer.kill(); // SIGKILL
    drawer.waitForFinished();
    said += drawer.readAllStandardOutput();
    AnnotationStore store(project());
    const auto shapes = load(store, placeIn(project())).shapes;
    const auto steps = static_cast<std::size_t>(said.size());
    QVERIFY2(shapes.size() == 2 * steps || shapes.size() == 2 * steps + 2,
             qPrintable(QStringLiteral("%1 shapes, %2 steps").arg(shapes.size()).arg(steps)));
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], kDrawer) == 0)
        return drawUntilKilled(argv[2]);
    TstAnnotationStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_annotation_store.moc"
