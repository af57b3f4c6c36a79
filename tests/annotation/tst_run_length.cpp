#include "core/annotation/run_length.h"

#include "tests/annotation/annotation_samples.h"

using namespace cf::annotation;
using namespace cf::test;

class TstRunLength : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesColumnByColumn();
    void compressesAsPycocotoolsDoes_data();
    void compressesAsPycocotoolsDoes();
    void comesBackToThePixel();
    void keepsThePartThatIsMarked();
    void refusesRunsThatDoNotFit();
    void refusesDamagedText_data();
    void refusesDamagedText();
};

void TstRunLength::goesColumnByColumn()
{
    const cv::Mat mask = (cv::Mat_<std::uint8_t>(2, 3) << 0, 1, 1, 0, 0, 1);
    QCOMPARE(encodeRuns(mask), (Runs{2, 1, 1, 2}));
    const cv::Mat full(2, 2, CV_8UC1, cv::Scalar(255));
    QCOMPARE(encodeRuns(full), (Runs{0, 4}));
}

void TstRunLength::compressesAsPycocotoolsDoes_data()
{
    // pycocotools 2.0.11: frPyObjects({"size": [rows, 1], "counts": runs}, rows, 1)["counts"]
    QTest::addColumn<QString>("runs");
    QTest::addColumn<QString>("text");
    QTest::newRow("1 runs from 5") << "5"
                                   << R"(5)";
    QTest::newRow("2 runs from 0") << "0 4"
                                   << R"(04)";
    QTest::newRow("5 runs from 0") << "0 1 1 1 1"
                                   << R"(01100)";
    QTest::newRow("11 runs from 100") << "100 3 2 200 1 16 15 17 31 32 33"
                                      << R"(T332U6OXJ>1`0?2)";
    QTest::newRow("8 runs from 1000000") << "1000000 1 70000 2 1 100000 16 15"
                                         << R"(Pb`n01`[T21adkMndQ3?_[nL)";
    QTest::newRow("7 runs from 0") << "0 31 16 15 32 47 48"
                                   << R"(0o0`0@`0P1`0)";
}

void TstRunLength::compressesAsPycocotoolsDoes()
{
    QFETCH(QString, runs);
    QFETCH(QString, text);
    Runs numbers;
    for (const QString &run : runs.split(QLatin1Char(' ')))
        numbers.push_back(run.toUInt());
    QCOMPARE(QString::fromStdString(compressRuns(numbers)), text);
    const auto back = decompressRuns(text.toStdString());
    CF_VERIFY(back);
    QCOMPARE(*back, numbers);
}

void TstRunLength::comesBackToThePixel()
{
    for (int seed = 1; seed < 30; ++seed) {
        const cv::Mat mask = speckled({1 + seed * 3 % 40, 1 + seed * 7 % 50},
                                      static_cast<std::uint64_t>(seed), seed / 30.0);
        const auto runs = decompressRuns(compressRuns(encodeRuns(mask)));
        CF_VERIFY(runs);
        const auto back = decodeRuns(*runs, mask.size());
        CF_VERIFY(back);
        QVERIFY(same(*back, mask));
    }
}

void TstRunLength::keepsThePartThatIsMarked()
{
    cv::Mat whole = cv::Mat::zeros(30, 40, CV_8UC1);
    speckled({9, 7}, 3, 0.6).copyTo(whole(cv::Rect(12, 5, 9, 7)));
    const auto patch = decodePatch(encodeRuns(whole), whole.size());
    CF_VERIFY(patch);
    QCOMPARE(patch->place, cv::boundingRect(whole));
    QVERIFY(same(patch->mask, whole(patch->place)));
    QCOMPARE(encodeRuns(*patch, whole.size()), encodeRuns(whole));
    // From column to column, and a run over several columns.
    whole.colRange(3, 6) = 255;
    QCOMPARE(decodePatch(encodeRuns(whole), whole.size())->place, cv::boundingRect(whole));
    const Runs none = {1200};
    QVERIFY(decodePatch(none, whole.size())->place.empty());
}

void TstRunLength::refusesRunsThatDoNotFit()
{
    const auto refused = [](const Runs &runs, cv::Size size) {
        const auto mask = decodeRuns(runs, size);
        return !mask.ok() && mask.error().code == cf::ErrorCode::BadData;
    };
    QVERIFY(refused({5}, {2, 2}));
    QVERIFY(refused({3}, {2, 2}));
    QVERIFY(refused({}, {2, 2}));
    QVERIFY(refused({0xffffffff, 0xffffffff, 6}, {2, 2})); // 4 modulo 2^32
    QVERIFY(refused({4}, {0, 4}));
    QVERIFY(refused({4}, {-2, -2}));
    QVERIFY(refused({1u << 31}, {1 << 16, 1 << 15}));
}

void TstRunLength::refusesDamagedText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("cut off") << QByteArray("o");
    QTest::newRow("a space") << QByteArray("1 2");
    QTest::newRow("not ASCII") << QByteArray("\xff");
    QTest::newRow("beyond the alphabet") << QByteArray("p");
    QTest::newRow("endless number") << QByteArray(50, 'o');
    QTest::newRow("negative") << QByteArray("O");
    QTest::newRow("below nothing") << QByteArray("111G");
    QTest::newRow("too long a run") << QByteArray("oooooo1");
}

void TstRunLength::refusesDamagedText()
{
    QFETCH(QByteArray, text);
    const auto runs = decompressRuns(text.toStdString());
    QVERIFY(!runs.ok());
    QCOMPARE(runs.error().code, cf::ErrorCode::BadData);
}

QTEST_GUILESS_MAIN(TstRunLength)
#include "tst_run_length.moc"
