#pragma once

#include "ui/shell/action_registry.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace cf::ui {

/// What the window shows before anything is open: what to do first, and what was open before.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(const ActionRegistry &registry, QWidget *parent = nullptr);

    /// Reads the recent places anew.
    void refresh();
    /// A sentence above everything; empty takes it away.
    void showError(const QString &sentence);

Q_SIGNALS:
    void openWanted(const QString &path);
    void forgetWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Choice
    {
        QString id;
        QPushButton *button;
        QLabel *help;
    };
    void retranslate();

    const ActionRegistry &m_registry;
    QLabel *m_title, *m_claim, *m_error, *m_recentTitle;
    std::vector<Choice> m_choices;
    QListWidget *m_recent;
    QPushButton *m_forget;
};

} // namespace cf::ui
