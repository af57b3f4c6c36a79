#include "ui/train/expert_settings.h"

#include "core/engine/backbones.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <limits>
#include <map>
#include <optional>

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

/// "3, 6, 9" -> its numbers; nothing when it is something else.
std::optional<std::vector<int>> numbersIn(const QString &text)
{
    std::vector<int> numbers;
    for (const auto &part : text.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        numbers.push_back(part.trimmed().toInt(&isNumber));
        if (!isNumber)
            return std::nullopt;
    }
    return numbers;
}

/// "focal=1, ssim=0" -> the weights by name; nothing when it is something else.
std::optional<std::map<std::string, double>> weightsIn(const QString &text)
{
    std::map<std::string, double> weights;
    for (const auto &part : text.split(u',', Qt::SkipEmptyParts)) {
        const auto sides = part.split(u'=');
        bool isNumber = false;
        const double weight = sides.last().trimmed().toDouble(&isNumber);
        if (sides.size() != 2 || !isNumber)
            return std::nullopt;
        weights[sides.first().trimmed().toStdString()] = weight;
    }
    return weights;
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
    addNetworkFields();
    connect(m_device, &QComboBox::currentIndexChanged, this, &ExpertSettings::changed);
    for (auto *box : {m_backbone, m_baseline, m_guidance, m_classAdaptor})
        connect(box, &QComboBox::currentIndexChanged, this, &ExpertSettings::changed);
    for (auto *line : {m_textures, m_layers, m_loss, m_filterWeights})
        connect(line, &QLineEdit::editingFinished, this, &ExpertSettings::changed);
    connect(m_learningRate, &QDoubleSpinBox::valueChanged, this, &ExpertSettings::changed);
    for (auto *box : {m_steps, m_epochs, m_batch, m_seed, m_threads, m_imageSize,
                      m_gridSize, m_matches})
        connect(box, &QSpinBox::valueChanged, this, &ExpertSettings::changed);
    retranslate();
}

void ExpertSettings::addNetworkFields()
{
    m_backbone = new QComboBox;
    for (const auto &info : engine::backbones()) {
        const auto name = QString::fromStdString(info.name);
        m_backbone->addItem(name, name);
        m_backbone->setItemData(m_backbone->count() - 1, QString::fromStdString(info.title),
                                Qt::ToolTipRole);
    }
    m_backbone->setCurrentIndex(m_backbone->findData(
        QString::fromStdString(workflow::TrainRequest().backbone)));
    m_layers = new QLineEdit;
    m_imageSize = spinBox(0, 2048, 0);
    m_gridSize = spinBox(0, 128, 0);
    m_matches = spinBox(0, 65536, 0);
    m_baseline = new QComboBox;
    for (const auto method : {engine::BaselineMethod::CostVolume, engine::BaselineMethod::PatchCore,
                              engine::BaselineMethod::AnomalyDino})
        m_baseline->addItem(QString::fromLatin1(toString(method)), static_cast<int>(method));
    m_guidance = new QComboBox;
    for (const auto guidance : {engine::Guidance::Both, engine::Guidance::Spatial,
                                engine::Guidance::Matching, engine::Guidance::None})
        m_guidance->addItem(QString::fromLatin1(toString(guidance)), static_cast<int>(guidance));
    m_classAdaptor = new QComboBox;
    m_classAdaptor->addItem(QStringLiteral("true"), true);
    m_classAdaptor->addItem(QStringLiteral("false"), false);
    m_filterWeights = new QLineEdit;
    m_loss = new QLineEdit;
    m_loss->setPlaceholderText(QStringLiteral("ssim=0, ..."));
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Feature network"), "--backbone",
             m_backbone);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Its layers"), "--layers", m_layers);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Side of the pictures"), "--image-size",
             m_imageSize);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Side of the grid"), "--grid", m_gridSize);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Matches kept, D"), "--matches", m_matches);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Baseline to filter"), "--baseline",
             m_baseline);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Guidance, SG and MG"), "--guidance",
             m_guidance);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Class-aware adaptor"), "--class-adaptor",
             m_classAdaptor);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Weights of loss terms"), "--loss",
             m_loss);
    addField(QT_TRANSLATE_NOOP("cf::ui::ExpertSettings", "Weights to begin with"),
             "--filter-weights", m_filterWeights);
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
    options.filterWeights = m_filterWeights->text().toStdString();
    request.backbone = m_backbone->currentData().toString().toStdString();
    options.layers = numbersIn(m_layers->text()).value_or(std::vector<int>());
    options.imagePx = m_imageSize->value();
    options.gridPx = m_gridSize->value();
    options.matches = m_matches->value();
    options.baseline.method =
        static_cast<engine::BaselineMethod>(m_baseline->currentData().toInt());
    auto &ablation = options.ablation;
    ablation.guidance = static_cast<engine::Guidance>(m_guidance->currentData().toInt());
    ablation.classAdaptor = m_classAdaptor->currentData().toBool();
    ablation.lossWeights =
        weightsIn(m_loss->text()).value_or(std::map<std::string, double>());
}

QStringList ExpertSettings::obstacles() const
{
    QStringList found;
    if (!numbersIn(m_layers->text()))
        found << tr("The layers are numbers with commas between them, as in 3,6,9,12.");
    if (!weightsIn(m_loss->text()))
        found << tr("The weights of loss terms are written as in focal=1,ssim=0.");
    return found;
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
    for (auto *box : {m_steps, m_epochs, m_batch, m_matches})
        box->setSpecialValueText(fromProfile);
    const auto fromNetwork = tr("from the network");
    for (auto *box : {m_imageSize, m_gridSize})
        box->setSpecialValueText(fromNetwork);
    m_layers->setPlaceholderText(fromNetwork);
    m_learningRate->setSpecialValueText(fromProfile);
    m_threads->setSpecialValueText(tr("one per core"));
    m_textures->setPlaceholderText(tr("made by the program"));
}

} // namespace cf::ui
