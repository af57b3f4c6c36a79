#pragma once

#include "core/plugin/plugin_registry.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;

namespace cf::ui {

class JobRunner;


/// Where templates come from: the normal pictures, or a template source that was found, with its
/// options. Sources are sought in the background when this is first shown.
class SourceChoice : public QWidget
{
    Q_OBJECT
public:
    explicit SourceChoice(JobRunner *runner, QWidget *parent = nullptr);

    /// Empty: the normal pictures.
    std::string source() const;
    /// Those that were filled in.
    std::map<std::string, std::string> options() const;

    /// What is known of the sources; replaces what was there, and keeps the choice.
    void setSources(const std::vector<plugin::PluginInfo> &found);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void seek();
    void showOptions();
    void retranslate();
    const plugin::PluginInfo *chosen() const;

    JobRunner *m_runner;
    std::vector<plugin::PluginInfo> m_found;
    std::map<std::string, std::map<std::string, std::string>> m_given; ///< by source, option
    bool m_sought = false;
    QLabel *m_label, *m_description;
    QComboBox *m_source;
    QFormLayout *m_fields;
};

} // namespace cf::ui
