#include "samples.h"
#include "tests/result_check.h"

#include <QCoreApplication>
#include <QProcess>
#include <cstring>
#include <unistd.h>

using namespace cf::store;
using cf::ErrorCode;

namespace {

constexpr char kWriter[] = "--draw-until-killed";

ShapeRow shape(std::int64_t number, const std::string &label = "scratch")
{
    return {number, label, R"({"kind":"marker","points":[)" + std::to_string(number) + ",2]}"};
}

AnnotationChange change(Id datasetId, std::vector<ShapeRow> written,
                        std::vector<std::int64_t> removed = {})
{
    return {{datasetId, "bolt", "bolt/test/bent/0.png"},
            64,
            48,
            {},
            false,
            std::move(written),
            std::move(removed)};
}

/// The child: stores two shapes at a time that belong together, and says so, until it is killed.
int drawUntilKilled(const char *path)
{
    Project project = Project::open(path).orThrow();
    const Id dataset = project.datasets().orThrow().front().id;
    for (std::int64_t round = 1;; ++round) {
        project.saveAnnotation(change(dataset, {shape(2 * round - 1), shape(2 * round)})).orThrow();
        if (::write(STDOUT_FILENO, "s", 1) != 1)
            return 1;
    }
}

} // namespace

/// What people drew, a row a shape.
class TstAnnotations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsAnEdit();
    void writesWhatWasChangedAlone();
    void replacesAll();
    void outlivesItsImage();
    void listsThePicturesOfADataset();
    void keepsTheClassesInTheirOrder();
    void storesSeveralPicturesOrNone();
    void renamesAClassOnAllPictures();
    void refusesANameThatIsTaken();
    void refusesWhatCannotBe();
    void losesNothingThatWasStoredWhenKilled();

private:
    StoredAnnotation stored() const
    {
        return m_project->annotation(change(m_dataset, {}).picture).orThrow().value();
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Project> m_project;
    Id m_dataset = 0;
};

void TstAnnotations::init()
{
    m_project.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_project =
        std::make_unique<Project>(Project::create(samples::pathOf(*m_dir, "project")).orThrow());
    m_dataset = m_project->saveDataset(samples::dataset()).orThrow();
}

void TstAnnotations::keepsAnEdit()
{
    auto edit = change(m_dataset, {shape(2), shape(1, "d\xc3\xa9"
                                                      "faut")});
    QVERIFY(!m_project->annotation(edit.picture).orThrow());
    edit.extraJson = R"({"labelme":{"flags":{}}})";
    CF_VERIFY(m_project->saveAnnotation(edit));
    const auto found = stored();
    QVERIFY(found.picture == edit.picture);
    QVERIFY(found.widthPx == 64 && found.heightPx == 48 && !found.changedUtc.empty());
    QCOMPARE(found.extraJson, edit.extraJson);
    QVERIFY(found.shapes == (std::vector{edit.written[1], edit.written[0]})); // by number
}

void TstAnnotations::writesWhatWasChangedAlone()
{
    CF_VERIFY(m_project->saveAnnotation(change(m_dataset, {shape(1), shape(2), shape(3)})));
    CF_VERIFY(m_project->saveAnnotation(change(m_dataset, {shape(3, "dent"), shape(5)}, {1, 77})));
    QVERIFY(stored().shapes == (std::vector{shape(2), shape(3, "dent"), shape(5)}));
}

void TstAnnotations::replacesAll()
{
    CF_VERIFY(m_project->saveAnnotation(change(m_dataset, {shape(1), shape(2)})));
    auto edit = change(m_dataset, {shape(2, "dent")});
    edit.replacesAll = true;
    CF_VERIFY(m_project->saveAnnotation(edit));
    QVERIFY(stored().shapes == std::vector{shape(2, "dent")});
}

void TstAnnotations::outlivesItsImage()
{
    CF_VERIFY(m_project->saveAnnotation(change(m_dataset, {shape(1)})));
    auto emptied = samples::dataset();
    emptied.categories.at(0).images.clear();
    QCOMPARE(m_project->saveDataset(emptied).orThrow(), m_dataset);
    QCOMPARE(stored().shapes.size(), 1U);
    QVERIFY(m_project->verify().orThrow().empty());
}

void TstAnnotations::listsThePicturesOfADataset()
{
    auto second = change(m_dataset, {shape(1)});
    second.picture.category = "a nut";
    CF_VERIFY(m_project->saveAnnotation(change(m_dataset, {shape(1)})));
    CF_VERIFY(m_project->saveAnnotation(second));
    const auto all = m_project->annotations(m_dataset).orThrow();
    QCOMPARE(all.size(), 2U);
    QVERIFY(all[0].picture == second.picture && all[1] == stored());
    QVERIFY(m_project->annotations(m_dataset + 1).orThrow().empty());
}

void TstAnnotations::keepsTheClassesInTheirOrder()
{
    QVERIFY(m_project->annotationClasses().orThrow().empty());
    const std::vector<AnnotationClass> classes = {{"scratch", "#e69f00"}, {"dent", "#56b4e9"}};
    CF_VERIFY(m_project->saveAnnotationClasses(classes));
    QVERIFY(m_project->annotationClasses().orThrow() == classes);
    CF_FAILS(m_project->saveAnnotationClasses({{"a", "#000000"}, {"a", "#000000"}}),
             ErrorCode::BadUsage);
    CF_FAILS(m_project->saveAnnotationClasses({{"  ", "#000000"}}), ErrorCode::BadUsage);
    CF_FAILS(m_project->saveAnnotationClasses({{"a", "red"}}), ErrorCode::BadUsage);
    QVERIFY(m_project->annotationClasses().orThrow() == classes);
}

void TstAnnotations::storesSeveralPicturesOrNone()
{
    auto second = change(m_dataset, {shape(4)});
    second.picture.path = "bolt/test/bent/1.png";
    CF_VERIFY(m_project->saveAnnotations(std::vector{change(m_dataset, {shape(1)}), second}));
    QCOMPARE(m_project->annotations(m_dataset).orThrow().size(), 2U);
    second.written = {shape(0)};
    CF_FAILS(m_project->saveAnnotations(std::vector{change(m_dataset, {shape(2)}), second}),
             ErrorCode::BadUsage);
    QVERIFY(stored().shapes == std::vector{shape(1)});
}

void TstAnnotations::renamesAClassOnAllPictures()
{
    auto second = change(m_dataset, {shape(1), shape(2, "dent")});
    second.picture.path = "bolt/test/bent/1.png";
    CF_VERIFY(m_project->saveAnnotation(change(m_dataset, {shape(1)})));
    CF_VERIFY(m_project->saveAnnotation(second));
    CF_VERIFY(m_project->saveAnnotationClasses({{"scratch", "#e69f00"}, {"dent", "#56b4e9"}}));
    const auto before = m_project->annotations(m_dataset).orThrow();
    QCOMPARE(m_project->renameAnnotationClass("scratch", "long scratch").orThrow(),
             std::int64_t{2});
    QCOMPARE(m_project->annotationClasses().orThrow().front().name, std::string("long scratch"));
    QVERIFY(stored().shapes == std::vector{shape(1, "long scratch")});
    QVERIFY(m_project->annotation(second.picture).orThrow()->shapes ==
            (std::vector{shape(1, "long scratch"), shape(2, "dent")}));
    QCOMPARE(m_project->renameAnnotationClass("long scratch", "scratch").orThrow(),
             std::int64_t{2}); // and back
    QVERIFY(m_project->annotations(m_dataset).orThrow() == before);
}

void TstAnnotations::refusesANameThatIsTaken()
{
    CF_VERIFY(m_project->saveAnnotation(change(m_dataset, {shape(1), shape(2, "dent")})));
    CF_VERIFY(m_project->saveAnnotationClasses({{"scratch", "#e69f00"}, {"hole", "#56b4e9"}}));
    for (const char *name : {"hole", "dent", "", "  "}) // a class, a shape's label, blank
        CF_FAILS(m_project->renameAnnotationClass("scratch", name), ErrorCode::BadUsage);
    QVERIFY(stored().shapes == (std::vector{shape(1), shape(2, "dent")}));
}

void TstAnnotations::refusesWhatCannotBe()
{
    CF_VERIFY(m_project->saveAnnotation(change(m_dataset, {shape(1)})));
    CF_FAILS(m_project->saveAnnotation(change(m_dataset + 1, {shape(1)})), ErrorCode::BadUsage);
    CF_FAILS(m_project->saveAnnotation(change(m_dataset, {shape(2), shape(0)})),
             ErrorCode::BadUsage);
    CF_FAILS(m_project->saveAnnotation(change(m_dataset, {{2, "", "no JSON"}})),
             ErrorCode::BadUsage);
    auto flat = change(m_dataset, {});
    flat.widthPx = 0;
    CF_FAILS(m_project->saveAnnotation(flat), ErrorCode::BadUsage);
    QVERIFY(stored().shapes == std::vector{shape(1)}); // nothing of the refused edits
}

void TstAnnotations::losesNothingThatWasStoredWhenKilled()
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QCoreApplication::applicationFilePath(),
                 {QString::fromLatin1(kWriter), QString::fromStdString(m_project->folder())});
    QByteArray said;
    while (said.size() < 12) {
        QVERIFY(writer.waitForReadyRead());
        said += writer.readAllStandardOutput();
    }
    writer.kill();
    writer.waitForFinished();
    said += writer.readAllStandardOutput();
    const auto shapes = stored().shapes;
    const auto rounds = static_cast<std::size_t>(said.size());
    QVERIFY(shapes.size() == 2 * rounds || shapes.size() == 2 * rounds + 2);
    for (std::size_t i = 0; i < shapes.size(); ++i)
        QVERIFY(shapes[i] == shape(static_cast<std::int64_t>(i) + 1));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], kWriter) == 0)
        return drawUntilKilled(argv[2]);
    TstAnnotations test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_annotations.moc"
