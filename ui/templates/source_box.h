#pragma once

#include "core/plugin/plugin_registry.h"

#include <QComboBox>

#include <string>
#include <vector>

namespace cf::ui {

class JobRunner;

/// A list of where templates can come from: the normal pictures, and each template source that was
/// found. Sources are sought in the background when it is first shown.
class SourceBox : public QComboBox
{
    Q_OBJECT
public:
    explicit SourceBox(JobRunner *runner, QWidget *parent = nullptr);

    /// Empty: the normal pictures.
    std::string source() const;
    /// Tells nobody. One that has not been found stands there by its name.
    void setSource(const std::string &name);
    /// What is known of the chosen source; null for the normal pictures.
    const plugin::PluginInfo *info() const;
    /// What is known of the sources; replaces what was there, and keeps the choice.
    void setSources(const std::vector<plugin::PluginInfo> &found);

Q_SIGNALS:
    void sourcesFound();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void add(const std::string &name, const std::string &title);
    void seek();
    void retranslate();

    JobRunner *m_runner;
    std::vector<plugin::PluginInfo> m_found;
    bool m_sought = false;
};

} // namespace cf::ui
