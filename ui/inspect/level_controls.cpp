#include "ui/inspect/level_controls.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace cf::ui {

namespace {

constexpr double kOuterShare = 0.005;
constexpr int kMostSide = 1024; // pixels looked at in either direction: enough for a histogram

template <class Value>
void count(const cv::Mat &picture, std::vector<std::size_t> &counts)
{
    const int stepY = std::max(1, picture.rows / kMostSide);
    const int stepX = std::max(1, picture.cols / kMostSide);
    const int channels = picture.channels();
    for (int y = 0; y < picture.rows; y += stepY) {
        const auto *row = picture.ptr<Value>(y);
        for (int x = 0; x < picture.cols; x += stepX)
            for (int c = 0; c < channels; ++c)
                ++counts[row[x * channels + c]];
    }
}

int fullScaleOf(const cv::Mat &picture)
{
    return picture.depth() == CV_16U ? 65535 : 255;
}

} // namespace

std::pair<int, int> innerRange(const cv::Mat &picture, double share)
{
    const int full = fullScaleOf(picture);
    std::vector<std::size_t> counts(static_cast<std::size_t>(full) + 1);
    if (full == 255)
        count<std::uint8_t>(picture, counts);
    else
        count<std::uint16_t>(picture, counts);
    std::size_t all = 0;
    for (const auto one : counts)
        all += one;
    const auto outside = static_cast<std::size_t>(share * static_cast<double>(all));
    const auto firstBeyond = [&](auto begin, auto end) {
        std::size_t sum = 0;
        return std::find_if(begin, end, [&](std::size_t one) { return (sum += one) > outside; }) -
               begin;
    };
    const auto low = static_cast<int>(firstBeyond(counts.begin(), counts.end()));
    const auto high = full - static_cast<int>(firstBeyond(counts.rbegin(), counts.rend()));
    return {low, std::max(low + 1, high)};
}

LevelControls::LevelControls(QWidget *parent) : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto addRow = [&](QLabel *&label, QSlider *&slider, QSpinBox *&box, int value) {
        label = new QLabel;
        slider = new QSlider(Qt::Horizontal);
        box = new QSpinBox;
        slider->setRange(0, m_full);
        box->setRange(0, m_full);
        slider->setValue(value);
        box->setValue(value);
        label->setBuddy(box);
        auto *line = new QHBoxLayout;
        line->addWidget(slider, 1);
        line->addWidget(box);
        form->addRow(label, line);
        connect(slider, &QSlider::valueChanged, box, &QSpinBox::setValue);
        connect(box, &QSpinBox::valueChanged, slider, &QSlider::setValue);
    };
    addRow(m_blackLabel, m_blackSlider, m_black, 0);
    addRow(m_whiteLabel, m_whiteSlider, m_white, m_full);
    m_fit = new QPushButton;
    m_reset = new QPushButton;
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_fit);
    buttons->addWidget(m_reset);
    form->addRow(buttons);
    connect(m_black, &QSpinBox::valueChanged, this, [this](int black) {
        if (black >= m_white->value())
            setEnds(std::min(black, m_full - 1), std::min(black + 1, m_full));
        Q_EMIT levelsChanged(levels());
    });
    connect(m_white, &QSpinBox::valueChanged, this, [this](int white) {
        if (white <= m_black->value())
            setEnds(std::max(white - 1, 0), std::max(white, 1));
        Q_EMIT levelsChanged(levels());
    });
    connect(m_fit, &QPushButton::clicked, this, &LevelControls::setToPicture);
    connect(m_reset, &QPushButton::clicked, this, &LevelControls::reset);
    setEnabled(false);
    retranslate();
}

void LevelControls::setPicture(const cv::Mat &picture)
{
    m_picture = picture;
    setEnabled(!picture.empty());
    if (picture.empty() || fullScaleOf(picture) == m_full)
        return;
    m_full = fullScaleOf(picture);
    const QSignalBlocker quietBlack(m_black);
    const QSignalBlocker quietWhite(m_white);
    for (auto *slider : {m_blackSlider, m_whiteSlider})
        slider->setRange(0, m_full);
    for (auto *box : {m_black, m_white})
        box->setRange(0, m_full);
    setEnds(0, m_full);
}

LevelControls::Levels LevelControls::levels() const
{
    if (m_black->value() == 0 && m_white->value() == m_full)
        return std::nullopt;
    return std::pair(double(m_black->value()), double(m_white->value()));
}

void LevelControls::setToPicture()
{
    if (m_picture.empty())
        return;
    const auto [black, white] = innerRange(m_picture, kOuterShare);
    setEnds(black, white);
    Q_EMIT levelsChanged(levels());
}

void LevelControls::reset()
{
    setEnds(0, m_full);
    Q_EMIT levelsChanged(levels());
}

void LevelControls::setEnds(int black, int white)
{
    const QSignalBlocker quietBlack(m_black);
    const QSignalBlocker quietWhite(m_white);
    m_black->setValue(black);
    m_white->setValue(white);
    m_blackSlider->setValue(black); // a quiet box does not move it
    m_whiteSlider->setValue(white);
}

void LevelControls::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LevelControls::retranslate()
{
    m_blackLabel->setText(tr("Black at"));
    m_whiteLabel->setText(tr("White at"));
    for (QWidget *field : std::initializer_list<QWidget *>{m_blackSlider, m_black}) {
        field->setAccessibleName(tr("Black at"));
        field->setToolTip(tr("The picture's value that is drawn black"));
    }
    for (QWidget *field : std::initializer_list<QWidget *>{m_whiteSlider, m_white}) {
        field->setAccessibleName(tr("White at"));
        field->setToolTip(tr("The picture's value that is drawn white"));
    }
    m_fit->setText(tr("Fit to picture"));
    m_fit->setToolTip(tr("From the darkest to the brightest half percent of the pixels"));
    m_reset->setText(tr("Whole range"));
    m_reset->setToolTip(tr("All values that the picture's bits can hold"));
}

} // namespace cf::ui
