#include "core/dataset/open_dataset.h"
#include "core/dataset/sample_mask.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"

#include <opencv2/core.hpp>

using namespace cf::dataset;

namespace {

void makeVisa(DatasetFolder &folder, const std::string &extraRows = {},
              const std::string &lineEnd = "\n")
{
    std::string list = "object,split,label,image,mask" + lineEnd;
    for (const char *name : {"candle", "pcb1"}) {
        const std::string object = name;
        for (const char *stem : {"0000", "0001", "0002"}) {
            const std::string image = object + "/Data/Images/Normal/" + stem + ".JPG";
            folder.image(image);
            const std::string split = std::string(stem) == "0002" ? "test" : "train";
            list += object + "," + split + ",normal," + image + "," + lineEnd;
        }
        const std::string image = object + "/Data/Images/Anomaly/000.JPG";
        const std::string mask = object + "/Data/Masks/Anomaly/000.png";
        folder.image(image);
        folder.mask(mask, 12, 10, 4);
        list += object + ",test,anomaly," + image + "," + mask + lineEnd;
    }
    folder.text("split_csv/1cls.csv", list + extraRows);
}

} // namespace

class TstVisa : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheList_data();
    void readsTheList();
    void masksAreAnyDefectId();
    void readsOneObject();
    void goesByTheHeaderNotByTheOrder();
    void reportsMissingFiles();
    void reportsRowsItCannotUse_data();
    void reportsRowsItCannotUse();
    void refusesAListWithoutItsHeader();
};

void TstVisa::readsTheList_data()
{
    QTest::addColumn<QString>("lineEnd");
    QTest::newRow("LF") << QStringLiteral("\n");
    QTest::newRow("CRLF") << QStringLiteral("\r\n");
}

void TstVisa::readsTheList()
{
    QFETCH(QString, lineEnd);
    DatasetFolder folder;
    makeVisa(folder, {}, lineEnd.toStdString());
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.format, std::string("visa"));
    QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"candle", "pcb1"}));
    for (const Category &category : dataset.categories) {
        QCOMPARE(category.trainNormals().size(), std::size_t{2});
        QCOMPARE(category.count(Split::Test, Label::Normal), std::size_t{1});
        QCOMPARE(category.count(Split::Test, Label::Defect), std::size_t{1});
        QCOMPARE(category.defectKinds(), (std::vector<std::string>{"bad"}));
        QCOMPARE(category.maskCount(), std::size_t{1});
    }
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstVisa::masksAreAnyDefectId()
{
    DatasetFolder folder;
    makeVisa(folder);
    OPEN_DATASET(dataset, folder.path());
    const auto mask = loadSampleMask(dataset.categories[0].test().back(), {10, 12});
    CF_VERIFY(mask);
    QCOMPARE(cv::countNonZero(*mask == 255), 6);
    QCOMPARE(cv::countNonZero(*mask), 6);
}

void TstVisa::readsOneObject()
{
    DatasetFolder folder;
    makeVisa(folder);
    OPEN_DATASET(dataset, folder.path("pcb1"));
    QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"pcb1"}));
    QCOMPARE(dataset.categories[0].samples.size(), std::size_t{4});
}

void TstVisa::goesByTheHeaderNotByTheOrder()
{
    DatasetFolder folder;
    folder.image("a/1.png");
    folder.text("split_csv/1cls.csv",
                "\xef\xbb\xbfimage,more,mask,label,object,split\na/1.png,,,normal,a,train\n");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.categories[0].trainNormals().size(), std::size_t{1});
}

void TstVisa::reportsMissingFiles()
{
    DatasetFolder folder;
    makeVisa(folder);
    std::filesystem::remove(folder.path("candle/Data/Images/Normal/0001.JPG"));
    std::filesystem::remove(folder.path("candle/Data/Masks/Anomaly/000.png"));
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.categories[0].trainNormals().size(), std::size_t{1});
    QCOMPARE(dataset.categories[0].maskCount(), std::size_t{0});
    QVERIFY(hasProblem(dataset, "Normal/0001.JPG", "missing"));
    QVERIFY(hasProblem(dataset, "Anomaly/000.png", "missing"));
}

void TstVisa::reportsRowsItCannotUse_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *text, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(words);
    };
    row("short", "candle,train", "too few fields");
    row("split", "candle,validation,normal,candle/Data/Images/Normal/0000.JPG,", "not known");
    row("label", "candle,test,strange,candle/Data/Images/Normal/0000.JPG,", "not known");
    row("no object", ",test,normal,candle/Data/Images/Normal/0000.JPG,", "not known");
    row("outside", "candle,test,normal,../../etc/passwd,", "outside");
    row("absolute", "candle,test,normal,/etc/passwd,", "outside");
    row("winding outside", "candle,test,normal,candle/../../x.png,", "outside");
    row("no image", "candle,test,normal,,", "outside");
    row("defect in training", "candle,train,anomaly,candle/Data/Images/Anomaly/000.JPG,",
        "normal images only");
}

void TstVisa::reportsRowsItCannotUse()
{
    QFETCH(QString, row);
    QFETCH(QString, words);
    DatasetFolder folder;
    makeVisa(folder, row.toStdString() + "\n");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.problems.size(), std::size_t{1});
    QVERIFY2(hasProblem(dataset, "1cls.csv", words.toStdString()), allProblems(dataset).c_str());
    QVERIFY(hasProblem(dataset, "1cls.csv", "row 10"));
    QCOMPARE(dataset.categories[0].samples.size(), std::size_t{4});
}

void TstVisa::refusesAListWithoutItsHeader()
{
    for (const char *list : {"", "candle,train,normal,a.png,\n"}) {
        DatasetFolder folder;
        folder.text("split_csv/1cls.csv", list);
        cf::RunContext run;
        const auto opened = openDataset(folder.path(), run);
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, cf::ErrorCode::BadData);
        QVERIFY(opened.error().detail.find("1cls.csv") != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(TstVisa)
#include "tst_visa.moc"
