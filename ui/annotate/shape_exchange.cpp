#include "ui/annotate/shape_exchange.h"

#include "ui/annotate/format_dialog.h"
#include "ui/annotate/loss_text.h"
#include "ui/jobs/error_text.h"
#include "ui/jobs/path_text.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace cf::ui {

namespace {

constexpr std::size_t kMostNamed = 5; // of the pictures that were left out

QString nativeText(const std::filesystem::path &path)
{
    return QDir::toNativeSeparators(QString::fromStdString(path.string()));
}

} // namespace

ShapeExchange::ShapeExchange(JobRunner *runner, QWidget *over)
    : QObject(over), m_runner(runner), m_over(over)
{
}

void ShapeExchange::askImport(const std::filesystem::path &project)
{
    auto *dialog = new FormatDialog(FormatDialog::Purpose::Import, m_over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, project] {
        const auto format = dialog->format();
        const QString from =
            workflow::isOneFile(format)
                ? QFileDialog::getOpenFileName(m_over, tr("File with shapes"))
                : QFileDialog::getExistingDirectory(m_over, tr("Folder with shapes"));
        if (!from.isEmpty())
            importShapes({project, format, pathOf(from), {}, dialog->replaces()});
    });
    dialog->open();
}

void ShapeExchange::askExport(const std::filesystem::path &project)
{
    auto *dialog = new FormatDialog(FormatDialog::Purpose::Export, m_over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, project] {
        const auto format = dialog->format();
        const QString ending =
            format == workflow::AnnotationFormat::Csv ? tr("Table (*.csv)") : tr("COCO (*.json)");
        const QString to =
            workflow::isOneFile(format)
                ? QFileDialog::getSaveFileName(m_over, tr("Export shapes"), {}, ending)
                : QFileDialog::getExistingDirectory(m_over, tr("Export shapes to"));
        if (!to.isEmpty())
            exportShapes({project, format, pathOf(to)});
    });
    dialog->open();
}

void ShapeExchange::tellEnd(Job *job)
{
    connect(job, &Job::ended, this, [this, job] {
        if (job->error())
            Q_EMIT told(errorText(*job->error()));
    });
}

void ShapeExchange::importShapes(const workflow::AnnotationImport &wanted)
{
    Q_EMIT importing();
    auto *job = m_runner->start<workflow::ImportedAnnotations>(
        Lane::Files, [place = nativeText(wanted.from)] { return tr("Import %1").arg(place); },
        [wanted](RunContext &run) -> Result<workflow::ImportedAnnotations> {
            CF_ASSIGN_OR_RETURN(auto found, workflow::importAnnotations(wanted, run));
            for (const auto &sentence : found.skipped)
                run.log(LogLevel::Warning, sentence);
            return found;
        },
        this,
        [this](const workflow::ImportedAnnotations &found) {
            QString text = tr("%n shapes were imported", nullptr, static_cast<int>(found.shapes)) +
                           tr(" on %n pictures.", nullptr, static_cast<int>(found.pictures));
            for (std::size_t i = 0; i < std::min(found.skipped.size(), kMostNamed); ++i)
                text += QLatin1Char('\n') + QString::fromStdString(found.skipped[i]);
            if (!found.skipped.empty())
                text += QLatin1Char('\n') + tr("%n were left out; the job's log names each.",
                                               nullptr, static_cast<int>(found.skipped.size()));
            Q_EMIT importedShapes(found);
            Q_EMIT told(text);
        });
    connect(job, &Job::ended, this, &ShapeExchange::imported);
    tellEnd(job);
}

void ShapeExchange::exportShapes(const workflow::AnnotationExport &wanted)
{
    const QString place = nativeText(wanted.to);
    auto *job = m_runner->start<std::shared_ptr<workflow::PreparedExport>>(
        Lane::Files, [place] { return tr("Export to %1").arg(place); },
        [wanted](RunContext &run) -> Result<std::shared_ptr<workflow::PreparedExport>> {
            CF_ASSIGN_OR_RETURN(auto prepared, workflow::prepareExport(wanted, run));
            return std::make_shared<workflow::PreparedExport>(std::move(prepared));
        },
        this,
        [this, place](const std::shared_ptr<workflow::PreparedExport> &prepared) {
            if (prepared->losses().empty())
                commit(prepared, place);
            else
                askBeforeLosses(prepared, place);
        });
    tellEnd(job);
}

void ShapeExchange::askBeforeLosses(std::shared_ptr<workflow::PreparedExport> prepared,
                                    const QString &place)
{
    QStringList losses;
    for (const auto &warning : prepared->losses())
        losses += lossText(warning);
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Export shapes"),
                        tr("This format does not hold everything:"), QMessageBox::NoButton, m_over);
    box->setInformativeText(losses.join(QLatin1Char('\n')));
    box->setObjectName(QStringLiteral("lossQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *write = box->addButton(tr("&Write it so"), QMessageBox::AcceptRole);
    write->setObjectName(QStringLiteral("writeWithLosses"));
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(write, &QPushButton::clicked, this,
            [this, prepared, place] { commit(prepared, place); });
    box->open();
}

void ShapeExchange::commit(std::shared_ptr<workflow::PreparedExport> prepared, const QString &place)
{
    auto *job = m_runner->start(
        Lane::Files, [place] { return tr("Write %1").arg(place); },
        [prepared](RunContext &) { return prepared->commit(); }, this,
        [this, place, count = static_cast<int>(prepared->shapes())] {
            Q_EMIT told(tr("%n shapes were written to %1.", nullptr, count).arg(place));
        },
        Afterwards::Forgotten);
    tellEnd(job);
}

} // namespace cf::ui
