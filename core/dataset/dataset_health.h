#pragma once

#include "core/base/run_context.h"
#include "core/dataset/dataset.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cf::dataset {

enum class HealthKind {
    Leak,       ///< the same content in training and in the test
    Copies,     ///< the same content several times in one split
    Size,       ///< a picture size that is unusual in its category
    Brightness, ///< much darker or brighter than its category
};

enum class Severity {
    Note,    ///< worth a look
    Warning, ///< likely a mistake
    Serious, ///< results will be wrong
};

/// Something about one or several pictures that are sound by themselves and odd among the others.
struct HealthFinding
{
    HealthKind kind = HealthKind::Copies;
    Severity severity = Severity::Note;
    std::string category;                     ///< of the first file
    std::vector<std::filesystem::path> files; ///< in the dataset's order, never empty
    std::string sentence;                     ///< English, without the files' names

    bool operator==(const HealthFinding &) const = default;
};

/// "leak", "copies", "size", "brightness".
const char *toString(HealthKind kind);
/// "note", "warning", "serious".
const char *toString(Severity severity);

/// Compares the pictures with each other; decodes them all, on all cores, and keeps none in memory.
/// Files that cannot be read are left out: checkDataset() tells of them.
/// Leak, Copies  groups of files that are equal byte by byte, over all categories; a group in both
///               splits is a Leak (serious), copies within training are a warning, within the test
///               a note, and serious where one copy is labelled normal and another defect
/// Size          in a category where at least 80 % of the pictures share one size: each other size.
///               Elsewhere each picture whose log2 of the pixel count is further than
///               max(1, 6 s) from the category's median
/// Brightness    mean grey (0..255) further than max(20, 6 s) from the category's median
/// s             1.4826 times the median distance from the median, the standard deviation of a
///               normal distribution; categories of fewer than 8 readable pictures are not judged
/// Ordered by kind, then as the dataset. Progress stages "health" and "compare", one step a
/// picture. Throws Cancelled.
std::vector<HealthFinding> examineHealth(const Dataset &dataset, RunContext &run);

/// The dataset's problems without those that a finding repeats: checkDataset() also tells of leaks
/// and copies, one file at a time.
std::vector<Problem> problemsBeside(const Dataset &dataset,
                                    const std::vector<HealthFinding> &findings);

} // namespace cf::dataset
