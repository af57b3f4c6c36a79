#include "core/store/detail/decision_chain.h"
#include "core/store/detail/project_impl.h"
#include "core/store/file_hash.h"

namespace cf::store {

namespace fs = std::filesystem;
using detail::Database;
using detail::Query;

namespace {

/// A file that a row names, and what the row says of it.
struct Named
{
    std::string by; ///< "Artifact 3" or "The model of run 7"
    fs::path path;  ///< as stored
    std::optional<std::uintmax_t> bytes;
    std::optional<std::string> sha256;
};

Result<void> checkDatabase(Database &database, std::vector<std::string> &problems)
{
    Query integrity(database, "PRAGMA integrity_check");
    CF_RETURN_IF_ERROR(integrity.exec());
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, integrity.next());
        if (!more)
            break;
        const std::string line = integrity.text();
        if (line != "ok")
            problems.push_back("The file project.costfilter is damaged: " + line);
    }
    Query keys(database, "PRAGMA foreign_key_check");
    CF_RETURN_IF_ERROR(keys.exec());
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, keys.next());
        if (!more)
            return {};
        const std::string table = keys.text();
        const std::string row = keys.text();
        problems.push_back("Row " + row + " of the table " + table +
                           " names a row that is not there in " + keys.text());
    }
}

std::optional<std::string> problemOf(const Named &named, const fs::path &folder, RunContext &run)
{
    const std::string start = named.by + ", " + named.path.string() + ", ";
    std::error_code failed;
    const auto bytes = fs::file_size(folder / named.path, failed);
    if (failed)
        return start + "is missing";
    if (named.bytes && bytes != *named.bytes)
        return start + "has " + std::to_string(bytes) + " bytes instead of " +
               std::to_string(*named.bytes);
    if (!named.sha256)
        return std::nullopt;
    const auto sha256 = sha256File(folder / named.path, run);
    if (!sha256)
        return start + "cannot be read: " + sha256.error().detail;
    if (*sha256 != *named.sha256)
        return start + "was changed after it was stored: its SHA-256 is " + *sha256 +
               " instead of " + *named.sha256;
    return std::nullopt;
}

} // namespace

Result<std::vector<std::string>> Project::verify(RunContext &run) const
{
    std::vector<std::string> problems;
    // A damaged file may fail to be read at all: that is an answer, not an error.
    const auto note = [&problems](const auto &result) {
        if (!result.ok())
            problems.push_back(result.error().detail);
        return result.ok();
    };
    if (!note(checkDatabase(*m_impl->database, problems)))
        return problems;
    if (!note(detail::checkDecisions(*m_impl->database, m_impl->folder, run, problems)))
        return problems;
    const auto allArtifacts = artifacts();
    const auto allRuns = runs();
    if (!note(allArtifacts) || !note(allRuns))
        return problems;
    std::vector<Named> named;
    for (const Artifact &artifact : *allArtifacts)
        named.push_back({"Artifact " + std::to_string(artifact.id), artifact.path, artifact.bytes,
                         artifact.sha256});
    for (const Run &one : *allRuns) {
        if (one.modelPath)
            named.push_back({"The model of run " + std::to_string(one.id), *one.modelPath,
                             std::nullopt, one.modelSha256});
    }
    for (std::size_t i = 0; i < named.size(); ++i) {
        run.step({"verify", i, named.size()});
        if (auto problem = problemOf(named[i], m_impl->folder, run))
            problems.push_back(std::move(*problem));
    }
    return problems;
}

Result<std::vector<std::string>> Project::verify() const
{
    RunContext silent;
    return verify(silent);
}

} // namespace cf::store
