#include "core/imaging/parallel_loader.h"
#include "tests/result_check.h"

#include <atomic>
#include <latch>
#include <memory>
#include <semaphore>
#include <stdexcept>

using cf::Result;
using cf::imaging::ParallelLoader;

class TstParallelLoader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesEverythingInOrder();
    void keepsTheOrderWhenTheFirstIsTheLastToFinish();
    void loadsSeveralAtATime();
    void neverRunsFurtherAheadThanAllowed();
    void handsAnErrorOutInItsPlace();
    void rethrowsWhatTheLoadThrew();
    void endsAtOnceForNoItems();
    void carriesMoveOnlyThings();
    void canBeDestroyedHalfWay();
    void canBeDestroyedWhileLoading();
};

void TstParallelLoader::givesEverythingInOrder()
{
    for (const std::size_t threads : {1U, 3U, 8U})
        for (const std::size_t ahead : {1U, 2U, 50U}) {
            ParallelLoader<int> loader(
                200, [](std::size_t index) -> Result<int> { return static_cast<int>(index) * 3; },
                {threads, ahead});
            for (int i = 0; i < 200; ++i) {
                const auto item = loader.next();
                QVERIFY(item.has_value());
                QCOMPARE(item->value(), i * 3);
            }
            QVERIFY(!loader.next().has_value());
            QVERIFY(!loader.next().has_value());
        }
}

void TstParallelLoader::keepsTheOrderWhenTheFirstIsTheLastToFinish()
{
    std::latch othersLoaded(3);
    ParallelLoader<int> loader(4,
                               [&](std::size_t index) -> Result<int> {
                                   if (index == 0)
                                       othersLoaded.wait();
                                   else
                                       othersLoaded.count_down();
                                   return static_cast<int>(index);
                               },
                               {2, 4});
    for (int i = 0; i < 4; ++i)
        QCOMPARE(loader.next()->value(), i);
}

void TstParallelLoader::loadsSeveralAtATime()
{
    std::latch together(4); // passes only if four loads are under way at once
    ParallelLoader<int> loader(4,
                               [&](std::size_t index) -> Result<int> {
                                   together.arrive_and_wait();
                                   return static_cast<int>(index);
                               },
                               {4, 4});
    for (int i = 0; i < 4; ++i)
        QCOMPARE(loader.next()->value(), i);
}

void TstParallelLoader::neverRunsFurtherAheadThanAllowed()
{
    constexpr std::size_t kAhead = 3;
    std::atomic<std::size_t> given = 0;
    std::atomic<bool> tooFar = false;
    ParallelLoader<int> loader(
        500,
        [&](std::size_t index) -> Result<int> {
            if (index >
                given.load() + kAhead) // next() may have given one more that is not counted yet
                tooFar = true;
            return 0;
        },
        {4, kAhead});
    while (loader.next())
        ++given;
    QCOMPARE(given.load(), std::size_t{500});
    QVERIFY(!tooFar);
}

void TstParallelLoader::handsAnErrorOutInItsPlace()
{
    ParallelLoader<int> loader(3,
                               [](std::size_t index) -> Result<int> {
                                   if (index == 1)
                                       return cf::Error::make(cf::ErrorCode::BadData, "the second");
                                   return static_cast<int>(index);
                               },
                               {2, 2});
    QVERIFY(loader.next()->ok());
    const auto second = loader.next();
    QVERIFY(!second->ok());
    QCOMPARE(second->error().detail, std::string("the second"));
    QCOMPARE(loader.next()->value(), 2);
}

void TstParallelLoader::rethrowsWhatTheLoadThrew()
{
    ParallelLoader<int> loader(2,
                               [](std::size_t index) -> Result<int> {
                                   if (index == 0)
                                       throw std::runtime_error("out of the blue");
                                   return 1;
                               },
                               {2, 2});
    QVERIFY_EXCEPTION_THROWN((void)loader.next(), std::runtime_error);
    QCOMPARE(loader.next()->value(), 1);
    QVERIFY(!loader.next());
}

void TstParallelLoader::endsAtOnceForNoItems()
{
    ParallelLoader<int> loader(0, [](std::size_t) -> Result<int> { return 1; });
    QVERIFY(!loader.next().has_value());
}

void TstParallelLoader::carriesMoveOnlyThings()
{
    ParallelLoader<std::unique_ptr<int>> loader(
        2, [](std::size_t index) -> Result<std::unique_ptr<int>> {
            return std::make_unique<int>(static_cast<int>(index));
        });
    QCOMPARE(*loader.next()->value(), 0);
    QCOMPARE(*loader.next()->value(), 1);
}

void TstParallelLoader::canBeDestroyedHalfWay()
{
    std::atomic<int> loads = 0;
    {
        ParallelLoader<int> loader(1000,
                                   [&](std::size_t) -> Result<int> {
                                       ++loads;
                                       return 0;
                                   },
                                   {4, 8});
        QVERIFY(loader.next().has_value());
    }
    QVERIFY(loads <= 9); // what was given and what may lie ahead of it
}

void TstParallelLoader::canBeDestroyedWhileLoading()
{
    std::latch started(1);
    std::binary_semaphore proceed(0);
    std::atomic<int> finished = 0;
    std::jthread releaser;
    {
        ParallelLoader<int> loader(1000,
                                   [&](std::size_t index) -> Result<int> {
                                       if (index == 0) {
                                           started.count_down();
                                           proceed.acquire();
                                       }
                                       ++finished;
                                       return 0;
                                   },
                                   {1, 4});
        started.wait();
        // Lets the load end from another thread while this one is in the destructor, or just before
        // it.
        releaser = std::jthread([&] { proceed.release(); });
    }
    QVERIFY(finished >= 1); // the load under way was waited for
    QVERIFY(finished <= 4);
}

QTEST_GUILESS_MAIN(TstParallelLoader)
#include "tst_parallel_loader.moc"
