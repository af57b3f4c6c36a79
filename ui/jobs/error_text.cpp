#include "ui/jobs/error_text.h"

#include <QCoreApplication>

namespace cf::ui {

namespace {

QString advice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return QCoreApplication::translate("errorText", "Something that is needed is not there.");
    case ErrorCode::BadUsage:
        return QCoreApplication::translate("errorText", "This cannot be done as asked.");
    case ErrorCode::BadData:
        return QCoreApplication::translate("errorText", "The pictures cannot be used as they are.");
    case ErrorCode::BadFormat:
        return QCoreApplication::translate("errorText", "A file is not what it should be.");
    case ErrorCode::Unsupported:
        return QCoreApplication::translate("errorText", "This is not available here.");
    case ErrorCode::ReadOnly:
        return QCoreApplication::translate("errorText",
                                           "The place cannot be written; choose another.");
    case ErrorCode::DiskFull:
        return QCoreApplication::translate("errorText",
                                           "The disk is full; free some space and retry.");
    case ErrorCode::OutOfMemory:
        return QCoreApplication::translate(
            "errorText", "The memory is not enough; use a smaller batch and retry.");
    case ErrorCode::NewerVersion:
        return QCoreApplication::translate(
            "errorText", "It was written by a newer version; update the program.");
    case ErrorCode::Failed:
        break;
    }
    return QCoreApplication::translate("errorText", "It failed while running.");
}

} // namespace

QString errorText(const Error &error)
{
    const auto detail = QString::fromStdString(error.detail);
    return detail.isEmpty() ? advice(error.code) : advice(error.code) + QLatin1Char(' ') + detail;
}

} // namespace cf::ui
