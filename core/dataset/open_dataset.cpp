#include "core/dataset/open_dataset.h"

#include "core/dataset/detail/folder_scan.h"

#include <algorithm>

namespace cf::dataset {

namespace {

namespace fs = std::filesystem;

constexpr const char *kLayouts = "the layouts understood are MVTec AD and its kin "
                                 "(<category>/train/good, <category>/test/<kind>, "
                                 "<category>/ground_truth/<kind>), VisA (split_csv/1cls.csv), a "
                                 "folder with good/ (or ok/, normal/) "
                                 "and a folder for each kind of defect, and a folder of images";

Result<void> checkFolder(const fs::path &root)
{
    std::error_code failed;
    const auto status = fs::status(root, failed);
    if (status.type() == fs::file_type::not_found)
        return Error::make(ErrorCode::NotFound, "There is no folder " + root.string() +
                                                    "; check the path of the dataset");
    if (failed)
        return Error::make(ErrorCode::Failed, "Cannot open the dataset " + root.string() + ": " +
                                                  failed.message() + "; check the path");
    if (status.type() != fs::file_type::directory)
        return Error::make(ErrorCode::BadData,
                           "The dataset " + root.string() +
                               " is not a folder; name the folder that holds it");
    const fs::directory_iterator entries(root, failed);
    if (failed)
        return Error::make(ErrorCode::Failed, "Cannot read the folder " + root.string() + ": " +
                                                  failed.message() + "; check its permissions");
    if (entries == fs::directory_iterator())
        return Error::make(ErrorCode::BadData,
                           "The folder " + root.string() + " is empty; " + kLayouts);
    return {};
}

} // namespace

Result<Dataset> openDataset(const fs::path &root, const std::vector<const DatasetReader *> &readers,
                            RunContext &run)
{
    CF_RETURN_IF_ERROR(checkFolder(root));
    const DatasetReader *best = nullptr;
    int bestConfidence = 0;
    for (const DatasetReader *reader : readers) {
        const int confidence = reader->confidence(root);
        if (confidence > bestConfidence) {
            best = reader;
            bestConfidence = confidence;
        }
    }
    if (best == nullptr)
        return Error::make(ErrorCode::BadData,
                           "No dataset was found in " + root.string() + "; " + kLayouts);
    CF_ASSIGN_OR_RETURN(Dataset dataset, best->read(root, run));
    dataset.format = best->name();
    dataset.root = root;
    const bool anyImage =
        std::any_of(dataset.categories.begin(), dataset.categories.end(),
                    [](const Category &category) { return !category.samples.empty(); });
    if (!anyImage)
        return Error::make(ErrorCode::BadData, "The dataset " + root.string() + " (layout " +
                                                   dataset.format + ") holds no images; " +
                                                   kLayouts);
    return dataset;
}

Result<Dataset> openDataset(const fs::path &root, RunContext &run)
{
    const auto owned = builtInReaders();
    std::vector<const DatasetReader *> readers;
    for (const auto &reader : owned)
        readers.push_back(reader.get());
    return openDataset(root, readers, run);
}

} // namespace cf::dataset
