#pragma once

#include "core/workflow/train.h"
#include "ui/train/training_phase.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace cf::ui {

/// Where the training stands, in words and on a bar, and the buttons that can be pressed then.
class TrainingControls : public QWidget
{
    Q_OBJECT
public:
    explicit TrainingControls(QWidget *parent = nullptr);

    /// `canStart`: the settings are in order. `job`: the one that runs; null = none.
    void show(TrainingPhase phase, bool canStart, const Job *job,
              const std::optional<workflow::TrainingPace> &pace);
    /// What stands there while nothing runs.
    void setSentence(const QString &sentence);
    /// Without a project the first button makes one.
    void setHasProject(bool hasProject);
    QWidget *firstControl() const;

Q_SIGNALS:
    void startWanted();
    void pauseWanted();
    void resumeWanted();
    void finishWanted();
    void stopWanted();
    void goOnWanted(); ///< after a stop or a failure

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText(const Job &job, const std::optional<workflow::TrainingPace> &pace);
    void retranslate();

    TrainingPhase m_phase = TrainingPhase::Idle;
    bool m_hasProject = false;
    QLabel *m_text, *m_details;
    QProgressBar *m_bar;
    QPushButton *m_start, *m_pause, *m_finish, *m_stop, *m_goOn, *m_retry;
};

} // namespace cf::ui
