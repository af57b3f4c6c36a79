#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace cf::ui {

/// Says that decisions are not on the disk, and what can be done.
class SaveProblem : public QFrame
{
    Q_OBJECT
public:
    explicit SaveProblem(QWidget *parent = nullptr);

    void showProblem(const QString &sentence, std::size_t waiting);

Q_SIGNALS:
    void retryWanted();
    void discardWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_sentence;
    int m_waiting = 0;
    QLabel *m_text;
    QPushButton *m_retry, *m_discard;
};

} // namespace cf::ui
