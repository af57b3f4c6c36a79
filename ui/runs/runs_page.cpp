#include "ui/runs/runs_page.h"

#include "core/workflow/compared_maps.h"
#include "core/workflow/run_settings.h"
#include "ui/dataset/message_pane.h"
#include "ui/jobs/error_text.h"
#include "ui/runs/compare_view.h"
#include "ui/runs/maps_strip.h"
#include "ui/runs/notes_writer.h"
#include "ui/runs/run_details.h"
#include "ui/runs/run_text.h"
#include "ui/runs/runs_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>

#include <mutex>

namespace cf::ui {

namespace {

constexpr int kSelectionMs = 120;
const auto kSplitterKey = QStringLiteral("runs/splitter");

/// A change of one run's notes, done and undone by `write`.
class EditNotes : public QUndoCommand
{
public:
    using Write = std::function<void(store::Id, const QString &)>;
    EditNotes(const QString &text, store::Id run, QString before, QString after, Write write)
        : QUndoCommand(text), m_run(run), m_before(std::move(before)), m_after(std::move(after)),
          m_write(std::move(write))
    {
    }
    void redo() override { m_write(m_run, m_after); }
    void undo() override { m_write(m_run, m_before); }

private:
    store::Id m_run;
    QString m_before, m_after;
    Write m_write;
};

QString numberOf(store::Id run)
{
    return QString::number(run);
}

} // namespace

struct RunsPage::Maps
{
    explicit Maps(std::filesystem::path project) : comparer(std::move(project)) {}
    std::mutex mutex; // for one thread at a time
    workflow::MapComparer comparer;
};

RunsPage::RunsPage(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_model(new RunsModel(this)),
      m_notes(new NotesWriter(runner, this)), m_undo(new QUndoStack(this))
{
    addParts();
    connectParts();
    m_selectionTimer.setSingleShot(true);
    m_selectionTimer.setInterval(kSelectionMs);
    retranslate();
}

RunsPage::~RunsPage()
{
    m_model->disconnect(this); // an open editor hands in its text when the table goes
}

void RunsPage::addParts()
{
    m_pages = new QStackedWidget;
    m_message = new MessagePane;
    m_splitter = new QSplitter(Qt::Vertical);
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setClearButtonEnabled(true);
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("count"));
    m_warning = new QLabel;
    m_warning->setObjectName(QStringLiteral("warning"));
    m_warning->setWordWrap(true);
    m_warning->hide();
    m_table = new RunsTable(m_model);
    m_table->setObjectName(QStringLiteral("runs"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_columns = new QToolButton;
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setMenu(m_table->columnsMenu());
    m_nothing = new MessagePane;
    m_tableStack = new QStackedWidget;
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_nothing);
    m_details = new RunDetails;
    m_compare = new CompareView;
    m_hint = new MessagePane;
    m_below = new QStackedWidget;
    m_below->addWidget(m_hint);
    m_below->addWidget(m_details);
    m_below->addWidget(m_compare);

    auto *line = new QHBoxLayout;
    line->addWidget(m_filter, 1);
    line->addWidget(m_count);
    line->addWidget(m_columns);
    auto *above = new QWidget;
    auto *aboveColumn = new QVBoxLayout(above);
    aboveColumn->setContentsMargins(0, 0, 0, 0);
    aboveColumn->addLayout(line);
    aboveColumn->addWidget(m_warning);
    aboveColumn->addWidget(m_tableStack, 1);
    m_splitter->addWidget(above);
    m_splitter->addWidget(m_below);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(9);
    m_splitter->setSizes({280, 480});
    m_splitter->restoreState(QSettings().value(kSplitterKey).toByteArray());
    auto *content = new QWidget;
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(12, 10, 12, 10);
    contentColumn->addWidget(m_splitter);
    m_pages->addWidget(m_message);
    m_pages->addWidget(content);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_pages);
}

void RunsPage::connectParts()
{
    connect(m_message, &MessagePane::actionWanted, this, &RunsPage::reload);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { QSettings().setValue(kSplitterKey, m_splitter->saveState()); });
    connect(m_nothing, &MessagePane::actionWanted, m_filter, &QLineEdit::clear);
    connect(m_hint, &MessagePane::actionWanted, this, &RunsPage::compare);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_table->setFilter(words);
        showTable();
    });
    connect(m_table, &RunsTable::selectedRunsChanged, &m_selectionTimer,
            qOverload<>(&QTimer::start));
    connect(&m_selectionTimer, &QTimer::timeout, this, &RunsPage::showSelection);
    connect(m_table, &RunsTable::runActivated, this, &RunsPage::choose);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RunsPage::showMenu);
    connect(m_model, &RunsModel::notesEdited, this, &RunsPage::editNotes);
    connect(m_notes, &NotesWriter::written, this, [this] {
        if (m_reading && !m_reading->isOver())
            reload();
    });
    connect(m_notes, &NotesWriter::failed, this, [this](const QString &sentence) {
        reload(); // shows what the file has
        m_warning->setText(QStringLiteral("⚠ ") + sentence);
        m_warning->show();
    });
    connect(m_compare, &CompareView::requestChanged, this, &RunsPage::compare);
    connect(m_compare, &CompareView::pictureWanted, this, &RunsPage::pictureWanted);
    connect(m_compare, &CompareView::mapsWanted, this, &RunsPage::makeMaps);
    const auto onlyRun = [this] {
        const auto runs = selectedRuns();
        return runs.size() == 1 ? runs.front() : store::Id{0};
    };
    connect(m_details, &RunDetails::chooseWanted, this, [=, this] { choose(onlyRun()); });
    connect(m_details, &RunDetails::reportWanted, this,
            [=, this] { Q_EMIT reportWanted(numberOf(onlyRun())); });
    connect(m_details, &RunDetails::folderWanted, this, [=, this] { showFolder(onlyRun()); });
}

void RunsPage::setProject(const std::optional<std::filesystem::path> &project)
{
    if (project == m_project)
        return;
    m_project = project;
    m_maps = project ? std::make_shared<Maps>(*project) : nullptr;
    m_undo->clear();
    ++m_readNumber; // what is being read is not wanted any more
    stopComparing();
    m_model->setRows({});
    m_model->setChosenRun(0);
    m_isRead = false;
    m_filter->clear();
    m_warning->hide();
    reload();
}

void RunsPage::reload()
{
    if (m_reading)
        m_reading->stop();
    m_reading = nullptr;
    m_readError.clear();
    if (m_project)
        read();
    showTable();
}

void RunsPage::read()
{
    const int number = ++m_readNumber;
    m_reading = m_runner->start<Table>(
        Lane::Files, [] { return tr("Read the runs"); },
        [path = *m_project](RunContext &) -> Result<Table> {
            CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(path));
            CF_ASSIGN_OR_RETURN(auto rows, workflow::runTable(project));
            return Table{project.folder(), std::move(rows)};
        },
        this,
        [this, number](Table table) {
            if (number == m_readNumber)
                take(std::move(table));
        },
        Afterwards::Forgotten);
    connect(m_reading, &Job::ended, this, [this, number, job = m_reading.data()] {
        if (number != m_readNumber || job->state() == JobState::Done)
            return;
        m_readError = job->error() ? errorText(*job->error()) : tr("Reading was stopped.");
        showTable();
    });
}

void RunsPage::take(Table table)
{
    m_folder = table.folder;
    for (auto &row : table.rows)
        if (const auto newer = m_notes->pending(*m_project, row.run.id))
            row.run.notes = *newer;
    const auto selected = selectedRuns();
    m_model->setRows(std::move(table.rows));
    m_isRead = true;
    showTable();
    m_table->select(selected);
    if (selectedRuns().empty())
        m_table->selectFirst();
    m_selectionTimer.stop();
    showSelection();
}

void RunsPage::showTable()
{
    const int total = m_model->rowCount();
    const int shown = m_table->shownCount();
    m_count->setText(shown == total ? tr("%n runs", nullptr, total)
                                    : tr("%L1 of %n runs", nullptr, total).arg(shown));
    if (shown == 0 && total > 0)
        m_nothing->showMessage(tr("No run matches %1").arg(m_filter->text()), tr("Show all runs"));
    m_tableStack->setCurrentWidget(shown == 0 && total > 0 ? static_cast<QWidget *>(m_nothing)
                                                           : m_table);
    const bool isShown = m_project && total > 0 && m_readError.isEmpty();
    m_pages->setCurrentIndex(isShown ? 1 : 0);
    if (!m_project)
        m_message->showMessage(tr("No project is open. Open or create one to see its runs here."));
    else if (!m_readError.isEmpty())
        m_message->showMessage(m_readError, tr("Try again"));
    else if (!m_isRead)
        m_message->showBusy(tr("Reading the runs"));
    else if (total == 0)
        m_message->showMessage(
            tr("There are no runs yet. Train a filter under Train; each training "
               "is kept here with its settings and figures."));
}

void RunsPage::showSelection()
{
    const auto runs = selectedRuns();
    stopComparing();
    if (runs.size() == 1) {
        if (const auto *row = m_model->row(runs.front()))
            m_details->setRun(m_folder, *row);
        m_below->setCurrentWidget(m_details);
    } else if (runs.size() >= 2 && runs.size() <= workflow::kMostComparedRuns) {
        std::vector<store::Run> chosen;
        for (const auto run : runs)
            if (const auto *row = m_model->row(run))
                chosen.push_back(row->run);
        m_compare->setRuns(chosen);
        compare();
    } else {
        m_hint->showMessage(runs.empty()
                                ? tr("Select a run to see its details, or two to ten with Ctrl or "
                                     "Shift to compare them.")
                                : tr("%n runs are selected; at most ten can be compared.", nullptr,
                                     static_cast<int>(runs.size())));
        m_below->setCurrentWidget(m_hint);
    }
}

void RunsPage::compare()
{
    stopComparing();
    if (m_below->currentWidget() != m_compare) {
        m_hint->showBusy(tr("Comparing the runs"));
        m_below->setCurrentWidget(m_hint);
    }
    using Comparison = std::shared_ptr<const workflow::RunComparison>;
    const auto request = m_compare->request();
    const int number = ++m_comparison;
    m_comparing = m_runner->start<Comparison>(
        Lane::Files,
        [count = static_cast<int>(request.runs.size())] {
            return tr("Compare %n runs", nullptr, count);
        },
        [path = *m_project, request](RunContext &run) -> Result<Comparison> {
            CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(path));
            CF_ASSIGN_OR_RETURN(auto comparison, workflow::compareRuns(project, request, run));
            return Comparison(
                std::make_shared<const workflow::RunComparison>(std::move(comparison)));
        },
        this,
        [this, number](const Comparison &comparison) {
            if (number != m_comparison)
                return; // others were selected meanwhile
            m_compare->setComparison(comparison);
            m_below->setCurrentWidget(m_compare);
        },
        Afterwards::Forgotten);
    connect(m_comparing, &Job::ended, this, [this, number, job = m_comparing.data()] {
        if (number != m_comparison || job->state() == JobState::Done)
            return;
        m_hint->showMessage(job->error() ? errorText(*job->error()) : tr("Comparing was stopped."),
                            tr("Try again"));
        m_below->setCurrentWidget(m_hint);
    });
}

void RunsPage::stopComparing()
{
    ++m_comparison;
    ++m_mapNumber;
    for (const auto &job : {m_comparing, m_mapping})
        if (job)
            job->stop();
}

void RunsPage::makeMaps(std::size_t picture)
{
    if (m_mapping)
        m_mapping->stop();
    const auto comparison = m_compare->comparison();
    const auto &row = comparison->pictures[picture];
    const auto name = QString::fromStdString(row.path.filename().string());
    const int number = ++m_mapNumber;
    m_compare->maps().showSentence(tr("Making the maps ..."));
    using Shared = std::shared_ptr<const workflow::ComparedPicture>;
    auto *job = m_runner->start<Shared>(
        Lane::Files, [name] { return tr("Maps of %1").arg(name); },
        [maps = m_maps, comparison, picture](RunContext &run) -> Result<Shared> {
            const std::scoped_lock alone(maps->mutex);
            CF_ASSIGN_OR_RETURN(
                auto made, maps->comparer.compare(*comparison, comparison->pictures[picture], run));
            return Shared(std::make_shared<const workflow::ComparedPicture>(std::move(made)));
        },
        this,
        [this, number, comparison](const Shared &made) {
            if (number == m_mapNumber)
                m_compare->maps().showPicture(*comparison, *made);
        },
        Afterwards::Forgotten);
    m_mapping = job;
    connect(job, &Job::ended, this, [this, number, job] {
        if (number == m_mapNumber && job->error())
            m_compare->maps().showSentence(errorText(*job->error()));
    });
}

void RunsPage::editNotes(store::Id run, const QString &before, const QString &after)
{
    m_undo->push(new EditNotes(
        tr("Edit the notes of run %1").arg(run), run, before, after,
        [this](store::Id edited, const QString &notes) { writeNotes(edited, notes); }));
}

void RunsPage::writeNotes(store::Id run, const QString &notes)
{
    m_warning->hide();
    m_model->setNotes(run, notes.toStdString());
    m_notes->write(*m_project, run, notes.toStdString());
}

void RunsPage::choose(store::Id run)
{
    const auto *row = m_model->row(run);
    if (!row || !canBeChosen(*row))
        return;
    setChosenRun(numberOf(run));
    Q_EMIT runChosen(numberOf(run));
}

void RunsPage::setChosenRun(const QString &run)
{
    m_model->setChosenRun(run.toLongLong());
}

void RunsPage::selectRuns(const std::vector<store::Id> &runs)
{
    m_table->select(runs);
}

std::vector<store::Id> RunsPage::selectedRuns() const
{
    return m_table->selectedRuns();
}

void RunsPage::showFolder(store::Id run)
{
    if (const auto *row = m_model->row(run))
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QString::fromStdString(row->folder.string())));
}

void RunsPage::showMenu(const QPoint &at)
{
    const auto *row = m_model->row(m_table->runAt(m_table->indexAt(at)));
    if (!row)
        return;
    const auto run = row->run.id;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Use this run"), this, [this, run] { choose(run); })
        ->setEnabled(canBeChosen(*row));
    menu->addAction(tr("&Report..."), this, [this, run] { Q_EMIT reportWanted(numberOf(run)); })
        ->setEnabled(!row->figures.empty());
    menu->addAction(tr("&Edit the notes"), this, [this, run] { m_table->editNotes(run); });
    menu->addSeparator();
    menu->addAction(tr("Copy &number"), this,
                    [run] { QApplication::clipboard()->setText(numberOf(run)); });
    const auto settings = workflow::runSettings(row->run);
    auto *copy = menu->addAction(tr("Copy &settings as a command"));
    copy->setEnabled(settings.ok());
    if (settings.ok()) {
        const auto command = workflow::repeatCommand(row->run, *settings, m_folder);
        connect(copy, &QAction::triggered, this,
                [command] { QApplication::clipboard()->setText(QString::fromStdString(command)); });
    }
    menu->addAction(tr("Show &folder"), this, [this, run] { showFolder(run); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void RunsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunsPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter: name, number, state, profile, notes ..."));
    m_filter->setAccessibleName(tr("Filter of the runs"));
    m_columns->setText(tr("&Columns"));
    m_columns->setToolTip(tr("Choose the columns; drag their headings to move them"));
    m_model->retranslate();
    showTable();
    if (m_project && m_isRead)
        showSelection();
    else
        m_hint->showMessage({});
}

} // namespace cf::ui
