#include "ui/analyse/zone_matrix.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace cf::ui {

namespace {

using metrics::Zone;

constexpr std::array kZones{Zone::Pass, Zone::Review, Zone::Fail};

ZoneCell cellAt(std::size_t index)
{
    return {kZones[index % kZones.size()], index >= kZones.size()};
}

std::size_t countIn(const metrics::ZoneCounts &counts, Zone zone)
{
    return zone == Zone::Pass ? counts.pass : zone == Zone::Review ? counts.review : counts.fail;
}

} // namespace

ZoneMatrix::ZoneMatrix(QWidget *parent)
    : QWidget(parent), m_good(new QLabel), m_defective(new QLabel)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    for (std::size_t z = 0; z < kZones.size(); ++z) {
        m_zones[z] = new QLabel;
        grid->addWidget(m_zones[z], 0, int(z) + 1, Qt::AlignCenter);
        grid->setColumnStretch(int(z) + 1, 1);
    }
    grid->addWidget(m_good, 1, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_defective, 2, 0, Qt::AlignRight | Qt::AlignVCenter);
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        m_cells[i] = new MatrixCell;
        const auto at = cellAt(i);
        grid->addWidget(m_cells[i], at.defective ? 2 : 1, int(i % kZones.size()) + 1);
        connect(m_cells[i], &QAbstractButton::clicked, this, [this, at](bool checked) {
            setChosen(checked ? std::optional(at) : std::nullopt);
            Q_EMIT choice();
        });
    }
    grid->setRowStretch(1, 1);
    grid->setRowStretch(2, 1);
    retranslate();
}

void ZoneMatrix::setCounts(const metrics::ZoneCounts &good, const metrics::ZoneCounts &defective)
{
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const auto at = cellAt(i);
        const auto &row = at.defective ? defective : good;
        m_cells[i]->setCount(countIn(row, at.zone), row.share(at.zone).value);
        m_cells[i]->setAccessibleName(
            QStringLiteral("%1: %2").arg(cellText(at), QString::number(countIn(row, at.zone))));
    }
}

std::optional<ZoneCell> ZoneMatrix::chosen() const
{
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        if (m_cells[i]->isChecked())
            return cellAt(i);
    return std::nullopt;
}

void ZoneMatrix::setChosen(std::optional<ZoneCell> cell)
{
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        m_cells[i]->setChecked(cell == cellAt(i));
}

MatrixCell *ZoneMatrix::cell(ZoneCell wanted) const
{
    std::size_t i = 0;
    while (!(cellAt(i) == wanted))
        ++i;
    return m_cells[i];
}

QString ZoneMatrix::cellText(ZoneCell cell)
{
    switch (cell.zone) {
    case Zone::Pass:
        return cell.defective ? tr("escapes") : tr("rightly passed");
    case Zone::Review:
        return cell.defective ? tr("defects to review") : tr("good ones to review");
    case Zone::Fail:
        return cell.defective ? tr("found defects") : tr("false rejects");
    }
    return {};
}

void ZoneMatrix::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ZoneMatrix::retranslate()
{
    m_zones[0]->setText(tr("pass"));
    m_zones[1]->setText(tr("review"));
    m_zones[2]->setText(tr("fail"));
    m_good->setText(tr("good"));
    m_defective->setText(tr("defective"));
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        m_cells[i]->setText(cellText(cellAt(i)));
        m_cells[i]->setToolTip(tr("Show these pictures"));
    }
}

} // namespace cf::ui
