#pragma once

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <opencv2/core/mat.hpp>

#include <vector>

namespace cf::ui {

/// CV_8UC1 or CV_8UC3 (BGR), copied. Null for an empty one.
QImage imageOf(const cv::Mat &picture);

/// Small pictures in rows and columns, each whole and as large as the room allows.
class PictureGrid : public QWidget
{
    Q_OBJECT
public:
    explicit PictureGrid(QWidget *parent = nullptr);

    /// rows[r][c]; all rows equally long.
    void setPictures(const std::vector<std::vector<QImage>> &rows);
    const std::vector<std::vector<QImage>> &pictures() const { return m_rows; }
    /// Left of the rows and above the columns; empty leaves them out.
    void setNames(const QStringList &ofRows, const QStringList &ofColumns);
    /// Faded, because newer ones are being made.
    void setStale(bool stale);
    bool isStale() const { return m_stale; }
    /// In the middle while there are no pictures.
    void setEmptyText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::size_t columns() const { return m_rows.empty() ? 0 : m_rows.front().size(); }
    int leftPx() const; ///< room for the rows' names
    int topPx() const;  ///< room for the columns' names
    void paintPictures(QPainter &painter) const;

    std::vector<std::vector<QImage>> m_rows;
    QStringList m_rowNames, m_columnNames;
    QString m_emptyText;
    bool m_stale = false;
};

} // namespace cf::ui
