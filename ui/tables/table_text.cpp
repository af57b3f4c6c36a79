#include "ui/tables/table_text.h"

#include <cmath>

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

QString line(const QStringList &cells, TableFormat format)
{
    QStringList written;
    for (const auto &cell : cells)
        written += format == TableFormat::Csv        ? csvCell(cell)
                   : format == TableFormat::Markdown ? markdownCell(cell)
                                                     : latexCell(cell);
    switch (format) {
    case TableFormat::Csv:
        return written.join(QLatin1Char(',')) + QLatin1Char('\n');
    case TableFormat::Markdown:
        return QStringLiteral("| ") + written.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    case TableFormat::Latex:
        break;
    }
    return written.join(QStringLiteral(" & ")) + QStringLiteral(" \\\\\n");
}

} // namespace

QString tableText(const QStringList &heading, const std::vector<QStringList> &rows, int textColumns,
                  TableFormat format)
{
    QString all = line(heading, format);
    if (format == TableFormat::Markdown)
        all += QLatin1Char('|') + QStringLiteral("---|").repeated(textColumns) +
               QStringLiteral("--:|").repeated(heading.size() - textColumns) + QLatin1Char('\n');
    for (const auto &row : rows)
        all += line(row, format);
    return all;
}

QStringList metricHeadings()
{
    return {QStringLiteral("I-AUROC"), QStringLiteral("I-AP"), QStringLiteral("I-F1max"),
            QStringLiteral("P-AUROC"), QStringLiteral("P-AP"), QStringLiteral("P-F1max"),
            QStringLiteral("AU-PRO")};
}

QString percentText(double share, bool withPlus)
{
    const double rounded = std::round(1000.0 * share) / 10.0;
    const auto text = QStringLiteral("%L1").arg(rounded == 0.0 ? 0.0 : rounded, 0, 'f', 1);
    return withPlus && rounded > 0.0 ? QLatin1Char('+') + text : text;
}

} // namespace cf::ui
