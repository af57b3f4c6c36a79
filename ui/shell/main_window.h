#pragma once

#include "ui/jobs/job_runner.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/session.h"
#include "ui/shell/theme.h"

#include <QMainWindow>
#include <QTimer>

#include <map>

class QActionGroup;
class QLabel;
class QMenu;
class QProgressBar;
class QStackedWidget;
class QToolBar;
class QUndoGroup;
class QUndoStack;

namespace cf::ui {

class AnalysePage;
class AnnotateWindow;
class DatasetPage;
class InspectPage;
class JobsDock;
class ReviewPage;
class RunsPage;
class StartPage;
class TemplatesPage;
class TrainPage;

/// The program's window: arranges navigation, pages and docks, and connects them to the session.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow();
    ~MainWindow() override;

    /// A project, or a folder of pictures; what it is, is told by what lies in it.
    void openPath(const QString &path);

    ActionRegistry &actions() { return m_actions; }
    JobRunner &jobs() { return m_runner; }
    Session &session() { return m_session; }
    TemplatesPage &templatesPage() { return *m_templatesPage; }
    TrainPage &trainPage() { return *m_trainPage; }
    InspectPage &inspectPage() { return *m_inspectPage; }
    ReviewPage &reviewPage() { return *m_reviewPage; }
    AnalysePage &analysePage() { return *m_analysePage; }
    RunsPage &runsPage() { return *m_runsPage; }

    /// The report of the run that is shown, or of pictures as it sees them, by the ending of the
    /// name; in a job.
    void writeReport(const QString &file, const std::vector<std::filesystem::path> &pictures = {});
    /// Keeps the score maps of this folder as a run of the project; in a job.
    void addMaps(const QString &folder);

Q_SIGNALS:
    void reportWritten(const QString &file);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions();
    void addLanguages();
    void addPageActions(); ///< those that need the pages
    void addReviewActions();
    void addPages();
    void connectPages();
    void addMenus();
    void addStatus();
    void followSession();

    void newProject();
    void projectForPictures(); ///< for those that are open without one
    void chooseProject();
    void choosePictures();
    /// Asks first where a project would get other pictures than its own by that.
    void openPictures(const std::filesystem::path &folder);
    void askBeforeReplacing(const std::filesystem::path &folder);
    void openDemo();
    void relocate();
    void showPage(QWidget *page);
    void showDataset();
    void showRun();
    void evaluateRun();
    QString askForReport(const QString &name); ///< for a file; empty: none was chosen
    void exportReport();                       ///< asks for a file, as all these do
    void exportPictures();
    void addMaps();
    void annotate(); ///< the picture that Review, else Inspect, shows, in a window of its own
    void askBeforeClosing();
    void askAboutUnsaved();            ///< decisions that cannot be written
    void say(const QString &sentence); ///< in the status bar, for some seconds
    void saveWindow();
    void restoreWindow();
    void showNavigationColours();
    void showTitle();
    void showProgress();
    void showRecent();
    void retranslate();

    JobRunner m_runner;
    ActionRegistry m_actions{this};
    Session m_session{&m_runner};

    StartPage *m_start = nullptr;
    DatasetPage *m_datasetPage = nullptr;
    TemplatesPage *m_templatesPage = nullptr;
    TrainPage *m_trainPage = nullptr;
    InspectPage *m_inspectPage = nullptr;
    ReviewPage *m_reviewPage = nullptr;
    AnalysePage *m_analysePage = nullptr;
    RunsPage *m_runsPage = nullptr;
    AnnotateWindow *m_annotateWindow = nullptr; ///< made when it is first wanted
    QUndoGroup *m_undo = nullptr; ///< of the pages; the one that is seen is active
    std::map<QWidget *, QUndoStack *> m_undoOf;
    QStackedWidget *m_pages = nullptr;
    JobsDock *m_jobsDock = nullptr;
    QToolBar *m_navigation = nullptr;
    QActionGroup *m_goTo = nullptr;
    std::vector<std::pair<QMenu *, const char *>> m_menus;
    QMenu *m_recentMenu = nullptr;
    QLabel *m_place = nullptr;
    QLabel *m_jobText = nullptr;
    QProgressBar *m_jobBar = nullptr;
    QTimer m_saveTimer;
    bool m_closing = false;
    bool m_closesWhenSaved = false; ///< as soon as the last decisions are on the disk
    bool m_reviewedIsOld = false;   ///< decisions were made since the dataset page was told
};

} // namespace cf::ui
