#include "ui/train/metric_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
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
    metrics.methods["filtered"].imageAuroc = {after, {}};
    metrics.methods["fused"].imageAuroc = {after, {}};
    metrics.methods["fused"].auPro = {std::nullopt, "there is no mask"};
    return metrics;
}

} // namespace

class TstMetricTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }
    void showsBaselineFilterAndGain();
    void leavesOutTheMeanOfOneCategory();
    void showsABaselineAloneAsOneRow();
    void saysWhyAFigureIsMissing();
    void followsTheLanguage();
    void copiesInThreeFormats();
};

void TstMetricTable::showsBaselineFilterAndGain()
{
    MetricTable table;
    workflow::Evaluation evaluation;
    evaluation.categories = {category("tile", 0.75, 0.80), category("board", 0.9, 0.85)};
    evaluation.mean = category("mean", 0.825, 0.825);
    table.setEvaluation(evaluation);
    QCOMPARE(table.rowCount(), 9);
    QCOMPARE(table.item(0, 0)->text(), u"tile"_s);
    QCOMPARE(table.item(0, 2)->text(), u"75.0"_s);
    QCOMPARE(table.item(1, 2)->text(), u"80.0"_s);
    QCOMPARE(table.item(2, 2)->text(), u"+5.0"_s);
    QCOMPARE(table.item(5, 2)->text(), u"-5.0"_s); // a loss is shown as one
    evaluation.categories = {category("tile", 0.75, 0.7499)};
    table.setEvaluation(evaluation);
    QCOMPARE(table.rowCount(), 3);
    QCOMPARE(table.item(2, 2)->text(), u"0.0"_s); // not -0.0
}

void TstMetricTable::leavesOutTheMeanOfOneCategory()
{
    MetricTable table;
    workflow::Evaluation evaluation;
    evaluation.categories = {category("tile", 0.75, 0.80)};
    evaluation.mean = evaluation.categories.front();
    table.setEvaluation(evaluation);
    QCOMPARE(table.rowCount(), 3);
}

void TstMetricTable::showsABaselineAloneAsOneRow()
{
    MetricTable table;
    workflow::Evaluation evaluation;
    evaluation.categories = {category("tile", 0.75, 0.75)};
    evaluation.categories.front().methods.erase("filtered");
    table.setEvaluation(evaluation);
    QCOMPARE(table.rowCount(), 1);
    QCOMPARE(table.item(0, 2)->text(), u"75.0"_s);
}

void TstMetricTable::saysWhyAFigureIsMissing()
{
    MetricTable table;
    workflow::Evaluation evaluation;
    evaluation.categories = {category("tile", 0.75, 0.80)};
    table.setEvaluation(evaluation);
    const auto *cell = table.item(1, table.columnCount() - 1);
    QCOMPARE(cell->text(), u"–"_s);
    QCOMPARE(cell->toolTip(), u"there is no mask"_s);
}

void TstMetricTable::followsTheLanguage()
{
    MetricTable table;
    workflow::Evaluation evaluation;
    evaluation.categories = {category("tile", 0.75, 0.80)};
    table.setEvaluation(evaluation);
    QLocale::setDefault(QLocale(QLocale::German));
    QEvent language(QEvent::LanguageChange);
    QApplication::sendEvent(&table, &language);
    QCOMPARE(table.rowCount(), 3);
    QCOMPARE(table.item(0, 2)->text(), u"75,0"_s);
    table.setEvaluation({});
    QApplication::sendEvent(&table, &language);
    QCOMPARE(table.rowCount(), 0);
}

void TstMetricTable::copiesInThreeFormats()
{
    MetricTable table;
    workflow::Evaluation evaluation;
    evaluation.categories = {category("a_b|\"c\"", 0.75, 0.80)};
    table.setEvaluation(evaluation);
    const auto csv = table.text(MetricTable::CopyAs::Csv).split(u'\n');
    QVERIFY(csv[1].startsWith(u"\"a_b|\"\"c\"\"\",\"baseline\",\"75.0\""_s));
    const auto markdown = table.text(MetricTable::CopyAs::Markdown).split(u'\n');
    QVERIFY(markdown[1].startsWith(u"|---|---|--:|"_s));
    QVERIFY(markdown[2].startsWith(u"| a_b\\|\"c\" | baseline | 75.0 |"_s));
    QVERIFY(table.text(MetricTable::CopyAs::Latex).contains(u"a\\_b|\"c\" & baseline & 75.0"_s));
    for (auto *action : table.actions())
        if (action->text().contains(u"Markdown"_s))
            action->trigger();
    QCOMPARE(QApplication::clipboard()->text(), table.text(MetricTable::CopyAs::Markdown));
}

QTEST_MAIN(TstMetricTable)
#include "tst_metric_table.moc"
