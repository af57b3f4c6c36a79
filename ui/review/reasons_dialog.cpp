#include "ui/review/reasons_dialog.h"

#include "core/review/reviewer_profile.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace cf::ui {

ReasonsDialog::ReasonsDialog(const QStringList &reasons, QWidget *parent)
    : QDialog(parent), m_lines(new QPlainTextEdit(reasons.join(QLatin1Char('\n'))))
{
    setObjectName(QStringLiteral("reasonsDialog"));
    setWindowTitle(tr("Reasons of a rejection"));
    auto *sentence = new QLabel(tr("One a line, at most nine. The key 1 rejects a picture for the "
                                   "first reason, 2 for the second."));
    sentence->setWordWrap(true);
    m_lines->setObjectName(QStringLiteral("reasonLines"));
    m_lines->setAccessibleName(tr("Reasons, one a line"));
    m_lines->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(sentence);
    column->addWidget(m_lines, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QStringList ReasonsDialog::reasons() const
{
    QStringList reasons;
    for (const auto &line : m_lines->toPlainText().split(QLatin1Char('\n')))
        if (const auto reason = line.simplified(); !reason.isEmpty())
            reasons += reason;
    reasons.removeDuplicates();
    return reasons.mid(0, static_cast<int>(review::ReviewerProfile::kMostReasons));
}

} // namespace cf::ui
