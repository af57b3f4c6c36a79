#include "core/synthesis/synthetic_anomaly.h"
#include "tests/result_check.h"
#include "tests/synthesis/test_images.h"

#include <QTemporaryDir>
#include <fstream>
#include <map>
#include <set>

using namespace cf::synthesis;

namespace {

SynthesisOptions withoutJitter()
{
    SynthesisOptions options;
    options.jitter = false;
    options.anomalyProbability = 1.0;
    return options;
}

/// Largest change over the channels.
cv::Mat changeOf(const cv::Mat &before, const cv::Mat &after)
{
    cv::Mat difference;
    cv::absdiff(before, after, difference);
    std::vector<cv::Mat> channels;
    cv::split(difference, channels);
    return cv::max(cv::max(channels[0], channels[1]), channels[2]);
}

/// How much of all change lies under the mask.
double shareUnderMask(const cv::Mat &change, const cv::Mat &mask)
{
    cv::Mat covered;
    change.copyTo(covered, mask);
    return cv::sum(covered)[0] / std::max(1.0, cv::sum(change)[0]);
}

} // namespace

class TstSyntheticAnomaly : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dependsOnSeedAndIndexAlone();
    void drawsEachKind_data();
    void drawsEachKind();
    void masksWhatChanged();
    void masksWhatChangedOnRealPictures_data();
    void masksWhatChangedOnRealPictures();
    void drawsSmallDefectsAsOftenAsLargeOnes();
    void honoursTheKindsAskedFor();
    void makesNormalSamplesWithoutKinds();
    void keepsTheShareOfAnomalies();
    void leavesAnEmptyForegroundNormal();
    void staysOnTheForeground();
    void takesTinyAndNarrowPictures_data();
    void takesTinyAndNarrowPictures();
    void keepsGreyPicturesGrey();
    void neverTouchesItsInputs();
    void movesTheMaskWithTheJitter();
    void paperProfileFollowsTheProtocol();
    void paperProfileMasksByTheForeground();
    void refusesInputsThatDoNotFit();
    void namesATextureThatCannotBeRead();
    void splitsKindsWithoutOverlap();
    void namesItsKinds();
};

void TstSyntheticAnomaly::dependsOnSeedAndIndexAlone()
{
    const cv::Mat image = tests::colourBoard({128, 96});
    const Donors donors{{tests::colourBoard({100, 100}), tests::greyPlate({128, 96})}, nullptr, {}};
    for (const auto &options : {SynthesisOptions::compact(), SynthesisOptions::paper()})
        for (std::uint64_t i = 0; i < 40; ++i) {
            Random first(5, 1, i);
            const auto sample = synthesise(image, donors, options, first);
            Random elsewhere(99);
            (void)synthesise(image, donors, options,
                             elsewhere); // what was drawn before does not matter
            Random again(5, 1, i);
            const auto repeated = synthesise(image, donors, options, again);
            QVERIFY(tests::same(sample.imageBgr, repeated.imageBgr));
            QVERIFY(tests::same(sample.mask, repeated.mask));
            QCOMPARE(sample.kind, repeated.kind);
            Random other(5, 2, i);
            if (sample.anomalous)
                QVERIFY(!tests::same(sample.imageBgr,
                                     synthesise(image, donors, options, other).imageBgr));
        }
}

void TstSyntheticAnomaly::drawsEachKind_data()
{
    QTest::addColumn<int>("kind");
    for (const Kind kind : allDefectKinds())
        QTest::newRow(toString(kind)) << static_cast<int>(kind);
}

void TstSyntheticAnomaly::drawsEachKind()
{
    QFETCH(int, kind);
    const cv::Mat image = tests::colourBoard({160, 160});
    const Donors donors{{tests::greyPlate({160, 160})}, nullptr, {}};
    int drawn = 0;
    for (std::uint64_t i = 0; i < 30; ++i) {
        Random random(1, static_cast<std::uint64_t>(kind), i);
        const auto sample =
            synthesiseKind(image, static_cast<Kind>(kind), donors, withoutJitter(), random);
        QVERIFY(sample.kind == static_cast<Kind>(kind) || sample.kind == Kind::None);
        QCOMPARE(sample.anomalous, sample.kind != Kind::None);
        QCOMPARE(sample.anomalous, !tests::same(sample.imageBgr, image));
        drawn += sample.anomalous;
    }
    QVERIFY2(drawn >= 24, qPrintable(QString::number(drawn)));
}

void TstSyntheticAnomaly::masksWhatChanged()
{
    const std::vector<cv::Mat> images{tests::colourBoard({256, 256}), tests::greyPlate({256, 256})};
    const Donors donors{images, nullptr, {}};
    const auto options = withoutJitter();
    double shares = 0.0;
    constexpr int kSamples = 300;
    for (int i = 0; i < kSamples; ++i) {
        Random random(2, 0, static_cast<std::uint64_t>(i));
        const cv::Mat &image = images[static_cast<std::size_t>(i) % 2];
        const auto sample = synthesise(image, donors, options, random);
        QVERIFY(sample.anomalous);
        QCOMPARE(sample.mask.type(), CV_8UC1);
        QCOMPARE(cv::countNonZero(sample.mask == 255), cv::countNonZero(sample.mask));
        QVERIFY(cv::countNonZero(sample.mask) >= options.smallestMaskPx);
        QVERIFY(cv::countNonZero(sample.mask) <= options.largestMaskShare * 256 * 256);
        const cv::Mat change = changeOf(image, sample.imageBgr);
        QVERIFY2(cv::mean(change, sample.mask)[0] > 0.8 * options.visibleMeanChange,
                 qPrintable(QString::number(i)));
        // Away from the masks only the faint ends of soft edges may remain.
        cv::Mat near;
        cv::dilate(sample.mask, near, cv::Mat(), {-1, -1}, 12);
        cv::Mat far = change.clone();
        far.setTo(0, near);
        QVERIFY2(cv::countNonZero(far > 40) <= 4, toString(sample.kind)); // a speck of a cluster
        const double share = shareUnderMask(change, sample.mask);
        QVERIFY2(share > 0.4, qPrintable(QStringLiteral("%1: %2 of sample %3")
                                             .arg(QString::fromLatin1(toString(sample.kind)))
                                             .arg(share)
                                             .arg(i)));
        shares += share / kSamples;
    }
    QVERIFY2(shares > 0.85, qPrintable(QString::number(shares)));
}

void TstSyntheticAnomaly::masksWhatChangedOnRealPictures_data()
{
    QTest::addColumn<QString>("category");
    for (const char *name : {"magnetic_tile/magnetic_tile", "deep_pcb/deep_pcb",
                             "crack_forest/asphalt", "elpv/solar_mono"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TstSyntheticAnomaly::masksWhatChangedOnRealPictures()
{
    QFETCH(QString, category);
    const auto normals = tests::realNormals(category.toStdString(), 8);
    if (normals.empty())
        QSKIP("the real test pictures are not there (set CF_SHARED_DIR)");
    const Donors donors{normals, nullptr, {}};
    double shares = 0.0;
    int anomalous = 0;
    for (std::uint64_t i = 0; i < 100; ++i) {
        Random random(3, 0, i);
        const cv::Mat &image = normals[random.index(normals.size())];
        const auto sample = synthesise(image, donors, withoutJitter(), random);
        if (!sample.anomalous)
            continue;
        ++anomalous;
        shares += shareUnderMask(changeOf(image, sample.imageBgr), sample.mask);
    }
    QVERIFY2(anomalous >= 95, qPrintable(QString::number(anomalous)));
    QVERIFY2(shares / anomalous > 0.85, qPrintable(QString::number(shares / anomalous)));
}

void TstSyntheticAnomaly::drawsSmallDefectsAsOftenAsLargeOnes()
{
    const cv::Mat image = tests::greyPlate({256, 256});
    int small = 0;
    int large = 0;
    for (std::uint64_t i = 0; i < 200; ++i) {
        Random random(4, 0, i);
        const int area = cv::countNonZero(synthesise(image, {}, withoutJitter(), random).mask);
        small += area > 0 && area < 300;
        large += area > 1500;
    }
    QVERIFY2(small > 40 && large > 40, qPrintable(QStringLiteral("%1 %2").arg(small).arg(large)));
}

void TstSyntheticAnomaly::honoursTheKindsAskedFor()
{
    const cv::Mat image = tests::colourBoard({128, 128});
    auto options = withoutJitter();
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

void TstSyntheticAnomaly::makesNormalSamplesWithoutKinds()
{
    const cv::Mat image = tests::colourBoard({64, 64});
    auto options = withoutJitter();
    options.kinds.clear();
    Random random(7);
    const auto sample = synthesise(image, {}, options, random);
    QVERIFY(!sample.anomalous);
    QVERIFY(tests::same(sample.imageBgr, image));
    QCOMPARE(cv::countNonZero(sample.mask), 0);
}

void TstSyntheticAnomaly::keepsTheShareOfAnomalies()
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

void TstSyntheticAnomaly::leavesAnEmptyForegroundNormal()
{
    const cv::Mat image = tests::colourBoard({64, 64});
    const Donors donors{{}, nullptr, cv::Mat::zeros(64, 64, CV_8UC1)};
    auto paper = SynthesisOptions::paper();
    paper.anomalyProbability = 1.0;
    for (const auto &options : {withoutJitter(), paper})
        for (std::uint64_t i = 0; i < 10; ++i) {
            Random random(9, 0, i);
            const auto sample = synthesise(image, donors, options, random);
            QVERIFY(!sample.anomalous);
            QVERIFY(tests::same(sample.imageBgr, image));
        }
    // Otsu finds nothing bright in an even picture.
    auto bright = withoutJitter();
    bright.foreground = ForegroundMode::Bright;
    Random random(10);
    QVERIFY(
        !synthesise(cv::Mat(40, 40, CV_8UC3, cv::Scalar::all(0)), {}, bright, random).anomalous);
}

void TstSyntheticAnomaly::staysOnTheForeground()
{
    const cv::Mat image = tests::disc({192, 192}, 200, 60);
    auto options = withoutJitter();
    options.foreground = ForegroundMode::Dark;
    cv::Mat near;
    cv::dilate(foregroundMask(image, ForegroundMode::Dark), near, cv::Mat(), {-1, -1}, 5);
    int anomalous = 0;
    for (std::uint64_t i = 0; i < 100; ++i) {
        Random random(11, 0, i);
        const auto sample = synthesise(image, {}, options, random);
        anomalous += sample.anomalous;
        cv::Mat outside = sample.mask.clone();
        outside.setTo(0, near);
        QCOMPARE(cv::countNonZero(outside), 0);
    }
    QVERIFY(anomalous > 90);
}

void TstSyntheticAnomaly::takesTinyAndNarrowPictures_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("8 x 8") << 8 << 8;
    QTest::newRow("16 x 16") << 16 << 16;
    QTest::newRow("wide") << 300 << 40;
    QTest::newRow("high") << 17 << 211;
    QTest::newRow("odd") << 131 << 97;
}

void TstSyntheticAnomaly::takesTinyAndNarrowPictures()
{
    QFETCH(int, width);
    QFETCH(int, height);
    const cv::Size size(width, height);
    const Donors donors{{tests::greyPlate({50, 60}), tests::colourBoard({30, 20})}, nullptr, {}};
    for (const cv::Mat &image : {tests::colourBoard(size), tests::greyPlate(size)}) {
        for (const Kind kind : allDefectKinds())
            for (std::uint64_t i = 0; i < 6; ++i) {
                Random random(12, static_cast<std::uint64_t>(kind), i);
                const auto sample = synthesiseKind(image, kind, donors, {}, random);
                QCOMPARE(sample.imageBgr.size(), size);
                QCOMPARE(sample.mask.size(), size);
            }
        int anomalous = 0;
        for (std::uint64_t i = 0; i < 40; ++i) {
            Random random(13, 0, i);
            anomalous += synthesise(image, donors, withoutJitter(), random).anomalous;
            Random again(13, 1, i);
            QCOMPARE(synthesise(image, donors, SynthesisOptions::paper(), again).mask.size(), size);
        }
        QVERIFY2(width * height < 100 || anomalous > 25, qPrintable(QString::number(anomalous)));
    }
}

void TstSyntheticAnomaly::keepsGreyPicturesGrey()
{
    const cv::Mat image = tests::greyPlate({128, 128});
    const Donors donors{{tests::colourBoard({128, 128})}, nullptr, {}};
    SynthesisOptions options;
    options.anomalyProbability = 1.0;
    for (const Kind kind : allDefectKinds())
        for (std::uint64_t i = 0; i < 10; ++i) {
            Random random(14, static_cast<std::uint64_t>(kind), i);
            const auto sample = synthesiseKind(image, kind, donors, options, random);
            QVERIFY2(tests::exactlyGrey(sample.imageBgr), toString(kind));
        }
}

void TstSyntheticAnomaly::neverTouchesItsInputs()
{
    const cv::Mat image = tests::colourBoard({96, 96});
    const cv::Mat other = tests::greyPlate({96, 96});
    const cv::Mat imageBefore = image.clone();
    const cv::Mat otherBefore = other.clone();
    for (const auto &options : {SynthesisOptions::compact(), SynthesisOptions::paper()})
        for (std::uint64_t i = 0; i < 60; ++i) {
            Random random(15, 0, i);
            auto sample = synthesise(image, {{other}, nullptr, {}}, options, random);
            sample.imageBgr.setTo(cv::Scalar::all(0)); // the sample is the caller's
        }
    QVERIFY(tests::same(image, imageBefore));
    QVERIFY(tests::same(other, otherBefore));
}

void TstSyntheticAnomaly::movesTheMaskWithTheJitter()
{
    // Strong movement, nothing else: the defect must still lie under its mask.
    const cv::Mat image(128, 128, CV_8UC3, cv::Scalar::all(128));
    auto options = withoutJitter();
    options.jitter = true;
    options.kinds = {Kind::Blob, Kind::Fill};
    options.nuisance.chances = {1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
    options.nuisance.rotationDegrees = {-30.0, 30.0};
    options.nuisance.shift = {-0.1, 0.1};
    double shares = 0.0;
    int anomalous = 0;
    for (std::uint64_t i = 0; i < 60; ++i) {
        Random random(16, 0, i);
        const auto sample = synthesise(image, {}, options, random);
        if (!sample.anomalous)
            continue;
        ++anomalous;
        cv::Mat near;
        cv::dilate(sample.mask, near, cv::Mat(), {-1, -1}, 1);
        shares += shareUnderMask(changeOf(image, sample.imageBgr), near);
    }
    QVERIFY(anomalous > 45);
    QVERIFY2(shares / anomalous > 0.85, qPrintable(QString::number(shares / anomalous)));
}

void TstSyntheticAnomaly::paperProfileFollowsTheProtocol()
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
        cv::Mat outside = changeOf(image, sample.imageBgr);
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

void TstSyntheticAnomaly::paperProfileMasksByTheForeground()
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

void TstSyntheticAnomaly::refusesInputsThatDoNotFit()
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

void TstSyntheticAnomaly::namesATextureThatCannotBeRead()
{
    QTemporaryDir dir;
    std::ofstream(dir.filePath(QStringLiteral("broken.jpg")).toStdString()) << "no picture";
    const auto folder = TextureFolder::open(dir.path().toStdString());
    CF_VERIFY(folder);
    auto options = withoutJitter();
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

void TstSyntheticAnomaly::splitsKindsWithoutOverlap()
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

void TstSyntheticAnomaly::namesItsKinds()
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

QTEST_GUILESS_MAIN(TstSyntheticAnomaly)
#include "tst_synthetic_anomaly.moc"
