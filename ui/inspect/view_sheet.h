#pragma once

#include "core/base/result.h"
#include "ui/image/image_canvas.h"
#include "ui/inspect/map_legend.h"

#include <QFont>

#include <filesystem>
#include <vector>

class QPainter;

namespace cf::ui {

/// What is seen in the views, taken off the widgets, so that it can be drawn and written in a
/// thread of its own.
struct ViewSheet
{
    struct Tile
    {
        QString title;
        QImage view;              ///< exactly what is seen, at device pixels
        ImageCanvas::Parts parts; ///< the same for drawings whose lines stay lines
        std::vector<LegendEntry> legends;
    };
    std::vector<Tile> tiles; ///< row by row
    int columns = 1;
    QSize viewSize; ///< of the largest, logical pixels
    double devicePixelRatio = 1.0;
    QPalette palette;
    QFont font;
};

/// The formats that saveSheet() writes.
enum class SheetFormat { Png, Svg, Pdf };

/// By the file's extension; fails with BadUsage for another one.
Result<SheetFormat> sheetFormatOf(const std::filesystem::path &path);

/// PNG with the views' own device pixels; SVG and PDF with the picture and its colours as pixels,
/// and outlines, profile line, scales and text as lines and text. Whole or not at all; fails as
/// writeFileAtomically() or with BadUsage. Any thread.
Result<void> saveSheet(const ViewSheet &sheet, const std::filesystem::path &path);

} // namespace cf::ui
