#pragma once

#include "core/workflow/inspect.h"

#include <QWidget>

#include <memory>

class QLabel;
class QSlider;

namespace cf::ui {

class CurvePlot;

/// The noise-suppression scrubber: from raw cost to final map, with the densities of normal and
/// defect pixels at the stage, and their overlap along all stages.
class NoisePanel : public QWidget
{
    Q_OBJECT
public:
    explicit NoisePanel(QWidget *parent = nullptr);

    void setInspection(const std::shared_ptr<const workflow::Inspection> &inspection);
    void setStage(int stage); ///< without stageChosen()
    int stage() const;

Q_SIGNALS:
    void stageChosen(int stage);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showStage();
    void showOverlaps();
    void retranslate();

    std::shared_ptr<const workflow::Inspection> m_inspection;
    QLabel *m_name;
    QSlider *m_slider;
    CurvePlot *m_densities, *m_overlaps;
};

} // namespace cf::ui
