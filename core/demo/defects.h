#pragma once

#include "core/demo/board.h"
#include "core/demo/cloth.h"
#include "core/demo/metal.h"
#include "core/demo/random.h"

#include <optional>
#include <string>

namespace cf::demo {

/// A defect that is in how the piece was made, decided before the scene is built; the rest is drawn
/// upon it.
std::optional<YarnGap> clothFault(const std::string &kind, cv::Size imageSize, double strength,
                                  Random &random);
PlateFault plateFault(const std::string &kind, Random &random);
BoardFault boardFault(const std::string &kind, double strength, Random &random);

/// Draws the other kinds; does nothing for those above.
void damageCloth(Scene &scene, const std::string &kind, cv::Size imageSize, double strength,
                 Random &random);
void damagePlate(Scene &scene, const std::string &kind, double strength, Random &random);
void damageBoard(Scene &scene, const std::string &kind, double strength, Random &random);

} // namespace cf::demo
