#include "core/synthesis/texture.h"
#include "tests/result_check.h"
#include "tests/synthesis/test_images.h"

#include <QTemporaryDir>
#include <fstream>

using namespace cf::synthesis;

class TstTexture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheImagesOfADtdRoot();
    void readsAnyFolderInOrder();
    void saysThatTheFolderIsMissing();
    void saysThatThereAreNoPictures();
    void namesADamagedPicture();
    void givesEachSizeFromTheCacheToo();
    void makesTexturesWithContrast_data();
    void makesTexturesWithContrast();
    void makesAnySize();
    void shufflesWithoutLosingAPixel();
    void shufflesSizesThatDoNotDivide();

private:
    QTemporaryDir m_dir;
    std::filesystem::path folder(const char *name) const
    {
        const auto path = std::filesystem::path(m_dir.path().toStdString()) / name;
        std::filesystem::create_directories(path);
        return path;
    }
    static void write(const std::filesystem::path &path, int level)
    {
        std::filesystem::create_directories(path.parent_path());
        QVERIFY(cv::imwrite(path.string(), cv::Mat(20, 30, CV_8UC3, cv::Scalar::all(level))));
    }
};

void TstTexture::readsTheImagesOfADtdRoot()
{
    const auto root = folder("dtd");
    write(root / "images" / "banded" / "banded_0002.png", 20);
    write(root / "images" / "banded" / "banded_0001.png", 10);
    write(root / "images" / "woven" / "woven_0001.JPG", 30);
    write(root / "images" / "woven" / "._woven_0001.png", 99); // a leftover of another system
    write(root / "labels" / "thumbnail.png", 99);
    std::ofstream(root / "images" / "list.txt") << "banded_0001";
    const auto opened = TextureFolder::open(root);
    CF_VERIFY(opened);
    const auto &textures = *opened.value();
    QCOMPARE(textures.count(), std::size_t(3));
    QCOMPARE(textures.path(0).filename().string(), std::string("banded_0001.png"));
    const auto image = textures.load(1, {48, 40});
    CF_VERIFY(image);
    QCOMPARE(image->size(), cv::Size(48, 40));
    QCOMPARE(image->type(), CV_8UC3);
    QCOMPARE(cv::mean(image.value())[0], 20.0);
}

void TstTexture::readsAnyFolderInOrder()
{
    const auto root = folder("any");
    write(root / "b.png", 2);
    write(root / "a" / "z.bmp", 1);
    const auto opened = TextureFolder::open(root);
    CF_VERIFY(opened);
    QCOMPARE(opened.value()->path(0).filename().string(), std::string("z.bmp"));
    QCOMPARE(opened.value()->path(1).filename().string(), std::string("b.png"));
}

void TstTexture::saysThatTheFolderIsMissing()
{
    const auto opened = TextureFolder::open(folder("here") / "nowhere");
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, cf::ErrorCode::NotFound);
    QVERIFY(opened.error().detail.find("nowhere") != std::string::npos);
}

void TstTexture::saysThatThereAreNoPictures()
{
    const auto opened = TextureFolder::open(folder("empty"));
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, cf::ErrorCode::BadData);
}

void TstTexture::namesADamagedPicture()
{
    const auto root = folder("damaged");
    std::ofstream(root / "torn.png") << "\x89PNG\r\n\x1a\nand then nothing";
    const auto opened = TextureFolder::open(root);
    CF_VERIFY(opened);
    const auto image = opened.value()->load(0, {16, 16});
    QVERIFY(!image.ok());
    QCOMPARE(image.error().code, cf::ErrorCode::BadData);
    QVERIFY(image.error().detail.find("torn.png") != std::string::npos);
}

void TstTexture::givesEachSizeFromTheCacheToo()
{
    const auto root = folder("cache");
    for (int i = 0; i < 6; ++i)
        write(root / (std::to_string(i) + ".png"), 10 * i);
    // Room for two pictures of 16 x 16, so that entries are dropped meanwhile.
    const auto opened = TextureFolder::open(root, 2 * 16 * 16 * 3);
    CF_VERIFY(opened);
    for (int round = 0; round < 3; ++round)
        for (std::size_t i = 0; i < 6; ++i)
            for (const int side : {16, 8}) {
                auto image = opened.value()->load(i, {side, side});
                CF_VERIFY(image);
                QCOMPARE(image->size(), cv::Size(side, side));
                QCOMPARE(cv::mean(image.value())[0], 10.0 * static_cast<double>(i));
                image->setTo(cv::Scalar::all(255)); // the caller's own copy
            }
}

void TstTexture::makesTexturesWithContrast_data()
{
    QTest::addColumn<int>("family");
    for (const auto family : kAllTextureFamilies)
        QTest::addRow("%d", static_cast<int>(family)) << static_cast<int>(family);
}

void TstTexture::makesTexturesWithContrast()
{
    QFETCH(int, family);
    int colourful = 0;
    int faint = 0;
    for (std::uint64_t i = 0; i < 20; ++i) {
        Random first(1, 0, i);
        Random again(1, 0, i);
        const auto kind = static_cast<TextureFamily>(family);
        const cv::Mat texture = proceduralTexture({96, 64}, kind, false, first);
        QCOMPARE(texture.size(), cv::Size(96, 64));
        QCOMPARE(texture.type(), CV_8UC3);
        QVERIFY(tests::same(texture, proceduralTexture({96, 64}, kind, false, again)));
        cv::Scalar mean, deviation;
        cv::meanStdDev(texture, mean, deviation);
        faint += deviation[0] + deviation[1] + deviation[2] < 15.0;
        colourful += !tests::exactlyGrey(texture);
        QVERIFY(tests::exactlyGrey(proceduralTexture({96, 64}, kind, true, first)));
    }
    QVERIFY2(faint <= 2, qPrintable(QString::number(faint)));
    QVERIFY(colourful > 3 && colourful < 20);
}

void TstTexture::makesAnySize()
{
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(8, 3), cv::Size(16, 16), cv::Size(5, 200)})
        for (std::uint64_t i = 0; i < 30; ++i) {
            Random random(2, 0, i);
            QCOMPARE(proceduralTexture(size, false, random).size(), size);
        }
}

void TstTexture::shufflesWithoutLosingAPixel()
{
    const cv::Mat image = tests::greyPlate({64, 48});
    Random random(3);
    const cv::Mat shuffled = shuffledTiles(image, 8, 8, random);
    QVERIFY(!tests::same(shuffled, image));
    cv::Mat before, after;
    cv::sort(image.reshape(1, 1), before, cv::SORT_EVERY_ROW);
    cv::sort(shuffled.reshape(1, 1), after, cv::SORT_EVERY_ROW);
    QVERIFY(tests::same(before, after));
    // Each tile is still whole: the first one is found somewhere on the grid.
    bool found = false;
    for (int y = 0; y < 48; y += 6)
        for (int x = 0; x < 64; x += 8)
            found =
                found || tests::same(image(cv::Rect(0, 0, 8, 6)), shuffled(cv::Rect(x, y, 8, 6)));
    QVERIFY(found);
}

void TstTexture::shufflesSizesThatDoNotDivide()
{
    Random random(4);
    for (const cv::Size size : {cv::Size(61, 47), cv::Size(5, 5), cv::Size(100, 7)})
        QCOMPARE(shuffledTiles(tests::greyPlate(size), 8, 8, random).size(), size);
}

QTEST_GUILESS_MAIN(TstTexture)
#include "tst_texture.moc"
