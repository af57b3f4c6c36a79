#include "core/dataset/open_dataset.h"
#include "core/demo/demo_data.h"
#include "tests/result_check.h"
#include "ui/train/forecast_text.h"
#include "ui/train/picture_grid.h"
#include "ui/train/step_bar.h"
#include "ui/train/train_form.h"
#include "ui/train/train_page.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

/// The wizard over real pictures, by keyboard.
class TstTrainPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void walksThroughAllStepsByKeyboard();
    void saysWhatIsInTheWay();
    void stepBarIsReadAloud();
    void showsExamplesOfWhatMayVary();
    void saysThatTheTrainingFailedAndTriesAgain();
    void writesTimesAsRanges_data();
    void writesTimesAsRanges();

private:
    QTemporaryDir m_dir;
    std::shared_ptr<const dataset::Dataset> m_pictures;
    std::unique_ptr<JobRunner> m_runner;
    std::unique_ptr<TrainPage> m_page;

    StepBar &bar() const { return *m_page->findChild<StepBar *>(); }
    /// Wherever the focus is, as the window would.
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
};

void TstTrainPage::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    demo::DemoOptions options;
    options.trainPerCategory = 6;
    options.goodPerCategory = 1;
    options.defectsPerKind = 1;
    RunContext run;
    const auto folder = m_dir.filePath(u"pictures"_s).toStdString();
    CF_VERIFY(demo::writeDemoData(folder, options, run));
    auto dataset = dataset::openDataset(folder, run);
    CF_VERIFY(dataset);
    m_pictures = std::make_shared<const dataset::Dataset>(std::move(dataset).value());
}

void TstTrainPage::init()
{
    m_runner = std::make_unique<JobRunner>();
    m_page = std::make_unique<TrainPage>(m_runner.get());
    m_page->resize(1176, 740);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
}

void TstTrainPage::cleanup()
{
    m_page.reset();
    m_runner.reset();
}

void TstTrainPage::walksThroughAllStepsByKeyboard()
{
    m_page->setDataset(m_pictures);
    QCOMPARE(bar().current(), 0);
    auto *list = m_page->findChild<QTreeWidget *>();
    press(Qt::Key_Tab);
    QVERIFY(list->hasFocus());
    press(Qt::Key_Space); // not this category
    QCOMPARE(m_page->form().request().categories.size(), m_pictures->categories.size() - 1);

    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(bar().current(), 1);
    press(Qt::Key_Right); // the next card
    QVERIFY(m_page->form().request().options.templates == engine::TemplateStrategy::Random);
    press(Qt::Key_Tab);
    press(Qt::Key_Up);
    QCOMPARE(m_page->form().request().options.templateCount, std::int64_t{4});

    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(bar().current(), 2);
    press(Qt::Key_Right);
    QVERIFY(m_page->form().request().options.variation.light == engine::Variation::Wide);
    press(Qt::Key_Tab);
    press(Qt::Key_Left);
    QVERIFY(m_page->form().request().options.variation.pose == engine::Variation::None);

    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(bar().current(), 3);
    press(Qt::Key_Left); // quick
    QCOMPARE(m_page->form().request().options.steps, std::int64_t{400});

    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(bar().current(), 4);
    press(Qt::Key_Right, Qt::AltModifier); // there is no sixth
    QCOMPARE(bar().current(), 4);
    QSignalSpy wanted(m_page.get(), &TrainPage::projectWanted);
    press(Qt::Key_Space); // the button that has the focus
    QCOMPARE(wanted.size(), 1);

    for (int step = 3; step >= 0; --step) {
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(bar().current(), step);
    }
    QVERIFY(list->hasFocus());
    m_page->setFocus();
    press(Qt::Key_Right); // on the bar itself
    QCOMPARE(bar().current(), 1);
    QVERIFY(!m_page->findChild<QPushButton *>(u"stepNext"_s)->hasFocus());
}

void TstTrainPage::saysWhatIsInTheWay()
{
    QVERIFY(bar().state(0) == StepState::Obstacle);
    QVERIFY(bar().state(1) == StepState::Open);
    auto *hint = m_page->findChild<QLabel *>(u"stepHint"_s);
    QVERIFY(hint->text().contains(u"No pictures"_s));
    m_page->setDataset(m_pictures);
    QVERIFY(bar().state(0) == StepState::InOrder);
    QVERIFY(bar().state(2) == StepState::InOrder);
    auto *list = m_page->findChild<QTreeWidget *>();
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        list->topLevelItem(i)->setCheckState(0, Qt::Unchecked);
    QVERIFY(bar().state(0) == StepState::Obstacle);
    QVERIFY(hint->text().contains(u"Tick at least one"_s));
    m_page->setProject(std::filesystem::path(m_dir.filePath(u"none"_s).toStdString()));
    m_page->showStep(4);
    QVERIFY(!m_page->findChild<QPushButton *>(u"startTraining"_s)->isEnabled());
    QVERIFY(m_page->findChild<QLabel *>(u"trainingNotes"_s)->text().contains(u"Tick"_s));
    m_page->start(); // all the same
    QVERIFY(!m_page->isTraining());
}

void TstTrainPage::stepBarIsReadAloud()
{
    m_page->setDataset(m_pictures);
    const auto *step = QApplication::focusWidget();
    auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(step));
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), u"Step 1 of 5: Data, in order"_s);
}

void TstTrainPage::showsExamplesOfWhatMayVary()
{
    m_page->setDataset(m_pictures);
    m_page->showStep(2);
    const auto grid = [&](const QString &name) {
        for (auto *each : m_page->findChildren<PictureGrid *>())
            if (each->accessibleName() == name)
                return each;
        return static_cast<PictureGrid *>(nullptr);
    };
    auto *light = grid(u"Examples of light"_s);
    QVERIFY(light);
    QTRY_VERIFY_WITH_TIMEOUT(!light->pictures().empty(), 60000);
    QVERIFY(!light->pictures().front().front().isNull());
    const auto before = light->pictures();
    QVERIFY(!light->isStale());
    for (auto *button : m_page->findChildren<QAbstractButton *>())
        if (button->toolTip() == u"--vary-light wide"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(light->isStale()); // the old ones stay until the new ones are there
    QVERIFY(light->pictures() == before);
    QTRY_VERIFY_WITH_TIMEOUT(!light->isStale(), 60000);
    QVERIFY(light->pictures() != before);
    m_page->setDataset(std::make_shared<const dataset::Dataset>(*m_pictures)); // checked meanwhile
    QVERIFY(!light->isStale());
    bool measured = false;
    for (const auto *label : m_page->findChildren<QLabel *>())
        measured = measured || label->text().startsWith(u"Brightness differs by "_s);
    QVERIFY(measured);
}

void TstTrainPage::saysThatTheTrainingFailedAndTriesAgain()
{
    auto gone = std::make_shared<dataset::Dataset>(*m_pictures);
    gone->root = m_dir.filePath(u"gone"_s).toStdString();
    m_page->setDataset(gone);
    m_page->setProject(std::filesystem::path(m_dir.filePath(u"project"_s).toStdString()));
    m_page->start();
    QCOMPARE(bar().current(), 4);
    QVERIFY(m_page->isTraining());
    QVERIFY(!m_page->form().isEnabled());
    auto *retry = m_page->findChild<QPushButton *>(u"retryTraining"_s);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isVisible() && retry->isEnabled(), 60000);
    const auto sentence = m_page->findChild<QLabel *>(u"trainingState"_s)->text();
    QVERIFY2(sentence.contains(u"The training failed."_s), qPrintable(sentence));
    QVERIFY(bar().state(4) == StepState::Obstacle);
    QVERIFY(m_page->form().isEnabled());
    const auto jobs = m_runner->jobs().size();
    QTest::mouseClick(retry, Qt::LeftButton);
    QCOMPARE(m_runner->jobs().size(), jobs + 1);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isVisible() && retry->isEnabled(), 60000);

    // From among the jobs it is the same training.
    auto *again = m_runner->retry(m_runner->jobs().back());
    QVERIFY(again);
    QVERIFY(m_page->isTraining());
    QTRY_VERIFY_WITH_TIMEOUT(retry->isVisible() && retry->isEnabled(), 60000);
    // Another project knows nothing of it.
    m_page->setProject(std::filesystem::path(m_dir.filePath(u"other"_s).toStdString()));
    QVERIFY(!retry->isVisible());
    QVERIFY(bar().state(4) == StepState::Open);
}

void TstTrainPage::writesTimesAsRanges_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << 21.0 << 34.0 << u"about 20–35 seconds"_s;
    QTest::newRow("next to nothing") << 0.0 << 2.0 << u"about 5 seconds"_s;
    QTest::newRow("minutes") << 541.0 << 710.0 << u"about 9–12 minutes"_s;
    QTest::newRow("one number") << 240.0 << 240.0 << u"about 4 minutes"_s;
    QTest::newRow("hours") << 5000.0 << 9000.0 << u"about 1.0–2.5 hours"_s;
    QTest::newRow("days") << 200000.0 << 300000.0 << u"about 2.0–3.5 days"_s;
}

void TstTrainPage::writesTimesAsRanges()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, text);
    QCOMPARE(timeRangeText(low, high), text);
}

QTEST_MAIN(TstTrainPage)
#include "tst_train_page.moc"
