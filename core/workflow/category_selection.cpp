#include "core/workflow/category_selection.h"

#include <algorithm>

namespace cf::workflow {

Result<std::vector<const dataset::Category *>>
selectCategories(const dataset::Dataset &found, const std::vector<std::string> &wanted)
{
    std::string known;
    for (const auto &category : found.categories)
        known += (known.empty() ? "" : ", ") + category.name;
    for (const auto &name : wanted)
        if (!found.find(name))
            return Error::make(ErrorCode::BadUsage, "There is no category '" + name + "' in " +
                                                        found.root.string() +
                                                        "; there are: " + known + ".");
    std::vector<const dataset::Category *> chosen;
    for (const auto &category : found.categories)
        if (wanted.empty() ||
            std::find(wanted.begin(), wanted.end(), category.name) != wanted.end())
            chosen.push_back(&category);
    return chosen;
}

} // namespace cf::workflow
