#include "core/engine/detail/added_normals.h"

#include <algorithm>

namespace cf::engine::detail {

Result<std::vector<BankImage>> bankImagesOf(const std::vector<AddedNormal> &added,
                                            const std::vector<std::string> &categories)
{
    std::vector<BankImage> images;
    for (const auto &normal : added) {
        const auto category = std::find(categories.begin(), categories.end(), normal.category);
        if (category == categories.end())
            return Error::make(ErrorCode::BadData,
                               "A picture was added to the model as a normal of '" +
                                   normal.category +
                                   "', which it does not know; remove that picture.");
        images.push_back(
            {static_cast<int>(category - categories.begin()), normal.png, normal.contentKey});
    }
    return images;
}

} // namespace cf::engine::detail
