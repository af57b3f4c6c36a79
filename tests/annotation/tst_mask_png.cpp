#include "core/annotation/mask_png.h"

#include "core/imaging/image_file.h"
#include "tests/annotation/annotation_samples.h"

#include <array>

using namespace cf::annotation;
using namespace cf::test;

class TstMaskPng : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsMarkedPixels();
    void readsAnEmptyMask();
    void saysWhatAMaskLoses();
    void keepsClassesInAPalette();
    void readsPalettesOfOthers_data();
    void readsPalettesOfOthers();
    void writesThePaletteOthersKnow();
    void saysWhatAPaletteLoses();
    void refusesWhatHasNoPalette();

private:
    QTemporaryDir m_dir;
};

void TstMaskPng::keepsMarkedPixels()
{
    const auto sample = everyKind();
    CF_VERIFY(writeMaskPng(inside(m_dir, "a.png"), sample));
    const auto back = readMaskPng(inside(m_dir, "a.png"), "dust");
    CF_VERIFY(back);
    QCOMPARE(back->shapes.size(), std::size_t{1});
    QCOMPARE(back->shapes[0].label, std::string("dust"));
    const auto wanted = rasterise(sample);
    CF_VERIFY(wanted);
    QVERIFY(same(pixels(back->shapes[0], back->imageSize), *wanted));
}

void TstMaskPng::readsAnEmptyMask()
{
    Annotation nothing;
    nothing.imageSize = {12, 9};
    const auto warnings = writeMaskPng(inside(m_dir, "b.png"), nothing);
    CF_VERIFY(warnings);
    QVERIFY(warnings->empty());
    const auto back = readMaskPng(inside(m_dir, "b.png"), "dust");
    CF_VERIFY(back);
    QVERIFY(back->shapes.empty());
    QCOMPARE(back->imageSize, cv::Size(12, 9));
}

void TstMaskPng::saysWhatAMaskLoses()
{
    const auto warnings = writeMaskPng(inside(m_dir, "c.png"), everyKind());
    CF_VERIFY(warnings);
    QCOMPARE(lossesOf(*warnings), std::string("drawing:5 classes:6 objects:6 markers:1"));
    Annotation plain;
    plain.imageSize = {40, 40};
    plain.shapes = {mask("", speckled({20, 20}, 3, 0.5), {4, 4})};
    QVERIFY(writeMaskPng(inside(m_dir, "c.png"), plain)->empty());
    plain.shapes[0].maskAt = {30, 30};
    QCOMPARE(lossesOf(*writeMaskPng(inside(m_dir, "c.png"), plain)), std::string("outside:1"));
}

void TstMaskPng::keepsClassesInAPalette()
{
    Annotation sample = everyKind();
    sample.shapes.pop_back();
    const auto labels = labelsOf({&sample, 1});
    CF_VERIFY(writeIndexedPng(inside(m_dir, "d.png"), sample, labels));
    const auto back = readIndexedPng(inside(m_dir, "d.png"), labels);
    CF_VERIFY(back);
    QCOMPARE(back->shapes.size(), labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        cv::Mat wanted = cv::Mat::zeros(sample.imageSize, CV_8UC1);
        for (const Shape &shape : sample.shapes)
            if (shape.label == labels[i])
                wanted |= pixels(shape, sample.imageSize);
        QCOMPARE(back->shapes[i].label, labels[i]);
        QVERIFY2(same(pixels(back->shapes[i], back->imageSize), wanted), labels[i].c_str());
    }
    // Other programs see colours.
    CF_VERIFY(cf::imaging::loadBgr(inside(m_dir, "d.png")));
}

void TstMaskPng::readsPalettesOfOthers_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("8 bits") << "indexed_8bit.png";
    QTest::newRow("2 bits") << "indexed_2bit.png";
}

void TstMaskPng::readsPalettesOfOthers()
{
    QFETCH(QString, name);
    const std::array<std::string, 2> labels = {"scratch", "dent"};
    const auto back = readIndexedPng(fixture(name.toStdString()), labels);
    CF_VERIFY(back);
    QCOMPARE(back->imageSize, cv::Size(14, 9));
    QCOMPARE(back->shapes.size(), std::size_t{2});
    QCOMPARE(back->shapes[0].label, std::string("scratch"));
    QCOMPARE(boxOf(back->shapes[0]), cv::Rect2d(2, 1, 7, 3));
    QCOMPARE(back->shapes[1].label, std::string("class 3"));
    QCOMPARE(boxOf(back->shapes[1]), cv::Rect2d(3, 5, 9, 3));
}

void TstMaskPng::writesThePaletteOthersKnow()
{
    Annotation sample;
    sample.imageSize = {4, 1};
    std::vector<std::string> labels;
    for (int i = 0; i < 255; ++i)
        labels.push_back(std::to_string(i));
    sample.shapes = {box(ShapeKind::Rectangle, "0", 1, 0, 2, 1),
                     box(ShapeKind::Rectangle, "2", 2, 0, 3, 1),
                     box(ShapeKind::Rectangle, "254", 3, 0, 4, 1)};
    CF_VERIFY(writeIndexedPng(inside(m_dir, "e.png"), sample, labels));
    const auto bgr = cf::imaging::loadBgr(inside(m_dir, "e.png"));
    CF_VERIFY(bgr);
    QCOMPARE(bgr->at<cv::Vec3b>(0, 0), cv::Vec3b(0, 0, 0));
    QCOMPARE(bgr->at<cv::Vec3b>(0, 1), cv::Vec3b(0, 0, 128));
    QCOMPARE(bgr->at<cv::Vec3b>(0, 2), cv::Vec3b(0, 128, 128));
    QCOMPARE(bgr->at<cv::Vec3b>(0, 3), cv::Vec3b(192, 224, 224));
    labels.push_back("one too many");
    QCOMPARE(writeIndexedPng(inside(m_dir, "e.png"), sample, labels).error().code,
             cf::ErrorCode::BadUsage);
    QCOMPARE(writeIndexedPng(inside(m_dir, "e.png"), sample, {}).error().code,
             cf::ErrorCode::BadUsage);
}

void TstMaskPng::saysWhatAPaletteLoses()
{
    auto sample = everyKind();
    sample.shapes.push_back(box(ShapeKind::Rectangle, "dust", 10, 10, 15, 15)); // on the scratch
    const auto warnings = writeIndexedPng(inside(m_dir, "f.png"), sample, labelsOf({&sample, 1}));
    CF_VERIFY(warnings);
    QCOMPARE(lossesOf(*warnings), std::string("drawing:6 objects:4 overlap:1 markers:1"));
}

void TstMaskPng::refusesWhatHasNoPalette()
{
    CF_VERIFY(writeMaskPng(inside(m_dir, "grey.png"), everyKind()));
    QCOMPARE(readIndexedPng(inside(m_dir, "grey.png"), {}).error().code, cf::ErrorCode::BadData);
    const std::string png = readText(fixture("indexed_8bit.png"));
    for (std::size_t length = 0; length < png.size(); length += 7) {
        writeText(inside(m_dir, "cut.png"), png.substr(0, length));
        QVERIFY(!readIndexedPng(inside(m_dir, "cut.png"), {}).ok());
    }
    for (std::size_t at = 8; at < png.size(); ++at) { // one sentence or pixels, never a crash
        std::string damaged = png;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5a);
        writeText(inside(m_dir, "damaged.png"), damaged);
        const auto back = readIndexedPng(inside(m_dir, "damaged.png"), {});
        QVERIFY(back.ok() || !back.error().detail.empty());
    }
}

QTEST_GUILESS_MAIN(TstMaskPng)
#include "tst_mask_png.moc"
