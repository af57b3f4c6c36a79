#pragma once

#include "core/dataset/dataset.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cf::ui {

/// One picture of a dataset as lists, filters and tiles see it. Plain; 100,000 of them are common,
/// so texts that repeat are shared.
struct ImageRow
{
    std::string path; ///< in the file system's own bytes
    QString category;
    QString kind; ///< "good" for normals, else the kind of the defect
    dataset::Label label = dataset::Label::Unknown;
    dataset::Split split = dataset::Split::Train;
    bool hasMask = false;
    bool hasProblem = false;
    std::optional<float> score;
    std::optional<bool> reviewed;
    int widthPx = 0; ///< 0 = not known
    int heightPx = 0;

    /// The file's name without its folder, in the path's bytes.
    std::string_view name() const;
    QString shownName() const;
    QString shownPath() const;
};

using ImageRows = std::vector<ImageRow>;

/// The pictures in the dataset's order. Problems, scores, reviews and sizes are left for others.
ImageRows rowsOf(const dataset::Dataset &dataset);

/// What a project knows of a picture beyond the dataset. What is not known is left as it is here.
struct ImageRecord
{
    std::filesystem::path image;
    std::optional<float> score;
    std::optional<bool> reviewed;
    int widthPx = 0;
    int heightPx = 0;
};

/// Sets scores, reviews and sizes of all rows; records of pictures that are not there are passed
/// over.
void applyRecords(ImageRows &rows, const std::vector<ImageRecord> &records);

/// These pictures have a problem, the others none. Says whether that was news.
bool markProblems(ImageRows &rows, const std::vector<std::string> &pictures);

/// One line for tips and screen readers: "001.png: Defect (scratch), test, score 0.412".
QString describe(const ImageRow &row);

/// "Normal", "Defect", "Unknown", translated.
QString labelText(dataset::Label label);

} // namespace cf::ui
