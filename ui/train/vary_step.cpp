#include "ui/train/vary_step.h"

#include "ui/jobs/error_text.h"
#include "ui/train/roomy_button.h"
#include "ui/train/vary_question.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

namespace cf::ui {

namespace {

constexpr int kRefreshMs = 150; // after the last change: arrow keys pass over answers
constexpr std::array kOptions = {"--vary-light", "--vary-pose", "--vary-background",
                                 "--vary-focus"};

/// The same files to learn from; told by their names, not part by part of their paths.
bool haveSameNormals(const dataset::Category *one, const dataset::Category *other)
{
    const auto normals = [](const dataset::Category &category) {
        return category.samples | std::views::filter(&dataset::Sample::isTrainNormal);
    };
    const auto name = [](const dataset::Sample &sample) -> const std::string & {
        return sample.image.native();
    };
    return std::ranges::equal(normals(*one), normals(*other), {}, name, name);
}

std::vector<std::vector<std::filesystem::path>>
normalsOf(const std::vector<const dataset::Category *> &categories)
{
    std::vector<std::vector<std::filesystem::path>> files;
    for (const auto *category : categories) {
        auto &ofCategory = files.emplace_back();
        for (const auto &sample : category->samples) // trainNormals() copies more than the paths
            if (sample.isTrainNormal())
                ofCategory.push_back(sample.image);
    }
    return files;
}

QString number(double value)
{
    return QStringLiteral("%L1").arg(value, 0, 'f', value < 9.95 ? 1 : 0);
}

} // namespace

VaryStep::VaryStep(JobRunner *runner, QWidget *parent)
    : StepPage(parent), m_runner(runner), m_note(wrappingLabel()),
      m_again(new RoomyButton("variationAgain"))
{
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        m_questions[i] = new VaryQuestion(QLatin1String(kOptions[i]));
        column().addWidget(m_questions[i], 1);
        connect(m_questions[i], &VaryQuestion::changed, this, [this] {
            refreshSoon();
            Q_EMIT changed();
        });
    }
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_note, 1);
    bottom->addWidget(m_again);
    column().addLayout(bottom);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRefreshMs);
    connect(&m_soon, &QTimer::timeout, this, &VaryStep::refresh);
    connect(m_again, &QPushButton::clicked, this, &VaryStep::refresh);
    retranslate();
}

QWidget *VaryStep::firstControl() const
{
    return m_questions.front()->firstControl();
}

engine::AllowedVariation VaryStep::variation() const
{
    return {m_questions[Light]->answer(), m_questions[Pose]->answer(),
            m_questions[Background]->answer(), m_questions[Focus]->answer()};
}

void VaryStep::setPictures(std::shared_ptr<const dataset::Dataset> dataset,
                           std::vector<const dataset::Category *> categories)
{
    const bool same = std::ranges::equal(categories, m_categories, haveSameNormals);
    m_categories = std::move(categories);
    m_dataset = std::move(dataset);
    if (same)
        return;
    ++m_pictures;
    if (m_categories.empty()) {
        m_measured.reset();
        for (auto *question : m_questions)
            question->clearExamples();
    }
    refreshSoon();
}

void VaryStep::refreshSoon()
{
    m_shown = false;
    if (m_job)
        m_job->stop();
    m_job = nullptr;
    for (auto *question : m_questions)
        question->setStale(true);
    if (isVisible())
        m_soon.start();
}

void VaryStep::showEvent(QShowEvent *event)
{
    StepPage::showEvent(event);
    if (!m_shown && !m_job)
        m_soon.start();
}

void VaryStep::refresh()
{
    m_error.reset();
    if (m_categories.empty()) {
        showMeasured();
        return;
    }
    m_job = m_runner->start<engine::VariationExamples>(
        Lane::Files, [] { return tr("Show what may vary"); },
        [dataset = m_dataset, categories = m_categories, allowed = variation()](RunContext &run) {
            return workflow::showVariation(normalsOf(categories), allowed, run);
        },
        this,
        [this, pictures = m_pictures, allowed = variation()](const auto &examples) {
            if (pictures == m_pictures && allowed == variation())
                take(examples);
        },
        Afterwards::Forgotten);
    connect(m_job, &Job::ended, this, [this, job = m_job.data()] { onEnded(*job); });
    showMeasured();
}

void VaryStep::onEnded(const Job &job)
{
    if (m_job != &job)
        return; // a newer one is under way
    m_job = nullptr;
    m_error = job.error();
    showMeasured();
}

void VaryStep::take(const engine::VariationExamples &examples)
{
    m_shown = true;
    m_measured = examples.measured;
    m_questions[Light]->setExamples(examples.light);
    m_questions[Pose]->setExamples(examples.pose);
    m_questions[Background]->setExamples(examples.background);
    if (examples.background.empty())
        m_questions[Background]->setEmptyText(
            tr("Your pictures show no ground around the product."));
    m_questions[Focus]->setExamples(examples.focus);
    showMeasured();
}

void VaryStep::showMeasured()
{
    m_again->setVisible(m_error.has_value());
    if (m_error)
        m_note->setText(QStringLiteral("⚠ ") + tr("The examples could not be made.") +
                        QLatin1Char(' ') + errorText(*m_error));
    else if (m_categories.empty())
        m_note->setText(tr("Tick a category with normal pictures in the first step to see "
                           "examples."));
    else
        m_note->setText(m_job ? tr("Making examples from your pictures...") : QString());
    if (!m_measured) {
        for (auto *question : m_questions)
            question->setMeasured({});
        return;
    }
    m_questions[Light]->setMeasured(tr("Brightness differs by %1 % between your good pictures.")
                                        .arg(number(m_measured->brightnessPercent)));
    m_questions[Pose]->setMeasured(
        tr("Your products are shifted by up to %1 %. Turns of up to %2° count as normal.")
            .arg(number(m_measured->shiftPercent), number(m_measured->rotationDegrees)));
    m_questions[Background]->setMeasured(
        tr("“No” lets marks on the ground around the product count as defects."));
    m_questions[Focus]->setMeasured(
        tr("From the sharpest to the softest good picture it is a blur of %1 pixels.")
            .arg(number(m_measured->blurSigmaPx)));
}

void VaryStep::retranslate()
{
    setTexts(tr("What may vary without being a defect?"),
             tr("The examples show how far your own pictures are changed while the filter learns. "
                "All that you see here should still be a good product."));
    m_questions[Light]->setTexts(tr("Does the light change from picture to picture?"),
                                 tr("Examples of light"));
    m_questions[Pose]->setTexts(tr("Does the product lie differently each time?"),
                                tr("Examples of pose"));
    m_questions[Background]->setTexts(tr("Does the ground around the product change?"),
                                      tr("Examples of background"));
    m_questions[Focus]->setTexts(tr("Does the sharpness change?"), tr("Examples of focus"));
    const auto toCome = tr("Examples from your pictures appear here.");
    for (auto *question : m_questions)
        question->setEmptyText(toCome);
    m_again->setText(tr("Try &again"));
    showMeasured();
}

} // namespace cf::ui
