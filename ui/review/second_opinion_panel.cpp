#include "ui/review/second_opinion_panel.h"

#include "core/workflow/analysis.h"
#include "ui/review/key_keeper.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace cf::ui {

namespace {

QString number(double value)
{
    return QStringLiteral("%L1").arg(value, 0, 'f', 2);
}

} // namespace

SecondOpinionPanel::SecondOpinionPanel(QWidget *parent)
    : QGroupBox(parent), m_share(new QSpinBox), m_shareLabel(new QLabel), m_text(new QLabel)
{
    m_share->setObjectName(QStringLiteral("secondShare"));
    m_share->setRange(1, 100);
    m_share->setKeyboardTracking(false);
    new KeyKeeper(m_share);
    m_shareLabel->setBuddy(m_share);
    m_text->setObjectName(QStringLiteral("agreement"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *form = new QFormLayout(this);
    form->addRow(m_shareLabel, m_share);
    form->addRow(m_text);
    connect(m_share, &QSpinBox::valueChanged, this, [this] { Q_EMIT shareChanged(share()); });
    retranslate();
}

double SecondOpinionPanel::share() const
{
    return m_share->value() / 100.0;
}

void SecondOpinionPanel::setShare(double share)
{
    const QSignalBlocker quiet(m_share);
    m_share->setValue(static_cast<int>(std::lround(share * 100.0)));
}

void SecondOpinionPanel::setAgreement(const metrics::Agreement &agreement)
{
    m_agreement = agreement;
    retranslate();
}

void SecondOpinionPanel::showAgreement(bool shown)
{
    m_text->setVisible(shown);
}

void SecondOpinionPanel::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SecondOpinionPanel::retranslate()
{
    setTitle(tr("Second opinion"));
    m_shareLabel->setText(tr("&Share:"));
    m_share->setSuffix(tr(" %"));
    m_share->setAccessibleName(tr("Share of the pictures for a second opinion"));
    m_share->setToolTip(tr("So much of the pictures is drawn for you to judge again, without "
                           "seeing what others said. A larger share holds the smaller one."));
    if (m_agreement.count == 0) {
        m_text->setText(tr("No picture was judged twice yet."));
        return;
    }
    QString text = tr("%n picture(s) judged twice.", nullptr, static_cast<int>(m_agreement.count));
    if (m_agreement.observed.value)
        text += QLatin1Char('\n') +
                tr("Same decision: %L1 %").arg(*m_agreement.observed.value * 100.0, 0, 'f', 0);
    const auto &interval =
        m_agreement.bootstrap.value ? m_agreement.bootstrap.value : m_agreement.interval.value;
    if (!m_agreement.kappa.value)
        text +=
            QLatin1Char('\n') + tr("Cohen's κ is not defined: only one kind of decision was used.");
    else if (!interval)
        text += QLatin1Char('\n') + tr("Cohen's κ %1").arg(number(*m_agreement.kappa.value));
    else
        text += QLatin1Char('\n') + tr("Cohen's κ %1 (95 %: %2 to %3)")
                                        .arg(number(*m_agreement.kappa.value),
                                             number(interval->low), number(interval->high));
    if (m_agreement.count < workflow::kFewPictures)
        text += QLatin1Char('\n') + tr("So few pictures say little.");
    m_text->setText(text);
}

} // namespace cf::ui
