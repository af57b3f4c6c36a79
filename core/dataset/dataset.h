#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cf::dataset {

/// Normals for validation (MVTec LOCO, MVTec AD 2) are read as Train: they are normals to learn
/// from.
enum class Split { Train, Test };

enum class Label {
    Normal,
    Defect,
    Unknown, ///< the layout does not say (a flat folder, a private test set): no metric may count
             ///< it
};

/// The kind of every normal sample, whatever its folder is called ("ok", "normal").
inline constexpr std::string_view kGoodKind = "good";
/// The kind of samples that lie in no folder of a kind.
inline constexpr std::string_view kUnlabelledKind = "unlabelled";

struct Sample
{
    std::filesystem::path image;
    Split split = Split::Train;
    Label label = Label::Normal;
    std::string kind;                          ///< "good", or the defect's folder: "scratch"
    std::optional<std::filesystem::path> mask; ///< a file, or a folder of several (MVTec LOCO)

    /// To learn from, and to compare with.
    bool isTrainNormal() const { return split == Split::Train && label == Label::Normal; }
};

/// One kind of product. Samples stand in natural order: train before test, then by kind and file.
struct Category
{
    std::string name;
    std::vector<Sample> samples;

    std::vector<Sample> trainNormals() const;
    /// Without copying them.
    std::size_t trainNormalCount() const { return count(Split::Train, Label::Normal); }
    /// All test samples, those with an unknown label included.
    std::vector<Sample> test() const;
    std::size_t count(Split split, Label label) const;
    std::size_t maskCount() const;
    /// The kinds of its defects, each once, in natural order.
    std::vector<std::string> defectKinds() const;
};

/// Something the user should know about a file or folder. `problem` is a clause without the file's
/// name.
struct Problem
{
    std::filesystem::path file;
    std::string problem;

    bool operator==(const Problem &) const = default;
};

struct Dataset
{
    std::string format; ///< the reader's name: "mvtec-ad", "visa", ...
    std::filesystem::path root;
    std::vector<Category> categories;
    std::vector<Problem> problems;

    /// The category of that name, or nullptr.
    const Category *find(std::string_view name) const;
};

} // namespace cf::dataset
