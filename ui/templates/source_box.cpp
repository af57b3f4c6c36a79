#include "ui/templates/source_box.h"

#include "ui/jobs/job_runner.h"

#include <QEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace cf::ui {

SourceBox::SourceBox(JobRunner *runner, QWidget *parent) : QComboBox(parent), m_runner(runner)
{
    setObjectName(QStringLiteral("templateSource"));
    setToolTip(QStringLiteral("--templates"));
    addItem(QString(), QString());
    retranslate();
}

std::string SourceBox::source() const
{
    return currentData().toString().toStdString();
}

void SourceBox::setSource(const std::string &name)
{
    const QSignalBlocker quiet(this);
    const auto wanted = QString::fromStdString(name);
    if (findData(wanted) < 0)
        add(name, name);
    setCurrentIndex(findData(wanted));
}

const plugin::PluginInfo *SourceBox::info() const
{
    const auto found = std::find_if(m_found.begin(), m_found.end(),
                                    [&](const auto &one) { return one.name == source(); });
    return found == m_found.end() ? nullptr : &*found;
}

void SourceBox::setSources(const std::vector<plugin::PluginInfo> &found)
{
    {
        const QSignalBlocker quiet(this);
        const auto before = source();
        m_found.clear();
        while (count() > 1)
            removeItem(1);
        for (const auto &info : found) {
            if (!info.refusal.empty())
                continue;
            m_found.push_back(info);
            add(info.name, info.title);
        }
        setSource(before);
    }
    Q_EMIT sourcesFound();
}

void SourceBox::add(const std::string &name, const std::string &title)
{
    addItem(QString::fromStdString(title), QString::fromStdString(name));
    setItemData(count() - 1, QStringLiteral("--templates ") + QString::fromStdString(name),
                Qt::ToolTipRole);
}

void SourceBox::showEvent(QShowEvent *event)
{
    QComboBox::showEvent(event);
    if (!m_sought)
        seek();
}

void SourceBox::seek()
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

void SourceBox::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SourceBox::retranslate()
{
    setItemText(0, tr("Normal pictures"));
    setAccessibleName(tr("Source of the templates"));
}

} // namespace cf::ui
