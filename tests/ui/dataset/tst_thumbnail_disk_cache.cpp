#include "tests/imaging/hostile_files.h"
#include "ui/dataset/thumbnail_disk_cache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

QImage picture(QRgb colour = 0xff336699)
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

QString keyNumber(int number)
{
    return QString(39, u'0') + QString::number(number);
}

} // namespace

class TstThumbnailDiskCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatItWasGiven();
    void hasAnotherKeyForAChangedFile();
    void takesADamagedFileForNone();
    void takesATooLargePictureDown();
    void removesTheOldestPastItsBound();
    void leavesFilesOfOthersAlone();
    void doesWithoutAFolder();

private:
    const QTemporaryDir m_dir;
};

void TstThumbnailDiskCache::givesBackWhatItWasGiven()
{
    ThumbnailDiskCache cache(m_dir.filePath(u"a/new/folder"_s), 1 << 20);
    QVERIFY(!cache.load(keyNumber(1), 128));
    cache.save(keyNumber(1), picture());
    const auto loaded = cache.load(keyNumber(1), 128);
    QVERIFY(loaded);
    QCOMPARE(loaded->size(), QSize(40, 30));
    const QColor colour = loaded->pixelColor(20, 15);
    QVERIFY(qAbs(colour.red() - 0x33) < 4 && qAbs(colour.blue() - 0x99) < 4);
    QCOMPARE(QDir(m_dir.filePath(u"a/new/folder"_s)).entryList(QDir::Files).size(), 1);
}

void TstThumbnailDiskCache::hasAnotherKeyForAChangedFile()
{
    const std::string path = m_dir.filePath(u"picture.png"_s).toStdString();
    QVERIFY(ThumbnailDiskCache::keyOf(path, 128).isEmpty());
    hostile::write(path, std::string("one"));
    const QString key = ThumbnailDiskCache::keyOf(path, 128);
    QCOMPARE(key.size(), 40);
    QCOMPARE(ThumbnailDiskCache::keyOf(path, 128), key);
    QVERIFY(ThumbnailDiskCache::keyOf(path, 320) != key);
    const auto changed = std::filesystem::last_write_time(path);
    hostile::write(path, std::string("four"));
    std::filesystem::last_write_time(path, changed);
    QVERIFY(ThumbnailDiskCache::keyOf(path, 128) != key); // another size
    hostile::write(path, std::string("one"));
    std::filesystem::last_write_time(path, changed + std::chrono::seconds(1));
    QVERIFY(ThumbnailDiskCache::keyOf(path, 128) != key); // another time
    std::filesystem::last_write_time(path, changed);
    QCOMPARE(ThumbnailDiskCache::keyOf(path, 128), key);
}

void TstThumbnailDiskCache::takesADamagedFileForNone()
{
    const QString folder = m_dir.filePath(u"damaged"_s);
    ThumbnailDiskCache cache(folder, 1 << 20);
    cache.save(keyNumber(1), picture());
    const std::string file = (folder + u'/' + keyNumber(1) + u".jpg"_s).toStdString();
    hostile::write(file, hostile::firstPart(hostile::readAll(file), 0.6));
    QVERIFY(!cache.load(keyNumber(1), 128));
    hostile::write(file, std::string("text"));
    QVERIFY(!cache.load(keyNumber(1), 128));
    cache.save(keyNumber(1), picture());
    QVERIFY(cache.load(keyNumber(1), 128));
}

void TstThumbnailDiskCache::takesATooLargePictureDown()
{
    const QString folder = m_dir.filePath(u"large"_s);
    hostile::write((folder + u'/' + keyNumber(1) + u".jpg"_s).toStdString(),
                   hostile::encoded(".jpg", hostile::noise(600, 800, CV_8UC3)));
    const auto loaded = ThumbnailDiskCache(folder, 1 << 20).load(keyNumber(1), 128);
    QVERIFY(loaded);
    QCOMPARE(loaded->size(), QSize(128, 96));
}

void TstThumbnailDiskCache::removesTheOldestPastItsBound()
{
    const QString folder = m_dir.filePath(u"bound"_s);
    ThumbnailDiskCache large(folder, 1 << 20);
    for (int i = 0; i < 6; ++i) {
        large.save(keyNumber(i), picture());
        const std::string file = (folder + u'/' + keyNumber(i) + u".jpg"_s).toStdString();
        std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() -
                                                   std::chrono::hours(100 - i));
    }
    const qint64 each = QFileInfo(folder + u'/' + keyNumber(0) + u".jpg"_s).size();
    ThumbnailDiskCache small(folder, 4 * each + each / 2);
    small.save(keyNumber(6), picture());
    for (int i = 0; i < 3; ++i)
        QVERIFY2(!small.load(keyNumber(i), 128), qPrintable(QString::number(i)));
    for (int i = 3; i < 7; ++i)
        QVERIFY2(small.load(keyNumber(i), 128), qPrintable(QString::number(i)));
}

void TstThumbnailDiskCache::leavesFilesOfOthersAlone()
{
    const QString folder = m_dir.filePath(u"others"_s);
    hostile::write((folder + u"/holiday.jpg"_s).toStdString(), std::string(10000, 'x'));
    ThumbnailDiskCache cache(folder, 1);
    cache.save(keyNumber(1), picture());
    QVERIFY(!cache.load(keyNumber(1), 128)); // larger than all that may be kept
    QVERIFY(QFile::exists(folder + u"/holiday.jpg"_s));
}

void TstThumbnailDiskCache::doesWithoutAFolder()
{
    ThumbnailDiskCache none({}, 1 << 20);
    none.save(keyNumber(1), picture());
    QVERIFY(!none.load(keyNumber(1), 128));
    hostile::write(m_dir.filePath(u"file"_s).toStdString(), std::string("a file"));
    ThumbnailDiskCache impossible(m_dir.filePath(u"file/below"_s), 1 << 20);
    impossible.save(keyNumber(1), picture());
    QVERIFY(!impossible.load(keyNumber(1), 128));
}

QTEST_MAIN(TstThumbnailDiskCache)
#include "tst_thumbnail_disk_cache.moc"
