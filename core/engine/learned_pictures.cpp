#include "core/engine/learned_pictures.h"

#include "core/engine/detail/model_file.h"

namespace cf::engine {

Result<std::vector<std::string>> learnedPictures(const std::filesystem::path &model)
{
    CF_ASSIGN_OR_RETURN(auto loaded, detail::loadModel(model));
    return std::move(loaded.config.reviewed);
}

} // namespace cf::engine
