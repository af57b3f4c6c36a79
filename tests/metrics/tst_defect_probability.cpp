#include "core/metrics/defect_probability.h"

#include "tests/result_check.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace cf;
using namespace cf::metrics;

namespace {

DefectProbability estimated(const RankedScores &scores, double rate)
{
    auto estimate = DefectProbability::estimate(scores, rate).orThrow();
    return std::move(estimate.value.value());
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TstDefectProbability : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isNeverCertain();
    void poolsWhatIsOutOfOrder();
    void poolsEqualScores();
    void isTheBestRisingFit();
    void neverFalls();
    void movesWithTheDefectRate();
    void isTheRateWhereItIsAllOrNothing();
    void needsBothClasses();
    void refusesARateOutOfRange();
};

void TstDefectProbability::isNeverCertain()
{
    // Each picture is a quarter of production; half a one more at each end: 1/8 of 5/8, 4/8 of 5/8.
    const auto probability = estimated({{1, 2}, {3, 4}}, 0.5);
    QVERIFY(near(probability.at(1), 0.2));
    QVERIFY(near(probability.at(-50), 0.2));
    QVERIFY(near(probability.at(3.5), 0.8));
    QVERIFY(near(probability.at(2.5), 0.5)); // half way from 1.5 to 3.5
    QVERIFY(near(probability.at(50), 0.8));
}

void TstDefectProbability::poolsWhatIsOutOfOrder()
{
    // The defect at 2 lies below the normal at 3: both are one pool at 2.5, as likely as not.
    const auto probability = estimated({{0, 1, 3}, {2, 5, 6}}, 0.5);
    QVERIFY(near(probability.at(2.5), 0.5));
    QVERIFY(near(probability.at(0.5), 0.5 / 2.5));
    QVERIFY(near(probability.at(5.5), 2 / 2.5));
}

void TstDefectProbability::poolsEqualScores()
{
    const auto probability = estimated({{1, 1, 2}, {2, 3}}, 0.4);
    // At 2: a third of 0.6 and half of 0.4.
    QVERIFY(near(probability.at(2), 0.2 / (0.2 + 0.2)));
}

void TstDefectProbability::isTheBestRisingFit()
{
    // Of the pooled shares: the greatest of the least means, over all ranges around a score.
    std::mt19937 random(5);
    for (int round = 0; round < 30; ++round) {
        RankedScores scores;
        for (int i = 0; i < 20; ++i) {
            scores.normal.push_back(double(random() % 40));
            scores.defect.push_back(10 + double(random() % 40));
        }
        std::ranges::sort(scores.normal);
        std::ranges::sort(scores.defect);
        std::vector<double> at, defective, all;
        for (int score = 0; score < 50; ++score) {
            const auto d = 0.3 / 20 * double(std::ranges::count(scores.defect, double(score)));
            const auto n = 0.7 / 20 * double(std::ranges::count(scores.normal, double(score)));
            if (d + n == 0)
                continue;
            at.push_back(score);
            defective.push_back(d);
            all.push_back(d + n);
        }
        const auto seen = all;
        defective.front() += 0.5 * 0.3 / 20;
        all.front() += 0.5 * 0.3 / 20;
        all.back() += 0.5 * 0.7 / 20;
        std::vector<double> fit;
        for (std::size_t i = 0; i < at.size(); ++i) {
            double best = -1;
            for (std::size_t from = 0; from <= i; ++from) {
                double least = 2, d = 0, a = 0;
                for (std::size_t to = from; to < at.size(); ++to) {
                    d += defective[to];
                    a += all[to];
                    if (to >= i)
                        least = std::min(least, d / a);
                }
                best = std::max(best, least);
            }
            fit.push_back(best);
        }
        const auto probability = estimated(scores, 0.3);
        for (std::size_t i = 0; i < at.size();) { // each pool, at its mean
            double mean = 0, weight = 0;
            const auto begin = i;
            for (; i < at.size() && near(fit[i], fit[begin]); ++i) {
                mean += at[i] * seen[i];
                weight += seen[i];
            }
            QVERIFY2(near(probability.at(mean / weight), fit[begin]),
                     qPrintable(QStringLiteral("round %1 at %2").arg(round).arg(mean / weight)));
        }
    }
}

void TstDefectProbability::neverFalls()
{
    std::mt19937 random(2);
    std::normal_distribution<double> normal(0, 1), defect(1.5, 2);
    RankedScores scores;
    for (int i = 0; i < 200; ++i)
        scores.normal.push_back(normal(random));
    for (int i = 0; i < 30; ++i)
        scores.defect.push_back(defect(random));
    std::ranges::sort(scores.normal);
    std::ranges::sort(scores.defect);
    const auto probability = estimated(scores, 0.01);
    double before = 0;
    for (double score = -8; score < 8; score += 0.01) {
        const double now = probability.at(score);
        QVERIFY(now >= before && now > 0 && now < 1);
        before = now;
    }
}

void TstDefectProbability::movesWithTheDefectRate()
{
    const RankedScores scores{{1, 2, 4}, {3, 5, 6}};
    QVERIFY(estimated(scores, 0.001).at(3.5) < estimated(scores, 0.1).at(3.5));
    QVERIFY(estimated(scores, 0.1).at(3.5) < estimated(scores, 0.9).at(3.5));
}

void TstDefectProbability::isTheRateWhereItIsAllOrNothing()
{
    QCOMPARE(estimated({{1}, {2}}, 0).at(9), 0.0);
    QCOMPARE(estimated({{1}, {2}}, 1).at(-9), 1.0);
}

void TstDefectProbability::needsBothClasses()
{
    const auto none = DefectProbability::estimate({{1, 2}, {}}, 0.1).orThrow();
    QVERIFY(!none.defined());
    QVERIFY(!none.reasonWhenUndefined.empty());
    QVERIFY(!DefectProbability::estimate({{}, {1}}, 0.1).orThrow().defined());
}

void TstDefectProbability::refusesARateOutOfRange()
{
    for (const double rate : {-0.1, 1.1, std::nan("")}) {
        const auto refused = DefectProbability::estimate({{1}, {2}}, rate);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::BadUsage);
    }
}

QTEST_GUILESS_MAIN(TstDefectProbability)
#include "tst_defect_probability.moc"
