#include "core/engine/detail/initial_map.h"
#include "tests/engine/random_tensors.h"

#include <QTest>

#include <stdexcept>

using namespace cf::engine::detail;

class TstInitialMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comparesTheSamePlacesOnly();
    void measuresTheResidualOverChannels();
    void replacesTheFirstLayerAlone();
    void weighsTheResidualAsEachVariantDoes();
    void refusesMapsOfDifferentShape();
};

void TstInitialMap::comparesTheSamePlacesOnly()
{
    const auto a = randomTensor(1, {2, 4, 3, 3});
    QVERIFY(positionCost(a, 3.0 * a, 1e-8).abs().max().item<double>() < 1e-6);
    auto b = a.clone();
    b.index_put_({1, torch::indexing::Slice(), 2, 0},
                 -a.index({1, torch::indexing::Slice(), 2, 0}));
    auto expected = torch::zeros({2, 3, 3});
    expected[1][2][0] = 2.0F;
    QVERIFY(maxDifference(positionCost(a, b, 1e-8), expected) < 1e-6);
}

void TstInitialMap::measuresTheResidualOverChannels()
{
    auto a = torch::zeros({1, 2, 1, 2});
    auto b = a.clone();
    b[0][0][0][1] = 3.0F;
    b[0][1][0][1] = -4.0F;
    QVERIFY(maxDifference(reconstructionResidual(a, b),
                          torch::tensor({0.0F, 5.0F}).view({1, 1, 1, 2})) < 1e-6);
}

void TstInitialMap::replacesTheFirstLayerAlone()
{
    const auto map = randomUnit(2, {2, 4, 8, 8});
    const auto before = map.clone();
    const auto mixed = mixResidual(map, randomUnit(3, {2, 1, 4, 4}), ResidualMix::Plain);
    QVERIFY(torch::equal(map, before));
    QCOMPARE(mixed.sizes(), map.sizes());
    QVERIFY(torch::equal(mixed.narrow(1, 1, 3), map.narrow(1, 1, 3)));
    QVERIFY(maxDifference(mixed.select(1, 0), map.select(1, 0)) > 1e-3);
}

void TstInitialMap::weighsTheResidualAsEachVariantDoes()
{
    // Mean of the layers 0.5, residual 17 everywhere.
    auto map = torch::zeros({1, 2, 2, 2});
    map.select(1, 1).fill_(1.0F);
    const auto residual = torch::full({1, 1, 2, 2}, 17.0F);
    const auto first = [&](ResidualMix mix) {
        return mixResidual(map, residual, mix)[0][0][1][1].item<double>();
    };
    QVERIFY(std::abs(first(ResidualMix::Plain) - 0.51) < 1e-6);
    QVERIFY(std::abs(first(ResidualMix::TransportTraining) - 2.2 / 70.0) < 1e-6);
    QVERIFY(std::abs(first(ResidualMix::TransportTest) - 2.2 / 40.0) < 1e-6);
}

void TstInitialMap::refusesMapsOfDifferentShape()
{
    const auto a = torch::zeros({1, 2, 3, 3});
    const auto b = torch::zeros({1, 2, 3, 4});
    QVERIFY_EXCEPTION_THROWN(positionCost(a, b), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(reconstructionResidual(a, b), std::invalid_argument);
}

QTEST_GUILESS_MAIN(TstInitialMap)
#include "tst_initial_map.moc"
