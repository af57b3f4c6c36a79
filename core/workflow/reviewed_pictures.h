#pragma once

#include "core/annotation/annotation.h"
#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/trainer.h"
#include "core/store/project.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

/// What people decided and drew on test pictures, to be learned from. Pictures are told by their
/// bytes (SHA-256), whatever they are called.
namespace cf::workflow {

struct ReviewedPicture
{
    std::string category;
    std::filesystem::path path; ///< relative to the dataset's root
    std::string sha256;
};

struct ReviewedDefect
{
    ReviewedPicture picture;
    annotation::Annotation drawn; ///< marks at least one pixel
};

struct ReviewedPictures
{
    std::vector<ReviewedPicture> normals; ///< decided OK, and no training picture yet
    std::vector<ReviewedDefect> defects;  ///< decided NG and drawn on
    // Not to be learned from:
    std::size_t undrawn = 0;   ///< decided NG, and nothing is drawn on them
    std::size_t unsettled = 0; ///< reviewers differ
    std::size_t unsure = 0;
    std::size_t changed = 0; ///< the file is not there, or not what people saw

    bool isEmpty() const { return normals.empty() && defects.empty(); }
};

/// Of these categories of a dataset (none named: of all), in order of category and path; of equal
/// files the first. Hashes the files; stage "reviewed". Throws Cancelled.
/// fails  as the project does; BadData for a damaged drawing
Result<ReviewedPictures> reviewedPictures(const store::Project &project, store::Id datasetId,
                                          const std::vector<std::string> &categories,
                                          RunContext &run);
/// Of the project's dataset at `root`; empty where there is no such project or dataset.
Result<ReviewedPictures> reviewedPicturesAt(const std::filesystem::path &project,
                                            const std::filesystem::path &root,
                                            const std::vector<std::string> &categories,
                                            RunContext &run);

/// "12 accepted pictures as normals and 5 drawn defects; not used: 2 defects without a drawing".
std::string describe(const ReviewedPictures &reviewed);

/// Keeps in a run's folder what it learns from, masks included, and registers it: decisions and
/// drawings that come later change no run. fails  as files and the project do
Result<void> keepReviewed(store::Project &project, store::Id runId,
                          const ReviewedPictures &reviewed);

/// Adds what a run keeps to its training data; `root` is the dataset's.
/// fails  NotFound or BadFormat where it is no longer there or damaged; BadData when a picture is
///        no longer what it was
Result<void> addReviewed(const store::Project &project, store::Id runId,
                         const std::filesystem::path &root, engine::TrainingData &data,
                         RunContext &run);

} // namespace cf::workflow
