#include "ui/train/training_feed.h"

#include "core/store/project.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace cf::ui {

namespace {

constexpr int kReadMs = 1000;

std::vector<store::LossStep> readAfter(const std::filesystem::path &path, store::Id run,
                                       std::int64_t step)
{
    const auto project = store::Project::open(path);
    if (!project.ok())
        return {}; // the training itself says what is wrong with the project
    auto steps = project->losses(run, step);
    return steps.ok() ? std::move(steps).value() : std::vector<store::LossStep>();
}

} // namespace

struct TrainingFeed::Shared // in the GUI thread only
{
    std::filesystem::path project;
    store::Id run = 0;
    std::int64_t lastStep = -1;
    std::vector<store::LossStep> last; ///< what arrived last
    bool reading = false;
    bool again = false; ///< asked for while reading
};

TrainingFeed::TrainingFeed(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(kReadMs);
    connect(&m_timer, &QTimer::timeout, this, &TrainingFeed::read);
}

TrainingFeed::~TrainingFeed() = default;

void TrainingFeed::follow(const std::filesystem::path &project, store::Id run)
{
    m_shared = std::make_shared<Shared>();
    m_shared->project = project;
    m_shared->run = run;
    m_timer.start();
    read();
}

void TrainingFeed::forget()
{
    m_timer.stop();
    m_shared.reset();
}

void TrainingFeed::finish()
{
    m_timer.stop();
    if (m_shared)
        read();
}

void TrainingFeed::read()
{
    if (m_shared->reading) {
        m_shared->again = true;
        return;
    }
    m_shared->reading = true;
    QThreadPool::globalInstance()->start([self = QPointer(this), shared = m_shared,
                                          path = m_shared->project, run = m_shared->run,
                                          after = m_shared->lastStep - 1] {
        auto steps = readAfter(path, run, after);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), // waits for the pool's threads before it goes
            [self, shared, steps = std::move(steps)] {
                shared->reading = false;
                if (!self || self->m_shared != shared)
                    return;
                if (!steps.empty() && steps != shared->last) {
                    shared->last = steps;
                    shared->lastStep = steps.back().step;
                    Q_EMIT self->arrived(steps);
                }
                if (std::exchange(shared->again, false))
                    self->read();
            },
            Qt::QueuedConnection);
    });
}

} // namespace cf::ui
