#pragma once

#include "ui/templates/template_choice.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace cf::ui {

class JobRunner;
class SourceBox;
class SourceOptions;

/// Category, source, rule and number of templates, each in plain words.
class TemplateControls : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateControls(JobRunner *runner, QWidget *parent = nullptr);

    /// The first one becomes current; tells nobody.
    void setCategories(const QStringList &names);
    void setCategory(const QString &name); ///< tells, if it is another one
    QString category() const;

    /// Tells nobody.
    void setStrategy(engine::TemplateStrategy strategy);
    engine::TemplateStrategy strategy() const;
    /// Tells nobody.
    void setCount(int count);
    int count() const;
    /// Tells nobody.
    void setSource(const ChosenSource &source);
    ChosenSource source() const;

Q_SIGNALS:
    void categoryChanged();
    void strategyChanged();
    void countChanged();
    void sourceChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void explain();
    void showSource();
    void retranslate();

    QLabel *m_categoryLabel, *m_sourceLabel, *m_strategyLabel, *m_countLabel, *m_explanation;
    QComboBox *m_category, *m_strategy;
    SourceBox *m_source;
    SourceOptions *m_options;
    QSpinBox *m_count;
};

} // namespace cf::ui
