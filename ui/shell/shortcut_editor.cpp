#include "ui/shell/shortcut_editor.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kIdRole = Qt::UserRole;

} // namespace

ShortcutEditor::ShortcutEditor(ActionRegistry &registry, QWidget *parent)
    : QDialog(parent), m_registry(registry)
{
    setObjectName(QStringLiteral("shortcutEditor"));
    setWindowTitle(tr("Edit shortcuts"));
    resize(640, 560);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Search actions"));
    m_filter->setAccessibleName(tr("Search actions"));
    m_filter->setClearButtonEnabled(true);
    m_actions = new QTreeWidget;
    m_actions->setAccessibleName(tr("Actions and their shortcuts"));
    m_actions->setHeaderLabels({tr("Action"), tr("Shortcut")});
    m_actions->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_actions->header()->setStretchLastSection(false);
    m_actions->header()->resizeSection(1, 180);
    m_keys = new QKeySequenceEdit;
    m_keys->setAccessibleName(tr("New shortcut"));
    m_assign = new QPushButton(tr("&Assign"));
    m_reset = new QPushButton(tr("&Default"));
    m_warning = new QLabel;
    m_warning->setWordWrap(true);
    m_warning->setObjectName(QStringLiteral("conflict"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);

    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("&New shortcut:"));
    label->setBuddy(m_keys);
    row->addWidget(label);
    row->addWidget(m_keys, 1);
    row->addWidget(m_assign);
    row->addWidget(m_reset);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_actions, 1);
    column->addLayout(row);
    column->addWidget(m_warning);
    column->addWidget(buttons);

    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutEditor::fill);
    connect(m_actions, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showChosen);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::showConflicts);
    connect(m_assign, &QPushButton::clicked, this, &ShortcutEditor::assign);
    connect(m_reset, &QPushButton::clicked, this, &ShortcutEditor::reset);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill();
}

void ShortcutEditor::fill()
{
    const auto chosen = chosenId();
    m_actions->clear();
    QTreeWidgetItem *current = nullptr;
    for (const auto &entry : m_registry.entries()) {
        const auto group = m_registry.group(entry);
        const auto name = m_registry.name(entry);
        if (!name.contains(m_filter->text(), Qt::CaseInsensitive) &&
            !group.contains(m_filter->text(), Qt::CaseInsensitive))
            continue;
        const auto found = m_actions->findItems(group, Qt::MatchExactly);
        auto *parent = found.isEmpty() ? new QTreeWidgetItem(m_actions, {group}) : found.first();
        parent->setExpanded(true);
        auto *item = new QTreeWidgetItem(
            parent, {name, QKeySequence::listToString(entry.action->shortcuts(),
                                                      QKeySequence::NativeText)});
        item->setData(0, kIdRole, entry.id);
        if (m_registry.isChanged(entry.id)) {
            auto font = item->font(1);
            font.setBold(true);
            item->setFont(1, font);
            item->setToolTip(1, tr("Changed by you"));
        }
        if (entry.id == chosen)
            current = item;
    }
    m_actions->setCurrentItem(current);
    showChosen();
}

QString ShortcutEditor::chosenId() const
{
    const auto *item = m_actions->currentItem();
    return item ? item->data(0, kIdRole).toString() : QString();
}

void ShortcutEditor::showChosen()
{
    const auto id = chosenId();
    const auto *action = m_registry.action(id);
    m_keys->setEnabled(action);
    m_assign->setEnabled(action);
    m_reset->setEnabled(action && m_registry.isChanged(id));
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    showConflicts();
}

void ShortcutEditor::showConflicts()
{
    QStringList names;
    for (const auto &id : m_registry.conflicts(chosenId(), m_keys->keySequence()))
        for (const auto &entry : m_registry.entries())
            if (entry.id == id)
                names += QStringLiteral("“%1”").arg(m_registry.name(entry));
    m_warning->setText(names.isEmpty() || chosenId().isEmpty()
                           ? QString()
                           : tr("⚠ Already used by %1, which will lose it.")
                                 .arg(names.join(QStringLiteral(", "))));
}

void ShortcutEditor::assign()
{
    const auto id = chosenId();
    const auto keys = m_keys->keySequence();
    for (const auto &other : m_registry.conflicts(id, keys)) {
        auto left = m_registry.action(other)->shortcuts();
        left.removeIf([&](const QKeySequence &one) {
            return one.matches(keys) != QKeySequence::NoMatch ||
                   keys.matches(one) != QKeySequence::NoMatch;
        });
        m_registry.setShortcuts(other, left);
    }
    m_registry.setShortcuts(id, keys.isEmpty() ? QList<QKeySequence>() : QList{keys});
    fill();
}

void ShortcutEditor::reset()
{
    m_registry.resetShortcuts(chosenId());
    fill();
}

} // namespace cf::ui
