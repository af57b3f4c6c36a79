#pragma once

#include "core/dataset/dataset.h"

#include <functional>
#include <map>

/// Looking into folders: names only, no file is opened. Everything comes in natural order; hidden
/// files and the ones that systems leave behind (Thumbs.db, desktop.ini) do not exist here.
namespace cf::dataset::detail {

/// "good", "ok" or "normal", in any case.
bool isGoodName(std::string_view name);
/// By its extension: png, jpg, jpeg, bmp, tif, tiff, in any case.
bool hasImageName(const std::filesystem::path &path);
/// The last part of a path, also for "folder/" and "folder/..".
std::string nameOf(const std::filesystem::path &path);

struct Listing
{
    std::vector<std::filesystem::path> images;
    std::vector<std::filesystem::path> folders;
    std::vector<std::filesystem::path> others; ///< neither
    /// Masks that lie beside their images as <stem>_mask.<any extension>, by the image's path.
    std::map<std::filesystem::path, std::filesystem::path> masksBeside;
};

/// What lies directly in a folder. What cannot be read (no permission, a link to nothing or to
/// itself, a pipe) is added to `problems`, if given, and left out.
Listing listFolder(const std::filesystem::path &folder, std::vector<Problem> *problems = nullptr);

/// The subfolder of that name in any case of letters, if there is one.
std::optional<std::filesystem::path> subfolder(const std::filesystem::path &folder,
                                               std::string_view name);

struct FoundCategory
{
    std::string name;
    std::filesystem::path folder;
};

/// The folders for which `isCategory` holds: `root` itself, or else its subfolders, and the
/// subfolders of those that are none. Each real folder once, however many links lead to it. A name
/// that occurs twice becomes "<parent>/<name>".
std::vector<FoundCategory>
findCategories(const std::filesystem::path &root,
               const std::function<bool(const std::filesystem::path &)> &isCategory);

/// The masks in some folders, looked up by the stem of an image.
class MaskFolder
{
public:
    /// Folders that do not exist are left out.
    MaskFolder(const std::vector<std::filesystem::path> &folders, std::vector<Problem> &problems);

    /// <stem>_mask.*, <stem>.* or <stem>_label.*, or else a folder <stem> with several masks.
    std::optional<std::filesystem::path> take(const std::string &stem);
    /// Adds each mask that no image has taken.
    void reportUntaken(std::vector<Problem> &problems) const;
    bool empty() const { return m_masks.empty(); }

private:
    struct Mask
    {
        std::filesystem::path path;
        bool taken = false;
    };
    std::multimap<std::string, Mask> m_masks; // by stem; folders by their name behind a '/'
};

} // namespace cf::dataset::detail
