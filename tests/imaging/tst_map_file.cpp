#include "core/imaging/map_file.h"
#include "tests/imaging/hostile_files.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <cstring>
#include <limits>

using namespace cf::imaging;

namespace {

bool same(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0.0;
}

cv::Mat scores(int rows, int cols)
{
    cv::Mat map(rows, cols, CV_32FC1);
    cv::RNG random(7);
    random.fill(map, cv::RNG::UNIFORM, -3.0, 12.0);
    return map;
}

hostile::Bytes rawBytes(const cv::Mat &matrix)
{
    return {matrix.data, matrix.data + matrix.total() * matrix.elemSize()};
}

hostile::Bytes npy(const std::string &dictionary, const hostile::Bytes &numbers, int version = 1)
{
    const std::string magic = "\x93NUMPY";
    const int lengthBytes = version == 1 ? 2 : 4;
    hostile::Bytes bytes;
    bytes.reserve(12 + dictionary.size() + numbers.size());
    bytes.assign(magic.begin(), magic.end());
    bytes.resize(8 + static_cast<std::size_t>(lengthBytes), 0);
    bytes[6] = static_cast<std::uint8_t>(version);
    hostile::putNumber(bytes, 8, dictionary.size(), lengthBytes, false);
    bytes.insert(bytes.end(), dictionary.begin(), dictionary.end());
    bytes.insert(bytes.end(), numbers.begin(), numbers.end());
    return bytes;
}

} // namespace

class TstMapFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void returnsWhatWasSaved_data();
    void returnsWhatWasSaved();
    void pngClipsTo01In16Bits();
    void writesTiffThatNeedsNoDecompression();
    void writesNpyAlignedTo64Bytes();
    void readsFloatTiffOfEachWidth();
    void readsCompressedHalfFloats();
    void readsEachKindOfNpy_data();
    void readsEachKindOfNpy();
    void readsFortranOrder();
    void readsNpyVersions2And3();
    void readsPngOf8And16Bits();
    void refusesBadNpy_data();
    void refusesBadNpy();
    void refusesNumbersThatAreNotFinite();
    void refusesACutOffMap();
    void refusesMoreThanOneChannel();
    void refusesOtherExtensions();
    void saveRefusesOtherMatrices();
    void saveLeavesTheOldFileWhenItFails();

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

void TstMapFile::returnsWhatWasSaved_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("cols");
    for (const auto format : {MapFormat::Tiff, MapFormat::Npy}) {
        QTest::addRow("%s", extensionOf(format)) << static_cast<int>(format) << 31 << 57;
        QTest::addRow("%s one pixel", extensionOf(format)) << static_cast<int>(format) << 1 << 1;
        QTest::addRow("%s one column", extensionOf(format)) << static_cast<int>(format) << 9 << 1;
    }
}

void TstMapFile::returnsWhatWasSaved()
{
    QFETCH(int, format);
    QFETCH(int, rows);
    QFETCH(int, cols);
    const cv::Mat large = scores(rows + 4, cols + 4);
    const cv::Mat map =
        large(cv::Rect(2, 2, cols, rows)); // rows that do not follow each other in memory
    const auto file = path("map") += extensionOf(static_cast<MapFormat>(format));
    CF_VERIFY(saveMap(file, map, static_cast<MapFormat>(format)));
    const auto loaded = loadMap(file);
    CF_VERIFY(loaded);
    QVERIFY(same(*loaded, map));
}

void TstMapFile::pngClipsTo01In16Bits()
{
    const cv::Mat map = (cv::Mat_<float>(1, 5) << -2.0F, 0.0F, 0.25F, 1.0F, 7.0F);
    CF_VERIFY(saveMap(path("map.png"), map, MapFormat::Png));
    const auto loaded = loadMap(path("map.png"));
    CF_VERIFY(loaded);
    const cv::Mat expected = (cv::Mat_<float>(1, 5) << 0.0F, 0.0F, 0.25F, 1.0F, 1.0F);
    QVERIFY(cv::norm(*loaded, expected, cv::NORM_INF) < 0.5 / 65535 + 1e-7);
}

void TstMapFile::writesTiffThatNeedsNoDecompression()
{
    const cv::Mat map = scores(6, 5);
    CF_VERIFY(saveMap(path("plain.tiff"), map, MapFormat::Tiff));
    const auto bytes = hostile::readAll(path("plain.tiff"));
    const auto numbers = rawBytes(map);
    QVERIFY(std::search(bytes.begin(), bytes.end(), numbers.begin(), numbers.end()) != bytes.end());
}

void TstMapFile::writesNpyAlignedTo64Bytes()
{
    const cv::Mat map = scores(3, 1000);
    CF_VERIFY(saveMap(path("plain.npy"), map, MapFormat::Npy));
    const auto bytes = hostile::readAll(path("plain.npy"));
    QCOMPARE((bytes.size() - rawBytes(map).size()) % 64, std::size_t{0});
    const std::string header(bytes.begin() + 10, bytes.begin() + 70);
    QCOMPARE(header, std::string("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 1000), }"
                                 "                ")
                         .substr(0, 60));
}

void TstMapFile::readsFloatTiffOfEachWidth()
{
    const cv::Mat map =
        (cv::Mat_<float>(2, 3) << -1.5F, 0.0F, 0.25F, 3.0F, 1000.0F, -0.125F); // exact as half
    for (const auto &[depth, bits] : {std::pair(CV_16F, 16), {CV_32F, 32}, {CV_64F, 64}}) {
        cv::Mat stretched;
        map.convertTo(stretched, depth);
        auto numbers = rawBytes(stretched);
        for (const bool bigEndian : {false, true}) {
            if (bigEndian)
                for (auto it = numbers.begin(); it != numbers.end(); it += bits / 8)
                    std::reverse(it, it + bits / 8);
            const auto loaded =
                loadMap(stored("wide.TIF", hostile::plainTiff(2, 3, bits, 3, numbers, bigEndian)));
            CF_VERIFY(loaded);
            QVERIFY(same(*loaded, map));
        }
    }
}

void TstMapFile::readsCompressedHalfFloats()
{
    // The encoder writes no half floats: the same bits as integers, then renamed in the directory.
    const cv::Mat map = (cv::Mat_<float>(2, 3) << -1.5F, 0.0F, 0.25F, 3.0F, 1000.0F, -0.125F);
    cv::Mat half;
    map.convertTo(half, CV_16F);
    auto bytes = hostile::encoded(".tiff", cv::Mat(2, 3, CV_16UC1, half.data),
                                  {cv::IMWRITE_TIFF_COMPRESSION, 5}); // LZW
    std::size_t entry = bytes[4] | bytes[5] << 8;
    const int count = bytes[entry];
    bool renamed = false;
    for (int i = 0; i < count; ++i) {
        const std::size_t at = entry + 2 + static_cast<std::size_t>(i) * 12;
        if ((bytes[at] | bytes[at + 1] << 8) == 339) {
            bytes[at + 8] = 3;
            renamed = true;
        }
    }
    if (!renamed)
        QSKIP("this OpenCV writes no sample format into its TIFF files");
    const auto loaded = loadMap(stored("half.tiff", bytes));
    CF_VERIFY(loaded);
    QVERIFY(same(*loaded, map));
}

void TstMapFile::readsEachKindOfNpy_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("depth");
    QTest::newRow("half") << QStringLiteral("<f2") << CV_16F;
    QTest::newRow("float") << QStringLiteral("<f4") << CV_32F;
    QTest::newRow("double") << QStringLiteral("<f8") << CV_64F;
    QTest::newRow("double, high byte first") << QStringLiteral(">f8") << CV_64F;
    QTest::newRow("byte") << QStringLiteral("|u1") << CV_8U;
    QTest::newRow("short") << QStringLiteral("<u2") << CV_16U;
    QTest::newRow("short, high byte first") << QStringLiteral(">u2") << CV_16U;
}

void TstMapFile::readsEachKindOfNpy()
{
    QFETCH(QString, kind);
    QFETCH(int, depth);
    const cv::Mat map = (cv::Mat_<float>(2, 3) << 1, 2, 3, 4, 5, 250);
    cv::Mat converted;
    map.convertTo(converted, depth);
    auto numbers = rawBytes(converted);
    const auto width = static_cast<std::ptrdiff_t>(converted.elemSize());
    if (kind.startsWith(QLatin1Char('>')))
        for (auto it = numbers.begin(); it != numbers.end(); it += width)
            std::reverse(it, it + width);
    const auto loaded =
        loadMap(stored("kind.npy", npy("{'descr': '" + kind.toStdString() +
                                           "', 'fortran_order': False, 'shape': (1, 2, 3), }\n",
                                       numbers)));
    CF_VERIFY(loaded);
    QVERIFY(same(*loaded, map));
}

void TstMapFile::readsFortranOrder()
{
    const cv::Mat map = scores(3, 4);
    const cv::Mat columns = map.t();
    const auto loaded = loadMap(
        stored("fortran.npy", npy("{'descr': '<f4', 'fortran_order': True, 'shape': (3, 4), }",
                                  rawBytes(columns))));
    CF_VERIFY(loaded);
    QVERIFY(same(*loaded, map));
}

void TstMapFile::readsNpyVersions2And3()
{
    const cv::Mat map = scores(3, 4);
    for (const int version : {2, 3}) {
        const auto loaded = loadMap(
            stored("later.npy", npy("{\"shape\":(3,4),\"fortran_order\":False,\"descr\":\"<f4\"}",
                                    rawBytes(map), version)));
        CF_VERIFY(loaded);
        QVERIFY(same(*loaded, map));
    }
}

void TstMapFile::readsPngOf8And16Bits()
{
    const cv::Mat bytes = (cv::Mat_<uchar>(1, 3) << 0, 51, 255);
    const cv::Mat shorts = (cv::Mat_<ushort>(1, 3) << 0, 13107, 65535);
    const cv::Mat expected = (cv::Mat_<float>(1, 3) << 0.0F, 0.2F, 1.0F);
    for (const cv::Mat &image : {bytes, shorts}) {
        const auto loaded = loadMap(stored("levels.png", hostile::encoded(".png", image)));
        CF_VERIFY(loaded);
        QVERIFY(cv::norm(*loaded, expected, cv::NORM_INF) < 1e-6);
    }
}

void TstMapFile::refusesBadNpy_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char *name, const hostile::Bytes &bytes) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char *>(bytes.data()),
                                          static_cast<qsizetype>(bytes.size()));
    };
    const hostile::Bytes six(24, 0);
    row("empty", {});
    row("text", {'n', 'o', 't', ' ', 'n', 'u', 'm', 'p', 'y', '!', '!'});
    row("version 9", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", six, 9));
    row("objects", npy("{'descr': '|O', 'fortran_order': False, 'shape': (2, 3), }", six));
    row("complex", npy("{'descr': '<c8', 'fortran_order': False, 'shape': (1, 3), }", six));
    row("long type", npy("{'descr': '<f16', 'fortran_order': False, 'shape': (2, 3), }", six));
    row("no shape", npy("{'descr': '<f4', 'fortran_order': False, }", six));
    row("open shape", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3", six));
    row("negative", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (-2, 3), }", six));
    row("three axes", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3, 4), }", six));
    row("too short", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 4), }", six));
    row("huge", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (60000, 60000), }", six));
    row("overflowing",
        npy("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4), }", six));
    row("no columns", npy("{'descr': '<f4', 'fortran_order': False, 'shape': (6, 0), }", six));
    auto longHeader = npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", six);
    longHeader[9] = 0xff;
    row("header longer than the file", longHeader);
}

void TstMapFile::refusesBadNpy()
{
    QFETCH(QByteArray, content);
    hostile::write(path("bad.npy"), content.toStdString());
    const auto loaded = loadMap(path("bad.npy"));
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, cf::ErrorCode::BadData);
    QVERIFY(loaded.error().detail.find("bad.npy") != std::string::npos);
}

void TstMapFile::refusesNumbersThatAreNotFinite()
{
    for (const float odd :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
          -std::numeric_limits<float>::infinity()}) {
        cv::Mat map = scores(3, 3);
        map.at<float>(2, 1) = odd;
        const auto loaded =
            loadMap(stored("odd.tif", hostile::plainTiff(3, 3, 32, 3, rawBytes(map))));
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, cf::ErrorCode::BadData);
        QVERIFY(loaded.error().detail.find("odd.tif") != std::string::npos);
        QCOMPARE(saveMap(path("odd.npy"), map, MapFormat::Npy).error().code,
                 cf::ErrorCode::BadData);
        QVERIFY(!std::filesystem::exists(path("odd.npy")));
    }
}

void TstMapFile::refusesACutOffMap()
{
    for (const auto format : {MapFormat::Tiff, MapFormat::Npy, MapFormat::Png}) {
        const auto file = path("cut") += extensionOf(format);
        CF_VERIFY(saveMap(file, scores(20, 20), format));
        hostile::write(file, hostile::firstPart(hostile::readAll(file), 0.6));
        const auto loaded = loadMap(file);
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, cf::ErrorCode::BadData);
    }
}

void TstMapFile::refusesMoreThanOneChannel()
{
    for (const char *extension : {".png", ".tiff"}) {
        const auto file = stored(std::string("rgb") + extension,
                                 hostile::encoded(extension, hostile::noise(4, 4, CV_8UC3)));
        QCOMPARE(loadMap(file).error().code, cf::ErrorCode::BadData);
    }
}

void TstMapFile::refusesOtherExtensions()
{
    QCOMPARE(loadMap(stored("map.csv", {'1'})).error().code, cf::ErrorCode::Unsupported);
    QCOMPARE(loadMap(path("missing.tiff")).error().code, cf::ErrorCode::NotFound);
}

void TstMapFile::saveRefusesOtherMatrices()
{
    QCOMPARE(saveMap(path("x.tiff"), cv::Mat(), MapFormat::Tiff).error().code,
             cf::ErrorCode::BadUsage);
    QCOMPARE(saveMap(path("x.tiff"), cv::Mat::ones(2, 2, CV_64F), MapFormat::Tiff).error().code,
             cf::ErrorCode::BadUsage);
}

void TstMapFile::saveLeavesTheOldFileWhenItFails()
{
    QCOMPARE(saveMap(path("no/folder/x.npy"), scores(2, 2), MapFormat::Npy).error().code,
             cf::ErrorCode::NotFound);
    CF_VERIFY(saveMap(path("kept.npy"), scores(2, 2), MapFormat::Npy));
    const auto before = hostile::readAll(path("kept.npy"));
    QVERIFY(!saveMap(path("kept.npy"), cv::Mat(), MapFormat::Npy).ok());
    QCOMPARE(hostile::readAll(path("kept.npy")), before);
}

QTEST_GUILESS_MAIN(TstMapFile)
#include "tst_map_file.moc"
