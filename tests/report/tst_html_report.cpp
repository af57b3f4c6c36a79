#include "core/report/html_report.h"
#include "tests/report/sample_report.h"
#include "tests/result_check.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace cf::report;

namespace {

QString html(const ReportData &data)
{
    const auto text = htmlReport(data);
    return text ? QString::fromStdString(*text) : QString();
}

/// Text of every element of this name, tags inside left out.
QStringList textsOf(const QString &page, const QString &element)
{
    QStringList texts;
    QXmlStreamReader xml(page);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element)
            texts << xml.readElementText(QXmlStreamReader::IncludeChildElements);
    return texts;
}

} // namespace

class TstHtmlReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWellFormed();
    void isWellFormedWithNothingInIt();
    void escapesEveryText();
    void showsEveryCategoryAndTheMean();
    void needsNothingButItself();
    void marksTheBestAndTheChange();
    void showsADashWithItsReason();
    void givesEveryPictureAText();
    void givesEveryHeaderItsScope();
    void usesEveryAnchorOnce();
    void leavesOutEmptyParts();
    void showsCardsTablesAndGalleries();
    void writesTheFileWhole();
    void keepsTheOldFileWhenAPictureIsWrong();
    void saysThatTheFolderIsMissing();
};

void TstHtmlReport::isWellFormed()
{
    const QString page = html(sampleReport());
    QVERIFY(page.startsWith(QLatin1String("<!DOCTYPE html>")));
    QXmlStreamReader xml(page);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(
        !xml.hasError(),
        qPrintable(QStringLiteral("%1 in line %2").arg(xml.errorString()).arg(xml.lineNumber())));
}

void TstHtmlReport::isWellFormedWithNothingInIt()
{
    const QString page = html({});
    QXmlStreamReader xml(page);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(page.contains(QLatin1String("No category has been evaluated")));
}

void TstHtmlReport::escapesEveryText()
{
    const QString evil = QStringLiteral("<script>alert(\"x\")</script>&'");
    const std::string text = evil.toStdString();
    ReportData data = sampleReport();
    data.title = data.runId = data.dataset = data.created = text;
    data.settings = {{text, text}};
    data.categories.front().name = text;
    data.categories.front().baseline = {{text, {}, text}};
    data.strips.front().caption = data.strips.front().tiles.front().caption = text;
    data.kdes.front().title = data.kdes.front().curves.front().name = text;
    data.curves.front().title = data.curves.front().xLabel = data.curves.front().yLabel = text;
    SampleRow &row = data.samples.front();
    row.category = row.kind = row.label = text;
    row.imagePath = text;
    row.scores = {{text, 1.0}};
    row.tiles.front().caption = text;
    const QString page = html(data);
    QVERIFY(!page.contains(QLatin1String("<script")));
    QVERIFY(!page.contains(QLatin1String("alert(\"x\")")));
    QCOMPARE(textsOf(page, QStringLiteral("h1")), QStringList{evil});
    QVERIFY(textsOf(page, QStringLiteral("td")).contains(evil));
}

void TstHtmlReport::showsEveryCategoryAndTheMean()
{
    const QStringList headers = textsOf(html(sampleReport()), QStringLiteral("th"));
    QVERIFY(headers.contains(QStringLiteral("cloth")));
    QVERIFY(headers.contains(QStringLiteral("board, \"green\"")));
    QVERIFY(headers.contains(QStringLiteral("Mean")));
    QVERIFY(headers.contains(QStringLiteral("Image AUROC")));
    QCOMPARE(headers.count(QStringLiteral("baseline")), 3);
    QCOMPARE(headers.count(QStringLiteral("filtered")), 3);
    QCOMPARE(headers.count(QStringLiteral("fused")), 3);
}

void TstHtmlReport::needsNothingButItself()
{
    const QString page = html(sampleReport());
    for (const char *forbidden : {"http:", "https:", "<script", "<link", "@import", "url("})
        QVERIFY2(!page.contains(QLatin1String(forbidden)), forbidden);
    QXmlStreamReader xml(page);
    int pictures = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        for (const QXmlStreamAttribute &attribute : xml.attributes()) {
            if (attribute.name() == QLatin1String("src")) {
                ++pictures;
                QVERIFY(attribute.value().startsWith(QLatin1String("data:image/")));
            }
            if (attribute.name() == QLatin1String("href"))
                QVERIFY(attribute.value().startsWith(QLatin1Char('#')));
        }
    }
    QCOMPARE(pictures, 2);
}

void TstHtmlReport::marksTheBestAndTheChange()
{
    const QString page = html(sampleReport());
    QStringList best = textsOf(page, QStringLiteral("strong"));
    // cloth: fused 0.97; baseline and fused share 0.8. board: all equal. mean: fused, and two share
    // 0.8.
    QCOMPARE(best.count(QStringLiteral("0.9700")), 1);
    QCOMPARE(best.count(QStringLiteral("0.9500")), 0);
    QCOMPARE(best.count(QStringLiteral("0.8000")), 4);
    QCOMPARE(best.count(QStringLiteral("0.5000")), 3);
    const QStringList cells = textsOf(page, QStringLiteral("td"));
    QVERIFY(cells.contains(QStringLiteral("0.9500▲ +0.0500")));
    QVERIFY(cells.contains(QStringLiteral("0.7500▼ −0.0500")));
    QVERIFY(cells.contains(QStringLiteral("0.5000= ±0.0000")));
}

void TstHtmlReport::showsADashWithItsReason()
{
    const QString page = html(sampleReport());
    QCOMPARE(page.count(QStringLiteral(
                 "class=\"undefined\" title=\"no region in the &quot;ground truth&quot;\">–")),
             3);
}

void TstHtmlReport::givesEveryPictureAText()
{
    QXmlStreamReader xml(html(sampleReport()));
    int pictures = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("img")) {
            ++pictures;
            QVERIFY(!xml.attributes().value(QLatin1String("alt")).isEmpty());
        }
        if (xml.name() == QLatin1String("svg")) {
            ++pictures;
            QCOMPARE(xml.attributes().value(QLatin1String("role")).toString(),
                     QStringLiteral("img"));
        }
    }
    QCOMPARE(pictures, 2 + 3);
}

void TstHtmlReport::givesEveryHeaderItsScope()
{
    QXmlStreamReader xml(html(sampleReport()));
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("th"))
            QVERIFY(xml.attributes().hasAttribute(QLatin1String("scope")));
}

void TstHtmlReport::usesEveryAnchorOnce()
{
    QXmlStreamReader xml(html(sampleReport()));
    QSet<QString> ids;
    QStringList links;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString id = xml.attributes().value(QLatin1String("id")).toString();
        QVERIFY2(id.isEmpty() || !ids.contains(id), qPrintable(id));
        ids.insert(id);
        if (xml.attributes().hasAttribute(QLatin1String("href")))
            links << xml.attributes().value(QLatin1String("href")).mid(1).toString();
    }
    QVERIFY(links.size() >= 7);
    for (const QString &link : links)
        QVERIFY2(ids.contains(link), qPrintable(link));
}

void TstHtmlReport::leavesOutEmptyParts()
{
    ReportData data = sampleReport();
    data.samples.clear();
    data.loss.reset();
    data.lambda.reset();
    const QString page = html(data);
    QVERIFY(!page.contains(QLatin1String("id=\"samples\"")));
    QVERIFY(!page.contains(QLatin1String("id=\"training\"")));
    QVERIFY(!page.contains(QLatin1String("Fusion weight")));
    QVERIFY(page.contains(QLatin1String("id=\"curves\"")));
}

void TstHtmlReport::showsCardsTablesAndGalleries()
{
    const auto page = html(sampleOfTables(2));
    QXmlStreamReader xml(page);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    const auto cells = textsOf(page, QStringLiteral("td"));
    QCOMPARE(cells, QStringList({QStringLiteral("scratch <0>"), QStringLiteral("100"),
                                 QStringLiteral("scratch <1>"), QStringLiteral("101")}));
    const auto headings = textsOf(page, QStringLiteral("h2"));
    QCOMPARE(headings,
             QStringList({QStringLiteral("Summary"), QStringLiteral("Reasons <of> rejections"),
                          QStringLiteral("To be settled"), QStringLiteral("Worst escapes")}));
    const auto terms = textsOf(page, QStringLiteral("dt"));
    QVERIFY(terms.contains(QStringLiteral("Reviewer & lot")));
    QVERIFY(!terms.contains(QStringLiteral("Not known")));
    QVERIFY(textsOf(page, QStringLiteral("dd")).contains(QStringLiteral("13.6 %")));
    QVERIFY(textsOf(page, QStringLiteral("h3")).contains(QStringLiteral("a & b")));
    QCOMPARE(page.count(QStringLiteral("<img ")), 1);
}

void TstHtmlReport::writesTheFileWhole()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("report.html"));
    CF_VERIFY(writeHtmlReport(path.toStdString(), sampleReport()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), html(sampleReport()));
}

void TstHtmlReport::keepsTheOldFileWhenAPictureIsWrong()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("report.html"));
    CF_VERIFY(writeHtmlReport(path.toStdString(), {}));
    ReportData data = sampleReport();
    data.samples.front().tiles.push_back({"raw map", cv::Mat(3, 3, CV_32FC1, cv::Scalar(0))});
    const auto result = writeHtmlReport(path.toStdString(), data);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::BadData);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), html({}));
}

void TstHtmlReport::saysThatTheFolderIsMissing()
{
    QTemporaryDir dir;
    const auto result =
        writeHtmlReport(dir.filePath(QStringLiteral("no/report.html")).toStdString(), {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TstHtmlReport)
#include "tst_html_report.moc"
