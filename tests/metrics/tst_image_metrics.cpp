#include "core/metrics/image_metrics.h"
#include "tests/metrics/brute_force.h"
#include "tests/result_check.h"

#include <cmath>
#include <limits>

using cf::metrics::ScoredLabel;
using Samples = std::vector<ScoredLabel>;

class TstImageMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithAHandMadeCase();
    void agreesWithTheDefinitions();
    void ignoresTheOrderOfTheImages();
    void countsTiesHalf();
    void isPerfectWhenTheClassesPart();
    void isZeroWhenTheClassesAreSwapped();
    void takesTheHighestOfEqualThresholds();
    void isUndefinedWithoutAnomalousImages();
    void isPartlyUndefinedWithoutNormalImages();
    void isUndefinedWithoutImages();
    void namesTheScoreThatIsNotFinite();
    void countsTheFourOutcomes();
    void givesCurvesThatHoldTheAreas();
    void findsTheYoudenThreshold();
    void hasNoYoudenThresholdForOneClass();
};

void TstImageMetrics::agreesWithAHandMadeCase()
{
    // From the top: a n a n. Pairs won 3 of 4; AP = 1/2 * 1 + 1/2 * 2/3; F1 = 1/1.5 at 0.9, 0.8 at
    // 0.7.
    const Samples samples = {{0.9, true}, {0.8, false}, {0.7, true}, {0.1, false}};
    const auto metrics = cf::metrics::imageMetrics(samples);
    CF_VERIFY(metrics);
    QCOMPARE(metrics->auroc.value.value(), 0.75);
    QCOMPARE(metrics->averagePrecision.value.value(), 0.5 + 0.5 * 2 / 3);
    QCOMPARE(metrics->f1Max.value.value(), 0.8);
    QCOMPARE(metrics->f1Threshold.value(), 0.7);
    QCOMPARE(metrics->normalCount, std::size_t{2});
    QCOMPARE(metrics->anomalousCount, std::size_t{2});
}

void TstImageMetrics::agreesWithTheDefinitions()
{
    std::mt19937 random(20240501);
    for (int round = 0; round < 200; ++round) {
        Samples samples = {{0.5, true}, {0.5, false}}; // both classes, whatever comes
        const unsigned distinct = 1 + random() % 12;
        for (unsigned i = random() % 40; i > 0; --i)
            samples.push_back(
                {static_cast<double>(random() % distinct) / 4 - 1, random() % 3 == 0});
        const auto metrics = cf::metrics::imageMetrics(samples);
        CF_VERIFY(metrics);
        QVERIFY(std::abs(*metrics->auroc.value - brute::auroc(samples)) < 1e-12);
        QVERIFY(std::abs(*metrics->averagePrecision.value - brute::averagePrecision(samples)) <
                1e-12);
        QVERIFY(std::abs(*metrics->f1Max.value - brute::f1Max(samples)) < 1e-12);
        const auto [precision, recall] = brute::at(samples, *metrics->f1Threshold);
        QVERIFY(std::abs(2 * precision * recall / (precision + recall) - *metrics->f1Max.value) <
                1e-12);
    }
}

void TstImageMetrics::ignoresTheOrderOfTheImages()
{
    std::mt19937 random(7);
    Samples samples;
    for (int i = 0; i < 60; ++i)
        samples.push_back({static_cast<double>(random() % 20) / 3, random() % 2 == 0});
    const auto before = cf::metrics::imageMetrics(samples);
    std::shuffle(samples.begin(), samples.end(), random);
    const auto after = cf::metrics::imageMetrics(samples);
    CF_VERIFY(before);
    CF_VERIFY(after);
    QVERIFY(before->auroc.value == after->auroc.value);
    QVERIFY(before->averagePrecision.value == after->averagePrecision.value);
    QVERIFY(before->f1Threshold == after->f1Threshold);
}

void TstImageMetrics::countsTiesHalf()
{
    // All scores equal: AUROC 1/2, AP = share of anomalous images v, F1 = 2v / (1 + v).
    const Samples samples = {{0.3, true}, {0.3, false}, {0.3, true}};
    const auto metrics = cf::metrics::imageMetrics(samples);
    CF_VERIFY(metrics);
    QCOMPARE(metrics->auroc.value.value(), 0.5);
    QCOMPARE(metrics->averagePrecision.value.value(), 2.0 / 3);
    QCOMPARE(metrics->f1Max.value.value(), 0.8);
    // +0 and -0 are one score.
    const Samples zeros = {{0.0, true}, {-0.0, false}};
    QCOMPARE(cf::metrics::imageMetrics(zeros)->auroc.value.value(), 0.5);
}

void TstImageMetrics::isPerfectWhenTheClassesPart()
{
    const Samples samples = {{2, true}, {-5, false}, {1.5, true}, {1.25, false}, {7, true}};
    const auto metrics = cf::metrics::imageMetrics(samples);
    CF_VERIFY(metrics);
    QVERIFY(*metrics->auroc.value == 1.0);
    QVERIFY(*metrics->averagePrecision.value == 1.0);
    QVERIFY(*metrics->f1Max.value == 1.0);
    QCOMPARE(*metrics->f1Threshold, 1.5);
}

void TstImageMetrics::isZeroWhenTheClassesAreSwapped()
{
    const Samples samples = {{2, false}, {-5, true}, {1.5, false}};
    const auto metrics = cf::metrics::imageMetrics(samples);
    CF_VERIFY(metrics);
    QCOMPARE(*metrics->auroc.value, 0.0);
    QCOMPARE(*metrics->averagePrecision.value, 1.0 / 3);
}

void TstImageMetrics::takesTheHighestOfEqualThresholds()
{
    // F1 is 2/3 at 4 (TP 1, FP 0, FN 1) and at 1 (TP 2, FP 2): fewer alarms win.
    const Samples samples = {{4, true}, {3, false}, {2, false}, {1, true}};
    const auto metrics = cf::metrics::imageMetrics(samples);
    CF_VERIFY(metrics);
    QCOMPARE(*metrics->f1Max.value, 2.0 / 3);
    QCOMPARE(*metrics->f1Threshold, 4.0);
}

void TstImageMetrics::isUndefinedWithoutAnomalousImages()
{
    const Samples samples = {{0.9, false}, {0.2, false}};
    const auto metrics = cf::metrics::imageMetrics(samples);
    CF_VERIFY(metrics);
    for (const auto *metric : {&metrics->auroc, &metrics->averagePrecision, &metrics->f1Max}) {
        QVERIFY(!metric->defined());
        QCOMPARE(metric->reasonWhenUndefined, std::string("there is no anomalous image"));
    }
    QVERIFY(!metrics->f1Threshold);
    QVERIFY(metrics->roc.empty());
    QVERIFY(metrics->precisionRecall.empty());
}

void TstImageMetrics::isPartlyUndefinedWithoutNormalImages()
{
    const Samples samples = {{0.9, true}, {0.2, true}};
    const auto metrics = cf::metrics::imageMetrics(samples);
    CF_VERIFY(metrics);
    QVERIFY(!metrics->auroc.defined());
    QCOMPARE(metrics->auroc.reasonWhenUndefined, std::string("there is no normal image"));
    QCOMPARE(*metrics->averagePrecision.value, 1.0);
    QCOMPARE(*metrics->f1Max.value, 1.0);
    QVERIFY(metrics->roc.empty());
}

void TstImageMetrics::isUndefinedWithoutImages()
{
    const auto metrics = cf::metrics::imageMetrics({});
    CF_VERIFY(metrics);
    QVERIFY(!metrics->auroc.defined());
    QVERIFY(!metrics->f1Max.defined());
}

void TstImageMetrics::namesTheScoreThatIsNotFinite()
{
    Samples samples = {{0.9, true}, {std::nan(""), false}, {0.3, false}};
    auto metrics = cf::metrics::imageMetrics(samples);
    QVERIFY(!metrics.ok());
    QCOMPARE(metrics.error().code, cf::ErrorCode::BadData);
    QVERIFY(metrics.error().detail.find("Score 2 of 3 is NaN") != std::string::npos);
    samples[1].score = -std::numeric_limits<double>::infinity();
    metrics = cf::metrics::imageMetrics(samples);
    QVERIFY(!metrics.ok());
    QVERIFY(metrics.error().detail.find("Score 2 of 3 is infinite") != std::string::npos);
    QVERIFY(!cf::metrics::confusionAt(samples, 0.5).ok());
    QVERIFY(!cf::metrics::youdenPoint(samples).ok());
}

void TstImageMetrics::countsTheFourOutcomes()
{
    const Samples samples = {{0.9, true}, {0.8, false}, {0.7, true}, {0.1, false}, {0.0, false}};
    const auto confusion =
        cf::metrics::confusionAt(samples, 0.8); // at the threshold counts as called
    CF_VERIFY(confusion);
    QCOMPARE(confusion->truePositives, std::size_t{1});
    QCOMPARE(confusion->falsePositives, std::size_t{1});
    QCOMPARE(confusion->falseNegatives, std::size_t{1});
    QCOMPARE(confusion->trueNegatives, std::size_t{2});
    const auto wrong = cf::metrics::confusionAt(samples, std::nan(""));
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().code, cf::ErrorCode::BadUsage);
}

void TstImageMetrics::givesCurvesThatHoldTheAreas()
{
    std::mt19937 random(99);
    Samples samples;
    for (int i = 0; i < 80; ++i)
        samples.push_back({static_cast<double>(random() % 25), random() % 3 == 0});
    const auto metrics = cf::metrics::imageMetrics(samples);
    CF_VERIFY(metrics);
    double area = 0;
    for (std::size_t i = 1; i < metrics->roc.size(); ++i) {
        const auto &a = metrics->roc[i - 1];
        const auto &b = metrics->roc[i];
        QVERIFY(a.threshold > b.threshold);
        area += (b.x - a.x) * (a.y + b.y) / 2;
    }
    QVERIFY(std::abs(area - *metrics->auroc.value) < 1e-12);
    QVERIFY(std::isinf(metrics->roc.front().threshold));
    QCOMPARE(metrics->roc.back().x, 1.0);
    QCOMPARE(metrics->roc.back().y, 1.0);
    double steps = 0;
    for (std::size_t i = 1; i < metrics->precisionRecall.size(); ++i)
        steps += (metrics->precisionRecall[i].x - metrics->precisionRecall[i - 1].x) *
                 metrics->precisionRecall[i].y;
    QVERIFY(std::abs(steps - *metrics->averagePrecision.value) < 1e-12);
}

void TstImageMetrics::findsTheYoudenThreshold()
{
    // At 5: 1/3 - 0; at 4: 1/3 - 1/2; at 3: 1 - 1/2; at 2: 0.
    const Samples samples = {{5, true}, {4, false}, {3, true}, {3, true}, {2, false}};
    const auto point = cf::metrics::youdenPoint(samples);
    CF_VERIFY(point);
    QCOMPARE(point->value->threshold, 3.0);
    QCOMPARE(point->value->index, 0.5);
    // Never infinite, even where calling nothing would be as good.
    const Samples swapped = {{5, false}, {1, true}};
    QCOMPARE(cf::metrics::youdenPoint(swapped)->value->threshold, 1.0);
}

void TstImageMetrics::hasNoYoudenThresholdForOneClass()
{
    const Samples normal = {{5, false}};
    const Samples anomalous = {{5, true}};
    QVERIFY(!cf::metrics::youdenPoint(normal)->defined());
    QVERIFY(!cf::metrics::youdenPoint(anomalous)->defined());
    QCOMPARE(cf::metrics::youdenPoint(anomalous)->reasonWhenUndefined,
             std::string("there is no normal image"));
}

QTEST_GUILESS_MAIN(TstImageMetrics)
#include "tst_image_metrics.moc"
