#include "core/annotation/annotation_csv.h"

#include "tests/annotation/annotation_samples.h"

using namespace cf::annotation;
using namespace cf::test;

class TstAnnotationCsv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void losesNothing();
    void readsATableOfAnotherProgram();
    void refusesDamagedRows_data();
    void refusesDamagedRows();
    void refusesOtherTables();

private:
    QTemporaryDir m_dir;
};

void TstAnnotationCsv::losesNothing()
{
    std::vector<Annotation> pictures = {everyKind(), {}, everyKind()};
    pictures[1].imagePath = "empty.png";
    pictures[1].imageSize = {5, 6};
    pictures[2].imagePath = "third\nline.png";
    pictures[2].extraJson = R"({"labelme": {"operator": "a, \"b\""}})";
    pictures[2].shapes[1].extraJson = R"({"coco": {"id": 5}})";
    const auto warnings = writeAnnotationCsv(inside(m_dir, "a.csv"), pictures);
    CF_VERIFY(warnings);
    QVERIFY(warnings->empty());
    const auto back = readAnnotationCsv(inside(m_dir, "a.csv"));
    CF_VERIFY(back);
    QCOMPARE(back->size(), pictures.size());
    for (std::size_t p = 0; p < pictures.size(); ++p) {
        const auto &was = pictures[p];
        const auto &is = (*back)[p];
        QCOMPARE(is.imagePath, was.imagePath);
        QCOMPARE(is.imageSize, was.imageSize);
        QCOMPARE(is.extraJson, was.extraJson);
        QCOMPARE(is.shapes.size(), was.shapes.size());
        for (std::size_t i = 0; i < was.shapes.size(); ++i) {
            QCOMPARE(is.shapes[i].label, was.shapes[i].label);
            QVERIFY(is.shapes[i].kind == was.shapes[i].kind);
            QCOMPARE(is.shapes[i].points, was.shapes[i].points);
            QCOMPARE(is.shapes[i].holes, was.shapes[i].holes);
            QCOMPARE(is.shapes[i].group, was.shapes[i].group);
            QCOMPARE(is.shapes[i].maskAt, was.shapes[i].maskAt);
            QCOMPARE(is.shapes[i].extraJson, was.shapes[i].extraJson);
            QVERIFY(is.shapes[i].kind != ShapeKind::Mask ||
                    same(is.shapes[i].mask, was.shapes[i].mask));
        }
    }
}

void TstAnnotationCsv::readsATableOfAnotherProgram()
{
    writeText(inside(m_dir, "b.csv"), "\xef\xbb\xbfkind,label,image,points,height,width,by\r\n"
                                      "polygon,\"a, b\",1.png,1 1;5 1;5 5.5,10,20,me\r\n");
    const auto back = readAnnotationCsv(inside(m_dir, "b.csv"));
    CF_VERIFY(back);
    QCOMPARE(back->size(), std::size_t{1});
    QCOMPARE((*back)[0].shapes[0].label, std::string("a, b"));
    QCOMPARE((*back)[0].shapes[0].points, (Ring{{1, 1}, {5, 1}, {5, 5.5}}));
}

void TstAnnotationCsv::refusesDamagedRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("no size") << QByteArray("b.png,,,a,polygon,,1 1;2 2;3 1,,,");
    QTest::newRow("negative size") << QByteArray("b.png,-4,4,a,polygon,,1 1;2 2;3 1,,,");
    QTest::newRow("huge size") << QByteArray("b.png,1000000,1000000,a,polygon,,1 1;2 2;3 1,,,");
    QTest::newRow("another size") << QByteArray("a.png,9,9,a,polygon,,1 1;2 2;3 1,,,");
    QTest::newRow("unknown kind") << QByteArray("b.png,20,10,a,star,,1 1;2 2;3 1,,,");
    QTest::newRow("group") << QByteArray("b.png,20,10,a,polygon,x,1 1;2 2;3 1,,,");
    QTest::newRow("two points") << QByteArray("b.png,20,10,a,polygon,,1 1;2 2,,,");
    QTest::newRow("NaN") << QByteArray("b.png,20,10,a,polygon,,nan 1;2 2;3 1,,,");
    QTest::newRow("far away") << QByteArray("b.png,20,10,a,polygon,,1e300 1;2 2;3 1,,,");
    QTest::newRow("half a point") << QByteArray("b.png,20,10,a,polygon,,1;2 2;3 1,,,");
    QTest::newRow("hole") << QByteArray("b.png,20,10,a,polygon,,1 1;2 2;3 1,x y,,");
    QTest::newRow("mask without box") << QByteArray("b.png,20,10,a,mask,,1 1,,04,");
    QTest::newRow("mask without runs") << QByteArray("b.png,20,10,a,mask,,1 1;2 2,,,");
    QTest::newRow("runs too long") << QByteArray("b.png,20,10,a,mask,,1 1;2 2,,05,");
    QTest::newRow("huge mask") << QByteArray("b.png,20,10,a,mask,,1 1;1e9 1e9,,05,");
    QTest::newRow("negative mask") << QByteArray("b.png,20,10,a,mask,,1 1;-2 -2,,04,");
    QTest::newRow("short row") << QByteArray("b.png");
    QTest::newRow("binary") << QByteArray("\0\1\2\xff", 4);
}

void TstAnnotationCsv::refusesDamagedRows()
{
    QFETCH(QByteArray, row);
    const auto path = inside(m_dir, "damaged.csv");
    writeText(path, "image,width,height,label,kind,group,points,holes,runs,extra\n"
                    "a.png,20,10,a,polygon,,1 1;2 2;3 1,,,\n" +
                        row.toStdString() + "\n");
    const auto pictures = readAnnotationCsv(path);
    QVERIFY(!pictures.ok());
    QCOMPARE(pictures.error().code, cf::ErrorCode::BadData);
    QVERIFY(pictures.error().detail.find("row 2") != std::string::npos);
}

void TstAnnotationCsv::refusesOtherTables()
{
    writeText(inside(m_dir, "c.csv"), "");
    QVERIFY(!readAnnotationCsv(inside(m_dir, "c.csv")).ok());
    writeText(inside(m_dir, "c.csv"), "object,split,label,image,mask\n");
    const auto pictures = readAnnotationCsv(inside(m_dir, "c.csv"));
    QVERIFY(!pictures.ok());
    QVERIFY(pictures.error().detail.find("\"width\"") != std::string::npos);
    QCOMPARE(readAnnotationCsv(inside(m_dir, "none.csv")).error().code, cf::ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TstAnnotationCsv)
#include "tst_annotation_csv.moc"
