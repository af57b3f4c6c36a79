#include "core/annotation/rasterise.h"

#include "core/annotation/trace_mask.h"
#include "tests/annotation/annotation_samples.h"

#include <cmath>
#include <limits>

using namespace cf::annotation;
using namespace cf::test;

class TstRasterise : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsPixelsWhoseCentreIsInside();
    void sharesNoPixelBetweenNeighbours();
    void agreesWithThePointInPolygonTest();
    void drawsEllipses();
    void cutsAtThePicture();
    void unitesAllShapes();
    void tracesAMaskToThePixel_data();
    void tracesAMaskToThePixel();
    void partsPixelsThatTouchAtACorner();
    void keepsPixelsWithSlits();
    void cropsAMask();
    void refusesDamagedShapes_data();
    void refusesDamagedShapes();
};

void TstRasterise::holdsPixelsWhoseCentreIsInside()
{
    const cv::Size size(6, 5);
    cv::Mat wanted = cv::Mat::zeros(size, CV_8UC1);
    wanted(cv::Rect(1, 1, 3, 2)) = 255;
    QVERIFY(same(pixels(polygon("", {{1, 1}, {4, 1}, {4, 3}, {1, 3}}), size), wanted));
    QVERIFY(same(pixels(polygon("", {{.6, .6}, {4.4, .6}, {4.4, 3.4}, {.6, 3.4}}), size), wanted));
    QVERIFY(same(pixels(box(ShapeKind::Rectangle, "", 4, 3, 1, 1), size), wanted));
    // A centre on the left or upper edge counts, on the right or lower one not.
    QVERIFY(same(pixels(box(ShapeKind::Rectangle, "", 1.5, 1.5, 4.5, 3.5), size), wanted));
    QVERIFY(
        same(pixels(polygon("", {{1.5, 1.5}, {1.5, 3.5}, {4.5, 3.5}, {4.5, 1.5}}), size), wanted));
}

void TstRasterise::sharesNoPixelBetweenNeighbours()
{
    const cv::Size size(50, 50);
    cv::RNG random(7);
    for (int round = 0; round < 50; ++round) {
        const auto at = [&] {
            return cv::Point2d(random.uniform(0, 100) / 2.0, random.uniform(0, 100) / 2.0);
        };
        // Two triangles on either side of a common edge make a quadrangle.
        const Ring corners = {{0, 0}, at(), {50, 50}, {0, 50}};
        const cv::Mat first = pixels(polygon("", {corners[0], corners[1], corners[2]}), size);
        const cv::Mat second = pixels(polygon("", {corners[0], corners[2], corners[3]}), size);
        const cv::Mat whole = pixels(polygon("", corners), size);
        QVERIFY(same(first ^ second, whole));
    }
}

void TstRasterise::agreesWithThePointInPolygonTest()
{
    const cv::Size size(40, 30);
    cv::RNG random(11);
    for (int round = 0; round < 30; ++round) {
        std::vector<cv::Point2f> corners;
        Ring ring;
        for (int i = 0; i < 3 + round % 6; ++i) {
            corners.emplace_back(random.uniform(-5.f, 45.f), random.uniform(-5.f, 35.f));
            ring.emplace_back(corners.back());
        }
        const cv::Mat marks = pixels(polygon("", ring), size);
        for (int row = 0; row < size.height; ++row) {
            for (int column = 0; column < size.width; ++column) {
                const cv::Point2f centre(column + 0.5f, row + 0.5f);
                const double distance = cv::pointPolygonTest(corners, centre, true);
                if (std::abs(distance) > 1e-3)
                    QCOMPARE(marks.at<std::uint8_t>(row, column) != 0, distance > 0);
            }
        }
    }
}

void TstRasterise::drawsEllipses()
{
    const cv::Size size(60, 40);
    const Shape ellipse = box(ShapeKind::Ellipse, "", 10.5, 5, 50, 33.25);
    const cv::Mat marks = pixels(ellipse, size);
    for (int row = 0; row < size.height; ++row) {
        for (int column = 0; column < size.width; ++column) {
            const double u = (column + 0.5 - 30.25) / 19.75;
            const double v = (row + 0.5 - 19.125) / 14.125;
            if (std::abs(u * u + v * v - 1) > 1e-9)
                QCOMPARE(marks.at<std::uint8_t>(row, column) != 0, u * u + v * v < 1);
        }
    }
    const cv::Mat outline = pixels(polygon("", ellipseOutline(ellipse)), size);
    QVERIFY(cv::countNonZero(outline ^ marks) < cv::countNonZero(marks) / 50);
    QCOMPARE(cv::countNonZero(pixels(box(ShapeKind::Ellipse, "", 3, 3, 3, 9), size)), 0);
}

void TstRasterise::cutsAtThePicture()
{
    const cv::Size size(10, 8);
    QCOMPARE(cv::countNonZero(pixels(polygon("", {{-9, -9}, {5, -9}, {5, 4}, {-9, 4}}), size)), 20);
    QCOMPARE(cv::countNonZero(pixels(box(ShapeKind::Rectangle, "", 8, 6, 99, 99), size)), 4);
    QCOMPARE(cv::countNonZero(pixels(box(ShapeKind::Ellipse, "", -9, -9, 19, 17), size)), 80);
    QCOMPARE(cv::countNonZero(pixels(box(ShapeKind::Rectangle, "", 20, 20, 30, 30), size)), 0);
    const cv::Mat all(4, 4, CV_8UC1, cv::Scalar(255));
    QCOMPARE(cv::countNonZero(pixels(mask("", all, {-2, 6}), size)), 4);
    QCOMPARE(cv::countNonZero(pixels(mask("", all, {100, 6}), size)), 0);
}

void TstRasterise::unitesAllShapes()
{
    const auto sample = everyKind();
    cv::Mat wanted = cv::Mat::zeros(sample.imageSize, CV_8UC1);
    for (const Shape &shape : sample.shapes)
        wanted |= pixels(shape, sample.imageSize);
    const auto all = rasterise(sample);
    CF_VERIFY(all);
    QVERIFY(same(*all, wanted));
    QCOMPARE(cv::countNonZero(pixels(sample.shapes[1], sample.imageSize)), 400 - 72 - 9);
}

void TstRasterise::tracesAMaskToThePixel_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("seed");
    for (const double share : {0.05, 0.3, 0.5, 0.7, 0.95, 1.0})
        for (int seed = 1; seed <= 4; ++seed)
            QTest::addRow("%g, seed %d", share, seed) << share << seed;
}

void TstRasterise::tracesAMaskToThePixel()
{
    QFETCH(double, share);
    QFETCH(int, seed);
    const cv::Mat pattern = speckled({37, 29}, static_cast<std::uint64_t>(seed), share);
    const auto shapes = traceMask(pattern, "dust");
    cv::Mat sum = cv::Mat::zeros(pattern.size(), CV_8UC1);
    for (const Shape &shape : shapes) {
        const cv::Mat marks = pixels(shape, pattern.size());
        QCOMPARE(cv::countNonZero(sum & marks), 0);
        sum |= marks;
        cv::Mat areas;
        QCOMPARE(cv::connectedComponents(marks, areas, 4), 2);
        QVERIFY(same(pixels(polygon("", withSlits(shape)), pattern.size()), marks));
    }
    QVERIFY(same(sum, pattern));
}

void TstRasterise::partsPixelsThatTouchAtACorner()
{
    cv::Mat two = cv::Mat::zeros(4, 4, CV_8UC1);
    two.at<std::uint8_t>(1, 1) = two.at<std::uint8_t>(2, 2) = 1;
    const auto shapes = traceMask(two, "dust");
    QCOMPARE(shapes.size(), std::size_t{2});
    QCOMPARE(shapes[0].points.size(), std::size_t{4});
    QCOMPARE(shapes[0].label, std::string("dust"));
    // A hole whose corner touches the outside is one all the same.
    cv::Mat ring(3, 3, CV_8UC1, cv::Scalar(1));
    ring.at<std::uint8_t>(1, 1) = 0;
    QCOMPARE(traceMask(ring, "")[0].holes.size(), std::size_t{1});
    QVERIFY(traceMask(cv::Mat::zeros(3, 3, CV_8UC1), "").empty());
    QVERIFY(traceMask({}, "").empty());
}

void TstRasterise::keepsPixelsWithSlits()
{
    const auto sample = everyKind();
    const Shape &ring = sample.shapes[1];
    QVERIFY(same(pixels(polygon("", withSlits(ring)), sample.imageSize),
                 pixels(ring, sample.imageSize)));
    QCOMPARE(withSlits(sample.shapes[0]), sample.shapes[0].points);
}

void TstRasterise::cropsAMask()
{
    cv::Mat whole = cv::Mat::zeros(20, 30, CV_8UC1);
    whole(cv::Rect(4, 3, 5, 6)) = 7;
    const auto shape = maskShape(whole, "dust");
    QVERIFY(shape.has_value());
    QCOMPARE(shape->mask.size(), cv::Size(5, 6));
    QCOMPARE(shape->maskAt, cv::Point(4, 3));
    QVERIFY(same(pixels(*shape, whole.size()), whole != 0));
    QVERIFY(!maskShape(cv::Mat::zeros(3, 3, CV_8UC1), "").has_value());
}

void TstRasterise::refusesDamagedShapes_data()
{
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::addColumn<QString>("what");
    QTest::addColumn<double>("x");
    QTest::newRow("NaN") << "corner" << std::nan("");
    QTest::newRow("infinity") << "corner" << infinity;
    QTest::newRow("far away") << "corner" << 1e300;
    QTest::newRow("hole") << "hole" << -infinity;
}

void TstRasterise::refusesDamagedShapes()
{
    QFETCH(QString, what);
    QFETCH(double, x);
    const Ring bad = {{x, 1}, {2, 2}, {1, 3}};
    const Ring good = {{0, 0}, {9, 0}, {0, 9}};
    const Shape shape = what == QLatin1String("hole") ? polygon("", good, {bad}) : polygon("", bad);
    const auto marks = rasterise(shape, {10, 10});
    QVERIFY(!marks.ok());
    QCOMPARE(marks.error().code, cf::ErrorCode::BadData);
    QVERIFY(!rasterise(polygon("", {{1, 1}, {2, 2}}), {10, 10}).ok());
    QVERIFY(!rasterise(mask("", {}, {}), {10, 10}).ok());
    QVERIFY(!rasterise(polygon("", good), {0, 10}).ok());
    QVERIFY(!rasterise(polygon("", good), {1 << 20, 1 << 20}).ok());
}

QTEST_GUILESS_MAIN(TstRasterise)
#include "tst_rasterise.moc"
