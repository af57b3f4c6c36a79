#include "core/imaging/image_header.h"
#include "tests/imaging/hostile_files.h"
#include "tests/result_check.h"

#include <QTemporaryDir>

using cf::imaging::ImageFormat;
using cf::imaging::ImageHeader;
using cf::imaging::readImageHeader;

class TstImageHeader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryFormat_data();
    void readsEveryFormat();
    void goesByContentNotByName();
    void skipsLongJpegSegments();
    void readsBothByteOrdersOfTiff();
    void refusesHugeClaims_data();
    void refusesHugeClaims();
    void refusesMorePixelsThanTheFileCanHold_data();
    void refusesMorePixelsThanTheFileCanHold();
    void acceptsARealImageThatCompressesWell_data();
    void acceptsARealImageThatCompressesWell();
    void refusesEveryCutThroughTheHeader_data();
    void refusesEveryCutThroughTheHeader();
    void refusesWhatIsNoImage_data();
    void refusesWhatIsNoImage();
    void saysThatTheFileIsMissing();

private:
    QTemporaryDir m_dir;
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }
};

void TstImageHeader::readsEveryFormat_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("bits");
    const auto row = [](const char *extension, int type, ImageFormat format, int channels,
                        int bits) {
        QTest::addRow("%s %d channels %d bits", extension, channels, bits)
            << QString::fromLatin1(extension) << type << static_cast<int>(format) << channels
            << bits;
    };
    row(".png", CV_8UC1, ImageFormat::Png, 1, 8);
    row(".png", CV_8UC3, ImageFormat::Png, 3, 8);
    row(".png", CV_8UC4, ImageFormat::Png, 4, 8);
    row(".png", CV_16UC1, ImageFormat::Png, 1, 16);
    row(".png", CV_16UC3, ImageFormat::Png, 3, 16);
    row(".jpg", CV_8UC1, ImageFormat::Jpeg, 1, 8);
    row(".jpg", CV_8UC3, ImageFormat::Jpeg, 3, 8);
    row(".bmp", CV_8UC3, ImageFormat::Bmp, 3, 8);
    row(".bmp", CV_8UC4, ImageFormat::Bmp, 4, 8);
    row(".tiff", CV_8UC3, ImageFormat::Tiff, 3, 8);
    row(".tiff", CV_16UC1, ImageFormat::Tiff, 1, 16);
    row(".tiff", CV_32FC1, ImageFormat::Tiff, 1, 32);
}

void TstImageHeader::readsEveryFormat()
{
    QFETCH(QString, extension);
    QFETCH(int, type);
    const auto file = path("any") += extension.toStdString();
    hostile::write(file,
                   hostile::encoded(extension.toLatin1().constData(), hostile::noise(7, 11, type)));
    const auto header = readImageHeader(file);
    CF_VERIFY(header);
    QCOMPARE(header->widthPx, 11);
    QCOMPARE(header->heightPx, 7);
    QTEST(static_cast<int>(header->format), "format");
    QTEST(header->channels, "channels");
    QTEST(header->bitDepth, "bits");
    QCOMPARE(header->floatingPoint, CV_MAT_DEPTH(type) == CV_32F);
}

void TstImageHeader::goesByContentNotByName()
{
    hostile::write(path("really_a_bmp.png"),
                   hostile::encoded(".bmp", hostile::noise(1, 1, CV_8UC3)));
    const auto header = readImageHeader(path("really_a_bmp.png"));
    CF_VERIFY(header);
    QCOMPARE(header->format, ImageFormat::Bmp);
    QCOMPARE(header->widthPx, 1);
    QCOMPARE(cf::imaging::toString(header->format), "BMP");
}

void TstImageHeader::skipsLongJpegSegments()
{
    // A thumbnail in the EXIF block is a JPEG of its own, of another size.
    auto jpeg = hostile::encoded(".jpg", hostile::noise(40, 30, CV_8UC3));
    const auto thumbnail = hostile::encoded(".jpg", hostile::noise(4, 3, CV_8UC3));
    hostile::Bytes segment = {0xff, 0xe1, 0, 0};
    segment.insert(segment.end(), thumbnail.begin(), thumbnail.end());
    hostile::putNumber(segment, 2, segment.size() - 2, 2, true);
    jpeg.insert(jpeg.begin() + 2, segment.begin(), segment.end());
    hostile::write(path("thumbnail.jpg"), jpeg);
    const auto header = readImageHeader(path("thumbnail.jpg"));
    CF_VERIFY(header);
    QCOMPARE(header->heightPx, 40);
    QCOMPARE(header->widthPx, 30);
}

void TstImageHeader::readsBothByteOrdersOfTiff()
{
    for (const bool bigEndian : {false, true}) {
        hostile::write(path("order.tif"),
                       hostile::plainTiff(5, 6, 16, 3, hostile::Bytes(60, 0), bigEndian));
        const auto header = readImageHeader(path("order.tif"));
        CF_VERIFY(header);
        QCOMPARE(header->heightPx, 5);
        QCOMPARE(header->widthPx, 6);
        QCOMPARE(header->bitDepth, 16);
        QVERIFY(header->floatingPoint);
    }
}

void TstImageHeader::refusesHugeClaims_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<quint32>("width");
    QTest::addColumn<quint32>("height");
    for (const char *extension : {".png", ".bmp", ".tiff"}) {
        QTest::addRow("60000 x 60000%s", extension)
            << QString::fromLatin1(extension) << 60000U << 60000U;
        QTest::addRow("thin%s", extension) << QString::fromLatin1(extension) << 0x7fffffffU << 1U;
        QTest::addRow("no rows%s", extension) << QString::fromLatin1(extension) << 8U << 0U;
    }
}

void TstImageHeader::refusesHugeClaims()
{
    QFETCH(QString, extension);
    QFETCH(quint32, width);
    QFETCH(quint32, height);
    const auto file = path("huge") += extension.toStdString();
    hostile::write(file, hostile::claiming(extension.toLatin1().constData(), width, height));
    const auto header = readImageHeader(file);
    QVERIFY(!header.ok());
    QCOMPARE(header.error().code, cf::ErrorCode::BadData);
    QVERIFY2(header.error().detail.find(std::to_string(width) + " x " + std::to_string(height)) !=
                 std::string::npos,
             header.error().detail.c_str());
    QVERIFY(header.error().detail.find(file.string()) != std::string::npos);
}

void TstImageHeader::refusesMorePixelsThanTheFileCanHold_data()
{
    QTest::addColumn<QString>("extension");
    for (const char *extension : {".png", ".bmp", ".tiff"})
        QTest::addRow("%s", extension) << QString::fromLatin1(extension);
}

void TstImageHeader::refusesMorePixelsThanTheFileCanHold()
{
    QFETCH(QString, extension);
    const auto file = path("claims") += extension.toStdString();
    hostile::write(file, hostile::claiming(extension.toLatin1().constData(), 10000,
                                           10000)); // within the limit
    const auto header = readImageHeader(file);
    QVERIFY(!header.ok());
    QCOMPARE(header.error().code, cf::ErrorCode::BadData);
}

void TstImageHeader::acceptsARealImageThatCompressesWell_data()
{
    QTest::addColumn<QString>("extension");
    for (const char *extension : {".png", ".jpg", ".tiff"})
        QTest::addRow("%s", extension) << QString::fromLatin1(extension);
}

void TstImageHeader::acceptsARealImageThatCompressesWell()
{
    QFETCH(QString, extension);
    const auto file = path("black") += extension.toStdString();
    hostile::write(file, hostile::encoded(extension.toLatin1().constData(),
                                          cv::Mat::zeros(3000, 3000, CV_8UC1),
                                          {cv::IMWRITE_PNG_COMPRESSION, 9}));
    CF_VERIFY(readImageHeader(file));
}

void TstImageHeader::refusesEveryCutThroughTheHeader_data()
{
    refusesMorePixelsThanTheFileCanHold_data();
    QTest::addRow(".jpg") << QStringLiteral(".jpg");
}

void TstImageHeader::refusesEveryCutThroughTheHeader()
{
    QFETCH(QString, extension);
    const auto whole =
        hostile::encoded(extension.toLatin1().constData(), hostile::noise(8, 8, CV_8UC3));
    const auto file = path("cut") += extension.toStdString();
    for (std::size_t length = 0; length < 26; ++length) {
        hostile::write(file, hostile::Bytes(whole.begin(),
                                            whole.begin() + static_cast<std::ptrdiff_t>(length)));
        const auto header = readImageHeader(file);
        QVERIFY(!header.ok());
        QCOMPARE(header.error().code, cf::ErrorCode::BadData);
    }
}

void TstImageHeader::refusesWhatIsNoImage_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one byte") << QByteArray("B");
    QTest::newRow("text") << QByteArray("this is only text, whatever the name says\n");
    QTest::newRow("text like BMP")
        << QByteArray("BM as in bitmap, but it is not one at all, not even close");
    QTest::newRow("text like TIFF")
        << QByteArray("II wonder whether this is taken for a TIFF file");
    QTest::newRow("directory outside the file") << QByteArray("II\x2a\x00\xff\xff\xff\x7f", 8);
    QTest::newRow("JPEG segment of no length") << QByteArray("\xff\xd8\xff\xe0\x00\x00\x00\x00", 8);
}

void TstImageHeader::refusesWhatIsNoImage()
{
    QFETCH(QByteArray, content);
    hostile::write(path("rubbish.png"), content.toStdString());
    const auto header = readImageHeader(path("rubbish.png"));
    QVERIFY(!header.ok());
    QCOMPARE(header.error().code, cf::ErrorCode::BadData);
    QVERIFY(header.error().detail.find("rubbish.png") != std::string::npos);
}

void TstImageHeader::saysThatTheFileIsMissing()
{
    const auto missing = readImageHeader(path("no_such.png"));
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().code, cf::ErrorCode::NotFound);
    const auto folder = readImageHeader(path(""));
    QVERIFY(!folder.ok());
    QCOMPARE(folder.error().code, cf::ErrorCode::BadData);
}

QTEST_GUILESS_MAIN(TstImageHeader)
#include "tst_image_header.moc"
