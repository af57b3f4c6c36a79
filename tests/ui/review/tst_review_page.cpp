#include "tests/result_check.h"
#include "tests/ui/review/reviewed_project.h"
#include "ui/dataset/path_label.h"
#include "ui/image/image_canvas.h"
#include "ui/review/evidence_view.h"
#include "ui/review/queue_panel.h"
#include "ui/review/reasons_dialog.h"
#include "ui/review/review_page.h"
#include "ui/review/review_text.h"
#include "ui/review/reviewer_dialog.h"
#include "ui/review/shift_dialog.h"
#include "ui/review/verdict_bar.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <fstream>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;
using store::DecisionKind;
using store::Verdict;
namespace fs = std::filesystem;
using reviewed::kWaitMs;

namespace {

constexpr int kPictures = 20;

} // namespace

class TstReviewPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void saysWhatToDoWithoutAProject();
    void saysWhyItCannotBeRead();
    void asksWhoReviews();
    void addsAReviewerWithTheDatasetsDefects();
    void showsTheEvidence();
    void saysWhyThereIsNoMap();
    void decidesAndAdvances();
    void recordsWhatWasOnTheScreen();
    void doesNotJudgeAnUnreadablePicture();
    void waitsForTheDecisionBefore();
    void undoesAndRedoesAnyNumber();
    void undoesDecisionsOfEarlierSessions();
    void goesOnAtTheSamePlace();
    void keepsTheCurrentRowInSight();
    void goesToUndecidedPictures();
    void showsLabelSuspectsAsAQueue();
    void aSecondOpinionIsBlind();
    void settlesDisagreements();
    void keepsOrderReasonsAndShareOfAReviewer();
    void editsTheReasons();
    void showsHowFarItIs();
    void keepsWhatCannotBeSaved();
    void leavesOutWhatCannotBeSaved();
    void onlyShowsAReadOnlyProject();
    void saysWhereCostsAreNotKnown();
    void exportsTheTrail();
    void asksWhichShift();
    void reportsAShift();
    void findsAFlippedByte();

private:
    template <class T>
    T *part(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    fs::path folder() const { return m_dir->path().toStdString(); }
    std::vector<store::Decision> trail() const { return reviewed::trailOf(folder()); }
    const workflow::ReviewPicture &current() const
    {
        return m_page->set()->pictures.at(m_page->current().value());
    }
    QString message() const
    {
        for (const auto *label : m_page->findChildren<QLabel *>(u"message"_s))
            if (label->isVisible())
                return label->text();
        return {};
    }
    void makePage()
    {
        m_page = std::make_unique<ReviewPage>(m_runner.get());
        m_page->resize(1180, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    /// A project of bolts, with its queue in order of the names.
    void open(int pictures = kPictures, bool withMaps = true)
    {
        m_run = reviewed::makeProject(folder(), pictures, withMaps);
        reviewed::addReviewer(folder(), "Ada");
        reviewed::addReviewer(folder(), "Bo");
        reopen("Ada");
    }
    void reopen(const char *reviewer)
    {
        m_page.reset();
        makePage();
        m_page->setRun(folder() / "project", m_run);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->set(), kWaitMs);
        takeReviewer(reviewer);
    }
    void takeReviewer(const char *reviewer)
    {
        QSignalSpy ready(m_page.get(), &ReviewPage::ready);
        m_page->setReviewer(QLatin1String(reviewer));
        QTRY_VERIFY_WITH_TIMEOUT(!ready.empty(), kWaitMs);
    }
    void chooseQueue(ReviewQueue queue)
    {
        QSignalSpy ready(m_page.get(), &ReviewPage::ready);
        part<QComboBox>("reviewQueue")->setCurrentIndex(static_cast<int>(queue));
        QTRY_VERIFY_WITH_TIMEOUT(!ready.empty(), kWaitMs);
    }
    void waitForPicture() { QTRY_VERIFY_WITH_TIMEOUT(m_page->evidence().isPainted(), kWaitMs); }
    void decide(void (ReviewPage::*how)())
    {
        waitForPicture();
        (m_page.get()->*how)();
        QTRY_COMPARE_WITH_TIMEOUT(m_page->unsaved(), std::size_t(0), kWaitMs);
    }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JobRunner> m_runner;
    std::unique_ptr<ReviewPage> m_page;
    std::string m_run;
};

void TstReviewPage::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
}

void TstReviewPage::init()
{
    QSettings().clear();
    m_dir = std::make_unique<QTemporaryDir>();
    m_runner = std::make_unique<JobRunner>();
    makePage();
}

void TstReviewPage::cleanup()
{
    m_page.reset();
    m_runner.reset();
    m_dir.reset();
}

void TstReviewPage::saysWhatToDoWithoutAProject()
{
    m_page->setRun({}, {});
    QVERIFY(message().contains(u"project"_s));
    QSignalSpy wanted(m_page.get(), &ReviewPage::projectWanted);
    QTest::mouseClick(part<QPushButton>("action"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void TstReviewPage::saysWhyItCannotBeRead()
{
    m_page->setRun(folder() / "gone", "1");
    QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"gone"_s), kWaitMs);
    reviewed::makeProject(folder(), 4);
    fs::rename(folder() / "project", folder() / "gone");
    QTest::mouseClick(part<QPushButton>("action"), Qt::LeftButton); // once more
    QTRY_VERIFY_WITH_TIMEOUT(m_page->set(), kWaitMs);
}

void TstReviewPage::asksWhoReviews()
{
    m_run = reviewed::makeProject(folder(), 6);
    reviewed::addReviewer(folder(), "Ada");
    m_page->setRun(folder() / "project", m_run);
    QTRY_VERIFY_WITH_TIMEOUT(message().startsWith(u"Who reviews?"_s), kWaitMs);
    m_page->accept(); // decides nothing
    QTest::mouseClick(part<QPushButton>("action"), Qt::LeftButton);
    auto *dialog = m_page->findChild<ReviewerDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QListWidget *>()->count(), 1);
    QVERIFY(dialog->reviewer().isEmpty());
    auto *list = dialog->findChild<QListWidget *>();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Home);
    QCOMPARE(dialog->reviewer(), u"Ada"_s);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->reviewer(), u"Ada"_s, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->current(), kWaitMs);
    QVERIFY(trail().empty());
}

void TstReviewPage::addsAReviewerWithTheDatasetsDefects()
{
    open(6);
    m_page->setReviewer(u"Cleo"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->reviewer(), u"Cleo"_s, kWaitMs);
    QCOMPARE(m_page->verdicts().reasons(), QStringList{u"bent"_s});
    const auto stored = store::Project::open(folder() / "project").orThrow().reviewers().orThrow();
    QCOMPARE(stored.size(), std::size_t(3));
    QCOMPARE(stored.back().name, std::string("Cleo"));
}

void TstReviewPage::showsTheEvidence()
{
    open();
    waitForPicture();
    auto &canvas = m_page->evidence().canvas();
    // In order of category and name: bent/00001.png first.
    QCOMPARE(current().item.path, reviewed::pathOf(1));
    QCOMPARE(canvas.valueAt({5, 5}).value(), static_cast<float>(reviewed::scoreOf(1)));
    QCOMPARE(canvas.valueAt({50, 50}).value(), 1.0F);
    // One scale for the category: its lowest and highest score.
    QCOMPARE(canvas.style().scale.low, static_cast<float>(reviewed::scoreOf(0)));
    QCOMPARE(canvas.style().scale.high, static_cast<float>(reviewed::scoreOf(kPictures - 1)));
    QVERIFY(canvas.style().scale.threshold.value() > 2.5F);
    QVERIFY(canvas.style().mapShown);
    m_page->toggleOverlay();
    QVERIFY(!canvas.style().mapShown);
    m_page->toggleOverlay();
    QTest::keyPress(m_page.get(), Qt::Key_H);
    QVERIFY(!canvas.style().mapShown);
    QTest::keyRelease(m_page.get(), Qt::Key_H);
    QVERIFY(canvas.style().mapShown);
    QCOMPARE(part<QLabel>("labelOfPicture")->text(), u"defective (bent)"_s);
}

void TstReviewPage::saysWhyThereIsNoMap()
{
    open(6, false);
    waitForPicture();
    auto *sentence = part<QLabel>("mapSentence");
    QVERIFY(sentence->isVisible());
    QVERIFY(sentence->text().contains(u"00001"_s));
    decide(&ReviewPage::accept);
    const auto shown =
        QJsonDocument::fromJson(QByteArray::fromStdString(trail().front().shownJson)).object();
    QVERIFY(shown.value(u"map"_s).isNull());
    QCOMPARE(shown.value(u"overlay"_s).toBool(), false);
}

void TstReviewPage::decidesAndAdvances()
{
    open();
    const auto first = current().item.path;
    decide(&ReviewPage::accept);
    QVERIFY(current().item.path != first);
    decide(&ReviewPage::reject);
    decide(&ReviewPage::leaveUnsure);
    waitForPicture();
    m_page->rejectFor(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->unsaved(), std::size_t(0), kWaitMs);
    waitForPicture();
    m_page->rejectFor(3); // there is none
    const auto rows = trail();
    QCOMPARE(rows.size(), std::size_t(4));
    QCOMPARE(rows[0].path, first);
    QCOMPARE(rows[0].verdict, Verdict::Ok);
    QCOMPARE(rows[1].verdict, Verdict::Ng);
    QCOMPARE(rows[1].reason, std::string());
    QCOMPARE(rows[2].verdict, Verdict::Unsure);
    QCOMPARE(rows[3].verdict, Verdict::Ng);
    QCOMPARE(rows[3].reason, std::string("dirty"));
    for (const auto &row : rows) {
        QCOMPARE(row.kind, DecisionKind::First);
        QCOMPARE(row.reviewer, std::string("Ada"));
    }
    QCOMPARE(m_page->queue().model().index(3, QueueModel::Verdict).data().toString(),
             u"NG (dirty)"_s);
}

void TstReviewPage::recordsWhatWasOnTheScreen()
{
    open();
    waitForPicture();
    m_page->toggleOverlay();
    m_page->toggleMask();
    m_page->zoomTo100();
    const auto number = m_page->current().value();
    decide(&ReviewPage::reject);
    const auto row = trail().front();
    const auto &item = m_page->set()->pictures[number].item;
    QCOMPARE(row.score, item.score);
    QCOMPARE(row.threshold, item.threshold);
    QCOMPARE(row.runId.value(), m_page->set()->run->id);
    QCOMPARE(row.imageSha256.size(), std::size_t(64));
    const auto shown = QJsonDocument::fromJson(QByteArray::fromStdString(row.shownJson)).object();
    QCOMPARE(shown.value(u"map"_s).toString(), u"external"_s);
    QCOMPARE(shown.value(u"colours"_s).toString(), u"viridis"_s);
    QCOMPARE(shown.value(u"overlay"_s).toBool(), false);
    QCOMPARE(shown.value(u"ground_truth"_s).toBool(), false); // there is none
    QCOMPARE(shown.value(u"zoom"_s).toDouble(), 1.0);
    QCOMPARE(static_cast<float>(shown.value(u"threshold"_s).toDouble()),
             static_cast<float>(*item.threshold));
    QVERIFY(shown.value(u"high"_s).toDouble() > shown.value(u"low"_s).toDouble());
}

void TstReviewPage::doesNotJudgeAnUnreadablePicture()
{
    m_run = reviewed::makeProject(folder(), 6);
    reviewed::addReviewer(folder(), "Ada");
    std::ofstream(folder() / "pictures" / reviewed::pathOf(1)) << "no picture";
    reopen("Ada");
    const auto &canvas = m_page->evidence().canvas();
    QTRY_VERIFY_WITH_TIMEOUT(canvas.accessibleDescription().contains(u"00001"_s), kWaitMs);
    QVERIFY(!m_page->evidence().picture());
    m_page->accept();
    QVERIFY(trail().empty());
    m_page->showNext();
    decide(&ReviewPage::accept);
    QCOMPARE(trail().size(), std::size_t(1));
}

void TstReviewPage::waitsForTheDecisionBefore()
{
    open();
    waitForPicture();
    m_page->accept();
    QVERIFY(m_page->unsaved() > 0); // on its way
    waitForPicture();
    const auto second = m_page->current();
    m_page->reject();
    QVERIFY(m_page->unsaved() <= 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->current() != second, kWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->unsaved(), std::size_t(0), kWaitMs);
    QCOMPARE(trail().size(), std::size_t(2));
    QCOMPARE(trail().back().verdict, Verdict::Ng);
}

void TstReviewPage::undoesAndRedoesAnyNumber()
{
    open();
    const auto first = m_page->current();
    constexpr int kSteps = 10;
    for (int i = 0; i < kSteps; ++i)
        decide(i % 2 == 0 ? &ReviewPage::accept : &ReviewPage::reject);
    for (int i = 0; i < kSteps; ++i)
        m_page->undoStack()->undo();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->unsaved(), std::size_t(0), kWaitMs);
    QVERIFY(!m_page->undoStack()->canUndo());
    QCOMPARE(m_page->current(), first);
    auto rows = trail();
    QCOMPARE(rows.size(), std::size_t(2 * kSteps));
    QVERIFY(store::standingDecisions(rows).empty());
    for (int i = 0; i < kSteps; ++i) // the last first
        QCOMPARE(rows[static_cast<std::size_t>(kSteps + i)].withdraws.value(), kSteps - i);
    m_page->undoStack()->redo();
    m_page->undoStack()->redo();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->unsaved(), std::size_t(0), kWaitMs);
    rows = trail();
    QCOMPARE(rows.size(), std::size_t(2 * kSteps + 2));
    QCOMPARE(store::standingDecisions(rows).size(), std::size_t(2));
    QCOMPARE(rows.back().verdict, Verdict::Ng);
    QCOMPARE(rows.back().shownJson, rows[1].shownJson);
    QVERIFY(m_page->undoStack()->canRedo());
    QVERIFY(store::Project::open(folder() / "project").orThrow().verify().orThrow().empty());
}

void TstReviewPage::undoesDecisionsOfEarlierSessions()
{
    open();
    for (int i = 0; i < 3; ++i)
        decide(&ReviewPage::accept);
    reopen("Ada");
    QCOMPARE(m_page->undoStack()->count(), 3);
    m_page->undoStack()->undo();
    QTRY_COMPARE_WITH_TIMEOUT(trail().size(), std::size_t(4), kWaitMs);
    QCOMPARE(trail().back().withdraws.value(), std::int64_t(3));
    QCOMPARE(current().item.path, trail()[2].path);
    takeReviewer("Bo"); // who has nothing to take back
    QVERIFY(!m_page->undoStack()->canUndo());
}

void TstReviewPage::goesOnAtTheSamePlace()
{
    open();
    for (int i = 0; i < 4; ++i)
        decide(&ReviewPage::accept);
    const auto place = current().item.path;
    reopen("Ada");
    QCOMPARE(current().item.path, place);
    m_page->undoStack()->undo();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->unsaved(), std::size_t(0), kWaitMs);
    const auto undone = current().item.path;
    QVERIFY(undone != place);
    reopen("Ada");
    QCOMPARE(current().item.path, undone);
}

void TstReviewPage::keepsTheCurrentRowInSight()
{
    open(120);
    m_page->queue().setCurrentRow(90);
    decide(&ReviewPage::accept);
    const auto place = current().item.path;
    for (const bool isSeen : {true, false}) {
        QSignalSpy ready(m_page.get(), &ReviewPage::ready);
        m_page->reload();
        if (!isSeen) // as behind another page
            m_page->hide();
        QTRY_VERIFY_WITH_TIMEOUT(!ready.empty(), kWaitMs);
        m_page->show();
        QCOMPARE(current().item.path, place);
        auto *table = m_page->queue().table();
        QTest::qWait(50); // what the table puts off
        QVERIFY(table->viewport()->rect().contains(table->visualRect(table->currentIndex())));
    }
}

void TstReviewPage::goesToUndecidedPictures()
{
    open(6);
    decide(&ReviewPage::accept);
    decide(&ReviewPage::accept);
    m_page->showPrevious();
    m_page->showPrevious();
    QCOMPARE(m_page->queue().currentRow(), 0);
    m_page->nextUndecided();
    QCOMPARE(m_page->queue().currentRow(), 2);
    m_page->previousUndecided(); // round the end
    QCOMPARE(m_page->queue().currentRow(), 5);
    for (int i = 0; i < 4; ++i) {
        m_page->nextUndecided();
        decide(&ReviewPage::accept);
    }
    QSignalSpy said(m_page.get(), &ReviewPage::said);
    m_page->nextUndecided();
    QCOMPARE(said.size(), 1);
}

void TstReviewPage::showsLabelSuspectsAsAQueue()
{
    open();
    chooseQueue(ReviewQueue::LabelSuspects);
    QCOMPARE(m_page->queue().model().rowCount(), 2);
    QCOMPARE(current().item.path, reviewed::pathOf(reviewed::kDefectThatScoresLow));
    QVERIFY(!m_page->queue().table()->isColumnHidden(QueueModel::Label));
    decide(&ReviewPage::reject);
    QCOMPARE(trail().front().kind, DecisionKind::First);
}

void TstReviewPage::aSecondOpinionIsBlind()
{
    open(6);
    for (int i = 0; i < 6; ++i)
        decide(&ReviewPage::reject);
    takeReviewer("Bo");
    part<QSpinBox>("secondShare")->setValue(100);
    chooseQueue(ReviewQueue::SecondOpinion);
    QCOMPARE(m_page->queue().model().rowCount(), 6);
    waitForPicture();
    for (int row = 0; row < 6; ++row)
        for (int column = 0; column < QueueModel::ColumnCount; ++column) {
            const auto text = m_page->queue().model().index(row, column).data().toString();
            const auto tip =
                m_page->queue().model().index(row, column).data(Qt::ToolTipRole).toString();
            for (const auto &hint : {u"NG"_s, u"defective"_s, u"bent"_s, u"good"_s})
                QVERIFY(!text.contains(hint) && !tip.contains(hint));
        }
    for (const auto *label : m_page->findChildren<PathLabel *>())
        QVERIFY(!label->path().contains(u'/')); // a folder may be named after the defect
    QVERIFY(part<QLabel>("earlierDecisions")->text().isEmpty());
    QVERIFY(part<QLabel>("labelOfPicture")->text().isEmpty());
    QVERIFY(!part<QLabel>("agreement")->isVisible());
    QVERIFY(m_page->queue().table()->isColumnHidden(QueueModel::Label));
    const auto judged = current().item.path;
    decide(&ReviewPage::accept);
    const auto row = trail().back();
    QCOMPARE(row.kind, DecisionKind::Second);
    QCOMPARE(row.reviewer, std::string("Bo"));
    QCOMPARE(row.path, judged);
    m_page->showPrevious();
    QCOMPARE(part<QLabel>("earlierDecisions")->text(), u"Bo: OK"_s); // one's own is seen
    chooseQueue(ReviewQueue::All);
    QVERIFY(part<QLabel>("agreement")->isVisible());
    QVERIFY(part<QLabel>("agreement")->text().contains(u"1 picture"_s));
}

void TstReviewPage::settlesDisagreements()
{
    open(6);
    decide(&ReviewPage::accept);
    decide(&ReviewPage::accept);
    takeReviewer("Bo");
    part<QSpinBox>("secondShare")->setValue(100);
    chooseQueue(ReviewQueue::SecondOpinion);
    QCOMPARE(m_page->queue().model().rowCount(), 2);
    decide(&ReviewPage::reject);
    const auto disputed = trail().back().path;
    decide(&ReviewPage::accept);
    reopen("Ada");
    chooseQueue(ReviewQueue::Disagreements);
    QCOMPARE(m_page->queue().model().rowCount(), 1);
    waitForPicture();
    QCOMPARE(current().item.path, disputed);
    QCOMPARE(part<QLabel>("earlierDecisions")->text(), u"Ada: OK\nBo: NG"_s);
    decide(&ReviewPage::reject);
    QCOMPARE(trail().back().kind, DecisionKind::Arbitration);
    chooseQueue(ReviewQueue::All);
    chooseQueue(ReviewQueue::Disagreements);
    QCOMPARE(m_page->queue().model().rowCount(), 0);
}

void TstReviewPage::keepsOrderReasonsAndShareOfAReviewer()
{
    open(6);
    QCOMPARE(m_page->queue().wish().order, review::QueueOrder::Category);
    part<QComboBox>("reviewOrder")->setCurrentIndex(1);
    part<QSpinBox>("secondShare")->setValue(35);
    QTRY_VERIFY_WITH_TIMEOUT(!m_runner->isBusy(), kWaitMs);
    reopen("Ada");
    QCOMPARE(m_page->queue().wish().order, review::QueueOrder::Score);
    QCOMPARE(part<QSpinBox>("secondShare")->value(), 35);
    QCOMPARE(m_page->verdicts().reasons(), (QStringList{u"bent"_s, u"dirty"_s}));
    takeReviewer("Bo");
    QCOMPARE(m_page->queue().wish().order, review::QueueOrder::Category);
}

void TstReviewPage::editsTheReasons()
{
    open(6);
    m_page->editReasons();
    auto *dialog = m_page->findChild<ReasonsDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u" cracked \n\nbent\ncracked\n"_s);
    dialog->accept();
    QCOMPARE(m_page->verdicts().reasons(), (QStringList{u"cracked"_s, u"bent"_s}));
    waitForPicture();
    m_page->rejectFor(1);
    QTRY_COMPARE_WITH_TIMEOUT(trail().size(), std::size_t(1), kWaitMs);
    QCOMPARE(trail().front().reason, std::string("cracked"));
}

void TstReviewPage::showsHowFarItIs()
{
    open(6);
    const auto text = [this] { return part<QLabel>("reviewProgress")->text(); };
    QVERIFY(text().startsWith(u"0 of 6 decided"_s));
    decide(&ReviewPage::accept);
    decide(&ReviewPage::accept);
    QVERIFY(text().startsWith(u"2 of 6 decided"_s));
    QVERIFY(text().contains(u"a minute"_s));
    QVERIFY(text().contains(u"left"_s));
    m_page->undoStack()->undo();
    QVERIFY(text().startsWith(u"1 of 6 decided"_s));
}

void TstReviewPage::keepsWhatCannotBeSaved()
{
    open(6);
    waitForPicture();
    m_page->accept();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->unsaved(), std::size_t(0), kWaitMs);
    reopen("Ada"); // so that the next decision opens the project
    waitForPicture();
    // As on a disk that is pulled out.
    fs::rename(folder() / "project", folder() / "away");
    m_page->reject();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isSavingStopped(), kWaitMs);
    auto *problem = part<QFrame>("saveProblem");
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), kWaitMs);
    QCOMPARE(m_page->unsaved(), std::size_t(1));
    m_page->accept(); // not while the one before waits
    QCOMPARE(m_page->unsaved(), std::size_t(1));
    fs::rename(folder() / "away", folder() / "project");
    QTest::mouseClick(part<QPushButton>("retrySaving"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->unsaved(), std::size_t(0), kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!problem->isVisible(), kWaitMs);
    QCOMPARE(trail().size(), std::size_t(2));
    QCOMPARE(trail().back().verdict, Verdict::Ng);
}

void TstReviewPage::leavesOutWhatCannotBeSaved()
{
    open(6);
    waitForPicture();
    const auto place = m_page->current();
    fs::rename(folder() / "project", folder() / "away");
    m_page->reject();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isSavingStopped(), kWaitMs);
    fs::rename(folder() / "away", folder() / "project");
    QSignalSpy ready(m_page.get(), &ReviewPage::ready);
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("discardUnsaved")->isVisible(), kWaitMs);
    QTest::mouseClick(part<QPushButton>("discardUnsaved"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!ready.empty(), kWaitMs);
    QCOMPARE(m_page->current(), place);
    QVERIFY(trail().empty());
    QVERIFY(!m_page->undoStack()->canUndo());
}

void TstReviewPage::onlyShowsAReadOnlyProject()
{
    open(6);
    decide(&ReviewPage::accept);
    m_page->setRun({}, {});
    auto set = std::make_shared<workflow::ReviewSet>(
        workflow::openReview(folder() / "project", m_run, *std::make_unique<RunContext>())
            .orThrow());
    set->isReadOnly = true;
    DecisionBook book;
    book.setSet(folder() / "project", set);
    book.setReviewer("Ada");
    QVERIFY(!book.canDecide());
    QVERIFY(!book.undoStack()->canUndo());
    book.decide(0, {});
    QCOMPARE(book.waiting(), std::size_t(0));
    QCOMPARE(trail().size(), std::size_t(1));
}

void TstReviewPage::saysWhereCostsAreNotKnown()
{
    open(6);
    const auto note = [this]() -> QString {
        for (const auto *label : m_page->queue().findChildren<QLabel *>())
            if (label->isVisible() && label->text() == noCostsText())
                return label->text();
        return {};
    };
    auto *order = part<QComboBox>("reviewOrder");
    QSignalSpy ready(m_page.get(), &ReviewPage::ready);
    order->setCurrentIndex(order->findText(orderText(review::QueueOrder::CostAtStake)));
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, kWaitMs);
    QVERIFY(!note().isEmpty());
    order->setCurrentIndex(order->findText(orderText(review::QueueOrder::Score)));
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 2, kWaitMs);
    QVERIFY(note().isEmpty());
}

void TstReviewPage::asksWhichShift()
{
    const QDateTime now(QDate(2024, 5, 1), QTime(13, 30), Qt::UTC);
    ShiftDialog dialog({u"Ada"_s, u"Bo"_s}, {u"bolt"_s});
    dialog.setTime(ShiftDialog::Time::LastHours);
    auto filter = dialog.filter(now);
    QCOMPARE(filter.fromUtc, std::string("2024-05-01T05:30:00.000Z"));
    QVERIFY(filter.toUtc.empty() && filter.reviewer.empty() && filter.category.empty());
    dialog.setTime(ShiftDialog::Time::Today);
    QCOMPARE(dialog.filter(now).fromUtc, std::string("2024-05-01T00:00:00.000Z"));
    dialog.setTime(ShiftDialog::Time::All);
    dialog.findChild<QComboBox *>(u"shiftReviewer"_s)->setCurrentText(u"Bo"_s);
    dialog.findChild<QLineEdit *>(u"shiftFolder"_s)->setText(u" bolt/lot1 "_s);
    filter = dialog.filter(now);
    QVERIFY(filter.fromUtc.empty());
    QCOMPARE(filter.reviewer, std::string("Bo"));
    QCOMPARE(filter.folder, std::string("bolt/lot1"));
    auto *from = dialog.findChild<QDateTimeEdit *>(u"shiftFrom"_s);
    auto *to = dialog.findChild<QDateTimeEdit *>(u"shiftTo"_s);
    QVERIFY(!from->isEnabled());
    dialog.setTime(ShiftDialog::Time::FromTo);
    QVERIFY(from->isEnabled());
    const auto *problem = dialog.findChild<QLabel *>(u"shiftProblem"_s);
    from->setDateTime(to->dateTime().addSecs(60));
    QVERIFY(!problem->text().isEmpty());
    QVERIFY(!dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->isEnabled());
    from->setDateTime(to->dateTime().addSecs(-60));
    QVERIFY(problem->text().isEmpty());
    QCOMPARE(dialog.filter(now).toUtc,
             to->dateTime().toUTC().toString(Qt::ISODateWithMs).toStdString());
    open(6);
    m_page->reportShift();
    QVERIFY(m_page->findChild<ShiftDialog *>());
}

void TstReviewPage::reportsAShift()
{
    open(6);
    decide(&ReviewPage::accept);
    decide(&ReviewPage::reject);
    QSignalSpy said(m_page.get(), &ReviewPage::said);
    m_page->writeShift({}, folder() / "shift.csv");
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, kWaitMs);
    QVERIFY(said.back().front().toString().contains(u"shift.csv"_s));
    std::ifstream in(folder() / "shift.summary.csv");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    QVERIFY2(text.find("pictures,2,") != std::string::npos, text.c_str());
    m_page->writeShift({"", "", "Cy", "", ""}, folder() / "none.csv");
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 2, kWaitMs);
    QVERIFY(said.back().front().toString().contains(u"Nothing was decided"_s));
}

void TstReviewPage::exportsTheTrail()
{
    open(6);
    decide(&ReviewPage::accept);
    decide(&ReviewPage::reject);
    QSignalSpy said(m_page.get(), &ReviewPage::said);
    m_page->saveTrail(folder() / "trail.csv");
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, kWaitMs);
    std::ifstream in(folder() / "trail.csv");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), std::ptrdiff_t(3));
    m_page->saveTrail(folder() / "trail.txt");
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 2, kWaitMs);
    QVERIFY(said.back().front().toString().contains(u".csv"_s));
}

void TstReviewPage::findsAFlippedByte()
{
    open(6);
    decide(&ReviewPage::accept);
    waitForPicture();
    m_page->rejectFor(2); // "dirty"
    QTRY_COMPARE_WITH_TIMEOUT(trail().size(), std::size_t(2), kWaitMs);
    QSignalSpy verified(m_page.get(), &ReviewPage::verified);
    m_page->verifyTrail();
    QTRY_COMPARE_WITH_TIMEOUT(verified.size(), 1, kWaitMs);
    QVERIFY(verified.front().front().toStringList().isEmpty());
    m_page.reset(); // so that all is in the one file
    const auto file = folder() / "project" / "project.costfilter";
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto at = bytes.rfind("dirty");
    QVERIFY(at != std::string::npos);
    bytes[at] = 'D';
    std::ofstream(file, std::ios::binary) << bytes;
    reopen("Ada");
    QSignalSpy again(m_page.get(), &ReviewPage::verified);
    m_page->verifyTrail();
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, kWaitMs);
    QVERIFY(again.front().front().toStringList().join(u' ').contains(u"ecision 2"_s));
}

QTEST_MAIN(TstReviewPage)
#include "tst_review_page.moc"
