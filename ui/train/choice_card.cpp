#include "ui/train/choice_card.h"

#include <QPainter>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kPaddingPx = 14;
constexpr int kGapPx = 8;
constexpr int kMarkPx = 14;
constexpr int kFocusRoomPx = 3;
constexpr int kLeastWidthPx = 180;
constexpr double kRadiusPx = 6.0;
constexpr int kHelpFlags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

} // namespace

PlainChoice::PlainChoice(QWidget *parent) : QRadioButton(parent)
{
    setAttribute(Qt::WA_Hover);
    // Tab comes to the chosen one of a group, not to the first.
    setFocusPolicy(Qt::ClickFocus);
    connect(this, &QAbstractButton::toggled, this,
            [this](bool on) { setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus); });
}

QSize PlainChoice::sizeHint() const
{
    const auto metrics = fontMetrics();
    return {kMarkPx + kGapPx + metrics.horizontalAdvance(text()) + 2 * kFocusRoomPx,
            std::max(kMarkPx, metrics.height()) + 2 * kFocusRoomPx};
}

void PlainChoice::paintMark(QPainter &painter, QPoint topLeft) const
{
    const auto &colours = palette();
    const bool strong = (isChecked() || underMouse()) && isEnabled();
    const auto colour = colours.color(strong ? QPalette::Highlight : QPalette::PlaceholderText);
    const auto circle =
        QRectF(topLeft, QSizeF(kMarkPx, kMarkPx)).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(colours.color(QPalette::Base));
    painter.drawEllipse(circle);
    if (!isChecked())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(circle.adjusted(2.75, 2.75, -2.75, -2.75));
}

void PlainChoice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(painter, {kFocusRoomPx, (height() - kMarkPx) / 2});
    const auto &colours = palette();
    painter.setPen(colours.color(isEnabled() ? QPalette::WindowText : QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(kFocusRoomPx + kMarkPx + kGapPx, 0, 0, 0),
                     Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    if (hasFocus()) {
        painter.setPen(QPen(colours.color(QPalette::WindowText), 1.0, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

ChoiceCard::ChoiceCard(QWidget *parent) : PlainChoice(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::setTexts(const QString &title, const QString &help)
{
    setText(title);
    m_help = help;
    setAccessibleDescription(help);
    updateGeometry();
}

void ChoiceCard::setFootnote(const QString &text)
{
    m_footnote = text;
    setAccessibleDescription(text.isEmpty() ? m_help : m_help + QLatin1Char(' ') + text);
    updateGeometry();
    update();
}

QFont ChoiceCard::titleFont() const
{
    auto bold = font();
    bold.setBold(true);
    return bold;
}

QRect ChoiceCard::textArea(int width) const
{
    const QFontMetrics title(titleFont());
    return {kPaddingPx, kPaddingPx + title.height() + kGapPx, width - 2 * kPaddingPx, 10'000};
}

int ChoiceCard::heightForWidth(int width) const
{
    const auto metrics = fontMetrics();
    const auto area = textArea(width);
    const int help = metrics.boundingRect(area, kHelpFlags, m_help).height();
    const int footnote = m_footnote.isEmpty() ? 0 : kGapPx + metrics.height();
    return area.top() + help + footnote + kPaddingPx;
}

QSize ChoiceCard::sizeHint() const
{
    const int wanted = fontMetrics().averageCharWidth() * 36 + 2 * kPaddingPx;
    return {wanted, heightForWidth(std::max(wanted, width()))};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {kLeastWidthPx, heightForWidth(kLeastWidthPx * 3 / 2)};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &colours = palette();
    const auto accent = colours.color(QPalette::Highlight);
    const double edge = isChecked() ? 2.0 : 1.0;
    const auto frame = QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    const bool strong = isChecked() || (underMouse() && isEnabled());
    painter.setPen(QPen(strong ? accent : colours.color(QPalette::Mid), edge));
    painter.setBrush(colours.color(QPalette::Base));
    painter.drawRoundedRect(frame, kRadiusPx, kRadiusPx);
    if (hasFocus()) {
        painter.setPen(QPen(colours.color(QPalette::Text), 1.0, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(3.5, 3.5, -3.5, -3.5), kRadiusPx - 2, kRadiusPx - 2);
    }

    const QFontMetrics bold(titleFont());
    paintMark(painter, {kPaddingPx, kPaddingPx + (bold.height() - kMarkPx) / 2});

    painter.setPen(colours.color(QPalette::Text));
    painter.setFont(titleFont());
    const int left = kPaddingPx + kMarkPx + kGapPx;
    painter.drawText(QRect(left, kPaddingPx, width() - left - kPaddingPx, bold.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    painter.setFont(font());
    painter.setPen(colours.color(isEnabled() ? QPalette::Text : QPalette::PlaceholderText));
    painter.drawText(textArea(width()), kHelpFlags, m_help);
    painter.setPen(colours.color(QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(kPaddingPx, 0, -kPaddingPx, -kPaddingPx),
                     Qt::AlignLeft | Qt::AlignBottom, m_footnote);
}

} // namespace cf::ui
