#include "core/synthesis/defect.h"

#include "core/synthesis/augment.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace cf::synthesis::detail {

cv::Point2d pickPlace(const Canvas &canvas, Random &random)
{
    const cv::Size frame = canvas.frame();
    for (int attempt = 0; attempt < 64; ++attempt) {
        const int x = random.integer(0, frame.width - 1);
        const int y = random.integer(0, frame.height - 1);
        if (canvas.foreground.at<uchar>(y, x) != 0)
            return {static_cast<double>(x), static_cast<double>(y)};
    }
    std::vector<cv::Point> pixels; // a small object: choose among its pixels
    cv::findNonZero(canvas.foreground, pixels);
    if (pixels.empty())
        return {0.0, 0.0};
    return cv::Point2d(pixels[random.index(pixels.size())]);
}

double pickArea(const Canvas &canvas, Random &random, double largestShare, bool soft)
{
    const auto &options = canvas.options;
    const double smallest = options.smallestAreaPx;
    const double largest = std::min(largestShare, options.largestAreaShare) *
                           static_cast<double>(canvas.imageBgr.total());
    const auto &weights = soft ? options.softSizeWeights : options.sizeWeights;
    const double radius =
        random.logUniform(options.sizeRadiusPx[random.weighted(weights)]) * canvas.unit;
    constexpr double kRoundness = 2.0; // of pi: shapes are seldom round
    const double area = std::max(smallest, kRoundness * radius * radius);
    if (area <= largest)
        return area;
    // A kind with a lower limit is spread below it, not heaped upon it.
    return random.logUniform(smallest, std::max(smallest * 1.5, largest));
}

cv::Mat cutOut(const Canvas &canvas, cv::Rect box)
{
    cv::Mat part;
    canvas.imageBgr(box).convertTo(part, CV_32FC3);
    return part;
}

cv::Vec3f pickColour(const Canvas &canvas, cv::Rect box, Random &random)
{
    const cv::Scalar local = cv::mean(canvas.imageBgr(box));
    constexpr std::array kWeights{0.5, 0.2, 0.15, 0.15};
    cv::Vec3f colour;
    switch (random.weighted(kWeights)) {
    case 0: {
        const int y = random.integer(0, canvas.frame().height - 1);
        const int x = random.integer(0, canvas.frame().width - 1);
        colour = canvas.imageBgr.at<cv::Vec3b>(y, x);
        break;
    }
    case 1: {
        const double change = random.sign() * random.uniform(canvas.options.contrast);
        for (int c = 0; c < 3; ++c)
            colour[c] = static_cast<float>(local[c] + change);
        break;
    }
    case 2:
        colour = cv::Vec3f::all(static_cast<float>(
            random.chance(0.5) ? random.uniform(0.0, 25.0) : random.uniform(230.0, 255.0)));
        break;
    default: {
        const double level = random.uniform(0.0, 255.0);
        const double tint = random.uniform(0.0, 60.0);
        for (int c = 0; c < 3; ++c)
            colour[c] = static_cast<float>(level + tint * random.uniform(-1.0, 1.0));
    }
    }
    if (canvas.grey)
        colour = cv::Vec3f::all((colour[0] + colour[1] + colour[2]) / 3.0F);
    for (int c = 0; c < 3; ++c)
        colour[c] = std::clamp(colour[c], 0.0F, 255.0F);
    return colour;
}

void addGrain(const Canvas &canvas, cv::Mat &source, double sigmaLevels, double blurPx,
              Random &random)
{
    const auto layer = [&] {
        cv::Mat noise = whiteNoise(source.size(), random);
        if (blurPx > 0.3) {
            cv::GaussianBlur(noise, noise, {}, blurPx);
            noise *= 1.0 + 2.5 * blurPx; // blurring takes about that much of the deviation
        }
        return noise;
    };
    std::vector<cv::Mat> noise(3, layer());
    if (!canvas.grey && random.chance(0.3)) {
        noise[1] = layer();
        noise[2] = layer();
    }
    cv::Mat noise3;
    cv::merge(noise, noise3);
    cv::scaleAdd(noise3, sigmaLevels, source, source);
}

cv::Mat pickTexture(const Canvas &canvas, Random &random)
{
    const auto &folder = canvas.donors.textures;
    cv::Mat texture;
    if (folder && random.chance(canvas.options.textureFolderChance))
        texture = folder->load(random.index(folder->count()), canvas.frame()).orThrow();
    else
        texture = proceduralTexture(canvas.frame(), canvas.grey, random);
    return random.chance(0.3) ? augmentByThree(texture, random) : texture;
}

cv::Mat pickOther(const Canvas &canvas, Random &random)
{
    const auto &images = canvas.donors.images;
    if (images.empty())
        return canvas.imageBgr;
    const cv::Mat &other = images[random.index(images.size())];
    if (other.size() == canvas.frame())
        return other;
    cv::Mat resized;
    cv::resize(other, resized, canvas.frame(), 0.0, 0.0, cv::INTER_AREA);
    return resized;
}

Defect drawDefect(Kind kind, const Canvas &canvas, Random &random)
{
    switch (kind) {
    case Kind::None:
        break;
    case Kind::PerlinTexture:
        return drawTexture(canvas, random);
    case Kind::PerlinTone:
        return drawTone(canvas, random);
    case Kind::Line:
        return drawLine(canvas, random);
    case Kind::Scar:
        return drawScar(canvas, random);
    case Kind::Blob:
        return drawBlob(canvas, random);
    case Kind::Dots:
        return drawDots(canvas, random);
    case Kind::CutPaste:
        return drawCutPaste(canvas, random);
    case Kind::OtherPart:
        return drawOtherPart(canvas, random);
    case Kind::Duplicate:
        return drawDuplicate(canvas, random);
    case Kind::Shuffle:
        return drawShuffle(canvas, random);
    case Kind::Missing:
        return drawMissing(canvas, random);
    case Kind::Fill:
        return drawFill(canvas, random);
    case Kind::Warp:
        return drawWarp(canvas, random);
    case Kind::Morph:
        return drawMorph(canvas, random);
    case Kind::Smear:
        return drawSmear(canvas, random);
    case Kind::Shade:
        return drawShade(canvas, random);
    case Kind::Stain:
        return drawStain(canvas, random);
    case Kind::FrayEdge:
        return drawFrayEdge(canvas, random);
    }
    return {};
}

} // namespace cf::synthesis::detail
