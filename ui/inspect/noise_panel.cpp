#include "ui/inspect/noise_panel.h"

#include "ui/inspect/map_text.h"
#include "ui/plots/curve_plot.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <limits>

namespace cf::ui {

namespace {

constexpr int kLeastPlotPx = 170;

} // namespace

NoisePanel::NoisePanel(QWidget *parent) : QWidget(parent)
{
    m_name = new QLabel;
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(0, 0);
    m_slider->setPageStep(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_densities = new CurvePlot;
    m_overlaps = new CurvePlot;
    for (auto *plot : {m_densities, m_overlaps})
        plot->setMinimumHeight(kLeastPlotPx);
    m_overlaps->setWholeSteps();
    auto *top = new QHBoxLayout;
    top->addWidget(m_slider, 1);
    top->addWidget(m_name);
    auto *plots = new QHBoxLayout;
    plots->addWidget(m_densities, 1);
    plots->addWidget(m_overlaps, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addLayout(top);
    column->addLayout(plots, 1);
    connect(m_slider, &QSlider::valueChanged, this, [this](int stage) {
        showStage();
        Q_EMIT stageChosen(stage);
    });
    retranslate();
}

void NoisePanel::setInspection(const std::shared_ptr<const workflow::Inspection> &inspection)
{
    m_inspection = inspection;
    const QSignalBlocker quiet(m_slider);
    const int last = inspection ? static_cast<int>(inspection->stages.size()) - 1 : 0;
    const bool wasLast = m_slider->value() == m_slider->maximum();
    m_slider->setRange(0, last);
    if (wasLast)
        m_slider->setValue(last);
    m_slider->setEnabled(last > 0);
    showStage();
    showOverlaps();
}

void NoisePanel::setStage(int stage)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(stage);
    showStage();
    showOverlaps();
}

int NoisePanel::stage() const
{
    return m_slider->value();
}

void NoisePanel::showStage()
{
    const auto index = static_cast<std::size_t>(m_slider->value());
    if (!m_inspection || index >= m_inspection->stages.size()) {
        m_name->clear();
        m_densities->setCurves({});
        return;
    }
    const auto &stage = m_inspection->stages[index];
    QString text = stageName(stage);
    if (stage.overlap)
        text += tr(", overlap %L1 %").arg(100.0 * *stage.overlap, 0, 'f', 1);
    m_name->setText(text);
    std::vector<PlotCurve> curves;
    if (stage.normal)
        curves.push_back(
            {tr("normal pixels"), stage.normal->position, stage.normal->density, true});
    if (stage.defective)
        curves.push_back(
            {tr("defect pixels"), stage.defective->position, stage.defective->density, false});
    m_densities->setCurves(curves);
    showOverlaps();
}

void NoisePanel::showOverlaps()
{
    std::vector<PlotCurve> curves;
    if (m_inspection) {
        PlotCurve all{tr("overlap"), {}, {}, false};
        PlotCurve here{tr("this stage"), {}, {}, true};
        bool any = false;
        for (std::size_t i = 0; i < m_inspection->stages.size(); ++i) {
            const auto &overlap = m_inspection->stages[i].overlap;
            any = any || overlap;
            all.x.push_back(static_cast<double>(i + 1));
            all.y.push_back(overlap.value_or(std::numeric_limits<double>::quiet_NaN()));
        }
        if (any) {
            const double x = m_slider->value() + 1;
            here.x = {x, x};
            here.y = {0.0, 1.0};
            curves = {std::move(all), std::move(here)};
        }
    }
    m_overlaps->setCurves(curves);
}

void NoisePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NoisePanel::retranslate()
{
    m_slider->setAccessibleName(tr("Stage from matching cost to fused map"));
    m_slider->setToolTip(tr("From the raw matching cost to the fused map"));
    m_densities->setLabels(tr("score"), tr("density"));
    m_densities->setAccessibleName(tr("Densities of normal and defect pixels"));
    m_densities->setEmptyText(tr("Needs a picture with a marked defect."));
    m_overlaps->setLabels(tr("stage"), tr("overlap, 0 to 1"));
    m_overlaps->setAccessibleName(tr("Overlap of the densities along the stages"));
    m_overlaps->setEmptyText(tr("How far normal and defect pixels are told apart."));
    showStage();
}

} // namespace cf::ui
