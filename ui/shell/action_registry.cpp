#include "ui/shell/action_registry.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSettings>
#include <QWidget>

#include <algorithm>

namespace cf::ui {

namespace {

QString settingsKey(const QString &id)
{
    return QStringLiteral("shortcuts/") + id;
}

bool startsWith(const QKeySequence &longer, const QKeySequence &shorter)
{
    if (shorter.isEmpty() || shorter.count() > longer.count())
        return false;
    for (int i = 0; i < shorter.count(); ++i)
        if (longer[static_cast<uint>(i)] != shorter[static_cast<uint>(i)])
            return false;
    return true;
}

QList<QKeySequence> fromText(const QString &text)
{
    auto shortcuts = QKeySequence::listFromString(text, QKeySequence::PortableText);
    shortcuts.removeIf([](const QKeySequence &one) { return one.isEmpty(); }); // "" gives one
    return shortcuts;
}

QString translated(const char *text)
{
    return text ? QCoreApplication::translate("Actions", text) : QString();
}

} // namespace

ActionRegistry::ActionRegistry(QWidget *window) : QObject(window), m_window(window) {}

QAction *ActionRegistry::add(const QString &id, const ActionText &text,
                             const QList<QKeySequence> &defaults, std::function<void()> run)
{
    Q_ASSERT_X(!find(id), "ActionRegistry::add", "an id stands for one action");
    auto *action = new QAction(m_window);
    action->setObjectName(id);
    action->setShortcutContext(Qt::WindowShortcut);
    const QSettings settings;
    const auto key = settingsKey(id);
    action->setShortcuts(settings.contains(key) ? fromText(settings.value(key).toString())
                                                : defaults);
    if (run)
        connect(action, &QAction::triggered, m_window, [run = std::move(run)] { run(); });
    m_window->addAction(action);
    m_entries.push_back({id, text, defaults, action});
    showTexts(m_entries.back());
    return action;
}

const ActionRegistry::Entry *ActionRegistry::find(const QString &id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

QAction *ActionRegistry::action(const QString &id) const
{
    const auto *entry = find(id);
    return entry ? entry->action : nullptr;
}

QString ActionRegistry::group(const Entry &entry) const
{
    return translated(entry.text.group);
}

QString ActionRegistry::name(const Entry &entry) const
{
    QString text = translated(entry.text.text);
    text.remove(QRegularExpression(QStringLiteral("\\(&\\w\\)"))); // after a word in Chinese
    text.remove(QLatin1Char('&'));
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text;
}

void ActionRegistry::addPage(const QString &prefix)
{
    m_pages += prefix;
}

void ActionRegistry::enterPage(const QString &prefix)
{
    for (const auto &entry : m_entries)
        if (const auto page = pageOf(entry.id); !page.isEmpty())
            entry.action->setEnabled(page == prefix);
}

QString ActionRegistry::pageOf(const QString &id) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&](const QString &prefix) { return id.startsWith(prefix); });
    return found == m_pages.end() ? QString() : *found;
}

QStringList ActionRegistry::conflicts(const QString &id, const QKeySequence &shortcut) const
{
    QStringList others;
    if (shortcut.isEmpty())
        return others;
    const auto page = pageOf(id);
    for (const auto &entry : m_entries) {
        const auto otherPage = pageOf(entry.id);
        if (!page.isEmpty() && !otherPage.isEmpty() && page != otherPage)
            continue; // never enabled at the same time
        const auto shortcuts = entry.action->shortcuts();
        if (entry.id != id &&
            std::any_of(shortcuts.begin(), shortcuts.end(), [&](const QKeySequence &one) {
                return startsWith(one, shortcut) || startsWith(shortcut, one);
            }))
            others += entry.id;
    }
    return others;
}

void ActionRegistry::setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts)
{
    const auto *entry = find(id);
    if (!entry)
        return;
    entry->action->setShortcuts(shortcuts);
    QSettings().setValue(settingsKey(id),
                         QKeySequence::listToString(shortcuts, QKeySequence::PortableText));
    showTexts(*entry);
    Q_EMIT shortcutsChanged();
}

void ActionRegistry::resetShortcuts(const QString &id)
{
    const auto *entry = find(id);
    if (!entry)
        return;
    entry->action->setShortcuts(entry->defaults);
    QSettings().remove(settingsKey(id));
    showTexts(*entry);
    Q_EMIT shortcutsChanged();
}

bool ActionRegistry::isChanged(const QString &id) const
{
    const auto *entry = find(id);
    return entry && entry->action->shortcuts() != entry->defaults;
}

void ActionRegistry::showTexts(const Entry &entry) const
{
    entry.action->setText(translated(entry.text.text));
    const auto help = translated(entry.text.help);
    const auto keys = entry.action->shortcut().toString(QKeySequence::NativeText);
    QString tip = help.isEmpty() ? name(entry) : help;
    entry.action->setStatusTip(tip);
    if (!keys.isEmpty())
        tip += QStringLiteral(" (%1)").arg(keys);
    entry.action->setToolTip(tip);
}

void ActionRegistry::retranslate()
{
    for (const auto &entry : m_entries)
        showTexts(entry);
}

} // namespace cf::ui
