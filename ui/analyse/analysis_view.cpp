#include "ui/analyse/analysis_view.h"

#include "ui/analyse/analysis_text.h"
#include "ui/analyse/category_table.h"
#include "ui/analyse/picture_table.h"
#include "ui/analyse/rate_grid.h"
#include "ui/analyse/threshold_panel.h"
#include "ui/dataset/column_scroll.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kLeastControlsPx = 310;
constexpr int kListDelayMs = 120;
constexpr double kPerThousand = 1000.0;

QString countText(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

} // namespace

AnalysisView::AnalysisView(QWidget *parent) : QWidget(parent)
{
    auto *controls = makeControls();
    m_board = new PlotBoard;
    m_pictures = new PictureTable;
    m_metrics = new CategoryTable;
    m_why = new QLabel;
    m_why->setObjectName(QStringLiteral("why"));
    m_why->setWordWrap(true);
    auto *listPane = new QWidget;
    auto *listColumn = new QVBoxLayout(listPane);
    listColumn->setContentsMargins(0, 6, 0, 0);
    listColumn->addWidget(m_why);
    listColumn->addWidget(m_pictures, 1);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(listPane, QString());
    m_tabs->addTab(m_metrics, QString());
    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(m_board);
    right->addWidget(m_tabs);
    right->setStretchFactor(0, 2);
    right->setStretchFactor(1, 1);
    right->setSizes({460, 240});
    right->setChildrenCollapsible(false);
    auto *row = new QHBoxLayout(this);
    row->addWidget(controls);
    row->addWidget(right, 1);

    for (auto *box : {m_category, m_level, m_variant}) {
        connect(box, &QComboBox::currentIndexChanged, this, &AnalysisView::showChoice);
        connect(box, &QComboBox::currentTextChanged, box, &QWidget::setToolTip);
    }
    connect(m_panel, &ThresholdPanel::ruleChanged, this, &AnalysisView::applyRule);
    connect(m_panel, &ThresholdPanel::thresholdMoved, this, &AnalysisView::setThreshold);
    connect(m_board, &PlotBoard::thresholdMoved, this, &AnalysisView::setThreshold);
    connect(m_board, &PlotBoard::outcomeChoice, this, [this] {
        const bool any = m_board->matrix().chosen().has_value();
        list(any ? Listed::Outcome : Listed::Misjudged);
    });
    connect(m_board, &PlotBoard::binChosen, this, [this](std::size_t bin) {
        m_bin = bin;
        list(Listed::Bin);
    });
    connect(m_board, &PlotBoard::pointChosen, this, [this](std::size_t point, bool dragged) {
        m_point = point;
        setThreshold(choice().scores()->points[point].threshold);
        if (!dragged)
            list(Listed::Point);
    });
    connect(m_pictures, &PictureTable::pictureWanted, this, &AnalysisView::pictureWanted);
    connect(m_metrics, &CategoryTable::categoryActivated, this, [this](const QString &name) {
        m_category->setCurrentIndex(std::max(0, m_category->findData(name)));
    });
    m_listSoon.setSingleShot(true);
    m_listSoon.setInterval(kListDelayMs);
    connect(&m_listSoon, &QTimer::timeout, this, &AnalysisView::showListed);
    retranslate();
}

QWidget *AnalysisView::makeControls()
{
    m_category = new QComboBox;
    m_level = new QComboBox;
    m_level->addItems({QString(), QString()});
    m_variant = new QComboBox;
    m_few = new QLabel;
    m_few->setWordWrap(true);
    auto *rows = new QFormLayout;
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto row = [&](QLabel *&label, QComboBox *field) {
        label = new QLabel;
        label->setBuddy(field);
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->setMinimumContentsLength(8);
        rows->addRow(label, field);
    };
    row(m_categoryLabel, m_category);
    row(m_levelLabel, m_level);
    row(m_variantLabel, m_variant);
    m_panel = new ThresholdPanel;
    m_rates = new RateGrid;
    m_thresholdBox = new QGroupBox;
    (new QVBoxLayout(m_thresholdBox))->addWidget(m_panel);
    m_ratesBox = new QGroupBox;
    auto *inRates = new QVBoxLayout(m_ratesBox);
    inRates->addWidget(m_rates);
    inRates->addWidget(m_few);

    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 6, 0);
    column->addLayout(rows);
    column->addWidget(m_thresholdBox);
    column->addWidget(m_ratesBox);
    column->addStretch();
    inside->setMinimumWidth(kLeastControlsPx);
    auto *scroll = new ColumnScroll(inside);
    scroll->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    return scroll;
}

void AnalysisView::setAnalysis(const std::shared_ptr<const workflow::Analysis> &analysis)
{
    const auto category = m_category->currentData();
    m_board->setChoice({}); // it points into the old one
    m_rates->setScores(nullptr);
    m_analysis = analysis;
    fillCategories();
    fillVariants();
    {
        const QSignalBlocker quiet(m_category);
        m_category->setCurrentIndex(std::max(0, m_category->findData(category)));
    }
    m_metrics->setAnalysis(m_analysis.get());
    m_listed = Listed::Misjudged;
    m_board->matrix().setChosen({});
    showChoice();
}

void AnalysisView::fillCategories()
{
    const QSignalBlocker quiet(m_category);
    m_category->clear();
    if (!m_analysis)
        return;
    for (const auto &category : m_analysis->categories) {
        const auto name = QString::fromStdString(category.name);
        m_category->addItem(name.isEmpty() ? tr("All categories") : name, name);
    }
    m_category->setEnabled(m_category->count() > 1);
}

void AnalysisView::fillVariants()
{
    const QSignalBlocker quiet(m_variant);
    const int current = m_variant->currentIndex() < 0 ? -1 : m_variant->currentData().toInt();
    m_variant->clear();
    if (!m_analysis)
        return;
    for (const auto variant : m_analysis->variants)
        m_variant->addItem(variantChoice(variant), int(variant));
    const int kept = m_variant->findData(current);
    m_variant->setCurrentIndex(kept >= 0 ? kept : m_variant->count() - 1);
    m_variant->setEnabled(m_variant->count() > 1);
}

AnalysisChoice AnalysisView::choice() const
{
    AnalysisChoice choice;
    const int category = m_category->currentIndex();
    if (m_analysis && category >= 0)
        choice.category = &m_analysis->categories[std::size_t(category)];
    choice.variant = store::Variant(m_variant->currentData().toInt());
    choice.pixels = m_level->currentIndex() == 1;
    if (choice.category)
        for (const auto &metrics : m_analysis->metrics)
            if (metrics.name == choice.category->name)
                choice.metrics = &metrics;
    return choice;
}

void AnalysisView::showChoice()
{
    const auto chosen = choice();
    m_board->setChoice(chosen);
    const auto *scores = chosen.pixels ? nullptr : chosen.scores();
    m_panel->setEnabled(scores);
    m_rates->setScores(scores);
    if (m_listed != Listed::Outcome)
        m_listed = Listed::Misjudged; // a bin or point of the scores that are gone
    if (scores)
        m_panel->setRange(scores->lowest(), scores->highest());
    const auto few =
        scores ? fewPicturesText(scores->goodCount(), scores->defectiveCount()) : QString();
    QStringList notes;
    if (!few.isEmpty())
        notes += QStringLiteral("⚠ ") + few;
    if (chosen.pixels)
        notes += tr("A threshold judges pictures: choose the level Pictures to move it.");
    else if (chosen.category && chosen.category->name.empty())
        notes += tr("All categories share one threshold here; each one alone may do better.");
    m_few->setText(notes.join(QLatin1Char('\n')));
    m_few->setVisible(!notes.isEmpty());
    applyRule();
}

void AnalysisView::applyRule()
{
    const auto *scores = choice().scores();
    const auto rule = m_panel->rule();
    if (scores && rule) {
        const auto point = workflow::chosenPoint(*scores, *rule);
        m_panel->setNote(point.defined() ? QString() : reasonText(point.reasonWhenUndefined));
        if (!point.defined()) {
            m_threshold = std::clamp(m_threshold, scores->lowest(), scores->highest());
        } else {
            m_threshold = point.value->threshold;
            if (rule->kind == workflow::ThresholdRule::Kind::Cost)
                m_panel->setNote(
                    tr("Expected cost of 1,000 parts: %L1")
                        .arg(kPerThousand *
                                 *metrics::expectedCost(point.value->counts, rule->costs).value,
                             0, 'f', 2));
        }
    }
    showThreshold();
    showListed();
}

void AnalysisView::setThreshold(double threshold)
{
    m_threshold = threshold;
    m_panel->setByHand();
    showThreshold();
    m_listSoon.start();
}

void AnalysisView::showThreshold()
{
    m_panel->setThreshold(m_threshold);
    m_board->setThreshold(m_threshold);
    if (const auto *scores = choice().scores())
        m_rates->setCounts(metrics::countsAt(scores->points, m_threshold));
}

void AnalysisView::list(Listed listed)
{
    m_listed = listed;
    if (listed != Listed::Outcome)
        m_board->matrix().setChosen({});
    m_board->setChosenBin(listed == Listed::Bin ? std::optional(m_bin) : std::nullopt);
    m_tabs->setCurrentIndex(0);
    showListed();
}

std::vector<workflow::AnalysedPicture> AnalysisView::listedPictures() const
{
    const auto *scores = choice().pixels ? nullptr : choice().scores();
    if (!scores)
        return {};
    if (m_listed == Listed::Bin) {
        const auto inBin = workflow::picturesInBin(*scores, m_board->histogram(), m_bin);
        return {inBin.begin(), inBin.end()};
    }
    const auto outcome = m_board->matrix().chosen();
    std::vector<workflow::AnalysedPicture> chosen;
    for (const auto &picture : scores->pictures) {
        const bool called = picture.score >= m_threshold;
        const bool wanted =
            m_listed == Listed::Point ? picture.score == scores->points[m_point].threshold
            : m_listed == Listed::Outcome && outcome ? picture.defective == isDefective(*outcome) &&
                                                           called == isCalledDefective(*outcome)
                                                     : called != picture.defective;
        if (wanted)
            chosen.push_back(picture);
    }
    return chosen;
}

QString AnalysisView::listedText(std::size_t count) const
{
    const auto number = countText(count);
    const auto outcome = m_board->matrix().chosen();
    const auto &histogram = m_board->histogram();
    switch (m_listed) {
    case Listed::Misjudged:
        return tr("Wrongly judged at the threshold %1: %2.").arg(scoreText(m_threshold), number);
    case Listed::Outcome:
        return tr("At the threshold %1, %2: %3.")
            .arg(scoreText(m_threshold),
                 outcome ? ConfusionMatrix::outcomeText(*outcome) : QString(), number);
    case Listed::Bin: {
        const double width = (histogram.high - histogram.low) / double(histogram.good.size());
        return tr("Scores from %1 to %2: %3.")
            .arg(scoreText(histogram.low + double(m_bin) * width),
                 scoreText(histogram.low + double(m_bin + 1) * width), number);
    }
    case Listed::Point:
        return tr("At the chosen point of the curve, score %1: %2.")
            .arg(scoreText(choice().scores()->points[m_point].threshold), number);
    }
    return {};
}

void AnalysisView::showListed()
{
    m_listSoon.stop();
    const auto chosen = choice();
    if (!chosen.scores() || chosen.pixels) {
        m_pictures->setPictures({}, false);
        m_why->clear();
        m_pictures->setEmptyText(chosen.pixels ? tr("Choose the level Pictures to list pictures.")
                                               : QString());
        return;
    }
    auto pictures = listedPictures();
    m_why->setText(listedText(pictures.size()));
    m_pictures->setEmptyText(tr("No picture. Click a cell of the matrix, a bar or a curve to list "
                                "others."));
    m_pictures->setThreshold(m_threshold);
    m_pictures->setPictures(std::move(pictures), chosen.category->name.empty());
}

void AnalysisView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AnalysisView::retranslate()
{
    m_categoryLabel->setText(tr("&Category"));
    m_levelLabel->setText(tr("&Level"));
    m_variantLabel->setText(tr("&Map"));
    m_category->setAccessibleName(tr("Category"));
    m_level->setAccessibleName(tr("Level"));
    m_variant->setAccessibleName(tr("Map"));
    const QSignalBlocker quiet(m_level);
    m_level->setItemText(0, tr("Pictures"));
    m_level->setItemText(1, tr("Pixels"));
    m_thresholdBox->setTitle(tr("Threshold"));
    m_ratesBox->setTitle(tr("At this threshold"));
    m_tabs->setTabText(0, tr("Pictures"));
    m_tabs->setTabText(1, tr("Metrics by category"));
    for (int i = 0; i < m_variant->count(); ++i)
        m_variant->setItemText(i, variantChoice(store::Variant(m_variant->itemData(i).toInt())));
    if (const int all = m_category->findData(QString()); all >= 0)
        m_category->setItemText(all, tr("All categories"));
    m_metrics->setAnalysis(m_analysis.get());
    showChoice();
}

} // namespace cf::ui
