#include "core/workflow/training_record.h"

#include "core/store/project.h"
#include "core/workflow/model_location.h"

namespace cf::workflow {

Result<std::optional<TrainingRecord>> trainingRecord(const std::filesystem::path &path,
                                                     const std::optional<std::string> &run)
{
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(path));
    std::optional<store::Run> found;
    if (run) {
        CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(*run));
        CF_ASSIGN_OR_RETURN(found, project.run(id));
    } else {
        CF_ASSIGN_OR_RETURN(const auto runs, project.runs());
        for (const auto &each : runs)
            if (each.kind == store::RunKind::Train)
                found = each;
    }
    const bool isOver = found && found->state != store::RunState::Queued &&
                        found->state != store::RunState::Running;
    if (!isOver || found->kind != store::RunKind::Train)
        return std::optional<TrainingRecord>();
    TrainingRecord record;
    record.run = *found;
    CF_ASSIGN_OR_RETURN(const auto evaluation, project.latestEvaluation(found->id));
    if (evaluation)
        record.evaluation = evaluationFrom(*evaluation);
    return std::optional(std::move(record));
}

} // namespace cf::workflow
