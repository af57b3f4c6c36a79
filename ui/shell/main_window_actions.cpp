// What the window can do: its actions, and the menus that show them.
#include "ui/dataset/dataset_page.h"
#include "ui/inspect/inspect_page.h"
#include "ui/jobs/jobs_dock.h"
#include "ui/review/review_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shortcut_editor.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/start_page.h"
#include "ui/train/train_page.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QUndoGroup>

namespace cf::ui {

namespace {

constexpr auto kAnnotateHelp =
    QT_TRANSLATE_NOOP("Actions", "Draw the defects of this picture, by hand or from the map, in a "
                                 "window of its own");

} // namespace

void MainWindow::addActions()
{
    const char *const file = QT_TRANSLATE_NOOP("Actions", "File");
    const char *const view = QT_TRANSLATE_NOOP("Actions", "View");
    const char *const help = QT_TRANSLATE_NOOP("Actions", "Help");
    const auto add = [this](const char *id, const ActionText &text, const QList<QKeySequence> &keys,
                            void (MainWindow::*run)()) {
        return m_actions.add(QLatin1String(id), text, keys, [this, run] { (this->*run)(); });
    };
    add("project.new",
        {file, QT_TRANSLATE_NOOP("Actions", "&New project..."),
         QT_TRANSLATE_NOOP("Actions", "Choose a folder of pictures and a place for the results")},
        {QKeySequence::New}, &MainWindow::newProject);
    add("project.open",
        {file, QT_TRANSLATE_NOOP("Actions", "&Open project..."),
         QT_TRANSLATE_NOOP("Actions", "Go on with a project that exists")},
        {QKeySequence::Open}, &MainWindow::chooseProject);
    add("pictures.open",
        {file, QT_TRANSLATE_NOOP("Actions", "Open &pictures..."),
         QT_TRANSLATE_NOOP("Actions", "Only look at a folder of pictures; nothing is written")},
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, &MainWindow::choosePictures);
    add("demo.open",
        {file, QT_TRANSLATE_NOOP("Actions", "&Try the demo"),
         QT_TRANSLATE_NOOP("Actions", "Make a small set of sample pictures and open it")},
        {}, &MainWindow::openDemo);
    m_actions.add(QStringLiteral("project.close"),
                  {file, QT_TRANSLATE_NOOP("Actions", "&Close project"),
                   QT_TRANSLATE_NOOP("Actions", "Back to the start page")},
                  {QKeySequence::Close}, [this] {
                      m_session.close();
                      showPage(m_start);
                  });
    add("pictures.relocate",
        {file, QT_TRANSLATE_NOOP("Actions", "&Find moved pictures..."),
         QT_TRANSLATE_NOOP("Actions", "Say where the project's pictures are now")},
        {}, &MainWindow::relocate);
    // The standard key is none on some platforms.
    m_actions.add(QStringLiteral("app.quit"),
                  {file, QT_TRANSLATE_NOOP("Actions", "&Quit"), nullptr},
                  {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { close(); });

    m_actions.add(QStringLiteral("view.jobs"),
                  {view, QT_TRANSLATE_NOOP("Actions", "&Jobs"),
                   QT_TRANSLATE_NOOP("Actions", "Show or hide running and past jobs")},
                  {QKeySequence(Qt::CTRL | Qt::Key_J)},
                  [this] { m_jobsDock->setVisible(!m_jobsDock->isVisible()); });
    m_actions.add(QStringLiteral("view.fullScreen"),
                  {view, QT_TRANSLATE_NOOP("Actions", "F&ull screen"), nullptr},
                  {QKeySequence(Qt::Key_F11)},
                  [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    const std::pair<const char *, Theme> themes[] = {
        {QT_TRANSLATE_NOOP("Actions", "Theme of the &desktop"), Theme::System},
        {QT_TRANSLATE_NOOP("Actions", "&Light theme"), Theme::Light},
        {QT_TRANSLATE_NOOP("Actions", "D&ark theme"), Theme::Dark}};
    auto *group = new QActionGroup(this);
    for (const auto &[text, theme] : themes) {
        auto *action = m_actions.add(QStringLiteral("theme.") + toString(theme),
                                     {view, text, nullptr}, {}, [this, theme = theme] {
                                         applyTheme(theme);
                                         saveTheme(theme);
                                     });
        action->setCheckable(true);
        action->setChecked(theme == savedTheme());
        group->addAction(action);
    }

    addLanguages();

    m_actions.add(
        QStringLiteral("help.palette"),
        {help, QT_TRANSLATE_NOOP("Actions", "&Command palette..."),
         QT_TRANSLATE_NOOP("Actions", "Find and run any command by its name")},
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), QKeySequence(Qt::CTRL | Qt::Key_L)},
        [this] {
            auto *palette = new CommandPalette(m_actions, this);
            palette->setAttribute(Qt::WA_DeleteOnClose);
            palette->open();
        });
    m_actions.add(QStringLiteral("help.shortcuts"),
                  {help, QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
                   QT_TRANSLATE_NOOP("Actions", "All shortcuts on one page")},
                  {QKeySequence(Qt::Key_F1)}, [this] {
                      auto *sheet = new ShortcutSheet(m_actions, this);
                      sheet->setAttribute(Qt::WA_DeleteOnClose);
                      sheet->open();
                  });
    m_actions.add(QStringLiteral("help.editShortcuts"),
                  {help, QT_TRANSLATE_NOOP("Actions", "&Edit shortcuts..."), nullptr}, {}, [this] {
                      auto *editor = new ShortcutEditor(m_actions, this);
                      editor->setAttribute(Qt::WA_DeleteOnClose);
                      editor->open();
                  });
}

void MainWindow::addLanguages()
{
    const char *const group = QT_TRANSLATE_NOOP("Actions", "Language");
    const auto textOf = [](Language language) {
        switch (language) { // each in its own words, whatever is spoken now
        case Language::English:
            return QT_TRANSLATE_NOOP("Actions", "&English");
        case Language::German:
            return QT_TRANSLATE_NOOP("Actions", "&Deutsch");
        case Language::Chinese:
            return QT_TRANSLATE_NOOP("Actions", "中文 (&Chinese)");
        case Language::System:
            break;
        }
        return QT_TRANSLATE_NOOP("Actions", "Language of the desk&top");
    };
    auto *choice = new QActionGroup(this);
    for (const auto language : kLanguages) {
        auto *action = m_actions.add(QStringLiteral("language.") + toString(language),
                                     {group, textOf(language), nullptr}, {}, [language] {
                                         applyLanguage(language);
                                         saveLanguage(language);
                                     });
        action->setCheckable(true);
        action->setChecked(language == savedLanguage());
        choice->addAction(action);
    }
}

void MainWindow::addPageActions()
{
    m_actions.add(QStringLiteral("dataset.filter"),
                  {QT_TRANSLATE_NOOP("Actions", "Dataset"),
                   QT_TRANSLATE_NOOP("Actions", "&Filter pictures"), nullptr},
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, [this] {
                      showPage(m_datasetPage);
                      m_datasetPage->focusQuery();
                  });
    const char *const edit = QT_TRANSLATE_NOOP("Actions", "Edit");
    auto *undo =
        m_actions.add(QStringLiteral("edit.undo"),
                      {edit, QT_TRANSLATE_NOOP("Actions", "&Undo"),
                       QT_TRANSLATE_NOOP("Actions", "Take back the last change on this page")},
                      {QKeySequence::Undo}, [this] { m_undo->undo(); });
    auto *redo = m_actions.add(
        QStringLiteral("edit.redo"), {edit, QT_TRANSLATE_NOOP("Actions", "&Redo"), nullptr},
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
        [this] { m_undo->redo(); });
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(m_undo, &QUndoGroup::canUndoChanged, undo, &QAction::setEnabled);
    connect(m_undo, &QUndoGroup::canRedoChanged, redo, &QAction::setEnabled);

    const char *const runs = QT_TRANSLATE_NOOP("Actions", "Run");
    m_actions.add(QStringLiteral("run.train"),
                  {runs, QT_TRANSLATE_NOOP("Actions", "&Train"),
                   QT_TRANSLATE_NOOP("Actions", "Begin with the choices on the Train page")},
                  {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this] {
                      showPage(m_trainPage);
                      m_trainPage->start();
                  });
    m_actions.add(
        QStringLiteral("run.evaluate"),
        {runs, QT_TRANSLATE_NOOP("Actions", "T&est the trained filter"),
         QT_TRANSLATE_NOOP("Actions", "Score the test pictures with the run that is shown")},
        {}, [this] { evaluateRun(); });
    m_actions.add(QStringLiteral("run.report"),
                  {runs, QT_TRANSLATE_NOOP("Actions", "&Report..."),
                   QT_TRANSLATE_NOOP("Actions", "Save figures, curves and pictures of the run "
                                                "that is shown as a web page or PDF")},
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, [this] { exportReport(); });
    m_actions.add(
        QStringLiteral("run.reportPictures"),
        {runs, QT_TRANSLATE_NOOP("Actions", "Report of these &pictures..."),
         QT_TRANSLATE_NOOP("Actions", "Save the pictures that are selected on the Dataset page, or "
                                      "listed on the Analyse page, with their maps")},
        {}, [this] { exportPictures(); });
    m_actions.add(QStringLiteral("run.addMaps"),
                  {runs, QT_TRANSLATE_NOOP("Actions", "&Add another method's maps..."),
                   QT_TRANSLATE_NOOP("Actions",
                                     "Measure a folder of score maps on the test pictures and keep "
                                     "it as a run, to compare with")},
                  {}, [this] { addMaps(); });

    const char *const inspect = QT_TRANSLATE_NOOP("Actions", "Inspect");
    const auto add = [&](const char *id, const char *text, const char *help,
                         const QList<QKeySequence> &keys, void (InspectPage::*run)()) {
        m_actions.add(QLatin1String(id), {inspect, text, help}, keys,
                      [this, run] { (m_inspectPage->*run)(); });
    };
    add("inspect.next", QT_TRANSLATE_NOOP("Actions", "&Next picture"), nullptr,
        {QKeySequence(Qt::Key_D), QKeySequence(Qt::Key_Right)}, &InspectPage::showNext);
    add("inspect.previous", QT_TRANSLATE_NOOP("Actions", "&Previous picture"), nullptr,
        {QKeySequence(Qt::Key_A), QKeySequence(Qt::Key_Left)}, &InspectPage::showPrevious);
    add("inspect.nextStage", QT_TRANSLATE_NOOP("Actions", "Next s&tage"),
        QT_TRANSLATE_NOOP("Actions", "One step from the matching cost towards the fused map"),
        {QKeySequence(Qt::Key_Period)}, &InspectPage::nextStage);
    add("inspect.previousStage", QT_TRANSLATE_NOOP("Actions", "Previous st&age"), nullptr,
        {QKeySequence(Qt::Key_Comma)}, &InspectPage::previousStage);
    add("inspect.fit", QT_TRANSLATE_NOOP("Actions", "&Fit"), nullptr,
        {QKeySequence(Qt::CTRL | Qt::Key_F)}, &InspectPage::fit);
    add("inspect.zoom100", QT_TRANSLATE_NOOP("Actions", "&100 %"), nullptr,
        {QKeySequence(Qt::CTRL | Qt::Key_0)}, &InspectPage::zoomTo100);
    add("inspect.overlay", QT_TRANSLATE_NOOP("Actions", "Show or hide the &maps"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide the maps; hold H to hide them for a moment"),
        {QKeySequence(Qt::Key_C)}, &InspectPage::toggleOverlay);
    add("inspect.mask", QT_TRANSLATE_NOOP("Actions", "Show or hide the &ground truth"), nullptr,
        {QKeySequence(Qt::Key_T)}, &InspectPage::toggleMask);
    add("inspect.split", QT_TRANSLATE_NOOP("Actions", "&Split view"),
        QT_TRANSLATE_NOOP("Actions", "Two maps in one view, with a handle between them"),
        {QKeySequence(Qt::Key_S)}, &InspectPage::toggleSplit);
    add("inspect.profile", QT_TRANSLATE_NOOP("Actions", "Pr&ofile line"),
        QT_TRANSLATE_NOOP("Actions", "The values of all maps along a line; drag with Shift"),
        {QKeySequence(Qt::Key_L)}, &InspectPage::toggleProfile);
    m_actions.add(
        QStringLiteral("inspect.annotate"),
        {inspect, QT_TRANSLATE_NOOP("Actions", "Annotate this pict&ure..."), kAnnotateHelp},
        {QKeySequence(Qt::CTRL | Qt::Key_M)}, [this] { annotate(); });
    add("inspect.export", QT_TRANSLATE_NOOP("Actions", "&Export what is seen..."),
        QT_TRANSLATE_NOOP("Actions", "Save the views as PNG, SVG or PDF"),
        {QKeySequence(Qt::CTRL | Qt::Key_E)}, &InspectPage::exportView);
    add("inspect.exportMaps", QT_TRANSLATE_NOOP("Actions", "Export maps as T&IFF..."),
        QT_TRANSLATE_NOOP("Actions", "Save the values of maps as 32-bit float pictures"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, &InspectPage::exportMaps);
    addReviewActions();
}

void MainWindow::addReviewActions()
{
    const char *const review = QT_TRANSLATE_NOOP("Actions", "Review");
    const auto add = [&](const char *id, const char *text, const char *help,
                         const QList<QKeySequence> &keys, void (ReviewPage::*run)()) {
        return m_actions.add(QLatin1String(id), {review, text, help}, keys,
                             [this, run] { (m_reviewPage->*run)(); });
    };
    const auto decision = [&](const char *id, const char *text, const char *help,
                              const QList<QKeySequence> &keys, void (ReviewPage::*run)()) {
        auto *action = add(id, text, help, keys, run);
        action->setAutoRepeat(false); // a key that is held must not judge unseen pictures
        return action;
    };
    const auto numpad = [](Qt::Key key) { return QKeySequence(Qt::KeypadModifier | key); };
    decision("review.accept", QT_TRANSLATE_NOOP("Actions", "&Accept (OK)"),
             QT_TRANSLATE_NOOP("Actions", "Accept the picture and go to the next"),
             {QKeySequence(Qt::Key_Return), QKeySequence(Qt::KeypadModifier | Qt::Key_Enter),
              numpad(Qt::Key_1)},
             &ReviewPage::accept);
    decision("review.reject", QT_TRANSLATE_NOOP("Actions", "&Reject (NG)"),
             QT_TRANSLATE_NOOP("Actions", "Reject the picture without a reason"),
             {QKeySequence(Qt::Key_X), numpad(Qt::Key_2)}, &ReviewPage::reject);
    decision("review.unsure", QT_TRANSLATE_NOOP("Actions", "&Unsure"),
             QT_TRANSLATE_NOOP("Actions", "Leave the picture to others"),
             {QKeySequence(Qt::Key_U), numpad(Qt::Key_3)}, &ReviewPage::leaveUnsure);
    decision("review.takeNormal", QT_TRANSLATE_NOOP("Actions", "Take as norma&l..."),
             QT_TRANSLATE_NOOP("Actions",
                               "A false alarm: make the picture a normal of the model, without "
                               "training; asks first"),
             {QKeySequence(Qt::Key_N)}, &ReviewPage::takeAsNormal);
    const char *const reasons[] = {QT_TRANSLATE_NOOP("Actions", "Reject for reason 1"),
                                   QT_TRANSLATE_NOOP("Actions", "Reject for reason 2"),
                                   QT_TRANSLATE_NOOP("Actions", "Reject for reason 3"),
                                   QT_TRANSLATE_NOOP("Actions", "Reject for reason 4"),
                                   QT_TRANSLATE_NOOP("Actions", "Reject for reason 5"),
                                   QT_TRANSLATE_NOOP("Actions", "Reject for reason 6"),
                                   QT_TRANSLATE_NOOP("Actions", "Reject for reason 7"),
                                   QT_TRANSLATE_NOOP("Actions", "Reject for reason 8"),
                                   QT_TRANSLATE_NOOP("Actions", "Reject for reason 9")};
    for (int digit = 1; digit <= 9; ++digit)
        m_actions
            .add(QStringLiteral("review.reason%1").arg(digit),
                 {review, reasons[digit - 1], nullptr}, {QKeySequence(Qt::Key_0 + digit)},
                 [this, digit] { m_reviewPage->rejectFor(digit); })
            ->setAutoRepeat(false);
    add("review.next", QT_TRANSLATE_NOOP("Actions", "&Next picture"), nullptr,
        {QKeySequence(Qt::Key_D), QKeySequence(Qt::Key_Right)}, &ReviewPage::showNext);
    add("review.previous", QT_TRANSLATE_NOOP("Actions", "&Previous picture"), nullptr,
        {QKeySequence(Qt::Key_A), QKeySequence(Qt::Key_Left)}, &ReviewPage::showPrevious);
    add("review.nextUndecided", QT_TRANSLATE_NOOP("Actions", "Next un&decided picture"), nullptr,
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}, &ReviewPage::nextUndecided);
    add("review.previousUndecided", QT_TRANSLATE_NOOP("Actions", "Previous undec&ided picture"),
        nullptr, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, &ReviewPage::previousUndecided);
    add("review.fit", QT_TRANSLATE_NOOP("Actions", "&Fit"), nullptr,
        {QKeySequence(Qt::CTRL | Qt::Key_F)}, &ReviewPage::fit);
    add("review.zoom100", QT_TRANSLATE_NOOP("Actions", "&100 %"), nullptr,
        {QKeySequence(Qt::CTRL | Qt::Key_0)}, &ReviewPage::zoomTo100);
    add("review.overlay", QT_TRANSLATE_NOOP("Actions", "Show or hide the &map"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide the map; hold H to hide it for a moment"),
        {QKeySequence(Qt::Key_C)}, &ReviewPage::toggleOverlay);
    add("review.mask", QT_TRANSLATE_NOOP("Actions", "Show or hide the &ground truth"), nullptr,
        {QKeySequence(Qt::Key_T)}, &ReviewPage::toggleMask);
    m_actions.add(QStringLiteral("review.annotate"),
                  {review, QT_TRANSLATE_NOOP("Actions", "Annotate this picture..."), kAnnotateHelp},
                  {QKeySequence(Qt::CTRL | Qt::Key_M)}, [this] { annotate(); });
    add("review.reviewer", QT_TRANSLATE_NOOP("Actions", "&Choose a reviewer..."),
        QT_TRANSLATE_NOOP("Actions", "Who decides from now on"), {}, &ReviewPage::chooseReviewer);
    add("review.reasons", QT_TRANSLATE_NOOP("Actions", "R&easons of a rejection..."), nullptr, {},
        &ReviewPage::editReasons);
    add("review.normals", QT_TRANSLATE_NOOP("Actions", "Pictures &taken as normal..."),
        QT_TRANSLATE_NOOP("Actions",
                          "What the model was given after its training, to look at or take away"),
        {}, &ReviewPage::showAddedNormals);
    add("review.export", QT_TRANSLATE_NOOP("Actions", "E&xport the decisions..."),
        QT_TRANSLATE_NOOP("Actions", "Save the whole trail as CSV or JSON"),
        {QKeySequence(Qt::CTRL | Qt::Key_E)}, &ReviewPage::exportTrail);
    add("review.verify", QT_TRANSLATE_NOOP("Actions", "&Verify the trail"),
        QT_TRANSLATE_NOOP("Actions", "Check that no decision was changed, left out or moved"), {},
        &ReviewPage::verifyTrail);
    add("review.report", QT_TRANSLATE_NOOP("Actions", "Report of a &shift..."),
        QT_TRANSLATE_NOOP("Actions",
                          "What was decided in a time or on a lot, with costs, agreement "
                          "and the worst escapes, as PDF, web page or tables"),
        {}, &ReviewPage::reportShift);
    const auto showKeys = [this] {
        const auto keyOf = [this](const char *id) {
            return m_actions.action(QLatin1String(id))
                ->shortcut()
                .toString(QKeySequence::NativeText);
        };
        m_reviewPage->setKeys(keyOf("review.accept"), keyOf("review.reject"),
                              keyOf("review.unsure"), keyOf("review.takeNormal"));
    };
    connect(&m_actions, &ActionRegistry::shortcutsChanged, m_reviewPage, showKeys);
    showKeys();
}

void MainWindow::addMenus()
{
    const auto menu = [this](const char *title, std::initializer_list<const char *> ids) {
        auto *added = menuBar()->addMenu(QString());
        m_menus.emplace_back(added, title);
        for (const char *id : ids) {
            if (*id == 0)
                added->addSeparator();
            else
                added->addAction(m_actions.action(QLatin1String(id)));
        }
        return added;
    };
    const auto addAll = [this](QMenu *to, QLatin1String prefix) {
        for (const auto &entry : m_actions.entries())
            if (entry.id.startsWith(prefix))
                to->addAction(entry.action);
    };
    auto *file = menu(QT_TRANSLATE_NOOP("cf::ui::MainWindow", "&File"),
                      {"project.new", "project.open", "pictures.open", "demo.open"});
    m_recentMenu = file->addMenu(QString());
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::showRecent);
    file->addSeparator();
    for (const char *id : {"pictures.relocate", "project.close", "app.quit"})
        file->addAction(m_actions.action(QLatin1String(id)));
    menu(QT_TRANSLATE_NOOP("cf::ui::MainWindow", "&Edit"), {"edit.undo", "edit.redo"});
    auto *view = menu(QT_TRANSLATE_NOOP("cf::ui::MainWindow", "&View"), {});
    addAll(view, QLatin1String("go."));
    view->addSeparator();
    for (const char *id : {"dataset.filter", "view.jobs", "view.fullScreen"})
        view->addAction(m_actions.action(QLatin1String(id)));
    view->addSeparator();
    addAll(view, QLatin1String("theme."));
    auto *languages = view->addMenu(QString());
    m_menus.emplace_back(languages, QT_TRANSLATE_NOOP("cf::ui::MainWindow", "Lan&guage"));
    addAll(languages, QLatin1String("language."));
    addAll(menu(QT_TRANSLATE_NOOP("cf::ui::MainWindow", "&Run"), {}), QLatin1String("run."));
    addAll(menu(QT_TRANSLATE_NOOP("cf::ui::MainWindow", "&Inspect"), {}),
           QLatin1String("inspect."));
    addAll(menu(QT_TRANSLATE_NOOP("cf::ui::MainWindow", "Revie&w"), {}), QLatin1String("review."));
    menu(QT_TRANSLATE_NOOP("cf::ui::MainWindow", "&Help"),
         {"help.palette", "help.shortcuts", "help.editShortcuts"});
}

} // namespace cf::ui
