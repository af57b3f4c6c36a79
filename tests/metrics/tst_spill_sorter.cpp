#include "core/metrics/pixel_records.h"
#include "core/metrics/spill_sorter.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <algorithm>
#include <fcntl.h>
#include <limits>
#include <map>
#include <random>

using cf::metrics::detail::AnomalousPixels;
using cf::metrics::detail::kWholeRegion;
using cf::metrics::detail::NormalPixels;
using cf::metrics::detail::SpillFile;
using cf::metrics::detail::SpillSorter;

class TstSpillSorter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sortsAnyKey();
    void mergesRunsInOrder_data();
    void mergesRunsInOrder();
    void keepsCountsThatWouldOverflow();
    void keepsSharesThatWouldOverflow();
    void isEmptyWithoutRecords();
    void readsBackWhatWasAppended();
    void saysThatTheDiskIsFull();
    void saysThatTheFileIsTooShort();
    void saysThatTheFolderIsMissing();
};

void TstSpillSorter::sortsAnyKey()
{
    std::mt19937 random(1);
    for (const std::size_t count :
         {std::size_t{0}, std::size_t{1}, std::size_t{300}, std::size_t{20000}}) {
        std::vector<NormalPixels> records;
        for (std::size_t i = 0; i < count; ++i)
            records.push_back(
                {static_cast<std::uint32_t>(random()), static_cast<std::uint32_t>(i)});
        auto expected = records;
        std::sort(expected.begin(), expected.end(), [](auto &a, auto &b) { return a.key < b.key; });
        std::vector<NormalPixels> scratch;
        cf::metrics::detail::sortByKey(records, scratch);
        QVERIFY(std::equal(records.begin(), records.end(), expected.begin(), expected.end(),
                           [](auto &a, auto &b) { return a.key == b.key; }));
    }
}

void TstSpillSorter::mergesRunsInOrder_data()
{
    QTest::addColumn<unsigned>("distinctKeys");
    QTest::addColumn<unsigned>("budgetBytes");
    QTest::newRow("all in memory") << 100000U << 100000000U;
    QTest::newRow("many runs") << 100000U << 4000U;
    QTest::newRow("runs of several windows") << 100000U << 100000U;
    QTest::newRow("many ties, many runs") << 400U << 2000U;
    QTest::newRow("many ties, no run") << 50U << 2000U;
}

void TstSpillSorter::mergesRunsInOrder()
{
    QFETCH(unsigned, distinctKeys);
    QFETCH(unsigned, budgetBytes);
    SpillSorter<NormalPixels> sorter(budgetBytes, {});
    std::map<std::uint32_t, std::uint64_t> expected;
    std::mt19937 random(2);
    for (int i = 0; i < 50000; ++i) {
        const std::uint32_t key = random() % distinctKeys;
        ++expected[key];
        CF_VERIFY(sorter.add({key, 1}));
    }
    std::map<std::uint32_t, std::uint64_t> found;
    auto cursor = sorter.sorted();
    CF_VERIFY(cursor);
    NormalPixels record;
    std::uint32_t before = 0;
    for (;;) {
        const auto more = cursor->next(record);
        CF_VERIFY(more);
        if (!*more)
            break;
        QVERIFY(record.key >= before);
        before = record.key;
        found[record.key] += record.count;
    }
    QVERIFY(found == expected);
    QCOMPARE(sorter.runCount() > 0, budgetBytes < 1000000 && distinctKeys > 100);
}

void TstSpillSorter::keepsCountsThatWouldOverflow()
{
    constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();
    SpillSorter<NormalPixels> sorter(1000, {});
    CF_VERIFY(sorter.add({5, kMost}));
    CF_VERIFY(sorter.add({5, 2}));
    auto cursor = sorter.sorted();
    CF_VERIFY(cursor);
    std::uint64_t sum = 0;
    NormalPixels record;
    while (cursor->next(record).value())
        sum += record.count;
    QCOMPARE(sum, std::uint64_t{kMost} + 2);
}

void TstSpillSorter::keepsSharesThatWouldOverflow()
{
    // More whole regions of one score than 64 bits hold.
    SpillSorter<AnomalousPixels> sorter(100000, {});
    for (int i = 0; i < 10000; ++i)
        CF_VERIFY(sorter.add({5, 1, kWholeRegion}));
    auto cursor = sorter.sorted();
    CF_VERIFY(cursor);
    cf::metrics::detail::CoveredRegions covered;
    AnomalousPixels record;
    while (cursor->next(record).value())
        covered.add(record.share);
    QVERIFY(covered.value() == 10000.0);
}

void TstSpillSorter::isEmptyWithoutRecords()
{
    SpillSorter<NormalPixels> sorter(1000, {});
    auto cursor = sorter.sorted();
    CF_VERIFY(cursor);
    NormalPixels record;
    QVERIFY(!cursor->next(record).value());
}

void TstSpillSorter::readsBackWhatWasAppended()
{
    auto file = SpillFile::create({});
    CF_VERIFY(file);
    const std::vector<int> numbers = {1, 2, 3, 4, 5};
    CF_VERIFY(file->append(std::as_bytes(std::span(numbers))));
    CF_VERIFY(file->append(std::as_bytes(std::span(numbers))));
    QCOMPARE(file->sizeBytes(), std::uint64_t{10 * sizeof(int)});
    std::vector<int> back(3);
    CF_VERIFY(file->read(4 * sizeof(int), std::as_writable_bytes(std::span(back))));
    QCOMPARE(back, (std::vector<int>{5, 1, 2}));
}

void TstSpillSorter::saysThatTheDiskIsFull()
{
    const int descriptor = ::open("/dev/full", O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        QSKIP("no /dev/full on this system");
    SpillFile file(descriptor);
    const std::vector<int> numbers = {1, 2, 3};
    const auto result = file.append(std::as_bytes(std::span(numbers)));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::DiskFull);
    QVERIFY(result.error().detail.find("memory budget") != std::string::npos);
}

void TstSpillSorter::saysThatTheFileIsTooShort()
{
    auto file = SpillFile::create({});
    CF_VERIFY(file);
    std::vector<int> back(3);
    const auto result = file->read(0, std::as_writable_bytes(std::span(back)));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::Failed);
}

void TstSpillSorter::saysThatTheFolderIsMissing()
{
    QTemporaryDir folder;
    const auto place = std::filesystem::path(folder.path().toStdString()) / "gone";
    const auto file = SpillFile::create(place);
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, cf::ErrorCode::NotFound);
    QVERIFY(file.error().detail.find(place.string()) != std::string::npos);
}

QTEST_GUILESS_MAIN(TstSpillSorter)
#include "tst_spill_sorter.moc"
