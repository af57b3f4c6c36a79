#pragma once

#include "core/workflow/review_evidence.h"
#include "ui/review/queue_arrangement.h"

#include <QWidget>

#include <array>
#include <string>

class QGridLayout;
class QLabel;

namespace cf::ui {

class PathLabel;

/// Beside the picture: what the model says of it, what its label says, and who decided what; in a
/// blind queue neither label nor others' decisions.
class EvidenceFacts : public QWidget
{
    Q_OBJECT
public:
    explicit EvidenceFacts(QWidget *parent = nullptr);

    /// `note` of the template source; empty while the evidence is not there.
    void show(const workflow::ReviewSet &set, std::size_t picture, const std::string &note,
              const review::Ledger &ledger, const QueueWish &wish);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Fact {
        Category,
        Score,
        Threshold,
        Distance,
        AtStake,
        Label,
        Model,
        Templates,
        Decisions,
        Count
    };
    void set(Fact fact, const QString &text); ///< an empty one hides the line
    QString thresholdText(const workflow::ReviewCategory &category,
                          const std::string &problem) const;
    QString distanceText(const review::QueueItem &item) const;
    QString decisionsText(const review::Ledger &ledger, std::size_t picture,
                          const QueueWish &wish) const;
    void retranslate();

    PathLabel *m_picture;
    QGridLayout *m_grid;
    std::array<QLabel *, Count> m_names, m_values;
};

} // namespace cf::ui
