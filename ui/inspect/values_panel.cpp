#include "ui/inspect/values_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

ValuesPanel::ValuesPanel(QWidget *parent) : QWidget(parent)
{
    m_label = new QLabel;
    auto *top = new QHBoxLayout;
    top->addWidget(m_label);
    for (auto *&box : m_place) {
        box = new QSpinBox;
        top->addWidget(box);
        connect(box, &QSpinBox::valueChanged, this, [this] {
            showValues();
            Q_EMIT pixelChosen({m_place[0]->value(), m_place[1]->value()});
        });
    }
    m_label->setBuddy(m_place[0]);
    top->addStretch(1);
    m_table = new QTableWidget(0, 2);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    setPictureSize({});
    retranslate();
}

void ValuesPanel::setPictureSize(QSize sizePx)
{
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const QSignalBlocker quiet(m_place[axis]);
        m_place[axis]->setRange(0, std::max(0, (axis == 0 ? sizePx.width() : sizePx.height()) - 1));
        m_place[axis]->setEnabled(!sizePx.isEmpty());
    }
}

void ValuesPanel::setMaps(const std::vector<ValuedMap> &maps)
{
    m_maps = maps;
    m_table->setRowCount(static_cast<int>(maps.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        m_table->setItem(row, 0, new QTableWidgetItem(maps[static_cast<std::size_t>(row)].name));
        m_table->setItem(row, 1, new QTableWidgetItem);
    }
    showValues();
}

void ValuesPanel::setPixel(QPoint pixelInImage)
{
    const QSignalBlocker quietColumn(m_place[0]);
    const QSignalBlocker quietRow(m_place[1]);
    m_place[0]->setValue(pixelInImage.x());
    m_place[1]->setValue(pixelInImage.y());
    showValues();
}

void ValuesPanel::showValues()
{
    const int x = m_place[0]->value();
    const int y = m_place[1]->value();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto &map = m_maps[static_cast<std::size_t>(row)].map;
        const bool isIn = x < map.cols && y < map.rows;
        // Nine digits tell every float from the next.
        m_table->item(row, 1)->setText(
            isIn ? locale().toString(static_cast<double>(map.at<float>(y, x)), 'g', 9) : QString());
    }
}

void ValuesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ValuesPanel::retranslate()
{
    m_label->setText(tr("Pixel (column, row)"));
    m_place[0]->setAccessibleName(tr("Column"));
    m_place[1]->setAccessibleName(tr("Row"));
    for (auto *box : m_place)
        box->setToolTip(tr("Follows the mouse over a view; type a place without one"));
    m_table->setAccessibleName(tr("Values of the maps"));
    m_table->setHorizontalHeaderLabels({tr("Map"), tr("Value")});
}

} // namespace cf::ui
