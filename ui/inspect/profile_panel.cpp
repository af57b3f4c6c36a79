#include "ui/inspect/profile_panel.h"

#include "core/imaging/line_profile.h"
#include "ui/plots/curve_plot.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kLeastPlotPx = 170;
constexpr double kPixelCentre = 0.5; // numbers name pixels, whose centres lie half a pixel in

} // namespace

ProfilePanel::ProfilePanel(QWidget *parent) : QWidget(parent)
{
    auto *top = new QHBoxLayout;
    for (std::size_t end = 0; end < 2; ++end) {
        m_labels[end] = new QLabel;
        top->addWidget(m_labels[end]);
        for (std::size_t axis = 0; axis < 2; ++axis) {
            auto *box = new QDoubleSpinBox;
            box->setDecimals(1);
            box->setKeyboardTracking(false);
            m_ends[2 * end + axis] = box;
            top->addWidget(box);
            connect(box, &QDoubleSpinBox::valueChanged, this, &ProfilePanel::takeEnds);
        }
        m_labels[end]->setBuddy(m_ends[2 * end]);
    }
    m_shares = new QCheckBox;
    m_clear = new QPushButton;
    m_clear->setObjectName(QStringLiteral("clearProfile"));
    top->addStretch(1);
    top->addWidget(m_shares);
    top->addWidget(m_clear);
    m_plot = new CurvePlot;
    m_plot->setMinimumHeight(kLeastPlotPx);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addLayout(top);
    column->addWidget(m_plot, 1);
    connect(m_shares, &QCheckBox::toggled, this, [this] {
        m_sharesChosen = true;
        retranslate();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        setLine(std::nullopt);
        Q_EMIT lineChanged(std::nullopt);
    });
    setPictureSize({});
    retranslate();
}

void ProfilePanel::setPictureSize(QSize sizePx)
{
    m_sizePx = sizePx;
    for (std::size_t i = 0; i < m_ends.size(); ++i) {
        const QSignalBlocker quiet(m_ends[i]);
        const int pixels = i % 2 == 0 ? sizePx.width() : sizePx.height();
        m_ends[i]->setRange(0.0, std::max(0, pixels - 1));
        m_ends[i]->setEnabled(!sizePx.isEmpty());
    }
}

void ProfilePanel::setLine(const std::optional<QLineF> &lineInImage)
{
    m_line = lineInImage;
    if (m_line) {
        const std::array values = {m_line->x1(), m_line->y1(), m_line->x2(), m_line->y2()};
        for (std::size_t i = 0; i < m_ends.size(); ++i) {
            const QSignalBlocker quiet(m_ends[i]);
            m_ends[i]->setValue(values[i] - kPixelCentre);
        }
    }
    m_clear->setEnabled(m_line.has_value());
    plot();
}

void ProfilePanel::setMaps(const std::vector<ProfiledMap> &maps)
{
    if (maps.empty() && m_maps.empty())
        return; // each new fused map tells of itself, with or without a line
    m_maps.clear();
    for (const auto &map : maps)
        if (!map.map.empty() && std::none_of(m_maps.begin(), m_maps.end(), [&](const auto &known) {
                return known.name == map.name;
            }))
            m_maps.push_back(map);
    if (!m_sharesChosen && !m_maps.empty()) {
        const auto &first = m_maps.front().scale;
        const QSignalBlocker quiet(m_shares);
        m_shares->setChecked(std::any_of(m_maps.begin(), m_maps.end(), [&](const auto &map) {
            return map.scale.low != first.low || map.scale.high != first.high;
        }));
    }
    retranslate();
}

void ProfilePanel::takeEnds()
{
    const QLineF line(m_ends[0]->value() + kPixelCentre, m_ends[1]->value() + kPixelCentre,
                      m_ends[2]->value() + kPixelCentre, m_ends[3]->value() + kPixelCentre);
    if (line.length() == 0.0)
        return;
    m_line = line;
    m_clear->setEnabled(true);
    plot();
    Q_EMIT lineChanged(m_line);
}

void ProfilePanel::plot()
{
    std::vector<PlotCurve> curves;
    for (const auto &map : m_maps) {
        if (!m_line)
            break;
        auto profile =
            imaging::sampleLine(map.map, {m_line->x1() - kPixelCentre, m_line->y1() - kPixelCentre},
                                {m_line->x2() - kPixelCentre, m_line->y2() - kPixelCentre});
        const double range = static_cast<double>(map.scale.high - map.scale.low);
        if (m_shares->isChecked() && range > 0.0)
            for (auto &value : profile.value)
                value = (value - static_cast<double>(map.scale.low)) / range;
        curves.push_back({map.name, std::move(profile.distancePx), std::move(profile.value),
                          curves.size() % 2 == 1});
    }
    m_plot->setCurves(curves);
}

void ProfilePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProfilePanel::retranslate()
{
    m_labels[0]->setText(tr("From (●)"));
    m_labels[1]->setText(tr("to (■)"));
    const std::array names = {tr("First end, column"), tr("First end, row"), tr("Last end, column"),
                              tr("Last end, row")};
    for (std::size_t i = 0; i < m_ends.size(); ++i) {
        m_ends[i]->setAccessibleName(names[i]);
        m_ends[i]->setToolTip(tr("%1, in pixels of the picture").arg(names[i]));
    }
    m_shares->setText(tr("As shares of each scale"));
    m_shares->setToolTip(tr("Draws maps with different units over each other: 0 is the first "
                            "colour of a map's scale, 1 the last"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Takes the line away (Escape in a view)"));
    m_plot->setLabels(tr("distance from the first end, pixels"),
                      m_shares->isChecked() ? tr("share of the scale") : tr("value"));
    m_plot->setAccessibleName(tr("Values along the line"));
    m_plot->setEmptyText(m_line ? tr("Choose a map in one of the views.")
                                : tr("Drag a line over a view with Shift held, or type its ends "
                                     "above."));
    plot();
}

} // namespace cf::ui
