#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/engine/scorer.h"
#include "core/store/project.h"
#include "core/workflow/added_normals.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cf::workflow {

/// The number that a run goes by on the command line. Fails with BadUsage for anything else.
Result<store::Id> runIdFrom(const std::string &text);

/// The model file of a finished run. Fails with NotFound, or BadData when the run has not been
/// finished.
Result<std::filesystem::path> modelOfRun(const store::Project &project, const store::Run &run);

/// Where features of normals are kept outside of a project; empty where the user has no home.
std::filesystem::path userFeatureCache();

/// Root of the data set that a run was trained on or tested with; empty when it is not known.
std::filesystem::path dataFolderOf(const store::Project &project, const store::Run &run);

/// The sentence about a picture that the template source had nothing for; see
/// engine::ScoredImage::templateNote.
std::string templateWarning(const std::string &note);

/// What a model is used for.
struct ModelUse
{
    std::filesystem::path model;
    std::string device = "cpu";
    std::filesystem::path cacheFolder; ///< of its normals' features; empty = userFeatureCache()
    std::filesystem::path dataFolder;  ///< root of the pictures, for template sources
    /// What joins its normals; none: those that are kept beside the model.
    std::optional<std::vector<AddedNormal>> normals = std::nullopt;
};

/// What a scorer of the model is opened with. Fails as findWeights(), plugin::openTemplateSource(),
/// loadAddedNormals() and engine::summariseModel().
Result<engine::ScorerOptions> scorerOptions(const ModelUse &use);

/// Opens a scorer with the backbone weights and the template source that the model was trained
/// with. Fails as scorerOptions() and Scorer::open().
Result<engine::Scorer> openScorer(const ModelUse &use, RunContext &run);

} // namespace cf::workflow
