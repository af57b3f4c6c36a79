#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>
#include <zip.h>

namespace cf::test {

/// A zip of exactly these records, stored (or deflated); false when libzip refuses.
inline bool writeZip(const std::filesystem::path &path,
                     const std::vector<std::pair<std::string, std::string>> &records,
                     bool deflated = false)
{
    int code = 0;
    zip_t *archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (archive == nullptr)
        return false;
    for (const auto &[name, bytes] : records) {
        const zip_int64_t index = zip_file_add(
            archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                                 deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
    }
    return zip_close(archive) == 0;
}

} // namespace cf::test
