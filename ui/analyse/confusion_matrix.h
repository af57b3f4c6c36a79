#pragma once

#include "core/metrics/image_metrics.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>
#include <optional>

class QLabel;

namespace cf::ui {

/// What happened to a picture at the threshold; the cells of the matrix in reading order.
enum class Outcome { Passed, FalseReject, Escape, Found };

bool isDefective(Outcome outcome);
bool isCalledDefective(Outcome outcome);

/// One cell: a large number, what it means, and its share of the row as the depth of the ground.
class MatrixCell : public QAbstractButton
{
    Q_OBJECT
public:
    explicit MatrixCell(QWidget *parent = nullptr);

    /// share 0..1; none: there are no such pictures
    void setCount(std::size_t count, std::optional<double> share);
    std::size_t count() const { return m_count; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::size_t m_count = 0;
    std::optional<double> m_share;
};

/// Truth against judgement. A click on a cell, or Space on it, chooses its pictures; another one
/// lets them go.
class ConfusionMatrix : public QWidget
{
    Q_OBJECT
public:
    explicit ConfusionMatrix(QWidget *parent = nullptr);

    void setCounts(const metrics::Confusion &counts);
    std::optional<Outcome> chosen() const;
    /// Without a signal.
    void setChosen(std::optional<Outcome> outcome);
    MatrixCell *cell(Outcome outcome) const { return m_cells[std::size_t(outcome)]; }

    /// "false rejects", ... as part of a sentence.
    static QString outcomeText(Outcome outcome);

Q_SIGNALS:
    void choice();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::array<MatrixCell *, 4> m_cells;
    QLabel *m_judgedGood, *m_judgedDefective, *m_good, *m_defective;
};

} // namespace cf::ui
