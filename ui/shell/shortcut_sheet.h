#pragma once

#include "ui/shell/action_registry.h"

#include <QDialog>

namespace cf::ui {

/// All shortcuts on one page, by group.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    ShortcutSheet(const ActionRegistry &registry, QWidget *parent);
};

} // namespace cf::ui
