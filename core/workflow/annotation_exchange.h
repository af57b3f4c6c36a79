#pragma once

#include "core/annotation/annotation.h"
#include "core/base/run_context.h"
#include "core/store/annotations.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Shapes of a project's pictures from other programs' files, and into them.
namespace cf::workflow {

enum class AnnotationFormat {
    MvtecMasks, ///< a folder of 0/255 masks, "bent/000_mask.png" for "bent/000.png"
    Coco,       ///< one file for all pictures
    YoloSeg,    ///< a folder of a text file for each picture, and classes.txt
    Labelme,    ///< a folder of a JSON file for each picture
    IndexedPng, ///< a folder of a PNG for each picture, and classes.txt
    Csv,        ///< one table for all pictures
};

inline constexpr std::array kAnnotationFormats = {
    AnnotationFormat::MvtecMasks, AnnotationFormat::Coco,       AnnotationFormat::YoloSeg,
    AnnotationFormat::Labelme,    AnnotationFormat::IndexedPng, AnnotationFormat::Csv};

/// "mvtec", "coco", "yolo", "labelme", "indexed", "csv".
const char *toString(AnnotationFormat format);
std::optional<AnnotationFormat> annotationFormatFrom(std::string_view name);
bool isOneFile(AnnotationFormat format); ///< else a folder

struct AnnotationImport
{
    std::filesystem::path project;
    AnnotationFormat format = AnnotationFormat::Labelme;
    std::filesystem::path from; ///< a file or folder, see isOneFile()
    std::string label;          ///< of MVTec masks; empty: the name of their folder
    bool replaces = false;      ///< the shapes that a picture has; else they are added on top
};

struct ImportedAnnotations
{
    std::size_t pictures = 0;
    std::size_t shapes = 0;
    std::vector<std::string> skipped; ///< a sentence for each picture or file that was left out
    /// What takes it all back, and what does it again, for Project::saveAnnotations(). Empty where
    /// that would be more than kMostKeptBytes.
    std::vector<store::AnnotationChange> backward, forward;
    static constexpr std::size_t kMostKeptBytes = std::size_t{256} << 20;
};

/// Reads everything first, then stores picture by picture. Pictures are those of the project's
/// newest dataset; files name them by path, by the end of their path, or by name where that is
/// enough to tell them. A picture of another size than its file says is left out.
/// One step of "read" a file and "store" a picture; throws Cancelled.
/// fails  as Project::open(); BadUsage without pictures; NotFound, BadData for the file, or when
///        nothing in it belongs to a picture of the project
Result<ImportedAnnotations> importAnnotations(const AnnotationImport &import, RunContext &run);

struct AnnotationExport
{
    std::filesystem::path project;
    AnnotationFormat format = AnnotationFormat::Labelme;
    std::filesystem::path to; ///< a file or folder, see isOneFile()
};

/// An export that is written and not yet in its place, so that what it loses can be seen first.
/// Destroyed without commit() it leaves nothing behind.
class PreparedExport
{
public:
    ~PreparedExport();
    PreparedExport(PreparedExport &&) noexcept;
    PreparedExport &operator=(PreparedExport &&) noexcept;

    const annotation::Warnings &losses() const; ///< of all pictures together
    std::size_t pictures() const;
    std::size_t shapes() const;

    /// Puts the files in their place; those of the same name are replaced.
    /// fails  ReadOnly, DiskFull or Failed
    Result<void> commit();

private:
    friend Result<PreparedExport> prepareExport(const AnnotationExport &, RunContext &);
    struct Impl;
    explicit PreparedExport(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The shapes of the project's newest dataset, beside where they shall be. One step of "write" a
/// picture; throws Cancelled.
/// fails  as Project::open(); BadUsage when nothing was drawn; as writing a file does
Result<PreparedExport> prepareExport(const AnnotationExport &wanted, RunContext &run);

} // namespace cf::workflow
