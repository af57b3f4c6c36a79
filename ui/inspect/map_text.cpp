#include "ui/inspect/map_text.h"

#include <QCoreApplication>
#include <QFile>

#include <opencv2/core.hpp>

namespace cf::ui {

namespace {

using Kind = workflow::NoiseStage::Kind;
using Choice = workflow::MapChoice;

// Cosine distances of features after a ReLU stay far below their bound of 2; larger ones are drawn
// in the last colour.
constexpr float kLargestCost = 0.6F;
constexpr float kLargestLogit = 6.0F;

QString say(const char *text)
{
    return QCoreApplication::translate("cf::ui::MapText", text);
}

const workflow::NoiseStage &stageOf(const workflow::Inspection &inspection, const Choice &choice)
{
    return inspection.stages.at(static_cast<std::size_t>(choice.index));
}

const engine::AttentionBlock &blockOf(const workflow::Inspection &inspection, const Choice &choice)
{
    return inspection.scored.attention.at(static_cast<std::size_t>(choice.index));
}

MapScale ownScale(const cv::Mat &map)
{
    double low = 0.0;
    double high = 1.0;
    if (!map.empty())
        cv::minMaxLoc(map, &low, &high);
    return {static_cast<float>(low), static_cast<float>(high), std::nullopt};
}

MapScale fixedScale(const workflow::Inspection &inspection, Kind kind, double deviations)
{
    switch (kind) {
    case Kind::LayerCost:
        return {0.0F, kLargestCost, std::nullopt};
    case Kind::Attention:
        return {0.0F, 1.0F, std::nullopt};
    case Kind::NetworkOutput:
        return inspection.scored.outputIsLogit ? MapScale{-kLargestLogit, kLargestLogit, {}}
                                               : MapScale{0.0F, 1.0F, {}};
    case Kind::Baseline:
    case Kind::Filtered:
    case Kind::Fused:
        break;
    }
    return {0.0F, static_cast<float>(deviations), std::nullopt};
}

QString stageUnit(const workflow::Inspection &inspection, Kind kind)
{
    switch (kind) {
    case Kind::LayerCost:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "cost, 1 − cosine"));
    case Kind::Attention:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "share of this picture's range"));
    case Kind::NetworkOutput:
        return inspection.scored.outputIsLogit
                   ? say(QT_TRANSLATE_NOOP("cf::ui::MapText", "logit"))
                   : say(QT_TRANSLATE_NOOP("cf::ui::MapText", "probability"));
    case Kind::Baseline:
    case Kind::Filtered:
    case Kind::Fused:
        break;
    }
    return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "deviations of normals"));
}

} // namespace

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString stageName(const workflow::NoiseStage &stage)
{
    switch (stage.kind) {
    case Kind::LayerCost:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "Matching cost, layer %1"))
            .arg(QString::fromStdString(stage.name));
    case Kind::Baseline:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "Baseline map"));
    case Kind::Attention:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "RCSA heatmap, %1"))
            .arg(blockName(stage.name));
    case Kind::NetworkOutput:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "Network output"));
    case Kind::Filtered:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "Filtered map"));
    case Kind::Fused:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "Fused map"));
    }
    return {};
}

QString blockName(const std::string &block)
{
    const auto name = QString::fromStdString(block);
    QString number;
    for (const QChar letter : name)
        if (letter.isDigit())
            number += letter;
    if (name.startsWith(QLatin1String("cbam_fusion")) || name.startsWith(QLatin1String("encoder")))
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "encoder block %1")).arg(number);
    if (name.startsWith(QLatin1String("db")) || name.startsWith(QLatin1String("decoder")))
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "decoder block %1")).arg(number);
    return name;
}

QString channelName(const engine::AttentionChannel &channel)
{
    QString stream;
    switch (channel.stream) {
    case engine::AttentionStream::Joined:
        stream = say(QT_TRANSLATE_NOOP("cf::ui::MapText", "channel"));
        break;
    case engine::AttentionStream::Volume:
        stream = say(QT_TRANSLATE_NOOP("cf::ui::MapText", "cost volume"));
        break;
    case engine::AttentionStream::SpatialGuidance:
        stream = say(QT_TRANSLATE_NOOP("cf::ui::MapText", "spatial guidance"));
        break;
    case engine::AttentionStream::MatchingGuidance:
        stream = say(QT_TRANSLATE_NOOP("cf::ui::MapText", "matching guidance"));
        break;
    }
    if (!channel.weight)
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "%1 %2, before attention"))
            .arg(stream)
            .arg(channel.number + 1);
    return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "%1 %2, weight %L3"))
        .arg(stream)
        .arg(channel.number + 1)
        .arg(*channel.weight, 0, 'f', 3);
}

QString templateName(const workflow::Inspection &inspection, std::size_t number)
{
    const auto &files = inspection.templateFiles;
    if (number < files.size() && !files[number].empty()) {
        const auto &file = files[number];
        return QFile::decodeName((file.parent_path().filename() / file.filename()).c_str());
    }
    return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "Template %1 of %2"))
        .arg(number + 1)
        .arg(inspection.scored.templateCount);
}

QString choiceName(const workflow::Inspection &inspection, const Choice &choice)
{
    switch (choice.kind) {
    case Choice::Kind::Picture:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "Picture"));
    case Choice::Kind::Stage:
        return stageName(stageOf(inspection, choice));
    case Choice::Kind::TemplateCost:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "Cost, layer %1, %2"))
            .arg(QString::number(choice.index + 1),
                 templateName(inspection, static_cast<std::size_t>(choice.part)));
    case Choice::Kind::AttentionChannel: {
        const auto &block = blockOf(inspection, choice);
        return capitalised(blockName(block.block)) + QStringLiteral(", ") +
               channelName(block.channels.at(static_cast<std::size_t>(choice.part)));
    }
    case Choice::Kind::SpatialAttention:
        return say(QT_TRANSLATE_NOOP("cf::ui::MapText", "%1, spatial attention"))
            .arg(capitalised(blockName(blockOf(inspection, choice).block)));
    }
    return {};
}

QString unitText(const workflow::Inspection &inspection, const Choice &choice, bool perPicture)
{
    QString unit;
    switch (choice.kind) {
    case Choice::Kind::Picture:
        return {};
    case Choice::Kind::Stage:
        unit = stageUnit(inspection, stageOf(inspection, choice).kind);
        break;
    case Choice::Kind::TemplateCost:
        unit = stageUnit(inspection, Kind::LayerCost);
        break;
    case Choice::Kind::AttentionChannel:
        unit = say(QT_TRANSLATE_NOOP("cf::ui::MapText", "activation"));
        perPicture = true;
        break;
    case Choice::Kind::SpatialAttention:
        unit = say(QT_TRANSLATE_NOOP("cf::ui::MapText", "attention weight"));
        break;
    }
    return perPicture
               ? say(QT_TRANSLATE_NOOP("cf::ui::MapText", "%1, this picture's scale")).arg(unit)
               : unit;
}

bool isStandardised(Kind kind)
{
    return kind == Kind::Baseline || kind == Kind::Filtered || kind == Kind::Fused;
}

bool isStandardised(const workflow::Inspection &inspection, const Choice &choice)
{
    return choice.kind == Choice::Kind::Stage && isStandardised(stageOf(inspection, choice).kind);
}

MapScale scaleOf(const workflow::Inspection &inspection, const Choice &choice, const cv::Mat &map,
                 const ScaleWish &wish)
{
    MapScale scale;
    switch (choice.kind) {
    case Choice::Kind::Picture:
        return scale;
    case Choice::Kind::Stage:
        scale = fixedScale(inspection, stageOf(inspection, choice).kind, wish.deviations);
        break;
    case Choice::Kind::TemplateCost:
        scale = fixedScale(inspection, Kind::LayerCost, wish.deviations);
        break;
    case Choice::Kind::AttentionChannel:
        scale = ownScale(map);
        break;
    case Choice::Kind::SpatialAttention:
        scale = {0.0F, 1.0F, std::nullopt};
        break;
    }
    if (wish.perPicture)
        scale = ownScale(map);
    if (isStandardised(inspection, choice))
        scale.threshold = static_cast<float>(wish.threshold);
    return scale;
}

} // namespace cf::ui
