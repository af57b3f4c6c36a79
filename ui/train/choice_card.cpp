#include "ui/train/choice_card.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace cf::ui {

namespace {

constexpr int kPaddingPx = 14;
constexpr int kGapPx = 8;
constexpr int kLeastWidthPx = 180;
constexpr double kRadiusPx = 6.0;
constexpr int kHelpFlags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

} // namespace

ChoiceCard::ChoiceCard(QWidget *parent) : QRadioButton(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAttribute(Qt::WA_Hover);
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
    const int width = fontMetrics().averageCharWidth() * 36 + 2 * kPaddingPx;
    return {width, heightForWidth(width)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {kLeastWidthPx, heightForWidth(kLeastWidthPx * 3 / 2)};
}

bool ChoiceCard::hitButton(const QPoint &place) const
{
    return rect().contains(place);
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

    QStyleOptionButton option;
    initStyleOption(&option);
    const int indicator = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, &option, this);
    const QFontMetrics bold(titleFont());
    option.rect = {kPaddingPx, kPaddingPx + (bold.height() - indicator) / 2, indicator, indicator};
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);

    painter.setPen(colours.color(QPalette::Text));
    painter.setFont(titleFont());
    const int left = kPaddingPx + indicator + kGapPx;
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
