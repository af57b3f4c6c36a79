#include "ui/inspect/view_sheet.h"

#include "core/base/atomic_file.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace cf::ui {

namespace {

constexpr double kMargin = 12.0; // logical pixels, as all here
constexpr double kGap = 12.0;
constexpr double kSpace = 4.0; // between a view and its title or scale
constexpr double kEndRadius = 4.0;
constexpr int kPdfDpi = 96; // one logical pixel

/// Where everything stands.
struct Layout
{
    double lineHeight, legend;
    QSizeF cell, whole;

    explicit Layout(const ViewSheet &sheet)
    {
        // The paint device decides about the size of points, so text is set in pixels.
        const QFontMetricsF metrics(sheet.font);
        lineHeight = std::ceil(metrics.height());
        legend = legendHeight(metrics);
        cell = {double(sheet.viewSize.width()),
                lineHeight + kSpace + sheet.viewSize.height() + kSpace + legend};
        const int count = static_cast<int>(sheet.tiles.size());
        const int rows = (count + sheet.columns - 1) / sheet.columns;
        whole = {2 * kMargin + sheet.columns * cell.width() + (sheet.columns - 1) * kGap,
                 2 * kMargin + rows * cell.height() + (rows - 1) * kGap};
    }
};

void paintLines(QPainter &painter, const ViewSheet::Tile &tile, QSizeF view)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const auto stroke = [&](const QPainterPath &path, const QColor &colour, double widthPx,
                            Qt::PenStyle style) {
        painter.setPen(QPen(colour, widthPx, style, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    };
    stroke(tile.parts.outlines.threshold, Qt::black, 3.0, Qt::SolidLine);
    stroke(tile.parts.outlines.threshold, Qt::white, 1.5, Qt::SolidLine);
    stroke(tile.parts.outlines.mask, Qt::black, 1.5, Qt::SolidLine);
    stroke(tile.parts.outlines.mask, Qt::white, 1.5, Qt::DashLine);
    QPainterPath line;
    if (tile.parts.profile) {
        line.moveTo(tile.parts.profile->p1());
        line.lineTo(tile.parts.profile->p2());
    }
    if (tile.parts.handleX) {
        line.moveTo(*tile.parts.handleX, 0);
        line.lineTo(*tile.parts.handleX, view.height());
    }
    stroke(line, Qt::black, 3.5, Qt::SolidLine);
    stroke(line, Qt::white, 1.5, Qt::SolidLine);
    if (!tile.parts.profile)
        return;
    painter.setPen(QPen(Qt::black, 1.5));
    painter.setBrush(Qt::white);
    painter.drawEllipse(tile.parts.profile->p1(), kEndRadius, kEndRadius);
    painter.drawRect(QRectF(tile.parts.profile->p2() - QPointF(kEndRadius, kEndRadius),
                            QSizeF(2 * kEndRadius, 2 * kEndRadius)));
}

void paintSheet(QPainter &painter, const ViewSheet &sheet, bool asPixels)
{
    const Layout layout(sheet);
    painter.setFont(sheet.font);
    painter.fillRect(QRectF(QPointF(0, 0), layout.whole), sheet.palette.color(QPalette::Window));
    for (std::size_t i = 0; i < sheet.tiles.size(); ++i) {
        const auto &tile = sheet.tiles[i];
        const QSizeF view = tile.view.deviceIndependentSize();
        const auto column = static_cast<int>(i) % sheet.columns;
        const auto row = static_cast<int>(i) / sheet.columns;
        const QPointF corner(kMargin + column * (layout.cell.width() + kGap),
                             kMargin + row * (layout.cell.height() + kGap));
        const QFontMetricsF metrics(sheet.font);
        painter.setPen(sheet.palette.color(QPalette::WindowText));
        painter.drawText(QRectF(corner, QSizeF(view.width(), layout.lineHeight)),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(tile.title, Qt::ElideRight, view.width()));
        const QPointF at = corner + QPointF(0, layout.lineHeight + kSpace);
        painter.save();
        painter.translate(at);
        painter.setClipRect(QRectF(QPointF(0, 0), view));
        const auto &image = asPixels ? tile.view : tile.parts.colours;
        painter.drawImage(QRectF(QPointF(0, 0), view), image, QRectF(image.rect()));
        if (!asPixels)
            paintLines(painter, tile, view);
        painter.restore();
        painter.setRenderHint(QPainter::Antialiasing);
        const auto count = static_cast<double>(tile.legends.size());
        const double each = (view.width() - kGap * (count - 1.0)) / std::max(count, 1.0);
        double left = at.x();
        for (const auto &legend : tile.legends) {
            paintLegend(painter, QRectF(left, at.y() + view.height() + kSpace, each, layout.legend),
                        legend, sheet.palette);
            left += each + kGap;
        }
    }
}

QByteArray pngOf(const ViewSheet &sheet)
{
    const QSizeF whole = Layout(sheet).whole * sheet.devicePixelRatio;
    QImage image(static_cast<int>(std::ceil(whole.width())),
                 static_cast<int>(std::ceil(whole.height())), QImage::Format_RGB32);
    image.setDevicePixelRatio(sheet.devicePixelRatio);
    {
        QPainter painter(&image);
        paintSheet(painter, sheet, true);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const ViewSheet &sheet)
{
    const QSizeF whole = Layout(sheet).whole;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(whole.toSize());
    svg.setViewBox(QRectF(QPointF(0, 0), whole));
    svg.setResolution(kPdfDpi);
    QPainter painter(&svg);
    paintSheet(painter, sheet, false);
    painter.end();
    return bytes;
}

QByteArray pdfOf(const ViewSheet &sheet)
{
    const QSizeF whole = Layout(sheet).whole;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setResolution(kPdfDpi);
    pdf.setPageSize(QPageSize(whole * 72.0 / kPdfDpi, QPageSize::Point, {}, QPageSize::ExactMatch));
    pdf.setPageMargins({});
    QPainter painter(&pdf);
    paintSheet(painter, sheet, false);
    painter.end();
    return bytes;
}

} // namespace

Result<SheetFormat> sheetFormatOf(const std::filesystem::path &path)
{
    auto extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    if (extension == ".png")
        return SheetFormat::Png;
    if (extension == ".svg")
        return SheetFormat::Svg;
    if (extension == ".pdf")
        return SheetFormat::Pdf;
    return Error::make(ErrorCode::BadUsage, "cannot write the view to " + path.string() +
                                                ": name it .png, .svg or .pdf");
}

Result<void> saveSheet(const ViewSheet &sheet, const std::filesystem::path &path)
{
    CF_ASSIGN_OR_RETURN(const auto format, sheetFormatOf(path));
    QByteArray bytes;
    switch (format) {
    case SheetFormat::Png:
        bytes = pngOf(sheet);
        break;
    case SheetFormat::Svg:
        bytes = svgOf(sheet);
        break;
    case SheetFormat::Pdf:
        bytes = pdfOf(sheet);
        break;
    }
    if (bytes.isEmpty())
        return Error::make(ErrorCode::OutOfMemory,
                           "cannot draw " + path.string() + ": too large for the memory");
    return writeFileAtomically(
        path, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace cf::ui
