#include "ui/inspect/inspect_page.h"

#include "ui/image/image_canvas.h"
#include "ui/inspect/inspect_controls.h"
#include "ui/inspect/level_controls.h"
#include "ui/inspect/map_chooser.h"
#include "ui/inspect/maps_export.h"
#include "ui/inspect/noise_panel.h"
#include "ui/inspect/picture_list.h"
#include "ui/inspect/profile_panel.h"
#include "ui/inspect/values_panel.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

using Kind = workflow::NoiseStage::Kind;

constexpr int kSideWidthPx = 260;

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

InspectPage::InspectPage(JobRunner *runner, QWidget *parent) : QWidget(parent), m_runner(runner)
{
    m_sentence = new QLabel;
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("inspectSentence"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_sentence);
    auto *splitter = new QSplitter;
    splitter->addWidget(newSide());
    splitter->addWidget(m_stack);
    m_stack->addWidget(newViews());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kSideWidthPx, 1000});
    splitter->setChildrenCollapsible(false);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(splitter);

    connect(m_pictures, &PictureList::chosen, this, &InspectPage::chosen);
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
    connect(&m_view, &ViewState::profileChanged, this, &InspectPage::showProfile);
    connect(m_profile, &ProfilePanel::lineChanged, this,
            [this](const std::optional<QLineF> &line) { m_view.setProfileInImage(line); });
    connect(&m_view, &ViewState::cursorChanged, this, &InspectPage::showCursor);
    connect(m_values, &ValuesPanel::pixelChosen, this,
            [this](QPoint pixel) { m_view.setCursorInImage(QPointF(pixel) + QPointF(0.5, 0.5)); });
    connectControls();
    setTiles(m_controls->tiles());
    retranslate();
}

InspectPage::~InspectPage()
{
    eachCanvas([](ImageCanvas &canvas) { canvas.setViewState(nullptr); }); // m_view goes first
}

QWidget *InspectPage::newSide()
{
    m_pictures = new PictureList;
    m_scores = new QLabel;
    m_scores->setWordWrap(true);
    m_scores->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_controls = new InspectControls;
    m_levels = new LevelControls;
    auto *settings = new QWidget;
    auto *settingsColumn = new QVBoxLayout(settings);
    settingsColumn->setContentsMargins(0, 0, 6, 0);
    settingsColumn->addWidget(m_controls);
    settingsColumn->addWidget(m_levels);
    settingsColumn->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(settings);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *upper = new QWidget;
    auto *upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    upperColumn->addWidget(m_pictures, 1);
    upperColumn->addWidget(m_scores);
    auto *side = new QSplitter(Qt::Vertical);
    side->setContentsMargins(8, 8, 0, 8);
    side->addWidget(upper);
    side->addWidget(scroll);
    side->setStretchFactor(0, 1);
    side->setSizes({300, 380});
    side->setChildrenCollapsible(false);
    return side;
}

QWidget *InspectPage::newViews()
{
    const auto newButton = [this](const char *name, auto slot) {
        auto *button = new QToolButton;
        button->setObjectName(QLatin1String(name));
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, slot);
        return button;
    };
    m_profileButton = newButton("profileTool", &InspectPage::toggleProfile);
    m_profileButton->setCheckable(true);
    m_viewButton = newButton("exportView", &InspectPage::exportView);
    m_mapsButton = newButton("exportMaps", &InspectPage::exportMaps);
    m_notice = new QLabel;
    m_notice->setObjectName(QStringLiteral("inspectNotice"));
    m_notice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->hide();
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(0, 8, 8, 0);
    for (auto *button : {m_profileButton, m_viewButton, m_mapsButton})
        tools->addWidget(button);
    tools->addWidget(m_notice, 1);
    tools->addStretch(0);

    auto *gridHost = new QWidget;
    auto *gridColumn = new QVBoxLayout(gridHost);
    gridColumn->setContentsMargins(0, 0, 0, 0);
    gridColumn->addLayout(tools);
    m_grid = new QGridLayout;
    m_grid->setContentsMargins(0, 0, 8, 0);
    gridColumn->addLayout(m_grid, 1);
    m_noise = new NoisePanel;
    m_profile = new ProfilePanel;
    m_panels = new QTabWidget;
    m_panels->setDocumentMode(true);
    m_panels->addTab(m_noise, {});
    m_panels->addTab(m_profile, {});
    m_values = new ValuesPanel;
    m_panels->addTab(m_values, {});
    connect(m_panels, &QTabWidget::currentChanged, this, &InspectPage::updatePanels);
    auto *views = new QSplitter(Qt::Vertical);
    views->addWidget(gridHost);
    views->addWidget(m_panels);
    views->setStretchFactor(0, 1);
    views->setSizes({500, 250});
    views->setChildrenCollapsible(false);
    return views;
}

void InspectPage::connectControls()
{
    connect(m_controls, &InspectControls::lambdaChanged, this, [this] {
        m_lambdaChosen = true;
        fuse();
    });
    for (const auto signal :
         {&InspectControls::thresholdChanged, &InspectControls::deviationsChanged})
        connect(m_controls, signal, this, &InspectPage::setScaleWish);
    connect(m_controls, &InspectControls::perPictureChanged, this, &InspectPage::setScaleWish);
    connect(m_controls, &InspectControls::opacityChanged, this, [this](double opacity) {
        eachCanvas([&](ImageCanvas &canvas) { canvas.setOpacity(opacity); });
    });
    connect(m_controls, &InspectControls::coloursChanged, this, [this](imaging::ColourMap colours) {
        for (auto *tile : m_tiles)
            tile->setColours(colours);
    });
    connect(m_controls, &InspectControls::tilesChanged, this, &InspectPage::setTiles);
    connect(m_levels, &LevelControls::levelsChanged, this,
            [this](const LevelControls::Levels &levels) {
                for (auto *tile : m_tiles)
                    tile->setLevels(levels);
            });
}

InspectTile *InspectPage::newTile()
{
    auto *tile = new InspectTile;
    auto &canvas = tile->canvas();
    canvas.setViewState(&m_view);
    canvas.setOpacity(m_controls->opacity());
    canvas.setOverlayShown(m_overlayShown);
    canvas.setMaskShown(m_maskShown);
    canvas.setProfileTool(m_profileButton->isChecked());
    tile->setColours(m_controls->colours());
    tile->setScaleWish(
        {m_controls->deviations(), m_controls->threshold(), m_controls->perPicture()});
    connect(&canvas, &ImageCanvas::opacityChanged, m_controls, &InspectControls::setOpacity);
    connect(tile, &InspectTile::stageChosen, this, [this, tile](int stage) {
        if (!m_tiles.empty() && tile == m_tiles.back() && stage >= 0)
            m_noise->setStage(stage);
    });
    connect(tile, &InspectTile::mapWanted, this,
            [this, tile](InspectTile::Side side, const workflow::MapChoice &choice) {
                makeMap(tile, side, choice);
            });
    connect(tile, &InspectTile::shownChanged, this, &InspectPage::updatePanels);
    connect(tile, &InspectTile::activated, this, [this, tile] { m_active = tile; });
    return tile;
}

void InspectPage::setTiles(int count)
{
    while (static_cast<int>(m_tiles.size()) > count) {
        auto *tile = m_tiles.back();
        m_tiles.pop_back();
        if (m_active == tile)
            m_active = nullptr;
        tile->canvas().setViewState(nullptr);
        delete tile;
    }
    while (static_cast<int>(m_tiles.size()) < count) {
        auto *tile = newTile();
        m_tiles.push_back(tile);
        if (m_inspection) {
            const int added = static_cast<int>(m_tiles.size());
            const int last = static_cast<int>(m_inspection->stages.size()) - 1;
            tile->setInspection(m_inspection);
            tile->setLevels(m_levels->levels());
            tile->setStage(std::min(added - 2, last)); // the picture, then the stages in order
        }
    }
    const int columns = columnsFor(count);
    for (int i = 0; i < count; ++i)
        m_grid->addWidget(m_tiles[static_cast<std::size_t>(i)], i / columns, i % columns);
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, row * columns < count ? 1 : 0);
    if (m_inspection) {
        m_tiles.back()->setStage(m_noise->stage());
        fuse();
    }
}

InspectTile *InspectPage::activeTile() const
{
    return m_active ? m_active : m_tiles.back();
}

void InspectPage::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset)
{
    const auto shown = m_inspection ? m_inspection->image : std::filesystem::path();
    m_pictures->setDataset(dataset);
    retranslate();
    if (dataset && !shown.empty())
        showPicture(shown);
}

void InspectPage::setRun(const std::filesystem::path &project, const std::string &run)
{
    if (run.empty())
        m_inspector.clearModel();
    else
        m_inspector.setModel(project, run);
    showNothing();
    retranslate();
    if (!run.empty() && m_pictures->current())
        chosen();
}

void InspectPage::showNothing()
{
    m_inspection.reset();
    m_fused.release();
    m_noise->setInspection(nullptr);
    for (auto *tile : m_tiles)
        tile->setInspection(nullptr);
    m_levels->setPicture({});
    m_profile->setPictureSize({});
    m_values->setPictureSize({});
    updatePanels();
    m_scores->clear();
}

void InspectPage::showPicture(const std::filesystem::path &image)
{
    if (m_pictures->select(image))
        chosen();
}

void InspectPage::chosen()
{
    const auto *sample = m_pictures->current();
    if (!sample || !m_inspector.hasModel())
        return;
    if (!m_inspection)
        eachCanvas([](ImageCanvas &canvas) { canvas.showBusy(); });
    m_stack->setCurrentIndex(1);
    m_inspector.request(*sample);
}

void InspectPage::take(const std::shared_ptr<const workflow::Inspection> &inspection)
{
    showInspection(inspection);
    if (const auto *next = m_pictures->next())
        m_inspector.prefetch(*next);
    Q_EMIT inspected();
}

void InspectPage::showInspection(const std::shared_ptr<const workflow::Inspection> &inspection)
{
    const bool first = !m_inspection;
    m_inspection = inspection;
    m_stack->setCurrentIndex(1);
    if (!m_lambdaChosen)
        m_controls->setLambda(inspection->scored.lambda);
    m_levels->setPicture(inspection->picture);
    m_profile->setPictureSize({inspection->picture.cols, inspection->picture.rows});
    m_values->setPictureSize({inspection->picture.cols, inspection->picture.rows});
    m_noise->setInspection(inspection);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setInspection(inspection);
        m_tiles[i]->setLevels(m_levels->levels());
        if (first)
            m_tiles[i]->setStage(i + 1 == m_tiles.size() ? indexOf(*inspection, Kind::Fused)
                                 : i == 0                ? -1
                                                         : indexOf(*inspection, Kind::Baseline));
    }
    if (first)
        m_noise->setStage(indexOf(*inspection, Kind::Fused));
    fuse();
    showScores();
}

void InspectPage::fuse()
{
    if (!m_inspection)
        return;
    const double lambda = m_controls->lambda();
    const auto &scored = m_inspection->scored;
    if (lambda == scored.lambda) {
        m_fused = scored.fused; // the engine's own, to the last bit
    } else {
        m_fused = cv::Mat(); // the old one is still shown, and shared
        cv::addWeighted(scored.filtered, lambda, scored.baseline, 1.0 - lambda, 0.0, m_fused);
    }
    for (auto *tile : m_tiles)
        tile->setFused(m_fused);
}

void InspectPage::setScaleWish()
{
    for (auto *tile : m_tiles)
        tile->setScaleWish(
            {m_controls->deviations(), m_controls->threshold(), m_controls->perPicture()});
    updatePanels();
}

void InspectPage::makeMap(InspectTile *tile, InspectTile::Side side,
                          const workflow::MapChoice &choice)
{
    m_inspector.makeMap(m_inspection, choice, &tile->chooser(side),
                        [this, tile, side, choice, of = m_inspection](const cv::Mat &map) {
                            if (m_inspection == of)
                                tile->setMap(side, choice, map);
                        });
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

void InspectPage::showProfile()
{
    m_profile->setLine(m_view.profileInImage());
    if (m_view.profileInImage())
        m_panels->setCurrentWidget(m_profile);
    updatePanels();
}

void InspectPage::updatePanels()
{
    if (m_panels->currentWidget() == m_values) {
        std::vector<ValuedMap> values;
        for (const auto &one : exportableMaps())
            values.push_back({one.name, one.map});
        m_values->setMaps(values);
    }
    std::vector<ProfiledMap> maps;
    if (m_view.profileInImage())
        for (const auto *tile : m_tiles)
            for (const auto &shown : tile->shown())
                maps.push_back({shown.name, shown.map, shown.legend.scale});
    m_profile->setMaps(maps);
}

void InspectPage::showCursor()
{
    const auto cursor = m_view.cursorInImage();
    std::optional<QPoint> pixel;
    if (cursor && m_inspection)
        pixel = QPoint(static_cast<int>(std::floor(cursor->x())),
                       static_cast<int>(std::floor(cursor->y())));
    for (auto *tile : m_tiles)
        tile->showValuesAt(pixel);
    if (pixel)
        m_values->setPixel(*pixel);
}

void InspectPage::showNext()
{
    m_pictures->move(1);
}

void InspectPage::showPrevious()
{
    m_pictures->move(-1);
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

void InspectPage::toggleSplit()
{
    auto *tile = activeTile();
    tile->setSplit(!tile->isSplit());
}

void InspectPage::toggleProfile()
{
    // The button has changed already if it was clicked.
    const bool on =
        sender() == m_profileButton ? m_profileButton->isChecked() : !m_profileButton->isChecked();
    m_profileButton->setChecked(on);
    eachCanvas([on](ImageCanvas &canvas) { canvas.setProfileTool(on); });
    if (on)
        m_panels->setCurrentWidget(m_profile);
}

void InspectPage::clearProfile()
{
    m_view.setProfileInImage(std::nullopt);
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
    m_profileButton->setText(tr("Profile line"));
    m_profileButton->setToolTip(tr("Draw a line with the left button; its values are plotted below "
                                   "(also with Shift held, without this button)"));
    m_viewButton->setText(tr("Export view…"));
    m_viewButton->setToolTip(tr("What is seen, as a picture (PNG) or a drawing (SVG, PDF)"));
    m_mapsButton->setText(tr("Export maps…"));
    m_mapsButton->setToolTip(tr("The maps' numbers as 32-bit float TIFF"));
    m_panels->setTabText(0, tr("Noise suppression"));
    m_panels->setTabText(1, tr("Profile line"));
    m_panels->setTabText(2, tr("Values"));
    if (!m_pictures->hasDataset())
        m_sentence->setText(tr("Open a dataset first."));
    else if (!m_inspector.hasModel())
        m_sentence->setText(tr("Train a filter first; then each picture can be looked into here."));
    else if (m_pictures->isEmpty())
        m_sentence->setText(tr("This dataset has no test pictures."));
    else
        m_sentence->setText(tr("Choose a picture on the left."));
    if (!m_inspection)
        m_stack->setCurrentIndex(0);
    else
        showScores();
}

} // namespace cf::ui
