#include "ui/runs/picture_changes.h"

#include "ui/runs/comparison_models.h"
#include "ui/runs/maps_strip.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kDelayMs = 200;

} // namespace

/// Only the pictures that change side, or all.
class ChangedFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setOnlyChanged(bool on)
    {
        m_onlyChanged = on;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return !m_onlyChanged ||
               sourceModel()->index(row, 0, parent).data(PicturesModel::ChangesSideRole).toBool();
    }

private:
    bool m_onlyChanged = true;
};

PictureChanges::PictureChanges(QTableView *table, PicturesModel *model, QWidget *parent)
    : QWidget(parent), m_model(model), m_shown(new ChangedFilter(this)), m_note(new QLabel),
      m_onlyChanged(new QCheckBox), m_table(table), m_maps(new MapsStrip)
{
    m_shown->setSortRole(ComparisonModel::SortRole);
    m_shown->setSourceModel(model);
    m_note->setObjectName(QStringLiteral("picturesNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_onlyChanged->setObjectName(QStringLiteral("onlyChanged"));
    m_onlyChanged->setChecked(true);
    m_table->setModel(m_shown);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(PicturesModel::Change, Qt::DescendingOrder);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_note);
    column->addWidget(m_onlyChanged);
    column->addWidget(m_table, 1);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(m_maps);
    splitter->setHandleWidth(9);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({740, 440}); // the verdicts of two runs are seen
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 6, 0, 0);
    page->addWidget(splitter);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kDelayMs);
    connect(&m_soon, &QTimer::timeout, this, &PictureChanges::wantMaps);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, &m_soon,
            qOverload<>(&QTimer::start));
    connect(m_onlyChanged, &QCheckBox::toggled, this,
            [this](bool on) { m_shown->setOnlyChanged(on); });
    connect(m_table, &QAbstractItemView::doubleClicked, this, &PictureChanges::open);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] { open(m_table->currentIndex()); });
    }
    retranslate();
}

void PictureChanges::setComparison(const std::shared_ptr<const workflow::RunComparison> &comparison,
                                   bool givenThreshold)
{
    m_comparison = comparison;
    m_givenThreshold = givenThreshold;
    retranslate();
    wantMaps();
}

void PictureChanges::wantMaps()
{
    const auto chosen = m_table->currentIndex();
    if (!m_comparison || !isVisible())
        return;
    if (!chosen.isValid()) {
        m_maps->showSentence(tr("Choose a picture to see the maps of all runs side by side."));
        return;
    }
    Q_EMIT mapsWanted(static_cast<std::size_t>(m_shown->mapToSource(chosen).row()));
}

void PictureChanges::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto place = m_shown->mapToSource(index);
    const auto &picture = m_model->picture(place.row());
    // The run of the column; elsewhere the one that is compared, or whichever knows the picture.
    auto run = m_model->runOf(place.column());
    for (std::size_t i = 0; !run && i < picture.scores.size(); ++i)
        if (picture.scores[i] && i != m_comparison->reference)
            run = i;
    const auto &chosen = m_comparison->runs[run.value_or(m_comparison->reference)];
    Q_EMIT pictureWanted(
        QString::fromStdString(workflow::pictureFile(chosen, picture.path).string()),
        QString::number(chosen.run.id));
}

void PictureChanges::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_soon.start();
}

void PictureChanges::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PictureChanges::retranslate()
{
    m_onlyChanged->setText(tr("&Only those that change side"));
    m_table->setAccessibleName(tr("Scores of the pictures"));
    if (!m_comparison)
        return;
    int changed = 0;
    for (const auto &picture : m_comparison->pictures)
        changed += picture.changesSide ? 1 : 0;
    const auto total = static_cast<int>(m_comparison->sharedPictures);
    QString note = changed == 0 ? tr("No picture changes side")
                                : tr("%n pictures change side", nullptr, changed);
    note += tr(", of %n that all runs scored. ", nullptr, total);
    note += m_givenThreshold
                ? tr("Anomalous from the given threshold on.")
                : tr("Anomalous from the threshold on at which F1 is best, for each run and "
                     "category.");
    m_note->setText(note);
}

} // namespace cf::ui
