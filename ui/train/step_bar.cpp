#include "ui/train/step_bar.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kCirclePx = 26;
constexpr int kGapPx = 8;
constexpr int kMarginPx = 6;

} // namespace

/// One step: a circle with its number or mark, and its name.
class StepButton : public QAbstractButton
{
public:
    StepButton(int number, QWidget *parent) : QAbstractButton(parent), m_number(number)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::ClickFocus);
        setAttribute(Qt::WA_Hover);
    }

    void setState(StepState state)
    {
        m_state = state;
        update();
    }
    StepState state() const { return m_state; }

    QSize sizeHint() const override
    {
        const QFontMetrics bold(boldFont());
        return {kCirclePx + kGapPx + bold.horizontalAdvance(text()) + 2 * kMarginPx,
                std::max(kCirclePx, bold.height()) + 2 * kMarginPx};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto &colours = palette();
        const QRectF circle(kMarginPx, (height() - kCirclePx) / 2.0, kCirclePx, kCirclePx);
        const auto accent = colours.color(QPalette::Highlight);
        if (underMouse() && !isChecked()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colours.color(QPalette::Button));
            painter.drawRoundedRect(rect(), 6, 6);
        }
        painter.setPen(QPen(isChecked() ? accent : colours.color(QPalette::PlaceholderText), 1.5));
        painter.setBrush(isChecked() ? accent : colours.color(QPalette::Base));
        painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75));
        drawMark(painter, circle,
                 colours.color(isChecked() ? QPalette::HighlightedText : QPalette::Text));
        painter.setFont(isChecked() ? boldFont() : font());
        painter.setPen(colours.color(QPalette::WindowText));
        const int left = kMarginPx + kCirclePx + kGapPx;
        painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter, text());
        if (hasFocus()) {
            painter.setPen(QPen(colours.color(QPalette::WindowText), 1, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5);
        }
    }

private:
    QFont boldFont() const
    {
        auto bold = font();
        bold.setBold(true);
        return bold;
    }

    void drawMark(QPainter &painter, const QRectF &circle, const QColor &colour) const
    {
        painter.setPen(QPen(colour, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&](double x, double y) {
            return circle.topLeft() + QPointF(x * circle.width(), y * circle.height());
        };
        if (m_state == StepState::InOrder) {
            QPainterPath tick(at(0.29, 0.52));
            tick.lineTo(at(0.44, 0.67));
            tick.lineTo(at(0.72, 0.35));
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(tick);
            return;
        }
        painter.setFont(boldFont());
        painter.drawText(circle, Qt::AlignCenter,
                         m_state == StepState::Obstacle ? QStringLiteral("!")
                                                        : QString::number(m_number));
    }

    int m_number;
    StepState m_state = StepState::Open;
};

namespace {

/// The line between two steps.
class StepLine : public QWidget
{
public:
    explicit StepLine(QWidget *parent) : QWidget(parent) { setMinimumWidth(12); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(2, height() / 2, width() - 4, 1), palette().color(QPalette::Mid));
    }
};

} // namespace

StepBar::StepBar(int count, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            row->addWidget(new StepLine(this), 1);
        auto *step = new StepButton(i + 1, this);
        row->addWidget(step);
        m_steps.push_back(step);
        connect(step, &QAbstractButton::toggled, this, [this, step, i](bool on) {
            step->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus);
            if (!on)
                return;
            setFocusProxy(step);
            Q_EMIT currentChanged(i);
        });
    }
    m_steps.front()->setChecked(true);
}

void StepBar::setNames(const QStringList &names)
{
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        m_steps[i]->setText(names.value(static_cast<int>(i)));
        m_steps[i]->updateGeometry();
    }
    describe();
}

void StepBar::setState(int step, StepState state, const QString &why)
{
    auto *button = m_steps[static_cast<std::size_t>(step)];
    button->setState(state);
    button->setToolTip(why);
    describe();
}

StepState StepBar::state(int step) const
{
    return m_steps[static_cast<std::size_t>(step)]->state();
}

void StepBar::setCurrent(int step)
{
    auto *next = m_steps[static_cast<std::size_t>(step)];
    const bool hasFocus = std::any_of(m_steps.begin(), m_steps.end(),
                                      [](const auto *one) { return one->hasFocus(); });
    next->setChecked(true);
    if (hasFocus) // it stays on the step that is shown
        next->setFocus();
}

int StepBar::current() const
{
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        if (m_steps[i]->isChecked())
            return static_cast<int>(i);
    return 0;
}

void StepBar::describe()
{
    setAccessibleName(tr("Steps of the training"));
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        auto *step = m_steps[i];
        auto name = tr("Step %1 of %2: %3").arg(i + 1).arg(m_steps.size()).arg(step->text());
        if (step->state() == StepState::InOrder)
            name = tr("%1, in order").arg(name);
        else if (step->state() == StepState::Obstacle)
            name = tr("%1, needs your attention").arg(name);
        step->setAccessibleName(name);
        step->setAccessibleDescription(step->toolTip());
    }
}

void StepBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace cf::ui
