#pragma once

#include "core/workflow/preflight.h"
#include "core/workflow/training_estimate.h"
#include "ui/jobs/job_runner.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace cf::ui {

/// What is known of a training before it begins: how long it takes on this computer, and whether
/// everything that it needs is there.
class ForecastPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ForecastPanel(JobRunner *runner, QWidget *parent = nullptr);

    /// Forgets what was found out for other settings. None: there is nothing to train on. The
    /// dataset is that of the request.
    void setRequest(const std::optional<workflow::TrainRequest> &request,
                    const std::shared_ptr<const dataset::Dataset> &dataset);
    /// Checks anew; then measures if nothing is in the way, the time is not known and nothing runs.
    void refresh();
    void stopEstimate();
    /// What was measured for these settings, if it was.
    std::optional<engine::TrainingEstimate>
    estimateFor(const workflow::TrainRequest &request) const;
    /// What the check found to be in the way.
    QStringList obstacles() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void check(bool thenEstimate);
    void estimateIfFree();
    void estimate();
    void onEstimated(const Job &job);
    void showEstimate();
    void showFindings();
    void retranslate();

    JobRunner *m_runner;
    std::optional<workflow::TrainRequest> m_request;
    std::shared_ptr<const dataset::Dataset> m_dataset;
    std::vector<std::pair<workflow::TrainRequest, engine::TrainingEstimate>> m_estimates;
    std::vector<workflow::PreflightFinding> m_findings;
    std::optional<Error> m_error; ///< of the last estimate
    QPointer<Job> m_job;
    QTimer m_soon;
    quint64 m_check = 0; ///< number of the latest; answers to earlier ones are dropped

    QLabel *m_timeTitle, *m_time, *m_checkTitle;
    QProgressBar *m_bar;
    QPushButton *m_estimate;
    QGridLayout *m_list;
};

} // namespace cf::ui
