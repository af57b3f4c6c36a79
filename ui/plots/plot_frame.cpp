#include "ui/plots/plot_frame.h"

#include "core/base/atomic_file.h"
#include "ui/jobs/error_text.h"
#include "ui/plots/plot_colours.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QVBoxLayout>

#include <algorithm>
#include <qcustomplot.h>

namespace cf::ui {

namespace {

constexpr double kLegendStretch = 0.001; // no more room than it needs
constexpr int kMostLegendColumns = 4;
constexpr QMargins kNameMargins(0, 0, 0, 3); // of a legend, or what hangs below the line is cut off
constexpr int kLegendIconPx = 20;
constexpr int kRowSpacingPx = 2;
constexpr QMargins kLeastMargins(10, 6, 12, 4);
constexpr double kPngScale = 2.0;
constexpr int kFrameWidthPx = 2;

/// Pictures leave for paper: dark on white, whatever the theme.
QPalette paperPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    palette.setColor(QPalette::PlaceholderText, QColor(0x70, 0x70, 0x70));
    return palette;
}

void drawVectors(QCustomPlot &plot, QPaintDevice &device)
{
    QCPPainter painter;
    painter.begin(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, plot.width(), plot.height());
    painter.end();
}

QByteArray svgOf(QCustomPlot &plot)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(plot.size());
    generator.setViewBox(plot.rect());
    generator.setResolution(plot.logicalDpiX());
    drawVectors(plot, generator);
    return bytes;
}

QByteArray pdfOf(QCustomPlot &plot)
{
    constexpr double kPointsPerInch = 72.0;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        const double scale = kPointsPerInch / plot.logicalDpiX();
        writer.setResolution(plot.logicalDpiX());
        writer.setPageSize(
            QPageSize(QSizeF(plot.size()) * scale, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        drawVectors(plot, writer);
    }
    return bytes;
}

QByteArray pngOf(QCustomPlot &plot)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    plot.toPixmap(plot.width(), plot.height(), kPngScale).toImage().save(&buffer, "PNG");
    return bytes;
}

/// In two lines where one is too long, as even as they get; shortened where that is too long, too.
QString fitted(const QString &title, const QFontMetrics &metrics, int room)
{
    if (metrics.horizontalAdvance(title) <= room)
        return title;
    const auto widest = [&](const QStringList &lines) {
        int width = 0;
        for (const auto &line : lines)
            width = std::max(width, metrics.horizontalAdvance(line));
        return width;
    };
    QStringList best{title};
    for (auto at = title.indexOf(u' '); at >= 0; at = title.indexOf(u' ', at + 1)) {
        const QStringList lines{title.left(at), title.mid(at + 1)};
        if (widest(lines) < widest(best))
            best = lines;
    }
    for (auto &line : best)
        line = metrics.elidedText(line, Qt::ElideRight, room);
    return best.join(u'\n');
}

} // namespace

PlotFrame::PlotFrame(QWidget *parent)
    : QWidget(parent), m_plot(new QCustomPlot), m_emptyLabel(new QLabel), m_copy(new QAction(this)),
      m_save(new QAction(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kFrameWidthPx, kFrameWidthPx, kFrameWidthPx, kFrameWidthPx);
    column->addWidget(m_plot);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    addActions({m_copy, m_save});
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(1, 1); // or a wide legend would keep it from getting narrow
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->plotLayout()->setRowSpacing(kRowSpacingPx);
    m_plot->axisRect()->setMinimumMargins(kLeastMargins);
    m_emptyLabel->setWordWrap(true);
    m_emptyLabel->setAlignment(Qt::AlignCenter);
    m_emptyLabel->setForegroundRole(QPalette::PlaceholderText);
    m_emptyLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    (new QVBoxLayout(m_plot))->addWidget(m_emptyLabel);
    connect(m_copy, &QAction::triggered, this, &PlotFrame::copyPicture);
    connect(m_save, &QAction::triggered, this, &PlotFrame::askAndSavePicture);
    connect(m_plot, &QCustomPlot::mouseWheel, this, [this] { m_zoomed = true; });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent *event) {
        if (event->buttons().testFlag(Qt::LeftButton) &&
            m_plot->interactions().testFlag(QCP::iRangeDrag))
            m_zoomed = true;
    });
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, [this] {
        m_zoomed = false;
        showAll();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    });
    connect(m_plot, &QCustomPlot::afterLayout, this, &PlotFrame::fitTitles);
    PlotFrame::retranslate();
}

void PlotFrame::setTitle(QCPAxis &axis, const QString &title)
{
    m_titles[&axis] = title;
    axis.setLabel(title);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotFrame::fitTitles()
{
    for (const auto &[axis, title] : m_titles) {
        const auto *rect = axis->axisRect();
        const int room = axis->orientation() == Qt::Vertical ? rect->height() : rect->width();
        const auto text = room > 0 ? fitted(title, QFontMetrics(axis->labelFont()), room) : title;
        if (text == axis->label())
            continue;
        axis->setLabel(text);
        m_plot->replot(QCustomPlot::rpQueuedReplot); // the layout makes room for it then
    }
}

void PlotFrame::placeLegendAbove()
{
    auto *above = new QCPLayoutGrid;
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, above);
    m_plot->plotLayout()->setRowStretchFactor(0, kLegendStretch);
    above->addElement(0, 0, m_plot->legend);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->legend->setIconSize(kLegendIconPx, fontMetrics().height() * 2 / 3);
    m_plot->legend->setMargins(QMargins(4, 2, 4, 0));
    m_plot->legend->setRowSpacing(0);
    fitLegend();
}

void PlotFrame::fitLegend()
{
    auto *legend = m_plot->legend;
    int widest = 1;
    for (int i = 0; i < legend->itemCount(); ++i)
        if (auto *item = legend->item(i)) { // the last row has empty cells
            item->setMargins(kNameMargins);
            widest = std::max(widest, item->minimumOuterSizeHint().width());
        }
    const int columns = m_plot->width() / (widest + legend->columnSpacing());
    legend->setWrap(std::clamp(columns, 1, kMostLegendColumns));
    legend->setFillOrder(QCPLegend::foColumnsFirst, true);
}

void PlotFrame::setEmptyText(const QString &text)
{
    m_emptyLabel->setText(text);
}

void PlotFrame::setEmpty(bool empty)
{
    m_empty = empty;
    m_emptyLabel->setVisible(empty);
    m_plot->legend->setVisible(!empty);
    for (auto *rect : m_plot->axisRects()) {
        rect->axis(QCPAxis::atBottom)->setVisible(!empty);
        rect->axis(QCPAxis::atLeft)->setVisible(!empty);
        rect->axis(QCPAxis::atBottom)->grid()->setVisible(!empty);
        rect->axis(QCPAxis::atLeft)->grid()->setVisible(!empty);
    }
    fitLegend();
    m_copy->setEnabled(!empty);
    m_save->setEnabled(!empty);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

template <class Draw>
void PlotFrame::onPaper(Draw draw)
{
    setPalette(paperPalette());
    draw();
    setPalette(QPalette()); // the parent's again
}

void PlotFrame::copyPicture()
{
    onPaper([this] {
        QApplication::clipboard()->setImage(
            m_plot->toPixmap(m_plot->width(), m_plot->height(), kPngScale).toImage());
    });
}

Result<void> PlotFrame::savePicture(const std::filesystem::path &file)
{
    const auto ending = QString::fromStdString(file.extension().string()).toLower();
    QByteArray bytes;
    if (ending == QLatin1String(".png"))
        onPaper([&] { bytes = pngOf(*m_plot); });
    else if (ending == QLatin1String(".svg"))
        onPaper([&] { bytes = svgOf(*m_plot); });
    else if (ending == QLatin1String(".pdf"))
        onPaper([&] { bytes = pdfOf(*m_plot); });
    else
        return Error::make(ErrorCode::BadUsage, "Cannot tell the format of " + file.string() +
                                                    "; use the ending .png, .svg or .pdf.");
    return writeFileAtomically(file, std::as_bytes(std::span(bytes.constData(), bytes.size())));
}

void PlotFrame::askAndSavePicture()
{
    auto *dialog = new QFileDialog(this, tr("Save the plot"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Vectors (*.svg)"), tr("Document (*.pdf)"), tr("Pixels (*.png)")});
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QLatin1String("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &name) {
        const auto saved = savePicture(std::filesystem::path(name.toStdString()));
        if (saved.ok())
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, tr("The plot was not saved"),
                                    errorText(saved.error()), QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

void PlotFrame::showColours()
{
    applyPalette(*m_plot, palette());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotFrame::retranslate()
{
    auto locale = QLocale(); // of the numbers at the axes
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    m_plot->setLocale(locale);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    m_copy->setText(tr("&Copy picture"));
    m_save->setText(tr("&Save as..."));
}

void PlotFrame::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showColours();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PlotFrame::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PlotFrame::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void PlotFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate(); // the plot has its size now
    fitLegend();
}

void PlotFrame::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), kFrameWidthPx));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace cf::ui
