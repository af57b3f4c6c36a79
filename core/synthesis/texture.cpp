#include "core/synthesis/texture.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cctype>
#include <numeric>

namespace cf::synthesis {

namespace {

bool looksLikeImage(const std::filesystem::path &path)
{
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const char *known : {".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp"})
        if (extension == known)
            return true;
    return false;
}

} // namespace

Result<std::shared_ptr<TextureFolder>> TextureFolder::open(const std::filesystem::path &folder,
                                                           std::size_t cacheBytes)
{
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error))
        return Error::make(ErrorCode::NotFound, "The texture folder " + folder.string() +
                                                    " is not there; choose another, or none to use "
                                                    "the built-in textures.");
    // A DTD root also holds lists and labels; its pictures are all under images/.
    auto root = folder;
    if (std::filesystem::is_directory(folder / "images", error))
        root = folder / "images";
    std::vector<std::filesystem::path> paths;
    using Walk = std::filesystem::recursive_directory_iterator;
    Walk walk(root, std::filesystem::directory_options::skip_permission_denied, error);
    for (; !error && walk != Walk(); walk.increment(error)) {
        std::error_code ignored; // a file that vanished meanwhile is no picture
        if (walk->is_regular_file(ignored) && looksLikeImage(walk->path()) &&
            walk->path().filename().string().front() != '.')
            paths.push_back(walk->path());
    }
    if (error)
        return Error::make(ErrorCode::BadData, "The texture folder " + root.string() +
                                                   " cannot be listed: " + error.message() + ".");
    if (paths.empty())
        return Error::make(ErrorCode::BadData,
                           "The texture folder " + root.string() +
                               " holds no pictures (jpg, png, bmp, tif, webp).");
    std::sort(paths.begin(), paths.end());
    return std::shared_ptr<TextureFolder>(new TextureFolder(std::move(paths), cacheBytes));
}

TextureFolder::TextureFolder(std::vector<std::filesystem::path> paths, std::size_t cacheBytes)
    : m_paths(std::move(paths)), m_cacheBytes(cacheBytes)
{
}

Result<cv::Mat> TextureFolder::load(std::size_t index, cv::Size size) const
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_cache.find(index);
        if (found != m_cache.end() && found->second.size() == size)
            return found->second.clone();
    }
    cv::Mat image;
    try {
        image = cv::imread(m_paths[index].string(), cv::IMREAD_COLOR);
    } catch (const cv::Exception &) {
        image.release(); // some damaged files throw instead of coming back empty; both are told
                         // below
    }
    if (image.empty())
        return Error::make(ErrorCode::BadData, "The texture " + m_paths[index].string() +
                                                   " cannot be decoded; remove or replace it.");
    cv::Mat resized;
    cv::resize(image, resized, size, 0.0, 0.0, cv::INTER_LINEAR);
    const std::size_t bytes = resized.total() * resized.elemSize();
    const std::scoped_lock lock(m_mutex);
    if (m_cachedBytes + bytes > m_cacheBytes) {
        // What is asked for next is random, so no entry is worth more than another.
        m_cache.clear();
        m_cachedBytes = 0;
    }
    if (bytes <= m_cacheBytes) {
        cv::Mat &entry = m_cache[index];
        m_cachedBytes += bytes - entry.total() * entry.elemSize();
        entry = resized.clone();
    }
    return resized;
}

cv::Mat shuffledTiles(const cv::Mat &imageBgr, int tilesY, int tilesX, Random &random)
{
    tilesY = std::clamp(tilesY, 1, imageBgr.rows);
    tilesX = std::clamp(tilesX, 1, imageBgr.cols);
    const cv::Size tile(imageBgr.cols / tilesX, imageBgr.rows / tilesY);
    const cv::Size whole(tile.width * tilesX, tile.height * tilesY);
    cv::Mat source = imageBgr;
    if (whole != imageBgr.size())
        cv::resize(imageBgr, source, whole, 0.0, 0.0, cv::INTER_LINEAR);
    std::vector<int> order(static_cast<std::size_t>(tilesY * tilesX));
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(order);
    cv::Mat result(whole, imageBgr.type());
    for (int i = 0; i < tilesY * tilesX; ++i) {
        const int from = order[static_cast<std::size_t>(i)];
        const cv::Point there(i % tilesX * tile.width, i / tilesX * tile.height);
        const cv::Point here(from % tilesX * tile.width, from / tilesX * tile.height);
        source(cv::Rect(here, tile)).copyTo(result(cv::Rect(there, tile)));
    }
    if (whole != imageBgr.size())
        cv::resize(result, result, imageBgr.size(), 0.0, 0.0, cv::INTER_LINEAR);
    return result;
}

} // namespace cf::synthesis
