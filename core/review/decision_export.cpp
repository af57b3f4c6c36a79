#include "core/review/decision_export.h"

#include "core/base/atomic_file.h"

#include <nlohmann/json.hpp>

namespace cf::review {

using store::Decision;
using Json = nlohmann::ordered_json; // columns in the order of the table

namespace {

template <class T>
Json maybe(const std::optional<T> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json rowOf(const Decision &decision)
{
    return {{"sequence", decision.sequence},
            {"time_utc", decision.timeUtc},
            {"reviewer", decision.reviewer},
            {"dataset_id", decision.datasetId},
            {"image_id", decision.imageId},
            {"category", decision.category},
            {"path", decision.path.string()},
            {"image_sha256", decision.imageSha256},
            {"verdict", store::toString(decision.verdict)},
            {"reason", decision.reason},
            {"kind", store::toString(decision.kind)},
            {"withdraws", maybe(decision.withdraws)},
            {"run_id", maybe(decision.runId)},
            {"model_sha256", maybe(decision.modelSha256)},
            {"score", maybe(decision.score)},
            {"threshold", maybe(decision.threshold)},
            {"shown", decision.shownJson},
            {"previous_sha256", decision.previousSha256},
            {"sha256", decision.sha256}};
}

std::string csvField(const Json &value)
{
    if (value.is_null())
        return {};
    if (!value.is_string())
        return value.dump();
    const auto &text = value.get_ref<const std::string &>();
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

std::string csvOf(std::span<const Decision> trail)
{
    const auto line = [](const Json &row, const auto &fieldOf) {
        std::string text;
        for (const auto &column : row.items())
            text.append(1, text.empty() ? ' ' : ',').append(fieldOf(column));
        return text.substr(1) + "\n"; // without the blank in place of a first comma
    };
    std::string text = line(rowOf({}), [](const auto &column) { return column.key(); });
    for (const Decision &decision : trail)
        text += line(rowOf(decision), [](const auto &column) { return csvField(column.value()); });
    return text;
}

std::string jsonOf(std::span<const Decision> trail)
{
    Json rows = Json::array();
    for (const Decision &decision : trail)
        rows.push_back(rowOf(decision));
    const Json head = {{"count", trail.empty() ? 0 : trail.back().sequence},
                       {"sha256", trail.empty() ? Json(nullptr) : Json(trail.back().sha256)}};
    return Json{{"head", head}, {"decisions", rows}}.dump(1) + "\n";
}

} // namespace

Result<void> writeDecisions(const std::filesystem::path &file, std::span<const Decision> trail)
{
    if (file.extension() == ".csv")
        return writeFileAtomically(file, csvOf(trail));
    if (file.extension() == ".json")
        return writeFileAtomically(file, jsonOf(trail));
    return Error::make(ErrorCode::BadUsage, "Decisions are written as .csv or .json; " +
                                                file.string() + " ends in neither");
}

} // namespace cf::review
