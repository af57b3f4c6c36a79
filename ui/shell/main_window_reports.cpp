// What the window writes for others, and what it takes in from them.
#include "core/workflow/external_metrics.h"
#include "core/workflow/report_run.h"
#include "ui/analyse/analyse_page.h"
#include "ui/analyse/analysis_view.h"
#include "ui/analyse/picture_table.h"
#include "ui/dataset/dataset_page.h"
#include "ui/jobs/path_text.h"
#include "ui/runs/runs_page.h"
#include "ui/shell/main_window.h"

#include <QDir>
#include <QFileDialog>
#include <QStackedWidget>

namespace cf::ui {

QString MainWindow::askForReport(const QString &name)
{
    const auto folder = QDir(QString::fromStdString(m_session.project()->string()));
    return QFileDialog::getSaveFileName(
        this, tr("Save the report"), folder.filePath(name) + QStringLiteral(".html"),
        tr("Web page (*.html);;PDF document (*.pdf);;Table of figures (*.csv)"));
}

void MainWindow::exportReport()
{
    if (!m_session.project() || m_session.trainedRun().empty())
        return;
    const auto file =
        askForReport(tr("report of run %1").arg(QString::fromStdString(m_session.trainedRun())));
    if (!file.isEmpty())
        writeReport(file);
}

void MainWindow::exportPictures()
{
    const auto chosen = m_pages->currentWidget() == m_analysePage
                            ? m_analysePage->view().pictures().paths()
                            : m_datasetPage->selectedPaths();
    if (!m_session.project() || m_session.trainedRun().empty() || chosen.isEmpty()) {
        say(tr("Select pictures on the Dataset page, or list some on the Analyse page, with a "
               "trained filter at hand."));
        return;
    }
    const auto file = askForReport(tr("%n pictures", nullptr, static_cast<int>(chosen.size())));
    if (file.isEmpty())
        return;
    std::vector<std::filesystem::path> pictures;
    for (const auto &path : chosen)
        pictures.push_back(pathOf(path));
    writeReport(file, pictures);
}

void MainWindow::writeReport(const QString &file,
                             const std::vector<std::filesystem::path> &pictures)
{
    m_runner.start(
        Lane::Files, [file] { return tr("Write %1").arg(QDir::toNativeSeparators(file)); },
        [project = *m_session.project(), run = m_session.trainedRun(), pictures,
         out = pathOf(file)](RunContext &context) {
            return pictures.empty()
                       ? workflow::reportRun(project, run, out, context)
                       : workflow::reportPictures(project, run, pictures, out, context);
        },
        this,
        [this, file] {
            say(tr("The report is at %1.").arg(QDir::toNativeSeparators(file)));
            Q_EMIT reportWritten(file);
        });
}

void MainWindow::addMaps()
{
    if (!m_session.project() || !m_session.dataset()) {
        say(tr("Open a project with its pictures first."));
        return;
    }
    const auto folder = QFileDialog::getExistingDirectory(
        this, tr("The folder with the maps, as CATEGORY/test/KIND/NAME.tiff (or .npy, .png)"));
    if (!folder.isEmpty())
        addMaps(folder);
}

void MainWindow::addMaps(const QString &folder)
{
    workflow::ExternalMetricsRequest request;
    request.project = m_session.project();
    request.data = m_session.dataset()->root;
    request.maps = pathOf(folder);
    showPage(m_runsPage);
    m_runner.start(
        Lane::Files,
        [folder] { return tr("Measure the maps in %1").arg(QDir::toNativeSeparators(folder)); },
        [request](RunContext &context) -> Result<void> {
            CF_ASSIGN_OR_RETURN(const auto measured, workflow::externalMetrics(request, context));
            context.log(LogLevel::Info, "Kept as run " + measured.run + ".");
            return {};
        },
        this, [this] { m_runsPage->reload(); });
}

} // namespace cf::ui
