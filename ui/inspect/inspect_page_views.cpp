#include "ui/image/image_canvas.h"
#include "ui/inspect/inspect_controls.h"
#include "ui/inspect/inspect_page.h"
#include "ui/inspect/level_controls.h"
#include "ui/inspect/map_chooser.h"
#include "ui/inspect/maps_export.h"
#include "ui/inspect/noise_panel.h"
#include "ui/inspect/profile_panel.h"
#include "ui/inspect/values_panel.h"

#include <QGridLayout>
#include <QTabWidget>
#include <QToolButton>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

/// Columns of a grid of so many views, wider than high as screens are.
int columnsFor(int count)
{
    return static_cast<int>(std::ceil(std::sqrt(count)));
}

} // namespace

InspectTile *InspectPage::newTile()
{
    auto *tile = new InspectTile;
    auto &canvas = tile->canvas();
    canvas.setViewState(&m_view);
    canvas.setOpacity(m_controls->opacity());
    canvas.setOverlayShown(m_overlayShown);
    canvas.setMaskShown(m_maskShown);
    canvas.setProfileTool(m_profileButton->isChecked());
    tile->setColours(m_controls->colours());
    tile->setScaleWish(
        {m_controls->deviations(), m_controls->threshold(), m_controls->perPicture()});
    connect(&canvas, &ImageCanvas::opacityChanged, m_controls, &InspectControls::setOpacity);
    connect(tile, &InspectTile::stageChosen, this, [this, tile](int stage) {
        if (!m_tiles.empty() && tile == m_tiles.back() && stage >= 0)
            m_noise->setStage(stage);
    });
    connect(tile, &InspectTile::mapWanted, this,
            [this, tile](InspectTile::Side side, const workflow::MapChoice &choice) {
                makeMap(tile, side, choice);
            });
    connect(tile, &InspectTile::shownChanged, this, &InspectPage::updatePanels);
    connect(tile, &InspectTile::activated, this, [this, tile] { m_active = tile; });
    return tile;
}

void InspectPage::setTiles(int count)
{
    while (static_cast<int>(m_tiles.size()) > count) {
        auto *tile = m_tiles.back();
        m_tiles.pop_back();
        if (m_active == tile)
            m_active = nullptr;
        tile->canvas().setViewState(nullptr);
        delete tile;
    }
    while (static_cast<int>(m_tiles.size()) < count) {
        auto *tile = newTile();
        m_tiles.push_back(tile);
        if (m_inspection) {
            const int added = static_cast<int>(m_tiles.size());
            const int last = static_cast<int>(m_inspection->stages.size()) - 1;
            tile->setInspection(m_inspection);
            tile->setLevels(m_levels->levels());
            tile->setStage(std::min(added - 2, last)); // the picture, then the stages in order
        }
    }
    const int columns = columnsFor(count);
    for (int i = 0; i < count; ++i)
        m_grid->addWidget(m_tiles[static_cast<std::size_t>(i)], i / columns, i % columns);
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, row * columns < count ? 1 : 0);
    if (m_inspection) {
        m_tiles.back()->setStage(m_noise->stage());
        fuse();
    }
}

InspectTile *InspectPage::activeTile() const
{
    return m_active ? m_active : m_tiles.back();
}

void InspectPage::fuse()
{
    if (!m_inspection)
        return;
    const double lambda = m_controls->lambda();
    const auto &scored = m_inspection->scored;
    if (lambda == scored.lambda) {
        m_fused = scored.fused; // the engine's own, to the last bit
    } else {
        m_fused = cv::Mat(); // the old one is still shown, and shared
        cv::addWeighted(scored.filtered, lambda, scored.baseline, 1.0 - lambda, 0.0, m_fused);
    }
    for (auto *tile : m_tiles)
        tile->setFused(m_fused);
}

void InspectPage::setScaleWish()
{
    for (auto *tile : m_tiles)
        tile->setScaleWish(
            {m_controls->deviations(), m_controls->threshold(), m_controls->perPicture()});
    updatePanels();
}

void InspectPage::makeMap(InspectTile *tile, InspectTile::Side side,
                          const workflow::MapChoice &choice)
{
    m_inspector.makeMap(m_inspection, choice, &tile->chooser(side),
                        [this, tile, side, choice, of = m_inspection](const cv::Mat &map) {
                            if (m_inspection == of)
                                tile->setMap(side, choice, map);
                        });
}

void InspectPage::showProfile()
{
    m_profile->setLine(m_view.profileInImage());
    if (m_view.profileInImage())
        m_panels->setCurrentWidget(m_profile);
    updatePanels();
}

void InspectPage::updatePanels()
{
    if (m_panels->currentWidget() == m_values) {
        std::vector<ValuedMap> values;
        for (const auto &one : exportableMaps())
            values.push_back({one.name, one.map});
        m_values->setMaps(values);
    }
    std::vector<ProfiledMap> maps;
    if (m_view.profileInImage())
        for (const auto *tile : m_tiles)
            for (const auto &shown : tile->shown())
                maps.push_back({shown.name, shown.map, shown.legend.scale});
    m_profile->setMaps(maps);
}

void InspectPage::showCursor()
{
    const auto cursor = m_view.cursorInImage();
    std::optional<QPoint> pixel;
    if (cursor && m_inspection)
        pixel = QPoint(static_cast<int>(std::floor(cursor->x())),
                       static_cast<int>(std::floor(cursor->y())));
    for (auto *tile : m_tiles)
        tile->showValuesAt(pixel);
    if (pixel)
        m_values->setPixel(*pixel);
}

void InspectPage::stepStage(int step)
{
    if (!m_inspection)
        return;
    const int last = static_cast<int>(m_inspection->stages.size()) - 1;
    const int stage = std::clamp(m_noise->stage() + step, 0, last);
    m_noise->setStage(stage);
    m_tiles.back()->setStage(stage);
}

void InspectPage::nextStage()
{
    stepStage(1);
}

void InspectPage::previousStage()
{
    stepStage(-1);
}

void InspectPage::fit()
{
    m_view.fit();
}

void InspectPage::zoomTo100()
{
    if (!m_tiles.empty())
        m_tiles.front()->canvas().zoomTo100();
}

void InspectPage::toggleOverlay()
{
    m_overlayShown = !m_overlayShown;
    setFlicker(false);
}

void InspectPage::toggleMask()
{
    m_maskShown = !m_maskShown;
    eachCanvas([this](ImageCanvas &canvas) { canvas.setMaskShown(m_maskShown); });
}

void InspectPage::toggleSplit()
{
    auto *tile = activeTile();
    tile->setSplit(!tile->isSplit());
}

void InspectPage::toggleProfile()
{
    // The button has changed already if it was clicked.
    const bool on =
        sender() == m_profileButton ? m_profileButton->isChecked() : !m_profileButton->isChecked();
    m_profileButton->setChecked(on);
    eachCanvas([on](ImageCanvas &canvas) { canvas.setProfileTool(on); });
    if (on)
        m_panels->setCurrentWidget(m_profile);
}

void InspectPage::clearProfile()
{
    m_view.setProfileInImage(std::nullopt);
}

void InspectPage::setFlicker(bool hidden)
{
    eachCanvas([&](ImageCanvas &canvas) { canvas.setOverlayShown(m_overlayShown && !hidden); });
}

void InspectPage::eachCanvas(const std::function<void(ImageCanvas &)> &what)
{
    for (auto *tile : m_tiles)
        what(tile->canvas());
}

} // namespace cf::ui
