#include "ui/analyse/analyse_page.h"

#include "ui/analyse/analysis_view.h"
#include "ui/analyse/category_table.h"
#include "ui/analyse/picture_table.h"
#include "ui/analyse/rate_grid.h"
#include "ui/plots/density_plot.h"
#include "ui/plots/distribution_plot.h"
#include "ui/plots/operating_plot.h"

#include "made_project.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr int kLoadMs = 60000;

QWidget *insideOf(QWidget &plot)
{
    return plot.findChildren<QWidget *>(Qt::FindDirectChildrenOnly).front();
}

} // namespace

class TstAnalysePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void saysThatThereIsNoEvaluation();
    void saysWhyItCannotBeRead();
    void showsAnEvaluation();
    void theThresholdMovesEverything();
    void rulesChooseTheThreshold();
    void costsAskForTheirFields();
    void aCellListsItsPictures();
    void aBarListsItsPictures();
    void aCurvePointMovesTheThresholdAndLists();
    void aDoubleClickWantsThePicture();
    void choosesCategoryMapAndLevel();
    void warnsOfFewPictures();
    void showsAnotherMethodsScores();
    void anEmptyRunEmptiesThePage();
    void followsTenThousandPictures();

private:
    /// A part of the page's own message, not of a view's.
    template <class T>
    T *ofMessage(const QString &name)
    {
        return m_page->findChild<QWidget *>(u"pageMessage"_s)->findChild<T *>(name);
    }
    void load(const std::string &run);
    std::size_t count(Outcome outcome)
    {
        return m_page->view().board().matrix().cell(outcome)->count();
    }
    QComboBox *combo(const QString &name)
    {
        for (auto *box : m_page->view().findChildren<QComboBox *>())
            if (box->accessibleName() == name)
                return box;
        return nullptr;
    }

    QTemporaryDir m_dir;
    fs::path m_project, m_root;
    std::string m_run, m_few, m_external, m_large, m_none;
    std::unique_ptr<JobRunner> m_runner;
    std::unique_ptr<AnalysePage> m_page;
};

void TstAnalysePage::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    const auto folder = fs::path(m_dir.path().toStdString());
    m_project = folder / "project";
    m_root = folder / "pictures";
    auto project = store::Project::create(m_project);
    QVERIFY(project.ok());
    store::Evaluation evaluation;
    for (const char *category : {"board", "metal"}) {
        made::addCategory(evaluation, category, 40, category == std::string("board") ? 2 : 0);
        made::addCurves(evaluation, category);
        made::addMetrics(evaluation, category, 0.8);
    }
    made::addMetrics(evaluation, {}, 0.8);
    made::paintPictures(m_root, evaluation);
    m_run = made::addRun(*project, m_root, evaluation);

    store::Evaluation few;
    made::addCategory(few, "board", 8, 0);
    m_few = made::addRun(*project, m_root, few);

    store::Evaluation external;
    made::addCategory(external, "board", 40, 2);
    for (auto &score : external.scores) {
        score.external = score.fused;
        score.baseline = score.filtered = score.fused = {};
    }
    m_external = made::addRun(*project, m_root, external);

    store::Evaluation large;
    made::addCategory(large, "board", 5000, 100);
    m_large = made::addRun(*project, m_root, large);
    m_none = std::to_string(project->createRun({}).orThrow());
}

void TstAnalysePage::init()
{
    m_page.reset();
    m_runner = std::make_unique<JobRunner>();
    m_page = std::make_unique<AnalysePage>(m_runner.get());
    m_page->resize(1100, 720);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TstAnalysePage::load(const std::string &run)
{
    m_page->setRun(m_project, run);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->analysis() != nullptr, kLoadMs);
    m_page->grab(); // lays everything out
}

void TstAnalysePage::saysThatThereIsNoEvaluation()
{
    auto *message = ofMessage<QLabel>(u"message"_s);
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(u"No evaluation yet"_s));
    m_page->setRun(m_project, m_none);
    QTRY_VERIFY(message->text().contains(u"Run "_s + QString::fromStdString(m_none)));
    QVERIFY(!m_page->view().isVisible());
    QSignalSpy wanted(m_page.get(), &AnalysePage::evaluationWanted);
    QTest::mouseClick(ofMessage<QPushButton>(u"action"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void TstAnalysePage::saysWhyItCannotBeRead()
{
    m_page->setRun(m_project.parent_path() / "nowhere", "1");
    auto *message = ofMessage<QLabel>(u"message"_s);
    QTRY_VERIFY(message->text().contains(u"nowhere"_s));
    QCOMPARE(ofMessage<QPushButton>(u"action"_s)->text(), u"Try again"_s);
}

void TstAnalysePage::showsAnEvaluation()
{
    load(m_run);
    QTRY_VERIFY(m_page->view().isVisible());
    QCOMPARE(combo(u"Category"_s)->count(), 3); // and all of them
    QCOMPARE(combo(u"Map"_s)->count(), 3);
    QCOMPARE(combo(u"Map"_s)->currentText(), u"Fused (baseline and filtered)"_s);
    QCOMPARE(count(Outcome::Passed) + count(Outcome::FalseReject), std::size_t{80});
    QCOMPARE(m_page->view().metrics().rowCount(), 9); // two categories and the mean
    QVERIFY(m_page->view().rates().text().contains(u"Recall "_s));
}

void TstAnalysePage::theThresholdMovesEverything()
{
    load(m_run);
    auto &view = m_page->view();
    combo(u"Category"_s)->setCurrentIndex(1);
    auto *number = m_page->view().findChild<QDoubleSpinBox *>(u"threshold"_s);
    number->setValue(5.0);
    QCOMPARE(view.threshold(), 5.0);
    QCOMPARE(count(Outcome::FalseReject), std::size_t{2});
    QCOMPARE(count(Outcome::Escape), std::size_t{2});
    QCOMPARE(count(Outcome::Found), std::size_t{38});
    QVERIFY(view.rates().text().contains(u"Recall 38 of 40, 95 %: 83.5–98.6 %"_s));
    QCOMPARE(*m_page->view().findChild<DensityPlot *>()->threshold(), 5.0);
    QCOMPARE(*m_page->view().findChild<DistributionPlot *>()->threshold(), 5.0);
    QCOMPARE(*m_page->view().findChild<OperatingPlot *>()->point(), QPointF(2 / 40.0, 38 / 40.0));
    m_page->view().findChild<QSlider *>()->setValue(0); // the lowest score
    QCOMPARE(count(Outcome::Passed), std::size_t{0});
    QTest::keyClick(m_page->view().findChild<DensityPlot *>(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(view.threshold() > view.board().histogram().low);
    QCOMPARE(number->value(), std::round(view.threshold() * 1000) / 1000);
}

void TstAnalysePage::rulesChooseTheThreshold()
{
    load(m_run);
    combo(u"Category"_s)->setCurrentIndex(1);
    auto *rule = combo(u"Rule"_s);
    QCOMPARE(rule->currentText(), u"Best F1"_s);
    rule->setCurrentText(u"False rejects at most"_s);
    for (auto *box : m_page->view().findChildren<QDoubleSpinBox *>())
        if (box->accessibleName() == u"False rejects"_s)
            box->setValue(0.0);
    QCOMPARE(count(Outcome::FalseReject), std::size_t{0});
    QVERIFY(count(Outcome::Found) > 0);
    // Moving the line by hand lets the rule go.
    m_page->view().setThreshold(5.0);
    QCOMPARE(rule->currentText(), u"By hand"_s);
    combo(u"Category"_s)->setCurrentIndex(2);
    QCOMPARE(m_page->view().threshold(), 5.0);
    QCOMPARE(count(Outcome::FalseReject), std::size_t{0}); // metal parts at 5
}

void TstAnalysePage::costsAskForTheirFields()
{
    load(m_run);
    combo(u"Category"_s)->setCurrentIndex(1);
    combo(u"Rule"_s)->setCurrentText(u"Least cost"_s);
    QDoubleSpinBox *escape = nullptr;
    QDoubleSpinBox *share = nullptr;
    for (auto *box : m_page->view().findChildren<QDoubleSpinBox *>()) {
        if (box->accessibleName() == u"An escape costs"_s)
            escape = box;
        if (box->accessibleName() == u"Defective parts"_s)
            share = box;
    }
    QVERIFY(escape && escape->isVisible() && share->isVisible());
    share->setValue(0.0); // nothing to find: nothing is rejected
    QCOMPARE(count(Outcome::FalseReject) + count(Outcome::Found), std::size_t{0});
    share->setValue(50.0);
    escape->setValue(1e6);
    QCOMPARE(count(Outcome::Escape), std::size_t{0});
}

void TstAnalysePage::aCellListsItsPictures()
{
    load(m_run);
    combo(u"Category"_s)->setCurrentIndex(1);
    auto &view = m_page->view();
    view.setThreshold(5.0);
    QTRY_COMPARE(view.pictures().paths().size(), 4); // the misjudged, unless something is chosen
    QTest::mouseClick(view.board().matrix().cell(Outcome::Escape), Qt::LeftButton);
    const auto paths = view.pictures().paths();
    QCOMPARE(paths.size(), 2);
    QVERIFY(paths.contains(QString::fromStdString((m_root / "board/d0.png").string())));
    QVERIFY(view.findChild<QLabel *>(u"why"_s)->text().contains(u"escapes"_s));
    view.setThreshold(2.0); // now nothing escapes, and the list follows
    QTRY_COMPARE(view.pictures().paths().size(), 0);
    QTest::keyClick(view.board().matrix().cell(Outcome::Escape), Qt::Key_Space);
    QVERIFY(!view.board().matrix().chosen()); // let go
}

void TstAnalysePage::aBarListsItsPictures()
{
    load(m_run);
    combo(u"Category"_s)->setCurrentIndex(1);
    auto *plot = m_page->view().findChild<DistributionPlot *>();
    const auto &histogram = m_page->view().board().histogram();
    auto *inside = insideOf(*plot);
    QTest::mouseClick(
        inside, Qt::LeftButton, {},
        {qRound(plot->scoreToX(histogram.low + 1e-6)) - inside->x() + 2, inside->height() / 3});
    QCOMPARE(std::uint64_t(m_page->view().pictures().paths().size()),
             histogram.good[0] + histogram.defective[0]);
}

void TstAnalysePage::aCurvePointMovesTheThresholdAndLists()
{
    load(m_run);
    combo(u"Category"_s)->setCurrentIndex(2); // parts wholly: the corner of the curve
    auto *plot = m_page->view().findChild<OperatingPlot *>();
    plot->grab();
    auto *inside = insideOf(*plot);
    QTest::mouseClick(inside, Qt::LeftButton, {},
                      plot->toWidget({0.0, 1.0}).toPoint() - inside->pos());
    QVERIFY(!m_page->view().pictures().paths().isEmpty());
    QCOMPARE(count(Outcome::Escape), std::size_t{0});
    QCOMPARE(count(Outcome::FalseReject), std::size_t{0});
    QCOMPARE(combo(u"Rule"_s)->currentText(), u"By hand"_s);
}

void TstAnalysePage::aDoubleClickWantsThePicture()
{
    load(m_run);
    combo(u"Category"_s)->setCurrentIndex(1);
    auto &list = m_page->view().pictures();
    m_page->view().setThreshold(5.0);
    QTRY_COMPARE(list.paths().size(), 4);
    QSignalSpy wanted(m_page.get(), &AnalysePage::pictureWanted);
    const auto place = list.visualRect(list.model()->index(0, 0)).center();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(list.viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), list.paths().front());
    // The small pictures come by themselves.
    QTRY_VERIFY(!list.model()->index(0, 0).data(Qt::DecorationRole).isNull());
}

void TstAnalysePage::choosesCategoryMapAndLevel()
{
    load(m_run);
    auto *matrix = &m_page->view().board().matrix();
    auto *plot = m_page->view().findChild<OperatingPlot *>();
    combo(u"Map"_s)->setCurrentIndex(0);
    QCOMPARE(plot->curves().front().name.left(8), u"baseline"_s);
    QVERIFY(!plot->curves().front().dashed);
    QVERIFY(plot->curves().back().dashed);
    combo(u"Level"_s)->setCurrentIndex(1);
    QVERIFY(plot->isEmpty()); // pixel curves are kept by category
    QVERIFY(!matrix->isEnabled());
    combo(u"Category"_s)->setCurrentIndex(1);
    QVERIFY(!plot->isEmpty());
    QCOMPARE(plot->curves().size(), std::size_t{2});
    combo(u"Kind of curve"_s)->setCurrentText(u"PRO"_s);
    QCOMPARE(plot->curves().size(), std::size_t{2});
    QVERIFY(m_page->view().findChild<DistributionPlot *>()->isEmpty());
    combo(u"Level"_s)->setCurrentIndex(0);
    QCOMPARE(combo(u"Kind of curve"_s)->findText(u"PRO"_s), -1);
    QVERIFY(matrix->isEnabled());
}

void TstAnalysePage::warnsOfFewPictures()
{
    const auto warning = [this] {
        for (auto *label : m_page->view().findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(u"only 8"_s))
                return true;
        return false;
    };
    load(m_run);
    QVERIFY(!warning());
    load(m_few);
    QTRY_VERIFY(warning());
}

void TstAnalysePage::showsAnotherMethodsScores()
{
    load(m_external);
    QCOMPARE(combo(u"Map"_s)->count(), 1);
    QVERIFY(!combo(u"Map"_s)->isEnabled());
    m_page->view().setThreshold(5.0);
    QCOMPARE(count(Outcome::Found), std::size_t{38});
    QVERIFY(!m_page->view().findChild<DensityPlot *>()->isEmpty());
}

void TstAnalysePage::anEmptyRunEmptiesThePage()
{
    load(m_run);
    QTRY_VERIFY(m_page->view().isVisible());
    m_page->setRun(m_project, {});
    QVERIFY(!m_page->analysis());
    QVERIFY(!m_page->view().isVisible());
}

void TstAnalysePage::followsTenThousandPictures()
{
    load(m_large);
    QTRY_VERIFY(m_page->view().isVisible());
    auto &view = m_page->view();
    for (int i = 0; i < 50; ++i) {
        view.setThreshold(3.0 + 0.05 * i);
        QCOMPARE(count(Outcome::Found) + count(Outcome::Escape), std::size_t{5000});
    }
    view.setThreshold(5.0);
    QCOMPARE(count(Outcome::Escape), std::size_t{100});
    QCOMPARE(count(Outcome::FalseReject), std::size_t{100});
}

QTEST_MAIN(TstAnalysePage)
#include "tst_analyse_page.moc"
