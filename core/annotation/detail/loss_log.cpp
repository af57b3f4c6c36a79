#include "core/annotation/detail/loss_log.h"

#include "core/annotation/detail/json_text.h"
#include "core/annotation/rasterise.h"
#include "core/annotation/trace_mask.h"

namespace cf::annotation::detail {

namespace {

const char *sentenceOf(Loss loss)
{
    switch (loss) {
    case Loss::Holes:
        return "This format has no holes: they became slits in the outline, with the same pixels";
    case Loss::Curve:
        return "This format has no ellipses: they became polygons that are close to them";
    case Loss::Drawing:
        return "This format draws it another way: the same pixels, but edited differently";
    case Loss::Classes:
        return "This format has no classes";
    case Loss::Objects:
        return "This format does not say which parts belong to one object";
    case Loss::Overlap:
        return "Shapes overlap, and this format keeps the upper one of them only";
    case Loss::Outside:
        return "Parts outside of the picture were moved to its edge or cut off";
    case Loss::Markers:
        return "This format has no points and lines: they were left out";
    case Loss::Extras:
        return "What another program noted beside the shapes was left out";
    }
    return "";
}

} // namespace

void LossLog::addExtras(const Annotation &annotation, const char *own)
{
    if (hasForeignExtras(annotation.extraJson, own))
        add(Loss::Extras);
    for (const auto &shape : annotation.shapes)
        if (hasForeignExtras(shape.extraJson, own))
            add(Loss::Extras);
}

Warnings LossLog::warnings() const
{
    Warnings warnings;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const auto loss = static_cast<Loss>(i);
        if (m_counts[i] > 0)
            warnings.push_back({loss, m_counts[i], sentenceOf(loss)});
    }
    return warnings;
}

Result<std::vector<Ring>> asOutlines(const Shape &shape, cv::Size imageSize, LossLog &log)
{
    CF_RETURN_IF_ERROR(check(shape, imageSize));
    switch (shape.kind) {
    case ShapeKind::Polygon:
        if (!shape.holes.empty())
            log.add(Loss::Holes);
        return std::vector<Ring>{withSlits(shape)};
    case ShapeKind::Rectangle:
        log.add(Loss::Drawing);
        return std::vector<Ring>{rectangleOutline(shape)};
    case ShapeKind::Ellipse:
        log.add(Loss::Curve);
        return std::vector<Ring>{ellipseOutline(shape)};
    case ShapeKind::Marker:
        log.add(Loss::Markers);
        return std::vector<Ring>{};
    case ShapeKind::Mask:
        break;
    }
    log.add(Loss::Drawing);
    std::vector<Ring> rings;
    for (Shape &part : traceMask(shape.mask, {})) {
        Ring ring = withSlits(part);
        for (auto &point : ring)
            point += cv::Point2d(shape.maskAt);
        if (!part.holes.empty())
            log.add(Loss::Holes);
        rings.push_back(std::move(ring));
    }
    return rings;
}

} // namespace cf::annotation::detail
