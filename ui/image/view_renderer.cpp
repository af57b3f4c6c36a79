#include "ui/image/view_renderer.h"

#include "ui/image/outline.h"
#include "ui/image/sampling.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <stdexcept>

namespace cf::ui {

namespace {

/// As cv::addWeighted() from `full` on; below that with less of the colours, at `low` with none.
void blendFading(const cv::Mat &picture, const cv::Mat &colours, const cv::Mat &scores, float low,
                 float full, double opacity, cv::Mat &target)
{
    const auto most = static_cast<float>(opacity * 256.0);
    const float slope = full > low ? most / (full - low) : 0.0F;
    for (int y = 0; y < target.rows; ++y) {
        const auto *below = picture.ptr<cv::Vec4b>(y);
        const auto *above = colours.ptr<cv::Vec4b>(y);
        const auto *score = scores.ptr<float>(y);
        auto *pixel = target.ptr<cv::Vec4b>(y);
        for (int x = 0; x < target.cols; ++x) {
            float share = (score[x] - low) * slope;
            share = share > 0.0F ? share : 0.0F; // NaN as well
            const int weight = static_cast<int>(score[x] >= full || share > most ? most : share);
            for (int c = 0; c < 4; ++c)
                pixel[x][c] = static_cast<uchar>(
                    (below[x][c] * (256 - weight) + above[x][c] * weight + 128) >> 8);
        }
    }
}

} // namespace

void ViewRenderer::setPicture(const cv::Mat &picture)
{
    std::unique_ptr<TilePyramid> pyramid;
    if (!picture.empty()) {
        pyramid = std::make_unique<TilePyramid>(picture);
        connect(pyramid.get(), &TilePyramid::refined, this, [this] { refine(m_pictureRevision); });
    }
    m_picture = std::move(pyramid);
    m_map.reset();
    m_compareMap.reset();
    m_mask.reset();
    bump(m_pictureRevision);
}

void ViewRenderer::setMap(const cv::Mat &map32f)
{
    m_map = newLayer(map32f, CV_32FC1, m_mapRevision);
    bump(m_mapRevision);
}

void ViewRenderer::setCompareMap(const cv::Mat &map32f)
{
    m_compareMap = newLayer(map32f, CV_32FC1, m_compareRevision);
    bump(m_compareRevision);
}

void ViewRenderer::setMask(const cv::Mat &mask)
{
    m_mask = newLayer(mask, CV_8UC1, m_maskRevision);
    bump(m_maskRevision);
}

void ViewRenderer::setLevels(double low, double high)
{
    if (m_picture)
        m_picture->setLevels(low, high);
    bump(m_pictureRevision);
}

const QImage &ViewRenderer::render(const Request &request, Frame &frame)
{
    if (frame.revision == m_revision && frame.request == request && !frame.image.isNull())
        return frame.image;
    forgetMoved(request, frame);
    frame.request = request;
    frame.revision = m_revision;
    const QSize devicePx = request.geometry.deviceSize();
    if (frame.image.size() != devicePx)
        frame.image = QImage(devicePx, QImage::Format_RGB32);
    frame.image.setDevicePixelRatio(request.geometry.devicePixelRatio());
    frame.image.fill(request.background);
    if (m_picture && !request.geometry.imageInDevice().isEmpty())
        compose(request, frame);
    return frame.image;
}

std::unique_ptr<MapLayer> ViewRenderer::newLayer(const cv::Mat &map, int type, quint64 &revision)
{
    if (map.empty())
        return nullptr;
    if (map.type() != type)
        throw std::invalid_argument(type == CV_32FC1
                                        ? "ViewRenderer: a map has 32-bit floats, one channel"
                                        : "ViewRenderer: a mask has 8 bits, one channel");
    auto layer =
        std::make_unique<MapLayer>(map, m_picture ? m_picture->imageSizePx() : QSize(0, 0));
    connect(layer.get(), &MapLayer::refined, this, [this, &revision] { refine(revision); });
    return layer;
}

void ViewRenderer::bump(quint64 &revision)
{
    revision = ++m_revision;
    Q_EMIT changed();
}

void ViewRenderer::refine(quint64 &revision)
{
    bump(revision);
    Q_EMIT refined();
}

bool ViewRenderer::isSplit(const OverlayStyle &style) const
{
    return style.mapShown && m_picture && (style.isSplit || (m_map && m_compareMap));
}

void ViewRenderer::forgetMoved(const Request &request, Frame &frame)
{
    if (frame.request.geometry != request.geometry)
        for (auto *sampled : {&frame.picture, &frame.map, &frame.compareMap, &frame.mask})
            sampled->revision = 0;
}

void ViewRenderer::compose(const Request &request, Frame &frame)
{
    const ViewGeometry &geometry = request.geometry;
    const OverlayStyle &style = request.style;
    const QRect seen = geometry.imageInDevice();
    cv::Mat view(frame.image.height(), frame.image.width(), CV_8UC4, frame.image.bits(),
                 static_cast<std::size_t>(frame.image.bytesPerLine()));
    cv::Mat target = view(cv::Rect(seen.x(), seen.y(), seen.width(), seen.height()));

    if (frame.picture.revision != m_pictureRevision) {
        samplePicture(*m_picture, geometry, frame.picture.pixels);
        frame.picture.revision = m_pictureRevision;
    }
    const double opacity = std::clamp(style.opacity, 0.0, 1.0);
    const auto sides = sidesOf(request, frame);
    const bool isCovered = sides.size() == 1 && sides[0].first == 0 && sides[0].last == target.cols;
    if (opacity == 0.0 || !isCovered)
        frame.picture.pixels.copyTo(target);
    for (const auto &side : sides) {
        if (opacity == 0.0 || side.first >= side.last)
            continue;
        ColourTable(style.colours, side.scale.low, side.scale.high)
            .apply(side.scores.colRange(side.first, side.last), frame.colours);
        const cv::Mat below = frame.picture.pixels.colRange(side.first, side.last);
        cv::Mat shown = target.colRange(side.first, side.last);
        if (style.fades)
            blendFading(below, frame.colours, side.scores.colRange(side.first, side.last),
                        side.scale.low, side.scale.threshold.value_or(side.scale.high), opacity,
                        shown);
        else
            cv::addWeighted(below, 1.0 - opacity, frame.colours, opacity, 0.0, shown);
    }

    const QPoint anchor = geometry.imageOriginInDevice() - seen.topLeft();
    const double ratio = geometry.devicePixelRatio();
    if (const auto region = thresholdRegion(sides); !region.empty())
        drawOutline(region, OutlineStyle::Solid, ratio, anchor, target);
    // Last, as it lies beside the other one's light line where both regions are the same.
    if (const auto region = maskRegion(request, frame); !region.empty())
        drawOutline(region, OutlineStyle::Dashed, ratio, anchor, target);
}

std::vector<ViewRenderer::Side> ViewRenderer::sidesOf(const Request &request, Frame &frame)
{
    std::vector<Side> sides;
    if (!request.style.mapShown)
        return sides;
    const QRect seen = request.geometry.imageInDevice();
    const auto add = [&](const MapLayer *layer, Frame::Sampled &sampled, quint64 revision,
                         int first, int last, const MapScale &scale) {
        if (!layer)
            return;
        if (sampled.revision != revision) {
            layer->sample(request.geometry, sampled.pixels);
            sampled.revision = revision;
        }
        sides.push_back({sampled.pixels, first, last, scale});
    };
    const auto &style = request.style;
    if (!isSplit(style)) {
        add(m_map.get(), frame.map, m_mapRevision, 0, seen.width(), style.scale);
        return sides;
    }
    const auto handle = static_cast<int>(
        std::lround(request.splitPosition * request.geometry.deviceSize().width()));
    const int left = std::clamp(handle - seen.x(), 0, seen.width());
    add(m_map.get(), frame.map, m_mapRevision, 0, left, style.scale);
    add(m_compareMap.get(), frame.compareMap, m_compareRevision, left, seen.width(),
        style.compareScale.value_or(style.scale));
    return sides;
}

cv::Mat ViewRenderer::thresholdRegion(const std::vector<Side> &sides)
{
    cv::Mat region;
    for (const auto &side : sides) {
        if (!side.scale.threshold || side.first >= side.last)
            continue;
        if (region.empty())
            region = cv::Mat::zeros(side.scores.rows, side.scores.cols, CV_8UC1);
        cv::Mat part = region.colRange(side.first, side.last);
        cv::compare(side.scores.colRange(side.first, side.last), *side.scale.threshold, part,
                    cv::CMP_GE);
    }
    return region;
}

cv::Mat ViewRenderer::maskRegion(const Request &request, Frame &frame)
{
    if (!request.style.maskShown || !m_mask)
        return {};
    if (frame.mask.revision != m_maskRevision) {
        m_mask->sample(request.geometry, frame.mask.pixels);
        frame.mask.revision = m_maskRevision;
    }
    return frame.mask.pixels > 0;
}

ViewRenderer::Outlines ViewRenderer::outlines(const Request &request, Frame &frame)
{
    Outlines lines;
    const QRect seen = request.geometry.imageInDevice();
    if (!m_picture || seen.isEmpty())
        return lines;
    forgetMoved(request, frame);
    frame.request = request;
    frame.image = {}; // the next render() has to draw
    const double ratio = request.geometry.devicePixelRatio();
    lines.threshold = outlineOf(thresholdRegion(sidesOf(request, frame)), seen.topLeft(), ratio);
    lines.mask = outlineOf(maskRegion(request, frame), seen.topLeft(), ratio);
    return lines;
}

} // namespace cf::ui
