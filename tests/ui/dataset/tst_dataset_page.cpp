#include "core/dataset/check_dataset.h"
#include "core/dataset/open_dataset.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"
#include "ui/dataset/category_tree.h"
#include "ui/dataset/dataset_page.h"
#include "ui/dataset/health_panel.h"
#include "ui/dataset/image_grid.h"
#include "ui/dataset/layout_text.h"
#include "ui/dataset/path_label.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QUndoStack>

#include <set>

using namespace cf::dataset;
using namespace cf::ui;
using namespace Qt::StringLiterals;

class TstDatasetPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void saysWhichLayoutAndWhy();
    void takesRowsThatWereMadeElsewhere();
    void knowsAReasonForEachLayout();
    void countsByCategoryAndKind();
    void filtersByCategoryAndKind();
    void filtersByText();
    void saysWhatIsWrongWithTheText();
    void offersToClearAFilterThatLeavesNothing();
    void sortsAndZooms();
    void showsScores();
    void showsThePicturesOfAFinding();
    void marksProblemsUntilTheyAreIgnored();
    void undoesWithTheKeyboard();
    void keepsItsStateWhenTheSameFolderComesAgain();
    void keepsAllSelectedThatAreLeft();
    void startsAnewWithAnotherFolder();
    void tellsWhatIsOpened();
    void showsBusyErrorAndNothing();

private:
    std::shared_ptr<const Dataset> opened(const DatasetFolder &folder, bool checked = false) const
    {
        cf::RunContext run;
        auto dataset = openDataset(folder.path(), run).orThrow();
        if (checked)
            checkDataset(dataset, run);
        return std::make_shared<const Dataset>(std::move(dataset));
    }
    template <class T>
    T *part(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    QTreeWidgetItem *category(const QString &name) const
    {
        const auto found = m_page->findChild<CategoryTree *>()->findItems(
            name, Qt::MatchExactly | Qt::MatchRecursive, 0);
        return found.isEmpty() ? nullptr : found.front();
    }
    void choose(QTreeWidgetItem *item) const
    {
        m_page->findChild<CategoryTree *>()->setCurrentItem(item);
    }
    /// The visible label or button of the pane that stands in for something.
    QString message() const
    {
        for (const QLabel *label : m_page->findChildren<QLabel *>(u"message"_s))
            if (label->isVisible())
                return label->text();
        return {};
    }
    QPushButton *action() const
    {
        for (auto *button : m_page->findChildren<QPushButton *>(u"action"_s))
            if (button->isVisible())
                return button;
        return nullptr;
    }
    int shown() const { return m_page->model()->rowCount(); }

    std::unique_ptr<DatasetFolder> m_folder;
    std::unique_ptr<DatasetPage> m_page;
};

void TstDatasetPage::init()
{
    m_folder = std::make_unique<DatasetFolder>(); // 2 categories of 8 pictures
    m_folder->mvtecCategory("bottle");
    m_folder->mvtecCategory("cable");
    std::filesystem::remove(m_folder->path("cable/ground_truth/scratch/001_mask.png"));
    m_page = std::make_unique<DatasetPage>();
    m_page->resize(1280, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->setDataset(opened(*m_folder, true));
}

void TstDatasetPage::takesRowsThatWereMadeElsewhere()
{
    const auto dataset = opened(*m_folder);
    const auto rows = std::make_shared<ImageRows>(rowsOf(*dataset));
    m_page->setDataset(dataset, rows);
    QCOMPARE(m_page->model()->totalCount(), static_cast<int>(rows->size()));
    QCOMPARE(&m_page->model()->at(3), &(*rows)[3]);
    m_page->setScores({{(*rows)[3].path, 0.5F, {}, 0, 0}}); // they are the page's now
    QCOMPARE((*rows)[3].score, std::optional(0.5F));
}

void TstDatasetPage::saysWhichLayoutAndWhy()
{
    const QString reason = part<QLabel>("reason")->text();
    QVERIFY2(reason.startsWith(u"MVTec AD. Recognised because"_s), qPrintable(reason));
    QCOMPARE(part<PathLabel>("path")->path(), QString::fromStdString(m_folder->path().string()));
    const QString summary = part<QLabel>("summary")->text();
    QVERIFY2(summary.contains(u"2"_s) && summary.contains(u"16"_s), qPrintable(summary));
}

void TstDatasetPage::knowsAReasonForEachLayout()
{
    std::set<QString> reasons;
    Dataset dataset{"", "/set", {{"a", {}}}, {}};
    dataset.categories[0].samples.push_back({"/set/1.png", Split::Test, Label::Unknown, "x", {}});
    for (const auto &reader : builtInReaders()) {
        dataset.format = reader->name();
        const auto text = layoutText(dataset);
        QVERIFY2(text.name != QString::fromStdString(dataset.format), qPrintable(text.name));
        QVERIFY(text.reason.startsWith(u"Recognised because"_s) && text.reason.endsWith(u'.'));
        reasons.insert(text.reason);
    }
    dataset.format = "folder"; // with labels it is another reason than without
    dataset.categories[0].samples[0].label = Label::Normal;
    reasons.insert(layoutText(dataset).reason);
    QCOMPARE(reasons.size(), builtInReaders().size() + 1);
    dataset.format = "plugin";
    QCOMPARE(layoutText(dataset).name, u"plugin"_s);
    QVERIFY(!layoutText(dataset).reason.isEmpty());
}

void TstDatasetPage::countsByCategoryAndKind()
{
    const auto numbers = [](const QTreeWidgetItem *item) {
        QStringList texts;
        for (int column = 1; column < item->columnCount(); ++column)
            texts += item->text(column);
        return texts.join(u' ');
    };
    // Train, Test, Normal, Defect, Unknown, Masks
    QCOMPARE(numbers(category(u"All"_s)), u"8 8 12 4 0 3"_s);
    QCOMPARE(numbers(category(u"cable"_s)), u"4 4 6 2 – 1"_s);
    QCOMPARE(numbers(category(u"scratch"_s)), u"– 2 – 2 – 2"_s);
    QVERIFY(m_page->findChild<CategoryTree *>()->isColumnHidden(5)); // none is unknown
}

void TstDatasetPage::filtersByCategoryAndKind()
{
    QCOMPARE(shown(), 16);
    choose(category(u"cable"_s));
    QCOMPARE(shown(), 8);
    QVERIFY(part<QLabel>("count")->text().contains(u"8 of 16"_s));
    choose(category(u"cable"_s)->child(1));
    QCOMPARE(shown(), 2);
    m_page->setQuery(u"001"_s);
    QCOMPARE(shown(), 1);
    QCOMPARE(m_page->model()->at(0).category, u"cable"_s);
    QTest::mouseClick(part<QPushButton>("showAll"), Qt::LeftButton);
    QCOMPARE(shown(), 16);
    QVERIFY(category(u"All"_s)->isSelected());
    QVERIFY(part<QLineEdit>("query")->text().isEmpty());
}

void TstDatasetPage::filtersByText()
{
    m_page->focusQuery();
    QTest::keyClicks(part<QLineEdit>("query"), u"label:defect mask:no"_s);
    QCOMPARE(shown(), 1);
    QVERIFY(m_page->model()->at(0).shownPath().endsWith(u"cable/test/scratch/001.png"_s));
}

void TstDatasetPage::saysWhatIsWrongWithTheText()
{
    auto *error = part<QLabel>("queryError");
    m_page->setQuery(u"split:test"_s);
    QVERIFY(!error->isVisible());
    m_page->setQuery(u"split:test score>much"_s);
    QVERIFY(error->isVisible());
    QVERIFY2(error->text().contains(u"much"_s), qPrintable(error->text()));
    QCOMPARE(shown(), 8); // as before
    m_page->setQuery(u""_s);
    QVERIFY(!error->isVisible());
    QCOMPARE(shown(), 16);
}

void TstDatasetPage::offersToClearAFilterThatLeavesNothing()
{
    m_page->setQuery(u"elephant"_s);
    QCOMPARE(message(), u"No picture matches elephant"_s);
    QVERIFY(!m_page->findChild<ImageGrid *>()->isVisible());
    QVERIFY(action());
    QTest::mouseClick(action(), Qt::LeftButton);
    QCOMPARE(shown(), 16);
    QVERIFY(m_page->findChild<ImageGrid *>()->isVisible());
    QVERIFY(part<QLineEdit>("query")->text().isEmpty());
}

void TstDatasetPage::sortsAndZooms()
{
    part<QComboBox>("order")->setCurrentIndex(3); // label
    QCOMPARE(m_page->model()->at(0).label, Label::Defect);
    part<QComboBox>("order")->setCurrentIndex(0);
    QCOMPARE(m_page->model()->at(0).label, Label::Normal);
    auto *slider = part<QSlider>("thumbnailSide");
    slider->setValue(200);
    QCOMPARE(m_page->findChild<ImageGrid *>()->thumbnailSide(), 200);
    m_page->findChild<ImageGrid *>()->setThumbnailSide(96);
    QCOMPARE(slider->value(), 96);
}

void TstDatasetPage::showsScores()
{
    const auto first = m_folder->path("bottle/train/good/002.png");
    m_page->setScores({{first, 0.75F, true, 640, 480}, {"/nowhere.png", 0.9F, {}, 0, 0}});
    m_page->setQuery(u"score>0.5 reviewed:yes width:640"_s);
    QCOMPARE(shown(), 1);
    QCOMPARE(m_page->model()->at(0).path, first.string());
    m_page->setDataset(opened(*m_folder)); // they stay
    QCOMPARE(shown(), 1);
    m_page->setScores({});
    QCOMPARE(shown(), 0);
}

void TstDatasetPage::showsThePicturesOfAFinding()
{
    const auto a = m_folder->path("bottle/train/good/000.png");
    const auto b = m_folder->path("cable/test/good/001.png");
    m_page->setFindings({{HealthKind::Leak, Severity::Serious, "bottle", {a, b}, "a leak"}});
    m_page->setQuery(u"label:defect"_s); // is taken off: it would hide what is asked for
    auto *tree = m_page->health()->findChild<QTreeWidget *>();
    tree->topLevelItem(0)->child(0)->setSelected(true);
    QTest::mouseClick(part<QPushButton>("showPictures"), Qt::LeftButton);
    QCOMPARE(shown(), 2);
    QCOMPARE(m_page->model()->at(0).path, a.string());
    QCOMPARE(m_page->model()->at(1).path, b.string());
    QVERIFY(part<QPushButton>("showAll")->isVisible());
    m_page->clearFilter();
    QCOMPARE(shown(), 16);
    QVERIFY(!part<QPushButton>("showAll")->isVisible());
}

void TstDatasetPage::marksProblemsUntilTheyAreIgnored()
{
    m_page->setQuery(u"problem:yes"_s); // the defect without a mask
    QCOMPARE(shown(), 1);
    QSignalSpy changed(m_page.get(), &DatasetPage::ignoredChanged);
    auto *tree = m_page->health()->findChild<QTreeWidget *>();
    tree->topLevelItem(0)->child(0)->setSelected(true);
    QTest::mouseClick(part<QPushButton>("ignore"), Qt::LeftButton);
    QCOMPARE(shown(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_page->ignored().size(), 1);
    m_page->undoStack()->undo();
    QCOMPARE(shown(), 1);
    QVERIFY(m_page->ignored().isEmpty());
}

void TstDatasetPage::undoesWithTheKeyboard()
{
    auto *tree = m_page->health()->findChild<QTreeWidget *>();
    tree->topLevelItem(0)->child(0)->setSelected(true);
    QTest::mouseClick(part<QPushButton>("ignore"), Qt::LeftButton);
    QCOMPARE(m_page->ignored().size(), 1);
    m_page->findChild<ImageGrid *>()->setFocus();
    QTest::keyClick(m_page->findChild<ImageGrid *>(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_page->ignored().isEmpty());
    QUndoStack outside;
    m_page->setUndoStack(&outside);
    QVERIFY(m_page->actions().isEmpty()); // its owner has the keys
    QCOMPARE(m_page->undoStack(), &outside);
}

void TstDatasetPage::keepsItsStateWhenTheSameFolderComesAgain()
{
    choose(category(u"cable"_s));
    m_page->setQuery(u"split:test"_s);
    auto *grid = m_page->findChild<ImageGrid *>();
    grid->setCurrentIndex(m_page->model()->index(1));
    grid->selectionModel()->select(m_page->model()->index(2), QItemSelectionModel::Select);
    const QStringList selected = m_page->selectedPaths();
    QCOMPARE(selected.size(), 2);
    m_page->setDataset(opened(*m_folder, true));
    QCOMPARE(shown(), 4);
    QCOMPARE(part<QLineEdit>("query")->text(), u"split:test"_s);
    QVERIFY(category(u"cable"_s)->isSelected());
    QCOMPARE(m_page->selectedPaths(), selected);
    QCOMPARE(grid->currentIndex().row(), 1);
}

void TstDatasetPage::keepsAllSelectedThatAreLeft()
{
    auto *grid = m_page->findChild<ImageGrid *>();
    grid->selectAll();
    m_page->setQuery(u"label:defect"_s);
    QCOMPARE(shown(), 4);
    QCOMPARE(grid->selectedCount(), 4);
    m_page->setQuery(u"split:test"_s); // wider: only those that were selected
    QCOMPARE(shown(), 8);
    QCOMPARE(grid->selectedCount(), 4);
}

void TstDatasetPage::startsAnewWithAnotherFolder()
{
    choose(category(u"cable"_s));
    m_page->setQuery(u"split:test"_s);
    m_page->setFindings({{HealthKind::Size,
                          Severity::Warning,
                          "bottle",
                          {m_folder->path("bottle/train/good/000.png")},
                          "odd"}});
    DatasetFolder other;
    other.mvtecCategory("cable");
    m_page->setDataset(opened(other, true));
    QCOMPARE(shown(), 8);
    QVERIFY(part<QLineEdit>("query")->text().isEmpty());
    QCOMPARE(m_page->health()->openCount(), 0);
}

void TstDatasetPage::tellsWhatIsOpened()
{
    QSignalSpy activated(m_page.get(), &DatasetPage::imageActivated);
    auto *grid = m_page->findChild<ImageGrid *>();
    grid->setCurrentIndex(m_page->model()->index(4));
    QTest::keyClick(grid, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toString(), m_page->model()->at(4).shownPath());
}

void TstDatasetPage::showsBusyErrorAndNothing()
{
    QSignalSpy relocate(m_page.get(), &DatasetPage::relocateWanted);
    auto *grid = m_page->findChild<ImageGrid *>();
    m_page->setBusy(u"Reading /set"_s);
    QCOMPARE(message(), u"Reading /set"_s);
    QVERIFY(!grid->isVisible());
    QVERIFY(!action());
    m_page->setError(u"The pictures are not at /set any more."_s);
    QCOMPARE(message(), u"The pictures are not at /set any more."_s);
    QVERIFY(action());
    QTest::mouseClick(action(), Qt::LeftButton);
    QCOMPARE(relocate.size(), 1);
    m_page->setDataset(opened(*m_folder));
    QVERIFY(grid->isVisible());
    QVERIFY(message().isEmpty());
    m_page->setDataset(nullptr);
    QCOMPARE(message(), u"No pictures are open."_s);
    QCOMPARE(shown(), 0);
    QSignalSpy open(m_page.get(), &DatasetPage::openWanted);
    QTest::mouseClick(action(), Qt::LeftButton);
    QCOMPARE(open.size(), 1);
    QCOMPARE(relocate.size(), 1);
}

QTEST_MAIN(TstDatasetPage)
#include "tst_dataset_page.moc"
