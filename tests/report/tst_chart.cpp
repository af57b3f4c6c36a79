#include "core/report/chart.h"

#include <QTest>
#include <QXmlStreamReader>
#include <cmath>
#include <limits>

using namespace cf::report;

namespace {

Curve line(const std::string &name, std::vector<double> x, std::vector<double> y)
{
    return {name, std::move(x), std::move(y)};
}

/// The numbers of every path with this class, in order.
QStringList pathsOf(const std::string &svg, const QString &cssClass)
{
    QStringList paths;
    QXmlStreamReader xml(QByteArray::fromStdString(svg));
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement &&
            xml.name() == QLatin1String("path") &&
            xml.attributes().value(QLatin1String("class")) == cssClass)
            paths << xml.attributes().value(QLatin1String("d")).toString();
    return xml.hasError() ? QStringList{xml.errorString()} : paths;
}

} // namespace

class TstChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void picksRoundTicks();
    void picksNoTicksForNothing();
    void drawsTheUnitSquareWhereItBelongs();
    void leavesOutWhatIsNotFinite();
    void keepsThePeakOfALongCurve();
    void keepsTheColourOfAStage();
    void survivesEmptyAndConstantCurves();
    void describesItselfToScreenReaders();
};

void TstChart::picksRoundTicks()
{
    QCOMPARE(roundTicks(0, 1, 5), (std::vector<double>{0, 0.2, 0.4, 0.6000000000000001, 0.8, 1}));
    QCOMPARE(roundTicks(0, 1200, 6), (std::vector<double>{0, 200, 400, 600, 800, 1000, 1200}));
    QCOMPARE(roundTicks(-3, 7, 2), (std::vector<double>{0, 5}));
}

void TstChart::picksNoTicksForNothing()
{
    QVERIFY(roundTicks(1, 1, 5).empty());
    QVERIFY(roundTicks(0, std::numeric_limits<double>::infinity(), 5).empty());
    QVERIFY(roundTicks(0, std::numeric_limits<double>::quiet_NaN(), 5).empty());
}

void TstChart::drawsTheUnitSquareWhereItBelongs()
{
    ChartSpec spec;
    spec.id = "c";
    spec.unitSquare = true;
    spec.curves = {line("filtered", {0, 0.5, 1}, {0, 1, 1})};
    // 460 x 300 less margins: x 56..446, y 254..34 (upwards)
    QCOMPARE(pathsOf(lineChart(spec), QStringLiteral("line s0")),
             QStringList{QStringLiteral("M56.0 254.0L251.0 34.0L446.0 34.0")});
}

void TstChart::leavesOutWhatIsNotFinite()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    ChartSpec spec;
    spec.id = "c";
    spec.unitSquare = true;
    spec.curves = {line("filtered", {0, 0.5, 1, 2}, {0, nan, 1})};
    QCOMPARE(pathsOf(lineChart(spec), QStringLiteral("line s0")),
             QStringList{QStringLiteral("M56.0 254.0L446.0 34.0")});
}

void TstChart::keepsThePeakOfALongCurve()
{
    Curve curve;
    curve.name = "filtered";
    for (int i = 0; i <= 100000; ++i) {
        curve.x.push_back(i / 100000.0);
        curve.y.push_back(i == 77777 ? 1.0 : 0.0);
    }
    ChartSpec spec;
    spec.id = "c";
    spec.unitSquare = true;
    spec.curves = {curve};
    const QString path = pathsOf(lineChart(spec), QStringLiteral("line s0")).value(0);
    QVERIFY(path.count(QLatin1Char('L')) < 500);
    QVERIFY2(path.contains(QLatin1String(" 34.0")), "the single peak is lost");
    QVERIFY(path.startsWith(QLatin1String("M56.0 254.0")));
    QVERIFY(path.endsWith(QLatin1String("L446.0 254.0")));
}

void TstChart::keepsTheColourOfAStage()
{
    ChartSpec spec;
    spec.id = "c";
    spec.curves = {line("fused", {0, 1}, {0, 1}), line("baseline", {0, 1}, {0, 1})};
    const std::string svg = lineChart(spec);
    QCOMPARE(pathsOf(svg, QStringLiteral("line s2")).size(), 1);
    QCOMPARE(pathsOf(svg, QStringLiteral("line s1")).size(), 1);
    spec.curves.push_back(line("another", {0, 1}, {0, 1})); // then everyone gets the next colour
    QCOMPARE(pathsOf(lineChart(spec), QStringLiteral("line s0")).size(), 1);
}

void TstChart::survivesEmptyAndConstantCurves()
{
    ChartSpec spec;
    spec.id = "c";
    QVERIFY(pathsOf(lineChart(spec), QStringLiteral("line s0")).isEmpty());
    spec.curves = {line("filtered", {}, {})};
    QVERIFY(pathsOf(lineChart(spec), QStringLiteral("line s0")).isEmpty());
    spec.curves = {line("filtered", {3, 3}, {5, 5})};
    const QStringList paths = pathsOf(lineChart(spec), QStringLiteral("line s0"));
    QCOMPARE(paths.size(), 1);
    QVERIFY(!paths.front().contains(QLatin1String("n")));
}

void TstChart::describesItselfToScreenReaders()
{
    ChartSpec spec;
    spec.id = "roc";
    spec.title = "A < B";
    spec.description = "rate & rate";
    const QString svg = QString::fromStdString(lineChart(spec));
    QVERIFY(svg.contains(QLatin1String("role=\"img\" aria-labelledby=\"roc-t roc-d\"")));
    QVERIFY(svg.contains(QLatin1String("<title id=\"roc-t\">A &lt; B</title>")));
    QVERIFY(svg.contains(QLatin1String("<desc id=\"roc-d\">rate &amp; rate</desc>")));
}

QTEST_GUILESS_MAIN(TstChart)
#include "tst_chart.moc"
