#pragma once

#include "core/workflow/run_comparison.h"
#include "ui/jobs/job_runner.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <filesystem>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QUndoStack;

namespace cf::ui {

class CompareView;
class MessagePane;
class NotesWriter;
class RunDetails;
class RunsModel;
class RunsTable;

/// The runs of a project: a table, the details of one, the comparison of several. Reads and writes
/// in jobs.
class RunsPage : public QWidget
{
    Q_OBJECT
public:
    explicit RunsPage(JobRunner *runner, QWidget *parent = nullptr);
    ~RunsPage() override;

    void setProject(const std::optional<std::filesystem::path> &project);
    /// The run that the other pages show, in bold; empty: none.
    void setChosenRun(const QString &run);
    void selectRuns(const std::vector<store::Id> &runs);
    std::vector<store::Id> selectedRuns() const;
    /// Edits of notes; the window gives it its shortcuts.
    QUndoStack *undoStack() const { return m_undo; }

public Q_SLOTS:
    /// After something was trained or evaluated; keeps selection, order and filter.
    void reload();

Q_SIGNALS:
    void runChosen(const QString &run);
    void reportWanted(const QString &run);
    /// The file and the run to look at it with.
    void pictureWanted(const QString &path, const QString &run);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Table
    {
        std::filesystem::path folder; ///< of the project
        std::vector<workflow::RunRow> rows;
    };
    void addParts();
    void connectParts();
    void read();
    void take(Table table);
    void showTable();
    void showSelection();
    void compare();
    void stopComparing();
    void makeMaps(std::size_t picture);
    void editNotes(store::Id run, const QString &before, const QString &after);
    void writeNotes(store::Id run, const QString &notes);
    void choose(store::Id run);
    void showFolder(store::Id run);
    void showMenu(const QPoint &at);
    void retranslate();

    JobRunner *m_runner;
    std::optional<std::filesystem::path> m_project;
    std::filesystem::path m_folder; ///< of the project, once it is read
    QPointer<Job> m_reading, m_comparing, m_mapping;
    struct Maps;                  // the models of the compared runs
    std::shared_ptr<Maps> m_maps; ///< of the project
    QTimer m_selectionTimer;      ///< a selection by keys passes many rows on its way
    int m_readNumber = 0;         ///< only what the latest one brings is shown
    int m_comparison = 0, m_mapNumber = 0;
    QString m_readError;
    bool m_isRead = false;

    RunsModel *m_model;
    NotesWriter *m_notes;
    QUndoStack *m_undo;
    QStackedWidget *m_pages; ///< the runs, or a message instead
    MessagePane *m_message;
    QSplitter *m_splitter;
    QLineEdit *m_filter;
    QToolButton *m_columns;
    QLabel *m_count, *m_warning;
    QStackedWidget *m_tableStack;
    RunsTable *m_table;
    MessagePane *m_nothing;
    QStackedWidget *m_below;
    RunDetails *m_details;
    CompareView *m_compare;
    MessagePane *m_hint;
};

} // namespace cf::ui
