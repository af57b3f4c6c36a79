#pragma once

#include "ui/shell/action_registry.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace cf::ui {

/// Finds and runs any action by typing parts of its name, in any order of the words. Actions that
/// cannot be used now are shown grey, so that they can be found.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(const ActionRegistry &registry, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMatches(const QString &typed);
    void runChosen();

    const ActionRegistry &m_registry;
    QLineEdit *m_typed;
    QListWidget *m_matches;
};

} // namespace cf::ui
