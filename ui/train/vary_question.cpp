#include "ui/train/vary_question.h"

#include "ui/image/picture_image.h"
#include "ui/train/choice_card.h"
#include "ui/train/picture_grid.h"
#include "ui/train/step_page.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

using engine::Variation;

constexpr std::array kAnswers = {Variation::None, Variation::Measured, Variation::Wide};

} // namespace

VaryQuestion::VaryQuestion(const QString &option, QWidget *parent)
    : QWidget(parent), m_question(boldLabel()), m_measured(hintLabel()),
      m_answers(new QButtonGroup(this)), m_examples(new PictureGrid)
{
    auto *answers = new QHBoxLayout;
    answers->setSpacing(18);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new PlainChoice;
        m_buttons[i]->setToolTip(option + QLatin1Char(' ') +
                                 QLatin1String(engine::toString(kAnswers[i])));
        m_answers->addButton(m_buttons[i], static_cast<int>(i));
        answers->addWidget(m_buttons[i]);
    }
    answers->addStretch(1);
    m_buttons[1]->setChecked(true);
    auto *text = new QVBoxLayout;
    text->setSpacing(6);
    text->addStretch(1);
    text->addWidget(m_question);
    text->addLayout(answers);
    text->addWidget(m_measured);
    text->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(text, 1);
    row->addWidget(m_examples, 1);
    connect(m_answers, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT changed();
    });
    retranslate();
}

engine::Variation VaryQuestion::answer() const
{
    return kAnswers[static_cast<std::size_t>(m_answers->checkedId())];
}

QWidget *VaryQuestion::firstControl() const
{
    return m_answers->checkedButton();
}

void VaryQuestion::setTexts(const QString &question, const QString &examplesName)
{
    m_question->setText(question);
    m_examples->setAccessibleName(examplesName);
    retranslate();
}

void VaryQuestion::setMeasured(const QString &sentence)
{
    m_measured->setText(sentence);
}

void VaryQuestion::setExamples(const std::vector<cv::Mat> &pictures)
{
    std::vector<QImage> row;
    for (const auto &picture : pictures)
        row.push_back(imageOf(picture));
    using Rows = std::vector<std::vector<QImage>>;
    m_examples->setPictures(row.empty() ? Rows() : Rows{std::move(row)});
}

void VaryQuestion::setStale(bool stale)
{
    m_examples->setStale(stale);
}

void VaryQuestion::clearExamples()
{
    m_examples->setPictures({});
}

void VaryQuestion::setEmptyText(const QString &text)
{
    m_examples->setEmptyText(text);
}

void VaryQuestion::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VaryQuestion::retranslate()
{
    const std::array<QString, 3> texts = {tr("No"), tr("As in my pictures"),
                                          tr("More than in my pictures")};
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(texts[i]);
        m_buttons[i]->setAccessibleName(m_question->text() + QLatin1Char(' ') + texts[i]);
    }
}

} // namespace cf::ui
