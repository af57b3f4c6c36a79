#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/metrics/decision_zones.h"
#include "core/store/project.h"
#include "core/workflow/added_normals.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// Mending a model without training it: a false alarm becomes one of its normals, or leaves them
/// again. First what would come of it is looked at, then it is applied.
namespace cf::workflow {

/// Reason of the decision that took a picture as normal, in the audit trail.
inline constexpr const char *kTakenAsNormal = "taken as normal";

/// The run whose model is meant; evaluated, so that there are scores to compare with.
struct NormalsSubject
{
    std::filesystem::path project;
    std::string run;
    std::string device = "cpu";
};

/// A test picture that lies on another side of the thresholds, or would.
struct ChangedPicture
{
    std::string category;
    std::filesystem::path path; ///< relative to the dataset's root
    std::string kind;           ///< "good", the kind of defect, or empty
    bool isRejected = false;    ///< a reviewer says NG, whatever the label
    double before = 0, after = 0;
    metrics::Zone zoneBefore = metrics::Zone::Pass, zoneAfter = metrics::Zone::Pass;
};

/// Other normals of a model, and what they make of the scores. Nothing is changed by it.
struct NormalsChange
{
    AddedNormal normal; ///< that comes or goes
    bool isAddition = true;
    bool isKnownDefect = false; ///< a picture that comes is one, by its label or a reviewer's NG
    /// Defects, by their label or a reviewer's NG, that would pass from now on; by falling loss.
    std::vector<ChangedPicture> missed;
    /// Good pictures that would pass from now on, the one that was taken as normal among them.
    std::vector<ChangedPicture> solved;
    std::vector<ChangedPicture> others; ///< that change sides, such as new false alarms
    std::size_t pictures = 0;           ///< that have a score
    std::size_t rescored = 0;           ///< whose maps the normal has, or had, a part in
    bool hasThresholds = true;          ///< of the category; else no picture has a side
    double seconds = 0.0;

    // What applyNormals() needs:
    NormalsSubject subject;
    std::filesystem::path root; ///< of the dataset
    std::vector<AddedNormal> before, after;
    store::Id evaluationBefore = 0;
    /// That holds afterwards: one that the project has already, else `evaluation`, with id 0.
    store::Evaluation evaluation;
    std::set<std::string> rescoredSha256; ///< of the pictures whose maps are others
};

/// What comes of a picture taken as normal. `picture` is a test picture of the run's evaluation, a
/// path in the dataset or in the file system. Only pictures that the new normal has a part in are
/// scored anew, from features in the cache where they are there; all others keep their scores
/// exactly. One step of "rescore" a picture; throws Cancelled.
/// Fails with BadUsage for a picture that is none of these or is a normal of the model already;
/// with BadData without an evaluation by the normals that the model has now; and as
/// Project::open(), modelOfRun(), loadAddedNormals() and openScorer().
Result<NormalsChange> lookAtAddition(const NormalsSubject &subject,
                                     const std::filesystem::path &picture, const std::string &by,
                                     RunContext &run);

/// What comes of a normal taken away again: the scores of an evaluation without it, where there is
/// one. `picture` is its file, as it was added, or the beginning of its SHA-256. Fails likewise.
Result<NormalsChange> lookAtRemoval(const NormalsSubject &subject, const std::string &picture,
                                    RunContext &run);

/// Stores the new scores, then the normals beside the model, which is the moment when both hold:
/// before it nothing is changed, whatever becomes of the process. Fails with BadUsage when normals
/// or scores are others than those that were looked at.
Result<void> applyNormals(const NormalsChange &change, RunContext &run);

} // namespace cf::workflow
