#pragma once

#include <exception>
#include <source_location>
#include <string>

namespace cf {

/// What went wrong, for programs: exit codes and translated sentences are chosen by it.
enum class ErrorCode {
    NotFound,    ///< a file, folder or named thing is not there
    BadUsage,    ///< the caller asked for something that makes no sense (an option, a name)
    BadData,     ///< the user's data is there and cannot be used (truncated image, wrong mask size)
    BadFormat,   ///< a file of ours or a weight file is not what it claims to be
    Unsupported, ///< known, and not built or not available on this machine
    ReadOnly,    ///< the place cannot be written
    DiskFull,    ///< no space is left where something must be written
    OutOfMemory, ///< of the computer or of the GPU
    NewerVersion, ///< written by a newer version of this program
    Failed,       ///< it failed while running, for the reason in the detail
};

/// The code's name as written above, for logs and tests.
const char *toString(ErrorCode code);

/// One failure. `detail` is one English sentence: what, which file, what to do. It is never
/// translated here.
struct Error
{
    ErrorCode code = ErrorCode::Failed;
    std::string detail;
    std::source_location where = std::source_location::current();

    static Error make(ErrorCode code, std::string detail,
                      std::source_location where = std::source_location::current());
};

/// An Error on its way through code that cannot return one; caught by the job runner and by main()
/// alone.
class Failure : public std::exception
{
public:
    explicit Failure(Error error) : m_error(std::move(error)) {}
    const char *what() const noexcept override { return m_error.detail.c_str(); }
    const Error &error() const { return m_error; }

private:
    Error m_error;
};

/// The exception that is being handled, as an Error: for the end of a thread or a program. Only the
/// first line of a text is kept, libraries append traces. Only inside of a catch; Cancelled is
/// none.
Error caughtError();

/// Thrown by RunContext::step() once a stop was asked for. Not an error: what was done so far is
/// kept.
class Cancelled : public std::exception
{
public:
    const char *what() const noexcept override { return "cancelled"; }
};

} // namespace cf
