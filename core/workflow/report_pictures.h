#pragma once

#include "core/base/run_context.h"
#include "core/engine/scorer.h"
#include "core/report/report_data.h"
#include "core/store/records.h"

#include <filesystem>
#include <map>
#include <optional>

namespace cf::workflow {

/// A picture as a report shows it.
struct ReportedPicture
{
    report::SampleRow row; ///< tiles: the picture with its defect outlined, the three maps
    report::HeatmapStrip strip;
    std::optional<bool> defective;
};

/// Looks at pictures for a report. Refers to the scorer, which must live as long.
class PictureReporter
{
public:
    /// What is known of the pictures comes from `dataset`; none = nothing.
    PictureReporter(const std::optional<store::Dataset> &dataset, const engine::Scorer &scorer);

    /// Relative paths are in the dataset. A picture that cannot be read is logged and left out.
    std::optional<ReportedPicture> look(const std::filesystem::path &picture,
                                        RunContext &run) const;

private:
    struct Known
    {
        std::string category;
        store::Image image;
    };

    std::filesystem::path m_root;
    std::map<std::filesystem::path, Known> m_known; ///< by path in the dataset
    const engine::Scorer &m_scorer;
};

} // namespace cf::workflow
