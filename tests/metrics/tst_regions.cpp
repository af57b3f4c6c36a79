#include "core/metrics/pixel_records.h"
#include "core/metrics/regions.h"
#include "tests/metrics/brute_force.h"

#include <QTest>
#include <cmath>

using cf::metrics::labelRegions;

class TstRegions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void joinsPixelsThatTouchAtACorner();
    void keepsRegionsApartAcrossTheEdge();
    void joinsBranchesThatMeetLate();
    void isEmptyWithoutForeground();
    void agreesWithFloodFill();
    void dealsOutExactlyOneRegion();
    void keepsTheOrderOfScoresInKeys();
};

void TstRegions::joinsPixelsThatTouchAtACorner()
{
    const std::vector<std::uint8_t> mask = {1, 1, 0, 0, //
                                            1, 1, 0, 0, //
                                            0, 0, 9, 9, //
                                            0, 0, 9, 9};
    const auto regions = labelRegions(mask, 4);
    QCOMPARE(regions.areaPx, std::vector<std::uint32_t>{8});
    // The other diagonal.
    QCOMPARE(labelRegions(std::vector<std::uint8_t>{0, 1, 1, 0}, 2).areaPx,
             std::vector<std::uint32_t>{2});
}

void TstRegions::keepsRegionsApartAcrossTheEdge()
{
    // The end of a row and the start of the next are neighbours in memory only.
    const std::vector<std::uint8_t> mask = {0, 0, 0, 1, //
                                            0, 0, 0, 0, //
                                            1, 0, 0, 1, //
                                            0, 0, 0, 0};
    QCOMPARE(labelRegions(mask, 4).areaPx, (std::vector<std::uint32_t>{1, 1, 1}));
    const std::vector<std::uint8_t> wrapped = {0, 0, 0, 1, //
                                               1, 0, 0, 0};
    QCOMPARE(labelRegions(wrapped, 4).areaPx, (std::vector<std::uint32_t>{1, 1}));
}

void TstRegions::joinsBranchesThatMeetLate()
{
    const std::vector<std::uint8_t> mask = {1, 0, 1, 0, 1, //
                                            1, 0, 1, 0, 1, //
                                            1, 1, 1, 1, 1, //
                                            0, 0, 0, 0, 0, //
                                            0, 1, 0, 0, 0};
    const auto regions = labelRegions(mask, 5);
    QCOMPARE(regions.areaPx, (std::vector<std::uint32_t>{11, 1}));
    QCOMPARE(regions.label[4], 1U);
    QCOMPARE(regions.label[21], 2U);
    QCOMPARE(regions.label[1], 0U);
}

void TstRegions::isEmptyWithoutForeground()
{
    QVERIFY(labelRegions(std::vector<std::uint8_t>(6, 0), 3).areaPx.empty());
    QVERIFY(labelRegions({}, 3).label.empty());
}

void TstRegions::agreesWithFloodFill()
{
    std::mt19937 random(17);
    for (int round = 0; round < 300; ++round) {
        brute::Image image{
            1 + static_cast<int>(random() % 12), 1 + static_cast<int>(random() % 12), {}, {}};
        const unsigned rarity = 2 + random() % 4;
        for (int i = 0; i < image.heightPx * image.widthPx; ++i)
            image.mask.push_back(random() % rarity == 0);
        const auto expected = brute::regionsOf(image);
        const auto regions = labelRegions(image.mask, static_cast<std::size_t>(image.widthPx));
        QCOMPARE(regions.areaPx.size(), expected.size());
        std::vector<std::uint32_t> labels(image.mask.size(), 0);
        for (std::size_t r = 0; r < expected.size(); ++r) {
            QCOMPARE(static_cast<std::size_t>(regions.areaPx[r]), expected[r].size());
            for (const std::size_t i : expected[r])
                labels[i] = static_cast<std::uint32_t>(r + 1);
        }
        QCOMPARE(regions.label, labels);
    }
}

void TstRegions::dealsOutExactlyOneRegion()
{
    for (const std::uint32_t areaPx : {1U, 2U, 3U, 7U, 1000U, 999983U}) {
        cf::metrics::detail::RegionShares shares(areaPx);
        cf::metrics::detail::CoveredRegions covered;
        for (std::uint32_t i = 1; i <= areaPx; ++i) {
            covered.add(shares.next());
            QVERIFY(std::abs(covered.value() - static_cast<double>(i) / areaPx) < 1e-15);
        }
        QVERIFY(covered.value() == 1.0);
    }
}

void TstRegions::keepsTheOrderOfScoresInKeys()
{
    const std::vector<float> falling = {3.4e38F, 1.5F,    1.0F,  1e-44F,
                                        0.0F,    -1e-44F, -1.0F, -3.4e38F};
    for (std::size_t i = 0; i < falling.size(); ++i) {
        const auto key = cf::metrics::detail::keyOfScore(falling[i]);
        QVERIFY(cf::metrics::detail::scoreOfKey(key) == falling[i]);
        if (i > 0)
            QVERIFY(cf::metrics::detail::keyOfScore(falling[i - 1]) < key);
    }
    QCOMPARE(cf::metrics::detail::keyOfScore(-0.0F), cf::metrics::detail::keyOfScore(0.0F));
}

QTEST_GUILESS_MAIN(TstRegions)
#include "tst_regions.moc"
