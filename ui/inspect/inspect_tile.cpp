#include "ui/inspect/inspect_tile.h"

#include "ui/image/image_canvas.h"
#include "ui/inspect/map_chooser.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <opencv2/core.hpp>

namespace cf::ui {

namespace {

using Choice = workflow::MapChoice;

} // namespace

InspectTile::InspectTile(QWidget *parent) : QWidget(parent)
{
    m_canvas = new ImageCanvas;
    m_legend = new MapLegend;
    m_split = new QToolButton;
    m_split->setObjectName(QStringLiteral("split"));
    m_split->setCheckable(true);
    m_split->setAutoRaise(true);
    auto *choosers = new QHBoxLayout;
    choosers->setSpacing(6);
    for (const Side side : {Left, Right}) {
        auto *chooser = new MapChooser;
        m_sides[side].chooser = chooser;
        choosers->addWidget(chooser, 1, Qt::AlignTop);
        connect(chooser, &MapChooser::chosen, this, [this, side] {
            show(side);
            if (side == Left)
                Q_EMIT stageChosen(stage());
        });
    }
    m_sides[Right].chooser->hide();
    choosers->addWidget(m_split, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(choosers);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_legend);
    m_canvas->installEventFilter(this);
    connect(m_split, &QToolButton::toggled, this, &InspectTile::setSplit);
    // Views share the room evenly, however long the names in them are.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    retranslate();
}

void InspectTile::setInspection(const std::shared_ptr<const workflow::Inspection> &inspection)
{
    m_inspection = inspection;
    m_fused.release();
    for (auto &half : m_sides) {
        half.map.release();
        half.chooser->setInspection(inspection);
    }
    if (!inspection) {
        m_canvas->clear();
        m_legend->setEntries({});
        return;
    }
    m_canvas->setPicture(inspection->picture);
    if (inspection->mask)
        m_canvas->setMask(*inspection->mask);
    show(Left);
    show(Right);
}

void InspectTile::setStage(int stage)
{
    setChoice(Left, stage < 0 ? Choice{} : Choice{Choice::Kind::Stage, stage, 0});
}

int InspectTile::stage() const
{
    const auto &left = choice(Left);
    return left.kind == Choice::Kind::Stage ? left.index : -1;
}

void InspectTile::setChoice(Side side, const Choice &choice)
{
    m_sides[side].chooser->setChoice(choice);
    show(side);
}

const Choice &InspectTile::choice(Side side) const
{
    return m_sides[side].chooser->choice();
}

void InspectTile::show(Side side)
{
    if (!m_inspection || (side == Right && !isSplit()))
        return;
    const auto &wanted = choice(side);
    auto &map = m_sides[side].map;
    if (wanted.kind == Choice::Kind::Picture || !m_inspection->has(wanted)) {
        map.release();
    } else if (wanted.kind == Choice::Kind::Stage) {
        const auto &stage = m_inspection->stages[static_cast<std::size_t>(wanted.index)];
        map = showsFused(side) && !m_fused.empty() ? m_fused : stage.map;
    } else {
        map.release();
        Q_EMIT mapWanted(side, wanted);
    }
    showMap(side);
}

void InspectTile::setMap(Side side, const Choice &choice, const cv::Mat &map)
{
    if (!m_inspection || !(this->choice(side) == choice))
        return;
    m_sides[side].map = map;
    showMap(side);
}

void InspectTile::showMap(Side side)
{
    if (side == Left)
        m_canvas->setMap(m_sides[Left].map);
    else
        m_canvas->setCompareMap(isSplit() ? m_sides[Right].map : cv::Mat());
    showScale();
    Q_EMIT shownChanged();
}

void InspectTile::setSplit(bool split)
{
    const bool had = m_canvas->style().isSplit;
    m_split->setChecked(split);
    m_sides[Right].chooser->setVisible(split);
    m_canvas->setSplit(split);
    if (had == split)
        return;
    if (split) {
        show(Right);
    } else {
        m_sides[Right].map.release();
        showMap(Right);
    }
    retranslate();
}

bool InspectTile::isSplit() const
{
    return m_split->isChecked();
}

bool InspectTile::showsFused(Side side) const
{
    const auto &shown = choice(side);
    return m_inspection && shown.kind == Choice::Kind::Stage && m_inspection->has(shown) &&
           m_inspection->stages[static_cast<std::size_t>(shown.index)].kind ==
               workflow::NoiseStage::Kind::Fused;
}

void InspectTile::setFused(const cv::Mat &fused)
{
    m_fused = fused;
    for (const Side side : {Left, Right}) {
        if (showsFused(side) && (side == Left || isSplit())) {
            m_sides[side].map = fused;
            showMap(side);
        }
    }
}

void InspectTile::setScaleWish(const ScaleWish &wish)
{
    m_wish = wish;
    showScale();
}

void InspectTile::setColours(imaging::ColourMap colours)
{
    m_colours = colours;
    m_canvas->setColourMap(colours);
    showScale();
}

MapScale InspectTile::scale(Side side) const
{
    return scaleOf(*m_inspection, choice(side), m_sides[side].map, m_wish);
}

void InspectTile::showScale()
{
    if (!m_inspection)
        return;
    const auto left = scale(Left);
    m_canvas->setRange(left.low, left.high);
    m_canvas->setThreshold(left.threshold);
    m_canvas->setCompareScale(isSplit() ? std::optional(scale(Right)) : std::nullopt);
    std::vector<LegendEntry> entries;
    for (const auto &one : shown())
        entries.push_back(one.legend);
    m_legend->setEntries(entries);
}

std::vector<InspectTile::Shown> InspectTile::shown() const
{
    std::vector<Shown> all;
    if (!m_inspection)
        return all;
    for (const Side side : {Left, Right}) {
        if (side == Right && !isSplit())
            continue;
        const auto &what = choice(side);
        all.push_back({what, choiceName(*m_inspection, what), m_sides[side].map, legend(side)});
    }
    return all;
}

LegendEntry InspectTile::legend(Side side) const
{
    const auto &what = choice(side);
    if (what.kind != Choice::Kind::Picture)
        return {unitText(*m_inspection, what, m_wish.perPicture), scale(side), m_colours};
    const bool isDeep = m_inspection->picture.depth() == CV_16U;
    const auto [black, white] = m_levels.value_or(std::pair(0.0, isDeep ? 65535.0 : 255.0));
    return {isDeep ? tr("picture, 16 bit") : tr("picture, 8 bit"),
            {static_cast<float>(black), static_cast<float>(white), std::nullopt},
            imaging::ColourMap::Grey};
}

void InspectTile::setLevels(const std::optional<std::pair<double, double>> &levels)
{
    m_levels = levels;
    if (levels)
        m_canvas->setLevels(levels->first, levels->second);
    else
        m_canvas->resetLevels();
    showScale();
}

QString InspectTile::title() const
{
    QStringList names;
    for (const auto &one : shown())
        names += one.name;
    return names.join(QStringLiteral(" | "));
}

void InspectTile::showValuesAt(const std::optional<QPoint> &pixelInImage)
{
    if (!pixelInImage) {
        m_legend->setNotes({});
        return;
    }
    const auto text = [](std::optional<float> value) { // nine digits tell every float from the next
        return value ? QStringLiteral("%L1").arg(static_cast<double>(*value), 0, 'g', 9)
                     : QString();
    };
    const auto place = QStringLiteral("%1, %2").arg(pixelInImage->x()).arg(pixelInImage->y());
    const auto value = text(m_canvas->valueAt(*pixelInImage));
    QStringList notes{value.isEmpty() ? place : place + QStringLiteral(": ") + value};
    if (isSplit())
        notes += text(m_canvas->compareValueAt(*pixelInImage));
    m_legend->setNotes(notes);
}

void InspectTile::retranslate()
{
    m_sides[Left].chooser->setName(isSplit() ? tr("Map left of the divider")
                                             : tr("Map shown over the picture"));
    m_sides[Right].chooser->setName(tr("Map right of the divider"));
    m_split->setText(QStringLiteral("◧"));
    m_split->setAccessibleName(tr("Split this view"));
    m_split->setToolTip(tr("Compare two maps in this view. Drag the divider, or move it with Alt "
                           "and the arrow keys."));
}

bool InspectTile::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress)
        Q_EMIT activated();
    return QWidget::eventFilter(watched, event);
}

void InspectTile::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showScale();
    }
}

} // namespace cf::ui
