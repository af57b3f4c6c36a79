#pragma once

#include "core/base/result.h"
#include "core/synthesis/random.h"

#include <array>
#include <filesystem>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace cf::synthesis {

/// The pictures of a folder and its subfolders (the Describable Textures Dataset, or any other),
/// decoded when asked for. load() may be called from several threads.
class TextureFolder
{
public:
    /// Takes a DTD root (its `images` folder, if it has one) or any folder. `cacheBytes` bounds
    /// what is kept decoded. Fails with NotFound (no such folder) or BadData (no picture in it).
    /// Names only are read here.
    static Result<std::shared_ptr<TextureFolder>> open(const std::filesystem::path &folder,
                                                       std::size_t cacheBytes = 64U << 20);

    std::size_t count() const { return m_paths.size(); }
    const std::filesystem::path &path(std::size_t index) const { return m_paths[index]; }

    /// CV_8UC3, resized bilinearly to `size`, aspect ignored. BadData names a file that cannot be
    /// decoded.
    Result<cv::Mat> load(std::size_t index, cv::Size size) const;

private:
    TextureFolder(std::vector<std::filesystem::path> paths, std::size_t cacheBytes);

    std::vector<std::filesystem::path>
        m_paths; // sorted, so an index means the same file on each run
    std::size_t m_cacheBytes;
    mutable std::mutex m_mutex;
    mutable std::unordered_map<std::size_t, cv::Mat> m_cache; // guarded by m_mutex
    mutable std::size_t m_cachedBytes = 0;                    // guarded by m_mutex
};

/// Textures made from nothing, for lines without a texture collection.
enum class TextureFamily { Cloud, Stripes, Cells, Speckle, Marble, Patches, Brushed, Dots, Weave };
inline constexpr std::array kAllTextureFamilies{
    TextureFamily::Cloud,   TextureFamily::Stripes, TextureFamily::Cells,
    TextureFamily::Speckle, TextureFamily::Marble,  TextureFamily::Patches,
    TextureFamily::Brushed, TextureFamily::Dots,    TextureFamily::Weave,
};

/// CV_8UC3 in two or three random colours, or greys.
cv::Mat proceduralTexture(cv::Size size, TextureFamily family, bool grey, Random &random);
cv::Mat proceduralTexture(cv::Size size, bool grey, Random &random);

/// The picture cut into tilesY x tilesX tiles in another order; the rest that does not divide is
/// filled by stretching.
cv::Mat shuffledTiles(const cv::Mat &imageBgr, int tilesY, int tilesX, Random &random);

} // namespace cf::synthesis
