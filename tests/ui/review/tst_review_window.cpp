#include "tests/result_check.h"
#include "tests/ui/review/reviewed_project.h"
#include "ui/dataset/dataset_page.h"
#include "ui/image/image_canvas.h"
#include "ui/review/evidence_view.h"
#include "ui/review/queue_panel.h"
#include "ui/review/review_page.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;
using store::Verdict;
namespace fs = std::filesystem;
using reviewed::kWaitMs;

/// The review in the window, with keys alone.
class TstReviewWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void reviewsByKeyboardAlone();
    void aHeldKeyDecidesOnce();
    void writingAFilterDecidesNothing();
    void writingAShareDecidesNothing();
    void keysOfOtherPagesDecideNothing();
    void looksAtThePictureByKeyboard();
    void marksWhatIsReviewedOnTheDatasetPage();
    void closingWaitsForTheLastDecision();
    void closingAsksAboutWhatCannotBeSaved();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(),
                        static_cast<Qt::Key>(key), modifiers);
    }
    void decideBy(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTRY_VERIFY_WITH_TIMEOUT(page().evidence().isPainted(), kWaitMs);
        const auto before = trail().size();
        press(key, modifiers);
        QTRY_COMPARE_WITH_TIMEOUT(page().unsaved(), std::size_t(0), kWaitMs);
        QCOMPARE(trail().size(), before + 1);
    }
    ReviewPage &page() { return m_window->reviewPage(); }
    fs::path folder() const { return m_dir->path().toStdString(); }
    std::vector<store::Decision> trail() const { return reviewed::trailOf(folder()); }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MainWindow> m_window;
};

void TstReviewWindow::initTestCase()
{
    QCoreApplication::setOrganizationName(u"costfilter-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    qputenv("XDG_CACHE_HOME", m_settings.filePath(u"cache"_s).toUtf8());
}

void TstReviewWindow::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const auto run = reviewed::makeProject(folder(), 12);
    reviewed::addReviewer(folder(), "Ada");
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openPath(QString::fromStdString((folder() / "project").string()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().project() && m_window->session().dataset(),
                             kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy(), kWaitMs);
    m_window->session().setTrainedRun(run);
    press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().isVisible() && page().set(), kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy(), kWaitMs);
    page().setReviewer(u"Ada"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page().current(), kWaitMs);
    page().queue().table()->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(page().evidence().isPainted(), kWaitMs);
}

void TstReviewWindow::cleanup()
{
    m_window.reset();
    m_dir.reset();
}

void TstReviewWindow::reviewsByKeyboardAlone()
{
    decideBy(Qt::Key_Return);
    decideBy(Qt::Key_X);
    decideBy(Qt::Key_U);
    decideBy(Qt::Key_1, Qt::KeypadModifier);
    decideBy(Qt::Key_2, Qt::KeypadModifier);
    decideBy(Qt::Key_3, Qt::KeypadModifier);
    decideBy(Qt::Key_Enter, Qt::KeypadModifier);
    decideBy(Qt::Key_2); // the second reason
    const auto rows = trail();
    const std::vector<Verdict> wanted = {Verdict::Ok, Verdict::Ng, Verdict::Unsure,
                                         Verdict::Ok, Verdict::Ng, Verdict::Unsure,
                                         Verdict::Ok, Verdict::Ng};
    QCOMPARE(rows.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i)
        QCOMPARE(rows[i].verdict, wanted[i]);
    QCOMPARE(rows.back().reason, std::string("dirty"));
    QCOMPARE(page().queue().currentRow(), 8);
    press(Qt::Key_A);
    QCOMPARE(page().queue().currentRow(), 7);
    press(Qt::Key_Left);
    QCOMPARE(page().queue().currentRow(), 6);
    press(Qt::Key_D);
    press(Qt::Key_Right);
    QCOMPARE(page().queue().currentRow(), 8);
    press(Qt::Key_Left);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(page().queue().currentRow(), 8);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(page().queue().currentRow(), 8);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page().unsaved(), std::size_t(0), kWaitMs);
    QCOMPARE(store::standingDecisions(trail()).size(), wanted.size() - 2);
    QCOMPARE(page().queue().currentRow(), 6);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page().unsaved(), std::size_t(0), kWaitMs);
    QCOMPARE(store::standingDecisions(trail()).size(), wanted.size() - 1);
}

void TstReviewWindow::aHeldKeyDecidesOnce()
{
    QVERIFY(!m_window->actions().action(u"review.accept"_s)->autoRepeat());
    for (int digit = 1; digit <= 9; ++digit)
        QVERIFY(!m_window->actions().action(u"review.reason%1"_s.arg(digit))->autoRepeat());
}

void TstReviewWindow::writingAFilterDecidesNothing()
{
    auto *filter = page().findChild<QLineEdit *>(u"reviewFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"xu1 d"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(filter->text(), u"xu1 d"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy(), kWaitMs);
    QCOMPARE(page().unsaved(), std::size_t(0));
    QVERIFY(trail().empty());
}

void TstReviewWindow::writingAShareDecidesNothing()
{
    auto *share = page().findChild<QSpinBox *>(u"secondShare"_s);
    share->setFocus();
    QTest::keyClick(share, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(share, u"25"_s);
    QTest::keyClick(share, Qt::Key_Return);
    QCOMPARE(share->value(), 25);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy(), kWaitMs);
    QCOMPARE(page().unsaved(), std::size_t(0));
    QVERIFY(trail().empty());
}

void TstReviewWindow::keysOfOtherPagesDecideNothing()
{
    press(Qt::Key_4, Qt::ControlModifier); // Inspect has letters of its own
    press(Qt::Key_X);
    press(Qt::Key_Return);
    press(Qt::Key_1);
    QCOMPARE(page().unsaved(), std::size_t(0));
    QVERIFY(trail().empty());
    press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().evidence().isPainted(), kWaitMs);
    page().queue().table()->setFocus();
    decideBy(Qt::Key_X);
}

void TstReviewWindow::looksAtThePictureByKeyboard()
{
    auto &canvas = page().evidence().canvas();
    press(Qt::Key_C);
    QVERIFY(!canvas.style().mapShown);
    press(Qt::Key_C);
    QVERIFY(canvas.style().mapShown);
    press(Qt::Key_T);
    QVERIFY(canvas.style().maskShown);
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(canvas.zoom(), 1.0);
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(canvas.zoom() > 1.0);
}

void TstReviewWindow::marksWhatIsReviewedOnTheDatasetPage()
{
    decideBy(Qt::Key_Return);
    decideBy(Qt::Key_X);
    press(Qt::Key_1, Qt::ControlModifier);
    auto *data = m_window->findChild<DatasetPage *>();
    QVERIFY(data->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy(), kWaitMs);
    data->setQuery(u"reviewed:yes"_s);
    QTRY_COMPARE_WITH_TIMEOUT(data->model()->rowCount(), 2, kWaitMs);
}

void TstReviewWindow::closingWaitsForTheLastDecision()
{
    press(Qt::Key_Return);
    QVERIFY(page().unsaved() > 0);
    QVERIFY(!m_window->close());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kWaitMs);
    QCOMPARE(trail().size(), std::size_t(1));
}

void TstReviewWindow::closingAsksAboutWhatCannotBeSaved()
{
    fs::rename(folder() / "project", folder() / "away");
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(page().isSavingStopped(), kWaitMs);
    QVERIFY(!m_window->close());
    auto *question = m_window->findChild<QMessageBox *>(u"unsavedQuestion"_s);
    QVERIFY(question);
    question->reject();
    QVERIFY(m_window->isVisible());
    QCOMPARE(page().unsaved(), std::size_t(1));
    QVERIFY(!m_window->close());
    for (auto *again : m_window->findChildren<QMessageBox *>(u"unsavedQuestion"_s))
        if (again->isVisible())
            again->findChild<QPushButton *>(u"quitWithoutDecisions"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kWaitMs);
    fs::rename(folder() / "away", folder() / "project");
    QVERIFY(trail().empty());
}

QTEST_MAIN(TstReviewWindow)
#include "tst_review_window.moc"
