#include "ui/dataset/health_panel.h"

#include "ui/dataset/tile_marks.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QUndoCommand>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kEntryRole = Qt::UserRole + 1; // index into the entries
constexpr int kMarkPx = 16;
constexpr std::size_t kFilesInTip = 8;

/// Makes lines as high as their wrapped text needs, which trees do not by themselves.
class WrappedLines : public QStyledItemDelegate
{
public:
    explicit WrappedLines(QTreeWidget *tree) : QStyledItemDelegate(tree), m_tree(tree) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isEntry = index.parent().isValid();
        const int taken = isEntry ? m_tree->indentation() + kMarkPx + 14 : 8;
        const int width = std::max(40, m_tree->viewport()->width() - taken);
        const QRect text = option.fontMetrics.boundingRect(
            QRect(0, 0, width, 10000), Qt::TextWordWrap, index.data().toString());
        return {width, std::max(text.height(), isEntry ? kMarkPx : 0) + 8};
    }

private:
    QTreeWidget *m_tree;
};

/// Puts some keys among the ignored ones, or takes them out.
class IgnoreCommand : public QUndoCommand
{
public:
    IgnoreCommand(HealthPanel *panel, QSet<QString> keys, bool ignored, const QString &text)
        : QUndoCommand(text), m_panel(panel), m_keys(std::move(keys)), m_ignored(ignored)
    {
    }
    void redo() override { apply(m_ignored); }
    void undo() override { apply(!m_ignored); }

private:
    void apply(bool ignored)
    {
        if (!m_panel) // the stack may live longer
            return;
        auto all = m_panel->ignored();
        m_panel->setIgnored(ignored ? all.unite(m_keys) : all.subtract(m_keys));
    }

    QPointer<HealthPanel> m_panel;
    QSet<QString> m_keys;
    bool m_ignored;
};

} // namespace

HealthPanel::HealthPanel(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_nothing(new QLabel), m_tree(new QTreeWidget),
      m_showIgnored(new QCheckBox), m_show(new QPushButton), m_ignore(new QPushButton)
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setMinimumHeight(m_show->sizeHint().height()); // as the line over the pictures
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(12);
    m_tree->setObjectName(QStringLiteral("health"));
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(1);
    m_tree->setWordWrap(true);
    m_tree->setItemDelegate(new WrappedLines(m_tree));
    m_tree->setIndentation(12);
    m_tree->setRootIsDecorated(false);
    m_tree->setIconSize({kMarkPx, kMarkPx});
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_showIgnored->setObjectName(QStringLiteral("showIgnored"));
    m_show->setObjectName(QStringLiteral("showPictures"));
    m_ignore->setObjectName(QStringLiteral("ignore"));
    for (auto *button : {m_show, m_ignore})
        button->setAutoDefault(false);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_show, 1);
    buttons->addWidget(m_ignore, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_showIgnored);
    layout->addLayout(buttons);
    fill();
    retranslate();

    connect(m_tree->header(), &QHeaderView::sectionResized, m_tree,
            [this] { m_tree->doItemsLayout(); });
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &HealthPanel::updateButtons);
    connect(m_tree, &QTreeWidget::itemActivated, this, &HealthPanel::showChosen);
    connect(m_show, &QPushButton::clicked, this, &HealthPanel::showChosen);
    connect(m_ignore, &QPushButton::clicked, this, &HealthPanel::ignoreChosen);
    connect(m_showIgnored, &QCheckBox::toggled, this, &HealthPanel::fill);
}

void HealthPanel::setEntries(std::vector<HealthEntry> entries, bool examined)
{
    m_entries = std::move(entries);
    m_examined = examined;
    fill();
}

void HealthPanel::setUndoStack(QUndoStack *stack)
{
    m_undo = stack ? stack : &m_ownUndo;
}

void HealthPanel::setIgnored(const QSet<QString> &keys)
{
    if (keys == m_ignored)
        return;
    m_ignored = keys;
    fill();
    Q_EMIT ignoredChanged();
}

int HealthPanel::openCount() const
{
    return static_cast<int>(
        std::count_if(m_entries.begin(), m_entries.end(),
                      [&](const auto &entry) { return !m_ignored.contains(entry.key); }));
}

std::vector<std::string> HealthPanel::troubledPictures() const
{
    std::vector<std::string> pictures;
    for (const HealthEntry &entry : m_entries)
        if (entry.severity != dataset::Severity::Note && !m_ignored.contains(entry.key))
            pictures.insert(pictures.end(), entry.pictures.begin(), entry.pictures.end());
    return pictures;
}

QTreeWidgetItem *HealthPanel::addGroup(HealthGroup group)
{
    auto *item = new QTreeWidgetItem(m_tree);
    QFont bold = font();
    bold.setBold(true);
    item->setFont(0, bold);
    item->setText(0, groupTitle(group));
    item->setFlags(Qt::ItemIsEnabled);
    item->setExpanded(true);
    return item;
}

void HealthPanel::addEntry(QTreeWidgetItem *parent, std::size_t index)
{
    const HealthEntry &entry = m_entries[index];
    const bool isIgnored = m_ignored.contains(entry.key);
    auto *item = new QTreeWidgetItem(parent);
    const QString severity = entry.severity == dataset::Severity::Serious   ? tr("Serious")
                             : entry.severity == dataset::Severity::Warning ? tr("Warning")
                                                                            : tr("Note");
    item->setText(0, isIgnored ? tr("Ignored: %1").arg(entry.sentence) : entry.sentence);
    item->setIcon(0, severityIcon(entry.severity, palette(), kMarkPx));
    item->setData(0, kEntryRole, static_cast<int>(index));
    item->setData(0, Qt::AccessibleTextRole, tr("%1: %2").arg(severity, entry.sentence));
    if (isIgnored)
        item->setForeground(0, palette().color(QPalette::PlaceholderText));
    QString tip = QStringLiteral("<b>%1</b>").arg(severity);
    for (std::size_t i = 0; i < std::min(kFilesInTip, entry.files.size()); ++i)
        tip += QStringLiteral("<br>") + QString::fromStdString(entry.files[i]).toHtmlEscaped();
    if (entry.files.size() > kFilesInTip)
        tip += QStringLiteral("<br>") +
               tr("and %n more", nullptr, static_cast<int>(entry.files.size() - kFilesInTip));
    item->setToolTip(0, QStringLiteral("<p>%1</p>").arg(tip));
}

void HealthPanel::fill()
{
    m_tree->clear();
    QTreeWidgetItem *parent = nullptr;
    int listed = 0;
    int left = 0;
    const auto tellLeft = [&] {
        if (left == 0)
            return;
        auto *item = new QTreeWidgetItem(parent);
        item->setText(0, tr("and %n more", nullptr, left));
        item->setFlags(Qt::ItemIsEnabled);
    };
    auto group = HealthGroup::Leak;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const HealthEntry &entry = m_entries[i];
        if (m_ignored.contains(entry.key) && !m_showIgnored->isChecked())
            continue;
        if (!parent || entry.group != group) {
            if (parent)
                tellLeft();
            group = entry.group;
            parent = addGroup(group);
            listed = left = 0;
        }
        if (listed++ < kMostOfAGroup)
            addEntry(parent, i);
        else
            ++left;
    }
    if (parent)
        tellLeft();
    const int ignoredCount = static_cast<int>(m_entries.size()) - openCount();
    m_title->setText(openCount() == 0 ? tr("Health")
                                      : tr("Health: %n to look at", nullptr, openCount()));
    m_showIgnored->setText(tr("Show %n ignored", nullptr, ignoredCount));
    m_showIgnored->setVisible(ignoredCount > 0);
    m_nothing->setText(!m_examined        ? tr("The pictures have not been compared yet.")
                       : ignoredCount > 0 ? tr("Nothing else was found.")
                                          : tr("Nothing wrong was found."));
    m_tree->setVisible(parent != nullptr);
    m_nothing->setVisible(parent == nullptr);
    updateButtons();
}

std::vector<std::size_t> HealthPanel::chosen() const
{
    std::vector<std::size_t> indexes;
    const auto items = m_tree->selectedItems();
    for (const QTreeWidgetItem *item : items)
        if (const QVariant index = item->data(0, kEntryRole); index.isValid())
            indexes.push_back(static_cast<std::size_t>(index.toInt()));
    return indexes;
}

void HealthPanel::ignoreChosen()
{
    const auto indexes = chosen();
    if (indexes.empty())
        return;
    QSet<QString> keys;
    for (const std::size_t index : indexes)
        keys += m_entries[index].key;
    const bool ignore = !m_ignored.contains(m_entries[indexes.front()].key);
    m_undo->push(new IgnoreCommand(
        this, keys, ignore, ignore ? tr("ignore what was found") : tr("heed what was found")));
}

void HealthPanel::showChosen()
{
    std::vector<std::string> pictures;
    for (const std::size_t index : chosen()) {
        const auto &more = m_entries[index].pictures;
        pictures.insert(pictures.end(), more.begin(), more.end());
    }
    if (!pictures.empty())
        Q_EMIT showWanted(pictures);
}

void HealthPanel::updateButtons()
{
    const auto indexes = chosen();
    const bool anyPicture = std::any_of(indexes.begin(), indexes.end(), [&](std::size_t index) {
        return !m_entries[index].pictures.empty();
    });
    m_show->setEnabled(anyPicture);
    m_ignore->setEnabled(!indexes.empty());
    const bool heed = !indexes.empty() && m_ignored.contains(m_entries[indexes.front()].key);
    m_ignore->setText(heed ? tr("Heed a&gain") : tr("I&gnore"));
}

QString HealthPanel::groupTitle(HealthGroup group) const
{
    switch (group) {
    case HealthGroup::Leak:
        return tr("In training and in the test");
    case HealthGroup::Problem:
        return tr("Files and folders");
    case HealthGroup::Copies:
        return tr("Copies");
    case HealthGroup::Size:
        return tr("Unusual size");
    case HealthGroup::Brightness:
        break;
    }
    return tr("Unusual brightness");
}

void HealthPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
}

void HealthPanel::retranslate()
{
    m_tree->setAccessibleName(tr("Problems and findings"));
    m_show->setText(tr("&Show pictures"));
    m_show->setToolTip(tr("Show only the pictures concerned"));
    m_ignore->setToolTip(tr("Take it off the list; this can be undone"));
}

} // namespace cf::ui
