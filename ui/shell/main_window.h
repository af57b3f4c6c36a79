#pragma once

#include "ui/jobs/job_runner.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/session.h"
#include "ui/shell/theme.h"

#include <QMainWindow>
#include <QTimer>

class QActionGroup;
class QLabel;
class QMenu;
class QProgressBar;
class QStackedWidget;
class QToolBar;

namespace cf::ui {

class DatasetPage;
class InspectPage;
class JobsDock;
class StartPage;
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
    TrainPage &trainPage() { return *m_trainPage; }
    InspectPage &inspectPage() { return *m_inspectPage; }

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
    void addPages();
    void addMenus();
    void addStatus();
    void followSession();

    void newProject();
    void projectForPictures(); ///< for those that are open without one
    void chooseProject();
    void choosePictures();
    void openDemo();
    void relocate();
    void showPage(QWidget *page);
    void showDataset();
    void askBeforeClosing();
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
    TrainPage *m_trainPage = nullptr;
    InspectPage *m_inspectPage = nullptr;
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
};

} // namespace cf::ui
