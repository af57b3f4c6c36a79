#include "core/workflow/training_estimate.h"

#include "core/dataset/open_dataset.h"
#include "core/workflow/category_selection.h"
#include "core/workflow/weight_registry.h"

#include <QTemporaryDir>

namespace cf::workflow {

Result<engine::TrainingEstimate> estimateTraining(const TrainRequest &request, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto weights, findWeights(request.backbone));
    CF_ASSIGN_OR_RETURN(const auto found, dataset::openDataset(request.data, run));
    CF_ASSIGN_OR_RETURN(const auto categories, selectCategories(found, request.categories));
    engine::TrainingData data;
    data.textures = request.textures;
    for (const auto *category : categories) {
        const int index = static_cast<int>(data.categories.size());
        data.categories.push_back(category->name);
        for (const auto &sample : category->trainNormals())
            data.normals.push_back({sample.image, index, {}});
    }
    const QTemporaryDir folder;
    if (!folder.isValid())
        return Error::make(ErrorCode::DiskFull,
                           "There is no room for a temporary folder to try the training in; free "
                           "some space.");
    auto options = request.options;
    if (options.templates == engine::TemplateStrategy::Chosen) { // costs the same
        options.templates = engine::TemplateStrategy::KCentre;
        options.templateCount =
            std::max<std::int64_t>(1, static_cast<std::int64_t>(request.templates.size()));
    }
    CF_ASSIGN_OR_RETURN(auto source, sourceOf(request));
    return engine::tryTraining(data, options, weights, request.backbone, std::move(source),
                               folder.path().toStdString(), run);
}

} // namespace cf::workflow
