#include "core/demo/demo_data.h"
#include "tests/result_check.h"
#include "tests/ui/shell/every_page.h"
#include "ui/shell/main_window.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray placeOf(const QWidget *widget)
{
    QByteArray place;
    for (; widget && !widget->isWindow(); widget = widget->parentWidget())
        place += QByteArray(widget->metaObject()->className()) + ' ' +
                 widget->objectName().toUtf8() + " < ";
    return place + (widget ? widget->metaObject()->className() : "");
}

/// Of Qt, inside a control that has the name.
bool isPartOfAControl(const QWidget *widget)
{
    return widget->objectName().startsWith(u"qt_"_s) ||
           qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) ||
           qobject_cast<const QComboBox *>(widget->parentWidget()) ||
           widget->window()->inherits("QComboBoxPrivateContainer");
}

/// All in which the keyboard can be, seen now or not.
QList<const QWidget *> focusable(const QWidget *within)
{
    QList<const QWidget *> found;
    for (const auto *widget : within->findChildren<QWidget *>())
        if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() &&
            !isPartOfAControl(widget))
            found += widget;
    return found;
}

} // namespace

/// What a screen reader says, and where the Tab key goes.
class TstAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyControlHasAName();
    void everyDialogControlHasAName_data();
    void everyDialogControlHasAName();
    void tabReachesEveryControl_data();
    void tabReachesEveryControl();

private:
    static void checkNames(const QWidget &within);

    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
};

void TstAccessibility::initTestCase()
{
    QCoreApplication::setOrganizationName(u"costfilter-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.filePath(u"settings"_s));
    demo::DemoOptions options;
    options.trainPerCategory = 4;
    options.goodPerCategory = 1;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(m_dir.filePath(u"pictures"_s).toStdString(), options, run));
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const auto project = m_dir.filePath(u"project"_s).toStdString();
    const auto evaluated =
        every_page::makeProject(project, m_dir.filePath(u"pictures"_s).toStdString());
    every_page::open(*m_window, project, evaluated);
    QVERIFY(m_window->session().dataset());
}

void TstAccessibility::checkNames(const QWidget &within)
{
    QStringList nameless;
    for (const auto *widget : focusable(&within)) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (widget->isHidden() || (label && label->text().isEmpty()))
            continue; // gets its words when it is shown; a label is called what it says
        auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(interface, placeOf(widget));
        if (interface->text(QAccessible::Name).trimmed().isEmpty())
            nameless += QString::fromUtf8(placeOf(widget));
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TstAccessibility::everyControlHasAName()
{
    QVERIFY(focusable(m_window.get()).size() > 40);
    checkNames(*m_window);
}

void TstAccessibility::everyDialogControlHasAName_data()
{
    QTest::addColumn<QString>("action");
    for (const auto *action : {"help.palette", "help.shortcuts", "help.editShortcuts"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void TstAccessibility::everyDialogControlHasAName()
{
    QFETCH(QString, action);
    m_window->actions().action(action)->trigger();
    auto *dialog = m_window->findChild<QDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->windowTitle().isEmpty());
    checkNames(*dialog);
    dialog->close();
    QTRY_VERIFY(!m_window->findChild<QDialog *>()); // deleted on close
}

void TstAccessibility::tabReachesEveryControl_data()
{
    QTest::addColumn<std::size_t>("stop");
    for (std::size_t i = 0; i < every_page::kStops.size(); ++i)
        QTest::newRow(every_page::kStops[i].name().constData()) << i;
}

void TstAccessibility::tabReachesEveryControl()
{
    QFETCH(std::size_t, stop);
    every_page::goTo(*m_window, every_page::kStops[stop]);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(QApplication::focusWidget());
    auto *page = m_window->findChild<QStackedWidget *>()->currentWidget();
    QSet<const QWidget *> reached;
    for (int i = 0; i < 200; ++i) {
        QVERIFY(QApplication::focusWidget());
        reached += QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QStringList missed;
    for (const auto *widget : focusable(page))
        if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isVisible() &&
            widget->isEnabled() && !reached.contains(widget))
            missed += QString::fromUtf8(placeOf(widget));
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

QTEST_MAIN(TstAccessibility)
#include "tst_accessibility.moc"
