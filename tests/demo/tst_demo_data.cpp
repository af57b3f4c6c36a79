#include "core/demo/demo_data.h"
#include "core/demo/sample.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <fstream>
#include <iterator>
#include <map>
#include <opencv2/imgcodecs.hpp>

namespace fs = std::filesystem;
using cf::demo::DemoOptions;
using cf::demo::writeDemoData;

namespace {

DemoOptions small()
{
    DemoOptions options;
    options.trainPerCategory = 1;
    options.goodPerCategory = 1;
    options.defectsPerKind = 1;
    return options;
}

constexpr std::size_t kSmallImages = 3 * (1 + 1 + 6);

std::string readAll(const fs::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Relative path -> content of every file below a folder.
std::map<std::string, std::string> filesIn(const fs::path &dir)
{
    std::map<std::string, std::string> files;
    for (const auto &entry : fs::recursive_directory_iterator(dir))
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(dir).generic_string()] = readAll(entry.path());
    return files;
}

std::size_t countFiles(const fs::path &dir)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(dir), fs::directory_iterator()));
}

} // namespace

class TstDemoData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesTheLayoutOfMvtecAd();
    void isTheSameOnOneThread();
    void reportsEveryPicture();
    void leavesACompleteSetAsItIs();
    void completesWhatACancelledCallBegan();
    void restoresALostPicture();
    void replacesASetOfOtherOptions();
    void refusesAFolderWithFilesOfSomeoneElse();
    void refusesCountsThatMakeNoSense();
    void refusesAMarkerItCannotRead();
    void saysThatTheFolderCannotBeMade();

private:
    fs::path path(const char *name) const { return fs::path(m_dir.path().toStdString()) / name; }
    /// A copy of the small set, which is made once.
    fs::path copyOfSet(const char *name) const
    {
        fs::copy(path("set"), path(name), fs::copy_options::recursive);
        return path(name);
    }
    QTemporaryDir m_dir;
};

void TstDemoData::initTestCase()
{
    cf::RunContext run;
    const auto summary = writeDemoData(path("set"), small(), run);
    CF_VERIFY(summary);
    QCOMPARE(summary->images, kSmallImages);
    QCOMPARE(summary->written, kSmallImages);
    QCOMPARE(summary->categories,
             (std::vector<std::string>{"cloth", "brushed_metal", "circuit_board"}));
}

void TstDemoData::writesTheLayoutOfMvtecAd()
{
    for (const cf::demo::Category category : cf::demo::kCategories) {
        const fs::path root = path("set") / cf::demo::folderName(category);
        QCOMPARE(countFiles(root), std::size_t{3});
        QCOMPARE(countFiles(root / "train" / "good"), std::size_t{1});
        QCOMPARE(countFiles(root / "test" / "good"), std::size_t{1});
        QCOMPARE(countFiles(root / "test"), std::size_t{7});
        QCOMPARE(countFiles(root / "ground_truth"), std::size_t{6});
        for (const std::string &kind : cf::demo::defectKinds(category)) {
            const cv::Mat image =
                cv::imread(root / "test" / kind / "000.png", cv::IMREAD_UNCHANGED);
            const cv::Mat mask =
                cv::imread(root / "ground_truth" / kind / "000_mask.png", cv::IMREAD_UNCHANGED);
            QVERIFY(image.size() == cf::demo::imageSize(category));
            QVERIFY(mask.size() == image.size());
            QCOMPARE(mask.type(), CV_8UC1);
            QVERIFY(cv::countNonZero(mask) > 0);
        }
    }
}

void TstDemoData::isTheSameOnOneThread()
{
    cf::RunContext run;
    DemoOptions options = small();
    options.threads = 1;
    CF_VERIFY(writeDemoData(path("single"), options, run));
    QVERIFY(filesIn(path("single")) == filesIn(path("set")));
}

void TstDemoData::reportsEveryPicture()
{
    const fs::path dir = copyOfSet("reported");
    fs::remove(dir / "cloth/test/good/000.png");
    std::vector<cf::Progress> seen;
    cf::RunContext run({}, [&](const cf::Progress &progress) { seen.push_back(progress); });
    CF_VERIFY(writeDemoData(dir, small(), run));
    QCOMPARE(seen.size(), std::size_t{2});
    QCOMPARE(seen.front().done, kSmallImages - 1);
    QCOMPARE(seen.back().done, kSmallImages);
    QCOMPARE(seen.back().total, kSmallImages);
    QCOMPARE(seen.back().stage, std::string("demo-data"));
}

void TstDemoData::leavesACompleteSetAsItIs()
{
    const fs::path dir = copyOfSet("complete");
    std::ofstream(dir / "cloth/train/good/000.png") << "edited by hand";
    cf::RunContext run;
    const auto summary = writeDemoData(dir, small(), run);
    CF_VERIFY(summary);
    QCOMPARE(summary->written, std::size_t{0});
    QCOMPARE(summary->images, kSmallImages);
    QCOMPARE(readAll(dir / "cloth/train/good/000.png"), std::string("edited by hand"));
}

void TstDemoData::completesWhatACancelledCallBegan()
{
    std::stop_source stop;
    cf::RunContext cancelled(stop.get_token(), [&](const cf::Progress &progress) {
        if (progress.done >= 3)
            stop.request_stop();
    });
    QVERIFY_EXCEPTION_THROWN((void)writeDemoData(path("resumed"), small(), cancelled),
                             cf::Cancelled);
    const auto half = filesIn(path("resumed"));
    QVERIFY(half.size() > 3);
    QVERIFY(half.size() < filesIn(path("set")).size());
    QVERIFY(half.at(cf::demo::kMarkerName).find("\"complete\": false") != std::string::npos);

    cf::RunContext run;
    const auto summary = writeDemoData(path("resumed"), small(), run);
    CF_VERIFY(summary);
    QVERIFY(summary->written < kSmallImages);
    QVERIFY(filesIn(path("resumed")) == filesIn(path("set")));
}

void TstDemoData::restoresALostPicture()
{
    const fs::path dir = copyOfSet("lost");
    fs::remove(dir / "circuit_board/ground_truth/crack/000_mask.png");
    cf::RunContext run;
    const auto summary = writeDemoData(dir, small(), run);
    CF_VERIFY(summary);
    QCOMPARE(summary->written, std::size_t{1});
    QVERIFY(filesIn(dir) == filesIn(path("set")));
}

void TstDemoData::replacesASetOfOtherOptions()
{
    const fs::path dir = copyOfSet("replaced");
    DemoOptions other = small();
    other.seed = 8;
    other.trainPerCategory = 1;
    other.defectsPerKind = 0;
    cf::RunContext run;
    const auto summary = writeDemoData(dir, other, run);
    CF_VERIFY(summary);
    QCOMPARE(summary->written, std::size_t{6});
    const auto files = filesIn(dir);
    QCOMPARE(files.size(), std::size_t{7}); // with the marker: nothing of the old set is left
    QVERIFY(files.at("cloth/train/good/000.png") !=
            readAll(path("set") / "cloth/train/good/000.png"));
}

void TstDemoData::refusesAFolderWithFilesOfSomeoneElse()
{
    const fs::path theirs = path("theirs") / "cloth/train/good";
    fs::create_directories(theirs);
    std::ofstream(theirs / "000.png") << "precious";
    cf::RunContext run;
    const auto summary = writeDemoData(path("theirs"), small(), run);
    QVERIFY(!summary.ok());
    QCOMPARE(summary.error().code, cf::ErrorCode::BadUsage);
    QVERIFY(summary.error().detail.find("000.png") != std::string::npos);
    QCOMPARE(readAll(theirs / "000.png"), std::string("precious"));
    QCOMPARE(filesIn(path("theirs")).size(), std::size_t{1});
}

void TstDemoData::refusesCountsThatMakeNoSense()
{
    cf::RunContext run;
    DemoOptions options = small();
    options.trainPerCategory = 0;
    const auto summary = writeDemoData(path("none"), options, run);
    QVERIFY(!summary.ok());
    QCOMPARE(summary.error().code, cf::ErrorCode::BadUsage);
    QVERIFY(!fs::exists(path("none")));
}

void TstDemoData::refusesAMarkerItCannotRead()
{
    fs::create_directories(path("odd"));
    std::ofstream(path("odd") / cf::demo::kMarkerName) << "{\"seed\": \"seven\"";
    cf::RunContext run;
    const auto summary = writeDemoData(path("odd"), small(), run);
    QVERIFY(!summary.ok());
    QCOMPARE(summary.error().code, cf::ErrorCode::BadFormat);
}

void TstDemoData::saysThatTheFolderCannotBeMade()
{
    std::ofstream(path("file")) << "not a folder";
    cf::RunContext run;
    const auto summary = writeDemoData(path("file") / "below", small(), run);
    QVERIFY(!summary.ok());
    QCOMPARE(summary.error().code, cf::ErrorCode::ReadOnly);
    QVERIFY(summary.error().detail.find("below") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstDemoData)
#include "tst_demo_data.moc"
