#pragma once

#include <QPoint>
#include <QSize>
#include <QWidget>

#include <opencv2/core/mat.hpp>

#include <array>
#include <optional>
#include <vector>

class QLabel;
class QSpinBox;
class QTableWidget;

namespace cf::ui {

/// A map whose value is told.
struct ValuedMap
{
    QString name;
    cv::Mat map; ///< CV_32FC1 at the picture's size
};

/// The stored float of every map at one pixel: the one below the mouse, or one that is typed. Stays
/// at the last one when the mouse leaves.
class ValuesPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ValuesPanel(QWidget *parent = nullptr);

    void setPictureSize(QSize sizePx);
    void setMaps(const std::vector<ValuedMap> &maps);
    void setPixel(QPoint pixelInImage); ///< without pixelChosen()

Q_SIGNALS:
    void pixelChosen(QPoint pixelInImage); ///< by the numbers

protected:
    void changeEvent(QEvent *event) override;

private:
    void showValues();
    void retranslate();

    std::vector<ValuedMap> m_maps;
    std::array<QSpinBox *, 2> m_place; ///< column and row
    QLabel *m_label;
    QTableWidget *m_table;
};

} // namespace cf::ui
