#include "core/engine/detail/match_selection.h"

#include <QTest>
#include <torch/torch.h>

using namespace cf::engine::detail;

/// The one-pass selection against its twin made of tensor operations.
class TstMatchSelection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheGenericOne_data();
    void agreesWithTheGenericOne();
    void findsThePlantedMatch();
    void aFewRowsAtATimeAreTheSame_data();
    void aFewRowsAtATimeAreTheSame();
};

void TstMatchSelection::agreesWithTheGenericOne_data()
{
    QTest::addColumn<int>("grid");
    QTest::addColumn<int>("templates");
    QTest::addColumn<int>("kept");
    QTest::addColumn<int>("reach");
    QTest::newRow("usual") << 16 << 3 << 16 << 2;
    QTest::newRow("odd grid, no multiple of the block") << 7 << 2 << 5 << 1;
    QTest::newRow("one template") << 8 << 1 << 16 << 2;
    QTest::newRow("everything kept") << 4 << 2 << 32 << 0;
    QTest::newRow("window wider than the grid") << 4 << 3 << 4 << 9;
}

void TstMatchSelection::agreesWithTheGenericOne()
{
    QFETCH(const int, grid);
    QFETCH(const int, templates);
    QFETCH(const int, kept);
    QFETCH(const int, reach);
    torch::manual_seed(5);
    const auto similarity = torch::rand({grid * grid, templates * grid * grid}) * 2.0 - 1.0;
    const auto fast = selectMatches(similarity, grid, templates, kept, reach);
    const auto generic = selectMatchesGeneric(similarity, grid, templates, kept, reach);
    QVERIFY(torch::equal(fast.smallest, generic.smallest));
    QVERIFY(torch::equal(fast.winner, generic.winner));
    QVERIFY(torch::equal(fast.perTemplate, generic.perTemplate));
    QVERIFY(torch::equal(fast.window, generic.window));
}

void TstMatchSelection::findsThePlantedMatch()
{
    auto similarity = torch::zeros({16, 32});
    similarity[5][16 + 9] = 0.75F;
    const auto chosen = selectMatches(similarity, 4, 2, 3, 1);
    QCOMPARE(chosen.winner[5].item<std::int64_t>(), std::int64_t{25});
    QCOMPARE(chosen.smallest[5][0].item<float>(), 0.25F);
    QCOMPARE(chosen.smallest[5][1].item<float>(), 1.0F);
    QCOMPARE(chosen.perTemplate[5][0].item<float>(), 0.25F);
    // Location 5 is row 1, column 1; location 9 is the one below it, so it lies within one cell.
    QCOMPARE(chosen.window[5].item<float>(), 0.25F);
}

void TstMatchSelection::aFewRowsAtATimeAreTheSame_data()
{
    QTest::addColumn<int>("grid");
    QTest::addColumn<int>("templates");
    QTest::newRow("all rows at once") << 5 << 2;
    QTest::newRow("several times as many rows") << 32 << 4;
    QTest::newRow("the fewest rows, and some that are left") << 20 << 90;
}

void TstMatchSelection::aFewRowsAtATimeAreTheSame()
{
    QFETCH(const int, grid);
    QFETCH(const int, templates);
    torch::manual_seed(6);
    const std::int64_t places = grid * grid;
    const auto query = torch::rand({places, 12}) - 0.5;
    const auto columns = torch::rand({12, templates * places}) - 0.5;
    const auto inParts = multiplyAndSelect(query, columns, grid, 9, 2);
    const auto whole = selectMatchesGeneric(torch::mm(query, columns), grid, templates, 9, 2);
    QVERIFY(torch::allclose(inParts.smallest, whole.smallest, 0, 1e-6));
    QVERIFY(torch::allclose(inParts.perTemplate, whole.perTemplate, 0, 1e-6));
    QVERIFY(torch::allclose(inParts.window, whole.window, 0, 1e-6));
    QVERIFY(inParts.winner.eq(whole.winner).sum().item<std::int64_t>() >= places - 1);
}

QTEST_GUILESS_MAIN(TstMatchSelection)
#include "tst_match_selection.moc"
