#include "core/weights/tensor_reader.h"
#include "tests/result_check.h"
#include "tests/weights/pickle_fixture.h"
#include "tests/weights/zip_fixture.h"

#include <QTemporaryDir>

using namespace cf::test;
using cf::ErrorCode;
using cf::weights::readTensorFile;

namespace {

const std::string kFour = bytesOf<float>({1, 2, 3, 4});

std::string floats(std::int64_t elements)
{
    return p::storage("FloatStorage", "0", elements);
}

} // namespace

class TstHostileFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesToRunAnything_data();
    void refusesToRunAnything();
    void refusesItInTheOldFormatToo();
    void refusesTensorsThatItCannotRead();
    void namesATensorThatClaimsTooMuch_data();
    void namesATensorThatClaimsTooMuch();
    void refusesToFillTheMemoryFromASmallFile();
    void keepsToTheLimitOfTheCaller();
    void refusesNestingBombs_data();
    void refusesNestingBombs();
    void refusesBrokenPickles_data();
    void refusesBrokenPickles();
    void survivesACutAnywhere_data();
    void survivesACutAnywhere();
    void survivesFlippedBytes();
    void refusesRecordsThatOverlap();
    void refusesTwoTensorsOfOneName();
    void refusesWhatIsNoWeightFile();

private:
    QTemporaryDir m_dir;
    std::filesystem::path path() const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / "model.pth";
    }
    /// Reads the zip with this object in it.
    cf::Result<cf::weights::TensorFile> read(const std::string &value) const
    {
        if (!writeZip(path(), {{"m/data.pkl", p::pickle(value)}, {"m/data/0", kFour}}))
            return cf::Error::make(ErrorCode::Failed, "the test's own zip could not be written");
        return readTensorFile(path());
    }
};

void TstHostileFiles::refusesToRunAnything_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("name");
    const std::string marker = (path().parent_path() / "marker").string();
    const auto row = [](const char *title, const std::string &value, const char *name) {
        QTest::newRow(title) << QByteArray::fromStdString(value) << QByteArray(name);
    };
    const std::string command = p::tuple({p::text(std::string("touch ") + marker)});
    row("os.system", p::call(p::global("os", "system"), command), "'os.system'");
    row("posix.system", p::call(p::global("posix", "system"), command), "'posix.system'");
    row("builtins.eval", p::call(p::global("builtins", "eval"), command), "'builtins.eval'");
    row("beside a good tensor",
        p::dict({{"w", p::tensor({floats(4), {4}, {1}})},
                 {"x", p::call(p::global("os", "system"), command)}}),
        "'os.system'");
    row("named, never called", p::dict({{"x", p::global("subprocess", "Popen")}}),
        "'subprocess.Popen'");
    row("by STACK_GLOBAL", p::text("os") + p::text("system") + "\x93" + command + "R",
        "'os.system'");
    row("by INST", std::string("(") + p::text(std::string("touch ") + marker) + "ios\nsystem\n",
        "'os.system'");
    row("by NEWOBJ", p::global("os", "system") + command + "\x81", "'os.system'");
    row("through torch", p::call(p::global("torch.storage", "_load_from_bytes"), command),
        "'torch.storage._load_from_bytes'");
    row("getattr", p::call(p::global("__builtin__", "getattr"), command), "'__builtin__.getattr'");
    row("dotted name", p::call(p::global("torch", "os.system"), command), "'torch.os.system'");
    row("thrown away", p::global("os", "system") + "0}", "'os.system'");
}

void TstHostileFiles::refusesToRunAnything()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, name);
    const auto file = read(value.toStdString());
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, ErrorCode::BadFormat);
    const std::string sentence =
        std::string("model.pth asks to run ") + name.toStdString() + "; refused";
    QVERIFY2(file.error().detail.find(sentence) != std::string::npos, file.error().detail.c_str());
    QVERIFY(!std::filesystem::exists(path().parent_path() / "marker"));
}

void TstHostileFiles::refusesItInTheOldFormatToo()
{
    const std::string marker = (path().parent_path() / "marker").string();
    const std::string attack =
        p::call(p::global("os", "system"), p::tuple({p::text(std::string("touch ") + marker)}));
    for (const std::string &bytes :
         {legacyFile(attack, {}), p::pickle(attack), legacyFile("}", {}) + attack}) {
        writeFile(path(), bytes);
        const auto file = readTensorFile(path());
        QVERIFY(!std::filesystem::exists(path().parent_path() / "marker"));
        if (file.ok()) // the third hides it behind the end, where nobody looks
            QVERIFY(file->tensors.empty());
        else
            QVERIFY(file.error().detail.find("'os.system'; refused") != std::string::npos);
    }
}

void TstHostileFiles::refusesTensorsThatItCannotRead()
{
    QCOMPARE(read(p::dict({{"x", p::storage("ComplexFloatStorage", "0", 2)}})).error().code,
             ErrorCode::Unsupported);
    QCOMPARE(read(p::global("torch._utils", "_rebuild_sparse_tensor")).error().code,
             ErrorCode::Unsupported);
}

void TstHostileFiles::namesATensorThatClaimsTooMuch_data()
{
    using Numbers = QList<qint64>;
    QTest::addColumn<qint64>("elements");
    QTest::addColumn<Numbers>("shape");
    QTest::addColumn<Numbers>("strides");
    QTest::addColumn<qint64>("offset");
    const qint64 huge = qint64{1} << 62;
    QTest::newRow("more than the storage says")
        << qint64{4} << Numbers{5} << Numbers{1} << qint64{0};
    QTest::newRow("more than the record holds")
        << qint64{8} << Numbers{8} << Numbers{1} << qint64{0};
    QTest::newRow("behind the end") << qint64{4} << Numbers{2} << Numbers{1} << qint64{3};
    QTest::newRow("far behind the end")
        << qint64{4} << Numbers{1} << Numbers{1} << qint64{INT64_MAX};
    QTest::newRow("before the start") << qint64{4} << Numbers{2} << Numbers{1} << qint64{-1};
    QTest::newRow("by its strides") << qint64{4} << Numbers{2, 2} << Numbers{3, 1} << qint64{0};
    QTest::newRow("backwards") << qint64{4} << Numbers{2} << Numbers{-1} << qint64{1};
    QTest::newRow("a stride that overflows")
        << qint64{4} << Numbers{3} << Numbers{INT64_MAX} << qint64{0};
    QTest::newRow("negative side") << qint64{4} << Numbers{-1, 4} << Numbers{4, 1} << qint64{0};
    QTest::newRow("product overflows")
        << qint64{4} << Numbers{huge, huge} << Numbers{1, 1} << qint64{0};
    QTest::newRow("product overflows to a small one")
        << qint64{4} << Numbers{huge, 4, 2} << Numbers{0, 0, 0} << qint64{0};
    QTest::newRow("empty, yet absurd")
        << qint64{4} << Numbers{0, huge, huge} << Numbers{1, 1, 1} << qint64{0};
    QTest::newRow("bytes overflow")
        << qint64{INT64_MAX} << Numbers{huge} << Numbers{1} << qint64{0};
    QTest::newRow("absurd storage")
        << qint64{INT64_MAX} << Numbers{qint64{1} << 40} << Numbers{1} << qint64{0};
    QTest::newRow("shape without strides") << qint64{4} << Numbers{2, 2} << Numbers{1} << qint64{0};
}

void TstHostileFiles::namesATensorThatClaimsTooMuch()
{
    QFETCH(qint64, elements);
    QFETCH(QList<qint64>, shape);
    QFETCH(QList<qint64>, strides);
    QFETCH(qint64, offset);
    const auto file = read(p::dict({{"greedy", p::tensor({floats(elements),
                                                          {shape.begin(), shape.end()},
                                                          {strides.begin(), strides.end()},
                                                          offset})}}));
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, ErrorCode::BadFormat);
    QVERIFY2(file.error().detail.find("'greedy'") != std::string::npos,
             file.error().detail.c_str());
    QCOMPARE(cf::weights::readTensorHeaders(path()).error().code, ErrorCode::BadFormat);
}

void TstHostileFiles::refusesToFillTheMemoryFromASmallFile()
{
    // Strides of 0 claim any number of elements of a storage of four.
    auto file = read(p::dict({{"x", p::tensor({floats(4), {1 << 20, 1 << 10}, {0, 0}})}}));
    QCOMPARE(file.error().code, ErrorCode::BadFormat);
    QVERIFY(file.error().detail.find("'x'") != std::string::npos);

    std::vector<std::pair<std::string, std::string>> many;
    for (int i = 0; i < 100; ++i)
        many.emplace_back(std::to_string(i), p::tensor({floats(4), {1 << 18}, {0}}));
    file = read(p::dict(many));
    QCOMPARE(file.error().code, ErrorCode::BadFormat);
}

void TstHostileFiles::keepsToTheLimitOfTheCaller()
{
    const std::string value =
        p::dict({{"a", p::tensor({floats(4), {4}, {1}})}, {"b", p::tensor({floats(4), {4}, {1}})}});
    CF_VERIFY(read(value));
    cf::weights::ReadLimits limits;
    limits.totalBytes = 31;
    QCOMPARE(readTensorFile(path(), limits).error().code, ErrorCode::BadFormat);
    limits.totalBytes = 32;
    CF_VERIFY(readTensorFile(path(), limits));
    limits.tensors = 1;
    QCOMPARE(readTensorFile(path(), limits).error().code, ErrorCode::BadFormat);
    limits = {};
    limits.headerBytes = 50;
    QCOMPARE(readTensorFile(path(), limits).error().code, ErrorCode::BadFormat);
    limits = {};
    limits.values = 20;
    QCOMPARE(readTensorFile(path(), limits).error().code, ErrorCode::BadFormat);
}

void TstHostileFiles::refusesNestingBombs_data()
{
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *title, const std::string &value) {
        QTest::newRow(title) << QByteArray::fromStdString(value);
    };
    constexpr int kMany = 200'000;
    std::string lists;
    std::string tuples = ")";
    std::string dicts = "N";
    for (int i = 0; i < kMany; ++i) {
        lists += ']';
        tuples += '\x85';
    }
    for (int i = 0; i < 1000; ++i)
        dicts = std::string("}K\x01") + dicts + "s";
    row("lists", lists + std::string(kMany - 1, 'a'));
    row("tuples", tuples);
    row("dictionaries", dicts);
    row("a list in itself", std::string("]q\0h\0a", 6));
    row("a dictionary in itself", std::string("}q\0K\1h\0s", 8));
    row("a list in a tuple in the list", std::string("]q\0h\0\x85"
                                                     "a",
                                                     7));
    row("marks", std::string(kMany, '('));
    // Each list holds the one before twice: 2^60 leaves in 300 bytes.
    std::string doubling = "]";
    for (char slot = 0; slot < 60; ++slot)
        doubling += std::string("q") + slot + "]h" + slot + "ah" + slot + "a";
    row("doubling", doubling);
    std::string growing = "K\x01";
    for (int i = 0; i < 5'000'000; ++i)
        growing += '2';
    row("five million copies", growing);
}

void TstHostileFiles::refusesNestingBombs()
{
    QFETCH(QByteArray, value);
    const auto file = read(value.toStdString());
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, ErrorCode::BadFormat);
}

void TstHostileFiles::refusesBrokenPickles_data()
{
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *title, const std::string &value) {
        QTest::newRow(title) << QByteArray::fromStdString(value);
    };
    row("nothing to return", "");
    row("only a mark", "(");
    row("pops an empty stack", "0");
    row("pops below a mark", "K\x01(a");
    row("tuple without mark", "t");
    row("tuple of three from two", "K\x01K\x02\x87");
    row("memo that was never filled", "h\x05");
    row("remembers an empty stack", "q\x01");
    row("appends to a number", "K\x01K\x02"
                               "a");
    row("appends to a tuple", ")K\x02"
                              "a");
    row("sets an item of a list", "]K\x01K\x02s");
    row("odd number of keys and values", "}(K\x01u");
    row("text longer than the file", "X\xff\xff\xff\x7f"
                                     "abc");
    row("text of 2^64 bytes", "\x8d\xff\xff\xff\xff\xff\xff\xff\xff"
                              "abc");
    row("negative length", "T\xff\xff\xff\xff"
                           "abc");
    row("number of 2 GB", "\x8b\xff\xff\xff\x7f"
                          "abc");
    row("frame beyond the end", "\x95\xff\xff\xff\xff\xff\xff\xff\x7f"
                                "N");
    row("text that is not UTF-8", std::string("X") + littleEndian(2, 4) + "\xc3\x28");
    row("calls a number", "K\x01)R");
    row("calls without arguments", p::global("collections", "OrderedDict") + "N" + "R");
    row("calls a type", p::global("builtins", "int") + ")R");
    row("tensor without arguments", p::global("torch._utils", "_rebuild_tensor_v2") + ")R");
    row("tensor of a number", p::call(p::global("torch._utils", "_rebuild_tensor_v2"),
                                      p::tuple({"K\x01", "K\x01", ")", ")", "N", "N"})));
    row("parameter of a number",
        p::call(p::global("torch._utils", "_rebuild_parameter"), p::tuple({"K\x01", "N", "N"})));
    row("storage of a number", "K\x01Q");
    row("storage with negative size", floats(-1));
    row("storage of unknown type",
        p::tuple({p::text("storage"), p::text("float"), p::text("0"), p::text("cpu"), "K\x04"}) +
            "Q");
    row("fields that are no dictionary", p::global("argparse", "Namespace") + ")\x81K\x01"
                                                                              "b");
    row("fields that are itself",
        p::global("argparse", "Namespace") + std::string(")\x81q\0h\0b", 7));
    row("text number without number", "Iabc\n");
    row("unknown instruction", "\xff");
    row("extension registry", "\x82\x01");
    row("out-of-band buffer", "\x97");
}

void TstHostileFiles::refusesBrokenPickles()
{
    QFETCH(QByteArray, value);
    const auto file = read(value.toStdString());
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, ErrorCode::BadFormat);
}

void TstHostileFiles::survivesACutAnywhere_data()
{
    QTest::addColumn<bool>("zip");
    QTest::newRow("zip") << true;
    QTest::newRow("stream") << false;
}

void TstHostileFiles::survivesACutAnywhere()
{
    QFETCH(bool, zip);
    const std::string value =
        p::dict({{"a", p::tensor({p::storage("FloatStorage", "0", 4, "N"), {2, 2}, {2, 1}})}});
    if (zip)
        CF_VERIFY(read(value));
    else
        writeFile(path(), legacyFile(value, {{"0", 4, kFour}}));
    const std::string whole = readFile(path());
    CF_VERIFY(readTensorFile(path()));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        writeFile(path(), std::string_view(whole).substr(0, length));
        const auto file = readTensorFile(path());
        QVERIFY2(!file.ok(), std::to_string(length).c_str());
        QCOMPARE(file.error().code, ErrorCode::BadFormat);
        QVERIFY(file.error().detail.find("model.pth") != std::string::npos);
    }
}

void TstHostileFiles::survivesFlippedBytes()
{
    const std::string value =
        p::dict({{"a", p::tensor({p::storage("FloatStorage", "0", 4, "N"), {2, 2}, {2, 1}})},
                 {"epoch", p::number(3)}});
    const std::string whole = legacyFile(value, {{"0", 4, kFour}});
    int refused = 0;
    for (std::size_t place = 0; place < whole.size(); ++place) {
        const char mask = place % 3 == 0 ? '\x01' : place % 3 == 1 ? '\x80' : '\xff';
        std::string bytes = whole;
        bytes[place] = static_cast<char>(bytes[place] ^ mask);
        writeFile(path(), bytes);
        refused += readTensorFile(path()).ok() ? 0 : 1;
    }
    QVERIFY(refused > 0);
}

void TstHostileFiles::refusesRecordsThatOverlap()
{
    // Two storages whose directory entries point at the same bytes: together longer than the file.
    const std::string shared(60'000, 'x');
    const std::string value =
        p::dict({{"a", p::tensor({p::storage("ByteStorage", "0", 60'000), {1}, {1}})},
                 {"b", p::tensor({p::storage("ByteStorage", "1", 60'000), {1}, {1}})}});
    QVERIFY(writeZip(path(),
                     {{"m/data.pkl", p::pickle(value)}, {"m/data/0", shared}, {"m/data/1", ""}}));
    std::string bytes = readFile(path());
    const auto first = bytes.rfind("m/data/0") - 46; // a directory entry's fixed part
    const auto second = bytes.rfind("m/data/1") - 46;
    bytes.replace(second + 16, 12, bytes.substr(first + 16, 12)); // checksum and both sizes
    bytes.replace(second + 42, 4, bytes.substr(first + 42, 4));   // place in the file
    writeFile(path(), bytes);
    const auto file = readTensorFile(path());
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, ErrorCode::BadFormat);
}

void TstHostileFiles::refusesTwoTensorsOfOneName()
{
    const std::string one = p::tensor({floats(4), {4}, {1}});
    QCOMPARE(read(p::dict({{"a", one}, {"a", one}})).error().code, ErrorCode::BadFormat);
}

void TstHostileFiles::refusesWhatIsNoWeightFile()
{
    for (const std::string &bytes :
         {std::string(), std::string("hello"), std::string(5000, '\0'), std::string("PK\x03\x04"),
          std::string("\x80"), std::string("\x80\x63."), std::string(2000, '\xff')}) {
        writeFile(path(), bytes);
        const auto file = readTensorFile(path());
        QVERIFY(!file.ok());
        QVERIFY(file.error().code == ErrorCode::BadFormat ||
                file.error().code == ErrorCode::Unsupported);
    }
}

QTEST_GUILESS_MAIN(TstHostileFiles)
#include "tst_hostile_files.moc"
