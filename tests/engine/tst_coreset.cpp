#include "core/engine/detail/coreset.h"
#include "tests/engine/random_tensors.h"

#include <QTest>
#include <torch/torch.h>

#include <algorithm>
#include <limits>
#include <set>

using namespace cf;
using namespace cf::engine::detail;

namespace {

/// Largest distance of a row to its nearest of `chosen`.
double coveringRadius(const torch::Tensor &rows, const std::vector<std::int64_t> &chosen)
{
    const auto kept = rows.index_select(0, torch::tensor(chosen));
    return std::get<0>(torch::cdist(rows, kept).min(1)).max().item<double>();
}

/// The smallest covering radius that `count` rows can have, by trying them all.
double smallestRadius(const torch::Tensor &rows, std::int64_t count)
{
    std::vector<bool> picked(static_cast<std::size_t>(rows.size(0)), false);
    std::fill(picked.end() - count, picked.end(), true);
    double smallest = std::numeric_limits<double>::infinity();
    do {
        std::vector<std::int64_t> chosen;
        for (std::size_t i = 0; i < picked.size(); ++i)
            if (picked[i])
                chosen.push_back(static_cast<std::int64_t>(i));
        smallest = std::min(smallest, coveringRadius(rows, chosen));
    } while (std::next_permutation(picked.begin(), picked.end()));
    return smallest;
}

} // namespace

class TstCoreset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachChoiceIsTheFarthestFromAllEarlierOnes();
    void coversAtMostTwiceAsFarAsTheBestChoice();
    void theProjectionKeepsWhatIsFar();
    void choosesEveryKindBeforeAnyTwice();
    void dependsOnRowsAndSeedAlone();
    void stopsWhenAsked();
};

void TstCoreset::eachChoiceIsTheFarthestFromAllEarlierOnes()
{
    const auto rows = randomTensor(1, {80, 5});
    RunContext run;
    const auto chosen = greedyCoreset(rows, 30, 7, run);
    QCOMPARE(chosen.size(), std::size_t{30});
    QCOMPARE(std::set(chosen.begin(), chosen.end()).size(), chosen.size());
    const auto distance = torch::cdist(rows.to(torch::kFloat64), rows.to(torch::kFloat64));
    for (std::size_t i = 1; i < chosen.size(); ++i) {
        const auto earlier = torch::tensor(std::vector<std::int64_t>(
            chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(i)));
        const auto nearest = std::get<0>(distance.index_select(1, earlier).min(1));
        QCOMPARE(nearest.argmax().item<std::int64_t>(), chosen[i]);
    }
}

void TstCoreset::coversAtMostTwiceAsFarAsTheBestChoice()
{
    RunContext run;
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const auto rows = randomTensor(seed, {14, 3});
        const double radius = coveringRadius(rows, greedyCoreset(rows, 4, seed, run));
        const double best = smallestRadius(rows, 4);
        QVERIFY2(
            radius <= 2.0 * best + 1e-6,
            qPrintable(QStringLiteral("seed %1: %2, best %3").arg(seed).arg(radius).arg(best)));
    }
}

void TstCoreset::theProjectionKeepsWhatIsFar()
{
    // Forty groups in 600 dimensions, one of them of a single row: chance would hardly ever take
    // it.
    const auto centres = 4.0 * randomTensor(3, {40, 600});
    auto rows = centres.repeat_interleave(
        torch::cat({torch::full({39}, 25), torch::ones({1}, torch::kInt64)}), 0);
    rows = rows + 0.2 * randomTensor(4, rows.sizes());
    RunContext run;
    const auto chosen = greedyCoreset(rows, 40, 5, run);
    std::set<std::int64_t> groups;
    for (const auto row : chosen)
        groups.insert(row / 25);
    QCOMPARE(groups.size(), std::size_t{40});
}

void TstCoreset::choosesEveryKindBeforeAnyTwice()
{
    const auto rows = randomTensor(6, {5, 9}).repeat({12, 1});
    RunContext run;
    const auto chosen = greedyCoreset(rows, 5, 1, run);
    std::set<std::int64_t> kinds;
    for (const auto row : chosen)
        kinds.insert(row % 5);
    QCOMPARE(kinds.size(), std::size_t{5});
}

void TstCoreset::dependsOnRowsAndSeedAlone()
{
    const auto rows = randomTensor(8, {300, 200});
    RunContext run;
    QCOMPARE(greedyCoreset(rows, 25, 3, run), greedyCoreset(rows.clone(), 25, 3, run));
    QVERIFY(greedyCoreset(rows, 0, 3, run).empty());
    QCOMPARE(greedyCoreset(rows, 1000, 3, run).size(), std::size_t{300});
}

void TstCoreset::stopsWhenAsked()
{
    std::stop_source stop;
    RunContext run(stop.get_token(), [&](const Progress &progress) {
        if (progress.done > 0)
            stop.request_stop();
    });
    const auto rows = randomTensor(9, {400, 8});
    QVERIFY_EXCEPTION_THROWN(greedyCoreset(rows, 400, 0, run), Cancelled);
}

QTEST_GUILESS_MAIN(TstCoreset)
#include "tst_coreset.moc"
