#pragma once

#include <opencv2/core/mat.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace cf::synthesis {

/// What a parameter may be: low <= value <= high. Which distribution says the one who draws.
struct Range
{
    double low = 0.0;
    double high = 0.0;
    bool operator==(const Range &) const = default;
};

/// Random numbers that depend on (seed, step, index) alone, the same with every standard library: a
/// training that resumes at a step draws the very samples it would have drawn. Generator:
/// xoshiro256** seeded through splitmix64 (Blackman and Vigna, "Scrambled linear pseudorandom
/// number generators", 2021). Not for secrets.
class Random
{
public:
    explicit Random(std::uint64_t seed, std::uint64_t step = 0, std::uint64_t index = 0);

    std::uint64_t next();
    /// In [0, 1), 53 bits.
    double uniform();
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    double uniform(Range range) { return uniform(range.low, range.high); }
    /// Equal chance for equal ratios; both limits positive.
    double logUniform(double low, double high);
    double logUniform(Range range) { return logUniform(range.low, range.high); }
    /// Both limits included; `low` when high < low.
    int integer(int low, int high);
    /// 0 .. count-1; 0 when count is 0.
    std::size_t index(std::size_t count);
    bool chance(double probability) { return uniform() < probability; }
    /// -1 or 1.
    double sign() { return chance(0.5) ? 1.0 : -1.0; }
    double normal(double mean = 0.0, double deviation = 1.0);
    /// An index with chance proportional to its weight; weights >= 0, not all 0 (then 0).
    std::size_t weighted(std::span<const double> weights);

    template <class Sequence>
    void shuffle(Sequence &sequence)
    {
        for (std::size_t left = sequence.size(); left > 1; --left)
            std::swap(sequence[left - 1], sequence[index(left)]);
    }

private:
    std::array<std::uint64_t, 4> m_state;
};

/// Independent noise of zero mean and unit deviation, CV_32FC1. Close to normal (sum of eight
/// bytes, so within
/// +-4.9 deviations): many times quicker than Random::normal().
cv::Mat whiteNoise(cv::Size size, Random &random);

} // namespace cf::synthesis
