#include "core/metrics/kde.h"
#include "tests/result_check.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using cf::metrics::BandwidthRule;
using cf::metrics::DensityCurve;
using Values = std::vector<double>;

namespace {

const Values kSample = {0.1, 0.15, 0.15, 0.4, 0.55, 0.9};
const Values kPositions = {-0.2, 0.1, 0.3, 0.5, 1.0};

double integral(const DensityCurve &curve)
{
    double area = 0;
    for (std::size_t i = 1; i < curve.position.size(); ++i)
        area += (curve.position[i] - curve.position[i - 1]) *
                (curve.density[i] + curve.density[i - 1]) / 2;
    return area;
}

Values evenly(double low, double high, std::size_t count)
{
    Values values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(
            std::lerp(low, high, static_cast<double>(i) / static_cast<double>(count - 1)));
    return values;
}

} // namespace

class TstKde : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithScipy_data();
    void agreesWithScipy();
    void isTheMeanOfKernels();
    void integratesToOne();
    void shiftsAndStretchesWithTheSample();
    void drawsTheFigureFromCutToCut();
    void clipsTheFigure();
    void isUndefinedWithoutSpread_data();
    void isUndefinedWithoutSpread();
    void namesTheValueThatIsNotFinite();
    void refusesAClipUpsideDown();
    void overlapsWithItselfWholly();
    void overlapsHalfWhenShiftedByHalf();
    void findsTheCrossingBetweenPositions();
    void doesNotOverlapWhenApart();
};

void TstKde::agreesWithScipy_data()
{
    // scipy.stats.gaussian_kde 1.10 on kSample at kPositions.
    QTest::addColumn<int>("rule");
    QTest::addColumn<double>("bandwidth");
    QTest::addColumn<QVector<double>>("density");
    QTest::newRow("Scott") << static_cast<int>(BandwidthRule::Scott) << 0.21736781346782758
                           << QVector<double>{0.29293067681132884, 1.055943835512271,
                                              1.122307721243015, 0.852945006251484,
                                              0.3181851321625362};
    QTest::newRow("Silverman") << static_cast<int>(BandwidthRule::Silverman) << 0.23024117030177407
                               << QVector<double>{0.3165791440242843, 1.0199216918206475,
                                                  1.0977949680257113, 0.8544438008052799,
                                                  0.3160107295040995};
    QTest::newRow("half Scott") << static_cast<int>(BandwidthRule::HalfScott) << 0.10868390673391379
                                << QVector<double>{0.02040464826303213, 1.7261390017310352,
                                                   1.0286504715456901, 0.9592411401743735,
                                                   0.4007616591619492};
}

void TstKde::agreesWithScipy()
{
    QFETCH(int, rule);
    QFETCH(double, bandwidth);
    QFETCH(QVector<double>, density);
    const auto curve =
        cf::metrics::kernelDensity(kSample, kPositions, static_cast<BandwidthRule>(rule));
    CF_VERIFY(curve);
    QVERIFY(std::abs(curve->value->bandwidth - bandwidth) < 1e-14);
    for (std::size_t i = 0; i < kPositions.size(); ++i)
        QVERIFY(std::abs(curve->value->density[i] - density[static_cast<qsizetype>(i)]) < 1e-12);
}

void TstKde::isTheMeanOfKernels()
{
    // Two samples 2 apart: deviation sqrt(2); the density in the middle is one kernel 1 away.
    const Values samples = {-1, 1};
    const auto curve = cf::metrics::kernelDensity(samples, Values{0}, BandwidthRule::Scott);
    CF_VERIFY(curve);
    const double bandwidth = std::numbers::sqrt2 * std::pow(2, -0.2);
    const double kernel =
        std::exp(-0.5 / (bandwidth * bandwidth)) / bandwidth / std::sqrt(2 * std::numbers::pi);
    QVERIFY(std::abs(curve->value->density[0] - kernel) < 1e-15);
}

void TstKde::integratesToOne()
{
    std::mt19937 random(4);
    Values samples;
    for (int i = 0; i < 500; ++i)
        samples.push_back(static_cast<double>(random() % 1000) / 100);
    const auto curve =
        cf::metrics::kernelDensity(samples, evenly(-20, 30, 4001), BandwidthRule::Scott);
    CF_VERIFY(curve);
    QVERIFY(std::abs(integral(*curve->value) - 1) < 1e-9);
}

void TstKde::shiftsAndStretchesWithTheSample()
{
    const auto before = cf::metrics::kernelDensity(kSample, kPositions, BandwidthRule::Scott);
    Values samples = kSample;
    Values positions = kPositions;
    for (auto *values : {&samples, &positions}) {
        for (double &value : *values)
            value = 8 * value - 3;
    }
    const auto after = cf::metrics::kernelDensity(samples, positions, BandwidthRule::Scott);
    CF_VERIFY(after);
    for (std::size_t i = 0; i < positions.size(); ++i)
        QVERIFY(std::abs(8 * after->value->density[i] - before->value->density[i]) < 1e-12);
}

void TstKde::drawsTheFigureFromCutToCut()
{
    const auto curve = cf::metrics::figureDensity(kSample, -100, 100);
    CF_VERIFY(curve);
    const DensityCurve &figure = *curve->value;
    QCOMPARE(figure.position.size(), std::size_t{200});
    QVERIFY(std::abs(figure.bandwidth - 0.10868390673391379) < 1e-14);
    QVERIFY(std::abs(figure.position.front() - (0.1 - 3 * figure.bandwidth)) < 1e-14);
    QVERIFY(std::abs(figure.position.back() - (0.9 + 3 * figure.bandwidth)) < 1e-14);
    QVERIFY(std::abs(integral(figure) - 1) < 0.002); // what lies beyond 3 bandwidths is cut off
}

void TstKde::clipsTheFigure()
{
    const auto curve = cf::metrics::figureDensity(kSample, 0.1, 0.5);
    CF_VERIFY(curve);
    QCOMPARE(curve->value->position.front(), 0.1);
    QCOMPARE(curve->value->position.back(), 0.5);
    QVERIFY(std::abs(curve->value->density.front() - 1.7261390017310352) < 1e-12);
    QVERIFY(integral(*curve->value) < 0.7);
    const auto outside = cf::metrics::figureDensity(kSample, 7, 8);
    CF_VERIFY(outside);
    QVERIFY(!outside->defined());
}

void TstKde::isUndefinedWithoutSpread_data()
{
    QTest::addColumn<QVector<double>>("samples");
    QTest::addColumn<QString>("reason");
    QTest::newRow("none") << QVector<double>{} << QStringLiteral("there are no values");
    QTest::newRow("one") << QVector<double>{0.5} << QStringLiteral("there is only one value");
    // 0.1 three times has a mean that is not 0.1: the deviation is not 0 then.
    QTest::newRow("equal") << QVector<double>{0.1, 0.1, 0.1}
                           << QStringLiteral("all values are equal");
    QTest::newRow("too large") << QVector<double>{-1e308, 1e308}
                               << QStringLiteral(
                                      "the values are too large or too close for a bandwidth");
    QTest::newRow("too close") << QVector<double>{0, 5e-324}
                               << QStringLiteral(
                                      "the values are too large or too close for a bandwidth");
}

void TstKde::isUndefinedWithoutSpread()
{
    QFETCH(QVector<double>, samples);
    QFETCH(QString, reason);
    const std::span<const double> values(samples.constData(),
                                         static_cast<std::size_t>(samples.size()));
    const auto bandwidth = cf::metrics::kernelBandwidth(values, BandwidthRule::Silverman);
    CF_VERIFY(bandwidth);
    QVERIFY(!bandwidth->defined());
    QCOMPARE(bandwidth->reasonWhenUndefined, reason.toStdString());
    const auto curve = cf::metrics::kernelDensity(values, kPositions, BandwidthRule::Scott);
    CF_VERIFY(curve);
    QVERIFY(!curve->defined());
    const auto figure = cf::metrics::figureDensity(values, 0, 1);
    CF_VERIFY(figure);
    QCOMPARE(figure->reasonWhenUndefined, reason.toStdString());
}

void TstKde::namesTheValueThatIsNotFinite()
{
    const Values spoiled = {0.1, 0.4, std::nan(""), 0.3};
    const auto curve = cf::metrics::kernelDensity(spoiled, kPositions, BandwidthRule::Scott);
    QVERIFY(!curve.ok());
    QCOMPARE(curve.error().code, cf::ErrorCode::BadData);
    QVERIFY(curve.error().detail.find("Value 3 of 4 is NaN") != std::string::npos);
    QVERIFY(!cf::metrics::figureDensity(spoiled, 0, 1).ok());
    const Values infinite = {0.1, std::numeric_limits<double>::infinity()};
    QVERIFY(!cf::metrics::kernelBandwidth(infinite, BandwidthRule::Scott).ok());
}

void TstKde::refusesAClipUpsideDown()
{
    const auto curve = cf::metrics::figureDensity(kSample, 1, 0);
    QVERIFY(!curve.ok());
    QCOMPARE(curve.error().code, cf::ErrorCode::BadUsage);
    QVERIFY(!cf::metrics::figureDensity(kSample, std::nan(""), 1).ok());
}

void TstKde::overlapsWithItselfWholly()
{
    const auto curve =
        cf::metrics::kernelDensity(kSample, evenly(-3, 4, 3001), BandwidthRule::Scott);
    QVERIFY(std::abs(cf::metrics::overlap(*curve->value, *curve->value) - 1) < 1e-9);
}

void TstKde::overlapsHalfWhenShiftedByHalf()
{
    const DensityCurve a{{0, 1}, {1, 1}, 0};
    const DensityCurve b{{0.5, 0.75, 1.5}, {1, 1, 1}, 0};
    QVERIFY(std::abs(cf::metrics::overlap(a, b) - 0.5) < 1e-15);
    QVERIFY(std::abs(cf::metrics::overlap(b, a) - 0.5) < 1e-15);
}

void TstKde::findsTheCrossingBetweenPositions()
{
    // A falling and a rising triangle that cross in the middle at height 1.
    const DensityCurve falling{{0, 1}, {2, 0}, 0};
    const DensityCurve rising{{0, 1}, {0, 2}, 0};
    QVERIFY(std::abs(cf::metrics::overlap(falling, rising) - 0.5) < 1e-15);
}

void TstKde::doesNotOverlapWhenApart()
{
    const DensityCurve a{{0, 1}, {1, 1}, 0};
    const DensityCurve b{{2, 3}, {1, 1}, 0};
    QCOMPARE(cf::metrics::overlap(a, b), 0.0);
    QCOMPARE(cf::metrics::overlap(a, {}), 0.0);
}

QTEST_GUILESS_MAIN(TstKde)
#include "tst_kde.moc"
