#include "ui/plots/density_plot.h"
#include "ui/plots/distribution_plot.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

/// The child that gets the mouse.
QWidget *insideOf(QWidget &plot)
{
    return plot.findChildren<QWidget *>(Qt::FindDirectChildrenOnly).front();
}

QPoint at(const ScorePlot &plot, double score, QWidget &inside)
{
    return {qRound(plot.scoreToX(score)) - inside.x(), inside.height() / 3};
}

} // namespace

class TstScorePlots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void dragsTheLine();
    void movesTheLineByKeys();
    void clickOnDensitiesMovesTheLine();
    void clickOnABarChoosesIt();
    void enterChoosesTheBarUnderTheLine();
    void togglesTheLogarithm();
    void drawsNoLineWithoutAThreshold();

private:
    template <class Plot>
    void showPlot(Plot &plot)
    {
        plot.resize(500, 360);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        plot.grab(); // lays the axes out
    }

    std::unique_ptr<DensityPlot> m_densities;
    std::unique_ptr<DistributionPlot> m_distribution;
};

void TstScorePlots::init()
{
    m_densities = std::make_unique<DensityPlot>();
    m_densities->setDensities({{u"good"_s, {0, 2, 4}, {0, 0.5, 0}, false, false},
                               {u"defective"_s, {6, 8, 10}, {0, 0.5, 0}, true, false}});
    m_densities->setThreshold(5.0);
    m_distribution = std::make_unique<DistributionPlot>();
    m_distribution->setNames(u"good"_s, u"defective"_s);
    m_distribution->setDistribution({0, 10, {4, 2, 1, 0, 0}, {0, 0, 1, 3, 2}},
                                    PlotBox{0, 1, 2, 3, 5, {}}, PlotBox{4, 6, 7, 8, 9, {1}});
    m_distribution->setThreshold(5.0);
    showPlot(*m_densities);
    showPlot(*m_distribution);
}

void TstScorePlots::dragsTheLine()
{
    QSignalSpy moved(m_densities.get(), &ScorePlot::thresholdMoved);
    auto *inside = insideOf(*m_densities);
    QTest::mousePress(inside, Qt::LeftButton, {}, at(*m_densities, 5.0, *inside));
    QTest::mouseMove(inside, at(*m_densities, 7.0, *inside));
    QTest::mouseRelease(inside, Qt::LeftButton, {}, at(*m_densities, 7.0, *inside));
    QVERIFY(!moved.isEmpty());
    QVERIFY(std::abs(moved.last().front().toDouble() - 7.0) < 0.1);
    QCOMPARE(*m_densities->threshold(), 5.0); // moves when it is told to
    m_densities->setThreshold(7.0);
    m_densities->grab();
    QVERIFY(std::abs(m_densities->scoreToX(0.0) - m_densities->scoreToX(5.0)) > 50);
}

void TstScorePlots::movesTheLineByKeys()
{
    QSignalSpy moved(m_distribution.get(), &ScorePlot::thresholdMoved);
    m_distribution->setFocus();
    QTest::keyClick(m_distribution.get(), Qt::Key_Right);
    QVERIFY(moved.last().front().toDouble() > 5.0);
    QTest::keyClick(m_distribution.get(), Qt::Key_Left, Qt::ShiftModifier);
    const double far = 5.0 - moved.last().front().toDouble();
    const double near = moved.front().front().toDouble() - 5.0;
    QVERIFY(std::abs(far - 10 * near) < 1e-9);
}

void TstScorePlots::clickOnDensitiesMovesTheLine()
{
    QSignalSpy moved(m_densities.get(), &ScorePlot::thresholdMoved);
    auto *inside = insideOf(*m_densities);
    QTest::mouseClick(inside, Qt::LeftButton, {}, at(*m_densities, 3.0, *inside));
    QCOMPARE(moved.size(), 1);
    QVERIFY(std::abs(moved.last().front().toDouble() - 3.0) < 0.1);
}

void TstScorePlots::clickOnABarChoosesIt()
{
    QSignalSpy chosen(m_distribution.get(), &DistributionPlot::binChosen);
    QSignalSpy moved(m_distribution.get(), &ScorePlot::thresholdMoved);
    auto *inside = insideOf(*m_distribution);
    QTest::mouseClick(inside, Qt::LeftButton, {}, at(*m_distribution, 7.0, *inside));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<std::size_t>(), std::size_t{3});
    QVERIFY(moved.isEmpty());
    QCOMPARE(*m_distribution->binAt(10.0), std::size_t{4}); // the last one has its upper edge
    QVERIFY(!m_distribution->binAt(10.1));
    QVERIFY(!m_distribution->binAt(-0.1));
}

void TstScorePlots::enterChoosesTheBarUnderTheLine()
{
    QSignalSpy chosen(m_distribution.get(), &DistributionPlot::binChosen);
    QTest::keyClick(m_distribution.get(), Qt::Key_Return);
    QCOMPARE(chosen.front().front().value<std::size_t>(), std::size_t{2});
}

void TstScorePlots::togglesTheLogarithm()
{
    QAction *toggle = nullptr;
    for (auto *action : m_distribution->actions())
        if (action->isCheckable())
            toggle = action;
    QVERIFY(toggle);
    const auto before = m_distribution->grab().toImage();
    toggle->trigger();
    QVERIFY(m_distribution->isLogarithmic());
    QTRY_VERIFY(m_distribution->grab().toImage() != before); // drawn a little later
    toggle->trigger();
    QVERIFY(!m_distribution->isLogarithmic());
    QTRY_COMPARE(m_distribution->grab().toImage(), before);
}

void TstScorePlots::drawsNoLineWithoutAThreshold()
{
    const auto with = m_densities->grab().toImage();
    m_densities->setThreshold({});
    const auto without = m_densities->grab().toImage();
    QVERIFY(with != without);
    QSignalSpy moved(m_densities.get(), &ScorePlot::thresholdMoved);
    QTest::keyClick(m_densities.get(), Qt::Key_Right);
    auto *inside = insideOf(*m_densities);
    QTest::mouseClick(inside, Qt::LeftButton, {}, at(*m_densities, 3.0, *inside));
    QVERIFY(moved.isEmpty());
}

QTEST_MAIN(TstScorePlots)
#include "tst_score_plots.moc"
