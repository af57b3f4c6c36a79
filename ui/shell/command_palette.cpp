#include "ui/shell/command_palette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace cf::ui {

namespace {

constexpr int kKeysRole = Qt::UserRole;
constexpr int kIdRole = Qt::UserRole + 1;
constexpr int kWidthPx = 560;
constexpr int kHeightPx = 380;

/// An action's line: name at the left, shortcut at the right.
class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const auto keys = index.data(kKeysRole).toString();
        if (keys.isEmpty())
            return;
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(
            option.palette.color(chosen ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(option.rect.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter,
                          keys);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        auto size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.height() + 12);
        return size;
    }
};

/// How well a name fits the words typed: the sum of the places where they stand, less is better;
/// -1 where one is missing.
int misfit(const QString &name, const QStringList &words)
{
    int sum = 0;
    for (const auto &word : words) {
        const auto at = name.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        const bool begins = at == 0 || name[at - 1].isSpace();
        sum += static_cast<int>(at) + (begins ? 0 : 100);
    }
    return sum;
}

} // namespace

CommandPalette::CommandPalette(const ActionRegistry &registry, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), m_registry(registry)
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Commands"));
    resize(kWidthPx, kHeightPx);
    auto *column = new QVBoxLayout(this);
    m_typed = new QLineEdit;
    m_typed->setPlaceholderText(tr("Type a command"));
    m_typed->setAccessibleName(tr("Command to look for"));
    m_typed->installEventFilter(this);
    m_matches = new QListWidget;
    m_matches->setAccessibleName(tr("Matching commands"));
    m_matches->setItemDelegate(new PaletteDelegate(m_matches));
    m_matches->setFocusPolicy(Qt::NoFocus);
    m_matches->setUniformItemSizes(true);
    column->addWidget(m_typed);
    column->addWidget(m_matches);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::showMatches);
    connect(m_typed, &QLineEdit::returnPressed, this, &CommandPalette::runChosen);
    connect(m_matches, &QListWidget::itemActivated, this, &CommandPalette::runChosen);
    connect(m_matches, &QListWidget::itemClicked, this, &CommandPalette::runChosen);
    showMatches({});
    if (parent) {
        const QPoint top = parent->mapToGlobal(QPoint((parent->width() - kWidthPx) / 2, 80));
        move(top);
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_typed && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
            key == Qt::Key_PageDown) {
            QApplication::sendEvent(m_matches, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::showMatches(const QString &typed)
{
    const auto words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    struct Match
    {
        int misfit;
        const ActionRegistry::Entry *entry;
        QString name;
    };
    std::vector<Match> matches;
    for (const auto &entry : m_registry.entries()) {
        const auto name =
            QStringLiteral("%1: %2").arg(m_registry.group(entry), m_registry.name(entry));
        const int fit = misfit(name, words);
        if (fit >= 0)
            matches.push_back({fit, &entry, name});
    }
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match &a, const Match &b) { return a.misfit < b.misfit; });
    m_matches->clear();
    for (const auto &match : matches) {
        auto *item = new QListWidgetItem(match.name, m_matches);
        item->setData(kKeysRole,
                      match.entry->action->shortcut().toString(QKeySequence::NativeText));
        item->setData(kIdRole, match.entry->id);
        if (!match.entry->action->isEnabled())
            item->setFlags(Qt::ItemIsSelectable);
    }
    m_matches->setCurrentRow(0);
    if (matches.empty()) {
        auto *none = new QListWidgetItem(tr("No command is called like this."), m_matches);
        none->setFlags(Qt::NoItemFlags);
    }
}

void CommandPalette::runChosen()
{
    const auto *item = m_matches->currentItem();
    if (!item)
        return;
    auto *action = m_registry.action(item->data(kIdRole).toString());
    if (!action || !action->isEnabled())
        return;
    accept();
    // Once the palette is gone: the action may open a dialog of its own.
    QTimer::singleShot(0, action, &QAction::trigger);
}

} // namespace cf::ui
