#include "core/synthesis/synthetic_anomaly.h"

#include <algorithm>

namespace cf::synthesis {

namespace {

constexpr std::array<const char *, kKindCount> kNames{
    "none",      "perlin-texture", "perlin-tone", "line",    "scar",      "blob", "dots",
    "cut-paste", "other-part",     "duplicate",   "shuffle", "missing",   "fill", "warp",
    "morph",     "smear",          "shade",       "stain",   "fray-edge",
};

constexpr std::size_t at(Kind kind)
{
    return static_cast<std::size_t>(kind);
}

} // namespace

const char *toString(Kind kind)
{
    return kNames[at(kind)];
}

Result<Kind> kindFromString(std::string_view name)
{
    std::string known;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (name == kNames[i])
            return static_cast<Kind>(i);
        known += known.empty() ? "" : ", ";
        known += kNames[i];
    }
    return Error::make(ErrorCode::BadUsage, "There is no kind of synthetic defect called \"" +
                                                std::string(name) + "\"; there are " + known + ".");
}

std::vector<Kind> allDefectKinds()
{
    std::vector<Kind> kinds;
    for (std::size_t i = 1; i < kKindCount; ++i)
        kinds.push_back(static_cast<Kind>(i));
    return kinds;
}

KindSplit splitKinds(std::uint64_t seed)
{
    std::vector<std::vector<Kind>> families{
        {Kind::PerlinTexture, Kind::PerlinTone, Kind::Fill, Kind::Smear, Kind::Shade, Kind::Stain},
        {Kind::Line, Kind::Scar, Kind::Blob, Kind::Dots},
        {Kind::CutPaste, Kind::OtherPart, Kind::Duplicate, Kind::Shuffle, Kind::Missing, Kind::Warp,
         Kind::Morph, Kind::FrayEdge},
    };
    Random random(seed);
    KindSplit split;
    for (auto &family : families) {
        random.shuffle(family);
        const std::size_t heldOut = std::max<std::size_t>(1, family.size() / 3);
        for (std::size_t i = 0; i < family.size(); ++i)
            (i < heldOut ? split.heldOut : split.train).push_back(family[i]);
    }
    std::sort(split.train.begin(), split.train.end());
    std::sort(split.heldOut.begin(), split.heldOut.end());
    return split;
}

KindSplit defaultKindSplit()
{
    KindSplit split;
    split.heldOut = {Kind::Scar, Kind::Dots, Kind::CutPaste, Kind::Warp, Kind::Shade, Kind::Stain};
    for (const Kind kind : allDefectKinds())
        if (std::find(split.heldOut.begin(), split.heldOut.end(), kind) == split.heldOut.end())
            split.train.push_back(kind);
    return split;
}

std::array<double, kKindCount> SynthesisOptions::defaultWeights()
{
    std::array<double, kKindCount> weights{};
    weights.fill(1.0);
    weights[at(Kind::None)] = 0.0;
    weights[at(Kind::PerlinTone)] = 1.7;
    weights[at(Kind::Line)] = 1.5;
    weights[at(Kind::Blob)] = 1.2;
    weights[at(Kind::Smear)] = 0.7;
    weights[at(Kind::Fill)] = 0.8;
    weights[at(Kind::FrayEdge)] = 0.7; // the other kinds' regions lie on the edge often enough
    return weights;
}

SynthesisOptions SynthesisOptions::paper()
{
    SynthesisOptions options;
    options.profile = SynthesisProfile::Paper;
    options.kinds = {Kind::PerlinTexture, Kind::Shuffle};
    options.jitter = false;
    return options;
}

} // namespace cf::synthesis
