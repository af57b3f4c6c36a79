#pragma once

#include "core/dataset/dataset.h"
#include "core/dataset/dataset_health.h"

#include <QString>

#include <string>
#include <vector>

namespace cf::ui {

enum class HealthGroup { Leak, Problem, Copies, Size, Brightness };

/// One line of the health panel: a finding, or all problems of the same words.
struct HealthEntry
{
    HealthGroup group = HealthGroup::Problem;
    dataset::Severity severity = dataset::Severity::Warning;
    QString sentence;                  ///< with the file's name if there is only one
    std::vector<std::string> files;    ///< paths of what it is about, masks and folders too
    std::vector<std::string> pictures; ///< paths of the pictures concerned
    QString key;                       ///< the same for the same fault the next time
};

/// Problems and findings, by group, each fault once; in the dataset's order otherwise.
std::vector<HealthEntry> healthEntries(const dataset::Dataset &dataset,
                                       const std::vector<dataset::HealthFinding> &findings);

} // namespace cf::ui
