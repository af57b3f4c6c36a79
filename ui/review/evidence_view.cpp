#include "ui/review/evidence_view.h"

#include "core/imaging/colour_map.h"
#include "ui/image/image_canvas.h"
#include "ui/inspect/map_legend.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

namespace cf::ui {

namespace {

constexpr auto kColours = imaging::ColourMap::Viridis;
constexpr double kOpacity = 0.5;
constexpr float kHighWithoutScores = 8.0F; // deviations of normals, as on the Inspect page

} // namespace

EvidenceView::EvidenceView(QWidget *parent)
    : QWidget(parent), m_canvas(new ImageCanvas), m_legend(new MapLegend), m_sentence(new QLabel)
{
    m_canvas->setColourMap(kColours);
    m_canvas->setOpacity(kOpacity);
    m_canvas->setFading(true); // the picture itself is what is judged
    m_canvas->setMaskShown(m_maskShown);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("mapSentence"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_legend);
    column->addWidget(m_sentence);
    m_canvas->installEventFilter(this);
    describeMap();
}

bool EvidenceView::eventFilter(QObject *watched, QEvent *event)
{
    const bool answer = QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::Paint && m_picture && !m_isPainted) {
        m_isPainted = true;
        QMetaObject::invokeMethod(this, &EvidenceView::painted, Qt::QueuedConnection);
    }
    return answer;
}

void EvidenceView::show(const workflow::ReviewSet &set, std::size_t picture,
                        const workflow::Evidence &evidence, bool blind)
{
    const bool isOther = m_picture != picture || !m_canvas->hasPicture();
    if (isOther) {
        m_canvas->setPicture(evidence.picture);
        m_map.release();
        m_kind = Map::None;
        m_hasMask = evidence.mask && !blind;
        if (m_hasMask)
            m_canvas->setMask(*evidence.mask);
        m_picture = picture;
        m_isPainted = false;
    }
    if (m_map.data != evidence.map.data || isOther)
        showMap(set, evidence);
    m_note = QString::fromStdString(evidence.mapProblem);
    m_isMapAwaited = evidence.mapCanBeMade();
    describeMap();
}

void EvidenceView::showMap(const workflow::ReviewSet &set, const workflow::Evidence &evidence)
{
    m_map = evidence.map;
    if (m_map.empty())
        return;
    m_kind = set.run && set.run->kind == store::RunKind::External ? Map::External : Map::Fused;
    const auto &category = set.categories[set.pictures[*m_picture].category];
    m_isOwnScale = category.high <= category.low;
    m_canvas->setRange(m_isOwnScale ? 0.0F : static_cast<float>(category.low),
                       m_isOwnScale ? kHighWithoutScores : static_cast<float>(category.high));
    m_canvas->setThreshold(
        category.threshold ? std::optional(static_cast<float>(*category.threshold)) : std::nullopt);
    m_canvas->setMap(m_map);
}

void EvidenceView::showBusy()
{
    clear();
    m_canvas->showBusy();
}

void EvidenceView::showError(const QString &sentence)
{
    clear();
    m_canvas->showError(sentence);
}

void EvidenceView::clear()
{
    m_picture.reset();
    m_map.release();
    m_kind = Map::None;
    m_note.clear();
    m_isMapAwaited = false;
    m_canvas->clear();
    describeMap();
}

void EvidenceView::toggleOverlay()
{
    m_overlayShown = !m_overlayShown;
    showOverlay();
}

void EvidenceView::setFlicker(bool hidden)
{
    m_isFlickering = hidden;
    showOverlay();
}

void EvidenceView::showOverlay()
{
    m_canvas->setOverlayShown(m_overlayShown && !m_isFlickering);
}

void EvidenceView::toggleMask()
{
    m_maskShown = !m_maskShown;
    m_canvas->setMaskShown(m_maskShown);
}

std::string EvidenceView::shownJson() const
{
    using nlohmann::ordered_json;
    const auto &style = m_canvas->style();
    const bool hasMap = m_kind != Map::None;
    ordered_json shown;
    shown["map"] = hasMap ? ordered_json(m_kind == Map::Fused ? "fused" : "external") : nullptr;
    shown["colours"] =
        hasMap ? ordered_json(std::string(imaging::toString(style.colours))) : nullptr;
    shown["low"] = hasMap ? ordered_json(style.scale.low) : nullptr;
    shown["high"] = hasMap ? ordered_json(style.scale.high) : nullptr;
    shown["threshold"] =
        hasMap && style.scale.threshold ? ordered_json(*style.scale.threshold) : nullptr;
    shown["opacity"] = style.opacity;
    shown["overlay"] = hasMap && style.mapShown;
    shown["ground_truth"] = m_hasMask && style.maskShown;
    shown["zoom"] = m_canvas->zoom();
    const auto centre = m_canvas->geometryOfView().centreInImage();
    shown["centre"] = {centre.x(), centre.y()};
    return shown.dump();
}

void EvidenceView::describeMap()
{
    const bool hasMap = m_kind != Map::None;
    m_legend->setVisible(hasMap);
    if (hasMap) {
        LegendEntry entry;
        entry.unit = m_isOwnScale ? tr("deviations of normals")
                                  : tr("score; the same colours in the whole category");
        entry.scale = m_canvas->style().scale;
        entry.colours = kColours;
        m_legend->setEntries({entry});
    }
    QString sentence;
    if (m_picture && !hasMap)
        sentence = m_isMapAwaited ? tr("No map was kept for this picture; it is being made.")
                                  : tr("There is no map of this picture. %1").arg(m_note);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void EvidenceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describeMap();
}

} // namespace cf::ui
