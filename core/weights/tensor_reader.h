#pragma once

#include "core/base/result.h"
#include "core/weights/tensor_file.h"

#include <filesystem>

namespace cf::weights {

/// How much a file may ask for before it is refused. The defaults are far above any real model.
struct ReadLimits
{
    std::uint64_t totalBytes = std::uint64_t{16} << 30;  ///< of all tensors together
    std::uint64_t headerBytes = std::uint64_t{64} << 20; ///< of the part that describes the tensors
    std::size_t values = 4'000'000; ///< numbers, strings, containers in that part
    std::size_t tensors = 200'000;  ///< named tensors
    int depth = 64;                 ///< dictionaries in dictionaries
};

/// Reads a weight file: torch.save's zip (since 1.6) and its older stream, or safetensors, told
/// apart by content.
///
/// Nothing stored in the file is ever run: its pickle is read by an interpreter that builds inert
/// values and knows a short list of names; any other name refuses the whole file. Sizes are checked
/// against the file before memory is taken. names      path through the dictionaries joined with
/// '.'. A dictionary that holds all tensors alone leaves its own
///            name out (`model_state_dict.`), optimizer state beside it does not count and keeps
///            its path; a leading `module.` on every name is left out.
/// metadata   numbers, strings and truth values of the dictionaries, under their full path;
/// safetensors' __metadata__ errors     NotFound; BadFormat (not a weight file, cut off, damaged,
/// dangerous: the sentence names the tensor or the
///            global); Unsupported (tar-based files before torch 0.2, TorchScript, complex, sparse
///            or quantized tensors, compressed records); Failed (cannot be read)
Result<TensorFile> readTensorFile(const std::filesystem::path &path, const ReadLimits &limits = {});

/// The same without the bytes: names, types, shapes and metadata, checked in the same way.
Result<TensorFile> readTensorHeaders(const std::filesystem::path &path,
                                     const ReadLimits &limits = {});

} // namespace cf::weights
