#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace cf::ui {

class Job;

/// In place of the plot and the pictures: what is missing and what to do, or how far a job is.
class PreviewStatus : public QWidget
{
    Q_OBJECT
public:
    explicit PreviewStatus(QWidget *parent = nullptr);

    /// `action` is what the button says; without one there is no button.
    void showSentence(const QString &sentence, const QString &action = {});
    /// Follows it; the button stops it.
    void showJob(Job *job, const QString &sentence);
    QString sentence() const;

Q_SIGNALS:
    void actionWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();

    QPointer<Job> m_job;
    QString m_jobSentence;
    QLabel *m_sentence;
    QProgressBar *m_bar;
    QPushButton *m_action;
};

} // namespace cf::ui
