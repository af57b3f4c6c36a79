#include "core/weights/tensor_writer.h"

#include "core/weights/tensor_reader.h"
#include "tests/result_check.h"
#include "tests/weights/pickle_fixture.h"

#include <QTemporaryDir>
#include <unistd.h>

using namespace cf::test;
using cf::ErrorCode;
using cf::weights::DType;
using cf::weights::Tensor;

namespace {

using Writer = cf::Result<void> (*)(const std::filesystem::path &, std::span<const Tensor>,
                                    const std::map<std::string, std::string> &);

Tensor makeTensor(const std::string &name, DType dtype, const std::vector<std::int64_t> &shape)
{
    Tensor tensor{name, dtype, shape, {}};
    tensor.bytes.resize(*cf::weights::elementCount(shape) * byteSize(dtype));
    for (std::size_t i = 0; i < tensor.bytes.size(); ++i)
        tensor.bytes[i] = static_cast<std::byte>(i * 7 + 1);
    return tensor;
}

} // namespace

class TstTensorWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheFormatItSaysAndLeavesNothingBeside_data() { bothFormats(); }
    void isTheFormatItSaysAndLeavesNothingBeside();
    void readsBackWhatItWrote_data() { bothFormats(); }
    void readsBackWhatItWrote();
    void writesTheSameBytesAgain_data() { bothFormats(); }
    void writesTheSameBytesAgain();
    void writesFilesWithoutTensors_data() { bothFormats(); }
    void writesFilesWithoutTensors();
    void refusesWhatCannotBeRead_data() { bothFormats(); }
    void refusesWhatCannotBeRead();
    void saysThatTheFolderIsMissing_data() { bothFormats(); }
    void saysThatTheFolderIsMissing();
    void leavesTheOldFileWhenTheDiskIsFull();
    void alignsEveryTensorOfSafetensors();

private:
    static void bothFormats()
    {
        QTest::addColumn<bool>("torch");
        QTest::newRow("pth") << true;
        QTest::newRow("safetensors") << false;
    }
    static Writer writer()
    {
        QFETCH(bool, torch);
        return torch ? &cf::weights::writeTorchZip : &cf::weights::writeSafetensors;
    }
    QTemporaryDir m_dir;
    std::filesystem::path folder() const { return m_dir.path().toStdString(); }
    std::filesystem::path path() const { return folder() / "out.weights"; }
};

void TstTensorWriter::isTheFormatItSaysAndLeavesNothingBeside()
{
    CF_VERIFY(writer()(path(), std::vector{makeTensor("w", DType::Float32, {2})}, {}));
    QFETCH(bool, torch);
    const auto file = cf::weights::readTensorFile(path());
    CF_VERIFY(file);
    QCOMPARE(file->kind == cf::weights::TensorFile::Kind::TorchZip, torch);
    int files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(folder()))
        files += entry.path() == path() ? 0 : 1;
    QCOMPARE(files, 0);
}

void TstTensorWriter::readsBackWhatItWrote()
{
    std::vector<Tensor> tensors;
    for (const DType dtype :
         {DType::Float32, DType::Float64, DType::Float16, DType::BFloat16, DType::Int64,
          DType::Int32, DType::Int16, DType::Int8, DType::UInt8, DType::Bool})
        tensors.push_back(makeTensor(std::string("layer.") + toString(dtype), dtype, {2, 3, 4}));
    tensors.push_back(makeTensor("scalar", DType::Int64, {}));
    tensors.push_back(makeTensor("empty", DType::Float32, {3, 0}));
    tensors.push_back(makeTensor("gr\xc3\xb6\xc3\x9f"
                                 "e \"quoted\"\n",
                                 DType::Float32, {1}));
    const std::map<std::string, std::string> metadata = {{"epoch", "3"},
                                                         {"f\xc3\xbcr", "{\"a\": 1}"}};
    CF_VERIFY(writer()(path(), tensors, metadata));

    const auto file = cf::weights::readTensorFile(path());
    CF_VERIFY(file);
    QCOMPARE(file->tensors.size(), tensors.size());
    for (const Tensor &tensor : tensors) {
        const Tensor *read = file->find(tensor.name);
        QVERIFY2(read != nullptr, tensor.name.c_str());
        QVERIFY(read->dtype == tensor.dtype && read->shape == tensor.shape &&
                read->bytes == tensor.bytes);
    }
    QVERIFY(file->metadata == metadata);
}

void TstTensorWriter::writesTheSameBytesAgain()
{
    const std::vector tensors = {makeTensor("a", DType::Float32, {5}),
                                 makeTensor("b", DType::Int64, {2, 2})};
    CF_VERIFY(writer()(path(), tensors, {{"k", "v"}}));
    const std::string first = readFile(path());
    CF_VERIFY(writer()(path(), tensors, {{"k", "v"}}));
    QVERIFY(readFile(path()) == first);
}

void TstTensorWriter::writesFilesWithoutTensors()
{
    CF_VERIFY(writer()(path(), {}, {}));
    const auto file = cf::weights::readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY(file->tensors.empty() && file->metadata.empty());
}

void TstTensorWriter::refusesWhatCannotBeRead()
{
    const Tensor good = makeTensor("good", DType::Float32, {2});
    Tensor tooShort = good;
    tooShort.bytes.pop_back();
    Tensor nameless = good;
    nameless.name.clear();
    Tensor garbled = good;
    garbled.name.assign(1, static_cast<char>(0xff));
    Tensor negative = good;
    negative.shape = {-2};
    for (const auto &tensors :
         {std::vector{good, good}, std::vector{tooShort}, std::vector{nameless},
          std::vector{garbled}, std::vector{negative}}) {
        const auto result = writer()(path(), tensors, {});
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::BadUsage);
    }
    QCOMPARE(writer()(path(), std::vector{good}, {{"k", "\xff"}}).error().code,
             ErrorCode::BadUsage);
}

void TstTensorWriter::saysThatTheFolderIsMissing()
{
    const auto result =
        writer()(folder() / "no/such/out.pth", std::vector{makeTensor("a", DType::Int8, {1})}, {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::NotFound);
    QVERIFY(result.error().detail.find("out.pth") != std::string::npos);
}

void TstTensorWriter::leavesTheOldFileWhenTheDiskIsFull()
{
    if (!std::filesystem::exists("/dev/full"))
        QSKIP("no /dev/full on this system");
    writeFile(path(), "old");
    // The name PendingFile will take; safetensors writes into it directly.
    const auto pending = path().string() + ".part" + std::to_string(::getpid());
    std::filesystem::create_symlink("/dev/full", pending);
    const auto result = cf::weights::writeSafetensors(
        path(), std::vector{makeTensor("a", DType::Float32, {100'000})});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::DiskFull);
    QCOMPARE(readFile(path()), std::string("old"));
    QVERIFY(!std::filesystem::exists(std::filesystem::symlink_status(pending)));
}

void TstTensorWriter::alignsEveryTensorOfSafetensors()
{
    CF_VERIFY(cf::weights::writeSafetensors(
        path(),
        std::vector{makeTensor("flags", DType::Bool, {3}), makeTensor("w", DType::Float32, {5}),
                    makeTensor("count", DType::Int64, {}), makeTensor("v", DType::Float32, {1})}));
    const std::string bytes = readFile(path());
    const auto header =
        static_cast<unsigned char>(bytes[0]) + 256 * static_cast<unsigned char>(bytes[1]);
    QCOMPARE(header % 8, 0);
    const auto file = cf::weights::readTensorFile(path());
    CF_VERIFY(file);
    std::vector<std::string> names;
    std::size_t offset = 0;
    for (const Tensor &tensor : file->tensors) {
        names.push_back(tensor.name);
        QCOMPARE(offset % byteSize(tensor.dtype), std::size_t{0});
        offset += tensor.bytes.size();
    }
    QVERIFY((names == std::vector<std::string>{"count", "w", "v", "flags"}));
}

QTEST_GUILESS_MAIN(TstTensorWriter)
#include "tst_tensor_writer.moc"
