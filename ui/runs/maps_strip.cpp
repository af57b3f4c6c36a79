#include "ui/runs/maps_strip.h"

#include "ui/dataset/path_label.h"
#include "ui/image/image_canvas.h"
#include "ui/runs/run_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace cf::ui {

MapsStrip::MapsStrip(QWidget *parent)
    : QWidget(parent), m_sentence(new QLabel), m_pictures(new QWidget),
      m_grid(new QGridLayout(m_pictures)), m_stack(new QStackedLayout(this))
{
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMargin(12);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
    m_stack->addWidget(m_sentence);
    m_stack->addWidget(m_pictures);
    connect(&m_view, &ViewState::cursorChanged, this, &MapsStrip::showValues);
    setMinimumSize(180, 120);
}

MapsStrip::Cell MapsStrip::makeCell()
{
    Cell cell{new QWidget, new PathLabel, new ImageCanvas, new QLabel};
    cell.canvas->setViewState(&m_view);
    cell.value->setMinimumHeight(cell.value->fontMetrics().height());
    cell.value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(cell.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(cell.title);
    column->addWidget(cell.canvas, 1);
    column->addWidget(cell.value);
    return cell;
}

void MapsStrip::setCellCount(std::size_t count)
{
    while (m_cells.size() > count) {
        delete m_cells.back().box;
        m_cells.pop_back();
    }
    while (m_cells.size() < count)
        m_cells.push_back(makeCell());
    m_columns = 0;
    arrange();
    retranslate();
}

void MapsStrip::arrange()
{
    const int count = static_cast<int>(m_cells.size());
    if (count == 0)
        return;
    int best = 1;
    double largest = 0.0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double side = std::min(width() / double(columns), height() / double(rows));
        if (side > largest) {
            largest = side;
            best = columns;
        }
    }
    if (best == m_columns)
        return;
    m_columns = best;
    for (int i = 0; i < count; ++i)
        m_grid->addWidget(m_cells[static_cast<std::size_t>(i)].box, i / best, i % best);
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < best ? 1 : 0);
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, row * best < count ? 1 : 0);
}

void MapsStrip::showSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_stack->setCurrentWidget(m_sentence);
}

void MapsStrip::showPicture(const workflow::RunComparison &comparison,
                            const workflow::ComparedPicture &picture)
{
    setCellCount(picture.maps.size() + 1);
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        auto &canvas = *m_cells[i].canvas;
        canvas.setPicture(picture.picture);
        if (picture.mask)
            canvas.setMask(*picture.mask);
        if (i == 0)
            continue;
        const auto &map = picture.maps[i - 1];
        m_cells[i].title->setPath(runLabel(comparison.runs[i - 1].run));
        if (map.map.empty()) {
            canvas.showError(QString::fromStdString(map.reason));
            continue;
        }
        if (map.high > map.low)
            canvas.setRange(static_cast<float>(map.low), static_cast<float>(map.high));
        canvas.setThreshold(map.threshold ? std::optional(static_cast<float>(*map.threshold))
                                          : std::nullopt);
        canvas.setMap(map.map);
    }
    m_view.fit();
    m_stack->setCurrentWidget(m_pictures);
    showValues();
}

std::vector<ImageCanvas *> MapsStrip::canvases() const
{
    std::vector<ImageCanvas *> all;
    for (const auto &cell : m_cells)
        all.push_back(cell.canvas);
    return all;
}

void MapsStrip::showValues()
{
    const auto cursor = m_view.cursorInImage();
    for (auto &cell : m_cells) {
        std::optional<float> value;
        if (cursor)
            value = cell.canvas->valueAt({static_cast<int>(std::floor(cursor->x())),
                                          static_cast<int>(std::floor(cursor->y()))});
        cell.value->setText(value ? QStringLiteral("%L1").arg(double(*value), 0, 'g', 6)
                                  : QString());
    }
}

void MapsStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void MapsStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MapsStrip::retranslate()
{
    if (m_cells.empty())
        return;
    m_cells.front().title->setPath(tr("Picture"));
    for (std::size_t i = 1; i < m_cells.size(); ++i)
        m_cells[i].canvas->setToolTip(
            tr("Colours from the lowest to the highest score that this run gave a picture of the "
               "category; outlined from its threshold on"));
}

} // namespace cf::ui
