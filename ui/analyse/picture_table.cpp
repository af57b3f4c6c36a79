#include "ui/analyse/picture_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSortFilterProxyModel>

namespace cf::ui {

namespace {

constexpr int kSidePx = 44;
constexpr int kMeasuredRows = 50; // for the width of a column; not all of 10,000

} // namespace

PictureTable::PictureTable(QWidget *parent)
    : QTableView(parent), m_model(&m_thumbnails), m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(PictureModel::kSortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setDynamicSortFilter(false); // or rows would wander while the threshold is dragged
    setModel(m_sorted);
    setSortingEnabled(true);
    horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    setIconSize({kSidePx, kSidePx});
    verticalHeader()->setDefaultSectionSize(kSidePx + 4);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(PictureModel::Picture, QHeaderView::Stretch);
    horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTextElideMode(Qt::ElideMiddle);
    setWordWrap(false);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &PictureTable::requestVisible);
    connect(&m_thumbnails, &ThumbnailStore::arrived, this, [this] { viewport()->update(); });
    connect(m_sorted, &QAbstractItemModel::layoutChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT pictureWanted(index.data(PictureModel::kPathRole).toString());
    });
    retranslate();
}

void PictureTable::setPictures(std::vector<workflow::AnalysedPicture> pictures, bool manyCategories)
{
    m_model.setPictures(std::move(pictures));
    setColumnHidden(PictureModel::Category, !manyCategories);
    m_soon.start();
}

void PictureTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

QStringList PictureTable::paths() const
{
    QStringList paths;
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        paths += m_sorted->index(row, 0).data(PictureModel::kPathRole).toString();
    return paths;
}

void PictureTable::requestVisible()
{
    const int first = rowAt(0);
    if (first < 0 || !isVisible())
        return;
    const int last = rowAt(viewport()->height() - 1);
    std::vector<std::string> paths;
    for (int row = first; row <= (last < 0 ? m_sorted->rowCount() - 1 : last); ++row)
        paths.push_back(
            m_sorted->index(row, 0).data(PictureModel::kPathRole).toString().toStdString());
    m_thumbnails.request(paths, kSidePx);
}

void PictureTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    m_soon.start();
}

void PictureTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    m_soon.start();
}

void PictureTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_soon.start();
}

void PictureTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_sorted->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(12, 12, -12, -12),
                     Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void PictureTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PictureTable::retranslate()
{
    setAccessibleName(tr("Pictures behind the chosen part of the plots"));
    Q_EMIT m_model.headerDataChanged(Qt::Horizontal, 0, PictureModel::ColumnCount - 1);
}

} // namespace cf::ui
