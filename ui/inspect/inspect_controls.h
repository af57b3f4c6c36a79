#pragma once

#include "core/imaging/colour_map.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSlider;

namespace cf::ui {

/// Lambda, threshold, scale and colours of what is shown. A slider and a number for each.
class InspectControls : public QWidget
{
    Q_OBJECT
public:
    explicit InspectControls(QWidget *parent = nullptr);

    double lambda() const;
    double threshold() const;
    double deviations() const;
    double opacity() const;
    bool perPicture() const;
    imaging::ColourMap colours() const;
    int tiles() const;

    void setLambda(double lambda); ///< without lambdaChanged()
    /// Whether there is a filtered map that lambda can mix in.
    void setFilterPresent(bool present);
    void setOpacity(double opacity);
    void setTiles(int tiles); ///< 1..12

Q_SIGNALS:
    void lambdaChanged(double lambda);
    void thresholdChanged(double deviations);
    void deviationsChanged(double deviations);
    void opacityChanged(double opacity);
    void perPictureChanged(bool perPicture);
    void coloursChanged(cf::imaging::ColourMap colours);
    void tilesChanged(int tiles);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *label;
        QSlider *slider;
        QDoubleSpinBox *box;
        const char *text, *help;
    };
    Row addRow(QFormLayout *form, const char *text, const char *help, double high, double step,
               double value);
    static void setEnabled(const Row &row, bool enabled);
    void retranslate();

    bool m_filterPresent = true;
    std::vector<Row> m_rows;
    Row m_lambda, m_threshold, m_deviations, m_opacity;
    QLabel *m_coloursLabel, *m_tilesLabel;
    QCheckBox *m_perPicture;
    QComboBox *m_colours, *m_tiles;
};

} // namespace cf::ui
