#include "ui/image/view_renderer.h"

#include "ui/image/outline.h"
#include "ui/image/sampling.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <stdexcept>

namespace cf::ui {

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
    const bool moved = frame.request.geometry != request.geometry;
    if (moved)
        for (auto *sampled : {&frame.picture, &frame.map, &frame.compareMap, &frame.mask})
            sampled->revision = 0;
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
    const cv::Mat *scores = scoresOf(request, frame);
    if (scores && opacity > 0.0) {
        ColourTable(style.colours, style.low, style.high).apply(*scores, frame.colours);
        cv::addWeighted(frame.picture.pixels, 1.0 - opacity, frame.colours, opacity, 0.0, target);
    } else {
        frame.picture.pixels.copyTo(target);
    }

    const QPoint anchor = geometry.imageOriginInDevice() - seen.topLeft();
    const double ratio = geometry.devicePixelRatio();
    if (scores && style.threshold)
        drawOutline(*scores >= *style.threshold, OutlineStyle::Solid, ratio, anchor, target);
    // Last, as it lies beside the other one's light line where both regions are the same.
    if (style.maskShown && m_mask) {
        if (frame.mask.revision != m_maskRevision) {
            m_mask->sample(geometry, frame.mask.pixels);
            frame.mask.revision = m_maskRevision;
        }
        drawOutline(frame.mask.pixels > 0, OutlineStyle::Dashed, ratio, anchor, target);
    }
}

const cv::Mat *ViewRenderer::scoresOf(const Request &request, Frame &frame)
{
    if (!m_map || !request.style.mapShown)
        return nullptr;
    if (frame.map.revision != m_mapRevision) {
        m_map->sample(request.geometry, frame.map.pixels);
        frame.map.revision = m_mapRevision;
    }
    if (!m_compareMap)
        return &frame.map.pixels;
    if (frame.compareMap.revision != m_compareRevision) {
        m_compareMap->sample(request.geometry, frame.compareMap.pixels);
        frame.compareMap.revision = m_compareRevision;
    }
    const auto split = static_cast<int>(
        std::lround(request.splitPosition * request.geometry.deviceSize().width()));
    const int left =
        std::clamp(split - request.geometry.imageInDevice().x(), 0, frame.map.pixels.cols);
    frame.compareMap.pixels.copyTo(frame.scores);
    if (left > 0)
        frame.map.pixels.colRange(0, left).copyTo(frame.scores.colRange(0, left));
    return &frame.scores;
}

} // namespace cf::ui
