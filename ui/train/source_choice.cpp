#include "ui/train/source_choice.h"

#include "ui/jobs/job_runner.h"
#include "ui/train/step_page.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace cf::ui {

SourceChoice::SourceChoice(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_label(boldLabel()), m_description(hintLabel()), m_source(new QComboBox),
      m_fields(new QFormLayout)
{
    m_source->setObjectName(QStringLiteral("templateSource"));
    m_source->setMinimumWidth(220);
    m_source->setToolTip(QStringLiteral("--templates"));
    m_source->addItem(QString(), QString());
    m_label->setBuddy(m_source);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_label);
    head->addWidget(m_source);
    head->addWidget(m_description, 1);
    m_fields->setContentsMargins(22, 0, 0, 0);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(head);
    column->addLayout(m_fields);
    connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
        showOptions();
        Q_EMIT changed();
    });
    retranslate();
}

const plugin::PluginInfo *SourceChoice::chosen() const
{
    const auto name = source();
    for (const auto &info : m_found)
        if (!name.empty() && info.name == name)
            return &info;
    return nullptr;
}

std::string SourceChoice::source() const
{
    return m_source->currentData().toString().toStdString();
}

std::map<std::string, std::string> SourceChoice::options() const
{
    const auto given = m_given.find(source());
    if (given == m_given.end())
        return {};
    auto filled = given->second;
    std::erase_if(filled, [](const auto &option) { return option.second.empty(); });
    return filled;
}

void SourceChoice::setSources(const std::vector<plugin::PluginInfo> &found)
{
    const QSignalBlocker quiet(m_source);
    const auto before = m_source->currentData();
    m_found = found;
    while (m_source->count() > 1)
        m_source->removeItem(1);
    for (const auto &info : m_found)
        if (info.refusal.empty()) {
            m_source->addItem(QString::fromStdString(info.title),
                              QString::fromStdString(info.name));
            m_source->setItemData(m_source->count() - 1,
                                  QStringLiteral("--templates ") +
                                      QString::fromStdString(info.name),
                                  Qt::ToolTipRole);
        }
    m_source->setCurrentIndex(std::max(0, m_source->findData(before)));
    showOptions();
}

void SourceChoice::showOptions()
{
    while (m_fields->rowCount() > 0)
        m_fields->removeRow(0);
    const auto *info = chosen();
    m_description->setText(info ? QString::fromStdString(info->description)
                                : tr("By the rule above. Other sources are plugins."));
    if (!info)
        return;
    for (const auto &option : info->options) {
        auto *field = new QLineEdit(QString::fromStdString(m_given[info->name][option.name]));
        const auto name = QString::fromStdString(option.name);
        const auto help = QString::fromStdString(option.help);
        field->setPlaceholderText(help);
        field->setToolTip(QStringLiteral("--source-option %1=...").arg(name) + u'\n' + help);
        field->setAccessibleName(name);
        connect(field, &QLineEdit::textChanged, this,
                [this, source = info->name, option = option.name](const QString &text) {
                    m_given[source][option] = text.toStdString();
                    Q_EMIT changed();
                });
        m_fields->addRow(name, field);
    }
}

void SourceChoice::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_sought)
        seek();
}

void SourceChoice::seek()
{
    m_sought = true;
    // Every plugin is loaded, some with large libraries.
    m_runner->start<std::vector<plugin::PluginInfo>>(
        Lane::Files, [] { return tr("Look for template sources"); },
        [](RunContext &) -> Result<std::vector<plugin::PluginInfo>> {
            return plugin::findPlugins();
        },
        this, [this](std::vector<plugin::PluginInfo> found) { setSources(found); },
        Afterwards::Forgotten);
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
    m_source->setItemText(0, tr("the normal pictures"));
    m_source->setAccessibleName(tr("Source of the templates"));
    if (!chosen())
        m_description->setText(tr("By the rule above. Other sources are plugins."));
}

} // namespace cf::ui
