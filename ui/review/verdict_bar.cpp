#include "ui/review/verdict_bar.h"

#include "ui/review/review_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kReasonsInARow = 5;
constexpr int kButtonHeightPx = 32;

QString withKey(const QString &text, const QString &key)
{
    return key.isEmpty() ? text : QStringLiteral("%1  (%2)").arg(text, key);
}

} // namespace

VerdictBar::VerdictBar(QWidget *parent)
    : QWidget(parent), m_ok(newButton("verdictOk")), m_ng(newButton("verdictNg")),
      m_unsure(newButton("verdictUnsure")), m_normal(newButton("takeAsNormal")),
      m_edit(newButton("editReasons")), m_strip(new QGridLayout)
{
    auto *verdicts = new QHBoxLayout;
    for (auto *button : {m_ok, m_ng, m_unsure}) {
        button->setMinimumHeight(kButtonHeightPx);
        verdicts->addWidget(button, 1);
    }
    m_normal->setMinimumHeight(kButtonHeightPx);
    m_normal->hide();
    verdicts->addWidget(m_normal);
    verdicts->addWidget(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(verdicts);
    column->addLayout(m_strip);
    connect(m_ok, &QToolButton::clicked, this, [this] { Q_EMIT decided(store::Verdict::Ok, {}); });
    connect(m_ng, &QToolButton::clicked, this, [this] { Q_EMIT decided(store::Verdict::Ng, {}); });
    connect(m_unsure, &QToolButton::clicked, this,
            [this] { Q_EMIT decided(store::Verdict::Unsure, {}); });
    connect(m_normal, &QToolButton::clicked, this, &VerdictBar::normalWanted);
    connect(m_edit, &QToolButton::clicked, this, &VerdictBar::reasonsWanted);
    retranslate();
}

QToolButton *VerdictBar::newButton(const char *name)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return button;
}

void VerdictBar::setReasons(const QStringList &reasons)
{
    m_reasons = reasons;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (int i = 0; i < m_reasons.size(); ++i) {
        auto *button = newButton("reason");
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        m_strip->addWidget(button, i / kReasonsInARow, i % kReasonsInARow);
        connect(button, &QToolButton::clicked, this,
                [this, i] { Q_EMIT decided(store::Verdict::Ng, m_reasons[i]); });
        m_buttons.push_back(button);
    }
    retranslate();
}

void VerdictBar::setKeys(const QString &ok, const QString &ng, const QString &unsure,
                         const QString &normal)
{
    m_okKey = ok;
    m_ngKey = ng;
    m_unsureKey = unsure;
    m_normalKey = normal;
    retranslate();
}

void VerdictBar::setCanTakeNormals(bool can)
{
    m_normal->setVisible(can);
}

void VerdictBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VerdictBar::retranslate()
{
    m_ok->setText(withKey(verdictText(store::Verdict::Ok), m_okKey));
    m_ok->setToolTip(tr("Accept the picture and go to the next"));
    m_ng->setText(withKey(verdictText(store::Verdict::Ng), m_ngKey));
    m_ng->setToolTip(tr("Reject the picture without a reason and go to the next"));
    m_unsure->setText(withKey(verdictText(store::Verdict::Unsure), m_unsureKey));
    m_unsure->setToolTip(tr("Leave it to others and go to the next picture"));
    m_normal->setText(withKey(tr("Take as normal…"), m_normalKey));
    m_normal->setToolTip(tr("A false alarm: make the picture a normal of the model, without "
                            "training; asks first, and says which defects would be missed"));
    m_edit->setText(tr("Reasons…"));
    m_edit->setToolTip(tr("Change the reasons of a rejection"));
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const auto &reason = m_reasons[static_cast<int>(i)];
        m_buttons[i]->setText(QStringLiteral("%1  %2").arg(i + 1).arg(reason));
        m_buttons[i]->setToolTip(
            tr("Reject the picture: %1 (key %2)").arg(reason, QString::number(i + 1)));
    }
}

} // namespace cf::ui
