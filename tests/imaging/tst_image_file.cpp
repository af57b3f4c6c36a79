#include "core/imaging/image_file.h"
#include "tests/imaging/hostile_files.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <cstdio>
#include <fcntl.h>
#include <opencv2/imgproc.hpp>
#include <unistd.h>

using namespace cf::imaging;

namespace {

bool same(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0.0;
}

/// What the process writes to stderr while this lives.
class StderrCatcher
{
public:
    explicit StderrCatcher(std::filesystem::path file)
        : m_file(std::move(file)), m_original(::dup(2))
    {
        std::fflush(stderr);
        const int sink = ::open(m_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(sink, 2);
        ::close(sink);
    }
    ~StderrCatcher() { stop(); }
    std::string stop()
    {
        if (m_original >= 0) {
            std::fflush(stderr);
            ::dup2(m_original, 2);
            ::close(m_original);
            m_original = -1;
        }
        const auto bytes = hostile::readAll(m_file);
        return {bytes.begin(), bytes.end()};
    }

private:
    std::filesystem::path m_file;
    int m_original;
};

} // namespace

class TstImageFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void loadsColourAsItIs_data();
    void loadsColourAsItIs();
    void repeatsGreyInThreeChannels();
    void scales16BitsBy257();
    void keeps16BitsForViewers();
    void leavesAlphaOut();
    void ignoresTheExifOrientation();
    void loadsASinglePixel();
    void masksAreAnythingButZero_data();
    void masksAreAnythingButZero();
    void ringingOfAJpegMaskIsNoDefect();
    void refusesACutOffFile_data();
    void refusesACutOffFile();
    void refusesDamagedPixels();
    void refusesAJpegDamagedInTheMiddle();
    void decodesJpegLikeOpenCv_data();
    void decodesJpegLikeOpenCv();
    void acceptsBytesAfterTheEnd();
    void refusesFloatPixelsAsAnImage();
    void refusesWhatIsNoFile();
    void isSilentOnStderr();

private:
    QTemporaryDir m_dir;
    std::filesystem::path path(const std::string &name) const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }
    std::filesystem::path stored(const std::string &name, const hostile::Bytes &bytes) const
    {
        hostile::write(path(name), bytes);
        return path(name);
    }
};

void TstImageFile::loadsColourAsItIs_data()
{
    QTest::addColumn<QString>("extension");
    for (const char *extension : {".png", ".bmp", ".tiff"})
        QTest::addRow("%s", extension) << QString::fromLatin1(extension);
}

void TstImageFile::loadsColourAsItIs()
{
    QFETCH(QString, extension);
    const cv::Mat image = hostile::noise(13, 17, CV_8UC3);
    const auto file = stored("colour" + extension.toStdString(),
                             hostile::encoded(extension.toLatin1().constData(), image));
    const auto loaded = loadBgr(file);
    CF_VERIFY(loaded);
    QVERIFY(same(*loaded, image));
}

void TstImageFile::repeatsGreyInThreeChannels()
{
    const cv::Mat grey = hostile::noise(5, 6, CV_8UC1);
    const auto loaded = loadBgr(stored("grey.png", hostile::encoded(".png", grey)));
    CF_VERIFY(loaded);
    cv::Mat expected;
    cv::cvtColor(grey, expected, cv::COLOR_GRAY2BGR);
    QVERIFY(same(*loaded, expected));
    const auto deep = loadDeep(path("grey.png"));
    CF_VERIFY(deep);
    QVERIFY(same(*deep, grey));
}

void TstImageFile::scales16BitsBy257()
{
    const cv::Mat image = (cv::Mat_<ushort>(1, 5) << 0, 128, 129, 257 * 77, 65535);
    const cv::Mat expected = (cv::Mat_<uchar>(1, 5) << 0, 0, 1, 77, 255);
    for (const char *extension : {".png", ".tiff"}) {
        const auto loaded =
            loadBgr(stored(std::string("deep") + extension, hostile::encoded(extension, image)));
        CF_VERIFY(loaded);
        cv::Mat first;
        cv::extractChannel(*loaded, first, 2);
        QCOMPARE(loaded->type(), CV_8UC3);
        QVERIFY(same(first, expected));
    }
}

void TstImageFile::keeps16BitsForViewers()
{
    const cv::Mat grey = hostile::noise(4, 5, CV_16UC1);
    const cv::Mat colour = hostile::noise(4, 5, CV_16UC3);
    for (const char *extension : {".png", ".tiff"})
        for (const cv::Mat &image : {grey, colour}) {
            const auto loaded = loadDeep(
                stored(std::string("deep") + extension, hostile::encoded(extension, image)));
            CF_VERIFY(loaded);
            QVERIFY(same(*loaded, image));
        }
}

void TstImageFile::leavesAlphaOut()
{
    cv::Mat image(1, 3, CV_8UC4);
    image.at<cv::Vec4b>(0, 0) = {10, 20, 30, 0};
    image.at<cv::Vec4b>(0, 1) = {10, 20, 30, 128};
    image.at<cv::Vec4b>(0, 2) = {0, 0, 0, 255};
    for (const char *extension : {".png", ".bmp"}) {
        const auto file =
            stored(std::string("alpha") + extension, hostile::encoded(extension, image));
        const auto loaded = loadBgr(file);
        CF_VERIFY(loaded);
        QCOMPARE(loaded->at<cv::Vec3b>(0, 0), cv::Vec3b(10, 20, 30));
        QCOMPARE(loaded->at<cv::Vec3b>(0, 1), cv::Vec3b(10, 20, 30));
        const auto mask =
            loadMask(file); // a transparent defect is one, an opaque background is none
        CF_VERIFY(mask);
        QVERIFY(same(*mask, (cv::Mat_<uchar>(1, 3) << 255, 255, 0)));
    }
}

void TstImageFile::ignoresTheExifOrientation()
{
    const auto upright = hostile::encoded(".jpg", hostile::noise(16, 32, CV_8UC3));
    const auto plain = loadBgr(stored("upright.jpg", upright));
    const auto turned = loadBgr(stored("turned.jpg", hostile::turnedJpeg(upright)));
    CF_VERIFY(plain);
    CF_VERIFY(turned);
    QVERIFY(same(*plain, *turned));
    QVERIFY2(cv::imread(path("turned.jpg").string()).cols == 16,
             "the test's file is not turned at all");
}

void TstImageFile::loadsASinglePixel()
{
    for (const char *extension : {".png", ".jpg", ".bmp", ".tiff"}) {
        const auto file =
            stored(std::string("one") + extension,
                   hostile::encoded(extension, cv::Mat(1, 1, CV_8UC3, cv::Scalar(9, 9, 9))));
        const auto loaded = loadBgr(file);
        CF_VERIFY(loaded);
        QCOMPARE(loaded->size(), cv::Size(1, 1));
        const auto mask = loadMask(file);
        CF_VERIFY(mask);
        QCOMPARE(mask->size(), cv::Size(1, 1));
    }
}

void TstImageFile::masksAreAnythingButZero_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("value");
    QTest::newRow("defect id of VisA") << QStringLiteral(".png") << CV_8UC1 << 1;
    QTest::newRow("white") << QStringLiteral(".png") << CV_8UC1 << 255;
    QTest::newRow("16 bit, low byte alone") << QStringLiteral(".png") << CV_16UC1 << 3;
    QTest::newRow("16 bit, high byte alone") << QStringLiteral(".tiff") << CV_16UC1 << 256;
    QTest::newRow("one channel of three") << QStringLiteral(".bmp") << CV_8UC3 << 7;
    QTest::newRow("float") << QStringLiteral(".tiff") << CV_32FC1 << 1;
}

void TstImageFile::masksAreAnythingButZero()
{
    QFETCH(QString, extension);
    QFETCH(int, type);
    QFETCH(int, value);
    cv::Mat image = cv::Mat::zeros(6, 7, type);
    image(cv::Rect(2, 3, 3, 2)).setTo(cv::Scalar(value, 0, 0, 0));
    cv::Mat expected = cv::Mat::zeros(6, 7, CV_8UC1);
    expected(cv::Rect(2, 3, 3, 2)).setTo(255);
    const auto mask = loadMask(stored("mask" + extension.toStdString(),
                                      hostile::encoded(extension.toLatin1().constData(), image)));
    CF_VERIFY(mask);
    QVERIFY(same(*mask, expected));
}

void TstImageFile::ringingOfAJpegMaskIsNoDefect()
{
    cv::Mat image = cv::Mat::zeros(32, 32, CV_8UC1);
    cv::circle(image, {15, 15}, 6, cv::Scalar(255), cv::FILLED);
    const auto bytes = hostile::encoded(".jpg", image, {cv::IMWRITE_JPEG_QUALITY, 50});
    QVERIFY(cv::countNonZero(cv::imdecode(bytes, cv::IMREAD_GRAYSCALE)) >
            cv::countNonZero(image) + 20);
    const auto mask = loadMask(stored("mask.jpg", bytes));
    CF_VERIFY(mask);
    QVERIFY(std::abs(cv::countNonZero(*mask) - cv::countNonZero(image)) <= 10);
}

void TstImageFile::refusesACutOffFile_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<double>("share");
    for (const QString &extension : {QStringLiteral(".png"), QStringLiteral(".jpg"),
                                     QStringLiteral(".bmp"), QStringLiteral(".tiff")})
        for (const double share : {0.1, 0.5, 0.9, 0.999})
            QTest::newRow(qPrintable(QStringLiteral("%1 of a%2").arg(share).arg(extension)))
                << extension << share;
}

void TstImageFile::refusesACutOffFile()
{
    QFETCH(QString, extension);
    QFETCH(double, share);
    const auto whole =
        hostile::encoded(extension.toLatin1().constData(), hostile::noise(64, 64, CV_8UC3));
    const auto file = stored("cut" + extension.toStdString(), hostile::firstPart(whole, share));
    for (const auto &loaded : {loadBgr(file), loadDeep(file), loadMask(file)}) {
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, cf::ErrorCode::BadData);
        QVERIFY2(loaded.error().detail.find(file.string()) != std::string::npos,
                 loaded.error().detail.c_str());
    }
    QVERIFY(!inspectImage(hostile::readAll(file)).ok());
}

void TstImageFile::refusesDamagedPixels()
{
    auto png = hostile::encoded(".png", hostile::noise(32, 32, CV_8UC3));
    png[png.size() / 2] ^= 0x40;
    const auto loaded = loadBgr(stored("damaged.png", png));
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, cf::ErrorCode::BadData);
    auto tiff = hostile::plainTiff(8, 8, 8, 1, hostile::Bytes(64, 7));
    CF_VERIFY(loadBgr(stored("strip.tif", tiff)));
    tiff = hostile::plainTiff(9, 8, 8, 1, hostile::Bytes(64, 7)); // a row fewer than it says
    QVERIFY(!loadBgr(stored("strip.tif", tiff)).ok());
}

void TstImageFile::refusesAJpegDamagedInTheMiddle()
{
#ifndef CF_HAVE_LIBJPEG
    QSKIP("NOT TESTED: built without libjpeg, so damage inside a JPEG is not seen");
#endif
    auto jpeg = hostile::encoded(".jpg", hostile::noise(64, 64, CV_8UC3));
    jpeg.erase(jpeg.begin() + static_cast<std::ptrdiff_t>(jpeg.size() / 2),
               jpeg.end() - 200); // the end stays
    const auto loaded = loadBgr(stored("hole.jpg", jpeg));
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, cf::ErrorCode::BadData);
}

void TstImageFile::decodesJpegLikeOpenCv_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("progressive");
    QTest::newRow("colour") << CV_8UC3 << false;
    QTest::newRow("grey") << CV_8UC1 << false;
    QTest::newRow("progressive") << CV_8UC3 << true;
}

void TstImageFile::decodesJpegLikeOpenCv()
{
    QFETCH(int, type);
    QFETCH(bool, progressive);
    const auto bytes = hostile::encoded(".jpg", hostile::noise(33, 47, type),
                                        {cv::IMWRITE_JPEG_PROGRESSIVE, progressive ? 1 : 0});
    const auto loaded = loadDeep(stored("like.jpg", bytes));
    CF_VERIFY(loaded);
    QVERIFY(same(*loaded, cv::imdecode(bytes, cv::IMREAD_UNCHANGED)));
}

void TstImageFile::acceptsBytesAfterTheEnd()
{
    for (const char *extension : {".png", ".jpg", ".bmp", ".tiff"}) {
        auto bytes = hostile::encoded(extension, hostile::noise(8, 8, CV_8UC3));
        bytes.insert(bytes.end(), 100, 'x');
        CF_VERIFY(loadBgr(stored(std::string("longer") + extension, bytes)));
    }
}

void TstImageFile::refusesFloatPixelsAsAnImage()
{
    const auto file = stored("map.tiff", hostile::encoded(".tiff", cv::Mat::ones(4, 4, CV_32FC1)));
    const auto loaded = loadBgr(file);
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, cf::ErrorCode::BadData);
}

void TstImageFile::refusesWhatIsNoFile()
{
    QCOMPARE(loadBgr(path("missing.png")).error().code, cf::ErrorCode::NotFound);
    QCOMPARE(loadBgr(path("")).error().code, cf::ErrorCode::BadData);
    QCOMPARE(loadMask("/dev/null").error().code, cf::ErrorCode::BadData);
    std::filesystem::create_symlink("loop.png", path("loop.png"));
    QVERIFY(!loadBgr(path("loop.png")).ok());
    hostile::write(path("text.png"), std::string("only text"));
    QCOMPARE(loadBgr(path("text.png")).error().code, cf::ErrorCode::BadData);
    hostile::write(path("empty.jpg"), std::string());
    QCOMPARE(loadBgr(path("empty.jpg")).error().code, cf::ErrorCode::BadData);
}

void TstImageFile::isSilentOnStderr()
{
    std::vector<std::filesystem::path> files;
    for (const char *extension : {".png", ".jpg", ".bmp", ".tiff"}) {
        const auto whole = hostile::encoded(extension, hostile::noise(64, 64, CV_8UC3));
        files.push_back(stored(std::string("half") + extension, hostile::firstPart(whole, 0.5)));
        files.push_back(stored(std::string("text") + extension, {'t', 'e', 'x', 't'}));
    }
    const auto png = hostile::encoded(".png", hostile::noise(8, 8, CV_8UC3));
    const hostile::Bytes profile = {'b', 'a', 'd', 0, 0, 1, 2, 3};
    const auto odd = stored("odd_profile.png", hostile::withPngChunk(png, "iCCP", profile));
    files.push_back(stored("huge.png", hostile::claiming(".png", 60000, 60000)));
    auto oddBmp = hostile::encoded(".bmp", hostile::noise(8, 8, CV_8UC3));
    oddBmp[30] = 77; // no such compression
    files.push_back(stored("odd_compression.bmp", oddBmp));
    files.push_back(
        stored("half_floats.tif", hostile::plainTiff(4, 4, 16, 3, hostile::Bytes(32, 0))));
    files.push_back(
        stored("long_numbers.tif", hostile::plainTiff(4, 4, 32, 1, hostile::Bytes(64, 0))));
    StderrCatcher catcher(path("stderr.txt"));
    for (const auto &file : files)
        (void)loadBgr(file).ok();
    const bool oddLoaded = loadBgr(odd).ok();
    const std::string said = catcher.stop();
    QVERIFY2(said.empty(), said.c_str());
    QVERIFY(oddLoaded);
}

QTEST_GUILESS_MAIN(TstImageFile)
#include "tst_image_file.moc"
