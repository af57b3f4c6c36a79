#include "core/workflow/weight_check.h"

#include "core/engine/backbone_weights.h"
#include "core/store/file_hash.h"

namespace cf::workflow {

bool isHashOf(const WeightEntry &entry, const std::string &sha256)
{
    if (!entry.sha256.empty())
        return sha256 == entry.sha256;
    return !entry.sha256Prefix.empty() && sha256.rfind(entry.sha256Prefix, 0) == 0;
}

Result<void> checkWeightFile(const WeightEntry &entry, const std::filesystem::path &file,
                             RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto sha256, store::sha256File(file, run));
    const bool isHashKnown = !entry.sha256Prefix.empty() || !entry.sha256.empty();
    const bool isOfficial = isHashOf(entry, sha256);
    if (isOfficial && !entry.sha256.empty())
        return {};
    const auto fits = engine::checkBackboneWeights(entry.name, file);
    if (isOfficial || !isHashKnown)
        return fits;
    // The tensors that do not fit say more than two hashes.
    return Error::make(ErrorCode::BadFormat,
                       file.string() + " is not the official " + entry.fileName + " (SHA-256 " +
                           sha256 + " instead of " +
                           (entry.sha256.empty() ? entry.sha256Prefix + "..." : entry.sha256) +
                           "): " +
                           (fits.ok() ? "it is damaged or of another training; fetch it again."
                                      : fits.error().detail));
}

} // namespace cf::workflow
