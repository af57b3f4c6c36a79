#include "ui/inspect/inspect_controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace cf::ui {

namespace {

constexpr int kMostTiles = 12;

} // namespace

InspectControls::InspectControls(QWidget *parent) : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_lambda = addRow(form, QT_TR_NOOP("Filter's share λ"),
                      QT_TR_NOOP("0 shows the baseline map alone, 1 the filtered map alone"), 1.0,
                      0.01, 0.5);
    m_threshold = addRow(form, QT_TR_NOOP("Threshold"),
                         QT_TR_NOOP("Where the outline runs, in standard deviations of normal "
                                    "pictures"),
                         20.0, 0.1, 4.0);
    m_deviations = addRow(form, QT_TR_NOOP("Scale up to"),
                          QT_TR_NOOP("The score that gets the brightest colour, the same in all "
                                     "pictures"),
                          30.0, 0.5, 8.0);
    m_opacity = addRow(form, QT_TR_NOOP("Opacity"), QT_TR_NOOP("Of the map over the picture"), 1.0,
                       0.05, 0.5);
    m_colours = new QComboBox;
    for (const auto map : imaging::kColourMaps)
        m_colours->addItem(QString::fromUtf8(imaging::toString(map).data()));
    m_colours->setCurrentIndex(3); // inferno: dark where nothing is
    m_tiles = new QComboBox;
    for (int count = 1; count <= kMostTiles; ++count)
        m_tiles->addItem(QString::number(count), count);
    m_tiles->setCurrentIndex(1);
    m_coloursLabel = new QLabel;
    m_coloursLabel->setBuddy(m_colours);
    m_tilesLabel = new QLabel;
    m_tilesLabel->setBuddy(m_tiles);
    m_perPicture = new QCheckBox;
    form->addRow(m_perPicture);
    form->addRow(m_coloursLabel, m_colours);
    form->addRow(m_tilesLabel, m_tiles);

    const auto pass = [this](const Row &row, void (InspectControls::*signal)(double)) {
        connect(row.box, &QDoubleSpinBox::valueChanged, this, [this, signal](double value) {
            Q_EMIT(this->*signal)(value);
        });
    };
    pass(m_lambda, &InspectControls::lambdaChanged);
    pass(m_threshold, &InspectControls::thresholdChanged);
    pass(m_deviations, &InspectControls::deviationsChanged);
    pass(m_opacity, &InspectControls::opacityChanged);
    connect(m_perPicture, &QCheckBox::toggled, this, [this](bool on) {
        setEnabled(m_deviations, !on);
        Q_EMIT perPictureChanged(on);
    });
    connect(m_colours, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT coloursChanged(colours()); });
    connect(m_tiles, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT tilesChanged(tiles()); });
    retranslate();
}

InspectControls::Row InspectControls::addRow(QFormLayout *form, const char *text, const char *help,
                                             double high, double step, double value)
{
    Row row{new QLabel, new QSlider(Qt::Horizontal), new QDoubleSpinBox, text, help};
    row.box->setRange(0.0, high);
    row.box->setSingleStep(step);
    row.box->setDecimals(2);
    row.box->setValue(value);
    row.slider->setRange(0, static_cast<int>(std::lround(high / step)));
    row.slider->setValue(static_cast<int>(std::lround(value / step)));
    row.label->setBuddy(row.box);
    auto *line = new QHBoxLayout;
    line->addWidget(row.slider, 1);
    line->addWidget(row.box);
    form->addRow(row.label, line);
    connect(row.slider, &QSlider::valueChanged, row.box, [box = row.box, step](int ticks) {
        if (std::lround(box->value() / step) != ticks)
            box->setValue(ticks * step);
    });
    connect(row.box, &QDoubleSpinBox::valueChanged, row.slider,
            [slider = row.slider, step](double v) {
                slider->setValue(static_cast<int>(std::lround(v / step)));
            });
    m_rows.push_back(row);
    return row;
}

double InspectControls::lambda() const
{
    return m_lambda.box->value();
}

double InspectControls::threshold() const
{
    return m_threshold.box->value();
}

double InspectControls::deviations() const
{
    return m_deviations.box->value();
}

double InspectControls::opacity() const
{
    return m_opacity.box->value();
}

bool InspectControls::perPicture() const
{
    return m_perPicture->isChecked();
}

void InspectControls::setEnabled(const Row &row, bool enabled)
{
    for (QWidget *field : std::initializer_list<QWidget *>{row.label, row.slider, row.box})
        field->setEnabled(enabled);
}

imaging::ColourMap InspectControls::colours() const
{
    return imaging::kColourMaps.at(static_cast<std::size_t>(m_colours->currentIndex()));
}

int InspectControls::tiles() const
{
    return m_tiles->currentData().toInt();
}

void InspectControls::setLambda(double lambda)
{
    const QSignalBlocker quiet(this);
    m_lambda.box->setValue(lambda);
}

void InspectControls::setFilterPresent(bool present)
{
    m_filterPresent = present;
    setEnabled(m_lambda, present);
    retranslate();
}

void InspectControls::setTiles(int tiles)
{
    m_tiles->setCurrentIndex(m_tiles->findData(tiles));
}

void InspectControls::setOpacity(double opacity)
{
    m_opacity.box->setValue(opacity);
}

void InspectControls::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InspectControls::retranslate()
{
    for (const auto &row : m_rows) {
        const auto name = tr(row.text);
        row.label->setText(name);
        for (QWidget *field : std::initializer_list<QWidget *>{row.slider, row.box}) {
            field->setToolTip(tr(row.help));
            field->setAccessibleName(name);
        }
    }
    if (!m_filterPresent)
        for (QWidget *field : std::initializer_list<QWidget *>{m_lambda.slider, m_lambda.box})
            field->setToolTip(
                tr("This model is a baseline without a filter: there is nothing to mix"));
    m_perPicture->setText(tr("Scale to each picture"));
    m_perPicture->setToolTip(tr("From the smallest to the largest value of each map. Colours then "
                                "do not compare between pictures."));
    m_coloursLabel->setText(tr("Colours"));
    m_colours->setAccessibleName(tr("Colours"));
    m_tilesLabel->setText(tr("Views"));
    m_tiles->setAccessibleName(tr("Views"));
    m_tiles->setToolTip(tr("Linked views side by side"));
}

} // namespace cf::ui
