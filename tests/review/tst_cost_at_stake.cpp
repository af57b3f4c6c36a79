#include "core/review/cost_at_stake.h"

#include <QTest>

#include <cmath>

using namespace cf;
using metrics::Zone;

class TstCostAtStake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheEscapeOfAPictureThatPasses();
    void isTheFalseRejectOfOneThatFails();
    void isTheCheaperMistakeInBetween();
    void countsTheReviewersSlips();
};

namespace {

metrics::InspectionCosts costs()
{
    metrics::InspectionCosts costs;
    costs.escape = 100;
    costs.falseReject = 10;
    costs.review = 1;
    return costs;
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-12;
}

} // namespace

void TstCostAtStake::isTheEscapeOfAPictureThatPasses()
{
    QVERIFY(near(review::costAtStake(0.25, Zone::Pass, costs()), 25 - 1));
    QVERIFY(near(review::costAtStake(0, Zone::Pass, costs()), -1)); // not worth the look
}

void TstCostAtStake::isTheFalseRejectOfOneThatFails()
{
    QVERIFY(near(review::costAtStake(0.25, Zone::Fail, costs()), 7.5 - 1));
    QVERIFY(near(review::costAtStake(1, Zone::Fail, costs()), -1));
}

void TstCostAtStake::isTheCheaperMistakeInBetween()
{
    QVERIFY(near(review::costAtStake(0.05, Zone::Review, costs()), 5 - 1));
    QVERIFY(near(review::costAtStake(0.5, Zone::Review, costs()), 5 - 1));
    QVERIFY(near(review::costAtStake(0.25, Zone::Review, costs()), 7.5 - 1));
}

void TstCostAtStake::countsTheReviewersSlips()
{
    auto slips = costs();
    slips.reviewMissRate = 0.1;
    slips.reviewFalseRejectRate = 0.2;
    // 0.25 * (1 + 0.1 * 100) + 0.75 * (1 + 0.2 * 10)
    QVERIFY(near(review::costAtStake(0.25, Zone::Pass, slips), 25 - 2.75 - 2.25));
}

QTEST_GUILESS_MAIN(TstCostAtStake)
#include "tst_cost_at_stake.moc"
