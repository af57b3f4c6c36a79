#include "tests/ui/dataset/image_rows.h"
#include "ui/dataset/image_list_model.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

QString namesOf(const ImageListModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names += model.index(row).data().toString().section(u'.', 0, 0);
    return names.join(u' ');
}

} // namespace

class TstImageListModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsAllInTheDatasetsOrder();
    void sortsByEach_data();
    void sortsByEach();
    void fulfilsAllPartsOfAQuery();
    void keepsWhatIsSelectedWhereItGoes();
    void forgetsOnlyWhatIsFilteredOut();
    void followsChangesInPlace();
    void tellsWhatScreenReadersSay();
    void keepsTheRulesOfModels();

private:
    ImageQuery filtered(const QString &text) const
    {
        ImageQuery query;
        query.filter = ImageFilter::compile(text);
        return query;
    }

    std::shared_ptr<ImageRows> m_rows;
    std::unique_ptr<ImageListModel> m_model;
};

void TstImageListModel::init()
{
    m_rows = std::make_shared<ImageRows>();
    m_rows->push_back(rowAt("/t/n10.png"));
    m_rows->push_back(rowAt("/t/n2.png"));
    m_rows->push_back(defectAt("/t/d1.png", u"scratch"_s, 0.5F));
    m_rows->push_back(defectAt("/t/d2.png", u"crack"_s, 0.9F));
    m_rows->push_back(rowAt("/t/u.png"));
    m_rows->back().label = cf::dataset::Label::Unknown;
    m_rows->back().category = u"wood"_s;
    m_rows->back().score = 0.1F;
    m_model = std::make_unique<ImageListModel>();
    m_model->setRows(m_rows);
}

void TstImageListModel::showsAllInTheDatasetsOrder()
{
    QCOMPARE(namesOf(*m_model), u"n10 n2 d1 d2 u"_s);
    QCOMPARE(m_model->totalCount(), 5);
    QCOMPARE(m_model->index(2).data(ImageListModel::PathRole).toString(), u"/t/d1.png"_s);
    QCOMPARE(m_model->index(2).data(ImageListModel::KindRole).toString(), u"scratch"_s);
    QCOMPARE(m_model->index(2).data(ImageListModel::ScoreRole).toFloat(), 0.5F);
    QVERIFY(!m_model->index(0).data(ImageListModel::ScoreRole).isValid());
    QCOMPARE(m_model->find("/t/d2.png"), 3);
    QCOMPARE(m_model->find("/t/none.png"), -1);
}

void TstImageListModel::sortsByEach_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, ImageOrder order, const char *names) {
        QTest::newRow(name) << static_cast<int>(order) << QString::fromUtf8(names);
    };
    row("dataset", ImageOrder::Dataset, "n10 n2 d1 d2 u");
    row("name", ImageOrder::Name, "d1 d2 n2 n10 u"); // 2 before 10
    row("kind", ImageOrder::Kind, "d2 n10 n2 u d1");
    row("label", ImageOrder::Label, "d1 d2 u n10 n2");
    row("highest", ImageOrder::HighestScore, "d2 d1 u n10 n2");
    row("lowest", ImageOrder::LowestScore, "u d1 d2 n10 n2");
}

void TstImageListModel::sortsByEach()
{
    QFETCH(int, order);
    QFETCH(QString, names);
    ImageQuery query;
    query.order = static_cast<ImageOrder>(order);
    m_model->setQuery(query);
    QCOMPARE(namesOf(*m_model), names);
}

void TstImageListModel::fulfilsAllPartsOfAQuery()
{
    auto query = filtered(u"-label:unknown"_s);
    m_model->setQuery(query);
    QCOMPARE(namesOf(*m_model), u"n10 n2 d1 d2"_s);
    query.category = u"tile"_s;
    query.order = ImageOrder::HighestScore;
    query.onlyPaths = {"/t/n2.png", "/t/d1.png", "/t/d2.png", "/t/u.png"};
    m_model->setQuery(query);
    QCOMPARE(namesOf(*m_model), u"d2 d1 n2"_s);
    query.kind = u"crack"_s;
    m_model->setQuery(query);
    QCOMPARE(namesOf(*m_model), u"d2"_s);
    query.category = u"wood"_s;
    m_model->setQuery(query);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setQuery({});
    QCOMPARE(namesOf(*m_model), u"n10 n2 d1 d2 u"_s);
}

void TstImageListModel::keepsWhatIsSelectedWhereItGoes()
{
    QItemSelectionModel selection(m_model.get());
    selection.select(m_model->index(1), QItemSelectionModel::Select);          // n2
    selection.setCurrentIndex(m_model->index(3), QItemSelectionModel::Select); // d2
    ImageQuery query;
    query.order = ImageOrder::Name;
    m_model->setQuery(query);
    QCOMPARE(selection.currentIndex().data().toString(), u"d2.png"_s);
    QCOMPARE(selection.selectedIndexes().size(), 2);
    QVERIFY(selection.isSelected(m_model->index(2))); // n2
    QVERIFY(selection.isSelected(m_model->index(1))); // d2
}

void TstImageListModel::forgetsOnlyWhatIsFilteredOut()
{
    QItemSelectionModel selection(m_model.get());
    for (int row = 0; row < 4; ++row)
        selection.select(m_model->index(row), QItemSelectionModel::Select);
    m_model->setQuery(filtered(u"2"_s));
    QCOMPARE(namesOf(*m_model), u"n2 d2"_s);
    QCOMPARE(selection.selectedIndexes().size(), 2);
    m_model->setQuery({});
    QStringList names;
    for (const QModelIndex &index : selection.selectedIndexes())
        names += index.data().toString();
    names.sort();
    QCOMPARE(names, (QStringList{u"d2.png"_s, u"n2.png"_s}));
}

void TstImageListModel::followsChangesInPlace()
{
    ImageQuery query = filtered(u"score>0.3"_s);
    query.order = ImageOrder::HighestScore;
    m_model->setQuery(query);
    QCOMPARE(namesOf(*m_model), u"d2 d1"_s);
    QSignalSpy changed(m_model.get(), &ImageListModel::dataChanged);
    (*m_rows)[0].score = 0.7F;
    (*m_rows)[3].score = 0.2F;
    m_model->updateRows();
    QCOMPARE(namesOf(*m_model), u"n10 d1"_s);
    QCOMPARE(changed.size(), 1);
}

void TstImageListModel::tellsWhatScreenReadersSay()
{
    (*m_rows)[2].hasProblem = true;
    const QString said = m_model->index(2).data(Qt::AccessibleTextRole).toString();
    for (const auto &word : {u"d1.png"_s, u"Defect"_s, u"scratch"_s, u"test"_s, u"problem"_s})
        QVERIFY2(said.contains(word), qPrintable(said));
}

void TstImageListModel::keepsTheRulesOfModels()
{
    QAbstractItemModelTester tester(m_model.get(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setQuery(filtered(u"d"_s));
    ImageQuery query;
    query.order = ImageOrder::LowestScore;
    m_model->setQuery(query);
    m_model->setRows(nullptr);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setRows(m_rows);
    QCOMPARE(m_model->rowCount(), 5);
    QVERIFY(!m_model->data(m_model->index(0).sibling(77, 0), Qt::DisplayRole).isValid());
}

QTEST_MAIN(TstImageListModel)
#include "tst_image_list_model.moc"
