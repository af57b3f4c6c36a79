#pragma once

#include "core/engine/train_options.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace cf::ui {

/// Category, source, rule and number of templates, each in plain words.
class TemplateControls : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateControls(QWidget *parent = nullptr);

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

Q_SIGNALS:
    void categoryChanged();
    void strategyChanged();
    void countChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void explain();
    void retranslate();

    QLabel *m_categoryLabel, *m_sourceLabel, *m_strategyLabel, *m_countLabel, *m_explanation;
    QComboBox *m_category, *m_source, *m_strategy;
    QSpinBox *m_count;
};

} // namespace cf::ui
