#include "core/workflow/model_location.h"

#include "core/engine/train_options.h"
#include "core/plugin/plugin_registry.h"
#include "core/workflow/weight_registry.h"

#include <charconv>
#include <cstdlib>

namespace cf::workflow {

namespace fs = std::filesystem;

Result<store::Id> runIdFrom(const std::string &text)
{
    store::Id id = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (problem != std::errc() || end != text.data() + text.size() || id < 1)
        return Error::make(ErrorCode::BadUsage,
                           "'" + text + "' is no run; see: costfilter runs --project P");
    return id;
}

Result<fs::path> modelOfRun(const store::Project &project, const store::Run &run)
{
    if (!run.modelPath)
        return Error::make(ErrorCode::BadData,
                           "Run " + std::to_string(run.id) +
                               " has no model yet; finish it with: costfilter train --resume " +
                               std::to_string(run.id));
    const auto file =
        run.modelPath->is_absolute() ? *run.modelPath : project.folder() / *run.modelPath;
    std::error_code failed;
    if (!fs::exists(file, failed))
        return Error::make(ErrorCode::NotFound, "The model " + file.string() + " of run " +
                                                    std::to_string(run.id) +
                                                    " is gone; train it again.");
    return file;
}

fs::path userFeatureCache()
{
    const char *cache = std::getenv("XDG_CACHE_HOME");
    const char *home = std::getenv("HOME");
    if (cache && *cache)
        return fs::path(cache) / "costfilter" / "features";
    return home && *home ? fs::path(home) / ".cache" / "costfilter" / "features" : fs::path();
}

fs::path dataFolderOf(const store::Project &project, const store::Run &run)
{
    const auto datasets = project.datasets();
    if (datasets.ok())
        for (const auto &dataset : *datasets)
            if (dataset.id == run.datasetId)
                return dataset.root;
    return {};
}

std::string templateWarning(const std::string &note)
{
    return "Template source: " + note + "; such pictures are matched with normal ones.";
}

Result<engine::ScorerOptions> scorerOptions(const ModelUse &use)
{
    CF_ASSIGN_OR_RETURN(const auto summary, engine::summariseModel(use.model));
    engine::ScorerOptions options;
    options.model = use.model;
    CF_ASSIGN_OR_RETURN(options.backboneWeights, findWeights(summary.backbone));
    options.featureCache = use.cacheFolder.empty() ? userFeatureCache() : use.cacheFolder;
    options.device = use.device;
    if (use.normals) {
        options.added = picturesOf(*use.normals);
    } else {
        CF_ASSIGN_OR_RETURN(const auto kept, loadAddedNormals(use.model));
        options.added = picturesOf(kept);
    }
    if (!summary.source.empty() && summary.source != engine::kPatchCoreSource) {
        CF_ASSIGN_OR_RETURN(options.source,
                            plugin::openTemplateSource({summary.source, summary.sourceOptions,
                                                        use.dataFolder, summary.templateCount}));
    }
    return options;
}

Result<engine::Scorer> openScorer(const ModelUse &use, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto options, scorerOptions(use));
    return engine::Scorer::open(options, run);
}

} // namespace cf::workflow
