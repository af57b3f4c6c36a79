#pragma once

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace cf::ui {

/// Small pictures in rows and columns, each whole and as large as the room allows.
class PictureGrid : public QWidget
{
    Q_OBJECT
public:
    explicit PictureGrid(QWidget *parent = nullptr);

    /// rows[r][c]; no row longer than the first.
    void setPictures(const std::vector<std::vector<QImage>> &rows);
    const std::vector<std::vector<QImage>> &pictures() const { return m_rows; }
    /// Above each picture, in the same order; empty: no captions.
    void setCaptions(const std::vector<QStringList> &captions);
    const std::vector<QStringList> &captions() const { return m_captions; }
    /// So many columns belong together, with a wider gap to the next.
    void setGroup(int columns);
    /// Faded, because newer ones are being made.
    void setStale(bool stale);
    bool isStale() const { return m_stale; }
    /// In the middle while there are no pictures.
    void setEmptyText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Whole, where it is drawn with dots in the middle; empty beside the pictures.
    QString captionAt(const QPoint &at) const;

protected:
    bool event(QEvent *event) override; ///< tool tips
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::size_t columns() const { return m_rows.empty() ? 0 : m_rows.front().size(); }
    int captionPx() const; ///< room above each row
    int sidePx() const;    ///< of a picture; none for it: not positive
    int gapsPx() const;    ///< of a row, all together
    QRect place(int row, int column, int side) const;
    void paintPictures(QPainter &painter) const;
    void paintPicture(QPainter &painter, const QImage &picture, const QRect &room) const;

    std::vector<std::vector<QImage>> m_rows;
    std::vector<QStringList> m_captions;
    int m_group = 0; ///< columns; 0 = none
    QString m_emptyText;
    bool m_stale = false;
};

} // namespace cf::ui
