#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace cf::ui {

/// Asks who decides from now on: one of those known, or a new name.
class ReviewerDialog : public QDialog
{
    Q_OBJECT
public:
    /// `last`, if it is among them, is selected.
    ReviewerDialog(const QStringList &known, const QString &last, QWidget *parent = nullptr);

    /// A new name goes before the selected one; without blanks around it.
    QString reviewer() const;

private:
    void showState();

    QListWidget *m_known;
    QLineEdit *m_name;
    QPushButton *m_accept;
};

} // namespace cf::ui
