#pragma once

#include "core/base/result.h"
#include "core/engine/detail/folded_conv.h"
#include "core/engine/detail/tensor_bridge.h"
#include "core/engine/detail/tensor_mismatch.h"

#include <set>
#include <string>
#include <vector>

namespace cf::engine::detail {

/// Takes the tensors of a network out of a weight file, and notes everything that does not fit.
class WeightPicker
{
public:
    /// `tensors` must outlive the picker. Checkpoints hold a backbone's tensors under a prefix
    /// ("enc.", "module."): the one that `landmark`, a tensor of the network, has is left out.
    WeightPicker(const NamedTensors &tensors, const std::string &landmark);

    bool has(const std::string &name) const { return m_tensors.count(m_prefix + name) > 0; }
    std::vector<std::int64_t> shapeOf(const std::string &name) const;

    /// float32. One that is missing or misshapen is noted, and comes back as zeros.
    torch::Tensor take(const std::string &name, const std::vector<std::int64_t> &shape);
    /// A convolution without bias with the batch norm after it folded in.
    FoldedConv conv(const std::string &name, const std::string &norm, std::int64_t out,
                    std::int64_t in, std::int64_t kernel, std::int64_t stride, std::int64_t groups,
                    double normEps);
    /// Tensors whose names begin so belong to the official file, and the features need none.
    void overlook(const std::string &beginning);

    /// Fails with BadFormat naming what is missing, extra or misshapen.
    Result<void> finish(const std::string &source, const std::string &network) const;

private:
    const NamedTensors &m_tensors;
    std::string m_prefix;
    std::set<std::string> m_known;
    TensorMismatch m_mismatch;
};

} // namespace cf::engine::detail
