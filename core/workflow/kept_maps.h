#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace cf::workflow {

/// A model's fused map of a picture.
struct KeptMap
{
    cv::Mat map;              ///< CV_32FC1, the longer side at most kMostSidePx
    std::string templateNote; ///< see engine::ScoredImage
};

/// Fused maps that were made before, small, in the project's cache folder: at hand at once and
/// without the model. They go by the content of model and picture, so they are never those of
/// another one, and may be deleted at any time. 256 KB a map at most.
class KeptMaps
{
public:
    static constexpr int kMostSidePx = 256; ///< the maps are smooth: nothing is lost that is seen

    /// `key` of the model and its added normals, see scoringKey().
    KeptMaps(const std::filesystem::path &cacheFolder, const std::string &key)
        : m_folder(cacheFolder / "maps" / key)
    {
    }

    /// None: it was not made yet, or cannot be read.
    std::optional<KeptMap> find(const std::string &imageSha256) const;
    /// `map` CV_32FC1 of any size. Fails with ReadOnly, DiskFull or Failed.
    Result<void> keep(const std::string &imageSha256, const KeptMap &map) const;
    /// Those of `other` that are not here become these too, without a copy, but for the pictures
    /// `but` (SHA-256). What cannot be taken over is made again when it is looked at.
    void takeOver(const KeptMaps &other, const std::set<std::string> &but) const;

private:
    std::filesystem::path m_folder;
};

} // namespace cf::workflow
