#include "core/report/pdf_report.h"

#include "core/base/atomic_file.h"
#include "core/report/chart.h"
#include "core/report/markup.h"
#include "core/report/metric_table.h"
#include "core/report/pdf_blocks.h"
#include "core/report/pdf_colours.h"
#include "core/report/pdf_flow.h"
#include "core/report/report_facts.h"

#include <QBuffer>
#include <QGuiApplication>

#include <vector>

namespace cf::report {

namespace {

constexpr int kDotsPerInch = 600;
constexpr double kNotePoints = 8.5;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

void drawTitle(PdfFlow &flow, const ReportData &data)
{
    flow.painter().fillRect(flow.take(1.2), QColor(kPdfAccent));
    flow.gap(6);
    flow.paragraph(text(data.title), 20, kPdfText, PdfFlow::Weight::Bold);
    flow.gap(3);
    std::vector<PdfFact> facts;
    for (const auto &[name, value] : reportFacts(data))
        facts.push_back({text(name), text(value)});
    drawFacts(flow, facts);
}

void drawSummary(PdfFlow &flow, const ReportData &data)
{
    if (!data.cards.empty()) {
        flow.heading(QStringLiteral("Summary"), 25);
        std::vector<PdfCard> cards;
        for (const Card &card : data.cards)
            cards.push_back({text(card.name), text(card.number), {}, text(card.note), 0});
        drawCards(flow, cards);
    }
    const Stage *stage = summaryStage(data);
    if (stage == nullptr)
        return;
    flow.heading(QStringLiteral("Summary"), 25);
    flow.paragraph(QStringLiteral("Mean over the categories, %1").arg(text(stage->name)),
                   kNotePoints, kPdfSoft);
    flow.gap(2);
    std::vector<PdfCard> cards;
    for (const Metric &metric : data.mean.*stage->metrics) {
        const MetricCell cell = metricCell(data.mean, *stage, metric.name);
        const MetricCell baseline = metricCell(data.mean, kStages[0], metric.name);
        PdfCard card;
        card.name = text(readableName(metric.name));
        card.number = cell.number.empty() ? QStringLiteral("–") : text(cell.number);
        card.change = text(cell.change);
        card.direction = cell.direction;
        if (stage != &kStages[0] && !baseline.number.empty())
            card.against = QStringLiteral("baseline %1").arg(text(baseline.number));
        cards.push_back(card);
    }
    drawCards(flow, cards);
}

void drawMetrics(PdfFlow &flow, const ReportData &data)
{
    if (!showsMetrics(data))
        return;
    flow.heading(QStringLiteral("Metrics"), 30);
    if (metricNames(data).empty()) {
        flow.paragraph(QStringLiteral("No category has been evaluated."), kNotePoints, kPdfSoft);
        return;
    }
    flow.paragraph(QStringLiteral("Larger is better. Bold: best of the three. Arrows: change "
                                  "against the baseline."),
                   kNotePoints, kPdfSoft);
    flow.gap(2);
    drawMetricTable(flow, data);
}

void drawTables(PdfFlow &flow, const ReportData &data)
{
    for (const TextTable &table : data.tables) {
        flow.heading(text(table.title), 20);
        flow.paragraph(text(table.note), kNotePoints, kPdfSoft);
        flow.gap(1);
        drawTextTable(flow, table);
    }
}

Result<void> drawGalleries(PdfFlow &flow, const ReportData &data)
{
    for (const Gallery &gallery : data.galleries) {
        flow.heading(text(gallery.title), gallery.strips.empty() ? 10 : 55);
        flow.paragraph(text(gallery.note), kNotePoints, kPdfSoft);
        flow.gap(1);
        for (const HeatmapStrip &strip : gallery.strips)
            CF_RETURN_IF_ERROR(
                drawTiles(flow, {text(strip.caption), {}, {}}, strip.tiles, gallery.perRow));
    }
    return {};
}

Result<void> drawStrips(PdfFlow &flow, const ReportData &data)
{
    if (data.strips.empty())
        return {};
    flow.heading(QStringLiteral("What the filter does"), 45);
    for (const HeatmapStrip &strip : data.strips) {
        const PdfTileHead head{text(strip.caption), {}, {}};
        CF_RETURN_IF_ERROR(drawTiles(flow, head, strip.tiles, 6));
    }
    return {};
}

void drawCharts(PdfFlow &flow, const char *heading, const std::vector<ChartSpec> &specs,
                const std::vector<std::string> &notes)
{
    if (specs.empty())
        return;
    flow.heading(QString::fromUtf8(heading), kPdfChartRowMm);
    for (std::size_t i = 0; i < specs.size(); i += 2) {
        const QRectF row = flow.take(kPdfChartRowMm);
        for (std::size_t j = i; j < std::min(i + 2, specs.size()); ++j)
            drawChart(flow, row, static_cast<int>(j - i), specs[j],
                      j < notes.size() ? text(notes[j]) : QString());
    }
}

void drawAllCharts(PdfFlow &flow, const ReportData &data)
{
    std::vector<ChartSpec> kdes;
    std::vector<std::string> overlaps;
    for (const KdeFigure &figure : data.kdes) {
        kdes.push_back(chartOf(figure, "c"));
        overlaps.push_back(overlapNote(figure));
    }
    drawCharts(flow, "Distribution of the scores", kdes, overlaps);
    std::vector<ChartSpec> curves;
    for (const CurveFigure &figure : data.curves)
        curves.push_back(chartOf(figure, "c"));
    drawCharts(flow, "Curves", curves, {});
    if (data.loss)
        drawCharts(flow, "Training", {chartOf(*data.loss, "c")}, {});
}

Result<void> drawSamples(PdfFlow &flow, const ReportData &data)
{
    if (data.samples.empty())
        return {};
    flow.heading(QStringLiteral("Samples"), 55);
    for (const SampleRow &row : data.samples) {
        PdfTileHead head;
        head.title = text(sampleTitle(row));
        if (!row.label.empty())
            head.title += QStringLiteral(" (%1)").arg(text(row.label));
        head.path = text(row.imagePath.generic_string());
        QStringList scores;
        for (const auto &[name, score] : row.scores)
            scores += text(name) + QLatin1Char(' ') + text(fixedNumber(score, 4));
        head.scores = scores.join(QStringLiteral("   "));
        CF_RETURN_IF_ERROR(drawTiles(flow, head, row.tiles, 4));
    }
    return {};
}

/// Returns the number of pages.
Result<int> drawReport(const ReportData &data, QPdfWriter &writer, int pageCount)
{
    PdfFlow flow(writer,
                 {text(data.title),
                  data.runId.empty() ? QString() : QStringLiteral("Run %1").arg(text(data.runId)),
                  pageCount});
    drawTitle(flow, data);
    drawSummary(flow, data);
    drawMetrics(flow, data);
    drawTables(flow, data);
    CF_RETURN_IF_ERROR(drawGalleries(flow, data));
    CF_RETURN_IF_ERROR(drawStrips(flow, data));
    drawAllCharts(flow, data);
    CF_RETURN_IF_ERROR(drawSamples(flow, data));
    if (!data.settings.empty()) {
        flow.heading(QStringLiteral("Settings"), 15);
        std::vector<PdfFact> settings;
        for (const auto &[name, value] : data.settings)
            settings.push_back({text(name), text(value)});
        drawSettings(flow, settings);
    }
    return flow.pages();
}

Result<int> drawInto(QByteArray &bytes, const ReportData &data, int pageCount)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(text(data.title));
    writer.setCreator(QStringLiteral("CostFilter Studio"));
    return drawReport(data, writer, pageCount);
}

} // namespace

Result<QByteArray> pdfReport(const ReportData &data)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return Error::make(ErrorCode::Failed, "A PDF needs fonts, and this program loaded none.");
    // The first time only tells how many pages there are.
    QByteArray draft;
    CF_ASSIGN_OR_RETURN(const int pages, drawInto(draft, data, 0));
    QByteArray bytes;
    CF_ASSIGN_OR_RETURN(const int unused, drawInto(bytes, data, pages));
    (void)unused;
    return bytes;
}

Result<void> writePdfReport(const std::filesystem::path &path, const ReportData &data)
{
    CF_ASSIGN_OR_RETURN(const QByteArray bytes, pdfReport(data));
    return writeFileAtomically(
        path, std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

} // namespace cf::report
