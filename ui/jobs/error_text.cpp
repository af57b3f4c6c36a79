#include "ui/jobs/error_text.h"

#include <QCoreApplication>

namespace cf::ui {

namespace {

QString advice(ErrorCode code)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("errorText", text); };
    switch (code) {
    case ErrorCode::NotFound:
        return tr(QT_TRANSLATE_NOOP("errorText", "Something that is needed is not there."));
    case ErrorCode::BadUsage:
        return tr(QT_TRANSLATE_NOOP("errorText", "This cannot be done as asked."));
    case ErrorCode::BadData:
        return tr(QT_TRANSLATE_NOOP("errorText", "The pictures cannot be used as they are."));
    case ErrorCode::BadFormat:
        return tr(QT_TRANSLATE_NOOP("errorText", "A file is not what it should be."));
    case ErrorCode::Unsupported:
        return tr(QT_TRANSLATE_NOOP("errorText", "This is not available here."));
    case ErrorCode::ReadOnly:
        return tr(QT_TRANSLATE_NOOP("errorText", "The place cannot be written; choose another."));
    case ErrorCode::DiskFull:
        return tr(QT_TRANSLATE_NOOP("errorText", "The disk is full; free some space and retry."));
    case ErrorCode::OutOfMemory:
        return tr(QT_TRANSLATE_NOOP("errorText",
                                    "The memory is not enough; use a smaller batch and retry."));
    case ErrorCode::NewerVersion:
        return tr(QT_TRANSLATE_NOOP("errorText",
                                    "It was written by a newer version; update the program."));
    case ErrorCode::Failed:
        break;
    }
    return tr(QT_TRANSLATE_NOOP("errorText", "It failed while running."));
}

} // namespace

QString errorText(const Error &error)
{
    const auto detail = QString::fromStdString(error.detail);
    return detail.isEmpty() ? advice(error.code) : advice(error.code) + QLatin1Char(' ') + detail;
}

} // namespace cf::ui
