#include "core/workflow/picture_finder.h"

#include <algorithm>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> foldersOf(const fs::path &path)
{
    std::vector<std::string> folders;
    for (const auto &part : path.parent_path().lexically_normal())
        folders.push_back(part.string());
    return folders;
}

/// How many folders agree from the file upwards, and, less worth, anywhere.
std::pair<std::size_t, std::size_t> likeness(const fs::path &one, const fs::path &other)
{
    const auto a = foldersOf(one);
    const auto b = foldersOf(other);
    std::size_t ending = 0;
    while (ending < std::min(a.size(), b.size()) &&
           a[a.size() - 1 - ending] == b[b.size() - 1 - ending])
        ++ending;
    const auto common = std::count_if(a.begin(), a.end(), [&](const std::string &folder) {
        return std::find(b.begin(), b.end(), folder) != b.end();
    });
    return {ending, static_cast<std::size_t>(common)};
}

} // namespace

PictureFinder::PictureFinder(const store::Dataset &dataset)
{
    for (const auto &category : dataset.categories)
        for (const auto &image : category.images)
            m_byStem[image.path.stem().string()].push_back({category.name, image.path});
}

Result<PictureFinder::Picture> PictureFinder::find(const fs::path &named) const
{
    const auto found = m_byStem.find(named.stem().string());
    if (found == m_byStem.end())
        return Error::make(ErrorCode::NotFound,
                           "No picture of the project is called " + named.stem().string());
    const Picture *best = nullptr;
    bool isAlone = false;
    std::pair<std::size_t, std::size_t> most;
    for (const Picture &picture : found->second) {
        const auto like = likeness(picture.path, named);
        if (best && like <= most) {
            isAlone = isAlone && like < most;
            continue;
        }
        best = &picture;
        most = like;
        isAlone = true;
    }
    if (!isAlone)
        return Error::make(ErrorCode::BadUsage, "Several pictures of the project are called " +
                                                    named.stem().string() +
                                                    ", and the folders of " + named.string() +
                                                    " do not tell which one it is");
    return *best;
}

} // namespace cf::workflow
