#pragma once

#include "core/store/project.h"

#include <QColor>
#include <QImage>
#include <QTemporaryDir>

#include <filesystem>
#include <random>

/// A project with evaluations whose numbers are known, and the pictures behind them.
namespace made {

/// `perSide` good and as many defective pictures of a category, apart from the first `wrong` of
/// each, which lie on the other side of 5.
inline void addCategory(cf::store::Evaluation &evaluation, const std::string &category, int perSide,
                        int wrong)
{
    std::mt19937 random(7);
    for (const bool defective : {false, true}) {
        for (int i = 0; i < perSide; ++i) {
            const bool high = defective != (i < wrong);
            const double spread = double(random() % 1000) / 500.0;
            const double fused = (high ? 6.0 : 2.0) + spread;
            const auto name = (defective ? "d" : "g") + std::to_string(i) + ".png";
            evaluation.scores.push_back({category,
                                         std::filesystem::path(category) / name,
                                         defective,
                                         defective ? "scratch" : "good",
                                         3.0 + 0.5 * fused * spread,
                                         0.9 * fused,
                                         fused,
                                         {},
                                         {}});
        }
    }
}

inline void addCurves(cf::store::Evaluation &evaluation, const std::string &category)
{
    using cf::store::Variant;
    for (const auto variant : {Variant::Baseline, Variant::Fused}) {
        const float lift = variant == Variant::Fused ? 0.9F : 0.6F;
        const std::vector<float> x = {0, 0.05F, 0.3F, 1};
        const std::vector<float> y = {0, lift, 0.5F + lift / 2, 1};
        evaluation.curves.push_back({category, variant, "pixel_roc", "", {}, x, y});
        evaluation.curves.push_back(
            {category, variant, "pixel_pr", "", {}, {0, 0.5F, 1}, {1, lift, 0.1F}});
        evaluation.curves.push_back({category, variant, "pro", "", {}, x, y});
        evaluation.curves.push_back(
            {category, variant, "pixel_kde", "good", 0.5, {0, 1, 2}, {0, 1, 0}});
        evaluation.curves.push_back({category,
                                     variant,
                                     "pixel_kde",
                                     "defective",
                                     0.5,
                                     {1 + lift, 2 + lift, 3 + lift},
                                     {0, 1, 0}});
    }
}

inline void addMetrics(cf::store::Evaluation &evaluation, const std::string &category, double base)
{
    using cf::store::Variant;
    double figure = base;
    for (const auto variant : {Variant::Baseline, Variant::Filtered, Variant::Fused}) {
        for (const char *name :
             {"image_auroc", "image_ap", "image_f1max", "pixel_auroc", "pixel_ap", "pixel_f1max"})
            evaluation.metrics.push_back({category, variant, name, figure, ""});
        evaluation.metrics.push_back({category, variant, "au_pro", {}, "there is no mask"});
        figure += 0.02;
    }
}

/// A run with that name and evaluation; its number as a word.
inline std::string addRun(cf::store::Project &project, const std::filesystem::path &root,
                          cf::store::Evaluation evaluation)
{
    cf::store::NewRun row;
    row.name = "compact, 400 steps";
    const auto run = project.createRun(row).orThrow();
    evaluation.runId = run;
    evaluation.startedUtc = "2024-05-01T12:00:00.000Z";
    evaluation.endedUtc = "2024-05-01T12:01:00.000Z";
    evaluation.settingsJson = "{\"data\":\"" + root.string() + "\"}";
    project.saveEvaluation(evaluation).orThrow();
    return std::to_string(run);
}

inline void paintPictures(const std::filesystem::path &root,
                          const cf::store::Evaluation &evaluation)
{
    for (const auto &score : evaluation.scores) {
        const auto file = root / score.path;
        std::filesystem::create_directories(file.parent_path());
        QImage picture(64, 48, QImage::Format_RGB32);
        picture.fill(*score.defective ? QColor(160, 120, 90) : QColor(120, 140, 160));
        picture.save(QString::fromStdString(file.string()));
    }
}

} // namespace made
