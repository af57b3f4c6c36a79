#include "ui/analyse/cost_panel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSettings>
#include <QSignalBlocker>

#include <algorithm>
#include <limits>

namespace cf::ui {

namespace {

enum Rule { Cheapest, ByHand };

constexpr double kLargestCost = 1e6;
constexpr double kPercent = 100.0;
constexpr double kFarthest = std::numeric_limits<float>::max();
constexpr std::array kKeys = {"escape",     "falseReject", "review",
                              "defectRate", "missRate",    "wrongRejectRate"};

QString keyOf(std::size_t field)
{
    return QStringLiteral("costs/") + QLatin1String(kKeys[field]);
}

/// A score; the ends of its range stand for no score at all.
class ThresholdBox : public QDoubleSpinBox
{
public:
    QString textFromValue(double value) const override
    {
        if (value <= minimum())
            return QStringLiteral("−∞");
        return value >= maximum() ? QStringLiteral("∞") : QDoubleSpinBox::textFromValue(value);
    }
};

QDoubleSpinBox *withRange(QDoubleSpinBox *box, double low, double high, int decimals)
{
    box->setDecimals(decimals);
    box->setRange(low, high);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setKeyboardTracking(false);
    return box;
}

} // namespace

CostPanel::CostPanel(QWidget *parent)
    : QWidget(parent), m_rows(new QFormLayout(this)), m_rule(new QComboBox),
      m_low(withRange(new ThresholdBox, -kFarthest, kFarthest, 3)),
      m_high(withRange(new ThresholdBox, -kFarthest, kFarthest, 3)), m_ruleLabel(new QLabel),
      m_lowLabel(new QLabel), m_highLabel(new QLabel)
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto row = [&](QLabel *label, QWidget *field) {
        label->setBuddy(field);
        m_rows->addRow(label, field);
    };
    const metrics::InspectionCosts usual;
    const std::array defaults = {usual.escape,
                                 usual.falseReject,
                                 usual.review,
                                 usual.defectRate * kPercent,
                                 usual.reviewMissRate * kPercent,
                                 usual.reviewFalseRejectRate * kPercent};
    const QSettings settings;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const bool isShare = i >= DefectRate;
        m_labels[i] = new QLabel;
        m_fields[i] =
            withRange(new QDoubleSpinBox, 0.0, isShare ? kPercent : kLargestCost, isShare ? 3 : 2);
        m_fields[i]->setObjectName(QLatin1String(kKeys[i]));
        m_fields[i]->setValue(settings.value(keyOf(i), defaults[i]).toDouble());
        row(m_labels[i], m_fields[i]);
        connect(m_fields[i], &QDoubleSpinBox::valueChanged, this, [this] {
            keep();
            Q_EMIT costsChanged();
        });
    }
    m_rule->addItems({QString(), QString()});
    m_rule->setObjectName(QStringLiteral("rule"));
    m_low->setObjectName(QStringLiteral("low"));
    m_high->setObjectName(QStringLiteral("high"));
    row(m_ruleLabel, m_rule);
    row(m_lowLabel, m_low);
    row(m_highLabel, m_high);
    connect(m_rule, &QComboBox::currentIndexChanged, this, &CostPanel::ruleChanged);
    connect(m_low, &QDoubleSpinBox::valueChanged, this,
            [this](double low) { move(low, std::max(low, m_thresholds.high)); });
    connect(m_high, &QDoubleSpinBox::valueChanged, this,
            [this](double high) { move(std::min(high, m_thresholds.low), high); });
    retranslate();
}

metrics::InspectionCosts CostPanel::costs() const
{
    metrics::InspectionCosts costs;
    costs.escape = m_fields[Escape]->value();
    costs.falseReject = m_fields[FalseReject]->value();
    costs.review = m_fields[Review]->value();
    costs.defectRate = m_fields[DefectRate]->value() / kPercent;
    costs.reviewMissRate = m_fields[MissRate]->value() / kPercent;
    costs.reviewFalseRejectRate = m_fields[WrongRejectRate]->value() / kPercent;
    return costs;
}

bool CostPanel::isByHand() const
{
    return m_rule->currentIndex() == ByHand;
}

void CostPanel::setByHand()
{
    const QSignalBlocker quiet(m_rule);
    m_rule->setCurrentIndex(ByHand);
}

void CostPanel::setThresholds(const metrics::ZoneThresholds &thresholds)
{
    m_thresholds = thresholds;
    const QSignalBlocker quietLow(m_low), quietHigh(m_high);
    m_low->setValue(thresholds.low);
    m_high->setValue(thresholds.high);
}

void CostPanel::move(double low, double high)
{
    setByHand();
    setThresholds({low, high});
    Q_EMIT thresholdsMoved(m_thresholds);
}

void CostPanel::keep() const
{
    QSettings settings;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        settings.setValue(keyOf(i), m_fields[i]->value());
}

void CostPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CostPanel::retranslate()
{
    const auto name = [&](Field field, const QString &label, const QString &tip) {
        m_labels[field]->setText(label);
        m_fields[field]->setToolTip(tip);
    };
    name(Escape, tr("An esc&ape costs"), tr("One defective part that passes, in any currency"));
    name(FalseReject, tr("A false re&ject costs"),
         tr("One good part that is rejected, in the same currency"));
    name(Review, tr("A revie&w costs"), tr("One look by a person, in the same currency"));
    name(DefectRate, tr("&Defective parts"),
         tr("Expected in production; the test set has far more of them"));
    name(MissRate, tr("Reviewers &miss"),
         tr("Of the defective parts that they look at, so many pass by mistake"));
    name(WrongRejectRate, tr("Reviewers reject wr&ongly"),
         tr("Of the good parts that they look at, so many are rejected by mistake"));
    for (const auto field : {DefectRate, MissRate, WrongRejectRate})
        m_fields[field]->setSuffix(tr(" %"));
    m_ruleLabel->setText(tr("&Thresholds"));
    {
        const QSignalBlocker quiet(m_rule);
        m_rule->setItemText(Cheapest, tr("Least cost"));
        m_rule->setItemText(ByHand, tr("By hand"));
    }
    m_lowLabel->setText(tr("&Pass below"));
    m_low->setToolTip(tr("A picture with a lower score passes without being looked at"));
    m_highLabel->setText(tr("Fai&l from"));
    m_high->setToolTip(tr("A picture with this score or a higher one is rejected without being "
                          "looked at"));
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        m_fields[i]->setAccessibleName(m_labels[i]->text().remove(QLatin1Char('&')));
    m_rule->setAccessibleName(m_ruleLabel->text().remove(QLatin1Char('&')));
    m_low->setAccessibleName(m_lowLabel->text().remove(QLatin1Char('&')));
    m_high->setAccessibleName(m_highLabel->text().remove(QLatin1Char('&')));
}

} // namespace cf::ui
