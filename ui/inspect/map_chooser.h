#pragma once

#include "core/workflow/inspect.h"

#include <QWidget>

#include <memory>

class QComboBox;

namespace cf::ui {

/// Which map a view shows: the picture, a stage, the cost of one layer against one template, or one
/// channel of an attention block. What a picture does not have falls back to the picture alone.
class MapChooser : public QWidget
{
    Q_OBJECT
public:
    explicit MapChooser(QWidget *parent = nullptr);

    void setInspection(const std::shared_ptr<const workflow::Inspection> &inspection);
    void setChoice(const workflow::MapChoice &choice); ///< without chosen()
    const workflow::MapChoice &choice() const { return m_choice; }
    /// For screen readers: which of two this one is.
    void setName(const QString &name);

Q_SIGNALS:
    void chosen(const cf::workflow::MapChoice &choice);

protected:
    void changeEvent(QEvent *event) override;

private:
    void take();
    void fill();
    void fillMaps();
    void fillDetails();
    void fillTemplates();
    void fillChannels();

    std::shared_ptr<const workflow::Inspection> m_inspection;
    workflow::MapChoice m_choice;
    QString m_name;
    QComboBox *m_map, *m_index, *m_part;
};

} // namespace cf::ui
