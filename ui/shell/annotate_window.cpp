#include "ui/shell/annotate_window.h"

#include "ui/annotate/annotate_commands.h"
#include "ui/annotate/annotate_page.h"
#include "ui/inspect/inspect_page.h"
#include "ui/jobs/path_text.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/session.h"
#include "ui/shell/shortcut_sheet.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QToolBar>
#include <QUndoGroup>
#include <QUndoStack>

namespace cf::ui {

namespace {

constexpr int kMessageMs = 8000;

} // namespace

AnnotateWindow::AnnotateWindow(Session &session, InspectPage &inspect, JobRunner &runner,
                               QWidget *parent)
    : QMainWindow(parent, Qt::Window), m_inspect(inspect), m_page(new AnnotatePage(&runner)),
      m_undo(new QUndoGroup(this))
{
    setObjectName(QStringLiteral("annotateWindow"));
    resize(1280, 800);
    setCentralWidget(m_page);
    addActions();
    addEditActions();
    addViewActions();
    addMenus();
    const auto follow = [this, &session] {
        m_page->setProject(session.project());
        m_page->setDataset(session.dataset());
    };
    connect(&session, &Session::projectChanged, this, follow);
    connect(&session, &Session::datasetChanged, this, follow);
    follow();
    connect(m_page, &AnnotatePage::pictureShown, this, [this](const QString &image) {
        followEditor();
        retranslate();
        takeScores();
        const auto &inspection = m_inspect.inspection();
        if (!inspection || inspection->image != image.toStdString())
            m_inspect.showPicture(image.toStdString()); // looks into it, if there is a model
    });
    connect(m_page, &AnnotatePage::told, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, kMessageMs); });
    connect(m_page, &AnnotatePage::saveStateChanged, this, &AnnotateWindow::goOnLeaving);
    connect(m_page, &AnnotatePage::undoChanged, this, &AnnotateWindow::showUndo);
    connect(&inspect, &InspectPage::inspected, this, &AnnotateWindow::takeScores);
    retranslate();
}

AnnotateWindow::~AnnotateWindow() = default;

void AnnotateWindow::addActions()
{
    const char *const picture = QT_TRANSLATE_NOOP("Actions", "Picture");
    m_actions.add(QStringLiteral("annotate.next"),
                  {picture, QT_TRANSLATE_NOOP("Actions", "&Next picture"), nullptr},
                  {QKeySequence(Qt::Key_D), QKeySequence(Qt::Key_PageDown)},
                  [this] { m_page->showNext(); });
    m_actions.add(QStringLiteral("annotate.previous"),
                  {picture, QT_TRANSLATE_NOOP("Actions", "&Previous picture"), nullptr},
                  {QKeySequence(Qt::Key_A), QKeySequence(Qt::Key_PageUp)},
                  [this] { m_page->showPrevious(); });
    m_actions.add(QStringLiteral("annotate.copyToNext"),
                  {picture, QT_TRANSLATE_NOOP("Actions", "&Copy to next picture"),
                   QT_TRANSLATE_NOOP("Actions", "The selected shapes, or all, on the next picture, "
                                                "too")},
                  {QKeySequence(Qt::CTRL | Qt::Key_B)}, [this] { m_page->copyToNext(); });
    m_actions.add(
        QStringLiteral("annotate.import"),
        {picture, QT_TRANSLATE_NOOP("Actions", "&Import shapes..."),
         QT_TRANSLATE_NOOP("Actions", "Take shapes from files of other programs: labelme, "
                                      "COCO, YOLO, masks, tables")},
        {QKeySequence(Qt::CTRL | Qt::Key_I)}, [this] { m_page->importShapes(); });
    m_actions.add(QStringLiteral("annotate.export"),
                  {picture, QT_TRANSLATE_NOOP("Actions", "&Export shapes..."),
                   QT_TRANSLATE_NOOP("Actions", "Write all shapes of the project into files of "
                                                "other programs")},
                  {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] { m_page->exportShapes(); });
    m_actions.add(QStringLiteral("annotate.close"),
                  {picture, QT_TRANSLATE_NOOP("Actions", "C&lose"),
                   QT_TRANSLATE_NOOP("Actions", "Close this window; everything is saved")},
                  {QKeySequence::Close}, [this] { close(); });

    auto *tools = new QActionGroup(this);
    auto &editor = m_page->editor();
    for (const auto &command : annotateCommands()) {
        const char *const group = command.tool ? QT_TRANSLATE_NOOP("Actions", "Tools")
                                               : QT_TRANSLATE_NOOP("Actions", "Shapes");
        auto *action = m_actions.add(QLatin1String(command.id), {group, command.text, command.help},
                                     command.keys, [&editor, run = command.run] { run(editor); });
        if (!command.tool)
            continue;
        action->setCheckable(true);
        action->setChecked(*command.tool == editor.canvas().tool());
        tools->addAction(action);
        editor.toolBar().addAction(action);
        connect(&editor.canvas(), &AnnotationCanvas::toolChanged, action,
                [action, tool = *command.tool](ToolKind now) { action->setChecked(now == tool); });
    }
    editor.toolBar().addSeparator();
    editor.toolBar().addAction(m_actions.action(QStringLiteral("annotate.threshold")));
}

void AnnotateWindow::addEditActions()
{
    const char *const edit = QT_TRANSLATE_NOOP("Actions", "Edit");
    m_actions.add(QStringLiteral("annotate.undo"),
                  {edit, QT_TRANSLATE_NOOP("Actions", "&Undo"),
                   QT_TRANSLATE_NOOP("Actions", "Take back the last change of this picture's "
                                                "shapes, then the last import")},
                  {QKeySequence::Undo}, [this] { m_page->undo(); });
    m_actions.add(
        QStringLiteral("annotate.redo"), {edit, QT_TRANSLATE_NOOP("Actions", "&Redo"), nullptr},
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
        [this] { m_page->redo(); });
    connect(m_undo, &QUndoGroup::canUndoChanged, this, &AnnotateWindow::showUndo);
    connect(m_undo, &QUndoGroup::canRedoChanged, this, &AnnotateWindow::showUndo);
    showUndo();
}

void AnnotateWindow::showUndo()
{
    m_actions.action(QStringLiteral("annotate.undo"))->setEnabled(m_page->canUndo());
    m_actions.action(QStringLiteral("annotate.redo"))->setEnabled(m_page->canRedo());
}

void AnnotateWindow::addViewActions()
{
    const char *const view = QT_TRANSLATE_NOOP("Actions", "View");
    auto &canvas = m_page->editor().canvas();
    m_actions.add(QStringLiteral("annotate.fit"),
                  {view, QT_TRANSLATE_NOOP("Actions", "&Fit"), nullptr},
                  {QKeySequence(Qt::CTRL | Qt::Key_F)}, [&canvas] { canvas.fit(); });
    m_actions.add(QStringLiteral("annotate.zoom100"),
                  {view, QT_TRANSLATE_NOOP("Actions", "&100 %"), nullptr},
                  {QKeySequence(Qt::CTRL | Qt::Key_0)}, [&canvas] { canvas.zoomTo100(); });
    m_actions.add(QStringLiteral("annotate.overlay"),
                  {view, QT_TRANSLATE_NOOP("Actions", "Show or hide the &maps"), nullptr},
                  {QKeySequence(Qt::Key_C)},
                  [&canvas] { canvas.setOverlayShown(!canvas.style().mapShown); });
    m_actions.add(QStringLiteral("annotate.shapes"),
                  {view, QT_TRANSLATE_NOOP("Actions", "Show or hide the &shapes"), nullptr},
                  {QKeySequence(Qt::Key_T)},
                  [&canvas] { canvas.setShapesShown(!canvas.shapesShown()); });
    m_actions.add(QStringLiteral("annotate.shortcuts"),
                  {view, QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
                   QT_TRANSLATE_NOOP("Actions", "All shortcuts on one page")},
                  {QKeySequence(Qt::Key_F1)}, [this] {
                      auto *sheet = new ShortcutSheet(m_actions, this);
                      sheet->setAttribute(Qt::WA_DeleteOnClose);
                      sheet->open();
                  });
    m_actions.add(QStringLiteral("annotate.palette"),
                  {view, QT_TRANSLATE_NOOP("Actions", "&Command palette..."),
                   QT_TRANSLATE_NOOP("Actions", "Find and run any command by its name")},
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, [this] {
                      auto *palette = new CommandPalette(m_actions, this);
                      palette->setAttribute(Qt::WA_DeleteOnClose);
                      palette->open();
                  });
}

void AnnotateWindow::addMenus()
{
    const std::pair<const char *, const char *> titles[] = {
        {"Picture", QT_TRANSLATE_NOOP("cf::ui::AnnotateWindow", "&Picture")},
        {"Edit", QT_TRANSLATE_NOOP("cf::ui::AnnotateWindow", "&Edit")},
        {"Tools", QT_TRANSLATE_NOOP("cf::ui::AnnotateWindow", "&Tools")},
        {"Shapes", QT_TRANSLATE_NOOP("cf::ui::AnnotateWindow", "S&hapes")},
        {"View", QT_TRANSLATE_NOOP("cf::ui::AnnotateWindow", "&View")}};
    for (const auto &[group, title] : titles) {
        auto *menu = menuBar()->addMenu(QString());
        m_menus.emplace_back(menu, title);
        for (const auto &entry : m_actions.entries())
            if (QLatin1String(entry.text.group) == QLatin1String(group))
                menu->addAction(entry.action);
    }
}

void AnnotateWindow::showPicture(const std::filesystem::path &image)
{
    m_page->showPicture(image);
    show();
    raise();
    activateWindow();
}

void AnnotateWindow::followEditor()
{
    auto *stack = m_page->editor().undoStack();
    if (!stack)
        return;
    m_undo->addStack(stack); // leaves the group when it goes
    m_undo->setActiveStack(stack);
}

void AnnotateWindow::takeScores()
{
    const auto &inspection = m_inspect.inspection();
    if (!inspection || m_inspect.tiles().empty())
        return;
    const auto shown = m_inspect.tiles().back()->shown();
    if (shown.empty() || shown.front().map.empty())
        return;
    const auto &scale = shown.front().legend.scale;
    m_page->setScores(inspection->image, shown.front().map, scale.threshold, scale.low, scale.high);
}

void AnnotateWindow::closeEvent(QCloseEvent *event)
{
    if (m_page->isSaved()) {
        event->accept();
        return;
    }
    event->ignore();
    leave([this] { close(); });
}

void AnnotateWindow::leave(std::function<void()> then)
{
    m_leaving = std::move(then);
    statusBar()->showMessage(tr("Saving what was drawn..."), kMessageMs);
    goOnLeaving();
}

void AnnotateWindow::goOnLeaving()
{
    if (!m_leaving)
        return;
    if (m_page->isSaved()) {
        if (m_question)
            m_question->done(QMessageBox::NoButton); // saved after all
        std::exchange(m_leaving, {})();
    } else if (!m_page->saveFailure().isEmpty() && !m_question) {
        askAboutUnsaved(m_page->saveFailure());
    }
}

void AnnotateWindow::askAboutUnsaved(const QString &why)
{
    const auto pictures = static_cast<int>(m_page->unsavedPictures());
    m_question = new QMessageBox(
        QMessageBox::Warning, tr("What was drawn is not saved"),
        pictures > 0 ? tr("What was drawn on %n picture(s) cannot be saved in the project.",
                          nullptr, pictures)
                     : tr("The list of classes cannot be saved in the project."),
        QMessageBox::NoButton, isVisible() ? this : parentWidget());
    m_question->setObjectName(QStringLiteral("unsavedShapes"));
    m_question->setInformativeText(why);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_question, &QObject::destroyed, this, [this] { m_question = nullptr; });
    QPushButton *elsewhere = nullptr;
    if (pictures > 0) {
        elsewhere = m_question->addButton(tr("Save as &labelme files elsewhere..."),
                                          QMessageBox::AcceptRole);
        elsewhere->setObjectName(QStringLiteral("saveShapesElsewhere"));
        connect(elsewhere, &QPushButton::clicked, this, &AnnotateWindow::askForFolder);
    }
    auto *discard = m_question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    discard->setObjectName(QStringLiteral("discardShapes"));
    connect(discard, &QPushButton::clicked, this, [this] { m_page->discardUnsaved(); });
    auto *stay = m_question->addButton(tr("&Stay"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("stayWithShapes"));
    m_question->setDefaultButton(stay);
    m_question->setEscapeButton(stay);
    connect(m_question, &QDialog::finished, this, [this, elsewhere, discard] {
        const auto *clicked = m_question->clickedButton(); // none: it was saved after all
        if (!m_page->isSaved() && clicked != elsewhere && clicked != discard)
            m_leaving = {};
    });
    m_question->open();
}

void AnnotateWindow::askForFolder()
{
    const auto then = std::exchange(m_leaving, {}); // meanwhile nobody asks again
    auto *dialog = new QFileDialog(isVisible() ? this : parentWidget(),
                                   tr("Folder for what could not be saved"));
    dialog->setObjectName(QStringLiteral("folderForShapes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, then](const QString &folder) {
        // A folder of its own: no file that is there is written over.
        const auto name = QStringLiteral("shapes-") +
                          QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
        const auto own = QDir(folder).filePath(name);
        m_page->saveElsewhere(pathOf(own), [this, then, own](const QString &problem) {
            if (problem.isEmpty()) {
                statusBar()->showMessage(tr("Saved in %1").arg(QDir::toNativeSeparators(own)),
                                         kMessageMs);
                then();
                return;
            }
            m_leaving = then;
            askAboutUnsaved(problem);
        });
    });
    connect(dialog, &QFileDialog::rejected, this, [this, then] {
        m_leaving = then;
        goOnLeaving();
    });
    dialog->open();
}

void AnnotateWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AnnotateWindow::retranslate()
{
    m_actions.retranslate();
    for (const auto &[menu, title] : m_menus)
        menu->setTitle(tr(title));
    const QFileInfo picture(QString::fromStdString(m_page->picture().string()));
    setWindowTitle(picture.fileName().isEmpty() ? tr("Annotate")
                                                : tr("%1 - Annotate").arg(picture.fileName()));
}

} // namespace cf::ui
