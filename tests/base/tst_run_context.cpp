#include "core/base/result.h"
#include "core/base/run_context.h"

#include <QTest>

namespace {

cf::Result<int> half(int number)
{
    if (number % 2 != 0)
        return cf::Error::make(cf::ErrorCode::BadUsage, "odd");
    return number / 2;
}

cf::Result<int> quarter(int number)
{
    CF_ASSIGN_OR_RETURN(const int first, half(number));
    CF_ASSIGN_OR_RETURN(const int second, half(first));
    return second;
}

} // namespace

class TstRunContext : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reportsEachStep();
    void throwsOnceAStopIsWished();
    void isSilentByDefault();
    void resultCarriesTheErrorOut();
    void resultThrowsOnDemand();
};

void TstRunContext::reportsEachStep()
{
    std::vector<std::size_t> seen;
    cf::RunContext run({}, [&](const cf::Progress &progress) { seen.push_back(progress.done); });
    run.step({"train", 1, 3});
    run.step({"train", 2, 3});
    QCOMPARE(seen, (std::vector<std::size_t>{1, 2}));
}

void TstRunContext::throwsOnceAStopIsWished()
{
    std::stop_source source;
    cf::RunContext run(source.get_token());
    run.step({"train", 1, 3});
    source.request_stop();
    QVERIFY_EXCEPTION_THROWN(run.step({"train", 2, 3}), cf::Cancelled);
}

void TstRunContext::isSilentByDefault()
{
    cf::RunContext run;
    run.step({"train", 1, 3});
    run.log(cf::LogLevel::Info, "nobody listens");
    QVERIFY(!run.stopRequested());
}

void TstRunContext::resultCarriesTheErrorOut()
{
    QCOMPARE(quarter(8).value(), 2);
    QVERIFY(!quarter(6).ok());
    QCOMPARE(quarter(6).error().detail, std::string("odd"));
}

void TstRunContext::resultThrowsOnDemand()
{
    QCOMPARE(half(8).orThrow(), 4);
    QVERIFY_EXCEPTION_THROWN((void)half(7).orThrow(), cf::Failure);
}

QTEST_GUILESS_MAIN(TstRunContext)
#include "tst_run_context.moc"
