#pragma once

#include "core/dataset/dataset.h"
#include "core/workflow/train.h"

#include <QWidget>

#include <memory>
#include <vector>

class QButtonGroup;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace cf::ui {

/// What a training depends on, in plain words; the expert settings are one fold away and carry the
/// names of the command line.
class TrainForm : public QWidget
{
    Q_OBJECT
public:
    explicit TrainForm(QWidget *parent = nullptr);

    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset);
    /// Without project folder. Equal choices give the command line's request for the same options.
    workflow::TrainRequest request() const;
    /// Why training cannot begin, a sentence each; empty: it can. Warnings do not stand here.
    QStringList obstacles() const;
    /// What makes a good result unlikely, a sentence each.
    QStringList warnings() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Named
    {
        QLabel *label;
        const char *text;
    };
    void addCategories(QVBoxLayout *column);
    void addProfiles(QVBoxLayout *column);
    void addExpert(QVBoxLayout *column);
    void addRow(const char *text, const char *option, QWidget *field);
    std::vector<const dataset::Category *> chosen() const;
    void retranslate();

    std::shared_ptr<const dataset::Dataset> m_dataset;
    QGroupBox *m_categoryBox, *m_profileBox;
    QListWidget *m_categories;
    QButtonGroup *m_profiles;
    std::vector<QLabel *> m_profileHelp;
    QToolButton *m_fold;
    QWidget *m_expert;
    QFormLayout *m_rows;
    QComboBox *m_templates, *m_device;
    QSpinBox *m_templateCount, *m_steps, *m_epochs, *m_batch, *m_seed, *m_threads;
    QDoubleSpinBox *m_learningRate;
    QLineEdit *m_textures;
    std::vector<Named> m_labels;
};

} // namespace cf::ui
