#pragma once

#include "core/plugin/plugin_registry.h"

#include <QWidget>

#include <map>
#include <string>

class QFormLayout;

namespace cf::ui {

/// A field for each option of a template source. What was typed for a source stays while others are
/// shown.
class SourceOptions : public QWidget
{
    Q_OBJECT
public:
    explicit SourceOptions(QWidget *parent = nullptr);

    /// Makes the fields of this source; null: none.
    void showFor(const plugin::PluginInfo *info);
    /// Those of a source that were filled in.
    std::map<std::string, std::string> given(const std::string &source) const;
    /// Tells nobody; fields that are shown follow.
    void setGiven(const std::string &source, const std::map<std::string, std::string> &options);

Q_SIGNALS:
    void edited();    ///< with each letter
    void committed(); ///< by Enter, or when a changed field is left

private:
    void fill();

    QFormLayout *m_fields;
    plugin::PluginInfo m_shown;
    std::map<std::string, std::map<std::string, std::string>> m_given; ///< by source, option
};

} // namespace cf::ui
