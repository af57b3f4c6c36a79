#include "core/workflow/evaluate.h"

#include "core/dataset/open_dataset.h"
#include "core/dataset/sample_mask.h"
#include "core/engine/learned_pictures.h"
#include "core/imaging/image_file.h"
#include "core/imaging/map_file.h"
#include "core/imaging/parallel_loader.h"
#include "core/store/file_hash.h"
#include "core/store/project.h"
#include "core/workflow/category_selection.h"
#include "core/workflow/category_tally.h"
#include "core/workflow/evaluation_in_force.h"
#include "core/workflow/import_dataset.h"
#include "core/workflow/kept_maps.h"
#include "core/workflow/model_location.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <set>

namespace cf::workflow {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

const char *const kLeftOut = "left_out"; // of an evaluation's settings: paths

/// Features of the test pictures are kept for what scores them again; not of so many.
constexpr std::size_t kMostFeatureBytes = std::size_t{4} << 30;

/// One test picture as the pool of readers delivers it.
struct LoadedSample
{
    cv::Mat imageBgr;
    std::optional<cv::Mat> mask;
    std::string maskProblem;
    std::string sha256; ///< of the file
};

Result<LoadedSample> load(const dataset::Sample &sample)
{
    LoadedSample loaded;
    CF_ASSIGN_OR_RETURN(loaded.imageBgr, imaging::loadBgr(sample.image));
    CF_ASSIGN_OR_RETURN(loaded.sha256, store::sha256File(sample.image));
    if (sample.label == dataset::Label::Defect && sample.mask) {
        auto mask = dataset::loadSampleMask(sample, loaded.imageBgr.size());
        if (mask.ok())
            loaded.mask = *mask;
        else
            loaded.maskProblem = mask.error().detail;
    }
    return loaded;
}

/// A map of a scored picture that is measured, with its score.
struct MeasuredMap
{
    store::Variant variant;
    cv::Mat engine::ScoredImage::*map;
    double engine::ScoredImage::*score;
    std::optional<double> store::ImageScore::*row;
};

/// Without a filter the fused map, which is the answer, is the baseline's.
std::vector<MeasuredMap> measuredMaps(bool hasFilter)
{
    using Scored = engine::ScoredImage;
    using Row = store::ImageScore;
    std::vector<MeasuredMap> maps = {
        {store::Variant::Baseline, &Scored::baseline, &Scored::baselineScore, &Row::baseline}};
    if (hasFilter)
        maps.push_back(
            {store::Variant::Filtered, &Scored::filtered, &Scored::filteredScore, &Row::filtered});
    maps.push_back({store::Variant::Fused, &Scored::fused, &Scored::fusedScore, &Row::fused});
    return maps;
}

/// Where the fused maps go.
class MapOutlet
{
public:
    /// `folder` empty: only kept in the cache, for whoever looks at the pictures later.
    MapOutlet(fs::path folder, KeptMaps kept) : m_folder(std::move(folder)), m_kept(std::move(kept))
    {
    }

    Result<void> write(const std::string &category, const dataset::Sample &sample,
                       const std::string &sha256, const engine::ScoredImage &scored,
                       RunContext &run) const
    {
        const auto kept = m_kept.keep(sha256, {scored.fused, scored.templateNote});
        if (!kept.ok()) // it can be made again
            run.log(LogLevel::Warning, kept.error().detail);
        if (m_folder.empty())
            return {};
        const auto file =
            m_folder / category / "test" / sample.kind / (sample.image.stem().string() + ".tiff");
        std::error_code failed;
        fs::create_directories(file.parent_path(), failed);
        return imaging::saveMap(file, scored.fused, imaging::MapFormat::Tiff);
    }

private:
    fs::path m_folder;
    KeptMaps m_kept;
};

/// The run that an evaluation is stored under, and its model.
struct Subject
{
    store::Id run = 0;
    fs::path model;
    std::string modelSha256;
    std::vector<AddedNormal> normals; ///< that it was given after its training
    fs::path data;
    bool own = false; ///< a run made for this evaluation

    /// It is one of the model's normals by now, so that no figure may count it.
    bool isNormal(const std::string &category, const std::string &sha256) const
    {
        return std::any_of(normals.begin(), normals.end(), [&](const AddedNormal &one) {
            return one.picture.category == category && one.picture.contentKey == sha256;
        });
    }
};

Result<Subject> subjectOf(store::Project &project, const EvaluateRequest &request)
{
    Subject subject;
    subject.data = request.data;
    if (request.run) {
        CF_ASSIGN_OR_RETURN(subject.run, runIdFrom(*request.run));
        CF_ASSIGN_OR_RETURN(const auto run, project.run(subject.run));
        CF_ASSIGN_OR_RETURN(subject.model, modelOfRun(project, run));
        CF_ASSIGN_OR_RETURN(subject.modelSha256, store::sha256File(subject.model));
        if (subject.data.empty() && run.datasetId) {
            CF_ASSIGN_OR_RETURN(const auto dataset, project.dataset(*run.datasetId));
            subject.data = dataset.root;
        }
    } else {
        subject.model = *request.model;
        CF_ASSIGN_OR_RETURN(subject.modelSha256, store::sha256File(subject.model));
        store::NewRun row;
        row.kind = store::RunKind::Evaluate;
        row.name = subject.model.filename().string();
        row.settingsJson = json{{"model", fs::absolute(subject.model).string()}}.dump();
        CF_ASSIGN_OR_RETURN(subject.run, project.createRun(row));
        CF_RETURN_IF_ERROR(project.setRunState(subject.run, store::RunState::Running));
        subject.own = true;
    }
    CF_ASSIGN_OR_RETURN(subject.normals, loadAddedNormals(subject.model));
    if (subject.data.empty())
        return Error::make(ErrorCode::BadUsage, "Say which data to evaluate on with --data PATH.");
    return subject;
}

/// A category's pictures that count.
struct TestedCategory
{
    std::string name;
    std::vector<dataset::Sample> samples;
};

/// Hashes of what the models learned from after a review.
Result<std::set<std::string>> learnedFrom(const store::Project &project, const fs::path &model,
                                          const std::vector<std::string> &others)
{
    CF_ASSIGN_OR_RETURN(const auto own, engine::learnedPictures(model));
    std::set<std::string> learned(own.begin(), own.end());
    for (const auto &other : others) {
        CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(other));
        CF_ASSIGN_OR_RETURN(const auto row, project.run(id));
        CF_ASSIGN_OR_RETURN(const auto file, modelOfRun(project, row));
        CF_ASSIGN_OR_RETURN(const auto more, engine::learnedPictures(file));
        learned.insert(more.begin(), more.end());
    }
    return learned;
}

/// The test pictures without those of these hashes, which are noted in `leftOut`.
TestedCategory tested(const dataset::Category &category, const std::set<std::string> &learned,
                      const fs::path &root, RunContext &run, std::vector<fs::path> &leftOut)
{
    TestedCategory left{category.name, {}};
    for (auto &sample : category.test()) {
        const auto hash = learned.empty() ? Result<std::string>(std::string())
                                          : store::sha256File(sample.image, run);
        if (hash.ok() && learned.contains(*hash)) // what cannot be read is told when it is scored
            leftOut.push_back(fs::relative(sample.image, root));
        else
            left.samples.push_back(std::move(sample));
    }
    return left;
}

/// Scores one category; adds to the stored record.
Result<CategoryMetrics> evaluateCategory(const TestedCategory &category, const Subject &subject,
                                         const engine::Scorer &scorer, const MapOutlet &maps,
                                         const fs::path &root, std::size_t done, std::size_t total,
                                         RunContext &run, Evaluation &evaluation,
                                         store::Evaluation &record)
{
    const auto &samples = category.samples;
    const bool keepsFeatures = total * scorer.featureBytes() <= kMostFeatureBytes;
    const auto measured = measuredMaps(scorer.hasFilter());
    std::vector<CategoryTally> tallies;
    for (const auto &map : measured) {
        CF_ASSIGN_OR_RETURN(auto tally, CategoryTally::create(map.variant));
        tallies.push_back(std::move(tally));
    }
    imaging::ParallelLoader<LoadedSample> loader(samples.size(),
                                                 [&](std::size_t i) { return load(samples[i]); });
    std::size_t misrecognised = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        run.step({"evaluate", done + i, total});
        const auto loaded = loader.next();
        if (!loaded->ok()) {
            run.log(LogLevel::Warning, loaded->error().detail + " It is left out.");
            ++evaluation.failedImages;
            continue;
        }
        auto sample = samples[i];
        const LoadedSample &picture = loaded->value();
        if (subject.isNormal(category.name, picture.sha256))
            sample.label = dataset::Label::Unknown;
        if (!picture.maskProblem.empty())
            run.log(LogLevel::Warning, picture.maskProblem + " It counts at image level only.");
        const auto features =
            scorer.featuresOf({sample.image, keepsFeatures ? picture.sha256 : std::string(),
                               picture.imageBgr.size(), [&] { return picture.imageBgr; }},
                              run);
        const auto scored = scorer.score(*features);
        if (!scored.templateNote.empty())
            run.log(LogLevel::Warning, templateWarning(scored.templateNote));
        misrecognised += scored.category != category.name ? 1 : 0;
        auto row = scoreRow(sample, category.name, root);
        for (std::size_t v = 0; v < tallies.size(); ++v) {
            const double score = scored.*measured[v].score;
            CF_RETURN_IF_ERROR(
                tallies[v].add(sample, score, scored.*measured[v].map, picture.mask));
            row.*measured[v].row = score;
        }
        CF_RETURN_IF_ERROR(maps.write(category.name, sample, picture.sha256, scored, run));
        record.scores.push_back(std::move(row));
    }
    if (misrecognised > 0)
        run.log(LogLevel::Info, std::to_string(misrecognised) + " of " +
                                    std::to_string(samples.size()) + " pictures of '" +
                                    category.name + "' were taken for another category.");
    CategoryMetrics result;
    result.name = category.name;
    for (std::size_t v = 0; v < tallies.size(); ++v) {
        CF_ASSIGN_OR_RETURN(auto finished, tallies[v].finish());
        result.methods[store::toString(measured[v].variant)] = finished.metrics;
        for (auto &curve : finished.curves) {
            curve.category = category.name;
            record.curves.push_back(std::move(curve));
        }
    }
    return result;
}

Result<Evaluation> evaluateSubject(store::Project &project, const Subject &subject,
                                   const EvaluateRequest &request, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto found, dataset::openDataset(subject.data, run));
    CF_ASSIGN_OR_RETURN(const auto scorer, openScorer({subject.model, request.device,
                                                       project.cacheFolder() / "features",
                                                       found.root, subject.normals},
                                                      run));
    CF_ASSIGN_OR_RETURN(auto categories, selectCategories(found, request.categories));
    std::erase_if(categories, [&](const dataset::Category *category) {
        const auto &known = scorer.categories();
        const bool unknown = std::find(known.begin(), known.end(), category->name) == known.end();
        if (unknown && request.categories.empty())
            run.log(LogLevel::Info,
                    "Category '" + category->name + "' was not trained on and is left out.");
        return (unknown && request.categories.empty() && found.categories.size() > 1) ||
               category->test().empty();
    });
    if (categories.empty())
        return Error::make(ErrorCode::BadData, "No test picture of the model's categories is in " +
                                                   subject.data.string() +
                                                   "; choose the data it was trained on.");
    Evaluation evaluation;
    CF_ASSIGN_OR_RETURN(const auto learned, learnedFrom(project, subject.model, request.apartFrom));
    std::vector<TestedCategory> remaining;
    std::size_t total = 0;
    for (const auto *category : categories) {
        auto left = tested(*category, learned, found.root, run, evaluation.leftOut);
        total += left.samples.size();
        if (!left.samples.empty())
            remaining.push_back(std::move(left));
    }
    if (total == 0)
        return Error::make(ErrorCode::BadData,
                           "All " + std::to_string(evaluation.leftOut.size()) +
                               " test pictures in " + subject.data.string() +
                               " were learned from after a review; evaluate on others.");
    if (!evaluation.leftOut.empty())
        run.log(LogLevel::Info, std::to_string(evaluation.leftOut.size()) +
                                    " test pictures were learned from after a review and are "
                                    "left out.");

    const MapOutlet maps(request.maps, KeptMaps(project.cacheFolder(),
                                                scoringKey(subject.modelSha256, subject.normals)));
    evaluation.run = std::to_string(subject.run);
    store::Evaluation record;
    record.runId = subject.run;
    CF_ASSIGN_OR_RETURN(record.datasetId, datasetAt(project, found.root));
    record.startedUtc = store::utcNow();
    const auto started = std::chrono::steady_clock::now();
    std::size_t done = 0;
    for (const auto &category : remaining) {
        CF_ASSIGN_OR_RETURN(auto metrics,
                            evaluateCategory(category, subject, scorer, maps, found.root, done,
                                             total, run, evaluation, record));
        evaluation.categories.push_back(std::move(metrics));
        done += category.samples.size();
    }
    run.step({"evaluate", total, total});
    if (evaluation.failedImages == total)
        return Error::make(ErrorCode::BadData, "None of the " + std::to_string(total) +
                                                   " test pictures in " + subject.data.string() +
                                                   " can be read.");
    evaluation.mean = meanOver(evaluation.categories);
    evaluation.secondsPerImage =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count() /
        static_cast<double>(total - evaluation.failedImages);

    CF_ASSIGN_OR_RETURN(const auto summary, engine::summariseModel(subject.model));
    json lambda = json::object();
    for (std::size_t c = 0; summary.hasFilter && c < summary.categories.size(); ++c)
        lambda[summary.categories[c]] = summary.lambda[c];
    json settings = {{"data", fs::absolute(subject.data).string()},
                     {"lambda", lambda},
                     {"device", request.device}};
    for (const auto &path : evaluation.leftOut)
        settings[kLeftOut].push_back(path.generic_string());
    if (!subject.normals.empty())
        settings[kNormalsSetting] = normalsKey(subject.normals);
    record.settingsJson = settings.dump();
    record.endedUtc = store::utcNow();
    record.secondsPerImage = evaluation.secondsPerImage;
    record.metrics = storedMetrics(evaluation);
    const auto saved = project.saveEvaluation(record);
    if (!saved.ok())
        return saved.error();
    return evaluation;
}

} // namespace

store::ImageScore scoreRow(const dataset::Sample &sample, const std::string &category,
                           const fs::path &root)
{
    store::ImageScore row;
    row.category = category;
    row.path = fs::relative(sample.image, root);
    if (sample.label != dataset::Label::Unknown)
        row.defective = sample.label == dataset::Label::Defect;
    row.kind = sample.kind;
    return row;
}

std::vector<store::Metric> storedMetrics(const Evaluation &evaluation)
{
    std::vector<store::Metric> stored;
    const auto add = [&](const std::string &category, const CategoryMetrics &metrics) {
        for (const auto &[method, set] : metrics.methods)
            for (const auto &[name, figure] : set.named())
                stored.push_back(
                    {category, *store::variantFrom(method), name, figure->value, figure->reason});
    };
    for (const auto &category : evaluation.categories)
        add(category.name, category);
    add({}, evaluation.mean);
    return stored;
}

Evaluation evaluationFrom(const store::Evaluation &record)
{
    Evaluation evaluation;
    evaluation.run = std::to_string(record.runId);
    evaluation.secondsPerImage = record.secondsPerImage.value_or(0.0);
    evaluation.leftOut = leftOutOf(record.settingsJson);
    for (const auto &metric : record.metrics) {
        CategoryMetrics *category = &evaluation.mean;
        if (!metric.category.empty()) {
            auto &categories = evaluation.categories;
            if (categories.empty() || categories.back().name != metric.category)
                categories.push_back({metric.category, {}}); // stored in order of it
            category = &categories.back();
        }
        setFigure(category->methods[store::toString(metric.variant)], metric.name,
                  {metric.value, metric.reason});
    }
    return evaluation;
}

std::vector<fs::path> leftOutOf(const std::string &settingsJson)
{
    std::vector<fs::path> paths;
    const auto settings = json::parse(settingsJson, nullptr, false);
    if (settings.is_object() && settings.contains(kLeftOut))
        for (const auto &path : settings[kLeftOut])
            if (path.is_string())
                paths.emplace_back(path.get<std::string>());
    return paths;
}

Result<Evaluation> evaluate(const EvaluateRequest &request, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(auto project, request.run ? store::Project::open(request.project)
                                                  : store::Project::openOrCreate(request.project));
    CF_ASSIGN_OR_RETURN(const auto subject, subjectOf(project, request));
    const auto end = [&](store::RunState state, std::optional<std::string> error) {
        if (!subject.own)
            return;
        store::RunOutcome outcome;
        outcome.state = state;
        outcome.modelPath = subject.model;
        outcome.modelSha256 = subject.modelSha256;
        outcome.error = std::move(error);
        project.finishRun(subject.run, outcome).orThrow();
    };
    try {
        auto evaluation = evaluateSubject(project, subject, request, run);
        end(evaluation.ok() ? store::RunState::Done : store::RunState::Failed,
            evaluation.ok() ? std::nullopt : std::optional(evaluation.error().detail));
        return evaluation;
    } catch (const Cancelled &) {
        end(store::RunState::Cancelled, std::nullopt);
        throw;
    }
}

} // namespace cf::workflow
