#include "core/report/pdf_flow.h"

#include "core/report/pdf_colours.h"

#include <QTextOption>

namespace cf::report {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kMmPerPoint = kMmPerInch / 72.0;
constexpr double kMarginMm = 16;
constexpr double kBottomMm = 297 - 20;
constexpr double kFrameTopMm = 9;
constexpr double kFrameBottomMm = 297 - 14;
constexpr double kFramePoints = 7.5;
constexpr double kTall = 1e4; // as high as any text

QTextOption optionFor(Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

PdfFlow::PdfFlow(QPdfWriter &writer, const Frame &frame) : m_writer(writer), m_frame(frame)
{
    m_painter.begin(&writer);
    const double dotsPerMm = writer.resolution() / kMmPerInch;
    m_painter.scale(dotsPerMm, dotsPerMm);
    m_painter.setRenderHint(QPainter::Antialiasing);
    beginPage();
}

PdfFlow::~PdfFlow() = default;

void PdfFlow::beginPage()
{
    if (m_page > 0)
        m_writer.newPage();
    ++m_page;
    if (m_page > 1) {
        draw({kMarginMm, kFrameTopMm, kWidthMm * 0.75, 4}, m_frame.title.left(100), kFramePoints,
             kPdfSoft);
        draw({kMarginMm + kWidthMm * 0.75, kFrameTopMm, kWidthMm * 0.25, 4}, m_frame.run,
             kFramePoints, kPdfSoft, Weight::Normal, Qt::AlignRight);
        m_painter.fillRect(QRectF(kMarginMm, kFrameTopMm + 4.2, kWidthMm, 0.15), QColor(kPdfLine));
    }
    const auto number = m_frame.pageCount > 0
                            ? QStringLiteral("Page %1 of %2").arg(m_page).arg(m_frame.pageCount)
                            : QStringLiteral("Page %1").arg(m_page);
    draw({kMarginMm, kFrameBottomMm, kWidthMm / 2, 4}, QStringLiteral("CostFilter Studio"),
         kFramePoints, kPdfSoft);
    draw({kMarginMm + kWidthMm / 2, kFrameBottomMm, kWidthMm / 2, 4}, number, kFramePoints,
         kPdfSoft, Weight::Normal, Qt::AlignRight);
    m_y = kMarginMm;
}

void PdfFlow::require(double mm)
{
    const bool isFresh = m_y <= kMarginMm;
    if (!isFresh && m_y + mm > kBottomMm)
        beginPage();
}

QRectF PdfFlow::take(double mm)
{
    require(mm);
    const QRectF place(kMarginMm, m_y, kWidthMm, mm);
    m_y += mm;
    return place;
}

void PdfFlow::setFont(double points, Weight weight)
{
    // Fonts come in whole pixels: text is drawn in dots, all else in millimetres.
    QFont font;
    font.setPixelSize(qRound(points * m_writer.resolution() / 72.0));
    font.setBold(weight == Weight::Bold);
    m_painter.setFont(font);
}

double PdfFlow::heightOf(const QString &text, double widthMm, double points, Weight weight)
{
    const double dotsPerMm = m_writer.resolution() / kMmPerInch;
    m_painter.save();
    m_painter.resetTransform();
    setFont(points, weight);
    const auto height = m_painter
                            .boundingRect(QRectF(0, 0, widthMm * dotsPerMm, kTall * dotsPerMm),
                                          text, optionFor(Qt::AlignLeft))
                            .height();
    m_painter.restore();
    return height / dotsPerMm;
}

void PdfFlow::draw(const QRectF &place, const QString &text, double points, QRgb colour,
                   Weight weight, Qt::Alignment alignment)
{
    const double dotsPerMm = m_writer.resolution() / kMmPerInch;
    m_painter.save();
    m_painter.resetTransform();
    setFont(points, weight);
    m_painter.setPen(QColor(colour));
    m_painter.drawText(QRectF(place.topLeft() * dotsPerMm, place.size() * dotsPerMm), text,
                       optionFor(alignment));
    m_painter.restore();
}

void PdfFlow::paragraph(const QString &text, double points, QRgb colour, Weight weight)
{
    if (text.isEmpty())
        return;
    draw(take(heightOf(text, kWidthMm, points, weight) + 0.3), text, points, colour, weight);
}

void PdfFlow::heading(const QString &text, double withNextMm)
{
    constexpr double kPoints = 13;
    constexpr double kBelow = 2;
    if (m_y > kMarginMm)
        gap(6);
    require(kPoints * kMmPerPoint * 1.4 + kBelow + withNextMm);
    paragraph(text, kPoints, kPdfText, Weight::Bold);
    gap(kBelow);
}

} // namespace cf::report
