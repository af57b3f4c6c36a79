#include "ui/shell/main_window.h"

#include "ui/annotate/annotate_page.h"
#include "ui/jobs/jobs_dock.h"
#include "ui/jobs/path_text.h"
#include "ui/review/review_page.h"
#include "ui/shell/annotate_window.h"
#include "ui/shell/language.h"
#include "ui/shell/start_page.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolBar>

namespace cf::ui {

namespace {

constexpr int kMessageMs = 8000;
constexpr int kSaveWindowMs = 1000; // after the last move, so that a crash loses no arrangement
constexpr int kStateVersion = 1;
const auto kGeometryKey = QStringLiteral("window/geometry");
const auto kStateKey = QStringLiteral("window/state");

/// The folder that is being dragged, or the folder of the file; empty for anything else.
QString droppedPath(const QMimeData *mime)
{
    for (const auto &url : mime->urls()) {
        const QFileInfo info(url.toLocalFile());
        if (info.isDir() || info.suffix() == QLatin1String("costfilter"))
            return info.absoluteFilePath();
        if (info.isFile())
            return info.absolutePath();
    }
    return {};
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto part = [&](int a, int b) { return qRound(a + share * (b - a)); };
    return {part(one.red(), other.red()), part(one.green(), other.green()),
            part(one.blue(), other.blue())};
}

} // namespace

MainWindow::MainWindow()
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    applyLanguage(savedLanguage());
    applyTheme(savedTheme());
    addActions();
    addPages();
    addPageActions();
    addMenus();
    addStatus();
    followSession();
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveWindowMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &MainWindow::saveWindow);
    connect(m_jobsDock, &QDockWidget::visibilityChanged, &m_saveTimer,
            [this] { m_saveTimer.start(); });
    retranslate();
    restoreWindow();
    showPage(m_start);
}

MainWindow::~MainWindow()
{
    // The list of jobs looks at the runner, which goes before the base class deletes its children.
    hide();
    delete m_jobsDock;
}

void MainWindow::addStatus()
{
    m_place = new QLabel;
    m_jobText = new QLabel;
    m_jobBar = new QProgressBar;
    m_jobBar->setMaximumWidth(180);
    m_jobBar->setTextVisible(false);
    statusBar()->addPermanentWidget(m_jobText);
    statusBar()->addPermanentWidget(m_jobBar);
    statusBar()->addPermanentWidget(m_place);
    connect(&m_runner, &JobRunner::added, this, [this](Job *job) {
        connect(job, &Job::changed, this, &MainWindow::showProgress);
        showProgress();
    });
    connect(&m_runner, &JobRunner::busyChanged, this, [this](bool busy) {
        showProgress();
        if (!busy && m_closing)
            close();
    });
    showProgress();
}

void MainWindow::openPath(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        m_start->showError(tr("There is nothing at %1.").arg(QDir::toNativeSeparators(path)));
        showPage(m_start);
        return;
    }
    const bool isProject =
        info.suffix() == QLatin1String("costfilter") ||
        QFileInfo::exists(QDir(path).filePath(QStringLiteral("project.costfilter")));
    if (isProject)
        m_session.openProject(pathOf(info.absoluteFilePath()));
    else
        openPictures(pathOf(info.absoluteFilePath()));
}

void MainWindow::newProject()
{
    const auto pictures = QFileDialog::getExistingDirectory(this, tr("Folder of pictures"));
    if (pictures.isEmpty())
        return;
    const auto folder = QFileDialog::getSaveFileName(
        this, tr("Folder for the project"), QDir::cleanPath(pictures) + QStringLiteral("-project"));
    if (!folder.isEmpty())
        m_session.createProject(pathOf(folder), pathOf(pictures));
}

void MainWindow::projectForPictures()
{
    const auto &dataset = m_session.dataset();
    if (!dataset) {
        newProject();
        return;
    }
    const auto beside = QString::fromStdString(dataset->root.string()) + QStringLiteral("-project");
    const auto folder = QFileDialog::getSaveFileName(this, tr("Folder for the project"), beside);
    if (!folder.isEmpty())
        m_session.createProject(pathOf(folder), dataset->root);
}

void MainWindow::chooseProject()
{
    const auto folder = QFileDialog::getExistingDirectory(this, tr("Project folder"));
    if (!folder.isEmpty())
        m_session.openProject(pathOf(folder));
}

void MainWindow::choosePictures()
{
    const auto folder = QFileDialog::getExistingDirectory(this, tr("Folder of pictures"));
    if (!folder.isEmpty())
        openPictures(pathOf(folder));
}

void MainWindow::openPictures(const std::filesystem::path &folder)
{
    const auto &dataset = m_session.dataset();
    std::error_code failed;
    const bool isTheSame = dataset && std::filesystem::equivalent(dataset->root, folder, failed);
    if (m_session.project() && !isTheSame)
        askBeforeReplacing(folder);
    else
        m_session.openPictures(folder);
}

void MainWindow::askBeforeReplacing(const std::filesystem::path &folder)
{
    const auto named = [](const std::filesystem::path &path) {
        return QDir::toNativeSeparators(QString::fromStdString(path.string()));
    };
    auto *box = new QMessageBox(QMessageBox::Question, tr("Other pictures"),
                                tr("Should the project “%1” work on the pictures in %2 from now on?")
                                    .arg(named(m_session.project()->filename()), named(folder)),
                                QMessageBox::NoButton, this);
    box->setInformativeText(
        tr("Its runs stay as they are, with the pictures that they were trained on. To only look "
           "at the other pictures, close the project."));
    box->setObjectName(QStringLiteral("replaceQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *replace = box->addButton(tr("&Use them in the project"), QMessageBox::DestructiveRole);
    replace->setObjectName(QStringLiteral("replacePictures"));
    auto *look = box->addButton(tr("&Close the project and look"), QMessageBox::ActionRole);
    look->setObjectName(QStringLiteral("lookOnly"));
    // What Enter and Escape do: nothing is lost by it.
    box->setDefaultButton(box->addButton(tr("&Keep its pictures"), QMessageBox::RejectRole));
    connect(replace, &QPushButton::clicked, this,
            [this, folder] { m_session.openPictures(folder); });
    connect(look, &QPushButton::clicked, this, [this, folder] {
        m_session.close();
        m_session.openPictures(folder);
    });
    box->open();
}

void MainWindow::openDemo()
{
    const auto folder =
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/demo");
    m_session.openDemo(pathOf(folder));
}

void MainWindow::relocate()
{
    const auto folder = QFileDialog::getExistingDirectory(this, tr("Where are the pictures now?"));
    if (!folder.isEmpty())
        m_session.relocatePictures(pathOf(folder));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveWindow();
    if (m_reviewPage->isSavingStopped()) {
        event->ignore();
        askAboutUnsaved();
        return;
    }
    if (m_reviewPage->unsaved() > 0) { // a moment
        event->ignore();
        m_closesWhenSaved = true;
        statusBar()->showMessage(tr("Saving the last decisions..."));
        return;
    }
    if (m_annotateWindow && !m_annotateWindow->page().isSaved()) {
        event->ignore();
        m_annotateWindow->leave([this] { close(); });
        return;
    }
    if (!m_runner.isBusy()) {
        event->accept();
        return;
    }
    event->ignore();
    if (!m_closing)
        askBeforeClosing();
}

void MainWindow::askAboutUnsaved()
{
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Decisions are not saved"),
                        tr("%n step(s) of the review could not be saved. Quit without them?",
                           nullptr, static_cast<int>(m_reviewPage->unsaved())),
                        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("unsavedQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *quit = box->addButton(tr("Quit &without them"), QMessageBox::DestructiveRole);
    quit->setObjectName(QStringLiteral("quitWithoutDecisions"));
    box->setDefaultButton(box->addButton(tr("&Go back to the review"), QMessageBox::RejectRole));
    connect(quit, &QPushButton::clicked, this, [this] {
        m_reviewPage->book().discard();
        close();
    });
    connect(box, &QMessageBox::rejected, this, [this] { showPage(m_reviewPage); });
    box->open();
}

void MainWindow::askBeforeClosing()
{
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Jobs are running"),
                        tr("Stop the running jobs and quit? What they have finished is kept."),
                        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("closeQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *stop = box->addButton(tr("Stop and quit"), QMessageBox::DestructiveRole);
    stop->setObjectName(QStringLiteral("stopAndQuit"));
    box->setDefaultButton(box->addButton(tr("Go on working"), QMessageBox::RejectRole));
    connect(stop, &QPushButton::clicked, this, [this] {
        m_closing = true;
        setEnabled(false);
        statusBar()->showMessage(tr("Stopping the jobs..."));
        m_runner.stopAll();
        if (!m_runner.isBusy())
            close();
    });
    box->open();
}

void MainWindow::say(const QString &sentence)
{
    statusBar()->showMessage(sentence, kMessageMs);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const auto path = droppedPath(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openPath(path);
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    m_saveTimer.start();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_saveTimer.start();
}

void MainWindow::saveWindow()
{
    QSettings settings;
    settings.setValue(kGeometryKey, saveGeometry());
    settings.setValue(kStateKey, saveState(kStateVersion));
}

void MainWindow::restoreWindow()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(kGeometryKey).toByteArray()))
        resize(1280, 800);
    restoreState(settings.value(kStateKey).toByteArray(), kStateVersion);
}

void MainWindow::showTitle()
{
    const auto &project = m_session.project();
    const auto &dataset = m_session.dataset();
    m_actions.action(QStringLiteral("project.close"))->setEnabled(project || dataset);
    m_actions.action(QStringLiteral("pictures.relocate"))->setEnabled(project.has_value());
    QString place;
    if (project)
        place = QString::fromStdString(project->string());
    else if (dataset)
        place = QString::fromStdString(dataset->root.string());
    setWindowFilePath({});
    setWindowTitle(place.isEmpty() ? tr("CostFilter Studio")
                                   : tr("%1 - CostFilter Studio").arg(QFileInfo(place).fileName()));
    m_place->setText(QDir::toNativeSeparators(place));
}

void MainWindow::showProgress()
{
    const Job *active = nullptr;
    int count = 0;
    for (const auto *job : m_runner.jobs()) {
        if (job->isOver())
            continue;
        ++count;
        if (!active || active->state() == JobState::Queued)
            active = job;
    }
    m_jobBar->setVisible(active);
    m_jobText->setVisible(active);
    m_jobText->clear();
    if (!active)
        return;
    showFraction(*m_jobBar, *active);
    QString text =
        active->progress().stage.empty() ? active->title() : stageText(active->progress().stage);
    if (const auto left = active->remainingMs())
        text += QStringLiteral(", ") + tr("%1 left").arg(durationText(*left));
    if (count > 1)
        text += tr(" (%n more)", nullptr, count - 1);
    m_jobText->setText(text);
}

void MainWindow::showRecent()
{
    m_recentMenu->clear();
    for (const auto &path : Session::recent())
        m_recentMenu->addAction(QDir::toNativeSeparators(path), this,
                                [this, path] { openPath(path); });
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("Nothing was opened yet"))->setEnabled(false);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange && m_navigation)
        showNavigationColours();
}

void MainWindow::showNavigationColours()
{
    // Without its style's gradient. A style sheet keeps the colours that it was set with.
    const auto colours = QApplication::palette();
    const auto ground = colours.color(QPalette::Window);
    const auto raised = [&](double share) {
        return mixed(ground, colours.color(QPalette::Text), share).name();
    };
    m_navigation->setStyleSheet(
        QStringLiteral("QToolBar { border: 0; background: %1; padding: 6px; spacing: 2px; }"
                       "QToolButton { border: 0; border-left: 3px solid %1; padding: 0 6px; }"
                       "QToolButton:hover { background: %2; }"
                       "QToolButton:checked { background: %3; border-left-color: %4; }")
            .arg(ground.name(), raised(0.06), raised(0.12),
                 colours.color(QPalette::Highlight).name()));
}

void MainWindow::retranslate()
{
    m_actions.retranslate();
    for (const auto &[menu, title] : m_menus)
        menu->setTitle(tr(title));
    m_recentMenu->setTitle(tr("&Recent"));
    m_navigation->setWindowTitle(tr("Navigation"));
    m_jobBar->setAccessibleName(tr("Progress of the running job"));
    showTitle();
    showProgress();
}

} // namespace cf::ui
