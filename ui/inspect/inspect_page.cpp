#include "ui/inspect/inspect_page.h"

#include "ui/image/image_canvas.h"
#include "ui/inspect/inspect_controls.h"
#include "ui/inspect/inspect_tile.h"
#include "ui/inspect/noise_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

using Kind = workflow::NoiseStage::Kind;

constexpr int kSideWidthPx = 250;

/// Columns of a grid of so many views, wider than high as screens are.
int columnsFor(int count)
{
    return static_cast<int>(std::ceil(std::sqrt(count)));
}

int indexOf(const workflow::Inspection &inspection, Kind kind)
{
    const auto &stages = inspection.stages;
    const auto found = std::find_if(stages.begin(), stages.end(),
                                    [&](const auto &stage) { return stage.kind == kind; });
    return found == stages.end() ? -1 : static_cast<int>(found - stages.begin());
}

} // namespace

InspectPage::InspectPage(QWidget *parent) : QWidget(parent)
{
    m_category = new QComboBox;
    m_pictures = new QListWidget;
    m_pictures->setUniformItemSizes(true);
    m_pictures->setTextElideMode(Qt::ElideMiddle);
    m_scores = new QLabel;
    m_scores->setWordWrap(true);
    m_scores->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_controls = new InspectControls;
    auto *side = new QWidget;
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->addWidget(m_category);
    sideColumn->addWidget(m_pictures, 1);
    sideColumn->addWidget(m_scores);
    sideColumn->addWidget(m_controls);

    auto *gridHost = new QWidget;
    m_grid = new QGridLayout(gridHost);
    m_grid->setContentsMargins(0, 8, 8, 0);
    m_noise = new NoisePanel;
    auto *views = new QSplitter(Qt::Vertical);
    views->addWidget(gridHost);
    views->addWidget(m_noise);
    views->setStretchFactor(0, 1);
    views->setSizes({500, 230});
    views->setChildrenCollapsible(false);
    m_sentence = new QLabel;
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("inspectSentence"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_sentence);
    m_stack->addWidget(views);

    auto *splitter = new QSplitter;
    splitter->addWidget(side);
    splitter->addWidget(m_stack);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kSideWidthPx, 1000});
    splitter->setChildrenCollapsible(false);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(splitter);

    setTiles(m_controls->tiles());
    connect(m_category, &QComboBox::currentIndexChanged, this, &InspectPage::fillPictures);
    connect(m_pictures, &QListWidget::currentRowChanged, this, &InspectPage::chosen);
    connect(&m_inspector, &PictureInspector::inspected, this, &InspectPage::take);
    connect(&m_inspector, &PictureInspector::failed, this, [this](const QString &sentence) {
        showNothing();
        eachCanvas([&](ImageCanvas &canvas) { canvas.showError(sentence); });
        m_stack->setCurrentIndex(1);
    });
    connect(m_noise, &NoisePanel::stageChosen, this, [this](int stage) {
        if (!m_tiles.empty())
            m_tiles.back()->setStage(stage);
    });
    connect(m_controls, &InspectControls::lambdaChanged, this, [this] {
        m_lambdaChosen = true;
        fuse();
    });
    connect(m_controls, &InspectControls::thresholdChanged, this, [this](double threshold) {
        for (auto *tile : m_tiles)
            tile->setThreshold(threshold);
    });
    connect(m_controls, &InspectControls::deviationsChanged, this, [this](double deviations) {
        for (auto *tile : m_tiles)
            tile->setDeviations(deviations);
    });
    connect(m_controls, &InspectControls::opacityChanged, this, [this](double opacity) {
        eachCanvas([&](ImageCanvas &canvas) { canvas.setOpacity(opacity); });
    });
    connect(m_controls, &InspectControls::coloursChanged, this, [this](imaging::ColourMap colours) {
        eachCanvas([&](ImageCanvas &canvas) { canvas.setColourMap(colours); });
    });
    connect(m_controls, &InspectControls::tilesChanged, this, &InspectPage::setTiles);
    retranslate();
}

InspectPage::~InspectPage()
{
    eachCanvas([](ImageCanvas &canvas) { canvas.setViewState(nullptr); }); // m_view goes first
}

void InspectPage::setTiles(int count)
{
    while (static_cast<int>(m_tiles.size()) > count) {
        m_tiles.back()->canvas().setViewState(nullptr);
        delete m_tiles.back();
        m_tiles.pop_back();
    }
    while (static_cast<int>(m_tiles.size()) < count) {
        auto *tile = new InspectTile;
        auto &canvas = tile->canvas();
        canvas.setViewState(&m_view);
        canvas.setColourMap(m_controls->colours());
        canvas.setOpacity(m_controls->opacity());
        canvas.setOverlayShown(m_overlayShown);
        canvas.setMaskShown(m_maskShown);
        connect(&canvas, &ImageCanvas::opacityChanged, m_controls, &InspectControls::setOpacity);
        tile->setDeviations(m_controls->deviations());
        tile->setThreshold(m_controls->threshold());
        connect(tile, &InspectTile::stageChosen, this, [this, tile](int stage) {
            if (!m_tiles.empty() && tile == m_tiles.back() && stage >= 0)
                m_noise->setStage(stage);
        });
        m_tiles.push_back(tile);
        if (m_inspection) {
            const int added = static_cast<int>(m_tiles.size());
            tile->setStage(added - 2); // the picture, then the stages in their order
            tile->setInspection(m_inspection);
        }
    }
    const int columns = columnsFor(count);
    for (int i = 0; i < count; ++i)
        m_grid->addWidget(m_tiles[static_cast<std::size_t>(i)], i / columns, i % columns);
    if (m_inspection) {
        m_tiles.back()->setStage(m_noise->stage());
        fuse();
    }
}

void InspectPage::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset)
{
    const bool same = m_dataset && dataset && m_dataset->root == dataset->root;
    const auto shown = m_inspection ? m_inspection->image : std::filesystem::path();
    m_dataset = dataset;
    {
        const QSignalBlocker quiet(m_category);
        const int category = same ? m_category->currentIndex() : 0;
        m_category->clear();
        m_category->addItem(tr("All categories"));
        if (dataset)
            for (const auto &one : dataset->categories)
                m_category->addItem(QString::fromStdString(one.name));
        m_category->setCurrentIndex(category);
    }
    fillPictures();
    if (same && !shown.empty())
        showPicture(shown);
}

void InspectPage::fillPictures()
{
    const QSignalBlocker quiet(m_pictures);
    m_pictures->clear();
    m_samples.clear();
    if (m_dataset) {
        const int only = m_category->currentIndex() - 1;
        for (std::size_t c = 0; c < m_dataset->categories.size(); ++c) {
            if (only >= 0 && only != static_cast<int>(c))
                continue;
            for (const auto &sample : m_dataset->categories[c].samples) {
                if (sample.split != dataset::Split::Test)
                    continue;
                m_samples.push_back(&sample);
                auto *item = new QListWidgetItem(
                    QStringLiteral("%1 / %2").arg(
                        QString::fromStdString(sample.kind),
                        QString::fromStdString(sample.image.filename().string())),
                    m_pictures);
                item->setToolTip(QString::fromStdString(sample.image.string()));
            }
        }
    }
    retranslate();
}

void InspectPage::setRun(const std::filesystem::path &project, const std::string &run)
{
    if (run.empty())
        m_inspector.clearModel();
    else
        m_inspector.setModel(project, run);
    showNothing();
    retranslate();
    if (!run.empty() && m_pictures->currentRow() >= 0)
        chosen();
}

void InspectPage::showNothing()
{
    m_inspection.reset();
    m_noise->setInspection(nullptr);
    for (auto *tile : m_tiles)
        tile->setInspection(nullptr);
    m_scores->clear();
}

void InspectPage::showPicture(const std::filesystem::path &image)
{
    const auto find = [&] {
        return std::find_if(m_samples.begin(), m_samples.end(),
                            [&](const auto *sample) { return sample->image == image; });
    };
    if (find() == m_samples.end())
        m_category->setCurrentIndex(0);
    const auto found = find();
    if (found == m_samples.end())
        return;
    const int row = static_cast<int>(found - m_samples.begin());
    if (m_pictures->currentRow() == row)
        chosen();
    else
        m_pictures->setCurrentRow(row);
}

void InspectPage::chosen()
{
    const int row = m_pictures->currentRow();
    if (row < 0 || !m_inspector.hasModel())
        return;
    if (!m_inspection)
        eachCanvas([](ImageCanvas &canvas) { canvas.showBusy(); });
    m_stack->setCurrentIndex(1);
    m_inspector.request(*m_samples[static_cast<std::size_t>(row)]);
}

void InspectPage::take(const std::shared_ptr<const workflow::Inspection> &inspection)
{
    const bool first = !m_inspection;
    m_inspection = inspection;
    if (!m_lambdaChosen)
        m_controls->setLambda(inspection->scored.lambda);
    m_noise->setInspection(inspection);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        if (first)
            m_tiles[i]->setStage(i + 1 == m_tiles.size() ? indexOf(*inspection, Kind::Fused)
                                 : i == 0                ? -1
                                                         : indexOf(*inspection, Kind::Baseline));
        m_tiles[i]->setInspection(inspection);
    }
    if (first)
        m_noise->setStage(indexOf(*inspection, Kind::Fused));
    fuse();
    showScores();
    const auto next = static_cast<std::size_t>(m_pictures->currentRow() + 1);
    if (next < m_samples.size())
        m_inspector.prefetch(*m_samples[next]);
    Q_EMIT inspected();
}

void InspectPage::fuse()
{
    if (!m_inspection)
        return;
    const double lambda = m_controls->lambda();
    const auto &scored = m_inspection->scored;
    if (lambda == scored.lambda) {
        for (auto *tile : m_tiles)
            tile->setFused(scored.fused); // the engine's own, to the last bit
        return;
    }
    cv::Mat fused;
    cv::addWeighted(scored.filtered, lambda, scored.baseline, 1.0 - lambda, 0.0, fused);
    for (auto *tile : m_tiles)
        tile->setFused(fused);
}

void InspectPage::showScores()
{
    const auto &scored = m_inspection->scored;
    const auto number = [](double value) { return QStringLiteral("%L1").arg(value, 0, 'f', 3); };
    m_scores->setText(tr("Recognised as %1\nScore: baseline %2, filtered %3, fused %4")
                          .arg(QString::fromStdString(scored.category),
                               number(scored.baselineScore), number(scored.filteredScore),
                               number(scored.fusedScore)));
}

void InspectPage::move(int step)
{
    const int row = m_pictures->currentRow() + step;
    if (row >= 0 && row < m_pictures->count())
        m_pictures->setCurrentRow(row);
}

void InspectPage::showNext()
{
    move(1);
}

void InspectPage::showPrevious()
{
    move(-1);
}

void InspectPage::stepStage(int step)
{
    if (!m_inspection)
        return;
    const int last = static_cast<int>(m_inspection->stages.size()) - 1;
    const int stage = std::clamp(m_noise->stage() + step, 0, last);
    m_noise->setStage(stage);
    m_tiles.back()->setStage(stage);
}

void InspectPage::nextStage()
{
    stepStage(1);
}

void InspectPage::previousStage()
{
    stepStage(-1);
}

void InspectPage::fit()
{
    m_view.fit();
}

void InspectPage::zoomTo100()
{
    if (!m_tiles.empty())
        m_tiles.front()->canvas().zoomTo100();
}

void InspectPage::toggleOverlay()
{
    m_overlayShown = !m_overlayShown;
    setFlicker(false);
}

void InspectPage::toggleMask()
{
    m_maskShown = !m_maskShown;
    eachCanvas([this](ImageCanvas &canvas) { canvas.setMaskShown(m_maskShown); });
}

void InspectPage::setFlicker(bool hidden)
{
    eachCanvas([&](ImageCanvas &canvas) { canvas.setOverlayShown(m_overlayShown && !hidden); });
}

void InspectPage::eachCanvas(const std::function<void(ImageCanvas &)> &what)
{
    for (auto *tile : m_tiles)
        what(tile->canvas());
}

bool InspectPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_H && key->modifiers() == Qt::NoModifier && !key->isAutoRepeat())
            setFlicker(event->type() == QEvent::KeyPress);
    }
    return QWidget::eventFilter(watched, event);
}

void InspectPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    qApp->installEventFilter(this);
}

void InspectPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    qApp->removeEventFilter(this);
    setFlicker(false);
}

void InspectPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InspectPage::retranslate()
{
    m_category->setAccessibleName(tr("Category"));
    if (m_category->count() > 0)
        m_category->setItemText(0, tr("All categories"));
    m_pictures->setAccessibleName(tr("Test pictures"));
    if (!m_dataset)
        m_sentence->setText(tr("Open a dataset first."));
    else if (!m_inspector.hasModel())
        m_sentence->setText(tr("Train a filter first; then each picture can be looked into here."));
    else if (m_samples.empty())
        m_sentence->setText(tr("This dataset has no test pictures."));
    else
        m_sentence->setText(tr("Choose a picture on the left."));
    if (!m_inspection)
        m_stack->setCurrentIndex(0);
    else
        showScores();
}

} // namespace cf::ui
