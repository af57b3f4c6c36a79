#pragma once

#include "core/store/project.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>

/// The Result is an Error of that code; prints what came instead. (QCOMPARE would take
/// cf::toString() for its own and free the word.)
#define CF_FAILS(result, wanted)                                                                   \
    do {                                                                                           \
        const auto &cfFailed = (result);                                                           \
        QVERIFY2(!cfFailed.ok() && cfFailed.error().code == (wanted),                              \
                 cfFailed.ok() ? "it did not fail" : cfFailed.error().detail.c_str());             \
    } while (false)

/// Records with something in every field, for the tests of the store.
namespace samples {

inline std::filesystem::path pathOf(const QTemporaryDir &dir, const char *name)
{
    return std::filesystem::path(dir.path().toStdString()) / name;
}

inline void writeFile(const std::filesystem::path &path, const std::string &text)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

inline cf::store::NewRun newRun(const std::string &name = "first")
{
    cf::store::NewRun run;
    run.name = name;
    run.settingsJson = R"({"steps":100})";
    run.seed = 7;
    return run;
}

inline cf::store::Dataset dataset()
{
    using cf::store::Image;
    using cf::store::Split;
    const std::string hash(64, 'a');
    const Image good{0, "bolt/train/good/0.png", Split::Train, false, "good", {}, 640, 480, hash};
    const Image bent{0,           "bolt/test/bent/0.png", Split::Test, true,
                     "bent",      "bolt/mask/0.png",      64,          48,
                     std::nullopt};
    const Image unknown{0, "nut/wei\xc3\x9f.png", Split::Validation, {}, "", {}, 0, 0, {}};
    return {0,       "screws", "/data/screws",
            "mvtec", "",       {{0, "bolt", {bent, good}}, {0, "nut", {unknown}}}};
}

/// metricCount metrics, scoreCount scores, two densities of 100 points. `mark` goes into the
/// settings.
inline cf::store::Evaluation evaluation(cf::store::Id runId, int metricCount = 3,
                                        int scoreCount = 4, int mark = 0)
{
    using namespace cf::store;
    Evaluation evaluation;
    evaluation.runId = runId;
    evaluation.startedUtc = "2024-05-01T12:00:00.000Z";
    evaluation.endedUtc = "2024-05-01T12:01:00.000Z";
    evaluation.settingsJson = "{\"lambda\":0.5,\"mark\":" + std::to_string(mark) + "}";
    evaluation.secondsPerImage = 0.25;
    for (int i = 0; i < metricCount; ++i) {
        const std::string name = "metric_" + std::to_string(1000 + i);
        if (i % 3 == 2)
            evaluation.metrics.push_back({"", Variant::Fused, name, {}, "no defect has a mask"});
        else
            evaluation.metrics.push_back({"", Variant::Fused, name, 1.0 / (3 + i), ""});
    }
    for (int i = 0; i < scoreCount; ++i) {
        const std::string path = "bolt/test/" + std::to_string(1000 + i) + ".png";
        evaluation.scores.push_back(
            {"bolt", path, i % 2 == 0, "bent", 0.1 * i, 0.2 * i, {}, -1e-300, {}});
    }
    std::vector<float> x;
    std::vector<float> y;
    for (int i = 0; i < 100; ++i) {
        x.push_back(0.01F * static_cast<float>(i));
        y.push_back(1.0F / static_cast<float>(1 + i));
    }
    evaluation.curves.push_back({"bolt", Variant::Filtered, "kde", "defective", 0.125, x, y});
    evaluation.curves.push_back({"bolt", Variant::Filtered, "kde", "good", 0.25, y, x});
    return evaluation;
}

} // namespace samples
