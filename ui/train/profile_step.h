#pragma once

#include "core/dataset/dataset.h"
#include "core/workflow/train.h"
#include "ui/jobs/job_runner.h"
#include "ui/train/step_page.h"

#include <array>
#include <memory>
#include <optional>

class QButtonGroup;
class QToolButton;

namespace cf::ui {

class ChoiceCard;
class ExpertSettings;
class ForecastPanel;

/// How thoroughly to train, what that takes on this computer, and whether all is ready.
class ProfileStep : public StepPage
{
    Q_OBJECT
public:
    enum class Pace { Quick, Balanced, Paper };

    explicit ProfileStep(JobRunner *runner, QWidget *parent = nullptr);

    /// Adds profile and expert settings to what the other steps chose, and forecasts that. None:
    /// there is nothing to train on yet.
    void setBasis(const std::optional<workflow::TrainRequest> &basis,
                  const std::shared_ptr<const dataset::Dataset> &dataset);
    void apply(workflow::TrainRequest &request) const;
    QStringList obstacles() const;
    ForecastPanel &forecast() { return *m_forecast; }
    const ForecastPanel &forecast() const { return *m_forecast; }

    QWidget *firstControl() const override;

Q_SIGNALS:
    void changed();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void applyPace(Pace pace, workflow::TrainRequest &request) const;
    void showForecast();

    std::optional<workflow::TrainRequest> m_basis;
    std::array<ChoiceCard *, 3> m_cards;
    QButtonGroup *m_paces;
    QToolButton *m_fold;
    ExpertSettings *m_expert;
    ForecastPanel *m_forecast;
};

} // namespace cf::ui
