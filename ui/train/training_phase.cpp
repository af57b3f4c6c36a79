#include "ui/train/training_phase.h"

namespace cf::ui {

namespace {

TrainingPhase ended(JobState state)
{
    return state == JobState::Failed ? TrainingPhase::Failed : TrainingPhase::Stopped;
}

} // namespace

TrainingPhase phaseOf(const TrainingSituation &situation)
{
    if (const auto &evaluation = situation.evaluation) {
        if (*evaluation == JobState::Queued || *evaluation == JobState::Running)
            return TrainingPhase::Evaluating;
        if (*evaluation == JobState::Stopping)
            return TrainingPhase::Finishing;
        return *evaluation == JobState::Done ? TrainingPhase::Done : ended(*evaluation);
    }
    if (!situation.training)
        return TrainingPhase::Idle;
    switch (*situation.training) {
    case JobState::Queued:
        return TrainingPhase::Preparing;
    case JobState::Running:
        if (situation.finishing)
            return TrainingPhase::Finishing;
        if (!situation.atSteps)
            return TrainingPhase::Preparing;
        return situation.paused ? TrainingPhase::Paused : TrainingPhase::Training;
    case JobState::Stopping:
        return TrainingPhase::Finishing;
    case JobState::Done:
        return TrainingPhase::Evaluating; // follows at once
    case JobState::Cancelled:
    case JobState::Failed:
        break;
    }
    return ended(*situation.training);
}

bool isActive(TrainingPhase phase)
{
    switch (phase) {
    case TrainingPhase::Preparing:
    case TrainingPhase::Training:
    case TrainingPhase::Paused:
    case TrainingPhase::Finishing:
    case TrainingPhase::Evaluating:
        return true;
    case TrainingPhase::Idle:
    case TrainingPhase::Stopped:
    case TrainingPhase::Failed:
    case TrainingPhase::Done:
        break;
    }
    return false;
}

TrainingButtons buttonsIn(TrainingPhase phase)
{
    TrainingButtons buttons;
    buttons.start = !isActive(phase);
    buttons.pause = phase == TrainingPhase::Training;
    buttons.resume = phase == TrainingPhase::Paused;
    buttons.finish = phase == TrainingPhase::Training || phase == TrainingPhase::Paused;
    buttons.stop = isActive(phase) && phase != TrainingPhase::Finishing;
    buttons.goOn = phase == TrainingPhase::Stopped;
    buttons.retry = phase == TrainingPhase::Failed;
    return buttons;
}

} // namespace cf::ui
