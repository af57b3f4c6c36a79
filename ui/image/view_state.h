#pragma once

#include <QObject>
#include <QPointF>

#include <optional>

namespace cf::ui {

/// What canvases that are linked have in common: one zoom, one place, one cursor. GUI thread.
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

    void setView(double zoom, QPointF centreInImage);
    void setCursorInImage(std::optional<QPointF> cursorInImage);

public Q_SLOTS:
    void fit();

Q_SIGNALS:
    void viewChanged();
    void cursorChanged();

private:
    bool m_fitted = true;
    double m_zoom = 1.0;
    QPointF m_centreInImage;
    std::optional<QPointF> m_cursorInImage;
};

} // namespace cf::ui
