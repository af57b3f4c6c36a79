// What the view is made of and what it reads. What it shows of that: defects_view_show.cpp.
#include "ui/analyse/defects_view.h"

#include "ui/analyse/location_map_view.h"
#include "ui/analyse/picture_table.h"
#include "ui/analyse/size_table.h"
#include "ui/dataset/column_scroll.h"
#include "ui/dataset/message_pane.h"
#include "ui/jobs/error_text.h"
#include "ui/jobs/path_text.h"
#include "ui/plots/size_plot.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>

#include <algorithm>
#include <array>

namespace cf::ui {

namespace {

using workflow::DefectLocations;
using workflow::DefectSource;

constexpr int kLeastControlsPx = 310;
constexpr int kInferno = 3; // dark where nothing is
constexpr std::array kSources{DefectSource::Masks, DefectSource::Drawn, DefectSource::Maps};

QString titleOf(DefectSource source)
{
    switch (source) {
    case DefectSource::Masks:
        return DefectsView::tr("Ground truth");
    case DefectSource::Drawn:
        return DefectsView::tr("Drawn in this project");
    case DefectSource::Maps:
        break;
    }
    return DefectsView::tr("Maps of rejected pictures");
}

QString helpOf(DefectSource source)
{
    switch (source) {
    case DefectSource::Masks:
        return DefectsView::tr("The masks that came with the pictures");
    case DefectSource::Drawn:
        return DefectsView::tr("What people drew here, by its class");
    case DefectSource::Maps:
        break;
    }
    return DefectsView::tr("Where the run's map reaches the threshold, in pictures that a reviewer "
                           "rejected, or the score where nobody decided");
}

QLabel *boldLabel()
{
    auto *label = new QLabel;
    auto bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QComboBox *choiceNamed(const char *name)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

} // namespace

DefectsView::DefectsView(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_stack(new QStackedWidget), m_message(new MessagePane)
{
    auto *row = new QHBoxLayout(this);
    row->addWidget(makeControls());
    m_stack->addWidget(m_message);
    m_stack->addWidget(makeContent());
    row->addWidget(m_stack, 1);
    connect(m_source, &QComboBox::currentIndexChanged, this, &DefectsView::reload);
    connect(m_again, &QPushButton::clicked, this, &DefectsView::reload);
    connect(m_message, &MessagePane::actionWanted, this, &DefectsView::reload);
    connect(m_category, &QComboBox::currentIndexChanged, this, &DefectsView::showCategory);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showMap();
        showSizes();
        showPictures();
    });
    connect(m_colours, &QComboBox::currentIndexChanged, this, [this] {
        const auto chosen = m_map->chosenCell();
        showMap();
        m_map->setChosenCell(chosen);
    });
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this] {
        showSizes();
        showPictures();
    });
    connect(m_map, &LocationMapView::cellChosen, this, [this] {
        m_sizes->setChosenBin({});
        showPictures();
    });
    connect(m_sizes, &SizePlot::binChosen, this, [this] {
        m_map->setChosenCell({});
        showPictures();
    });
    connect(m_table, &SizeTable::kindActivated, this,
            [this](const QString &kind) { m_kind->setCurrentIndex(m_kind->findData(kind)); });
    connect(m_pictures, &PictureTable::pictureWanted, this, &DefectsView::pictureWanted);
    connect(m_save, &QPushButton::clicked, this, &DefectsView::askAndSave);
    retranslate();
}

QWidget *DefectsView::makeControls()
{
    m_source = choiceNamed("defectSource");
    m_category = choiceNamed("defectCategory");
    m_kind = choiceNamed("defectKind");
    m_colours = choiceNamed("defectColours");
    for (std::size_t i = 0; i < kSources.size(); ++i)
        m_source->addItem({});
    for (const auto map : imaging::kColourMaps)
        m_colours->addItem(QString::fromUtf8(imaging::toString(map).data()));
    m_colours->setCurrentIndex(kInferno);
    auto *rows = new QFormLayout;
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](QComboBox *box) {
        auto *label = new QLabel;
        label->setBuddy(box);
        rows->addRow(label, box);
        return label;
    };
    m_sourceLabel = add(m_source);
    m_categoryLabel = add(m_category);
    m_kindLabel = add(m_kind);
    m_coloursLabel = add(m_colours);
    m_facts = new QLabel;
    m_facts->setObjectName(QStringLiteral("defectFacts"));
    m_facts->setWordWrap(true);
    m_save = new QPushButton;
    m_save->setObjectName(QStringLiteral("saveDefects"));
    m_again = new QPushButton;
    m_again->setObjectName(QStringLiteral("readDefectsAgain"));
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 6, 0);
    column->addLayout(rows);
    column->addWidget(m_facts);
    column->addWidget(m_save);
    column->addWidget(m_again);
    column->addStretch();
    inside->setMinimumWidth(kLeastControlsPx);
    auto *scroll = new ColumnScroll(inside);
    scroll->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    return scroll;
}

QWidget *DefectsView::makeContent()
{
    m_mapTitle = boldLabel();
    m_sizesTitle = boldLabel();
    m_map = new LocationMapView;
    m_sizes = new SizePlot;
    m_measure = choiceNamed("sizeMeasure");
    m_measure->addItems({QString(), QString()}); // as measure() has them
    m_measureLabel = new QLabel;
    m_measureLabel->setBuddy(m_measure);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sizesTitle, 1);
    head->addWidget(m_measureLabel);
    head->addWidget(m_measure);
    auto *top = new QWidget;
    auto *plots = new QGridLayout(top);
    plots->setContentsMargins(0, 0, 0, 0);
    plots->setHorizontalSpacing(14);
    plots->addWidget(m_mapTitle, 0, 0);
    plots->addLayout(head, 0, 1);
    plots->addWidget(m_map, 1, 0);
    plots->addWidget(m_sizes, 1, 1);
    plots->setColumnStretch(0, 1);
    plots->setColumnStretch(1, 1);
    plots->setRowStretch(1, 1);
    m_why = new QLabel;
    m_why->setObjectName(QStringLiteral("defectWhy"));
    m_why->setWordWrap(true);
    m_pictures = new PictureTable;
    m_table = new SizeTable;
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_why);
    column->addWidget(m_pictures, 1);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(list, QString());
    m_tabs->addTab(m_table, QString());
    auto *content = new QSplitter(Qt::Vertical);
    content->addWidget(top);
    content->addWidget(m_tabs);
    content->setStretchFactor(0, 2);
    content->setStretchFactor(1, 1);
    content->setSizes({400, 260});
    content->setChildrenCollapsible(false);
    return content;
}

void DefectsView::setRun(const std::filesystem::path &project, const std::string &run)
{
    m_project = project;
    m_run = run;
    take(nullptr);
    reload();
}

void DefectsView::setSource(DefectSource source)
{
    m_source->setCurrentIndex(int(std::ranges::find(kSources, source) - kSources.begin()));
}

void DefectsView::reload()
{
    if (m_loading)
        m_loading->stop();
    m_loading = nullptr;
    m_error.reset();
    m_wasStopped = false;
    m_isAsked = !m_project.empty() && !m_run.empty();
    loadIfSeen();
    showState();
}

void DefectsView::loadIfSeen()
{
    if (m_isAsked && isVisible())
        load();
}

void DefectsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    loadIfSeen();
}

void DefectsView::load()
{
    m_isAsked = false;
    workflow::DefectRequest request;
    request.project = m_project;
    request.run = m_run;
    request.source = kSources.at(std::size_t(m_source->currentIndex()));
    m_loading = m_runner->start<SharedLocations>(
        Lane::Files, [] { return tr("Find where the defects sit"); },
        [request](RunContext &context) -> Result<SharedLocations> {
            CF_ASSIGN_OR_RETURN(auto found, workflow::locateDefects(request, context));
            return std::make_shared<const std::vector<DefectLocations>>(std::move(found));
        },
        this,
        [this, request](const SharedLocations &found) {
            const bool isWanted =
                request.project == m_project && request.run == m_run &&
                request.source == kSources.at(std::size_t(m_source->currentIndex()));
            if (isWanted) // or others were asked for meanwhile
                take(found);
        },
        Afterwards::Forgotten);
    connect(m_loading, &Job::ended, this, [this, job = m_loading.data()] {
        if (job != m_loading)
            return;
        m_error = job->error();
        m_wasStopped = job->state() == JobState::Cancelled;
        m_loading = nullptr;
        if (m_error || m_wasStopped)
            take(nullptr);
        showState();
    });
    showState();
}

void DefectsView::take(const SharedLocations &locations)
{
    m_locations = locations;
    {
        const QSignalBlocker quiet(m_category);
        const auto before = m_category->currentText();
        m_category->clear();
        if (m_locations)
            for (const auto &one : *m_locations)
                m_category->addItem(QString::fromStdString(one.category));
        m_category->setCurrentIndex(
            m_category->count() > 0 ? std::max(0, m_category->findText(before)) : -1);
        m_category->setEnabled(m_category->count() > 1);
    }
    showCategory();
}

void DefectsView::showState()
{
    const auto *locations = shown();
    m_stack->setCurrentIndex(locations && !locations->regions.empty() ? 1 : 0);
    m_again->setEnabled(!m_loading && !m_run.empty());
    if (m_stack->currentIndex() == 1)
        return; // what is shown stays while it is read again
    if (m_loading || m_isAsked)
        m_message->showBusy(tr("Finding where the defects sit"));
    else if (m_error)
        m_message->showMessage(errorText(*m_error), tr("Try again"));
    else if (m_wasStopped)
        m_message->showMessage(tr("Stopped before the defects were found."), tr("Try again"));
    else if (locations)
        m_message->showMessage(
            tr("Nothing tells where defects of this category are. Choose another "
               "source on the left."));
    else if (m_locations)
        m_message->showMessage(tr("Nothing is drawn on the pictures of this project yet: "
                                  "Inspect > Annotate this picture."));
    else
        m_message->showMessage(tr("There are no pictures to look at."));
}

void DefectsView::askAndSave()
{
    const auto *locations = shown();
    if (!locations)
        return;
    const auto folder = QDir(QString::fromStdString(m_project.string()));
    const auto file = QFileDialog::getSaveFileName(
        this, tr("Save where the defects sit"), folder.filePath(QStringLiteral("defects.csv")),
        tr("Table of the areas (*.csv);;Picture of the map (*.png);;Numbers of the map (*.tiff)"));
    if (!file.isEmpty())
        save(pathOf(file));
}

void DefectsView::save(const std::filesystem::path &file)
{
    if (!shown())
        return;
    const auto name = QDir::toNativeSeparators(QString::fromStdString(file.string()));
    auto *job = m_runner->start(
        Lane::Files, [name] { return tr("Write %1").arg(name); },
        [file, all = m_locations, at = std::size_t(m_category->currentIndex()), kind = kind(),
         colours = imaging::kColourMaps.at(std::size_t(m_colours->currentIndex()))](RunContext &) {
            return file.extension() == ".csv"
                       ? workflow::writeDefectRegions(file, *all)
                       : workflow::writeLocationMap(file, all->at(at), kind, colours);
        },
        this, [this, name] { Q_EMIT said(tr("Saved as %1").arg(name)); });
    connect(job, &Job::ended, this, [this, job] {
        if (job->error())
            Q_EMIT said(errorText(*job->error()));
    });
}

void DefectsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DefectsView::retranslate()
{
    for (std::size_t i = 0; i < kSources.size(); ++i) {
        m_source->setItemText(int(i), titleOf(kSources[i]));
        m_source->setItemData(int(i), helpOf(kSources[i]), Qt::ToolTipRole);
    }
    m_sourceLabel->setText(tr("&Defects from"));
    m_source->setAccessibleName(tr("Where the defects are taken from"));
    m_categoryLabel->setText(tr("&Category"));
    m_category->setAccessibleName(tr("Category"));
    m_kindLabel->setText(tr("&Kind"));
    m_kind->setAccessibleName(tr("Kind of defect"));
    m_coloursLabel->setText(tr("C&olours"));
    m_colours->setAccessibleName(tr("Colours of the map"));
    m_measureLabel->setText(tr("&By"));
    m_measure->setAccessibleName(tr("What the areas are counted by"));
    m_measure->setItemText(0, tr("area"));
    m_measure->setItemText(1, tr("length ÷ width"));
    m_save->setText(tr("E&xport…"));
    m_save->setToolTip(tr("All areas as a table, or the map as a picture or as numbers"));
    m_again->setText(tr("&Read anew"));
    m_again->setToolTip(tr("After drawing or deciding on pictures"));
    m_mapTitle->setText(tr("How often each place was defective"));
    m_sizesTitle->setText(tr("Sizes of the areas"));
    m_sizes->setAccessibleName(tr("Histogram of the areas"));
    m_sizes->setToolTip(tr("Click a bar to list its pictures; Left and Right go from bar to bar"));
    m_sizes->setEmptyText(tr("No areas"));
    m_map->setEmptyText(tr("No defects"));
    m_tabs->setTabText(0, tr("Pictures"));
    m_tabs->setTabText(1, tr("By kind"));
    if (m_kind->count() > 0)
        m_kind->setItemText(0, tr("All kinds"));
    showFacts();
    const auto bin = m_sizes->chosenBin();
    showSizes();
    m_sizes->setChosenBin(bin);
    showPictures();
    showState();
}

} // namespace cf::ui
