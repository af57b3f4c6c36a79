#include "core/store/detail/project_impl.h"
#include "core/store/detail/queries.h"
#include "core/store/file_hash.h"

namespace cf::store {

namespace fs = std::filesystem;
using detail::Parameters;
using detail::Query;

Result<Artifact> Project::registerArtifact(const fs::path &file, const std::string &kind,
                                           std::optional<Id> runId)
{
    Artifact artifact;
    artifact.path = m_impl->inProject(file);
    artifact.runId = runId;
    artifact.kind = kind;
    if (artifact.path.is_absolute())
        return Error::make(ErrorCode::BadUsage, file.string() +
                                                    " lies outside the project folder " +
                                                    m_impl->folder.string() + "; copy it there");
    CF_ASSIGN_OR_RETURN(artifact.sha256, sha256File(m_impl->folder / artifact.path));
    std::error_code failed;
    artifact.bytes = fs::file_size(m_impl->folder / artifact.path, failed);
    if (failed)
        return Error::make(ErrorCode::NotFound,
                           artifact.path.string() + " vanished while it was read; write it again");
    artifact.createdUtc = utcNow();
    Query insert(*m_impl->database,
                 "INSERT INTO artifacts (run_id, path, kind, bytes, sha256, created_utc) "
                 "VALUES (?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (path) DO UPDATE SET run_id = excluded.run_id, "
                 "kind = excluded.kind, bytes = excluded.bytes, sha256 = excluded.sha256, "
                 "created_utc = excluded.created_utc RETURNING id");
    CF_RETURN_IF_ERROR(insert.exec(Parameters() << artifact.runId << artifact.path << artifact.kind
                                                << static_cast<std::int64_t>(artifact.bytes)
                                                << artifact.sha256 << artifact.createdUtc));
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool one, insert.next());
    artifact.id = insert.integer();
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool more, insert.next()); // ends the statement
    return artifact;
}

Result<std::vector<Artifact>> Project::artifacts() const
{
    std::vector<Artifact> artifacts;
    Query query(*m_impl->database, detail::sql::kArtifacts);
    CF_RETURN_IF_ERROR(query.exec());
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return artifacts;
        Artifact artifact;
        artifact.id = query.integer();
        artifact.runId = query.maybeInteger();
        artifact.path = query.text();
        artifact.kind = query.text();
        artifact.bytes = static_cast<std::uintmax_t>(query.integer());
        artifact.sha256 = query.text();
        artifact.createdUtc = query.text();
        artifacts.push_back(std::move(artifact));
    }
}

} // namespace cf::store
