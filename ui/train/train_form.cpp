#include "ui/train/train_form.h"

#include "ui/train/data_step.h"
#include "ui/train/forecast_panel.h"
#include "ui/train/profile_step.h"
#include "ui/train/templates_step.h"
#include "ui/train/vary_step.h"

#include <QStackedLayout>

namespace cf::ui {

TrainForm::TrainForm(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_data(new DataStep(runner)), m_templates(new TemplatesStep(runner)),
      m_vary(new VaryStep(runner)), m_profile(new ProfileStep(runner)),
      m_steps({m_data, m_templates, m_vary, m_profile}), m_stack(new QStackedLayout(this))
{
    for (auto *step : m_steps)
        m_stack->addWidget(step);
    connect(m_data, &DataStep::changed, this, &TrainForm::onChanged);
    connect(m_templates, &TemplatesStep::changed, this, [this] {
        onChanged();
        Q_EMIT templatesChanged(m_templates->strategy(), m_templates->count(),
                                m_templates->source());
    });
    connect(m_vary, &VaryStep::changed, this, &TrainForm::onChanged);
    connect(m_profile, &ProfileStep::changed, this, &TrainForm::onChanged);
    connect(m_templates, &TemplatesStep::coverageWanted, this, &TrainForm::coverageWanted);
}

void TrainForm::setProject(const std::optional<std::filesystem::path> &project)
{
    m_project = project;
    m_data->setProject(project);
    showForecast();
}

void TrainForm::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset)
{
    m_data->setDataset(dataset);
    m_vary->setPictures(dataset, m_data->chosen()); // also where they are the same as before
    showForecast();
}

void TrainForm::setTemplates(engine::TemplateStrategy strategy, int count,
                             std::vector<std::filesystem::path> chosenFiles,
                             const ChosenSource &source)
{
    m_templates->setRule(strategy, count, std::move(chosenFiles), source);
    onChanged();
}

void TrainForm::showStep(Step step)
{
    m_stack->setCurrentIndex(static_cast<int>(step));
}

QWidget *TrainForm::firstControl(Step step) const
{
    return m_steps[static_cast<std::size_t>(step)]->firstControl();
}

void TrainForm::onChanged()
{
    m_vary->setPictures(m_data->dataset(), m_data->chosen());
    showForecast();
    Q_EMIT changed();
}

void TrainForm::showForecast()
{
    if (!m_data->obstacles().isEmpty()) {
        m_profile->setBasis(std::nullopt, nullptr);
        return;
    }
    auto known = basis();
    // Until there is a project, the place that is proposed for it.
    known.project = m_project.value_or(known.data.parent_path());
    m_profile->setBasis(known, m_data->dataset());
}

workflow::TrainRequest TrainForm::basis() const
{
    workflow::TrainRequest request;
    if (const auto &dataset = m_data->dataset()) {
        request.data = dataset->root;
        const auto categories = m_data->chosen();
        if (categories.size() < dataset->categories.size())
            for (const auto *category : categories)
                request.categories.push_back(category->name);
    }
    request.options.templates = m_templates->strategy();
    request.options.templateCount = m_templates->count();
    const auto source = m_templates->source();
    request.options.source = source.name;
    request.options.sourceOptions = source.options;
    if (request.options.source.empty() &&
        request.options.templates == engine::TemplateStrategy::Chosen)
        request.templates = m_templates->chosenFiles();
    request.options.variation = m_vary->variation();
    request.reviewed = m_data->usesReviewed();
    return request;
}

workflow::TrainRequest TrainForm::request() const
{
    auto request = basis();
    m_profile->apply(request);
    return request;
}

QStringList TrainForm::obstacles() const
{
    return obstacles(Step::Data) + obstacles(Step::Templates) + obstacles(Step::Profile);
}

QStringList TrainForm::obstacles(Step step) const
{
    if (step == Step::Data)
        return m_data->obstacles();
    if (step == Step::Templates)
        return m_templates->obstacles();
    return step == Step::Profile ? m_profile->obstacles() : QStringList();
}

QStringList TrainForm::warnings() const
{
    return m_data->warnings();
}

void TrainForm::stopForecast()
{
    m_profile->forecast().stopEstimate();
}

} // namespace cf::ui
