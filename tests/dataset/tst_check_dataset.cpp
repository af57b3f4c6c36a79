#include "core/dataset/check_dataset.h"
#include "core/dataset/open_dataset.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"

using namespace cf::dataset;

namespace {

Dataset openAndCheck(const std::filesystem::path &root)
{
    cf::RunContext run;
    Dataset dataset = openDataset(root, run).orThrow();
    checkDataset(dataset, run);
    return dataset;
}

} // namespace

class TstCheckDataset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsNothingInAGoodDataset();
    void findsEveryHostileFile();
    void findsMasksThatDoNotFit();
    void findsMissingMasks();
    void doesNotAskAPlainFolderForMasks();
    void findsAnEmptyCategory();
    void findsACategoryWithoutNormals();
    void findsTheSameImageTwice();
    void comparesContentsNotHashesAlone();
    void addsNothingTheSecondTime();
    void givesTheSameListEachTime();
    void reportsProgressAndStops();
    void hashesAsPublished();
};

void TstCheckDataset::findsNothingInAGoodDataset()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    folder.mvtecCategory("cable");
    const Dataset dataset = openAndCheck(folder.path());
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstCheckDataset::findsEveryHostileFile()
{
    DatasetFolder folder;
    const std::string train = "bottle/train/good/";
    folder.mvtecCategory("bottle");
    const auto whole = [](const char *extension) {
        return hostile::encoded(extension, hostile::noise(50, 40, CV_8UC3, 99));
    };
    for (const char *extension : {".png", ".jpg", ".bmp", ".tiff"})
        folder.write(train + "half" + extension, hostile::firstPart(whole(extension), 0.5));
    folder.text(train + "empty.png", "");
    folder.text(train + "text.png", "this is only text");
    for (const char *extension : {".png", ".bmp", ".tiff"})
        folder.write(train + "huge" + extension, hostile::claiming(extension, 60000, 60000));
    // Odd, and good all the same.
    folder.image(train + "one_pixel.png", 1, 1);
    folder.image(train + "deep.png", 12, 10, CV_16UC1);
    folder.image(train + "alpha.png", 12, 10, CV_8UC4);
    folder.image(train + "grey.tif", 12, 10, CV_8UC1);
    folder.image(train + "UPPER.JPG", 12, 10);
    const Dataset dataset = openAndCheck(folder.path());
    QCOMPARE(dataset.categories[0].trainNormals().size(), std::size_t{4 + 9 + 5});
    for (const char *name : {"half.png", "half.jpg", "half.bmp", "half.tiff"})
        QVERIFY2(hasProblem(dataset, name, "copy it again"), allProblems(dataset).c_str());
    for (const char *name : {"huge.png", "huge.bmp", "huge.tiff"})
        QVERIFY2(hasProblem(dataset, name, "60000 x 60000"), allProblems(dataset).c_str());
    QVERIFY(hasProblem(dataset, "empty.png", "empty"));
    QVERIFY(hasProblem(dataset, "text.png", "not a PNG"));
    QVERIFY2(dataset.problems.size() == 9, allProblems(dataset).c_str());
    for (const Problem &problem : dataset.problems)
        QVERIFY2(problem.problem.find("Cannot read") == std::string::npos, problem.problem.c_str());
}

void TstCheckDataset::findsMasksThatDoNotFit()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    const std::string masks = "bottle/ground_truth/scratch/";
    folder.mask(masks + "000_mask.png", 10, 12); // height and width exchanged
    folder.mask(masks + "001_mask.png", 12, 10, 0);
    folder.image("bottle/test/scratch/002.png");
    folder.write(
        masks + "002_mask.png",
        hostile::firstPart(hostile::encoded(".png", hostile::noise(12, 10, CV_8UC1)), 0.7));
    folder.image("bottle/test/scratch/003.png");
    std::filesystem::create_directories(folder.path(masks + "003"));
    folder.image("bottle/test/scratch/004.png");
    folder.mask(masks + "004/000.png");
    folder.mask(masks + "004/001.png", 12, 9);
    const Dataset dataset = openAndCheck(folder.path());
    QVERIFY2(hasProblem(dataset, "000_mask.png", "10 x 12 pixels, its image has 12 x 10"),
             allProblems(dataset).c_str());
    QVERIFY(hasProblem(dataset, "001_mask.png", "marks no pixel"));
    QVERIFY(hasProblem(dataset, "002_mask.png", "cut off"));
    QVERIFY(hasProblem(dataset, "scratch/003", "holds none"));
    QVERIFY(hasProblem(dataset, "004/001.png", "12 x 9"));
    QVERIFY2(dataset.problems.size() == 5, allProblems(dataset).c_str());
}

void TstCheckDataset::findsMissingMasks()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    std::filesystem::remove(folder.path("bottle/ground_truth/scratch/001_mask.png"));
    folder.mvtecCategory("cable");
    std::filesystem::remove_all(folder.path("cable/ground_truth"));
    const Dataset dataset = openAndCheck(folder.path());
    QVERIFY(hasProblem(dataset, "bottle/test/scratch/001.png", "no mask"));
    QVERIFY(hasProblem(dataset, "cable", "no masks; pixel metrics are not available"));
    QVERIFY2(dataset.problems.size() == 2, allProblems(dataset).c_str());
}

void TstCheckDataset::doesNotAskAPlainFolderForMasks()
{
    DatasetFolder folder;
    folder.image("good/1.png");
    folder.image("dent/1.png");
    const Dataset dataset = openAndCheck(folder.path());
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstCheckDataset::findsAnEmptyCategory()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    std::filesystem::create_directories(folder.path("cable/train/good"));
    const Dataset dataset = openAndCheck(folder.path());
    QCOMPARE(dataset.categories.size(), std::size_t{2});
    QVERIFY2(hasProblem(dataset, "cable", "empty"), allProblems(dataset).c_str());
}

void TstCheckDataset::findsACategoryWithoutNormals()
{
    DatasetFolder folder;
    folder.image("bottle/test/good/000.png");
    const Dataset dataset = openAndCheck(folder.path());
    QVERIFY2(hasProblem(dataset, "bottle", "no normal images to train on"),
             allProblems(dataset).c_str());
}

void TstCheckDataset::findsTheSameImageTwice()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    const auto copy = [&](const char *from, const char *to) {
        std::filesystem::copy_file(folder.path(from), folder.path(to));
    };
    copy("bottle/train/good/000.png", "bottle/train/good/again.png");
    copy("bottle/train/good/001.png", "bottle/test/good/leak.png");
    copy("bottle/test/good/000.png", "bottle/test/good/twice_in_test.png"); // harmless
    const Dataset dataset = openAndCheck(folder.path());
    QVERIFY(hasProblem(dataset, "again.png", "train/good/000.png"));
    QVERIFY(hasProblem(dataset, "leak.png", "also the training image"));
    QVERIFY(hasProblem(dataset, "leak.png", "train/good/001.png"));
    QVERIFY2(dataset.problems.size() == 2, allProblems(dataset).c_str());
}

void TstCheckDataset::comparesContentsNotHashesAlone()
{
    // Same size, another last byte: must not be taken for copies.
    DatasetFolder folder;
    folder.write("bottle/train/good/0.bmp",
                 hostile::encoded(".bmp", cv::Mat::zeros(8, 8, CV_8UC3)));
    auto bytes = hostile::encoded(".bmp", cv::Mat::zeros(8, 8, CV_8UC3));
    bytes.back() = 1;
    folder.write("bottle/train/good/1.bmp", bytes);
    const Dataset dataset = openAndCheck(folder.path());
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstCheckDataset::addsNothingTheSecondTime()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    folder.text("bottle/train/good/empty.png", "");
    Dataset dataset = openAndCheck(folder.path());
    const auto before = dataset.problems;
    QCOMPARE(before.size(), std::size_t{1});
    cf::RunContext run;
    checkDataset(dataset, run);
    QVERIFY(dataset.problems == before);
}

void TstCheckDataset::givesTheSameListEachTime()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    for (int i = 0; i < 40; ++i)
        folder.text("bottle/train/good/bad" + std::to_string(i) + ".png", "text");
    const auto first = openAndCheck(folder.path()).problems;
    QCOMPARE(first.size(), std::size_t{40});
    for (int i = 0; i < 5; ++i)
        QVERIFY(openAndCheck(folder.path()).problems == first);
    QVERIFY(first[9].file.string().ends_with("bad9.png"));
}

void TstCheckDataset::reportsProgressAndStops()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    folder.text("bottle/train/good/empty.png", "");
    cf::RunContext silent;
    Dataset dataset = openDataset(folder.path(), silent).orThrow();
    std::vector<std::size_t> done;
    cf::RunContext listening({}, [&](const cf::Progress &progress) {
        QCOMPARE(progress.stage, std::string("inspect"));
        QCOMPARE(progress.total, std::size_t{9});
        done.push_back(progress.done);
    });
    Dataset copy = dataset;
    checkDataset(copy, listening);
    QCOMPARE(done, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));

    std::stop_source stop;
    cf::RunContext stopping(stop.get_token(), [&](const cf::Progress &progress) {
        if (progress.done == 3)
            stop.request_stop();
    });
    QVERIFY_EXCEPTION_THROWN(checkDataset(dataset, stopping), cf::Cancelled);
    QVERIFY(dataset.problems.empty());
}

void TstCheckDataset::hashesAsPublished()
{
    // Values of the FNV reference for the empty text, "a" and "foobar".
    const auto hashOf = [](const std::string &text) {
        return contentHash({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
    };
    QCOMPARE(hashOf(""), std::uint64_t{0xcbf29ce484222325U});
    QCOMPARE(hashOf("a"), std::uint64_t{0xaf63dc4c8601ec8cU});
    QCOMPARE(hashOf("foobar"), std::uint64_t{0x85944171f73967e8U});
}

QTEST_GUILESS_MAIN(TstCheckDataset)
#include "tst_check_dataset.moc"
