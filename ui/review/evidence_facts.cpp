#include "ui/review/evidence_facts.h"

#include "ui/dataset/path_label.h"
#include "ui/review/review_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kShownDigits = 12; // of a hash: enough to tell models apart by eye

} // namespace

EvidenceFacts::EvidenceFacts(QWidget *parent)
    : QWidget(parent), m_picture(new PathLabel), m_grid(new QGridLayout)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    for (std::size_t fact = 0; fact < Count; ++fact) {
        m_names[fact] = new QLabel;
        m_values[fact] = new QLabel;
        m_values[fact]->setWordWrap(true);
        m_values[fact]->setTextFormat(Qt::PlainText);
        m_values[fact]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int row = static_cast<int>(fact);
        m_grid->addWidget(m_names[fact], row, 0, Qt::AlignTop);
        m_grid->addWidget(m_values[fact], row, 1);
    }
    m_values[Decisions]->setObjectName(QStringLiteral("earlierDecisions"));
    m_values[Label]->setObjectName(QStringLiteral("labelOfPicture"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_picture);
    column->addLayout(m_grid);
    retranslate();
    clear();
}

void EvidenceFacts::set(Fact fact, const QString &text)
{
    m_values[fact]->setText(text);
    m_values[fact]->setVisible(!text.isEmpty());
    m_names[fact]->setVisible(!text.isEmpty());
}

void EvidenceFacts::clear()
{
    m_picture->setPath({});
    for (int fact = 0; fact < Count; ++fact)
        set(static_cast<Fact>(fact), {});
}

void EvidenceFacts::show(const workflow::ReviewSet &reviewed, std::size_t index,
                         const std::string &note, const review::Ledger &ledger,
                         const QueueWish &wish)
{
    const auto &picture = reviewed.pictures[index];
    const auto &category = reviewed.categories[picture.category];
    const auto &item = picture.item;
    // Folders are often named after the defect.
    m_picture->setPath(QString::fromStdString(isBlind(wish.queue) ? item.path.filename().string()
                                                                  : item.path.string()));
    set(Category, QString::fromStdString(item.category));
    set(Score, item.score ? reviewScoreText(*item.score) : tr("none: not tested"));
    set(Threshold, thresholdText(category, reviewed.ruleProblem));
    set(Distance, distanceText(item));
    set(AtStake, item.costAtStake ? reviewScoreText(*item.costAtStake) : QString());
    set(Label, isBlind(wish.queue) ? QString() : labelText(picture));
    QString model;
    if (reviewed.run) {
        const auto name = QString::fromStdString(reviewed.run->name);
        model = name.isEmpty() ? tr("run %1").arg(reviewed.run->id)
                               : tr("run %1, %2").arg(QString::number(reviewed.run->id), name);
        if (reviewed.run->modelSha256)
            model += QLatin1Char('\n') +
                     QString::fromStdString(reviewed.run->modelSha256->substr(0, kShownDigits)) +
                     QChar(0x2026);
    }
    set(Model, model);
    QString templates;
    if (category.templateCount > 0)
        templates = tr("%L1, by the rule %2")
                        .arg(category.templateCount)
                        .arg(QString::fromStdString(category.templateSource));
    if (!note.empty())
        templates +=
            (templates.isEmpty() ? QString() : QStringLiteral("\n")) + QString::fromStdString(note);
    set(Templates, templates);
    set(Decisions, decisionsText(ledger, index, wish));
}

QString EvidenceFacts::thresholdText(const workflow::ReviewCategory &category,
                                     const std::string &problem) const
{
    if (category.zones) {
        const auto &[low, high] = *category.zones;
        return low == high ? tr("%1 (kept with the model)").arg(reviewScoreText(high))
                           : tr("passes below %1, fails from %2 on (kept with the model)")
                                 .arg(reviewScoreText(low), reviewScoreText(high));
    }
    QString text;
    if (category.threshold)
        text = (category.origin == workflow::ThresholdOrigin::BestF1
                    ? tr("%1 (best F1)")
                    : tr("%1 (1 % of the normals lie above; no defect is known)"))
                   .arg(reviewScoreText(*category.threshold));
    if (!problem.empty())
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + QStringLiteral("⚠ ") +
                QString::fromStdString(problem);
    return text;
}

QString EvidenceFacts::distanceText(const review::QueueItem &item) const
{
    const auto zone = review::zoneOf(item);
    if (!zone || !item.threshold)
        return {};
    const auto above = reviewScoreText(*item.score - *item.threshold, true);
    if (!item.zones)
        return (*zone == metrics::Zone::Fail ? tr("%1, called defective") : tr("%1, called good"))
            .arg(above);
    switch (*zone) {
    case metrics::Zone::Pass:
        return tr("%1, passes").arg(above);
    case metrics::Zone::Review:
        return tr("%1, to be reviewed").arg(above);
    case metrics::Zone::Fail:
        break;
    }
    return tr("%1, fails").arg(above);
}

QString EvidenceFacts::decisionsText(const review::Ledger &ledger, std::size_t picture,
                                     const QueueWish &wish) const
{
    QStringList lines;
    for (const auto &decision : ledger.standing(picture)) {
        const bool isOwnSecond =
            decision.kind == store::DecisionKind::Second && decision.reviewer == wish.reviewer;
        if (isBlind(wish.queue) && !isOwnSecond)
            continue;
        lines +=
            tr("%1: %2").arg(QString::fromStdString(decision.reviewer), decisionText(decision));
    }
    return lines.join(QLatin1Char('\n'));
}

void EvidenceFacts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EvidenceFacts::retranslate()
{
    m_names[Category]->setText(tr("Category"));
    m_names[Score]->setText(tr("Score"));
    m_names[Threshold]->setText(tr("Threshold"));
    m_names[Distance]->setText(tr("Distance"));
    m_names[AtStake]->setText(tr("At stake"));
    m_names[AtStake]->setToolTip(tr("What a decision on this picture can be expected to save, by "
                                    "the costs that are kept with the model"));
    m_names[Label]->setText(tr("Label"));
    m_names[Model]->setText(tr("Model"));
    m_names[Templates]->setText(tr("Templates"));
    m_names[Decisions]->setText(tr("Decided"));
}

} // namespace cf::ui
