#include "ui/shell/action_registry.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/shortcut_editor.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace cf::ui;
using namespace Qt::StringLiterals;

class TstActionRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void showsTheShortcutInTheTooltip();
    void findsEqualAndBeginningShortcuts();
    void pagesDoNotClash();
    void keepsAChangedShortcut();
    void paletteFindsWordsInAnyOrderAndRuns();
    void paletteDoesNotRunWhatCannotBeUsed();
    void editorWarnsAndMovesAShortcut();
    void editorPutsTheDefaultBack();

private:
    QTemporaryDir m_dir;
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<ActionRegistry> m_registry;
    int m_opened = 0;
};

void TstActionRegistry::initTestCase()
{
    QCoreApplication::setOrganizationName(u"costfilter-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.path());
}

void TstActionRegistry::init()
{
    QSettings().clear();
    m_registry.reset();
    m_window = std::make_unique<QMainWindow>();
    m_registry = std::make_unique<ActionRegistry>(m_window.get());
    m_opened = 0;
    m_registry->add(u"file.open"_s, {"File", "&Open project...", "Go on with a project"},
                    {QKeySequence(u"Ctrl+O"_s)}, [this] { ++m_opened; });
    m_registry->add(u"file.all"_s, {"File", "Open &all", nullptr},
                    {QKeySequence(u"Ctrl+K, Ctrl+A"_s)});
    m_registry->add(u"view.jobs"_s, {"View", "&Jobs", nullptr}, {});
}

void TstActionRegistry::showsTheShortcutInTheTooltip()
{
    QCOMPARE(m_registry->action(u"file.open"_s)->toolTip(), u"Go on with a project (Ctrl+O)"_s);
    QCOMPARE(m_registry->action(u"view.jobs"_s)->toolTip(), u"Jobs"_s);
    QCOMPARE(m_registry->name(m_registry->entries().front()), u"Open project"_s);
    QVERIFY(!m_registry->action(u"nothing"_s));
}

void TstActionRegistry::findsEqualAndBeginningShortcuts()
{
    QCOMPARE(m_registry->conflicts(u"view.jobs"_s, QKeySequence(u"Ctrl+O"_s)),
             QStringList{u"file.open"_s});
    QCOMPARE(m_registry->conflicts(u"view.jobs"_s, QKeySequence(u"Ctrl+K"_s)),
             QStringList{u"file.all"_s});
    QVERIFY(m_registry->conflicts(u"view.jobs"_s, QKeySequence(u"Ctrl+J"_s)).isEmpty());
    QVERIFY(m_registry->conflicts(u"file.open"_s, QKeySequence(u"Ctrl+O"_s)).isEmpty());
    QVERIFY(m_registry->conflicts(u"view.jobs"_s, {}).isEmpty());
}

void TstActionRegistry::pagesDoNotClash()
{
    const QKeySequence letter(u"D"_s);
    auto *look = m_registry->add(u"look.next"_s, {"Look", "&Next", nullptr}, {letter});
    auto *judge = m_registry->add(u"judge.next"_s, {"Judge", "&Next", nullptr}, {letter});
    QCOMPARE(m_registry->conflicts(u"look.next"_s, letter), QStringList{u"judge.next"_s});
    m_registry->addPage(u"look."_s);
    m_registry->addPage(u"judge."_s);
    QVERIFY(m_registry->conflicts(u"look.next"_s, letter).isEmpty());
    // Those of the window clash with every page's.
    QCOMPARE(m_registry->conflicts(u"look.next"_s, QKeySequence(u"Ctrl+O"_s)),
             QStringList{u"file.open"_s});
    QCOMPARE(m_registry->conflicts(u"view.jobs"_s, letter),
             (QStringList{u"look.next"_s, u"judge.next"_s}));
    m_registry->enterPage(u"look."_s);
    QVERIFY(look->isEnabled() && !judge->isEnabled());
    QVERIFY(m_registry->action(u"file.open"_s)->isEnabled());
    m_registry->enterPage({});
    QVERIFY(!look->isEnabled() && !judge->isEnabled());
}

void TstActionRegistry::keepsAChangedShortcut()
{
    m_registry->setShortcuts(u"view.jobs"_s, {QKeySequence(u"Ctrl+J"_s)});
    QVERIFY(m_registry->isChanged(u"view.jobs"_s));
    m_registry->setShortcuts(u"file.open"_s, {});
    ActionRegistry again(m_window.get());
    QCOMPARE(again.add(u"view.jobs"_s, {"View", "&Jobs", nullptr}, {})->shortcut(),
             QKeySequence(u"Ctrl+J"_s));
    QVERIFY(again.add(u"file.open"_s, {"File", "&Open", nullptr}, {QKeySequence(u"Ctrl+O"_s)})
                ->shortcuts()
                .isEmpty());
    m_registry->resetShortcuts(u"view.jobs"_s);
    QVERIFY(m_registry->action(u"view.jobs"_s)->shortcuts().isEmpty());
}

void TstActionRegistry::paletteFindsWordsInAnyOrderAndRuns()
{
    CommandPalette palette(*m_registry, m_window.get());
    palette.show();
    auto *typed = palette.findChild<QLineEdit *>();
    auto *matches = palette.findChild<QListWidget *>();
    QCOMPARE(matches->count(), 3);
    QTest::keyClicks(typed, u"project open"_s);
    QCOMPARE(matches->count(), 1);
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_COMPARE(m_opened, 1);
    QVERIFY(!palette.isVisible());
}

void TstActionRegistry::paletteDoesNotRunWhatCannotBeUsed()
{
    m_registry->action(u"file.open"_s)->setEnabled(false);
    CommandPalette palette(*m_registry, m_window.get());
    palette.show();
    auto *typed = palette.findChild<QLineEdit *>();
    QTest::keyClicks(typed, u"open project"_s);
    QTest::keyClick(typed, Qt::Key_Return);
    QTest::qWait(20);
    QCOMPARE(m_opened, 0);
    QTest::keyClicks(typed, u" xyz"_s);
    QCOMPARE(palette.findChild<QListWidget *>()->count(), 1); // the sentence that there is none
}

void TstActionRegistry::editorWarnsAndMovesAShortcut()
{
    ShortcutEditor editor(*m_registry, m_window.get());
    editor.show();
    auto *tree = editor.findChild<QTreeWidget *>();
    tree->setCurrentItem(tree->findItems(u"Jobs"_s, Qt::MatchExactly | Qt::MatchRecursive).first());
    auto *warning = editor.findChild<QLabel *>(u"conflict"_s);
    QVERIFY(warning->text().isEmpty());
    editor.findChild<QKeySequenceEdit *>()->setKeySequence(QKeySequence(u"Ctrl+O"_s));
    QVERIFY(warning->text().contains(u"Open project"_s));
    for (auto *button : editor.findChildren<QPushButton *>())
        if (button->text().contains(u"ssign"_s))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_registry->action(u"view.jobs"_s)->shortcut(), QKeySequence(u"Ctrl+O"_s));
    QVERIFY(m_registry->action(u"file.open"_s)->shortcuts().isEmpty());
}

void TstActionRegistry::editorPutsTheDefaultBack()
{
    m_registry->setShortcuts(u"file.open"_s, {QKeySequence(u"Ctrl+P"_s)});
    ShortcutEditor editor(*m_registry, m_window.get());
    editor.show();
    auto *tree = editor.findChild<QTreeWidget *>();
    tree->setCurrentItem(
        tree->findItems(u"Open project"_s, Qt::MatchExactly | Qt::MatchRecursive).first());
    for (auto *button : editor.findChildren<QPushButton *>())
        if (button->text().contains(u"efault"_s))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_registry->action(u"file.open"_s)->shortcut(), QKeySequence(u"Ctrl+O"_s));
}

QTEST_MAIN(TstActionRegistry)
#include "tst_action_registry.moc"
