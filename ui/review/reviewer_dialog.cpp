#include "ui/review/reviewer_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kLongestName = 80;

} // namespace

ReviewerDialog::ReviewerDialog(const QStringList &known, const QString &last, QWidget *parent)
    : QDialog(parent), m_known(new QListWidget), m_name(new QLineEdit)
{
    setObjectName(QStringLiteral("reviewerDialog"));
    setWindowTitle(tr("Who reviews?"));
    auto *sentence = new QLabel(
        tr("Each decision is kept with a name and cannot be changed afterwards, only taken back."));
    sentence->setWordWrap(true);
    m_known->setObjectName(QStringLiteral("knownReviewers"));
    m_known->setAccessibleName(tr("Known reviewers"));
    m_known->addItems(known);
    m_name->setObjectName(QStringLiteral("newReviewer"));
    m_name->setMaxLength(kLongestName);
    auto *label = new QLabel(tr("&New name:"));
    label->setBuddy(m_name);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setText(tr("&Review"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(sentence);
    column->addWidget(m_known, 1);
    column->addWidget(label);
    column->addWidget(m_name);
    column->addWidget(buttons);
    m_known->setVisible(!known.isEmpty());
    const auto found = m_known->findItems(last, Qt::MatchExactly);
    if (!found.isEmpty())
        m_known->setCurrentItem(found.front());
    else if (known.isEmpty())
        m_name->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_known, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(m_known, &QListWidget::currentRowChanged, this, &ReviewerDialog::showState);
    connect(m_name, &QLineEdit::textChanged, this, &ReviewerDialog::showState);
    showState();
}

QString ReviewerDialog::reviewer() const
{
    const auto name = m_name->text().simplified();
    if (!name.isEmpty())
        return name;
    return m_known->currentItem() ? m_known->currentItem()->text() : QString();
}

void ReviewerDialog::showState()
{
    m_accept->setEnabled(!reviewer().isEmpty());
}

} // namespace cf::ui
