#pragma once

#include "core/base/result.h"
#include "core/store/records.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace cf::workflow {

/// Which picture of a dataset other programs' files mean.
class PictureFinder
{
public:
    struct Picture
    {
        std::string category;
        std::filesystem::path path; ///< relative to the dataset's root
    };

    explicit PictureFinder(const store::Dataset &dataset);

    bool isEmpty() const { return m_byStem.empty(); }
    /// The picture whose path ends most alike; the extension does not count.
    /// fails  NotFound for none of that name, BadUsage where several are as much alike
    Result<Picture> find(const std::filesystem::path &named) const;

private:
    std::map<std::string, std::vector<Picture>> m_byStem;
};

} // namespace cf::workflow
