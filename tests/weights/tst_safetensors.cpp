#include "core/weights/tensor_reader.h"
#include "tests/result_check.h"
#include "tests/weights/pickle_fixture.h"

#include <QTemporaryDir>

using namespace cf::test;
using cf::ErrorCode;
using cf::weights::DType;
using cf::weights::readTensorFile;

namespace {

std::string safetensors(const std::string &header, const std::string &data)
{
    return littleEndian(header.size(), 8) + header + data;
}

const std::string kTwelve = bytesOf<float>({1, 2, 3});

} // namespace

class TstSafetensors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTensorsInFileOrder();
    void readsHeadersWithoutBytes();
    void isKnownByContentWhateverItsLength();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void namesATypeItDoesNotRead();
    void refusesAHugeHeader();
    void survivesACutAnywhere();

private:
    QTemporaryDir m_dir;
    std::filesystem::path path() const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / "x.bin";
    }
};

void TstSafetensors::readsTensorsInFileOrder()
{
    writeFile(path(),
              safetensors(R"({"__metadata__":{"format":"pt"},)"
                          R"("a":{"dtype":"U8","shape":[2],"data_offsets":[8,10]},)"
                          R"("z":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},)"
                          R"("none":{"dtype":"I64","shape":[0,4],"data_offsets":[8,8]},)"
                          R"("scalar":{"dtype":"BF16","shape":[],"data_offsets":[10,12]}}   )",
                          kTwelve));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QCOMPARE(file->kind, cf::weights::TensorFile::Kind::Safetensors);
    QCOMPARE(file->metadata.at("format"), std::string("pt"));
    std::vector<std::string> names;
    for (const auto &tensor : file->tensors)
        names.push_back(tensor.name);
    QVERIFY((names == std::vector<std::string>{"z", "none", "a", "scalar"}));
    QVERIFY((numbersOf<float>(*file->find("z")) == std::vector<float>{1, 2}));
    QCOMPARE(file->find("scalar")->dtype, DType::BFloat16);
    QVERIFY(file->find("scalar")->shape.empty());
    QVERIFY(file->find("none")->bytes.empty());
}

void TstSafetensors::readsHeadersWithoutBytes()
{
    writeFile(path(),
              safetensors(R"({"z":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})", kTwelve));
    const auto file = cf::weights::readTensorHeaders(path());
    CF_VERIFY(file);
    QVERIFY((file->tensors.at(0).shape == std::vector<std::int64_t>{3}));
    QVERIFY(file->tensors.at(0).bytes.empty());
}

void TstSafetensors::isKnownByContentWhateverItsLength()
{
    // Lengths that begin with a pickle's 0x80 or a zip's "PK".
    for (const std::size_t length : {std::size_t{0x80}, std::size_t{0x280}, std::size_t{0x4b50}}) {
        std::string header = R"({"z":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})";
        header.resize(length, ' ');
        writeFile(path(), safetensors(header, kTwelve));
        CF_VERIFY(readTensorFile(path()));
    }
}

void TstSafetensors::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("header");
    const auto row = [](const char *title, const char *header) {
        QTest::newRow(title) << QByteArray(header);
    };
    row("overlap",
        R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})");
    row("same place",
        R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},"b":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})");
    row("gap",
        R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}})");
    row("bytes left over", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})");
    row("beyond the end", R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})");
    row("far beyond the end",
        R"({"a":{"dtype":"U8","shape":[4611686018427387904],"data_offsets":[0,4611686018427387904]}})");
    row("backwards", R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[12,0]}})");
    row("negative", R"({"a":{"dtype":"F32","shape":[-3],"data_offsets":[0,12]}})");
    row("fraction", R"({"a":{"dtype":"F32","shape":[3.0],"data_offsets":[0,12]}})");
    row("shape larger than its room", R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,12]}})");
    row("shape overflows",
        R"({"a":{"dtype":"F32","shape":[4294967296,4294967296,12],"data_offsets":[0,12]}})");
    row("number beyond 64 bits",
        R"({"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,12]}})");
    row("no dtype", R"({"a":{"shape":[3],"data_offsets":[0,12]}})");
    row("no offsets", R"({"a":{"dtype":"F32","shape":[3]}})");
    row("three offsets", R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12,12]}})");
    row("tensor is a list", R"({"a":[1,2,3]})");
    row("metadata is a number",
        R"({"__metadata__":3,"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})");
    row("name twice",
        R"({"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})");
    row("not JSON", R"({"a":)");
    row("empty", R"({})");
    row("not UTF-8", "{\"\xff\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}");
    const QByteArray deep =
        QByteArray("{\"a\":") + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";
    QTest::newRow("deep") << deep;
    QTest::newRow("deep and cut") << QByteArray("{\"a\":") + QByteArray(100'000, '[');
}

void TstSafetensors::refusesWhatDoesNotFit()
{
    QFETCH(QByteArray, header);
    writeFile(path(), safetensors(header.toStdString(), kTwelve));
    const auto file = readTensorFile(path());
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, ErrorCode::BadFormat);
    QVERIFY(file.error().detail.find("x.bin") != std::string::npos);
}

void TstSafetensors::namesATypeItDoesNotRead()
{
    writeFile(path(),
              safetensors(R"({"small":{"dtype":"F8_E4M3","shape":[12],"data_offsets":[0,12]}})",
                          kTwelve));
    const auto file = readTensorFile(path());
    QCOMPARE(file.error().code, ErrorCode::Unsupported);
    QVERIFY(file.error().detail.find("'small'") != std::string::npos);
    QVERIFY(file.error().detail.find("F8_E4M3") != std::string::npos);
}

void TstSafetensors::refusesAHugeHeader()
{
    for (const std::uint64_t length :
         {std::uint64_t{100}, std::uint64_t{1} << 40, UINT64_MAX, UINT64_MAX - 7}) {
        writeFile(path(), littleEndian(length, 8) + "{\"a\":1}");
        QCOMPARE(readTensorFile(path()).error().code, ErrorCode::BadFormat);
    }
    cf::weights::ReadLimits limits;
    limits.headerBytes = 10;
    writeFile(path(),
              safetensors(R"({"z":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})", kTwelve));
    QCOMPARE(readTensorFile(path(), limits).error().code, ErrorCode::BadFormat);
    limits = {};
    limits.totalBytes = 11;
    QCOMPARE(readTensorFile(path(), limits).error().code, ErrorCode::BadFormat);
}

void TstSafetensors::survivesACutAnywhere()
{
    const std::string whole =
        safetensors(R"({"z":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})", kTwelve);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        writeFile(path(), std::string_view(whole).substr(0, length));
        QCOMPARE(readTensorFile(path()).error().code, ErrorCode::BadFormat);
    }
}

QTEST_GUILESS_MAIN(TstSafetensors)
#include "tst_safetensors.moc"
