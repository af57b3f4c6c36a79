#include "ui/analyse/zones_view.h"

#include "core/workflow/model_location.h"
#include "ui/analyse/analyse_page.h"
#include "ui/analyse/cost_panel.h"
#include "ui/analyse/picture_table.h"
#include "ui/plots/distribution_plot.h"

#include "made_project.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <fstream>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;
using metrics::Zone;
namespace fs = std::filesystem;

namespace {

constexpr int kLoadMs = 60000;

} // namespace

/// Thresholds by cost, on the page as a user drives it.
class TstZonesView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void choosesTheCheapest();
    void costsMoveTheThresholds();
    void everyPictureIsInOneCell();
    void aCellListsItsPictures();
    void draggingIsByHand();
    void thresholdsNeverCross();
    void keysMoveBothLines();
    void saysHowSureTheCostIs();
    void saysWhatCannotBeConcluded();
    void remembersTheCosts();
    void keepsThemWithTheModel();
    void saysWhyTheyCannotBeKept();

private:
    void load(const std::string &run);
    ZonesView &view() { return m_page->zones(); }
    QDoubleSpinBox &field(const char *name)
    {
        return *view().findChild<QDoubleSpinBox *>(QLatin1String(name));
    }
    void set(const char *name, double value) { field(name).setValue(value); }

    QTemporaryDir m_dir;
    fs::path m_project, m_model;
    std::string m_run, m_good;
    std::unique_ptr<JobRunner> m_runner;
    std::unique_ptr<AnalysePage> m_page;
};

void TstZonesView::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"tst_zones_view"_s);
    QLocale::setDefault(QLocale::c());
    const auto folder = fs::path(m_dir.path().toStdString());
    m_project = folder / "project";
    auto project = store::Project::create(m_project);
    QVERIFY(project.ok());
    store::Evaluation evaluation;
    for (const char *category : {"board", "metal"})
        made::addCategory(evaluation, category, 40, 6);
    made::paintPictures(folder / "pictures", evaluation);
    m_run = made::addRun(*project, folder / "pictures", evaluation);
    const auto id = workflow::runIdFrom(m_run).orThrow();
    fs::create_directories(project->runFolder(id));
    m_model = project->runFolder(id) / "model.safetensors";
    std::ofstream(m_model) << "a model";
    store::RunOutcome outcome;
    outcome.modelPath = fs::relative(m_model, m_project);
    QVERIFY(project->finishRun(id, outcome).ok());

    store::Evaluation good;
    made::addCategory(good, "board", 40, 0);
    std::erase_if(good.scores, [](const auto &score) { return score.defective.value_or(false); });
    m_good = made::addRun(*project, folder / "pictures", good);
}

void TstZonesView::init()
{
    QSettings().clear();
    m_page.reset();
    m_runner = std::make_unique<JobRunner>();
    m_page = std::make_unique<AnalysePage>(m_runner.get());
    m_page->resize(1200, 760);
    m_page->showZones();
    m_page->show();
    load(m_run);
}

void TstZonesView::load(const std::string &run)
{
    m_page->setRun(m_project, run);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->analysis(), kLoadMs);
}

void TstZonesView::choosesTheCheapest()
{
    QVERIFY(view().choice());
    const auto &scores = m_page->analysis()->categories.front().scores.at(store::Variant::Fused);
    const auto ranked = workflow::rankedScores(scores).orThrow();
    const auto costs = view().panel().costs();
    const double cheapest = *view().choice()->table.expectedCost.value;
    for (const double low : ranked.normal)
        for (const double high : ranked.defect)
            if (low <= high)
                QVERIFY(
                    *metrics::zoneTable(ranked, {low, high}, costs).orThrow().expectedCost.value >=
                    cheapest - 1e-12);
}

void TstZonesView::costsMoveTheThresholds()
{
    const auto before = view().choice()->thresholds;
    set("escape", 100000.0);
    QVERIFY(view().choice()->thresholds.low <= before.low);
    set("review", 0.0); // looking costs nothing: everything that is not sure is looked at
    QCOMPARE(view().choice()->table.defect.pass, 0U);
    QCOMPARE(view().choice()->table.normal.fail, 0U);
    set("review", 1000.0);
    set("escape", 100.0);
    QCOMPARE(view().choice()->table.normal.review + view().choice()->table.defect.review, 0U);
}

void TstZonesView::everyPictureIsInOneCell()
{
    std::size_t all = 0;
    for (const bool defective : {false, true})
        for (const auto zone : {Zone::Pass, Zone::Review, Zone::Fail})
            all += view().matrix().cell({zone, defective})->count();
    QCOMPARE(
        all,
        m_page->analysis()->categories.front().scores.at(store::Variant::Fused).pictures.size());
}

void TstZonesView::aCellListsItsPictures()
{
    auto *cell = view().matrix().cell({Zone::Fail, true});
    cell->setFocus();
    QTest::keyClick(cell, Qt::Key_Space);
    QTRY_COMPARE(std::size_t(view().pictures().paths().size()), cell->count());
    QVERIFY(cell->count() > 0);
    QSignalSpy wanted(m_page.get(), &AnalysePage::pictureWanted);
    view().pictures().setCurrentIndex(view().pictures().model()->index(0, 0));
    QTest::keyClick(&view().pictures(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
}

void TstZonesView::draggingIsByHand()
{
    auto *plot = view().findChild<DistributionPlot *>();
    auto *inside = plot->findChildren<QWidget *>(Qt::FindDirectChildrenOnly).front();
    view().panel().setByHand();
    Q_EMIT view().panel().thresholdsMoved({2.0, 4.0});
    const auto at = [&](double score) {
        return QPoint(qRound(plot->scoreToX(score)) - inside->x(), inside->height() / 3);
    };
    QTest::mousePress(inside, Qt::LeftButton, {}, at(4.0));
    QTest::mouseMove(inside, at(5.0));
    QTest::mouseRelease(inside, Qt::LeftButton, {}, at(5.0));
    QVERIFY(std::abs(view().choice()->thresholds.high - 5.0) < 0.1);
    QCOMPARE(view().choice()->thresholds.low, 2.0);
    QVERIFY(view().panel().isByHand());
    view().findChild<QComboBox *>(u"rule"_s)->setCurrentIndex(0);
    QVERIFY(!view().panel().isByHand());
    QVERIFY(view().choice()->thresholds.high != 5.0);
}

void TstZonesView::thresholdsNeverCross()
{
    set("low", 3.0);
    set("high", 5.0);
    set("low", 6.0);
    QCOMPARE(view().choice()->thresholds, (metrics::ZoneThresholds{6.0, 6.0}));
    set("high", 1.0);
    QCOMPARE(view().choice()->thresholds, (metrics::ZoneThresholds{1.0, 1.0}));
    QVERIFY(view().panel().isByHand());
}

void TstZonesView::keysMoveBothLines()
{
    set("low", 2.0);
    set("high", 4.0);
    auto *plot = view().findChild<DistributionPlot *>();
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Right);
    QVERIFY(view().choice()->thresholds.low > 2.0);
    QCOMPARE(view().choice()->thresholds.high, 4.0);
    QTest::keyClick(plot, Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(view().choice()->thresholds.high < 4.0);
}

void TstZonesView::saysHowSureTheCostIs()
{
    QSignalSpy found(&view(), &ZonesView::intervalFound);
    QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, kLoadMs);
    bool isShown = false;
    for (const auto *label : view().findChildren<QLabel *>())
        isShown = isShown || label->text().contains(u"(95 %"_s);
    QVERIFY(isShown);
    QVERIFY(view().conclusion().contains(u"were chosen on these pictures"_s));
    QVERIFY2(view().conclusion().contains(u"Cheapest thresholds (95 %): pass below"_s),
             qPrintable(view().conclusion()));
}

void TstZonesView::saysWhatCannotBeConcluded()
{
    m_page->setRun(m_project, m_good);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->analysis() && view().choice() &&
                                 view().choice()->table.defect.total() == 0,
                             kLoadMs);
    QVERIFY2(view().conclusion().contains(u"no defective picture"_s),
             qPrintable(view().conclusion()));
    QVERIFY(!view().findChild<QPushButton *>(u"keep"_s)->isEnabled());
    set("low", 2.0); // by hand it can be chosen
    QVERIFY(view().findChild<QPushButton *>(u"keep"_s)->isEnabled());
}

void TstZonesView::remembersTheCosts()
{
    set("escape", 123.0);
    CostPanel next;
    QCOMPARE(next.costs().escape, 123.0);
    QCOMPARE(next.costs(), view().panel().costs());
}

void TstZonesView::keepsThemWithTheModel()
{
    fs::remove(workflow::decisionRuleFile(m_model));
    QSignalSpy kept(m_page.get(), &AnalysePage::thresholdsKept);
    auto *keep = view().findChild<QPushButton *>(u"keep"_s);
    QTest::mouseClick(keep, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 1, kLoadMs);
    auto rule = workflow::loadDecisionRule(m_model).orThrow();
    QCOMPARE(rule->find("metal")->thresholds, view().choice()->thresholds);
    QCOMPARE(rule->find("metal")->costs, std::optional(view().panel().costs()));

    auto *category = view().findChild<QComboBox *>();
    category->setCurrentIndex(category->findData(u"metal"_s));
    set("low", 2.5);
    QTest::mouseClick(keep, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(kept.size(), 2, kLoadMs);
    rule = workflow::loadDecisionRule(m_model).orThrow();
    QCOMPARE(rule->find("metal")->thresholds.low, 2.5);
    QVERIFY(!rule->find("metal")->costs); // by hand
    QVERIFY(rule->find("board")->costs);
}

void TstZonesView::saysWhyTheyCannotBeKept()
{
    m_page->setRun(m_project, m_good); // it has no model
    QTRY_VERIFY_WITH_TIMEOUT(view().choice() && view().choice()->table.defect.total() == 0,
                             kLoadMs);
    set("low", 2.0);
    QTest::mouseClick(view().findChild<QPushButton *>(u"keep"_s), Qt::LeftButton);
    const auto says = [&] {
        for (const auto *label : view().findChildren<QLabel *>())
            if (label->text().contains(u"⚠"_s) && label->text().contains(u"model"_s))
                return true;
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(), kLoadMs);
}

QTEST_MAIN(TstZonesView)
#include "tst_zones_view.moc"
