// The report of a shift or a lot.
#include "core/workflow/shift_report.h"
#include "ui/jobs/error_text.h"
#include "ui/jobs/path_text.h"
#include "ui/review/review_page.h"
#include "ui/review/shift_dialog.h"

#include <QDir>
#include <QFileDialog>

namespace cf::ui {

void ReviewPage::reportShift()
{
    if (!m_set) {
        Q_EMIT said(tr("Open a project with decisions first."));
        return;
    }
    QStringList reviewers, categories;
    for (const auto &one : m_reviewers)
        reviewers += QString::fromStdString(one.name);
    for (const auto &category : m_set->categories)
        categories += QString::fromStdString(category.name);
    auto *dialog = new ShiftDialog(reviewers, categories, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto filter = dialog->filter(QDateTime::currentDateTime());
        const auto folder = QDir(QString::fromStdString(m_project.string()));
        const auto file = QFileDialog::getSaveFileName(
            this, tr("Save the report of the shift"), folder.filePath(QStringLiteral("shift.pdf")),
            tr("PDF document (*.pdf);;Web page (*.html);;Tables (*.csv)"));
        if (!file.isEmpty())
            writeShift(filter, pathOf(file));
    });
    dialog->open();
}

void ReviewPage::writeShift(const review::ShiftFilter &filter, const std::filesystem::path &file)
{
    if (m_project.empty())
        return;
    const auto name = QDir::toNativeSeparators(QString::fromStdString(file.string()));
    auto *job = m_runner->start(
        Lane::Files, [name] { return tr("Write the report %1").arg(name); },
        [request = workflow::ShiftRequest{m_project, {}, filter}, file](RunContext &context) {
            return workflow::writeShiftReport(request, file, context);
        },
        this, [this, name] { Q_EMIT said(tr("The report is at %1.").arg(name)); });
    connect(job, &Job::ended, this, [this, job] {
        if (job->error())
            Q_EMIT said(errorText(*job->error()));
    });
}

} // namespace cf::ui
