#include "ui/plots/curve_plot.h"

#include "tests/result_check.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TstPlotPicture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void savesPixelsAtTwiceTheSize();
    void savesVectors();
    void leavesForPaperFromADarkWindow();
    void refusesOtherEndings();
    void copiesFromTheMenu();
    void fitsTheLegendToAnyWidth();
    void fitsTitlesToTheirAxes();
    void marksAPlace();

private:
    std::filesystem::path fileNamed(const char *name) const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<CurvePlot> m_plot;
};

void TstPlotPicture::init()
{
    m_plot = std::make_unique<CurvePlot>();
    m_plot->setLabels(u"abscissa"_s, u"ordinate"_s);
    m_plot->setCurves({{u"rising"_s, {0, 1, 2}, {0, 1, 4}}});
    m_plot->resize(404, 304); // and a frame of 2
    m_plot->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
}

void TstPlotPicture::savesPixelsAtTwiceTheSize()
{
    const auto file = fileNamed("plot.png");
    CF_VERIFY(m_plot->savePicture(file));
    const QImage picture(QString::fromStdString(file.string()));
    QCOMPARE(picture.size(), QSize(800, 600));
    QCOMPARE(picture.pixelColor(1, 1), QColor(Qt::white));
}

void TstPlotPicture::savesVectors()
{
    CF_VERIFY(m_plot->savePicture(fileNamed("plot.svg")));
    const auto svg = bytesOf(QString::fromStdString(fileNamed("plot.svg").string()));
    QVERIFY(svg.contains("<svg"));
    QVERIFY(svg.contains("abscissa")); // text stays text
    QVERIFY(!svg.contains("<image"));  // and nothing became pixels
    QVERIFY(svg.contains("400 300"));  // the view box
    CF_VERIFY(m_plot->savePicture(fileNamed("plot.pdf")));
    const auto pdf = bytesOf(QString::fromStdString(fileNamed("plot.pdf").string()));
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(!pdf.contains("/Subtype /Image"));
}

void TstPlotPicture::leavesForPaperFromADarkWindow()
{
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    QWidget window;
    window.setPalette(dark);
    m_plot->setParent(&window);
    m_plot->show();
    window.show();
    CF_VERIFY(m_plot->savePicture(fileNamed("dark.png")));
    QCOMPARE(QImage(QString::fromStdString(fileNamed("dark.png").string())).pixelColor(1, 1),
             QColor(Qt::white));
    QCOMPARE(m_plot->palette().color(QPalette::Base), QColor(Qt::black)); // as before
    QTRY_COMPARE(m_plot->grab().toImage().pixelColor(4, 4), QColor(Qt::black));
    m_plot->setParent(nullptr);
}

void TstPlotPicture::refusesOtherEndings()
{
    const auto saved = m_plot->savePicture(fileNamed("plot.doc"));
    QVERIFY(!saved.ok());
    QVERIFY(saved.error().code == ErrorCode::BadUsage);
    QVERIFY(!std::filesystem::exists(fileNamed("plot.doc")));
    QVERIFY(!m_plot->savePicture(fileNamed("no/such/folder/plot.png")).ok());
}

void TstPlotPicture::copiesFromTheMenu()
{
    QApplication::clipboard()->clear();
    m_plot->actions().front()->trigger();
    QCOMPARE(QApplication::clipboard()->image().size(), QSize(800, 600));
    m_plot->setCurves({});
    QVERIFY(!m_plot->actions().front()->isEnabled()); // nothing to copy
}

void TstPlotPicture::fitsTheLegendToAnyWidth()
{
    // Three names in two columns leave a cell of the legend empty.
    m_plot->setCurves({{u"a curve of that name"_s, {0, 1}, {0, 1}},
                       {u"another curve of that name"_s, {0, 1}, {1, 0}},
                       {u"one more curve of that name"_s, {0, 1}, {1, 1}}});
    for (const int widthPx : {420, 300, 120, 500, 900, 420}) {
        m_plot->resize(widthPx, 304);
        QVERIFY(!m_plot->grab().isNull());
        const auto *inside = m_plot->findChildren<QWidget *>(Qt::FindDirectChildrenOnly).front();
        QCOMPARE(inside->width(), widthPx - 4); // nothing is cut off
    }
    m_plot->setCurves({});
    m_plot->resize(300, 304);
    QVERIFY(m_plot->isEmpty());
}

void TstPlotPicture::fitsTitlesToTheirAxes()
{
    const auto title = u"share of all the pixels"_s;
    m_plot->setLabels(u"abscissa"_s, title);
    const auto holds = [this](const QString &text) {
        const auto file = fileNamed("titles.svg");
        return m_plot->savePicture(file).ok() &&
               QString::fromUtf8(bytesOf(QString::fromStdString(file.string()))).contains(text);
    };
    QTRY_VERIFY(holds(u'>' + title + u'<')); // in one line
    m_plot->resize(404, 140);
    QTRY_VERIFY(!holds(u'>' + title + u'<'));
    QVERIFY(holds(u">share of all"_s) && holds(u"the pixels<"_s)); // in two
    m_plot->resize(404, 80);
    QTRY_VERIFY(holds(u"…"_s));
    m_plot->resize(404, 304);
    QTRY_VERIFY(holds(u'>' + title + u'<'));
}

void TstPlotPicture::marksAPlace()
{
    const auto seen = [this] { return m_plot->grab().toImage(); };
    const auto bare = seen();
    m_plot->setMark(1.0);
    QTRY_VERIFY(seen() != bare); // drawn when there is time
    const auto marked = seen();
    m_plot->setMark(0.5);
    QTRY_VERIFY(seen() != marked && seen() != bare);
    m_plot->setMark(std::nullopt);
    QTRY_COMPARE(seen(), bare);
}

QTEST_MAIN(TstPlotPicture)
#include "tst_plot_picture.moc"
