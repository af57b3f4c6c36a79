#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace cf::ui {

/// One step of the wizard: what is asked, why, and below it the controls.
class StepPage : public QWidget
{
    Q_OBJECT
public:
    explicit StepPage(QWidget *parent = nullptr);

    /// What has the focus when the step is come to by keyboard.
    virtual QWidget *firstControl() const = 0;

protected:
    void setTexts(const QString &title, const QString &intro);
    QVBoxLayout &column() { return *m_column; }
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title, *m_intro;
    QVBoxLayout *m_column;
};

/// A label that wraps.
QLabel *wrappingLabel();
/// The same, less prominent.
QLabel *hintLabel();
QLabel *boldLabel();

} // namespace cf::ui
