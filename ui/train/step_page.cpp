#include "ui/train/step_page.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kLineCharacters = 110;
constexpr double kTitleScale = 1.35;

} // namespace

StepPage::StepPage(QWidget *parent)
    : QWidget(parent), m_title(boldLabel()), m_intro(hintLabel()), m_column(new QVBoxLayout(this))
{
    auto font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * kTitleScale);
    m_title->setFont(font);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_title);
    m_column->addWidget(m_intro);
    m_column->addSpacing(6);
    m_intro->setMaximumWidth(fontMetrics().averageCharWidth() * kLineCharacters);
}

void StepPage::setTexts(const QString &title, const QString &intro)
{
    m_title->setText(title);
    m_intro->setText(intro);
    setAccessibleName(title);
}

void StepPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QLabel *wrappingLabel()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *hintLabel()
{
    auto *label = wrappingLabel();
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel *boldLabel()
{
    auto *label = new QLabel;
    auto font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace cf::ui
