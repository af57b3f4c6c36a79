#include "ui/plots/operating_plot.h"

#include <QSignalSpy>
#include <QTest>

using namespace cf::ui;
using namespace Qt::StringLiterals;

class TstOperatingPlot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void clickNearTheCurveChoosesItsPoint();
    void clickFarFromItChoosesNothing();
    void dragsAlongTheCurve();
    void stepsByKeys();
    void asksForNothingWithoutAPoint();

private:
    QPoint inside(double x, double y) const
    {
        return m_plot->toWidget({x, y}).toPoint() - m_inside->pos();
    }

    std::unique_ptr<OperatingPlot> m_plot;
    QWidget *m_inside = nullptr;
};

void TstOperatingPlot::init()
{
    m_plot = std::make_unique<OperatingPlot>();
    m_plot->setCurves(
        {{u"fused"_s, {0, 0, 0.5, 1}, {0, 0.5, 0.9, 1}}, {u"baseline"_s, {0, 1}, {0, 1}, true}});
    m_plot->setPoint(QPointF(0, 0.5));
    m_plot->resize(420, 420);
    m_plot->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
    m_plot->grab();
    m_inside = m_plot->findChildren<QWidget *>(Qt::FindDirectChildrenOnly).front();
}

void TstOperatingPlot::clickNearTheCurveChoosesItsPoint()
{
    QSignalSpy chosen(m_plot.get(), &OperatingPlot::pointChosen);
    QTest::mouseClick(m_inside, Qt::LeftButton, {}, inside(0.51, 0.9));
    QCOMPARE(chosen.size(), 2); // under way, and let go
    QCOMPARE(chosen[1][0].value<std::size_t>(), std::size_t{2});
    QVERIFY(chosen[0][1].toBool());
    QVERIFY(!chosen[1][1].toBool());
}

void TstOperatingPlot::clickFarFromItChoosesNothing()
{
    QSignalSpy chosen(m_plot.get(), &OperatingPlot::pointChosen);
    QTest::mouseClick(m_inside, Qt::LeftButton, {}, inside(0.7, 0.2));
    QVERIFY(chosen.isEmpty());
}

void TstOperatingPlot::dragsAlongTheCurve()
{
    QSignalSpy chosen(m_plot.get(), &OperatingPlot::pointChosen);
    QTest::mousePress(m_inside, Qt::LeftButton, {}, inside(0, 0.5));
    QTest::mouseMove(m_inside, inside(0.5, 0.8));
    QTest::mouseMove(m_inside, inside(0.95, 0.95));
    QTest::mouseRelease(m_inside, Qt::LeftButton, {}, inside(0.95, 0.95));
    QVERIFY(chosen.size() >= 3);
    QCOMPARE(chosen.last()[0].value<std::size_t>(), std::size_t{3});
    QVERIFY(!chosen.last()[1].toBool());
}

void TstOperatingPlot::stepsByKeys()
{
    QSignalSpy chosen(m_plot.get(), &OperatingPlot::pointChosen);
    QTest::keyClick(m_plot.get(), Qt::Key_Right);
    QCOMPARE(chosen.last()[0].value<std::size_t>(), std::size_t{2});
    m_plot->setPoint(QPointF(1, 1));
    QTest::keyClick(m_plot.get(), Qt::Key_Right); // the end
    QCOMPARE(chosen.size(), 1);
    QTest::keyClick(m_plot.get(), Qt::Key_Left);
    QCOMPARE(chosen.last()[0].value<std::size_t>(), std::size_t{2});
}

void TstOperatingPlot::asksForNothingWithoutAPoint()
{
    m_plot->setPoint({});
    QSignalSpy chosen(m_plot.get(), &OperatingPlot::pointChosen);
    QTest::mouseClick(m_inside, Qt::LeftButton, {}, inside(0.5, 0.9));
    QTest::keyClick(m_plot.get(), Qt::Key_Right);
    QVERIFY(chosen.isEmpty());
}

QTEST_MAIN(TstOperatingPlot)
#include "tst_operating_plot.moc"
