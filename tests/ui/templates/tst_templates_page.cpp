#include "core/dataset/open_dataset.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"
#include "ui/dataset/image_grid.h"
#include "ui/jobs/job_runner.h"
#include "ui/templates/coverage_view.h"
#include "ui/templates/match_view.h"
#include "ui/templates/patch_canvas.h"
#include "ui/templates/query_list.h"
#include "ui/templates/template_tray.h"
#include "ui/templates/templates_page.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;
using engine::TemplateStrategy;

namespace {

constexpr int kParts = 7;
constexpr int kPatienceMs = 60000;

cv::Mat part(int number)
{
    cv::Mat picture(96, 128, CV_8UC3, cv::Scalar(70, 80, 90));
    cv::circle(picture, {64 + number % 3, 48}, 36, cv::Scalar(150, 160, 170), cv::FILLED);
    cv::ellipse(picture, {64, 48}, {28, 8}, 4.0 * number, 0, 360, cv::Scalar(60, 50, 40),
                cv::FILLED);
    cv::Mat noise(picture.size(), CV_8UC3);
    cv::RNG(static_cast<std::uint64_t>(number) + 1).fill(noise, cv::RNG::UNIFORM, 0, 12);
    return picture + noise;
}

} // namespace

/// The page as a user drives it, on a small dataset and with the real engine.
class TstTemplatesPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void saysThatNothingIsOpen();
    void saysThatTwoNormalsAreNeeded();
    void comparesOnceItIsSeen();
    void canBeCancelledAndTriedAgain();
    void dropsWhatComesTooLate();
    void picksWithTheKeyboardAndUndoes();
    void selectsWithAClick();
    void followsTheRule();
    void makesOneUndoStepOfManySpins();
    void addsAndRemoves();
    void takesWhatIsDropped();
    void suggestsGoldenSamples();
    void showsOutliers();
    void explainsThePlaceUnderTheCursor();
    void asksForATemplate();
    void showsWhatASourceGives();
    void saysWhatIsWrongWithASource();
    void keepsPicksOfEachCategory();
    void startsAnewWithAnotherFolder();
    void followsTheLanguage();
    void tabGoesFromLeftToRight();

private:
    void write(const QString &name, const cv::Mat &picture) const
    {
        const QString file = m_dir.filePath(u"data/"_s + name);
        QDir().mkpath(QFileInfo(file).path());
        QVERIFY(cv::imwrite(file.toStdString(), picture));
    }
    std::shared_ptr<const dataset::Dataset> opened(const QString &name = u"data"_s) const
    {
        RunContext run;
        return std::make_shared<const dataset::Dataset>(
            dataset::openDataset(m_dir.filePath(name).toStdString(), run).orThrow());
    }
    template <class T>
    T *part(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    CoverageView &plot() const { return *m_page->findChild<CoverageView *>(); }
    MatchView &match() const { return *m_page->findChild<MatchView *>(); }
    TemplateTray &tray() const { return *m_page->findChild<TemplateTray *>(); }
    ImageGrid &grid() const { return *m_page->findChild<ImageGrid *>(); }
    QString sentence() const
    {
        auto *label = part<QLabel>("sentence");
        return label->isVisible() ? label->text() : QString();
    }
    void chooseRule(TemplateStrategy strategy) const
    {
        auto *rule = part<QComboBox>("strategy");
        rule->setCurrentIndex(rule->findData(static_cast<int>(strategy)));
    }
    /// Those that compare normals; sources are sought in another one.
    std::vector<Job *> comparisons() const
    {
        std::vector<Job *> found;
        for (auto *job : m_runner->jobs())
            if (job->title().startsWith(u"Compare"_s))
                found.push_back(job);
        return found;
    }
    /// Shows the page over the dataset and waits for the comparison and the first match.
    void compare()
    {
        QSignalSpy compared(m_page.get(), &TemplatesPage::compared);
        QSignalSpy matched(m_page.get(), &TemplatesPage::matched);
        m_page->setDataset(opened());
        m_page->show();
        QTRY_COMPARE_WITH_TIMEOUT(compared.count(), 1, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(matched.count() > 0, kPatienceMs);
    }
    fs::path file(const char *name) const
    {
        return fs::path(m_dir.path().toStdString()) / "data" / name;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<JobRunner> m_runner;
    std::unique_ptr<TemplatesPage> m_page;
};

#define NEEDS_WEIGHTS                                                                              \
    if (!workflow::findWeights("efficientnet-lite0").ok())                                         \
    QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)")

void TstTemplatesPage::initTestCase()
{
    qputenv("COSTFILTER_PLUGINS", CF_PLUGIN_FOLDER);
    qputenv("XDG_CACHE_HOME", m_dir.filePath(u"cache"_s).toLocal8Bit());
    for (int i = 0; i < kParts; ++i)
        write(u"disc/train/good/%1.png"_s.arg(i), ::part(i));
    cv::Mat odd(96, 128, CV_8UC3, cv::Scalar(20, 220, 240));
    for (int x = 0; x < odd.cols; x += 16)
        cv::rectangle(odd, {x, 0, 8, odd.rows}, cv::Scalar(200, 30, 30), cv::FILLED);
    write(u"disc/train/good/odd.png"_s, odd);
    write(u"disc/test/good/100.png"_s, ::part(30));
    cv::Mat defective = ::part(31);
    cv::rectangle(defective, {56, 40, 16, 16}, cv::Scalar(0, 255, 255), cv::FILLED);
    write(u"disc/test/spot/101.png"_s, defective);
    for (int i = 0; i < 3; ++i)
        write(u"ring/train/good/%1.png"_s.arg(i), ::part(50 + i));
    write(u"ring/test/good/100.png"_s, ::part(60));
    write(u"single/train/good/0.png"_s, ::part(70));
    write(u"single/test/good/1.png"_s, ::part(71));
    for (int i = 0; i < 2; ++i)
        write(u"../other/bolt/train/good/%1.png"_s.arg(i), ::part(80 + i));
    write(u"../other/bolt/test/good/0.png"_s, ::part(85));
}

void TstTemplatesPage::init()
{
    m_runner = std::make_unique<JobRunner>();
    m_page = std::make_unique<TemplatesPage>(m_runner.get());
    m_page->resize(1100, 720);
}

void TstTemplatesPage::cleanup()
{
    m_page.reset();
    m_runner.reset();
}

void TstTemplatesPage::saysThatNothingIsOpen()
{
    m_page->show();
    QVERIFY(sentence().contains(u"Open a dataset"_s));
    m_page->setDataset(opened());
    m_page->setDataset(nullptr);
    QVERIFY(sentence().contains(u"Open a dataset"_s));
}

void TstTemplatesPage::saysThatTwoNormalsAreNeeded()
{
    m_page->setDataset(opened());
    m_page->showCategory(u"single"_s);
    m_page->show();
    QVERIFY(sentence().contains(u"single"_s));
    QVERIFY(sentence().contains(u"train/good"_s));
    QVERIFY(comparisons().empty());
}

void TstTemplatesPage::comparesOnceItIsSeen()
{
    NEEDS_WEIGHTS;
    m_page->setDataset(opened());
    QVERIFY(m_runner->jobs().empty()); // nobody looks
    compare();
    QCOMPARE(comparisons().size(), 1U);
    QCOMPARE(m_page->preview()->normals().size(), std::size_t(kParts + 1));
    QVERIFY(part<QLabel>("counts")->text().contains(u"8"_s));
    QVERIFY(part<QLabel>("radius")->text().contains(u"0."_s));
    // It begins with a defect.
    QCOMPARE(match().match()->image, file("disc/test/spot/101.png"));
    QCOMPARE(tray().count(), 3); // the most alike to it
}

void TstTemplatesPage::canBeCancelledAndTriedAgain()
{
    NEEDS_WEIGHTS;
    m_page->setDataset(opened());
    m_page->show();
    QVERIFY(sentence().contains(u"disc"_s));
    auto *action = part<QPushButton>("action");
    QVERIFY(action->isVisible());
    QTest::mouseClick(action, Qt::LeftButton); // Cancel
    QTRY_VERIFY_WITH_TIMEOUT(comparisons().front()->isOver(), kPatienceMs);
    if (comparisons().front()->state() == JobState::Done)
        QSKIP("the comparison was over before it could be cancelled");
    QVERIFY(sentence().contains(u"cancelled"_s));
    QSignalSpy compared(m_page.get(), &TemplatesPage::compared);
    QTest::mouseClick(action, Qt::LeftButton); // Try again
    QTRY_COMPARE_WITH_TIMEOUT(compared.count(), 1, kPatienceMs);
}

void TstTemplatesPage::dropsWhatComesTooLate()
{
    NEEDS_WEIGHTS;
    QSignalSpy compared(m_page.get(), &TemplatesPage::compared);
    m_page->setDataset(opened());
    m_page->show();
    m_page->showCategory(u"ring"_s); // while disc is compared
    QTRY_COMPARE_WITH_TIMEOUT(compared.count(), 1, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_runner->isBusy(), kPatienceMs);
    QTest::qWait(0);
    QCOMPARE(compared.count(), 1);
    QCOMPARE(m_page->preview()->normals().size(), 3U);
}

void TstTemplatesPage::picksWithTheKeyboardAndUndoes()
{
    NEEDS_WEIGHTS;
    compare();
    QSignalSpy changed(m_page.get(), &TemplatesPage::choiceChanged);
    plot().setFocus();
    QTest::keyClick(&plot(), Qt::Key_Right);
    QVERIFY(plot().current().has_value());
    const auto first = m_page->preview()->normals()[*plot().current()].path;
    QTest::keyClick(&plot(), Qt::Key_Space);
    QVERIFY(m_page->strategy() == TemplateStrategy::Chosen);
    QCOMPARE(m_page->chosenFiles(), std::vector<fs::path>{first});
    QCOMPARE(tray().count(), 1);
    QCOMPARE(changed.count(), 1);
    m_page->undoStack()->undo();
    QVERIFY(m_page->strategy() == TemplateStrategy::Nearest);
    QVERIFY(m_page->chosenFiles().empty());
    m_page->undoStack()->redo();
    QCOMPARE(m_page->chosenFiles(), std::vector<fs::path>{first});
    QTest::keyClick(&plot(), Qt::Key_Space); // takes it back
    QVERIFY(m_page->chosenFiles().empty());
    QVERIFY(m_page->strategy() == TemplateStrategy::Chosen);
}

void TstTemplatesPage::selectsWithAClick()
{
    NEEDS_WEIGHTS;
    compare();
    QSignalSpy matched(m_page.get(), &TemplatesPage::matched);
    std::size_t odd = 0;
    while (m_page->preview()->normals()[odd].path != file("disc/train/good/odd.png"))
        ++odd;
    QTest::mouseClick(&plot(), Qt::LeftButton, {}, plot().placeOf(odd).toPoint());
    QCOMPARE(plot().current(), std::optional(odd));
    const auto *rows = static_cast<const ImageListModel *>(grid().model());
    QCOMPARE(rows->at(grid().currentIndex().row()).path, file("disc/train/good/odd.png").string());
    QTRY_VERIFY_WITH_TIMEOUT(matched.count() > 0, kPatienceMs);
    QCOMPARE(match().match()->image, file("disc/train/good/odd.png"));
    for (const auto index : match().match()->preview.templates)
        QVERIFY(index != odd); // never with itself
}

void TstTemplatesPage::followsTheRule()
{
    NEEDS_WEIGHTS;
    compare();
    chooseRule(TemplateStrategy::KCentre);
    QVERIFY(m_page->strategy() == TemplateStrategy::KCentre);
    QCOMPARE(tray().count(), 3);
    QCOMPARE(m_page->templates(), m_page->preview()->choose(TemplateStrategy::KCentre, 3, 0));
    QTest::keyClick(part<QSpinBox>("count"), Qt::Key_Up);
    QCOMPARE(tray().count(), 4);
    QCOMPARE(m_page->templateCount(), 4);
    chooseRule(TemplateStrategy::Random);
    const auto drawn = m_page->templates();
    QCOMPARE(drawn, m_page->preview()->choose(TemplateStrategy::Random, 4, 0));
    m_page->setSeed(3);
    QCOMPARE(m_page->templates(), m_page->preview()->choose(TemplateStrategy::Random, 4, 3));
    m_page->setRule(TemplateStrategy::Nearest, 2);
    QSignalSpy matched(m_page.get(), &TemplatesPage::matched);
    QTRY_VERIFY_WITH_TIMEOUT(matched.count() > 0, kPatienceMs);
    QCOMPARE(tray().count(), 2);
}

void TstTemplatesPage::makesOneUndoStepOfManySpins()
{
    auto *count = part<QSpinBox>("count");
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(count, Qt::Key_Up);
    QCOMPARE(m_page->templateCount(), 7);
    QCOMPARE(m_page->undoStack()->count(), 1);
    m_page->undoStack()->undo();
    QCOMPARE(m_page->templateCount(), 3);
    QCOMPARE(count->value(), 3);
}

void TstTemplatesPage::addsAndRemoves()
{
    NEEDS_WEIGHTS;
    compare();
    auto *add = part<QPushButton>("add");
    auto *remove = part<QPushButton>("remove");
    QVERIFY(!add->isEnabled()); // the defect is selected, and it can be no template
    grid().clearSelection();
    for (int row = 0; row < 2; ++row)
        grid().selectionModel()->select(grid().model()->index(row, 0), QItemSelectionModel::Select);
    QVERIFY(add->isEnabled());
    QCOMPARE(plot().selected().size(), 2U);
    QTest::mouseClick(add, Qt::LeftButton);
    QCOMPARE(m_page->chosenFiles().size(), 2U);
    QVERIFY(!remove->isEnabled());
    tray().setCurrentRow(0);
    QVERIFY(remove->isEnabled());
    const auto kept = tray().files()[1];
    QTest::keyClick(&tray(), Qt::Key_Delete);
    QCOMPARE(m_page->chosenFiles(), std::vector<fs::path>{kept});
    grid().setFocus();
    QTest::keyClick(&grid(), Qt::Key_Space); // both again
    QCOMPARE(m_page->chosenFiles().size(), 2U);
}

void TstTemplatesPage::takesWhatIsDropped()
{
    NEEDS_WEIGHTS;
    compare();
    const auto drop = [](QWidget *target, const fs::path &what) {
        const std::unique_ptr<QMimeData> mime(mimeOf({what}));
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, mime.get(), Qt::LeftButton, {});
        QApplication::sendEvent(target, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({10, 10}, Qt::CopyAction, mime.get(), Qt::LeftButton, {});
        QApplication::sendEvent(target, &event);
    };
    drop(tray().viewport(), file("disc/train/good/2.png"));
    QCOMPARE(m_page->chosenFiles(), std::vector<fs::path>{file("disc/train/good/2.png")});
    drop(tray().viewport(), file("disc/test/spot/101.png")); // no normal: no template
    QCOMPARE(m_page->chosenFiles().size(), 1U);
    QSignalSpy matched(m_page.get(), &TemplatesPage::matched);
    drop(&match(), file("ring/test/good/100.png")); // of another category
    QTRY_VERIFY_WITH_TIMEOUT(
        match().match() && match().match()->image == file("ring/test/good/100.png"), kPatienceMs);
    // And what is dragged out of the list are the files.
    const std::unique_ptr<QMimeData> dragged(
        grid().model()->mimeData({grid().model()->index(0, 0)}));
    QCOMPARE(filesOf(*dragged), std::vector<fs::path>{file("disc/train/good/0.png")});
}

void TstTemplatesPage::suggestsGoldenSamples()
{
    NEEDS_WEIGHTS;
    compare();
    const auto before = part<QLabel>("radius")->text();
    QTest::mouseClick(part<QPushButton>("golden"), Qt::LeftButton);
    QVERIFY(m_page->strategy() == TemplateStrategy::Chosen);
    QCOMPARE(m_page->chosenFiles().size(), 3U);
    for (const auto &golden : m_page->chosenFiles())
        QVERIFY(golden.filename() != "odd.png");
    QVERIFY(part<QLabel>("radius")->text() != before);
    QCOMPARE(m_page->undoStack()->undoText(), u"Suggest golden samples"_s);
}

void TstTemplatesPage::showsOutliers()
{
    NEEDS_WEIGHTS;
    compare();
    QTest::mouseClick(part<QPushButton>("showOutliers"), Qt::LeftButton);
    QCOMPARE(grid().model()->rowCount(), 1);
    QCOMPARE(plot().selected().size(), 1U);
    QCOMPARE(m_page->preview()->normals()[plot().selected()[0]].path.filename(),
             fs::path("odd.png"));
    QVERIFY(part<QPushButton>("showAll")->isVisible());
    QTest::mouseClick(part<QPushButton>("showAll"), Qt::LeftButton);
    QCOMPARE(grid().model()->rowCount(), kParts + 1 + 2);
    QVERIFY(!part<QPushButton>("showAll")->isVisible());
}

void TstTemplatesPage::explainsThePlaceUnderTheCursor()
{
    NEEDS_WEIGHTS;
    compare();
    QSignalSpy matched(m_page.get(), &TemplatesPage::matched);
    auto &query = match().query();
    // It begins where the defect is: 56..72 of 128 by 40..56 of 96.
    const auto start = query.cell();
    QVERIFY(start.has_value());
    QVERIFY2(start->x() >= 12 && start->x() <= 19 && start->y() >= 11 && start->y() <= 20,
             qPrintable(u"%1 %2"_s.arg(start->x()).arg(start->y())));
    const auto text = match().explanation();
    QVERIFY(text.contains(u"Cost 0."_s));
    QVERIFY(!match().templatePicture().box().isEmpty());

    query.setFocus();
    for (int i = 0; i < 14; ++i)
        QTest::keyClick(&query, Qt::Key_Left);
    QCOMPARE(*query.cell(), QPoint(std::max(start->x() - 14, 0), start->y()));
    QVERIFY(match().explanation() != text);

    const auto place = query.geometryOfView().toView(QPointF(64.0, 48.0)).toPoint();
    QTest::mouseMove(&query, place + QPoint(3, 3));
    QTest::mouseMove(&query, place);
    QTRY_COMPARE(query.cell(), std::optional(QPoint(16, 16)));
    QVERIFY(query.box().contains(QPointF(place)));

    const auto all = match().explanation();
    part<QComboBox>("layer")->setCurrentIndex(5);
    QVERIFY(match().explanation() != all);
    QCOMPARE(*query.cell(), QPoint(16, 16));
    QTest::mouseClick(part<QPushButton>("highest"), Qt::LeftButton);
    QVERIFY(query.hasFocus());
    QCOMPARE(matched.count(), 0); // all of it from one match
}

void TstTemplatesPage::asksForATemplate()
{
    NEEDS_WEIGHTS;
    compare();
    chooseRule(TemplateStrategy::Chosen);
    QVERIFY(match().explanation().contains(u"Pick a template"_s));
    QVERIFY(!match().match());
    QVERIFY(part<QLabel>("radius")->text().contains(u"No template"_s));
    m_page->undoStack()->undo();
    QTRY_VERIFY_WITH_TIMEOUT(match().match(), kPatienceMs);
}

void TstTemplatesPage::showsWhatASourceGives()
{
    NEEDS_WEIGHTS;
    write(u"../golden/101.png"_s, ::part(31)); // of the picture with the spot
    compare();
    auto *source = part<QComboBox>("templateSource");
    QTRY_VERIFY_WITH_TIMEOUT(source->findData(u"paired"_s) > 0, kPatienceMs);
    const auto steps = m_page->undoStack()->count();
    QSignalSpy matched(m_page.get(), &TemplatesPage::matched);
    source->setCurrentIndex(source->findData(u"paired"_s));
    QVERIFY(!part<QComboBox>("strategy")->isEnabled());
    QCOMPARE(m_page->source().name, std::string("paired"));
    QVERIFY(m_page->templates().empty());
    // Nothing is called like the picture yet: normals stand in, and the reason is said.
    QTRY_COMPARE_WITH_TIMEOUT(matched.count(), 1, kPatienceMs);
    QVERIFY2(match().explanation().contains(u"golden picture"_s),
             qPrintable(match().explanation()));

    auto *folder = part<QLineEdit>("folder");
    QTest::keyClicks(folder, m_dir.filePath(u"golden"_s));
    QTest::keyClick(folder, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(matched.count(), 2, kPatienceMs);
    QCOMPARE(match().match()->preview.templateCount, 1U);
    QVERIFY(match().match()->preview.note.empty());
    QCOMPARE(tray().count(), 1);
    QCOMPARE(tray().item(0)->text(), u"Template 1"_s);
    QVERIFY(tray().selectedFiles().empty());
    // The dearest place is the spot, and what it is compared with is the same place.
    const auto cell = match().query().cell();
    QVERIFY(cell && QRect(12, 12, 8, 8).contains(*cell));
    QVERIFY(match().templatePicture().cell().has_value());

    QCOMPARE(m_page->undoStack()->count(), steps + 2); // the source, its folder
    m_page->undoStack()->undo();
    QVERIFY(m_page->source().options.empty());
    QVERIFY(folder->text().isEmpty());
    m_page->undoStack()->undo();
    QVERIFY(m_page->source().name.empty());
    QVERIFY(part<QComboBox>("strategy")->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(tray().count(), 3, kPatienceMs);
    QVERIFY(!part<QLineEdit>("folder"));
}

void TstTemplatesPage::saysWhatIsWrongWithASource()
{
    NEEDS_WEIGHTS;
    compare();
    m_page->setRule(TemplateStrategy::Nearest, 2, {"paired", {{"folder", "/not/there"}}});
    QTRY_VERIFY_WITH_TIMEOUT(!match().match(), kPatienceMs);
    QVERIFY(!m_page->isHidden());
    m_page->setRule(TemplateStrategy::Nearest, 2);
    QTRY_VERIFY_WITH_TIMEOUT(match().match(), kPatienceMs);
}

void TstTemplatesPage::keepsPicksOfEachCategory()
{
    NEEDS_WEIGHTS;
    compare();
    QTest::mouseClick(part<QPushButton>("golden"), Qt::LeftButton);
    QSignalSpy compared(m_page.get(), &TemplatesPage::compared);
    m_page->showCategory(u"ring"_s);
    QTRY_COMPARE_WITH_TIMEOUT(compared.count(), 1, kPatienceMs);
    QCOMPARE(tray().count(), 0);
    plot().setFocus();
    QTest::keyClick(&plot(), Qt::Key_Right);
    QTest::keyClick(&plot(), Qt::Key_Space);
    QCOMPARE(m_page->chosenFiles().size(), 4U); // of both
    m_page->setDataset(opened());               // read anew: all of it stays
    QCOMPARE(m_page->chosenFiles().size(), 4U);
    QCOMPARE(part<QComboBox>("category")->currentText(), u"ring"_s);
}

void TstTemplatesPage::startsAnewWithAnotherFolder()
{
    m_page->setDataset(opened());
    m_page->setRule(TemplateStrategy::KCentre, 5);
    QSignalSpy changed(m_page.get(), &TemplatesPage::choiceChanged);
    m_page->setDataset(opened(u"other"_s));
    QVERIFY(m_page->strategy() == TemplateStrategy::Nearest);
    QCOMPARE(m_page->templateCount(), 3);
    QVERIFY(!m_page->undoStack()->canUndo());
    QVERIFY(changed.count() > 0);
    QCOMPARE(part<QComboBox>("category")->currentText(), u"bolt"_s);
}

void TstTemplatesPage::followsTheLanguage()
{
    NEEDS_WEIGHTS;
    compare();
    const auto selected = grid().currentIndex();
    const auto templates = plot().templates();
    QCOMPARE(templates.size(), std::size_t{3});
    QEvent language(QEvent::LanguageChange);
    for (auto *widget : m_page->findChildren<QWidget *>())
        QApplication::sendEvent(widget, &language);
    QApplication::sendEvent(m_page.get(), &language);
    QCOMPARE(grid().currentIndex(), selected);
    QCOMPARE(plot().templates(), templates);
    QVERIFY(match().explanation().contains(u"Cost"_s));
    QCOMPARE(tray().count(), 3);
    for (const auto *control : m_page->findChildren<QPushButton *>())
        QVERIFY(!control->text().isEmpty() || control->objectName() == u"action"_s);
}

void TstTemplatesPage::tabGoesFromLeftToRight()
{
    NEEDS_WEIGHTS;
    compare();
    QStringList names;
    auto *first = part<QComboBox>("category");
    const QWidget *widget = first;
    do {
        if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus &&
            !widget->objectName().isEmpty() && !widget->objectName().startsWith(u"qt_"_s))
            names += widget->objectName();
        widget = widget->nextInFocusChain();
    } while (widget != first);
    const QStringList wanted = {
        u"category"_s, u"templateSource"_s, u"strategy"_s, u"count"_s,        u"tray"_s,
        u"add"_s,      u"remove"_s,         u"golden"_s,   u"showOutliers"_s, u"coverage"_s,
        u"pictures"_s, u"layer"_s,          u"highest"_s};
    QCOMPARE(names, wanted);
}

QTEST_MAIN(TstTemplatesPage)
#include "tst_templates_page.moc"
