#include "core/weights/tensor_reader.h"
#include "tests/result_check.h"
#include "tests/weights/pickle_fixture.h"
#include "tests/weights/zip_fixture.h"

#include <QTemporaryDir>

using namespace cf::test;
using cf::weights::DType;
using cf::weights::readTensorFile;

namespace {

using Records = std::vector<std::pair<std::string, std::string>>;
const std::string kOneToSix = bytesOf<float>({1, 2, 3, 4, 5, 6});

std::string floats(const std::string &key, std::int64_t elements)
{
    return p::storage("FloatStorage", key, elements);
}

/// A tensor [2, 3] of the storage "0".
std::string matrix()
{
    return p::tensor({floats("0", 6), {2, 3}, {3, 1}});
}

} // namespace

class TstTorchZip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheSmallestFile();
    void readsEveryElementType_data();
    void readsEveryElementType();
    void makesViewsContiguous_data();
    void makesViewsContiguous();
    void letsTensorsShareAStorage();
    void turnsBigEndianNumbersRound();
    void ignoresTheMetadataOfAnOrderedDict();
    void leavesOutTheNameOfTheOneDictionary();
    void keepsTheNamesOfTwoDictionaries();
    void keepsOptimizerStateApart();
    void leavesOutModuleOnlyWhenEveryNameHasIt();
    void keepsPlainValuesAsMetadata();
    void readsParametersSizesAndNumpyNumbers();
    void readsProtocolFour();
    void readsATensorThatIsNotInADictionary();
    void readsHeadersWithoutBytes();
    void refusesTorchScript();
    void saysWhichRecordIsMissing();
    void refusesCompressedRecords();
    void noticesAWrongChecksum();
    void saysThatTheFileIsNotThere();

private:
    QTemporaryDir m_dir;
    std::filesystem::path path() const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / "model.pth";
    }
    void write(const std::string &value, Records records = {{"m/data/0", kOneToSix}}) const
    {
        records.insert(records.begin(), {"m/data.pkl", p::pickle(value)});
        QVERIFY(writeZip(path(), records));
    }
};

void TstTorchZip::readsTheSmallestFile()
{
    write(p::dict({{"weight", matrix()}}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QCOMPARE(file->kind, cf::weights::TensorFile::Kind::TorchZip);
    QCOMPARE(file->tensors.size(), std::size_t{1});
    const auto *weight = file->find("weight");
    QVERIFY(weight != nullptr);
    QVERIFY(file->find("bias") == nullptr);
    QCOMPARE(weight->dtype, DType::Float32);
    QVERIFY((weight->shape == std::vector<std::int64_t>{2, 3}));
    QVERIFY((numbersOf<float>(*weight) == std::vector<float>{1, 2, 3, 4, 5, 6}));
}

void TstTorchZip::readsEveryElementType_data()
{
    QTest::addColumn<QByteArray>("storageName");
    QTest::addColumn<int>("dtype");
    const std::vector<std::pair<const char *, DType>> cases = {
        {"FloatStorage", DType::Float32}, {"DoubleStorage", DType::Float64},
        {"HalfStorage", DType::Float16},  {"BFloat16Storage", DType::BFloat16},
        {"LongStorage", DType::Int64},    {"IntStorage", DType::Int32},
        {"ShortStorage", DType::Int16},   {"CharStorage", DType::Int8},
        {"ByteStorage", DType::UInt8},    {"BoolStorage", DType::Bool}};
    for (const auto &[name, dtype] : cases)
        QTest::newRow(name) << QByteArray(name) << static_cast<int>(dtype);
}

void TstTorchZip::readsEveryElementType()
{
    QFETCH(QByteArray, storageName);
    QFETCH(int, dtype);
    const std::string bytes = "0123456789abcdef0123456789abcdef";
    const auto width = static_cast<std::int64_t>(byteSize(static_cast<DType>(dtype)));
    write(p::dict(
              {{"x",
                p::tensor({p::storage(storageName.toStdString(), "0", 32 / width), {2}, {1}, 1})}}),
          {{"m/data/0", bytes}});
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    const auto &tensor = file->tensors.at(0);
    QCOMPARE(static_cast<int>(tensor.dtype), dtype);
    const auto first = static_cast<std::size_t>(width);
    QCOMPARE(bytesOf(std::vector(tensor.bytes)), bytes.substr(first, 2 * first));
}

void TstTorchZip::makesViewsContiguous_data()
{
    QTest::addColumn<QList<int>>("shape");
    QTest::addColumn<QList<int>>("strides");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("whole") << QList<int>{2, 3} << QList<int>{3, 1} << 0
                           << QList<int>{1, 2, 3, 4, 5, 6};
    QTest::newRow("transposed") << QList<int>{3, 2} << QList<int>{1, 3} << 0
                                << QList<int>{1, 4, 2, 5, 3, 6};
    QTest::newRow("second row") << QList<int>{3} << QList<int>{1} << 3 << QList<int>{4, 5, 6};
    QTest::newRow("last column") << QList<int>{2} << QList<int>{3} << 2 << QList<int>{3, 6};
    QTest::newRow("corner") << QList<int>{2, 2} << QList<int>{3, 1} << 1 << QList<int>{2, 3, 5, 6};
    QTest::newRow("repeated") << QList<int>{2, 2} << QList<int>{0, 1} << 4
                              << QList<int>{5, 6, 5, 6};
    QTest::newRow("axes of one") << QList<int>{1, 2, 1, 3} << QList<int>{99, 3, 77, 1} << 0
                                 << QList<int>{1, 2, 3, 4, 5, 6};
    QTest::newRow("scalar") << QList<int>{} << QList<int>{} << 5 << QList<int>{6};
    QTest::newRow("empty") << QList<int>{0, 3} << QList<int>{3, 1} << 0 << QList<int>{};
}

void TstTorchZip::makesViewsContiguous()
{
    QFETCH(QList<int>, shape);
    QFETCH(QList<int>, strides);
    QFETCH(int, offset);
    QFETCH(QList<int>, expected);
    write(p::dict({{"x", p::tensor({floats("0", 6),
                                    {shape.begin(), shape.end()},
                                    {strides.begin(), strides.end()},
                                    offset})}}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY(numbersOf<float>(file->tensors.at(0)) ==
            std::vector<float>(expected.begin(), expected.end()));
}

void TstTorchZip::letsTensorsShareAStorage()
{
    write(p::dict(
        {{"a", matrix()}, {"b", p::tensor({floats("0", 6), {2}, {1}, 4})}, {"c", matrix()}}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY((numbersOf<float>(*file->find("b")) == std::vector<float>{5, 6}));
    QVERIFY(file->find("a")->bytes == file->find("c")->bytes);
}

void TstTorchZip::turnsBigEndianNumbersRound()
{
    std::string bytes = kOneToSix;
    for (std::size_t i = 0; i < bytes.size(); i += 4)
        std::reverse(bytes.begin() + static_cast<long>(i),
                     bytes.begin() + static_cast<long>(i) + 4);
    write(p::dict({{"x", matrix()}}), {{"m/byteorder", "big"}, {"m/data/0", bytes}});
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY((numbersOf<float>(file->tensors.at(0)) == std::vector<float>{1, 2, 3, 4, 5, 6}));

    write(p::dict({{"x", matrix()}}), {{"m/byteorder", "middle"}, {"m/data/0", bytes}});
    QCOMPARE(readTensorFile(path()).error().code, cf::ErrorCode::BadFormat);
}

void TstTorchZip::ignoresTheMetadataOfAnOrderedDict()
{
    const std::string versions = p::dict({{"", p::dict({{"version", p::number(1)}})}});
    write(p::call(p::global("collections", "OrderedDict"), ")") + "(" + p::text("x") + matrix() +
          std::string("u") + p::dict({{"_metadata", versions}}) + "b");
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY(file->find("x") != nullptr);
    QVERIFY(file->metadata.empty());
}

void TstTorchZip::leavesOutTheNameOfTheOneDictionary()
{
    write(p::dict(
        {{"epoch", p::number(7)},
         {"state",
          p::dict({{"model", p::dict({{"conv.weight", matrix()}, {"conv.bias", matrix()}})}})}}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QCOMPARE(file->tensors.at(0).name, std::string("conv.weight"));
    QCOMPARE(file->tensors.at(1).name, std::string("conv.bias"));
    QCOMPARE(file->metadata.at("epoch"), std::string("7"));
}

void TstTorchZip::keepsTheNamesOfTwoDictionaries()
{
    write(p::dict(
        {{"student", p::dict({{"w", matrix()}})}, {"teacher", p::dict({{"w", matrix()}})}}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY(file->find("student.w") != nullptr && file->find("teacher.w") != nullptr);
}

void TstTorchZip::keepsOptimizerStateApart()
{
    const std::string moments = std::string("}") + p::number(0) +
                                p::dict({{"exp_avg", matrix()}, {"step", p::number(3)}}) + "s";
    write(p::dict({{"model_state_dict", p::dict({{"w", matrix()}})},
                   {"optimizer_state_dict",
                    p::dict({{"state", moments},
                             {"param_groups",
                              std::string("](") + p::dict({{"lr", p::real(0.1)}}) + "e"}})}}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QCOMPARE(file->tensors.size(), std::size_t{2});
    QVERIFY(file->find("w") != nullptr);
    QVERIFY(file->find("optimizer_state_dict.state.0.exp_avg") != nullptr);
}

void TstTorchZip::leavesOutModuleOnlyWhenEveryNameHasIt()
{
    write(p::dict({{"module.a", matrix()}, {"module.b", matrix()}}));
    auto file = readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY(file->find("a") != nullptr && file->find("b") != nullptr);

    write(p::dict({{"module.a", matrix()}, {"b", matrix()}}));
    file = readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY(file->find("module.a") != nullptr && file->find("b") != nullptr);
}

void TstTorchZip::keepsPlainValuesAsMetadata()
{
    const std::string arguments =
        p::global("argparse", "Namespace") + ")\x81" + p::dict({{"lr", p::real(0.0005)}}) + "b";
    write(p::dict({{"epoch", "K\x2a"},
                   {"negative", std::string("J") + littleEndian(static_cast<std::uint32_t>(-5), 4)},
                   {"old", "I123456789012\n"},
                   {"name", p::text("bottle")},
                   {"best", p::real(0.25)},
                   {"done", "\x88"},
                   {"nothing", "N"},
                   {"classes", std::string("](") + p::text("a") + p::text("b") + "e"},
                   {"args", arguments},
                   {"w", matrix()}}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    const std::map<std::string, std::string> expected = {
        {"epoch", "42"},  {"negative", "-5"}, {"old", "123456789012"}, {"name", "bottle"},
        {"best", "0.25"}, {"done", "true"},   {"args.lr", "5e-04"}};
    QVERIFY(file->metadata == expected);
}

void TstTorchZip::readsParametersSizesAndNumpyNumbers()
{
    const std::string hooks = p::call(p::global("collections", "OrderedDict"), ")");
    const std::string parameter = p::call(p::global("torch._utils", "_rebuild_parameter"),
                                          p::tuple({matrix(), "\x88", hooks}));
    const std::string size = p::call(p::global("torch", "Size"), p::tuple({p::numbers({3, 2})}));
    const std::string sized =
        p::call(p::global("torch._utils", "_rebuild_tensor"),
                p::tuple({floats("0", 6), p::number(0), size, p::numbers({2, 1})}));
    const std::string float64 =
        p::call(p::global("numpy", "dtype"), p::tuple({p::text("f8"), "\x89", "\x88"})) +
        p::tuple({p::number(3), p::text("<"), "N"}) + "b";
    // 0.75 as numpy writes it under protocol 2: bytes spelled as latin1 text
    const std::string payload =
        p::call(p::global("_codecs", "encode"),
                p::tuple({p::text(std::string("\0\0\0\0\0\0\xc3\xa8?", 9)), p::text("latin1")}));
    write(
        p::dict({{"p", parameter},
                 {"s", sized},
                 {"loss", p::call(p::global("numpy.core.multiarray", "scalar"),
                                  p::tuple({float64, payload}))},
                 {"type", p::global("torch", "float32")},
                 {"device", p::call(p::global("torch", "device"), p::tuple({p::text("cuda")}))}}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY((file->find("p")->shape == std::vector<std::int64_t>{2, 3}));
    QVERIFY((file->find("s")->shape == std::vector<std::int64_t>{3, 2}));
    QCOMPARE(file->metadata.at("loss"), std::string("0.75"));
    QCOMPARE(file->metadata.at("device"), std::string("cuda"));
}

void TstTorchZip::readsProtocolFour()
{
    const auto shortText = [](const std::string &text) {
        return std::string("\x8c") + littleEndian(text.size(), 1) + text;
    };
    const auto global = [&](const std::string &module, const std::string &name) {
        return shortText(module) + "\x94" + shortText(name) + "\x94\x93\x94";
    };
    const std::string storage = std::string("(") + shortText("storage") +
                                global("torch", "FloatStorage") + shortText("0") +
                                shortText("cpu") + "K\x06tQ";
    const std::string body = std::string("}") + shortText("x") +
                             global("torch._utils", "_rebuild_tensor_v2") + std::string("(") +
                             storage + std::string("K\0", 2) + "K\x02K\x03\x86K\x03K\x01\x86\x89" +
                             global("collections", "OrderedDict") + ")RtRs.";
    QVERIFY(writeZip(
        path(), {{"m/data.pkl", std::string("\x80\x04\x95") + littleEndian(body.size(), 8) + body},
                 {"m/data/0", kOneToSix}}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY((file->find("x")->shape == std::vector<std::int64_t>{2, 3}));
}

void TstTorchZip::readsATensorThatIsNotInADictionary()
{
    write(matrix());
    auto file = readTensorFile(path());
    CF_VERIFY(file);
    QCOMPARE(file->tensors.at(0).name, std::string("tensor"));

    write(std::string("](") + matrix() + matrix() + "e");
    file = readTensorFile(path());
    CF_VERIFY(file);
    QCOMPARE(file->tensors.at(1).name, std::string("1"));
}

void TstTorchZip::readsHeadersWithoutBytes()
{
    write(p::dict({{"x", matrix()}, {"epoch", p::number(3)}}));
    const auto file = cf::weights::readTensorHeaders(path());
    CF_VERIFY(file);
    QVERIFY((file->tensors.at(0).shape == std::vector<std::int64_t>{2, 3}));
    QVERIFY(file->tensors.at(0).bytes.empty());
    QCOMPARE(file->metadata.at("epoch"), std::string("3"));
}

void TstTorchZip::refusesTorchScript()
{
    write("}", {{"m/constants.pkl", ""}});
    const auto file = readTensorFile(path());
    QCOMPARE(file.error().code, cf::ErrorCode::Unsupported);
    QVERIFY(file.error().detail.find("TorchScript") != std::string::npos);
}

void TstTorchZip::saysWhichRecordIsMissing()
{
    write(p::dict({{"lonely", matrix()}}), {});
    auto file = readTensorFile(path());
    QCOMPARE(file.error().code, cf::ErrorCode::BadFormat);
    QVERIFY(file.error().detail.find("'lonely' has no data") != std::string::npos);

    QVERIFY(writeZip(path(), {{"m/data/0", kOneToSix}}));
    file = readTensorFile(path());
    QCOMPARE(file.error().code, cf::ErrorCode::BadFormat);
    QVERIFY(file.error().detail.find("data.pkl") != std::string::npos);
}

void TstTorchZip::refusesCompressedRecords()
{
    QVERIFY(writeZip(
        path(), {{"m/data.pkl", p::pickle(p::dict({{"x", matrix()}}))}, {"m/data/0", kOneToSix}},
        true));
    QCOMPARE(readTensorFile(path()).error().code, cf::ErrorCode::Unsupported);
}

void TstTorchZip::noticesAWrongChecksum()
{
    write(p::dict({{"x", matrix()}}));
    std::string bytes = readFile(path());
    const auto at = bytes.find(kOneToSix);
    QVERIFY(at != std::string::npos);
    bytes[at + 5] ^= 1;
    writeFile(path(), bytes);
    const auto file = readTensorFile(path());
    QCOMPARE(file.error().code, cf::ErrorCode::BadFormat);
    QVERIFY(file.error().detail.find("checksum") != std::string::npos);
}

void TstTorchZip::saysThatTheFileIsNotThere()
{
    const auto file = readTensorFile(path().parent_path() / "missing.pth");
    QCOMPARE(file.error().code, cf::ErrorCode::NotFound);
    QVERIFY(file.error().detail.find("missing.pth") != std::string::npos);
    QCOMPARE(readTensorFile(path().parent_path()).error().code, cf::ErrorCode::BadFormat);
}

QTEST_GUILESS_MAIN(TstTorchZip)
#include "tst_torch_zip.moc"
