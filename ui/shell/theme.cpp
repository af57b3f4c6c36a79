#include "ui/shell/theme.h"

#include "ui/shell/studio_style.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>

namespace cf::ui {

namespace {

const auto kThemeKey = QStringLiteral("theme");

struct Colours
{
    QRgb window, base, alternate, button, text, faint, line, accent, onAccent, link;
};

constexpr Colours kLight = {0xfff4f5f6, 0xffffffff, 0xfff0f2f4, 0xfffafbfb, 0xff1c2024,
                            0xff667078, 0xffc4cad0, 0xff1f6fb5, 0xffffffff, 0xff1a5f9c};
constexpr Colours kDark = {0xff202326, 0xff17191b, 0xff1d2023, 0xff2b2f33, 0xffe4e7ea,
                           0xff969fa8, 0xff43494f, 0xff3d8fd6, 0xff0b0d0f, 0xff7ab8f0};

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    const QColor window(colours.window);
    const QColor text(colours.text);
    const QColor faint(colours.faint);
    const QColor button(colours.button);
    const QColor line(colours.line);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, QColor(colours.base));
    palette.setColor(QPalette::AlternateBase, QColor(colours.alternate));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::ToolTipBase, QColor(colours.base));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, QColor(colours.accent));
    palette.setColor(QPalette::HighlightedText, QColor(colours.onAccent));
    palette.setColor(QPalette::Link, QColor(colours.link));
    palette.setColor(QPalette::LinkVisited, QColor(colours.link));
    palette.setColor(QPalette::BrightText, QColor(colours.onAccent));
    palette.setColor(QPalette::Light, button.lighter(115));
    palette.setColor(QPalette::Midlight, button);
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, line.darker(130));
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, line);
    return palette;
}

} // namespace

void applyTheme(Theme theme)
{
    // Before the first change this is the desktop's own.
    static const bool darkDesktop =
        QApplication::palette().color(QPalette::Window).lightness() < 128;
    if (!qobject_cast<StudioStyle *>(QApplication::style()))
        QApplication::setStyle(new StudioStyle);
    const bool dark = theme == Theme::Dark || (theme == Theme::System && darkDesktop);
    QApplication::setPalette(paletteOf(dark ? kDark : kLight));
}

Theme savedTheme()
{
    return themeFrom(QSettings().value(kThemeKey).toString());
}

void saveTheme(Theme theme)
{
    QSettings().setValue(kThemeKey, toString(theme));
}

QString toString(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::System:
        break;
    }
    return QStringLiteral("system");
}

Theme themeFrom(const QString &word)
{
    for (const auto theme : {Theme::Light, Theme::Dark})
        if (word == toString(theme))
            return theme;
    return Theme::System;
}

} // namespace cf::ui
