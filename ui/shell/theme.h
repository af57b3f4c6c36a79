#pragma once

#include <QString>

namespace cf::ui {

enum class Theme { System, Light, Dark };

/// Colours of the whole program, at once and on all windows. System follows what the desktop said
/// when the program started.
void applyTheme(Theme theme);

/// What the settings hold; System at first.
Theme savedTheme();
void saveTheme(Theme theme);

/// The words in the settings: "system", "light", "dark"; System for any other.
QString toString(Theme theme);
Theme themeFrom(const QString &word);

} // namespace cf::ui
