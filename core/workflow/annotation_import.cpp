#include "core/annotation/annotation_csv.h"
#include "core/annotation/coco.h"
#include "core/annotation/labelme.h"
#include "core/annotation/mask_png.h"
#include "core/annotation/yolo_seg.h"
#include "core/imaging/image_header.h"
#include "core/store/project.h"
#include "core/workflow/annotation_exchange.h"
#include "core/workflow/picture_finder.h"
#include "core/workflow/project_annotations.h"

#include <algorithm>
#include <iterator>

namespace cf::workflow {

namespace fs = std::filesystem;
using annotation::Annotation;

namespace {

constexpr char kMaskEnding[] = "_mask";
constexpr char kClassFile[] = "classes.txt";
constexpr char kOtherLabel[] = "defect";

/// What a file says, and the picture that it says it of.
struct Read
{
    fs::path named;
    Annotation annotation;
};

bool hasExtension(const fs::path &file, std::string_view extension)
{
    std::string own = file.extension().string();
    std::transform(own.begin(), own.end(), own.begin(),
                   [](unsigned char letter) { return std::tolower(letter); });
    return own == extension;
}

Result<std::vector<fs::path>> filesIn(const fs::path &folder, std::string_view extension)
{
    std::error_code failed;
    if (!fs::is_directory(folder, failed))
        return Error::make(ErrorCode::NotFound, "There is no folder " + folder.string() +
                                                    "; this format has a file for each picture");
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed))
        if (entry->is_regular_file() && hasExtension(entry->path(), extension) &&
            entry->path().filename() != kClassFile)
            files.push_back(entry->path());
    if (failed)
        return Error::make(ErrorCode::Failed,
                           "Cannot read the folder " + folder.string() + ": " + failed.message());
    std::sort(files.begin(), files.end());
    if (files.empty())
        return Error::make(ErrorCode::NotFound, "There is no file *" + std::string(extension) +
                                                    " in " + folder.string());
    return files;
}

/// Reads the files one by one; those that are damaged are left out, with a sentence.
class Importer
{
public:
    Importer(const AnnotationImport &wanted, const PictureFinder &finder, const fs::path &root,
             ImportedAnnotations &summary, RunContext &run)
        : m_wanted(wanted), m_finder(finder), m_root(root), m_summary(summary), m_run(run)
    {
    }

    Result<std::vector<Read>> readAll()
    {
        switch (m_wanted.format) {
        case AnnotationFormat::Coco: {
            CF_ASSIGN_OR_RETURN(auto set, annotation::readCoco(m_wanted.from));
            return named(std::move(set.pictures));
        }
        case AnnotationFormat::Csv: {
            CF_ASSIGN_OR_RETURN(auto pictures, annotation::readAnnotationCsv(m_wanted.from));
            return named(std::move(pictures));
        }
        case AnnotationFormat::MvtecMasks:
            return eachFile(".png", [this](const fs::path &file) { return readMask(file); });
        case AnnotationFormat::Labelme:
            return eachFile(".json",
                            [this](const fs::path &file) { return readLabelmeFile(file); });
        case AnnotationFormat::YoloSeg:
        case AnnotationFormat::IndexedPng:
            break;
        }
        CF_ASSIGN_OR_RETURN(m_labels, annotation::readClassNames(m_wanted.from / kClassFile));
        if (m_wanted.format == AnnotationFormat::YoloSeg)
            return eachFile(".txt", [this](const fs::path &file) { return readYolo(file); });
        return eachFile(".png", [this](const fs::path &file) -> Result<Read> {
            CF_ASSIGN_OR_RETURN(auto found, annotation::readIndexedPng(file, m_labels));
            return Read{file.lexically_relative(m_wanted.from), std::move(found)};
        });
    }

private:
    static std::vector<Read> named(std::vector<Annotation> pictures)
    {
        std::vector<Read> all;
        for (auto &picture : pictures) {
            fs::path name = picture.imagePath;
            all.push_back({std::move(name), std::move(picture)});
        }
        return all;
    }

    template <class ReadFile>
    Result<std::vector<Read>> eachFile(std::string_view extension, ReadFile readFile)
    {
        CF_ASSIGN_OR_RETURN(const auto files, filesIn(m_wanted.from, extension));
        std::vector<Read> all;
        for (std::size_t i = 0; i < files.size(); ++i) {
            m_run.step({"read", i, files.size()});
            Result<Read> read = readFile(files[i]);
            if (read.ok())
                all.push_back(*std::move(read));
            else
                m_summary.skipped.push_back(read.error().detail);
        }
        return all;
    }

    Result<Read> readMask(const fs::path &file)
    {
        fs::path named = file.lexically_relative(m_wanted.from);
        std::string stem = named.stem().string();
        if (stem.ends_with(kMaskEnding))
            stem.resize(stem.size() - std::string_view(kMaskEnding).size());
        const std::string folder = named.parent_path().filename().string();
        std::string label = m_wanted.label;
        if (label.empty())
            label = folder.empty() || folder == "ground_truth" ? kOtherLabel : folder;
        CF_ASSIGN_OR_RETURN(auto found, annotation::readMaskPng(file, label));
        return Read{named.parent_path() / (stem + ".png"), std::move(found)};
    }

    Result<Read> readLabelmeFile(const fs::path &file)
    {
        const fs::path named = file.lexically_relative(m_wanted.from);
        CF_ASSIGN_OR_RETURN(const cv::Size size, sizeOfPicture(named));
        CF_ASSIGN_OR_RETURN(auto found, annotation::readLabelme(file, size));
        // The file is called as its picture, or says what that is called.
        fs::path picture = named;
        if (!m_finder.find(named).ok() && !found.imagePath.empty())
            picture = named.parent_path() / fs::path(found.imagePath).filename();
        return Read{std::move(picture), std::move(found)};
    }

    Result<Read> readYolo(const fs::path &file)
    {
        const fs::path named = file.lexically_relative(m_wanted.from);
        CF_ASSIGN_OR_RETURN(const auto picture, m_finder.find(named));
        CF_ASSIGN_OR_RETURN(const auto header, imaging::readImageHeader(m_root / picture.path));
        CF_ASSIGN_OR_RETURN(
            auto found, annotation::readYoloSeg(file, m_labels, {header.widthPx, header.heightPx}));
        return Read{named, std::move(found)};
    }

    /// 0 x 0 where it cannot be told.
    Result<cv::Size> sizeOfPicture(const fs::path &named) const
    {
        const auto picture = m_finder.find(named);
        if (!picture.ok())
            return cv::Size();
        const auto header = imaging::readImageHeader(m_root / picture->path);
        return header.ok() ? cv::Size(header->widthPx, header->heightPx) : cv::Size();
    }

    const AnnotationImport &m_wanted;
    const PictureFinder &m_finder;
    const fs::path &m_root;
    ImportedAnnotations &m_summary;
    RunContext &m_run;
    std::vector<std::string> m_labels;
};

Result<void> checkSize(const Annotation &annotation, const fs::path &image)
{
    CF_ASSIGN_OR_RETURN(const auto header, imaging::readImageHeader(image));
    if (annotation.imageSize == cv::Size(header.widthPx, header.heightPx))
        return {};
    return Error::make(ErrorCode::BadData,
                       "The shapes of " + image.string() + " are for a picture of " +
                           std::to_string(annotation.imageSize.width) + " x " +
                           std::to_string(annotation.imageSize.height) + " pixels, and it has " +
                           std::to_string(header.widthPx) + " x " +
                           std::to_string(header.heightPx));
}

std::size_t bytesOf(const store::AnnotationChange &change)
{
    std::size_t bytes = sizeof(change) + change.extraJson.size();
    for (const auto &row : change.written)
        bytes += sizeof(row) + row.label.size() + row.content.size();
    return bytes;
}

/// Stores shapes on top of those that are there or in their place, and keeps the way back.
class Storing
{
public:
    Storing(store::Project &project, bool replaces) : m_project(project), m_replaces(replaces) {}

    Result<void> add(const store::PictureKey &key, const Annotation &annotation)
    {
        auto change = replacement(key, annotation);
        CF_ASSIGN_OR_RETURN(const auto before, m_project.annotation(key));
        if (!m_replaces && before && !before->shapes.empty()) {
            change.replacesAll = false;
            for (auto &row : change.written)
                row.number += before->shapes.back().number;
            if (!before->extraJson.empty())
                change.extraJson = before->extraJson;
        }
        CF_RETURN_IF_ERROR(m_project.saveAnnotation(change));
        store::AnnotationChange back{key, change.widthPx, change.heightPx, {}, true, {}, {}};
        if (before)
            back = {key, before->widthPx, before->heightPx, before->extraJson, true, before->shapes,
                    {}};
        m_bytes += bytesOf(back) + bytesOf(change);
        if (m_bytes <= ImportedAnnotations::kMostKeptBytes) {
            m_backward.push_back(std::move(back));
            m_forward.push_back(std::move(change));
        }
        return {};
    }

    void tell(ImportedAnnotations &summary)
    {
        if (m_bytes > ImportedAnnotations::kMostKeptBytes)
            return;
        summary.forward = std::move(m_forward);
        // A picture may have come twice.
        summary.backward.assign(std::make_move_iterator(m_backward.rbegin()),
                                std::make_move_iterator(m_backward.rend()));
    }

private:
    store::Project &m_project;
    bool m_replaces;
    std::size_t m_bytes = 0;
    std::vector<store::AnnotationChange> m_backward, m_forward;
};

} // namespace

Result<ImportedAnnotations> importAnnotations(const AnnotationImport &wanted, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(auto project, store::Project::open(wanted.project));
    CF_ASSIGN_OR_RETURN(const auto datasets, project.datasets());
    if (datasets.empty())
        return Error::make(ErrorCode::BadUsage, "The project " + wanted.project.string() +
                                                    " has no pictures yet; open them in it");
    CF_ASSIGN_OR_RETURN(const auto dataset, project.dataset(datasets.back().id));
    const PictureFinder finder(dataset);
    ImportedAnnotations summary;
    Importer importer(wanted, finder, dataset.root, summary, run);
    CF_ASSIGN_OR_RETURN(const auto all, importer.readAll());
    Storing storing(project, wanted.replaces);
    for (std::size_t i = 0; i < all.size(); ++i) {
        run.step({"store", i, all.size()});
        const auto picture = finder.find(all[i].named);
        if (!picture.ok()) {
            summary.skipped.push_back(picture.error().detail);
            continue;
        }
        if (const auto fits = checkSize(all[i].annotation, dataset.root / picture->path);
            !fits.ok()) {
            summary.skipped.push_back(fits.error().detail);
            continue;
        }
        CF_RETURN_IF_ERROR(
            storing.add({dataset.id, picture->category, picture->path}, all[i].annotation));
        ++summary.pictures;
        summary.shapes += all[i].annotation.shapes.size();
    }
    if (summary.pictures == 0)
        return Error::make(ErrorCode::BadData,
                           "Nothing in " + wanted.from.string() +
                               " belongs to a picture of the project" +
                               (summary.skipped.empty() ? "" : ": " + summary.skipped.front()));
    storing.tell(summary);
    return summary;
}

} // namespace cf::workflow
