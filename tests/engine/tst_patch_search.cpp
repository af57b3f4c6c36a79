#include "core/engine/detail/patch_search.h"
#include "tests/engine/random_tensors.h"

#include <QTest>
#include <torch/torch.h>

#include <cmath>

using namespace cf::engine::detail;

class TstPatchSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheNearestInTilesOfAnySize_data();
    void findsTheNearestInTilesOfAnySize();
    void doesNotFindWhatIsBarred();
    void reweightsAHandMadeNeighbourhood();
    void anImageScoresByItsWorstHundredth();
};

void TstPatchSearch::findsTheNearestInTilesOfAnySize_data()
{
    QTest::addColumn<int>("k");
    QTest::addColumn<int>("tile");
    QTest::newRow("one neighbour") << 1 << 7;
    QTest::newRow("several, the last tile short") << 5 << 8;
    QTest::newRow("more than a tile holds") << 6 << 4;
    QTest::newRow("one tile") << 3 << 1000;
    QTest::newRow("more than there are") << 60 << 9;
}

void TstPatchSearch::findsTheNearestInTilesOfAnySize()
{
    QFETCH(const int, k);
    QFETCH(const int, tile);
    const auto query = randomTensor(1, {11, 6});
    const auto memory = randomTensor(2, {53, 6});
    const auto found = nearestPatches(query, memory, k, {}, tile);
    const auto [distance, index] =
        torch::cdist(query.to(torch::kFloat64), memory.to(torch::kFloat64))
            .topk(std::min(k, 53), 1, /*largest=*/false);
    QVERIFY(torch::equal(found.index, index));
    QVERIFY(maxDifference(found.squared, distance.square()) < 1e-5);
}

void TstPatchSearch::doesNotFindWhatIsBarred()
{
    const auto memory = randomTensor(3, {20, 4});
    auto barred = torch::zeros({20}, torch::kBool);
    barred[6] = true;
    const auto query = memory.slice(0, 6, 7);
    QCOMPARE(nearestPatches(query, memory, 1, {}, 8).index.item<std::int64_t>(), std::int64_t{6});
    const auto found = nearestPatches(query, memory, 1, barred, 8);
    auto distance = torch::cdist(query, memory);
    distance[0][6] = 100.0;
    QCOMPARE(found.index.item<std::int64_t>(), distance.argmin().item<std::int64_t>());
}

void TstPatchSearch::reweightsAHandMadeNeighbourhood()
{
    // Equation 7 with s* = 2 and a neighbourhood at 2 and 3: (1 - e^2 / (e^2 + e^3)) * 2.
    const double expected = 2.0 * std::exp(3.0) / (std::exp(2.0) + std::exp(3.0));
    QVERIFY(std::abs(reweightedScore(torch::tensor({2.0F, 3.0F})) - expected) < 1e-6);
    // A match whose surroundings are just as far is a common one: half of the score is left.
    QVERIFY(std::abs(reweightedScore(torch::tensor({5.0F, 5.0F})) - 2.5) < 1e-6);
    QCOMPARE(reweightedScore(torch::tensor({2.0F})), 2.0);
    // Exponentials of large distances are beyond any float.
    const double large = reweightedScore(torch::tensor({1000.0F, 1001.0F}));
    QVERIFY(std::abs(large - 1000.0 * std::exp(1.0) / (1.0 + std::exp(1.0))) < 1e-3);
}

void TstPatchSearch::anImageScoresByItsWorstHundredth()
{
    auto distances = torch::zeros({20, 20});
    distances[3][4] = 8.0;
    distances[9][9] = 6.0;
    distances[0][0] = 4.0;
    distances[19][19] = 2.0;
    distances[7][7] = 1.0; // the fifth of four that count
    QCOMPARE(topShareMean(distances), 5.0);
    QCOMPARE(topShareMean(torch::tensor({0.25F, 3.0F, 1.0F})), 3.0); // at least one counts
}

QTEST_GUILESS_MAIN(TstPatchSearch)
#include "tst_patch_search.moc"
