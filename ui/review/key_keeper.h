#pragma once

#include <QObject>

class QWidget;

namespace cf::ui {

/// Keeps letters, digits and Enter for a field that is written in: beside it they are decisions.
class KeyKeeper : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the field. For those that hand their text to another widget, the one that has the
    /// focus.
    explicit KeyKeeper(QWidget *field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace cf::ui
