#pragma once

#include "core/workflow/analysis.h"
#include "ui/analyse/plot_board.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QGroupBox;
class QLabel;
class QTabWidget;

namespace cf::ui {

class CategoryTable;
class PictureTable;
class RateGrid;
class ThresholdPanel;

/// One evaluation: what is looked at and the threshold on the left, four plots, and below them the
/// pictures behind a part of a plot and the metrics of every category.
class AnalysisView : public QWidget
{
    Q_OBJECT
public:
    explicit AnalysisView(QWidget *parent = nullptr);

    void setAnalysis(const std::shared_ptr<const workflow::Analysis> &analysis);

    double threshold() const { return m_threshold; }
    /// Moves the threshold by hand.
    void setThreshold(double threshold);
    PlotBoard &board() { return *m_board; }
    PictureTable &pictures() { return *m_pictures; }
    CategoryTable &metrics() { return *m_metrics; }
    RateGrid &rates() { return *m_rates; }

Q_SIGNALS:
    /// One picture is to be looked at.
    void pictureWanted(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Which pictures the list shows.
    enum class Listed { Misjudged, Outcome, Bin, Point };

    QWidget *makeControls();
    void fillCategories();
    void fillVariants();
    AnalysisChoice choice() const;
    void showChoice();
    void applyRule();
    void showThreshold();
    void list(Listed listed);
    void showListed();
    std::vector<workflow::AnalysedPicture> listedPictures() const;
    QString listedText(std::size_t count) const;
    void retranslate();

    std::shared_ptr<const workflow::Analysis> m_analysis;
    double m_threshold = 0;
    Listed m_listed = Listed::Misjudged;
    std::size_t m_bin = 0, m_point = 0;
    QTimer m_listSoon; ///< the list follows a dragged threshold at leisure, the plots at once

    QLabel *m_categoryLabel, *m_levelLabel, *m_variantLabel, *m_few, *m_why;
    QComboBox *m_category, *m_level, *m_variant;
    QGroupBox *m_thresholdBox, *m_ratesBox;
    ThresholdPanel *m_panel;
    RateGrid *m_rates;
    PlotBoard *m_board;
    QTabWidget *m_tabs;
    PictureTable *m_pictures;
    CategoryTable *m_metrics;
};

} // namespace cf::ui
