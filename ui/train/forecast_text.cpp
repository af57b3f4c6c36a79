#include "ui/train/forecast_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

constexpr double kMinute = 60.0;
constexpr double kHour = 3600.0;
constexpr double kDay = 86400.0;
constexpr double kGigabyte = 1e9;

/// The bounds in `unit`, outwards to full steps of it; at most one digit after the point.
QString rangeIn(double low, double high, double unit, double step)
{
    const double from = std::max(step, std::floor(low / unit / step) * step);
    const double to = std::max(step, std::ceil(high / unit / step) * step);
    const int digits = step < 1.0 ? 1 : 0;
    const auto text = [&](double value) {
        return QStringLiteral("%L1").arg(value, 0, 'f', digits);
    };
    return text(from) == text(to) ? text(to) : text(from) + QStringLiteral("–") + text(to);
}

} // namespace

QString timeRangeText(double lowSeconds, double highSeconds)
{
    if (highSeconds < 1.5 * kMinute)
        return QCoreApplication::translate("cf::ui::Forecast", "about %1 seconds")
            .arg(rangeIn(lowSeconds, highSeconds, 1.0, 5.0));
    if (highSeconds < 1.5 * kHour)
        return QCoreApplication::translate("cf::ui::Forecast", "about %1 minutes")
            .arg(rangeIn(lowSeconds, highSeconds, kMinute, 1.0));
    if (highSeconds < 2.0 * kDay)
        return QCoreApplication::translate("cf::ui::Forecast", "about %1 hours")
            .arg(rangeIn(lowSeconds, highSeconds, kHour, 0.5));
    return QCoreApplication::translate("cf::ui::Forecast", "about %1 days")
        .arg(rangeIn(lowSeconds, highSeconds, kDay, 0.5));
}

QString estimateText(const engine::TrainingEstimate &estimate)
{
    const auto time = timeRangeText(estimate.secondsLow, estimate.secondsHigh);
    if (estimate.memoryBytes == 0)
        return time;
    const double gigabytes = static_cast<double>(estimate.memoryBytes) / kGigabyte;
    return QCoreApplication::translate("cf::ui::Forecast", "%1, %2 GB of memory")
        .arg(time, QStringLiteral("%L1").arg(std::max(0.1, gigabytes), 0, 'f', 1));
}

} // namespace cf::ui
