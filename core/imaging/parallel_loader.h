#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace cf::imaging {

struct ParallelLoaderOptions
{
    std::size_t threads = 0; ///< 0 = one for each core
    std::size_t ahead = 0;   ///< most items loaded before next() asks; 0 = twice the threads
};

/// Loads the items 0..count-1 on several threads, a bounded number ahead, and gives them out in
/// order. `load` is called from the loader's threads, at most once for each index. next() belongs
/// to one thread. Destroying it waits for the calls of `load` under way, and starts no further one.
template <class T>
class ParallelLoader
{
public:
    using Load = std::function<Result<T>(std::size_t index)>;

    ParallelLoader(std::size_t count, Load load, ParallelLoaderOptions options = {})
        : m_count(count), m_load(std::move(load))
    {
        std::size_t threads = options.threads;
        if (threads == 0)
            threads = std::max(1U, std::thread::hardware_concurrency());
        m_slots.resize(options.ahead == 0 ? 2 * threads : options.ahead);
        threads = std::min({threads, m_slots.size(), count});
        m_workers.reserve(threads);
        for (std::size_t i = 0; i < threads; ++i)
            m_workers.emplace_back([this](const std::stop_token &stop) { work(stop); });
    }

    ~ParallelLoader()
    {
        for (std::jthread &worker : m_workers)
            worker.request_stop(); // all of them first, so that they end together
    }

    ParallelLoader(const ParallelLoader &) = delete;
    ParallelLoader &operator=(const ParallelLoader &) = delete;

    /// The next item, waiting for it if need be; nothing after the last. Throws what `load` threw
    /// for that item.
    std::optional<Result<T>> next()
    {
        if (m_given == m_count)
            return std::nullopt;
        Slot taken;
        {
            std::unique_lock lock(m_mutex);
            Slot &slot = m_slots[m_given % m_slots.size()];
            m_loaded.wait(lock, [&] { return slot.item.has_value() || slot.thrown != nullptr; });
            std::swap(taken, slot);
            ++m_given;
        }
        m_roomMade.notify_one();
        if (taken.thrown)
            std::rethrow_exception(taken.thrown);
        return std::move(taken.item);
    }

private:
    struct Slot
    {
        std::optional<Result<T>> item;
        std::exception_ptr thrown;
    };

    void work(const std::stop_token &stop)
    {
        while (true) {
            std::size_t index = 0;
            {
                std::unique_lock lock(m_mutex);
                const bool wished = m_roomMade.wait(lock, stop, [&] {
                    return m_started == m_count || m_started < m_given + m_slots.size();
                });
                if (!wished || stop.stop_requested() || m_started == m_count)
                    return;
                index = m_started++;
            }
            Slot filled;
            try {
                filled.item.emplace(m_load(index));
            } catch (...) { // carried over to next(), nothing is swallowed
                filled.thrown = std::current_exception();
            }
            {
                const std::scoped_lock lock(m_mutex);
                m_slots[index % m_slots.size()] = std::move(filled);
            }
            m_loaded.notify_one();
        }
    }

    const std::size_t m_count;
    const Load m_load;
    std::mutex m_mutex;
    std::condition_variable m_loaded;
    std::condition_variable_any m_roomMade;
    std::vector<Slot> m_slots; // guarded by m_mutex; item i lives in slot i modulo their number
    std::size_t m_started = 0; // guarded by m_mutex
    std::size_t m_given = 0;   // written by next() under m_mutex
    std::vector<std::jthread> m_workers; // last: joined before what they use goes
};

} // namespace cf::imaging
