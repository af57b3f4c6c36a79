#pragma once

#include "core/annotation/annotation.h"
#include "core/base/run_context.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <stop_token>

namespace cf::ui {

/// Looks for areas of a picture away from the window's thread, one at a time; a new search stops
/// the one before. GUI thread.
class RegionWorker : public QObject
{
    Q_OBJECT
public:
    using Search = std::function<annotation::Patch(RunContext &)>;

    explicit RegionWorker(QObject *parent = nullptr);
    ~RegionWorker() override; ///< stops, and waits for the search to notice

    /// onFound gets the area in the GUI thread, unless the search was stopped.
    void start(Search search, std::function<void(const annotation::Patch &)> onFound);
    /// True if there was something to stop.
    bool stop();
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void busyChanged(bool busy);
    void failed(const QString &sentence);

private:
    void end(quint64 search, const Result<annotation::Patch> &found,
             const std::function<void(const annotation::Patch &)> &onFound);
    void setBusy(bool busy);

    QThreadPool m_pool;
    std::stop_source m_stop;
    quint64 m_search = 0; ///< counts them
    bool m_busy = false;
};

} // namespace cf::ui
