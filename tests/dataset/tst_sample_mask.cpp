#include "core/dataset/sample_mask.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"

#include <opencv2/core.hpp>

using namespace cf::dataset;

class TstSampleMask : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void loadsAFile();
    void unitesTheMasksOfAFolder();
    void isZeroForNormals();
    void refusesADefectWithoutOne();
    void namesBothSizes();
    void refusesAnEmptyFolder();
    void saysThatTheFileIsGone();

private:
    static Sample defect(std::optional<std::filesystem::path> mask)
    {
        return {"some/image.png", Split::Test, Label::Defect, "dent", std::move(mask)};
    }
};

void TstSampleMask::loadsAFile()
{
    DatasetFolder folder;
    folder.mask("m.png", 12, 10, 1);
    const auto mask = loadSampleMask(defect(folder.path("m.png")), {10, 12});
    CF_VERIFY(mask);
    QCOMPARE(mask->type(), CV_8UC1);
    QCOMPARE(cv::countNonZero(*mask == 255), 6);
}

void TstSampleMask::unitesTheMasksOfAFolder()
{
    DatasetFolder folder;
    folder.mask("m/000.png", 12, 10, 200, 1);
    folder.mask("m/001.png", 12, 10, 100, 3); // one column in common
    folder.text("m/Thumbs.db", "rubbish");
    const auto sample = defect(folder.path("m"));
    QCOMPARE(maskFiles(sample).size(), std::size_t{2});
    const auto mask = loadSampleMask(sample, {10, 12});
    CF_VERIFY(mask);
    QCOMPARE(cv::countNonZero(*mask == 255), 10);
}

void TstSampleMask::isZeroForNormals()
{
    const Sample normal{"image.png", Split::Test, Label::Normal, "good", std::nullopt};
    const auto mask = loadSampleMask(normal, {7, 5});
    CF_VERIFY(mask);
    QCOMPARE(mask->size(), cv::Size(7, 5));
    QCOMPARE(cv::countNonZero(*mask), 0);
    QVERIFY(maskFiles(normal).empty());
}

void TstSampleMask::refusesADefectWithoutOne()
{
    const auto mask = loadSampleMask(defect(std::nullopt), {7, 5});
    QVERIFY(!mask.ok());
    QCOMPARE(mask.error().code, cf::ErrorCode::BadData);
    QVERIFY(mask.error().detail.find("some/image.png") != std::string::npos);
}

void TstSampleMask::namesBothSizes()
{
    DatasetFolder folder;
    folder.mask("m.png", 12, 10);
    const auto mask = loadSampleMask(defect(folder.path("m.png")), {12, 10});
    QVERIFY(!mask.ok());
    QCOMPARE(mask.error().code, cf::ErrorCode::BadData);
    for (const char *part : {"m.png", "12 x 10", "10 x 12"})
        QVERIFY2(mask.error().detail.find(part) != std::string::npos, mask.error().detail.c_str());
}

void TstSampleMask::refusesAnEmptyFolder()
{
    DatasetFolder folder;
    std::filesystem::create_directories(folder.path("m"));
    QCOMPARE(loadSampleMask(defect(folder.path("m")), {5, 5}).error().code, cf::ErrorCode::BadData);
}

void TstSampleMask::saysThatTheFileIsGone()
{
    DatasetFolder folder;
    QCOMPARE(loadSampleMask(defect(folder.path("gone.png")), {5, 5}).error().code,
             cf::ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TstSampleMask)
#include "tst_sample_mask.moc"
