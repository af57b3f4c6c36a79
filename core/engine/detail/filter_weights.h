#pragma once

#include "core/base/result.h"
#include "core/engine/detail/detector_network.h"
#include "core/engine/detail/tensor_bridge.h"
#include "core/engine/filter_config.h"

#include <filesystem>
#include <string>

namespace cf::engine::detail {

/// A filter's weights from a file: an official CostFilter-AD checkpoint, an export of ours, or one
/// of our models. Tensors go by their official names, with "module." or "network." before them or
/// not.
class FilterWeights
{
public:
    /// Fails with NotFound, BadFormat or Unsupported; runs nothing that the file names.
    static Result<FilterWeights> open(const std::filesystem::path &file);

    /// Published variants differ in this, and nothing else says which one it is.
    void adapt(FilterConfig &config) const;
    /// A class-aware adaptor for another number of categories is not taken over: the sentence says
    /// so, else it is empty. Fails with BadFormat naming the tensors that do not fit.
    Result<std::string> copyTo(DetectorNetwork &network) const;

private:
    FilterWeights(std::filesystem::path file, NamedTensors tensors)
        : m_file(std::move(file)), m_tensors(std::move(tensors))
    {
    }

    std::filesystem::path m_file;
    NamedTensors m_tensors; ///< by official name
};

} // namespace cf::engine::detail
