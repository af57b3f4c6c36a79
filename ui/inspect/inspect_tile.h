#pragma once

#include "core/workflow/inspect.h"
#include "ui/inspect/map_legend.h"
#include "ui/inspect/map_text.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <utility>

class QToolButton;

namespace cf::ui {

class ImageCanvas;
class MapChooser;

/// One view of the grid: a canvas, the choice of the map that it shows (left and right of a handle
/// if it is split), the scale, and the map's value under the cursor.
class InspectTile : public QWidget
{
    Q_OBJECT
public:
    explicit InspectTile(QWidget *parent = nullptr);

    enum Side { Left, Right };

    /// One map that is seen, with its name.
    struct Shown
    {
        workflow::MapChoice choice;
        QString name;
        cv::Mat map; ///< empty while it is made
        LegendEntry legend;
    };

    ImageCanvas &canvas() { return *m_canvas; }
    MapChooser &chooser(Side side) { return *m_sides[side].chooser; }

    void setInspection(const std::shared_ptr<const workflow::Inspection> &inspection);
    /// -1: the picture alone.
    void setStage(int stage);
    int stage() const; ///< -1 where the left side shows no stage
    void setChoice(Side side, const workflow::MapChoice &choice);
    const workflow::MapChoice &choice(Side side) const;
    /// The answer to mapWanted(); passed over if something else is wanted by now.
    void setMap(Side side, const workflow::MapChoice &choice, const cv::Mat &map);
    void setSplit(bool split);
    bool isSplit() const;

    /// In place of the fused map that came with the inspection.
    void setFused(const cv::Mat &fused);
    void setScaleWish(const ScaleWish &wish);
    void setColours(imaging::ColourMap colours);
    /// The picture's values from black to white; none = all that its bits hold.
    void setLevels(const std::optional<std::pair<double, double>> &levels);

    /// The values at this pixel stand in the legend, whichever view the mouse is over; none = the
    /// units.
    void showValuesAt(const std::optional<QPoint> &pixelInImage);

    /// What is seen, left first.
    std::vector<Shown> shown() const;
    QString title() const; ///< "Fused map", or "Baseline map | Fused map"

Q_SIGNALS:
    void stageChosen(int stage);
    void mapWanted(cf::ui::InspectTile::Side side, const cf::workflow::MapChoice &choice);
    void shownChanged();
    void activated(); ///< the user does something in this tile

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Half
    {
        MapChooser *chooser = nullptr;
        cv::Mat map;
    };
    void show(Side side);
    void showMap(Side side);
    void showScale();
    bool showsFused(Side side) const;
    MapScale scale(Side side) const;
    LegendEntry legend(Side side) const;
    void retranslate();

    std::shared_ptr<const workflow::Inspection> m_inspection;
    std::array<Half, 2> m_sides;
    ImageCanvas *m_canvas;
    QToolButton *m_split;
    MapLegend *m_legend;
    cv::Mat m_fused;
    ScaleWish m_wish;
    std::optional<std::pair<double, double>> m_levels;
    imaging::ColourMap m_colours = imaging::ColourMap::Inferno;
};

} // namespace cf::ui
