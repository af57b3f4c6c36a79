#include "tests/imaging/hostile_files.h"
#include "tests/result_check.h"
#include "ui/dataset/thumbnail_decoder.h"
#include "ui/dataset/thumbnail_store.h"

#include <QDir>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <mutex>

using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

/// A way to decode that waits until it is let, and remembers the order.
class HeldDecoder
{
public:
    ThumbnailOptions options()
    {
        ThumbnailOptions options;
        options.threads = 1;
        options.decode = [this](const std::string &path, int sidePx) -> cf::Result<QImage> {
            {
                const std::scoped_lock lock(m_mutex);
                m_begun.push_back(path);
            }
            begun.release();
            mayEnd.acquire();
            return QImage(sidePx, sidePx / 2, QImage::Format_RGB32);
        };
        return options;
    }
    std::vector<std::string> order()
    {
        const std::scoped_lock lock(m_mutex);
        return m_begun;
    }

    QSemaphore begun, mayEnd;

private:
    std::mutex m_mutex;
    std::vector<std::string> m_begun; // guarded by m_mutex
};

using Paths = std::vector<std::string>;

} // namespace

class TstThumbnailStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheAspectAndDoesNotEnlarge();
    void decodesEachFormat_data();
    void decodesEachFormat();
    void refusesHostileFiles();
    void showsBrokenPicturesWithTheReason();
    void triesBrokenPicturesAgain();
    void decodesTheNewestRequestFirst();
    void dropsWhatWasScrolledAway();
    void makesAnotherSideWhenItIsAskedFor();
    void staysWithinItsMemory();
    void findsThumbnailsOfAnEarlierRun();
    void remakesADamagedCacheFile();
    void survivesADecoderThatThrows();
    void canGoWhileItDecodes();

private:
    std::string pathOf(const QString &name) const { return m_dir.filePath(name).toStdString(); }
    std::string write(const QString &name, int rows, int cols, const char *extension = ".png") const
    {
        hostile::write(pathOf(name),
                       hostile::encoded(extension, hostile::noise(rows, cols, CV_8UC3)));
        return pathOf(name);
    }

    const QTemporaryDir m_dir;
};

void TstThumbnailStore::keepsTheAspectAndDoesNotEnlarge()
{
    const auto wide = decodeThumbnail(write(u"wide.png"_s, 100, 400), 128);
    CF_VERIFY(wide);
    QCOMPARE(wide->size(), QSize(128, 32));
    const auto small = decodeThumbnail(write(u"small.png"_s, 20, 30), 128);
    CF_VERIFY(small);
    QCOMPARE(small->size(), QSize(30, 20));
    const auto line = decodeThumbnail(write(u"line.png"_s, 1, 2000), 128);
    CF_VERIFY(line);
    QCOMPARE(line->size(), QSize(128, 1));
}

void TstThumbnailStore::decodesEachFormat_data()
{
    QTest::addColumn<QString>("extension");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("sidePx"); // of the original; JPEG is reduced by 8, 4, 2 and not at all
    QTest::newRow("PNG") << ".png" << CV_8UC3 << 300;
    QTest::newRow("16-bit grey PNG") << ".png" << CV_16UC1 << 300;
    QTest::newRow("BMP") << ".bmp" << CV_8UC3 << 300;
    QTest::newRow("TIFF") << ".tiff" << CV_16UC3 << 300;
    for (const int sidePx : {1100, 600, 300, 200})
        QTest::addRow("JPEG of %d", sidePx) << ".jpg" << CV_8UC3 << sidePx;
    QTest::newRow("grey JPEG") << ".jpg" << CV_8UC1 << 1100;
}

void TstThumbnailStore::decodesEachFormat()
{
    QFETCH(QString, extension);
    QFETCH(int, type);
    QFETCH(int, sidePx);
    // Left half dark, right half bright blue.
    cv::Mat image(sidePx, sidePx, type, cv::Scalar::all(0));
    const double full = CV_MAT_DEPTH(type) == CV_16U ? 65535 : 255;
    image.colRange(sidePx / 2, sidePx).setTo(cv::Scalar(full, 0, 0));
    const std::string path = pathOf(u"format"_s + extension);
    hostile::write(path, hostile::encoded(qPrintable(extension), image));
    const auto thumbnail = decodeThumbnail(path, 128);
    CF_VERIFY(thumbnail);
    QCOMPARE(thumbnail->size(), QSize(128, 128));
    QCOMPARE(thumbnail->format(), QImage::Format_RGB32);
    QVERIFY(thumbnail->pixelColor(20, 64).lightness() < 12);
    const QColor bright = thumbnail->pixelColor(108, 64);
    QVERIFY2(bright.blue() > 240, qPrintable(bright.name()));
    QVERIFY(CV_MAT_CN(type) == 1 ? bright.red() > 240 : bright.red() < 12);
}

void TstThumbnailStore::refusesHostileFiles()
{
    const auto check = [&](const QString &name, const hostile::Bytes &bytes) {
        hostile::write(pathOf(name), bytes);
        const auto thumbnail = decodeThumbnail(pathOf(name), 128);
        QVERIFY2(!thumbnail.ok(), qPrintable(name));
        QVERIFY2(thumbnail.error().detail.find(name.toStdString()) != std::string::npos,
                 thumbnail.error().detail.c_str());
    };
    check(u"huge.png"_s, hostile::claiming(".png", 60000, 60000));
    check(u"huge.bmp"_s, hostile::claiming(".bmp", 60000, 60000));
    check(u"half.jpg"_s,
          hostile::firstPart(hostile::encoded(".jpg", hostile::noise(900, 900, CV_8UC3)), 0.5));
    check(u"half.png"_s,
          hostile::firstPart(hostile::encoded(".png", hostile::noise(90, 90, CV_8UC3)), 0.5));
    check(u"empty.png"_s, {});
    QVERIFY(!decodeThumbnail(pathOf(u"missing.png"_s), 128).ok());
}

void TstThumbnailStore::showsBrokenPicturesWithTheReason()
{
    hostile::write(pathOf(u"broken.png"_s), std::string("no picture"));
    ThumbnailStore store;
    QSignalSpy arrived(&store, &ThumbnailStore::arrived);
    const std::string good = write(u"good.png"_s, 30, 40);
    store.request({pathOf(u"broken.png"_s), good}, 128);
    QTRY_COMPARE(arrived.size(), 2);
    const Thumbnail *broken = store.find(pathOf(u"broken.png"_s));
    QVERIFY(broken && broken->image.isNull());
    QVERIFY2(broken->error.contains(u"not a PNG"_s), qPrintable(broken->error));
    QVERIFY(store.find(good) && !store.find(good)->image.isNull());
    QVERIFY(store.find(good)->error.isEmpty());
    store.request({pathOf(u"broken.png"_s)}, 64); // is not tried again by itself
    QCOMPARE(store.waitingCount(), 0);
}

void TstThumbnailStore::triesBrokenPicturesAgain()
{
    hostile::write(pathOf(u"mended.png"_s), std::string("no picture"));
    ThumbnailStore store;
    QSignalSpy arrived(&store, &ThumbnailStore::arrived);
    store.request({pathOf(u"mended.png"_s)}, 128);
    QTRY_COMPARE(arrived.size(), 1);
    write(u"mended.png"_s, 30, 40);
    store.forgetBroken();
    QVERIFY(!store.find(pathOf(u"mended.png"_s)));
    store.request({pathOf(u"mended.png"_s)}, 128);
    QTRY_COMPARE(arrived.size(), 2);
    QVERIFY(!store.find(pathOf(u"mended.png"_s))->image.isNull());
}

void TstThumbnailStore::decodesTheNewestRequestFirst()
{
    HeldDecoder decoder;
    ThumbnailStore store(decoder.options());
    QSignalSpy arrived(&store, &ThumbnailStore::arrived);
    store.request({"a", "b", "c"}, 128);
    decoder.begun.acquire(); // a is under way
    store.request({"d", "b"}, 128);
    decoder.mayEnd.release(10);
    QTRY_COMPARE(arrived.size(), 3);
    QCOMPARE(decoder.order(), (Paths{"a", "d", "b"}));
}

void TstThumbnailStore::dropsWhatWasScrolledAway()
{
    HeldDecoder decoder;
    ThumbnailStore store(decoder.options());
    QSignalSpy arrived(&store, &ThumbnailStore::arrived);
    Paths many;
    for (int i = 0; i < 1000; ++i)
        many.push_back(std::to_string(i));
    store.request(many, 128);
    decoder.begun.acquire();
    QCOMPARE(store.waitingCount(), 999);
    store.request({}, 128);
    QCOMPARE(store.waitingCount(), 0);
    decoder.mayEnd.release(10);
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(decoder.order(), (Paths{"0"}));
    QCOMPARE(store.decodedCount(), 1);
}

void TstThumbnailStore::makesAnotherSideWhenItIsAskedFor()
{
    HeldDecoder decoder;
    ThumbnailStore store(decoder.options());
    QSignalSpy arrived(&store, &ThumbnailStore::arrived);
    store.request({"a"}, 100);
    decoder.begun.acquire();
    store.request({"a"}, 300); // while it is decoded for 100
    decoder.mayEnd.release(2);
    QTRY_COMPARE(arrived.size(), 2);
    QCOMPARE(store.find("a")->image.size(), QSize(300, 150));
    store.request({"a"}, 300);
    QCOMPARE(store.waitingCount(), 0);
}

void TstThumbnailStore::staysWithinItsMemory()
{
    ThumbnailOptions options;
    options.mostMemoryBytes = 10 * 64 * 64 * 4;
    options.threads = 1;
    options.decode = [](const std::string &, int) -> cf::Result<QImage> {
        return QImage(64, 64, QImage::Format_RGB32);
    };
    ThumbnailStore store(options);
    QSignalSpy arrived(&store, &ThumbnailStore::arrived);
    Paths paths;
    for (int i = 0; i < 9; ++i)
        paths.push_back(std::to_string(i));
    store.request(paths, 64);
    QTRY_COMPARE(arrived.size(), 9);
    QVERIFY(store.find("0")); // is used last now
    store.request({"x", "y", "z"}, 64);
    QTRY_COMPARE(arrived.size(), 12);
    QVERIFY(store.memoryBytes() <= options.mostMemoryBytes);
    QVERIFY(store.find("0"));
    QVERIFY(!store.find("1"));
    QVERIFY(store.find("8") && store.find("z"));
}

void TstThumbnailStore::findsThumbnailsOfAnEarlierRun()
{
    ThumbnailOptions options;
    options.cacheFolder = m_dir.filePath(u"cache"_s);
    const std::string path = write(u"again.png"_s, 300, 400);
    {
        ThumbnailStore store(options);
        QSignalSpy arrived(&store, &ThumbnailStore::arrived);
        store.request({path}, 128);
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(store.decodedCount(), 1);
        QCOMPARE(store.diskHitCount(), 0);
    }
    ThumbnailStore store(options);
    QSignalSpy arrived(&store, &ThumbnailStore::arrived);
    store.request({path}, 96); // the disk's 128 serve a smaller side too
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(store.decodedCount(), 0);
    QCOMPARE(store.diskHitCount(), 1);
    QCOMPARE(store.find(path)->image.size(), QSize(96, 72));

    write(u"again.png"_s, 100, 400); // another picture of that name
    ThumbnailStore third(options);
    QSignalSpy arrivedThird(&third, &ThumbnailStore::arrived);
    third.request({path}, 128);
    QTRY_COMPARE(arrivedThird.size(), 1);
    QCOMPARE(third.decodedCount(), 1);
    QCOMPARE(third.find(path)->image.size(), QSize(128, 32));
}

void TstThumbnailStore::remakesADamagedCacheFile()
{
    ThumbnailOptions options;
    options.cacheFolder = m_dir.filePath(u"damaged"_s);
    const std::string path = write(u"remade.png"_s, 300, 400);
    int runs = 0;
    for (const int decoded : {1, 1, 0}) {
        ThumbnailStore store(options);
        QSignalSpy arrived(&store, &ThumbnailStore::arrived);
        store.request({path}, 128);
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(store.decodedCount(), decoded);
        QCOMPARE(store.find(path)->image.size(), QSize(128, 96));
        const auto files = QDir(options.cacheFolder).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        const std::string file = files[0].filePath().toStdString();
        if (runs++ == 0)
            hostile::write(file, hostile::firstPart(hostile::readAll(file), 0.5));
    }
}

void TstThumbnailStore::survivesADecoderThatThrows()
{
    ThumbnailOptions options;
    options.decode = [](const std::string &, int) -> cf::Result<QImage> { throw std::bad_alloc(); };
    ThumbnailStore store(options);
    QSignalSpy arrived(&store, &ThumbnailStore::arrived);
    store.request({"a"}, 128);
    QTRY_COMPARE(arrived.size(), 1);
    QVERIFY(store.find("a")->error.contains(u"bad_alloc"_s));
}

void TstThumbnailStore::canGoWhileItDecodes()
{
    HeldDecoder decoder;
    auto store = std::make_unique<ThumbnailStore>(decoder.options());
    QSignalSpy arrived(store.get(), &ThumbnailStore::arrived);
    store->request({"a", "b", "c"}, 128);
    decoder.begun.acquire();
    decoder.mayEnd.release(3);
    store.reset(); // waits for what is under way
    QCoreApplication::processEvents();
    QVERIFY(arrived.isEmpty());

    ThumbnailStore busy; // and with real files, at any moment
    Paths paths;
    for (int i = 0; i < 20; ++i)
        paths.push_back(write(u"busy%1.png"_s.arg(i), 200, 200));
    for (int i = 0; i < 20; ++i) {
        auto shortLived = std::make_unique<ThumbnailStore>();
        shortLived->request(paths, 64);
        if (i % 2 == 0)
            QCoreApplication::processEvents();
    }
}

QTEST_MAIN(TstThumbnailStore)
#include "tst_thumbnail_store.moc"
