#include "core/weights/tensor_reader.h"
#include "tests/result_check.h"
#include "tests/weights/pickle_fixture.h"

#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <regex>
#include <sstream>

using namespace cf::test;
using cf::weights::DType;
using cf::weights::readTensorFile;

namespace {

std::filesystem::path goldenFolder()
{
    const char *shared = std::getenv("CF_SHARED_DIR");
    return std::filesystem::path(shared != nullptr ? shared : CF_SOURCE_DIR "/../shared") /
           "golden";
}

/// Where the EfficientNet-Lite0 weights are, empty when nowhere.
std::filesystem::path liteWeights()
{
    const char *chosen = std::getenv("COSTFILTER_WEIGHTS");
    const char *home = std::getenv("HOME");
    for (const std::filesystem::path &folder :
         {std::filesystem::path(chosen != nullptr ? chosen : ""),
          std::filesystem::path(home != nullptr ? home : "") / ".local/share/costfilter/weights",
          std::filesystem::path(CF_SOURCE_DIR "/.deps/weights")}) {
        const auto file = folder / "efficientnet-lite0-57934424.pth";
        if (!folder.empty() && std::filesystem::exists(file))
            return file;
    }
    return {};
}

std::vector<std::int64_t> shapeOf(const std::string &commaSeparated)
{
    std::vector<std::int64_t> shape;
    std::stringstream in(commaSeparated);
    for (std::string side; std::getline(in, side, ',');)
        shape.push_back(std::stoll(side));
    return shape;
}

/// Element i of the golden fill of this name (section 1 of GOLDEN.md), in [-1, 1).
float goldenFill(std::string_view name, std::uint32_t i)
{
    std::uint32_t h = 2166136261u;
    for (const char c : name)
        h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
    std::uint32_t x = i * 2654435761u + h;
    x ^= x >> 16;
    x *= 0x85EBCA6Bu;
    x ^= x >> 13;
    x *= 0xC2B2AE35u;
    x ^= x >> 16;
    return static_cast<float>(static_cast<std::int32_t>(x >> 8) - (1 << 23)) /
           static_cast<float>(1 << 23);
}

} // namespace

class TstRealWeights : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsEveryListedKeyOfTheGoldenFiles();
    void readsTheNumbersOfTheGoldenFill();
    void readsTheOldFormatOfEfficientNetLite0();
    void survivesCutsOfRealFiles();

private:
    void compareWithList(const std::string &fileName, const std::vector<std::string> &lines,
                         std::size_t keys);
    int m_compared = 0;
};

void TstRealWeights::compareWithList(const std::string &fileName,
                                     const std::vector<std::string> &lines, std::size_t keys)
{
    const auto file = readTensorFile(goldenFolder() / fileName);
    CF_VERIFY(file);
    QCOMPARE(file->kind, cf::weights::TensorFile::Kind::TorchZip);
    QCOMPARE(file->tensors.size(), keys);
    const auto headers = cf::weights::readTensorHeaders(goldenFolder() / fileName);
    CF_VERIFY(headers);
    QCOMPARE(headers->tensors.size(), keys);

    const std::regex plain(R"(- `([^`<]+)`: (float32|float64|int64) \[([0-9, ]*)\])");
    const std::regex sampled(R"(- `([^`<]+)` \[([0-9, ]*)\], ([0-9]+))");
    for (const std::string &line : lines) {
        std::smatch match;
        if (std::regex_match(line, match, plain)) {
            const auto *tensor = file->find(match[1].str());
            QVERIFY2(tensor != nullptr, line.c_str());
            QCOMPARE(std::string(toString(tensor->dtype)), match[2].str());
            QVERIFY2(tensor->shape == shapeOf(match[3].str()), line.c_str());
            ++m_compared;
        } else if (std::regex_match(line, match, sampled)) {
            const auto *values = file->find(match[1].str() + ".val");
            const auto *shape = file->find(match[1].str() + ".shape");
            QVERIFY2(values != nullptr && shape != nullptr, line.c_str());
            QVERIFY2(values->shape == shapeOf(match[3].str()), line.c_str());
            QVERIFY2(numbersOf<std::int64_t>(*shape) == shapeOf(match[2].str()), line.c_str());
            ++m_compared;
        }
    }
}

void TstRealWeights::findsEveryListedKeyOfTheGoldenFiles()
{
    std::ifstream list(goldenFolder() / "GOLDEN.md");
    if (!list)
        QSKIP("SKIPPED findsEveryListedKeyOfTheGoldenFiles: no golden/GOLDEN.md in CF_SHARED_DIR "
              "or ../shared");
    const std::regex heading(R"(### (\w+\.pt) \((\d+) keys.*)");
    std::string fileName;
    std::size_t keys = 0;
    std::vector<std::string> lines;
    int files = 0;
    const auto finish = [&] {
        if (!fileName.empty() && std::filesystem::exists(goldenFolder() / fileName)) {
            compareWithList(fileName, lines, keys);
            ++files;
        }
        lines.clear();
    };
    for (std::string line; std::getline(list, line);) {
        std::smatch match;
        if (std::regex_match(line, match, heading)) {
            finish();
            fileName = match[1].str();
            keys = std::stoul(match[2].str());
        }
        lines.push_back(line);
    }
    finish();
    QVERIFY2(files > 0 && m_compared > 10 * files, std::to_string(m_compared).c_str());
}

void TstRealWeights::readsTheNumbersOfTheGoldenFill()
{
    if (!std::filesystem::exists(goldenFolder() / "fill.pt"))
        QSKIP("SKIPPED readsTheNumbersOfTheGoldenFill: no golden/fill.pt in CF_SHARED_DIR or "
              "../shared");
    const auto file = readTensorFile(goldenFolder() / "fill.pt");
    CF_VERIFY(file);
    const auto *fill = file->find("u");
    QVERIFY(fill != nullptr);
    const auto numbers = numbersOf<float>(*fill);
    QCOMPARE(numbers.size(), std::size_t{64});
    for (std::uint32_t i = 0; i < 64; ++i)
        QCOMPARE(numbers[i], goldenFill("in.volume", i));
}

void TstRealWeights::readsTheOldFormatOfEfficientNetLite0()
{
    const auto path = liteWeights();
    if (path.empty())
        QSKIP("SKIPPED readsTheOldFormatOfEfficientNetLite0: no efficientnet-lite0-57934424.pth in "
              "$COSTFILTER_WEIGHTS, ~/.local/share/costfilter/weights or .deps/weights");
    const auto file = readTensorFile(path);
    CF_VERIFY(file);
    QCOMPARE(file->kind, cf::weights::TensorFile::Kind::TorchLegacy);
    const auto *stem = file->find("_conv_stem.weight");
    QVERIFY(stem != nullptr);
    QVERIFY((stem->shape == std::vector<std::int64_t>{32, 3, 3, 3}));
    for (const float number : numbersOf<float>(*stem))
        QVERIFY(std::isfinite(number) && std::abs(number) < 100);
    // The sum over every number of the file as Python's torch gives it: an offset error would not
    // leave it so.
    double sum = 0;
    for (const auto &tensor : file->tensors) {
        if (tensor.dtype == DType::Int64) {
            for (const std::int64_t number : numbersOf<std::int64_t>(tensor))
                sum += static_cast<double>(number);
        } else {
            for (const float number : numbersOf<float>(tensor))
                sum += number;
        }
    }
    QVERIFY2(std::abs(sum - 425663.2450015556) < 1e-3, std::to_string(sum).c_str());

    std::ifstream list(goldenFolder() / "state_dict_lite0.json");
    if (!list)
        QSKIP("SKIPPED the second half of readsTheOldFormatOfEfficientNetLite0: no "
              "golden/state_dict_lite0.json");
    const auto json = nlohmann::json::parse(list);
    std::uint64_t parameters = 0;
    QCOMPARE(file->tensors.size(), json.at("entries").size());
    for (std::size_t i = 0; i < file->tensors.size(); ++i) {
        const auto &tensor = file->tensors[i];
        const auto &entry = json.at("entries")[i];
        QCOMPARE(tensor.name, entry.at("name").get<std::string>());
        QVERIFY(tensor.shape == entry.at("shape").get<std::vector<std::int64_t>>());
        QCOMPARE(std::string(toString(tensor.dtype)), entry.at("dtype").get<std::string>());
        const bool buffer =
            tensor.name.find("running_") != std::string::npos || tensor.dtype == DType::Int64;
        parameters += buffer ? 0 : *cf::weights::elementCount(tensor.shape);
    }
    QCOMPARE(parameters, json.at("parameters").get<std::uint64_t>());
}

void TstRealWeights::survivesCutsOfRealFiles()
{
    std::vector<std::filesystem::path> files;
    for (const auto &path : {goldenFolder() / "kde.pt", liteWeights()}) {
        if (!path.empty() && std::filesystem::exists(path))
            files.push_back(path);
    }
    if (files.empty())
        QSKIP("SKIPPED survivesCutsOfRealFiles: neither golden/kde.pt nor the EfficientNet-Lite0 "
              "weights are here");
    QTemporaryDir folder;
    const auto cut = std::filesystem::path(folder.path().toStdString()) / "cut.pth";
    for (const auto &path : files) {
        const auto whole = std::filesystem::file_size(path);
        std::filesystem::copy_file(path, cut, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::permissions(cut, std::filesystem::perms::owner_write,
                                     std::filesystem::perm_options::add);
        for (std::uintmax_t part = 32; part-- > 0;) { // from the end, so that the file only shrinks
            std::filesystem::resize_file(cut, whole * part / 32);
            const auto file = readTensorFile(cut);
            QVERIFY(!file.ok());
            QCOMPARE(file.error().code, cf::ErrorCode::BadFormat);
        }
    }
}

QTEST_GUILESS_MAIN(TstRealWeights)
#include "tst_real_weights.moc"
