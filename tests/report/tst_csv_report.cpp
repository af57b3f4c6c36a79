#include "core/report/csv_report.h"
#include "tests/report/sample_report.h"
#include "tests/result_check.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cf::report;

namespace {

/// Rows and fields of a CSV file with quoted fields.
QList<QStringList> parsed(const QString &text)
{
    QList<QStringList> rows{{QString()}};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == QLatin1Char('"') && text.mid(i + 1, 1) == QLatin1String("\"")) {
            rows.last().last() += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (!quoted && c == QLatin1Char(',')) {
            rows.last() << QString();
        } else if (!quoted && c == QLatin1Char('\n')) {
            rows << QStringList{QString()};
        } else {
            rows.last().last() += c;
        }
    }
    rows.removeLast(); // the file ends with a line end
    return rows;
}

} // namespace

class TstCsvReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasARowPerCategoryAndStage();
    void readsBackToTheSameValues();
    void leavesUndefinedValuesEmpty();
    void alignsMetricsByName();
    void quotesWhatNeedsIt();
    void writesTheHeaderWithoutCategories();
    void saysThatTheFolderIsMissing();

private:
    QList<QStringList> written(const ReportData &data)
    {
        const QString path = m_dir.filePath(QStringLiteral("report.csv"));
        if (!writeCsvReport(path.toStdString(), data))
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? parsed(QString::fromUtf8(file.readAll()))
                                              : QList<QStringList>();
    }
    QTemporaryDir m_dir;
};

void TstCsvReport::hasARowPerCategoryAndStage()
{
    const auto rows = written(sampleReport());
    QCOMPARE(rows.size(), 1 + 3 * 3);
    QCOMPARE(rows[0], QStringLiteral("category,stage,image_auroc,au_pro").split(QLatin1Char(',')));
    QCOMPARE(rows[1], QStringLiteral("cloth,baseline,0.9,0.8").split(QLatin1Char(',')));
    QCOMPARE(rows[9].mid(0, 2), QStringLiteral("mean,fused").split(QLatin1Char(',')));
}

void TstCsvReport::readsBackToTheSameValues()
{
    ReportData data = sampleReport();
    const double awkward = 0.1 + 0.2;
    data.categories[0].baseline[0].value = awkward;
    data.categories[0].filtered[0].value = 1.0 / 3.0;
    data.categories[0].fused[0].value = 1e-12;
    const auto rows = written(data);
    QCOMPARE(rows[1][2].toDouble(), awkward);
    QCOMPARE(rows[2][2].toDouble(), 1.0 / 3.0);
    QCOMPARE(rows[3][2].toDouble(), 1e-12);
    QVERIFY(rows[1][2].toDouble() == awkward); // QCOMPARE forgives the last digits
}

void TstCsvReport::leavesUndefinedValuesEmpty()
{
    const auto rows = written(sampleReport());
    QCOMPARE(rows[4][3], QString());
    QCOMPARE(rows[4].size(), 4);
}

void TstCsvReport::alignsMetricsByName()
{
    ReportData data = sampleReport();
    std::swap(data.categories[1].baseline[0], data.categories[1].baseline[1]);
    data.categories[1].filtered.erase(data.categories[1].filtered.begin());
    const auto rows = written(data);
    QCOMPARE(rows[4][2], QStringLiteral("0.5"));
    QCOMPARE(rows[5][2], QString());
}

void TstCsvReport::quotesWhatNeedsIt()
{
    ReportData data = sampleReport();
    data.categories[0].name = "two\nlines";
    const auto rows = written(data);
    QCOMPARE(rows[1][0], QStringLiteral("two\nlines"));
    QCOMPARE(rows[4][0], QStringLiteral("board, \"green\""));
}

void TstCsvReport::writesTheHeaderWithoutCategories()
{
    const auto rows = written({});
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0], QStringLiteral("category,stage").split(QLatin1Char(',')));
}

void TstCsvReport::saysThatTheFolderIsMissing()
{
    const auto result =
        writeCsvReport(m_dir.filePath(QStringLiteral("no/report.csv")).toStdString(), {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TstCsvReport)
#include "tst_csv_report.moc"
