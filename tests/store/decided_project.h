#pragma once

#include "tests/store/samples.h"

/// A project with pictures to decide on, for the tests of the audit trail.
namespace samples {

inline constexpr char kReviewer[] = "Ada";

/// One category "bolt" with `imageCount` images, hashed; reviewer Ada.
inline cf::store::Project projectToDecide(const std::filesystem::path &folder, int imageCount)
{
    using namespace cf::store;
    Project project = Project::create(folder).orThrow();
    Dataset dataset{0, "screws", "/data/screws", "mvtec", "", {{0, "bolt", {}}}};
    for (int i = 0; i < imageCount; ++i) {
        const std::string number = std::to_string(10000 + i);
        dataset.categories.front().images.push_back({0,
                                                     "bolt/test/" + number + ".png",
                                                     Split::Test,
                                                     i % 2 == 1,
                                                     "bent",
                                                     {},
                                                     8,
                                                     8,
                                                     number + std::string(59, 'a')});
    }
    project.saveDataset(dataset).orThrow();
    project.saveReviewer({kReviewer, "{}", true, ""}).orThrow();
    return project;
}

/// What the script decides as its number `step` (from 1) on an image; something in every field.
inline cf::store::NewDecision scripted(std::int64_t step, cf::store::Id imageId)
{
    using namespace cf::store;
    constexpr Verdict kVerdicts[] = {Verdict::Ok, Verdict::Ng, Verdict::Unsure};
    NewDecision decision;
    decision.reviewer = kReviewer;
    decision.imageId = imageId;
    decision.verdict = kVerdicts[step * 7 % 3];
    decision.reason = decision.verdict == Verdict::Ng ? "scratch, d\xc3\xbcnn" : "";
    decision.modelSha256 = std::string(64, 'c');
    decision.score = 1.0 / static_cast<double>(step + 2);
    decision.threshold = 0.25;
    decision.shownJson = R"({"map":"fused","zoom":2,"step":)" + std::to_string(step) + "}";
    return decision;
}

} // namespace samples
