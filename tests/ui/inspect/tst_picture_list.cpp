#include "ui/inspect/picture_list.h"
#include "ui/inspect/test_picture_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

dataset::Sample sample(const std::filesystem::path &folder, const std::string &kind, int number)
{
    dataset::Sample made;
    made.split = dataset::Split::Test;
    made.kind = kind;
    made.image = folder / "test" / kind / (std::to_string(number) + ".png");
    return made;
}

/// Two categories, of each a picture to train on and `count` to test.
std::shared_ptr<const dataset::Dataset> pictures(int count, const std::filesystem::path &root)
{
    auto made = std::make_shared<dataset::Dataset>();
    made->root = root;
    for (const auto *name : {"bolt", "nut"}) {
        auto &category = made->categories.emplace_back();
        category.name = name;
        auto training = sample(root / name, "good", 0);
        training.split = dataset::Split::Train;
        category.samples.push_back(training);
        for (int i = 0; i < count; ++i)
            category.samples.push_back(sample(root / name, i % 2 == 0 ? "good" : "dent", i));
    }
    return made;
}

} // namespace

/// The list beside the views of Inspect.
class TstPictureList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void modelIsSound();
    void namesPicturesByKindAndFile();
    void listsOneCategoryOrAll();
    void choosesAPictureThatTheCategoryHides();
    void passesOverAPictureThatIsNotThere();
    void movesUpToTheEnds();
    void keepsTheCategoryOfTheSameFolder();
    void pointsAtTheCheckedDataset();
    void takesTypedLetters();
    void keepsTheCurrentOneInSightWithAnotherFont();

private:
    QAbstractItemModel &rows() { return *m_list->findChild<QListView *>()->model(); }
    QComboBox &category() { return *m_list->findChild<QComboBox *>(); }

    std::shared_ptr<const dataset::Dataset> m_dataset;
    std::unique_ptr<PictureList> m_list;
};

void TstPictureList::init()
{
    m_list = std::make_unique<PictureList>();
    m_dataset = pictures(4, "/line");
    m_list->setDataset(m_dataset);
}

void TstPictureList::modelIsSound()
{
    TestPictureModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPictures(m_dataset, -1);
    QCOMPARE(model.rowCount(), 8);
    model.setPictures(m_dataset, 1);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.find("/line/nut/test/dent/3.png"), 3);
    QCOMPARE(model.find("/line/bolt/test/dent/3.png"), -1);
    QVERIFY(!model.at(-1) && !model.at(4));
    model.setPictures(nullptr, -1);
    QCOMPARE(model.rowCount(), 0);
}

void TstPictureList::namesPicturesByKindAndFile()
{
    const auto first = rows().index(1, 0);
    QCOMPARE(first.data().toString(), u"dent / 1.png"_s);
    QCOMPARE(first.data(Qt::ToolTipRole).toString(), u"/line/bolt/test/dent/1.png"_s);
}

void TstPictureList::listsOneCategoryOrAll()
{
    QCOMPARE(rows().rowCount(), 8); // none of those to train on
    category().setCurrentIndex(2);
    QCOMPARE(rows().rowCount(), 4);
    QVERIFY(!m_list->isEmpty());
    m_list->setDataset(nullptr);
    QVERIFY(m_list->isEmpty() && !m_list->current());
}

void TstPictureList::choosesAPictureThatTheCategoryHides()
{
    category().setCurrentIndex(2);
    const QSignalSpy chosen(m_list.get(), &PictureList::chosen);
    const auto &wanted = m_dataset->categories[0].samples[3];
    QVERIFY(!m_list->select(wanted.image)); // was not chosen before
    QCOMPARE(m_list->current(), &wanted);
    QCOMPARE(category().currentIndex(), 0);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(m_list->select(wanted.image));
    QCOMPARE(chosen.size(), 1);
}

void TstPictureList::passesOverAPictureThatIsNotThere()
{
    const QSignalSpy chosen(m_list.get(), &PictureList::chosen);
    QVERIFY(!m_list->select("/elsewhere/1.png"));
    QVERIFY(!m_list->current());
    QVERIFY(chosen.isEmpty());
}

void TstPictureList::movesUpToTheEnds()
{
    const auto &samples = m_dataset->categories[1].samples;
    m_list->select(samples[3].image);
    m_list->move(1);
    QCOMPARE(m_list->current(), &samples[4]);
    QVERIFY(!m_list->next());
    m_list->move(1);
    QCOMPARE(m_list->current(), &samples[4]);
    m_list->move(-1);
    QCOMPARE(m_list->next(), &samples[4]);
}

void TstPictureList::keepsTheCategoryOfTheSameFolder()
{
    category().setCurrentIndex(2);
    m_list->setDataset(pictures(6, "/line"));
    QCOMPARE(category().currentIndex(), 2);
    QCOMPARE(rows().rowCount(), 6);
    m_list->setDataset(pictures(6, "/other"));
    QCOMPARE(category().currentIndex(), 0);
    QCOMPARE(rows().rowCount(), 12);
}

/// The one of before goes with whoever else held it.
void TstPictureList::pointsAtTheCheckedDataset()
{
    auto checked = pictures(4, "/line");
    m_list->setDataset(checked);
    m_dataset.reset();
    m_list->select(checked->categories[1].samples[2].image);
    QCOMPARE(m_list->current(), &checked->categories[1].samples[2]);
    QCOMPARE(rows().index(0, 0).data().toString(), u"good / 0.png"_s);
}

void TstPictureList::takesTypedLetters()
{
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    auto *view = m_list->findChild<QListView *>();
    view->setFocus();
    QTest::keyClicks(view, u"dent / 3"_s);
    QCOMPARE(m_list->current(), &m_dataset->categories[0].samples[4]);
}

void TstPictureList::keepsTheCurrentOneInSightWithAnotherFont()
{
    m_list->setDataset(pictures(40, "/line"));
    m_list->resize(200, 220);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    m_list->select("/line/bolt/test/good/20.png"); // comes in at the bottom
    const auto *view = m_list->findChild<QListView *>();
    const auto isSeen = [&] {
        return view->viewport()->rect().contains(view->visualRect(view->currentIndex()));
    };
    QVERIFY(isSeen());
    auto font = m_list->font(); // as a language with taller letters does
    font.setPointSizeF(font.pointSizeF() * 1.5);
    m_list->setFont(font);
    QTRY_VERIFY(isSeen());
}

QTEST_MAIN(TstPictureList)
#include "tst_picture_list.moc"
