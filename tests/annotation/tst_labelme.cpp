#include "core/annotation/labelme.h"

#include "tests/annotation/annotation_samples.h"

#include "core/imaging/image_file.h"

#include <nlohmann/json.hpp>

using namespace cf::annotation;
using namespace cf::test;
using Json = nlohmann::ordered_json;

class TstLabelme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatLabelmeWrites();
    void writesItAgainAsItWas();
    void keepsEveryKindToThePixel();
    void saysWhatIsLost();
    void readsOldAndForeignFiles();
    void followsAnEditedShape();
    void refusesDamagedShapes_data();
    void refusesDamagedShapes();

private:
    QTemporaryDir m_dir;
};

void TstLabelme::readsWhatLabelmeWrites()
{
    const auto annotation = readLabelme(fixture("labelme.json"));
    CF_VERIFY(annotation);
    QCOMPARE(annotation->imagePath, std::string("part_001.png"));
    QCOMPARE(annotation->imageSize, cv::Size(61, 47));
    QCOMPARE(annotation->shapes.size(), std::size_t{9});
    const auto &shapes = annotation->shapes;
    QCOMPARE(shapes[0].label, std::string("scratch"));
    QVERIFY(shapes[0].kind == ShapeKind::Polygon);
    QCOMPARE(shapes[0].points[1], cv::Point2d(20.0, 6.75));
    QCOMPARE(*shapes[0].group, 7);
    QVERIFY(shapes[2].kind == ShapeKind::Rectangle);
    QVERIFY(!shapes[2].group);
    QVERIFY(shapes[3].kind == ShapeKind::Ellipse);
    QCOMPARE(shapes[3].points, (Ring{{40, 15}, {50, 25}}));
    QVERIFY(shapes[5].kind == ShapeKind::Marker);
    QVERIFY(shapes[7].kind == ShapeKind::Marker);
    QVERIFY(shapes[8].kind == ShapeKind::Polygon);
    // The mask's pixels are where labelme has them.
    QVERIFY(shapes[4].kind == ShapeKind::Mask);
    const auto wanted = cf::imaging::loadMask(fixture("labelme_mask.png"));
    CF_VERIFY(wanted);
    QVERIFY(same(pixels(shapes[4], annotation->imageSize), *wanted));
}

void TstLabelme::writesItAgainAsItWas()
{
    const auto annotation = readLabelme(fixture("labelme.json"));
    CF_VERIFY(annotation);
    const auto warnings = writeLabelme(inside(m_dir, "again.json"), *annotation);
    CF_VERIFY(warnings);
    QCOMPARE(lossesOf(*warnings), std::string());
    Json before = Json::parse(readText(fixture("labelme.json")));
    Json after = Json::parse(readText(inside(m_dir, "again.json")));
    const auto again = readLabelme(inside(m_dir, "again.json"));
    CF_VERIFY(again);
    QVERIFY(same(again->shapes[4].mask, annotation->shapes[4].mask));
    QCOMPARE(again->shapes[4].maskAt, annotation->shapes[4].maskAt);
    // All but the coding of the mask's PNG, with all keys that labelme and others added.
    before["shapes"][4].erase("mask");
    after["shapes"][4].erase("mask");
    QVERIFY(nlohmann::json(after) == nlohmann::json(before));
    QVERIFY(after["operator"] == Json("M. Müller"));
    QVERIFY(after["shapes"][0]["score"] == Json(0.5));
    QVERIFY(after["version"] == Json("6.3.1"));
}

void TstLabelme::keepsEveryKindToThePixel()
{
    const auto sample = everyKind();
    CF_VERIFY(writeLabelme(inside(m_dir, "every.json"), sample));
    const auto back = readLabelme(inside(m_dir, "every.json"));
    CF_VERIFY(back);
    QCOMPARE(back->imagePath, sample.imagePath);
    QCOMPARE(back->shapes.size(), sample.shapes.size());
    for (std::size_t i = 0; i < sample.shapes.size(); ++i) {
        QCOMPARE(back->shapes[i].label, sample.shapes[i].label);
        QCOMPARE(back->shapes[i].group, sample.shapes[i].group);
        if (sample.shapes[i].kind != ShapeKind::Ellipse)
            QVERIFY(same(pixels(back->shapes[i], back->imageSize),
                         pixels(sample.shapes[i], sample.imageSize)));
        if (sample.shapes[i].kind != ShapeKind::Ellipse)
            QVERIFY(back->shapes[i].kind == sample.shapes[i].kind);
    }
    QCOMPARE(back->shapes[0].points, sample.shapes[0].points);
}

void TstLabelme::saysWhatIsLost()
{
    auto sample = everyKind();
    const auto warnings = writeLabelme(inside(m_dir, "loss.json"), sample);
    CF_VERIFY(warnings);
    QCOMPARE(lossesOf(*warnings), std::string("holes:1 curve:1"));
    sample.shapes = {box(ShapeKind::Ellipse, "circle", 5, 5, 15, 15)};
    sample.shapes[0].extraJson = R"({"coco": {"attributes": {"severity": 3}}})";
    const auto circle = writeLabelme(inside(m_dir, "loss.json"), sample);
    CF_VERIFY(circle);
    QCOMPARE(lossesOf(*circle), std::string("extras:1"));
    QCOMPARE(readLabelme(inside(m_dir, "loss.json"))->shapes[0].points, sample.shapes[0].points);
}

void TstLabelme::readsOldAndForeignFiles()
{
    // Without sizes, shape types and groups; a rectangle by four corners; a type nobody knows.
    writeText(inside(m_dir, "old.json"), R"({"shapes": [
        {"label": "a", "points": [[1, 1], [5, 1], [5, 5]], "line_color": null},
        {"label": "b", "points": [[1, 2], [6, 2], [6, 4], [1, 4]], "shape_type": "rectangle"},
        {"label": "c", "points": [[1, 2], [6, 2], [6, 4]], "shape_type": "cuboid"},
        {"label": "d", "points": [[1, 2], [6, 2]], "shape_type": "polygon", "group_id": "x"}],
        "imagePath": "a.png", "imageHeight": null})");
    QCOMPARE(readLabelme(inside(m_dir, "old.json")).error().code, cf::ErrorCode::BadData);
    const auto annotation = readLabelme(inside(m_dir, "old.json"), {20, 10});
    CF_VERIFY(annotation);
    QCOMPARE(annotation->imageSize, cv::Size(20, 10));
    QVERIFY(annotation->shapes[0].kind == ShapeKind::Polygon);
    QVERIFY(annotation->shapes[1].kind == ShapeKind::Rectangle);
    QVERIFY(annotation->shapes[2].kind == ShapeKind::Polygon);
    QVERIFY(annotation->shapes[3].kind == ShapeKind::Marker);
    CF_VERIFY(writeLabelme(inside(m_dir, "old2.json"), *annotation));
    const Json after = Json::parse(readText(inside(m_dir, "old2.json")));
    QVERIFY(after["shapes"][0].contains("line_color"));
    QVERIFY(after["shapes"][3]["group_id"] == Json("x"));
    QVERIFY(after["shapes"][3]["shape_type"] == Json("polygon"));
}

void TstLabelme::followsAnEditedShape()
{
    auto annotation = readLabelme(fixture("labelme.json"));
    CF_VERIFY(annotation);
    annotation->shapes[3].points = {{10, 10}, {20, 20}}; // the circle is moved
    annotation->shapes[8].points[0].x -= 3;              // a rotated box loses its right angles
    CF_VERIFY(writeLabelme(inside(m_dir, "edited.json"), *annotation));
    const Json after = Json::parse(readText(inside(m_dir, "edited.json")));
    QVERIFY(after["shapes"][3]["points"][0] == Json::array({15.0, 15.0}));
    QVERIFY(after["shapes"][3]["score"] == Json(0.5));
    QVERIFY(after["shapes"][8]["shape_type"] == Json("polygon"));
}

void TstLabelme::refusesDamagedShapes_data()
{
    QTest::addColumn<QString>("shape");
    const auto row = [](const char *name, const char *shape) {
        QTest::newRow(name) << QString::fromUtf8(shape);
    };
    row("no object", "7");
    row("no label", R"({"points": [[1, 1]]})");
    row("no points", R"({"label": "a"})");
    row("points as text", R"({"label": "a", "points": [["1", 2]]})");
    row("three numbers", R"({"label": "a", "points": [[1, 2, 3]]})");
    row("points as number", R"({"label": "a", "points": 5})");
    row("empty", R"({"label": "a", "points": []})");
    row("far away", R"({"label": "a", "points": [[1, 1], [1e300, 2], [3, 3]]})");
    row("mask without pixels", R"({"label": "a", "points": [[1, 1], [2, 2]],
        "shape_type": "mask"})");
    row("mask that is no base64", R"({"label": "a", "points": [[1, 1], [2, 2]],
        "shape_type": "mask", "mask": "????"})");
    row("mask that is no picture", R"({"label": "a", "points": [[1, 1], [2, 2]],
        "shape_type": "mask", "mask": "aGVsbG8gd29ybGQh"})");
    row("mask far away", R"({"label": "a", "points": [[1e300, 1], [2, 2]],
        "shape_type": "mask", "mask": "aGVsbG8gd29ybGQh"})");
}

void TstLabelme::refusesDamagedShapes()
{
    QFETCH(QString, shape);
    const auto path = inside(m_dir, "damaged.json");
    writeText(path,
              R"({"imageWidth": 20, "imageHeight": 10, "shapes": [)" + shape.toStdString() + "]}");
    const auto annotation = readLabelme(path);
    QVERIFY(!annotation.ok());
    QCOMPARE(annotation.error().code, cf::ErrorCode::BadData);
    QVERIFY(annotation.error().detail.find("damaged.json") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstLabelme)
#include "tst_labelme.moc"
