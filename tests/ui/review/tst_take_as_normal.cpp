#include "core/store/project.h"
#include "core/workflow/evaluation_in_force.h"
#include "core/workflow/normals_change.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"
#include "tests/ui/review/trained_cloth.h"
#include "ui/review/added_normals_dialog.h"
#include "ui/review/evidence_view.h"
#include "ui/review/normal_dialog.h"
#include "ui/review/normals_bar.h"
#include "ui/review/queue_panel.h"
#include "ui/review/review_page.h"
#include "ui/review/verdict_bar.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr int kWaitMs = 300000;

} // namespace

/// A false alarm that becomes a normal, in the window and with the real engine.
class TstTakeAsNormal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void listsDefectsFirst();
    void oneKeyLooksAndAsks();
    void escapeLeavesAllAsItWas();
    void enterTakesItAndUndoGivesTheOldScoresBack();
    void undoesThatOfAnEarlierSession();
    void takesAwayOneOfTheList();
    void saysThatNoneWasTaken();
    void showsAPictureWhileItAsks();
    void canBeStopped();
    void isNotOfferedWithoutAModel();

private:
    fs::path at(const char *name) const { return fs::path(m_dir.path().toStdString()) / name; }
    ReviewPage &page() { return m_window->reviewPage(); }
    store::Project project() const { return store::Project::open(at("project")).orThrow(); }
    store::Evaluation inForce() const
    {
        return workflow::evaluationInForce(project(), 1).orThrow().value();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(),
                        static_cast<Qt::Key>(key), modifiers);
    }
    NormalDialog *dialog() { return m_window->findChild<NormalDialog *>(); }
    /// As a window manager does once the dialog is gone.
    void goBackToTheWindow()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        page().queue().table()->setFocus();
    }
    void waitForPicture() { QTRY_VERIFY_WITH_TIMEOUT(page().evidence().isPainted(), kWaitMs); }
    void waitForRest()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!page().normals().isBusy() && !m_window->jobs().isBusy() &&
                                     page().unsaved() == 0,
                                 kWaitMs);
    }
    /// The good picture that scores highest, in the middle of the page.
    void goToAFalseAlarm()
    {
        std::size_t worst = 0;
        double highest = -1e9;
        for (std::size_t i = 0; i < page().set()->pictures.size(); ++i) {
            const auto &item = page().set()->pictures[i].item;
            if (item.defective == false && item.score.value_or(-1e9) > highest) {
                highest = *item.score;
                worst = i;
            }
        }
        page().queue().setCurrentRow(page().queue().model().rowOf(worst));
        QCOMPARE(page().current().value(), worst);
        waitForPicture();
    }
    void openWindow();

    QTemporaryDir m_settings, m_dir;
    std::unique_ptr<MainWindow> m_window;
};

void TstTakeAsNormal::initTestCase()
{
    QCoreApplication::setOrganizationName(u"costfilter-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    qputenv("XDG_CACHE_HOME", m_settings.filePath(u"cache"_s).toUtf8());
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("SKIPPED tst_take_as_normal: the weights of efficientnet-lite0 are not installed.");
    reviewed::trainCloth(m_dir.path().toStdString());
    CF_VERIFY(project().saveReviewer({"Ada", R"({"order":"category"})", true, ""}));
}

void TstTakeAsNormal::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openPath(QString::fromStdString(at("project").string()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().project() && m_window->session().dataset(),
                             kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy(), kWaitMs);
    m_window->session().setTrainedRun("1");
    press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().isVisible() && page().set(), kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy(), kWaitMs);
    page().setReviewer(u"Ada"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page().current(), kWaitMs);
    page().queue().table()->setFocus();
    waitForPicture();
}

void TstTakeAsNormal::init()
{
    openWindow();
    goToAFalseAlarm();
}

void TstTakeAsNormal::cleanup()
{
    m_window.reset();
}

void TstTakeAsNormal::listsDefectsFirst()
{
    using metrics::Zone;
    workflow::NormalsChange change;
    change.root = at("data");
    change.normal.file = at("data") / "cloth/test/good/000.png";
    change.normal.picture.category = "cloth";
    change.pictures = 1200;
    change.rescored = 4;
    const auto entry = [](const char *path, const char *kind, Zone before, Zone after) {
        return workflow::ChangedPicture{"cloth", path, kind, false, 2.5, 0.75, before, after};
    };
    for (const auto &folder : fs::directory_iterator(at("data") / "cloth/test"))
        if (folder.path().filename() != "good" && change.missed.size() < 2)
            change.missed.push_back(
                entry(fs::relative(folder.path() / "000.png", at("data")).c_str(),
                      folder.path().filename().c_str(), Zone::Fail, Zone::Pass));
    change.solved = {entry("cloth/test/good/000.png", "good", Zone::Fail, Zone::Pass)};
    change.others = {entry("cloth/test/good/001.png", "good", Zone::Review, Zone::Fail)};
    change.missed.back().isRejected = true;
    NormalDialog asking(lookOf(change), m_window.get());
    asking.show();
    auto *table = asking.findChild<QTableWidget *>();
    QCOMPARE(table->rowCount(), 4);
    const auto text = [&](int row, int column) { return table->item(row, column)->text(); };
    QCOMPARE(text(0, 0), u"missed"_s);
    QCOMPARE(text(1, 0), u"missed"_s);
    QCOMPARE(text(1, 2), u"NG"_s);
    QCOMPARE(text(2, 0), u"passes"_s);
    QCOMPARE(text(3, 0), u"called defective"_s);
    QCOMPARE(text(0, 3), u"2.500"_s);
    QCOMPARE(text(0, 4), u"0.750"_s);
    QVERIFY(!table->item(0, 1)->icon().isNull());
    QVERIFY(asking.findChild<QLabel *>(u"missedSentence"_s)->text().startsWith(u"2 "_s));
    QVERIFY(!table->accessibleName().isEmpty());
    QVERIFY(!asking.findChild<QLabel *>(u"defectWarning"_s)->isVisible());
    change.isKnownDefect = true;
    NormalDialog warning(lookOf(change), m_window.get());
    warning.show();
    QVERIFY(warning.findChild<QLabel *>(u"defectWarning"_s)->isVisible());
    QSignalSpy wanted(&asking, &NormalDialog::pictureWanted);
    table->selectRow(1);
    asking.findChild<QPushButton *>(u"showChanged"_s)->click();
    QCOMPARE(wanted.front().front().value<fs::path>(), change.missed.back().path);
}

void TstTakeAsNormal::oneKeyLooksAndAsks()
{
    const auto file = page().set()->fileOf(page().current().value());
    press(Qt::Key_N);
    QVERIFY(page().normals().isBusy());
    QVERIFY(page().normals().isVisible()); // with how far it is, and a button to stop it
    press(Qt::Key_N);                      // only says that one is at work
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), kWaitMs);
    QVERIFY(!page().normals().isVisible());
    QVERIFY(!dialog()->isModal());
    const auto *title = dialog()->findChild<QLabel *>();
    QVERIFY(title->text().contains(QString::fromStdString(file.filename().string())));
    const auto *missed = dialog()->findChild<QLabel *>(u"missedSentence"_s);
    QVERIFY(!missed->text().isEmpty());
    dialog()->reject();
    waitForRest();
}

void TstTakeAsNormal::escapeLeavesAllAsItWas()
{
    const auto before = inForce();
    const auto decisions = project().decisions().orThrow().size();
    press(Qt::Key_N);
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), kWaitMs);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    waitForRest();
    QVERIFY(inForce() == before);
    QCOMPARE(project().decisions().orThrow().size(), decisions);
    QVERIFY(page().set()->normals.empty());
}

void TstTakeAsNormal::enterTakesItAndUndoGivesTheOldScoresBack()
{
    const auto before = inForce();
    const auto picture = page().current().value();
    const auto path = page().set()->pictures[picture].item.path;
    const double score = page().set()->pictures[picture].item.score.value();
    press(Qt::Key_N);
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), kWaitMs);
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page().set()->normals.size(), std::size_t{1}, kWaitMs);
    waitForRest();
    QVERIFY(page().set()->pictures[picture].item.score.value() < score);
    const auto decisions = project().decisions().orThrow();
    const auto &decision = decisions.back();
    QCOMPARE(decision.path, path);
    QCOMPARE(decision.verdict, store::Verdict::Ok);
    QCOMPARE(decision.reason, std::string(workflow::kTakenAsNormal));
    QCOMPARE(decision.reviewer, std::string("Ada"));
    QCOMPARE(decision.score.value(), score); // what was on the screen
    QVERIFY(page().normals().isNormal(picture));
    const auto after = inForce();

    goBackToTheWindow();
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().set()->normals.empty(), kWaitMs);
    waitForRest();
    QVERIFY(inForce() == before);
    QCOMPARE(page().set()->pictures[picture].item.score.value(), score);
    QCOMPARE(project().decisions().orThrow().back().kind, store::DecisionKind::Undo);
    QVERIFY(!page().normals().isNormal(picture));
    QVERIFY(after.id != before.id);
    CF_VERIFY(project().verify());
    QVERIFY(project().verify().orThrow().empty());
}

void TstTakeAsNormal::undoesThatOfAnEarlierSession()
{
    const auto before = inForce();
    press(Qt::Key_N);
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), kWaitMs);
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page().set()->normals.size(), std::size_t{1}, kWaitMs);
    waitForRest();
    m_window.reset();
    openWindow();
    QCOMPARE(page().set()->normals.size(), std::size_t{1});
    goBackToTheWindow();
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().set()->normals.empty(), kWaitMs);
    waitForRest();
    QVERIFY(inForce() == before);
}

void TstTakeAsNormal::takesAwayOneOfTheList()
{
    const auto before = inForce();
    const auto file = page().set()->fileOf(page().current().value());
    press(Qt::Key_N);
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), kWaitMs);
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page().set()->normals.size(), std::size_t{1}, kWaitMs);
    waitForRest();
    const auto decisions = project().decisions().orThrow().size();

    m_window->actions().action(u"review.normals"_s)->trigger();
    auto *list = m_window->findChild<AddedNormalsDialog *>();
    QVERIFY(list);
    auto *table = list->findChild<QTableWidget *>();
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->text(), QString::fromStdString(file.filename().string()));
    QVERIFY(!table->item(0, 0)->icon().isNull()); // from the model, not from the data set
    QCOMPARE(table->item(0, 1)->text(), u"cloth"_s);
    QCOMPARE(table->item(0, 2)->text(), u"Ada"_s);
    QVERIFY(!table->item(0, 3)->text().isEmpty());
    QVERIFY(QTest::qWaitForWindowActive(list));
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), kWaitMs);
    QVERIFY(dialog()->findChild<QLabel *>()->text().contains(u"no more"_s));
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(page().set()->normals.empty(), kWaitMs);
    waitForRest();
    QVERIFY(inForce() == before);
    QCOMPARE(project().decisions().orThrow().size(), decisions); // it was judged OK all the same

    goBackToTheWindow();
    press(Qt::Key_Z, Qt::ControlModifier); // withdraws the decision; the normal is gone already
    waitForRest();
    QVERIFY(inForce() == before);
}

void TstTakeAsNormal::saysThatNoneWasTaken()
{
    m_window->actions().action(u"review.normals"_s)->trigger();
    auto *list = m_window->findChild<AddedNormalsDialog *>();
    QVERIFY(list);
    QVERIFY(!list->findChild<QTableWidget *>()->isVisible());
    QVERIFY(list->findChild<QLabel *>()->text().contains(u"only the normals"_s));
    QTest::keyClick(list, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<AddedNormalsDialog *>());
}

void TstTakeAsNormal::showsAPictureWhileItAsks()
{
    press(Qt::Key_N);
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), kWaitMs);
    const auto &other = page().set()->pictures.front();
    QSignalSpy wanted(dialog(), &NormalDialog::pictureWanted);
    Q_EMIT dialog()->pictureWanted(other.item.path);
    QTRY_COMPARE_WITH_TIMEOUT(page().current().value(), std::size_t{0}, kWaitMs);
    QVERIFY(dialog()); // it still asks
    auto *table = dialog()->findChild<QTableWidget *>();
    if (table->rowCount() > 0) {
        dialog()->findChild<QPushButton *>(u"showChanged"_s)->click();
        QCOMPARE(wanted.size(), 2);
    }
    dialog()->reject();
    waitForRest();
}

void TstTakeAsNormal::canBeStopped()
{
    const auto before = inForce();
    press(Qt::Key_N);
    QVERIFY(page().normals().isBusy());
    page().normals().findChild<QToolButton *>(u"stopNormals"_s)->click();
    waitForRest();
    QVERIFY(!dialog());
    QVERIFY(inForce() == before);
    goBackToTheWindow();
    press(Qt::Key_N); // and once more
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), kWaitMs);
    dialog()->reject();
    waitForRest();
}

void TstTakeAsNormal::isNotOfferedWithoutAModel()
{
    auto *button = page().verdicts().findChild<QToolButton *>(u"takeAsNormal"_s);
    QVERIFY(button->isVisible());
    QVERIFY2(button->text().contains(u"(N)"_s), qPrintable(button->text()));
    page().setRun(at("project"), {});
    QTRY_VERIFY_WITH_TIMEOUT(page().set() && !page().set()->run, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy() && page().current(), kWaitMs);
    QVERIFY(!button->isVisible());
    waitForPicture();
    QSignalSpy said(&page(), &ReviewPage::said);
    page().takeAsNormal();
    QCOMPARE(said.size(), 1);
    QVERIFY(!page().normals().isBusy());
}

QTEST_MAIN(TstTakeAsNormal)
#include "tst_take_as_normal.moc"
