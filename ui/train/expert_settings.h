#pragma once

#include "core/workflow/train.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace cf::ui {

/// The numbers behind a profile, each with its name on the command line.
class ExpertSettings : public QWidget
{
    Q_OBJECT
public:
    explicit ExpertSettings(QWidget *parent = nullptr);

    /// Sets the options that stand here; the others stay.
    void apply(workflow::TrainRequest &request) const;
    /// What is written here and means nothing.
    QStringList obstacles() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Named
    {
        QLabel *label;
        const char *text;
        QString option;
    };
    void addField(const char *text, const char *option, QWidget *field);
    void addNetworkFields();
    void retranslate();

    QGridLayout *m_grid;
    std::vector<Named> m_labels;
    QSpinBox *m_steps, *m_epochs, *m_batch, *m_seed, *m_threads;
    QDoubleSpinBox *m_learningRate;
    QSpinBox *m_imageSize, *m_gridSize, *m_matches;
    QComboBox *m_device, *m_backbone, *m_baseline, *m_guidance, *m_classAdaptor;
    QLineEdit *m_textures, *m_layers, *m_loss, *m_filterWeights;
};

} // namespace cf::ui
