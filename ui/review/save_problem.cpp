#include "ui/review/save_problem.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace cf::ui {

SaveProblem::SaveProblem(QWidget *parent)
    : QFrame(parent), m_text(new QLabel), m_retry(new QPushButton), m_discard(new QPushButton)
{
    setObjectName(QStringLiteral("saveProblem"));
    setFrameShape(QFrame::StyledPanel);
    m_text->setWordWrap(true);
    m_retry->setObjectName(QStringLiteral("retrySaving"));
    m_discard->setObjectName(QStringLiteral("discardUnsaved"));
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text, 1);
    row->addWidget(m_retry);
    row->addWidget(m_discard);
    connect(m_retry, &QPushButton::clicked, this, &SaveProblem::retryWanted);
    connect(m_discard, &QPushButton::clicked, this, &SaveProblem::discardWanted);
    retranslate();
}

void SaveProblem::showProblem(const QString &sentence, std::size_t waiting)
{
    m_sentence = sentence;
    m_waiting = static_cast<int>(waiting);
    retranslate();
    show();
}

void SaveProblem::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SaveProblem::retranslate()
{
    m_text->setText(tr("%n step(s) could not be saved and wait here.", nullptr, m_waiting) +
                    QLatin1Char(' ') + m_sentence);
    m_retry->setText(tr("&Try again"));
    m_discard->setText(tr("&Leave them out"));
    m_discard->setToolTip(tr("Forget what could not be saved and read the project again"));
}

} // namespace cf::ui
