#include "core/weights/detail/zip_archive.h"

#include <zip.h>

namespace cf::weights::detail {

namespace {

struct FileCloser
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

} // namespace

void ZipArchive::Closer::operator()(zip *archive) const
{
    zip_discard(archive); // nothing was changed
}

Result<ZipArchive> ZipArchive::open(const ReadContext &context)
{
    int code = 0;
    zip_t *archive = zip_open(context.path.c_str(), ZIP_RDONLY, &code);
    if (archive == nullptr) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        return context.badFormat("is a zip file that is cut off or damaged (" + reason +
                                 "); copy or download it again");
    }
    return ZipArchive(context, archive);
}

std::vector<std::string> ZipArchive::names() const
{
    std::vector<std::string> result;
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char *name =
            zip_get_name(m_archive.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
        if (name != nullptr)
            result.emplace_back(name);
    }
    return result;
}

std::optional<std::uint64_t> ZipArchive::recordBytes(const std::string &name) const
{
    zip_stat_t stat;
    if (zip_stat(m_archive.get(), name.c_str(), ZIP_FL_ENC_RAW, &stat) != 0 ||
        (stat.valid & ZIP_STAT_SIZE) == 0)
        return std::nullopt;
    return stat.size;
}

Result<std::vector<std::byte>> ZipArchive::read(const std::string &name) const
{
    zip_stat_t stat;
    constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD |
                                     ZIP_STAT_ENCRYPTION_METHOD | ZIP_STAT_INDEX;
    if (zip_stat(m_archive.get(), name.c_str(), ZIP_FL_ENC_RAW, &stat) != 0 ||
        (stat.valid & kNeeded) != kNeeded)
        return m_context->badFormat("has no record '" + printable(name) +
                                    "'; copy or download it again");
    if (stat.comp_method != ZIP_CM_STORE || stat.encryption_method != ZIP_EM_NONE)
        return m_context->unsupported(
            "holds the compressed or encrypted record '" + printable(name) +
            "', torch.save stores them plainly; load it in Python and save it again");
    if (stat.size != stat.comp_size || stat.size > m_context->fileBytes)
        return m_context->badFormat("claims a record '" + printable(name) +
                                    "' longer than the file; copy or download it again");

    const std::unique_ptr<zip_file_t, FileCloser> file(
        zip_fopen_index(m_archive.get(), stat.index, 0));
    std::vector<std::byte> bytes(file ? stat.size : 0);
    std::uint64_t done = 0;
    while (file && done < stat.size) {
        const zip_int64_t count = zip_fread(file.get(), bytes.data() + done, stat.size - done);
        if (count <= 0)
            break;
        done += static_cast<std::uint64_t>(count);
    }
    // The checksum is compared when the end is met, which takes one more read.
    std::byte beyond{};
    if (!file || done != stat.size || zip_fread(file.get(), &beyond, 1) != 0)
        return m_context->badFormat(
            "is damaged in its record '" + printable(name) +
            "' (wrong checksum or missing bytes); copy or download it again");
    return bytes;
}

} // namespace cf::weights::detail
