#include "tests/result_check.h"
#include "tests/synthesis/sample_check.h"

#include <QTemporaryDir>
#include <fstream>
#include <map>
#include <set>

using namespace cf::synthesis;

class TstSynthesisOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void honoursTheKindsAskedFor();
    void makesNormalSamplesWithoutKinds();
    void keepsTheShareOfAnomalies();
    void paperProfileFollowsTheProtocol();
    void paperProfileMasksByTheForeground();
    void refusesInputsThatDoNotFit();
    void namesATextureThatCannotBeRead();
    void splitsKindsWithoutOverlap();
    void namesItsKinds();
};

void TstSynthesisOptions::honoursTheKindsAskedFor()
{
    const cv::Mat image = tests::colourBoard({128, 128});
    auto options = tests::withoutJitter();
    options.kinds = {Kind::Line, Kind::Warp, Kind::Stain};
    std::map<Kind, int> counts;
    for (std::uint64_t i = 0; i < 150; ++i) {
        Random random(5, 0, i);
        ++counts[synthesise(image, {}, options, random).kind];
    }
    for (const auto &[kind, count] : counts)
        QVERIFY2(kind == Kind::None ||
                     std::count(options.kinds.begin(), options.kinds.end(), kind) == 1,
                 toString(kind));
    for (const Kind kind : options.kinds)
        QVERIFY2(counts[kind] > 15, toString(kind));
    QVERIFY(counts[Kind::None] < 5);

    options.weights[static_cast<std::size_t>(Kind::Line)] = 0.0;
    options.weights[static_cast<std::size_t>(Kind::Warp)] = 0.0;
    for (std::uint64_t i = 0; i < 20; ++i) {
        Random random(6, 0, i);
        const Kind kind = synthesise(image, {}, options, random).kind;
        QVERIFY(kind == Kind::Stain || kind == Kind::None);
    }
}

void TstSynthesisOptions::makesNormalSamplesWithoutKinds()
{
    const cv::Mat image = tests::colourBoard({64, 64});
    auto options = tests::withoutJitter();
    options.kinds.clear();
    Random random(7);
    const auto sample = synthesise(image, {}, options, random);
    QVERIFY(!sample.anomalous);
    QVERIFY(tests::same(sample.imageBgr, image));
    QCOMPARE(cv::countNonZero(sample.mask), 0);
}

void TstSynthesisOptions::keepsTheShareOfAnomalies()
{
    const cv::Mat image = tests::colourBoard({64, 64});
    for (const double probability : {0.0, 0.3, 1.0}) {
        SynthesisOptions options;
        options.anomalyProbability = probability;
        int anomalous = 0;
        for (std::uint64_t i = 0; i < 300; ++i) {
            Random random(8, 0, i);
            const auto sample = synthesise(image, {}, options, random);
            QCOMPARE(sample.anomalous, cv::countNonZero(sample.mask) > 0);
            QCOMPARE(sample.anomalous, sample.kind != Kind::None);
            anomalous += sample.anomalous;
        }
        QVERIFY2(std::abs(anomalous / 300.0 - probability) < 0.08,
                 qPrintable(QString::number(anomalous)));
    }
}

void TstSynthesisOptions::paperProfileFollowsTheProtocol()
{
    const cv::Mat image = tests::colourBoard({128, 128});
    const auto options = SynthesisOptions::paper();
    std::map<Kind, int> counts;
    double covered = 0.0;
    constexpr int kSamples = 600;
    for (int i = 0; i < kSamples; ++i) {
        Random random(17, 0, static_cast<std::uint64_t>(i));
        const auto sample = synthesise(image, {}, options, random);
        ++counts[sample.kind];
        if (!sample.anomalous) {
            QVERIFY(tests::same(sample.imageBgr, image));
            continue;
        }
        covered += cv::countNonZero(sample.mask) / (128.0 * 128.0);
        cv::Mat outside = tests::changeOf(image, sample.imageBgr);
        outside.setTo(0, sample.mask);
        QCOMPARE(cv::countNonZero(outside), 0); // not one pixel beside the mask
    }
    // Half are normal, and a little more for empty masks; the anomalies are half texture, half
    // tiles.
    QVERIFY2(counts[Kind::None] > 285 && counts[Kind::None] < 360,
             qPrintable(QString::number(counts[Kind::None])));
    QVERIFY(std::abs(counts[Kind::PerlinTexture] - counts[Kind::Shuffle]) < 60);
    const int anomalous = counts[Kind::PerlinTexture] + counts[Kind::Shuffle];
    QCOMPARE(anomalous + counts[Kind::None], kSamples);
    QVERIFY(covered / anomalous > 0.05 && covered / anomalous < 0.2);
}

void TstSynthesisOptions::paperProfileMasksByTheForeground()
{
    const cv::Mat image = tests::disc({128, 128}, 200, 60);
    auto options = SynthesisOptions::paper();
    options.foreground = ForegroundMode::Dark;
    const cv::Mat ground = ~foregroundMask(image, ForegroundMode::Dark);
    for (std::uint64_t i = 0; i < 60; ++i) {
        Random random(18, 0, i);
        const auto sample = synthesise(image, {}, options, random);
        QCOMPARE(cv::countNonZero(sample.mask & ground), 0);
    }
}

void TstSynthesisOptions::refusesInputsThatDoNotFit()
{
    Random random(19);
    const SynthesisOptions options;
    const cv::Mat good = tests::greyPlate({32, 32});
    QVERIFY_EXCEPTION_THROWN((void)synthesise(cv::Mat::zeros(32, 32, CV_8UC1), {}, options, random),
                             std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN((void)synthesise(cv::Mat(), {}, options, random),
                             std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(
        (void)synthesise(good, {{}, nullptr, cv::Mat::ones(16, 32, CV_8UC1)}, options, random),
        std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN((void)synthesise(good, {{cv::Mat()}, nullptr, {}}, options, random),
                             std::invalid_argument);
}

void TstSynthesisOptions::namesATextureThatCannotBeRead()
{
    QTemporaryDir dir;
    std::ofstream(dir.filePath(QStringLiteral("broken.jpg")).toStdString()) << "no picture";
    const auto folder = TextureFolder::open(dir.path().toStdString());
    CF_VERIFY(folder);
    auto options = tests::withoutJitter();
    options.textureFolderChance = 1.0;
    Random random(20);
    try {
        (void)synthesiseKind(tests::greyPlate({64, 64}), Kind::PerlinTexture,
                             {{}, folder.value(), {}}, options, random);
        QFAIL("a broken texture went unnoticed");
    } catch (const cf::Failure &failure) {
        QCOMPARE(failure.error().code, cf::ErrorCode::BadData);
        QVERIFY(failure.error().detail.find("broken.jpg") != std::string::npos);
    }
}

void TstSynthesisOptions::splitsKindsWithoutOverlap()
{
    std::set<std::vector<Kind>> heldOutSets;
    const std::set<Kind> small{Kind::Line, Kind::Scar, Kind::Blob, Kind::Dots};
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto split = splitKinds(seed);
        std::set<Kind> all(split.train.begin(), split.train.end());
        all.insert(split.heldOut.begin(), split.heldOut.end());
        QCOMPARE(all.size(), split.train.size() + split.heldOut.size());
        QCOMPARE(all.size(), kKindCount - 1);
        QVERIFY(split.heldOut.size() >= 4 && split.heldOut.size() * 2 < split.train.size());
        const auto isSmall = [&](Kind kind) { return small.contains(kind); };
        QVERIFY(std::any_of(split.train.begin(), split.train.end(), isSmall));
        QVERIFY(std::any_of(split.heldOut.begin(), split.heldOut.end(), isSmall));
        QCOMPARE(splitKinds(seed).heldOut, split.heldOut);
        heldOutSets.insert(split.heldOut);
    }
    QVERIFY(heldOutSets.size() > 5);
    const auto usual = defaultKindSplit();
    QCOMPARE(usual.heldOut.size() + usual.train.size(), kKindCount - 1);
    for (const Kind kind : usual.heldOut)
        QCOMPARE(std::count(usual.train.begin(), usual.train.end(), kind), std::ptrdiff_t(0));
}

void TstSynthesisOptions::namesItsKinds()
{
    std::set<std::string> names;
    for (const Kind kind : allDefectKinds()) {
        names.insert(toString(kind));
        const auto found = kindFromString(toString(kind));
        CF_VERIFY(found);
        QCOMPARE(found.value(), kind);
    }
    QCOMPARE(names.size(), kKindCount - 1);
    const auto unknown = kindFromString("hole");
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().code, cf::ErrorCode::BadUsage);
    QVERIFY(unknown.error().detail.find("hole") != std::string::npos);
    QVERIFY(unknown.error().detail.find("blob") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstSynthesisOptions)
#include "tst_synthesis_options.moc"
