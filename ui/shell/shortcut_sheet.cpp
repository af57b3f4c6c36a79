#include "ui/shell/shortcut_sheet.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const auto &shortcut : action.shortcuts())
        keys += shortcut.toString(QKeySequence::NativeText).toHtmlEscaped();
    return keys.join(QStringLiteral(", "));
}

} // namespace

ShortcutSheet::ShortcutSheet(const ActionRegistry &registry, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(640, 560);
    QStringList groups;
    for (const auto &entry : registry.entries())
        if (!groups.contains(registry.group(entry)))
            groups += registry.group(entry);
    QString html;
    for (const auto &group : groups) {
        QString rows;
        for (const auto &entry : registry.entries())
            if (registry.group(entry) == group && !keysOf(*entry.action).isEmpty())
                rows += QStringLiteral("<tr><td width='300'>%1</td><td><b>%2</b></td></tr>")
                            .arg(registry.name(entry).toHtmlEscaped(), keysOf(*entry.action));
        if (!rows.isEmpty())
            html += QStringLiteral(
                        "<h3 style='margin-top:10px'>%1</h3><table cellpadding='3'>%2</table>")
                        .arg(group.toHtmlEscaped(), rows);
    }
    auto *column = new QVBoxLayout(this);
    auto *page = new QTextBrowser;
    page->setHtml(html);
    page->setAccessibleName(windowTitle());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(page);
    column->addWidget(buttons);
}

} // namespace cf::ui
