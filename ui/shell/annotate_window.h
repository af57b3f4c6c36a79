#pragma once

#include "ui/shell/action_registry.h"

#include <QMainWindow>

#include <filesystem>
#include <functional>

class QMenu;
class QMessageBox;
class QUndoGroup;

namespace cf::ui {

class AnnotatePage;
class InspectPage;
class JobRunner;
class Session;

/// A window to draw on the pictures of the project that is open, with actions and shortcuts of its
/// own. The map under the shapes is what the Inspect page shows in its last view.
class AnnotateWindow : public QMainWindow
{
    Q_OBJECT
public:
    AnnotateWindow(Session &session, InspectPage &inspect, JobRunner &runner,
                   QWidget *parent = nullptr);
    ~AnnotateWindow() override;

    void showPicture(const std::filesystem::path &image);
    AnnotatePage &page() { return *m_page; }
    /// Does it once everything that was drawn is saved; where that cannot be, once the user chose
    /// to keep it elsewhere or to give it up, and not at all if they stay.
    void leave(std::function<void()> then);
    ActionRegistry &actions() { return m_actions; }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addActions();
    void addEditActions();
    void addViewActions();
    void addMenus();
    void followEditor();
    void takeScores();
    void showUndo();
    void goOnLeaving();
    void askAboutUnsaved(const QString &why);
    void askForFolder();
    void retranslate();

    InspectPage &m_inspect;
    ActionRegistry m_actions{this};
    AnnotatePage *m_page;
    QUndoGroup *m_undo;
    std::function<void()> m_leaving; ///< what is to be done then; empty: nobody leaves
    QMessageBox *m_question = nullptr;
    std::vector<std::pair<QMenu *, const char *>> m_menus;
};

} // namespace cf::ui
