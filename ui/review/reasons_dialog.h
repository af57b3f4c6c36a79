#pragma once

#include <QDialog>
#include <QStringList>

class QPlainTextEdit;

namespace cf::ui {

/// Changes the reasons of a rejection, one a line.
class ReasonsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ReasonsDialog(const QStringList &reasons, QWidget *parent = nullptr);

    /// Without empty lines and repetitions; as many as there are digits.
    QStringList reasons() const;

private:
    QPlainTextEdit *m_lines;
};

} // namespace cf::ui
