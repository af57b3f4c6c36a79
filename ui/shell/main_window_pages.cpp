// The pages, how one leads to another, and what they show of the session.
#include "core/workflow/evaluate.h"
#include "ui/analyse/analyse_page.h"
#include "ui/dataset/dataset_page.h"
#include "ui/inspect/inspect_page.h"
#include "ui/jobs/jobs_dock.h"
#include "ui/jobs/path_text.h"
#include "ui/review/review_page.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/annotate_window.h"
#include "ui/shell/main_window.h"
#include "ui/shell/start_page.h"
#include "ui/templates/templates_page.h"
#include "ui/train/train_form.h"
#include "ui/train/train_page.h"

#include <QActionGroup>
#include <QDesktopServices>
#include <QDir>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QToolBar>
#include <QUndoGroup>
#include <QUrl>

#include <map>
#include <utility>

namespace cf::ui {

namespace {

constexpr int kNavigationWidthPx = 92;
const auto kInspectActions = QStringLiteral("inspect.");
const auto kReviewActions = QStringLiteral("review.");

/// Where the ignored findings of a folder are kept.
QString ignoredKey(const dataset::Dataset &dataset)
{
    return QStringLiteral("ignoredFindings/") + QString::fromLatin1(QUrl::toPercentEncoding(
                                                    QString::fromStdString(dataset.root.string())));
}

} // namespace

void MainWindow::addPages()
{
    m_actions.addPage(kInspectActions);
    m_actions.addPage(kReviewActions);
    m_pages = new QStackedWidget;
    m_undo = new QUndoGroup(this);
    m_start = new StartPage(m_actions);
    m_datasetPage =
        new DatasetPage(QStandardPaths::writableLocation(QStandardPaths::CacheLocation) +
                        QStringLiteral("/thumbnails"));
    m_templatesPage = new TemplatesPage(&m_runner);
    m_trainPage = new TrainPage(&m_runner);
    m_inspectPage = new InspectPage(&m_runner);
    m_reviewPage = new ReviewPage(&m_runner);
    m_analysePage = new AnalysePage(&m_runner);
    m_runsPage = new RunsPage(&m_runner);
    setCentralWidget(m_pages);
    m_navigation = new QToolBar(this);
    m_navigation->setObjectName(QStringLiteral("navigation"));
    m_navigation->setMovable(false);
    m_navigation->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_navigation->toggleViewAction()->setEnabled(false);
    showNavigationColours();
    addToolBar(Qt::LeftToolBarArea, m_navigation);
    m_goTo = new QActionGroup(this);

    const char *const go = QT_TRANSLATE_NOOP("Actions", "Go to");
    const auto addPage = [&](const char *id, const char *name, QWidget *page, QKeyCombination keys,
                             QUndoStack *undo = nullptr) {
        auto *action = m_actions.add(QLatin1String(id), {go, name, nullptr}, {QKeySequence(keys)},
                                     [this, page] { showPage(page); });
        action->setCheckable(true);
        m_goTo->addAction(action);
        m_navigation->addAction(action);
        m_navigation->widgetForAction(action)->setMinimumSize(kNavigationWidthPx, 34);
        m_pages->addWidget(page);
        page->setProperty("goTo", action->objectName());
        m_undoOf[page] = undo;
        if (undo)
            m_undo->addStack(undo);
    };
    auto *datasetUndo = new QUndoStack(this);
    m_datasetPage->setUndoStack(datasetUndo);
    addPage("go.start", QT_TRANSLATE_NOOP("Actions", "Start"), m_start, Qt::ALT | Qt::Key_Home);
    addPage("go.dataset", QT_TRANSLATE_NOOP("Actions", "Dataset"), m_datasetPage,
            Qt::CTRL | Qt::Key_1, datasetUndo);
    addPage("go.templates", QT_TRANSLATE_NOOP("Actions", "Templates"), m_templatesPage,
            Qt::CTRL | Qt::Key_2, m_templatesPage->undoStack());
    addPage("go.train", QT_TRANSLATE_NOOP("Actions", "Train"), m_trainPage, Qt::CTRL | Qt::Key_3);
    addPage("go.inspect", QT_TRANSLATE_NOOP("Actions", "Inspect"), m_inspectPage,
            Qt::CTRL | Qt::Key_4);
    addPage("go.review", QT_TRANSLATE_NOOP("Actions", "Review"), m_reviewPage, Qt::CTRL | Qt::Key_5,
            m_reviewPage->undoStack());
    addPage("go.analyse", QT_TRANSLATE_NOOP("Actions", "Analyse"), m_analysePage,
            Qt::CTRL | Qt::Key_6);
    addPage("go.runs", QT_TRANSLATE_NOOP("Actions", "Runs"), m_runsPage, Qt::CTRL | Qt::Key_7,
            m_runsPage->undoStack());

    m_jobsDock = new JobsDock(&m_runner, this);
    addDockWidget(Qt::BottomDockWidgetArea, m_jobsDock);
    m_jobsDock->hide();
    connectPages();
}

void MainWindow::connectPages()
{
    const auto inspect = [this](const QString &path) {
        showPage(m_inspectPage);
        m_inspectPage->showPicture(pathOf(path));
    };
    connect(m_start, &StartPage::openWanted, this, &MainWindow::openPath);
    connect(m_start, &StartPage::forgetWanted, this, [this] {
        Session::forgetRecent();
        m_start->refresh();
    });

    connect(m_datasetPage, &DatasetPage::openWanted, this, &MainWindow::choosePictures);
    connect(m_datasetPage, &DatasetPage::relocateWanted, this, &MainWindow::relocate);
    connect(m_datasetPage, &DatasetPage::imageActivated, this, inspect);
    connect(m_datasetPage, &DatasetPage::ignoredChanged, this, [this] {
        if (const auto &dataset = m_session.dataset())
            QSettings().setValue(ignoredKey(*dataset), m_datasetPage->ignored());
    });

    connect(m_trainPage, &TrainPage::projectWanted, this, &MainWindow::projectForPictures);
    connect(m_trainPage, &TrainPage::evaluated, this,
            [this](const QString &run) { m_session.setTrainedRun(run.toStdString()); });
    connect(m_trainPage, &TrainPage::templatesPageWanted, this,
            [this] { showPage(m_templatesPage); });
    connect(m_trainPage, &TrainPage::inspectWanted, this, [this] { showPage(m_inspectPage); });
    connect(m_trainPage, &TrainPage::analyseWanted, this, [this] { showPage(m_analysePage); });
    connect(m_trainPage, &TrainPage::reportWanted, this, &MainWindow::exportReport);

    // One choice of templates, seen from two sides.
    connect(m_templatesPage, &TemplatesPage::choiceChanged, this, [this] {
        m_trainPage->form().setTemplates(m_templatesPage->strategy(),
                                         m_templatesPage->templateCount(),
                                         m_templatesPage->chosenFiles(), m_templatesPage->source());
    });
    connect(&m_trainPage->form(), &TrainForm::templatesChanged, m_templatesPage,
            &TemplatesPage::setRule);
    connect(&m_trainPage->form(), &TrainForm::changed, m_templatesPage,
            [this] { m_templatesPage->setSeed(m_trainPage->form().request().options.seed); });

    connect(m_inspectPage, &InspectPage::exported, this, &MainWindow::say);
    connect(m_inspectPage, &InspectPage::exportFailed, this, &MainWindow::say);

    connect(m_reviewPage, &ReviewPage::said, this, &MainWindow::say);
    connect(m_reviewPage, &ReviewPage::projectWanted, this, &MainWindow::projectForPictures);
    connect(m_reviewPage, &ReviewPage::scoresChanged, this, [this] {
        m_reviewedIsOld = true;
        const auto project = m_session.project().value_or(std::filesystem::path());
        m_inspectPage->setRun(project, m_session.trainedRun());
        m_analysePage->setRun(project, m_session.trainedRun());
        m_runsPage->reload();
    });
    connect(m_reviewPage, &ReviewPage::allSaved, this, [this] {
        m_reviewedIsOld = true;
        if (std::exchange(m_closesWhenSaved, false))
            close();
    });

    connect(m_analysePage, &AnalysePage::pictureWanted, this, inspect);
    connect(m_analysePage, &AnalysePage::said, this, &MainWindow::say);
    connect(m_analysePage, &AnalysePage::thresholdsKept, m_reviewPage, &ReviewPage::reload);
    connect(m_analysePage, &AnalysePage::evaluationWanted, this, [this] {
        if (m_session.trainedRun().empty())
            showPage(m_trainPage);
        else
            evaluateRun();
    });

    connect(m_runsPage, &RunsPage::runChosen, this,
            [this](const QString &run) { m_session.setTrainedRun(run.toStdString()); });
    connect(m_runsPage, &RunsPage::pictureWanted, this,
            [this, inspect](const QString &path, const QString &run) {
                if (run.toStdString() != m_session.trainedRun())
                    m_session.setTrainedRun(run.toStdString());
                inspect(path);
            });
    connect(m_runsPage, &RunsPage::reportWanted, this, [this](const QString &run) {
        m_session.setTrainedRun(run.toStdString());
        exportReport();
    });
}

void MainWindow::followSession()
{
    connect(&m_session, &Session::reading, this, [this](const QString &what) {
        m_start->showError({});
        m_datasetPage->setBusy(tr("Reading %1").arg(QDir::toNativeSeparators(what)));
        showPage(m_datasetPage);
    });
    connect(&m_session, &Session::projectChanged, this, [this] {
        m_templatesPage->setProject(m_session.project());
        m_trainPage->setProject(m_session.project());
        m_runsPage->setProject(m_session.project());
        showRun();
        showTitle();
    });
    connect(&m_session, &Session::trainedRunChanged, this, [this] {
        showRun();
        m_trainPage->showRun(QString::fromStdString(m_session.trainedRun()));
        m_runsPage->reload();
    });
    connect(&m_session, &Session::datasetChanged, this, [this] {
        showDataset();
        showTitle();
    });
    connect(&m_session, &Session::checked, this,
            [this](const std::vector<dataset::HealthFinding> &findings) {
                showDataset();
                m_datasetPage->setFindings(findings);
                m_reviewPage->reload(); // the project knows all pictures now
            });
    connect(&m_session, &Session::scored, this,
            [this](const std::vector<store::ImageScore> &scores,
                   const std::vector<std::filesystem::path> &reviewed) {
                std::map<std::filesystem::path, ImageRecord> records;
                for (const auto &score : scores)
                    if (const auto &value = score.fused ? score.fused : score.external)
                        records[score.path].score = static_cast<float>(*value);
                for (const auto &path : reviewed)
                    records[path].reviewed = true;
                std::vector<ImageRecord> known;
                for (auto &[path, record] : records) {
                    record.image = m_session.dataset()->root / path;
                    known.push_back(std::move(record));
                }
                m_datasetPage->setScores(known);
            });
    connect(&m_session, &Session::failed, this, [this](const QString &sentence) {
        showDataset(); // takes the busy state off
        m_start->showError(sentence);
        showPage(m_start);
    });
    connect(&m_session, &Session::picturesMissing, this, [this](const QString &path) {
        m_datasetPage->setError(
            tr("The project's pictures are not at %1 any more. If they were moved, say where they "
               "are now; everything else in the project stays.")
                .arg(QDir::toNativeSeparators(path)));
        showPage(m_datasetPage);
    });
}

void MainWindow::showRun()
{
    const auto project = m_session.project().value_or(std::filesystem::path());
    const auto &run = m_session.trainedRun();
    m_inspectPage->setRun(project, run);
    m_reviewPage->setRun(project, run);
    m_analysePage->setRun(project, run);
    m_runsPage->setChosenRun(QString::fromStdString(run));
    for (const char *id : {"run.evaluate", "run.report"})
        if (auto *action = m_actions.action(QLatin1String(id)))
            action->setEnabled(!run.empty());
}

void MainWindow::showDataset()
{
    const auto &dataset = m_session.dataset();
    if (dataset)
        m_datasetPage->setIgnored(QSettings().value(ignoredKey(*dataset)).toStringList());
    m_datasetPage->setDataset(dataset, m_session.takeRows());
    m_templatesPage->setDataset(dataset, m_session.takeRows());
    m_trainPage->setDataset(dataset);
    m_inspectPage->setDataset(dataset);
}

void MainWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    if (auto *action = m_actions.action(page->property("goTo").toString()))
        action->setChecked(true);
    m_undo->setActiveStack(m_undoOf[page]);
    // Single letters must not act on a page that is not seen.
    m_actions.enterPage(page == m_inspectPage  ? kInspectActions
                        : page == m_reviewPage ? kReviewActions
                                               : QString());
    page->setFocus();
    if (page == m_datasetPage && std::exchange(m_reviewedIsOld, false))
        m_session.readRecords();
}

void MainWindow::annotate()
{
    if (!m_annotateWindow)
        m_annotateWindow = new AnnotateWindow(m_session, *m_inspectPage, m_runner, this);
    std::filesystem::path image;
    if (const auto &inspection = m_inspectPage->inspection())
        image = inspection->image;
    if (const auto current = m_reviewPage->current();
        current && m_pages->currentWidget() == m_reviewPage)
        image = m_reviewPage->set()->fileOf(*current);
    m_annotateWindow->showPicture(image);
}

void MainWindow::evaluateRun()
{
    if (!m_session.project() || m_session.trainedRun().empty())
        return;
    workflow::EvaluateRequest request;
    request.project = *m_session.project();
    request.run = m_session.trainedRun();
    m_runner.start<workflow::Evaluation>(
        Lane::Engine,
        [run = QString::fromStdString(*request.run)] { return tr("Test run %1").arg(run); },
        [request](RunContext &context) { return workflow::evaluate(request, context); }, this,
        [this, request](const workflow::Evaluation &evaluation) {
            if (m_session.project() == request.project)
                m_session.setTrainedRun(evaluation.run);
        });
}

} // namespace cf::ui
