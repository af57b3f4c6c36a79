#pragma once

#include "core/weights/tensor_reader.h"

#include <source_location>
#include <string_view>

namespace cf::weights::detail {

/// What every step of reading one file needs to know about it.
struct ReadContext
{
    std::filesystem::path path;
    std::uint64_t fileBytes = 0;
    ReadLimits limits;
    bool headersOnly = false;

    /// "FILE WHAT" as an error; `what` goes on with the sentence: "is cut off in its header".
    Error badFormat(const std::string &what,
                    std::source_location where = std::source_location::current()) const;
    Error unsupported(const std::string &what,
                      std::source_location where = std::source_location::current()) const;
    Error failed(const std::string &what,
                 std::source_location where = std::source_location::current()) const;
};

/// Text from a file made fit for a sentence: valid UTF-8, no control characters, at most 120 bytes.
std::string printable(std::string_view text);
bool isValidUtf8(std::string_view text);

} // namespace cf::weights::detail
