#include "tests/synthesis/sample_check.h"

#include <QTest>

using namespace cf::synthesis;

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
    void leavesAnEmptyForegroundNormal();
    void staysOnTheForeground();
    void takesTinyAndNarrowPictures_data();
    void takesTinyAndNarrowPictures();
    void keepsGreyPicturesGrey();
    void neverTouchesItsInputs();
    void movesTheMaskWithTheJitter();
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
            synthesiseKind(image, static_cast<Kind>(kind), donors, tests::withoutJitter(), random);
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
    const auto options = tests::withoutJitter();
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
        const cv::Mat change = tests::changeOf(image, sample.imageBgr);
        QVERIFY2(cv::mean(change, sample.mask)[0] > 0.8 * options.visibleMeanChange,
                 qPrintable(QString::number(i)));
        // Away from the masks only the faint ends of soft edges may remain.
        cv::Mat near;
        cv::dilate(sample.mask, near, cv::Mat(), {-1, -1}, 12);
        cv::Mat far = change.clone();
        far.setTo(0, near);
        QVERIFY2(cv::countNonZero(far > 40) <= 4, toString(sample.kind)); // a speck of a cluster
        const double share = tests::shareUnderMask(change, sample.mask);
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
        const auto sample = synthesise(image, donors, tests::withoutJitter(), random);
        if (!sample.anomalous)
            continue;
        ++anomalous;
        shares += tests::shareUnderMask(tests::changeOf(image, sample.imageBgr), sample.mask);
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
        const int area =
            cv::countNonZero(synthesise(image, {}, tests::withoutJitter(), random).mask);
        small += area > 0 && area < 300;
        large += area > 1500;
    }
    QVERIFY2(small > 40 && large > 40, qPrintable(QStringLiteral("%1 %2").arg(small).arg(large)));
}

void TstSyntheticAnomaly::leavesAnEmptyForegroundNormal()
{
    const cv::Mat image = tests::colourBoard({64, 64});
    const Donors donors{{}, nullptr, cv::Mat::zeros(64, 64, CV_8UC1)};
    auto paper = SynthesisOptions::paper();
    paper.anomalyProbability = 1.0;
    for (const auto &options : {tests::withoutJitter(), paper})
        for (std::uint64_t i = 0; i < 10; ++i) {
            Random random(9, 0, i);
            const auto sample = synthesise(image, donors, options, random);
            QVERIFY(!sample.anomalous);
            QVERIFY(tests::same(sample.imageBgr, image));
        }
    // Otsu finds nothing bright in an even picture.
    auto bright = tests::withoutJitter();
    bright.foreground = ForegroundMode::Bright;
    Random random(10);
    QVERIFY(
        !synthesise(cv::Mat(40, 40, CV_8UC3, cv::Scalar::all(0)), {}, bright, random).anomalous);
}

void TstSyntheticAnomaly::staysOnTheForeground()
{
    const cv::Mat image = tests::disc({192, 192}, 200, 60);
    auto options = tests::withoutJitter();
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
            anomalous += synthesise(image, donors, tests::withoutJitter(), random).anomalous;
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
    auto options = tests::withoutJitter();
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
        shares += tests::shareUnderMask(tests::changeOf(image, sample.imageBgr), near);
    }
    QVERIFY(anomalous > 45);
    QVERIFY2(shares / anomalous > 0.85, qPrintable(QString::number(shares / anomalous)));
}

QTEST_GUILESS_MAIN(TstSyntheticAnomaly)
#include "tst_synthetic_anomaly.moc"
