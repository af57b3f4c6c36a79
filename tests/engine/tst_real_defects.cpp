#include "core/engine/detail/training_set.h"
#include "tests/result_check.h"

#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::engine;
using namespace cf::engine::detail;

namespace {

const fs::path kWeights =
    fs::path(CF_SOURCE_DIR) / ".deps" / "weights" / "efficientnet-lite0-57934424.pth";
constexpr int kDrawn = 400; // samples that are looked at

/// Grey noise.
cv::Mat plain(int number)
{
    cv::Mat picture(200, 240, CV_8UC3);
    cv::RNG(static_cast<std::uint64_t>(number) + 1).fill(picture, cv::RNG::UNIFORM, 90, 110);
    cv::cvtColor(picture, picture, cv::COLOR_BGR2GRAY);
    cv::cvtColor(picture, picture, cv::COLOR_GRAY2BGR);
    return picture;
}

/// Where the green square of a real defect is, in a sample's picture.
cv::Mat greenIn(const cv::Mat &picture)
{
    std::vector<cv::Mat> channels;
    cv::split(picture, channels);
    cv::Mat difference;
    cv::subtract(channels[1], channels[2], difference);
    return difference > 50;
}

} // namespace

/// Drawn defects among the synthetic samples of a training.
class TstRealDefects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void leaveMostToSyntheticOnes();
    void comeInTheirShareAndMoveWithTheirMasks();
    void changeNothingWhereThereAreNone();
    void areToldFromOthersOfAnotherDrawing();
    void refuseAMaskOfAnotherSize();

private:
    std::unique_ptr<TrainingSet> prepared(int defects, int side = 60);
    Result<std::unique_ptr<TrainingSet>> prepare(int defects, int side, cv::Size maskSize);
    fs::path at(const std::string &name) const
    {
        return fs::path(m_dir.path().toStdString()) / name;
    }

    QTemporaryDir m_dir;
    RunContext m_run;
};

void TstRealDefects::initTestCase()
{
    if (!fs::exists(kWeights))
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    for (int i = 0; i < 8; ++i)
        cv::imwrite(at(std::to_string(i) + ".png").string(), plain(i));
    cv::Mat defect = plain(99);
    cv::rectangle(defect, {90, 60, 60, 60}, cv::Scalar(0, 255, 0), cv::FILLED);
    cv::imwrite(at("defect.png").string(), defect);
}

Result<std::unique_ptr<TrainingSet>> TstRealDefects::prepare(int defects, int side,
                                                             cv::Size maskSize)
{
    cv::Mat mask = cv::Mat::zeros(maskSize, CV_8UC1);
    cv::rectangle(mask, {90, 60, side, side}, cv::Scalar(255), cv::FILLED);
    cv::imwrite(at("mask.png").string(), mask);
    TrainingData data;
    data.categories = {"plate"};
    for (int i = 0; i < 8; ++i)
        data.normals.push_back({at(std::to_string(i) + ".png"), 0, std::to_string(i), i == 7});
    for (int i = 0; i < defects; ++i)
        data.defects.push_back({at("defect.png"), 0, "d" + std::to_string(i), at("mask.png")});
    TrainOptions options;
    TrainingFiles files;
    files.backboneName = "efficientnet-lite0";
    files.backboneWeights = kWeights;
    files.backboneSha256 = std::string(64, '0');
    return TrainingSet::prepare(data, options, files, TrainProfile::of(options), m_run);
}

std::unique_ptr<TrainingSet> TstRealDefects::prepared(int defects, int side)
{
    return prepare(defects, side, {240, 200}).orThrow();
}

void TstRealDefects::leaveMostToSyntheticOnes()
{
    QCOMPARE(realDefectShare(0), 0.0);
    QCOMPARE(realDefectShare(1), 0.05);
    QCOMPARE(realDefectShare(5), 0.25);
    QCOMPARE(realDefectShare(500), 0.25);
}

void TstRealDefects::comeInTheirShareAndMoveWithTheirMasks()
{
    const auto set = prepared(5);
    // Normals that were reviewed first, then what was drawn on.
    QCOMPARE(set->config.reviewed, (std::vector<std::string>{"7", "d0", "d1", "d2", "d3", "d4"}));
    int real = 0;
    int anomalous = 0;
    for (int i = 0; i < kDrawn; ++i) {
        const auto sample = set->source->picture(static_cast<std::uint64_t>(i));
        anomalous += sample.anomalous ? 1 : 0;
        if (sample.kind != synthesis::Kind::None || !sample.anomalous)
            continue;
        ++real;
        const cv::Mat green = greenIn(sample.imageBgr);
        cv::Mat both = green & sample.mask;
        cv::Mat either = green | sample.mask;
        QVERIFY2(cv::countNonZero(both) > 0.8 * cv::countNonZero(either),
                 qPrintable(QString::number(i)));
    }
    // Binomial, 400 draws: six standard deviations are 0.13 and 0.15; a synthetic defect that
    // cannot be seen is left out.
    QVERIFY2(std::abs(real - 0.25 * kDrawn) < 0.13 * kDrawn, qPrintable(QString::number(real)));
    QVERIFY2(std::abs(anomalous - 0.5 * kDrawn) < 0.15 * kDrawn,
             qPrintable(QString::number(anomalous)));
    for (std::size_t i = 0; i < 20; ++i) // lambda is chosen on synthetic ones
        QVERIFY(cv::countNonZero(greenIn(set->heldOutPicture(i).imageBgr)) == 0);
}

void TstRealDefects::changeNothingWhereThereAreNone()
{
    const auto set = prepared(0);
    QVERIFY(set->defectIdentity.empty());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(
            cv::countNonZero(greenIn(set->source->picture(static_cast<std::uint64_t>(i)).imageBgr)),
            0);
}

void TstRealDefects::areToldFromOthersOfAnotherDrawing()
{
    const auto identity = prepared(1)->defectIdentity;
    QVERIFY(prepared(1)->defectIdentity == identity);
    QVERIFY(prepared(1, 40)->defectIdentity != identity);
    QVERIFY(prepared(2)->defectIdentity != identity);
}

void TstRealDefects::refuseAMaskOfAnotherSize()
{
    const auto refused = prepare(1, 60, {200, 240});
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == ErrorCode::BadData);
}

QTEST_GUILESS_MAIN(TstRealDefects)
#include "tst_real_defects.moc"
