#include "core/workflow/run_templates.h"

#include "core/store/file_hash.h"

#include <algorithm>

namespace cf::workflow {

namespace {

/// The category's normal training picture of that content, or nullptr.
const store::Image *imageOf(const store::Category &category, const std::string &contentKey)
{
    const auto found =
        std::find_if(category.images.begin(), category.images.end(), [&](const auto &image) {
            return image.split == store::Split::Train && image.defective == false &&
                   image.sha256 == contentKey;
        });
    return found == category.images.end() ? nullptr : &*found;
}

} // namespace

Result<std::vector<std::string>> templateKeys(const std::vector<std::filesystem::path> &files,
                                              const engine::TrainingData &training, RunContext &run)
{
    std::vector<std::string> keys;
    std::vector<bool> hasOne(training.categories.size(), false);
    for (const auto &file : files) {
        CF_ASSIGN_OR_RETURN(const auto key, store::sha256File(file, run));
        bool found = false;
        for (const auto &normal : training.normals) {
            if (normal.contentKey != key)
                continue;
            found = true;
            hasOne[static_cast<std::size_t>(normal.category)] = true;
        }
        if (!found)
            return Error::make(ErrorCode::BadUsage,
                               file.string() +
                                   " is no normal training picture of the chosen categories, and "
                                   "only those can be templates; pick one from train/good.");
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(key);
    }
    for (std::size_t c = 0; c < hasOne.size(); ++c)
        if (!hasOne[c])
            return Error::make(ErrorCode::BadUsage,
                               "Category '" + training.categories[c] +
                                   "' has no hand-picked template; pick at least one for each "
                                   "category (--template FILE).");
    return keys;
}

Result<void> saveRunTemplates(store::Project &project, store::Id run, store::Id dataset,
                              const engine::TrainOptions &options,
                              const std::vector<std::string> &categories,
                              const std::vector<engine::FixedTemplates> &fixed)
{
    CF_ASSIGN_OR_RETURN(const auto before, project.templateSets(run));
    if (!before.empty())
        return {};
    CF_ASSIGN_OR_RETURN(const auto stored, project.dataset(dataset));
    for (const auto &category : stored.categories) {
        if (std::find(categories.begin(), categories.end(), category.name) == categories.end())
            continue;
        store::TemplateSet set;
        set.runId = run;
        set.categoryId = category.id;
        set.source = toString(options.templates);
        set.count = static_cast<int>(options.templateCount);
        set.seed = static_cast<std::int64_t>(options.seed);
        for (const auto &one : fixed) {
            if (one.category != category.name)
                continue;
            for (const auto &key : one.contentKeys)
                if (const auto *image = imageOf(category, key))
                    set.images.push_back({image->id, image->path});
            if (options.templates == engine::TemplateStrategy::Chosen)
                set.count = static_cast<int>(one.contentKeys.size());
        }
        const auto saved = project.saveTemplateSet(set);
        if (!saved.ok())
            return saved.error();
    }
    return {};
}

} // namespace cf::workflow
