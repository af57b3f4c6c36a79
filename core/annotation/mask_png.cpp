#include "core/annotation/mask_png.h"

#include "core/annotation/detail/loss_log.h"
#include "core/annotation/detail/png_bytes.h"
#include "core/annotation/rasterise.h"
#include "core/annotation/trace_mask.h"
#include "core/base/atomic_file.h"
#include "core/imaging/file_bytes.h"
#include "core/imaging/image_file.h"

#include <algorithm>
#include <map>
#include <opencv2/core.hpp>

namespace cf::annotation {

namespace {

/// Index i has its bits, lowest first, as the highest bits of red, green and blue in turn.
detail::Palette vocPalette()
{
    detail::Palette palette(256);
    for (std::size_t index = 0; index < palette.size(); ++index)
        for (std::size_t bit = 0; bit < 8; ++bit)
            if ((index >> bit & 1) != 0)
                palette[index][bit % 3] |= static_cast<std::uint8_t>(128 >> bit / 3);
    return palette;
}

/// What every picture of marks loses of a shape.
void logPixels(const Shape &shape, cv::Size imageSize, detail::LossLog &log)
{
    if (shape.kind != ShapeKind::Mask)
        log.add(Loss::Drawing);
    const auto box = boxOf(shape);
    if (box.x < 0 || box.y < 0 || box.br().x > imageSize.width || box.br().y > imageSize.height)
        log.add(Loss::Outside);
}

Result<Warnings> save(const std::filesystem::path &path, const detail::PngBytes &png,
                      const detail::LossLog &log)
{
    CF_RETURN_IF_ERROR(writeFileAtomically(path, std::as_bytes(std::span(png))));
    return log.warnings();
}

/// CV_8UC1 indices of an indexed PNG.
Result<cv::Mat> indicesOf(std::span<const std::uint8_t> png)
{
    int bits = 8;
    const auto grey = detail::withoutPalette(png, bits);
    if (grey.empty())
        return Error::make(ErrorCode::BadData,
                           "it is no PNG with a palette, so its colours say no classes");
    CF_ASSIGN_OR_RETURN(const auto header, imaging::inspectImage(png));
    // decodeBgr() keeps grey levels as they are, three times; decodeMask() would make them 255.
    CF_ASSIGN_OR_RETURN(const cv::Mat levels, imaging::decodeBgr(grey));
    if (levels.cols != header.widthPx || levels.rows != header.heightPx || bits > 8 || bits < 1)
        return Error::make(ErrorCode::BadData, "its pixels do not fit its header");
    cv::Mat indices;
    cv::extractChannel(levels, indices, 0);
    // Fewer bits are spread over 0..255 when they are read as grey.
    const int step = 255 / ((1 << bits) - 1);
    if (step > 1)
        indices /= step;
    return indices;
}

} // namespace

Result<Annotation> readMaskPng(const std::filesystem::path &path, const std::string &label)
{
    CF_ASSIGN_OR_RETURN(const cv::Mat mask, imaging::loadMask(path));
    Annotation annotation;
    annotation.imageSize = mask.size();
    if (auto shape = maskShape(mask, label))
        annotation.shapes.push_back(std::move(*shape));
    return annotation;
}

Result<Warnings> writeMaskPng(const std::filesystem::path &path, const Annotation &annotation)
{
    CF_ASSIGN_OR_RETURN(const cv::Mat mask, rasterise(annotation));
    detail::LossLog log;
    log.addExtras(annotation, "mask");
    std::size_t drawn = 0;
    for (const Shape &shape : annotation.shapes) {
        if (shape.kind == ShapeKind::Marker) {
            log.add(Loss::Markers);
            continue;
        }
        ++drawn;
        logPixels(shape, annotation.imageSize, log);
        if (!shape.label.empty())
            log.add(Loss::Classes);
    }
    if (drawn > 1)
        log.add(Loss::Objects, drawn);
    CF_ASSIGN_OR_RETURN(const auto png, detail::pngOf(mask));
    return save(path, png, log);
}

Result<Annotation> readIndexedPng(const std::filesystem::path &path,
                                  std::span<const std::string> labels)
{
    CF_ASSIGN_OR_RETURN(const auto bytes, imaging::readFileBytes(path));
    const auto indices = indicesOf(bytes);
    if (!indices.ok())
        return imaging::aboutFile(path, indices.error());
    Annotation annotation;
    annotation.imageSize = indices->size();
    std::array<bool, 256> occurs{};
    for (int row = 0; row < indices->rows; ++row)
        for (int column = 0; column < indices->cols; ++column)
            occurs[indices->at<std::uint8_t>(row, column)] = true;
    for (std::size_t index = 1; index < occurs.size(); ++index) {
        if (!occurs[index])
            continue;
        const auto label =
            index <= labels.size() ? labels[index - 1] : "class " + std::to_string(index);
        if (auto shape = maskShape(*indices == static_cast<double>(index), label))
            annotation.shapes.push_back(std::move(*shape));
    }
    return annotation;
}

Result<Warnings> writeIndexedPng(const std::filesystem::path &path, const Annotation &annotation,
                                 std::span<const std::string> labels)
{
    CF_RETURN_IF_ERROR(check(annotation));
    if (labels.size() > 255)
        return Error::make(ErrorCode::BadUsage, "A palette has room for 255 classes, not for " +
                                                    std::to_string(labels.size()));
    detail::LossLog log;
    log.addExtras(annotation, "indexed");
    cv::Mat indices = cv::Mat::zeros(annotation.imageSize, CV_8UC1);
    std::map<std::string, std::size_t> shapesOf;
    for (const Shape &shape : annotation.shapes) {
        if (shape.kind == ShapeKind::Marker) {
            log.add(Loss::Markers);
            continue;
        }
        const auto place = std::find(labels.begin(), labels.end(), shape.label);
        if (place == labels.end())
            return Error::make(ErrorCode::BadUsage, "The class \"" + shape.label.substr(0, 60) +
                                                        "\" is not among the names of classes");
        ++shapesOf[shape.label];
        logPixels(shape, annotation.imageSize, log);
        CF_ASSIGN_OR_RETURN(const Patch patch, rasterisePatch(shape, annotation.imageSize));
        if (patch.place.empty())
            continue;
        cv::Mat below;
        indices(patch.place).copyTo(below, patch.mask);
        if (!below.empty() && cv::countNonZero(below) > 0)
            log.add(Loss::Overlap);
        indices(patch.place).setTo(static_cast<double>(place - labels.begin() + 1), patch.mask);
    }
    for (const auto &[label, count] : shapesOf)
        if (count > 1)
            log.add(Loss::Objects, count);
    CF_ASSIGN_OR_RETURN(const auto png, detail::pngOf(indices));
    return save(path, detail::withPalette(png, vocPalette()), log);
}

} // namespace cf::annotation
