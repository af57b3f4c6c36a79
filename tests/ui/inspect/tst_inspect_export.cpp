#include "core/imaging/map_file.h"
#include "tests/result_check.h"
#include "tests/ui/inspect/made_inspection.h"
#include "ui/image/image_canvas.h"
#include "ui/inspect/inspect_controls.h"
#include "ui/inspect/inspect_page.h"
#include "ui/inspect/inspect_tile.h"
#include "ui/inspect/maps_export.h"
#include "ui/jobs/job_runner.h"

#include <QDoubleSpinBox>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

/// What is seen, and the numbers behind it, as files.
class TstInspectExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<InspectPage>(&m_jobs);
        m_page->resize(1100, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_inspection = madeInspection({320, 240});
        m_page->showInspection(m_inspection);
    }

    void writesThePixelsThatAreSeen()
    {
        m_page->tiles().front()->canvas().setFixedHeight(150); // views need not be as large
        QTRY_COMPARE(m_page->tiles().front()->canvas().height(), 150);
        const QImage written(save("seen.png"));
        QVERIFY(!written.isNull());
        for (auto *tile : m_page->tiles()) {
            // The view's pixels lie somewhere in the sheet, unchanged.
            const QImage seen =
                tile->canvas().renderView(1.0).convertToFormat(QImage::Format_RGB32);
            bool found = false;
            for (int y = 0; y + seen.height() <= written.height() && !found; ++y)
                for (int x = 0; x + seen.width() <= written.width() && !found; ++x)
                    if (written.pixel(x, y) == seen.pixel(0, 0))
                        found = written.copy(x, y, seen.width(), seen.height())
                                    .convertToFormat(QImage::Format_RGB32) == seen;
            QVERIFY2(found, qPrintable(tile->title()));
        }
    }

    void keepsLinesAndTextInADrawing()
    {
        m_page->view().setProfileInImage(QLineF(10, 10, 200, 100));
        const auto svg = bytesOf(save("seen.svg"));
        QVERIFY(svg.contains("<svg"));
        QVERIFY(svg.contains("<image")); // the picture
        QVERIFY(svg.contains("<path"));  // outlines
        QVERIFY(svg.contains("linearGradient"));
        QVERIFY(svg.contains("Fused map"));
        const auto pdf = bytesOf(save("seen.pdf"));
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    }

    void saysWhatIsWrongWithTheFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("word");
        QTest::newRow("extension") << at("seen.bmp") << u".svg"_s;
        QTest::newRow("no folder") << at("nowhere/seen.png") << u"nowhere"_s;
        QTest::newRow("read only") << u"/sys/seen.png"_s << u"/sys/seen.png"_s;
    }
    void saysWhatIsWrongWithTheFile()
    {
        QFETCH(QString, path);
        QFETCH(QString, word);
        QSignalSpy failed(m_page.get(), &InspectPage::exportFailed);
        m_page->saveView(path.toStdString());
        QVERIFY(failed.wait(20000));
        QVERIFY2(failed[0][0].toString().contains(word), qPrintable(failed[0][0].toString()));
        QVERIFY(!QFile::exists(path));
    }

    void writesMapsBitForBit()
    {
        const auto all = m_page->exportableMaps();
        QCOMPARE(all.size(), m_inspection->stages.size());
        QVERIFY(all.back().isSeen); // the fused map is shown in the last view
        QSignalSpy done(m_page.get(), &InspectPage::exported);
        m_page->saveMaps(all, m_inspection->image, m_dir.path().toStdString());
        QVERIFY(done.wait(20000));
        const auto baseline = imaging::loadMap(at("003_baseline.tiff").toStdString());
        CF_VERIFY(baseline);
        QCOMPARE(cv::norm(*baseline, m_inspection->scored.baseline, cv::NORM_INF), 0.0);
        const auto cost = imaging::loadMap(at("003_cost_layer2.tiff").toStdString());
        CF_VERIFY(cost);
        QCOMPARE(cv::norm(*cost, m_inspection->scored.layerCosts[1], cv::NORM_INF), 0.0);
    }

    void writesTheFusedMapThatIsSeen()
    {
        for (auto *box : m_page->controls().findChildren<QDoubleSpinBox *>())
            if (box->accessibleName().contains(u"λ"_s))
                box->setValue(1.0);
        const auto all = m_page->exportableMaps();
        QVERIFY(cv::norm(all.back().map, m_inspection->scored.filtered, cv::NORM_INF) < 1e-6);
    }

    void asksWhichMaps()
    {
        MapsDialog dialog(m_page->exportableMaps(), m_dir.path(), nullptr);
        auto *list = dialog.findChild<QListWidget *>();
        QCOMPARE(list->count(), static_cast<int>(m_inspection->stages.size()));
        QVERIFY(dialog.chosen().size() >= 1);
        for (int i = 0; i < list->count(); ++i)
            list->item(i)->setCheckState(Qt::Unchecked);
        for (auto *button : dialog.findChildren<QPushButton *>())
            if (button->text().contains(u"Save"_s))
                QVERIFY(!button->isEnabled());
        list->item(0)->setCheckState(Qt::Checked);
        QCOMPARE(dialog.chosen().size(), std::size_t{1});
        QCOMPARE(dialog.chosen()[0].fileEnd, std::string("cost_layer1"));
    }

private:
    QString at(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QString save(const char *name)
    {
        QSignalSpy done(m_page.get(), &InspectPage::exported);
        m_page->saveView(at(name).toStdString());
        if (!done.wait(20000))
            qWarning("nothing was written");
        return at(name);
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
    JobRunner m_jobs;
    std::unique_ptr<InspectPage> m_page;
    std::shared_ptr<workflow::Inspection> m_inspection;
};

QTEST_MAIN(TstInspectExport)
#include "tst_inspect_export.moc"
