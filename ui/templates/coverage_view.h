#pragma once

#include <QWidget>

#include <filesystem>
#include <optional>
#include <vector>

namespace cf::ui {

/// One normal picture on the plot.
struct CoverageMark
{
    std::filesystem::path file;
    QString name;
    QString facts; ///< a line for the card and for screen readers
    double x = 0.0, y = 0.0;
    bool outlier = false;
    bool redundant = false;
};

/// Normal pictures as points: what is near looks alike. Shapes and sizes tell the kinds, colours
/// only help. A click selects, with Ctrl adds; arrow keys go to the next point that way; Space asks
/// to take the selected ones as templates or back; points can be dragged as files.
class CoverageView : public QWidget
{
    Q_OBJECT
public:
    explicit CoverageView(QWidget *parent = nullptr);

    /// Selects none.
    void setMarks(std::vector<CoverageMark> marks);
    void setTemplates(const std::vector<std::size_t> &templates);
    std::vector<std::size_t> templates() const; ///< by rising number
    /// Tells nobody; the last one becomes current.
    void setSelected(const std::vector<std::size_t> &selected);
    const std::vector<std::size_t> &selected() const { return m_selected; }
    std::optional<std::size_t> current() const { return m_current; }
    std::optional<std::size_t> hovered() const { return m_hovered; }
    /// Of the hovered picture, for its card.
    void setCard(const QImage &image);
    /// Middle of a mark, in the widget.
    QPointF placeOf(std::size_t mark) const;

    QSize sizeHint() const override { return {520, 320}; }
    QSize minimumSizeHint() const override { return {260, 180}; }

Q_SIGNALS:
    void selectionChanged();
    void toggleWanted(); ///< Space, or a double click
    void hoveredChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Shape { Normal, Redundant, Outlier };

    QRectF plotArea() const;
    std::optional<std::size_t> markAt(QPointF place) const;
    std::optional<std::size_t> nextTowards(int key) const;
    void select(std::size_t mark, bool add);
    void hover(std::optional<std::size_t> mark);
    void startDrag();
    void describe();

    void paintMark(QPainter &painter, QPointF place, Shape shape, bool isTemplate) const;
    void paintMarks(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    void paintCard(QPainter &painter) const;

    std::vector<CoverageMark> m_marks;
    std::vector<bool> m_isTemplate;
    std::vector<std::size_t> m_selected;
    std::optional<std::size_t> m_current, m_hovered;
    std::optional<QPointF> m_pressed;
    QRectF m_extent; ///< of the marks
    QImage m_card;
};

} // namespace cf::ui
