#include "ui/image/view_state.h"

namespace cf::ui {

void ViewState::setView(double zoom, QPointF centreInImage)
{
    if (!m_fitted && m_zoom == zoom && m_centreInImage.x() == centreInImage.x() &&
        m_centreInImage.y() == centreInImage.y())
        return;
    m_fitted = false;
    m_zoom = zoom;
    m_centreInImage = centreInImage;
    Q_EMIT viewChanged();
}

void ViewState::setCursorInImage(std::optional<QPointF> cursorInImage)
{
    if (m_cursorInImage == cursorInImage)
        return;
    m_cursorInImage = cursorInImage;
    Q_EMIT cursorChanged();
}

void ViewState::setProfileInImage(std::optional<QLineF> profileInImage)
{
    if (m_profileInImage == profileInImage)
        return;
    m_profileInImage = profileInImage;
    Q_EMIT profileChanged();
}

void ViewState::fit()
{
    if (m_fitted)
        return;
    m_fitted = true;
    Q_EMIT viewChanged();
}

} // namespace cf::ui
