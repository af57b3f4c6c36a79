#pragma once

#include "core/annotation/annotation.h"

#include <array>

namespace cf::annotation::detail {

/// Counts what a writer loses.
class LossLog
{
public:
    void add(Loss loss, std::size_t shapes = 1)
    {
        m_counts[static_cast<std::size_t>(loss)] += shapes;
    }
    /// What an annotation knows from other formats than `own`: flags, descriptions, ...
    void addExtras(const Annotation &annotation, const char *own);
    /// Sentences for all that was counted.
    Warnings warnings() const;

private:
    std::array<std::size_t, 9> m_counts{}; // by Loss
};

/// `shape` as polygons for formats that know nothing else, with slits for holes: one for most, one
/// per connected area for a mask, none for a marker. What that loses goes to `log`.
/// fails  BadData when the shape is damaged
Result<std::vector<Ring>> asOutlines(const Shape &shape, cv::Size imageSize, LossLog &log);

} // namespace cf::annotation::detail
