#include "core/dataset/dataset.h"
#include "core/demo/demo_data.h"
#include "tests/result_check.h"
#include "tests/ui/annotate/sealed_shapes.h"
#include "tests/ui/inspect/made_inspection.h"
#include "tests/ui/shell/every_page.h"
#include "ui/annotate/annotate_page.h"
#include "ui/inspect/inspect_page.h"
#include "ui/shell/annotate_window.h"

#include <QAccessible>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

#include <opencv2/imgcodecs.hpp>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

/// The window to draw in, as it comes from Inspect, by keys.
class TstAnnotateWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void opensThePictureThatInspectShows();
    void choosesToolsByTheirKeys();
    void drawsAWholePictureByKeysAlone();
    void hasEveryActionInAMenuAndNoKeyTwice();
    void namesEveryControl();
    void reachesEveryControlWithTab();
    void asksBeforeItClosesWithWhatCannotBeSaved();
    void closesOnceEverythingIsSaved();
    void theProgramAsksBeforeItQuits();

private:
    AnnotateWindow &window() { return *m_window->findChild<AnnotateWindow *>(); }
    AnnotationCanvas &canvas() { return window().page().editor().canvas(); }
    ShapeEditor &editor() { return *window().page().editor().editor(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&canvas(), key, modifiers);
    }

    QString projectFile() const { return m_dir.filePath(u"project/project.costfilter"_s); }
    QMessageBox *question() const
    {
        for (auto *widget : QApplication::topLevelWidgets())
            if (widget->objectName() == u"unsavedShapes"_s && widget->isVisible())
                return qobject_cast<QMessageBox *>(widget);
        return nullptr;
    }
    void answer(const char *button)
    {
        QTRY_VERIFY(question());
        question()->findChild<QPushButton *>(QLatin1String(button))->click();
        QTRY_VERIFY(!question());
    }
    /// One that the project does not take.
    void draw()
    {
        annotation::Shape shape;
        shape.label = "bent";
        shape.points = {{1, 1}, {30, 2}, {20, 30}};
        editor().add({}, {shape});
    }

    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
    std::filesystem::path m_image;
};

void TstAnnotateWindow::initTestCase()
{
    QCoreApplication::setOrganizationName(u"costfilter-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.filePath(u"settings"_s));
    demo::DemoOptions options;
    options.trainPerCategory = 2;
    options.goodPerCategory = 1;
    options.defectsPerKind = 1;
    RunContext run;
    const std::filesystem::path pictures = m_dir.filePath(u"pictures"_s).toStdString();
    CF_VERIFY(demo::writeDemoData(pictures, options, run));
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    const auto project = m_dir.filePath(u"project"_s).toStdString();
    every_page::open(*m_window, project, every_page::makeProject(project, pictures));
    QVERIFY(m_window->session().dataset());
    for (const auto &sample : m_window->session().dataset()->categories.front().samples)
        if (sample.label == dataset::Label::Defect)
            m_image = sample.image;
}

void TstAnnotateWindow::opensThePictureThatInspectShows()
{
    auto &inspect = m_window->inspectPage();
    m_window->actions().action(u"go.inspect"_s)->trigger();
    const cv::Mat picture = cv::imread(m_image.string());
    const auto made = madeInspection(picture.size());
    made->image = m_image;
    made->picture = picture;
    inspect.showInspection(made);
    m_window->actions().action(u"inspect.annotate"_s)->trigger();
    QTRY_COMPARE(window().page().picture(), m_image);
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QVERIFY(window().windowTitle().contains(QString::fromStdString(m_image.filename().string())));
    QVERIFY(!canvas().scores().empty()); // what the last view shows
    QVERIFY(canvas().level().has_value());
}

void TstAnnotateWindow::choosesToolsByTheirKeys()
{
    const std::pair<Qt::Key, ToolKind> keys[] = {
        {Qt::Key_P, ToolKind::Polygon}, {Qt::Key_R, ToolKind::Rectangle},
        {Qt::Key_O, ToolKind::Ellipse}, {Qt::Key_B, ToolKind::Brush},
        {Qt::Key_E, ToolKind::Eraser},  {Qt::Key_W, ToolKind::Wand},
        {Qt::Key_G, ToolKind::GrabCut}, {Qt::Key_V, ToolKind::Select}};
    for (const auto &[key, tool] : keys) {
        press(key);
        QCOMPARE(canvas().tool(), tool);
        int checked = 0;
        for (const auto *button : window().page().editor().toolBar().findChildren<QToolButton *>())
            checked += button->isChecked();
        QCOMPARE(checked, 1);
        QVERIFY(!window().page().editor().canvas().hint().isEmpty());
    }
    const double before = canvas().brushDiameter();
    press(Qt::Key_BracketRight);
    QVERIFY(canvas().brushDiameter() > before);
    press(Qt::Key_BracketLeft);
    QCOMPARE(canvas().brushDiameter(), before);
}

void TstAnnotateWindow::drawsAWholePictureByKeysAlone()
{
    press(Qt::Key_M); // the map's areas
    QTRY_VERIFY(!editor().document().shapes().empty());
    const auto areas = editor().document().shapes().size();
    press(Qt::Key_2); // they are of the second class
    QCOMPARE(editor().label(), window().page().editor().classes().classes().at(1).name);
    QCOMPARE(editor().document().shapes().begin()->second.label, editor().label());
    press(Qt::Key_R);
    press(Qt::Key_Period);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Period);
    QCOMPARE(editor().document().shapes().size(), areas + 1);
    press(Qt::Key_V);
    press(Qt::Key_Left, Qt::ShiftModifier);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(editor().document().shapes().size(), areas + 2);
    press(Qt::Key_Delete);
    QCOMPARE(editor().document().shapes().size(), areas + 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor().document().shapes().size(), areas + 2);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor().document().shapes().size(), areas + 1);
    while (editor().undoStack()->canUndo())
        press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(editor().document().shapes().empty());
    QTRY_VERIFY(window().page().isSaved());
    press(Qt::Key_D); // the next picture
    QTRY_VERIFY(window().page().picture() != m_image);
    press(Qt::Key_A);
    QTRY_COMPARE(window().page().picture(), m_image);
}

void TstAnnotateWindow::hasEveryActionInAMenuAndNoKeyTwice()
{
    QSet<QAction *> inMenus;
    for (auto *menu : window().findChildren<QMenu *>())
        for (auto *action : menu->actions())
            inMenus += action;
    for (const auto &entry : window().actions().entries()) {
        QVERIFY2(inMenus.contains(entry.action), qPrintable(entry.id));
        for (const auto &shortcut : entry.action->shortcuts())
            QVERIFY2(window().actions().conflicts(entry.id, shortcut).isEmpty(),
                     qPrintable(entry.id + u": "_s + shortcut.toString()));
    }
}

void TstAnnotateWindow::namesEveryControl()
{
    for (auto *widget : window().page().findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() ||
            widget->objectName().startsWith(u"qt_"_s) || widget->isHidden() ||
            qobject_cast<QLabel *>(widget) ||
            widget->window()->inherits("QComboBoxPrivateContainer")) // of Qt, in a named control
            continue;
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).trimmed().isEmpty(),
                 widget->metaObject()->className());
    }
}

void TstAnnotateWindow::reachesEveryControlWithTab()
{
    window().activateWindow();
    canvas().setFocus();
    QSet<const QWidget *> reached;
    for (int i = 0; i < 60; ++i) {
        QVERIFY(QApplication::focusWidget());
        reached += QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const auto *widget : window().page().findChildren<QWidget *>())
        QVERIFY2((widget->focusPolicy() & Qt::TabFocus) != Qt::TabFocus || !widget->isVisible() ||
                     !widget->isEnabled() || widget->focusProxy() || reached.contains(widget) ||
                     widget->objectName().startsWith(u"qt_"_s),
                 widget->metaObject()->className());
}

void TstAnnotateWindow::asksBeforeItClosesWithWhatCannotBeSaved()
{
    QTRY_VERIFY(window().page().isSaved());
    const SealedShapes sealed(projectFile());
    const auto before = editor().document().shapes().size();
    draw();
    window().close();
    QTRY_VERIFY(question());
    QVERIFY(window().isVisible());
    QVERIFY(!question()->informativeText().isEmpty());
    QTest::keyClick(question(), Qt::Key_Escape); // is to stay
    QTRY_VERIFY(!question());
    QVERIFY(window().isVisible());
    QCOMPARE(editor().document().shapes().size(), before + 1);

    window().close();
    answer("saveShapesElsewhere");
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = window().findChild<QFileDialog *>(u"folderForShapes"_s)));
    QDir().mkpath(m_dir.filePath(u"elsewhere"_s));
    dialog->setDirectory(m_dir.filePath(u"elsewhere"_s));
    Q_EMIT dialog->fileSelected(m_dir.filePath(u"elsewhere"_s));
    dialog->hide();
    QTRY_VERIFY(!window().isVisible());
    QVERIFY(window().page().isSaved());
    const auto folders =
        QDir(m_dir.filePath(u"elsewhere"_s)).entryList({u"shapes-*"_s}, QDir::Dirs);
    QCOMPARE(folders.size(), 1);

    window().showPicture(m_image);
    QTRY_VERIFY(window().page().editor().editor());
    QCOMPARE(editor().document().shapes().size(), before); // as in the project
    draw();
    window().close();
    answer("discardShapes");
    QTRY_VERIFY(!window().isVisible());
    QVERIFY(window().page().isSaved());
}

void TstAnnotateWindow::closesOnceEverythingIsSaved()
{
    window().showPicture(m_image);
    QTRY_VERIFY(window().page().editor().editor());
    const auto before = editor().document().shapes().size();
    {
        const SealedShapes sealed(projectFile());
        draw();
        window().close();
        QTRY_VERIFY(question());
    } // there is room again
    QTRY_VERIFY_WITH_TIMEOUT(!window().isVisible(), 20000);
    QVERIFY(!question());
    window().showPicture(m_image);
    QTRY_VERIFY(window().page().editor().editor());
    QCOMPARE(editor().document().shapes().size(), before + 1);
}

void TstAnnotateWindow::theProgramAsksBeforeItQuits()
{
    const SealedShapes sealed(projectFile());
    draw();
    m_window->close();
    answer("stayWithShapes");
    QVERIFY(m_window->isVisible());
    window().hide(); // it may be out of sight
    m_window->close();
    answer("discardShapes");
    QTRY_VERIFY(!m_window->isVisible());
}

QTEST_MAIN(TstAnnotateWindow)
#include "tst_annotate_window.moc"
