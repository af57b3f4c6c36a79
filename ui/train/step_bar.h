#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace cf::ui {

class StepButton;

enum class StepState {
    Open,    ///< nothing is known yet
    InOrder, ///< a check mark
    Obstacle ///< an exclamation mark, with a sentence as tool tip
};

/// The steps of a wizard in their order, all within reach at any time. Tab goes to the present
/// step, the arrow keys from step to step.
class StepBar : public QWidget
{
    Q_OBJECT
public:
    explicit StepBar(int count, QWidget *parent = nullptr);

    void setNames(const QStringList &names);
    void setState(int step, StepState state, const QString &why = {});
    StepState state(int step) const;
    void setCurrent(int step);
    int current() const;
    int count() const { return static_cast<int>(m_steps.size()); }

Q_SIGNALS:
    /// By the user or by setCurrent().
    void currentChanged(int step);

protected:
    void changeEvent(QEvent *event) override;

private:
    void describe();

    std::vector<StepButton *> m_steps;
};

} // namespace cf::ui
