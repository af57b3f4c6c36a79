#include "core/review/ledger.h"

#include <QTest>

using namespace cf::review;
using cf::store::DecisionKind;
using cf::store::Verdict;

class TstLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsTheLastOfEachKind();
    void forgetsWhatIsTakenBack();
    void listsWhatStandsInOrder();
};

void TstLedger::knowsTheLastOfEachKind()
{
    Ledger ledger;
    QVERIFY(!ledger.last(3, DecisionKind::First));
    ledger.add(3, {1, Verdict::Ok, DecisionKind::First, "Ada", ""});
    ledger.add(3, {2, Verdict::Ng, DecisionKind::First, "Bo", "bent"});
    ledger.add(3, {3, Verdict::Unsure, DecisionKind::Second, "Cy", ""});
    ledger.add(4, {4, Verdict::Ok, DecisionKind::First, "Ada", ""});
    QCOMPARE(ledger.last(3, DecisionKind::First)->reviewer, std::string("Bo"));
    QCOMPARE(ledger.last(3, DecisionKind::First, "Ada")->number, std::int64_t(1));
    QVERIFY(!ledger.last(3, DecisionKind::Second, "Ada"));
    QVERIFY(!ledger.last(3, DecisionKind::Arbitration));
    QVERIFY(!ledger.last(5, DecisionKind::First));
}

void TstLedger::forgetsWhatIsTakenBack()
{
    Ledger ledger;
    ledger.add(3, {-1, Verdict::Ok, DecisionKind::First, "Ada", ""});
    ledger.add(3, {-2, Verdict::Ng, DecisionKind::First, "Ada", ""});
    ledger.withdraw(-2);
    QCOMPARE(ledger.last(3, DecisionKind::First)->verdict, Verdict::Ok);
    ledger.withdraw(-2); // once more: nothing
    ledger.withdraw(7);
    ledger.withdraw(-1);
    QVERIFY(!ledger.last(3, DecisionKind::First));
    QVERIFY(ledger.standing(3).empty());
}

void TstLedger::listsWhatStandsInOrder()
{
    Ledger ledger;
    QVERIFY(ledger.standing(0).empty());
    ledger.add(0, {5, Verdict::Ok, DecisionKind::First, "Ada", ""});
    ledger.add(0, {9, Verdict::Ng, DecisionKind::Arbitration, "Bo", ""});
    const auto standing = ledger.standing(0);
    QCOMPARE(standing.size(), std::size_t(2));
    QCOMPARE(standing.back().number, std::int64_t(9));
}

QTEST_GUILESS_MAIN(TstLedger)
#include "tst_ledger.moc"
