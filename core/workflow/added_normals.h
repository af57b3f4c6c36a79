#pragma once

#include "core/base/result.h"
#include "core/engine/scorer.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cf::workflow {

/// A picture that was taken as normal after the training.
struct AddedNormal
{
    engine::AddedNormal picture; ///< contentKey: SHA-256 of its file
    std::filesystem::path file;  ///< where it lay then; not needed any more
    std::string addedUtc;        ///< ISO 8601
    std::string addedBy;         ///< a reviewer's name; may be empty
};

/// Where they are kept: beside the model, as MODEL.normals.safetensors, each with its pixels. So
/// the model's bytes, and with them the hash in the audit trail, stay as they are, and no picture
/// of a dataset is needed to use it.
std::filesystem::path addedNormalsFile(const std::filesystem::path &model);

/// None are kept: an empty list. Fails with BadFormat for a damaged file, and with BadData for one
/// of another model than the one that is there now.
Result<std::vector<AddedNormal>> loadAddedNormals(const std::filesystem::path &model);

/// Replaces the list, whole or not at all; an empty one leaves no file. Fails with NotFound without
/// the model, ReadOnly, DiskFull or Failed.
Result<void> saveAddedNormals(const std::filesystem::path &model,
                              const std::vector<AddedNormal> &normals);

/// As the scorer takes them.
std::vector<engine::AddedNormal> picturesOf(const std::vector<AddedNormal> &normals);

/// Equal for equal sets of added normals, whatever their order; empty for none.
std::string normalsKey(const std::vector<AddedNormal> &normals);

/// What scores and maps depend on: the model and its added normals. Without any it is the model's
/// own hash.
std::string scoringKey(const std::string &modelSha256, const std::vector<AddedNormal> &normals);

} // namespace cf::workflow
