#pragma once

#include "core/workflow/inspect.h"
#include "ui/image/view_renderer.h"

#include <QString>

namespace cf::ui {

/// "Matching cost, layer 2", "Baseline map", ... in the user's language.
QString stageName(const workflow::NoiseStage &stage);
/// With a large first letter.
QString capitalised(QString text);
/// "encoder block 1" of the network's "cbam_fusion1".
QString blockName(const std::string &block);
/// "spatial guidance 12, weight 0.713".
QString channelName(const engine::AttentionChannel &channel);
/// "good/003.png" as far as the project knows it, else "Template 2 of 3".
QString templateName(const workflow::Inspection &inspection, std::size_t number);
/// Of what a view shows: a stage's name, "Cost, layer 1, good/003.png", ...
QString choiceName(const workflow::Inspection &inspection, const workflow::MapChoice &choice);
/// What the map's numbers are and which scale colours them; empty for the bare picture.
QString unitText(const workflow::Inspection &inspection, const workflow::MapChoice &choice,
                 bool perPicture);

/// Whether the map is in standard deviations of the validation normals of its category, so that a
/// threshold means the same in all pictures.
bool isStandardised(workflow::NoiseStage::Kind kind);
bool isStandardised(const workflow::Inspection &inspection, const workflow::MapChoice &choice);

/// How the user wants scores to become colours.
struct ScaleWish
{
    double deviations = 8.0; ///< upper end of standardised maps
    double threshold = 4.0;  ///< of standardised maps
    bool perPicture = false; ///< from the smallest to the largest score of this map
};

/// The scale that a map is drawn with: the same for all pictures unless per picture is wished or
/// the map has no scale of its own (activations).
MapScale scaleOf(const workflow::Inspection &inspection, const workflow::MapChoice &choice,
                 const cv::Mat &map, const ScaleWish &wish);

} // namespace cf::ui
