#pragma once

#include "ui/image/map_layer.h"
#include "ui/image/tile_pyramid.h"

#include <QColor>
#include <QImage>
#include <QPainterPath>

#include <memory>
#include <vector>

namespace cf::ui {

/// How a map's scores become colours and an outline.
struct MapScale
{
    float low = 0.0F;               ///< score of the first colour
    float high = 1.0F;              ///< score of the last colour
    std::optional<float> threshold; ///< outlines the scores from here on

    bool operator==(const MapScale &) const = default;
};

/// How maps and masks are drawn over a picture.
struct OverlayStyle
{
    imaging::ColourMap colours = imaging::ColourMap::Viridis;
    MapScale scale;
    std::optional<MapScale> compareScale; ///< right of the handle; none = the same
    /// A side without a map shows the bare picture. Otherwise two maps are needed for a handle.
    bool isSplit = false;
    double opacity = 0.5;
    /// Scores below the threshold (without one, below `high`) fade until they are clear at `low`,
    /// so that nothing lies over a normal picture.
    bool fades = false;
    bool mapShown = true; ///< the colours and the outline at the threshold
    bool maskShown = true;

    bool operator==(const OverlayStyle &) const = default;
};

/// A picture, its maps and its mask, drawn for a view. Each layer is sampled once per view, so that
/// a new style only colours anew. GUI thread.
class ViewRenderer : public QObject
{
    Q_OBJECT
public:
    /// Everything but the layers that decides about the pixels.
    struct Request
    {
        ViewGeometry geometry;
        OverlayStyle style;
        double splitPosition = 0.5; ///< 0..1 of the view's width; left the map, right the other one
        QRgb background = 0;        ///< beside the picture

        bool operator==(const Request &) const = default;
    };

    /// What a view keeps from one drawing to the next.
    class Frame
    {
        friend class ViewRenderer;
        struct Sampled
        {
            cv::Mat pixels;
            quint64 revision = 0;
        };
        Request request;
        quint64 revision = 0;
        Sampled picture, map, compareMap, mask;
        cv::Mat colours; ///< kept for its memory
        QImage image;
    };

    using QObject::QObject;

    /// Drops the maps and the mask, which belong to the picture before. An empty matrix leaves
    /// nothing. Throws as TilePyramid, and then changes nothing.
    void setPicture(const cv::Mat &picture);
    /// Empty ones remove it. Throw as MapLayer (other types too), and then change nothing.
    void setMap(const cv::Mat &map32f);
    void setCompareMap(const cv::Mat &map32f);
    void setMask(const cv::Mat &mask);
    /// See TilePyramid.
    void setLevels(double low, double high);

    const TilePyramid *picture() const { return m_picture.get(); } ///< null without one
    const MapLayer *map() const { return m_map.get(); }
    const MapLayer *compareMap() const { return m_compareMap.get(); }

    /// Whether there is a handle between two sides.
    bool isSplit(const OverlayStyle &style) const;

    /// What render() outlines, as closed lines in logical pixels of the view.
    struct Outlines
    {
        QPainterPath threshold, mask;
    };
    Outlines outlines(const Request &request, Frame &frame);

    /// Format_RGB32, geometry.deviceSize(), with the geometry's device pixel ratio.
    const QImage &render(const Request &request, Frame &frame);

Q_SIGNALS:
    void changed(); ///< draw again
    void refined(); ///< after changed(), where a layer got more detail

private:
    std::unique_ptr<MapLayer> newLayer(const cv::Mat &map, int type, quint64 &revision);
    void bump(quint64 &revision);
    void refine(quint64 &revision);
    void compose(const Request &request, Frame &frame);
    /// A map's share of the view: columns first <= x < last of its sampled scores.
    struct Side
    {
        cv::Mat scores;
        int first, last;
        MapScale scale;
    };
    std::vector<Side> sidesOf(const Request &request, Frame &frame);
    /// 255 where the scores reach the threshold; empty without one.
    static cv::Mat thresholdRegion(const std::vector<Side> &sides);
    /// 255 on the ground truth; empty without one.
    cv::Mat maskRegion(const Request &request, Frame &frame);
    void forgetMoved(const Request &request, Frame &frame);

    std::unique_ptr<TilePyramid> m_picture;
    std::unique_ptr<MapLayer> m_map, m_compareMap, m_mask;
    quint64 m_revision = 1; ///< counts every change; the others are its values at their last one
    quint64 m_pictureRevision = 1, m_mapRevision = 1, m_compareRevision = 1, m_maskRevision = 1;
};

} // namespace cf::ui
