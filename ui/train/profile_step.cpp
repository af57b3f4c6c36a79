#include "ui/train/profile_step.h"

#include "ui/train/choice_card.h"
#include "ui/train/expert_settings.h"
#include "ui/train/forecast_panel.h"
#include "ui/train/forecast_text.h"

#include <QButtonGroup>
#include <QToolButton>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kQuickSteps = 400;

struct CardText
{
    const char *title, *help;
};

constexpr std::array<CardText, 3> kCards = {
    {{QT_TRANSLATE_NOOP("cf::ui::ProfileStep", "&Quick"),
      QT_TRANSLATE_NOOP("cf::ui::ProfileStep",
                        "A first impression in a third of the time. Good for trying out what may "
                        "vary.")},
     {QT_TRANSLATE_NOOP("cf::ui::ProfileStep", "&Balanced"),
      QT_TRANSLATE_NOOP("cf::ui::ProfileStep",
                        "The best result on a computer without a graphics card. Right for daily "
                        "use.")},
     {QT_TRANSLATE_NOOP("cf::ui::ProfileStep", "&Paper"),
      QT_TRANSLATE_NOOP("cf::ui::ProfileStep",
                        "The published network and schedule, to compare with published figures. "
                        "Hours on a graphics card, days without one.")}}};

} // namespace

ProfileStep::ProfileStep(JobRunner *runner, QWidget *parent)
    : StepPage(parent), m_paces(new QButtonGroup(this)), m_fold(new QToolButton),
      m_expert(new ExpertSettings), m_forecast(new ForecastPanel(runner))
{
    auto *cards = new QHBoxLayout;
    cards->setSpacing(12);
    for (std::size_t i = 0; i < kCards.size(); ++i) {
        m_cards[i] = new ChoiceCard;
        m_paces->addButton(m_cards[i], static_cast<int>(i));
        cards->addWidget(m_cards[i], 1);
    }
    m_cards[0]->setToolTip(QStringLiteral("--profile compact --steps %1").arg(kQuickSteps));
    m_cards[1]->setToolTip(QStringLiteral("--profile compact"));
    m_cards[2]->setToolTip(QStringLiteral("--profile paper"));
    m_cards[1]->setChecked(true);
    m_fold->setObjectName(QStringLiteral("expertFold"));
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setAutoRaise(true);
    m_expert->hide();
    column().addLayout(cards);
    column().addSpacing(12);
    column().addWidget(m_forecast);
    column().addSpacing(6);
    column().addWidget(m_fold);
    column().addWidget(m_expert);
    column().addStretch(1);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_expert->setVisible(open);
    });
    connect(m_paces, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT changed();
    });
    connect(m_expert, &ExpertSettings::changed, this, &ProfileStep::changed);
    connect(m_forecast, &ForecastPanel::changed, this, [this] {
        showForecast();
        Q_EMIT changed();
    });
    retranslate();
}

QWidget *ProfileStep::firstControl() const
{
    return m_paces->checkedButton();
}

void ProfileStep::applyPace(Pace pace, workflow::TrainRequest &request) const
{
    m_expert->apply(request);
    auto &options = request.options;
    options.profile = pace == Pace::Paper ? engine::Profile::Paper : engine::Profile::Compact;
    const bool asTheyAre = !options.filterWeights.empty();
    if (pace == Pace::Quick && options.steps == 0 && options.epochs == 0 && !asTheyAre)
        options.steps = kQuickSteps;
}

void ProfileStep::apply(workflow::TrainRequest &request) const
{
    applyPace(static_cast<Pace>(m_paces->checkedId()), request);
}

void ProfileStep::setBasis(const std::optional<workflow::TrainRequest> &basis,
                           const std::shared_ptr<const dataset::Dataset> &dataset)
{
    m_basis = basis;
    auto request = basis;
    if (request)
        apply(*request);
    m_forecast->setRequest(request, dataset);
    showForecast();
}

QStringList ProfileStep::obstacles() const
{
    return m_expert->obstacles() + m_forecast->obstacles();
}

void ProfileStep::showForecast()
{
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        QString footnote;
        if (m_basis) {
            auto request = *m_basis;
            applyPace(static_cast<Pace>(i), request);
            if (const auto estimate = m_forecast->estimateFor(request))
                footnote = timeRangeText(estimate->secondsLow, estimate->secondsHigh);
        }
        m_cards[i]->setFootnote(footnote);
    }
}

void ProfileStep::showEvent(QShowEvent *event)
{
    StepPage::showEvent(event);
    m_forecast->refresh();
}

void ProfileStep::retranslate()
{
    setTexts(tr("How thoroughly?"),
             tr("More steps tell defects from harmless differences more reliably, and take "
                "longer. Whatever you choose, stopping early keeps the best result so far."));
    for (std::size_t i = 0; i < kCards.size(); ++i)
        m_cards[i]->setTexts(tr(kCards[i].title), tr(kCards[i].help));
    m_fold->setText(tr("E&xpert settings"));
    showForecast();
}

} // namespace cf::ui
