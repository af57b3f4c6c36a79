#include "core/dataset/check_dataset.h"
#include "core/dataset/dataset_health.h"
#include "core/dataset/open_dataset.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"

#include <set>

using namespace cf::dataset;

namespace {

Dataset opened(const std::filesystem::path &root)
{
    cf::RunContext run;
    return openDataset(root, run).orThrow();
}

std::vector<HealthFinding> healthOf(const std::filesystem::path &root)
{
    cf::RunContext run;
    return examineHealth(opened(root), run);
}

/// Ten training pictures of one size and nearly one grey, each unlike the others.
void greyCategory(DatasetFolder &folder, const std::string &name, const char *extension = ".png")
{
    for (int i = 0; i < 10; ++i) {
        cv::Mat image(16, 24, CV_8UC3, cv::Scalar::all(120 + i));
        image(cv::Rect(i, 0, 1, 1)).setTo(cv::Scalar::all(0));
        folder.write(name + "/train/good/" + std::to_string(i) + extension,
                     hostile::encoded(extension, image));
    }
}

void copy(const DatasetFolder &folder, const char *from, const char *to)
{
    std::filesystem::create_directories(folder.path(to).parent_path());
    std::filesystem::copy_file(folder.path(from), folder.path(to));
}

std::vector<std::string> namesOf(const HealthFinding &finding, const std::filesystem::path &root)
{
    std::vector<std::string> names;
    for (const auto &file : finding.files)
        names.push_back(file.lexically_relative(root).generic_string());
    return names;
}

std::string allFindings(const std::vector<HealthFinding> &findings)
{
    std::string text;
    for (const HealthFinding &finding : findings)
        text += std::string(toString(finding.kind)) + ": " + finding.sentence + "\n";
    return text;
}

using Names = std::vector<std::string>;

} // namespace

class TstDatasetHealth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsNothingInASoundDataset();
    void groupsCopiesOfOneSplit();
    void findsLeaksAcrossCategories();
    void isSeriousAboutContradictingLabels();
    void findsTheRareSizeAmongEqualOnes();
    void findsOnlyFarSizesAmongManySizes();
    void findsDarkAndBrightPictures_data();
    void findsDarkAndBrightPictures();
    void letsAWideCategoryBeWide();
    void doesNotJudgeFewPictures();
    void leavesOutWhatCannotBeRead();
    void doesNotTakeEqualSizesForEqualFiles();
    void leavesProblemsThatNoFindingRepeats();
    void reportsProgressAndStops();
};

void TstDatasetHealth::findsNothingInASoundDataset()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    greyCategory(folder, "cable");
    const auto findings = healthOf(folder.path());
    QVERIFY2(findings.empty(), allFindings(findings).c_str());
}

void TstDatasetHealth::groupsCopiesOfOneSplit()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    copy(folder, "bottle/train/good/000.png", "bottle/train/good/005.png");
    copy(folder, "bottle/train/good/000.png", "bottle/train/good/006.png");
    copy(folder, "bottle/test/good/001.png", "bottle/test/good/007.png");
    const auto findings = healthOf(folder.path());
    QVERIFY2(findings.size() == 2, allFindings(findings).c_str());
    QCOMPARE(findings[0].kind, HealthKind::Copies);
    QCOMPARE(findings[0].severity, Severity::Warning);
    QCOMPARE(findings[0].category, std::string("bottle"));
    QCOMPARE(namesOf(findings[0], folder.path()),
             (Names{"bottle/train/good/000.png", "bottle/train/good/005.png",
                    "bottle/train/good/006.png"}));
    QVERIFY(findings[0].sentence.starts_with("3 files have exactly the same content"));
    QCOMPARE(findings[1].severity, Severity::Note);
    QCOMPARE(namesOf(findings[1], folder.path()),
             (Names{"bottle/test/good/001.png", "bottle/test/good/007.png"}));
}

void TstDatasetHealth::findsLeaksAcrossCategories()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    folder.mvtecCategory("cable");
    copy(folder, "cable/train/good/000.png", "bottle/test/good/leak.png");
    const auto findings = healthOf(folder.path());
    QVERIFY2(findings.size() == 1, allFindings(findings).c_str());
    QCOMPARE(findings[0].kind, HealthKind::Leak);
    QCOMPARE(findings[0].severity, Severity::Serious);
    QCOMPARE(namesOf(findings[0], folder.path()),
             (Names{"bottle/test/good/leak.png", "cable/train/good/000.png"}));
}

void TstDatasetHealth::isSeriousAboutContradictingLabels()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    copy(folder, "bottle/test/scratch/000.png", "bottle/test/good/also.png");
    const auto findings = healthOf(folder.path());
    QVERIFY2(findings.size() == 1, allFindings(findings).c_str());
    QCOMPARE(findings[0].kind, HealthKind::Copies);
    QCOMPARE(findings[0].severity, Severity::Serious);
    QVERIFY(findings[0].sentence.find("both normal and defect") != std::string::npos);
}

void TstDatasetHealth::findsTheRareSizeAmongEqualOnes()
{
    DatasetFolder folder;
    greyCategory(folder, "bottle");
    folder.write("bottle/train/good/a.png",
                 hostile::encoded(".png", cv::Mat(17, 24, CV_8UC3, cv::Scalar::all(125))));
    folder.write("bottle/train/good/b.png",
                 hostile::encoded(".png", cv::Mat(17, 24, CV_8UC3, cv::Scalar::all(126))));
    const auto findings = healthOf(folder.path());
    QVERIFY2(findings.size() == 1, allFindings(findings).c_str());
    QCOMPARE(findings[0].kind, HealthKind::Size);
    QCOMPARE(namesOf(findings[0], folder.path()),
             (Names{"bottle/train/good/a.png", "bottle/train/good/b.png"}));
    QCOMPARE(findings[0].sentence,
             std::string("2 pictures are 24 x 17 pixels large, while 10 of 12 are 24 x 16"));
}

void TstDatasetHealth::findsOnlyFarSizesAmongManySizes()
{
    DatasetFolder folder;
    for (int i = 0; i < 9; ++i)
        folder.image("bottle/train/good/" + std::to_string(i) + ".png", 40 + i, 60 - 2 * i);
    folder.image("bottle/train/good/large.png", 90, 120);
    const auto findings = healthOf(folder.path());
    QVERIFY2(findings.size() == 1, allFindings(findings).c_str());
    QCOMPARE(findings[0].kind, HealthKind::Size);
    QCOMPARE(namesOf(findings[0], folder.path()), (Names{"bottle/train/good/large.png"}));
}

void TstDatasetHealth::findsDarkAndBrightPictures_data()
{
    QTest::addColumn<QString>("extension");
    QTest::newRow("PNG") << ".png";
    QTest::newRow("JPEG") << ".jpg";
}

void TstDatasetHealth::findsDarkAndBrightPictures()
{
    QFETCH(QString, extension);
    const std::string end = extension.toStdString();
    DatasetFolder folder;
    greyCategory(folder, "bottle", end.c_str());
    const auto add = [&](const std::string &name, int grey) {
        folder.write(
            "bottle/train/good/" + name + end,
            hostile::encoded(end.c_str(), cv::Mat(16, 24, CV_8UC3, cv::Scalar::all(grey))));
    };
    add("black", 2);
    add("dim", 80);
    add("fair", 100); // 23 from the median, within 6 * 1.4826 * 3.5 = 31
    add("white", 250);
    const auto findings = healthOf(folder.path());
    QVERIFY2(findings.size() == 2, allFindings(findings).c_str());
    QCOMPARE(findings[0].kind, HealthKind::Brightness);
    QCOMPARE(namesOf(findings[0], folder.path()),
             (Names{"bottle/train/good/black" + end, "bottle/train/good/dim" + end}));
    QVERIFY2(findings[0].sentence.find("darker than the others: mean grey 2 to 80 of 255") !=
                 std::string::npos,
             findings[0].sentence.c_str());
    QCOMPARE(namesOf(findings[1], folder.path()), (Names{"bottle/train/good/white" + end}));
    QVERIFY(findings[1].sentence.find("brighter") != std::string::npos);
}

void TstDatasetHealth::letsAWideCategoryBeWide()
{
    DatasetFolder folder;
    for (int i = 0; i < 12; ++i)
        folder.write("bottle/train/good/" + std::to_string(i) + ".png",
                     hostile::encoded(".png", cv::Mat(16, 24, CV_8UC3, cv::Scalar::all(20 * i))));
    const auto findings = healthOf(folder.path());
    QVERIFY2(findings.empty(), allFindings(findings).c_str());
}

void TstDatasetHealth::doesNotJudgeFewPictures()
{
    DatasetFolder folder;
    for (int i = 0; i < 6; ++i)
        folder.image("bottle/train/good/" + std::to_string(i) + ".png");
    folder.write("bottle/train/good/black.png",
                 hostile::encoded(".png", cv::Mat::zeros(50, 50, CV_8UC3)));
    const auto findings = healthOf(folder.path());
    QVERIFY2(findings.empty(), allFindings(findings).c_str());
}

void TstDatasetHealth::leavesOutWhatCannotBeRead()
{
    DatasetFolder folder;
    greyCategory(folder, "bottle");
    folder.text("bottle/train/good/text.png", "no picture");
    folder.text("bottle/test/good/text.png", "no picture"); // the same, and no leak
    folder.write("bottle/train/good/huge.png", hostile::claiming(".png", 60000, 60000));
    const auto findings = healthOf(folder.path());
    QVERIFY2(findings.empty(), allFindings(findings).c_str());
}

void TstDatasetHealth::doesNotTakeEqualSizesForEqualFiles()
{
    DatasetFolder folder;
    folder.write("bottle/train/good/0.bmp",
                 hostile::encoded(".bmp", cv::Mat::zeros(8, 8, CV_8UC3)));
    auto bytes = hostile::encoded(".bmp", cv::Mat::zeros(8, 8, CV_8UC3));
    bytes.back() = 1;
    folder.write("bottle/train/good/1.bmp", bytes);
    QVERIFY(healthOf(folder.path()).empty());
}

void TstDatasetHealth::leavesProblemsThatNoFindingRepeats()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    copy(folder, "bottle/train/good/000.png", "bottle/train/good/again.png");
    copy(folder, "bottle/train/good/001.png", "bottle/test/scratch/leak.png"); // and has no mask
    cf::RunContext run;
    Dataset dataset = opened(folder.path());
    checkDataset(dataset, run);
    QVERIFY2(dataset.problems.size() == 3, allProblems(dataset).c_str());
    const auto findings = examineHealth(dataset, run);
    QCOMPARE(findings.size(), std::size_t{2});
    const auto beside = problemsBeside(dataset, findings);
    QCOMPARE(beside.size(), std::size_t{1});
    QVERIFY(beside[0].problem.find("no mask") != std::string::npos);
    QCOMPARE(problemsBeside(dataset, {}).size(), std::size_t{3});
}

void TstDatasetHealth::reportsProgressAndStops()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    const Dataset dataset = opened(folder.path());
    std::vector<std::size_t> done;
    std::set<std::string> stages;
    cf::RunContext listening({}, [&](const cf::Progress &progress) {
        QCOMPARE(progress.total, std::size_t{8});
        stages.insert(progress.stage);
        if (progress.stage == "health")
            done.push_back(progress.done);
    });
    examineHealth(dataset, listening);
    QCOMPARE(done, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7, 8}));
    QCOMPARE(stages, (std::set<std::string>{"compare", "health"}));

    for (const char *stage : {"health", "compare"}) {
        std::stop_source stop;
        cf::RunContext stopping(stop.get_token(), [&](const cf::Progress &progress) {
            if (progress.stage == stage && progress.done == 3)
                stop.request_stop();
        });
        QVERIFY_EXCEPTION_THROWN(examineHealth(dataset, stopping), cf::Cancelled);
    }
}

QTEST_GUILESS_MAIN(TstDatasetHealth)
#include "tst_dataset_health.moc"
