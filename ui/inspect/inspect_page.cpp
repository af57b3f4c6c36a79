#include "ui/inspect/inspect_page.h"

#include "ui/dataset/column_scroll.h"
#include "ui/image/image_canvas.h"
#include "ui/inspect/inspect_controls.h"
#include "ui/inspect/level_controls.h"
#include "ui/inspect/noise_panel.h"
#include "ui/inspect/picture_list.h"
#include "ui/inspect/profile_panel.h"
#include "ui/inspect/values_panel.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

namespace {

using Kind = workflow::NoiseStage::Kind;

constexpr int kSideWidthPx = 260;

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
    auto *scroll = new ColumnScroll(settings);
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

void InspectPage::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset)
{
    const auto shown = m_inspection ? m_inspection->image : std::filesystem::path();
    m_pictures->setDataset(dataset);
    retranslate();
    if (!dataset || shown.empty())
        return;
    showPicture(shown);
    if (const auto *now = m_pictures->current(); !now || now->image != shown)
        showNothing(); // these are other pictures
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
    m_controls->setFilterPresent(inspection->hasFilter());
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

void InspectPage::showScores()
{
    const auto &scored = m_inspection->scored;
    const auto number = [](double value) { return QStringLiteral("%L1").arg(value, 0, 'f', 3); };
    const auto category = QString::fromStdString(scored.category);
    m_scores->setText(m_inspection->hasFilter()
                          ? tr("Recognised as %1\nScore: baseline %2, filtered %3, fused %4")
                                .arg(category, number(scored.baselineScore),
                                     number(scored.filteredScore), number(scored.fusedScore))
                          : tr("Recognised as %1\nScore: %2, of the baseline without a filter")
                                .arg(category, number(scored.baselineScore)));
}

void InspectPage::showNext()
{
    m_pictures->move(1);
}

void InspectPage::showPrevious()
{
    m_pictures->move(-1);
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
