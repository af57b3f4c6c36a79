#pragma once

#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QString>

namespace cf::report {

/// Places blocks one below the other on A4 pages, with a line above and below each page. Lengths
/// are millimetres; `painter()` draws in them.
class PdfFlow
{
public:
    /// What stands on every page. `pageCount` 0: not known yet.
    struct Frame
    {
        QString title, run;
        int pageCount = 0;
    };
    enum class Weight { Normal, Bold };

    PdfFlow(QPdfWriter &writer, const Frame &frame);
    ~PdfFlow();
    PdfFlow(const PdfFlow &) = delete;
    PdfFlow &operator=(const PdfFlow &) = delete;

    static constexpr double kWidthMm = 178; ///< between the margins
    QPainter &painter() { return m_painter; }
    int pages() const { return m_page; }

    void gap(double mm) { m_y += mm; }
    /// Begins a page unless this much is left on it.
    void require(double mm);
    /// The place of a block of that height, over the whole width; what comes next stands below.
    QRectF take(double mm);

    /// A paragraph over the whole width.
    void paragraph(const QString &text, double points, QRgb colour, Weight weight = Weight::Normal);
    /// A heading that stays together with the next `withNextMm`.
    void heading(const QString &text, double withNextMm);
    /// Text in a rectangle; long words are broken.
    void draw(const QRectF &place, const QString &text, double points, QRgb colour,
              Weight weight = Weight::Normal, Qt::Alignment alignment = Qt::AlignLeft);
    /// Height that the text takes in that width.
    double heightOf(const QString &text, double widthMm, double points,
                    Weight weight = Weight::Normal);

private:
    void beginPage();
    void setFont(double points, Weight weight);

    QPdfWriter &m_writer;
    Frame m_frame;
    QPainter m_painter;
    int m_page = 0;
    double m_y = 0;
};

} // namespace cf::report
