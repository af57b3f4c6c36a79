#include "core/weights/tensor_writer.h"

#include "core/base/atomic_file.h"
#include "core/weights/detail/pickle_writer.h"
#include "core/weights/detail/write_checks.h"

#include <nlohmann/json.hpp>
#include <zip.h>

#include <memory>

namespace cf::weights {

namespace {

struct Discarder
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discarder>;

Error zipError(const std::filesystem::path &path, zip_error_t *error)
{
    const bool fromSystem = zip_error_system_type(error) == ZIP_ET_SYS;
    return detail::writeError(path, fromSystem ? zip_error_code_system(error) : 0,
                              zip_error_strerror(error));
}

/// Stores `bytes` as it is, under a folder as torch expects it; they must live until the archive is
/// closed.
bool addRecord(zip_t *archive, const std::string &name, const void *bytes, std::size_t count)
{
    zip_source_t *source = zip_source_buffer(archive, bytes, count, 0);
    if (source == nullptr)
        return false;
    const zip_int64_t index =
        zip_file_add(archive, ("archive/" + name).c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto place = static_cast<zip_uint64_t>(index);
    constexpr zip_uint16_t kFirstDosDay =
        (1 << 5) | 1; // 1 January 1980: the same input gives the same file
    return zip_set_file_compression(archive, place, ZIP_CM_STORE, 0) == 0 &&
           zip_file_set_dostime(archive, place, 0, kFirstDosDay, 0) == 0;
}

} // namespace

Result<void> writeTorchZip(const std::filesystem::path &path, std::span<const Tensor> tensors,
                           const std::map<std::string, std::string> &metadata)
{
    CF_RETURN_IF_ERROR(detail::checkWritable(path, tensors, metadata));
    const std::string pickle = detail::pickleStateDict(tensors);
    const std::string ownMetadata = nlohmann::json(metadata).dump();
    constexpr std::string_view kByteOrder = "little";
    constexpr std::string_view kVersion = "3\n"; // of torch's zip layout

    PendingFile pending(path);
    int code = 0;
    Archive archive(zip_open(pending.temporaryPath().c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        auto result = zipError(path, &error);
        zip_error_fini(&error);
        return result;
    }
    bool added = addRecord(archive.get(), "data.pkl", pickle.data(), pickle.size()) &&
                 addRecord(archive.get(), "byteorder", kByteOrder.data(), kByteOrder.size());
    for (std::size_t i = 0; added && i < tensors.size(); ++i)
        added = addRecord(archive.get(), "data/" + std::to_string(i), tensors[i].bytes.data(),
                          tensors[i].bytes.size());
    if (added && !metadata.empty())
        added = addRecord(archive.get(), "costfilter.json", ownMetadata.data(), ownMetadata.size());
    added = added && addRecord(archive.get(), "version", kVersion.data(), kVersion.size());
    if (!added || zip_close(archive.get()) != 0)
        return zipError(path, zip_get_error(archive.get()));
    static_cast<void>(archive.release()); // closing it freed it
    return pending.commit();
}

} // namespace cf::weights
