#include "core/workflow/train.h"

#include "core/plugin/plugin_registry.h"

#include "core/dataset/open_dataset.h"
#include "core/engine/trainer.h"
#include "core/store/file_hash.h"
#include "core/store/project.h"
#include "core/workflow/added_normals.h"
#include "core/workflow/category_selection.h"
#include "core/workflow/import_dataset.h"
#include "core/workflow/model_location.h"
#include "core/workflow/reviewed_pictures.h"
#include "core/workflow/run_templates.h"
#include "core/workflow/training_previews.h"
#include "core/workflow/weight_registry.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace cf::workflow {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::int64_t kLossBatch = 20; // steps written to the store at a time
const char *const kCheckpointName = "checkpoint.safetensors";
const char *const kModelName = "model.safetensors";

/// Under the command line's names: --method or --baseline says what the baseline is. Nothing where
/// all is as it always was.
void addBaseline(const engine::TrainOptions &o, json &settings)
{
    if (!o.filter || o.baseline.method != engine::BaselineMethod::CostVolume)
        settings[o.filter ? "baseline" : "method"] = toString(o.baseline.method);
    if (o.baseline == engine::BaselineOptions{o.baseline.method})
        return;
    settings["coreset_ratio"] = o.baseline.coresetRatio;
    settings["coreset_size"] = o.baseline.coresetSize;
    settings["neighbours"] = o.baseline.neighbours;
    settings["rotations"] = o.baseline.rotations;
    settings["masking"] = toString(o.baseline.masking);
}

template <class Choice>
Choice choiceNamed(const std::string &word, std::initializer_list<Choice> all)
{
    for (const auto choice : all)
        if (word == toString(choice))
            return choice;
    return *all.begin();
}

void readBaseline(const json &settings, engine::TrainOptions &o)
{
    using engine::BaselineMethod;
    using engine::Masking;
    o.filter = !settings.contains("method");
    const engine::BaselineOptions usual;
    auto &b = o.baseline;
    b.method = choiceNamed(
        settings.value(o.filter ? "baseline" : "method", std::string()),
        {BaselineMethod::CostVolume, BaselineMethod::PatchCore, BaselineMethod::AnomalyDino});
    b.coresetRatio = settings.value("coreset_ratio", usual.coresetRatio);
    b.coresetSize = settings.value("coreset_size", usual.coresetSize);
    b.neighbours = settings.value("neighbours", usual.neighbours);
    b.rotations = settings.value("rotations", usual.rotations);
    b.masking = choiceNamed(settings.value("masking", std::string()),
                            {Masking::Auto, Masking::On, Masking::Off});
}

json settingsOf(const TrainRequest &request)
{
    const auto &o = request.options;
    json settings = {{"data", fs::absolute(request.data).string()},
                     {"categories", request.categories},
                     {"backbone", request.backbone},
                     {"textures", request.textures.string()},
                     {"profile", o.profile == engine::Profile::Compact ? "compact" : "paper"},
                     {"templates", static_cast<int>(o.templates)},
                     {"template_count", o.templateCount},
                     {"chosen_templates", o.chosenTemplates},
                     {"steps", o.steps},
                     {"epochs", o.epochs},
                     {"batch", o.batch},
                     {"seed", o.seed},
                     {"learning_rate", o.learningRate},
                     {"layers", o.layers},
                     {"image_size", o.imagePx},
                     {"grid", o.gridPx},
                     {"matches", o.matches},
                     {"source", o.source},
                     {"source_options", o.sourceOptions},
                     {"guidance", static_cast<int>(o.ablation.guidance)},
                     {"class_adaptor", o.ablation.classAdaptor},
                     {"loss", o.ablation.lossWeights},
                     {"vary_light", static_cast<int>(o.variation.light)},
                     {"vary_pose", static_cast<int>(o.variation.pose)},
                     {"vary_background", static_cast<int>(o.variation.background)},
                     {"vary_focus", static_cast<int>(o.variation.focus)},
                     {"device", o.device}};
    if (!o.filterWeights.empty())
        settings["filter_weights"] = fs::absolute(o.filterWeights).string();
    addBaseline(o, settings);
    return settings;
}

/// Only there where pictures were reviewed.
void noteReviewed(const ReviewedPictures &reviewed, json &settings)
{
    json normals = json::array();
    for (const auto &picture : reviewed.normals)
        normals.push_back(picture.sha256);
    json defects = json::array();
    for (const auto &defect : reviewed.defects)
        defects.push_back(defect.picture.sha256);
    settings["reviewed"] = true;
    settings["reviewed_normals"] = normals;
    settings["reviewed_defects"] = defects;
}

/// Settings that runs of earlier versions do not have: those got the usual values.
void readLaterSettings(const json &settings, engine::TrainOptions &o)
{
    o.filterWeights = settings.value("filter_weights", std::string());
    const auto allowed = [&](const char *name) {
        return static_cast<engine::Variation>(
            settings.value(name, static_cast<int>(engine::Variation::Measured)));
    };
    o.variation = {allowed("vary_light"), allowed("vary_pose"), allowed("vary_background"),
                   allowed("vary_focus")};
    o.layers = settings.value("layers", std::vector<int>());
    o.imagePx = settings.value("image_size", 0);
    o.gridPx = settings.value("grid", 0);
    o.matches = settings.value("matches", std::int64_t{0});
    o.source = settings.value("source", std::string());
    o.sourceOptions = settings.value("source_options", std::map<std::string, std::string>());
    o.ablation.guidance = static_cast<engine::Guidance>(settings.value("guidance", 0));
    o.ablation.classAdaptor = settings.value("class_adaptor", true);
    o.ablation.lossWeights = settings.value("loss", std::map<std::string, double>());
    readBaseline(settings, o);
}

/// The settings of a stored run; steps, epochs, device and threads may be given anew.
Result<TrainRequest> resumedRequest(const TrainRequest &given, const store::Run &run)
{
    TrainRequest request = given;
    try {
        const auto settings = json::parse(run.settingsJson);
        request.data = settings.at("data").get<std::string>();
        request.categories = settings.at("categories").get<std::vector<std::string>>();
        request.backbone = settings.at("backbone").get<std::string>();
        request.textures = settings.at("textures").get<std::string>();
        request.reviewed = settings.value("reviewed", false);
        auto &o = request.options;
        o.profile =
            settings.at("profile") == "compact" ? engine::Profile::Compact : engine::Profile::Paper;
        o.templates = static_cast<engine::TemplateStrategy>(settings.at("templates").get<int>());
        o.templateCount = settings.at("template_count").get<std::int64_t>();
        o.chosenTemplates = settings.value("chosen_templates", std::vector<std::string>());
        o.batch = settings.at("batch").get<std::int64_t>();
        o.seed = settings.at("seed").get<std::uint64_t>();
        o.learningRate = settings.at("learning_rate").get<double>();
        readLaterSettings(settings, o);
        if (o.steps == 0 && o.epochs == 0) {
            o.steps = settings.at("steps").get<std::int64_t>();
            o.epochs = settings.at("epochs").get<std::int64_t>();
        }
    } catch (const json::exception &) {
        return Error::make(ErrorCode::BadFormat, "The settings of run " + std::to_string(run.id) +
                                                     " are damaged; start a new run.");
    }
    return request;
}

/// The data set as the store keeps it, and what is trained on.
struct Prepared
{
    store::Dataset stored;
    engine::TrainingData training;
};

Result<Prepared> prepare(const dataset::Dataset &found, const std::vector<std::string> &wanted,
                         RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto categories, selectCategories(found, wanted));
    for (const auto *category : categories)
        if (category->trainNormalCount() == 0)
            return Error::make(ErrorCode::BadData,
                               "Category '" + category->name + "' in " + found.root.string() +
                                   " has no normal training pictures; put good pictures into its "
                                   "train/good folder.");
    Prepared prepared{datasetRecords(found, categories, run), {}};
    for (const auto &category : prepared.stored.categories) {
        const int index = static_cast<int>(prepared.training.categories.size());
        prepared.training.categories.push_back(category.name);
        for (const auto &image : category.images)
            if (image.split == store::Split::Train && image.defective == false)
                prepared.training.normals.push_back(
                    {found.root / image.path, index, image.sha256.value_or("")});
    }
    return prepared;
}

/// What a new run learns from besides; nothing where it shall not.
Result<ReviewedPictures> reviewedFor(const TrainRequest &request, const store::Project &project,
                                     store::Id datasetId, const engine::TrainingData &data,
                                     RunContext &run)
{
    if (!request.reviewed)
        return ReviewedPictures();
    CF_ASSIGN_OR_RETURN(auto reviewed, reviewedPictures(project, datasetId, data.categories, run));
    run.log(LogLevel::Info, "Reviewed: " + describe(reviewed) + ".");
    if (!request.options.filter && !reviewed.defects.empty()) {
        run.log(LogLevel::Info, "Drawn defects teach a filter; a baseline alone leaves them out.");
        reviewed.defects.clear();
    }
    if (reviewed.isEmpty())
        return Error::make(ErrorCode::BadUsage,
                           "Nothing that was reviewed in " + request.project.string() +
                               " can be learned from; accept pictures or draw defects first, or "
                               "train without reviewed pictures.");
    return reviewed;
}

/// Writes what a training tells into the store, losses some steps at a time, and passes on what
/// is to be seen at once.
class RunLog
{
public:
    RunLog(store::Project &project, store::Id run, double secondsBefore, const TrainHooks &hooks)
        : m_project(project), m_run(run), m_secondsBefore(secondsBefore), m_hooks(hooks),
          m_previews(project.runFolder(run))
    {
    }

    double seconds() const
    {
        return m_secondsBefore +
               std::chrono::duration<double>(std::chrono::steady_clock::now() - m_started).count();
    }

    engine::TrainObserver observer()
    {
        engine::TrainObserver observer;
        observer.onResumed = [this](std::int64_t step) {
            m_project.discardLossesAfter(m_run, step).orThrow();
            m_previews.discardAfter(step);
        };
        observer.onStep = [this](const engine::StepReport &report) {
            store::LossStep step{report.step, report.learningRate, {}};
            for (const auto &[name, value] : report.terms)
                step.terms.push_back({name, value});
            m_last = step;
            m_pending.push_back(std::move(step));
            if (static_cast<std::int64_t>(m_pending.size()) >= kLossBatch)
                flush();
            tellPace(report);
        };
        observer.onPreview = [this](const engine::TrainingPreview &preview) {
            m_previews.write(preview).orThrow();
            if (m_hooks.onPreview)
                m_hooks.onPreview(preview);
        };
        observer.onValidation = [this](std::int64_t step, double score) {
            flush();
            if (m_last.step != step)
                m_last = {step, 0.0, {}};
            m_last.terms.push_back({"validation_score", score});
            m_project.appendLosses(m_run, {m_last}).orThrow(); // in place of the same without it
        };
        observer.onCheckpoint = [this](std::int64_t) { flush(); };
        return observer;
    }

    void flush()
    {
        if (m_pending.empty())
            return;
        const auto last = m_pending.back().step;
        m_project.appendLosses(m_run, m_pending).orThrow();
        m_project.setRunProgress(m_run, last, seconds()).orThrow();
        m_pending.clear();
    }

private:
    void tellPace(const engine::StepReport &report)
    {
        m_paceSeconds += report.seconds;
        m_waitingSeconds += report.waitingSeconds;
        if (m_paceSeconds < 1.0)
            return;
        if (m_hooks.onPace)
            m_hooks.onPace({m_waitingSeconds / m_paceSeconds});
        m_paceSeconds = m_waitingSeconds = 0.0;
    }

    store::Project &m_project;
    store::Id m_run;
    double m_secondsBefore;
    const TrainHooks &m_hooks;
    PreviewWriter m_previews;
    double m_paceSeconds = 0.0;
    double m_waitingSeconds = 0.0;
    std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
    std::vector<store::LossStep> m_pending;
    store::LossStep m_last;
};

std::optional<std::string> hashIfThere(const fs::path &file)
{
    const auto hash = store::sha256File(file);
    return hash.ok() ? std::optional(*hash) : std::nullopt;
}

} // namespace

TrainRequest requestToGoOn(const fs::path &project, const std::optional<std::string> &run)
{
    TrainRequest request;
    request.project = project;
    request.resumeRun = run;
    return request;
}

Result<std::shared_ptr<engine::TemplateSource>> sourceOf(const TrainRequest &request)
{
    const auto &options = request.options;
    if (options.source.empty() || options.source == engine::kPatchCoreSource)
        return std::shared_ptr<engine::TemplateSource>();
    return plugin::openTemplateSource(
        {options.source, options.sourceOptions, request.data, options.templateCount});
}

Result<TrainSummary> train(const TrainRequest &given, RunContext &run, const TrainHooks &hooks)
{
    TrainRequest request = given;
    std::optional<store::Run> resumed;
    CF_ASSIGN_OR_RETURN(auto project, given.resumeRun
                                          ? store::Project::open(given.project)
                                          : store::Project::openOrCreate(given.project));
    if (given.resumeRun) {
        CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(*given.resumeRun));
        CF_ASSIGN_OR_RETURN(resumed, project.run(id));
        CF_ASSIGN_OR_RETURN(request, resumedRequest(given, *resumed));
        CF_ASSIGN_OR_RETURN(const auto datasets, project.datasets());
        for (const auto &dataset : datasets)
            if (dataset.id == resumed->datasetId)
                request.data = dataset.root; // it may have moved since
    }
    if (const auto why = engine::objection(request.options); !why.empty())
        return Error::make(ErrorCode::BadUsage, why); // before a run is written
    engine::TrainingFiles files;
    files.backboneName = request.backbone;
    CF_ASSIGN_OR_RETURN(files.backboneWeights, findWeights(request.backbone));
    CF_ASSIGN_OR_RETURN(files.backboneSha256, store::sha256File(files.backboneWeights));
    // The model must find the same files from wherever it is used.
    for (auto &[name, value] : request.options.sourceOptions)
        if (std::error_code failed; fs::exists(value, failed))
            value = fs::absolute(value).lexically_normal().string();
    CF_ASSIGN_OR_RETURN(files.source, sourceOf(request));
    CF_ASSIGN_OR_RETURN(const auto found, dataset::openDataset(request.data, run));
    for (const auto &problem : found.problems)
        run.log(LogLevel::Warning, problem.file.string() + ": " + problem.problem);
    CF_ASSIGN_OR_RETURN(auto prepared, prepare(found, request.categories, run));
    prepared.training.textures = request.textures;
    auto &options = request.options;
    if (options.templates == engine::TemplateStrategy::Chosen && !resumed) {
        CF_ASSIGN_OR_RETURN(options.chosenTemplates,
                            templateKeys(request.templates, prepared.training, run));
    }
    CF_ASSIGN_OR_RETURN(const auto datasetId, project.saveDataset(prepared.stored));

    store::Id id = 0;
    ReviewedPictures reviewed;
    if (resumed) {
        id = resumed->id;
    } else {
        CF_ASSIGN_OR_RETURN(reviewed,
                            reviewedFor(request, project, datasetId, prepared.training, run));
        auto settings = settingsOf(request);
        if (request.reviewed)
            noteReviewed(reviewed, settings);
        store::NewRun row;
        row.name = prepared.stored.name;
        row.settingsJson = settings.dump();
        row.seed = static_cast<std::int64_t>(request.options.seed);
        row.datasetId = datasetId;
        CF_ASSIGN_OR_RETURN(id, project.createRun(row));
    }
    CF_RETURN_IF_ERROR(project.setRunState(id, store::RunState::Running));
    if (hooks.onRun)
        hooks.onRun(std::to_string(id));
    const auto folder = project.runFolder(id);
    files.checkpoint = folder / kCheckpointName;
    files.model = folder / kModelName;
    files.featureCache = project.cacheFolder() / "features";

    const auto normals = loadAddedNormals(files.model); // of a run that goes on
    RunLog log(project, id, resumed ? resumed->seconds : 0.0, hooks);
    const auto finish = [&](store::RunState state, std::int64_t steps, std::optional<double> loss,
                            std::optional<std::string> error) -> Result<void> {
        log.flush();
        CF_ASSIGN_OR_RETURN(const auto now, project.run(id));
        store::RunOutcome outcome;
        outcome.state = state;
        outcome.stepsDone = std::max(steps, now.stepsDone);
        outcome.seconds = log.seconds();
        outcome.finalLoss = loss;
        outcome.error = std::move(error);
        outcome.modelSha256 = hashIfThere(files.model);
        if (outcome.modelSha256)
            outcome.modelPath = files.model;
        CF_RETURN_IF_ERROR(project.finishRun(id, outcome));
        if (outcome.modelSha256 && normals.ok() && !normals->empty())
            return saveAddedNormals(files.model, *normals); // it is another model now
        return {};
    };
    try {
        const auto noteTemplates = [&](const std::vector<engine::FixedTemplates> &fixed) {
            saveRunTemplates(project, id, datasetId, options, prepared.training.categories, fixed)
                .orThrow();
        };
        auto observer = log.observer();
        observer.onTemplates = noteTemplates;
        if (options.templates == engine::TemplateStrategy::Nearest)
            noteTemplates({}); // chosen anew for each picture
        if (request.reviewed) {
            auto ready = resumed ? Result<void>() : keepReviewed(project, id, reviewed);
            if (ready.ok())
                ready = addReviewed(project, id, found.root, prepared.training, run);
            if (!ready.ok()) {
                CF_RETURN_IF_ERROR(
                    finish(store::RunState::Failed, 0, std::nullopt, ready.error().detail));
                return ready.error();
            }
        }
        const auto outcome = engine::trainDetector(prepared.training, options, files, observer,
                                                   hooks.control.get(), run);
        if (!outcome.ok()) {
            CF_RETURN_IF_ERROR(
                finish(store::RunState::Failed, 0, std::nullopt, outcome.error().detail));
            return outcome.error();
        }
        CF_RETURN_IF_ERROR(
            finish(store::RunState::Done, outcome->steps, outcome->loss, std::nullopt));
        for (const auto &[file, kind] :
             {std::pair(files.model, "model"), std::pair(files.checkpoint, "checkpoint")}) {
            if (!options.filter && file == files.checkpoint)
                continue; // nothing was trained
            const auto registered = project.registerArtifact(file, kind, id);
            if (!registered.ok())
                return registered.error();
        }
        const auto accepted =
            std::ranges::count(prepared.training.normals, true, &engine::NormalImage::reviewed);
        return TrainSummary{std::to_string(id),
                            files.model,
                            outcome->steps,
                            log.seconds(),
                            outcome->loss,
                            static_cast<std::size_t>(accepted),
                            prepared.training.defects.size()};
    } catch (const Cancelled &) {
        (void)finish(store::RunState::Cancelled, 0, std::nullopt, std::nullopt).ok();
        run.log(LogLevel::Info, "Run " + std::to_string(id) +
                                    " was stopped; go on with: costfilter train --resume " +
                                    std::to_string(id));
        throw;
    } catch (const std::exception &error) {
        (void)finish(store::RunState::Failed, 0, std::nullopt, error.what()).ok();
        throw;
    }
}

} // namespace cf::workflow
