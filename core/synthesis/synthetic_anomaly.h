#pragma once

#include "core/base/result.h"
#include "core/synthesis/foreground.h"
#include "core/synthesis/nuisance.h"
#include "core/synthesis/perlin.h"
#include "core/synthesis/texture.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace cf::synthesis {

/// What a synthetic defect looks like. Every kind is local; what is global belongs to
/// NuisanceRanges.
enum class Kind {
    None,          ///< a normal sample
    PerlinTexture, ///< a foreign texture in a Perlin shape
    PerlinTone,    ///< soft-edged change of brightness, tone curve or hue
    Line,      ///< 1-5 px scratch or crack: straight, bent, wandering, branching; flat or in relief
    Scar,      ///< a broader curved stroke, soft or of another part's texture
    Blob,      ///< a few small spots, pits or inclusions
    Dots,      ///< a cluster of specks
    CutPaste,  ///< a patch from elsewhere, turned, scaled, of another tone
    OtherPart, ///< a region of another normal picture
    Duplicate, ///< a part copied within the picture, as is
    Shuffle,   ///< small tiles of the picture in disorder
    Missing,   ///< a part filled in from its surroundings or from the ground
    Fill,      ///< a part in one flat tone
    Warp,      ///< bent, swollen, twisted or displaced structure
    Morph,     ///< structures grown or shrunk by a few pixels
    Smear,     ///< blurred, smeared, over-sharp or noisy
    Shade,     ///< a large, soft, uneven area of light
    Stain,     ///< a tinted patch with a rim, as of a dried liquid
    FrayEdge,  ///< worn or chipped along an edge of the object or the frame
};
inline constexpr std::size_t kKindCount = 19;
const char *toString(Kind kind);
/// BadUsage names the kinds that there are.
Result<Kind> kindFromString(std::string_view name);
/// All but None, in the order above.
std::vector<Kind> allDefectKinds();

/// Two disjoint sets of kinds: what the filter learns from, and what its share of the final map is
/// chosen on. Of each family (tone, small, structure) a third or so is held out and the rest is
/// learned.
struct KindSplit
{
    std::vector<Kind> train;
    std::vector<Kind> heldOut;
};
KindSplit splitKinds(std::uint64_t seed);
/// The split that the defaults were chosen with: CutPaste, Warp, Stain, Shade, Dots and Scar held
/// out.
KindSplit defaultKindSplit();

enum class SynthesisProfile {
    Compact, ///< many kinds, small and thin ones as likely as large ones, with nuisances
    Paper,   ///< the protocol of DRAEM and GLAD: Perlin mask, augmented texture or shuffled tiles
};

/// How samples are made. Lengths named Px hold for a picture whose shorter side is 256 px and grow
/// with it; widths of lines and radii of spots do not.
struct SynthesisOptions
{
    SynthesisProfile profile = SynthesisProfile::Compact;
    double anomalyProbability = 0.5;
    ForegroundMode foreground = ForegroundMode::Everything; ///< where defects may be

    // --- compact
    std::vector<Kind> kinds = allDefectKinds(); ///< drawn by weight; empty = only normal samples
    std::array<double, kKindCount> weights = defaultWeights();
    /// Chance of 1, 2 and 3 defects in one picture.
    std::array<double, 3> countWeights{0.8, 0.2, 0.0};
    /// Regions are drawn by size class, then log-uniformly in the class: small, middle and large
    /// defects are about equally likely, else a filter learns only edges of large ones or only the
    /// large ones.
    std::array<Range, 3> sizeRadiusPx{{{2.5, 10.0}, {10.0, 40.0}, {40.0, 130.0}}};
    std::array<double, 3> sizeWeights{0.35, 0.35, 0.3};
    std::array<double, 3> softSizeWeights{0.15, 0.35, 0.5}; ///< of tone changes: seldom small
    double smallestAreaPx = 10.0;                           ///< not scaled
    double largestAreaShare = 0.45;                         ///< of the picture
    Range opacity{0.15, 1.0};      ///< uniform; how much of the defect shows
    Range strongOpacity{0.6, 1.0}; ///< taken instead of it with the chance below
    double strongOpacityChance = 0.5;
    double fullOpacityChance = 0.0; ///< opacity 1: parts and breaks are seldom transparent
    Range lineWidthPx{1.0, 5.0};    ///< log-uniform, as are the next three
    Range lineLengthPx{15.0, 320.0};
    Range spotRadiusPx{2.0, 12.0};
    Range toneGain{0.5, 1.7};
    Range toneOffset{-25.0, 25.0}; ///< grey levels
    Range toneGamma{0.45, 2.2};    ///< log-uniform
    Range contrast{25.0, 135.0}; ///< grey levels by which lines and spots leave their surroundings
    Range softEdgePx{2.0, 14.0}; ///< Gaussian sigma of tone changes' borders
    Range hardEdgePx{0.3, 3.0};  ///< and of other regions'; at most a third of their radius
    double textureFolderChance = 0.6; ///< for PerlinTexture, when the donors have a folder
    // trimming; changes in grey levels
    double visibleChange = 4.0;  ///< a changed pixel counts from here
    double visibleShare = 0.3;   ///< and from this share of the 90 % quantile: soft tails stay out
    double visibleAnyway = 25.0; ///< and always from here
    double visibleAgainstTexture = 1.5; ///< mean change, grain aside, in units of the texture's own
    double visibleMeanChange = 6.0;     ///< mean over the mask, else the draw is repeated
    int smallestMaskPx = 10;            ///< pixels of the trimmed mask, likewise
    double largestMaskShare = 0.5;      ///< of the picture, likewise
    int attempts = 12;                  ///< then the sample is left normal
    // nuisances on every sample, after the defect: both see the same light
    bool jitter = true;
    NuisanceRanges nuisance;

    // --- paper
    PerlinMaskOptions perlin;
    Range keptShare{0.0, 0.8};  ///< beta: how much of the normal picture shines through
    double textureChance = 0.5; ///< else shuffled tiles of the augmented picture itself
    int shuffledTilesPerSide = 8;
    bool textureIsInput = false; ///< the slip of a published loader: the texture is lost

    static std::array<double, kKindCount> defaultWeights();
    /// The protocol as measured on the reference code; no jitter, no trimming.
    static SynthesisOptions paper();
    static SynthesisOptions compact() { return {}; }
};

/// What defects may be made of besides the picture itself. All may be empty.
struct Donors
{
    std::vector<cv::Mat> images;                   ///< other normal pictures, CV_8UC3, any size
    std::shared_ptr<const TextureFolder> textures; ///< none = textures made by the program
    cv::Mat foreground; ///< CV_8UC1, size of the picture, in place of the one from its grey levels
};

struct SyntheticSample
{
    cv::Mat imageBgr;       ///< CV_8UC3, size of the normal picture
    cv::Mat mask;           ///< CV_8UC1, 0 or 255
    bool anomalous = false; ///< mask is not empty
    Kind kind = Kind::None; ///< the first defect's, where there are several
};

/// One training sample from a normal picture (CV_8UC3, any size from 8 x 8). It depends on the
/// arguments alone. A grey picture gives a grey sample. Throws Failure for a texture file that
/// cannot be read, std::invalid_argument for a picture or foreground of the wrong type or size.
SyntheticSample synthesise(const cv::Mat &normalBgr, const Donors &donors,
                           const SynthesisOptions &options, Random &random);

/// The same, always with a defect of this kind if one can be seen (compact rules): for previews and
/// validation sets.
SyntheticSample synthesiseKind(const cv::Mat &normalBgr, Kind kind, const Donors &donors,
                               const SynthesisOptions &options, Random &random);

/// A picture with a real defect as one more sample: the nuisances of `options` and nothing else.
/// mask CV_8UC1, of the picture's size, not 0 = defect; `kind` is None.
SyntheticSample varyRealDefect(const cv::Mat &imageBgr, const cv::Mat &mask,
                               const SynthesisOptions &options, Random &random);

} // namespace cf::synthesis
