#pragma once

#include "core/dataset/dataset.h"
#include "core/dataset/dataset_health.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace cf::ui {

/// The marks of labels and problems. Each has a shape of its own, so that colour is never needed;
/// the colours are those of Okabe and Ito, which all kinds of colour sight tell apart, in a tone
/// for light and one for dark ground.

/// Disc: normal; diamond: defect; ring: unknown.
void drawLabelMark(QPainter &painter, const QRectF &place, dataset::Label label, QColor colour);
QColor labelColour(dataset::Label label, const QPalette &palette);

/// Disc with i: note; triangle with !: warning; square with a cross: serious.
void drawSeverityMark(QPainter &painter, const QRectF &place, dataset::Severity severity,
                      const QPalette &palette);
QIcon severityIcon(dataset::Severity severity, const QPalette &palette, int sidePx);

} // namespace cf::ui
