#include "core/annotation/shape_json.h"
#include "tests/annotation/annotation_samples.h"

#include <QTest>

using namespace cf::annotation;
using namespace cf::test;

class TstShapeJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void losesNothing();
    void refusesWhatIsDamaged_data();
    void refusesWhatIsDamaged();
};

void TstShapeJson::losesNothing()
{
    const auto sample = everyKind();
    for (const Shape &shape : sample.shapes) {
        const std::string text = shapeJson(shape);
        const auto back = shapeFromJson(text, shape.label);
        CF_VERIFY(back);
        QCOMPARE(shapeJson(*back), text);
        QVERIFY(back->label == shape.label && back->kind == shape.kind);
        QVERIFY(back->points == shape.points && back->holes == shape.holes);
        QVERIFY(back->group == shape.group && back->extraJson == shape.extraJson);
        QVERIFY(back->mask.size() == shape.mask.size());
        if (shape.kind == ShapeKind::Mask) {
            QCOMPARE(back->maskAt, shape.maskAt);
            QCOMPARE(cv::countNonZero(back->mask != shape.mask), 0);
        }
    }
}

void TstShapeJson::refusesWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no kind") << QByteArray("{}");
    QTest::newRow("odd points") << QByteArray(R"({"kind":"polygon","points":[1,2,3]})");
    QTest::newRow("words") << QByteArray(R"({"kind":"polygon","points":["a","b"]})");
    QTest::newRow("mask without place") << QByteArray(R"({"kind":"mask","runs":"04"})");
    QTest::newRow("runs too short")
        << QByteArray(R"({"kind":"mask","at":[0,0],"size":[9,9],"runs":"04"})");
    QTest::newRow("huge") << QByteArray(
        R"({"kind":"mask","at":[0,0],"size":[1e9,1e9],"runs":"04"})");
    QTest::newRow("group") << QByteArray(R"({"kind":"marker","points":[1,2],"group":"x"})");
}

void TstShapeJson::refusesWhatIsDamaged()
{
    QFETCH(QByteArray, text);
    const auto shape = shapeFromJson(text.toStdString(), "label");
    QVERIFY(!shape.ok());
    QVERIFY(shape.error().code == cf::ErrorCode::BadData);
}

QTEST_GUILESS_MAIN(TstShapeJson)
#include "tst_shape_json.moc"
