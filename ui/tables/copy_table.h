#pragma once

#include "ui/tables/table_text.h"

#include <QTableWidget>

#include <utility>
#include <vector>

namespace cf::ui {

/// A read-only table whose context menu copies it as CSV, Markdown or LaTeX. Tab leaves it.
class CopyTable : public QTableWidget
{
    Q_OBJECT
public:
    using CopyAs = TableFormat;

    /// The first `textColumns` columns hold words, the others numbers.
    explicit CopyTable(int textColumns, QWidget *parent = nullptr);

    /// Heading and rows in the order shown.
    QString text(CopyAs format) const;

protected:
    void changeEvent(QEvent *event) override;
    /// Sets all texts; a class that has more of them calls it on from its own.
    virtual void retranslate();

    /// Each over what it heads: words to the left, numbers to the right.
    void setHeadings(const QStringList &headings);
    /// A cell that cannot be edited; numbers stand to the right.
    static QTableWidgetItem *cell(const QString &text, bool bold, bool isNumber);
    /// The same for a cell of a class of its own.
    static void dress(QTableWidgetItem &item, bool bold, bool isNumber);

private:
    int m_textColumns;
    std::vector<std::pair<QAction *, CopyAs>> m_copy;
};

} // namespace cf::ui
