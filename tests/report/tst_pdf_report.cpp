#include "core/report/pdf_report.h"
#include "tests/report/sample_report.h"
#include "tests/result_check.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace cf::report;

namespace {

QByteArray pdf(const ReportData &data)
{
    return pdfReport(data).orThrow();
}

int count(const QByteArray &text, const char *pattern)
{
    int found = 0;
    auto match =
        QRegularExpression(QLatin1String(pattern), QRegularExpression::DotMatchesEverythingOption)
            .globalMatch(QString::fromLatin1(text));
    for (; match.hasNext(); match.next())
        ++found;
    return found;
}

int pagesOf(const QByteArray &file)
{
    return count(file, "/Type /Page\\s");
}

int picturesOf(const QByteArray &file)
{
    return count(file, "/Subtype /Image");
}

/// What the pages draw, unpacked: everything between "stream" and "endstream" that inflates.
QByteArray drawn(const QByteArray &file)
{
    QByteArray all;
    for (qsizetype at = file.indexOf("stream\n"); at >= 0; at = file.indexOf("\nstream\n", at)) {
        const auto begin = file.indexOf('\n', at + 1) + 1;
        const auto end = file.indexOf("endstream", begin);
        QByteArray packed = file.mid(begin, end - begin);
        packed.prepend(QByteArray::fromHex("00100000")); // as qUncompress() wants it: a first guess
        if (packed.size() > 6 && static_cast<unsigned char>(packed[4]) == 0x78)
            all += qUncompress(packed);
        at = end;
    }
    return all;
}

} // namespace

class TstPdfReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasSeveralNumberedPages();
    void drawsChartsAsVectors();
    void drawsEveryPictureOnce();
    void isShortWithNothingInIt();
    void repeatsNothingThatIsNotThere();
    void fitsLongTextsAndManyCategories();
    void drawsTablesOverPages();
    void writesTheFileWhole();
    void keepsTheOldFileWhenAPictureIsWrong();
};

void TstPdfReport::hasSeveralNumberedPages()
{
    const auto file = pdf(sampleReport());
    QVERIFY(file.startsWith("%PDF-1."));
    QVERIFY(file.trimmed().endsWith("%%EOF"));
    QVERIFY2(pagesOf(file) > 1, qPrintable(QString::number(pagesOf(file))));
}

void TstPdfReport::drawsChartsAsVectors()
{
    auto data = sampleReport();
    data.strips.clear();
    data.samples.clear();
    const auto lines = [](const QByteArray &file) { return count(drawn(file), " l\\s"); };
    const auto with = pdf(data);
    QCOMPARE(picturesOf(with), 0);
    data.kdes.clear();
    data.curves.clear();
    data.loss.reset();
    const auto without = pdf(data);
    QVERIFY(lines(without) > 0);
    // Three charts with at least five lines of the grid, two axes and the curve each.
    QVERIFY2(lines(with) > lines(without) + 3 * 8,
             qPrintable(QStringLiteral("%1, %2").arg(lines(with)).arg(lines(without))));
}

void TstPdfReport::drawsEveryPictureOnce()
{
    auto data = sampleReport(); // three tiles, one of them not there
    QCOMPARE(picturesOf(pdf(data)), 2);
    data.samples.front().tiles.push_back({"grey", cv::Mat(9, 9, CV_8UC1, cv::Scalar(100))});
    QCOMPARE(picturesOf(pdf(data)), 3);
}

void TstPdfReport::isShortWithNothingInIt()
{
    const auto file = pdf({});
    QVERIFY(file.startsWith("%PDF"));
    QCOMPARE(pagesOf(file), 1);
}

void TstPdfReport::repeatsNothingThatIsNotThere()
{
    auto data = sampleReport();
    data.mean = {};
    data.samples.clear();
    data.settings.clear();
    QVERIFY(pagesOf(pdf(data)) <= pagesOf(pdf(sampleReport())));
}

void TstPdfReport::fitsLongTextsAndManyCategories()
{
    auto data = sampleReport();
    data.title = std::string(400, 'W');
    data.dataset = "/" + std::string(300, 'd');
    data.settings = {{"categories", std::string(5000, 'x')}};
    const auto category = data.categories.front();
    data.categories.assign(60, category);
    const auto few = pagesOf(pdf(sampleReport()));
    QVERIFY(pagesOf(pdf(data)) >= few + 3); // 60 categories of three rows take four pages
}

void TstPdfReport::drawsTablesOverPages()
{
    QCOMPARE(pagesOf(pdf(sampleOfTables(3))), 1);
    QCOMPARE(picturesOf(pdf(sampleOfTables(3))), picturesOf(pdf(sampleOfTables(0))));
    const auto many = pagesOf(pdf(sampleOfTables(200)));
    QVERIFY2(many > 3 && many < 12, qPrintable(QString::number(many)));
}

void TstPdfReport::writesTheFileWhole()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("report.pdf"));
    CF_VERIFY(writePdfReport(path.toStdString(), sampleReport()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF"));
    const auto nowhere =
        writePdfReport(dir.filePath(QStringLiteral("no/report.pdf")).toStdString(), {});
    QVERIFY(!nowhere.ok());
    QCOMPARE(nowhere.error().code, cf::ErrorCode::NotFound);
}

void TstPdfReport::keepsTheOldFileWhenAPictureIsWrong()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("report.pdf"));
    CF_VERIFY(writePdfReport(path.toStdString(), {}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto before = file.readAll();
    auto data = sampleReport();
    data.samples.front().tiles.push_back({"raw map", cv::Mat(3, 3, CV_32FC1, cv::Scalar(0))});
    const auto result = writePdfReport(path.toStdString(), data);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::BadData);
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

QTEST_MAIN(TstPdfReport)
#include "tst_pdf_report.moc"
