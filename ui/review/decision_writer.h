#pragma once

#include "core/store/project.h"

#include <QObject>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>

namespace cf::ui {

/// Writes decisions into a project's chain in a thread of its own, strictly in the order given:
/// each takes some ten milliseconds until the disk has it. When one cannot be written, it and all
/// after it wait until retry() or discard(). Lives in the GUI thread; destroying it writes what is
/// waiting, unless that failed already.
class DecisionWriter : public QObject
{
    Q_OBJECT
public:
    /// A decision's number: that of its row, or, as long as it has none, a negative one.
    using Number = std::int64_t;

    explicit DecisionWriter(std::filesystem::path project, QObject *parent = nullptr);
    ~DecisionWriter() override;

    /// Returns the number that it goes by until it is written.
    Number append(const store::NewDecision &decision);
    /// Takes it back by one more row, whether it is written by now or not.
    void withdraw(Number number, const std::string &reviewer);

    std::size_t waiting() const { return m_waiting; } ///< written() is still to come
    bool isStopped() const;                           ///< by a failure
    void retry();
    /// Forgets what is waiting after a failure.
    void discard();

Q_SIGNALS:
    void written(const cf::store::Decision &decision);
    void failed(const cf::Error &error);
    void idle(); ///< nothing waits any more

private:
    struct Withdrawal
    {
        Number number = 0;
        std::string reviewer;
    };
    struct Request
    {
        Number number = 0; ///< negative; 0: an undo
        std::variant<store::NewDecision, Withdrawal> what;
    };

    void add(Request request);
    void run(const std::stop_token &stop);
    Result<store::Decision> write(const Request &request);

    const std::filesystem::path m_path;
    Number m_lastNumber = 0;   ///< given out; in the GUI thread, as the next one
    std::size_t m_waiting = 0; ///< written() was not emitted yet

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Request> m_requests; // guarded by m_mutex; the front is at work
    bool m_stopped = false;         // guarded by m_mutex

    std::optional<store::Project> m_project; ///< in the writing thread only, as is m_rows
    std::map<Number, Number> m_rows;         ///< row numbers of those that append() numbered
    std::jthread m_thread;                   ///< last: it uses all of the above
};

} // namespace cf::ui
