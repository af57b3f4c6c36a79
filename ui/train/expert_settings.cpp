#include "ui/train/expert_settings.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <limits>

namespace cf::ui {

namespace {

constexpr int kAcross = 2; // fields in a row
constexpr int kGapPx = 28;

QSpinBox *spinBox(int low, int high, int value)
{
    auto *box = new QSpinBox;
    box->setRange(low, high);
    box->setValue(value);
    return box;
}

} // namespace

ExpertSettings::ExpertSettings(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    constexpr int kMost = std::numeric_limits<int>::max();
    m_grid->setContentsMargins(22, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_steps = spinBox(0, 10'000'000, 0);
    m_epochs = spinBox(0, 100'000, 0);
    m_batch = spinBox(0, 1024, 0);
    m_seed = spinBox(0, kMost, 0);
    m_threads = spinBox(0, 256, 0);
    m_learningRate = new QDoubleSpinBox;
    m_learningRate->setDecimals(6);
    m_learningRate->setRange(0.0, 1.0);
    m_learningRate->setSingleStep(1e-4);
    m_device = new QComboBox;
    m_device->addItems({QStringLiteral("cpu"), QStringLiteral("cuda")});
    m_textures = new QLineEdit;
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Steps"), "--steps", m_steps);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Epochs"), "--epochs", m_epochs);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Batch"), "--batch", m_batch);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Learning rate"), "", m_learningRate);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Seed"), "--seed", m_seed);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Device"), "--device", m_device);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "CPU threads"), "--threads", m_threads);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Folder of textures"), "--textures",
             m_textures);
    connect(m_device, &QComboBox::currentIndexChanged, this, &ExpertSettings::changed);
    connect(m_textures, &QLineEdit::editingFinished, this, &ExpertSettings::changed);
    connect(m_learningRate, &QDoubleSpinBox::valueChanged, this, &ExpertSettings::changed);
    for (auto *box : {m_steps, m_epochs, m_batch, m_seed, m_threads})
        connect(box, &QSpinBox::valueChanged, this, &ExpertSettings::changed);
    retranslate();
}

void ExpertSettings::addField(const char *text, const char *option, QWidget *field)
{
    const int place = static_cast<int>(m_labels.size());
    const int column = place % kAcross * 3;
    auto *label = new QLabel;
    label->setBuddy(field);
    const auto name = QString::fromLatin1(option);
    field->setToolTip(name);
    m_grid->addWidget(label, place / kAcross, column);
    m_grid->addWidget(field, place / kAcross, column + 1);
    m_grid->setColumnStretch(column + 1, 1);
    if (column > 0)
        m_grid->setColumnMinimumWidth(column - 1, kGapPx);
    m_labels.push_back({label, text, name});
}

void ExpertSettings::apply(workflow::TrainRequest &request) const
{
    auto &options = request.options;
    options.steps = m_steps->value();
    options.epochs = m_epochs->value();
    options.batch = m_batch->value();
    options.learningRate = m_learningRate->value();
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    options.device = m_device->currentText().toStdString();
    options.threads = m_threads->value();
    request.textures = m_textures->text().toStdString();
}

void ExpertSettings::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExpertSettings::retranslate()
{
    for (const auto &[label, text, option] : m_labels) {
        const auto name = tr(text);
        label->setText(option.isEmpty() ? name : tr("%1 (%2)").arg(name, option));
        label->buddy()->setAccessibleName(name);
    }
    const auto fromProfile = tr("from the profile");
    for (auto *box : {m_steps, m_epochs, m_batch})
        box->setSpecialValueText(fromProfile);
    m_learningRate->setSpecialValueText(fromProfile);
    m_threads->setSpecialValueText(tr("one per core"));
    m_textures->setPlaceholderText(tr("made by the program"));
}

} // namespace cf::ui
