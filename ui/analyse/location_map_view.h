#pragma once

#include <QImage>
#include <QSize>
#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

namespace cf::ui {

/// How often each place of the picture was defective: cells in colours over a faint picture, with
/// their scale beside it. A click on a cell chooses it, another one lets it go; with the focus, the
/// arrow keys go from cell to cell, Enter or Space chooses and Escape lets go.
class LocationMapView : public QWidget
{
    Q_OBJECT
public:
    explicit LocationMapView(QWidget *parent = nullptr);

    /// `drawn` is stretched over the grid; `shares` by row, 0..1, of `pictures` with a defect.
    /// `scale` is one column of colours, the highest on top. A null image: nothing to show.
    void setMap(const QImage &drawn, const QImage &scale, QSize grid, std::vector<float> shares,
                std::size_t pictures);
    /// In the middle while there is nothing to show.
    void setEmptyText(const QString &text);

    std::optional<std::uint32_t> chosenCell() const { return m_chosen; }
    /// Without a signal.
    void setChosenCell(std::optional<std::uint32_t> cell);
    /// The middle of a cell on the widget; for tests.
    QPoint middleOf(std::uint32_t cell) const;
    /// "40–42 % from the left, 10–12 % from the top: defective in 23 % of 40 pictures ..."
    QString cellText(std::uint32_t cell) const;
    /// "40–42 % from the left, 10–12 % from the top"
    QString placeText(std::uint32_t cell) const;

    QSize sizeHint() const override { return {420, 300}; }
    QSize minimumSizeHint() const override { return {200, 160}; }

Q_SIGNALS:
    void cellChosen(std::optional<std::uint32_t> cell);

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override; ///< tips
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF mapPlace() const;
    QRectF cellPlace(std::uint32_t cell) const;
    std::optional<std::uint32_t> cellAt(QPointF point) const;
    void choose(std::optional<std::uint32_t> cell);
    void moveTo(std::uint32_t cell);
    void retranslate();

    QImage m_drawn, m_scale;
    QSize m_grid;
    std::vector<float> m_shares;
    std::size_t m_pictures = 0;
    std::uint32_t m_cursor = 0;
    std::optional<std::uint32_t> m_chosen;
    QString m_emptyText;
};

} // namespace cf::ui
