#include "tests/parity/cases.h"
#include "tests/parity/compare.h"

namespace cf::parity {

namespace {

constexpr const char *kTensors = "fill.pt";
constexpr const char *kList = "fill.json";

/// The salt of one entry: that of salts.json if it names the file, else the entry's own.
Fill fillOf(const GoldenFolder &folder, const nlohmann::json &entry)
{
    for (const char *file : {kTensors, kList}) {
        if (folder.hasSalt(file))
            return folder.fillOf(file);
    }
    const auto &salt = entry.at("salt");
    if (salt.is_string())
        return Fill(parseHex(salt.get<std::string>()).value_or(0));
    return Fill(salt.get<std::uint32_t>());
}

/// The number behind "lo=" or "hi=" in a kind such as "int lo=0 hi=65536".
std::int64_t bound(const std::string &kind, const std::string &label)
{
    return std::stoll(kind.substr(kind.find(label) + label.size()));
}

/// The first `count` values of a tensor. Of those whose elements do not depend on the shape only
/// these are made.
torch::Tensor make(const Fill &fill, const nlohmann::json &entry, std::int64_t count)
{
    const auto kind = entry.at("kind").get<std::string>();
    const auto name = entry.at("name").get<std::string>();
    const auto shape = entry.at("shape").get<Shape>();
    if (kind == "u")
        return fill.uniform(name, {count});
    if (kind == "abs")
        return fill.absolute(name, {count});
    if (kind.starts_with("int "))
        return fill.integers(name, {count}, bound(kind, "lo="), bound(kind, "hi="));
    if (kind == "param") {
        const auto whole = fill.parameter(name, shape, entry.at("gain2").get<double>());
        return whole.flatten().slice(0, 0, count);
    }
    throw std::invalid_argument("fill.json has an unknown kind of tensor: " + kind);
}

} // namespace

void checkFill(const GoldenFolder &folder, Report &report)
{
    const auto golden = folder.tensors(kTensors);
    for (const auto &entry : folder.json(kList)) {
        const auto key = entry.at("key").get<std::string>();
        const auto &expected = golden.at(key);
        report.add("fill/" + key,
                   compare(expected, make(fillOf(folder, entry), entry, expected.numel()), kExact));
    }
}

} // namespace cf::parity
