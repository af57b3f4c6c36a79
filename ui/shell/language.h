#pragma once

#include <QString>

namespace cf::ui {

enum class Language { System, English, German, Chinese };

constexpr Language kLanguages[] = {Language::System, Language::English, Language::German,
                                   Language::Chinese};

/// Texts, numbers and dates of the whole program, at once and on all windows: they get
/// QEvent::LanguageChange. System is the first language of the desktop that there is a catalogue
/// for; the others keep the desktop's country, so that a date looks as it does elsewhere on it.
void applyLanguage(Language language);

/// What the settings hold; System at first.
Language savedLanguage();
void saveLanguage(Language language);

/// The words in the settings: "system", "en", "de", "zh"; System for any other.
QString toString(Language language);
Language languageFrom(const QString &word);

} // namespace cf::ui
