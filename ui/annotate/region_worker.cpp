#include "ui/annotate/region_worker.h"

#include "ui/jobs/error_text.h"

#include <memory>

namespace cf::ui {

using annotation::Patch;

RegionWorker::RegionWorker(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

RegionWorker::~RegionWorker()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void RegionWorker::start(Search search, std::function<void(const Patch &)> onFound)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    setBusy(true);
    m_pool.start([this, search = std::move(search), onFound = std::move(onFound),
                  stop = m_stop.get_token(), number = ++m_search] {
        auto found = std::make_shared<Result<Patch>>(Patch());
        try {
            RunContext run(stop);
            *found = search(run);
        } catch (const Cancelled &) {
            return;
        } catch (...) { // told in the GUI thread
            *found = caughtError();
        }
        QMetaObject::invokeMethod(
            this, [this, number, found, onFound] { end(number, *found, onFound); },
            Qt::QueuedConnection);
    });
}

bool RegionWorker::stop()
{
    if (!m_busy)
        return false;
    m_stop.request_stop();
    ++m_search;
    setBusy(false);
    return true;
}

void RegionWorker::end(quint64 search, const Result<Patch> &found,
                       const std::function<void(const Patch &)> &onFound)
{
    if (search != m_search)
        return; // stopped meanwhile
    setBusy(false);
    if (found.ok())
        onFound(*found);
    else
        Q_EMIT failed(errorText(found.error()));
}

void RegionWorker::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace cf::ui
