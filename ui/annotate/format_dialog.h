#pragma once

#include "core/workflow/annotation_exchange.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;

namespace cf::ui {

/// Asks for the format of an import or export, and says what each holds.
class FormatDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Purpose { Import, Export };

    explicit FormatDialog(Purpose purpose, QWidget *parent = nullptr);

    workflow::AnnotationFormat format() const;
    bool replaces() const; ///< of an import: the shapes that a picture has

private:
    void describe();

    QComboBox *m_format;
    QLabel *m_description;
    QCheckBox *m_replaces;
};

/// "labelme", "COCO", ... and what it holds, in the user's language.
QString formatName(workflow::AnnotationFormat format);
QString formatDescription(workflow::AnnotationFormat format);

} // namespace cf::ui
