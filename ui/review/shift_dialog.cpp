#include "ui/review/shift_dialog.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr qint64 kSecondsPerHour = 3600;
constexpr int kHoursPerDay = 24;
constexpr int kLeastWidthPx = 400;

std::string utcText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs).toStdString();
}

} // namespace

ShiftDialog::ShiftDialog(const QStringList &reviewers, const QStringList &categories,
                         QWidget *parent)
    : QDialog(parent), m_time(new QComboBox), m_reviewer(new QComboBox), m_category(new QComboBox),
      m_problem(new QLabel), m_from(new QDateTimeEdit), m_to(new QDateTimeEdit),
      m_folder(new QLineEdit)
{
    setObjectName(QStringLiteral("shiftDialog"));
    setWindowTitle(tr("Report of a shift or a lot"));
    m_time->setObjectName(QStringLiteral("shiftTime"));
    m_time->addItem(tr("Today"), int(Time::Today));
    m_time->addItem(tr("The last %1 hours").arg(kShiftHours), int(Time::LastHours));
    m_time->addItem(tr("The last 24 hours"), int(Time::LastDay));
    m_time->addItem(tr("From … until …"), int(Time::FromTo));
    m_time->addItem(tr("Everything so far"), int(Time::All));
    m_from->setObjectName(QStringLiteral("shiftFrom"));
    m_to->setObjectName(QStringLiteral("shiftTo"));
    const auto now = QDateTime::currentDateTime();
    m_from->setDateTime(now.addSecs(-kShiftHours * kSecondsPerHour));
    m_to->setDateTime(now);
    for (auto *edit : {m_from, m_to})
        edit->setCalendarPopup(true);
    m_reviewer->setObjectName(QStringLiteral("shiftReviewer"));
    m_reviewer->addItem(tr("Everybody"), QString());
    for (const auto &name : reviewers)
        m_reviewer->addItem(name, name);
    m_category->setObjectName(QStringLiteral("shiftCategory"));
    m_category->addItem(tr("All categories"), QString());
    for (const auto &name : categories)
        m_category->addItem(name, name);
    m_folder->setObjectName(QStringLiteral("shiftFolder"));
    m_folder->setPlaceholderText(tr("All; or a folder, such as bolt/test/lot17"));
    m_problem->setObjectName(QStringLiteral("shiftProblem"));
    m_problem->setWordWrap(true);
    auto *sentence =
        new QLabel(tr("What was decided, how fast, how well reviewers agree, what mistakes cost, "
                      "and the pictures that matter; with the state of the trail."));
    sentence->setWordWrap(true);

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString &text, QWidget *field) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        form->addRow(label, field);
        return label;
    };
    add(tr("&Time"), m_time);
    m_fromLabel = add(tr("&From"), m_from);
    m_toLabel = add(tr("&Until"), m_to);
    add(tr("&Reviewer"), m_reviewer);
    add(tr("&Category"), m_category);
    add(tr("&Lot"), m_folder);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("&Save as…"));
    setMinimumWidth(kLeastWidthPx);
    auto *column = new QVBoxLayout(this);
    column->addWidget(sentence);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addStretch();
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_time, &QComboBox::currentIndexChanged, this, &ShiftDialog::showState);
    for (auto *edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &ShiftDialog::showState);
    showState();
}

void ShiftDialog::setTime(Time time)
{
    m_time->setCurrentIndex(m_time->findData(int(time)));
}

review::ShiftFilter ShiftDialog::filter(const QDateTime &now) const
{
    review::ShiftFilter filter;
    switch (Time(m_time->currentData().toInt())) {
    case Time::Today:
        filter.fromUtc = utcText(now.date().startOfDay());
        break;
    case Time::LastHours:
        filter.fromUtc = utcText(now.addSecs(-kShiftHours * kSecondsPerHour));
        break;
    case Time::LastDay:
        filter.fromUtc = utcText(now.addSecs(-kHoursPerDay * kSecondsPerHour));
        break;
    case Time::FromTo:
        filter.fromUtc = utcText(m_from->dateTime());
        filter.toUtc = utcText(m_to->dateTime());
        break;
    case Time::All:
        break;
    }
    filter.reviewer = m_reviewer->currentData().toString().toStdString();
    filter.category = m_category->currentData().toString().toStdString();
    filter.folder = m_folder->text().trimmed().toStdString();
    return filter;
}

void ShiftDialog::showState()
{
    const bool isFromTo = Time(m_time->currentData().toInt()) == Time::FromTo;
    for (QWidget *part : std::initializer_list<QWidget *>{m_fromLabel, m_from, m_toLabel, m_to})
        part->setEnabled(isFromTo);
    const bool isSound = !isFromTo || m_from->dateTime() < m_to->dateTime();
    m_problem->setText(isSound ? QString() : tr("The shift ends before it begins."));
    m_save->setEnabled(isSound);
}

} // namespace cf::ui
