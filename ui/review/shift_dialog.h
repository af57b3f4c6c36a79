#pragma once

#include "core/review/shift_figures.h"

#include <QDateTime>
#include <QDialog>
#include <QStringList>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cf::ui {

/// Asks which decisions a report is about: a time, a person, a lot.
class ShiftDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Time { Today, LastHours, LastDay, FromTo, All };
    static constexpr int kShiftHours = 8;

    ShiftDialog(const QStringList &reviewers, const QStringList &categories,
                QWidget *parent = nullptr);

    /// `now` in local time.
    review::ShiftFilter filter(const QDateTime &now) const;
    void setTime(Time time);

private:
    void showState();

    QComboBox *m_time, *m_reviewer, *m_category;
    QLabel *m_fromLabel, *m_toLabel, *m_problem;
    QDateTimeEdit *m_from, *m_to;
    QLineEdit *m_folder;
    QPushButton *m_save;
};

} // namespace cf::ui
