#include "ui/annotate/format_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace cf::ui {

using workflow::AnnotationFormat;

namespace {

constexpr int kTextWidthPx = 420;

} // namespace

QString formatName(AnnotationFormat format)
{
    switch (format) {
    case AnnotationFormat::MvtecMasks:
        return FormatDialog::tr("MVTec masks (PNG)");
    case AnnotationFormat::Coco:
        return FormatDialog::tr("COCO (JSON)");
    case AnnotationFormat::YoloSeg:
        return FormatDialog::tr("YOLO segmentation (TXT)");
    case AnnotationFormat::Labelme:
        return FormatDialog::tr("labelme (JSON)");
    case AnnotationFormat::IndexedPng:
        return FormatDialog::tr("Classes as colours (PNG)");
    case AnnotationFormat::Csv:
        return FormatDialog::tr("Table (CSV)");
    }
    return {};
}

QString formatDescription(AnnotationFormat format)
{
    switch (format) {
    case AnnotationFormat::MvtecMasks:
        return FormatDialog::tr("A folder with a black and white mask for each picture. The pixels "
                                "alone, without classes.");
    case AnnotationFormat::Coco:
        return FormatDialog::tr("One file for all pictures. Polygons, and all else as pixels.");
    case AnnotationFormat::YoloSeg:
        return FormatDialog::tr("A folder with a text file for each picture, and classes.txt. "
                                "Outlines alone.");
    case AnnotationFormat::Labelme:
        return FormatDialog::tr("A folder with a file for each picture. All kinds of shapes but "
                                "holes.");
    case AnnotationFormat::IndexedPng:
        return FormatDialog::tr(
            "A folder with a PNG for each picture, a colour for each class, and "
            "classes.txt.");
    case AnnotationFormat::Csv:
        return FormatDialog::tr("One table for all pictures. Holds everything.");
    }
    return {};
}

FormatDialog::FormatDialog(Purpose purpose, QWidget *parent)
    : QDialog(parent), m_format(new QComboBox), m_description(new QLabel),
      m_replaces(new QCheckBox(tr("&Replace the shapes that a picture has")))
{
    const bool isImport = purpose == Purpose::Import;
    setWindowTitle(isImport ? tr("Import shapes") : tr("Export shapes"));
    for (const auto format : workflow::kAnnotationFormats)
        m_format->addItem(formatName(format));
    m_format->setAccessibleName(tr("Format"));
    m_format->setCurrentIndex(static_cast<int>(AnnotationFormat::Labelme));
    m_description->setWordWrap(true);
    m_description->setMinimumWidth(kTextWidthPx);
    m_replaces->setVisible(isImport);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *next = buttons->addButton(tr("&Choose the place…"), QDialogButtonBox::AcceptRole);
    next->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_format->setFocus();
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Format"), m_format);
    form->addRow(m_description);
    form->addRow(m_replaces);
    form->addRow(buttons);
    connect(m_format, &QComboBox::currentIndexChanged, this, &FormatDialog::describe);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    describe();
}

AnnotationFormat FormatDialog::format() const
{
    return workflow::kAnnotationFormats[static_cast<std::size_t>(m_format->currentIndex())];
}

bool FormatDialog::replaces() const
{
    return m_replaces->isChecked();
}

void FormatDialog::describe()
{
    m_description->setText(formatDescription(format()));
}

} // namespace cf::ui
