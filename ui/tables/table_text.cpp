#include "ui/tables/table_text.h"

#include <cmath>

namespace cf::ui {

namespace {

QString csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (auto text : cells)
        quoted += QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
                  QLatin1Char('"');
    return quoted.join(QLatin1Char(',')) + QLatin1Char('\n');
}

QString markdownLine(const QStringList &cells)
{
    QStringList escaped;
    for (auto text : cells)
        escaped += text.replace(QLatin1Char('|'), QStringLiteral("\\|"));
    return QStringLiteral("| ") + escaped.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString latexLine(const QStringList &cells)
{
    QStringList escaped;
    for (auto text : cells) {
        for (const char special : {'_', '&', '%', '#'})
            text.replace(QLatin1Char(special), QLatin1Char('\\') + QString(QLatin1Char(special)));
        escaped += text;
    }
    return escaped.join(QStringLiteral(" & ")) + QStringLiteral(" \\\\\n");
}

QString line(const QStringList &cells, TableFormat format)
{
    switch (format) {
    case TableFormat::Csv:
        return csvLine(cells);
    case TableFormat::Markdown:
        return markdownLine(cells);
    case TableFormat::Latex:
        return latexLine(cells);
    }
    return {};
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
