#pragma once

#include "core/imaging/map_file.h"
#include "core/store/project.h"

#include <QColor>
#include <QImage>

#include <opencv2/core/mat.hpp>

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

/// A project with pictures, scores and maps to review, all on the disk.
namespace reviewed {

/// For what takes a moment: the disk may be slow.
inline constexpr int kWaitMs = 60000;

inline constexpr int kSidePx = 64;
/// Those whose label and score disagree: a good one that scores high, a defect that scores low.
inline constexpr int kGoodThatScoresHigh = 4;
inline constexpr int kDefectThatScoresLow = 7;

inline std::filesystem::path pathOf(int number)
{
    char name[16];
    std::snprintf(name, sizeof name, "%05d.png", number);
    return std::filesystem::path("bolt/test") / (number % 2 == 1 ? "bent" : "good") / name;
}

/// Of every second picture, which are the defective ones, above 5; no two are equal.
inline double scoreOf(int number)
{
    const bool isHigh =
        (number % 2 == 1 && number != kDefectThatScoresLow) || number == kGoodThatScoresHigh;
    return (isHigh ? 6.0 : 2.0) + 0.0001 * number;
}

/// `count` pictures of category "bolt", even ones good, odd ones bent; a run of another method that
/// scored them, and, if asked for, its maps: high in the upper left quarter. Returns the run.
inline std::string makeProject(const std::filesystem::path &folder, int count, bool withMaps = true)
{
    namespace fs = std::filesystem;
    using namespace cf::store;
    const auto root = folder / "pictures";
    const auto maps = folder / "maps";
    auto project = Project::create(folder / "project").orThrow();
    Dataset dataset;
    dataset.name = "bolts";
    dataset.root = root;
    dataset.format = "mvtec-ad";
    auto &category = dataset.categories.emplace_back();
    category.name = "bolt";
    Evaluation evaluation;
    for (int i = 0; i < count; ++i) {
        const auto path = pathOf(i);
        const bool isDefective = i % 2 == 1;
        const std::string kind = isDefective ? "bent" : "good";
        fs::create_directories((root / path).parent_path());
        QImage picture(kSidePx, kSidePx, QImage::Format_RGB32);
        picture.fill(QColor(i % 251, 120, i / 251 % 251)); // no two are equal
        picture.save(QString::fromStdString((root / path).string()));
        Image image;
        image.path = path;
        image.defective = isDefective;
        image.kind = kind;
        category.images.push_back(image);
        ImageScore score;
        score.category = "bolt";
        score.path = path;
        score.defective = isDefective;
        score.kind = kind;
        score.external = scoreOf(i);
        evaluation.scores.push_back(score);
        if (!withMaps)
            continue;
        cv::Mat map(kSidePx, kSidePx, CV_32FC1, cv::Scalar(1.0));
        map(cv::Rect(0, 0, kSidePx / 2, kSidePx / 2)) = cv::Scalar(scoreOf(i));
        const auto file = maps / path.parent_path() / (path.stem().string() + ".tiff");
        fs::create_directories(file.parent_path());
        cf::imaging::saveMap(file, map, cf::imaging::MapFormat::Tiff).orThrow();
    }
    fs::create_directories(root / "bolt/train/good"); // as the layout wants it
    QImage normal(kSidePx, kSidePx, QImage::Format_RGB32);
    normal.fill(Qt::white);
    normal.save(QString::fromStdString((root / "bolt/train/good/00000.png").string()));
    evaluation.datasetId = project.saveDataset(dataset).orThrow();
    NewRun run;
    run.kind = RunKind::External;
    run.name = "other";
    run.datasetId = evaluation.datasetId;
    run.settingsJson = "{\"maps\":\"" + maps.string() + "\"}";
    evaluation.runId = project.createRun(run).orThrow();
    evaluation.startedUtc = evaluation.endedUtc = "2024-05-01T12:00:00.000Z";
    project.saveEvaluation(evaluation).orThrow();
    return std::to_string(evaluation.runId);
}

inline void
addReviewer(const std::filesystem::path &folder, const std::string &name,
            const std::string &profile = R"({"order":"category","reasons":["bent","dirty"]})")
{
    auto project = cf::store::Project::open(folder / "project").orThrow();
    project.saveReviewer({name, profile, true, ""}).orThrow();
}

inline std::vector<cf::store::Decision> trailOf(const std::filesystem::path &folder)
{
    return cf::store::Project::open(folder / "project").orThrow().decisions().orThrow();
}

} // namespace reviewed
