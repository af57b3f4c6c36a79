#include "ui/analyse/category_table.h"

#include <QApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

workflow::CategoryMetrics category(const std::string &name, double before, double after)
{
    workflow::CategoryMetrics metrics;
    metrics.name = name;
    metrics.methods["baseline"].imageAuroc = {before, {}};
    metrics.methods["fused"].imageAuroc = {after, {}};
    metrics.methods["fused"].auPro = {std::nullopt, "there is no mask"};
    return metrics;
}

workflow::Analysis analysis()
{
    workflow::Analysis analysis;
    analysis.metrics = {category("tile", 0.75, 0.80), category("board", 0.9, 0.85)};
    analysis.mean = category("mean", 0.825, 0.825);
    return analysis;
}

} // namespace

class TstCategoryTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }
    void showsEachMapOfEachCategory();
    void sortsAndKeepsTheMeanAtTheEnd();
    void copiesAsShown();
    void activatesACategory();
};

void TstCategoryTable::showsEachMapOfEachCategory()
{
    CategoryTable table;
    const auto shown = analysis();
    table.setAnalysis(&shown);
    QCOMPARE(table.rowCount(), 6);
    QCOMPARE(table.item(0, 0)->text(), u"tile"_s);
    QCOMPARE(table.item(0, 1)->text(), u"baseline"_s);
    QCOMPARE(table.item(1, 1)->text(), u"fused"_s);
    QCOMPARE(table.item(1, 2)->text(), u"80.0"_s);
    QVERIFY(table.item(1, 2)->font().bold()); // the best of its category
    QVERIFY(!table.item(0, 2)->font().bold());
    QCOMPARE(table.item(1, 8)->text(), u"–"_s);
    QCOMPARE(table.item(1, 8)->toolTip(), u"there is no mask"_s);
    table.setAnalysis(nullptr);
    QCOMPARE(table.rowCount(), 0);
}

void TstCategoryTable::sortsAndKeepsTheMeanAtTheEnd()
{
    CategoryTable table;
    const auto shown = analysis();
    table.setAnalysis(&shown);
    table.resize(900, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    auto *header = table.horizontalHeader();
    const QPoint place(header->sectionViewportPosition(2) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QStringList rising;
    for (int row = 0; row < table.rowCount(); ++row)
        rising += table.item(row, 2)->text();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QStringList falling;
    for (int row = 0; row < table.rowCount(); ++row)
        falling += table.item(row, 2)->text();
    if (header->sortIndicatorOrder() == Qt::AscendingOrder)
        std::swap(rising, falling);
    QCOMPARE(rising,
             (QStringList{u"75.0"_s, u"80.0"_s, u"85.0"_s, u"90.0"_s, u"82.5"_s, u"82.5"_s}));
    QCOMPARE(falling,
             (QStringList{u"90.0"_s, u"85.0"_s, u"80.0"_s, u"75.0"_s, u"82.5"_s, u"82.5"_s}));
}

void TstCategoryTable::copiesAsShown()
{
    CategoryTable table;
    const auto shown = analysis();
    table.setAnalysis(&shown);
    const auto csv = table.text(CopyTable::CopyAs::Csv).split(u'\n');
    QVERIFY(csv[0].startsWith(u"\"Category\",\"Map\",\"I-AUROC\""_s));
    QVERIFY(csv[2].startsWith(u"\"tile\",\"fused\",\"80.0\""_s));
    table.sortItems(2, Qt::DescendingOrder);
    QVERIFY(table.text(CopyTable::CopyAs::Markdown)
                .split(u'\n')[2]
                .startsWith(u"| board | baseline | 90.0 |"_s));
}

void TstCategoryTable::activatesACategory()
{
    CategoryTable table;
    const auto shown = analysis();
    table.setAnalysis(&shown);
    QSignalSpy activated(&table, &CategoryTable::categoryActivated);
    table.setCurrentCell(2, 3);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toString(), u"board"_s);
}

QTEST_MAIN(TstCategoryTable)
#include "tst_category_table.moc"
