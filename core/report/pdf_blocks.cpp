#include "core/report/pdf_blocks.h"

#include "core/report/markup.h"
#include "core/report/metric_table.h"
#include "core/report/pdf_colours.h"

#include <QImage>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace cf::report {

namespace {

using Weight = PdfFlow::Weight;
constexpr double kGapMm = 3;
constexpr double kCategoryMm = 27;
constexpr double kStageMm = 16;
constexpr double kTablePoints = 7.5;
constexpr double kChangePoints = 6;
constexpr double kTableRowMm = 6.8;
constexpr double kBaselineRowMm = 4.4; // has no change below its numbers
constexpr double kTableHeadMm = 8.6;   // two lines
constexpr double kPad = 1.2;

/// The page's style sheet for charts, on paper; QtSvg knows neither variables nor shorthands.
const char *const kChartStyle =
    "<style type=\"text/css\">"
    ".tick{fill:#5a6675}.label{fill:#5a6675}.key{fill:#1b2430}"
    ".grid{stroke:#dde2e8}.axis{stroke:#5a6675}.reference{stroke:#5a6675;stroke-dasharray:2 4}"
    ".line{fill:none;stroke-width:1.6;stroke-linejoin:round}.area{stroke:none;fill-opacity:.18}"
    ".s0{stroke:#0b62a8}.s1{stroke:#c55a00;stroke-dasharray:7 4}"
    ".s2{stroke:#00796b;stroke-dasharray:2 3}.s3{stroke:#8a3f8f;stroke-dasharray:10 3 2 3}"
    ".s4{stroke:#55606e;stroke-dasharray:14 5}"
    ".a0{fill:#0b62a8}.a1{fill:#c55a00}.a2{fill:#00796b}.a3{fill:#8a3f8f}.a4{fill:#55606e}"
    "</style>";

/// The font stands here: QtSvg passes over that of a class where text is anchored.
const char *const kChartAttributes =
    " xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\" font-size=\"12\"";

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QRgb colourOf(int direction)
{
    return direction > 0 ? kPdfUp : direction < 0 ? kPdfDown : kPdfSoft;
}

QImage imageOf(const cv::Mat &picture)
{
    const auto format = picture.channels() == 1   ? QImage::Format_Grayscale8
                        : picture.channels() == 3 ? QImage::Format_BGR888
                                                  : QImage::Format_ARGB32;
    return QImage(picture.data, picture.cols, picture.rows, static_cast<qsizetype>(picture.step[0]),
                  format)
        .copy();
}

void rule(PdfFlow &flow, const QRectF &above)
{
    flow.painter().fillRect(QRectF(above.left(), above.bottom() - 0.15, above.width(), 0.15),
                            QColor(kPdfLine));
}

} // namespace

void drawFacts(PdfFlow &flow, const std::vector<PdfFact> &facts)
{
    constexpr int kPerRow = 3;
    constexpr double kColumn = PdfFlow::kWidthMm / kPerRow;
    for (std::size_t i = 0; i < facts.size(); i += kPerRow) {
        const auto end = std::min(i + kPerRow, facts.size());
        double height = 0;
        for (std::size_t j = i; j < end; ++j)
            height = std::max(height,
                              flow.heightOf(facts[j].value, kColumn - kGapMm, 9.5, Weight::Bold));
        const QRectF row = flow.take(height + 4 + kGapMm);
        for (std::size_t j = i; j < end; ++j) {
            const double x = row.left() + kColumn * static_cast<double>(j - i);
            flow.draw({x, row.top(), kColumn - kGapMm, 4}, facts[j].name, 8, kPdfSoft);
            flow.draw({x, row.top() + 4, kColumn - kGapMm, height + 1}, facts[j].value, 9.5,
                      kPdfText, Weight::Bold);
        }
    }
}

void drawCards(PdfFlow &flow, const std::vector<PdfCard> &cards)
{
    constexpr int kPerRow = 4;
    constexpr double kLeastHeight = 21;
    constexpr double kNoteLine = 4;
    constexpr double kCard = (PdfFlow::kWidthMm - (kPerRow - 1) * kGapMm) / kPerRow;
    constexpr double kInside = kCard - 2 * kGapMm;
    const auto noteTop = [](const PdfCard &card) { return card.change.isEmpty() ? 13.4 : 16.4; };
    for (std::size_t i = 0; i < cards.size(); i += kPerRow) {
        const auto end = std::min(i + kPerRow, cards.size());
        double height = kLeastHeight;
        for (std::size_t j = i; j < end; ++j)
            height = std::max(height, noteTop(cards[j]) + kGapMm / 2 +
                                          flow.heightOf(cards[j].against, kInside, 7.5));
        const QRectF row = flow.take(height + kGapMm);
        for (std::size_t j = i; j < end; ++j) {
            const PdfCard &card = cards[j];
            const QRectF box(row.left() + (kCard + kGapMm) * static_cast<double>(j - i), row.top(),
                             kCard, height);
            flow.painter().setPen(Qt::NoPen);
            flow.painter().setBrush(QColor(kPdfHead));
            flow.painter().drawRoundedRect(box, 1.5, 1.5);
            const double x = box.left() + kGapMm;
            flow.draw({x, box.top() + 2, kInside, 4}, card.name, 8, kPdfSoft);
            flow.draw({x, box.top() + 5.5, kInside, 8}, card.number, 16, kPdfText, Weight::Bold);
            flow.draw({x, box.top() + 13, kInside, kNoteLine}, card.change, 7.5,
                      colourOf(card.direction));
            flow.draw({x, box.top() + noteTop(card), kInside, height - noteTop(card)}, card.against,
                      7.5, kPdfSoft);
        }
    }
}

namespace {

double metricColumn(std::size_t count)
{
    return (PdfFlow::kWidthMm - kCategoryMm - kStageMm) / static_cast<double>(count);
}

void drawTableHead(PdfFlow &flow, const std::vector<std::string> &names)
{
    const QRectF row = flow.take(kTableHeadMm);
    flow.painter().fillRect(row, QColor(kPdfHead));
    const double y = row.top() + 0.8;
    const double tall = kTableHeadMm - 1;
    flow.draw({row.left() + kPad, y, kCategoryMm, tall}, QStringLiteral("Category"), kTablePoints,
              kPdfText, Weight::Bold);
    flow.draw({row.left() + kCategoryMm, y, kStageMm, tall}, QStringLiteral("Stage"), kTablePoints,
              kPdfText, Weight::Bold);
    const double width = metricColumn(names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        flow.draw({row.left() + kCategoryMm + kStageMm + width * static_cast<double>(i), y,
                   width - kPad, tall},
                  text(readableName(names[i])), kTablePoints, kPdfText, Weight::Bold,
                  Qt::AlignRight);
}

void drawCategory(PdfFlow &flow, const CategoryMetrics &category, const QString &name,
                  const std::vector<std::string> &names, bool isMean, QStringList &reasons)
{
    const auto stages = stagesOf(category);
    if (stages.empty())
        return;
    const auto heightOf = [](const Stage *stage) {
        return stage == &kStages[0] ? kBaselineRowMm : kTableRowMm;
    };
    double height = 0;
    for (const Stage *stage : stages)
        height += heightOf(stage);
    const int page = flow.pages();
    flow.require(height);
    if (flow.pages() != page)
        drawTableHead(flow, names);
    const QRectF group = flow.take(height);
    if (isMean)
        flow.painter().fillRect(group, QColor(kPdfHead));
    flow.draw({group.left() + kPad, group.top() + 1, kCategoryMm - 2 * kPad, height - 1}, name,
              kTablePoints, kPdfText, Weight::Bold);
    const double width = metricColumn(names.size());
    double y = group.top() + 0.7;
    for (const Stage *stage : stages) {
        flow.draw({group.left() + kCategoryMm, y, kStageMm, 4}, QString::fromLatin1(stage->name),
                  kTablePoints, kPdfSoft);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const MetricCell cell = metricCell(category, *stage, names[i]);
            const QRectF place(group.left() + kCategoryMm + kStageMm +
                                   width * static_cast<double>(i),
                               y, width - kPad, 3.6);
            flow.draw(place, cell.number.empty() ? QStringLiteral("–") : text(cell.number),
                      kTablePoints, kPdfText, cell.isBest ? Weight::Bold : Weight::Normal,
                      Qt::AlignRight);
            flow.draw(place.translated(0, 2.9), text(cell.change), kChangePoints,
                      colourOf(cell.direction), Weight::Normal, Qt::AlignRight);
            const auto reason = QStringLiteral("%1, %2: %3")
                                    .arg(name, text(readableName(names[i])), text(cell.reason));
            if (cell.number.empty() && !reasons.contains(reason))
                reasons += reason;
        }
        y += heightOf(stage);
    }
    rule(flow, group);
}

} // namespace

void drawMetricTable(PdfFlow &flow, const ReportData &data)
{
    const auto names = metricNames(data);
    QStringList reasons;
    drawTableHead(flow, names);
    for (const CategoryMetrics &category : data.categories)
        drawCategory(flow, category, text(category.name), names, false, reasons);
    drawCategory(flow, data.mean, QStringLiteral("Mean"), names, true, reasons);
    flow.gap(2);
    for (const QString &reason : reasons)
        flow.paragraph(QStringLiteral("– ") + reason, kTablePoints, kPdfSoft);
}

namespace {

/// Shares of the width by the longest text of each column, within reason.
std::vector<double> columnWidths(const TextTable &table)
{
    constexpr double kFewest = 6, kMost = 46; // characters
    std::vector<double> widths;
    double sum = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::size_t longest = table.columns[i].size();
        for (const auto &row : table.rows)
            longest = std::max(longest, row[i].size());
        widths.push_back(std::clamp(static_cast<double>(longest), kFewest, kMost));
        sum += widths.back();
    }
    for (double &width : widths)
        width *= PdfFlow::kWidthMm / sum;
    return widths;
}

void drawTextRow(PdfFlow &flow, const TextTable &table, const std::vector<double> &widths,
                 const std::vector<std::string> &cells, bool isHead)
{
    const auto weight = isHead ? Weight::Bold : Weight::Normal;
    double height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i)
        height = std::max(
            height, flow.heightOf(text(cells[i]), widths[i] - 2 * kPad, kTablePoints, weight));
    const int page = flow.pages();
    flow.require(height + 2 * kPad);
    if (!isHead && flow.pages() != page)
        drawTextRow(flow, table, widths, table.columns, true);
    const QRectF row = flow.take(height + 2 * kPad);
    if (isHead)
        flow.painter().fillRect(row, QColor(kPdfHead));
    double x = row.left();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        flow.draw({x + kPad, row.top() + kPad, widths[i] - 2 * kPad, height + 0.3}, text(cells[i]),
                  kTablePoints, kPdfText, weight,
                  i < table.textColumns ? Qt::AlignLeft : Qt::AlignRight);
        x += widths[i];
    }
    rule(flow, row);
}

} // namespace

void drawTextTable(PdfFlow &flow, const TextTable &table)
{
    if (table.rows.empty())
        return;
    const auto widths = columnWidths(table);
    drawTextRow(flow, table, widths, table.columns, true);
    for (const auto &row : table.rows)
        drawTextRow(flow, table, widths, row, false);
}

void drawChart(PdfFlow &flow, const QRectF &row, int half, const ChartSpec &spec,
               const QString &note)
{
    constexpr double kTitle = 5;
    const double width = (row.width() - 2 * kGapMm) / 2;
    const double x = row.left() + half * (width + 2 * kGapMm);
    flow.draw({x, row.top(), width, kTitle}, text(spec.title), 8.5, kPdfText, Weight::Bold);
    flow.draw({x, row.top() + kTitle, width - kPad, kTitle}, note, 8, kPdfSoft, Weight::Normal,
              Qt::AlignRight); // beside the legend
    auto svg = lineChart(spec);
    svg.insert(svg.find('>') + 1, kChartStyle);
    svg.insert(svg.find(' '), kChartAttributes);
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    const QSizeF shape = renderer.viewBoxF().size();
    const double height =
        std::min(row.height() - kTitle - kGapMm, width * shape.height() / shape.width());
    renderer.render(&flow.painter(),
                    QRectF(x, row.top() + kTitle, height * shape.width() / shape.height(), height));
}

Result<void> drawTiles(PdfFlow &flow, const PdfTileHead &head, const std::vector<Tile> &tiles,
                       int perRow)
{
    constexpr double kCaption = 5;
    constexpr double kTallest = 60;
    const double width = (PdfFlow::kWidthMm - (perRow - 1) * kGapMm) / perRow;
    std::vector<QImage> images;
    double height = 0.6 * width;
    for (const Tile &tile : tiles) {
        QImage image;
        if (!tile.bgr.empty()) {
            CF_ASSIGN_OR_RETURN(const cv::Mat picture, reportPicture(tile.bgr));
            image = imageOf(picture);
            height = std::max(height, width * image.height() / image.width());
        }
        images.push_back(image);
    }
    height = std::min(height, kTallest);
    flow.require(height + kCaption + 14);
    flow.paragraph(head.title, 9.5, kPdfText, Weight::Bold);
    flow.paragraph(head.path, 7.5, kPdfSoft);
    flow.paragraph(head.scores, 8, kPdfText);
    flow.gap(1);
    for (std::size_t i = 0; i < tiles.size(); i += static_cast<std::size_t>(perRow)) {
        const QRectF row = flow.take(height + kCaption);
        for (std::size_t j = i; j < std::min(i + static_cast<std::size_t>(perRow), tiles.size());
             ++j) {
            const QRectF box(row.left() + (width + kGapMm) * static_cast<double>(j - i), row.top(),
                             width, height);
            const QSizeF size =
                images[j].isNull()
                    ? QSizeF()
                    : QSizeF(images[j].size()).scaled(box.size(), Qt::KeepAspectRatio);
            if (images[j].isNull())
                flow.draw(box, QStringLiteral("not available"), 8, kPdfSoft, Weight::Normal,
                          Qt::AlignCenter);
            else
                flow.painter().drawImage(QRectF(box.topLeft(), size), images[j]);
            flow.draw({box.left(), box.bottom() + 0.5, width, kCaption - 0.5},
                      text(tiles[j].caption), 7, kPdfSoft);
        }
    }
    flow.gap(kGapMm);
    return {};
}

void drawSettings(PdfFlow &flow, const std::vector<PdfFact> &settings)
{
    constexpr double kName = 45;
    constexpr double kPoints = 8.5;
    for (const PdfFact &setting : settings) {
        const double height =
            std::max(flow.heightOf(setting.name, kName - kPad, kPoints),
                     flow.heightOf(setting.value, PdfFlow::kWidthMm - kName, kPoints));
        const QRectF row = flow.take(height + 1.6);
        flow.draw({row.left(), row.top() + 0.8, kName - kPad, height}, setting.name, kPoints,
                  kPdfSoft);
        flow.draw({row.left() + kName, row.top() + 0.8, row.width() - kName, height}, setting.value,
                  kPoints, kPdfText);
        rule(flow, row);
    }
}

} // namespace cf::report
