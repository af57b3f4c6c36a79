#include "core/report/markup.h"
#include "tests/result_check.h"

#include <QTest>
#include <clocale>
#include <limits>
#include <opencv2/imgcodecs.hpp>

using namespace cf::report;

class TstMarkup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void escapesWhatHtmlReads();
    void keepsTextOfOtherLanguages();
    void replacesWhatXmlForbids_data();
    void replacesWhatXmlForbids();
    void writesNumbersTheSameEverywhere();
    void writesExactNumbersThatReadBack();
    void quotesFieldsOfTables();
    void encodesBase64LikeQt();
    void embedsPicturesThatDecodeAgain();
    void shrinksLargePictures();
    void refusesPicturesOfOtherTypes();
};

void TstMarkup::escapesWhatHtmlReads()
{
    QCOMPARE(escaped("<b title=\"a\" id='b'>&amp;"),
             std::string("&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt;&amp;amp;"));
    QCOMPARE(escaped(""), std::string());
}

void TstMarkup::keepsTextOfOtherLanguages()
{
    const std::string text = "Prüfung λ 検査 🔬\tx\n";
    QCOMPARE(escaped(text), text);
}

void TstMarkup::replacesWhatXmlForbids_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("replaced");
    QTest::newRow("control character") << QByteArray("a\x01z") << 1;
    QTest::newRow("zero") << QByteArray("a\0z", 3) << 1;
    QTest::newRow("lone continuation") << QByteArray("a\x80z") << 1;
    QTest::newRow("cut off") << QByteArray("a\xE6\xA4z") << 2;
    QTest::newRow("overlong") << QByteArray("a\xC0\xAFz") << 2;
    QTest::newRow("overlong of three") << QByteArray("a\xE0\x80\xAFz") << 3;
    QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80z") << 3;
    QTest::newRow("beyond Unicode") << QByteArray("a\xF4\x90\x80\x80z") << 4;
    QTest::newRow("not a character") << QByteArray("a\xEF\xBF\xBFz") << 3;
}

void TstMarkup::replacesWhatXmlForbids()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, replaced);
    std::string expected = "a";
    for (int i = 0; i < replaced; ++i)
        expected += "\xEF\xBF\xBD";
    expected += "z";
    QCOMPARE(escaped(std::string_view(bytes.data(), static_cast<std::size_t>(bytes.size()))),
             expected);
}

void TstMarkup::writesNumbersTheSameEverywhere()
{
    std::setlocale(LC_ALL, "de_DE.UTF-8"); // where it is not installed this changes nothing
    QCOMPARE(fixedNumber(0.98765, 4), std::string("0.9877"));
    QCOMPARE(fixedNumber(-0.5, 1), std::string("−0.5"));
    QCOMPARE(fixedNumber(-0.00001, 2), std::string("0.00"));
    QCOMPARE(fixedNumber(12.0, 0), std::string("12"));
    QCOMPARE(fixedNumber(std::numeric_limits<double>::quiet_NaN(), 2), std::string("not a number"));
    QCOMPARE(fixedNumber(-std::numeric_limits<double>::infinity(), 2), std::string("−∞"));
    QVERIFY(fixedNumber(1e300, 4).size() > 300);
    std::setlocale(LC_ALL, "C");
}

void TstMarkup::writesExactNumbersThatReadBack()
{
    for (const double value : {0.1, 1.0 / 3.0, 1e-17, 0.9999999999999999, 123456789.123, 0.0})
        QCOMPARE(QByteArray::fromStdString(exactNumber(value)).toDouble(), value);
    QCOMPARE(exactNumber(0.1), std::string("0.1"));
}

void TstMarkup::quotesFieldsOfTables()
{
    QCOMPARE(csvField("plain; text"), std::string("plain; text"));
    QCOMPARE(csvField(""), std::string());
    QCOMPARE(csvField("a,b"), std::string("\"a,b\""));
    QCOMPARE(csvField("say \"a\""), std::string("\"say \"\"a\"\"\""));
    QCOMPARE(csvField("two\nlines"), std::string("\"two\nlines\""));
}

void TstMarkup::encodesBase64LikeQt()
{
    QByteArray bytes;
    for (int length = 0; length < 40; ++length) {
        const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
        QCOMPARE(base64({data, static_cast<std::size_t>(bytes.size())}),
                 bytes.toBase64().toStdString());
        bytes.append(static_cast<char>(length * 37 + 200));
    }
}

void TstMarkup::embedsPicturesThatDecodeAgain()
{
    for (const int type : {CV_8UC1, CV_8UC3, CV_8UC4}) {
        const cv::Mat image(20, 30, type, cv::Scalar(40, 90, 200, 255));
        const auto uri = imageUri(image);
        CF_VERIFY(uri);
        const auto comma = uri->find(',');
        const QByteArray file =
            QByteArray::fromBase64(QByteArray::fromStdString(uri->substr(comma + 1)));
        const cv::Mat decoded = cv::imdecode(std::vector<unsigned char>(file.begin(), file.end()),
                                             cv::IMREAD_UNCHANGED);
        QVERIFY(decoded.size() == image.size());
        QCOMPARE(decoded.type(), type);
        QVERIFY(cv::norm(decoded, image, cv::NORM_INF) <= (type == CV_8UC3 ? 3 : 0)); // JPEG
    }
}

void TstMarkup::shrinksLargePictures()
{
    const auto uri = imageUri(cv::Mat(1000, 2000, CV_8UC1, cv::Scalar(7)));
    CF_VERIFY(uri);
    const QByteArray file =
        QByteArray::fromBase64(QByteArray::fromStdString(uri->substr(uri->find(',') + 1)));
    const cv::Mat decoded =
        cv::imdecode(std::vector<unsigned char>(file.begin(), file.end()), cv::IMREAD_UNCHANGED);
    QCOMPARE(decoded.cols, 480);
    QCOMPARE(decoded.rows, 240);
}

void TstMarkup::refusesPicturesOfOtherTypes()
{
    for (const cv::Mat &image : {cv::Mat(), cv::Mat(4, 4, CV_32FC1), cv::Mat(4, 4, CV_8UC2)}) {
        const auto uri = imageUri(image);
        QVERIFY(!uri.ok());
        QCOMPARE(uri.error().code, cf::ErrorCode::BadData);
    }
}

QTEST_GUILESS_MAIN(TstMarkup)
#include "tst_markup.moc"
