#pragma once

#include "core/plugin/plugin_registry.h"
#include "core/workflow/templates.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <stop_token>

namespace cf::ui {

/// Matches single pictures in a thread of its own, apart from jobs that run for long. Only the
/// newest wish counts: the one at work is told to stop, and what it still finds is dropped.
class TemplateMatcher : public QObject
{
    Q_OBJECT
public:
    using Shared = std::shared_ptr<const workflow::TemplateMatch>;

    struct Wish
    {
        std::shared_ptr<const engine::TemplatePreview> preview;
        std::filesystem::path image;
        std::vector<std::size_t> templates; ///< empty: the `nearest` most alike
        std::size_t nearest = 0;
        plugin::SourceSettings source; ///< with a name: what it gives, in the place of templates
        std::string category;          ///< for the source
    };

    explicit TemplateMatcher(QObject *parent = nullptr);
    ~TemplateMatcher() override; ///< waits for the template at work

    void request(Wish wish);
    void cancel();
    bool isBusy() const { return m_working || m_wanted; }

Q_SIGNALS:
    void matched(const cf::ui::TemplateMatcher::Shared &match);
    void failed(const QString &sentence);

private:
    /// The source that was asked last. For the thread at work alone.
    struct OpenSource
    {
        plugin::SourceSettings settings;
        std::shared_ptr<engine::TemplateSource> source;
    };
    static Result<Shared> match(const Wish &wish, OpenSource &open, RunContext &run);

    void work();
    void onDone(const std::stop_token &stopped, const Result<Shared> &result);

    std::optional<Wish> m_wanted;
    std::stop_source m_stop; ///< of the one at work
    bool m_working = false;
    std::shared_ptr<OpenSource> m_open = std::make_shared<OpenSource>();
    QThreadPool m_pool;
};

} // namespace cf::ui
