#include "ui/runs/compare_view.h"

#include "ui/plots/curve_plot.h"
#include "ui/runs/comparison_models.h"
#include "ui/runs/model_text.h"
#include "ui/runs/picture_changes.h"
#include "ui/runs/run_text.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace cf::ui {

namespace {

constexpr double kHighestThreshold = 1e6;
constexpr int kMostColumnPx = 320;

QLabel *noteLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QWidget *stacked(std::initializer_list<QWidget *> widgets)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 6, 0, 0);
    for (auto *widget : widgets)
        column->addWidget(widget, qobject_cast<QTableView *>(widget) ? 1 : 0);
    return page;
}

} // namespace

CompareView::CompareView(QWidget *parent)
    : QWidget(parent), m_deltas(new DeltasModel(this)), m_pictures(new PicturesModel(this)),
      m_settings(new SettingsModel(this)), m_tabs(new QTabWidget),
      m_metricsNote(noteLabel("metricsNote")), m_settingsNote(noteLabel("settingsNote"))
{
    m_deltasTable = makeTable("deltas", m_deltas);
    m_settingsTable = makeTable("settingsThatDiffer", m_settings);
    m_picturesTable = makeTable("pictures", m_pictures);
    m_changes = new PictureChanges(m_picturesTable, m_pictures);
    connect(m_changes, &PictureChanges::pictureWanted, this, &CompareView::pictureWanted);
    connect(m_changes, &PictureChanges::mapsWanted, this, &CompareView::mapsWanted);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(stacked({m_metricsNote, m_deltasTable}), QString());
    m_tabs->addTab(m_changes, QString());
    m_tabs->addTab(stacked({m_settingsNote, m_settingsTable}), QString());
    m_tabs->addTab(makeCurves(), QString());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(makeChoices());
    column->addWidget(m_tabs, 1);
    retranslate();
}

QTableView *CompareView::makeTable(const char *name, QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(QLatin1String(name));
    table->setModel(model);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    return table;
}

QWidget *CompareView::makeChoices()
{
    m_referenceLabel = new QLabel;
    m_reference = new QComboBox;
    m_reference->setObjectName(QStringLiteral("reference"));
    m_reference->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_reference->setMaximumWidth(kMostColumnPx);
    m_referenceLabel->setBuddy(m_reference);
    m_ownThreshold = new QCheckBox;
    m_ownThreshold->setObjectName(QStringLiteral("ownThreshold"));
    m_threshold = new QDoubleSpinBox;
    m_threshold->setObjectName(QStringLiteral("threshold"));
    m_threshold->setRange(-kHighestThreshold, kHighestThreshold);
    m_threshold->setDecimals(3);
    m_threshold->setSingleStep(0.1);
    m_threshold->setValue(3.0); // deviations of the normals: where an engineer would begin
    m_threshold->setKeyboardTracking(false);
    m_threshold->setEnabled(false);
    m_copy = new QToolButton;
    m_copy->setObjectName(QStringLiteral("copyDeltas"));
    m_copy->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_copy);
    for (const auto format : {TableFormat::Csv, TableFormat::Markdown, TableFormat::Latex})
        connect(menu->addAction(QString()), &QAction::triggered, this, [this, format] {
            QApplication::clipboard()->setText(modelText(*m_deltas, format));
        });
    m_copy->setMenu(menu);

    auto *choices = new QWidget;
    auto *line = new QHBoxLayout(choices);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_referenceLabel);
    line->addWidget(m_reference);
    line->addSpacing(16);
    line->addWidget(m_ownThreshold);
    line->addWidget(m_threshold);
    line->addStretch(1);
    line->addWidget(m_copy);
    connect(m_reference, &QComboBox::activated, this, &CompareView::requestChanged);
    connect(m_ownThreshold, &QCheckBox::toggled, this, [this](bool on) {
        m_threshold->setEnabled(on);
        Q_EMIT requestChanged();
    });
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &CompareView::requestChanged);
    return choices;
}

QWidget *CompareView::makeCurves()
{
    m_loss = new CurvePlot;
    m_validation = new CurvePlot;
    for (auto *plot : {m_loss, m_validation})
        plot->setWholeSteps();
    auto *page = new QWidget;
    auto *line = new QHBoxLayout(page);
    line->setContentsMargins(0, 6, 0, 0);
    line->addWidget(m_loss);
    line->addWidget(m_validation);
    return page;
}

void CompareView::setRuns(const std::vector<store::Run> &runs)
{
    const auto before = request().reference;
    m_ids.clear();
    const QSignalBlocker quiet(m_reference);
    m_reference->clear();
    for (const auto &run : runs) {
        m_ids.push_back(run.id);
        m_reference->addItem(runLabel(run), static_cast<qlonglong>(run.id));
        if (run.id == before)
            m_reference->setCurrentIndex(m_reference->count() - 1);
    }
}

workflow::ComparisonRequest CompareView::request() const
{
    workflow::ComparisonRequest request;
    request.runs = m_ids;
    if (m_reference->currentIndex() >= 0)
        request.reference = m_reference->currentData().toLongLong();
    if (m_ownThreshold->isChecked())
        request.threshold = m_threshold->value();
    return request;
}

void CompareView::setComparison(const std::shared_ptr<const workflow::RunComparison> &comparison)
{
    const auto idsOf = [](const workflow::RunComparison &compared) {
        std::vector<store::Id> ids;
        for (const auto &run : compared.runs)
            ids.push_back(run.run.id);
        return ids;
    };
    const bool sameRuns = m_comparison && idsOf(*m_comparison) == idsOf(*comparison);
    m_comparison = comparison;
    m_deltas->setComparison(comparison);
    m_pictures->setComparison(comparison);
    m_settings->setComparison(comparison);
    if (!sameRuns) { // else the user's widths stay
        for (auto *table : {m_deltasTable, m_settingsTable, m_picturesTable}) {
            table->resizeColumnsToContents();
            for (int column = 0; column < table->model()->columnCount(); ++column)
                table->setColumnWidth(column,
                                      std::min(table->columnWidth(column) + 12, kMostColumnPx));
        }
    }
    m_changes->setComparison(comparison, m_ownThreshold->isChecked());
    showCurves();
    showNotes();
}

MapsStrip &CompareView::maps()
{
    return m_changes->maps();
}

void CompareView::showCurves()
{
    std::vector<PlotCurve> losses, scores;
    if (m_comparison) {
        for (const auto &run : m_comparison->runs) {
            if (!run.loss.step.empty())
                losses.push_back({runLabel(run.run), run.loss.step, run.loss.value, false});
            if (!run.validation.step.empty())
                scores.push_back(
                    {runLabel(run.run), run.validation.step, run.validation.value, false});
        }
    }
    m_loss->setCurves(losses);
    m_validation->setCurves(scores);
}

void CompareView::showNotes()
{
    if (!m_comparison)
        return;
    const auto shared = static_cast<int>(m_comparison->sharedCategories.size());
    const auto others = static_cast<int>(m_comparison->otherCategories);
    QString metrics = shared > 0 ? tr("In per cent; the mean is over the %n categories that all "
                                      "runs were tested on",
                                      nullptr, shared)
                                 : tr("No category was tested by all of these runs, so there is "
                                      "no mean to compare");
    if (others > 0)
        metrics += tr("; %n others are listed alone", nullptr, others);
    QStringList untested;
    for (const auto &run : m_comparison->runs)
        if (!run.evaluated)
            untested += QString::number(run.run.id);
    if (!untested.isEmpty())
        metrics += tr("; not evaluated: %1").arg(untested.join(QStringLiteral(", ")));
    metrics += QLatin1Char('.');
    if (m_comparison->learnedPictures > 0)
        metrics += QLatin1Char(' ') +
                   tr("%Ln picture(s) were trained with by one of the runs and count for none.",
                      nullptr, static_cast<int>(m_comparison->learnedPictures));
    if (m_comparison->lacksPixelFigures)
        metrics += QLatin1Char(' ') + tr("For figures of pixels on the same pictures, evaluate the "
                                         "other runs again with --apart-from.");
    m_metricsNote->setText(metrics);

    const bool same = m_comparison->settings.empty();
    m_settingsNote->setText(same ? tr("All settings are the same.") : QString());
    m_settingsNote->setVisible(same);
    m_settingsTable->setVisible(!same);
}

void CompareView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareView::retranslate()
{
    m_referenceLabel->setText(tr("Refere&nce"));
    m_reference->setToolTip(tr("The run that the others are compared with"));
    m_ownThreshold->setText(tr("Given &threshold"));
    m_ownThreshold->setToolTip(
        tr("One threshold for all runs, instead of each run's own at which F1 is best"));
    m_threshold->setAccessibleName(tr("Threshold for all runs"));
    m_copy->setText(tr("Copy fi&gures"));
    m_copy->setToolTip(tr("Copy the table of figures and differences"));
    const QStringList formats = {tr("as CSV"), tr("as Markdown"), tr("as LaTeX")};
    for (int i = 0; i < formats.size(); ++i)
        m_copy->menu()->actions().at(i)->setText(formats[i]);
    const QStringList tabs = {tr("Figures"), tr("Pictures"), tr("Settings"), tr("Curves")};
    for (int i = 0; i < tabs.size(); ++i)
        m_tabs->setTabText(i, tabs[i]);
    m_deltasTable->setAccessibleName(tr("Figures of the runs and differences from the reference"));
    m_settingsTable->setAccessibleName(tr("Settings that differ"));
    m_loss->setLabels(tr("step"), tr("loss, mean of %1 steps").arg(workflow::kSmoothedSteps));
    m_loss->setEmptyText(tr("None of these runs has losses."));
    m_loss->setAccessibleName(tr("Losses of the runs"));
    m_validation->setLabels(tr("step"), tr("score on held-out synthetic defects"));
    m_validation->setEmptyText(tr("None of these runs was validated while it trained."));
    m_validation->setAccessibleName(tr("Validation scores of the runs"));
    for (auto *model :
         {static_cast<ComparisonModel *>(m_deltas), static_cast<ComparisonModel *>(m_pictures),
          static_cast<ComparisonModel *>(m_settings)})
        model->retranslate();
    showNotes();
}

} // namespace cf::ui
