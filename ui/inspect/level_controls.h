#pragma once

#include <QWidget>

#include <opencv2/core/mat.hpp>

#include <optional>
#include <utility>

class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace cf::ui {

/// The brightness window of the picture itself, in its own values: what is drawn black and what
/// white. For pictures of 16 bits, whose detail often fills a small part of the range.
class LevelControls : public QWidget
{
    Q_OBJECT
public:
    using Levels = std::optional<std::pair<double, double>>;

    explicit LevelControls(QWidget *parent = nullptr);

    /// Another picture; the levels stay if it has as many bits. Without levelsChanged().
    void setPicture(const cv::Mat &picture);
    Levels levels() const; ///< none = the whole range

public Q_SLOTS:
    void setToPicture(); ///< from the darkest to the brightest half percent
    void reset();

Q_SIGNALS:
    void levelsChanged(const cf::ui::LevelControls::Levels &levels);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setEnds(int black, int white);
    void retranslate();

    cv::Mat m_picture;
    int m_full = 255;
    QLabel *m_blackLabel, *m_whiteLabel;
    QSlider *m_blackSlider, *m_whiteSlider;
    QSpinBox *m_black, *m_white;
    QPushButton *m_fit, *m_reset;
};

/// The values between which all but `share` of the picture's pixels lie at either end. CV_8U or
/// CV_16U, any channels.
std::pair<int, int> innerRange(const cv::Mat &picture, double share);

} // namespace cf::ui
