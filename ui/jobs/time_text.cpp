#include "ui/jobs/time_text.h"

#include <QDateTime>
#include <QLocale>

namespace cf::ui {

QString timeText(const std::string &utc)
{
    const auto time = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat)
                          : QString::fromStdString(utc);
}

} // namespace cf::ui
