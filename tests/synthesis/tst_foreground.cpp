#include "core/synthesis/foreground.h"
#include "tests/synthesis/test_images.h"

#include <QTest>

using namespace cf::synthesis;

namespace {

/// The weights of the blur, in double, straight from the definition.
std::vector<double> blurWeights(double sigma, int radius)
{
    std::vector<double> weights;
    double sum = 0.0;
    for (int i = -radius; i <= radius; ++i) {
        weights.push_back(std::exp(-0.5 * i * i / (sigma * sigma)));
        sum += weights.back();
    }
    for (auto &weight : weights)
        weight /= sum;
    return weights;
}

/// The mask by its definition: two plain blurs in double, the border mirrored with its pixel
/// repeated.
cv::Mat plainBlur(const cv::Mat &image, const std::vector<double> &weights)
{
    const int radius = static_cast<int>(weights.size()) / 2;
    const auto mirrored = [](int i, int length) {
        const int period = 2 * length;
        i = ((i % period) + period) % period;
        return i < length ? i : period - 1 - i;
    };
    cv::Mat rows(image.size(), CV_64FC1), both(image.size(), CV_64FC1);
    for (int y = 0; y < image.rows; ++y)
        for (int x = 0; x < image.cols; ++x) {
            double sum = 0.0;
            for (int k = -radius; k <= radius; ++k)
                sum += weights[static_cast<std::size_t>(k + radius)] *
                       image.at<double>(y, mirrored(x + k, image.cols));
            rows.at<double>(y, x) = sum;
        }
    for (int y = 0; y < image.rows; ++y)
        for (int x = 0; x < image.cols; ++x) {
            double sum = 0.0;
            for (int k = -radius; k <= radius; ++k)
                sum += weights[static_cast<std::size_t>(k + radius)] *
                       rows.at<double>(mirrored(y + k, image.rows), x);
            both.at<double>(y, x) = sum;
        }
    return both;
}

} // namespace

class TstForeground : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheObject_data();
    void findsTheObject();
    void keepsEverythingOfATexture();
    void choosesEverythingWhenThePicturesDisagree();
    void choosesEverythingForNoPictures();
    void takesRealSurfacesForTextures_data();
    void takesRealSurfacesForTextures();
    void objectMaskWidensBySquares();
    void objectMaskMirrorsTheBorderPixelToo();
    void objectMaskIsItsDefinition_data();
    void objectMaskIsItsDefinition();
    void objectMaskOfNothingIsNothing();
};

void TstForeground::findsTheObject_data()
{
    QTest::addColumn<double>("ground");
    QTest::addColumn<double>("object");
    QTest::addColumn<int>("mode");
    QTest::newRow("dark on bright") << 200.0 << 60.0 << static_cast<int>(ForegroundMode::Dark);
    QTest::newRow("bright on dark") << 30.0 << 150.0 << static_cast<int>(ForegroundMode::Bright);
}

void TstForeground::findsTheObject()
{
    QFETCH(double, ground);
    QFETCH(double, object);
    QFETCH(int, mode);
    std::vector<cv::Mat> normals;
    for (std::uint64_t i = 0; i < 5; ++i)
        normals.push_back(tests::disc({200, 160}, ground, object, i));
    QCOMPARE(static_cast<int>(chooseForegroundMode(normals)), mode);
    const cv::Mat mask = foregroundMask(normals[0], static_cast<ForegroundMode>(mode));
    cv::Mat drawn = cv::Mat::zeros(160, 200, CV_8UC1);
    cv::circle(drawn, {100, 80}, 40, cv::Scalar(255), cv::FILLED);
    QVERIFY(tests::same(mask, drawn));
}

void TstForeground::keepsEverythingOfATexture()
{
    const std::vector<cv::Mat> normals{
        tests::greyPlate({200, 160}, 1), tests::greyPlate({200, 160}, 2),
        tests::colourBoard({200, 160}), cv::Mat(100, 100, CV_8UC3, cv::Scalar::all(90))};
    QCOMPARE(chooseForegroundMode(normals), ForegroundMode::Everything);
    QCOMPARE(cv::countNonZero(foregroundMask(normals[0], ForegroundMode::Everything)), 200 * 160);
}

void TstForeground::choosesEverythingWhenThePicturesDisagree()
{
    std::vector<cv::Mat> normals;
    for (std::uint64_t i = 0; i < 6; ++i)
        normals.push_back(i % 2 == 0 ? tests::disc({128, 128}, 200, 60, i)
                                     : tests::disc({128, 128}, 60, 200, i));
    QCOMPARE(chooseForegroundMode(normals), ForegroundMode::Everything);
}

void TstForeground::choosesEverythingForNoPictures()
{
    QCOMPARE(chooseForegroundMode({}), ForegroundMode::Everything);
}

void TstForeground::takesRealSurfacesForTextures_data()
{
    QTest::addColumn<QString>("category");
    for (const char *name : {"magnetic_tile/magnetic_tile", "deep_pcb/deep_pcb",
                             "crack_forest/asphalt", "elpv/solar_mono"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TstForeground::takesRealSurfacesForTextures()
{
    QFETCH(QString, category);
    const auto normals = tests::realNormals(category.toStdString(), 20);
    if (normals.empty())
        QSKIP("the real test pictures are not there (set CF_SHARED_DIR)");
    QCOMPARE(chooseForegroundMode(normals), ForegroundMode::Everything);
}

void TstForeground::objectMaskWidensBySquares()
{
    cv::Mat foreground = cv::Mat::zeros(200, 220, CV_8UC1);
    foreground.at<uchar>(100, 110) = 255;
    const cv::Mat soft = softObjectMask(foreground);
    QCOMPARE(soft.type(), CV_32FC1);
    // One pixel becomes a square of 49; in its middle the second blur sees nothing else, at its
    // edge a half.
    const auto weights = blurWeights(6.0, 24);
    const double edge = 0.5 + 0.5 * weights[24];
    QVERIFY(std::abs(soft.at<float>(100, 110) - 1.0) < 1e-5);
    QVERIFY(std::abs(soft.at<float>(100, 134) - edge) < 1e-5);
    QVERIFY(std::abs(soft.at<float>(76, 134) - edge * edge) < 1e-5);
    QVERIFY(soft.at<float>(100, 158) > 0.0F);
    QCOMPARE(soft.at<float>(100, 159), 0.0F);
}

void TstForeground::objectMaskMirrorsTheBorderPixelToo()
{
    // A bar at column 30 is widened to columns 6..54. At column 0 the blur sees 6..24 directly and,
    // behind the border, -7..-24, which mirror 6..23. Without the repeated pixel -6 would count
    // too.
    cv::Mat foreground = cv::Mat::zeros(120, 120, CV_8UC1);
    foreground.col(30).setTo(255);
    const auto weights = blurWeights(6.0, 24);
    double expected = 0.0;
    for (int i = 6; i <= 24; ++i)
        expected += weights[static_cast<std::size_t>(24 + i)];
    for (int i = 7; i <= 24; ++i)
        expected += weights[static_cast<std::size_t>(24 - i)];
    QVERIFY(std::abs(softObjectMask(foreground).at<float>(60, 0) - expected) < 1e-5);
}

void TstForeground::objectMaskIsItsDefinition_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("square") << 96 << 96;
    QTest::newRow("wide") << 130 << 40;
    QTest::newRow("smaller than the window") << 16 << 13;
}

void TstForeground::objectMaskIsItsDefinition()
{
    QFETCH(int, width);
    QFETCH(int, height);
    cv::Mat foreground = cv::Mat::zeros(height, width, CV_8UC1);
    foreground(cv::Rect(width / 2, 1, 3, 4)).setTo(255);
    foreground.at<uchar>(height - 1, 0) = 1;
    const auto weights = blurWeights(6.0, 24);
    cv::Mat exact;
    cv::Mat(foreground != 0).convertTo(exact, CV_64FC1, 1.0 / 255.0);
    exact = plainBlur(exact, weights);
    cv::Mat(exact > 0.0).convertTo(exact, CV_64FC1, 1.0 / 255.0);
    exact = plainBlur(exact, weights);
    cv::Mat exact32;
    exact.convertTo(exact32, CV_32FC1);
    QVERIFY(cv::norm(softObjectMask(foreground), exact32, cv::NORM_INF) < 2e-6);
}

void TstForeground::objectMaskOfNothingIsNothing()
{
    QCOMPARE(cv::countNonZero(softObjectMask(cv::Mat::zeros(50, 60, CV_8UC1))), 0);
}

QTEST_GUILESS_MAIN(TstForeground)
#include "tst_foreground.moc"
