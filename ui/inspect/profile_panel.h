#pragma once

#include "ui/image/view_renderer.h"

#include <QLineF>
#include <QWidget>

#include <opencv2/core/mat.hpp>

#include <array>
#include <optional>
#include <vector>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace cf::ui {

class CurvePlot;

/// One map that a profile runs over.
struct ProfiledMap
{
    QString name;
    cv::Mat map; ///< CV_32FC1 at the picture's size
    MapScale scale;
};

/// The values of maps along a line over the picture, and the line's two ends as numbers.
class ProfilePanel : public QWidget
{
    Q_OBJECT
public:
    explicit ProfilePanel(QWidget *parent = nullptr);

    /// Of the picture that the ends are in; empty without one.
    void setPictureSize(QSize sizePx);
    /// In image coordinates (pixel (x, y) covers [x, x+1)); none shows what to do. Without
    /// lineChanged().
    void setLine(const std::optional<QLineF> &lineInImage);
    /// Maps of the same name are drawn once.
    void setMaps(const std::vector<ProfiledMap> &maps);

Q_SIGNALS:
    void lineChanged(const std::optional<QLineF> &lineInImage); ///< by the numbers

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeEnds();
    void plot();
    void retranslate();

    QSize m_sizePx;
    std::optional<QLineF> m_line;
    std::vector<ProfiledMap> m_maps;
    std::array<QDoubleSpinBox *, 4> m_ends; ///< x and y of the first, then of the last
    std::array<QLabel *, 2> m_labels;
    QCheckBox *m_shares; ///< set by itself where scales differ, until the user chooses
    bool m_sharesChosen = false;
    QPushButton *m_clear;
    CurvePlot *m_plot;
};

} // namespace cf::ui
