#include "ui/inspect/stage_text.h"

#include <QCoreApplication>

namespace cf::ui {

namespace {

using Kind = workflow::NoiseStage::Kind;

// Cosine distances of features after a ReLU stay far below their bound of 2; larger ones are drawn
// in the last colour.
constexpr float kLargestCost = 0.6F;
constexpr float kLargestLogit = 6.0F;

} // namespace

QString stageName(const workflow::NoiseStage &stage)
{
    const auto name = QString::fromStdString(stage.name);
    switch (stage.kind) {
    case Kind::LayerCost:
        return QCoreApplication::translate("stageName", "Matching cost, layer %1").arg(name);
    case Kind::Baseline:
        return QCoreApplication::translate("stageName", "Baseline map");
    case Kind::Attention:
        return QCoreApplication::translate("stageName", "RCSA heatmap, %1").arg(name);
    case Kind::NetworkOutput:
        return QCoreApplication::translate("stageName", "Network output");
    case Kind::Filtered:
        return QCoreApplication::translate("stageName", "Filtered map");
    case Kind::Fused:
        return QCoreApplication::translate("stageName", "Fused map");
    }
    return {};
}

bool isStandardised(Kind kind)
{
    return kind == Kind::Baseline || kind == Kind::Filtered || kind == Kind::Fused;
}

std::pair<float, float> stageRange(const workflow::NoiseStage &stage, double deviations)
{
    switch (stage.kind) {
    case Kind::LayerCost:
        return {0.0F, kLargestCost};
    case Kind::Attention:
        return {0.0F, 1.0F};
    case Kind::NetworkOutput:
        return {-kLargestLogit, kLargestLogit};
    case Kind::Baseline:
    case Kind::Filtered:
    case Kind::Fused:
        break;
    }
    return {0.0F, static_cast<float>(deviations)};
}

} // namespace cf::ui
