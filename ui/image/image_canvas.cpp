#include "ui/image/image_canvas.h"

#include <QEvent>
#include <algorithm>
#include <cmath>

namespace cf::ui {

ImageCanvas::ImageCanvas(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&m_renderer, &ViewRenderer::changed, this, qOverload<>(&QWidget::update));
    connect(&m_renderer, &ViewRenderer::refined, this, &ImageCanvas::refined);
    setViewState(nullptr);
    describe();
    showCursor();
}

ImageCanvas::~ImageCanvas()
{
    leaveProbe(); // a canvas that goes leaves no cursor behind on those that are linked
}

void ImageCanvas::setPicture(const cv::Mat &picture)
{
    if (picture.empty()) {
        clear();
        return;
    }
    m_renderer.setPicture(picture);
    if (m_levels && m_levelsScale == m_renderer.picture()->fullScale())
        m_renderer.setLevels(m_levels->first, m_levels->second);
    else
        m_levels.reset();
    m_content = Content::Picture;
    m_sentence.clear();
    m_geometry.setImageSize(m_renderer.picture()->imageSizePx());
    m_geometry.setViewSize(size(), devicePixelRatioF()); // no resize event before it is shown
    followState();
    describe();
    showCursor();
}

void ImageCanvas::setMap(const cv::Mat &map32f)
{
    m_renderer.setMap(map32f);
}

void ImageCanvas::setCompareMap(const cv::Mat &map32f)
{
    m_renderer.setCompareMap(map32f);
}

void ImageCanvas::setMask(const cv::Mat &mask)
{
    m_renderer.setMask(mask);
}

void ImageCanvas::setLevels(double low, double high)
{
    if (!hasPicture())
        return;
    m_levels = {low, high};
    m_levelsScale = m_renderer.picture()->fullScale();
    m_renderer.setLevels(low, high);
}

void ImageCanvas::resetLevels()
{
    m_levels.reset();
    if (hasPicture())
        m_renderer.setLevels(0.0, m_renderer.picture()->fullScale());
}

template <class Value>
void ImageCanvas::setStyle(Value OverlayStyle::*field, Value value)
{
    m_style.*field = value;
    update();
}

void ImageCanvas::setColourMap(imaging::ColourMap colours)
{
    setStyle(&OverlayStyle::colours, colours);
}

void ImageCanvas::setFading(bool fades)
{
    setStyle(&OverlayStyle::fades, fades);
}

void ImageCanvas::setRange(float low, float high)
{
    Q_ASSERT(std::isfinite(low) && std::isfinite(high)); // the range comes from settings, not a map
    setStyle(&OverlayStyle::scale, MapScale{low, high, m_style.scale.threshold});
}

void ImageCanvas::setThreshold(std::optional<float> threshold)
{
    setStyle(&OverlayStyle::scale, MapScale{m_style.scale.low, m_style.scale.high, threshold});
}

void ImageCanvas::setCompareScale(const std::optional<MapScale> &scale)
{
    setStyle(&OverlayStyle::compareScale, scale);
}

void ImageCanvas::setSplit(bool split)
{
    setStyle(&OverlayStyle::isSplit, split);
    describe();
}

void ImageCanvas::setOpacity(double opacity)
{
    const double clamped = std::clamp(opacity, 0.0, 1.0);
    if (clamped == m_style.opacity)
        return;
    setStyle(&OverlayStyle::opacity, clamped);
    Q_EMIT opacityChanged(clamped);
}

void ImageCanvas::setOverlayShown(bool shown)
{
    setStyle(&OverlayStyle::mapShown, shown);
}

void ImageCanvas::setMaskShown(bool shown)
{
    setStyle(&OverlayStyle::maskShown, shown);
}

void ImageCanvas::setSplitPosition(double position)
{
    const double clamped = std::clamp(position, 0.0, 1.0);
    if (clamped == m_splitPosition)
        return;
    m_splitPosition = clamped;
    update();
    Q_EMIT splitPositionChanged(clamped);
}

void ImageCanvas::clear()
{
    showText(Content::Nothing, {});
}

void ImageCanvas::showBusy()
{
    showText(Content::Busy, {});
}

void ImageCanvas::showError(const QString &sentence)
{
    showText(Content::Error, sentence);
}

void ImageCanvas::showText(Content content, const QString &sentence)
{
    m_content = content;
    m_sentence = sentence;
    m_renderer.setPicture({});
    m_geometry.setImageSize({});
    m_drag = Drag::None;
    leaveProbe();
    describe();
    showCursor();
}

void ImageCanvas::setViewState(ViewState *state)
{
    leaveProbe();
    if (m_state)
        m_state->disconnect(this);
    m_state = state ? state : &m_ownState;
    connect(m_state, &ViewState::viewChanged, this, &ImageCanvas::followState);
    connect(m_state, &ViewState::cursorChanged, this, qOverload<>(&QWidget::update));
    connect(m_state, &ViewState::profileChanged, this, qOverload<>(&QWidget::update));
    if (state)
        connect(state, &QObject::destroyed, this, [this] {
            m_state = nullptr;
            m_isProbing = false;
            setViewState(nullptr);
        });
    followState();
}

std::optional<float> ImageCanvas::valueAt(QPoint pixelInImage) const
{
    return m_renderer.map() ? m_renderer.map()->valueAt(pixelInImage) : std::nullopt;
}

std::optional<float> ImageCanvas::compareValueAt(QPoint pixelInImage) const
{
    return m_renderer.compareMap() ? m_renderer.compareMap()->valueAt(pixelInImage) : std::nullopt;
}

void ImageCanvas::describe()
{
    setAccessibleName(tr("Picture"));
    switch (m_content) {
    case Content::Nothing:
        setAccessibleDescription(tr("No picture"));
        break;
    case Content::Busy:
        setAccessibleDescription(tr("Loading…"));
        break;
    case Content::Error:
        setAccessibleDescription(m_sentence);
        break;
    case Content::Picture:
        setAccessibleDescription(
            tr("%L1 x %L2 pixels. Plus and minus zoom, the arrow keys move the picture.")
                .arg(m_geometry.imageSizePx().width())
                .arg(m_geometry.imageSizePx().height()) +
            (isSplit() ? QLatin1Char(' ') + tr("Alt and the arrow keys move the divider.")
                       : QString()));
        break;
    }
}

void ImageCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

void ImageCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    followScreen();
}

} // namespace cf::ui
