#include "core/dataset/detail/csv.h"
#include "core/dataset/detail/natural_order.h"

#include <QTest>
#include <algorithm>
#include <string>
#include <vector>

using namespace cf::dataset::detail;

class TstNaturalOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsDigitsAsNumbers();
    void isATotalOrder();
    void comparesNamesWithoutCase();
    void csvUnderstandsQuotesAndLineEnds();
};

void TstNaturalOrder::countsDigitsAsNumbers()
{
    std::vector<std::string> names = {"img10.png",
                                      "img2.png",
                                      "img1.png",
                                      "img",
                                      "a100b2",
                                      "a100b10",
                                      "a99b3",
                                      "",
                                      "img99999999999999999999999",
                                      "img100000000000000000000000"};
    std::sort(names.begin(), names.end(), naturalLess);
    QCOMPARE(names, (std::vector<std::string>{"", "a99b3", "a100b2", "a100b10", "img", "img1.png",
                                              "img2.png", "img10.png", "img99999999999999999999999",
                                              "img100000000000000000000000"}));
}

void TstNaturalOrder::isATotalOrder()
{
    const std::vector<std::string> names = {"1", "01", "001", "0",   "00",       "a",
                                            "A", "a1", "a01", "a1b", "\xc3\xa4", "-"};
    for (const auto &a : names)
        for (const auto &b : names) {
            QCOMPARE(naturalLess(a, b) || naturalLess(b, a), a != b);
            QVERIFY(!(naturalLess(a, b) && naturalLess(b, a)));
            for (const auto &c : names)
                QVERIFY(!(naturalLess(a, b) && naturalLess(b, c)) || naturalLess(a, c));
        }
}

void TstNaturalOrder::comparesNamesWithoutCase()
{
    QVERIFY(sameName("Thumbs.DB", "thumbs.db"));
    QVERIFY(!sameName("good", "goods"));
    QVERIFY(!sameName("a", "b"));
}

void TstNaturalOrder::csvUnderstandsQuotesAndLineEnds()
{
    using Rows = std::vector<std::vector<std::string>>;
    QCOMPARE(parseCsv("\xef\xbb\xbf"
                      "a,b\r\n\r\n1,\"x, \"\"y\"\"\"\n,\n3"),
             (Rows{{"a", "b"}, {"1", "x, \"y\""}, {"", ""}, {"3"}}));
    QCOMPARE(parseCsv(""), Rows{});
    QCOMPARE(parseCsv("\"open"), (Rows{{"open"}}));
}

QTEST_GUILESS_MAIN(TstNaturalOrder)
#include "tst_natural_order.moc"
