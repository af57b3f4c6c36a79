#include "core/engine/detail/tensor_mismatch.h"

#include <algorithm>

namespace cf::engine::detail {

namespace {

/// "a, b, c and 12 more"
std::string listing(std::vector<std::string> names)
{
    constexpr std::size_t kShown = 3;
    std::sort(names.begin(), names.end());
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i)
        text += (i ? ", " : "") + names[i];
    if (names.size() > kShown)
        text += " and " + std::to_string(names.size() - kShown) + " more";
    return text;
}

} // namespace

std::string shapeText(c10::IntArrayRef shape)
{
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i ? ", " : "") + std::to_string(shape[i]);
    return text + "]";
}

Error TensorMismatch::error(const std::string &source, const std::string &network) const
{
    std::string complaint;
    if (!missing.empty())
        complaint += "; missing: " + listing(missing);
    if (!extra.empty())
        complaint += "; not expected: " + listing(extra);
    if (!misshapen.empty())
        complaint += "; " + listing(misshapen);
    return Error::make(ErrorCode::BadFormat, source + " does not fit " + network + complaint +
                                                 ". Choose the weights that belong to it.");
}

} // namespace cf::engine::detail
