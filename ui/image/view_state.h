#pragma once

#include <QLineF>
#include <QObject>

#include <optional>

namespace cf::ui {

/// What canvases that are linked have in common: one zoom, one place, one cursor, one
/// profile line. GUI thread.
class ViewState : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// While it is true each canvas fits its own picture into its own size, and the zoom and centre
    /// here mean nothing.
    bool isFitted() const { return m_fitted; }
    double zoom() const { return m_zoom; } ///< device pixels per image pixel
    QPointF centreInImage() const { return m_centreInImage; }
    /// Where the mouse is, in image coordinates; none while it is on no picture.
    std::optional<QPointF> cursorInImage() const { return m_cursorInImage; }

    /// The line along which values are plotted, in image coordinates; none = not drawn.
    std::optional<QLineF> profileInImage() const { return m_profileInImage; }

    void setView(double zoom, QPointF centreInImage);
    void setCursorInImage(std::optional<QPointF> cursorInImage);
    void setProfileInImage(std::optional<QLineF> profileInImage);

public Q_SLOTS:
    void fit();

Q_SIGNALS:
    void viewChanged();
    void cursorChanged();
    void profileChanged();

private:
    bool m_fitted = true;
    double m_zoom = 1.0;
    QPointF m_centreInImage;
    std::optional<QPointF> m_cursorInImage;
    std::optional<QLineF> m_profileInImage;
};

} // namespace cf::ui
