#include "ui/train/result_panel.h"

#include "ui/train/metric_table.h"
#include "ui/train/roomy_button.h"
#include "ui/train/step_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace cf::ui {

ResultPanel::ResultPanel(QWidget *parent)
    : QWidget(parent), m_title(boldLabel()), m_empty(hintLabel()), m_next(boldLabel()),
      m_advice(hintLabel()), m_table(new MetricTable), m_inspect(new RoomyButton("nextInspect")),
      m_analyse(new RoomyButton("nextAnalyse")), m_report(new RoomyButton("nextReport"))
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (auto *button : {m_inspect, m_analyse, m_report})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_empty, 1);
    column->addWidget(m_table, 1);
    column->addSpacing(6);
    column->addWidget(m_next);
    column->addWidget(m_advice);
    column->addLayout(buttons);
    m_empty->setAlignment(Qt::AlignCenter);
    connect(m_inspect, &QPushButton::clicked, this, &ResultPanel::inspectWanted);
    connect(m_analyse, &QPushButton::clicked, this, &ResultPanel::analyseWanted);
    connect(m_report, &QPushButton::clicked, this, &ResultPanel::reportWanted);
    clear();
    retranslate();
}

void ResultPanel::setEvaluation(const workflow::Evaluation &evaluation)
{
    m_table->setEvaluation(evaluation);
    showParts();
}

void ResultPanel::clear()
{
    m_table->setEvaluation({});
    showParts();
}

void ResultPanel::showParts()
{
    m_empty->setVisible(!hasResult());
    for (auto *part : std::initializer_list<QWidget *>{m_title, m_table, m_next, m_advice,
                                                       m_inspect, m_analyse, m_report})
        part->setVisible(hasResult());
}

bool ResultPanel::hasResult() const
{
    return m_table->rowCount() > 0;
}

void ResultPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ResultPanel::retranslate()
{
    m_title->setText(tr("Test pictures, in per cent"));
    m_empty->setText(tr("The table appears here once the filter is trained and tested."));
    m_next->setText(tr("What next"));
    m_advice->setText(tr("Look at single pictures, see how scores and defects are spread, or "
                         "write it all down. Where clean surfaces light up, add more normal "
                         "pictures or allow more variation, and train again."));
    m_inspect->setText(tr("I&nspect pictures"));
    m_analyse->setText(tr("&Analyse results"));
    m_report->setText(tr("&Write a report..."));
}

} // namespace cf::ui
