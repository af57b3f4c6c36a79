#include "ui/inspect/inspect_tile.h"

#include "ui/image/image_canvas.h"
#include "ui/inspect/stage_text.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace cf::ui {

InspectTile::InspectTile(QWidget *parent) : QWidget(parent)
{
    m_choice = new QComboBox;
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(16);
    m_value = new QLabel;
    m_value->setMinimumWidth(
        m_value->fontMetrics().horizontalAdvance(QStringLiteral("0000, 0000: -00.0000")));
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_canvas = new ImageCanvas;
    auto *top = new QHBoxLayout;
    top->addWidget(m_choice, 1);
    top->addWidget(m_value);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_canvas, 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) {
        setStage(index - 1);
        Q_EMIT stageChosen(m_stage);
    });
    connect(m_canvas, &ImageCanvas::probed, this, [this](QPoint pixel) { showProbe(pixel); });
    connect(m_canvas, &ImageCanvas::probeLeft, this, [this] { showProbe(std::nullopt); });
    fillChoices();
}

void InspectTile::setInspection(const std::shared_ptr<const workflow::Inspection> &inspection)
{
    m_inspection = inspection;
    m_fused.release();
    fillChoices();
    if (!inspection) {
        m_canvas->clear();
        return;
    }
    m_canvas->setPicture(inspection->picture);
    if (inspection->mask)
        m_canvas->setMask(*inspection->mask);
    showStage();
}

void InspectTile::setStage(int stage)
{
    m_stage = stage;
    const QSignalBlocker quiet(m_choice);
    m_choice->setCurrentIndex(stage + 1);
    showStage();
}

void InspectTile::setFused(const cv::Mat &fused)
{
    m_fused = fused;
    const auto *stage = shown();
    if (stage && stage->kind == workflow::NoiseStage::Kind::Fused)
        m_canvas->setMap(fused);
}

void InspectTile::setDeviations(double deviations)
{
    m_deviations = deviations;
    if (const auto *stage = shown()) {
        const auto [low, high] = stageRange(*stage, m_deviations);
        m_canvas->setRange(low, high);
    }
}

void InspectTile::setThreshold(double threshold)
{
    m_threshold = threshold;
    const auto *stage = shown();
    m_canvas->setThreshold(stage && isStandardised(stage->kind)
                               ? std::optional(static_cast<float>(threshold))
                               : std::nullopt);
}

const workflow::NoiseStage *InspectTile::shown() const
{
    const auto index = static_cast<std::size_t>(m_stage);
    return m_inspection && m_stage >= 0 && index < m_inspection->stages.size()
               ? &m_inspection->stages[index]
               : nullptr;
}

void InspectTile::showStage()
{
    if (!m_inspection)
        return;
    const auto *stage = shown();
    const bool isFused = stage && stage->kind == workflow::NoiseStage::Kind::Fused;
    m_canvas->setMap(!stage ? cv::Mat() : isFused && !m_fused.empty() ? m_fused : stage->map);
    setDeviations(m_deviations);
    setThreshold(m_threshold);
}

void InspectTile::showProbe(std::optional<QPoint> pixel)
{
    if (!pixel) {
        m_value->clear();
        return;
    }
    const auto value = m_canvas->valueAt(*pixel);
    const auto place = QStringLiteral("%1, %2").arg(pixel->x()).arg(pixel->y());
    m_value->setText(value ? place +
                                 QStringLiteral(": %L1").arg(static_cast<double>(*value), 0, 'f', 4)
                           : place);
}

void InspectTile::fillChoices()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("Picture"));
    if (m_inspection)
        for (const auto &stage : m_inspection->stages)
            m_choice->addItem(stageName(stage));
    m_choice->setCurrentIndex(m_stage + 1);
    m_choice->setAccessibleName(tr("Map shown over the picture"));
    m_value->setAccessibleName(tr("Value under the cursor"));
}

void InspectTile::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fillChoices();
}

} // namespace cf::ui
