#pragma once

#include "ui/templates/template_choice.h"

#include <QWidget>

class QLabel;

namespace cf::ui {

class JobRunner;
class SourceBox;
class SourceOptions;

/// Where templates come from: the normal pictures, or a template source with its options.
class SourceChoice : public QWidget
{
    Q_OBJECT
public:
    explicit SourceChoice(JobRunner *runner, QWidget *parent = nullptr);

    ChosenSource source() const;
    void setSource(const ChosenSource &source); ///< tells nobody

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showOptions();
    void retranslate();

    QLabel *m_label, *m_description;
    SourceBox *m_box;
    SourceOptions *m_options;
};

} // namespace cf::ui
