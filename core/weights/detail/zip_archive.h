#pragma once

#include "core/weights/detail/read_context.h"

#include <memory>

struct zip;

namespace cf::weights::detail {

/// A zip opened for reading. One thread.
class ZipArchive
{
public:
    /// BadFormat where the file is cut off or damaged.
    static Result<ZipArchive> open(const ReadContext &context);

    /// Names of all records, in the order of the directory.
    std::vector<std::string> names() const;
    /// Size of a record; nothing where there is none of that name.
    std::optional<std::uint64_t> recordBytes(const std::string &name) const;
    /// A whole record with its checksum verified, taken as it is stored: Unsupported for compressed
    /// or encrypted ones (torch never writes these, and so no size can be claimed that the file
    /// does not have).
    Result<std::vector<std::byte>> read(const std::string &name) const;

private:
    struct Closer
    {
        void operator()(zip *archive) const;
    };
    ZipArchive(const ReadContext &context, zip *archive) : m_context(&context), m_archive(archive)
    {
    }

    const ReadContext *m_context;
    std::unique_ptr<zip, Closer> m_archive;
};

} // namespace cf::weights::detail
