#include "ui/analyse/confusion_matrix.h"

#include "ui/tables/table_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr float kDeepest = 0.55F; // of the highlight; the text stays readable
constexpr float kFaintest = 0.04F;
constexpr double kNumberScale = 1.7;

QFont largeFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * kNumberScale);
    font.setBold(true);
    return font;
}

} // namespace

bool isDefective(Outcome outcome)
{
    return outcome == Outcome::Escape || outcome == Outcome::Found;
}

bool isCalledDefective(Outcome outcome)
{
    return outcome == Outcome::FalseReject || outcome == Outcome::Found;
}

MatrixCell::MatrixCell(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_Hover);
}

void MatrixCell::setCount(std::size_t count, std::optional<double> share)
{
    if (count == m_count && share == m_share)
        return;
    m_count = count;
    m_share = share;
    update();
}

QSize MatrixCell::sizeHint() const
{
    const int lines = 2 * fontMetrics().height() + QFontMetrics(largeFont(font())).height();
    const int words = fontMetrics().horizontalAdvance(text()) + 24;
    const int share = fontMetrics().horizontalAdvance(tr("%1 % of the row").arg(percentText(1.0)));
    return {std::max(words, share + 12), lines + 12};
}

void MatrixCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto place = rect().adjusted(2, 2, -2, -2);
    auto ground = palette().color(QPalette::Highlight);
    ground.setAlphaF(kFaintest + (kDeepest - kFaintest) * float(m_share.value_or(0.0)));
    painter.fillRect(place, palette().color(QPalette::Base));
    painter.fillRect(place, ground);
    if (isEnabled() && (isChecked() || hasFocus() || underMouse())) {
        painter.setPen(QPen(palette().color(isChecked() ? QPalette::Text : QPalette::Highlight),
                            isChecked() ? 3 : 2,
                            hasFocus() && isChecked() ? Qt::DashLine : Qt::SolidLine));
        painter.drawRect(place);
    }
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    painter.setPen(palette().color(group, QPalette::Text));
    const auto shown = isEnabled() ? QLocale().toString(qulonglong(m_count)) : QStringLiteral("–");
    const auto large = largeFont(font());
    const int numberHeight = QFontMetrics(large).height();
    const int lineHeight = fontMetrics().height();
    int top = place.center().y() - (numberHeight + 2 * lineHeight) / 2;
    const auto line = [&](const QString &words, int height) {
        painter.drawText(QRect(place.left(), top, place.width(), height), Qt::AlignCenter, words);
        top += height;
    };
    painter.setFont(large);
    line(shown, numberHeight);
    painter.setFont(font());
    line(text(), lineHeight);
    if (m_share && isEnabled())
        line(tr("%1 % of the row").arg(percentText(*m_share)), lineHeight);
}

ConfusionMatrix::ConfusionMatrix(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    m_judgedGood = new QLabel;
    m_judgedDefective = new QLabel;
    m_good = new QLabel;
    m_defective = new QLabel;
    grid->addWidget(m_judgedGood, 0, 1, Qt::AlignCenter);
    grid->addWidget(m_judgedDefective, 0, 2, Qt::AlignCenter);
    grid->addWidget(m_good, 1, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_defective, 2, 0, Qt::AlignRight | Qt::AlignVCenter);
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        m_cells[i] = new MatrixCell;
        const auto outcome = Outcome(i);
        grid->addWidget(m_cells[i], isDefective(outcome) ? 2 : 1,
                        isCalledDefective(outcome) ? 2 : 1);
        connect(m_cells[i], &QAbstractButton::clicked, this, [this, outcome](bool checked) {
            setChosen(checked ? std::optional(outcome) : std::nullopt);
            Q_EMIT choice();
        });
    }
    for (const int at : {1, 2}) {
        grid->setColumnStretch(at, 1);
        grid->setRowStretch(at, 1);
    }
    retranslate();
}

void ConfusionMatrix::setCounts(const metrics::Confusion &counts)
{
    const std::array<std::size_t, 4> values = {counts.trueNegatives, counts.falsePositives,
                                               counts.falseNegatives, counts.truePositives};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto row = i < 2 ? values[0] + values[1] : values[2] + values[3];
        m_cells[i]->setCount(values[i], row == 0 ? std::nullopt
                                                 : std::optional(double(values[i]) / double(row)));
        m_cells[i]->setAccessibleName(
            QStringLiteral("%1: %2").arg(m_cells[i]->text(), QString::number(values[i])));
    }
}

std::optional<Outcome> ConfusionMatrix::chosen() const
{
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        if (m_cells[i]->isChecked())
            return Outcome(i);
    return std::nullopt;
}

void ConfusionMatrix::setChosen(std::optional<Outcome> outcome)
{
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        m_cells[i]->setChecked(outcome == Outcome(i));
}

QString ConfusionMatrix::outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return tr("rightly passed");
    case Outcome::FalseReject:
        return tr("false rejects");
    case Outcome::Escape:
        return tr("escapes");
    case Outcome::Found:
        return tr("found defects");
    }
    return {};
}

void ConfusionMatrix::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConfusionMatrix::retranslate()
{
    m_judgedGood->setText(tr("judged good"));
    m_judgedDefective->setText(tr("judged defective"));
    m_good->setText(tr("good"));
    m_defective->setText(tr("defective"));
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        m_cells[i]->setText(outcomeText(Outcome(i)));
        m_cells[i]->setToolTip(tr("Show these pictures"));
    }
}

} // namespace cf::ui
