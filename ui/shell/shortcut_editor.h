#pragma once

#include "ui/shell/action_registry.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace cf::ui {

/// Changes the shortcuts of all actions. A clash is said while the keys are pressed, and is only
/// taken over when the user says so; the other action then loses it.
class ShortcutEditor : public QDialog
{
    Q_OBJECT
public:
    ShortcutEditor(ActionRegistry &registry, QWidget *parent);

private:
    void fill();
    void showChosen();
    void showConflicts();
    void assign();
    void reset();
    QString chosenId() const;

    ActionRegistry &m_registry;
    QLineEdit *m_filter;
    QTreeWidget *m_actions;
    QKeySequenceEdit *m_keys;
    QLabel *m_warning;
    QPushButton *m_assign, *m_reset;
};

} // namespace cf::ui
