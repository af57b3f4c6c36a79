#include "ui/train/templates_step.h"

#include "ui/train/choice_card.h"
#include "ui/train/roomy_button.h"
#include "ui/train/source_choice.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kMostTemplates = 64;

struct CardText
{
    engine::TemplateStrategy strategy;
    const char *option, *title, *help;
};

constexpr std::array<CardText, 4> kCards = {
    {{engine::TemplateStrategy::Nearest, "--templates nearest",
      QT_TRANSLATE_NOOP("cf::ui::TemplatesStep", "Most &alike"),
      QT_TRANSLATE_NOOP("cf::ui::TemplatesStep",
                        "For each picture, the normal ones that resemble it most, chosen anew "
                        "every time. Right for most products, and for parts that lie differently "
                        "from picture to picture.")},
     {engine::TemplateStrategy::Random, "--templates random",
      QT_TRANSLATE_NOOP("cf::ui::TemplatesStep", "The &same for all"),
      QT_TRANSLATE_NOOP("cf::ui::TemplatesStep",
                        "A few normal pictures, drawn once, as in the paper. Enough when all "
                        "pictures look alike; choose it to compare with published figures.")},
     {engine::TemplateStrategy::KCentre, "--templates k-centre",
      QT_TRANSLATE_NOOP("cf::ui::TemplatesStep", "Those that &cover the range"),
      QT_TRANSLATE_NOOP("cf::ui::TemplatesStep",
                        "A few normal pictures that together show the whole variety of the good "
                        "ones. Fixed like the random ones, but none is there twice.")},
     {engine::TemplateStrategy::Chosen, "--templates chosen",
      QT_TRANSLATE_NOOP("cf::ui::TemplatesStep", "Picked by han&d"),
      QT_TRANSLATE_NOOP("cf::ui::TemplatesStep",
                        "Golden samples of your own choice: those in the tray of the Templates "
                        "page. At least one for each category.")}}};

} // namespace

TemplatesStep::TemplatesStep(JobRunner *runner, QWidget *parent)
    : StepPage(parent), m_strategies(new QButtonGroup(this)), m_countLabel(boldLabel()),
      m_countHelp(hintLabel()), m_coverageHelp(hintLabel()), m_count(new QSpinBox),
      m_coverage(new RoomyButton("coverage")), m_source(new SourceChoice(runner))
{
    auto *cards = new QHBoxLayout;
    cards->setSpacing(12);
    for (std::size_t i = 0; i < kCards.size(); ++i) {
        m_cards[i] = new ChoiceCard;
        m_cards[i]->setToolTip(QString::fromLatin1(kCards[i].option));
        m_strategies->addButton(m_cards[i], static_cast<int>(i));
        cards->addWidget(m_cards[i], 1);
    }
    m_cards[0]->setChecked(true);
    m_count->setRange(1, kMostTemplates);
    m_count->setValue(static_cast<int>(engine::TrainOptions().templateCount));
    m_count->setToolTip(QStringLiteral("--template-count"));
    m_count->setMinimumWidth(90);
    m_countLabel->setBuddy(m_count);
    auto *rows = new QGridLayout;
    rows->setHorizontalSpacing(16);
    rows->setVerticalSpacing(16);
    rows->addWidget(m_countLabel, 0, 0);
    rows->addWidget(m_count, 0, 1, Qt::AlignLeft);
    rows->addWidget(m_countHelp, 0, 2);
    rows->addWidget(m_coverage, 1, 0, 1, 2, Qt::AlignLeft);
    rows->addWidget(m_coverageHelp, 1, 2);
    rows->setColumnStretch(2, 1);
    column().addLayout(cards);
    column().addSpacing(16);
    column().addLayout(rows);
    column().addSpacing(16);
    column().addWidget(m_source);
    column().addStretch(1);
    connect(m_strategies, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (!on)
            return;
        showWhatCounts();
        Q_EMIT changed();
    });
    connect(m_source, &SourceChoice::changed, this, [this] {
        showWhatCounts();
        Q_EMIT changed();
    });
    connect(m_count, &QSpinBox::valueChanged, this, &TemplatesStep::changed);
    connect(m_coverage, &QPushButton::clicked, this, &TemplatesStep::coverageWanted);
    retranslate();
}

QWidget *TemplatesStep::firstControl() const
{
    return m_strategies->checkedButton();
}

void TemplatesStep::showWhatCounts()
{
    const bool isNormals = source().name.empty();
    for (auto *card : m_cards)
        card->setEnabled(isNormals);
    m_count->setEnabled(!isNormals || strategy() != engine::TemplateStrategy::Chosen);
}

engine::TemplateStrategy TemplatesStep::strategy() const
{
    return kCards[static_cast<std::size_t>(m_strategies->checkedId())].strategy;
}

ChosenSource TemplatesStep::source() const
{
    return m_source->source();
}

int TemplatesStep::count() const
{
    return m_count->value();
}

void TemplatesStep::setRule(engine::TemplateStrategy strategy, int count,
                            std::vector<std::filesystem::path> chosenFiles,
                            const ChosenSource &source)
{
    const QSignalBlocker quiet(this);
    m_source->setSource(source);
    m_files = std::move(chosenFiles);
    m_count->setValue(count);
    for (std::size_t i = 0; i < kCards.size(); ++i)
        if (kCards[i].strategy == strategy)
            m_cards[i]->setChecked(true);
    showWhatCounts();
    retranslate();
}

QStringList TemplatesStep::obstacles() const
{
    if (source().name.empty() && strategy() == engine::TemplateStrategy::Chosen && m_files.empty())
        return {tr("No template is picked yet: put pictures into the tray of the Templates page, "
                   "or choose another rule.")};
    return {};
}

void TemplatesStep::retranslate()
{
    setTexts(tr("What is each picture compared with?"),
             tr("Templates are normal pictures of yours. A defect is what none of the templates "
                "shows; the filter then learns which differences are harmless."));
    for (std::size_t i = 0; i < kCards.size(); ++i)
        m_cards[i]->setTexts(tr(kCards[i].title), tr(kCards[i].help));
    m_cards.back()->setFootnote(
        m_files.empty() ? QString()
                        : tr("%n picture(s) picked", nullptr, static_cast<int>(m_files.size())));
    m_countLabel->setText(tr("&Templates per picture (N)"));
    m_count->setAccessibleName(tr("Templates per picture"));
    m_countHelp->setText(tr("More templates show more variety, and cost time and memory. Three "
                            "suit most products."));
    m_coverage->setText(tr("&Look at the coverage..."));
    m_coverageHelp->setText(tr("Shows which good pictures have no template that resembles them."));
}

} // namespace cf::ui
