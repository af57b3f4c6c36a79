#pragma once

#include "core/base/result.h"
#include "core/report/chart.h"
#include "core/report/pdf_flow.h"

#include <vector>

/// The blocks that a PDF report is made of.
namespace cf::report {

struct PdfFact
{
    QString name, value;
};

/// Names over values, three beside each other.
void drawFacts(PdfFlow &flow, const std::vector<PdfFact> &facts);

struct PdfCard
{
    QString name, number, change, against;
    int direction = 0; ///< as MetricCell
};

/// Large numbers, four beside each other.
void drawCards(PdfFlow &flow, const std::vector<PdfCard> &cards);

/// A row per category and stage; the heading comes again on each page. Why a value is not defined
/// stands below.
void drawMetricTable(PdfFlow &flow, const ReportData &data);

/// Wide cells are broken into lines; the heading comes again on each page.
void drawTextTable(PdfFlow &flow, const TextTable &table);

/// A row of charts takes this, with the titles.
inline constexpr double kPdfChartRowMm = 64;
/// In the left (0) or right (1) half of the row.
void drawChart(PdfFlow &flow, const QRectF &row, int half, const ChartSpec &spec,
               const QString &note);

struct PdfTileHead
{
    QString title, path, scores;
};

/// Pictures in rows of `perRow` below their heading. Fails as reportPicture().
Result<void> drawTiles(PdfFlow &flow, const PdfTileHead &head, const std::vector<Tile> &tiles,
                       int perRow);

/// Name and value, a line each.
void drawSettings(PdfFlow &flow, const std::vector<PdfFact> &settings);

} // namespace cf::report
