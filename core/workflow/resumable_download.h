#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace cf::workflow {

/// One file to be fetched over HTTP.
struct DownloadRequest
{
    std::string address;             ///< http or https; redirects are followed
    std::filesystem::path part;      ///< takes the bytes; if it is there, the download goes on
    std::uintmax_t officialSize = 0; ///< in bytes; a server with another one is refused; 0 = any
    std::string accept;              ///< media type; empty = any
    std::string stage = "fetch";     ///< of the progress, which counts bytes still to come
    /// Ends the sentence of an error in which the other side does not answer or lacks the file:
    /// what else to do.
    std::string advice;
};

/// Fills `part` as the server has it. What an earlier call left there is kept if the server can
/// send the rest and the file is still the same by its ETag or date, which lie in PART.origin; else
/// it begins anew. A connection that breaks is taken up again a few times.
/// Runs an event loop in the calling thread, so not for the window's.
/// Fails with Failed (no answer, an HTTP error, broken off), BadFormat (not of the official size),
/// DiskFull, ReadOnly; the part is kept unless it is of no use. Throws Cancelled, and keeps it.
Result<void> download(const DownloadRequest &request, RunContext &run);

/// Removes a part and what lies beside it.
void removePart(const std::filesystem::path &part);

} // namespace cf::workflow
