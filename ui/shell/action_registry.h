#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <vector>

class QWidget;

namespace cf::ui {

/// A text in the source code, translated when it is shown: QT_TRANSLATE_NOOP("Actions", "Open...").
struct ActionText
{
    const char *group; ///< menu and palette heading, context "Actions"
    const char *text;  ///< with the menu's mnemonic
    const char *help;  ///< one sentence for tooltip and status bar; may be null
};

/// Every action of the program, by id ("project.open"). Menus, palette, tooltips, the shortcut
/// editor and tests use these very objects. Lives in the GUI thread.
class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    struct Entry
    {
        QString id;
        ActionText text;
        QList<QKeySequence> defaults; ///< any of them; the first is shown
        QAction *action = nullptr;
    };

    /// Actions become children of `window`, whose shortcuts they are.
    explicit ActionRegistry(QWidget *window);

    /// The id must be new. `run` may be empty: connect the action yourself.
    QAction *add(const QString &id, const ActionText &text, const QList<QKeySequence> &defaults,
                 std::function<void()> run = {});
    /// Those whose ids begin so ("inspect.") act on one page alone: they are enabled while it is
    /// seen, and never clash with those of another page.
    void addPage(const QString &prefix);
    /// The page that is seen; empty: one without actions of its own.
    void enterPage(const QString &prefix);

    QAction *action(const QString &id) const;                       ///< nullptr: there is none
    const std::vector<Entry> &entries() const { return m_entries; } ///< in the order they came

    QString group(const Entry &entry) const;
    /// The text without mnemonic and dots.
    QString name(const Entry &entry) const;

    /// Other ids that a shortcut would clash with: equal, or one the beginning of the other.
    QStringList conflicts(const QString &id, const QKeySequence &shortcut) const;
    /// Kept in the settings; an empty list leaves the action without a shortcut.
    void setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts);
    void resetShortcuts(const QString &id);
    bool isChanged(const QString &id) const;

    /// Texts and tooltips in the language of now.
    void retranslate();

Q_SIGNALS:
    void shortcutsChanged();

private:
    const Entry *find(const QString &id) const;
    QString pageOf(const QString &id) const; ///< empty: of the whole window
    void showTexts(const Entry &entry) const;

    QWidget *m_window;
    std::vector<Entry> m_entries;
    QStringList m_pages;
};

} // namespace cf::ui
