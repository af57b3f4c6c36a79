#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>

struct cf_template_source;

namespace cf::plugin {

/// A loaded shared library.
class PluginLibrary
{
public:
    /// Runs the library's own code: checkInChild() first. Fails with BadFormat when it is no plugin of
    /// this version.
    static Result<std::shared_ptr<PluginLibrary>> load(const std::filesystem::path &file);
    ~PluginLibrary();
    PluginLibrary(const PluginLibrary &) = delete;
    PluginLibrary &operator=(const PluginLibrary &) = delete;

    const cf_template_source &source() const { return *m_source; }

private:
    PluginLibrary(void *handle, const cf_template_source *source)
        : m_handle(handle), m_source(source)
    {
    }

    void *m_handle;
    const cf_template_source *m_source;
};

/// Loads the library in a process of its own, so that one that crashes does no harm. Fails with
/// BadFormat, saying what is wrong with it. Where the program for it is not installed, nothing is
/// checked.
Result<void> checkInChild(const std::filesystem::path &file);

} // namespace cf::plugin
