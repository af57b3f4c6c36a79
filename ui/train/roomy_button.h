#pragma once

#include <QPushButton>

namespace cf::ui {

/// A push button with room around its text, for the few that lead on.
class RoomyButton : public QPushButton
{
public:
    explicit RoomyButton(const char *objectName) { setObjectName(QLatin1String(objectName)); }

    QSize sizeHint() const override
    {
        constexpr int kRoomPx = 24;
        constexpr int kHeightPx = 34;
        const auto hint = QPushButton::sizeHint();
        return {hint.width() + kRoomPx, std::max(hint.height(), kHeightPx)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace cf::ui
