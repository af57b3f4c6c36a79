#include "core/workflow/import_dataset.h"

#include "core/store/file_hash.h"

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

store::Image imageRow(const dataset::Sample &sample, const fs::path &root, RunContext &run)
{
    store::Image image;
    image.path = fs::relative(sample.image, root);
    image.split = sample.split == dataset::Split::Train ? store::Split::Train : store::Split::Test;
    if (sample.label != dataset::Label::Unknown)
        image.defective = sample.label == dataset::Label::Defect;
    image.kind = sample.kind;
    if (sample.mask)
        image.mask = fs::relative(*sample.mask, root);
    if (const auto hash = store::sha256File(sample.image, run); hash.ok())
        image.sha256 = *hash;
    return image;
}

} // namespace

store::Dataset datasetRecords(const dataset::Dataset &found,
                              const std::vector<const dataset::Category *> &categories,
                              RunContext &run)
{
    store::Dataset records;
    records.name = found.root.filename().empty() ? found.root.parent_path().filename().string()
                                                 : found.root.filename().string();
    records.root = fs::absolute(found.root).lexically_normal();
    records.format = found.format;
    std::size_t total = 0;
    for (const auto *category : categories)
        total += category->samples.size();
    std::size_t done = 0;
    for (const auto *category : categories) {
        store::Category rows;
        rows.name = category->name;
        for (const auto &sample : category->samples) {
            run.step({"read", done++, total});
            rows.images.push_back(imageRow(sample, found.root, run));
        }
        records.categories.push_back(std::move(rows));
    }
    run.step({"read", total, total});
    return records;
}

Result<store::Id> importDataset(const fs::path &path, const dataset::Dataset &found,
                                RunContext &run)
{
    std::vector<const dataset::Category *> all;
    for (const auto &category : found.categories)
        all.push_back(&category);
    const auto records = datasetRecords(found, all, run);
    CF_ASSIGN_OR_RETURN(auto project, store::Project::open(path));
    return project.saveDataset(records);
}

Result<std::optional<store::Id>> datasetAt(const store::Project &project, const fs::path &root)
{
    CF_ASSIGN_OR_RETURN(const auto datasets, project.datasets());
    std::error_code notThere;
    for (const auto &dataset : datasets)
        if (fs::equivalent(dataset.root, root, notThere))
            return std::optional(dataset.id);
    return std::optional<store::Id>();
}

Result<Relocation> relocateDataset(const fs::path &path, const fs::path &folder, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(auto project, store::Project::open(path));
    CF_ASSIGN_OR_RETURN(const auto datasets, project.datasets());
    if (datasets.empty())
        return Error::make(ErrorCode::BadUsage, "The project " + path.string() +
                                                    " has no pictures yet; open them in it.");
    CF_ASSIGN_OR_RETURN(const auto dataset, project.dataset(datasets.back().id));
    std::vector<const store::Image *> images;
    for (const auto &category : dataset.categories)
        for (const auto &image : category.images)
            images.push_back(&image);
    Relocation found;
    for (std::size_t i = 0; i < images.size(); ++i) {
        run.step({"read", i, images.size()});
        const auto hash = store::sha256File(folder / images[i]->path, run);
        if (!hash.ok())
            ++found.missing;
        else if (!images[i]->sha256 || *images[i]->sha256 == *hash)
            ++found.same;
        else
            ++found.changed;
    }
    if (found.same == 0 && !images.empty())
        return Error::make(ErrorCode::BadData,
                           folder.string() +
                               " holds none of the project's pictures; choose the "
                               "folder that holds " +
                               images.front()->path.string() + ".");
    CF_RETURN_IF_ERROR(project.setDatasetRoot(dataset.id, fs::absolute(folder).lexically_normal()));
    if (found.changed + found.missing > 0)
        run.log(LogLevel::Warning, std::to_string(found.changed) + " pictures have changed and " +
                                       std::to_string(found.missing) + " are missing in " +
                                       folder.string() + ".");
    return found;
}

} // namespace cf::workflow
