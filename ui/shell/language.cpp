#include "ui/shell/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>
#include <QWidget>

static void initTranslations()
{
    Q_INIT_RESOURCE(translations); // outside any namespace
}

namespace cf::ui {

namespace {

const auto kLanguageKey = QStringLiteral("language");
const auto kTranslatorName = QStringLiteral("costfilterTranslator");

QLocale localeOf(QLocale::Language language)
{
    const auto desktop = QLocale::system();
    return desktop.language() == language ? desktop : QLocale(language, desktop.territory());
}

/// Of the text catalogue; any locale else than the three is read in English.
Language spokenBy(const QLocale &locale)
{
    switch (locale.language()) {
    case QLocale::German:
        return Language::German;
    case QLocale::Chinese:
        return Language::Chinese;
    default:
        return Language::English;
    }
}

Language desktopLanguage()
{
    for (const auto &name : QLocale::system().uiLanguages()) {
        const QLocale locale(name);
        if (locale.language() == QLocale::English || spokenBy(locale) != Language::English)
            return spokenBy(locale);
    }
    return Language::English;
}

QString catalogueSuffix(Language language)
{
    return language == Language::Chinese ? QStringLiteral("zh_CN") : toString(language);
}

void install(const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(qApp);
    translator->setObjectName(kTranslatorName);
    if (translator->load(file, folder))
        QApplication::installTranslator(translator);
    else
        delete translator; // Qt's own texts then stay English
}

/// Chinese letters in the shapes of simplified Chinese; left alone, Qt takes the first font that
/// has them, which may be a Japanese one that draws many of them otherwise.
void chooseFont(Language spoken)
{
    static const auto before = QApplication::font();
    auto font = before;
    if (spoken == Language::Chinese)
        font.setFamilies(before.families() + QStringList{QStringLiteral("Noto Sans CJK SC")});
    QApplication::setFont(font);
}

} // namespace

void applyLanguage(Language language)
{
    initTranslations();
    const auto spoken = language == Language::System ? desktopLanguage() : language;
    const auto locale = language == Language::System    ? QLocale::system()
                        : language == Language::German  ? localeOf(QLocale::German)
                        : language == Language::Chinese ? localeOf(QLocale::Chinese)
                                                        : localeOf(QLocale::English);
    QLocale::setDefault(locale);
    qDeleteAll(qApp->findChildren<QTranslator *>(kTranslatorName, Qt::FindDirectChildrenOnly));
    if (spoken != Language::English)
        install(QStringLiteral("qtbase_") + catalogueSuffix(spoken),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("costfilter_") + catalogueSuffix(spoken),
            QStringLiteral(":/translations"));
    chooseFont(spoken);
    // A widget keeps the locale that it was made with.
    for (auto *window : QApplication::topLevelWidgets())
        window->setLocale(locale);
}

Language savedLanguage()
{
    return languageFrom(QSettings().value(kLanguageKey).toString());
}

void saveLanguage(Language language)
{
    QSettings().setValue(kLanguageKey, toString(language));
}

QString toString(Language language)
{
    switch (language) {
    case Language::English:
        return QStringLiteral("en");
    case Language::German:
        return QStringLiteral("de");
    case Language::Chinese:
        return QStringLiteral("zh");
    case Language::System:
        break;
    }
    return QStringLiteral("system");
}

Language languageFrom(const QString &word)
{
    for (const auto language : kLanguages)
        if (word == toString(language))
            return language;
    return Language::System;
}

} // namespace cf::ui
