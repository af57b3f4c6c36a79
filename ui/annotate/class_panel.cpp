#include "ui/annotate/class_panel.h"

#include "ui/annotate/shape_list_model.h"

#include <QColorDialog>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace cf::ui {

namespace {

constexpr int kSwatchPx = 16;

} // namespace

ClassPanel::ClassPanel(QWidget *parent) : QWidget(parent)
{
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("classes"));
    m_list->setUniformItemSizes(true);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("className"));
    m_add = new QPushButton;
    m_add->setObjectName(QStringLiteral("addClass"));
    m_rename = new QPushButton;
    m_rename->setObjectName(QStringLiteral("renameClass"));
    m_colour = new QPushButton;
    m_remove = new QPushButton;
    m_remove->setObjectName(QStringLiteral("removeClass"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_list, 0, 0, 1, 2);
    grid->addWidget(m_name, 1, 0, 1, 2);
    grid->addWidget(m_add, 2, 0);
    grid->addWidget(m_rename, 2, 1);
    grid->addWidget(m_colour, 3, 0);
    grid->addWidget(m_remove, 3, 1);
    grid->setRowStretch(0, 1);
    connect(m_add, &QPushButton::clicked, this, &ClassPanel::add);
    connect(m_name, &QLineEdit::returnPressed, this, &ClassPanel::add);
    connect(m_name, &QLineEdit::textChanged, this, &ClassPanel::showButtons);
    connect(m_rename, &QPushButton::clicked, this, &ClassPanel::rename);
    connect(m_remove, &QPushButton::clicked, this, &ClassPanel::remove);
    connect(m_colour, &QPushButton::clicked, this, &ClassPanel::recolour);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        showButtons();
        if (row >= 0)
            Q_EMIT chosen(m_classes.classes()[static_cast<std::size_t>(row)].name);
    });
    retranslate();
    showButtons();
}

void ClassPanel::setClasses(const ClassTable &classes)
{
    const QSignalBlocker quiet(m_list);
    const int row = m_list->currentRow();
    m_classes = classes;
    m_list->clear();
    for (const auto &one : classes.classes())
        m_list->addItem(new QListWidgetItem(QIcon(swatchOf(classes.lookOf(one.name), kSwatchPx)),
                                            classes.textOf(one.name)));
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showButtons();
}

void ClassPanel::setCurrent(const std::string &label)
{
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(m_classes.indexOf(label));
    showButtons();
}

void ClassPanel::add()
{
    const std::string name = m_name->text().trimmed().toStdString();
    if (name.empty() || m_classes.indexOf(name) >= 0)
        return;
    auto classes = m_classes.classes();
    classes.push_back(
        {name, ClassTable::suggestedColour(static_cast<int>(classes.size())).name().toStdString()});
    m_name->clear();
    Q_EMIT edited(classes);
    Q_EMIT chosen(name);
}

void ClassPanel::rename()
{
    const std::string name = m_name->text().trimmed().toStdString();
    const int row = m_list->currentRow();
    if (name.empty() || row < 0 || m_classes.indexOf(name) >= 0)
        return;
    m_name->clear();
    Q_EMIT renamed(m_classes.classes()[static_cast<std::size_t>(row)].name, name);
}

void ClassPanel::remove()
{
    auto classes = m_classes.classes();
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    classes.erase(classes.begin() + row);
    Q_EMIT edited(classes);
}

void ClassPanel::recolour()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const auto &now = m_classes.classes()[static_cast<std::size_t>(row)];
    auto *dialog = new QColorDialog(QColor(QString::fromStdString(now.colour)), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < 8; ++i)
        QColorDialog::setCustomColor(i, ClassTable::suggestedColour(i));
    connect(dialog, &QColorDialog::colorSelected, this,
            [this, row](const QColor &colour) { setColour(row, colour); });
    dialog->open();
}

void ClassPanel::setColour(int row, const QColor &colour)
{
    auto classes = m_classes.classes();
    if (row >= static_cast<int>(classes.size()))
        return;
    classes[static_cast<std::size_t>(row)].colour = colour.name().toStdString();
    Q_EMIT edited(classes);
}

void ClassPanel::showButtons()
{
    const auto name = m_name->text().trimmed().toStdString();
    const bool isNew = !name.empty() && m_classes.indexOf(name) < 0;
    m_add->setEnabled(isNew);
    m_rename->setEnabled(isNew && m_list->currentRow() >= 0);
    m_colour->setEnabled(m_list->currentRow() >= 0);
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

void ClassPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ClassPanel::retranslate()
{
    m_list->setAccessibleName(tr("Classes"));
    m_list->setToolTip(tr("The class of what is drawn next, and of the selected shapes; the digits "
                          "1 to 9 choose it, too"));
    m_name->setAccessibleName(tr("Name of a class, to be added or for the chosen one"));
    m_name->setPlaceholderText(tr("New name"));
    m_add->setText(tr("A&dd"));
    m_add->setToolTip(tr("A new class of this name"));
    m_rename->setText(tr("Re&name"));
    m_rename->setToolTip(tr("The chosen class, and its shapes on all pictures, get this name"));
    m_colour->setText(tr("C&olour…"));
    m_remove->setText(tr("Re&move"));
    m_remove->setToolTip(tr("Off this list; shapes of the class keep its name"));
}

} // namespace cf::ui
