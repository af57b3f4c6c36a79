#include "core/dataset/dataset_json.h"

#include <nlohmann/json.hpp>

namespace cf::dataset {

std::string datasetJson(const Dataset &dataset)
{
    using Json = nlohmann::ordered_json;
    Json categories = Json::array();
    for (const Category &category : dataset.categories)
        categories.push_back({{"name", category.name},
                              {"train_good", category.trainNormalCount()},
                              {"test_good", category.count(Split::Test, Label::Normal)},
                              {"test_defect", category.count(Split::Test, Label::Defect)},
                              {"masks", category.maskCount()},
                              {"kinds", category.defectKinds()}});
    Json problems = Json::array();
    for (const Problem &problem : dataset.problems)
        problems.push_back({{"file", problem.file.string()}, {"problem", problem.problem}});
    const Json whole = {
        {"format", dataset.format}, {"categories", categories}, {"problems", problems}};
    return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace cf::dataset
