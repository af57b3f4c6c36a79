#include "ui/train/training_curves.h"

#include "ui/plots/curve_plot.h"
#include "ui/train/step_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr std::size_t kSmoothing = 20; // steps; single steps jump with the samples drawn
constexpr int kLeastPlotPx = 90;
const std::string kScore = "validation_score";

/// Mean over the last kSmoothing values at each place.
std::vector<double> smoothed(const std::vector<double> &values)
{
    std::vector<double> means;
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        if (i >= kSmoothing)
            sum -= values[i - kSmoothing];
        means.push_back(sum / static_cast<double>(std::min(i + 1, kSmoothing)));
    }
    return means;
}

} // namespace

TrainingCurves::TrainingCurves(QWidget *parent)
    : QWidget(parent), m_lossTitle(boldLabel()), m_scoreTitle(boldLabel()),
      m_rateTitle(boldLabel()), m_losses(new CurvePlot), m_scores(new CurvePlot),
      m_rates(new CurvePlot)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    for (const auto &[title, plot, share] : {std::tuple(m_lossTitle, m_losses, 5),
                                             {m_scoreTitle, m_scores, 4},
                                             {m_rateTitle, m_rates, 3}}) {
        plot->setMinimumSize(kLeastPlotPx, kLeastPlotPx);
        plot->setWholeSteps();
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        column->addWidget(title);
        column->addWidget(plot, 1);
        row->addLayout(column, share);
    }
    m_scores->setUnitHeight();
    retranslate();
}

void TrainingCurves::Series::set(std::int64_t at, double to)
{
    const auto place = static_cast<double>(at);
    if (!step.empty() && step.back() == place) {
        value.back() = to;
        return;
    }
    step.push_back(place);
    value.push_back(to);
}

void TrainingCurves::clear()
{
    m_terms.clear();
    m_rate = {};
    showCurves();
}

void TrainingCurves::add(const std::vector<store::LossStep> &steps)
{
    for (const auto &step : steps) {
        for (const auto &term : step.terms)
            m_terms[term.name].set(step.step, term.value);
        m_rate.set(step.step, step.learningRate);
    }
    showCurves();
}

void TrainingCurves::markStep(std::int64_t step)
{
    for (auto *plot : {m_losses, m_scores, m_rates})
        plot->setMark(step < 0 ? std::nullopt : std::optional(static_cast<double>(step)));
}

std::optional<std::pair<std::int64_t, double>> TrainingCurves::best() const
{
    const auto found = m_terms.find(kScore);
    if (found == m_terms.end() || found->second.value.empty())
        return std::nullopt;
    const auto &[steps, scores] = found->second;
    const auto best = std::max_element(scores.begin(), scores.end()); // the first of equal ones
    return std::pair(
        static_cast<std::int64_t>(steps[static_cast<std::size_t>(best - scores.begin())]), *best);
}

void TrainingCurves::showCurves()
{
    std::vector<PlotCurve> losses;
    for (const auto &[name, series] : m_terms)
        if (name != kScore)
            losses.push_back({QString::fromStdString(name), series.step, smoothed(series.value),
                              name != "total"});
    // The sum first: it keeps its colour whatever terms a profile has.
    std::stable_partition(losses.begin(), losses.end(),
                          [](const PlotCurve &curve) { return !curve.dashed; });
    m_losses->setCurves(losses);

    std::vector<PlotCurve> scores;
    if (const auto found = m_terms.find(kScore); found != m_terms.end())
        scores.push_back({tr("score"), found->second.step, found->second.value, false});
    m_scores->setCurves(scores);

    std::vector<PlotCurve> rates;
    if (!m_rate.step.empty())
        rates.push_back({tr("rate"), m_rate.step, m_rate.value, true});
    m_rates->setCurves(rates);
}

void TrainingCurves::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainingCurves::retranslate()
{
    m_lossTitle->setText(tr("Losses (mean of %1 steps)").arg(kSmoothing));
    m_scoreTitle->setText(tr("Score on held-out synthetic defects"));
    m_rateTitle->setText(tr("Learning rate"));
    m_losses->setLabels(tr("step"), tr("loss"));
    m_losses->setEmptyText(tr("The losses appear here while it learns."));
    m_scores->setLabels(tr("step"), tr("score, 0 to 1"));
    m_scores->setEmptyText(tr("Rises as it learns."));
    m_rates->setLabels(tr("step"), tr("rate"));
    m_rates->setEmptyText(tr("Rises, then falls."));
    m_losses->setAccessibleName(m_lossTitle->text());
    m_scores->setAccessibleName(m_scoreTitle->text());
    m_rates->setAccessibleName(m_rateTitle->text());
    showCurves();
}

} // namespace cf::ui
