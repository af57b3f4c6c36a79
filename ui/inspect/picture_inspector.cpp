#include "ui/inspect/picture_inspector.h"

#include "ui/jobs/error_text.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr std::size_t kRemembered = 6; // a picture of 1024 x 1024 with 16 stages takes 70 MiB

} // namespace

struct PictureInspector::Model
{
    std::filesystem::path project;
    std::string run;
    std::optional<workflow::Inspector> inspector; ///< in the pool's thread only
};

namespace {

/// Any failure as an Error; nothing may leave a pool's thread.
template <class T>
Result<T> guarded(const std::function<Result<T>()> &work)
{
    try {
        return work();
    } catch (const std::exception &) {
        return caughtError();
    }
}

} // namespace

PictureInspector::PictureInspector(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

PictureInspector::~PictureInspector()
{
    m_pool.waitForDone();
}

void PictureInspector::setModel(const std::filesystem::path &project, const std::string &run)
{
    if (m_model && (*m_model)->project == project && (*m_model)->run == run)
        return;
    m_model = std::make_shared<Model>(Model{project, run, std::nullopt});
    m_memory.clear();
}

void PictureInspector::clearModel()
{
    m_model.reset();
    m_memory.clear();
    m_wanted.reset();
    m_next.reset();
}

PictureInspector::Shared PictureInspector::remembered(const std::filesystem::path &image) const
{
    const auto found = std::find_if(m_memory.begin(), m_memory.end(),
                                    [&](const Shared &one) { return one->image == image; });
    return found == m_memory.end() ? nullptr : *found;
}

void PictureInspector::request(const dataset::Sample &sample)
{
    if (!m_model)
        return;
    m_next.reset();
    if (const auto known = remembered(sample.image)) {
        m_wanted.reset();
        Q_EMIT inspected(known);
        return;
    }
    m_wanted = Wish{sample, true};
    work();
}

void PictureInspector::prefetch(const dataset::Sample &sample)
{
    if (!m_model || remembered(sample.image))
        return;
    m_next = Wish{sample, false};
    work();
}

void PictureInspector::work()
{
    if (m_working || !m_model || (!m_wanted && !m_next))
        return;
    const Wish wish = m_wanted ? *m_wanted : *m_next;
    (m_wanted ? m_wanted : m_next).reset();
    m_working = true;
    m_pool.start([self = QPointer(this), model = *m_model, wish] {
        const auto result = guarded<Shared>([&]() -> Result<Shared> {
            RunContext context;
            if (!model->inspector) {
                CF_ASSIGN_OR_RETURN(auto opened, workflow::Inspector::open(
                                                     model->project, model->run, "cpu", context));
                model->inspector.emplace(std::move(opened));
            }
            CF_ASSIGN_OR_RETURN(auto inspection, model->inspector->inspect(wish.sample, context));
            return std::make_shared<const workflow::Inspection>(std::move(inspection));
        });
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, model, wish, result] {
                if (self)
                    self->onDone(model, wish, result);
            },
            Qt::QueuedConnection);
    });
}

void PictureInspector::onDone(const std::shared_ptr<Model> &model, const Wish &wish,
                              const Result<Shared> &result)
{
    m_working = false;
    if (m_model && *m_model == model) {
        if (result.ok()) {
            m_memory.push_front(*result);
            if (m_memory.size() > kRemembered)
                m_memory.pop_back();
        }
        // A picture that was only fetched ahead may be wanted by now.
        const bool isWanted = m_wanted && m_wanted->sample.image == wish.sample.image;
        if (isWanted)
            m_wanted.reset();
        if (wish.isShown || isWanted) {
            if (result.ok() && !m_wanted)
                Q_EMIT inspected(*result);
            else if (!result.ok())
                Q_EMIT failed(errorText(result.error()));
        }
    }
    work();
}

} // namespace cf::ui
