#include "tests/ui/dataset/image_rows.h"
#include "ui/dataset/image_filter.h"

#include <QTest>

using namespace cf::ui;
using namespace Qt::StringLiterals;
using cf::dataset::Label;
using cf::dataset::Split;

class TstImageFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsWhatIsAskedFor_data();
    void findsWhatIsAskedFor();
    void saysWhatItCannotUnderstand_data();
    void saysWhatItCannotUnderstand();
    void findsEverythingWithoutAWord();
    void isUsedWithoutACaseInAnyAlphabet();
    void findsNoNumberThatIsNotKnown();

private:
    ImageRows m_rows;
};

void TstImageFilter::initTestCase()
{
    // a: normal, training; b: crack of 0.4, with mask; c: scratch of 0.75, reviewed, has a problem;
    // d: unknown, another category, two words in its name.
    m_rows.push_back(rowAt("/crack/part/a_001.png"));
    m_rows.push_back(defectAt("/t/b_Crack.png", u"crack"_s, 0.4F));
    m_rows.back().hasMask = true;
    m_rows.back().reviewed = false;
    m_rows.push_back(defectAt("/t/c-002.png", u"scratch"_s, 0.75F));
    m_rows.back().reviewed = true;
    m_rows.back().hasProblem = true;
    m_rows.back().widthPx = 640;
    m_rows.back().heightPx = 480;
    m_rows.push_back(rowAt("/t/d two words 001.png"));
    m_rows.back().category = u"wood"_s;
    m_rows.back().kind = u"unlabelled"_s;
    m_rows.back().label = Label::Unknown;
    m_rows.back().split = Split::Test;
}

void TstImageFilter::findsWhatIsAskedFor_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("found"); // the first letters of the names
    const auto row = [](const char *query, const char *found) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(found);
    };
    row("crack", "b"); // the name, not the folder
    row("CRACK", "b");
    row("001", "ad");
    row("001 -words", "a");
    row("\"two words\"", "d");
    row("-\"two words\"", "abc");
    row("name:\"d two\"", "d");
    row("name=c-002.png", "c");
    row("name=c-002", "");
    row("c-0", "c"); // a minus inside is none
    row("label:normal", "a");
    row("label:defect", "bc");
    row("label:unknown", "d");
    row("-label:normal", "bcd");
    row("label:crack", "b"); // goes to kind
    row("LABEL:Crack", "b");
    row("kind:cra", "bc"); // scratch holds it too
    row("kind=crack", "b");
    row("category:til", "abc");
    row("category=til", "");
    row("split:test", "bcd");
    row("split:train", "a");
    row("mask:yes", "b");
    row("mask:no", "acd");
    row("problem:yes", "c");
    row("reviewed:yes", "c");
    row("reviewed:no", "abd");
    row("score>0.4", "c");
    row("score>=0.4", "bc");
    row("score<0.4", "");
    row("score<=0.4", "b");
    row("score=0.4", "b");
    row("score:0.75", "c");
    row("-score>0.4", "abd");
    row("width>=640 height<481", "c");
    row("width>640", "");
    row("  label:defect   score<0.5  ", "b");
    row("label:crack score>0.3 reviewed:no Crack", "b");
    row("\"score>0.4\"", ""); // a name
}

void TstImageFilter::findsWhatIsAskedFor()
{
    QFETCH(QString, query);
    QFETCH(QString, found);
    const auto filter = ImageFilter::compile(query);
    QVERIFY2(filter.isValid(), qPrintable(filter.error()));
    QVERIFY(!filter.isEmpty());
    QString names;
    for (const ImageRow &row : m_rows)
        if (filter.matches(row))
            names += row.shownName().left(1);
    QCOMPARE(names, found);
}

void TstImageFilter::saysWhatItCannotUnderstand_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *query, const char *word) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(word);
    };
    row("label:defect colour:red", "colour");
    row("score>high", "high");
    row("score>nan", "nan");
    row("score>0,4", "0,4");
    row("width:", "width:");
    row("score>=", "score>=");
    row("mask:perhaps", "perhaps");
    row("split:validation", "validation");
    row("label>normal", "label>normal");
    row("kind<=x", "kind<=x");
    row("crack -", "-");
    row("\"two words", "\"two words");
    row("kind:\"two", "kind:\"two");
}

void TstImageFilter::saysWhatItCannotUnderstand()
{
    QFETCH(QString, query);
    QFETCH(QString, word);
    const auto filter = ImageFilter::compile(query);
    QVERIFY(!filter.isValid());
    QCOMPARE(filter.errorWord(), word);
    QVERIFY2(filter.error().contains(word), qPrintable(filter.error()));
    QVERIFY(filter.error().endsWith(u'.'));
    QVERIFY2(!filter.error().contains(u"%"), qPrintable(filter.error()));
}

void TstImageFilter::findsEverythingWithoutAWord()
{
    for (const QString &text : {u""_s, u"   "_s}) {
        const auto filter = ImageFilter::compile(text);
        QVERIFY(filter.isValid());
        QVERIFY(filter.isEmpty());
        QVERIFY(filter.matches(m_rows[0]));
    }
}

void TstImageFilter::isUsedWithoutACaseInAnyAlphabet()
{
    const ImageRow row = rowAt("/t/Öse_ÄÖÜ.png");
    QVERIFY(ImageFilter::compile(u"öse"_s).matches(row));
    QVERIFY(ImageFilter::compile(u"äöü"_s).matches(row));
    QVERIFY(!ImageFilter::compile(u"ose"_s).matches(row));
}

void TstImageFilter::findsNoNumberThatIsNotKnown()
{
    const ImageRow row = rowAt("/t/a.png");
    QVERIFY(!ImageFilter::compile(u"score<1"_s).matches(row));
    QVERIFY(!ImageFilter::compile(u"width<10000"_s).matches(row));
    QVERIFY(ImageFilter::compile(u"-score<1"_s).matches(row));
}

QTEST_MAIN(TstImageFilter)
#include "tst_image_filter.moc"
