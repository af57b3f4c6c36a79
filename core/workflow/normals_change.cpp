#include "core/workflow/normals_change.h"

#include "core/imaging/image_file.h"
#include "core/store/file_hash.h"
#include "core/workflow/decision_rule.h"
#include "core/workflow/evaluation_in_force.h"
#include "core/workflow/kept_maps.h"
#include "core/workflow/model_location.h"
#include "core/workflow/rescored_evaluation.h"
#include "core/workflow/review.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

/// All that a change starts from.
struct Present
{
    store::Project project;
    store::Run run;
    fs::path model;
    std::string modelSha256;
    std::vector<AddedNormal> normals;
    store::Evaluation evaluation;                        ///< in force
    store::Dataset dataset;                              ///< that it is of
    std::map<review::ImageKey, store::Verdict> verdicts; ///< of its pictures

    const store::Image *imageOf(const store::ImageScore &row) const;
};

const store::Image *Present::imageOf(const store::ImageScore &row) const
{
    for (const auto &category : dataset.categories)
        if (category.name == row.category)
            for (const auto &image : category.images)
                if (image.path == row.path)
                    return &image;
    return nullptr;
}

/// The last word on each picture: of whoever settled it, else the last.
std::map<review::ImageKey, store::Verdict> lastVerdicts(std::span<const store::Decision> trail)
{
    std::map<review::ImageKey, store::Verdict> verdicts;
    const auto standing = store::standingDecisions(trail);
    for (const bool settles : {false, true})
        for (const auto &decision : standing)
            if ((decision.kind == store::DecisionKind::Arbitration) == settles)
                verdicts[review::keyOf(decision)] = decision.verdict;
    return verdicts;
}

Result<Present> presentOf(const NormalsSubject &subject, RunContext &context)
{
    context.step({"read", 0, 0});
    CF_ASSIGN_OR_RETURN(auto project, store::Project::open(subject.project));
    CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(subject.run));
    CF_ASSIGN_OR_RETURN(auto run, project.run(id));
    CF_ASSIGN_OR_RETURN(auto model, modelOfRun(project, run));
    CF_ASSIGN_OR_RETURN(auto modelSha256, store::sha256File(model));
    CF_ASSIGN_OR_RETURN(auto normals, loadAddedNormals(model));
    CF_ASSIGN_OR_RETURN(auto evaluation, evaluationInForce(project, id));
    const auto evaluate = " with: costfilter evaluate --project " + subject.project.string() +
                          " --run " + subject.run;
    if (!evaluation || !evaluation->datasetId)
        return Error::make(ErrorCode::BadData,
                           "Run " + subject.run +
                               " has no scores of the project's pictures, so that nobody knows "
                               "what another normal would change; evaluate it" +
                               evaluate);
    if (normalsKeyOf(*evaluation) != normalsKey(normals))
        return Error::make(ErrorCode::BadData,
                           "The scores of run " + subject.run +
                               " are from other normals than the model has now; evaluate it again" +
                               evaluate);
    CF_ASSIGN_OR_RETURN(auto dataset, project.dataset(*evaluation->datasetId));
    CF_ASSIGN_OR_RETURN(const auto trail, project.decisions({.datasetId = dataset.id}));
    return Present{std::move(project),     std::move(run),     std::move(model),
                   std::move(modelSha256), std::move(normals), std::move(*evaluation),
                   std::move(dataset),     lastVerdicts(trail)};
}

/// The thresholds that decide now: kept with the model, else those of the review.
Result<std::map<std::string, metrics::ZoneThresholds>> thresholdsOf(const Present &present,
                                                                    RunContext &run)
{
    std::map<std::string, metrics::ZoneThresholds> thresholds;
    std::vector<ReviewCategory> categories;
    for (const auto &category : present.dataset.categories)
        categories.emplace_back().name = category.name;
    auto rule = loadDecisionRule(present.model);
    if (!rule.ok())
        run.log(LogLevel::Warning, rule.error().detail);
    CF_RETURN_IF_ERROR(measureCategories(categories, present.evaluation,
                                         rule.ok() ? std::move(*rule) : std::nullopt));
    for (const auto &category : categories)
        if (category.zones)
            thresholds[category.name] = *category.zones;
        else if (category.threshold)
            thresholds[category.name] = {*category.threshold, *category.threshold};
    return thresholds;
}

/// The evaluation's row of a picture, by its path in the dataset or in the file system; null: none.
const store::ImageScore *rowOf(const Present &present, const fs::path &picture)
{
    std::error_code failed;
    for (const auto &row : present.evaluation.scores)
        if (row.path == picture || present.dataset.root / row.path == picture)
            return &row;
    for (const auto &row : present.evaluation.scores)
        if (fs::equivalent(present.dataset.root / row.path, picture, failed))
            return &row;
    return nullptr;
}

/// What is known of a picture, whatever its score.
struct Standing
{
    std::optional<bool> defective; ///< by its label
    bool isAccepted = false, isRejected = false;

    bool isDefect() const { return defective.value_or(false) || isRejected; }
};

Standing standingOf(const store::ImageScore &row, const Present &present)
{
    Standing standing;
    const auto *image = present.imageOf(row);
    standing.defective = image ? image->defective : row.defective;
    const auto verdict = present.verdicts.find(review::keyOf(row));
    if (verdict != present.verdicts.end()) {
        standing.isAccepted = verdict->second == store::Verdict::Ok;
        standing.isRejected = verdict->second == store::Verdict::Ng;
    }
    return standing;
}

/// Sorts the pictures that change sides into the lists.
Result<void> compareScores(NormalsChange &change, const Present &present, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto thresholds, thresholdsOf(present, run));
    change.hasThresholds = thresholds.contains(change.normal.picture.category);
    std::map<review::ImageKey, const store::ImageScore *> before;
    for (const auto &row : present.evaluation.scores)
        before[review::keyOf(row)] = &row;
    change.pictures = change.evaluation.scores.size();
    for (const auto &row : change.evaluation.scores) {
        const bool isSubject = present.dataset.root / row.path == change.normal.file;
        if (isSubject && change.isAddition)
            change.isKnownDefect = standingOf(row, present).isDefect();
        const auto found = before.find(review::keyOf(row));
        if (found == before.end())
            continue;
        const auto old = answerOf(*found->second);
        const auto now = answerOf(row);
        if (!old || !now || *old == *now)
            continue;
        change.rescored += change.isAddition ? 0 : 1;
        const auto limits = thresholds.find(row.category);
        if (limits == thresholds.end())
            continue;
        ChangedPicture picture{row.category, row.path, row.kind, false, *old, *now};
        picture.zoneBefore = metrics::zoneOf(*old, limits->second);
        picture.zoneAfter = metrics::zoneOf(*now, limits->second);
        if (picture.zoneBefore == picture.zoneAfter)
            continue;
        const auto standing = standingOf(row, present);
        picture.isRejected = standing.isRejected;
        const bool isDefect = !isSubject && standing.isDefect();
        const bool isGood =
            !isDefect && (isSubject || standing.isAccepted || standing.defective == false);
        const bool passesNow = picture.zoneAfter == metrics::Zone::Pass;
        auto &list = passesNow && isDefect ? change.missed
                     : passesNow && isGood ? change.solved
                                           : change.others;
        list.push_back(std::move(picture));
    }
    for (auto *list : {&change.missed, &change.solved, &change.others})
        std::ranges::stable_sort(*list, std::greater<>(),
                                 [](const ChangedPicture &one) { return one.before - one.after; });
    return {};
}

/// Scores again what depends on the normal that came, or, where one went, everything: what did not
/// depend on it comes out the same.
class Rescoring
{
public:
    Rescoring(const Present &present, NormalsChange &change, const engine::Scorer &scorer)
        : m_present(present), m_change(change), m_scorer(scorer),
          m_maps(present.project.cacheFolder(), scoringKey(present.modelSha256, change.after))
    {
    }

    Result<std::vector<store::ImageScore>> rows(RunContext &run)
    {
        std::vector<store::ImageScore> rows;
        const auto &old = m_present.evaluation.scores;
        for (std::size_t i = 0; i < old.size(); ++i) {
            run.step({"rescore", i, old.size()});
            auto row = rowAfter(old[i], run);
            if (row.ok())
                rows.push_back(std::move(row).value());
            else // as an evaluation does
                run.log(LogLevel::Warning, row.error().detail + " It is left out.");
        }
        run.step({"rescore", old.size(), old.size()});
        if (rows.empty())
            return Error::make(ErrorCode::BadData, "None of the test pictures in " +
                                                       m_present.dataset.root.string() +
                                                       " can be read; check where they are.");
        return rows;
    }

private:
    Result<store::ImageScore> rowAfter(const store::ImageScore &before, RunContext &run)
    {
        const auto file = m_present.dataset.root / before.path;
        CF_ASSIGN_OR_RETURN(const auto sha256, store::sha256File(file, run));
        CF_ASSIGN_OR_RETURN(const auto header, imaging::readImageHeader(file));
        const auto features =
            m_scorer.featuresOf({file, sha256, cv::Size(header.widthPx, header.heightPx),
                                 [&] { return imaging::loadBgr(file).orThrow(); }},
                                run);
        auto row = before;
        const auto &normal = m_change.normal.picture;
        if (sha256 == normal.contentKey && before.category == normal.category) {
            row.defective.reset(); // a template is no test picture
            if (const auto *image = m_present.imageOf(row); image && !m_change.isAddition)
                row.defective = image->defective;
        }
        if (m_change.isAddition && !m_scorer.dependsOn(*features, normal.contentKey))
            return row;
        const auto scored = m_scorer.score(*features);
        const auto set = [](std::optional<double> &value, double score) {
            if (value)
                value = score;
        };
        set(row.baseline, scored.baselineScore);
        set(row.filtered, scored.filteredScore);
        set(row.fused, scored.fusedScore);
        m_change.rescored += m_change.isAddition ? 1 : 0;
        m_change.rescoredSha256.insert(sha256);
        row.mapArtifactId.reset();
        const auto kept = m_maps.keep(sha256, {scored.fused, scored.templateNote});
        if (!kept.ok()) // it can be made again
            run.log(LogLevel::Warning, kept.error().detail);
        return row;
    }

    const Present &m_present;
    NormalsChange &m_change;
    const engine::Scorer &m_scorer;
    KeptMaps m_maps;
};

/// Fills in what follows from the normals before and after.
Result<void> look(NormalsChange &change, const Present &present, RunContext &run)
{
    const auto started = std::chrono::steady_clock::now();
    change.root = present.dataset.root;
    change.evaluationBefore = present.evaluation.id;
    CF_ASSIGN_OR_RETURN(const auto known, present.project.evaluations(present.run.id));
    const auto latest = std::find_if(known.rbegin(), known.rend(), [&](const auto &one) {
        return normalsKeyOf(one) == normalsKey(change.after);
    });
    std::optional<store::Evaluation> same; // that would be in force
    if (latest != known.rend() && latest->datasetId == present.evaluation.datasetId) {
        CF_ASSIGN_OR_RETURN(same, present.project.evaluation(latest->id));
    }
    if (!change.isAddition && same) {
        change.evaluation = std::move(*same);
    } else {
        CF_ASSIGN_OR_RETURN(const auto scorer,
                            openScorer({present.model, change.subject.device,
                                        present.project.cacheFolder() / "features",
                                        present.dataset.root, change.after},
                                       run));
        const auto startedUtc = store::utcNow();
        CF_ASSIGN_OR_RETURN(auto rows, Rescoring(present, change, scorer).rows(run));
        CF_ASSIGN_OR_RETURN(
            change.evaluation,
            rescoredEvaluation(present.evaluation, std::move(rows), normalsKey(change.after)));
        change.evaluation.startedUtc = startedUtc;
        change.evaluation.endedUtc = store::utcNow();
        if (same && same->scores == change.evaluation.scores)
            change.evaluation = std::move(*same); // undone and done again
    }
    CF_RETURN_IF_ERROR(compareScores(change, present, run));
    change.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return {};
}

bool isNormalOf(const std::vector<AddedNormal> &normals, const engine::AddedNormal &picture)
{
    return std::any_of(normals.begin(), normals.end(), [&](const AddedNormal &one) {
        return one.picture.category == picture.category &&
               one.picture.contentKey == picture.contentKey;
    });
}

} // namespace

Result<NormalsChange> lookAtAddition(const NormalsSubject &subject, const fs::path &picture,
                                     const std::string &by, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto present, presentOf(subject, run));
    const auto *row = rowOf(present, picture);
    if (!row)
        return Error::make(ErrorCode::BadUsage, picture.string() + " is no test picture of run " +
                                                    subject.run +
                                                    "; choose one that its evaluation scored.");
    NormalsChange change;
    change.subject = subject;
    auto &normal = change.normal;
    normal.file = present.dataset.root / row->path;
    normal.addedUtc = store::utcNow();
    normal.addedBy = by;
    normal.picture.category = row->category;
    CF_ASSIGN_OR_RETURN(normal.picture.contentKey, store::sha256File(normal.file));
    CF_ASSIGN_OR_RETURN(const auto imageBgr, imaging::loadBgr(normal.file));
    CF_ASSIGN_OR_RETURN(const auto summary, engine::summariseModel(present.model));
    normal.picture.png = engine::normalPng(imageBgr, summary.imagePx);
    if (isNormalOf(present.normals, normal.picture))
        return Error::make(ErrorCode::BadUsage,
                           normal.file.string() + " is a normal of the model already.");
    change.before = present.normals;
    change.after = present.normals;
    change.after.push_back(normal);
    CF_RETURN_IF_ERROR(look(change, present, run));
    return change;
}

Result<NormalsChange> lookAtRemoval(const NormalsSubject &subject, const std::string &picture,
                                    RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto present, presentOf(subject, run));
    NormalsChange change;
    change.subject = subject;
    change.isAddition = false;
    change.before = present.normals;
    const fs::path file = picture;
    std::error_code failed;
    const auto absolute = fs::absolute(file, failed);
    const auto isMeant = [&](const AddedNormal &one) {
        return one.file == absolute || one.file == present.dataset.root / file ||
               (!picture.empty() && one.picture.contentKey.rfind(picture, 0) == 0);
    };
    const auto found = std::find_if(change.before.begin(), change.before.end(), isMeant);
    if (found == change.before.end())
        return Error::make(ErrorCode::BadUsage,
                           "'" + picture + "' was not taken as normal; see: costfilter normals " +
                               "list --project " + subject.project.string() + " --run " +
                               subject.run);
    change.normal = *found;
    for (const auto &one : change.before)
        if (&one != &*found)
            change.after.push_back(one);
    CF_RETURN_IF_ERROR(look(change, present, run));
    return change;
}

Result<void> applyNormals(const NormalsChange &change, RunContext &run)
{
    run.step({"apply", 0, 1});
    CF_ASSIGN_OR_RETURN(auto present, presentOf(change.subject, run));
    if (present.evaluation.id != change.evaluationBefore ||
        normalsKey(present.normals) != normalsKey(change.before))
        return Error::make(ErrorCode::BadUsage,
                           "The normals or the scores of run " + change.subject.run +
                               " were changed meanwhile; look again at what this picture changes.");
    if (present.project.isReadOnly())
        return Error::make(ErrorCode::ReadOnly, "The project " + change.subject.project.string() +
                                                    " cannot be written; nothing was changed.");
    if (change.evaluation.id == 0) {
        const auto saved = present.project.saveEvaluation(change.evaluation);
        if (!saved.ok())
            return saved.error();
    }
    const auto mapsOf = [&](const std::vector<AddedNormal> &normals) {
        return KeptMaps(present.project.cacheFolder(), scoringKey(present.modelSha256, normals));
    };
    if (change.isAddition)
        mapsOf(change.after).takeOver(mapsOf(change.before), change.rescoredSha256);
    CF_RETURN_IF_ERROR(saveAddedNormals(present.model, change.after));
    run.step({"apply", 1, 1});
    return {};
}

} // namespace cf::workflow
