#include "ui/dataset/category_tree.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>

#include <array>
#include <map>

namespace cf::ui {

namespace {

enum Column {
    NameColumn,
    TrainColumn,
    TestColumn,
    NormalColumn,
    DefectColumn,
    UnknownColumn,
    MaskColumn,
    ColumnCount
};

constexpr int kCategoryRole = Qt::UserRole + 1;
constexpr int kKindRole = Qt::UserRole + 2;

} // namespace

/// By column; the name's stays 0.
struct CategoryTree::Counts
{
    std::array<int, ColumnCount> of{};

    void add(const dataset::Sample &sample)
    {
        ++of[sample.split == dataset::Split::Train ? TrainColumn : TestColumn];
        ++of[sample.label == dataset::Label::Normal   ? NormalColumn
             : sample.label == dataset::Label::Defect ? DefectColumn
                                                      : UnknownColumn];
        of[MaskColumn] += sample.mask ? 1 : 0;
    }
    void add(const Counts &other)
    {
        for (std::size_t column = 0; column < of.size(); ++column)
            of[column] += other.of[column];
    }
};

CategoryTree::CategoryTree(QWidget *parent) : QTreeWidget(parent)
{
    setColumnCount(ColumnCount);
    setUniformRowHeights(true);
    setRootIsDecorated(true);
    setIndentation(14);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(30);
    header()->setSectionsMovable(false);
    retranslate();
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item)
            Q_EMIT chosen(item->data(0, kCategoryRole).toString(),
                          item->data(0, kKindRole).toString());
    });
}

QSize CategoryTree::sizeHint() const
{
    return {350, 300};
}

QTreeWidgetItem *CategoryTree::addRow(QTreeWidgetItem *parent, const QString &name,
                                      const Counts &counts)
{
    auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
    item->setText(NameColumn, name);
    item->setToolTip(NameColumn, name);
    for (int column = TrainColumn; column < ColumnCount; ++column) {
        const int count = counts.of[static_cast<std::size_t>(column)];
        item->setText(column, count == 0 ? QStringLiteral("–") : QLocale().toString(count));
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    return item;
}

void CategoryTree::setDataset(const dataset::Dataset *dataset)
{
    const QTreeWidgetItem *before = currentItem();
    const QString category = before ? before->data(0, kCategoryRole).toString() : QString();
    const QString kind = before ? before->data(0, kKindRole).toString() : QString();
    {
        const QSignalBlocker quiet(this);
        clear();
        m_all = nullptr;
        if (!dataset)
            return;
        Counts all;
        m_all = addRow(nullptr, tr("All"), all);
        QFont bold = font();
        bold.setBold(true);
        for (const dataset::Category &each : dataset->categories) {
            Counts counts;
            std::vector<std::string> kinds; // in the dataset's order
            std::map<std::string, Counts> ofKind;
            for (const dataset::Sample &sample : each.samples) {
                counts.add(sample);
                if (ofKind.find(sample.kind) == ofKind.end())
                    kinds.push_back(sample.kind);
                ofKind[sample.kind].add(sample);
            }
            const QString name = QString::fromStdString(each.name);
            auto *item = addRow(nullptr, name, counts);
            item->setData(0, kCategoryRole, name);
            for (const std::string &kindName : kinds) {
                const QString text = QString::fromStdString(kindName);
                auto *child = addRow(item, text, ofKind[kindName]);
                child->setData(0, kCategoryRole, name);
                child->setData(0, kKindRole, text);
            }
            all.add(counts);
        }
        for (int column = 0; column < ColumnCount; ++column) {
            m_all->setFont(column, bold);
            if (column != NameColumn)
                m_all->setText(column,
                               QLocale().toString(all.of[static_cast<std::size_t>(column)]));
        }
        setColumnHidden(UnknownColumn, all.of[UnknownColumn] == 0);
        if (dataset->categories.size() == 1)
            topLevelItem(1)->setExpanded(true);
        header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
        for (int column = TrainColumn; column < ColumnCount; ++column)
            header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    choose(category, kind);
}

void CategoryTree::choose(const QString &category, const QString &kind)
{
    QTreeWidgetItem *found = m_all;
    for (QTreeWidgetItemIterator item(this); *item; ++item)
        if ((*item)->data(0, kCategoryRole).toString() == category &&
            (*item)->data(0, kKindRole).toString() == kind) {
            found = *item;
            break;
        }
    setCurrentItem(found);
}

void CategoryTree::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CategoryTree::retranslate()
{
    setAccessibleName(tr("Categories"));
    setHeaderLabels({tr("Category"), tr("Train"), tr("Test"), tr("Normal"), tr("Defect"),
                     tr("Unknown"), tr("Masks")});
    for (int column = TrainColumn; column < ColumnCount; ++column)
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    if (m_all)
        m_all->setText(NameColumn, tr("All"));
}

} // namespace cf::ui
