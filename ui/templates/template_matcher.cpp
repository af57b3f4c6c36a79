#include "ui/templates/template_matcher.h"

#include "ui/jobs/error_text.h"

#include <QCoreApplication>
#include <QPointer>

namespace cf::ui {

TemplateMatcher::TemplateMatcher(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

TemplateMatcher::~TemplateMatcher()
{
    cancel();
    m_pool.waitForDone();
}

void TemplateMatcher::request(Wish wish)
{
    cancel();
    m_wanted = std::move(wish);
    work();
}

void TemplateMatcher::cancel()
{
    m_wanted.reset();
    m_stop.request_stop();
}

Result<TemplateMatcher::Shared> TemplateMatcher::match(const Wish &wish, OpenSource &open,
                                                       RunContext &run)
{
    const auto share = [](workflow::TemplateMatch match) {
        return std::make_shared<const workflow::TemplateMatch>(std::move(match));
    };
    if (wish.source.name.empty()) {
        CF_ASSIGN_OR_RETURN(
            auto found,
            workflow::matchTemplates(*wish.preview, wish.image, wish.templates, wish.nearest, run));
        return share(std::move(found));
    }
    if (!open.source || !(open.settings == wish.source)) {
        CF_ASSIGN_OR_RETURN(open.source, plugin::openTemplateSource(wish.source));
        open.settings = wish.source;
    }
    CF_ASSIGN_OR_RETURN(auto found,
                        workflow::matchWithSource(*wish.preview, wish.image, wish.category,
                                                  open.source, wish.nearest, run));
    return share(std::move(found));
}

void TemplateMatcher::work()
{
    if (m_working || !m_wanted)
        return;
    m_working = true;
    m_stop = std::stop_source();
    m_pool.start(
        [self = QPointer(this), wish = *m_wanted, open = m_open, stop = m_stop.get_token()] {
            const auto result = [&]() -> Result<Shared> {
                try {
                    RunContext run(stop);
                    return match(wish, *open, run);
                } catch (const std::exception &) {
                    return caughtError(); // stopped ones are dropped by onDone()
                }
            }();
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, stop, result] {
                    if (self)
                        self->onDone(stop, result);
                },
                Qt::QueuedConnection);
        });
    m_wanted.reset();
}

void TemplateMatcher::onDone(const std::stop_token &stopped, const Result<Shared> &result)
{
    m_working = false;
    if (!stopped.stop_requested()) {
        if (result.ok())
            Q_EMIT matched(*result);
        else
            Q_EMIT failed(errorText(result.error()));
    }
    work();
}

} // namespace cf::ui
