#include "core/annotation/coco.h"

#include "core/imaging/image_file.h"
#include "tests/annotation/annotation_samples.h"

#include <nlohmann/json.hpp>
#include <set>

using namespace cf::annotation;
using namespace cf::test;
using Json = nlohmann::ordered_json;

class TstCoco : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decodesAsPycocotoolsDoes_data();
    void decodesAsPycocotoolsDoes();
    void readsPicturesAndKeys();
    void writesItAgainAsItWas();
    void keepsEveryKindToThePixel();
    void numbersWhatIsNew();
    void saysWhatIsLost();
    void refusesDamagedFiles_data();
    void refusesDamagedFiles();

private:
    QTemporaryDir m_dir;
};

void TstCoco::decodesAsPycocotoolsDoes_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<int>("first"); // of its shapes in the picture
    QTest::addColumn<int>("count");
    QTest::newRow("polygon") << 10 << 0 << 1;
    QTest::newRow("two polygons") << 11 << 1 << 2;
    QTest::newRow("compressed runs") << 12 << 3 << 1;
    QTest::newRow("list of runs") << 13 << 4 << 1;
    QTest::newRow("all pixels") << 14 << 5 << 1;
    QTest::newRow("the last pixel") << 15 << 6 << 1;
    QTest::newRow("noise") << 16 << 7 << 1;
}

void TstCoco::decodesAsPycocotoolsDoes()
{
    QFETCH(int, id);
    QFETCH(int, first);
    QFETCH(int, count);
    const auto set = readCoco(fixture("coco.json"));
    CF_VERIFY(set);
    const Annotation &picture = set->pictures[0];
    cv::Mat marks = cv::Mat::zeros(picture.imageSize, CV_8UC1);
    for (int i = first; i < first + count; ++i)
        marks |= pixels(picture.shapes[static_cast<std::size_t>(i)], picture.imageSize);
    const auto wanted = cf::imaging::loadMask(fixture("coco_" + std::to_string(id) + ".png"));
    CF_VERIFY(wanted);
    // pycocotools draws polygons on a grid of a fifth of a pixel: centres that close to an edge may
    // fall to either side.
    const int differing = cv::countNonZero(marks ^ *wanted);
    if (id > 11)
        QCOMPARE(differing, 0);
    else
        QVERIFY2(differing <= 6, std::to_string(differing).c_str());
}

void TstCoco::readsPicturesAndKeys()
{
    const auto set = readCoco(fixture("coco.json"));
    CF_VERIFY(set);
    QCOMPARE(set->pictures.size(), std::size_t{2});
    const auto &shapes = set->pictures[0].shapes;
    QCOMPARE(shapes.size(), std::size_t{8});
    QCOMPARE(shapes[0].label, std::string("scratch"));
    QCOMPARE(shapes[3].label, std::string("dent"));
    QVERIFY(!shapes[0].group);
    QVERIFY(shapes[1].group && shapes[1].group == shapes[2].group);
    QCOMPARE(set->pictures[1].imageSize, cv::Size(30, 40));
    QVERIFY(set->pictures[1].shapes[0].kind == ShapeKind::Rectangle);
    QCOMPARE(set->pictures[1].shapes[0].points, (Ring{{5, 6}, {15.5, 26}}));
}

void TstCoco::writesItAgainAsItWas()
{
    const auto set = readCoco(fixture("coco.json"));
    CF_VERIFY(set);
    const auto warnings = writeCoco(inside(m_dir, "again.json"), *set);
    CF_VERIFY(warnings);
    QCOMPARE(lossesOf(*warnings), std::string("drawing:1")); // the box became a polygon
    const Json before = Json::parse(readText(fixture("coco.json")));
    const Json after = Json::parse(readText(inside(m_dir, "again.json")));
    for (const char *key : {"info", "licenses", "categories", "images"})
        QVERIFY(nlohmann::json(after[key]) == nlohmann::json(before[key]));
    QCOMPARE(after["annotations"].size(), before["annotations"].size());
    for (std::size_t i = 0; i < before["annotations"].size(); ++i) {
        auto was = before["annotations"][i];
        auto is = after["annotations"][i];
        for (const char *key : {"id", "image_id", "category_id", "iscrowd"})
            QVERIFY(is[key] == was[key]);
        if (was.contains("attributes"))
            QVERIFY(is["attributes"] == was["attributes"]);
        // Runs as a list are written compressed, and the box has no segmentation before.
        if (was["id"] != 13 && was["id"] != 20)
            QVERIFY(nlohmann::json(is["segmentation"]) == nlohmann::json(was["segmentation"]));
        if (was["id"] >= 12 && was["id"] < 20) {
            QCOMPARE(is["area"].get<double>(), was["area"].get<double>());
            QVERIFY(nlohmann::json(is["bbox"]) == nlohmann::json(was["bbox"]));
        }
    }
}

void TstCoco::keepsEveryKindToThePixel()
{
    const auto sample = everyKind();
    CF_VERIFY(writeCoco(inside(m_dir, "every.json"), {{sample, sample}, {}}));
    const auto back = readCoco(inside(m_dir, "every.json"));
    CF_VERIFY(back);
    QCOMPARE(back->pictures.size(), std::size_t{2});
    for (const Annotation &picture : back->pictures) {
        QCOMPARE(picture.imagePath, sample.imagePath);
        QCOMPARE(picture.imageSize, sample.imageSize);
        // The two of a group stand together, as one annotation; the marker is gone.
        const std::size_t order[] = {0, 5, 1, 2, 3, 4};
        QCOMPARE(picture.shapes.size(), std::size(order));
        for (std::size_t i = 0; i < std::size(order); ++i) {
            QCOMPARE(picture.shapes[i].label, sample.shapes[order[i]].label);
            QVERIFY(same(pixels(picture.shapes[i], picture.imageSize),
                         pixels(sample.shapes[order[i]], sample.imageSize)));
        }
        QVERIFY(picture.shapes[0].group && picture.shapes[0].group == picture.shapes[1].group);
        QCOMPARE(picture.shapes[0].points, sample.shapes[0].points);
    }
}

void TstCoco::numbersWhatIsNew()
{
    auto set = readCoco(fixture("coco.json"));
    CF_VERIFY(set);
    set->pictures.insert(set->pictures.begin(), everyKind());
    CF_VERIFY(writeCoco(inside(m_dir, "new.json"), *set));
    const Json after = Json::parse(readText(inside(m_dir, "new.json")));
    QVERIFY(after["images"][0]["id"] == Json(9));
    QVERIFY(after["images"][1]["id"] == Json(3));
    QVERIFY(after["annotations"][0]["id"] == Json(21));
    QVERIFY(after["categories"][2]["name"] == Json("unused"));
    QVERIFY(after["categories"][3]["id"] == Json(10));
    std::set<int> ids;
    for (const auto &annotation : after["annotations"])
        QVERIFY(ids.insert(annotation["id"].get<int>()).second);
    CF_VERIFY(readCoco(inside(m_dir, "new.json")));
}

void TstCoco::saysWhatIsLost()
{
    auto sample = everyKind();
    sample.shapes[4].maskAt = {70, 40};
    sample.shapes.push_back(box(ShapeKind::Rectangle, "away", 200, 200, 210, 210));
    sample.shapes[0].extraJson = R"({"labelme": {"description": "seen twice"}})";
    const auto warnings = writeCoco(inside(m_dir, "loss.json"), {{sample}, {}});
    CF_VERIFY(warnings);
    // Ring, rectangle and ellipse are drawn otherwise; the mask is cut, the last one left out.
    QCOMPARE(lossesOf(*warnings), std::string("drawing:3 outside:2 markers:1 extras:1"));
}

void TstCoco::refusesDamagedFiles_data()
{
    QTest::addColumn<QString>("annotation");
    const auto row = [](const char *name, const char *annotation) {
        QTest::newRow(name) << QString::fromUtf8(annotation);
    };
    row("no object", "3");
    row("no id", R"({"image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2]})");
    row("no such image", R"({"id": 1, "image_id": 2, "category_id": 1, "bbox": [1, 1, 2, 2]})");
    row("no such class", R"({"id": 1, "image_id": 1, "category_id": 2, "bbox": [1, 1, 2, 2]})");
    row("nothing marked", R"({"id": 1, "image_id": 1, "category_id": 1})");
    row("odd numbers", R"({"id": 1, "image_id": 1, "category_id": 1,
        "segmentation": [[1, 1, 2, 2, 3]]})");
    row("two points",
        R"({"id": 1, "image_id": 1, "category_id": 1, "segmentation": [[1, 1, 2, 2]]})");
    row("far away", R"({"id": 1, "image_id": 1, "category_id": 1,
        "segmentation": [[1, 1, 2, 2, 1e300, 3]]})");
    row("runs too long", R"({"id": 1, "image_id": 1, "category_id": 1,
        "segmentation": {"size": [10, 20], "counts": [100, 101]}})");
    row("runs too short", R"({"id": 1, "image_id": 1, "category_id": 1,
        "segmentation": {"size": [10, 20], "counts": [100, 99]}})");
    row("negative runs", R"({"id": 1, "image_id": 1, "category_id": 1,
        "segmentation": {"size": [10, 20], "counts": [201, -1]}})");
    row("runs as objects", R"({"id": 1, "image_id": 1, "category_id": 1,
        "segmentation": {"size": [10, 20], "counts": {"a": 200}}})");
    row("compressed too long", R"({"id": 1, "image_id": 1, "category_id": 1,
        "segmentation": {"size": [10, 20], "counts": "ooo0"}})");
    row("another size", R"({"id": 1, "image_id": 1, "category_id": 1,
        "segmentation": {"size": [20, 10], "counts": [200]}})");
    row("huge size", R"({"id": 1, "image_id": 1, "category_id": 1,
        "segmentation": {"size": [1000000000, 1000000000], "counts": [200]}})");
}

void TstCoco::refusesDamagedFiles()
{
    QFETCH(QString, annotation);
    const auto path = inside(m_dir, "damaged.json");
    const auto write = [&](const std::string &images) {
        writeText(path, R"({"categories": [{"id": 1, "name": "a"}], "images": [)" + images +
                            R"(], "annotations": [)" + annotation.toStdString() + "]}");
    };
    write(R"({"id": 1, "file_name": "a.png", "width": 20, "height": 10})");
    const auto set = readCoco(path);
    QVERIFY(!set.ok());
    QCOMPARE(set.error().code, cf::ErrorCode::BadData);
    QVERIFY(set.error().detail.find("damaged.json") != std::string::npos);
    for (const char *image :
         {R"({"id": 1, "width": -20, "height": 10})", R"({"id": 1, "width": 1e99, "height": 10})",
          R"({"id": 1, "width": 1000000, "height": 1000000})", R"({"id": 1})", "[]",
          R"({"id": 1, "width": 20, "height": 10}, {"id": 1, "width": 20, "height": 10})"}) {
        write(image);
        QCOMPARE(readCoco(path).error().code, cf::ErrorCode::BadData);
    }
}

QTEST_GUILESS_MAIN(TstCoco)
#include "tst_coco.moc"
