#include "ui/review/decision_writer.h"

namespace cf::ui {

DecisionWriter::DecisionWriter(std::filesystem::path project, QObject *parent)
    : QObject(parent), m_path(std::move(project)),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

DecisionWriter::~DecisionWriter()
{
    m_thread.request_stop();
    m_thread.join();
}

DecisionWriter::Number DecisionWriter::append(const store::NewDecision &decision)
{
    add({--m_lastNumber, decision});
    return m_lastNumber;
}

void DecisionWriter::withdraw(Number number, const std::string &reviewer)
{
    add({0, Withdrawal{number, reviewer}});
}

void DecisionWriter::add(Request request)
{
    ++m_waiting;
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(std::move(request));
    m_changed.notify_one();
}

bool DecisionWriter::isStopped() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopped;
}

void DecisionWriter::retry()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = false;
    m_changed.notify_one();
}

void DecisionWriter::discard()
{
    const std::lock_guard lock(m_mutex);
    if (!m_stopped)
        return;
    m_waiting -= m_requests.size();
    m_requests.clear();
    m_stopped = false;
}

void DecisionWriter::run(const std::stop_token &stop)
{
    const auto tell = [this](auto what) {
        QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
    };
    while (true) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return !m_stopped && !m_requests.empty(); });
        if (m_stopped || m_requests.empty())
            break; // asked to stop, and nothing is left that can be written
        const Request request = m_requests.front();
        lock.unlock();
        auto result = write(request);
        lock.lock();
        if (!result.ok()) {
            m_stopped = true;
            m_project.reset(); // the next try opens it anew
            tell([this, error = result.error()] { Q_EMIT failed(error); });
            continue;
        }
        m_requests.pop_front();
        tell([this, decision = std::move(result).value()] {
            --m_waiting;
            Q_EMIT written(decision);
            if (m_waiting == 0)
                Q_EMIT idle();
        });
    }
    m_project.reset(); // it belongs to this thread
}

Result<store::Decision> DecisionWriter::write(const Request &request)
{
    try {
        if (!m_project) {
            CF_ASSIGN_OR_RETURN(auto project, store::Project::open(m_path));
            m_project.emplace(std::move(project));
        }
        if (const auto *withdrawal = std::get_if<Withdrawal>(&request.what)) {
            const auto row = m_rows.find(withdrawal->number);
            return m_project->undoDecision(row == m_rows.end() ? withdrawal->number : row->second,
                                           withdrawal->reviewer);
        }
        auto stored = m_project->appendDecision(std::get<store::NewDecision>(request.what));
        if (stored.ok())
            m_rows[request.number] = stored->sequence;
        return stored;
    } catch (const std::exception &) {
        return caughtError();
    }
}

} // namespace cf::ui
