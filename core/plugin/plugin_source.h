#pragma once

#include "core/plugin/plugin_library.h"
#include "core/plugin/plugin_registry.h"

#include <memory>

namespace cf::plugin {

/// A plugin as the engine sees it.
class PluginSource final : public engine::TemplateSource
{
public:
    /// Fails with BadData and the plugin's own sentence.
    static Result<std::shared_ptr<engine::TemplateSource>>
    open(std::shared_ptr<PluginLibrary> library, const SourceSettings &settings);
    ~PluginSource() override;

    Result<engine::QueryTemplates> templatesFor(const engine::TemplateQuery &query) override;

private:
    PluginSource(std::shared_ptr<PluginLibrary> library, void *self)
        : m_library(std::move(library)), m_self(self)
    {
    }

    std::shared_ptr<PluginLibrary> m_library;
    void *m_self;
};

} // namespace cf::plugin
