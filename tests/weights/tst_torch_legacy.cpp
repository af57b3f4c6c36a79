#include "core/weights/tensor_reader.h"
#include "tests/result_check.h"
#include "tests/weights/pickle_fixture.h"

#include <QTemporaryDir>

using namespace cf::test;
using cf::weights::readTensorFile;

namespace {

std::string legacyStorage(const std::string &key, std::int64_t elements)
{
    return p::storage("FloatStorage", key, elements, "N");
}

const LegacyStorage kFirst = {"94310", 4, bytesOf<float>({1, 2, 3, 4})};
const LegacyStorage kSecond = {"17", 2, bytesOf<float>({8, 9})};

} // namespace

class TstTorchLegacy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsStoragesInTheirOwnOrder();
    void readsPartsOfAStorage();
    void readsHeadersWithoutBytes();
    void namesATensorWhoseStorageIsCutOff();
    void refusesAStorageThatNothingRefersTo();
    void refusesACountBeyondTheFile();
    void refusesAPickleThatTorchDidNotWrite();
    void refusesAnotherProtocolOfTorch();
    void refusesTheTarFormat();

private:
    QTemporaryDir m_dir;
    std::filesystem::path path() const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / "old.pth";
    }
};

void TstTorchLegacy::readsStoragesInTheirOwnOrder()
{
    const std::string value =
        p::dict({{"b", p::tensor({legacyStorage("17", 2), {2}, {1}})},
                 {"a", p::tensor({legacyStorage("94310", 4), {2, 2}, {1, 2}})}});
    writeFile(path(), legacyFile(value, {kFirst, kSecond}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QCOMPARE(file->kind, cf::weights::TensorFile::Kind::TorchLegacy);
    QCOMPARE(file->tensors.at(0).name, std::string("b"));
    QVERIFY((numbersOf<float>(file->tensors.at(0)) == std::vector<float>{8, 9}));
    QVERIFY((numbersOf<float>(file->tensors.at(1)) == std::vector<float>{1, 3, 2, 4}));
}

void TstTorchLegacy::readsPartsOfAStorage()
{
    const std::string part = p::tuple({p::text("view"), p::number(1), p::number(3)});
    const std::string value =
        p::dict({{"a", p::tensor({p::storage("FloatStorage", "94310", 4, part), {2}, {1}, 1})}});
    writeFile(path(), legacyFile(value, {kFirst}));
    const auto file = readTensorFile(path());
    CF_VERIFY(file);
    QVERIFY((numbersOf<float>(file->tensors.at(0)) == std::vector<float>{3, 4}));

    const std::string tooFar =
        p::dict({{"a", p::tensor({p::storage("FloatStorage", "94310", 4, part), {2}, {1}, 2})}});
    writeFile(path(), legacyFile(tooFar, {kFirst}));
    QCOMPARE(readTensorFile(path()).error().code, cf::ErrorCode::BadFormat);
}

void TstTorchLegacy::readsHeadersWithoutBytes()
{
    writeFile(path(), legacyFile(p::dict({{"a", p::tensor({legacyStorage("94310", 4), {4}, {1}})}}),
                                 {kFirst}));
    const auto file = cf::weights::readTensorHeaders(path());
    CF_VERIFY(file);
    QVERIFY((file->tensors.at(0).shape == std::vector<std::int64_t>{4}));
    QVERIFY(file->tensors.at(0).bytes.empty());
}

void TstTorchLegacy::namesATensorWhoseStorageIsCutOff()
{
    // The pickle says 4 elements, the storage has 2.
    const std::string value = p::dict({{"short", p::tensor({legacyStorage("17", 4), {4}, {1}})}});
    writeFile(path(), legacyFile(value, {kSecond}));
    const auto file = readTensorFile(path());
    QCOMPARE(file.error().code, cf::ErrorCode::BadFormat);
    QVERIFY(file.error().detail.find("'short'") != std::string::npos);
}

void TstTorchLegacy::refusesAStorageThatNothingRefersTo()
{
    writeFile(path(), legacyFile("}", {kFirst}));
    QCOMPARE(readTensorFile(path()).error().code, cf::ErrorCode::BadFormat);
}

void TstTorchLegacy::refusesACountBeyondTheFile()
{
    for (const std::int64_t count :
         {std::int64_t{5}, std::int64_t{1} << 61, std::int64_t{-1}, INT64_MAX}) {
        const std::string value =
            p::dict({{"a", p::tensor({legacyStorage("94310", 4), {4}, {1}})}});
        writeFile(path(), legacyFile(value, {{"94310", count, kFirst.bytes}}));
        QCOMPARE(readTensorFile(path()).error().code, cf::ErrorCode::BadFormat);
    }
}

void TstTorchLegacy::refusesAPickleThatTorchDidNotWrite()
{
    writeFile(path(), p::pickle(p::dict({{"a", p::number(1)}})));
    const auto file = readTensorFile(path());
    QCOMPARE(file.error().code, cf::ErrorCode::BadFormat);
    QVERIFY(file.error().detail.find("torch.save") != std::string::npos);
}

void TstTorchLegacy::refusesAnotherProtocolOfTorch()
{
    std::string bytes = legacyFile("}", {});
    const auto at = bytes.find(p::number(1001));
    bytes.replace(at, p::number(1002).size(), p::number(1002));
    writeFile(path(), bytes);
    QCOMPARE(readTensorFile(path()).error().code, cf::ErrorCode::Unsupported);
}

void TstTorchLegacy::refusesTheTarFormat()
{
    std::string bytes(1024, '\0');
    bytes.replace(0, 8, "storages");
    bytes.replace(257, 5, "ustar");
    writeFile(path(), bytes);
    const auto file = readTensorFile(path());
    QCOMPARE(file.error().code, cf::ErrorCode::Unsupported);
    QVERIFY(file.error().detail.find("tar") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstTorchLegacy)
#include "tst_torch_legacy.moc"
