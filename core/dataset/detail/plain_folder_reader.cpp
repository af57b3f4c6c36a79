#include "core/dataset/detail/natural_order.h"
#include "core/dataset/detail/readers.h"

#include <algorithm>
#include <array>

namespace cf::dataset::detail {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kTestEvery = 5; // the fifth, tenth, ... normal image is kept for testing

bool isMaskFolder(const fs::path &folder)
{
    constexpr std::array<std::string_view, 4> kNames = {"masks", "mask", "ground_truth", "labels"};
    const std::string name = folder.filename().native();
    return std::any_of(kNames.begin(), kNames.end(),
                       [&](std::string_view known) { return sameName(name, known); });
}

bool hasNormals(const fs::path &folder)
{
    return subfolder(folder, "good") || subfolder(folder, "ok") || subfolder(folder, "normal");
}

bool isFlat(const fs::path &folder)
{
    return !listFolder(folder).images.empty();
}

/// Hands out the masks of each kind: masks/<kind>/ where that folder is, else masks/ for all kinds.
class KindMasks
{
public:
    KindMasks(const std::vector<fs::path> &maskFolders, const std::vector<std::string> &kinds,
              std::vector<Problem> &problems)
        : m_problems(problems), m_folders(maskFolders),
          m_shared(hasFolderOfKind(maskFolders, kinds) ? std::vector<fs::path>{} : maskFolders,
                   problems)
    {
    }
    ~KindMasks() { m_shared.reportUntaken(m_problems); }
    KindMasks(const KindMasks &) = delete;
    KindMasks &operator=(const KindMasks &) = delete;

    void addDefects(const fs::path &folder, const std::string &kind, Category &category)
    {
        std::vector<fs::path> own;
        for (const fs::path &masks : m_folders)
            if (const auto found = subfolder(masks, kind))
                own.push_back(*found);
        MaskFolder ownMasks(own, m_problems);
        addImages(listFolder(folder, &m_problems), Split::Test, Label::Defect, kind,
                  own.empty() ? &m_shared : &ownMasks, category, m_problems);
        ownMasks.reportUntaken(m_problems);
    }

    MaskFolder &shared() { return m_shared; }

private:
    static bool hasFolderOfKind(const std::vector<fs::path> &folders,
                                const std::vector<std::string> &kinds)
    {
        return std::any_of(folders.begin(), folders.end(), [&](const fs::path &folder) {
            return std::any_of(kinds.begin(), kinds.end(), [&](const std::string &kind) {
                return subfolder(folder, kind).has_value();
            });
        });
    }

    std::vector<Problem> &m_problems;
    std::vector<fs::path> m_folders;
    MaskFolder m_shared;
};

/// Normal images in natural order, every kTestEvery-th of them for testing; training images first.
void addNormals(const std::vector<fs::path> &folders, Category &category,
                std::vector<Problem> &problems)
{
    Category normals;
    for (const fs::path &folder : folders)
        addImages(listFolder(folder, &problems), Split::Train, Label::Normal,
                  std::string(kGoodKind), nullptr, normals, problems);
    for (std::size_t i = kTestEvery - 1; i < normals.samples.size(); i += kTestEvery)
        normals.samples[i].split = Split::Test;
    std::stable_partition(normals.samples.begin(), normals.samples.end(),
                          [](const Sample &sample) { return sample.split == Split::Train; });
    category.samples.insert(category.samples.end(), normals.samples.begin(), normals.samples.end());
}

Category scan(const FoundCategory &found, std::vector<Problem> &problems)
{
    Category category;
    category.name = found.name;
    Listing listing = listFolder(found.folder, &problems);
    std::vector<fs::path> normals;
    std::vector<fs::path> masks;
    std::vector<fs::path> defects;
    std::vector<std::string> kinds;
    for (const fs::path &folder : listing.folders) {
        if (isGoodName(folder.filename().native()))
            normals.push_back(folder);
        else if (isMaskFolder(folder))
            masks.push_back(folder);
        else {
            defects.push_back(folder);
            kinds.push_back(folder.filename().string());
        }
    }
    addNormals(normals, category, problems);
    if (normals.empty())
        defects.clear(); // a flat folder of images; folders beside them tell nothing
    KindMasks kindMasks(masks, kinds, problems);
    for (std::size_t i = 0; i < defects.size(); ++i)
        kindMasks.addDefects(defects[i], kinds[i], category);
    listing.folders.clear();
    listing.others.clear(); // a list or a licence beside the images is nothing to complain about
    addImages(listing, Split::Test, Label::Unknown, std::string(kUnlabelledKind),
              &kindMasks.shared(), category, problems);
    return category;
}

class PlainFolderReader : public DatasetReader
{
public:
    std::string name() const override { return "folder"; }

    int confidence(const fs::path &root) const override
    {
        if (!findCategories(root, hasNormals).empty())
            return 40;
        return isFlat(root) ? 20 : 0;
    }

    Result<Dataset> read(const fs::path &root, RunContext &run) const override
    {
        Dataset dataset{name(), root, {}, {}};
        auto categories = findCategories(root, hasNormals);
        if (categories.empty())
            categories.push_back({nameOf(root), root});
        for (std::size_t i = 0; i < categories.size(); ++i) {
            run.step({"list", i, categories.size()});
            dataset.categories.push_back(scan(categories[i], dataset.problems));
        }
        return dataset;
    }
};

} // namespace

std::unique_ptr<DatasetReader> makePlainFolderReader()
{
    return std::make_unique<PlainFolderReader>();
}

} // namespace cf::dataset::detail
