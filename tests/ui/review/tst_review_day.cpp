#include "core/store/project.h"
#include "core/workflow/decision_rule.h"
#include "core/workflow/model_location.h"
#include "core/workflow/weight_registry.h"
#include "tests/ui/review/trained_cloth.h"
#include "ui/analyse/analyse_page.h"
#include "ui/annotate/annotate_page.h"
#include "ui/review/evidence_view.h"
#include "ui/review/normal_dialog.h"
#include "ui/review/normals_bar.h"
#include "ui/review/queue_panel.h"
#include "ui/review/review_page.h"
#include "ui/review/reviewer_dialog.h"
#include "ui/review/shift_dialog.h"
#include "ui/shell/annotate_window.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr int kWaitMs = 120000;

} // namespace

/// From the first decision to the report of the shift, with a real model and no mouse.
class TstReviewDay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void goesByKeysAlone();

private:
    fs::path at(const char *name) const { return fs::path(m_dir.path().toStdString()) / name; }
    ReviewPage &page() { return m_window->reviewPage(); }
    store::Project project() const { return store::Project::open(at("project")).orThrow(); }
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    static void write(const QString &text)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    /// From where the focus is, with Tab, to the widget.
    static void tabTo(const QWidget *wanted)
    {
        for (int i = 0; i < 200 && QApplication::focusWidget() != wanted; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), wanted);
    }
    void fromPalette(const QString &name)
    {
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        write(name);
        press(Qt::Key_Return);
    }
    /// Until the dialog is there and takes keys.
    template <class Dialog>
    void waitForDialog()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<Dialog *>(), kWaitMs);
        QTRY_VERIFY(m_window->findChild<Dialog *>()->isAncestorOf(QApplication::focusWidget()));
    }
    /// As a window manager does once the window above is gone.
    void backToTheWindow()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void decideBy(int key)
    {
        QTRY_VERIFY_WITH_TIMEOUT(page().evidence().isPainted(), kWaitMs);
        const auto before = project().decisions().orThrow().size();
        press(key);
        QTRY_COMPARE_WITH_TIMEOUT(page().unsaved(), std::size_t(0), kWaitMs);
        QCOMPARE(project().decisions().orThrow().size(), before + 1);
    }
    /// With the arrows, to a defect that is seen well or to a good picture that passes.
    void goTo(bool defective)
    {
        const auto isThere = [&] {
            const auto &item = page().set()->pictures[page().current().value()].item;
            return item.score && item.defective == defective &&
                   (defective ? *item.score > 3.0 * *item.threshold
                              : *item.score < *item.threshold);
        };
        const auto pictures = page().set()->pictures.size();
        for (const auto key : {Qt::Key_Right, Qt::Key_Left})
            for (std::size_t i = 0; i < pictures && !isThere(); ++i)
                press(key);
        QVERIFY(isThere());
        QTRY_VERIFY_WITH_TIMEOUT(page().evidence().isPainted(), kWaitMs);
    }
    void waitForRest()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!page().normals().isBusy() && !m_window->jobs().isBusy() &&
                                     page().unsaved() == 0,
                                 kWaitMs);
    }
    void chooseReviewer();
    void judge();
    void draw();
    void takeAsNormal();
    void setCosts();
    void reportAndVerify();

    QTemporaryDir m_settings, m_dir;
    std::unique_ptr<MainWindow> m_window;
    fs::path m_model;
};

void TstReviewDay::initTestCase()
{
    QCoreApplication::setOrganizationName(u"costfilter-test"_s);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    qputenv("XDG_CACHE_HOME", m_settings.filePath(u"cache"_s).toUtf8());
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("SKIPPED tst_review_day: the weights of efficientnet-lite0 are not installed.");
    m_model = reviewed::trainCloth(m_dir.path().toStdString());
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 800);
    m_window->show();
    backToTheWindow();
    m_window->openPath(QString::fromStdString(at("project").string())); // as on the command line
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session().project() && m_window->session().dataset() &&
                                 !m_window->jobs().isBusy(),
                             kWaitMs);
}

void TstReviewDay::goesByKeysAlone()
{
    for (const auto step :
         {&TstReviewDay::chooseReviewer, &TstReviewDay::judge, &TstReviewDay::draw,
          &TstReviewDay::takeAsNormal, &TstReviewDay::setCosts, &TstReviewDay::reportAndVerify}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
}

void TstReviewDay::chooseReviewer()
{
    if (!QApplication::focusWidget())
        m_window->setFocus();
    press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().isVisible() && page().set() && !m_window->jobs().isBusy(),
                             kWaitMs);
    auto *question = page().findChild<QPushButton *>(u"action"_s);
    QTRY_VERIFY(question->isVisible());
    tabTo(question);
    press(Qt::Key_Space);
    waitForDialog<ReviewerDialog>();
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget())); // nobody is known yet
    write(u"Ada"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page().reviewer(), u"Ada"_s, kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(page().current(), kWaitMs);
    backToTheWindow();
}

void TstReviewDay::judge()
{
    decideBy(Qt::Key_Return);
    decideBy(Qt::Key_X);
    decideBy(Qt::Key_1); // the first kind of defect
    decideBy(Qt::Key_U);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page().unsaved(), std::size_t(0), kWaitMs);
    decideBy(Qt::Key_Return);
    QCOMPARE(store::standingDecisions(project().decisions().orThrow()).size(), std::size_t(4));
}

void TstReviewDay::draw()
{
    goTo(true);
    press(Qt::Key_M, Qt::ControlModifier);
    AnnotateWindow *window = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(window = m_window->findChild<AnnotateWindow *>(), kWaitMs);
    QVERIFY(QTest::qWaitForWindowActive(window));
    auto &editor = window->page().editor();
    QTRY_VERIFY_WITH_TIMEOUT(!editor.canvas().scores().empty(), kWaitMs);
    QTRY_VERIFY(QApplication::focusWidget());
    press(Qt::Key_M); // the map's areas
    QTRY_VERIFY(!editor.editor()->document().shapes().empty());
    const auto picture = window->page().picture();
    QTest::keySequence(QApplication::focusWidget(),
                       window->actions().action(u"annotate.close"_s)->shortcut());
    QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), kWaitMs);
    backToTheWindow();
    const auto datasets = project().datasets().orThrow();
    const auto drawn = project().annotations(datasets.front().id).orThrow();
    QCOMPARE(drawn.size(), std::size_t(1));
    QVERIFY(picture.string().ends_with(drawn.front().picture.path.string()));
    QVERIFY(!drawn.front().shapes.empty());
}

void TstReviewDay::takeAsNormal()
{
    goTo(false);
    press(Qt::Key_N);
    waitForDialog<NormalDialog>();
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page().set()->normals.size(), std::size_t(1), kWaitMs);
    waitForRest();
    backToTheWindow();
}

void TstReviewDay::setCosts()
{
    press(Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->analysePage().analysis() && !m_window->jobs().isBusy(),
                             kWaitMs);
    tabTo(m_window->analysePage().findChild<QTabBar *>());
    press(Qt::Key_Right);              // pass, review, fail
    press(Qt::Key_A, Qt::AltModifier); // an escape costs
    QTRY_VERIFY(qobject_cast<QDoubleSpinBox *>(QApplication::focusWidget()));
    press(Qt::Key_A, Qt::ControlModifier);
    write(QLocale().toString(250));
    press(Qt::Key_Tab);
    press(Qt::Key_K, Qt::AltModifier); // keep with the model
    const auto kept = [&]() -> std::optional<workflow::DecisionRule> {
        return workflow::loadDecisionRule(m_model).orThrow();
    };
    QTRY_VERIFY_WITH_TIMEOUT(kept().has_value(), kWaitMs);
    QCOMPARE(kept()->zones.front().costs.value().escape, 250.0);
}

void TstReviewDay::reportAndVerify()
{
    press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().isVisible() && !m_window->jobs().isBusy(), kWaitMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::count(page().set()->categories, workflow::ThresholdOrigin::Kept,
                           &workflow::ReviewCategory::origin) == 1, // the one with scores
        kWaitMs);
    // The question for the file has a loop of its own.
    bool isAsked = false;
    QTimer asked;
    connect(&asked, &QTimer::timeout, this, [&] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isAncestorOf(QApplication::focusWidget()))
            return; // is yet to come
        asked.stop();
        isAsked = true;
        write(QString::fromStdString(at("shift.pdf").string()));
        press(Qt::Key_Return);
    });
    asked.start(50);
    fromPalette(u"report of a shift"_s);
    waitForDialog<ShiftDialog>();
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isAsked && fs::exists(at("shift.pdf")), kWaitMs);
    waitForRest();
    backToTheWindow();
    QSignalSpy verified(&page(), &ReviewPage::verified);
    fromPalette(u"verify the trail"_s);
    QTRY_COMPARE_WITH_TIMEOUT(verified.size(), 1, kWaitMs);
    QVERIFY(verified.front().front().toStringList().isEmpty());
    QVERIFY(project().verify().orThrow().empty());
    press(Qt::Key_Return); // all is well
    backToTheWindow();
    press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kWaitMs);
}

QTEST_MAIN(TstReviewDay)
#include "tst_review_day.moc"
