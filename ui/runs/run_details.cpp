#include "ui/runs/run_details.h"

#include "core/workflow/run_settings.h"
#include "ui/jobs/error_text.h"
#include "ui/jobs/job.h"
#include "ui/jobs/time_text.h"
#include "ui/runs/run_text.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace cf::ui {

namespace {

QLabel *textLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// One long line that can be selected and scrolled through.
QLineEdit *lineField(const char *name)
{
    auto *field = new QLineEdit;
    field->setObjectName(QLatin1String(name));
    field->setReadOnly(true);
    return field;
}

QPushButton *button(const char *name)
{
    auto *made = new QPushButton;
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(false);
    return made;
}

} // namespace

bool canBeChosen(const workflow::RunRow &row)
{
    return row.run.modelPath || !row.figures.empty();
}

RunDetails::RunDetails(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_outcome(textLabel("outcome")),
      m_modelLabel(new QLabel), m_resumeLabel(new QLabel), m_model(lineField("model")),
      m_resume(lineField("resume")), m_choose(button("chooseRun")), m_report(button("report")),
      m_folder(button("showFolder")), m_copyResume(button("copyResume")),
      m_settings(new QTableWidget(0, 2))
{
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_modelLabel->setBuddy(m_model);
    m_resumeLabel->setBuddy(m_resume);
    m_settings->setObjectName(QStringLiteral("settings"));
    m_settings->verticalHeader()->hide();
    m_settings->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_settings->horizontalHeader()->setStretchLastSection(true);
    m_settings->horizontalHeader()->setHighlightSections(false);
    m_settings->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_settings->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_settings->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_settings->setAlternatingRowColors(true);
    m_settings->setShowGrid(false);
    m_settings->setWordWrap(false);
    m_settings->setTabKeyNavigation(false);

    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(14);
    facts->setVerticalSpacing(8);
    facts->addWidget(m_outcome, 0, 0, 1, 3);
    facts->addWidget(m_modelLabel, 1, 0);
    facts->addWidget(m_model, 1, 1, 1, 2);
    facts->addWidget(m_resumeLabel, 2, 0);
    facts->addWidget(m_resume, 2, 1);
    facts->addWidget(m_copyResume, 2, 2);
    facts->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_choose);
    buttons->addWidget(m_report);
    buttons->addWidget(m_folder);
    buttons->addStretch(1);
    auto *left = new QVBoxLayout;
    left->addWidget(m_title);
    left->addLayout(facts);
    left->addStretch(1);
    left->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(16);
    layout->addLayout(left, 3);
    layout->addWidget(m_settings, 2);

    connect(m_choose, &QPushButton::clicked, this, &RunDetails::chooseWanted);
    connect(m_report, &QPushButton::clicked, this, &RunDetails::reportWanted);
    connect(m_folder, &QPushButton::clicked, this, &RunDetails::folderWanted);
    connect(m_copyResume, &QPushButton::clicked, this, [this] {
        if (m_row)
            QApplication::clipboard()->setText(
                QString::fromStdString(workflow::resumeCommand(m_row->run, m_project)));
    });
    retranslate();
}

void RunDetails::setRun(const std::filesystem::path &project, const workflow::RunRow &row)
{
    m_project = project;
    m_row = row;
    showRun();
}

QString RunDetails::outcome() const
{
    const auto &run = m_row->run;
    const auto spent = durationText(static_cast<qint64>(run.seconds * 1000.0));
    switch (run.state) {
    case store::RunState::Queued:
        return tr("It has not begun yet.");
    case store::RunState::Running:
        return tr("It is running: %L1 steps so far.").arg(run.stepsDone);
    case store::RunState::Failed:
        return QStringLiteral("⚠ ") +
               (run.error ? QString::fromStdString(*run.error) : tr("It failed."));
    case store::RunState::Cancelled:
        return tr("It was stopped after %L1 steps (%2); everything up to the last checkpoint is "
                  "kept.")
            .arg(run.stepsDone)
            .arg(spent);
    case store::RunState::Interrupted:
        return QStringLiteral("⚠ ") +
               tr("Its program went away after %L1 steps (%2); everything up to the last "
                  "checkpoint is kept.")
                   .arg(run.stepsDone)
                   .arg(spent);
    case store::RunState::Done:
        break;
    }
    const auto apart =
        m_row->leftOut > 0
            ? QLatin1Char(' ') + tr("%Ln picture(s) were trained with and are left out.", nullptr,
                                    static_cast<int>(m_row->leftOut))
            : QString();
    if (run.kind != store::RunKind::Train)
        return tr("It is done.") + apart;
    const auto text = tr("It was trained for %L1 steps in %2").arg(run.stepsDone).arg(spent);
    const auto loss =
        run.finalLoss ? tr(", loss %L1 at the end").arg(*run.finalLoss, 0, 'g', 3) : QString();
    return text + loss +
           (m_row->figures.empty() ? tr(". It has not been evaluated.") : QStringLiteral(".")) +
           apart;
}

QString RunDetails::model() const
{
    const auto &run = m_row->run;
    if (!run.modelPath)
        return run.kind == store::RunKind::External ? tr("none: the maps come from another method")
                                                    : tr("none yet");
    const auto file = run.modelPath->is_absolute() ? *run.modelPath : m_project / *run.modelPath;
    const auto shown = QDir::toNativeSeparators(QString::fromStdString(file.string()));
    std::error_code failed;
    return std::filesystem::exists(file, failed)
               ? shown
               : QStringLiteral("⚠ ") + tr("%1 is gone; train it again.").arg(shown);
}

void RunDetails::showRun()
{
    if (!m_row)
        return;
    const auto &run = m_row->run;
    m_title->setText(
        tr("Run %1, %2, %3").arg(runLabel(run), runKindText(run.kind), timeText(run.createdUtc)));
    m_outcome->setText(outcome());
    m_model->setText(model());
    m_model->setCursorPosition(0);
    const auto command = QString::fromStdString(workflow::resumeCommand(run, m_project));
    const bool resumable = !command.isEmpty() && run.state != store::RunState::Running;
    m_resume->setText(command);
    m_resume->setCursorPosition(0);
    for (QWidget *widget : {static_cast<QWidget *>(m_resumeLabel), static_cast<QWidget *>(m_resume),
                            static_cast<QWidget *>(m_copyResume)})
        widget->setVisible(resumable);
    m_resumeLabel->setText(run.state == store::RunState::Done ? tr("Train longer:") : tr("Go on:"));
    m_choose->setEnabled(canBeChosen(*m_row));
    m_report->setEnabled(!m_row->figures.empty());
    m_report->setToolTip(m_row->figures.empty() ? tr("A report needs an evaluation") : QString());

    const auto settings = workflow::runSettings(run);
    m_settings->setRowCount(0);
    const auto add = [&](const QString &name, const QString &value) {
        const int row = m_settings->rowCount();
        m_settings->insertRow(row);
        m_settings->setItem(row, 0, new QTableWidgetItem(name));
        m_settings->setItem(row, 1, new QTableWidgetItem(value));
        m_settings->item(row, 1)->setToolTip(value);
    };
    if (!settings.ok()) {
        add(tr("⚠ Settings"), errorText(settings.error()));
    } else {
        for (const auto &setting : *settings)
            add(QString::fromStdString(setting.option.empty() ? setting.key : setting.option),
                setting.value.empty() ? tr("as the program chooses")
                                      : QString::fromStdString(setting.value));
    }
    m_settings->resizeColumnToContents(0);
}

void RunDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RunDetails::retranslate()
{
    m_modelLabel->setText(tr("Model:"));
    m_choose->setText(tr("&Use this run"));
    m_choose->setToolTip(tr("Inspect and Analyse show this run (Return in the table)"));
    m_report->setText(tr("Re&port..."));
    m_folder->setText(tr("Show fol&der"));
    m_model->setAccessibleName(tr("File of the model"));
    m_resume->setAccessibleName(tr("Command that goes on with the run"));
    m_copyResume->setText(tr("Cop&y"));
    m_copyResume->setAccessibleName(tr("Copy the command that goes on with the run"));
    m_settings->setHorizontalHeaderLabels({tr("Setting"), tr("Value")});
    m_settings->setAccessibleName(tr("Settings of the run"));
    showRun();
}

} // namespace cf::ui
