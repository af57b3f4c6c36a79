#include "core/base/error.h"

#include <new>

namespace cf {

const char *toString(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return "NotFound";
    case ErrorCode::BadUsage:
        return "BadUsage";
    case ErrorCode::BadData:
        return "BadData";
    case ErrorCode::BadFormat:
        return "BadFormat";
    case ErrorCode::Unsupported:
        return "Unsupported";
    case ErrorCode::ReadOnly:
        return "ReadOnly";
    case ErrorCode::DiskFull:
        return "DiskFull";
    case ErrorCode::OutOfMemory:
        return "OutOfMemory";
    case ErrorCode::NewerVersion:
        return "NewerVersion";
    case ErrorCode::Failed:
        return "Failed";
    }
    return "Failed";
}

Error Error::make(ErrorCode code, std::string detail, std::source_location where)
{
    return Error{code, std::move(detail), where};
}

Error caughtError()
{
    try {
        throw;
    } catch (const Failure &failure) {
        return failure.error();
    } catch (const std::bad_alloc &) {
        return Error::make(ErrorCode::OutOfMemory, {});
    } catch (const std::exception &thrown) {
        const std::string text = thrown.what();
        return Error::make(ErrorCode::Failed, text.substr(0, text.find('\n')));
    }
}

} // namespace cf
