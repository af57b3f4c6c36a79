#pragma once

#include "ui/image/view_renderer.h"

#include <QPalette>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace cf::ui {

/// The scale of one map: what its colours mean.
struct LegendEntry
{
    QString unit; ///< what the numbers are
    MapScale scale;
    imaging::ColourMap colours = imaging::ColourMap::Inferno;
};

/// A colour bar from the lowest to the highest score with its ends' numbers, the unit between them,
/// and a tick at the threshold. Draws lines and text, no pixels, so that it stays sharp in a PDF.
void paintLegend(QPainter &painter, const QRectF &area, const LegendEntry &entry,
                 const QPalette &palette);
/// The height that it needs, in logical pixels.
double legendHeight(const QFontMetricsF &metrics);

/// Legends side by side below a view.
class MapLegend : public QWidget
{
    Q_OBJECT
public:
    explicit MapLegend(QWidget *parent = nullptr);

    void setEntries(const std::vector<LegendEntry> &entries);
    const std::vector<LegendEntry> &entries() const { return m_entries; }
    /// Texts in place of the units, one for each entry: values under the mouse. Empty: the units.
    void setNotes(const QStringList &notes);
    const QStringList &notes() const { return m_notes; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::vector<LegendEntry> m_entries;
    QStringList m_notes;
};

} // namespace cf::ui
