#pragma once

#include "core/base/run_context.h"
#include "core/dataset/dataset.h"

#include <cstdint>
#include <span>

namespace cf::dataset {

/// The thorough pass: reads every image and mask on all cores and appends to dataset.problems
/// - images and masks that cannot be read, are cut off, or are of a format that is not understood;
/// - masks of another size than their image, and masks that mark nothing;
/// - defects without a mask where others have one, and categories without any mask (not for plain
///   folders, where masks are a bonus);
/// - categories that are empty or have no normal image to train on;
/// - training images with exactly the same content, and test images that are also training images.
/// Pixels of images are not decoded, so damage inside a complete JPEG passes. Doing it twice adds
/// nothing. Progress is stage "inspect", one step an image. Throws Cancelled; problems are then as
/// they were.
void checkDataset(Dataset &dataset, RunContext &run);

/// FNV-1a of 64 bits: tells files apart, is no protection against intent.
std::uint64_t contentHash(std::span<const std::uint8_t> bytes);

} // namespace cf::dataset
