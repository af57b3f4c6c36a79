#pragma once

#include "core/store/decisions.h"

#include <compare>
#include <string>

namespace cf::review {

/// Which image of a dataset it is. Not its number in the project, which may go to another image
/// when the dataset is read again.
struct ImageKey
{
    std::string category;
    std::string path;
    auto operator<=>(const ImageKey &) const = default;
};

/// Of a decision or a queue item.
template <class T>
ImageKey keyOf(const T &item)
{
    return {item.category, item.path.generic_string()};
}

} // namespace cf::review
