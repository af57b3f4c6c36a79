#pragma once

#include "core/engine/detail/efficient_net.h"
#include "core/engine/detail/vision_transformer.h"
#include "tests/parity/golden_file.h"
#include "tests/parity/report.h"

#include <map>
#include <string>

/// Pictures and weights of the backbones' golden files: section 10 of GOLDEN.md.
namespace cf::parity {

/// The two network inputs of a golden file, [1, 3, side, side].
struct Images
{
    torch::Tensor noise, smooth;
};
Images backboneImages(const Fill &fill, std::int64_t side);

/// Names and shapes of an official weight file.
using StateList = std::map<std::string, Shape>;
StateList stateOf(const engine::detail::EfficientNetShape &shape);
StateList stateOf(const engine::detail::TransformerShape &shape);
StateList stateOf(const engine::detail::NamedTensors &tensors);

engine::detail::NamedTensors fillAll(const StateList &list, const Fill &fill, double gain2);

/// Adds the case "<file>/state_dict": the number of entries that differ from the list in the folder
/// called state_dict_<name>.json. Nothing when it is not there.
void compareState(const GoldenFolder &folder, const std::string &file, const std::string &name,
                  const StateList &list, Report &report);

} // namespace cf::parity
