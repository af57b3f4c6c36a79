#include "ui/runs/model_text.h"

#include <QAbstractItemModel>
#include <QStringList>

namespace cf::ui {

namespace {

QString csvCell(QString text)
{
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
           QLatin1Char('"');
}

QString markdownCell(const QString &text)
{
    return text.simplified().replace(QLatin1Char('|'), QStringLiteral("\\|"));
}

QString latexCell(const QString &text)
{
    QString out;
    for (const QChar letter : text.simplified()) {
        if (letter == QLatin1Char('\\'))
            out += QStringLiteral("\\textbackslash{}");
        else if (letter == QLatin1Char('~') || letter == QLatin1Char('^'))
            out += QLatin1Char('\\') + letter + QStringLiteral("{}");
        else if (QStringLiteral("_&%#${}").contains(letter))
            out += QLatin1Char('\\') + letter;
        else
            out += letter;
    }
    return out;
}

QString line(const QStringList &cells, CopyAs format)
{
    QStringList written;
    for (const auto &cell : cells)
        written += format == CopyAs::Csv        ? csvCell(cell)
                   : format == CopyAs::Markdown ? markdownCell(cell)
                                                : latexCell(cell);
    switch (format) {
    case CopyAs::Csv:
        return written.join(QLatin1Char(',')) + QLatin1Char('\n');
    case CopyAs::Markdown:
        return QStringLiteral("| ") + written.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    case CopyAs::Latex:
        break;
    }
    return written.join(QStringLiteral(" & ")) + QStringLiteral(" \\\\\n");
}

} // namespace

QString modelText(const QAbstractItemModel &model, CopyAs format)
{
    QStringList headings;
    QString rules;
    for (int column = 0; column < model.columnCount(); ++column) {
        headings += model.headerData(column, Qt::Horizontal).toString();
        const auto alignment = model.index(0, column).data(Qt::TextAlignmentRole).toInt();
        rules += alignment & Qt::AlignRight ? QStringLiteral("|--:") : QStringLiteral("|---");
    }
    QString all = line(headings, format);
    if (format == CopyAs::Markdown)
        all += rules + QStringLiteral("|\n");
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells += model.index(row, column).data().toString();
        all += line(cells, format);
    }
    return all;
}

} // namespace cf::ui
