#include "ui/analyse/threshold_panel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>
#include <limits>

namespace cf::ui {

namespace {

enum Rule { ByHand, BestF1, FalseRejects, Cost };

constexpr int kSliderSteps = 1000;
constexpr double kLargestCost = 1e6;
constexpr double kPercent = 100.0;

QDoubleSpinBox *numberBox(double low, double high, double value, int decimals)
{
    auto *box = new QDoubleSpinBox;
    box->setDecimals(decimals);
    box->setRange(low, high);
    box->setValue(value);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    return box;
}

} // namespace

ThresholdPanel::ThresholdPanel(QWidget *parent) : QWidget(parent)
{
    m_rows = new QFormLayout(this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addFields();
    connect(m_rule, &QComboBox::currentIndexChanged, this, [this] {
        showFields();
        Q_EMIT ruleChanged();
    });
    for (auto *field : {m_rate, m_escapeCost, m_rejectCost, m_share})
        connect(field, &QDoubleSpinBox::valueChanged, this, &ThresholdPanel::ruleChanged);
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &ThresholdPanel::moveTo);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int step) { moveTo(m_low + (m_high - m_low) * step / kSliderSteps); });
    m_rule->setCurrentIndex(BestF1);
    retranslate();
}

void ThresholdPanel::addFields()
{
    m_rule = new QComboBox;
    m_rule->addItems({QString(), QString(), QString(), QString()});
    m_rate = numberBox(0.0, kPercent, 1.0, 1);
    m_escapeCost = numberBox(0.0, kLargestCost, 100.0, 2);
    m_rejectCost = numberBox(0.0, kLargestCost, 1.0, 2);
    m_share = numberBox(0.0, kPercent, 2.0, 2);
    m_number =
        numberBox(-std::numeric_limits<float>::max(), std::numeric_limits<float>::max(), 0.0, 3);
    m_number->setObjectName(QStringLiteral("threshold"));
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(0, kSliderSteps);
    m_slider->setPageStep(kSliderSteps / 20);
    m_note = new QLabel;
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    const auto row = [&](QLabel *&label, QWidget *field) {
        label = new QLabel;
        label->setBuddy(field);
        field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_rows->addRow(label, field);
    };
    row(m_ruleLabel, m_rule);
    row(m_rateLabel, m_rate);
    row(m_escapeLabel, m_escapeCost);
    row(m_rejectLabel, m_rejectCost);
    row(m_shareLabel, m_share);
    m_rows->addRow(m_note);
    row(m_numberLabel, m_number);
    m_rows->addRow(m_slider);
    m_note->hide();
    showFields();
}

void ThresholdPanel::showFields()
{
    const int rule = m_rule->currentIndex();
    const auto show = [&](QWidget *label, QWidget *field, bool visible) {
        label->setVisible(visible);
        field->setVisible(visible);
    };
    show(m_rateLabel, m_rate, rule == FalseRejects);
    show(m_escapeLabel, m_escapeCost, rule == Cost);
    show(m_rejectLabel, m_rejectCost, rule == Cost);
    show(m_shareLabel, m_share, rule == Cost);
}

std::optional<workflow::ThresholdRule> ThresholdPanel::rule() const
{
    using Kind = workflow::ThresholdRule::Kind;
    workflow::ThresholdRule rule;
    switch (m_rule->currentIndex()) {
    case BestF1:
        rule.kind = Kind::BestF1;
        return rule;
    case FalseRejects:
        rule.kind = Kind::FalseRejects;
        rule.falseRejectRate = m_rate->value() / kPercent;
        return rule;
    case Cost:
        rule.kind = Kind::Cost;
        rule.costs = {m_escapeCost->value(), m_rejectCost->value(), m_share->value() / kPercent};
        return rule;
    default:
        return std::nullopt;
    }
}

void ThresholdPanel::setByHand()
{
    const QSignalBlocker quiet(m_rule);
    m_rule->setCurrentIndex(ByHand);
    showFields();
    setNote({});
}

void ThresholdPanel::setRange(double low, double high)
{
    m_low = low;
    m_high = high > low ? high : low + 1.0;
    setThreshold(m_threshold);
}

void ThresholdPanel::setThreshold(double threshold)
{
    m_threshold = threshold;
    const QSignalBlocker quietNumber(m_number);
    const QSignalBlocker quietSlider(m_slider);
    m_number->setValue(threshold);
    const double share = (threshold - m_low) / (m_high - m_low);
    m_slider->setValue(int(std::lround(std::clamp(share, 0.0, 1.0) * kSliderSteps)));
}

void ThresholdPanel::moveTo(double threshold)
{
    setByHand();
    setThreshold(threshold);
    Q_EMIT thresholdMoved(threshold);
}

void ThresholdPanel::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void ThresholdPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ThresholdPanel::retranslate()
{
    m_ruleLabel->setText(tr("R&ule"));
    m_rule->setItemText(ByHand, tr("By hand"));
    m_rule->setItemText(BestF1, tr("Best F1"));
    m_rule->setItemText(FalseRejects, tr("False rejects at most"));
    m_rule->setItemText(Cost, tr("Least cost"));
    m_rateLabel->setText(tr("False re&jects"));
    m_rate->setSuffix(tr(" %"));
    m_rate->setToolTip(tr("Of the good pictures, at most so many may be judged defective; then as "
                          "many defects as possible are found"));
    m_escapeLabel->setText(tr("An e&scape costs"));
    m_escapeCost->setToolTip(tr("One defective part that passes, in any currency"));
    m_rejectLabel->setText(tr("A false reject c&osts"));
    m_rejectCost->setToolTip(tr("One good part that is rejected, in the same currency"));
    m_shareLabel->setText(tr("&Defective parts"));
    m_share->setSuffix(tr(" %"));
    m_share->setToolTip(tr("Expected in production; the test set has far more of them"));
    m_numberLabel->setText(tr("&Threshold"));
    m_number->setToolTip(tr("A picture with this score or a higher one is judged defective"));
    m_slider->setAccessibleName(tr("Threshold over the range of the scores"));
    m_slider->setToolTip(m_number->toolTip());
    for (const auto &[label, field] : {std::pair<QLabel *, QWidget *>{m_ruleLabel, m_rule},
                                       {m_rateLabel, m_rate},
                                       {m_escapeLabel, m_escapeCost},
                                       {m_rejectLabel, m_rejectCost},
                                       {m_shareLabel, m_share},
                                       {m_numberLabel, m_number}})
        field->setAccessibleName(label->text().remove(QLatin1Char('&')));
}

} // namespace cf::ui
