#pragma once

#include "core/metrics/image_metrics.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

/// Slow answers straight from the definitions, to compare the real ones with. They share no code
/// with them.
namespace brute {

struct Image
{
    int heightPx = 0;
    int widthPx = 0;
    std::vector<float> scores;
    std::vector<std::uint8_t> mask;
};

/// Scores from `distinctScores` values (so with many ties), masks with blobs, lone pixels and
/// corner contacts.
inline Image randomImage(std::mt19937 &random, int heightPx, int widthPx, unsigned distinctScores)
{
    Image image{heightPx, widthPx, {}, {}};
    for (int i = 0; i < heightPx * widthPx; ++i) {
        const bool anomalous = random() % 5 == 0;
        image.mask.push_back(anomalous ? static_cast<std::uint8_t>(1 + random() % 255) : 0);
        const unsigned lift = anomalous ? distinctScores / 3 : 0;
        image.scores.push_back(static_cast<float>(random() % distinctScores + lift) / 7.0F - 1.0F);
    }
    return image;
}

inline std::vector<cf::metrics::ScoredLabel> pixelsOf(const std::vector<Image> &images)
{
    std::vector<cf::metrics::ScoredLabel> pixels;
    for (const Image &image : images) {
        for (std::size_t i = 0; i < image.scores.size(); ++i)
            pixels.push_back({image.scores[i], image.mask[i] != 0});
    }
    return pixels;
}

/// How often an anomalous sample beats a normal one; half for a draw.
inline double auroc(const std::vector<cf::metrics::ScoredLabel> &samples)
{
    double wins = 0;
    double pairs = 0;
    for (const auto &a : samples) {
        for (const auto &n : samples) {
            if (!a.anomalous || n.anomalous)
                continue;
            ++pairs;
            wins += a.score > n.score ? 1.0 : a.score == n.score ? 0.5 : 0.0;
        }
    }
    return wins / pairs;
}

template <class Scored>
std::vector<double> thresholdsFromTheTop(const Scored &samples)
{
    std::set<double> distinct;
    for (const auto &sample : samples)
        distinct.insert(sample.score);
    return {distinct.rbegin(), distinct.rend()};
}

struct PrecisionAndRecall
{
    double precision = 0;
    double recall = 0;
};

inline PrecisionAndRecall at(const std::vector<cf::metrics::ScoredLabel> &samples, double threshold)
{
    double hits = 0;
    double called = 0;
    double anomalous = 0;
    for (const auto &sample : samples) {
        anomalous += sample.anomalous;
        called += sample.score >= threshold;
        hits += sample.anomalous && sample.score >= threshold;
    }
    return {hits / called, hits / anomalous};
}

inline double averagePrecision(const std::vector<cf::metrics::ScoredLabel> &samples)
{
    double sum = 0;
    double recallBefore = 0;
    for (const double threshold : thresholdsFromTheTop(samples)) {
        const auto [precision, recall] = at(samples, threshold);
        sum += (recall - recallBefore) * precision;
        recallBefore = recall;
    }
    return sum;
}

inline double f1Max(const std::vector<cf::metrics::ScoredLabel> &samples)
{
    double best = 0;
    for (const double threshold : thresholdsFromTheTop(samples)) {
        const auto [precision, recall] = at(samples, threshold);
        if (precision + recall > 0)
            best = std::max(best, 2 * precision * recall / (precision + recall));
    }
    return best;
}

/// Pixel positions of each 8-connected region, by flood fill.
inline std::vector<std::vector<std::size_t>> regionsOf(const Image &image)
{
    std::vector<std::vector<std::size_t>> regions;
    std::vector<char> seen(image.mask.size(), 0);
    for (int startY = 0; startY < image.heightPx; ++startY) {
        for (int startX = 0; startX < image.widthPx; ++startX) {
            std::vector<std::size_t> region;
            std::vector<std::pair<int, int>> open = {{startY, startX}};
            while (!open.empty()) {
                const auto [y, x] = open.back();
                open.pop_back();
                if (y < 0 || x < 0 || y >= image.heightPx || x >= image.widthPx)
                    continue;
                const auto here = static_cast<std::size_t>(y * image.widthPx + x);
                if (image.mask[here] == 0 || seen[here])
                    continue;
                seen[here] = 1;
                region.push_back(here);
                for (int dy = -1; dy <= 1; ++dy) {
                    for (int dx = -1; dx <= 1; ++dx)
                        open.emplace_back(y + dy, x + dx);
                }
            }
            if (!region.empty())
                regions.push_back(std::move(region));
        }
    }
    return regions;
}

/// Mean over regions of the share of pixels found, against the false positive rate, at every
/// threshold; from (0, 0).
inline std::vector<std::pair<double, double>> proCurve(const std::vector<Image> &images)
{
    std::vector<std::pair<double, double>> curve = {{0.0, 0.0}};
    for (const double threshold : thresholdsFromTheTop(pixelsOf(images))) {
        double falsePositives = 0;
        double normals = 0;
        double overlap = 0;
        double regionCount = 0;
        for (const Image &image : images) {
            for (std::size_t i = 0; i < image.scores.size(); ++i) {
                normals += image.mask[i] == 0;
                falsePositives += image.mask[i] == 0 && image.scores[i] >= threshold;
            }
            for (const auto &region : regionsOf(image)) {
                double found = 0;
                for (const std::size_t i : region)
                    found += image.scores[i] >= threshold;
                overlap += found / static_cast<double>(region.size());
                ++regionCount;
            }
        }
        curve.emplace_back(falsePositives / normals, overlap / regionCount);
    }
    return curve;
}

/// Trapezoids up to x = limit, the last one cut there, divided by the limit.
inline double areaUpTo(const std::vector<std::pair<double, double>> &curve, double limit)
{
    double area = 0;
    for (std::size_t i = 1; i < curve.size(); ++i) {
        auto [x0, y0] = curve[i - 1];
        auto [x1, y1] = curve[i];
        if (x0 >= limit)
            break;
        if (x1 > limit) {
            y1 = y0 + (y1 - y0) * (limit - x0) / (x1 - x0);
            x1 = limit;
        }
        area += (x1 - x0) * (y0 + y1) / 2;
    }
    return area / limit;
}

} // namespace brute
