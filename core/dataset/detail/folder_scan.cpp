#include "core/dataset/detail/folder_scan.h"

#include "core/dataset/detail/natural_order.h"

#include <algorithm>
#include <array>
#include <set>

namespace cf::dataset::detail {

namespace fs = std::filesystem;

namespace {

bool isLeftBySystems(const std::string &name)
{
    return name.front() == '.' || sameName(name, "Thumbs.db") || sameName(name, "desktop.ini") ||
           name == "__MACOSX" || name == "lost+found";
}

bool naturalPathLess(const fs::path &a, const fs::path &b)
{
    return naturalLess(a.filename().native(), b.filename().native());
}

bool endsWith(const std::string &text, std::string_view end)
{
    return text.size() > end.size() &&
           sameName(std::string_view(text).substr(text.size() - end.size()), end);
}

/// Moves masks that lie beside their images out of the images.
void separateMasks(Listing &listing)
{
    constexpr std::string_view kEnd = "_mask";
    std::map<std::string, fs::path> byStem;
    for (const fs::path &image : listing.images)
        byStem.emplace(image.stem().native(), image);
    std::erase_if(listing.images, [&](const fs::path &candidate) {
        const std::string stem = candidate.stem().native();
        if (!endsWith(stem, kEnd))
            return false;
        const auto image = byStem.find(stem.substr(0, stem.size() - kEnd.size()));
        if (image == byStem.end())
            return false;
        listing.masksBeside.emplace(image->second, candidate);
        return true;
    });
}

/// The real place of a folder, to tell two ways to it from two folders.
fs::path realPath(const fs::path &path)
{
    std::error_code failed;
    const fs::path real = fs::canonical(path, failed);
    return failed ? path : real;
}

} // namespace

bool isGoodName(std::string_view name)
{
    return sameName(name, "good") || sameName(name, "ok") || sameName(name, "normal");
}

bool hasImageName(const fs::path &path)
{
    constexpr std::array<std::string_view, 6> kExtensions = {".png", ".jpg", ".jpeg",
                                                             ".bmp", ".tif", ".tiff"};
    const std::string extension = path.extension().native();
    return std::any_of(kExtensions.begin(), kExtensions.end(),
                       [&](std::string_view known) { return sameName(extension, known); });
}

std::string nameOf(const fs::path &path)
{
    return realPath(path).filename().string();
}

Listing listFolder(const fs::path &folder, std::vector<Problem> *problems)
{
    Listing listing;
    const auto report = [&](const fs::path &path, const std::string &problem) {
        if (problems != nullptr)
            problems->push_back({path, problem});
    };
    std::error_code failed;
    fs::directory_iterator entries(folder, failed);
    if (failed)
        report(folder,
               "this folder cannot be read (" + failed.message() + "); check its permissions");
    for (const fs::directory_iterator end; !failed && entries != end; entries.increment(failed)) {
        const fs::path &path = entries->path();
        if (isLeftBySystems(path.filename().native()))
            continue;
        std::error_code unreadable;
        const auto type = entries->status(unreadable).type();
        if (type == fs::file_type::directory)
            listing.folders.push_back(path);
        else if (type == fs::file_type::regular)
            (hasImageName(path) ? listing.images : listing.others).push_back(path);
        else
            report(path, entries->is_symlink(unreadable)
                             ? "this link leads nowhere; it is left out"
                             : "this is neither a file nor a folder; it is left out");
    }
    for (auto *paths : {&listing.images, &listing.folders, &listing.others})
        std::sort(paths->begin(), paths->end(), naturalPathLess);
    separateMasks(listing);
    return listing;
}

std::optional<fs::path> subfolder(const fs::path &folder, std::string_view name)
{
    // Mostly the name is as expected, and then a long folder need not be listed.
    std::error_code
        ignored; // a folder that cannot be read has no subfolders for us; listFolder() reports it
    if (fs::is_directory(folder / name, ignored))
        return folder / name;
    std::error_code failed;
    fs::directory_iterator entries(folder, failed);
    for (const fs::directory_iterator end; !failed && entries != end; entries.increment(failed)) {
        const fs::path &path = entries->path();
        if (sameName(path.filename().native(), name) && entries->is_directory(ignored))
            return path;
    }
    return std::nullopt;
}

std::vector<FoundCategory> findCategories(const fs::path &root,
                                          const std::function<bool(const fs::path &)> &isCategory)
{
    if (isCategory(root))
        return {{nameOf(root), root}};
    std::vector<fs::path> found;
    std::set<fs::path> seen;
    std::vector<fs::path> others;
    for (const fs::path &child : listFolder(root).folders) {
        if (!isCategory(child))
            others.push_back(child);
        else if (seen.insert(realPath(child)).second)
            found.push_back(child);
    }
    for (const fs::path &other : others)
        for (const fs::path &grandchild : listFolder(other).folders)
            if (isCategory(grandchild) && seen.insert(realPath(grandchild)).second)
                found.push_back(grandchild);

    std::map<std::string, int> uses;
    for (const fs::path &folder : found)
        ++uses[folder.filename().string()];
    std::vector<FoundCategory> categories;
    for (const fs::path &folder : found) {
        const std::string name = folder.filename().string();
        const std::string parent = folder.parent_path().filename().string();
        categories.push_back({uses[name] > 1 ? parent + "/" + name : name, folder});
    }
    std::sort(
        categories.begin(), categories.end(),
        [](const FoundCategory &a, const FoundCategory &b) { return naturalLess(a.name, b.name); });
    return categories;
}

MaskFolder::MaskFolder(const std::vector<fs::path> &folders, std::vector<Problem> &problems)
{
    const auto add = [this](const std::string &key, const fs::path &path) {
        m_masks.emplace(key, Mask{path});
    };
    for (const fs::path &folder : folders) {
        std::error_code ignored;
        if (!fs::is_directory(folder, ignored))
            continue;
        const Listing listing = listFolder(folder, &problems);
        for (const fs::path &image : listing.images)
            add(image.stem().native(), image);
        for (const auto &[image, mask] : listing.masksBeside)
            add(mask.stem().native(), mask);
        for (const fs::path &several : listing.folders)
            add("/" + several.filename().native(), several);
    }
}

std::optional<fs::path> MaskFolder::take(const std::string &stem)
{
    for (const std::string &key : {stem + "_mask", stem, stem + "_label", "/" + stem}) {
        const auto found = m_masks.find(key);
        if (found == m_masks.end())
            continue;
        found->second.taken = true;
        return found->second.path;
    }
    return std::nullopt;
}

void MaskFolder::reportUntaken(std::vector<Problem> &problems) const
{
    std::vector<fs::path> untaken;
    for (const auto &[key, mask] : m_masks)
        if (!mask.taken)
            untaken.push_back(mask.path);
    std::sort(untaken.begin(), untaken.end(), naturalPathLess);
    for (const fs::path &path : untaken)
        problems.push_back({path, "this mask has no image; remove it or restore its image"});
}

} // namespace cf::dataset::detail
