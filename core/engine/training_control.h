#pragma once

#include <atomic>

namespace cf::engine {

/// What a running training is told from outside, by any thread. A wish to give up comes through
/// its RunContext.
class TrainingControl
{
public:
    /// It halts before its next step, with everything so far on disk.
    void pause() { m_paused = true; }
    void resume() { m_paused = false; }
    bool isPaused() const { return m_paused; }

    /// It ends after its present step, and the best weights so far become the model.
    void finishNow() { m_finish = true; }
    bool finishRequested() const { return m_finish; }

private:
    std::atomic<bool> m_paused = false;
    std::atomic<bool> m_finish = false;
};

} // namespace cf::engine
