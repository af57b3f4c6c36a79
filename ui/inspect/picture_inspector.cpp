#include "ui/inspect/picture_inspector.h"

#include "ui/jobs/error_text.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace cf::ui {

namespace {

// A picture of 1024 x 1024 with 16 stages takes 70 MiB, one of 8192 x 8192 more than 4 GiB.
constexpr std::size_t kRemembered = 6;
constexpr std::size_t kRememberedBytes = std::size_t{512} << 20;

} // namespace

struct PictureInspector::Model
{
    std::filesystem::path project;
    std::string run;
    std::optional<workflow::Inspector> inspector; ///< in the pool's thread only

    Result<void> open(RunContext &context)
    {
        if (inspector)
            return {};
        CF_ASSIGN_OR_RETURN(auto opened, workflow::Inspector::open(project, run, "cpu", context));
        inspector.emplace(std::move(opened));
        return {};
    }
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
    m_maps.clear();
}

void PictureInspector::clearModel()
{
    m_model.reset();
    m_memory.clear();
    m_maps.clear();
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

void PictureInspector::makeMap(const Shared &inspection, const workflow::MapChoice &choice,
                               QObject *context, std::function<void(const cv::Mat &)> onDone)
{
    if (!m_model)
        return;
    std::erase_if(m_maps, [&](const MapWish &wish) { return wish.context == context; });
    m_maps.push_back({inspection, choice, context, std::move(onDone)});
    work();
}

void PictureInspector::workOnMap()
{
    const MapWish wish = m_maps.front();
    m_maps.pop_front();
    m_working = true;
    m_pool.start([self = QPointer(this), model = *m_model, wish] {
        const auto result = guarded<cv::Mat>([&]() -> Result<cv::Mat> {
            RunContext context;
            CF_RETURN_IF_ERROR(model->open(context));
            return model->inspector->map(*wish.inspection, wish.choice);
        });
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, wish, result] {
                if (!self)
                    return;
                self->m_working = false;
                if (result.ok() && wish.context)
                    wish.onDone(*result);
                else if (!result.ok())
                    Q_EMIT self->failed(errorText(result.error()));
                self->work();
            },
            Qt::QueuedConnection);
    });
}

void PictureInspector::remember(const Shared &inspection)
{
    m_memory.push_front(inspection);
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < m_memory.size(); ++i) {
        bytes += m_memory[i]->bytes();
        if (i > 0 && (i >= kRemembered || bytes > kRememberedBytes)) {
            m_memory.resize(i);
            return;
        }
    }
}

void PictureInspector::work()
{
    if (m_working || !m_model)
        return;
    if (!m_wanted && !m_maps.empty()) {
        workOnMap();
        return;
    }
    if (!m_wanted && !m_next)
        return;
    const Wish wish = m_wanted ? *m_wanted : *m_next;
    (m_wanted ? m_wanted : m_next).reset();
    m_working = true;
    m_pool.start([self = QPointer(this), model = *m_model, wish] {
        const auto result = guarded<Shared>([&]() -> Result<Shared> {
            RunContext context;
            CF_RETURN_IF_ERROR(model->open(context));
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
        if (result.ok())
            remember(*result);
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
