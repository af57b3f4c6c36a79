#include "core/dataset/detail/natural_order.h"
#include "core/dataset/detail/readers.h"

#include <algorithm>
#include <array>

namespace cf::dataset::detail {

namespace fs = std::filesystem;

void addImages(const Listing &listing, Split split, Label label, const std::string &kind,
               MaskFolder *masks, Category &category, std::vector<Problem> &problems)
{
    for (const fs::path &image : listing.images) {
        Sample sample{image, split, label, kind, std::nullopt};
        const auto beside = listing.masksBeside.find(image);
        if (masks != nullptr && label != Label::Normal)
            sample.mask = masks->take(image.stem().native());
        if (!sample.mask && label != Label::Normal && beside != listing.masksBeside.end())
            sample.mask = beside->second;
        category.samples.push_back(std::move(sample));
    }
    for (const fs::path &other : listing.others)
        problems.push_back(
            {other, "this is not an image of a kind that can be read; it is left out"});
    for (const fs::path &folder : listing.folders)
        problems.push_back({folder, "this folder lies inside a folder of images; it is left out"});
}

namespace {

constexpr std::array<std::string_view, 6> kMpddCategories = {
    "bracket_black", "bracket_brown", "bracket_white", "connector", "metal_plate", "tubes"};

bool hasTrainOrTest(const fs::path &folder)
{
    return subfolder(folder, "train") || subfolder(folder, "test") ||
           subfolder(folder, "test_public");
}

bool hasFolder(const fs::path &folder, std::string_view outer, std::string_view inner)
{
    const auto found = subfolder(folder, outer);
    return found && subfolder(*found, inner);
}

/// Whether a category looks like the named format rather than like MVTec AD in general.
bool isOfFormat(const std::string &format, const FoundCategory &category)
{
    const fs::path &folder = category.folder;
    if (format == "mvtec-ad-2")
        return subfolder(folder, "test_public").has_value();
    if (format == "mvtec-loco")
        return hasFolder(folder, "test", "logical_anomalies") ||
               hasFolder(folder, "test", "structural_anomalies");
    if (format == "btad")
        return hasFolder(folder, "train", "ok") &&
               (hasFolder(folder, "test", "ok") || hasFolder(folder, "test", "ko"));
    return format == "mpdd" && std::find(kMpddCategories.begin(), kMpddCategories.end(),
                                         category.name) != kMpddCategories.end();
}

/// Fills one category from its folder.
class CategoryScan
{
public:
    CategoryScan(const FoundCategory &found, std::vector<Problem> &problems)
        : m_folder(found.folder), m_problems(problems)
    {
        m_category.name = found.name;
    }

    Category run()
    {
        for (const char *name : {"train", "validation"})
            if (const auto folder = subfolder(m_folder, name))
                addTraining(*folder);
        for (const char *name : {"test", "test_public"})
            if (const auto folder = subfolder(m_folder, name))
                addTest(*folder);
        for (const char *name : {"test_private", "test_private_mixed"})
            if (const auto folder = subfolder(m_folder, name))
                addImages(listFolder(*folder, &m_problems), Split::Test, Label::Unknown, name,
                          nullptr, m_category, m_problems);
        return std::move(m_category);
    }

private:
    void addTraining(const fs::path &folder)
    {
        const Listing listing = looseImages(folder, Split::Train, Label::Normal, kGoodKind);
        for (const fs::path &kind : listing.folders) {
            if (isGoodName(kind.filename().native()))
                addImages(listFolder(kind, &m_problems), Split::Train, Label::Normal,
                          std::string(kGoodKind), nullptr, m_category, m_problems);
            else
                m_problems.push_back({kind,
                                      "this folder is not called good, ok or normal; training "
                                      "takes normal images only, so it is left out"});
        }
    }

    void addTest(const fs::path &folder)
    {
        const Listing listing = looseImages(folder, Split::Test, Label::Unknown, kUnlabelledKind);
        std::vector<fs::path> truths;
        for (const fs::path &parent : {m_folder, folder})
            if (const auto truth = subfolder(parent, "ground_truth"))
                truths.push_back(*truth);
        std::vector<std::string> kinds;
        for (const fs::path &kindFolder : listing.folders) {
            const std::string kind = kindFolder.filename().string();
            if (sameName(kind, "ground_truth"))
                continue;
            kinds.push_back(kind);
            const bool good = isGoodName(kind);
            std::vector<fs::path> maskFolders;
            for (const fs::path &truth : truths)
                if (const auto found = subfolder(truth, kind); found && !good)
                    maskFolders.push_back(*found);
            MaskFolder masks(maskFolders, m_problems);
            addImages(listFolder(kindFolder, &m_problems), Split::Test,
                      good ? Label::Normal : Label::Defect, good ? std::string(kGoodKind) : kind,
                      &masks, m_category, m_problems);
            masks.reportUntaken(m_problems);
        }
        for (const fs::path &truth : truths)
            for (const fs::path &masks : listFolder(truth).folders)
                reportUnknownKind(masks, kinds);
    }

    void reportUnknownKind(const fs::path &masks, const std::vector<std::string> &kinds)
    {
        const std::string kind = masks.filename().string();
        const bool known =
            isGoodName(kind) || std::any_of(kinds.begin(), kinds.end(),
                                            [&](const auto &name) { return sameName(name, kind); });
        if (!known)
            m_problems.push_back({masks,
                                  "these masks have no images: the test images have no folder of "
                                  "that name"});
    }

    /// The images that lie in no folder of a kind. Other files there are nobody's business.
    Listing looseImages(const fs::path &folder, Split split, Label label, std::string_view kind)
    {
        Listing listing = listFolder(folder, &m_problems);
        Listing loose = listing;
        loose.folders.clear();
        loose.others.clear();
        addImages(loose, split, label, std::string(kind), nullptr, m_category, m_problems);
        return listing;
    }

    fs::path m_folder;
    std::vector<Problem> &m_problems;
    Category m_category;
};

class TrainTestReader : public DatasetReader
{
public:
    explicit TrainTestReader(std::string name) : m_name(std::move(name)) {}

    std::string name() const override { return m_name; }

    int confidence(const fs::path &root) const override
    {
        const auto categories = findCategories(root, hasTrainOrTest);
        if (categories.empty())
            return 0;
        if (m_name == "mvtec-ad")
            return 60;
        const auto mine = [this](const FoundCategory &category) {
            return isOfFormat(m_name, category);
        };
        return std::all_of(categories.begin(), categories.end(), mine) ? 80 : 0;
    }

    Result<Dataset> read(const fs::path &root, RunContext &run) const override
    {
        Dataset dataset{m_name, root, {}, {}};
        const auto categories = findCategories(root, hasTrainOrTest);
        for (std::size_t i = 0; i < categories.size(); ++i) {
            run.step({"list", i, categories.size()});
            dataset.categories.push_back(CategoryScan(categories[i], dataset.problems).run());
        }
        reportUnreadable(root, dataset.problems);
        return dataset;
    }

private:
    /// What lies beside the categories and is empty or cannot be read at all.
    static void reportUnreadable(const fs::path &root, std::vector<Problem> &problems)
    {
        if (hasTrainOrTest(root))
            return;
        for (const fs::path &child : listFolder(root, &problems).folders) {
            std::error_code failed;
            const fs::directory_iterator entries(child, failed);
            if (failed)
                problems.push_back({child, "this folder cannot be read (" + failed.message() +
                                               "); check its permissions"});
            else if (entries == fs::directory_iterator())
                problems.push_back({child, "this folder is empty; it is left out"});
        }
    }

    std::string m_name;
};

} // namespace

std::unique_ptr<DatasetReader> makeTrainTestReader(std::string name)
{
    return std::make_unique<TrainTestReader>(std::move(name));
}

} // namespace cf::dataset::detail
