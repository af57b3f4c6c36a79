#pragma once

#include "core/workflow/analysis.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace cf::ui {

/// What a threshold does in numbers: share, counts and interval a row. Can be read out as
/// sentences.
class RateGrid : public QWidget
{
    Q_OBJECT
public:
    explicit RateGrid(QWidget *parent = nullptr);

    /// None empties it.
    void setScores(const workflow::ScoreAnalysis *scores);
    void setCounts(const metrics::Confusion &counts);
    /// The rows as lines: "Recall 38 of 40, 95 %: 83.5–98.6 %".
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *name, *share, *count, *interval;
    };
    enum RowIndex { Recall, FalseReject, Precision, Accuracy, F1, Auroc, RowCount };

    void setRate(RowIndex row, const workflow::Rate &rate);
    void setRow(RowIndex row, const QString &share, const QString &count, const QString &interval);
    void retranslate();

    std::vector<Row> m_rows;
    QLabel *m_intervalHeading;
    const workflow::ScoreAnalysis *m_scores = nullptr;
    metrics::Confusion m_counts;
};

} // namespace cf::ui
