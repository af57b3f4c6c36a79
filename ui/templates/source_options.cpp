#include "ui/templates/source_options.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include <utility>

namespace cf::ui {

SourceOptions::SourceOptions(QWidget *parent) : QWidget(parent), m_fields(new QFormLayout(this))
{
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void SourceOptions::showFor(const plugin::PluginInfo *info)
{
    auto wanted = info ? *info : plugin::PluginInfo();
    if (wanted.name != m_shown.name || wanted.options.size() != m_shown.options.size()) {
        m_shown = std::move(wanted);
        fill();
    }
    setVisible(!m_shown.options.empty());
}

void SourceOptions::fill()
{
    while (m_fields->rowCount() > 0)
        m_fields->removeRow(0);
    for (const auto &option : m_shown.options) {
        auto *field = new QLineEdit(QString::fromStdString(m_given[m_shown.name][option.name]));
        const auto name = QString::fromStdString(option.name);
        const auto help = QString::fromStdString(option.help);
        field->setObjectName(name);
        field->setPlaceholderText(help);
        field->setToolTip(QStringLiteral("--source-option %1=...").arg(name) + u'\n' + help);
        field->setAccessibleName(name);
        connect(field, &QLineEdit::textChanged, this,
                [this, source = m_shown.name, option = option.name](const QString &text) {
                    m_given[source][option] = text.toStdString();
                    Q_EMIT edited();
                });
        connect(field, &QLineEdit::editingFinished, this, &SourceOptions::committed);
        m_fields->addRow(name, field);
    }
}

std::map<std::string, std::string> SourceOptions::given(const std::string &source) const
{
    const auto known = m_given.find(source);
    if (known == m_given.end())
        return {};
    auto filled = known->second;
    std::erase_if(filled, [](const auto &option) { return option.second.empty(); });
    return filled;
}

void SourceOptions::setGiven(const std::string &source,
                             const std::map<std::string, std::string> &options)
{
    if (given(source) == options)
        return;
    m_given[source] = options;
    for (const auto &option : m_shown.options) {
        if (source != m_shown.name)
            break;
        auto *field = findChild<QLineEdit *>(QString::fromStdString(option.name));
        const QSignalBlocker quiet(field);
        field->setText(QString::fromStdString(m_given[source][option.name]));
    }
}

} // namespace cf::ui
