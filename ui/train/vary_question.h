#pragma once

#include "core/engine/train_options.h"

#include <opencv2/core/mat.hpp>

#include <QWidget>

#include <array>
#include <vector>

class QButtonGroup;
class QLabel;
class QRadioButton;

namespace cf::ui {

class PictureGrid;

/// One question about what may change from picture to picture: the question, what was measured,
/// three answers, and examples of what the present answer lets happen.
class VaryQuestion : public QWidget
{
    Q_OBJECT
public:
    /// `option`: the command line's name, "--vary-light".
    explicit VaryQuestion(const QString &option, QWidget *parent = nullptr);

    engine::Variation answer() const;
    void setTexts(const QString &question, const QString &examplesName);
    void setMeasured(const QString &sentence);
    void setExamples(const std::vector<cv::Mat> &pictures);
    void setStale(bool stale);
    void clearExamples();
    void setEmptyText(const QString &text);
    QWidget *firstControl() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_question, *m_measured;
    QButtonGroup *m_answers;
    std::array<QRadioButton *, 3> m_buttons;
    PictureGrid *m_examples;
};

} // namespace cf::ui
