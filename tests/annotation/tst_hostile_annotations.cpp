#include "core/annotation/annotation_csv.h"
#include "core/annotation/coco.h"
#include "core/annotation/labelme.h"
#include "core/annotation/mask_png.h"
#include "core/annotation/yolo_seg.h"
#include "tests/annotation/annotation_samples.h"

#include <random>

using namespace cf::annotation;
using namespace cf::test;

/// Files that are none of the formats, or were once: every reader says one sentence, or reads what
/// is still whole.
class TstHostileAnnotations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void refusesCutOffFiles_data();
    void refusesCutOffFiles();
    void survivesChangedBytes_data();
    void survivesChangedBytes();
    void refusesDrawingForever();
    void keepsAnOldFileWhenWritingFails();

private:
    QTemporaryDir m_dir;
};

namespace {

struct Outcome
{
    bool ok = false;
    std::string detail;
};

template <class T>
Outcome outcomeOf(const cf::Result<T> &result)
{
    return {result.ok(), result.ok() ? "" : result.error().detail};
}

std::vector<Outcome> readAsEverything(const std::filesystem::path &path)
{
    return {outcomeOf(readLabelme(path, {20, 20})),     outcomeOf(readCoco(path)),
            outcomeOf(readYoloSeg(path, {}, {20, 20})), outcomeOf(readAnnotationCsv(path)),
            outcomeOf(readMaskPng(path, "a")),          outcomeOf(readIndexedPng(path, {}))};
}

} // namespace

void TstHostileAnnotations::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing at all") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("a number") << QByteArray("7");
    QTest::newRow("an object of nothing") << QByteArray("{}");
    QTest::newRow("shapes of another kind") << QByteArray(R"({"shapes": {}, "images": 5})");
    QTest::newRow("NaN as Python writes it")
        << QByteArray(R"({"imageWidth": NaN, "images": [], "shapes": []})");
    QTest::newRow("deeper than any stack") << QByteArray(3000000, '[');
    QTest::newRow("deep, and closed")
        << R"({"shapes": [], "x": )" + QByteArray(200000, '[') + QByteArray(200000, ']') + "}";
    QByteArray keys = R"({"shapes": [], "images": [], "x": {)";
    for (int i = 0; i < 300000; ++i)
        keys += '"' + QByteArray::number(i) + "\": 0,";
    QTest::newRow("more keys than anybody needs") << keys + "\"z\": 0}}";
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("huge picture") << QByteArray(
        R"({"imageWidth": 999999, "imageHeight": 999999, "shapes": [],
            "images": [{"id": 1, "width": 999999, "height": 999999}]})");
    QTest::newRow("negative picture")
        << QByteArray(R"({"imageWidth": -5, "imageHeight": 7, "shapes": [],
            "images": [{"id": 1, "width": -5, "height": 7}]})");
}

void TstHostileAnnotations::refusesWhatIsNoJson()
{
    QFETCH(QByteArray, content);
    const auto path = inside(m_dir, "file");
    writeText(path, content.toStdString());
    for (const auto &outcome : readAsEverything(path)) {
        QVERIFY(outcome.ok == outcome.detail.empty());
        QVERIFY2(outcome.detail.find('\n') == std::string::npos, outcome.detail.c_str());
    }
    QVERIFY(!readLabelme(path).ok());
    QVERIFY(!readCoco(path).ok());
}

void TstHostileAnnotations::refusesCutOffFiles_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"labelme.json", "coco.json"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TstHostileAnnotations::refusesCutOffFiles()
{
    QFETCH(QString, name);
    const std::string whole = readText(fixture(name.toStdString()));
    for (std::size_t length = 0; length + 2 < whole.size(); length += 13) {
        writeText(inside(m_dir, "cut.json"), whole.substr(0, length));
        QVERIFY(!readLabelme(inside(m_dir, "cut.json")).ok());
        QVERIFY(!readCoco(inside(m_dir, "cut.json")).ok());
    }
}

void TstHostileAnnotations::survivesChangedBytes_data()
{
    refusesCutOffFiles_data();
}

void TstHostileAnnotations::survivesChangedBytes()
{
    QFETCH(QString, name);
    const std::string whole = readText(fixture(name.toStdString()));
    constexpr std::string_view kBytes = "0123456789-+.eE[]{}\",:nulltrue \\\xff";
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        std::string changed = whole;
        for (int i = 0; i < 3; ++i)
            changed[random() % changed.size()] = kBytes[random() % kBytes.size()];
        const auto path = inside(m_dir, "changed.json");
        writeText(path, changed);
        // What is read can be drawn and written again.
        if (const auto read = readLabelme(path); read.ok()) {
            CF_VERIFY(rasterise(*read));
            CF_VERIFY(writeLabelme(inside(m_dir, "again.json"), *read));
            CF_VERIFY(readLabelme(inside(m_dir, "again.json")));
        }
        if (const auto read = readCoco(path); read.ok()) {
            CF_VERIFY(writeCoco(inside(m_dir, "again.json"), *read));
            CF_VERIFY(readCoco(inside(m_dir, "again.json")));
        }
    }
}

void TstHostileAnnotations::refusesDrawingForever()
{
    Ring zigzag;
    for (int i = 0; i < 600000; ++i)
        zigzag.emplace_back(i % 100, i % 2 == 0 ? -1.0 : 10001.0);
    const auto marks = rasterise(polygon("", zigzag), {100, 10000});
    QVERIFY(!marks.ok());
    QCOMPARE(marks.error().code, cf::ErrorCode::BadData);
}

void TstHostileAnnotations::keepsAnOldFileWhenWritingFails()
{
    auto broken = everyKind();
    broken.shapes[2].points.pop_back();
    const auto path = inside(m_dir, "old");
    writeText(path, "old");
    const auto labels = labelsOf({&broken, 1});
    QVERIFY(!writeLabelme(path, broken).ok());
    QVERIFY(!writeCoco(path, {{broken}, {}}).ok());
    QVERIFY(!writeYoloSeg(path, broken, labels).ok());
    QVERIFY(!writeMaskPng(path, broken).ok());
    QVERIFY(!writeIndexedPng(path, broken, labels).ok());
    QVERIFY(!writeAnnotationCsv(path, {&broken, 1}).ok());
    QCOMPARE(readText(path), std::string("old"));
}

QTEST_GUILESS_MAIN(TstHostileAnnotations)
#include "tst_hostile_annotations.moc"
