#pragma once

#include "core/workflow/decision_rule.h"
#include "core/workflow/zone_choice.h"
#include "ui/analyse/zone_matrix.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QGroupBox;
class QLabel;
class QPushButton;

namespace cf::ui {

class CostPanel;
class DistributionPlot;
class PictureTable;

/// What passes, what a person looks at and what is rejected, by what mistakes cost: two thresholds
/// over the scores, what becomes of the test pictures, and what that means for production.
class ZonesView : public QWidget
{
    Q_OBJECT
public:
    explicit ZonesView(QWidget *parent = nullptr);
    ~ZonesView() override; ///< waits for the interval at work

    void setAnalysis(const std::shared_ptr<const workflow::Analysis> &analysis);
    /// The rule that lies with the model now, or the sentence why there is none.
    void setKept(const std::optional<workflow::DecisionRule> &rule, const QString &problem = {});

    /// None: the scores cannot choose, or nothing is open.
    const std::optional<workflow::ZoneChoice> &choice() const { return m_choice; }
    CostPanel &panel() { return *m_panel; }
    ZoneMatrix &matrix() { return *m_matrix; }
    PictureTable &pictures() { return *m_pictures; }
    /// What the thresholds mean, in sentences.
    QString conclusion() const;

Q_SIGNALS:
    void pictureWanted(const QString &path);
    /// These are to lie with the model.
    void keepWanted(const cf::workflow::ChosenZones &zones);
    /// The interval of the expected cost has been found.
    void intervalFound();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeControls();
    QWidget *makeRight();
    const workflow::ScoreAnalysis *scores() const;
    std::string category() const;
    void fillCategories();
    void showCategory();
    void choose();
    void moveTo(metrics::ZoneThresholds thresholds);
    void take(std::optional<workflow::ZoneChoice> choice);
    void showFigures();
    void showKept();
    void showListed();
    static QString reach(const metrics::Interval &scores);
    void seekInterval();
    void retranslate();

    std::shared_ptr<const workflow::Analysis> m_analysis;
    metrics::RankedScores m_ranked;
    std::optional<workflow::ZoneChoice> m_choice;
    QString m_obstacle; ///< why there is no choice
    std::optional<metrics::CheapestZonesIntervals> m_intervals;
    int m_generation = 0; ///< of the choice; intervals of older ones are dropped
    std::optional<workflow::DecisionRule> m_kept;
    QString m_keptProblem;
    QThreadPool m_pool;
    QTimer m_intervalSoon, m_listSoon;

    QLabel *m_categoryLabel, *m_cost, *m_conclusion, *m_keptText, *m_plotTitle, *m_matrixTitle,
        *m_why;
    QComboBox *m_category;
    QGroupBox *m_costBox, *m_meaningBox;
    CostPanel *m_panel;
    QPushButton *m_keep;
    DistributionPlot *m_plot;
    ZoneMatrix *m_matrix;
    PictureTable *m_pictures;
};

} // namespace cf::ui
