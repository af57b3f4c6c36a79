#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cf::engine {

/// A feature network that is built in, and how its features are taken when nothing else is said.
struct BackboneInfo
{
    std::string name;  ///< as in --backbone
    std::string title; ///< for people
    int firstLayer, lastLayer;
    int patchPx;             ///< sides of its pictures are multiples of this
    std::vector<int> layers; ///< numbered as its paper does
    int imagePx;             ///< side of the picture that it is shown
    int gridPx;              ///< side of the grid that its layers are brought to
    int poolingPx;           ///< features are averaged over this neighbourhood of the grid
};

const std::vector<BackboneInfo> &backbones();
/// Null when there is none of this name.
const BackboneInfo *findBackbone(const std::string &name);

/// Empty when this backbone gives these layers of pictures with this side, else what to change. Of
/// others than those built in, nothing is known: empty.
std::string objection(const std::string &backbone, const std::vector<int> &layers, int imagePx);

/// Before the name of a network that was exported as TorchScript: torchscript:my-network.
inline constexpr std::string_view kScriptBackbone = "torchscript:";
bool isScriptBackbone(const std::string &name);

} // namespace cf::engine
