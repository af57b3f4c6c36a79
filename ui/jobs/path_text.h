#pragma once

#include <QString>

#include <filesystem>

namespace cf::ui {

/// What a user chose or dropped, as the rest of the program takes it.
inline std::filesystem::path pathOf(const QString &text)
{
    return text.toStdString();
}

} // namespace cf::ui
