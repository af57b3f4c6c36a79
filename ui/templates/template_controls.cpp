#include "ui/templates/template_controls.h"

#include "core/engine/template_preview.h"
#include "ui/templates/source_box.h"
#include "ui/templates/source_options.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace cf::ui {

namespace {

using engine::TemplateStrategy;

constexpr int kMostTemplates = static_cast<int>(engine::TemplatePreview::kMostTemplates);

} // namespace

TemplateControls::TemplateControls(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_categoryLabel(new QLabel), m_sourceLabel(new QLabel),
      m_strategyLabel(new QLabel), m_countLabel(new QLabel), m_explanation(new QLabel),
      m_category(new QComboBox), m_strategy(new QComboBox), m_source(new SourceBox(runner)),
      m_options(new SourceOptions), m_count(new QSpinBox)
{
    for (auto *box : {m_category, m_strategy, static_cast<QComboBox *>(m_source)}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    m_category->setObjectName(QStringLiteral("category"));
    m_strategy->setObjectName(QStringLiteral("strategy"));
    m_count->setObjectName(QStringLiteral("count"));
    for (const auto strategy : {TemplateStrategy::Nearest, TemplateStrategy::KCentre,
                                TemplateStrategy::Random, TemplateStrategy::Chosen})
        m_strategy->addItem(QString(), static_cast<int>(strategy));
    m_count->setRange(1, kMostTemplates);
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_categoryLabel, m_category);
    form->addRow(m_sourceLabel, m_source);
    form->addRow(m_options);
    form->addRow(m_strategyLabel, m_strategy);
    form->addRow(m_countLabel, m_count);
    form->addRow(m_explanation);
    m_categoryLabel->setBuddy(m_category);
    m_sourceLabel->setBuddy(m_source);
    m_strategyLabel->setBuddy(m_strategy);
    m_countLabel->setBuddy(m_count);

    connect(m_category, &QComboBox::currentIndexChanged, this, &TemplateControls::categoryChanged);
    connect(m_category, &QComboBox::currentTextChanged, m_category, &QWidget::setToolTip);
    connect(m_strategy, &QComboBox::currentIndexChanged, this, [this] {
        explain();
        Q_EMIT strategyChanged();
    });
    connect(m_count, &QSpinBox::valueChanged, this, &TemplateControls::countChanged);
    connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
        showSource();
        Q_EMIT sourceChanged();
    });
    connect(m_source, &SourceBox::sourcesFound, this, &TemplateControls::showSource);
    connect(m_options, &SourceOptions::committed, this, &TemplateControls::sourceChanged);
    retranslate();
    showSource();
}

void TemplateControls::setCategories(const QStringList &names)
{
    const QSignalBlocker quiet(m_category);
    m_category->clear();
    m_category->addItems(names);
    m_category->setToolTip(category());
    m_category->setEnabled(!names.isEmpty());
}

void TemplateControls::setCategory(const QString &name)
{
    m_category->setCurrentIndex(std::max(m_category->findText(name), 0));
}

QString TemplateControls::category() const
{
    return m_category->currentText();
}

void TemplateControls::setStrategy(TemplateStrategy strategy)
{
    const QSignalBlocker quiet(m_strategy);
    m_strategy->setCurrentIndex(m_strategy->findData(static_cast<int>(strategy)));
    explain();
}

TemplateStrategy TemplateControls::strategy() const
{
    return static_cast<TemplateStrategy>(m_strategy->currentData().toInt());
}

void TemplateControls::setCount(int count)
{
    const QSignalBlocker quiet(m_count);
    m_count->setValue(count);
}

int TemplateControls::count() const
{
    return m_count->value();
}

ChosenSource TemplateControls::source() const
{
    return {m_source->source(), m_options->given(m_source->source())};
}

void TemplateControls::setSource(const ChosenSource &source)
{
    m_source->setSource(source.name);
    m_options->setGiven(source.name, source.options);
    showSource();
}

void TemplateControls::showSource()
{
    m_options->showFor(m_source->info());
    m_strategy->setEnabled(m_source->source().empty());
    explain();
}

void TemplateControls::explain()
{
    if (!m_source->source().empty()) {
        const auto *info = m_source->info();
        m_explanation->setText(info ? QString::fromStdString(info->description) : QString());
        return;
    }
    QString text;
    switch (strategy()) {
    case TemplateStrategy::Nearest:
        text = tr("For each picture the N normal pictures that look most like it. Best where parts "
                  "lie in different ways.");
        break;
    case TemplateStrategy::KCentre:
        text = tr("The same N for every picture, spread so that no normal picture is far from one "
                  "of them. Outliers are among the first to be taken.");
        break;
    case TemplateStrategy::Random:
        text = tr("The same N for every picture, drawn by lot, as in the paper.");
        break;
    case TemplateStrategy::Chosen:
        text = tr("Those that you pick, for every picture; each category needs at least one. N is "
                  "then only how many golden samples are suggested.");
        break;
    }
    m_explanation->setText(text);
}

void TemplateControls::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TemplateControls::retranslate()
{
    m_categoryLabel->setText(tr("&Category"));
    m_sourceLabel->setText(tr("Fr&om"));
    m_strategyLabel->setText(tr("R&ule"));
    m_countLabel->setText(tr("&Number (N)"));
    m_category->setAccessibleName(tr("Category"));
    m_strategy->setAccessibleName(tr("Rule that chooses the templates"));
    m_strategy->setItemText(0, tr("Most alike (recommended)"));
    m_strategy->setItemText(1, tr("Cover all normals (k-centre)"));
    m_strategy->setItemText(2, tr("Random"));
    m_strategy->setItemText(3, tr("Picked by hand"));
    m_count->setAccessibleName(tr("Number of templates"));
    explain();
}

} // namespace cf::ui
