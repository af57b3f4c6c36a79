#include "ui/dataset/message_pane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace cf::ui {

MessagePane::MessagePane(QWidget *parent)
    : QWidget(parent), m_text(new QLabel), m_busy(new QProgressBar), m_action(new QPushButton)
{
    m_text->setObjectName(QStringLiteral("message"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMaximumWidth(m_text->fontMetrics().averageCharWidth() * 80);
    m_busy->setObjectName(QStringLiteral("busy"));
    m_busy->setRange(0, 0); // no end is known
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(220, 8);
    m_action->setObjectName(QStringLiteral("action"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addStretch(2);
    auto *line = new QHBoxLayout; // an aligned label would not get the height for its width
    line->addStretch(1);
    line->addWidget(m_text, 1000);
    line->addStretch(1);
    layout->addLayout(line);
    layout->addWidget(m_busy, 0, Qt::AlignHCenter);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &MessagePane::actionWanted);
    showMessage({});
}

void MessagePane::showMessage(const QString &text, const QString &action)
{
    m_text->setText(text);
    m_busy->hide();
    m_busy->setAccessibleName({});
    m_action->setText(action);
    m_action->setMinimumWidth(m_action->fontMetrics().horizontalAdvance(action) + 36);
    m_action->setVisible(!action.isEmpty());
}

void MessagePane::showBusy(const QString &text)
{
    showMessage(text);
    m_busy->setAccessibleName(text);
    m_busy->show();
}

} // namespace cf::ui
