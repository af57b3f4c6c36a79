#pragma once

#include "core/workflow/inspect.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;

namespace cf::ui {

class ImageCanvas;

/// One view of the grid: a canvas, the choice of the stage that it shows, and the map's value under
/// the cursor.
class InspectTile : public QWidget
{
    Q_OBJECT
public:
    explicit InspectTile(QWidget *parent = nullptr);

    ImageCanvas &canvas() { return *m_canvas; }

    void setInspection(const std::shared_ptr<const workflow::Inspection> &inspection);
    /// -1: the picture alone.
    void setStage(int stage);
    int stage() const { return m_stage; }
    /// In place of the fused map that came with the inspection.
    void setFused(const cv::Mat &fused);
    void setDeviations(double deviations); ///< upper end of standardised maps
    void setThreshold(double threshold);   ///< in standard deviations

Q_SIGNALS:
    void stageChosen(int stage);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showStage();
    void showProbe(std::optional<QPoint> pixel);
    void fillChoices();
    const workflow::NoiseStage *shown() const;

    std::shared_ptr<const workflow::Inspection> m_inspection;
    ImageCanvas *m_canvas;
    QComboBox *m_choice;
    QLabel *m_value;
    cv::Mat m_fused;
    int m_stage = -1;
    double m_deviations = 8.0;
    double m_threshold = 4.0;
};

} // namespace cf::ui
