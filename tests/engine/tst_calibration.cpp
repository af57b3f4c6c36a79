#include "core/engine/detail/calibration.h"

#include <QTest>
#include <torch/torch.h>

#include <cmath>

using namespace cf::engine;
using namespace cf::engine::detail;
using cf::synthesis::Kind;

namespace {

constexpr int kImagePx = 256;
constexpr std::int64_t kGrid = 32;

/// Two layers of noise; a defect shows in the second one only, where the mask is.
TrainingSample sample(Kind kind)
{
    TrainingSample made;
    made.kind = kind;
    made.anomalous = kind != Kind::None;
    made.mask = torch::zeros({kImagePx, kImagePx}, torch::kUInt8);
    made.query.initialMap = 0.1 * torch::rand({2, kGrid, kGrid});
    if (made.anomalous) {
        made.mask.slice(0, 64, 128).slice(1, 64, 128).fill_(1);
        made.query.initialMap[1].slice(0, 8, 16).slice(1, 8, 16).add_(0.5);
    }
    return made;
}

} // namespace

class TstCalibration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { torch::manual_seed(5); }
    void aGainIsSureOnlyAsFarAsTheKindsAgree();
    void takesTheSmallestShareWithMostOfTheGain();
    void choosesTheLayerThatSeesTheDefect();
    void normalsOfTheBaselineAreStandard();
};

void TstCalibration::aGainIsSureOnlyAsFarAsTheKindsAgree()
{
    QCOMPARE(sureGain({0.1, 0.1, 0.1, 0.1}), 0.1);
    // Mean 0.1, deviation 0.2 (n - 1), so the standard error of four is 0.1.
    const double spread = 0.2 * std::sqrt(0.75);
    QVERIFY(std::abs(sureGain({0.1 + spread, 0.1 - spread, 0.1 + spread, 0.1 - spread})) < 1e-12);
    QVERIFY(sureGain({-0.1, -0.2}) < -0.15);
    QCOMPARE(sureGain({0.7}), 0.0);
    QCOMPARE(sureGain({}), 0.0);
}

void TstCalibration::takesTheSmallestShareWithMostOfTheGain()
{
    const auto chosen = [](std::vector<double> gains) { return smallestEnough(gains); };
    QCOMPARE(chosen({0.0, 0.5, 0.79, 0.85, 1.0}), std::size_t{3});
    QCOMPARE(chosen({0.0, 1.0, 0.9, -3.0}), std::size_t{1});
    QCOMPARE(chosen({0.0, -0.1, -0.2}), std::size_t{0});
}

void TstCalibration::choosesTheLayerThatSeesTheDefect()
{
    std::vector<TrainingSample> samples;
    for (const Kind kind :
         {Kind::None, Kind::None, Kind::None, Kind::Line, Kind::Line, Kind::Blob, Kind::Blob})
        samples.push_back(sample(kind));
    std::vector<const TrainingSample *> all;
    for (const auto &one : samples)
        all.push_back(&one);
    Calibration calibration;
    chooseBaseline(all, kImagePx, calibration);
    QCOMPARE(calibration.layerWeight, (std::vector<double>{0.0, 1.0}));
}

void TstCalibration::normalsOfTheBaselineAreStandard()
{
    std::vector<TrainingSample> samples;
    for (int i = 0; i < 6; ++i)
        samples.push_back(sample(i < 4 ? Kind::None : Kind::Line));
    std::vector<const TrainingSample *> all;
    for (const auto &one : samples)
        all.push_back(&one);
    Calibration calibration;
    chooseBaseline(all, kImagePx, calibration);
    const auto normals = baselineMaps({all.begin(), all.begin() + 4}, calibration, kImagePx);
    QVERIFY(std::abs(normals.mean().item<double>()) < 1e-4);
    QVERIFY(std::abs(normals.std().item<double>() - 1.0) < 1e-4);
    const auto defects = baselineMaps({all.begin() + 4, all.end()}, calibration, kImagePx);
    QVERIFY(defects.max().item<double>() > 3.0);
}

QTEST_GUILESS_MAIN(TstCalibration)
#include "tst_calibration.moc"
