#pragma once

#include <QString>

#include <string>

namespace cf::ui {

/// A moment as the store writes it (ISO 8601 in UTC), in the user's time zone and way of writing;
/// as it stands when it is no such thing.
QString timeText(const std::string &utc);

} // namespace cf::ui
