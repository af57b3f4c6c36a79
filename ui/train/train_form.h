#pragma once

#include "core/dataset/dataset.h"
#include "core/workflow/train.h"
#include "ui/jobs/job_runner.h"
#include "ui/templates/template_choice.h"

#include <QWidget>

#include <array>
#include <memory>

class QStackedLayout;

namespace cf::ui {

class DataStep;
class ProfileStep;
class StepPage;
class TemplatesStep;
class VaryStep;

/// What a training depends on, in plain words, one step after the other.
class TrainForm : public QWidget
{
    Q_OBJECT
public:
    enum class Step { Data, Templates, Vary, Profile };
    static constexpr int kSteps = 4;

    explicit TrainForm(JobRunner *runner, QWidget *parent = nullptr);

    /// Where the result is to be kept; looked at before a training begins.
    void setProject(const std::optional<std::filesystem::path> &project);
    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset);
    /// The rule of the page where the templates are looked at; without templatesChanged().
    void setTemplates(engine::TemplateStrategy strategy, int count,
                      std::vector<std::filesystem::path> chosenFiles, const ChosenSource &source);
    void showStep(Step step);
    QWidget *firstControl(Step step) const;
    /// Without project folder. Equal choices give the command line's request for the same options.
    workflow::TrainRequest request() const;
    /// Why training cannot begin, a sentence each; empty: it can. Warnings do not stand here.
    QStringList obstacles() const;
    QStringList obstacles(Step step) const;
    /// What makes a good result unlikely, a sentence each.
    QStringList warnings() const;
    /// Makes room for a training: what was being measured for it is dropped.
    void stopForecast();

Q_SIGNALS:
    void changed();
    void coverageWanted();
    /// By the user, in this form.
    void templatesChanged(cf::engine::TemplateStrategy strategy, int count,
                          const cf::ui::ChosenSource &source);

private:
    void onChanged();
    workflow::TrainRequest basis() const;
    void showForecast();

    std::optional<std::filesystem::path> m_project;
    DataStep *m_data;
    TemplatesStep *m_templates;
    VaryStep *m_vary;
    ProfileStep *m_profile;
    std::array<StepPage *, kSteps> m_steps;
    QStackedLayout *m_stack;
};

} // namespace cf::ui
