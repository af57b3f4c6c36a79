#include "core/engine/detail/cost_volume.h"
#include "tests/engine/random_tensors.h"

#include <QTest>

#include <stdexcept>
#include <string>

using namespace cf::engine::detail;
using torch::indexing::Slice;

namespace {

/// One channel pair (x, y) per place; templates of one image: [1, 1, 2, P].
torch::Tensor directions(const std::vector<std::pair<float, float>> &places)
{
    auto tensor = torch::empty({1, 2, static_cast<std::int64_t>(places.size())});
    for (std::size_t i = 0; i < places.size(); ++i) {
        tensor[0][0][static_cast<std::int64_t>(i)] = places[i].first;
        tensor[0][1][static_cast<std::int64_t>(i)] = places[i].second;
    }
    return tensor;
}

MatchingOptions keeping(std::int64_t count, MatchOrder order = MatchOrder::Template)
{
    MatchingOptions options;
    options.keep = count;
    options.order = order;
    return options;
}

std::string complaintAbout(const torch::Tensor &query, const torch::Tensor &templates)
{
    try {
        matchingCost(query, templates);
    } catch (const std::invalid_argument &error) {
        return error.what();
    }
    return {};
}

} // namespace

class TstCostVolume : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheCosineDistanceOfHandMadeVectors();
    void isZeroForTheSameImage();
    void staysBetweenZeroAndTwo();
    void doesNotDependOnTheLengthOfVectors();
    void countsCandidatesByTemplateThenPlace();
    void keepsTemplateOrderAmongTheBest();
    void sortsTheBestWhenAsked();
    void keepsAllWhenThereAreFewer();
    void isTheSameInTilesAsInOnePiece_data();
    void isTheSameInTilesAsInOnePiece();
    void sharesTemplatesAcrossTheBatch();
    void forgetsTheOrderOfTemplatesWhenAscending();
    void followsAShiftOfTheInput();
    void takesTheMinimumOverAllMatches();
    void matchesEveryLayerOnItsOwn();
    void survivesAZeroVectorWithAnEpsilon();
    void enlargesCornersOntoCorners();
    void enlargesEveryLayerOfTheVolume();
    void namesTheAxisThatDoesNotFit_data();
    void namesTheAxisThatDoesNotFit();
};

void TstCostVolume::isTheCosineDistanceOfHandMadeVectors()
{
    const auto query = directions({{1, 0}, {3, 4}});
    const auto templates = directions({{2, 0}, {0, 5}, {-1, 0}}).unsqueeze(1);
    const auto expected = torch::tensor({{0.0F, 1.0F, 2.0F}, {0.4F, 0.2F, 1.6F}}).unsqueeze(0);
    QVERIFY(maxDifference(matchingCost(query, templates), expected) < 1e-6);
}

void TstCostVolume::isZeroForTheSameImage()
{
    const auto image = randomTensor(1, {1, 16, 25});
    const auto cost = matchingCost(image, image.unsqueeze(1))[0];
    QVERIFY(cost.diagonal().abs().max().item<double>() < 1e-6);
    // Every place finds itself, and nothing else is as near.
    QVERIFY(torch::equal(cost.argmin(1), torch::arange(25)));
}

void TstCostVolume::staysBetweenZeroAndTwo()
{
    const auto image = randomTensor(2, {1, 3, 40});
    const auto cost = matchingCost(image, torch::stack({image, -image}, 1));
    QVERIFY(cost.min().item<double>() > -1e-6);
    QVERIFY(cost.max().item<double>() < 2.0 + 1e-6);
    QVERIFY(cost.max().item<double>() > 2.0 - 1e-6); // a place against its own negative
}

void TstCostVolume::doesNotDependOnTheLengthOfVectors()
{
    const auto query = randomTensor(3, {1, 8, 9});
    const auto templates = randomTensor(4, {1, 2, 8, 9});
    const auto longer = query * (1.0 + randomUnit(5, {1, 1, 9}));
    QVERIFY(maxDifference(matchingCost(query, templates), matchingCost(longer, 7.0 * templates)) <
            1e-6);
}

void TstCostVolume::countsCandidatesByTemplateThenPlace()
{
    const auto query = directions({{1, 0}});
    auto templates = directions({{0, 1}, {0, 1}, {0, 1}}).unsqueeze(1).repeat({1, 2, 1, 1});
    templates.index_put_({0, 1, Slice(), 2}, torch::tensor({1.0F, 0.0F})); // template 1, place 2
    const auto matches = keepBest(query, templates, keeping(1));
    QCOMPARE(matches.index.item<std::int64_t>(), std::int64_t{1 * 3 + 2});
}

void TstCostVolume::keepsTemplateOrderAmongTheBest()
{
    // Costs 0.2, 1, 0, 0.4, 2: the three smallest in the order of the template.
    const auto query = directions({{1, 0}});
    const auto templates = directions({{4, 3}, {0, 1}, {1, 0}, {3, 4}, {-1, 0}}).unsqueeze(1);
    const auto matches = keepBest(query, templates, keeping(3));
    QVERIFY(torch::equal(matches.index.flatten(), torch::tensor({0, 2, 3}, torch::kInt64)));
    QVERIFY(maxDifference(matches.cost.flatten(), torch::tensor({0.2F, 0.0F, 0.4F})) < 1e-6);
}

void TstCostVolume::sortsTheBestWhenAsked()
{
    const auto query = directions({{1, 0}});
    const auto templates = directions({{4, 3}, {0, 1}, {1, 0}, {3, 4}, {-1, 0}}).unsqueeze(1);
    const auto matches = keepBest(query, templates, keeping(3, MatchOrder::Ascending));
    QVERIFY(torch::equal(matches.index.flatten(), torch::tensor({2, 0, 3}, torch::kInt64)));
    QVERIFY(maxDifference(matches.cost.flatten(), torch::tensor({0.0F, 0.2F, 0.4F})) < 1e-6);
}

void TstCostVolume::keepsAllWhenThereAreFewer()
{
    const auto query = randomTensor(6, {2, 5, 7});
    const auto templates = randomTensor(7, {2, 3, 5, 4});
    const auto matches = keepBest(query, templates, keeping(1000));
    QCOMPARE(matches.cost.size(2), std::int64_t{12});
    QVERIFY(maxDifference(matches.cost, matchingCost(query, templates)) < 1e-6);
    QVERIFY(torch::equal(matches.index[1][3], torch::arange(12)));
}

void TstCostVolume::isTheSameInTilesAsInOnePiece_data()
{
    QTest::addColumn<int>("tileBytes");
    QTest::addColumn<int>("order");
    for (const auto order : {MatchOrder::Template, MatchOrder::Ascending}) {
        const auto name = order == MatchOrder::Template ? "template" : "ascending";
        QTest::addRow("one row a tile, %s", name) << 1 << static_cast<int>(order);
        QTest::addRow("the last tile is short, %s", name) << 4 * 120 * 7 << static_cast<int>(order);
    }
}

void TstCostVolume::isTheSameInTilesAsInOnePiece()
{
    QFETCH(int, tileBytes);
    QFETCH(int, order);
    const auto query = randomTensor(8, {2, 6, 30});
    const auto templates = randomTensor(9, {2, 4, 6, 30});
    auto options = keeping(17, static_cast<MatchOrder>(order));
    const auto whole = keepBest(query, templates, options);
    options.tileBytes = tileBytes;
    const auto tiled = keepBest(query, templates, options);
    QVERIFY(torch::equal(whole.index, tiled.index));
    // A matrix product of other height may be summed in another order.
    QVERIFY(maxDifference(whole.cost, tiled.cost) < 1e-6);
    QVERIFY(maxDifference(whole.minimum, tiled.minimum) < 1e-6);
}

void TstCostVolume::sharesTemplatesAcrossTheBatch()
{
    const auto query = randomTensor(10, {3, 4, 9});
    const auto templates = randomTensor(11, {1, 2, 4, 9});
    const auto shared = keepBest(query, templates, keeping(5));
    const auto copied = keepBest(query, templates.expand({3, -1, -1, -1}), keeping(5));
    QVERIFY(torch::equal(shared.index, copied.index));
    QVERIFY(maxDifference(shared.cost, copied.cost) == 0.0);
}

void TstCostVolume::forgetsTheOrderOfTemplatesWhenAscending()
{
    const auto query = randomTensor(12, {1, 4, 9});
    const auto templates = randomTensor(13, {1, 3, 4, 9});
    const auto permuted = templates.index_select(1, torch::tensor({2, 0, 1}));
    const auto options = keeping(6, MatchOrder::Ascending);
    QVERIFY(maxDifference(keepBest(query, templates, options).cost,
                          keepBest(query, permuted, options).cost) < 1e-6);
    // In template order the channels do tell templates apart, but their set is the same.
    const auto inOrder = keepBest(query, templates, keeping(6)).cost;
    const auto inOther = keepBest(query, permuted, keeping(6)).cost;
    QVERIFY(maxDifference(inOrder, inOther) > 1e-3);
    QVERIFY(maxDifference(std::get<0>(inOrder.sort(2)), std::get<0>(inOther.sort(2))) < 1e-6);
}

void TstCostVolume::followsAShiftOfTheInput()
{
    const auto query = randomTensor(14, {1, 4, 6, 6});
    const auto templates = randomTensor(15, {1, 2, 4, 6, 6});
    const auto still = buildCostVolume({query}, {templates}, keeping(10));
    const auto moved = buildCostVolume({query.roll({1, 2}, {2, 3})}, {templates}, keeping(10));
    QVERIFY(maxDifference(still.volume.roll({1, 2}, {3, 4}), moved.volume) < 1e-6);
    QVERIFY(maxDifference(still.initialMap.roll({1, 2}, {2, 3}), moved.initialMap) < 1e-6);
}

void TstCostVolume::takesTheMinimumOverAllMatches()
{
    const auto query = randomTensor(16, {2, 4, 3, 5});
    const auto templates = randomTensor(17, {2, 2, 4, 3, 5});
    const auto built = buildCostVolume({query}, {templates}, keeping(2));
    const auto all = matchingCost(query.flatten(2), templates.flatten(3));
    QVERIFY(maxDifference(built.initialMap, all.amin(2).view({2, 1, 3, 5})) < 1e-6);
    QCOMPARE(built.volume.sizes(), c10::IntArrayRef({2, 2, 1, 3, 5}));
}

void TstCostVolume::matchesEveryLayerOnItsOwn()
{
    const std::vector<torch::Tensor> query = {randomTensor(18, {1, 4, 3, 3}),
                                              randomTensor(19, {1, 7, 3, 3})};
    const std::vector<torch::Tensor> templates = {randomTensor(20, {1, 2, 4, 3, 3}),
                                                  randomTensor(21, {1, 2, 7, 3, 3})};
    const auto both = buildCostVolume(query, templates, keeping(5));
    for (std::size_t l = 0; l < 2; ++l) {
        const auto alone = buildCostVolume({query[l]}, {templates[l]}, keeping(5));
        QVERIFY(torch::equal(both.volume.select(2, static_cast<std::int64_t>(l)),
                             alone.volume.select(2, 0)));
    }
}

void TstCostVolume::survivesAZeroVectorWithAnEpsilon()
{
    auto query = randomTensor(22, {1, 4, 3});
    query.select(2, 1).zero_();
    const auto templates = randomTensor(23, {1, 1, 4, 3});
    QVERIFY(matchingCost(query, templates).isnan().any().item<bool>());
    const auto cost = matchingCost(query, templates, 1e-8);
    QVERIFY(!cost.isnan().any().item<bool>());
    QVERIFY(maxDifference(cost.select(1, 1), torch::ones({1, 3})) < 1e-6);
}

void TstCostVolume::enlargesCornersOntoCorners()
{
    const auto small = torch::tensor({{0.0F, 1.0F}, {2.0F, 3.0F}}).view({1, 1, 2, 2});
    const auto large = enlarge(small, 3, 3, Enlarge::AlignCorners);
    const auto expected =
        torch::tensor({{0.0F, 0.5F, 1.0F}, {1.0F, 1.5F, 2.0F}, {2.0F, 2.5F, 3.0F}});
    QVERIFY(maxDifference(large.view({3, 3}), expected) < 1e-6);
    // Half-pixel centres: the border repeats, the middle of 4 lies between.
    const auto half = enlarge(small, 4, 4, Enlarge::HalfPixel).view({4, 4});
    QVERIFY(maxDifference(half[0], torch::tensor({0.0F, 0.25F, 0.75F, 1.0F})) < 1e-6);
}

void TstCostVolume::enlargesEveryLayerOfTheVolume()
{
    const auto volume = randomUnit(24, {2, 5, 3, 4, 4});
    for (const auto mode : {Enlarge::AlignCorners, Enlarge::HalfPixel}) {
        const auto large = enlargeVolume(volume, 8, mode);
        QCOMPARE(large.sizes(), c10::IntArrayRef({2, 5, 3, 8, 8}));
        for (std::int64_t l = 0; l < 3; ++l)
            QVERIFY(maxDifference(large.select(2, l), enlarge(volume.select(2, l), 8, 8, mode)) <
                    1e-6);
    }
}

void TstCostVolume::namesTheAxisThatDoesNotFit_data()
{
    QTest::addColumn<QList<int>>("query");
    QTest::addColumn<QList<int>>("templates");
    QTest::addColumn<QString>("named");
    QTest::newRow("batch") << QList<int>{2, 4, 9} << QList<int>{3, 1, 4, 9}
                           << QStringLiteral("axis B");
    QTest::newRow("channels") << QList<int>{2, 4, 9} << QList<int>{2, 1, 5, 9}
                              << QStringLiteral("axis C");
    QTest::newRow("query without batch")
        << QList<int>{4, 9} << QList<int>{1, 1, 4, 9} << QStringLiteral("query");
    QTest::newRow("templates without number")
        << QList<int>{1, 4, 9} << QList<int>{1, 4, 9} << QStringLiteral("templates");
}

void TstCostVolume::namesTheAxisThatDoesNotFit()
{
    QFETCH(QList<int>, query);
    QFETCH(QList<int>, templates);
    QFETCH(QString, named);
    const auto ones = [](const QList<int> &shape) {
        return torch::ones(std::vector<std::int64_t>(shape.begin(), shape.end()));
    };
    const auto complaint = complaintAbout(ones(query), ones(templates));
    QVERIFY2(QString::fromStdString(complaint).contains(named), complaint.c_str());
    QVERIFY_EXCEPTION_THROWN(buildCostVolume({ones({1, 4, 3, 3})}, {}, keeping(1)),
                             std::invalid_argument);
}

QTEST_GUILESS_MAIN(TstCostVolume)
#include "tst_cost_volume.moc"
