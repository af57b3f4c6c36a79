#include "ui/review/key_keeper.h"

#include <QKeyEvent>
#include <QWidget>

namespace cf::ui {

KeyKeeper::KeyKeeper(QWidget *field) : QObject(field)
{
    field->installEventFilter(this);
}

bool KeyKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto modifiers = static_cast<QKeyEvent *>(event)->modifiers();
        if (!(modifiers & (Qt::ControlModifier | Qt::AltModifier))) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace cf::ui
