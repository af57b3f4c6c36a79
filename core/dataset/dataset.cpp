#include "core/dataset/dataset.h"

#include "core/dataset/detail/natural_order.h"

#include <algorithm>

namespace cf::dataset {

std::vector<Sample> Category::trainNormals() const
{
    std::vector<Sample> found;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(found),
                 [](const Sample &sample) { return sample.isTrainNormal(); });
    return found;
}

std::vector<Sample> Category::test() const
{
    std::vector<Sample> found;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(found),
                 [](const Sample &sample) { return sample.split == Split::Test; });
    return found;
}

std::size_t Category::count(Split split, Label label) const
{
    return static_cast<std::size_t>(
        std::count_if(samples.begin(), samples.end(), [&](const Sample &sample) {
            return sample.split == split && sample.label == label;
        }));
}

std::size_t Category::maskCount() const
{
    return static_cast<std::size_t>(
        std::count_if(samples.begin(), samples.end(),
                      [](const Sample &sample) { return sample.mask.has_value(); }));
}

std::vector<std::string> Category::defectKinds() const
{
    std::vector<std::string> kinds;
    for (const Sample &sample : samples)
        if (sample.label == Label::Defect)
            kinds.push_back(sample.kind);
    std::sort(kinds.begin(), kinds.end(), detail::naturalLess);
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    return kinds;
}

const Category *Dataset::find(std::string_view name) const
{
    const auto found =
        std::find_if(categories.begin(), categories.end(),
                     [&](const Category &category) { return category.name == name; });
    return found == categories.end() ? nullptr : &*found;
}

} // namespace cf::dataset
