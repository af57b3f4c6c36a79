#include "core/annotation/annotation_csv.h"
#include "core/annotation/coco.h"
#include "core/annotation/labelme.h"
#include "core/annotation/mask_png.h"
#include "core/annotation/yolo_seg.h"
#include "core/store/project.h"
#include "core/workflow/annotation_exchange.h"
#include "core/workflow/project_annotations.h"

#include <algorithm>
#include <map>
#include <system_error>
#include <unistd.h>

namespace cf::workflow {

namespace fs = std::filesystem;
using annotation::Annotation;
using annotation::Warnings;

namespace {

constexpr std::array kNames = {"mvtec", "coco", "yolo", "labelme", "indexed", "csv"};
constexpr char kClassListName[] = "classes.txt";

Error fileError(const fs::path &path, const std::error_code &failed)
{
    ErrorCode code = ErrorCode::Failed;
    if (failed == std::errc::permission_denied || failed == std::errc::read_only_file_system)
        code = ErrorCode::ReadOnly;
    else if (failed == std::errc::no_space_on_device)
        code = ErrorCode::DiskFull;
    return Error::make(code, "Cannot write to " + path.string() + ": " + failed.message() +
                                 "; choose another place");
}

Result<void> makeFolder(const fs::path &folder)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        return fileError(folder, failed);
    return {};
}

/// One warning for each loss, with the shapes of all pictures.
void addTo(Warnings &all, const Warnings &more)
{
    for (const auto &warning : more) {
        const auto place = std::lower_bound(
            all.begin(), all.end(), warning.loss,
            [](const annotation::Warning &one, annotation::Loss loss) { return one.loss < loss; });
        if (place != all.end() && place->loss == warning.loss)
            place->shapeCount += warning.shapeCount;
        else
            all.insert(place, warning);
    }
}

/// "bolt/test/bent/000.png" has its mask in "bolt/ground_truth/bent/000_mask.png".
fs::path maskPath(const fs::path &picture)
{
    fs::path folder;
    bool replaced = false;
    for (const auto &part : picture.parent_path()) {
        const bool isTest = !replaced && part == "test";
        replaced = replaced || isTest;
        folder /= isTest ? fs::path("ground_truth") : part;
    }
    return folder / (picture.stem().string() + "_mask.png");
}

/// A format with a file for each picture.
class FolderWriter
{
public:
    FolderWriter(AnnotationFormat format, fs::path root, fs::path to, fs::path beside,
                 std::vector<std::string> labels)
        : m_format(format), m_root(std::move(root)), m_to(std::move(to)),
          m_beside(std::move(beside)), m_labels(std::move(labels))
    {
    }

    Result<Warnings> write(Annotation annotation)
    {
        const fs::path picture = annotation.imagePath;
        fs::path file = picture;
        switch (m_format) {
        case AnnotationFormat::MvtecMasks:
            file = maskPath(picture);
            break;
        case AnnotationFormat::Labelme:
            file.replace_extension(".json");
            break;
        case AnnotationFormat::YoloSeg:
            file.replace_extension(".txt");
            break;
        default:
            file.replace_extension(".png");
            break;
        }
        const fs::path target = m_beside / file;
        CF_RETURN_IF_ERROR(makeFolder(target.parent_path()));
        switch (m_format) {
        case AnnotationFormat::MvtecMasks:
            return annotation::writeMaskPng(target, annotation);
        case AnnotationFormat::Labelme:
            // So that labelme finds the picture from where the file will lie.
            annotation.imagePath =
                (m_root / picture).lexically_relative((m_to / file).parent_path()).generic_string();
            return annotation::writeLabelme(target, annotation);
        case AnnotationFormat::YoloSeg:
            return annotation::writeYoloSeg(target, annotation, m_labels);
        default:
            return annotation::writeIndexedPng(target, annotation, m_labels);
        }
    }

    Result<void> finish() const
    {
        if (m_format != AnnotationFormat::YoloSeg && m_format != AnnotationFormat::IndexedPng)
            return {};
        return annotation::writeClassNames(m_beside / kClassListName, m_labels);
    }

private:
    AnnotationFormat m_format;
    fs::path m_root, m_to, m_beside;
    std::vector<std::string> m_labels;
};

/// The project's classes in their order, then those that occur besides.
Result<std::vector<std::string>> labelsFor(const store::Project &project,
                                           const std::vector<Annotation> &pictures)
{
    CF_ASSIGN_OR_RETURN(const auto classes, project.annotationClasses());
    std::vector<std::string> labels;
    for (const auto &one : classes)
        labels.push_back(one.name);
    for (const auto &label : annotation::labelsOf(pictures))
        if (std::find(labels.begin(), labels.end(), label) == labels.end())
            labels.push_back(label);
    return labels;
}

Result<std::vector<Annotation>> picturesOf(const store::Project &project, store::Id datasetId)
{
    CF_ASSIGN_OR_RETURN(const auto stored, project.annotations(datasetId));
    std::vector<Annotation> pictures;
    for (const auto &one : stored) {
        CF_ASSIGN_OR_RETURN(Annotation picture, annotationOf(one));
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

} // namespace

const char *toString(AnnotationFormat format)
{
    return kNames[static_cast<std::size_t>(format)];
}

std::optional<AnnotationFormat> annotationFormatFrom(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return std::nullopt;
    return kAnnotationFormats[static_cast<std::size_t>(found - kNames.begin())];
}

bool isOneFile(AnnotationFormat format)
{
    return format == AnnotationFormat::Coco || format == AnnotationFormat::Csv;
}

struct PreparedExport::Impl
{
    fs::path beside; ///< a folder next to where the export shall be
    fs::path to;
    bool isFile = false;
    Warnings losses;
    std::size_t pictures = 0;
    std::size_t shapes = 0;

    ~Impl()
    {
        std::error_code ignored; // a left-over is named as what it is
        fs::remove_all(beside, ignored);
    }
};

PreparedExport::PreparedExport(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
PreparedExport::~PreparedExport() = default;
PreparedExport::PreparedExport(PreparedExport &&) noexcept = default;
PreparedExport &PreparedExport::operator=(PreparedExport &&) noexcept = default;

const Warnings &PreparedExport::losses() const
{
    return m_impl->losses;
}

std::size_t PreparedExport::pictures() const
{
    return m_impl->pictures;
}

std::size_t PreparedExport::shapes() const
{
    return m_impl->shapes;
}

Result<void> PreparedExport::commit()
{
    std::error_code failed;
    std::vector<fs::path> files; // first, as moving them changes what is walked through
    for (fs::recursive_directory_iterator entry(m_impl->beside, failed), end;
         !failed && entry != end; entry.increment(failed))
        if (entry->is_regular_file())
            files.push_back(entry->path());
    if (failed)
        return fileError(m_impl->to, failed);
    for (const fs::path &file : files) {
        const fs::path target =
            m_impl->isFile ? m_impl->to : m_impl->to / file.lexically_relative(m_impl->beside);
        CF_RETURN_IF_ERROR(makeFolder(target.parent_path()));
        fs::rename(file, target, failed);
        if (failed)
            return fileError(target, failed);
    }
    return {};
}

Result<PreparedExport> prepareExport(const AnnotationExport &wanted, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(wanted.project));
    CF_ASSIGN_OR_RETURN(const auto datasets, project.datasets());
    std::vector<Annotation> pictures;
    if (!datasets.empty()) {
        CF_ASSIGN_OR_RETURN(pictures, picturesOf(project, datasets.back().id));
    }
    if (pictures.empty())
        return Error::make(ErrorCode::BadUsage,
                           "Nothing was drawn on the pictures of the project " +
                               wanted.project.string() + " yet");
    auto impl = std::make_unique<PreparedExport::Impl>();
    impl->to = fs::absolute(wanted.to).lexically_normal();
    if (!impl->to.has_filename())
        impl->to = impl->to.parent_path();
    impl->isFile = isOneFile(wanted.format);
    impl->beside = impl->to;
    impl->beside += ".partial-" + std::to_string(::getpid());
    CF_RETURN_IF_ERROR(makeFolder(impl->beside));
    impl->pictures = pictures.size();
    for (const auto &picture : pictures)
        impl->shapes += picture.shapes.size();
    if (impl->isFile) {
        run.step({"write", 0, 1});
        const fs::path file = impl->beside / impl->to.filename();
        CF_ASSIGN_OR_RETURN(impl->losses,
                            wanted.format == AnnotationFormat::Coco
                                ? annotation::writeCoco(file, {std::move(pictures), {}})
                                : annotation::writeAnnotationCsv(file, pictures));
        return PreparedExport(std::move(impl));
    }
    CF_ASSIGN_OR_RETURN(auto labels, labelsFor(project, pictures));
    FolderWriter writer(wanted.format, datasets.back().root, impl->to, impl->beside,
                        std::move(labels));
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        run.step({"write", i, pictures.size()});
        CF_ASSIGN_OR_RETURN(const Warnings losses, writer.write(std::move(pictures[i])));
        addTo(impl->losses, losses);
    }
    CF_RETURN_IF_ERROR(writer.finish());
    return PreparedExport(std::move(impl));
}

} // namespace cf::workflow
