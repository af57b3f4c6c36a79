#include "ui/templates/match_view.h"

#include "ui/dataset/path_label.h"
#include "ui/templates/patch_canvas.h"
#include "ui/templates/query_list.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <opencv2/core.hpp>

namespace cf::ui {

namespace {

constexpr double kFullCost = 0.15; // of a clear defect; normal variation costs a few hundredths
constexpr int kMean = 0;           // of the list of layers; then one entry a layer

QString number(double cost)
{
    return QStringLiteral("%L1").arg(cost, 0, 'f', 3);
}

} // namespace

MatchView::MatchView(QWidget *parent)
    : QWidget(parent), m_heading(new QLabel), m_explanation(new QLabel), m_layer(new QComboBox),
      m_fullLabel(new QLabel), m_full(new QDoubleSpinBox), m_highest(new QPushButton),
      m_queryName(new PathLabel), m_templateName(new PathLabel), m_query(new PatchCanvas),
      m_template(new PatchCanvas)
{
    setAcceptDrops(true);
    auto bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_heading->setWordWrap(true);
    m_explanation->setObjectName(QStringLiteral("explanation"));
    m_explanation->setWordWrap(true);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_explanation->setMinimumHeight(3 * m_explanation->fontMetrics().lineSpacing());
    m_explanation->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_layer->setObjectName(QStringLiteral("layer"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents); // in the language of now
    m_full->setRange(0.02, 2.0);
    m_full->setSingleStep(0.01);
    m_full->setValue(kFullCost);
    m_fullLabel->setBuddy(m_full);
    m_highest->setObjectName(QStringLiteral("highest"));
    m_query->setChoosable(true);

    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_layer);
    top->addWidget(m_fullLabel);
    top->addWidget(m_full);
    top->addWidget(m_highest);
    auto *pictures = new QGridLayout;
    pictures->setVerticalSpacing(4);
    pictures->addWidget(m_queryName, 0, 0);
    pictures->addWidget(m_templateName, 0, 1);
    pictures->addWidget(m_query, 1, 0);
    pictures->addWidget(m_template, 1, 1);
    pictures->setRowStretch(1, 1);
    pictures->setColumnStretch(0, 1);
    pictures->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(top);
    column->addLayout(pictures, 1);
    column->addWidget(m_explanation);

    connect(m_query, &PatchCanvas::cellChosen, this, &MatchView::explain);
    connect(m_layer, &QComboBox::currentIndexChanged, this, [this] {
        showMap();
        explain();
    });
    connect(m_full, &QDoubleSpinBox::valueChanged, this,
            [this](double cost) { m_query->setRange(0.0F, static_cast<float>(cost)); });
    connect(m_highest, &QPushButton::clicked, this, [this] {
        goToHighest();
        m_query->setFocus();
    });
    m_query->setRange(0.0F, static_cast<float>(kFullCost));
    fillLayers();
    retranslate();
}

void MatchView::setMatch(const TemplateMatcher::Shared &match, const QStringList &names)
{
    const bool samePicture = m_match && m_match->image == match->image;
    const auto cell = m_query->cell();
    m_match = match;
    m_names = names;
    m_shownTemplate = -1;
    fillLayers();
    m_query->setPicture(match->picture);
    m_query->setGrid(match->preview.grid, match->preview.patchCells);
    m_template->setGrid(match->preview.grid, match->preview.patchCells);
    showQueryName();
    m_highest->setEnabled(true);
    showMap();
    if (samePicture && cell) { // other templates: the same place is compared
        m_query->setCell(cell);
        explain();
    } else {
        goToHighest();
    }
}

void MatchView::showQueryName()
{
    m_queryName->setPath(m_match ? tr("Picture: %1").arg(shortName(m_match->image)) : QString());
}

void MatchView::showBusy()
{
    m_explanation->setText(tr("Matching…"));
    if (!m_match)
        m_query->showBusy();
}

void MatchView::showError(const QString &sentence)
{
    showSentence(sentence);
    m_query->showError(sentence);
    m_explanation->clear();
}

void MatchView::showSentence(const QString &sentence)
{
    clearPictures();
    m_explanation->setText(sentence);
}

QString MatchView::explanation() const
{
    return m_explanation->text();
}

void MatchView::clearPictures()
{
    m_match.reset();
    m_shownTemplate = -1;
    for (auto *canvas : {m_query, m_template}) {
        canvas->setCell(std::nullopt);
        canvas->clear();
    }
    showQueryName();
    m_templateName->setPath({});
    m_highest->setEnabled(false);
}

const engine::MatchMap &MatchView::map() const
{
    const auto &preview = m_match->preview;
    const int layer = m_layer->currentIndex();
    return layer <= kMean ? preview.mean : preview.layers[static_cast<std::size_t>(layer - 1)];
}

void MatchView::showMap()
{
    if (m_match)
        m_query->setMap(map().cost);
}

void MatchView::goToHighest()
{
    if (!m_match)
        return;
    const auto &cost = map().cost;
    cv::Point highest;
    cv::minMaxLoc(cost, nullptr, nullptr, nullptr, &highest);
    const int grid = m_match->preview.grid;
    m_query->setCell(QPoint(highest.x * grid / cost.cols, highest.y * grid / cost.rows));
    explain();
}

void MatchView::explain()
{
    const auto cell = m_query->cell();
    if (!m_match || !cell)
        return;
    const int grid = m_match->preview.grid;
    const auto &shown = map();
    const int winner = shown.winner.at<int>(cell->y(), cell->x());
    const int place = shown.place.at<int>(cell->y(), cell->x());
    if (winner != m_shownTemplate) {
        m_shownTemplate = winner;
        if (m_match->templatePictures.empty())
            m_template->clear();
        else
            m_template->setPicture(m_match->templatePictures[static_cast<std::size_t>(winner)]);
        m_templateName->setPath(tr("Template: %1").arg(m_names.value(winner)));
    }
    m_template->setCell(QPoint(place % grid, place / grid));
    const double pair = static_cast<double>(shown.cellCost.at<float>(cell->y(), cell->x()));
    const QString among = tr("the %n templates", nullptr, static_cast<int>(m_names.size()));
    QString text = tr("Cost %1 (0 = looks the same): nothing in %2 is more like this place than "
                      "the one marked in %3.")
                       .arg(number(pair), among, m_names.value(winner));
    if (m_layer->currentIndex() <= kMean) {
        const auto &cost = shown.cost;
        const double value =
            static_cast<double>(cost.at<float>((2 * cell->y() + 1) * cost.rows / (2 * grid),
                                               (2 * cell->x() + 1) * cost.cols / (2 * grid)));
        text +=
            QLatin1Char(' ') +
            tr("The map says %1: there each layer takes its own best place.").arg(number(value));
    }
    if (!m_match->preview.note.empty())
        text = tr("The source has no templates for this picture (%1), so normal pictures are "
                  "compared.")
                   .arg(QString::fromStdString(m_match->preview.note)) +
               QLatin1Char(' ') + text;
    m_explanation->setText(text);
}

void MatchView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MatchView::dropEvent(QDropEvent *event)
{
    const auto files = filesOf(*event->mimeData());
    if (files.empty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(files);
}

void MatchView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MatchView::fillLayers()
{
    const QSignalBlocker quiet(m_layer);
    const int before = std::max(m_layer->currentIndex(), kMean);
    m_layer->clear();
    m_layer->addItem(tr("All layers"));
    const std::size_t count = m_match ? m_match->preview.layers.size() : 0;
    for (std::size_t l = 0; l < count; ++l)
        m_layer->addItem(l == 0           ? tr("Layer 1 (finest)")
                         : l + 1 == count ? tr("Layer %1 (coarsest)").arg(count)
                                          : tr("Layer %1").arg(l + 1));
    m_layer->setCurrentIndex(std::min(before, m_layer->count() - 1));
}

void MatchView::retranslate()
{
    m_heading->setText(tr("Why does this place stand out?"));
    m_layer->setAccessibleName(tr("Feature layer"));
    m_layer->setToolTip(tr("Fine layers see edges and texture, coarse ones whole parts"));
    m_fullLabel->setText(tr("Full colour at"));
    m_full->setAccessibleName(tr("Cost of the brightest colour"));
    m_full->setToolTip(tr("The same for all pictures, so that they can be compared"));
    m_highest->setText(tr("Highest co&st"));
    m_highest->setToolTip(tr("Goes to the place that stands out most"));
    m_highest->setEnabled(m_match != nullptr);
    m_query->setAccessibleName(tr("Picture with its cost map"));
    m_query->setToolTip(tr("Point at a place, or go there with the arrow keys"));
    m_template->setAccessibleName(tr("Most alike template"));
    fillLayers();
    showQueryName();
    m_shownTemplate = -1; // its name is said anew
    explain();
}

} // namespace cf::ui
