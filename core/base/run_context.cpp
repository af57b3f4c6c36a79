#include "core/base/run_context.h"

namespace cf {

void RunContext::step(const Progress &progress)
{
    if (m_progress)
        m_progress(progress);
    if (m_stop.stop_requested())
        throw Cancelled();
}

void RunContext::log(LogLevel level, const std::string &line)
{
    if (m_log)
        m_log(level, line);
}

} // namespace cf
