#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/store/annotations.h"
#include "core/store/decisions.h"
#include "core/store/records.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace cf::store {

/// A project: a folder with the file `project.costfilter` (SQLite), `runs/<number>/` for models,
/// checkpoints and maps, and `cache/`. Paths given here may name the folder or that file.
///
/// Move-only. Belongs to the thread that opened it, calls from others fail; open another one there.
/// Several processes and threads may have one project open: a writer waits up to 5 s for another.
/// Needs a QCoreApplication. Every method may fail with DiskFull, ReadOnly, BadFormat (the file is
/// damaged) or Failed; a method that fails has stored nothing. BadUsage: the values contradict the
/// file (a run that is not there, the same metric twice).
class Project
{
public:
    /// Fails with BadUsage where a project is already.
    static Result<Project> create(const std::filesystem::path &path);
    /// Converts the file of an older version, after copying it to `project.v<version>.costfilter`.
    /// Runs whose program went away become `interrupted`. In a folder that cannot be written it
    /// opens for reading, if it can. Fails with NotFound, BadFormat, NewerVersion, ReadOnly (only
    /// writing would make it readable).
    static Result<Project> open(const std::filesystem::path &path);
    static Result<Project> openOrCreate(const std::filesystem::path &path);
    /// Runs that this object was running become `interrupted`.
    ~Project();
    Project(Project &&) noexcept;
    Project &operator=(Project &&) noexcept;

    const std::filesystem::path &folder() const; ///< absolute
    std::filesystem::path file() const;
    std::filesystem::path cacheFolder() const;
    std::filesystem::path runFolder(Id runId) const; ///< made by createRun()
    bool isReadOnly() const;

    /// Stores it as `queued` and makes its folder.
    Result<Id> createRun(const NewRun &run);
    /// `running` makes this object the run's owner until another state is set or it is destroyed;
    /// BadUsage while another one, in this process or not, is. NotFound: no such run.
    Result<void> setRunState(Id runId, RunState state);
    Result<void> setRunProgress(Id runId, std::int64_t stepsDone, double seconds);
    Result<void> setRunNotes(Id runId, const std::string &notes);
    Result<void> finishRun(Id runId, const RunOutcome &outcome);
    Result<Run> run(Id runId) const;                      ///< or NotFound
    Result<std::vector<Run>> runs() const;                ///< oldest first
    Result<std::vector<RunSummary>> runSummaries() const; ///< oldest first
    /// Marks runs whose owner is gone, as opening does; for a program that keeps a project open.
    /// Returns how many.
    Result<int> interruptAbandonedRuns();

    /// A step that is there already is replaced, as after a resume.
    Result<void> appendLosses(Id runId, const std::vector<LossStep> &steps);
    /// Forgets the steps after `step`, which a resume from that step's checkpoint does again.
    Result<void> discardLossesAfter(Id runId, std::int64_t step);
    /// In order of the step; those after `afterStep`, so that a live plot reads only what is new.
    Result<std::vector<LossStep>> losses(Id runId, std::int64_t afterStep = -1) const;

    /// All of it or nothing, in one transaction; returns its id.
    Result<Id> saveEvaluation(const Evaluation &evaluation);
    /// Oldest first, with metrics and without scores and curves.
    Result<std::vector<Evaluation>> evaluations(Id runId) const;
    Result<Evaluation> evaluation(Id evaluationId) const;               ///< whole, or NotFound
    Result<std::optional<Evaluation>> latestEvaluation(Id runId) const; ///< whole

    /// Adds the dataset, or brings the one with that root up to date: images keep their id as long
    /// as category and path stay, those no longer in a category of `dataset` go; categories not in
    /// it stay as they are, since a dataset may be read in part. Returns its id.
    Result<Id> saveDataset(const Dataset &dataset);
    /// The folder was moved; everything else stays. BadUsage: another dataset has that root, or it
    /// is not absolute. NotFound: no such dataset.
    Result<void> setDatasetRoot(Id datasetId, const std::filesystem::path &root);
    Result<std::vector<Dataset>> datasets() const; ///< without categories, oldest first
    Result<Dataset>
    dataset(Id datasetId) const; ///< whole: categories and images in order of the name; or NotFound
    Result<Id> saveTemplateSet(const TemplateSet &set);
    Result<std::vector<TemplateSet>> templateSets(Id runId) const;

    /// Hashes a file of the project folder and stores or replaces its row. `file` is absolute or
    /// relative to the folder. Fails with NotFound, or BadUsage where it lies outside.
    Result<Artifact> registerArtifact(const std::filesystem::path &file, const std::string &kind,
                                      std::optional<Id> runId = std::nullopt);
    Result<std::vector<Artifact>> artifacts() const; ///< in order of the id

    /// Adds the reviewer, or replaces profile and `active` of the one with that name.
    Result<void> saveReviewer(const Reviewer &reviewer);
    Result<std::vector<Reviewer>> reviewers() const; ///< in order of the name

    /// Adds it to the chain, with number, time and hashes; once this returns it stays, whatever
    /// becomes of the process or the computer. BadUsage: no such reviewer or image, a verdict or
    /// kind that only undoDecision() writes, a score that is not finite. NotFound: no such run, or
    /// no file of an image that must be hashed. BadFormat: the chain was cut at its end, see
    /// verify().
    Result<Decision> appendDecision(const NewDecision &decision);
    /// Takes a decision back by one more row. BadUsage: there is none of that number, it is
    /// another reviewer's, or it is taken back already.
    Result<Decision> undoDecision(std::int64_t sequence, const std::string &reviewer);
    /// The whole trail, undos and what they withdraw included, in order of the sequence.
    Result<std::vector<Decision>> decisions(const DecisionFilter &filter = {}) const;
    /// Of those that match, currentDecisions().
    Result<std::vector<Decision>> currentVerdicts(const DecisionFilter &filter = {}) const;

    /// Stores an edit, all of it or nothing; once this returns it stays. BadUsage: no such dataset,
    /// a picture without size, a shape number below 1 or content that is no JSON.
    Result<void> saveAnnotation(const AnnotationChange &change);
    /// Several pictures' edits, likewise together.
    Result<void> saveAnnotations(std::span<const AnnotationChange> changes);
    /// None: nobody drew on that picture.
    Result<std::optional<StoredAnnotation>> annotation(const PictureKey &picture) const;
    /// Of all pictures of a dataset that were drawn on, in order of category and path.
    Result<std::vector<StoredAnnotation>> annotations(Id datasetId) const;
    /// Replaces the list. BadUsage: a name twice or blank, a colour that is none.
    Result<void> saveAnnotationClasses(const std::vector<AnnotationClass> &classes);
    Result<std::vector<AnnotationClass>> annotationClasses() const; ///< in their order
    /// Gives a class, and the shapes of it on all pictures, another name; returns how many shapes
    /// had it. BadUsage: the name is blank, or a class or shape has it already: then none could be
    /// told from the other again.
    Result<std::int64_t> renameAnnotationClass(const std::string &from, const std::string &to);

    /// Everything wrong with the file and with the files it names, a sentence each; empty: all is
    /// well. Of the decisions, the first that was changed, is missing or out of order; also at the
    /// end of the chain, as long as `decisions.head` beside the project file was not forged with
    /// it, and but for the very last where its program was killed on the way to that file. Reads
    /// every artifact and model to hash it: reports a step of "verify" per file and throws
    /// Cancelled when asked to stop.
    Result<std::vector<std::string>> verify(RunContext &run) const;
    Result<std::vector<std::string>> verify() const;

private:
    struct Impl;
    enum class Wanted { New, Existing, Either };
    static Result<Project> openAs(const std::filesystem::path &path, Wanted wanted);
    explicit Project(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace cf::store
