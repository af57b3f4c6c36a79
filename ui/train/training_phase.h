#pragma once

#include "ui/jobs/job.h"

#include <optional>

namespace cf::ui {

/// Where a training stands, as the user sees it.
enum class TrainingPhase {
    Idle,
    Preparing, ///< waits for its turn, reads pictures, computes features
    Training,
    Paused,
    Finishing, ///< was asked to end, and does at its next step
    Stopped,   ///< by the user; can go on
    Failed,
    Evaluating, ///< the test pictures, at the end
    Done
};

/// What the phase follows from.
struct TrainingSituation
{
    std::optional<JobState> training, evaluation; ///< none = there was none since the start
    bool atSteps = false;                         ///< pictures are ready, it learns
    bool paused = false;
    bool finishing = false; ///< no step follows: "stop and keep the best", or the last was made
};
TrainingPhase phaseOf(const TrainingSituation &situation);

/// Whether the controls are frozen because something runs.
bool isActive(TrainingPhase phase);

/// Which buttons can be pressed.
struct TrainingButtons
{
    bool start = false, pause = false, resume = false, finish = false, stop = false, goOn = false,
         retry = false;
    bool operator==(const TrainingButtons &) const = default;
};
TrainingButtons buttonsIn(TrainingPhase phase);

} // namespace cf::ui
