#include "core/annotation/yolo_seg.h"

#include "tests/annotation/annotation_samples.h"

#include <array>

using namespace cf::annotation;
using namespace cf::test;

class TstYoloSeg : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsPixels();
    void readsBoxesAndForeignText();
    void keepsTheNamesOfClasses();
    void saysWhatIsLost();
    void refusesUnknownClasses();
    void refusesDamagedLines_data();
    void refusesDamagedLines();

private:
    QTemporaryDir m_dir;
};

void TstYoloSeg::keepsPixels()
{
    const auto sample = everyKind();
    const auto labels = labelsOf({&sample, 1});
    CF_VERIFY(writeYoloSeg(inside(m_dir, "a.txt"), sample, labels));
    const auto back = readYoloSeg(inside(m_dir, "a.txt"), labels, sample.imageSize);
    CF_VERIFY(back);
    // The mask has become one shape for each of its areas.
    for (const auto &label : labels) {
        cv::Mat before = cv::Mat::zeros(sample.imageSize, CV_8UC1);
        cv::Mat after = before.clone();
        for (const Shape &shape : sample.shapes)
            if (shape.label == label && shape.kind != ShapeKind::Ellipse)
                before |= pixels(shape, sample.imageSize);
        for (const Shape &shape : back->shapes)
            if (shape.label == label && label != "pore")
                after |= pixels(shape, sample.imageSize);
        QVERIFY2(same(before, after), label.c_str());
    }
    QVERIFY(back->shapes.size() > sample.shapes.size());
}

void TstYoloSeg::readsBoxesAndForeignText()
{
    const std::array<std::string, 2> labels = {"scratch", "dent"};
    writeText(inside(m_dir, "b.txt"), "1 0.5 0.5 0.2 0.4\r\n\n  0\t0.1 0.1 0.9 1e-1  0.9 0.9 \r\n");
    const auto back = readYoloSeg(inside(m_dir, "b.txt"), labels, {100, 50});
    CF_VERIFY(back);
    QCOMPARE(back->shapes.size(), std::size_t{2});
    QVERIFY(back->shapes[0].kind == ShapeKind::Rectangle);
    QCOMPARE(back->shapes[0].label, std::string("dent"));
    QCOMPARE(boxOf(back->shapes[0]), cv::Rect2d(40, 15, 20, 20));
    QCOMPARE(back->shapes[1].points, (Ring{{10, 5}, {90, 5}, {90, 45}}));
    const auto unnamed = readYoloSeg(inside(m_dir, "b.txt"), {}, {100, 50});
    CF_VERIFY(unnamed);
    QCOMPARE(unnamed->shapes[0].label, std::string("1"));
    writeText(inside(m_dir, "empty.txt"), "");
    QVERIFY(readYoloSeg(inside(m_dir, "empty.txt"), labels, {100, 50})->shapes.empty());
}

void TstYoloSeg::keepsTheNamesOfClasses()
{
    const std::vector<std::string> labels = {"scratch", "", "Kratzer ü", "a, b"};
    CF_VERIFY(writeClassNames(inside(m_dir, "classes.txt"), labels));
    const auto back = readClassNames(inside(m_dir, "classes.txt"));
    CF_VERIFY(back);
    QCOMPARE(*back, labels);
    const std::vector<std::string> broken = {"a\nb"};
    QCOMPARE(writeClassNames(inside(m_dir, "classes.txt"), broken).error().code,
             cf::ErrorCode::BadUsage);
    QCOMPARE(readClassNames(inside(m_dir, "missing.txt")).error().code, cf::ErrorCode::NotFound);
}

void TstYoloSeg::saysWhatIsLost()
{
    auto sample = everyKind();
    sample.shapes[4].mask = cv::Mat(3, 3, CV_8UC1, cv::Scalar(255));
    sample.shapes[4].mask.at<std::uint8_t>(1, 1) = 0;
    sample.shapes[5].points[0].x = -3;
    const auto labels = labelsOf({&sample, 1});
    const auto warnings = writeYoloSeg(inside(m_dir, "c.txt"), sample, labels);
    CF_VERIFY(warnings);
    QCOMPARE(lossesOf(*warnings),
             std::string("holes:2 curve:1 drawing:2 objects:2 outside:1 markers:1"));
}

void TstYoloSeg::refusesUnknownClasses()
{
    const std::array<std::string, 1> labels = {"scratch"};
    const auto written = writeYoloSeg(inside(m_dir, "d.txt"), everyKind(), labels);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, cf::ErrorCode::BadUsage);
    QVERIFY(!std::filesystem::exists(inside(m_dir, "d.txt")));
}

void TstYoloSeg::refusesDamagedLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("text") << QByteArray("scratch 0.1 0.1 0.2 0.2 0.3 0.3");
    QTest::newRow("JSON") << QByteArray("{\"a\": 1}");
    QTest::newRow("binary") << QByteArray("\0\1\2\xff", 4);
    QTest::newRow("class alone") << QByteArray("0");
    QTest::newRow("two points") << QByteArray("0 0.1 0.1");
    QTest::newRow("odd") << QByteArray("0 0.1 0.1 0.2 0.2 0.3 0.3 0.4");
    QTest::newRow("negative class") << QByteArray("-1 0.1 0.1 0.2 0.2 0.3 0.3");
    QTest::newRow("unknown class") << QByteArray("2 0.1 0.1 0.2 0.2 0.3 0.3");
    QTest::newRow("huge class") << QByteArray("99999999999999999999 0.1 0.1 0.2 0.2 0.3 0.3");
    QTest::newRow("NaN") << QByteArray("0 nan 0.1 0.2 0.2 0.3 0.3");
    QTest::newRow("infinity") << QByteArray("0 inf 0.1 0.2 0.2 0.3 0.3");
    QTest::newRow("far away") << QByteArray("0 1e300 0.1 0.2 0.2 0.3 0.3");
    QTest::newRow("comma") << QByteArray("0 0,1 0,1 0,2 0,2 0,3 0,3");
}

void TstYoloSeg::refusesDamagedLines()
{
    QFETCH(QByteArray, line);
    const std::array<std::string, 2> labels = {"scratch", "dent"};
    const auto path = inside(m_dir, "damaged.txt");
    writeText(path, "0 0.1 0.1 0.2 0.2 0.3 0.3\n" + line.toStdString() + "\n");
    const auto annotation = readYoloSeg(path, labels, {100, 50});
    QVERIFY(!annotation.ok());
    QCOMPARE(annotation.error().code, cf::ErrorCode::BadData);
    QVERIFY(annotation.error().detail.find("damaged.txt") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstYoloSeg)
#include "tst_yolo_seg.moc"
