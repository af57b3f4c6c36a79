#include "core/annotation/location_grid.h"

#include <QTest>
#include <opencv2/core.hpp>

#include <cmath>

using namespace cf::annotation;

namespace {

cv::Mat noise(cv::Size size, int seed, double share)
{
    cv::Mat values(size, CV_32FC1), mask;
    cv::RNG(seed).fill(values, cv::RNG::UNIFORM, 0.0, 1.0);
    cv::compare(values, share, mask, cv::CMP_LT);
    return mask;
}

/// The same by the overlap of every pixel with every cell.
cv::Mat overlaps(const cv::Mat &mask, cv::Size grid)
{
    const auto common = [](double a0, double a1, double b0, double b1) {
        return std::max(0.0, std::min(a1, b1) - std::max(a0, b0));
    };
    cv::Mat shares = cv::Mat::zeros(grid, CV_64FC1);
    const double w = 1.0 * mask.cols / grid.width, h = 1.0 * mask.rows / grid.height;
    for (int r = 0; r < grid.height; ++r)
        for (int c = 0; c < grid.width; ++c)
            for (int y = 0; y < mask.rows; ++y)
                for (int x = 0; x < mask.cols; ++x)
                    if (mask.at<std::uint8_t>(y, x))
                        shares.at<double>(r, c) += common(x, x + 1, c * w, (c + 1) * w) *
                                                   common(y, y + 1, r * h, (r + 1) * h) / (w * h);
    return shares;
}

cv::Mat matrixOf(const std::vector<CellShare> &cells, cv::Size grid)
{
    cv::Mat shares = cv::Mat::zeros(grid, CV_64FC1);
    for (const auto &[cell, share] : cells)
        shares.at<double>(int(cell) / grid.width, int(cell) % grid.width) = share;
    return shares;
}

Patch wholeOf(const cv::Mat &mask)
{
    return {cv::Rect({0, 0}, mask.size()), mask};
}

} // namespace

Q_DECLARE_METATYPE(cv::Size)

class TstLocationGrid : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsPixelsByArea_data();
    void partsPixelsByArea();
    void losesNothing_data() { partsPixelsByArea_data(); }
    void losesNothing();
    void fillsTheGridWithAWholeMask();
    void takesAPatchWhereItLies();
    void fitsTheGridToTheAspect();
};

void TstLocationGrid::partsPixelsByArea_data()
{
    QTest::addColumn<cv::Size>("picture");
    QTest::addColumn<cv::Size>("grid");
    QTest::newRow("finer than the grid") << cv::Size(61, 43) << cv::Size(8, 6);
    QTest::newRow("coarser than the grid") << cv::Size(5, 7) << cv::Size(16, 12);
    QTest::newRow("one way finer") << cv::Size(90, 3) << cv::Size(16, 12);
    QTest::newRow("the same") << cv::Size(16, 12) << cv::Size(16, 12);
    QTest::newRow("one pixel") << cv::Size(1, 1) << cv::Size(3, 2);
    QTest::newRow("one cell") << cv::Size(31, 17) << cv::Size(1, 1);
}

void TstLocationGrid::partsPixelsByArea()
{
    QFETCH(cv::Size, picture);
    QFETCH(cv::Size, grid);
    const auto mask = noise(picture, 3, picture.area() == 1 ? 2.0 : 0.3);
    const auto cells = shareOfCells(wholeOf(mask), picture, grid);
    QVERIFY(cv::norm(matrixOf(cells, grid), overlaps(mask, grid), cv::NORM_INF) < 1e-6);
    for (std::size_t i = 1; i < cells.size(); ++i)
        QVERIFY(cells[i - 1].cell < cells[i].cell);
}

void TstLocationGrid::losesNothing()
{
    QFETCH(cv::Size, picture);
    QFETCH(cv::Size, grid);
    for (int seed = 0; seed < 5; ++seed) {
        const auto mask = noise(picture, seed, 0.4);
        double sum = 0;
        for (const auto &[unused, share] : shareOfCells(wholeOf(mask), picture, grid))
            sum += share;
        const double marked = 1.0 * cv::countNonZero(mask) / picture.area();
        QVERIFY2(std::abs(sum / grid.area() - marked) < 1e-6, qPrintable(QString::number(seed)));
    }
}

void TstLocationGrid::fillsTheGridWithAWholeMask()
{
    const cv::Size picture(37, 23), grid(64, 40);
    const auto cells =
        shareOfCells(wholeOf(cv::Mat(picture, CV_8UC1, cv::Scalar(255))), picture, grid);
    QCOMPARE(cells.size(), std::size_t(grid.area()));
    for (const auto &[unused, share] : cells)
        QVERIFY(std::abs(share - 1.0F) < 1e-5F);
    QVERIFY(shareOfCells(wholeOf(cv::Mat::zeros(picture, CV_8UC1)), picture, grid).empty());
}

void TstLocationGrid::takesAPatchWhereItLies()
{
    const cv::Size picture(300, 200), grid(30, 20);
    const cv::Rect place(171, 53, 40, 31);
    cv::Mat mask = cv::Mat::zeros(picture, CV_8UC1);
    noise(place.size(), 9, 0.5).copyTo(mask(place));
    const auto whole = shareOfCells(wholeOf(mask), picture, grid);
    const auto part = shareOfCells({place, mask(place).clone()}, picture, grid);
    QVERIFY(cv::norm(matrixOf(whole, grid), matrixOf(part, grid), cv::NORM_INF) < 1e-6);
}

void TstLocationGrid::fitsTheGridToTheAspect()
{
    QVERIFY(gridFor(1.0, 64) == cv::Size(64, 64));
    QVERIFY(gridFor(2.0, 64) == cv::Size(64, 32));
    QVERIFY(gridFor(0.25, 64) == cv::Size(16, 64));
    QVERIFY(gridFor(1000.0, 64) == cv::Size(64, 1));
}

QTEST_GUILESS_MAIN(TstLocationGrid)
#include "tst_location_grid.moc"
