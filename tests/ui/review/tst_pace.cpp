#include "ui/review/pace.h"

#include <QTest>

using namespace cf::ui;

class TstPace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isNotKnownBeforeTwoDecisions();
    void countsDecisionsAMinute();
    void leavesBreaksOut();
    void looksAtTheLastOnes();
    void saysHowLongTheRestTakes();
};

void TstPace::isNotKnownBeforeTwoDecisions()
{
    Pace pace;
    QVERIFY(!pace.perMinute());
    QVERIFY(!pace.remainingMs(10));
    pace.decided(1000);
    QVERIFY(!pace.perMinute());
}

void TstPace::countsDecisionsAMinute()
{
    Pace pace;
    for (int i = 0; i < 5; ++i)
        pace.decided(2000 * i);
    QCOMPARE(pace.perMinute().value(), 30.0);
}

void TstPace::leavesBreaksOut()
{
    Pace pace;
    pace.decided(0);
    pace.decided(2000);
    pace.decided(2000 + Pace::kBreakMs + 1);
    pace.decided(2000 + Pace::kBreakMs + 1 + 2000);
    QCOMPARE(pace.perMinute().value(), 30.0);
}

void TstPace::looksAtTheLastOnes()
{
    Pace pace;
    qint64 atMs = 0;
    for (int i = 0; i < Pace::kSteps; ++i)
        pace.decided(atMs += 10000);
    for (int i = 0; i < Pace::kSteps; ++i)
        pace.decided(atMs += 1000);
    QCOMPARE(pace.perMinute().value(), 60.0);
    pace.clear();
    QVERIFY(!pace.perMinute());
}

void TstPace::saysHowLongTheRestTakes()
{
    Pace pace;
    pace.decided(0);
    pace.decided(3000);
    QCOMPARE(pace.remainingMs(10).value(), qint64(30000));
    QCOMPARE(pace.remainingMs(0).value(), qint64(0));
}

QTEST_GUILESS_MAIN(TstPace)
#include "tst_pace.moc"
