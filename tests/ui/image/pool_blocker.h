#pragma once

#include <QSemaphore>
#include <QThreadPool>

/// Keeps the global thread pool busy, so that nothing that is started there runs before release().
class PoolBlocker
{
public:
    PoolBlocker()
    {
        auto *pool = QThreadPool::globalInstance();
        m_threadsBefore = pool->maxThreadCount();
        pool->setMaxThreadCount(1);
        pool->start([this] {
            m_running.release();
            m_mayEnd.acquire();
        });
        m_running.acquire();
    }
    ~PoolBlocker() { release(); }

    /// Also waits until all that was started has ended.
    void release()
    {
        if (m_released)
            return;
        m_released = true;
        m_mayEnd.release();
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(m_threadsBefore);
    }

private:
    QSemaphore m_running, m_mayEnd;
    int m_threadsBefore = 1;
    bool m_released = false;
};
