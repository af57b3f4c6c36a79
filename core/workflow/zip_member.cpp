#include "core/workflow/zip_member.h"

#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <zip.h>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

struct Closer
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

std::unique_ptr<zip_t, Closer> open(const fs::path &path)
{
    return std::unique_ptr<zip_t, Closer>(zip_open(path.c_str(), ZIP_RDONLY, nullptr));
}

} // namespace

std::optional<std::string> findZipMember(const fs::path &zip, const std::string &fileName)
{
    const auto archive = open(zip);
    if (!archive)
        return std::nullopt;
    const auto index = zip_name_locate(archive.get(), fileName.c_str(), ZIP_FL_NODIR);
    const char *name =
        index < 0 ? nullptr
                  : zip_get_name(archive.get(), static_cast<zip_uint64_t>(index), ZIP_FL_ENC_GUESS);
    return name ? std::optional<std::string>(name) : std::nullopt;
}

Result<void> unpackZipMember(const fs::path &zip, const std::string &member, const fs::path &target)
{
    const auto archive = open(zip);
    const std::unique_ptr<zip_file_t, Closer> file(
        archive ? zip_fopen(archive.get(), member.c_str(), 0) : nullptr);
    std::ofstream out(target, std::ios::binary);
    std::array<char, 1 << 16> block{};
    zip_int64_t count = file ? 1 : -1;
    while (count > 0 && out) {
        count = zip_fread(file.get(), block.data(), block.size());
        if (count > 0)
            out.write(block.data(), count);
    }
    if (count < 0)
        return Error::make(ErrorCode::BadFormat, zip.string() + " is damaged; fetch it again.");
    if (!out.flush())
        return Error::make(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::ReadOnly,
                           "Cannot write " + target.string() + ".");
    return {};
}

} // namespace cf::workflow
