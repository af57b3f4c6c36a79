#pragma once

#include "core/dataset/dataset.h"
#include "core/workflow/variation.h"
#include "ui/jobs/job_runner.h"
#include "ui/train/step_page.h"

#include <QPointer>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QPushButton;

namespace cf::ui {

class VaryQuestion;

/// What may change between good pictures, shown on the user's own.
class VaryStep : public StepPage
{
    Q_OBJECT
public:
    explicit VaryStep(JobRunner *runner, QWidget *parent = nullptr);

    /// The examples are made from the normal pictures of these categories of the dataset.
    void setPictures(std::shared_ptr<const dataset::Dataset> dataset,
                     std::vector<const dataset::Category *> categories);
    engine::AllowedVariation variation() const;
    QWidget *firstControl() const override;
    /// Nothing of the present answers is still to be shown.
    bool isUpToDate() const { return m_shown && !m_job; }

Q_SIGNALS:
    void changed();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    enum Subject { Light, Pose, Background, Focus };
    void refreshSoon();
    void refresh();
    void take(const engine::VariationExamples &examples);
    void onEnded(const Job &job);
    void showMeasured();

    JobRunner *m_runner;
    std::array<VaryQuestion *, 4> m_questions;
    QLabel *m_note;
    QPushButton *m_again;
    QTimer m_soon;
    std::shared_ptr<const dataset::Dataset> m_dataset; ///< owns the categories
    std::vector<const dataset::Category *> m_categories;
    int m_pictures = 0; ///< counts the choices of other pictures
    QPointer<Job> m_job;
    bool m_shown = false; ///< the examples are those of the present pictures and answers
    std::optional<engine::MeasuredVariation> m_measured;
    std::optional<Error> m_error;
};

} // namespace cf::ui
