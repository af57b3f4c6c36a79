#include "core/review/queue.h"

#include <QTest>
#include <algorithm>
#include <limits>
#include <random>

using namespace cf::review;

namespace {

QueueItem item(const char *category, const char *path, std::optional<double> score = {},
               std::optional<bool> defective = {}, std::optional<double> threshold = 0.5)
{
    return {0, category, path, score, threshold, defective};
}

std::string paths(const std::vector<QueueItem> &queue)
{
    std::string text;
    for (const QueueItem &entry : queue)
        text.append(entry.path.string()).append(1, ' ');
    return text.substr(0, text.size() - 1);
}

std::vector<QueueItem> many(int count)
{
    std::vector<QueueItem> queue;
    for (int i = 0; i < count; ++i)
        queue.push_back(item("bolt", std::to_string(10000 + i).c_str(), i * 0.1));
    return queue;
}

} // namespace

class TstQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sortsByEachOrder_data();
    void sortsByEachOrder();
    void doesNotDependOnTheOrderGiven();
    void measuresAgainstTheThresholdOfTheItem();
    void drawsLotsByTheSeed();
    void keepsTheLotsOfTheOthersWhenOneComes();
    void tellsWhichLabelsAreSuspect();
    void goesByBothThresholds();
    void comesByCostAtStake();
    void knowsItsOrdersByName();
};

void TstQueue::sortsByEachOrder_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("wanted");
    const auto row = [](QueueOrder order, const char *wanted) {
        QTest::newRow(toString(order)) << static_cast<int>(order) << QString::fromLatin1(wanted);
    };
    row(QueueOrder::Uncertainty, "near sure missed ok false unscored");
    row(QueueOrder::Score, "false sure near missed ok unscored");
    row(QueueOrder::Category, "false missed near ok sure unscored");
    row(QueueOrder::LabelSuspects, "false missed near sure ok unscored");
}

void TstQueue::sortsByEachOrder()
{
    QFETCH(int, order);
    QFETCH(QString, wanted);
    std::vector<QueueItem> queue = {
        item("a", "near", 0.55, true),   // 0.05 away, right
        item("a", "missed", 0.25, true), // 0.25 away, wrong
        item("a", "false", 0.95, false), // 0.45 away, wrong
        item("a", "ok", 0.0625, false),  // 0.4375 away, right
        item("b", "sure", 0.625, true),  // 0.125 away, right
        item("b", "unscored"),
    };
    sortQueue(queue, static_cast<QueueOrder>(order));
    QCOMPARE(QString::fromStdString(paths(queue)), wanted);
}

void TstQueue::doesNotDependOnTheOrderGiven()
{
    std::mt19937 random(1);
    for (const auto order :
         {QueueOrder::Uncertainty, QueueOrder::Score, QueueOrder::Category, QueueOrder::Random,
          QueueOrder::LabelSuspects, QueueOrder::CostAtStake}) {
        auto queue = many(50);
        for (std::size_t i = 0; i < queue.size(); ++i) // with ties, and one that is no number
            queue[i].score =
                i == 7 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(i % 5);
        auto shuffled = queue;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        sortQueue(queue, order, 3);
        sortQueue(shuffled, order, 3);
        QCOMPARE(paths(shuffled), paths(queue));
    }
}

void TstQueue::measuresAgainstTheThresholdOfTheItem()
{
    std::vector<QueueItem> queue = {item("a", "far", 10, {}, 8), item("b", "near", 1, {}, 2)};
    sortQueue(queue, QueueOrder::Uncertainty);
    QCOMPARE(paths(queue), std::string("near far"));
    QVERIFY(!uncertaintyDistance(item("a", "x", 1, {}, std::nullopt)));
    QCOMPARE(*uncertaintyDistance(queue.front()), 1.0);
}

void TstQueue::drawsLotsByTheSeed()
{
    auto first = many(200);
    auto again = first;
    auto other = first;
    sortQueue(first, QueueOrder::Random, 1);
    sortQueue(again, QueueOrder::Random, 1);
    sortQueue(other, QueueOrder::Random, 2);
    QCOMPARE(paths(first), paths(again));
    QVERIFY(paths(first) != paths(other));
    QVERIFY(paths(first) != paths(many(200)));
    // Pinned: a project that is opened on another machine keeps its queue.
    QCOMPARE(lotOf(item("bolt", "bolt/test/0.png"), 7), std::uint64_t{2350772412627746861U});
    // No half of the items is preferred.
    int early = 0;
    for (std::size_t i = 0; i < 100; ++i)
        early += first[i].path < "10100";
    QVERIFY2(early > 30 && early < 70, std::to_string(early).c_str());
}

void TstQueue::keepsTheLotsOfTheOthersWhenOneComes()
{
    auto fewer = many(50);
    auto more = many(51);
    sortQueue(fewer, QueueOrder::Random, 1);
    sortQueue(more, QueueOrder::Random, 1);
    std::erase_if(more, [](const QueueItem &entry) { return entry.path == "10050"; });
    QCOMPARE(paths(more), paths(fewer));
}

void TstQueue::tellsWhichLabelsAreSuspect()
{
    QVERIFY(isLabelSuspect(item("a", "x", 0.4, true)));
    QVERIFY(isLabelSuspect(item("a", "x", 0.5, false))); // anomalous from the threshold on
    QVERIFY(!isLabelSuspect(item("a", "x", 0.5, true)));
    QVERIFY(!isLabelSuspect(item("a", "x", 0.4, false)));
    QVERIFY(!isLabelSuspect(item("a", "x", 0.4)));
    QVERIFY(!isLabelSuspect(item("a", "x", {}, true)));
    QCOMPARE(*labelContradiction(item("a", "x", 0.25, true)), 0.25);
    QCOMPARE(*labelContradiction(item("a", "x", 0.25, false)), -0.25);
}

void TstQueue::goesByBothThresholds()
{
    const auto zoned = [](const char *path, double score, std::optional<bool> defective = {}) {
        auto made = item("a", path, score, defective, 6);
        made.zones = cf::metrics::ZoneThresholds{2, 6};
        return made;
    };
    std::vector<QueueItem> queue = {zoned("fails", 9), zoned("edge", 5.5), zoned("passes", 1),
                                    zoned("middle", 4)};
    sortQueue(queue, QueueOrder::Uncertainty);
    QCOMPARE(paths(queue), std::string("middle edge passes fails"));
    QCOMPARE(*uncertaintyDistance(zoned("x", 4)), -2.0);
    QCOMPARE(*uncertaintyDistance(zoned("x", 1)), 1.0);
    using cf::metrics::Zone;
    QVERIFY(zoneOf(zoned("x", 1)) == Zone::Pass);
    QVERIFY(zoneOf(zoned("x", 2)) == Zone::Review);
    QVERIFY(zoneOf(zoned("x", 6)) == Zone::Fail);
    QVERIFY(zoneOf(item("a", "x", 0.5)) == Zone::Fail); // of one threshold there is no middle
    QVERIFY(!zoneOf(item("a", "x")));
    // What a person looks at anyway is no suspect.
    QVERIFY(isLabelSuspect(zoned("x", 1, true)));
    QVERIFY(!isLabelSuspect(zoned("x", 3, true)));
    QVERIFY(!isLabelSuspect(zoned("x", 3, false)));
    QVERIFY(isLabelSuspect(zoned("x", 6, false)));
    QCOMPARE(*labelContradiction(zoned("x", 3, true)), -1.0);
    QCOMPARE(*labelContradiction(zoned("x", 7, false)), 1.0);
}

void TstQueue::comesByCostAtStake()
{
    const auto worth = [](const char *path, std::optional<double> cost) {
        auto made = item("a", path, 1);
        made.costAtStake = cost;
        return made;
    };
    std::vector<QueueItem> queue = {worth("unknown", {}), worth("little", -1), worth("much", 40),
                                    worth("some", 3)};
    sortQueue(queue, QueueOrder::CostAtStake);
    QCOMPARE(paths(queue), std::string("much some little unknown"));
}

void TstQueue::knowsItsOrdersByName()
{
    for (const auto order :
         {QueueOrder::Uncertainty, QueueOrder::Score, QueueOrder::Category, QueueOrder::Random,
          QueueOrder::LabelSuspects, QueueOrder::CostAtStake})
        QVERIFY(queueOrderFrom(toString(order)) == order);
    QVERIFY(!queueOrderFrom("worst"));
}

QTEST_GUILESS_MAIN(TstQueue)
#include "tst_queue.moc"
