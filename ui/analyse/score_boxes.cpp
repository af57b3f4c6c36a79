#include "ui/analyse/score_boxes.h"

namespace cf::ui {

std::optional<PlotBox> boxOf(const workflow::ScoreAnalysis &scores, bool defective)
{
    const auto &statistics = (defective ? scores.defectiveBox : scores.goodBox).value;
    if (!statistics)
        return std::nullopt;
    PlotBox box{statistics->lowerWhisker,  statistics->lowerQuartile, statistics->median,
                statistics->upperQuartile, statistics->upperWhisker,  {}};
    for (const double score : scores.scoresOf(defective))
        if (score < box.lowerWhisker || score > box.upperWhisker)
            box.outliers.push_back(score);
    return box;
}

} // namespace cf::ui
