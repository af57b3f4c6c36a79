#include "ui/train/source_choice.h"

#include "ui/templates/source_box.h"
#include "ui/templates/source_options.h"
#include "ui/train/step_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace cf::ui {

SourceChoice::SourceChoice(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_label(boldLabel()), m_description(hintLabel()),
      m_box(new SourceBox(runner)), m_options(new SourceOptions)
{
    m_box->setMinimumWidth(220);
    m_label->setBuddy(m_box);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_label);
    head->addWidget(m_box);
    head->addWidget(m_description, 1);
    m_options->setContentsMargins(22, 0, 0, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(m_options);
    connect(m_box, &QComboBox::currentIndexChanged, this, [this] {
        showOptions();
        Q_EMIT changed();
    });
    connect(m_box, &SourceBox::sourcesFound, this, &SourceChoice::showOptions);
    connect(m_options, &SourceOptions::edited, this, &SourceChoice::changed);
    retranslate();
    showOptions();
}

ChosenSource SourceChoice::source() const
{
    return {m_box->source(), m_options->given(m_box->source())};
}

void SourceChoice::setSource(const ChosenSource &source)
{
    if (source == this->source())
        return;
    m_box->setSource(source.name);
    m_options->setGiven(source.name, source.options);
    showOptions();
}

void SourceChoice::showOptions()
{
    const auto *info = m_box->info();
    m_description->setText(info ? QString::fromStdString(info->description)
                                : tr("By the rule above. Other sources are plugins."));
    m_options->showFor(info);
}

void SourceChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SourceChoice::retranslate()
{
    m_label->setText(tr("Templates come from"));
    if (!m_box->info())
        m_description->setText(tr("By the rule above. Other sources are plugins."));
}

} // namespace cf::ui
