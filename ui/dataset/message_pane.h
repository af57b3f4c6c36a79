#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace cf::ui {

/// Says in the middle of an empty place why it is empty, or what is under way.
class MessagePane : public QWidget
{
    Q_OBJECT
public:
    explicit MessagePane(QWidget *parent = nullptr);

    /// `action` is what the button says; without one there is no button.
    void showMessage(const QString &text, const QString &action = {});
    void showBusy(const QString &text);

Q_SIGNALS:
    void actionWanted();

private:
    QLabel *m_text;
    QProgressBar *m_busy;
    QPushButton *m_action;
};

} // namespace cf::ui
