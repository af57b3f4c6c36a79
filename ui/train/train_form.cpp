#include "ui/train/train_form.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <limits>

namespace cf::ui {

namespace {

constexpr int kQuickSteps = 400;
constexpr std::size_t kFewNormals = 20; // fewer leave little for validation (a fifth of them)

struct ProfileText
{
    const char *name, *help;
};

constexpr std::array<ProfileText, 3> kProfiles = {
    {{QT_TRANSLATE_NOOP("cf::ui::TrainForm", "&Quick"),
      QT_TRANSLATE_NOOP("cf::ui::TrainForm", "A first impression, a third of the time.")},
     {QT_TRANSLATE_NOOP("cf::ui::TrainForm", "&Balanced"),
      QT_TRANSLATE_NOOP("cf::ui::TrainForm", "The best result on a computer without a GPU.")},
     {QT_TRANSLATE_NOOP("cf::ui::TrainForm", "&Paper"),
      QT_TRANSLATE_NOOP("cf::ui::TrainForm",
                        "The published network and schedule; hours on a GPU, days without one.")}}};

QSpinBox *spinBox(int low, int high, int value)
{
    auto *box = new QSpinBox;
    box->setRange(low, high);
    box->setValue(value);
    return box;
}

} // namespace

TrainForm::TrainForm(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    addCategories(column);
    addProfiles(column);
    addExpert(column);
    column->addStretch();
    retranslate();
}

void TrainForm::addCategories(QVBoxLayout *column)
{
    m_categoryBox = new QGroupBox;
    m_categories = new QListWidget;
    m_categories->setTextElideMode(Qt::ElideMiddle);
    m_categories->setMinimumHeight(90);
    auto *inside = new QVBoxLayout(m_categoryBox);
    inside->addWidget(m_categories);
    column->addWidget(m_categoryBox);
    connect(m_categories, &QListWidget::itemChanged, this, &TrainForm::changed);
}

void TrainForm::addProfiles(QVBoxLayout *column)
{
    m_profileBox = new QGroupBox;
    m_profiles = new QButtonGroup(this);
    auto *inside = new QVBoxLayout(m_profileBox);
    for (std::size_t i = 0; i < kProfiles.size(); ++i) {
        auto *button = new QRadioButton;
        auto *help = new QLabel;
        help->setWordWrap(true);
        help->setIndent(22);
        help->setForegroundRole(QPalette::PlaceholderText);
        m_profiles->addButton(button, static_cast<int>(i));
        m_profileHelp.push_back(help);
        inside->addWidget(button);
        inside->addWidget(help);
    }
    m_profiles->button(1)->setChecked(true);
    column->addWidget(m_profileBox);
    connect(m_profiles, &QButtonGroup::idToggled, this, &TrainForm::changed);
}

void TrainForm::addExpert(QVBoxLayout *column)
{
    m_fold = new QToolButton;
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setAutoRaise(true);
    m_expert = new QWidget;
    m_rows = new QFormLayout(m_expert);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setContentsMargins(22, 0, 0, 0);
    column->addWidget(m_fold);
    column->addWidget(m_expert);
    m_expert->hide();
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_expert->setVisible(open);
    });

    constexpr int kMost = std::numeric_limits<int>::max();
    const engine::TrainOptions defaults;
    m_templates = new QComboBox;
    m_templates->addItem(QString(), static_cast<int>(engine::TemplateStrategy::Nearest));
    m_templates->addItem(QString(), static_cast<int>(engine::TemplateStrategy::Random));
    m_templates->addItem(QString(), static_cast<int>(engine::TemplateStrategy::KCentre));
    m_templateCount = spinBox(1, 64, static_cast<int>(defaults.templateCount));
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
    addRow(QT_TRANSLATE_NOOP("cf::ui::TrainForm", "Templates"), "--templates", m_templates);
    addRow(QT_TRANSLATE_NOOP("cf::ui::TrainForm", "Templates per picture (N)"), "--template-count",
           m_templateCount);
    addRow(QT_TRANSLATE_NOOP("cf::ui::TrainForm", "Steps"), "--steps", m_steps);
    addRow(QT_TRANSLATE_NOOP("cf::ui::TrainForm", "Epochs"), "--epochs", m_epochs);
    addRow(QT_TRANSLATE_NOOP("cf::ui::TrainForm", "Batch"), "--batch", m_batch);
    addRow(QT_TRANSLATE_NOOP("cf::ui::TrainForm", "Learning rate"), "", m_learningRate);
    addRow(QT_TRANSLATE_NOOP("cf::ui::TrainForm", "Seed"), "--seed", m_seed);
    addRow(QT_TRANSLATE_NOOP("cf::ui::TrainForm", "Device"), "--device", m_device);
    addRow(QT_TRANSLATE_NOOP("cf::ui::TrainForm", "Threads"), "--threads", m_threads);
    addRow(QT_TRANSLATE_NOOP("cf::ui::TrainForm", "Folder of textures"), "--textures", m_textures);
    connect(m_templates, &QComboBox::currentIndexChanged, this, &TrainForm::changed);
    connect(m_device, &QComboBox::currentIndexChanged, this, &TrainForm::changed);
    connect(m_textures, &QLineEdit::textChanged, this, &TrainForm::changed);
    connect(m_learningRate, &QDoubleSpinBox::valueChanged, this, &TrainForm::changed);
    for (auto *box : {m_templateCount, m_steps, m_epochs, m_batch, m_seed, m_threads})
        connect(box, &QSpinBox::valueChanged, this, &TrainForm::changed);
}

void TrainForm::addRow(const char *text, const char *option, QWidget *field)
{
    auto *label = new QLabel;
    label->setBuddy(field);
    const auto name = QString::fromLatin1(option);
    label->setToolTip(name);
    field->setToolTip(name);
    m_rows->addRow(label, field);
    m_labels.push_back({label, text});
}

void TrainForm::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset)
{
    const bool same = m_dataset && dataset && m_dataset->root == dataset->root;
    m_dataset = dataset;
    if (same)
        return; // checked once more: the user's choice stays
    const QSignalBlocker quiet(m_categories);
    m_categories->clear();
    if (dataset) {
        for (const auto &category : dataset->categories) {
            auto *item = new QListWidgetItem(QString::fromStdString(category.name), m_categories);
            const auto normals = category.trainNormals().size();
            item->setToolTip(
                tr("%n normal picture(s) to train on", nullptr, static_cast<int>(normals)));
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
            item->setCheckState(normals > 0 ? Qt::Checked : Qt::Unchecked);
        }
    }
    Q_EMIT changed();
}

std::vector<const dataset::Category *> TrainForm::chosen() const
{
    std::vector<const dataset::Category *> categories;
    if (!m_dataset)
        return categories;
    for (int i = 0; i < m_categories->count(); ++i)
        if (m_categories->item(i)->checkState() == Qt::Checked)
            categories.push_back(&m_dataset->categories[static_cast<std::size_t>(i)]);
    return categories;
}

workflow::TrainRequest TrainForm::request() const
{
    workflow::TrainRequest request;
    const auto categories = chosen();
    if (m_dataset) {
        request.data = m_dataset->root;
        if (categories.size() < m_dataset->categories.size())
            for (const auto *category : categories)
                request.categories.push_back(category->name);
    }
    auto &options = request.options;
    const int profile = m_profiles->checkedId();
    options.profile = profile == 2 ? engine::Profile::Paper : engine::Profile::Compact;
    options.templates = static_cast<engine::TemplateStrategy>(m_templates->currentData().toInt());
    options.templateCount = m_templateCount->value();
    options.steps = m_steps->value();
    options.epochs = m_epochs->value();
    if (profile == 0 && options.steps == 0 && options.epochs == 0)
        options.steps = kQuickSteps;
    options.batch = m_batch->value();
    options.learningRate = m_learningRate->value();
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    options.device = m_device->currentText().toStdString();
    options.threads = m_threads->value();
    request.textures = m_textures->text().toStdString();
    return request;
}

QStringList TrainForm::obstacles() const
{
    if (!m_dataset)
        return {tr("No pictures are open yet.")};
    QStringList sentences;
    const auto categories = chosen();
    if (categories.empty())
        sentences += tr("Tick at least one category.");
    for (const auto *category : categories)
        if (category->trainNormals().empty())
            sentences += tr("“%1” has no normal pictures to learn from; put good ones into its "
                            "train/good folder.")
                             .arg(QString::fromStdString(category->name));
    return sentences;
}

QStringList TrainForm::warnings() const
{
    QStringList sentences;
    for (const auto *category : chosen()) {
        const auto normals = category->trainNormals().size();
        if (normals > 0 && normals < kFewNormals)
            sentences += tr("“%1” has only %n normal picture(s); with fewer than 20 the result is "
                            "a matter of luck.",
                            nullptr, static_cast<int>(normals))
                             .arg(QString::fromStdString(category->name));
    }
    return sentences;
}

void TrainForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainForm::retranslate()
{
    m_categoryBox->setTitle(tr("What to learn"));
    m_categories->setAccessibleName(tr("Categories to train on"));
    m_profileBox->setTitle(tr("How thoroughly"));
    for (std::size_t i = 0; i < kProfiles.size(); ++i) {
        m_profiles->button(static_cast<int>(i))->setText(tr(kProfiles[i].name));
        m_profileHelp[i]->setText(tr(kProfiles[i].help));
    }
    m_fold->setText(tr("Expert settings"));
    for (const auto &[label, text] : m_labels)
        label->setText(tr(text));
    m_templates->setItemText(0, tr("nearest: most alike, for each picture"));
    m_templates->setItemText(1, tr("random: the same for all pictures"));
    m_templates->setItemText(2, tr("k-centre: those that cover the normals"));
    const auto fromProfile = tr("from the profile");
    for (auto *box : {m_steps, m_epochs, m_batch})
        box->setSpecialValueText(fromProfile);
    m_learningRate->setSpecialValueText(fromProfile);
    m_threads->setSpecialValueText(tr("one per core"));
    m_textures->setPlaceholderText(tr("made by the program"));
}

} // namespace cf::ui
