#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace cf::ui {

enum class TableFormat { Csv, Markdown, Latex };

/// A table as text to paste: the heading, then the rows, each with as many cells. The first
/// `textColumns` columns hold words, the others numbers (to the right in Markdown). Tabs and line
/// ends within a cell become spaces, except in CSV.
QString tableText(const QStringList &heading, const std::vector<QStringList> &rows, int textColumns,
                  TableFormat format);

/// The columns of the seven metrics in the order of workflow::MetricSet, as the field writes them:
/// never translated.
QStringList metricHeadings();

/// A share of 0..1 as per cent with one decimal and without the sign of per cent; "+" before a
/// positive one on request; never "-0.0".
QString percentText(double share, bool withPlus = false);

} // namespace cf::ui
